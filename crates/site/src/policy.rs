//! What the browser may do for the page: its Content Security Policy. It stands in every published page, so it holds on any host.

/// The policy of every page but the one file, which has its own. Scripts, styles and requests are those of the page's own address. The
/// page shows itself in a frame where it says how others may; whoever shows it is not its business.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                          img-src 'self' data:; manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/// After what the policy stands in a page: it holds for what comes later.
const AFTER: &str = "<meta charset=\"utf-8\">";

/// A page with the policy.
pub(crate) fn with_policy(page: &str) -> String {
    let tag = format!("{AFTER}\n  <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    page.replacen(AFTER, &tag, 1)
}

#[cfg(test)]
mod tests {
    use super::{POLICY, with_policy};

    #[test]
    fn the_policy_comes_before_everything_that_it_is_about() {
        let page = with_policy("<head><meta charset=\"utf-8\"><script src=\"a.js\"></script></head>");
        assert!(page.find(POLICY).unwrap() < page.find("<script").unwrap(), "{page}");
    }

    #[test]
    fn nothing_inline_is_allowed() {
        assert!(!POLICY.contains("unsafe-inline") && !POLICY.contains("'unsafe-eval'"));
    }
}
