//! The page as a whole: holds the state, derives everything from it once, and hands each part what it shows.

use std::rc::Rc;

use yew::{Callback, Html, MouseEvent, Properties, function_component, html, use_memo, use_reducer_eq};

use super::address::{self, use_address};
use super::announcer::Announcer;
use super::answer::AnswerView;
use super::cumulative::Cumulative;
use super::drivers::Drivers;
use super::efforts::Efforts;
use super::figures::FiguresView;
use super::findings::Findings;
use super::focus;
use super::notices::Notices;
use super::overview::Overview;
use super::share::Share;
use super::sides::Sides;
use super::state::{Action, State};
use super::table::BudgetTable;
use super::words::use_words;
use crate::audit::{Check, audit};
use crate::evaluate::{Outcome, evaluate};
use crate::figures::{Figures, figures, published_checks};
use crate::link::{self, Screen};
use crate::notes::Library;
use crate::say;
use crate::scenario::Scenario;
use crate::text::Wording;

/// What the page is made from.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The notes.
    pub library: &'static Library,
}

/// The page where there is a note to show.
#[function_component]
pub fn App(props: &AppProps) -> Html {
    match State::open(props.library, &address::read()) {
        Some(opened) => html! { <Page {opened} /> },
        None => html! { <NoNotes /> },
    }
}

/// The page where even the notes could not be read.
#[function_component]
pub(super) fn NoNotes() -> Html {
    let words = use_words();
    html! { <main><p class="message problem">{ words.labels().no_notes }</p></main> }
}

fn compute(scenario: &Scenario<'static>) -> Option<(Outcome, Figures)> {
    let outcome = evaluate(scenario).ok()?;
    let figures = figures(scenario.note(), &outcome)?;
    Some((outcome, figures))
}

#[derive(Properties, PartialEq)]
struct PageProps {
    opened: State,
}

#[function_component]
fn Page(props: &PageProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let state = use_reducer_eq(|| props.opened.clone());
    let on_action = {
        let dispatcher = state.dispatcher();
        Callback::from(move |action: Action| dispatcher.dispatch(action))
    };
    let link = state.link();
    use_address(&link, {
        let on_action = on_action.clone();
        let library = props.opened.library();
        Callback::from(move |text: String| {
            let shown = State::open(library, &text).map(|opened| opened.link()).unwrap_or_default();
            on_action.emit(Action::LinkOpened(text));
            shown
        })
    });
    let library = props.opened.library();
    let checks = use_memo((), |()| audit(library.documents()));
    let note = state.scenario.note();
    let published =
        use_memo((note.variant.id.clone(), note.variant.savings_from.clone()), |_| compute(&Scenario::published(note)));
    let now = use_memo(state.scenario.clone(), compute);
    let shown = match state.screen {
        Screen::Overview => html! { <Overview key="overview" {library} checks={checks.clone()} /> },
        Screen::Findings => html! { <Findings key="findings" {library} checks={checks.clone()} /> },
        Screen::Note => match (&*published, &*now) {
            (Some(published), Some(now)) => html! {
                <article key={note.variant.id.clone()}>
                    { heading(&state, words) }
                    { calculator(&state, published, now, &link, &on_action, &checks, words) }
                    { other_notes(&state, words) }
                </article>
            },
            _ => html! { <p key="error" class="message problem">{ labels.cannot_compute }</p> },
        },
    };
    html! {
        <>
            <header class="top">
                <a class="skip" href={format!("#{link}")} onclick={|event: MouseEvent| skip_to_content(&event)}>{ labels.skip_to_answer }</a>
                <p class="site"><a href={format!("#{}", link::screen(Screen::Overview))}>{ labels.site }</a></p>
                <p class="tagline">{ labels.tagline }</p>
                { navigation(state.screen, words) }
            </header>
            <main id="content" tabindex="-1">
                <Notices notices={state.notices.clone()} on_action={on_action.clone()} />
                { shown }
            </main>
            <footer>
                <p>{ labels.about }</p>
                <p>{ words.foot(env!("CARGO_PKG_VERSION")) }</p>
            </footer>
        </>
    }
}

fn navigation(screen: Screen, words: &dyn Wording) -> Html {
    let labels = words.labels();
    let item = |name: &'static str, to: Screen| {
        let current = (screen == to).then_some("page");
        html! { <li key={name}><a href={format!("#{}", link::screen(to))} aria-current={current}>{ name }</a></li> }
    };
    html! {
        <nav aria-label={labels.navigation}>
            <ul>{ item(labels.overview, Screen::Overview) }{ item(labels.findings, Screen::Findings) }</ul>
        </nav>
    }
}

/// What the note is, and what it says of decision and risk.
fn heading(state: &State, words: &dyn Wording) -> Html {
    let labels = words.labels();
    let note = state.scenario.note();
    let code = words.code();
    html! {
        <div class="title">
            <h1>{ note.document.title.get(code).0 }</h1>
            <p class="note-line">{ words.note_line(note) }</p>
            <dl class="about">
                <div><dt>{ labels.decision }</dt><dd>{ note.document.decision.get(code).0 }{ "." }</dd></div>
                <div><dt>{ labels.risk }</dt><dd>{ note.document.risk.get(code).0 }{ "." }</dd></div>
            </dl>
        </div>
    }
}

/// The way to borrowed savings and back, for a note that states none.
fn savings(state: &State, words: &dyn Wording) -> Html {
    let labels = words.labels();
    let note = state.scenario.note();
    let (other, label) = if note.variant.savings_from.is_some() {
        (state.library().find(&note.variant.id), labels.give_back)
    } else {
        (state.library().with_savings(&note.variant.id), labels.borrow)
    };
    let way = other.map(|other| format!("#{}", link::print_for(&state.scenario, other)));
    html! {
        <div class="savings">
            if let Some(way) = way {
                <><p class="help">{ labels.borrow_help }</p><p><a class="borrow" href={way}>{ label }</a></p></>
            }
        </div>
    }
}

/// The other notes, as links that take the reader's changes along.
fn other_notes(state: &State, words: &dyn Wording) -> Html {
    let here = state.scenario.note();
    let others = state.library().notes().filter(|note| note.variant.id != here.variant.id).map(|note| {
        let link = link::print_for(&state.scenario, note);
        html! { <li key={note.variant.id.clone()}><a data-note={note.variant.id.clone()} href={format!("#{link}")}>{ words.note_name(note) }</a></li> }
    });
    html! {
        <nav class="others" aria-labelledby="others-title">
            <h2 id="others-title">{ words.labels().other_notes }</h2>
            <ul>{ for others }</ul>
        </nav>
    }
}

/// The answer, what it is computed from, and what follows. Each part has one place in the grid; wide screens put the
/// drivers at the side, narrow ones below the answer.
fn calculator(
    state: &State,
    (was, figures_were): &(Outcome, Figures),
    (now, figures): &(Outcome, Figures),
    link: &str,
    on_action: &Callback<Action>,
    checks: &Rc<Vec<Check>>,
    words: &'static dyn Wording,
) -> Html {
    let scenario = &state.scenario;
    let note = scenario.note();
    let answer = words.answer(&say::answer(scenario, now, figures));
    let difference = say::difference(scenario, figures_were, figures).map(|facts| words.difference(&facts));
    let spoken = match &difference {
        Some(difference) => format!("{} {}", answer.text(), difference.text()),
        None => answer.text(),
    };
    html! {
        <div class="calculator">
            <AnswerView {answer} {difference} on_action={on_action.clone()} />
            <Announcer text={spoken} />
            <section class="inputs" aria-labelledby="drivers-title">
                <h2 id="drivers-title">{ words.labels().drivers }</h2>
                <div>{ savings(state, words) }</div>
                <Drivers scenario={scenario.clone()} epoch={state.epoch} on_action={on_action.clone()} />
            </section>
            <div class="results">
                <Share link={link.to_owned()} />
                <FiguresView now={figures.clone()} published={figures_were.clone()} efforts={note.variant.efforts.len()} checks={published_checks(note, was)} />
                <div>
                    if note.variant.efforts.len() > 1 {
                        <Efforts {note} now={now.clone()} />
                    }
                </div>
                <Cumulative now={now.clone()} published={was.clone()} />
                <Sides outcome={now.clone()} first={note.variant.first} />
                <BudgetTable {note} now={now.clone()} published={was.clone()} checks={checks.clone()} />
            </div>
        </div>
    }
}

/// The fragment holds the scenario, so the skip link moves the focus itself.
fn skip_to_content(event: &MouseEvent) {
    event.prevent_default();
    focus::give("content");
}
