//! Shows a [`Phrase`] as text on the page.

use yew::{Html, html};

use words::{Phrase, Piece};

/// The phrase, with its strong pieces as `strong` elements.
pub(crate) fn show(phrase: &Phrase) -> Html {
    phrase
        .pieces()
        .iter()
        .map(|piece| match piece {
            Piece::Plain(words) => html! { <>{ words.clone() }</> },
            Piece::Strong(words) | Piece::Driver(words, _) => html! { <strong>{ words.clone() }</strong> },
        })
        .collect()
}
