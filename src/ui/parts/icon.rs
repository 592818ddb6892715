//! The signs that the page draws itself, for not every machine has a font with them. Whoever does not see them hears the name of
//! their button.

use yew::{Html, html};

/// An arrow that goes back in a circle: what a press takes back.
pub(crate) fn back() -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 3v4h4M3.5 7A5 5 0 1 1 3.6 10.2" />
        </svg>
    }
}
