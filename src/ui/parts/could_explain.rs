//! What could explain the payback times that a note prints. Each value that was found links to the calculator, so that
//! readers can check it.

use rust_decimal::Decimal;
use yew::{Html, html};

use crate::could_explain::Search;
use crate::link::{Page, Screen};
use crate::note::{DriverIx, Note};
use crate::scenario::{Scenario, Settings};
use crate::text::{Piece, Wording};
use crate::ui::parts::hyphenated::hyphenated;

/// The sentences, with their links.
pub(crate) fn shown(note: Note<'static>, search: &Search, settings: Settings, words: &dyn Wording) -> Html {
    let mut found = search.found.iter();
    let piece = |piece: &Piece| match piece {
        Piece::Plain(text) => hyphenated(text, words.code()),
        Piece::Strong(text) => {
            let link = found.next().and_then(|found| link_with(note, found.ix, found.value, settings, words));
            let shown = html! { <strong>{ text.clone() }</strong> };
            link.map_or_else(|| shown.clone(), |link| html! { <a href={format!("#{link}")}>{ shown.clone() }</a> })
        }
    };
    words.could_explain(note, search).pieces().iter().map(piece).collect()
}

/// The link to the calculator of a note in which one driver has another value; `None` if the driver does not accept it.
pub(crate) fn link_with(
    note: Note<'static>,
    ix: DriverIx,
    value: Decimal,
    settings: Settings,
    words: &dyn Wording,
) -> Option<String> {
    let mut scenario = Scenario::baseline(note).with_settings(settings);
    scenario.set(ix, value).ok()?;
    Some(Page::of(Screen::Note, words.language()).link(&scenario))
}
