//! The page as a whole. It holds the state and passes each screen what it shows.

use std::rc::Rc;

use yew::{
    Callback, ContextProvider, Html, MouseEvent, Properties, function_component, html, use_effect_with, use_memo,
    use_reducer_eq,
};

use crate::findings::{Check, check_all};
use crate::iframe::Embed;
use crate::language::Language;
use crate::link::{self, Chapter, Page, Screen};
use crate::notes::Library;
use crate::text::Wording;
use crate::ui::browser::address::{self, use_address};
use crate::ui::browser::focus;
use crate::ui::browser::today::today;
use crate::ui::handing_on::export::opener::Opener;
use crate::ui::numbers::asker::Site;
use crate::ui::parts::aims::Aims;
use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::parts::links::chapter_link;
use crate::ui::screens::calculator::Calculator;
use crate::ui::screens::compare::Compare;
use crate::ui::screens::findings::Findings;
use crate::ui::screens::method::Method;
use crate::ui::screens::overview::Overview;
use crate::ui::screens::questions::Questions;
use crate::ui::shell::edition::Edition;
use crate::ui::shell::iframe::Framed;
use crate::ui::shell::notices::Notices;
use crate::ui::state::{Action, State};
use crate::ui::words::use_words;

/// The properties of the page.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The notes that ship.
    pub library: &'static Library,
}

/// The page. Without a note to show, it only says so.
#[function_component]
pub fn App(props: &AppProps) -> Html {
    match State::open(props.library, &address::read()) {
        Some(opened) => html! { <Root {opened} embed={Embed::of_query(&address::query())} /> },
        None => html! { <NoNotes /> },
    }
}

/// The page when the notes could not be read.
#[function_component]
pub(crate) fn NoNotes() -> Html {
    let words = use_words();
    html! { <main><p class="message problem">{ words.labels().no_notes }</p></main> }
}

#[derive(Properties, PartialEq)]
struct RootProps {
    opened: State,
    /// The part that is shown in an iframe; `None` for the whole page.
    embed: Option<Embed>,
}

#[function_component]
fn Root(props: &RootProps) -> Html {
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
            let Some(opened) = link::open(library, &text) else { return String::new() };
            let canonical = opened.link();
            on_action.emit(Action::LinkOpened(Rc::new(opened)));
            canonical
        })
    });
    let language = state.page.language;
    use_effect_with(language, |language| address::set_language(language.code()));
    html! {
        <ContextProvider<Language> context={language}>
            {
                match props.embed {
                    Some(embed) => html! { <Framed key="framed" {embed} state={(*state).clone()} {on_action} /> },
                    None => html! { <Shell key="page" state={(*state).clone()} {link} {on_action} /> },
                }
            }
        </ContextProvider<Language>>
    }
}

#[derive(Properties, PartialEq)]
struct ShellProps {
    state: State,
    link: String,
    on_action: Callback<Action>,
}

/// Head, screen and foot.
#[function_component]
fn Shell(props: &ShellProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let ShellProps { state, link, on_action } = props;
    let library = state.library();
    let checks = use_memo((), |()| check_all(library.documents()));
    use_effect_with(title(state, words), |title| address::set_title(title));
    let on_skip = |event: MouseEvent| skip_to_content(&event);
    let screen_link = |screen| format!("#{}", Page::of(screen, words.language()).link(state.scenario()));
    html! {
        <>
            <header class="top">
                <a class="skip" href={format!("#{link}")} onclick={on_skip}>{ labels.skip_to_answer }</a>
                <p class="site"><a href={screen_link(Screen::Overview)}>{ labels.site }</a></p>
                <nav class="screens" aria-label={labels.navigation}>
                    <ul>
                        { for [(labels.overview, Screen::Overview), (labels.questions, Screen::Questions), (labels.findings, Screen::Findings), (labels.method, Screen::Method)]
                            .map(|(name, screen)| {
                                let current = (state.page.screen == screen).then_some("page");
                                html! { <li key={name}><a href={screen_link(screen)} aria-current={current}>{ name }</a></li> }
                            }) }
                    </ul>
                </nav>
                { languages(state, words) }
                <div class="tagline">
                    // Only the front says what the page is. Readers who follow a link to a note want its answer.
                    if state.page.screen == Screen::Overview {
                        <p>{ labels.tagline }</p>
                    }
                </div>
            </header>
            <main id="content" tabindex="-1">
                <Edition link={link.clone()} />
                { sender_title(state, words) }
                <Notices notices={state.notices.clone()} remarks={state.remarks.clone()} on_action={on_action.clone()} />
                { screen(state, link, on_action, &checks, words) }
            </main>
            <footer>
                <div>
                    // These screens have an opener next to their save buttons.
                    if !matches!(state.page.screen, Screen::Note | Screen::Sensitivity) {
                        <Opener opened={state.file.clone()} on_action={on_action.clone()} />
                    }
                </div>
                <p>{ labels.about }</p>
                <p class="screen-only">{ chapter_link(Chapter::Accessibility, state.scenario().settings(), words) }</p>
                <p>{ words.foot(env!("CARGO_PKG_VERSION")) }{ one_file(words) }</p>
                // Only on paper: the date and the address.
                <p class="print-only">{ words.day(today()) }{ " · " }{ address::canonical(link) }</p>
            </footer>
        </>
    }
}

/// The sender's title for the link.
fn sender_title(state: &State, words: &dyn Wording) -> Html {
    let title = state.page.title.as_ref().filter(|_| state.page.screen.is_about_a_note());
    html! {
        <div class="sender-title">
            if let Some(title) = title {
                <p><span class="label">{ words.labels().sender_title }{ ": " }</span><strong>{ title.words().to_owned() }</strong></p>
            }
        </div>
    }
}

/// A link to the whole page as one file that can be kept or sent. The one file itself does not show it.
fn one_file(words: &dyn Wording) -> Html {
    const FILE: &str = "indsatsregner.html";
    html! {
        <span class="screen-only">
            if address::is_hosted() {
                { " · " }<a href={FILE} download={FILE}>{ words.labels().elsewhere.one_file }</a>
            }
        </span>
    }
}

/// The title of the window: the screen, its note if it is about one, and the name of the site.
fn title(state: &State, words: &dyn Wording) -> String {
    let labels = words.labels();
    let note = || words.note_name(state.note());
    let screen = match state.page.screen {
        Screen::Overview => crate::ui::screens::overview::title(state.library(), words),
        Screen::Note => note(),
        Screen::Sensitivity => format!("{} – {}", labels.sensitivity, note()),
        Screen::Compare => format!("{} – {}", labels.compare, note()),
        Screen::Questions => labels.questions.to_owned(),
        Screen::Findings => labels.findings.to_owned(),
        Screen::Method => labels.method.to_owned(),
    };
    format!("{screen} – {}", labels.site)
}

/// Links to the same page in each language.
fn languages(state: &State, words: &dyn Wording) -> Html {
    let choices = Language::ALL.map(|language| {
        let page = Page { language, ..state.page.clone() };
        let current = (language == state.page.language).then_some("true");
        html! {
            <li key={language.code()}>
                <a href={format!("#{}", page.link(state.scenario()))} lang={language.code()} hreflang={language.code()} aria-current={current}>
                    { language.name() }
                </a>
            </li>
        }
    });
    html! { <nav class="languages" aria-label={words.labels().languages}><ul>{ for choices }</ul></nav> }
}

fn screen(
    state: &State,
    link: &str,
    on_action: &Callback<Action>,
    checks: &Rc<Vec<Check>>,
    words: &'static dyn Wording,
) -> Html {
    let library = state.library();
    match state.page.screen {
        Screen::Overview => {
            html! { <Overview key="overview" {library} checks={checks.clone()} site={Site::new(state, on_action)} /> }
        }
        Screen::Questions => {
            html! { <Questions key="questions" {library} site={Site::new(state, on_action)} /> }
        }
        Screen::Findings => {
            let settings = state.scenario().settings();
            html! { <Findings key="findings" {library} checks={checks.clone()} {settings} /> }
        }
        Screen::Method => {
            html! { <Method key="method" {library} site={Site::new(state, on_action)} on_action={on_action.clone()} /> }
        }
        Screen::Note | Screen::Sensitivity | Screen::Compare => {
            // Swapping the two scenarios changes the note. The comparison keeps its elements then, and with them the
            // focus. Elsewhere, another note is a fresh start.
            let key = match state.page.screen {
                Screen::Compare => Screen::Compare.id(),
                _ => &state.note().variant.id,
            };
            html! {
                <article key={key.to_owned()}>
                    { heading(state, words) }
                    { parts(state, words) }
                    { part(state, link, on_action, checks) }
                    <div key="aims" class="aims-of-note">
                        if state.page.screen == Screen::Note {
                            <Aims {library} document={Some(state.note().document.id.as_str())} />
                        }
                    </div>
                    { other_notes(state, words) }
                </article>
            }
        }
    }
}

/// The shown part of a note.
fn part(state: &State, link: &str, on_action: &Callback<Action>, checks: &Rc<Vec<Check>>) -> Html {
    let (state, on_action) = (state.clone(), on_action.clone());
    match state.page.screen {
        Screen::Compare => html! { <Compare key="compare" {state} {on_action} /> },
        Screen::Overview
        | Screen::Note
        | Screen::Sensitivity
        | Screen::Questions
        | Screen::Findings
        | Screen::Method => html! {
            <Calculator
                key="calculator" {state} link={link.to_owned()} {on_action} checks={checks.clone()}
            />
        },
    }
}

/// Links between the parts of a note. They keep the reader's changes.
fn parts(state: &State, words: &dyn Wording) -> Html {
    let labels = words.labels();
    let items = [
        (labels.calculator, Screen::Note),
        (labels.sensitivity, Screen::Sensitivity),
        (labels.compare, Screen::Compare),
    ];
    let items = items.map(|(name, screen)| {
        let page = Page { screen, question: None, ..state.page.clone() };
        let current = (state.page.screen == screen).then_some("page");
        html! { <li key={name}><a href={format!("#{}", page.link(state.scenario()))} aria-current={current}>{ name }</a></li> }
    });
    html! { <nav class="parts-of-note" aria-label={labels.parts_of_note}><ul>{ for items }</ul></nav> }
}

/// The title of the note, and what it says about its decision and its risk.
fn heading(state: &State, words: &dyn Wording) -> Html {
    let labels = words.labels();
    let note = state.note();
    let code = words.code();
    html! {
        <div class="title">
            <h1>{ hyphenated(note.document.title.get(code).0, words.code()) }</h1>
            <p class="note-line">{ words.note_line(note) }</p>
            <dl class="about">
                <div><dt>{ labels.decision }</dt><dd>{ note.document.decision.get(code).0 }{ "." }</dd></div>
                <div><dt>{ labels.risk }</dt><dd>{ note.document.risk.get(code).0 }{ "." }</dd></div>
                <div class="read-by">
                    if let Some(read_by) = note.document.read_by {
                        <><dt>{ labels.text_read }</dt><dd>{ words.read_by(read_by) }</dd></>
                    }
                </div>
            </dl>
        </div>
    }
}

/// Links to the other notes. They keep the reader's changes.
fn other_notes(state: &State, words: &dyn Wording) -> Html {
    let shown = state.note();
    let page = Page::of(Screen::Note, words.language());
    let others = state.library().notes().filter(|note| note.variant.id != shown.variant.id).map(|note| {
        let link = page.link_for(state.scenario(), note);
        html! { <li key={note.variant.id.clone()}><a data-note={note.variant.id.clone()} href={format!("#{link}")}>{ words.note_name(note) }</a></li> }
    });
    html! {
        <nav class="others" aria-labelledby="others-title">
            <h2 id="others-title">{ words.labels().other_notes }</h2>
            <ul>{ for others }</ul>
        </nav>
    }
}

/// Moves the focus to the content. A plain anchor cannot do this, because the part behind `#` holds the scenario.
fn skip_to_content(event: &MouseEvent) {
    event.prevent_default();
    if !focus::give("answer") {
        focus::give("content");
    }
}
