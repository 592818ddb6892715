//! The sensitivity screen: which driver moves the answer most, which value each driver needs, and how two drivers act
//! together.

mod break_even;
mod map;
mod map_table;
mod part;
mod tornado;

use std::rc::Rc;

use yew::{Html, html};

use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::screens::sensitivity::break_even::Limits;
use crate::ui::screens::sensitivity::map::MapView;
use crate::ui::screens::sensitivity::tornado::Tornado;

/// The three parts of the screen, one below the other.
pub(crate) fn sensitivity(site: &Rc<Site>) -> Html {
    let (asker, now) = (Asker::own(site), site.own.clone());
    html! {
        <>
            <Tornado asker={asker.clone()} site={site.clone()} now={now.clone()} />
            <Limits asker={asker.clone()} site={site.clone()} now={now.clone()} />
            <MapView asker={asker.clone()} site={site.clone()} now={now.clone()} />
        </>
    }
}
