//! The page's own ways to change what it has drawn, which hold when a translation or an extension has changed it too.
//!
//! They stand before the glue, and the glue is made to use them. The prototypes of the browser stay as they are, so that what
//! the page does can be told from what others do.

use super::PublishError;
use super::glue::with_ways;

/// The page's own ways.
const SCRIPT: &str = include_str!("children.js");

/// The browser's ways in the glue, and the page's.
const WAYS: [(&str, &str); 3] = [
    (".insertBefore(", ".pageInsertBefore("),
    (".removeChild(", ".pageRemoveChild("),
    (".nodeValue =", ".pageNodeValue ="),
];

/// The glue that uses the page's own ways.
pub(super) fn with_own_ways(name: &str, glue: &str) -> Result<String, PublishError> {
    with_ways(name, glue, SCRIPT, &WAYS)
}

#[cfg(test)]
mod tests {
    use super::with_own_ways;

    const GLUE: &str = "a.insertBefore(b, c); a.removeChild(b); a.nodeValue = d;";

    #[test]
    fn the_glue_uses_the_ways_of_the_page_once() {
        let own = with_own_ways("glue", GLUE).unwrap();
        assert!(own.ends_with("a.pageInsertBefore(b, c); a.pageRemoveChild(b); a.pageNodeValue = d;"), "{own}");
        assert_eq!(with_own_ways("glue", &own), Ok(own.clone()));
        let shortened = own.replace(" = ", "=").trim_start_matches("//").to_owned();
        assert_eq!(with_own_ways("glue", &shortened), Ok(shortened));
    }

    #[test]
    fn a_glue_that_has_other_ways_is_not_published() {
        let error = with_own_ways("glue", &GLUE.replace("nodeValue", "data")).unwrap_err();
        assert_eq!(error.to_string(), "glue: .nodeValue = was not built");
    }
}
