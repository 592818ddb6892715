//! The calculator in an iframe, without the rest of its screen.

use std::rc::Rc;

use yew::{Callback, Html, Properties, function_component, html, use_memo};

use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::numbers::panel::panel_outside;
use crate::ui::parts::announcer::Announcer;
use crate::ui::screens::calculator::answer_view::{AnswerView, spoken};
use crate::ui::screens::calculator::cumulative::Cumulative;
use crate::ui::screens::calculator::inputs::inputs;
use crate::ui::screens::calculator::table::BudgetTable;
use crate::ui::section::Section;
use crate::ui::state::{Action, State};
use crate::ui::words::use_words;
use engine::answer;
use engine::findings::check_all;

#[derive(Properties, PartialEq)]
pub(super) struct EmbeddedCalculatorProps {
    pub(super) state: State,
    pub(super) on_action: Callback<Action>,
}

/// The answer, the drivers, the chart and the table.
#[function_component]
pub(super) fn EmbeddedCalculator(props: &EmbeddedCalculatorProps) -> Html {
    let words = use_words();
    let library = props.state.library();
    let checks: Rc<_> = use_memo((), |()| check_all(library.documents()));
    let (state, on_action) = (&props.state, &props.on_action);
    let (now, baseline) = (state.own(), state.baseline());
    let perspective = state.page.perspective(state.note().variant);
    let answer = words.answer(&answer::answer(now, perspective));
    let difference = answer::difference(now, baseline, perspective).map(|facts| words.difference(&facts));
    let text = spoken(&answer, difference.as_ref());
    let asker = Asker::own(&Site::new(state, on_action));
    html! {
        <div class="calculator">
            <AnswerView {answer} {difference} on_action={on_action.clone()} />
            <Announcer {text} />
            { inputs(state, on_action, words) }
            <div class="results">
                <Cumulative now={now.clone()} baseline={baseline.clone()} {perspective} asker={asker.clone()} is_saved={false} />
                <div>{ panel_outside(&asker, &[Section::Chart, Section::Table]) }</div>
                <BudgetTable now={now.clone()} baseline={baseline.clone()} {checks} {asker} />
            </div>
        </div>
    }
}
