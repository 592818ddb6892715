//! What stands in the place of a piece of the page that has not arrived.

use yew::{Html, MouseEvent, html};

use crate::ui::pieces::Arrival;
use words::Words;

/// That it is on its way or, where it was refused, why it is missing and a button that asks once more.
pub(crate) fn awaited<V>(arrival: &Arrival<V>, words: Words) -> Html {
    let labels = &words.labels().shell;
    match arrival {
        Arrival::Refused(ask) => html! {
            <p class="message problem" role="status" data-part="refused">
                { labels.rest_refused }{ " " }
                <button type="button" onclick={ask.reform(|_: MouseEvent| ())}>{ labels.try_again }</button>
            </p>
        },
        Arrival::Awaited | Arrival::Here(_) => {
            html! { <p class="help" role="status" data-part="awaited">{ labels.rest_awaited }</p> }
        }
    }
}
