//! What the browser may do for the page: its Content Security Policy. It stands in every published page, so it holds on any host.

/// The policy of every page but the one file, which has its own. Scripts, styles and requests are those of the page's own address. No text
/// becomes markup or a script; the one address of a script that is given as a text is the worker's (`publish/guard.js`). The page shows
/// itself in a frame where it says how others may; whoever shows it is not its business.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'sha256-Cx6bhQM2x/8HEHvuethWAwwOX6EmUjJyw9FJH50pF68=' 'wasm-unsafe-eval'; \
                          style-src 'self'; connect-src 'self'; img-src 'self' data:; manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; \
                          require-trusted-types-for 'script'; trusted-types indsatsregner";

/// Without an origin, in a sandboxed iframe or from a folder, a browser loads nothing more of the page, and to some not even the page's own
/// scripts are those of 'self'. The one file contains everything. The policy names this script by its hash, so nothing else can stand
/// in its place.
const WITHOUT_ORIGIN: &str = "if(self.origin===\"null\")location.replace(new URL(\"indsatsregner.html\",\
                              document.querySelector(\"link[rel=manifest]\").href)+location.search+location.hash)";

/// What the script asks where the one file lies, and stands behind, so that it is there.
const MANIFEST: &str = "<link rel=\"manifest\"";

/// After what the policy stands in a page: it holds for what comes later.
const AFTER: &str = "<meta charset=\"utf-8\">";

/// The element that says it.
fn tag() -> String {
    format!("\n  <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">")
}

/// The element with the script for where there is no origin.
fn script() -> String {
    format!("<script>{WITHOUT_ORIGIN}</script>")
}

/// A page with the policy. One that starts the calculator leads on where there is no origin.
pub(crate) fn with_policy(page: &str) -> String {
    let page = without_policy(page).replacen(AFTER, &format!("{AFTER}{}", tag()), 1);
    let Some((before, (link, after))) =
        page.split_once(MANIFEST).and_then(|(before, rest)| Some((before, rest.split_once('>')?)))
    else {
        return page;
    };
    format!("{before}{MANIFEST}{link}>{}{after}", script())
}

/// The page without the policy that was put into it.
#[must_use]
pub fn without_policy(page: &str) -> String {
    page.replace(&tag(), "").replace(&script(), "")
}

#[cfg(test)]
mod tests {
    use super::{POLICY, WITHOUT_ORIGIN, with_policy, without_policy};
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest, Sha256};

    #[test]
    fn the_policy_comes_before_everything_that_it_is_about() {
        let page = with_policy("<head><meta charset=\"utf-8\"><script src=\"a.js\"></script></head>");
        assert!(page.find(POLICY).unwrap() < page.find("<script").unwrap(), "{page}");
        assert_eq!(with_policy(&page), page, "what was published is published again");
        assert!(!without_policy(&page).contains(POLICY));
    }

    #[test]
    fn nothing_inline_is_allowed_but_the_script_that_leads_on_without_an_origin() {
        let hash = STANDARD.encode(Sha256::digest(WITHOUT_ORIGIN));
        assert!(POLICY.contains(&format!("script-src 'self' 'sha256-{hash}' 'wasm-unsafe-eval';")), "{hash}");
        let page = with_policy("<meta charset=\"utf-8\"><link rel=\"manifest\" href=\"../m\"><link>");
        assert!(
            page.ends_with(&format!("<link rel=\"manifest\" href=\"../m\"><script>{WITHOUT_ORIGIN}</script><link>")),
            "{page}"
        );
        assert_eq!(with_policy(&page), page);
        assert!(!without_policy(&page).contains("<script>"), "the one file has its own");
        assert!(!POLICY.contains("unsafe-inline") && !POLICY.contains("'unsafe-eval'"));
    }

    #[test]
    fn no_text_becomes_a_script_or_markup() {
        assert!(POLICY.ends_with("require-trusted-types-for 'script'; trusted-types indsatsregner"));
    }
}
