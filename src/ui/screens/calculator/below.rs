//! What a reader of a note needs after its answer, its chart and its drivers: all that stands below them, and the parts of the note's
//! frame that rest on the same code. It arrives as a piece of its own.

use std::rc::Rc;

use yew::{Html, html};

use crate::ui::browser::window::has_browser;
use crate::ui::context::Context;
use crate::ui::handing_on::hand_on::{hand_on, short_ways};
use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::parts::aims::Aims;
use crate::ui::parts::also_said::AlsoSaid;
use crate::ui::parts::links::contradictions_link;
use crate::ui::pieces::piece;
use crate::ui::screens::calculator::changes::changes;
use crate::ui::screens::calculator::figures::{Figures, main_figures};
use crate::ui::screens::calculator::presets::presets_row;
use crate::ui::screens::calculator::results::results;
use crate::ui::state::State;
use engine::answer::{self, Difference};
use model::evaluate::Perspective;

/// The views of the piece.
pub(crate) struct Below {
    /// The link to what disagrees with the note.
    pub(crate) contradictions: fn(&State, &Context) -> Html,
    /// The short ways to what readers take with them.
    pub(crate) short_ways: fn(&State, &str, &Context) -> Html,
    /// The targets and results of the note, and what else it says.
    pub(crate) aims: fn(&State, &Context) -> Html,
    /// The scenarios of the note that take one press.
    pub(super) presets: fn(&State, &Context) -> Html,
    /// What the reader has changed, in the place of this name.
    pub(super) changes: fn(&State, Option<&Difference<'_>>, &'static str, &Context) -> Html,
    /// The figures beside the drivers, and the results below them with what the reader can take along.
    pub(super) results: fn(&Given<'_>) -> (Html, Html),
}

piece!(
    below,
    Below,
    Below {
        contradictions: contradictions_link,
        short_ways,
        aims,
        presets: presets_row,
        changes,
        results: figures_and_results,
    }
);

/// What the results are shown of.
pub(super) struct Given<'g> {
    pub(super) state: &'g State,
    pub(super) page: &'g Context,
    pub(super) site: &'g Rc<Site>,
    /// The link to what is on the page.
    pub(super) link: &'g str,
    /// Whether the window has room for the main figures beside the drivers.
    pub(super) is_wide: bool,
}

fn figures_and_results(given: &Given<'_>) -> (Html, Html) {
    let Given { state, page, site, link, is_wide } = *given;
    let words = page.words();
    let perspective = state.page.perspective(state.note().variant);
    let figures = Figures::of(state, &Asker::own(site), is_wide, page);
    let beside = if is_wide || !has_browser() {
        main_figures(&figures.in_window(true), words)
    } else {
        html! { <div></div> }
    };
    let results = html! {
        <>
            { results(state, page, site, &figures) }
            // It names the day on which it was read, and a document has none.
            if has_browser() {
                {
                    hand_on(state, link, &words.answer_elsewhere(
                        &answer::answer(state.own(), perspective),
                        answer::difference(state.own(), state.baseline(), perspective).as_ref(),
                    ), page)
                }
            }
        </>
    };
    (beside, results)
}

fn aims(state: &State, page: &Context) -> Html {
    let (document, variant) = (state.note().document, state.note().variant);
    let effort = match state.page.perspective(variant) {
        Perspective::Effort(index) => variant.efforts.get(index).map(|effort| effort.id.as_str()),
        Perspective::Total | Perspective::Service | Perspective::Committee(_) => None,
    };
    html! {
        <>
            <p class="contradictions-below">{ contradictions_link(state, page) }</p>
            <Aims document={Some(document.id.as_str())} {effort} />
            <AlsoSaid {document} />
        </>
    }
}
