//! The screen of questions that readers ask, each with its answer and the ways into the calculator.

use yew::{Html, Properties, function_component, html, use_memo};

use super::could_explain::link_with;
use super::phrase;
use super::words::use_words;
use crate::link::{Page, Question, Screen, Whose};
use crate::notes::Library;
use crate::questions::{Asker, Reply, Way, replies};
use crate::scenario::{Scenario, Settings};
use crate::text::Wording;

#[derive(Properties, PartialEq)]
pub(super) struct QuestionsProps {
    pub(super) library: &'static Library,
    /// How the reader wants paybacks to be counted, which links to the notes keep.
    pub(super) settings: Settings,
}

/// The questions, by who asks them.
#[function_component]
pub(super) fn Questions(props: &QuestionsProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let library = props.library;
    let all = use_memo((), |()| replies(library));
    let groups = Asker::ALL.map(|asker| {
        let own = all.iter().filter(|reply| reply.asker() == asker);
        html! {
            <section key={words.asker(asker)} class="asked-by">
                <h2>{ words.asker(asker) }</h2>
                { for own.map(|reply| reply_view(reply, props.settings, words)) }
            </section>
        }
    });
    html! {
        <section class="questions" aria-labelledby="questions-title">
            <h1 id="questions-title">{ labels.questions }</h1>
            <p class="help">{ labels.questions_help }</p>
            { for groups }
        </section>
    }
}

fn reply_view(reply: &Reply<'static>, settings: Settings, words: &'static dyn Wording) -> Html {
    let question = words.question(reply);
    let ways = reply.ways();
    let links = ways.iter().enumerate().filter_map(|(index, way)| {
        let (label, link) = way_in(way, settings, words)?;
        Some(html! { <li key={index}><a href={format!("#{link}")}>{ label }</a></li> })
    });
    html! {
        <div key={question} class="question">
            <h3>{ question }</h3>
            <p class="sentence">{ phrase::show(&words.reply(reply)) }</p>
            <div class="ways">
                if !ways.is_empty() {
                    <><p class="help">{ words.labels().see_calculated }</p><ul>{ for links }</ul></>
                }
            </div>
        </div>
    }
}

/// The label and the link of a way into the calculator.
fn way_in(way: &Way<'static>, settings: Settings, words: &dyn Wording) -> Option<(String, String)> {
    let page = |screen| Page::of(screen, words.language());
    let baseline = |note| Scenario::baseline(note).with_settings(settings);
    Some(match way {
        Way::Number(note, ask) => {
            let page = Page { question: Some(Question::Of(Whose::Own, *ask)), ..page(Screen::Note) };
            let label = format!("{} ({})", words.ask(*note, *ask), words.named(&note.variant.name));
            (label, page.link(&baseline(*note)))
        }
        Way::Set(note, ix, value) => {
            let driver = note.variant.driver(*ix)?;
            let label = format!("{}: {}", words.named(&note.variant.name), words.value(*value, driver.unit));
            (label, link_with(*note, *ix, *value, settings, words)?)
        }
        Way::Compare(notes) => {
            let page = Page { other: Some(baseline(notes.right)), ..page(Screen::Compare) };
            let label = [notes.left, notes.right].map(|note| words.named(&note.variant.name));
            (label.join(" – "), page.link(&baseline(notes.left)))
        }
        Way::Note(note) => (words.note_name(*note), page(Screen::Note).link(&baseline(*note))),
    })
}
