//! The chart in an iframe, with its answer.

use yew::{Html, function_component, html};

use super::super::asker::{Asker, Site};
use super::super::cumulative::Cumulative;
use super::super::phrase;
use super::super::section::Section;
use super::super::words::use_words;
use super::page::PartProps;
use crate::answer;

/// The answer and the cumulative chart. Explanations open below it.
#[function_component]
pub(super) fn EmbeddedChart(props: &PartProps) -> Html {
    let words = use_words();
    let (now, baseline) = (props.state.own(), props.state.baseline());
    let perspective = props.state.page.perspective(props.state.note().variant);
    let answer = words.answer(&answer::answer(now, perspective));
    let asker = Asker::own(&Site::new(&props.state, &props.on_action));
    html! {
        <>
            <p class="sentence" id="answer" tabindex="-1">{ phrase::show(&answer) }</p>
            <Cumulative now={now.clone()} baseline={baseline.clone()} {perspective} asker={asker.clone()} is_saved={false} />
            <div>{ asker.panel_outside(&[Section::Chart]) }</div>
        </>
    }
}
