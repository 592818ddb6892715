//! Text with hyphens where long words may be parted.
//!
//! The hyphens are the style sheet's: an empty element stands at each point, and what is copied, read aloud or compared is
//! the text without them.

use yew::{Html, html};

use model::language::Language;
use words::hyphens::pieces;

/// The text in the language of this code; a line may end inside its long words.
pub(crate) fn hyphenated(text: &str, code: &str) -> Html {
    let pieces = pieces(text, Language::of(code).unwrap_or_default());
    let pieces = pieces.into_iter().enumerate().map(|(at, piece)| {
        let point = (at > 0).then(|| html! { <span class="hyphen"></span> });
        html! { <>{ point.unwrap_or_default() }{ piece.to_owned() }</> }
    });
    html! { <>{ for pieces }</> }
}
