//! The screens beside the calculator, the page in an iframe, and the button that opens files. They arrive as a piece of their own.

use std::pin::Pin;

use yew::{Html, html};

use crate::ui::bringing::kept::{Kept, with_kept};
use crate::ui::bringing::left_out::LeftOutNotes;
use crate::ui::bringing::news::NewsOfNote;
use crate::ui::bringing::opener::Opener;
use crate::ui::context::Context;
use crate::ui::numbers::asker::Site;
use crate::ui::parts::aims::Aims;
use crate::ui::parts::links::contradictions_link;
use crate::ui::pieces::piece;
use crate::ui::screens::compare::Compare;
use crate::ui::screens::findings::Findings;
use crate::ui::screens::method::Method;
use crate::ui::screens::overview::{self, Overview};
use crate::ui::screens::own_note::own_note;
use crate::ui::screens::questions::Questions;
use crate::ui::shell::iframe::Framed;
use crate::ui::state::State;
use engine::iframe::Embed;
use engine::notes::Library;
use model::language::Language;
use words::Words;

/// A screen, as what the page shows.
pub(super) type View = fn(&State, &Context) -> Html;

/// The views of the piece.
pub(crate) struct Screens {
    pub(super) overview: View,
    pub(super) compare: View,
    pub(super) questions: View,
    pub(super) aims: View,
    pub(super) findings: View,
    pub(super) method: View,
    pub(super) own_note: View,
    /// The title of the front.
    pub(super) front_title: fn(&Library, Words) -> String,
    /// The link to what disagrees with a note.
    pub(super) contradictions: View,
    /// The page in an iframe.
    pub(super) framed: fn(Embed, &State) -> Html,
    /// The button that opens files, with the name of the one that was opened last.
    pub(super) opener: fn(Option<&String>) -> Html,
    /// What is news of the reader's own notes.
    pub(super) own_news: View,
    /// The notes with those that the reader has brought before, and those that are left out.
    pub(super) with_kept: fn(&'static Library, Language) -> BoxedLibrary,
}

/// A library that is awaited.
type BoxedLibrary = Pin<Box<dyn Future<Output = Kept>>>;

piece!(
    screens,
    Screens,
    Screens {
        overview,
        compare,
        questions,
        aims,
        findings,
        method,
        own_note,
        front_title: overview::title,
        contradictions: contradictions_link,
        framed,
        opener,
        own_news,
        with_kept: |library, language| Box::pin(with_kept(library, language)),
    }
);

fn overview(state: &State, page: &Context) -> Html {
    html! { <Overview key="overview" site={Site::new(state, &page.on_action)} /> }
}

fn compare(state: &State, _: &Context) -> Html {
    html! { <Compare key="compare" state={state.clone()} /> }
}

fn questions(state: &State, page: &Context) -> Html {
    html! { <Questions key="questions" site={Site::new(state, &page.on_action)} /> }
}

fn aims(_: &State, _: &Context) -> Html {
    html! { <Aims key="aims" /> }
}

fn findings(state: &State, _: &Context) -> Html {
    let (settings, page) = (state.scenario().settings(), &state.page);
    html! { <Findings key="findings" {settings} finding={page.finding.clone()} about={page.about.clone()} /> }
}

fn method(state: &State, page: &Context) -> Html {
    html! { <Method key="method" site={Site::new(state, &page.on_action)} /> }
}

fn own_news(state: &State, _: &Context) -> Html {
    let (count, left_out) = (state.own_news_count, &state.left_out);
    let news = state.own_news.clone();
    html! {
        <>
            <div>
                if let Some(news) = news {
                    <NewsOfNote {news} {count} in_hand={state.draft.clone()} />
                }
            </div>
            <div>
                if !left_out.is_empty() {
                    <LeftOutNotes left_out={left_out.clone()} />
                }
            </div>
        </>
    }
}

fn framed(embed: Embed, state: &State) -> Html {
    html! { <Framed key="framed" {embed} state={state.clone()} /> }
}

fn opener(opened: Option<&String>) -> Html {
    html! { <Opener opened={opened.cloned()} /> }
}
