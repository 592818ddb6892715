//! The page as a whole, or its part in an iframe. It holds the state.

use std::rc::Rc;

use yew::{
    Callback, ContextProvider, Html, Properties, function_component, html, use_effect_with, use_memo, use_mut_ref,
    use_reducer_eq,
};

use crate::ui::browser::address::{self, use_address};
use crate::ui::browser::places::{Places, use_place};
use crate::ui::context::Context;
use crate::ui::shell::iframe::Framed;
use crate::ui::shell::page::Shell;
use crate::ui::shell::router::spec;
use crate::ui::state::{Action, State};
use engine::iframe::Embed;
use engine::link;
use engine::notes::Library;
use model::language::Language;

/// The properties of the page.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The notes that ship.
    pub library: &'static Library,
    /// The language that the reader's browser prefers.
    pub language: Language,
}

/// The page. Without a note to show, it only says so.
#[function_component]
pub fn App(props: &AppProps) -> Html {
    let Some(opened) = State::open(props.library, &address::read(), props.language) else {
        let words = words::of(props.language);
        return html! { <main><p class="message problem">{ words.labels().shell.no_notes }</p></main> };
    };
    html! { <Root {opened} embed={Embed::of_query(&address::query())} /> }
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
    let places = use_mut_ref(Places::start);
    let on_action = {
        let (dispatcher, places) = (state.dispatcher(), places.clone());
        Callback::from(move |action: Action| {
            if action.replaces_all() {
                places.borrow_mut().leave();
            }
            dispatcher.dispatch(action);
        })
    };
    let link = state.link();
    use_address(&link, state.replaced, &places, {
        let on_action = on_action.clone();
        let library = props.opened.library();
        let preferred = props.opened.preferred();
        Callback::from(move |text: String| {
            let Some(mut opened) = link::open(library, &text) else { return String::new() };
            opened.page = opened.page.preferring(preferred);
            let canonical = opened.link();
            on_action.emit(Action::LinkOpened(Rc::new(opened)));
            canonical
        })
    });
    let leads_elsewhere = state.page.question.is_some() || state.page.chapter.is_some() || state.page.finding.is_some();
    use_place(&places, &shown(&state), state.epoch, leads_elsewhere);
    let choice = state.page.language_choice();
    use_effect_with(choice.language, |language| address::set_language(language.code()));
    let page = use_memo((), |()| Context::new(props.opened.library(), choice, on_action));
    html! {
        <ContextProvider<Context> context={page.in_language(choice)}>
            {
                match props.embed {
                    Some(embed) => html! { <Framed key="framed" {embed} state={(*state).clone()} /> },
                    None => html! { <Shell key="page" state={(*state).clone()} {link} /> },
                }
            }
        </ContextProvider<Context>>
    }
}

/// What counts as a screen of its own for whoever moves about. The efforts of a note, its lent savings and the two languages are
/// other views of the same screen: whoever chooses one goes on where they are.
fn shown(state: &State) -> String {
    let screen = state.page.screen;
    let is_one_note = screen.is_about_a_note() && !spec(screen).outlives_note;
    let note = if is_one_note { state.note().variant.id.as_str() } else { "" };
    format!("{} {note}", screen.id())
}
