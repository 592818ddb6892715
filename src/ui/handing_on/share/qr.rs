//! The link as a QR code.

use web_sys::HtmlDetailsElement;
use yew::{AttrValue, Callback, Event, Html, Properties, TargetCast, function_component, html, use_state_eq};

use crate::ui::context::use_words;
use crate::ui::handing_on::save::{Picture, save};
use crate::ui::parts::drawing::DrawingView;
use model::note::Note;

/// How wide and high the code is, in sixteenths of the text size.
const SIZE: f64 = 240.0;

#[derive(Properties, PartialEq)]
pub(super) struct CodeProps {
    /// The address that the code holds.
    pub(super) address: AttrValue,
    /// The title of the saved picture.
    pub(super) subject: String,
    /// The link, without the `#`.
    pub(super) link: AttrValue,
    pub(super) note: Note<'static>,
}

/// A disclosure with the code, which is drawn when the reader opens it.
#[function_component]
pub(super) fn Code(props: &CodeProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let open = use_state_eq(|| false);
    let on_toggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            // The disclosure around this one listens for the same event.
            event.stop_propagation();
            open.set(event.target_unchecked_into::<HtmlDetailsElement>().open());
        })
    };
    let drawing = open.then(|| charts::qr(&props.address, SIZE)).flatten();
    html! {
        <details class="qr" ontoggle={on_toggle}>
            <summary id="qr-title">{ labels.sharing.qr }</summary>
            {
                match drawing {
                    Some(drawing) => html! {
                        <div key="code">
                            <DrawingView drawing={drawing.clone()} named_by="qr-title" />
                            { save(Picture {
                                name: format!("{}-qr", props.note.variant.id),
                                chart: props.subject.clone(),
                                title: props.subject.clone(),
                                subtitles: Vec::new(),
                                source: words.source_of(props.note),
                                link: props.link.to_string(),
                                drawing,
                            }, words) }
                        </div>
                    },
                    None => html! { <p key="none" class="help">{ if *open { labels.sharing.qr_too_long } else { "" } }</p> },
                }
            }
        </details>
    }
}
