//! The drivers that differ between two scenarios, and those that only one of the notes has.

use yew::{Html, function_component, html};

use crate::ui::context::use_words;
use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::parts::scrolled::{Named, scrolled};
use crate::ui::screens::compare::side_by_side::{PartProps, cell, heads};
use crate::ui::section::Section;
use engine::compare::{DriverPair, Pair, Valued};
use engine::explain::Ask;
use model::scenario::Scenario;
use words::Wording;

/// A table of the drivers that both notes have, and for each note a list of the drivers that only it has.
#[function_component]
pub(super) fn DriversTable(props: &PartProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let comparison = &props.comparison;
    let shared: Vec<&DriverPair<'static>> =
        comparison.drivers.iter().filter(|pair| pair.values.both().is_some()).collect();
    let posts = comparison.posts.differs().then(|| comparison.posts.map(|posts| words.posts_count(posts)));
    let is_empty = shared.is_empty() && posts.is_none();
    let rows = shared.into_iter().map(|pair| row(props, *pair, words));
    html! {
            <section aria-labelledby="assumptions-apart">
                <h2 id="assumptions-apart">{ labels.differing_drivers }</h2>
                <div>
                    if is_empty {
                        <p class="help">{ labels.no_differing_drivers }</p>
                    } else {
                        { scrolled(Named::By("assumptions-apart"), html! {
                            <table class="drivers-apart">
                                <thead><tr><th scope="col">{ labels.driver }</th>{ heads(&props.names) }</tr></thead>
                                <tbody>
                                    { for rows }
                                    { for posts.map(|Pair { left, right }| html! {
                                        <tr key="posts"><th scope="row">{ labels.count_posts }</th><td>{ left }</td><td>{ right }</td></tr>
                        }) }
                                </tbody>
                            </table>

    }) }
                    }
                </div>
                { props.askers.panel(Section::CompareDrivers, words) }
                { only_in(props, |values| values.right.is_none().then_some(values.left)?, &props.names.left, words) }
                { only_in(props, |values| values.left.is_none().then_some(values.right)?, &props.names.right, words) }
            </section>
        }
}

fn row(props: &PartProps, pair: DriverPair<'static>, words: &dyn Wording) -> Html {
    let name = |valued: Valued<'static>| valued.map(|(driver, _)| words.driver_name(driver));
    let names = pair.values.map(name);
    // Drivers with the same id may be defined differently: a target for those who finish is not one for all who take
    // part.
    let differs = names.differs();
    let other = names.right.filter(|_| differs).map(|name| format!("{}: {name}", words.labels().in_the_other));
    let scenarios = props.comparison.scenarios.as_ref();
    let ask = |scenario: &Scenario<'static>| scenario.note().variant.find_driver(pair.id).map(Ask::Driver);
    let value = |valued: Valued<'static>| valued.map(|(driver, value)| words.value(value, driver.unit));
    let numbers = props.askers.numbers(Section::CompareDrivers, scenarios.map(ask), pair.values.map(value));
    let nothing = words.labels().not_there;
    html! {
        <tr key={pair.id} data-driver-apart={pair.id}>
            <th scope="row">
                { hyphenated(&names.left.unwrap_or_default(), words.code()) }
                <span class="area">{ hyphenated(&other.unwrap_or_default(), words.code()) }</span>
            </th>
            { cell(numbers.left, nothing) }
            { cell(numbers.right, nothing) }
        </tr>
    }
}

/// A disclosure with the drivers that only one note has. `pick` returns such a driver's value.
fn only_in(
    props: &PartProps,
    pick: impl Fn(Pair<Valued<'static>>) -> Valued<'static>,
    name: &str,
    words: &dyn Wording,
) -> Html {
    let drivers: Vec<_> = props.comparison.drivers.iter().filter_map(|pair| pick(pair.values)).collect();
    let count = drivers.len();
    let items = drivers.into_iter().map(|(driver, value)| {
        let shown = words.value(value, driver.unit);
        html! { <li key={driver.id.clone()}>{ words.driver_name(driver) }{ ": " }<strong>{ shown }</strong></li> }
    });
    html! {
        <div>
            if count > 0 {
                <details>
                    <summary>{ words.drivers_only_in(name, count) }</summary>
                    <ul class="alone">{ for items }</ul>
                </details>
            }
        </div>
    }
}
