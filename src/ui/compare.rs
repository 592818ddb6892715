//! Two scenarios side by side: the reader's, and one that they choose.

mod amounts;
mod asking;
mod drivers;
mod figures;
mod other;
mod views;

use std::rc::Rc;

use yew::{Callback, Html, Properties, function_component, html, use_memo};

use self::amounts::AmountsTable;
use self::asking::Askers;
use self::drivers::DriversTable;
use self::figures::FiguresTable;
use self::other::OtherScenario;
use self::views::ViewsTable;
use super::announcer::Announcer;
use super::asker::Site;
use super::phrase;
use super::share::Share;
use super::state::{Action, State};
use super::words::use_words;
use crate::compare::{Comparison, Pair, compare};
use crate::evaluate::Perspective;
use crate::link::{Page, Screen};
use crate::text::Wording;

#[derive(Properties, PartialEq)]
pub(super) struct CompareProps {
    pub(super) state: State,
    pub(super) on_action: Callback<Action>,
}

/// What the parts of the screen show.
#[derive(Properties, PartialEq)]
struct PartProps {
    comparison: Rc<Comparison<'static>>,
    /// What tells the two apart, in a few words each.
    names: Pair<String>,
    askers: Askers,
}

/// Whom to compare with, what differs in a sentence, and where the numbers do.
#[function_component]
pub(super) fn Compare(props: &CompareProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let state = &props.state;
    let comparison = use_memo((state.own().clone(), state.other().clone()), |(own, other)| compare(own, other));
    let Pair { left, right } = comparison.scenarios.clone();
    let sentence = words.comparison(&comparison);
    let askers = Askers::new(Site::new(state, &props.on_action));
    let swapped = swapped(state, &comparison);
    html! {
        <section class="comparison" aria-label={labels.compare}>
            <OtherScenario library={state.library()} {left} {right} {swapped} on_action={props.on_action.clone()} />
            <p class="sentence" id="comparison">{ phrase::show(&sentence) }</p>
            <Share
                link={state.link()} title={state.page.title.clone()} said={sentence.clone()} note={state.note()}
                on_action={props.on_action.clone()}
            />
            <Announcer text={sentence.text()} />
            <div>
                if comparison.same {
                    <p key="same" class="help">{ labels.choose_other }</p>
                } else {
                    { parts(&comparison, &askers, words) }
                }
            </div>
        </section>
    }
}

fn parts(comparison: &Rc<Comparison<'static>>, askers: &Askers, words: &dyn Wording) -> Html {
    let names = words.sides(comparison);
    let (levels, spans) = (comparison.price_levels(), comparison.spans());
    let prices = if levels.differs() { words.prices_apart(levels) } else { String::new() };
    let spans = if spans.differs() { words.spans_apart(spans) } else { String::new() };
    html! {
        <div key="parts" class="compared">
            <div class="apart-help">
                <p class="prices">{ prices }</p>
                <p class="help">{ spans }{ " " }{ words.labels().difference_help }</p>
            </div>
            <DriversTable comparison={comparison.clone()} names={names.clone()} askers={askers.clone()} />
            <FiguresTable comparison={comparison.clone()} names={names.clone()} askers={askers.clone()} />
            <AmountsTable comparison={comparison.clone()} names={names.clone()} askers={askers.clone()} />
            <ViewsTable comparison={comparison.clone()} {names} askers={askers.clone()} />
        </div>
    }
}

/// The link to the same two, changed about.
fn swapped(state: &State, comparison: &Comparison<'static>) -> String {
    let is_seen = |perspective: Perspective| {
        comparison.views.iter().any(|view| view.perspective == perspective && view.net.right.is_some())
    };
    // The other note may have no such committee.
    let perspective = Some(state.page.perspective).filter(|own| is_seen(*own)).unwrap_or(Perspective::Total);
    let page = Page::of(Screen::Compare, state.page.language);
    Page { perspective, other: Some(state.scenario().clone()), ..page }.link(&comparison.scenarios.right)
}

/// The heads of two columns, one for each side.
fn heads(names: &Pair<String>) -> Html {
    html! {
        <>
            <th scope="col">{ names.left.clone() }</th>
            <th scope="col">{ names.right.clone() }</th>
        </>
    }
}

/// A cell, or a dash with what it means where there is nothing to show.
fn cell(shown: Option<Html>, nothing: &'static str) -> Html {
    html! {
        <td>
            {
                match shown {
                    Some(shown) => html! { <span>{ shown }</span> },
                    None => html! { <span><span aria-hidden="true">{ "–" }</span><span class="unseen">{ nothing }</span></span> },
                }
            }
        </td>
    }
}
