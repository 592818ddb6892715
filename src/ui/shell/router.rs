//! The one place that routes: what the shell needs to know of each screen.

use std::rc::Rc;

use yew::{Html, html};

use crate::ui::context::Context;
use crate::ui::numbers::asker::Site;
use crate::ui::parts::aims::Aims;
use crate::ui::parts::also_said::AlsoSaid;
use crate::ui::parts::links::contradictions_link;
use crate::ui::screens::calculator::Calculator;
use crate::ui::screens::compare::Compare;
use crate::ui::screens::findings::Findings;
use crate::ui::screens::method::Method;
use crate::ui::screens::overview::{self, Overview};
use crate::ui::screens::questions::Questions;
use crate::ui::state::State;
use engine::link::Screen;
use model::evaluate::Perspective;
use words::{Labels, Words};

/// What a view may show.
pub(super) struct Shown<'s> {
    pub(super) state: &'s State,
    /// The link to what is on the page.
    pub(super) link: &'s str,
    pub(super) page: &'s Context,
}

impl Shown<'_> {
    fn site(&self) -> Rc<Site> {
        Site::new(self.state, &self.page.on_action)
    }
}

/// The description of a screen. The engine's [`Screen`] says its id, its place in the order, and whether it is about a
/// note: such a screen is one of the parts of its note, and the head of the page leads to the others.
pub(super) struct Spec {
    /// The screen's name in the navigation.
    pub(super) name: fn(&Labels) -> &'static str,
    /// The title of the window, where it is not the screen's name with that of its note.
    title: Option<fn(&State, Words) -> String>,
    pub(super) view: fn(&Shown<'_>) -> Html,
    /// What the frame of a note shows below the view.
    pub(super) below: Option<fn(&Shown<'_>) -> Html>,
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
            title: Some(|state, words| overview::title(state.library(), words)),
            has_tagline: true,
            ..plain(|labels| labels.screens.overview, overview_view)
        },
        Screen::Note => Spec {
            title: Some(|state, words| words.note_name(state.note())),
            below: Some(aims_of_note),
            has_opener: true,
            ..plain(|labels| labels.screens.calculator, calculator_view)
        },
        // Swapping the two scenarios changes the note. The comparison keeps its elements then, and with them the focus.
        Screen::Compare => Spec { outlives_note: true, ..plain(|labels| labels.screens.compare, compare_view) },
        Screen::Questions => plain(|labels| labels.screens.questions, questions_view),
        Screen::Aims => plain(|labels| labels.screens.aims, aims_view),
        Screen::Findings => plain(|labels| labels.screens.findings, findings_view),
        Screen::Method => plain(|labels| labels.screens.method, method_view),
    }
}

/// A screen with nothing but a name and a view.
fn plain(name: fn(&Labels) -> &'static str, view: fn(&Shown<'_>) -> Html) -> Spec {
    Spec { name, title: None, view, below: None, has_tagline: false, has_opener: false, outlives_note: false }
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

fn overview_view(shown: &Shown<'_>) -> Html {
    html! { <Overview key="overview" site={shown.site()} /> }
}

fn calculator_view(shown: &Shown<'_>) -> Html {
    html! { <Calculator key="calculator" state={shown.state.clone()} link={shown.link.to_owned()} site={shown.site()} /> }
}

fn compare_view(shown: &Shown<'_>) -> Html {
    html! { <Compare key="compare" state={shown.state.clone()} /> }
}

fn questions_view(shown: &Shown<'_>) -> Html {
    html! { <Questions key="questions" site={shown.site()} /> }
}

fn aims_view(_: &Shown<'_>) -> Html {
    html! { <Aims key="aims" /> }
}

fn findings_view(shown: &Shown<'_>) -> Html {
    let (settings, page) = (shown.state.scenario().settings(), &shown.state.page);
    html! { <Findings key="findings" {settings} finding={page.finding.clone()} about={page.about.clone()} /> }
}

fn method_view(shown: &Shown<'_>) -> Html {
    html! {
        <Method
            key="method" site={shown.site()}
        />
    }
}

/// The targets and results of the note, and what else it says.
fn aims_of_note(shown: &Shown<'_>) -> Html {
    let (document, variant) = (shown.state.note().document, shown.state.note().variant);
    let effort = match shown.state.page.perspective(variant) {
        Perspective::Effort(index) => variant.efforts.get(index).map(|effort| effort.id.as_str()),
        Perspective::Total | Perspective::Service | Perspective::Committee(_) => None,
    };
    html! {
        <>
            <p class="contradictions-below">{ contradictions_link(shown.state, shown.page) }</p>
            <Aims document={Some(document.id.as_str())} {effort} />
            <AlsoSaid {document} />
        </>
    }
}
