//! The page as a whole, or its part in an iframe. It holds the state.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::{
    Callback, ContextProvider, Html, Properties, function_component, html, use_effect, use_effect_with, use_memo,
    use_mut_ref, use_reducer_eq,
};

use crate::ui::bringing::kept::{self, Kept};
use crate::ui::browser::address::{self, Followed, use_address};
use crate::ui::browser::held::{hold, is_document_of_link, let_go};
use crate::ui::browser::one_stop::leave_one_stop_to_each_toolbar;
use crate::ui::browser::places::{Places, is_as_loaded, use_place};
use crate::ui::context::{Context, InHand};
use crate::ui::parts::awaited::awaited;
use crate::ui::pieces::{Arrival, use_piece};
use crate::ui::screens::calculator::below;
use crate::ui::shell::languages;
use crate::ui::shell::page::Shell;
use crate::ui::shell::rested::use_rested;
use crate::ui::shell::router::{arrive, is_here, spec};
use crate::ui::shell::screens;
use crate::ui::state::{Action, Draft, LeftOut, State, opening};
use engine::iframe::Embed;
use engine::link::{Page, Screen};
use engine::notes::Library;
use model::language::Language;

/// The properties of the page.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The notes that ship.
    pub library: &'static Library,
    /// The language that the reader's browser prefers.
    pub language: Language,
    /// The notes that were brought before and could not be read.
    pub left_out: Vec<LeftOut>,
    /// The text of a note that the reader had in hand when the page was closed.
    #[prop_or_default]
    pub in_hand: Option<Rc<Draft>>,
}

/// The page. Without a note to show, it only says so.
#[function_component]
pub fn App(props: &AppProps) -> Html {
    let Some(opened) = State::open(props.library, &address::read(), props.language) else {
        let words = words::of(props.language);
        return html! { <main><p class="message problem">{ words.labels().shell.no_notes }</p></main> };
    };
    let opened = opened.leaving_out(props.left_out.clone()).going_on_with(props.in_hand.clone());
    html! { <Root {opened} embed={Embed::of_query(&address::query())} /> }
}

/// Waits for what the page needs before it takes the place of its document: nothing, where that says what the page is going to say.
pub(crate) async fn arrive_for(props: &AppProps) {
    let link = address::read();
    opening::arrive_for(props.library, &link).await;
    let opened = opening::open(props.library, &link);
    let page = opened.map(|opened| opened.page.preferring(props.language));
    if let Some(page) = &page {
        languages::arrive(page.language).await;
    }
    if Embed::of_query(&address::query()).is_some() {
        screens::PIECE.arrive().await;
        below::PIECE.arrive().await;
    } else if let Some(Page { screen, language, .. }) = page {
        if screen == Screen::Note && is_document_of_link(language.code()) && is_as_loaded() {
            hold();
        } else {
            arrive(screen).await;
        }
    }
}

/// The page with the notes that the reader has brought before, and with those of them that could not be read. Most readers have brought none,
/// and wait for nothing.
pub(crate) async fn with_kept_notes(library: &'static Library, language: Language) -> AppProps {
    let Kept { library, left_out, in_hand } = match () {
        () if !kept::is_any() => Kept { library, left_out: Vec::new(), in_hand: None },
        () => match screens::PIECE.arrive().await {
            Some(screens) => (screens.with_kept)(library, language).await,
            None => Kept { library, left_out: kept::all_left_out(), in_hand: None },
        },
    };
    AppProps { library, language, left_out, in_hand }
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
    // The address is listened to from the start, and the reader may bring notes later.
    let library = use_mut_ref(|| state.library());
    library.replace(state.library());
    use_address(&link, state.replaced, &places, {
        let on_action = on_action.clone();
        let library = library.clone();
        let preferred = props.opened.preferred();
        let is_framed = props.embed.is_some();
        Callback::from(move |followed: Followed| {
            let library = *library.borrow();
            let is_ready = |page: &Page<'_>| languages::is_here(page.language) && (is_framed || is_here(page.screen));
            let open = move |text: &str| {
                let mut opened = opening::open(library, text)?;
                opened.page = opened.page.preferring(preferred);
                Some(opened)
            };
            let opened = open(&followed.link).filter(|_| opening::is_here_for(library, &followed.link));
            match opened {
                Some(opened) if is_ready(&opened.page) => {
                    followed.opens(opened.link());
                    on_action.emit(Action::LinkOpened(Rc::new(opened)));
                }
                // The page stays what it is until it can show where the link leads, or say why not.
                _ => {
                    let on_action = on_action.clone();
                    spawn_local(async move {
                        opening::arrive_for(library, &followed.link).await;
                        let Some(opened) = open(&followed.link) else { return };
                        languages::arrive(opened.page.language).await;
                        arrive(opened.page.screen).await;
                        let_go();
                        // The reader may have gone on meanwhile.
                        if address::read() == followed.link {
                            followed.opens(opened.link());
                            on_action.emit(Action::LinkOpened(Rc::new(opened)));
                        }
                    });
                }
            }
        })
    });
    let leads_elsewhere = state.page.question.is_some() || state.page.chapter.is_some() || state.page.finding.is_some();
    use_place(&places, &shown(&state), state.epoch, leads_elsewhere);
    let choice = state.page.language_choice();
    let spoken = use_piece(&languages::PIECE, choice.language != Language::default());
    let has_words = languages::is_here(choice.language);
    let language = if has_words { choice.language } else { Language::default() };
    use_effect_with(language, |language| address::set_language(language.code()));
    let rested = use_rested(&state, &link);
    let in_iframe = use_piece(&screens::PIECE, props.embed.is_some());
    let is_framed = props.embed.is_some();
    use_effect(move || {
        if is_framed {
            leave_one_stop_to_each_toolbar();
        }
    });
    let on_jump = Callback::from(move |()| {
        let mut places = places.borrow_mut();
        places.leave();
        if address::enter_again() {
            places.mark_new();
        }
    });
    let page = use_memo(state.library(), |library| Context::new(library, choice, on_action, on_jump));
    html! {
        <ContextProvider<Context> context={page.in_language(choice, has_words)}>
            if let (false, Arrival::Refused(_)) = (has_words, &spoken) {
                <div key="refused">{ awaited(&spoken, words::of(language)) }</div>
            }
            {
                match props.embed {
                    Some(embed) => match &in_iframe {
                        Arrival::Here(screens) => (screens.framed)(embed, &state),
                        other => html! { <main key="awaited">{ awaited(other, words::of(choice.language)) }</main> },
                    },
                    // What follows the hand is given by context alone, so that nothing else is drawn again while it moves.
                    None => html! {
                        <ContextProvider<InHand> key="page" context={InHand(Rc::new((*state).clone()))}>
                            <Shell {rested} />
                        </ContextProvider<InHand>>
                    },
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
