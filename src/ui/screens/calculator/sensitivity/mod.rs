//! What the answer rests on: which value each driver needs, which one moves the answer most, and how two of them act together.

mod map;
mod map_table;
mod part;
mod tornado;
mod what_it_takes;

use std::rc::Rc;

use yew::{Html, html};

use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::screens::calculator::sensitivity::map::FoldedMap;
use crate::ui::screens::calculator::sensitivity::tornado::Tornado;
use crate::ui::screens::calculator::sensitivity::what_it_takes::WhatItTakesView;
use engine::computed::Computed;

/// The three parts, one below the other.
pub(super) fn sensitivity(site: &Rc<Site>, baseline: &Rc<Computed<'static>>) -> Html {
    let (asker, now) = (Asker::own(site), site.own.clone());
    html! {
        <>
            <WhatItTakesView asker={asker.clone()} site={site.clone()} now={now.clone()} baseline={baseline.clone()} />
            <Tornado asker={asker.clone()} site={site.clone()} now={now.clone()} baseline={baseline.clone()} />
            <FoldedMap asker={asker.clone()} site={site.clone()} now={now.clone()} baseline={baseline.clone()} />
        </>
    }
}
