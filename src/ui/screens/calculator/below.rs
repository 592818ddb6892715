//! What a reader of a note needs after its answer, its chart and its drivers: all that stands below them, and the parts of the note's
//! frame that rest on the same code. It arrives as a piece of its own.

use std::rc::Rc;

use yew::{Html, html};

use crate::ui::context::Context;
use crate::ui::handing_on::hand_on::short_ways;
use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::parts::aims::Aims;
use crate::ui::parts::also_said::AlsoSaidView;
use crate::ui::parts::links::contradictions_link;
use crate::ui::pieces::piece;
use crate::ui::screens::calculator::changes::changes;
use crate::ui::screens::calculator::figures::{Figures, main_figures};
use crate::ui::screens::calculator::following::{Following, FollowingProps};
use crate::ui::screens::calculator::presets::presets_row;
use crate::ui::state::State;
use engine::answer::Difference;
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
    /// The main figures beside the drivers, for a window that has room for them there.
    pub(super) figures: fn(&State, &Rc<Site>, &Context) -> Html,
    /// The results, with what the reader can take along.
    pub(super) results: fn(FollowingProps) -> Html,
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
        figures: figures_beside,
        results,
    }
);

fn figures_beside(state: &State, site: &Rc<Site>, page: &Context) -> Html {
    main_figures(&Figures::of(state, &Asker::own(site), true, page), page.words())
}

fn results(given: FollowingProps) -> Html {
    html! { <Following ..given /> }
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
            <AlsoSaidView {document} />
        </>
    }
}
