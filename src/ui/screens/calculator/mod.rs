//! The calculator of a note: the answer, the drivers, and the results.

pub(crate) mod answer_view;
pub(crate) mod cumulative;
pub(crate) mod driver;
mod drivers;
mod efforts;
mod figures;
mod hangs_on;
pub(crate) mod inputs;
mod perspectives;
pub(crate) mod results;
pub(crate) mod table;
mod who_pays;

use yew::{Html, html};

use crate::ui::context::Context;
use crate::ui::handing_on::export::Export;
use crate::ui::handing_on::iframe::Offer;
use crate::ui::handing_on::share::Share;
use crate::ui::parts::announcer::Announcer;
use crate::ui::screens::calculator::answer_view::{AnswerView, spoken};
use crate::ui::screens::calculator::inputs::inputs;
use crate::ui::screens::calculator::perspectives::perspectives;
use crate::ui::state::State;
use engine::answer;

/// The answer and the drivers, with results of the reader's choice. Each part has one place in the grid. The drivers are
/// at the side on wide screens and below the answer on narrow ones.
pub(crate) fn workbench(state: &State, link: &str, results: Html, page: &Context) -> Html {
    let words = page.words();
    let scenario = state.scenario();
    let perspective = state.page.perspective(state.note().variant);
    let answer = words.answer(&answer::answer(state.own(), perspective));
    let difference =
        answer::difference(state.own(), state.baseline(), perspective).map(|facts| words.difference(&facts));
    let text = spoken(&answer, difference.as_ref());
    html! {
        <div key="calculator" class="calculator">
            <AnswerView answer={answer.clone()} {difference} />
            <Announcer {text} />
            { inputs(state, words) }
            <div class="results" data-part="results">
                <div class="passed-on">
                    <Share
                        link={link.to_owned()} title={state.page.title.clone()} sentence={answer.clone()} note={scenario.note()}
                    />
                    <Offer link={link.to_owned()} title={words.note_name(scenario.note())} />
                </div>
                { perspectives(&state.own().outcome, perspective, page) }
                { results }
                <Export scenario={scenario.clone()} link={link.to_owned()} opened={state.file.clone()} />
            </div>
        </div>
    }
}
