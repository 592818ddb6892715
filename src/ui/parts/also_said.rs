//! What a note says that stands nowhere else on the page, folded.

use std::rc::Rc;

use yew::{Html, Properties, function_component, html, use_memo};

use crate::ui::parts::provenance::quote;
use crate::ui::words::use_words;
use engine::aims::aims;
use engine::also_said::also_said;
use engine::findings::Check;
use engine::notes::Library;
use model::note::Document;

#[derive(Properties, PartialEq)]
pub(crate) struct AlsoSaidProps {
    pub(crate) library: &'static Library,
    pub(crate) document: &'static Document,
    pub(crate) checks: Rc<Vec<Check>>,
}

/// Each sentence in our own words, with the document's and their place.
#[function_component]
pub(crate) fn AlsoSaid(props: &AlsoSaidProps) -> Html {
    let words = use_words();
    let document = props.document;
    let said = use_memo(document.id.as_str(), |_| {
        let documents = props.library.documents();
        also_said(documents, document, &aims(documents), &props.checks)
    });
    let name = words.document(document);
    let sentences = said.iter().map(|sentence| {
        let source = sentence.source();
        html! { <li key={source.quote.clone()}>{ words.also_said(sentence) }{ " " }{ quote(words, &name, source) }</li> }
    });
    html! {
        <details class="also-said">
            <summary>{ words.labels().also_said }</summary>
            <ul>{ for sentences }</ul>
        </details>
    }
}
