//! Shows a [`Phrase`] as text on the page.

use yew::{Html, html};

use words::{Phrase, Piece};

/// The phrase in an element of its own, which is a new one whenever the words are others: pieces that stayed would move along their
/// line as the numbers before them grow, which browsers count as a page that jumps.
pub(crate) fn anew(phrase: &Phrase) -> Html {
    html! { <span key={phrase.text()}>{ show(phrase) }</span> }
}

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
