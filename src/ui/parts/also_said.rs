//! What a note says that stands nowhere else on the page, folded.

use yew::{Html, Properties, function_component, html, use_memo};

use crate::ui::context::use_page;
use crate::ui::parts::provenance::quote;
use engine::aims::aims;
use engine::also_said::{AlsoSaid, also_said};
use model::note::Document;
use words::Words;

#[derive(Properties, PartialEq)]
pub(crate) struct AlsoSaidProps {
    pub(crate) document: &'static Document,
}

/// Each sentence in our own words, with the document's and their place.
#[function_component]
pub(crate) fn AlsoSaidView(props: &AlsoSaidProps) -> Html {
    let page = use_page();
    let words = page.words();
    let document = props.document;
    let said = use_memo(document.id.as_str(), |_| {
        let documents = page.library.documents();
        also_said(documents, document, &aims(documents), page.checks())
    });
    html! {
        <details class="also-said">
            <summary>{ words.labels().aims.also_said }</summary>
            { sentences(&said, document, words) }
        </details>
    }
}

/// Sentences of a document as a list: each in our own words, with the document's and their place.
pub(crate) fn sentences(said: &[AlsoSaid<'_>], document: &Document, words: Words) -> Html {
    let name = words.document(document);
    let items = said.iter().map(|sentence| {
        let source = sentence.source();
        html! { <li key={source.quote.clone()}>{ words.also_said(sentence) }{ " " }{ quote(words, &name, source) }</li> }
    });
    html! { <ul>{ for items }</ul> }
}
