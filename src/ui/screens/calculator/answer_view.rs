//! The answer at the top of the page: the sentence, what the reader's changes did to it, and a button that undoes them.

use yew::{Html, Properties, classes, function_component, html};

use crate::ui::browser::focus;
use crate::ui::context::use_page;
use crate::ui::parts::phrase;
use crate::ui::state::Action;
use words::Phrase;

/// The most characters of a common answer. A longer one is set smaller where it stays in sight on a phone, so that it
/// leaves room for what the reader does.
const LONGEST_COMMON: usize = 180;

#[derive(Properties, PartialEq)]
pub(crate) struct AnswerProps {
    pub(crate) answer: Phrase,
    /// What the reader's changes did to the answer; `None` where nothing differs from the note.
    pub(crate) difference: Option<Phrase>,
}

/// The answer. Its elements stay in place while its text changes.
#[function_component]
pub(crate) fn AnswerView(props: &AnswerProps) -> Html {
    let page = use_page();
    let labels = page.words().labels();
    let differs = props.difference.is_some();
    let is_long = props.answer.text().chars().count() > LONGEST_COMMON;
    let on_restore = page.on_action.reform(|_| {
        focus::give("answer");
        Action::AllRestored
    });
    html! {
        <section class="answer" aria-label={labels.note_answer}>
            <p class={classes!("sentence", is_long.then_some("long"))} id="answer" tabindex="-1">{ phrase::show(&props.answer) }</p>
            <p class="difference" data-part="difference">
                {
                    match &props.difference {
                        Some(difference) => phrase::show(difference),
                        None => html! { <>{ labels.nothing_changed }</> },
                    }
                }
            </p>
            <button type="button" class="restore-all" disabled={!differs} onclick={on_restore}>{ labels.restore_all }</button>
        </section>
    }
}

/// The text that a screen reader says once a change has settled.
pub(crate) fn spoken(answer: &Phrase, difference: Option<&Phrase>) -> String {
    match difference {
        Some(difference) => format!("{} {}", answer.text(), difference.text()),
        None => answer.text(),
    }
}
