//! The comparison screen: the reader's scenario and another side by side.

mod amounts;
mod asking;
mod chart;
mod drivers;
mod figures;
mod other;
mod side_by_side;
mod trade;
mod views;

use yew::{Html, Properties, function_component, html, use_memo, use_node_ref};

use crate::ui::browser::width::{use_width, window_width};
use crate::ui::context::use_page;
use crate::ui::handing_on::export::{About, FileButtons};
use crate::ui::handing_on::share::share;
use crate::ui::numbers::asker::Site;
use crate::ui::parts::announcer::Announcer;
use crate::ui::parts::phrase;
use crate::ui::screens::compare::amounts::amounts;
use crate::ui::screens::compare::asking::Askers;
use crate::ui::screens::compare::chart::Both;
use crate::ui::screens::compare::drivers::drivers;
use crate::ui::screens::compare::figures::figures;
use crate::ui::screens::compare::other::OtherScenario;
use crate::ui::screens::compare::side_by_side::Part;
use crate::ui::screens::compare::trade::trade;
use crate::ui::screens::compare::views::views;
use crate::ui::state::State;
use engine::compare::{Comparison, Pair, compare};
use engine::explain::Ask;
use engine::link::{Page, Question, Screen, Whose};
use model::evaluate::Perspective;
use model::scenario::Scenario;
use words::Words;

/// The width below which the tables have no room for all columns, as in `compare.css`, in sixteenths of the root's text size.
const NARROW: f64 = 448.0;

#[derive(Properties, PartialEq)]
pub(crate) struct CompareProps {
    pub(crate) state: State,
}

/// The choice of the other scenario, the difference as a sentence, and the tables.
#[function_component]
pub(crate) fn Compare(props: &CompareProps) -> Html {
    let page = use_page();
    let root = use_node_ref();
    let is_narrow = use_width(&root, window_width()) < NARROW;
    let words = page.words();
    let labels = words.labels();
    let state = &props.state;
    let comparison = use_memo((state.own().clone(), state.other().clone()), |(own, other)| compare(own, other));
    let Pair { left, right } = comparison.scenarios.clone();
    let sentence = words.comparison(&comparison);
    let site = Site::new(state, &page.on_action);
    let explanation = site.link_to(&Question::Of(Whose::Own, Ask::paid_back(Perspective::Total)));
    let askers = Askers::new(site);
    let swapped = swapped_link(state, &comparison);
    let all_efforts = words.compares_all_efforts(state.page.perspective(left.note().variant), left.note());
    html! {
        <section class="comparison" aria-label={labels.screens.compare} ref={root}>
            <OtherScenario {left} {right} {swapped} />
            <p class="sentence" id="comparison" tabindex="-1">{ phrase::show(&sentence) }</p>
            <p class="prices">{ all_efforts }</p>
            <div>
                if !comparison.same {
                    { cautions(&comparison, words) }
                }
            </div>
            { share(state, &state.link(), &sentence, &page) }
            <div>
                if !comparison.same {
                    <Both
                        comparison={comparison.clone()} own={state.own().clone()} other={state.other().clone()}
                        sentence={sentence.text()} link={state.link()} {explanation}
                    />
                }
            </div>
            <Announcer text={sentence.text()} />
            <div>
                if comparison.same {
                    <p key="same" class="help">{ labels.comparison.choose_other }</p>
                } else {
                    { parts(&comparison, &askers, state.link(), is_narrow, words) }
                }
            </div>
        </section>
    }
}

/// What somebody has to know before comparing the numbers: other prices, other years, other areas of the budget.
fn cautions(comparison: &Comparison<'static>, words: Words) -> Html {
    let cautions = words.cautions(comparison);
    html! {
        <div class="apart-help">
            <p class="prices" data-part="prices">{ cautions.prices.unwrap_or_default() }</p>
            <div class="outside-service">
                { for cautions.outside_service.into_iter().map(|sentence| html! { <p key={sentence.clone()} class="prices">{ sentence }</p> }) }
            </div>
            <p class="help">{ cautions.spans.unwrap_or_default() }{ " " }{ words.difference_help(comparison).unwrap_or_default() }</p>
        </div>
    }
}

/// The tables, and the files.
fn parts(comparison: &Comparison<'static>, askers: &Askers, link: String, is_narrow: bool, words: Words) -> Html {
    let names = words.short_names(comparison);
    let part = Part { comparison, names: &names, askers, words, is_narrow };
    html! {
        <div key="parts" class="compared">
            { trade(&part) }
            { drivers(&part) }
            { figures(&part) }
            { amounts(&part) }
            { views(&part) }
            { files(comparison, link, words) }
        </div>
    }
}

/// The files of the comparison, and of each of the two.
fn files(comparison: &Comparison<'static>, link: String, words: Words) -> Html {
    let of = |side: &'static str, scenario: &Scenario<'static>| {
        let link = Page::of(Screen::Note, words.language()).link(scenario);
        html! {
            <div key={side}>
                <h3>{ words.scenario_name(scenario) }</h3>
                <FileButtons about={About::OneOfTwo(scenario.clone(), side)} {link} />
            </div>
        }
    };
    let Pair { left, right } = &comparison.scenarios;
    html! {
        <section class="files-apart screen-only" aria-labelledby="files-apart">
            <h2 id="files-apart">{ words.labels().comparison.files }</h2>
            <div key="both">
                <h3>{ words.labels().comparison.both }</h3>
                <FileButtons about={About::Comparison(comparison.scenarios.clone())} {link} />
            </div>
            { of("left", left) }
            { of("right", right) }
        </section>
    }
}

/// The link to the same two scenarios, swapped.
fn swapped_link(state: &State, comparison: &Comparison<'static>) -> String {
    let has_perspective = |perspective: Perspective| {
        comparison.views.iter().any(|view| view.perspective == perspective && view.net.right.is_some())
    };
    // The perspective may be that of a committee which the other note does not have.
    let perspective = state.page.perspective(state.note().variant);
    let perspective = if has_perspective(perspective) { perspective } else { Perspective::Total };
    let page = Page::of(Screen::Compare, state.page.language_choice());
    let mut swapped = Page { other: Some(state.scenario().clone()), ..page };
    swapped.see_from(perspective, comparison.scenarios.right.note().variant);
    swapped.link(&comparison.scenarios.right)
}
