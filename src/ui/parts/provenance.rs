//! Shows where a driver's value comes from, with quotes from the documents.

use yew::{Html, html};

use model::brackets::Interval;
use model::note::{Document, Driver, DriverIx, Effort, Note, Source};
use words::{Words, full_stop, rejoined};

/// The kind of origin, the explanation of the value, the interval that printed cells leave for it, and every quote.
pub(crate) fn origin(words: Words, driver: &Driver, note: Note<'_>, interval: Option<Interval>) -> Html {
    let interval = interval.map(|interval| words.interval(interval, driver.unit));
    html! {
        <div class="origin">
            <p>{ words.origin_sentence(&driver.origin) }{ " " }{ explanation(words, driver, note).unwrap_or_default() }{ interval.unwrap_or_default() }</p>
            { quote_list(words, driver, note.document) }
        </div>
    }
}

/// The explanation and the quotes alone, for use within the explanation of a number.
pub(crate) fn quotes(words: Words, driver: &Driver, note: Note<'_>) -> Html {
    html! {
        <div class="origin">
            <p>{ explanation(words, driver, note).unwrap_or_default() }</p>
            { quote_list(words, driver, note.document) }
        </div>
    }
}

fn explanation(words: Words, driver: &Driver, note: Note<'_>) -> Option<String> {
    words.explanation(note, driver).map(|explanation| full_stop(explanation) + " ")
}

/// The quotes for the value, for its parts and for its range.
fn quote_list(words: Words, driver: &Driver, document: &Document) -> Html {
    let document = words.document_name(&driver.origin.document(document));
    let sources = driver.origin.sources();
    let parts = driver.parts.iter().map(|part| {
        let text = format!("{}: {}", words.value(part.value, driver.unit), words.named(&part.name));
        html! { <li key={text.clone()}>{ text }<br />{ quote(words, &document, &part.source) }</li> }
    });
    let sources =
        sources.iter().map(|source| html! { <li key={source.quote.clone()}>{ quote(words, &document, source) }</li> });
    let range = driver
        .range
        .iter()
        .filter_map(|range| range.source.as_ref())
        .map(|source| html! { <li key="range">{ quote(words, &document, source) }</li> });
    html! { <ul>{ for sources }{ for parts }{ for range }</ul> }
}

/// What the share of an effort is a share of, where the driver is such a share.
pub(crate) fn share_terms(words: Words, note: Note<'_>, ix: DriverIx) -> Html {
    let is_share = |effort: &Effort| effort.effect.is_some_and(|effect| effect.full == ix);
    let target = note.variant.efforts.iter().position(is_share).and_then(|effort| note.target_of(effort));
    let terms = target.and_then(|target| target.terms.as_ref());
    let facts = terms.map(|terms| facts(words, &words.document(note.document), words.terms(terms)));
    html! { <div class="share-terms">{ facts.unwrap_or_default() }</div> }
}

/// A fact about a share: its heading, our own words, and the document's.
pub(crate) type Fact<'t> = (&'static str, String, Option<&'t Source>);

/// Facts about a share as a list.
pub(crate) fn facts<'t>(words: Words, document: &str, facts: impl IntoIterator<Item = Fact<'t>>) -> Html {
    let facts = facts.into_iter().map(|(head, says, source)| {
        let source = source.map(|source| quote(words, document, source)).unwrap_or_default();
        html! { <div key={head}><dt>{ head }</dt><dd><span>{ says }</span>{ " " }<span>{ source }</span></dd></div> }
    });
    html! { <dl class="facts-of-share">{ for facts }</dl> }
}

/// A quote from the document, and where it stands there.
pub(crate) fn quote(words: Words, document: &str, source: &Source) -> Html {
    html! {
        <><q lang="da">{ rejoined(source.words()) }</q>{ " " }<cite>{ words.place(document, source) }</cite></>
    }
}
