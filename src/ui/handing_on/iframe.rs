//! The offer to embed the calculation in another page: what to show, the element to paste, and a preview.

use gloo_timers::callback::Timeout;
use web_sys::{Element, HtmlIFrameElement, HtmlInputElement};
use yew::{
    AttrValue, Callback, Event, Html, NodeRef, Properties, TargetCast, function_component, hook, html, use_effect_with,
    use_mut_ref, use_node_ref, use_state, use_state_eq,
};

use crate::ui::browser::address;
use crate::ui::context::use_words;
use crate::ui::handing_on::copy::Copy;
use engine::iframe::Embed;
use words::Words;

/// The id of the disclosure.
pub(super) const OFFER: &str = "embed-offer";

/// The preview follows once nothing has changed for this many milliseconds.
const REST: u32 = 300;

#[derive(Clone, Properties, PartialEq)]
pub(crate) struct OfferProps {
    /// The link to what is on the page.
    pub(crate) link: AttrValue,
    /// The title of the iframe, for readers who cannot see it.
    pub(crate) title: AttrValue,
    /// What the page is called with the note inside, where the reader has brought it: this page shows it to nobody else.
    pub(crate) own_page: Option<AttrValue>,
}

/// A disclosure. Its content includes a whole page, so it only exists while the disclosure is open.
#[function_component]
pub(crate) fn Offer(props: &OfferProps) -> Html {
    let labels = &use_words().labels().elsewhere;
    let is_open = use_state_eq(|| false);
    let on_toggle = {
        let is_open = is_open.clone();
        Callback::from(move |event: Event| {
            is_open.set(event.target_dyn_into::<Element>().is_some_and(|details| details.has_attribute("open")));
        })
    };
    html! {
        <div class="embedding">
            // The one file may be in a place that nobody else can reach, and its policy forbids iframes.
            if address::is_hosted() {
                <details id={OFFER} ontoggle={on_toggle}>
                    <summary>{ labels.embed }</summary>
                    <div>
                        if *is_open {
                            <Open ..props.clone() />
                        }
                    </div>
                </details>
            }
        </div>
    }
}

/// The content of the open disclosure.
#[function_component]
fn Open(props: &OfferProps) -> Html {
    let words = use_words();
    let labels = &words.labels().elsewhere;
    let embed = use_state_eq(|| Embed::Chart);
    let on_choice = {
        let embed = embed.clone();
        Callback::from(move |chosen| embed.set(chosen))
    };
    let page = props.own_page.as_ref().map_or_else(address::page, AttrValue::to_string);
    let element = AttrValue::from(embed.element(&page, &props.link, &props.title));
    let help = match &props.own_page {
        Some(file) => words.embed_own_help(file),
        None => labels.embed_help.to_owned(),
    };
    let link = use_settled(&props.link);
    html! {
        <>
            <p class="help">{ help }</p>
            { choices(*embed, &on_choice, words) }
            <label class="element">
                { labels.element }
                <textarea readonly=true rows="6" spellcheck="false" value={element.clone()} />
            </label>
            <Copy text={element} label={labels.copy_element} done={labels.element_copied} by_hand={labels.element_by_hand} />
            <div>
                if props.own_page.is_none() {
                    <h3>{ labels.preview }</h3>
                    <Preview key={embed.id()} embed={*embed} {link} />
                }
            </div>
        </>
    }
}

fn choices(chosen: Embed, on_choice: &Callback<Embed>, words: Words) -> Html {
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

/// The iframe, which shows this same page. It follows the reader's changes without new entries in the browser's
/// history.
#[function_component]
fn Preview(props: &PreviewProps) -> Html {
    let labels = &use_words().labels().elsewhere;
    let iframe = use_node_ref();
    // The element keeps its first address. Later addresses are opened inside the iframe.
    let first = use_state(|| props.embed.address(&props.link));
    let shown = use_mut_ref(|| (*first).clone());
    {
        let iframe = iframe.clone();
        use_effect_with(props.embed.address(&props.link), move |address| {
            if *shown.borrow() != *address {
                shown.borrow_mut().clone_from(address);
                open_inside(&iframe, address);
            }
        });
    }
    html! {
        <iframe ref={iframe} data-embed={props.embed.id()} src={(*first).clone()} title={labels.preview}></iframe>
    }
}

fn open_inside(iframe: &NodeRef, address: &str) {
    let window = iframe.cast::<HtmlIFrameElement>().and_then(|iframe| iframe.content_window());
    if let Some(window) = window {
        // If this fails, the preview shows the last address. The element to paste is right anyway.
        let _ = window.location().replace(&format!("{}{address}", address::page_here()));
    }
}

/// The last text that stayed the same for [`REST`] milliseconds.
#[hook]
fn use_settled(text: &AttrValue) -> AttrValue {
    let settled = use_state_eq(|| text.clone());
    {
        let settled = settled.clone();
        use_effect_with(text.clone(), move |text| {
            let text = text.clone();
            let timeout = Timeout::new(REST, move || settled.set(text));
            // Dropping the timeout cancels it, because the text has changed again.
            move || drop(timeout)
        });
    }
    (*settled).clone()
}
