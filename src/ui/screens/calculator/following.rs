//! The results below the answer, and what readers take along. They are as of when the hand that moves a driver rested last.

use std::rc::Rc;

use yew::{Html, Properties, function_component, html};

use crate::ui::browser::held::name_in_document;
use crate::ui::browser::window::has_browser;
use crate::ui::context::{use_in_hand, use_page};
use crate::ui::handing_on::hand_on::hand_on;
use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::screens::calculator::figures::Figures;
use crate::ui::screens::calculator::results::results;
use crate::ui::state::State;
use engine::answer;

/// What the results are shown of.
#[derive(Clone, Properties, PartialEq)]
pub(crate) struct FollowingProps {
    pub(super) state: State,
    /// The link to what is on the page.
    pub(super) link: String,
    pub(super) site: Rc<Site>,
    /// Whether the window has room for the main figures beside the drivers.
    pub(super) is_wide: bool,
}

/// The results, which say of themselves whether the hand is ahead of them.
#[function_component]
pub(super) fn Following(props: &FollowingProps) -> Html {
    let in_hand = use_in_hand(&props.state);
    let is_behind = (in_hand.own() != props.state.own()).then_some("true");
    html! {
        <div class="results" data-part="results" data-held={name_in_document("results")} aria-busy={is_behind}>
            <Results ..props.clone() />
        </div>
    }
}

/// The results, which are not drawn again while a hand moves a driver.
#[function_component]
fn Results(props: &FollowingProps) -> Html {
    let page = use_page();
    let FollowingProps { state, link, site, is_wide } = props;
    let words = page.words();
    let (now, baseline) = (state.own(), state.baseline());
    let perspective = state.page.perspective(state.note().variant);
    html! {
        <>
            { results(state, &page, site, &Figures::of(state, &Asker::own(site), *is_wide, &page)) }
            // It names the day on which it was read, and a document has none.
            if has_browser() {
                {
                    hand_on(state, link, &words.answer_elsewhere(
                        &answer::answer(now, perspective),
                        answer::difference(now, baseline, perspective).as_ref(),
                    ), &page)
                }
            }
        </>
    }
}
