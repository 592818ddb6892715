//! The calculator of a note: the answer, the drivers, and the results.

mod about_chart;
mod all_numbers;
mod answer_view;
pub(crate) mod below;
mod changes;
mod chart;
pub(crate) mod cumulative;
pub(crate) mod driver;
mod drivers;
mod effort_switch;
mod efforts;
mod figures;
mod following;
mod grounds;
mod hangs_on;
pub(crate) mod inputs;
mod origins;
pub(crate) mod outcome;
mod people;
mod perspectives;
mod preset_sources;
mod presets;
mod results;
mod sensitivity;
mod strip;
pub(crate) mod table;
mod typed_number;
mod what_changed;
mod who_pays;

use std::rc::Rc;

use yew::{Html, Properties, function_component, html, use_effect_with, use_node_ref};

use crate::ui::browser::held::held;
use crate::ui::browser::width::{is_wide, use_width, window_width};
use crate::ui::browser::window::has_browser;
use crate::ui::context::{use_in_hand, use_page};
use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::parts::awaited::awaited;
use crate::ui::pieces::{Arrival, use_piece};
use crate::ui::screens::calculator::following::FollowingProps;
use crate::ui::screens::calculator::outcome::{Given, outcome_and_inputs};
use crate::ui::screens::calculator::presets::begin_at_pressed;
use crate::ui::state::State;

#[derive(Properties, PartialEq)]
pub(crate) struct CalculatorProps {
    /// The state as of when the hand that moves a driver rested last.
    pub(crate) state: State,
    /// The link to what is on the page.
    pub(crate) link: String,
    pub(crate) site: Rc<Site>,
}

/// The answer with its picture and the drivers, below them the results, and what the reader can take along.
#[function_component]
pub(crate) fn Calculator(props: &CalculatorProps) -> Html {
    let page = use_page();
    let root = use_node_ref();
    let is_wide = is_wide(use_width(&root, window_width()));
    let rested = &props.state;
    let state = &*use_in_hand(rested);
    let asker = Asker::own(&props.site);
    let below = use_piece(&below::PIECE, true);
    let (beside, results) = match &below {
        Arrival::Here(below) => {
            let beside = if is_wide || !has_browser() {
                (below.figures)(state, &props.site, &page)
            } else {
                html! { <div></div> }
            };
            let (state, link, site) = (rested.clone(), props.link.clone(), props.site.clone());
            let results = (below.results)(FollowingProps { state, link, site, is_wide });
            (beside, results)
        }
        // What the document says of the results holds as long as the reader has changed nothing.
        Arrival::Awaited | Arrival::Refused(_) => {
            let beside = held("beside").filter(|_| is_wide).unwrap_or_else(|| html! { <div></div> });
            let results = match (&below, held("results")) {
                (Arrival::Awaited, Some(results)) => results,
                (_, results) => html! { <>{ awaited(&below, page.words()) }{ results.unwrap_or_default() }</> },
            };
            (beside, results)
        }
    };
    let is_stale = state.own().scenario != state.baseline().scenario;
    let is_here = matches!(below, Arrival::Here(_));
    use_effect_with((state.note().variant.id.clone(), is_here), |_| begin_at_pressed());
    html! {
        <div class="calculator" ref={root} data-stale={is_stale.then_some("")}>
            { outcome_and_inputs(&Given { state, rested, asker: &asker, is_wide, is_saved: true }, beside, &page) }
            { results }
        </div>
    }
}
