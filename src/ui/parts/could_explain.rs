//! What could explain the payback times that a note prints. Each value that was found links to the calculator, so that
//! readers can check it.

use yew::{Html, html};

use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::parts::links::link_with;
use engine::could_explain::Search;
use model::note::Note;
use model::scenario::Settings;
use words::{Piece, Words};

/// The sentences, with their links.
pub(crate) fn shown(note: Note<'static>, search: &Search, settings: Settings, words: Words) -> Html {
    let mut found = search.found.iter();
    let piece = |piece: &Piece| match piece {
        Piece::Plain(text) => hyphenated(text, words.code()),
        Piece::Strong(text) | Piece::Driver(text, _) => {
            let link = found.next().and_then(|found| link_with(note, found.ix, found.value, settings, words));
            let shown = html! { <strong>{ text.clone() }</strong> };
            link.map_or_else(|| shown.clone(), |link| html! { <a href={format!("#{link}")}>{ shown.clone() }</a> })
        }
    };
    words.could_explain(note, search).pieces().iter().map(piece).collect()
}
