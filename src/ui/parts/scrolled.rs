//! A table that scrolls sideways in a frame of its own where it is wider than the page, and shows that there is more.

use web_sys::Element;
use yew::{
    AttrValue, Callback, Children, Event, Html, Properties, TargetCast, classes, function_component, html,
    use_node_ref, use_state_eq,
};

use crate::ui::browser::width::{has_more_aside, use_resized};

/// What names the frame for assistive technology.
pub(crate) enum Named<'n> {
    /// The heading with this id.
    By(&'n str),
    /// These words.
    As(String),
}

/// The table in its frame, which the keyboard can scroll.
pub(crate) fn scrolled(named: Named<'_>, table: Html) -> Html {
    let (by, label) = match named {
        Named::By(heading) => (Some(heading.to_owned()), None),
        Named::As(words) => (None, Some(words)),
    };
    html! { <Frame by={by.map(AttrValue::from)} label={label.map(AttrValue::from)}>{ table }</Frame> }
}

#[derive(Properties, PartialEq)]
struct FrameProps {
    /// The id of the heading that names it.
    by: Option<AttrValue>,
    /// The words that name it.
    label: Option<AttrValue>,
    children: Children,
}

/// The frame. An arrow lies over its edge for as long as there is more at the side.
#[function_component]
fn Frame(props: &FrameProps) -> Html {
    let frame = use_node_ref();
    let has_more = use_state_eq(|| false);
    {
        let has_more = has_more.clone();
        use_resized(&frame, move |frame| has_more.set(has_more_aside(frame)));
    }
    let on_scroll = {
        let has_more = has_more.clone();
        Callback::from(move |event: Event| has_more.set(has_more_aside(&event.target_unchecked_into::<Element>())))
    };
    html! {
        <div class={classes!("scrolled", has_more.then_some("has-more"))}>
            <div
                class="scroll" role="region" aria-labelledby={props.by.clone()} aria-label={props.label.clone()} tabindex="0"
                ref={frame} onscroll={on_scroll}
            >
                { for props.children.iter() }
            </div>
            <span class="more-aside" aria-hidden="true" data-part="more-aside">{ if *has_more { "→" } else { "" } }</span>
        </div>
    }
}
