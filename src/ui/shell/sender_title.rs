//! The title that the sender of a link gave it.

use yew::{Html, html};

use crate::ui::state::State;
use words::Words;

/// The sender's title for the link.
pub(super) fn sender_title(state: &State, words: Words) -> Html {
    let title = state.page.title.as_ref().filter(|_| state.page.screen.is_about_a_note());
    html! {
        <div class="sender-title" data-part="sender-title">
            if let Some(title) = title {
                <p><span class="label">{ words.labels().shell.sender_title }{ ": " }</span><strong>{ title.words().to_owned() }</strong></p>
            }
        </div>
    }
}
