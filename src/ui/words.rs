//! The wordings of the page's language, for every component.

use yew::{hook, use_context};

use crate::text::{Language, Wording};

/// The wordings of the language given by the nearest `ContextProvider<Language>`, or Danish where there is none.
#[hook]
pub(super) fn use_words() -> &'static dyn Wording {
    use_context::<Language>().unwrap_or_default().wording()
}
