//! What answers the reader at once, beside the drivers: the effort and the scenario, the answer, its picture, and what the reader's
//! changes did.

use yew::{Html, KeyboardEvent, classes, html};

use crate::ui::browser::held::held;
use crate::ui::browser::one_stop::go_along;
use crate::ui::context::Context;
use crate::ui::numbers::asker::Asker;
use crate::ui::parts::announcer::Announcer;
use crate::ui::screens::calculator::answer_view::{AnswerView, spoken};
use crate::ui::screens::calculator::below;
use crate::ui::screens::calculator::cumulative::Cumulative;
use crate::ui::screens::calculator::effort_switch::effort_switch;
use crate::ui::screens::calculator::inputs::inputs;
use crate::ui::screens::calculator::what_changed::what_changed;
use crate::ui::state::State;
use engine::answer;

/// What the outcome is shown of.
pub(crate) struct Given<'g> {
    /// The state as the hand has it that moves a driver.
    pub(crate) state: &'g State,
    /// The state as of when the hand rested last. Links are of that.
    pub(crate) rested: &'g State,
    pub(crate) asker: &'g Asker,
    /// Whether the window is known to have room for the large chart, so that the picture at a glance is not seen.
    pub(crate) is_wide: bool,
    /// Whether the chart is saved by buttons.
    pub(crate) is_saved: bool,
}

/// The outcome, and the drivers that move it. A wide window has them side by side, a narrow one below each other. `figures` stand
/// below the chart.
pub(crate) fn outcome_and_inputs(given: &Given<'_>, figures: Html, page: &Context) -> Html {
    let Given { state, rested, asker, is_wide, is_saved } = *given;
    let words = page.words();
    let (now, baseline) = (state.own(), state.baseline());
    let perspective = state.page.perspective(state.note().variant);
    let answer = words.answer(&answer::answer(now, perspective));
    let facts = answer::difference(now, baseline, perspective);
    let difference = facts.as_ref().map(|facts| words.difference(facts));
    let text = spoken(&answer, difference.as_ref());
    // They arrive with what is below. Until then they are those of the document.
    let below = below::PIECE.here();
    let presets = match below {
        Some(below) => (below.presets)(state, page),
        None => held("presets").unwrap_or_else(|| html! { <div class="presets-row"></div> }),
    };
    let changes = |place: &'static str| match below {
        Some(below) => (below.changes)(state, facts.as_ref(), place, page),
        None => held(&format!("changes-{place}"))
            .unwrap_or_else(|| html! { <section class={classes!("changes", place)}></section> }),
    };
    html! {
        // What is beside the drivers stays in view as long as they do, and no longer. A low window lets go of the efforts and the
        // scenarios, so that the changes have room.
        <div class="bench">
            <div class="outcome">
                <div class="choices" role="toolbar" aria-label={words.labels().answer.choices} onkeydown={|event: KeyboardEvent| go_along(&event)}>
                    { effort_switch(rested, words) }
                    { presets }
                </div>
                <div class="stays">
                    <AnswerView {answer} now={now.clone()} baseline={baseline.clone()} {perspective} has_glance={!is_wide} />
                    <Cumulative now={now.clone()} baseline={baseline.clone()} {perspective} asker={asker.clone()} {is_saved} />
                    { what_changed(difference.as_ref(), words) }
                    { figures }
                    { changes("beside") }
                </div>
            </div>
            <Announcer {text} />
            { inputs(state, rested, page) }
            { changes("below") }
        </div>
    }
}
