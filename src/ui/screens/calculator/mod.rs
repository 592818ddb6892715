//! The calculator of a note: the answer, the drivers, and the results.

mod all_numbers;
mod answer_view;
mod changes;
pub(crate) mod cumulative;
pub(crate) mod driver;
mod drivers;
mod effort_switch;
mod efforts;
mod figures;
mod hangs_on;
pub(crate) mod inputs;
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
mod who_pays;

use std::rc::Rc;

use yew::{Html, Properties, function_component, html, use_effect, use_effect_with, use_node_ref};

use crate::ui::browser::room::fit_texts;
use crate::ui::browser::width::{is_wide, use_width, window_width};
use crate::ui::browser::window::has_browser;
use crate::ui::context::use_page;
use crate::ui::handing_on::hand_on::hand_on;
use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::screens::calculator::figures::{Figures, main_figures};
use crate::ui::screens::calculator::outcome::outcome_and_inputs;
use crate::ui::screens::calculator::presets::begin_at_pressed;
use crate::ui::screens::calculator::results::results;
use crate::ui::state::State;
use engine::answer;

#[derive(Properties, PartialEq)]
pub(crate) struct CalculatorProps {
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
    let (words, state) = (page.words(), &props.state);
    let asker = Asker::own(&props.site);
    let perspective = state.page.perspective(state.note().variant);
    let difference = answer::difference(state.own(), state.baseline(), perspective);
    let sentence = words.answer_elsewhere(&answer::answer(state.own(), perspective), difference.as_ref());
    let figures = Figures::of(state, &asker, is_wide, &page);
    // A wide window has room for the main figures beside the drivers.
    let beside = if is_wide || !has_browser() {
        main_figures(&figures.in_window(true), words)
    } else {
        html! { <div></div> }
    };
    use_effect(fit_texts);
    use_effect_with(state.note().variant.id.clone(), |_| begin_at_pressed());
    html! {
        <div class="calculator" ref={root}>
            { outcome_and_inputs(state, &asker, beside, true, &page) }
            <div class="results" data-part="results">
                { results(state, &page, &props.site, &figures) }
                // It names the day on which it was read, and a document has none.
                if has_browser() {
                    { hand_on(state, &props.link, &sentence, &page) }
                }
            </div>
        </div>
    }
}
