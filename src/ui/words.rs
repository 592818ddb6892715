//! The wordings of the page's language, wherever they are shown.

use yew::{hook, use_context};

use crate::text::{Language, Wording};

/// The wordings of the language that the page is in: what the nearest `ContextProvider<Language>` says, else Danish.
#[hook]
pub(super) fn use_words() -> &'static dyn Wording {
    use_context::<Language>().unwrap_or_default().wording()
}
