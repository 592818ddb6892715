//! The languages that the reader's browser asks for.

use crate::ui::browser::window::window;
use model::language::Language;

/// The language of the page where neither the link nor the reader chose one.
pub(crate) fn preferred() -> Language {
    let languages = window().map(|window| window.navigator().languages());
    let codes: Vec<String> =
        languages.iter().flat_map(|codes| codes.iter().filter_map(|code| code.as_string())).collect();
    Language::preferred(codes.iter().map(String::as_str))
}
