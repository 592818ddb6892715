//! The sensitivity screen: which driver moves the answer most, which value each driver needs, and how two drivers act
//! together.

mod break_even;
mod map;
mod map_table;
mod part;
mod tornado;

use std::rc::Rc;

use yew::{Html, Properties, function_component, html};

use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::screens::sensitivity::break_even::Limits;
use crate::ui::screens::sensitivity::map::MapView;
use crate::ui::screens::sensitivity::tornado::Tornado;
use engine::computed::Computed;

#[derive(Properties, PartialEq)]
pub(crate) struct SensitivityProps {
    /// The asker for the numbers of the reader's scenario.
    pub(crate) asker: Asker,
    pub(crate) site: Rc<Site>,
    pub(crate) now: Rc<Computed<'static>>,
}

/// The three parts of the screen, one below the other.
#[function_component]
pub(crate) fn Sensitivity(props: &SensitivityProps) -> Html {
    let SensitivityProps { asker, site, now } = props;
    html! {
        <>
            <Tornado asker={asker.clone()} site={site.clone()} now={now.clone()} />
            <Limits asker={asker.clone()} site={site.clone()} now={now.clone()} />
            <MapView asker={asker.clone()} site={site.clone()} now={now.clone()} />
        </>
    }
}
