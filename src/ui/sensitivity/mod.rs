//! What the answer of a note rests on: which driver moves it most, where the limits are, and how two drivers work together.

mod break_even;
mod map;
mod tornado;

use yew::{Callback, Html, Properties, function_component, html};

use super::state::Action;
use crate::evaluate::{Outcome, Perspective};
use crate::note::DriverIx;
use crate::scenario::Scenario;

use break_even::Limits;
use map::MapView;
use tornado::Tornado;

#[derive(Properties, PartialEq)]
pub(super) struct SensitivityProps {
    pub(super) scenario: Scenario<'static>,
    pub(super) perspective: Perspective,
    /// The drivers of the map that the reader chose, across and up.
    pub(super) axes: [Option<DriverIx>; 2],
    pub(super) now: Outcome,
    /// The link to the page.
    pub(super) link: String,
    pub(super) on_action: Callback<Action>,
}

/// Its three parts.
#[function_component]
pub(super) fn Sensitivity(props: &SensitivityProps) -> Html {
    let SensitivityProps { scenario, perspective, axes, now, link, on_action } = props;
    let perspective = *perspective;
    html! {
        <>
            <Tornado scenario={scenario.clone()} {perspective} now={now.clone()} link={link.clone()} />
            <Limits scenario={scenario.clone()} {perspective} now={now.clone()} />
            <MapView scenario={scenario.clone()} {perspective} axes={*axes} link={link.clone()} on_action={on_action.clone()} />
        </>
    }
}
