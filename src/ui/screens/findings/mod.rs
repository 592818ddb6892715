//! The screen of findings: a card for every check between documents that differs, those that matter most first.

use web_sys::HtmlSelectElement;
use yew::{Event, Html, Properties, TargetCast, function_component, html, use_effect_with};

use crate::ui::browser::{address, focus};
use crate::ui::context::{Context, use_page};
use crate::ui::handing_on::copy::Copy;
use crate::ui::parts::could_explain;
use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::state::Action;
use engine::findings::{Check, Explanation, Finding, Kind, Place, Verdict, ranked};
use engine::link::{About, FindingId, Page, Screen};
use engine::notes::Library;
use model::ordered::by_key;
use model::scenario::Settings;
use words::{Words, rejoined};

#[derive(Properties, PartialEq)]
pub(crate) struct FindingsProps {
    /// How the reader wants paybacks to be counted, which links to the notes keep.
    pub(crate) settings: Settings,
    /// The finding that the link leads to.
    pub(crate) finding: Option<FindingId>,
    /// The document that the findings are about; `None` for all of them.
    pub(crate) about: Option<About>,
}

/// The checks, and the choice of the document to show them for.
#[function_component]
pub(crate) fn Findings(props: &FindingsProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = words.labels();
    let chosen = props.about.as_ref().map(|about| &about.document);
    let is_shown = |check: &Check| chosen.is_none_or(|document| check.concerns(document));
    let on_choose = page.on_action.reform(|event: Event| {
        let document = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::FindingsAbout((!document.is_empty()).then_some(document))
    });
    let shown: Vec<Check> = page.checks().iter().filter(|check| is_shown(check)).cloned().collect();
    let choices = page.library.documents().iter().map(|document| {
        html! {
            <option key={document.id.clone()} value={document.id.clone()} selected={chosen == Some(&document.id)}>
                { words.document(document) }
            </option>
        }
    });
    let found: Vec<Finding<'_>> = ranked(page.checks()).into_iter().filter(|finding| is_shown(finding.check)).collect();
    let (smaller, larger): (Vec<_>, Vec<_>) = found.iter().partition(|finding| finding.check.kind.is_minor());
    let is_linked = |finding: &&Finding<'_>| props.finding.as_ref().is_some_and(|id| id.as_str() == finding.id);
    let is_open = smaller.iter().any(is_linked);
    use_effect_with(props.finding.clone(), |finding| {
        if let Some(finding) = finding {
            focus::give_and_scroll(finding.as_str());
        }
    });
    let agreeing = shown.iter().filter(|check| check.verdict() != Verdict::Differ);
    html! {
        <section class="disagreements" aria-labelledby="findings-title">
            <h1 id="findings-title" tabindex="-1">{ labels.screens.findings }</h1>
            <p class="help">{ labels.findings.help }</p>
            <p class="filter">
                <label for="findings-document">{ labels.findings.show }</label>
                <select id="findings-document" onchange={on_choose}>
                    <option key="" value="" selected={chosen.is_none()}>{ labels.findings.all_documents }</option>
                    { for choices }
                </select>
            </p>
            <p class="tally" role="status">{ words.tally_in_short(&shown) }</p>
            { index(props, &found, words) }
            <ol class="cards">{ for larger.into_iter().map(|finding| card(props, finding, &page)) }</ol>
            <details open={is_open}>
                <summary>{ words.smaller_findings(smaller.len()) }</summary>
                <ol class="cards">{ for smaller.iter().map(|finding| card(props, finding, &page)) }</ol>
            </details>
            <details>
                <summary>{ labels.findings.agreeing }</summary>
                <p>{ words.tally(&shown) }</p>
                <ul class="agreeing">
                    { for agreeing.enumerate().map(|(index, check)| html! {
                        <li key={index}>
                            { words.kind(check.kind) }{ ": " }<strong>{ parted(&words.agreeing_values(check).join("; "), words) }</strong>{ " " }
                            { for check.cited().into_iter().flatten().enumerate().map(|(place_index, place)| html! {
                                <span key={place_index}>{ if place_index > 0 { " ↔ " } else { "" } }{ place_view(page.library, place, words) }</span>
                            }) }
                        </li>
                    }) }
                </ul>
            </details>
        </section>
    }
}

/// The kinds of the findings by their names, as in the index of a book, each with their number and the way to the first of them: of one
/// kind they stand together. The cards below are in another order, that of what matters most.
fn index(props: &FindingsProps, found: &[Finding<'_>], words: Words) -> Html {
    let kinds = each_once_in_order(found.iter().map(|finding| finding.check.kind));
    let kinds = by_key(kinds, |kind| words.in_index(words.kind(*kind)));
    let item = |kind: Kind| {
        let mut of_kind = found.iter().filter(|finding| finding.check.kind == kind);
        let count = of_kind.clone().count();
        let first = of_kind.next().and_then(|finding| FindingId::of(&finding.id));
        let to = Page { finding: first, about: props.about.clone(), ..Page::of(Screen::Findings, words.choice()) };
        html! {
            <li key={kind.id()}>
                <a href={format!("#{}", to.screen_link(props.settings))}>{ parted(words.kind(kind), words) }</a>{ format!(" ({count})") }
            </li>
        }
    };
    html! {
        <details class="kinds screen-only">
            <summary>{ words.labels().findings.by_kind }</summary>
            <nav aria-label={words.labels().findings.by_kind}><ul>{ for kinds.into_iter().map(item) }</ul></nav>
        </details>
    }
}

/// Each of these once, in the order in which they come first.
fn each_once_in_order(kinds: impl Iterator<Item = Kind>) -> Vec<Kind> {
    let mut once = Vec::new();
    for kind in kinds {
        if !once.contains(&kind) {
            once.push(kind);
        }
    }
    once
}

/// A text in the language of the page, with its long words parted.
fn parted(text: &str, words: Words) -> Html {
    hyphenated(text, words.code())
}

/// A finding: what it says, what it means, both places with their words, what could explain it, and what we compute with.
fn card(props: &FindingsProps, finding: &Finding<'_>, page: &Context) -> Html {
    let words = page.words();
    let labels = &words.labels().findings;
    let library = page.library;
    let documents = library.documents();
    let Finding { id, check } = finding;
    let is_lead_needed = |explanation: &Explanation| !matches!(explanation, Explanation::Searched { .. });
    // What a search has found says itself that it could explain the numbers.
    let lead = if check.all_explanations().into_iter().any(is_lead_needed) { labels.could_explain } else { "" };
    let sentences = words.explanations(documents, check);
    let explanations =
        check.all_explanations().into_iter().zip(&sentences).map(|(explanation, sentence)| match explanation {
            Explanation::Searched { variant, search } => {
                let note = library.find(variant);
                note.map(|note| could_explain::shown(note, search, props.settings, words)).unwrap_or_default()
            }
            _ => parted(sentence, words),
        });
    let said = words.finding_sentences(documents, check);
    // Whoever opens the link needs the file of a note that does not ship.
    let about = documents.iter().find(|it| it.fingerprint.is_some() && check.concerns(&it.id)).map(About::of);
    let link = Page { finding: FindingId::of(id), about, ..Page::of(Screen::Findings, words.choice()) };
    let address = address::to_copy(&link.screen_link(props.settings));
    // Whoever passes it on passes on where it stands.
    let places = check.cited().into_iter().flatten().map(|place| format!("{}.", words.cited_place(documents, place)));
    let copied = said.iter().cloned().chain(places).chain([address]).collect::<Vec<_>>().join(" ");
    html! {
        <li key={id.clone()} id={id.clone()} class="finding card" data-part="finding" tabindex="-1">
            <h2 class="kind">{ parted(&words.finding_title(documents, check), words) }</h2>
            { for said.into_iter().map(|sentence| html! { <p key={sentence.clone()} class="sentence">{ parted(&sentence, words) }</p> }) }
            <p class="means"><strong>{ labels.means }</strong>{ " " }{ parted(words.meaning(check), words) }</p>
            <ul class="sides">
                { for check.cited().into_iter().flatten().enumerate().map(|(index, place)| html! {
                    <li key={index}>{ place_view(library, place, words) }</li>
                }) }
            </ul>
            <p class="explained">{ lead }{ for explanations.map(|explanation| html! { <>{ " " }{ explanation }</> }) }</p>
            <p class="help">{ labels.we_compute }{ " " }{ parted(words.remedy(check.kind), words) }</p>
            <Copy text={copied} label={labels.copy} done={labels.copied} by_hand={words.labels().method_screen.text_by_hand} />
        </li>
    }
}

/// A place in a document, and the document's words there.
fn place_view(library: &'static Library, place: &Place, words: Words) -> Html {
    let document = library.documents().iter().find(|document| document.id == place.document);
    let title = document.map(|document| words.document(document)).unwrap_or_default();
    html! {
        <>
            <cite>{ parted(&title, words) }</cite>
            <span>
                if !place.place.is_empty() {
                    { ", " }{ parted(&words.table_or_section(&place.place), words) }
                }
            </span>
            { " " }
            <span>
                if !place.words.is_empty() {
                    <q lang="da">{ for marked(&rejoined(&place.words)) }</q>
                }
            </span>
        </>
    }
}

/// The document's words with their numbers marked.
fn marked(text: &str) -> Vec<Html> {
    let is_of_number = |letter: char| letter.is_ascii_digit() || letter == '.' || letter == ',';
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|letter| !is_of_number(letter)).unwrap_or(from.len());
        // A mark of punctuation at the end belongs to the sentence.
        let number = from.get(..end).unwrap_or_default().trim_end_matches(['.', ',']);
        parts.push(hyphenated(before, "da"));
        parts.push(html! { <mark>{ number.to_owned() }</mark> });
        rest = from.get(number.len()..).unwrap_or_default();
    }
    parts.push(hyphenated(rest, "da"));
    parts
}
