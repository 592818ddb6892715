//! What stands between the wasm of the page and what calls it: where the page ends with an error of its own, the reader is told.
//!
//! It stands before the glue, and the glue is made to use it.

use super::PublishError;
use super::glue::with_ways;

/// The guard, and the one address of a script that the page gives to the browser as a text.
const SCRIPT: &str = include_str!("guard.js");

/// What the glue has, and what it gets.
const PLACES: [(&str, &str); 2] = [
    ("wasm = instance.exports;", "wasm = pageGuarded(instance.exports);"),
    (".register(getStringFromWasm0(", ".pageRegister(getStringFromWasm0("),
];

/// The glue with the guard before it.
pub(super) fn with_guard(name: &str, glue: &str) -> Result<String, PublishError> {
    with_ways(name, glue, SCRIPT, &PLACES)
}

#[cfg(test)]
mod tests {
    use super::with_guard;

    const GLUE: &str =
        "wasm = instance.exports; a.register(getStringFromWasm0(b, c)); CLOSURE_DTORS.register(d, e, f);";

    #[test]
    fn the_glue_calls_the_wasm_through_the_guard_once() {
        let guarded = with_guard("glue", GLUE).unwrap();
        let expected = "wasm = pageGuarded(instance.exports); a.pageRegister(getStringFromWasm0(b, c)); CLOSURE_DTORS.register(d, e, f);";
        assert!(guarded.ends_with(expected), "{guarded}");
        assert_eq!(with_guard("glue", &guarded), Ok(guarded.clone()));
        let shortened = guarded.replace(" = ", "=");
        assert_eq!(with_guard("glue", &shortened), Ok(shortened));
    }

    #[test]
    fn a_glue_that_cannot_be_guarded_is_not_published() {
        let error = with_guard("glue", &GLUE.replace("instance", "module")).unwrap_err();
        assert_eq!(error.to_string(), "glue: wasm = instance.exports; was not built");
    }
}
