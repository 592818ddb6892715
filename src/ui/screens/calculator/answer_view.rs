//! The answer at the top of the page: the sentence, and the result at a glance. Both stay in view on a phone while a driver
//! moves.

use std::rc::Rc;

use yew::{Callback, Html, MouseEvent, Properties, classes, function_component, html};

use crate::ui::browser::focus;
use crate::ui::browser::width::page_height;
use crate::ui::context::use_words;
use crate::ui::parts::chart_frame::{WIDTH_ON_PHONE, use_narrow_chart_frame};
use crate::ui::screens::calculator::driver::field_id;
use engine::computed::Computed;
use model::evaluate::Perspective;
use model::note::Variant;
use words::{Phrase, Piece, Words};

/// The most characters of a common answer. A longer one is set smaller where it stays in sight on a phone, so that it
/// leaves room for what the reader does.
const LONGEST_COMMON: usize = 180;

/// The height of a phone that the least picture leaves room for three drivers on, and the share of each further unit that the
/// picture takes, up to a height. In sixteenths of the reader's text size.
const FULL_PHONE: f64 = 740.0;
const SHARE_OF_MORE: f64 = 0.25;
const MOST_GLANCE_HEIGHT: f64 = 176.0;

#[derive(Properties, PartialEq)]
pub(crate) struct AnswerProps {
    pub(crate) answer: Phrase,
    pub(crate) now: Rc<Computed<'static>>,
    pub(crate) baseline: Rc<Computed<'static>>,
    /// Whose money is counted.
    pub(crate) perspective: Perspective,
    /// Whether the picture at a glance may be seen.
    pub(crate) has_glance: bool,
}

/// The answer. Its elements stay in place while its text changes.
#[function_component]
pub(crate) fn AnswerView(props: &AnswerProps) -> Html {
    let words = use_words();
    let frame = use_narrow_chart_frame(WIDTH_ON_PHONE);
    let is_long = props.answer.text().chars().count() > LONGEST_COMMON;
    let glance = props.has_glance.then(|| {
        let room = (frame.width, glance_height());
        charts::glance((&props.now, &props.baseline), props.perspective, words, room)
    });
    html! {
        <section class="answer" aria-label={words.labels().answer.note_answer}>
            <p class={classes!("sentence", is_long.then_some("long"))} id="answer" tabindex="-1" data-keeps-room="">
                <span key={props.answer.text()}>{ sentence(&props.answer, props.now.note().variant, words) }</span>
            </p>
            // The large chart says the same to whoever does not see this one.
            <div class="glance" aria-hidden="true" data-part="glance">{ frame.show_if_seen("", glance.as_ref(), "answer") }</div>
        </section>
    }
}

/// The height of the picture: the least on a phone whose first screen is full, and more in a higher window.
fn glance_height() -> f64 {
    let more = (page_height() - FULL_PHONE).max(0.0) * SHARE_OF_MORE;
    (charts::LEAST_GLANCE_HEIGHT + more).min(MOST_GLANCE_HEIGHT)
}

/// The answer, in an element that is a new one for each answer (see `phrase::anew`). The numbers that the reader can change lead to
/// their fields.
fn sentence(answer: &Phrase, variant: &'static Variant, words: Words) -> Html {
    let piece = |piece: &Piece| match piece {
        Piece::Plain(words) => html! { <>{ words.clone() }</> },
        Piece::Strong(words) => html! { <strong>{ words.clone() }</strong> },
        Piece::Driver(value, ix) => match variant.driver(*ix) {
            Some(driver) => {
                let field = field_id(driver);
                let on_press = Callback::from(move |_: MouseEvent| focus::reveal_and_give(&field));
                let what = words.change_number(&words.driver_name(driver));
                html! { <button type="button" class="in-sentence" title={what} onclick={on_press}>{ value.clone() }</button> }
            }
            None => html! { <strong>{ value.clone() }</strong> },
        },
    };
    answer.pieces().iter().map(piece).collect()
}

/// The text that a screen reader says once a change has settled.
pub(crate) fn spoken(answer: &Phrase, difference: Option<&Phrase>) -> String {
    match difference {
        Some(difference) => format!("{} {}", answer.text(), difference.text()),
        None => answer.text(),
    }
}
