//! What the browser may do for the page: its Content Security Policy. It stands in every published page, so it holds on any host.

/// The policy of every page but the one file, which has its own. Scripts, styles and requests are those of the page's own address. No text
/// becomes markup or a script; the one address of a script that is given as a text is the worker's (`publish/guard.js`). The page shows
/// itself in a frame where it says how others may; whoever shows it is not its business.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                          img-src 'self' data:; manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; \
                          require-trusted-types-for 'script'; trusted-types indsatsregner";

/// After what the policy stands in a page: it holds for what comes later.
const AFTER: &str = "<meta charset=\"utf-8\">";

/// The element that says it.
fn tag() -> String {
    format!("\n  <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">")
}

/// A page with the policy.
pub(crate) fn with_policy(page: &str) -> String {
    without_policy(page).replacen(AFTER, &format!("{AFTER}{}", tag()), 1)
}

/// The page without the policy that was put into it.
#[must_use]
pub fn without_policy(page: &str) -> String {
    page.replace(&tag(), "")
}

#[cfg(test)]
mod tests {
    use super::{POLICY, with_policy, without_policy};

    #[test]
    fn the_policy_comes_before_everything_that_it_is_about() {
        let page = with_policy("<head><meta charset=\"utf-8\"><script src=\"a.js\"></script></head>");
        assert!(page.find(POLICY).unwrap() < page.find("<script").unwrap(), "{page}");
        assert_eq!(with_policy(&page), page, "what was published is published again");
        assert!(!without_policy(&page).contains(POLICY));
    }

    #[test]
    fn nothing_inline_is_allowed() {
        assert!(!POLICY.contains("unsafe-inline") && !POLICY.contains("'unsafe-eval'"));
    }

    #[test]
    fn no_text_becomes_a_script_or_markup() {
        assert!(POLICY.ends_with("require-trusted-types-for 'script'; trusted-types indsatsregner"));
    }
}
