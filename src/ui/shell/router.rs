//! The one place that routes: what the shell needs to know of each screen.

use yew::{Html, html};

use crate::ui::context::Context;
use crate::ui::numbers::asker::Site;
use crate::ui::parts::awaited::awaited;
use crate::ui::pieces::Arrival;
use crate::ui::screens::calculator::Calculator;
use crate::ui::screens::calculator::below::{self, Below};
use crate::ui::shell::screens::{self, Screens, View};
use crate::ui::state::State;
use engine::link::Screen;
use words::{Labels, Words};

/// What a view may show.
pub(super) struct Shown<'s> {
    pub(super) state: &'s State,
    /// The link to what is on the page.
    pub(super) link: &'s str,
    pub(super) page: &'s Context,
    /// What is below the answer of a note.
    pub(super) below: &'s Arrival<Below>,
    /// The screens beside the calculator.
    pub(super) screens: &'s Arrival<Screens>,
}

impl Shown<'_> {
    /// The shown screen.
    pub(super) fn view(&self) -> Html {
        let Some(view) = spec(self.state.page.screen).view else {
            let site = Site::new(self.state, &self.page.on_action);
            return html! { <Calculator key="calculator" state={self.state.clone()} link={self.link.to_owned()} {site} /> };
        };
        match self.screens {
            Arrival::Here(screens) => view(screens)(self.state, self.page),
            other => awaited(other, self.page.words()),
        }
    }
}

/// Asks for the piece that a screen needs, and waits for it. Where it is refused, the screen itself says so.
pub(super) async fn arrive(screen: Screen) {
    if spec(screen).view.is_some() {
        screens::PIECE.arrive().await;
    } else {
        below::PIECE.arrive().await;
    }
}

/// Whether the piece that a screen needs is here.
pub(super) fn is_here(screen: Screen) -> bool {
    if spec(screen).view.is_some() { screens::PIECE.here().is_some() } else { below::PIECE.here().is_some() }
}

/// The description of a screen. The engine's [`Screen`] says its id, its place in the order, and whether it is about a
/// note: such a screen is one of the parts of its note, and the head of the page leads to the others.
pub(super) struct Spec {
    /// The screen's name in the navigation.
    pub(super) name: fn(&Labels) -> &'static str,
    /// The title of the window, where it is not the screen's name with that of its note.
    title: Option<fn(&State, Words) -> String>,
    /// The screen among those of its piece; `None` for the calculator.
    pub(super) view: Option<fn(&Screens) -> View>,
    /// Whether the head says what the page is.
    pub(super) has_tagline: bool,
    /// Whether the view has a button that opens files. Otherwise the foot has it.
    pub(super) has_opener: bool,
    /// Whether the view keeps its elements when the note changes.
    pub(super) outlives_note: bool,
}

/// The description of each screen.
pub(super) fn spec(screen: Screen) -> Spec {
    match screen {
        // Only the front says what the page is. Readers who follow a link to a note want its answer.
        Screen::Overview => Spec {
            title: Some(front_title),
            has_tagline: true,
            ..plain(|labels| labels.screens.overview, Some(|screens| screens.overview))
        },
        Screen::Note => Spec {
            title: Some(|state, words| words.note_name(state.note())),
            has_opener: true,
            ..plain(|labels| labels.screens.calculator, None)
        },
        // Swapping the two scenarios changes the note. The comparison keeps its elements then, and with them the focus.
        Screen::Compare => {
            Spec { outlives_note: true, ..plain(|labels| labels.screens.compare, Some(|screens| screens.compare)) }
        }
        Screen::Questions => plain(|labels| labels.screens.questions, Some(|screens| screens.questions)),
        Screen::Aims => plain(|labels| labels.screens.aims, Some(|screens| screens.aims)),
        Screen::Findings => plain(|labels| labels.screens.findings, Some(|screens| screens.findings)),
        Screen::Method => plain(|labels| labels.screens.method, Some(|screens| screens.method)),
        Screen::OwnNote => {
            Spec { has_opener: true, ..plain(|labels| labels.screens.own_note, Some(|screens| screens.own_note)) }
        }
    }
}

/// A screen with nothing but a name and a view.
fn plain(name: fn(&Labels) -> &'static str, view: Option<fn(&Screens) -> View>) -> Spec {
    Spec { name, title: None, view, has_tagline: false, has_opener: false, outlives_note: false }
}

/// The title of the front, once its screen is here.
fn front_title(state: &State, words: Words) -> String {
    let screens = screens::PIECE.here();
    screens.map(|screens| (screens.front_title)(state.library(), words)).unwrap_or_default()
}

/// The title of the window: the sender's own where there is one, the screen, its note if it is about one, and the name of the site.
pub(super) fn title(state: &State, words: Words) -> String {
    let labels = words.labels();
    let screen = state.page.screen;
    let Spec { name, title, .. } = spec(screen);
    let title = match title {
        Some(title) => title(state, words),
        None if screen.is_about_a_note() => format!("{} – {}", name(labels), words.note_name(state.note())),
        None => name(labels).to_owned(),
    };
    let of_sender = state.page.title.as_ref().filter(|_| screen.is_about_a_note());
    let of_sender = of_sender.map(|title| format!("{} – ", title.words())).unwrap_or_default();
    format!("{of_sender}{title} – {}", labels.shell.site)
}
