//! Shows where a driver's value comes from, with quotes from the documents.

use yew::{Html, html};

use crate::brackets::Interval;
use crate::note::{Document, Driver, Source};
use crate::text::Wording;

/// The kind of origin, the explanation of the value, the interval that printed cells leave for it, and every quote.
pub(super) fn origin(words: &dyn Wording, driver: &Driver, document: &Document, interval: Option<Interval>) -> Html {
    let interval = interval.map(|interval| words.interval(interval, driver.unit));
    html! {
        <div class="origin">
            <p>{ words.origin_sentence(&driver.origin) }{ " " }{ explanation(words, driver).unwrap_or_default() }{ interval.unwrap_or_default() }</p>
            { quote_list(words, driver, document) }
        </div>
    }
}

/// The explanation and the quotes alone, for use within the explanation of a number.
pub(super) fn quotes(words: &dyn Wording, driver: &Driver, document: &Document) -> Html {
    html! {
        <div class="origin">
            <p>{ explanation(words, driver).unwrap_or_default() }</p>
            { quote_list(words, driver, document) }
        </div>
    }
}

fn explanation(words: &dyn Wording, driver: &Driver) -> Option<String> {
    let names = driver.origin.explanation()?;
    Some(format!("{}. ", words.named(names)))
}

/// The quotes for the value, for its parts and for its range.
fn quote_list(words: &dyn Wording, driver: &Driver, document: &Document) -> Html {
    let document = words.document_name(&driver.origin.document(document));
    let sources = driver.origin.sources();
    let parts = driver.parts.iter().map(|part| {
        let text = format!("{}: {}", words.value(part.value, driver.unit), words.named(&part.name));
        html! { <li key={text.clone()}>{ text }<br />{ quote(words, &document, &part.source) }</li> }
    });
    let sources =
        sources.iter().map(|source| html! { <li key={source.quote.clone()}>{ quote(words, &document, source) }</li> });
    let range =
        driver.range.iter().map(|range| html! { <li key="range">{ quote(words, &document, &range.source) }</li> });
    html! { <ul>{ for sources }{ for parts }{ for range }</ul> }
}

/// A quote from the document, and where it stands there.
pub(super) fn quote(words: &dyn Wording, document: &str, source: &Source) -> Html {
    html! {
        <><q lang="da">{ source.quote.clone() }</q>{ " " }<cite>{ words.place(document, source) }</cite></>
    }
}
