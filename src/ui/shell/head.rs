//! The head of the page: the way to the content, the site, its screens, and its languages.

use yew::{Html, MouseEvent, html};

use crate::ui::browser::focus;
use crate::ui::shell::router::spec;
use crate::ui::state::State;
use engine::link::{Page, Screen};
use model::language::Language;
use words::Words;

/// The head. Its navigation leads to the screens that are about no single note.
pub(super) fn head(state: &State, words: Words) -> Html {
    let labels = words.labels();
    let screen_link = |screen| format!("#{}", Page::of(screen, words.choice()).link(state.scenario()));
    // A note is a few stops from the top, and leads to the reader's own among the other notes.
    let is_among_notes = |screen: &Screen| *screen == Screen::OwnNote && state.page.screen.is_about_a_note();
    let is_shown = |screen: &Screen| !(screen.is_about_a_note() || is_among_notes(screen));
    let screens = Screen::ALL.into_iter().filter(is_shown).map(|screen| {
        let name = (spec(screen).name)(labels);
        let current = (state.page.screen == screen).then_some("page");
        html! { <li key={name}><a href={screen_link(screen)} aria-current={current}>{ name }</a></li> }
    });
    let skips = skips(state.page.screen, words).into_iter().map(|(name, target)| {
        let on_skip = move |event: MouseEvent| skip_to(&event, target);
        html! { <a key={target} class="skip" href={format!("#{target}")} onclick={on_skip}>{ name }</a> }
    });
    html! {
        <header class="top">
            <div class="skips">{ for skips }</div>
            <p class="site"><a href={screen_link(Screen::Overview)}>{ labels.shell.site }</a></p>
            // On a phone the ways to other screens open above the page; a browser that cannot do that shows them in the head.
            <button class="menu" type="button" popovertarget="screens">{ labels.shell.menu }</button>
            // Another screen is another element, so whoever has chosen one sees the menu closed.
            <nav key={state.page.screen.id()} id="screens" class="screens" popover="auto" aria-label={labels.shell.navigation}>
                <ul>{ for screens }</ul>
            </nav>
            { languages(state, words) }
            <div class="tagline">
                if spec(state.page.screen).has_tagline {
                    <p>{ labels.shell.tagline }</p>
                }
            </div>
        </header>
    }
}

/// Links to the same page in each language.
fn languages(state: &State, words: Words) -> Html {
    let choices = Language::ALL.map(|language| {
        let page = Page { language, is_language_said: true, ..state.page.clone() };
        let current = (language == state.page.language).then_some("true");
        html! {
            <li key={language.code()}>
                <a href={format!("#{}", page.link(state.scenario()))} lang={language.code()} hreflang={language.code()} aria-current={current}>
                    { words::of(language).head().name }
                </a>
            </li>
        }
    });
    html! { <nav class="languages" aria-label={words.labels().shell.languages}><ul>{ for choices }</ul></nav> }
}

/// The ways past the head that a screen has, each with the id of what it leads to.
fn skips(screen: Screen, words: Words) -> Vec<(&'static str, &'static str)> {
    let labels = &words.labels().shell;
    match screen {
        Screen::Note => vec![(labels.skip_to_answer, "answer"), (labels.skip_to_drivers, "drivers-title")],
        Screen::Compare => vec![(labels.skip_to_answer, "comparison")],
        Screen::Overview | Screen::Aims | Screen::Findings | Screen::Questions | Screen::Method | Screen::OwnNote => {
            vec![(labels.skip_to_content, "content")]
        }
    }
}

/// Moves the focus. The browser itself would replace what is behind `#`, the scenario, by the id.
fn skip_to(event: &MouseEvent, target: &str) {
    event.prevent_default();
    focus::give(target);
}
