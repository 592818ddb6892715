//! Announces a new answer to screen readers once the reader has stopped changing it.

use gloo_timers::callback::Timeout;
use yew::{AttrValue, Html, Properties, function_component, html, use_effect_with, use_mut_ref, use_state};

/// How long nothing may change before the answer is announced, in milliseconds: long enough for a drag to end, short
/// enough for the answer to be clearly about it.
const ANNOUNCE_DELAY: u32 = 800;

#[derive(Properties, PartialEq)]
pub(crate) struct AnnouncerProps {
    /// The current answer.
    pub(crate) text: AttrValue,
}

/// A polite live region. It does not announce the first answer, which a screen reader reads as part of the page.
#[function_component]
pub(crate) fn Announcer(props: &AnnouncerProps) -> Html {
    let announced = use_state(AttrValue::default);
    // The last text that the reader knows: the first answer, then each announced one.
    let known = use_mut_ref(|| props.text.clone());
    let pending = use_mut_ref(|| None::<Timeout>);
    {
        let announced = announced.clone();
        use_effect_with(props.text.clone(), move |text| {
            let text = text.clone();
            pending.borrow_mut().take();
            if *known.borrow() != text {
                *pending.borrow_mut() = Some(Timeout::new(ANNOUNCE_DELAY, move || {
                    known.borrow_mut().clone_from(&text);
                    announced.set(text);
                }));
            }
        });
    }
    html! { <p class="unseen" role="status">{ (*announced).clone() }</p> }
}
