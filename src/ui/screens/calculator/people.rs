//! The people of the effort, a dot each, and what the dots mean.

use std::rc::Rc;

use yew::{Html, Properties, function_component, html};

use crate::ui::context::use_words;
use crate::ui::parts::chart_frame::{USUAL_WIDTH, use_chart_frame};
use engine::computed::Computed;
use engine::people::people;
use model::evaluate::Perspective;

#[derive(Properties, PartialEq)]
pub(super) struct PeopleProps {
    pub(super) now: Rc<Computed<'static>>,
    /// Whose people they are, where it is of one effort.
    pub(super) perspective: Perspective,
}

/// The dots below a sentence that says the same. Nothing where there are too many people to show one by one.
#[function_component]
pub(super) fn PeopleView(props: &PeopleProps) -> Html {
    let words = use_words();
    let frame = use_chart_frame(USUAL_WIDTH);
    let Some(facts) = people(&props.now, props.perspective) else { return html! { <section></section> } };
    let drawing = charts::people(&facts, frame.width);
    html! {
        <section class="people" aria-labelledby="people-title">
            <h2 id="people-title">{ words.labels().figures.people }</h2>
            <p>{ words.people(&facts, props.now.note()) }</p>
            <div aria-hidden="true">{ frame.show("", &drawing, "people-title") }</div>
        </section>
    }
}
