//! The offer to have the calculation in a page of one's own: what to show, the element to write, and how it looks.

use gloo_timers::callback::Timeout;
use web_sys::{Element, HtmlIFrameElement, HtmlInputElement};
use yew::{
    AttrValue, Callback, Event, Html, NodeRef, Properties, TargetCast, function_component, hook, html, use_effect_with,
    use_mut_ref, use_node_ref, use_state, use_state_eq,
};

use super::super::address;
use super::super::copy::Copy;
use super::super::words::use_words;
use crate::iframe::Embed;
use crate::text::Wording;

/// The preview follows once the reader's hand has rested for so many milliseconds.
const REST: u32 = 300;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct OfferProps {
    /// The link to what is on the page.
    pub(in crate::ui) link: AttrValue,
    /// What the frame is called for whoever cannot see it.
    pub(in crate::ui) title: AttrValue,
}

/// A disclosure; what it holds, a whole page among it, is there only while it is open.
#[function_component]
pub(in crate::ui) fn Offer(props: &OfferProps) -> Html {
    let own = &use_words().labels().elsewhere;
    let is_open = use_state_eq(|| false);
    let on_toggle = {
        let is_open = is_open.clone();
        Callback::from(move |event: Event| {
            is_open.set(event.target_dyn_into::<Element>().is_some_and(|details| details.has_attribute("open")));
        })
    };
    html! {
        <div class="embedding">
            // The one file may lie where nobody else finds it, and allows itself no frame.
            if address::is_hosted() {
                <details ontoggle={on_toggle}>
                    <summary>{ own.embed }</summary>
                    <div>
                        if *is_open {
                            <Open link={props.link.clone()} title={props.title.clone()} />
                        }
                    </div>
                </details>
            }
        </div>
    }
}

/// What the open disclosure holds.
#[function_component]
fn Open(props: &OfferProps) -> Html {
    let words = use_words();
    let own = &words.labels().elsewhere;
    let embed = use_state_eq(|| Embed::Chart);
    let on_choice = {
        let embed = embed.clone();
        Callback::from(move |chosen| embed.set(chosen))
    };
    let element = AttrValue::from(embed.element(&address::page(), &props.link, &props.title));
    let link = use_rested(&props.link);
    html! {
        <>
            <p class="help">{ own.embed_help }</p>
            { choices(*embed, &on_choice, words) }
            <label class="element">
                { own.element }
                <textarea readonly=true rows="4" spellcheck="false" value={element.clone()} />
            </label>
            <Copy text={element} label={own.copy_element} done={own.element_copied} by_hand={own.element_by_hand} />
            <h3>{ own.preview }</h3>
            <div><Preview key={embed.id()} embed={*embed} {link} /></div>
        </>
    }
}

fn choices(chosen: Embed, on_choice: &Callback<Embed>, words: &dyn Wording) -> Html {
    let choices = Embed::ALL.map(|embed| {
        let id = AttrValue::from(format!("embed-{}", embed.id()));
        let on_choice = on_choice.clone();
        let on_change = Callback::from(move |event: Event| {
            if event.target_unchecked_into::<HtmlInputElement>().checked() {
                on_choice.emit(embed);
            }
        });
        html! {
            <span key={embed.id()} class="choice">
                <input type="radio" name="embed" id={id.clone()} checked={embed == chosen} onchange={on_change} />
                <label for={id}>{ words.embedded(embed) }</label>
            </span>
        }
    });
    html! {
        <fieldset class="choices">
            <legend>{ words.labels().elsewhere.embed_what }</legend>
            { for choices }
        </fieldset>
    }
}

#[derive(Properties, PartialEq)]
struct PreviewProps {
    embed: Embed,
    link: AttrValue,
}

/// The frame itself, showing this very page. It follows the reader without new entries in the history of the window.
#[function_component]
fn Preview(props: &PreviewProps) -> Html {
    let own = &use_words().labels().elsewhere;
    let frame = use_node_ref();
    // The element keeps the address that it was made with; from then on the frame is led.
    let first = use_state(|| props.embed.address(&props.link));
    let shown = use_mut_ref(|| (*first).clone());
    {
        let frame = frame.clone();
        use_effect_with(props.embed.address(&props.link), move |address| {
            if *shown.borrow() != *address {
                shown.borrow_mut().clone_from(address);
                lead(&frame, address);
            }
        });
    }
    html! {
        <iframe ref={frame} data-embed={props.embed.id()} src={(*first).clone()} title={own.preview}></iframe>
    }
}

fn lead(frame: &NodeRef, address: &str) {
    let window = frame.cast::<HtmlIFrameElement>().and_then(|frame| frame.content_window());
    if let Some(window) = window {
        // A frame that does not follow shows what it showed; the element above is right all the same.
        let _ = window.location().replace(&format!("{}{address}", address::page_here()));
    }
}

/// The text as it is once it has rested.
#[hook]
fn use_rested(text: &AttrValue) -> AttrValue {
    let rested = use_state_eq(|| text.clone());
    {
        let rested = rested.clone();
        use_effect_with(text.clone(), move |text| {
            let text = text.clone();
            let waiting = Timeout::new(REST, move || rested.set(text));
            // Dropped, it is cancelled: the hand has moved on.
            move || drop(waiting)
        });
    }
    (*rested).clone()
}
