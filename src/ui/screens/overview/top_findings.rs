//! The findings that matter most, with the way to all of them.

use yew::{Html, html};

use crate::ui::context::Context;
use crate::ui::parts::hyphenated::hyphenated;
use engine::findings::ranked;
use engine::link::{FindingId, Page, Screen};
use model::scenario::Settings;

/// How many there are: one of each of the kinds that matter most.
const SHOWN: usize = 3;

pub(super) fn top_findings(settings: Settings, page: &Context) -> Html {
    let words = page.words();
    let labels = &words.labels().overview;
    let all = Page::of(Screen::Findings, words.choice()).screen_link(settings);
    let mut kinds = Vec::new();
    let first_of_kind = ranked(page.published_checks()).into_iter().filter(|finding| {
        let is_new = !kinds.contains(&finding.check.kind);
        kinds.push(finding.check.kind);
        is_new
    });
    let items = first_of_kind.take(SHOWN).map(|finding| {
        let sentences = words.finding_sentences(page.library.published(), finding.check);
        let link = Page { finding: FindingId::of(&finding.id), ..Page::of(Screen::Findings, words.choice()) };
        html! {
            <li key={finding.id} class="top-finding" data-part="finding">
                // Three whole sentences as links would stand underlined beside each other.
                <h3><a href={format!("#{}", link.screen_link(settings))}>{ hyphenated(words.kind(finding.check.kind), words.code()) }</a></h3>
                <p>{ for sentences.first().map(|sentence| hyphenated(sentence, words.code())) }</p>
                <p class="help">{ hyphenated(words.meaning(finding.check), words.code()) }</p>
            </li>
        }
    });
    html! {
        <section class="top-findings" aria-labelledby="top-findings-title">
            <h2 id="top-findings-title">{ labels.contradictions }</h2>
            <ul>{ for items }</ul>
            <p class="way-on"><a href={format!("#{all}")}>{ labels.all_contradictions }</a></p>
        </section>
    }
}
