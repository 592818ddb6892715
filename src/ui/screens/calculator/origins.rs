//! Where the value of a driver comes from, in the disclosure below its field. It arrives with what is below the drivers.

use yew::{Html, html};

use crate::ui::parts::provenance::{origin, share_terms};
use crate::ui::pieces::piece;
use model::brackets::Interval;
use model::note::{Driver, DriverIx, Note};
use words::Words;

/// The views of the piece.
pub(super) struct Origins {
    /// Where a value comes from.
    pub(super) of: fn(Words, (DriverIx, &Driver), Note<'static>, Option<Interval>) -> Html,
}

piece!(below, Origins, Origins { of: origin_of });

fn origin_of(words: Words, (ix, driver): (DriverIx, &Driver), note: Note<'static>, interval: Option<Interval>) -> Html {
    html! { <>{ origin(words, driver, note, interval) }{ share_terms(words, note, ix) }</> }
}
