//! A table that scrolls sideways in a frame of its own where it is wider than the page.

use yew::{Html, html};

/// What names the frame for assistive technology.
pub(crate) enum Named<'n> {
    /// The heading with this id.
    By(&'n str),
    /// These words.
    As(String),
}

/// The table in its frame, which the keyboard can scroll.
pub(crate) fn scrolled(named: Named<'_>, table: Html) -> Html {
    let (by, label) = match named {
        Named::By(heading) => (Some(heading.to_owned()), None),
        Named::As(words) => (None, Some(words)),
    };
    html! { <div class="scroll" role="region" aria-labelledby={by} aria-label={label} tabindex="0">{ table }</div> }
}
