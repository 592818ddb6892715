//! The sensitivity screen: which driver moves the answer most, which value each driver needs, and how two drivers act
//! together.

mod break_even;
mod map;
mod map_table;
mod part;
mod tornado;

use std::rc::Rc;

use yew::{Callback, Html, Properties, function_component, html};

use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::screens::sensitivity::break_even::Limits;
use crate::ui::screens::sensitivity::map::MapView;
use crate::ui::screens::sensitivity::tornado::Tornado;
use crate::ui::state::Action;
use engine::computed::Computed;

#[derive(Properties, PartialEq)]
pub(crate) struct SensitivityProps {
    /// The asker for the numbers of the reader's scenario.
    pub(crate) asker: Asker,
    pub(crate) site: Rc<Site>,
    pub(crate) now: Rc<Computed<'static>>,
    pub(crate) on_action: Callback<Action>,
}

/// The three parts of the screen, one below the other.
#[function_component]
pub(crate) fn Sensitivity(props: &SensitivityProps) -> Html {
    let SensitivityProps { asker, site, now, on_action } = props;
    html! {
        <>
            <Tornado asker={asker.clone()} site={site.clone()} now={now.clone()} on_action={on_action.clone()} />
            <Limits asker={asker.clone()} site={site.clone()} now={now.clone()} on_action={on_action.clone()} />
            <MapView asker={asker.clone()} site={site.clone()} now={now.clone()} on_action={on_action.clone()} />
        </>
    }
}
