//! The map as a table of every tenth value of each driver.

use std::rc::Rc;

use rust_decimal::Decimal;
use web_sys::HtmlDetailsElement;
use yew::{Callback, Event, Html, Properties, TargetCast, function_component, html, use_state_eq};

use crate::ui::context::use_words;
use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::parts::scrolled::{Named, scrolled};
use crate::ui::section::Section;
use engine::explain::{Ask, Flow};
use engine::link::Whose;
use engine::payback::Convention;
use engine::sensitivity::{Grid, Point};
use model::note::{Driver, DriverIx};
use words::Words;

/// The table shows one of so many values of the map.
const EVERY: usize = 10;

#[derive(Properties, PartialEq)]
pub(super) struct MapTableProps {
    pub(super) grid: Grid,
    /// The drivers across and up.
    pub(super) axes: [DriverIx; 2],
    pub(super) asker: Asker,
    pub(super) site: Rc<Site>,
}

/// A disclosure with the table, which is built when the reader opens it.
#[function_component]
pub(super) fn MapTable(props: &MapTableProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let open = use_state_eq(|| false);
    let on_toggle = {
        let open = open.clone();
        Callback::from(move |event: Event| open.set(event.target_unchecked_into::<HtmlDetailsElement>().open()))
    };
    html! {
        <details ontoggle={on_toggle}>
            <summary>{ labels.sensitivity.map_table }</summary>
            { scrolled(Named::As(labels.sensitivity.map_table.to_owned()), html! {
                if *open {
                    { table(props, words) }
                }
            }) }
        </details>
    }
}

fn table(props: &MapTableProps, words: Words) -> Html {
    let variant = props.asker.note().variant;
    let [across, up] = props.axes;
    let (Some(across_driver), Some(up_driver)) = (variant.driver(across), variant.driver(up)) else {
        return html! { <table></table> };
    };
    let columns = every_tenth(&props.grid.x);
    let value = |driver: &Driver, value: Decimal| words.value(value, driver.unit);
    let heads =
        columns.iter().map(|(column, x)| html! { <th key={*column} scope="col">{ value(across_driver, *x) }</th> });
    let rows = every_tenth(&props.grid.y).into_iter().rev().map(|(row, y)| {
        let cells = columns.iter().map(|(column, x)| {
            let point = props.grid.at(*column, row);
            let result = point.map(|point| result(props, point, words));
            let number = result.map(|(ask, text)| number(props, vec![(across, *x), (up, y)], ask, text));
            html! { <td key={*column}>{ number.unwrap_or_default() }</td> }
        });
        html! { <tr key={row}><th scope="row">{ value(up_driver, y) }</th>{ for cells }</tr> }
    });
    html! {
        <table class="map-table">
            <thead>
                <tr><th scope="col">{ words.driver_name(up_driver) }{ " \\ " }{ words.driver_name(across_driver) }</th>{ for heads }</tr>
            </thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

/// Every tenth value with its index on the map. Values that follow each other and are equal appear once.
fn every_tenth(values: &[Decimal]) -> Vec<(usize, Decimal)> {
    let mut kept: Vec<(usize, Decimal)> = values.iter().copied().enumerate().step_by(EVERY).collect();
    kept.dedup_by_key(|(_, value)| *value);
    kept
}

/// What a cell shows: the payback, or the net where the note states no savings.
fn result(props: &MapTableProps, point: Point, words: Words) -> (Ask, String) {
    let perspective = props.site.page.perspective(props.asker.note().variant);
    let variant = props.asker.note().variant;
    if !variant.states_savings() {
        return (Ask::Flow(Flow::Net, perspective, None), words.locale().cell(point.net));
    }
    let payback = point.payback(variant.first, props.grid.horizon);
    (Ask::paid_back(perspective), words.payback_by(perspective.reached(variant), Convention::FirstYear, payback))
}

/// A number that holds with these values, with a link to its explanation.
fn number(props: &MapTableProps, values: Vec<(DriverIx, Decimal)>, ask: Ask, text: String) -> Html {
    Asker::new(props.site.clone(), Whose::At(values)).number(Section::Map, ask, html! { <>{ text }</> })
}
