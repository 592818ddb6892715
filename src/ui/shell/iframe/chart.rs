//! The chart in an iframe, with its answer.

use yew::{Html, Properties, function_component, html};

use crate::ui::context::use_page;
use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::numbers::panel::panel_outside;
use crate::ui::parts::phrase;
use crate::ui::screens::calculator::cumulative::{AboutChart, Cumulative};
use crate::ui::section::Section;
use crate::ui::state::State;
use engine::answer;

#[derive(Properties, PartialEq)]
pub(super) struct EmbeddedChartProps {
    pub(super) state: State,
}

/// The answer and the cumulative chart. Explanations open below it.
#[function_component]
pub(super) fn EmbeddedChart(props: &EmbeddedChartProps) -> Html {
    let page = use_page();
    let words = page.words();
    let (now, baseline) = (props.state.own(), props.state.baseline());
    let perspective = props.state.page.perspective(props.state.note().variant);
    let answer = words.answer(&answer::answer(now, perspective));
    let asker = Asker::own(&Site::new(&props.state, &page.on_action));
    html! {
        <>
            <p class="sentence" id="answer" tabindex="-1">{ phrase::show(&answer) }</p>
            <Cumulative now={now.clone()} baseline={baseline.clone()} {perspective} asker={asker.clone()} />
            <AboutChart now={now.clone()} baseline={baseline.clone()} {perspective} asker={asker.clone()} is_saved={false} />
            <div>{ panel_outside(&asker, &[Section::Chart]) }</div>
        </>
    }
}
