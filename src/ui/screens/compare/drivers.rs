//! The drivers that differ between two scenarios, and those that only one of the notes has.

use yew::{Html, html};

use crate::ui::parts::scrolled::{Named, scrolled};
use crate::ui::screens::compare::side_by_side::{Part, cell, heads, name_of};
use crate::ui::section::Section;
use engine::compare::{DriverPair, Pair, Valued};
use engine::explain::Ask;
use model::scenario::Scenario;

/// A table of the drivers that both notes have, and for each note a list of the drivers that only it has.
pub(super) fn drivers(part: &Part<'_>) -> Html {
    let words = part.words;
    let labels = words.labels();
    let comparison = part.comparison;
    let shared: Vec<&DriverPair<'static>> =
        comparison.drivers.iter().filter(|pair| pair.values.both().is_some()).collect();
    let posts = comparison.posts.differs().then(|| comparison.posts.map(|posts| words.posts_count(posts)));
    let is_empty = shared.is_empty() && posts.is_none();
    let rows = shared.into_iter().map(|pair| row(part, *pair));
    html! {
            <section aria-labelledby="assumptions-apart">
                <h2 id="assumptions-apart">{ labels.comparison.differing_drivers }</h2>
                <div>
                    if is_empty {
                        <p class="help">{ labels.comparison.no_differing_drivers }</p>
                    } else {
                        { scrolled(Named::By("assumptions-apart"), html! {
                            <table class="drivers-apart">
                                <thead><tr><th scope="col">{ labels.comparison.driver }</th>{ heads(part.names) }</tr></thead>
                                <tbody>
                                    { for rows }
                                    { for posts.map(|Pair { left, right }| html! {
                                        <tr key="posts"><th scope="row">{ labels.drivers.count_posts }</th><td>{ left }</td><td>{ right }</td></tr>
                        }) }
                                </tbody>
                            </table>

    }) }
                    }
                </div>
                { part.askers.panel(Section::CompareDrivers, words) }
                { only_in(part, |values| values.right.is_none().then_some(values.left)?, &part.names.left) }
                { only_in(part, |values| values.left.is_none().then_some(values.right)?, &part.names.right) }
            </section>
        }
}

fn row(part: &Part<'_>, pair: DriverPair<'static>) -> Html {
    let words = part.words;
    let scenarios = part.comparison.scenarios.as_ref();
    let ask = |scenario: &Scenario<'static>| scenario.note().variant.find_driver(pair.id).map(Ask::Driver);
    let value = |valued: Valued<'static>| valued.map(|(driver, value)| words.value(value, driver.unit));
    let numbers = part.askers.numbers(Section::CompareDrivers, scenarios.map(ask), pair.values.map(value));
    let nothing = words.labels().comparison.not_there;
    html! {
        <tr key={pair.id} data-driver-apart={pair.id}>
            <th scope="row">{ name_of(&words.driver_names(&pair), words) }</th>
            { cell(numbers.left, nothing) }
            { cell(numbers.right, nothing) }
        </tr>
    }
}

/// A disclosure with the drivers that only one note has. `pick` returns such a driver's value.
fn only_in(part: &Part<'_>, pick: impl Fn(Pair<Valued<'static>>) -> Valued<'static>, name: &str) -> Html {
    let words = part.words;
    let drivers: Vec<_> = part.comparison.drivers.iter().filter_map(|pair| pick(pair.values)).collect();
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
