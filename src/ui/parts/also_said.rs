//! What a note says that stands nowhere else on the page, folded.

use yew::{Html, Properties, function_component, html, use_memo};

use crate::ui::context::use_page;
use crate::ui::parts::provenance::quote;
use engine::aims::aims;
use engine::also_said::also_said;
use model::note::Document;

#[derive(Properties, PartialEq)]
pub(crate) struct AlsoSaidProps {
    pub(crate) document: &'static Document,
}

/// Each sentence in our own words, with the document's and their place.
#[function_component]
pub(crate) fn AlsoSaid(props: &AlsoSaidProps) -> Html {
    let page = use_page();
    let words = page.words();
    let document = props.document;
    let said = use_memo(document.id.as_str(), |_| {
        let documents = page.library.documents();
        also_said(documents, document, &aims(documents), page.checks())
    });
    let name = words.document(document);
    let sentences = said.iter().map(|sentence| {
        let source = sentence.source();
        html! { <li key={source.quote.clone()}>{ words.also_said(sentence) }{ " " }{ quote(words, &name, source) }</li> }
    });
    html! {
        <details class="also-said">
            <summary>{ words.labels().aims.also_said }</summary>
            <ul>{ for sentences }</ul>
        </details>
    }
}
