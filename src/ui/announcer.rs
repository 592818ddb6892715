//! Says the new answer to a screen reader once the hand rests.

use gloo_timers::callback::Timeout;
use yew::{AttrValue, Html, Properties, function_component, html, use_effect_with, use_mut_ref, use_state};

/// Long enough that a drag is over, short enough that the answer still belongs to it. In milliseconds.
const REST: u32 = 800;

#[derive(Properties, PartialEq)]
pub(super) struct AnnouncerProps {
    /// What there is to say now.
    pub(super) text: AttrValue,
}

/// A polite live region. It says nothing of the page as it was opened: that is read from the page itself.
#[function_component]
pub(super) fn Announcer(props: &AnnouncerProps) -> Html {
    let said = use_state(AttrValue::default);
    let heard = use_mut_ref(|| props.text.clone());
    let pending = use_mut_ref(|| None::<Timeout>);
    {
        let said = said.clone();
        use_effect_with(props.text.clone(), move |text| {
            let text = text.clone();
            pending.borrow_mut().take();
            if *heard.borrow() != text {
                *pending.borrow_mut() = Some(Timeout::new(REST, move || {
                    heard.borrow_mut().clone_from(&text);
                    said.set(text);
                }));
            }
        });
    }
    html! { <p class="unseen" role="status">{ (*said).clone() }</p> }
}
