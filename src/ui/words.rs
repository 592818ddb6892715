//! The wordings of the page's language, for every component.

use yew::{hook, use_context};

use engine::language::Language;
use words::Wording;

/// The wordings of the language given by the nearest `ContextProvider<Language>`, or Danish where there is none.
#[hook]
pub(super) fn use_words() -> &'static dyn Wording {
    words::of(use_context::<Language>().unwrap_or_default())
}
