//! The calculator of a note: the answer, the drivers, and the results.

pub(crate) mod answer_view;
mod changes;
pub(crate) mod cumulative;
pub(crate) mod driver;
mod drivers;
mod efforts;
mod figures;
mod hangs_on;
pub(crate) mod inputs;
pub(crate) mod outcome;
mod perspectives;
pub(crate) mod results;
mod strip;
pub(crate) mod table;
mod who_pays;

use yew::{Html, html};

use crate::ui::context::Context;
use crate::ui::handing_on::export::Export;
use crate::ui::handing_on::iframe::Offer;
use crate::ui::handing_on::share::share;
use crate::ui::numbers::asker::Asker;
use crate::ui::screens::calculator::outcome::outcome_and_inputs;
use crate::ui::state::State;
use engine::answer;

/// The answer with its picture and the drivers, and below them results of the reader's choice.
pub(crate) fn workbench(state: &State, link: &str, asker: &Asker, results: Html, page: &Context) -> Html {
    let words = page.words();
    let scenario = state.scenario();
    let perspective = state.page.perspective(state.note().variant);
    let sentence = words.answer(&answer::answer(state.own(), perspective));
    html! {
        <div key="calculator" class="calculator">
            { outcome_and_inputs(state, asker, page) }
            <div class="results" data-part="results">
                <div class="passed-on">
                    { share(state, link, &sentence, page) }
                    <Offer link={link.to_owned()} title={words.note_name(scenario.note())} />
                </div>
                { results }
                <Export scenario={scenario.clone()} link={link.to_owned()} opened={state.file.clone()} />
            </div>
        </div>
    }
}
