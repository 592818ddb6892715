//! Opens links. What mends those that were damaged on their way arrives when one needs it.

use crate::ui::pieces::piece;
use engine::link::{self, Opened};
use engine::notes::Library;

/// What mends links.
pub(crate) struct Mending {
    open: for<'n> fn(&'n Library, &str) -> Option<Opened<'n>>,
}

piece!(below, Mending, Mending { open: link::open });

/// What a link leads to: see [`link::open`]. Of a damaged one it is the front, where what mends it was refused.
pub(crate) fn open<'n>(library: &'n Library, link: &str) -> Option<Opened<'n>> {
    let mend = || match PIECE.here() {
        Some(mending) => (mending.open)(library, link),
        None => link::open_plain(library, FRONT),
    };
    link::open_plain(library, link).or_else(mend)
}

/// The link to the front.
const FRONT: &str = "v=1&screen=overview";

/// Waits for what a link needs to be opened.
pub(crate) async fn arrive_for(library: &Library, link: &str) {
    if link::open_plain(library, link).is_none() {
        PIECE.arrive().await;
    }
}

/// Whether that is here.
pub(crate) fn is_here_for(library: &Library, link: &str) -> bool {
    PIECE.here().is_some() || link::open_plain(library, link).is_some()
}
