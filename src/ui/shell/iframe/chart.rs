//! The chart in an iframe, with its answer.

use yew::{Html, html};

use crate::ui::context::Context;
use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::numbers::panel::panel_outside;
use crate::ui::parts::phrase;
use crate::ui::screens::calculator::cumulative::{AboutChart, Cumulative};
use crate::ui::section::Section;
use crate::ui::state::State;
use engine::answer;

/// The answer and the cumulative chart. Explanations open below it.
pub(super) fn chart(state: &State, page: &Context) -> Html {
    let words = page.words();
    let (now, baseline) = (state.own(), state.baseline());
    let perspective = state.page.perspective(state.note().variant);
    let difference = answer::difference(now, baseline, perspective);
    let answer = words.answer_elsewhere(&answer::answer(now, perspective), difference.as_ref());
    let asker = Asker::own(&Site::new(state, &page.on_action));
    html! {
        <>
            <p class="sentence" id="answer" tabindex="-1">{ phrase::show(&answer) }</p>
            <Cumulative now={now.clone()} baseline={baseline.clone()} {perspective} asker={asker.clone()} is_saved={false} />
            <AboutChart now={now.clone()} baseline={baseline.clone()} {perspective} asker={asker.clone()} is_saved={false} />
            <div>{ panel_outside(&asker, &[Section::Chart]) }</div>
        </>
    }
}
