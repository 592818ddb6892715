//! The screen of questions that readers ask, each with its answer and the ways into the calculator.

use std::rc::Rc;

use yew::{Html, Properties, function_component, html, use_memo, use_mut_ref};

use crate::ui::context::use_page;
use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::numbers::panel::panel;
use crate::ui::parts::links::link_with;
use crate::ui::section::Section;
use engine::compare::Pair;
use engine::link::{Page, Question, Screen, Whose};
use engine::questions::{Asker as AskedBy, Reply, Way, replies};
use model::scenario::{Scenario, Settings};
use words::{Phrase, Piece, Words};

#[derive(Properties, PartialEq)]
pub(crate) struct QuestionsProps {
    /// Holds the number that is asked about, and how the reader wants paybacks to be counted, which links to the notes keep.
    pub(crate) site: Rc<Site>,
}

/// The questions, by who asks them.
#[function_component]
pub(crate) fn Questions(props: &QuestionsProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = words.labels();
    let library = page.library;
    let all = use_memo(library, |library| replies(library));
    // An explanation leads on to numbers that no answer names. They open where the reader began.
    let opened_in = use_mut_ref(|| None::<usize>);
    let open = open_in(&props.site, &all, *opened_in.borrow());
    opened_in.replace(open);
    let groups = AskedBy::ALL.map(|asker| {
        let own = all.iter().enumerate().filter(|(_, reply)| reply.asker() == asker);
        html! {
            <section key={words.asker(asker)} class="asked-by">
                <h2>{ words.asker(asker) }</h2>
                { for own.map(|(index, reply)| reply_view(reply, &props.site, open == Some(index), words)) }
            </section>
        }
    });
    html! {
        <section class="questions" aria-labelledby="questions-title">
            <h1 id="questions-title" tabindex="-1">{ labels.screens.questions }</h1>
            <p class="help">{ labels.questions.help }</p>
            { for groups }
        </section>
    }
}

/// The position of the answer below which the open explanation stands: the one with its number, else the one that the reader
/// opened last, else the first about the same note.
fn open_in(site: &Site, all: &[Reply<'static>], opened: Option<usize>) -> Option<usize> {
    let Some((Section::Answers, Question::Of(Whose::Baseline(note), ask))) = &site.asked else { return None };
    let first_with = |is_meant: &dyn Fn(&Way<'static>) -> bool| {
        all.iter().position(|reply| reply.numbers().iter().flatten().any(is_meant))
    };
    let is_it = |way: &Way<'static>| matches!(way, Way::Number(of, number) if of == note && number == ask);
    let is_of_note = |way: &Way<'static>| matches!(way, Way::Number(of, _) if of == note);
    first_with(&is_it).or(opened).or_else(|| first_with(&is_of_note))
}

fn reply_view(reply: &Reply<'static>, site: &Rc<Site>, is_open: bool, words: Words) -> Html {
    let settings = site.own.scenario.settings();
    let question = words.question(reply).into_owned();
    let ways = reply.ways();
    let links = ways.iter().enumerate().filter_map(|(index, way)| {
        let (label, link) = way_in(way, settings, words)?;
        Some(html! { <li key={index}><a href={format!("#{link}")}>{ label }</a></li> })
    });
    html! {
        <div key={question.clone()} class="question" data-part="question">
            <h3>{ question }</h3>
            <p class="sentence">{ sentence(&words.reply(reply), &reply.numbers(), site, words) }</p>
            <div>{ if is_open { site.asker_in(Section::Answers).map(|asker| panel(&asker, Section::Answers)) } else { None }.unwrap_or_default() }</div>
            <div class="ways">
                if !ways.is_empty() {
                    <><p class="help">{ words.labels().questions.see_calculated }</p><ul>{ for links }</ul></>
                }
            </div>
        </div>
    }
}

/// The answer. A number opens its explanation below, or leads to the place where it is computed.
fn sentence(phrase: &Phrase, numbers: &[Option<Way<'static>>], site: &Rc<Site>, words: Words) -> Html {
    let mut numbers = numbers.iter();
    let piece = |piece: &Piece| match piece {
        Piece::Plain(words) => html! { <>{ words.clone() }</> },
        Piece::Strong(shown) | Piece::Driver(shown, _) => {
            let shown = html! { <strong>{ shown.clone() }</strong> };
            match numbers.next() {
                Some(Some(Way::Number(note, ask))) => {
                    Asker::new(site.clone(), Whose::Baseline(*note)).number(Section::Answers, *ask, shown)
                }
                Some(Some(way)) => match way_in(way, site.own.scenario.settings(), words) {
                    Some((_, link)) => html! { <a class="number-link" href={format!("#{link}")}>{ shown }</a> },
                    None => shown,
                },
                Some(None) | None => shown,
            }
        }
    };
    phrase.pieces().iter().map(piece).collect()
}

/// The label and the link of a way into the calculator.
fn way_in(way: &Way<'static>, settings: Settings, words: Words) -> Option<(String, String)> {
    let page = |screen| Page::of(screen, words.choice());
    let baseline = |note| Scenario::baseline(note).with_settings(settings);
    let side_by_side = |notes: &Pair<_>, question: Option<Question<'static>>| {
        let page = Page { other: Some(baseline(notes.right)), question, ..page(Screen::Compare) };
        let label = [notes.left, notes.right].map(|note| words.named(&note.variant.name));
        (label.join(" – "), page.link(&baseline(notes.left)))
    };
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
        Way::Compare(notes) => side_by_side(notes, None),
        Way::Apart(notes, ask) => {
            side_by_side(notes, Some(Question::Difference(Pair { left: Some(*ask), right: Some(*ask) })))
        }
        Way::Note(note) => (words.note_name(*note), page(Screen::Note).link(&baseline(*note))),
    })
}
