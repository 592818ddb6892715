//! All numbers of the note as a table: what the note has, what the reader has, where it is from, and how much it moves. A column of
//! numbers can be pasted into it.

use std::cmp::Reverse;
use std::rc::Rc;

use rust_decimal::Decimal;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event, HtmlInputElement};
use yew::{
    AttrValue, Callback, Html, Properties, TargetCast, function_component, html, use_memo, use_state, use_state_eq,
};

use crate::ui::context::{use_page, use_words};
use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::parts::scrolled::{Named, scrolled};
use crate::ui::screens::calculator::typed_number::{read_typed, use_typed_number};
use crate::ui::state::{Action, Typing};
use engine::computed::Computed;
use engine::sensitivity::tornado;
use model::evaluate::Perspective;
use model::money::Thousands;
use model::note::{Driver, DriverIx};
use model::ordered::by_key;
use model::scenario::Scenario;
use words::Words;

#[derive(Properties, PartialEq)]
pub(super) struct AllNumbersProps {
    pub(super) now: Rc<Computed<'static>>,
    /// Whose money is counted.
    pub(super) perspective: Perspective,
    pub(super) epoch: u32,
}

/// A disclosure with the table, which exists only while it is open.
#[function_component]
pub(super) fn AllNumbers(props: &AllNumbersProps) -> Html {
    let words = use_words();
    let is_open = use_state_eq(|| false);
    let on_toggle = {
        let is_open = is_open.clone();
        Callback::from(move |event: Event| is_open.set(event.target_unchecked_into::<Element>().has_attribute("open")))
    };
    html! {
        <details class="all-numbers" data-part="all-numbers" ontoggle={on_toggle}>
            <summary>{ words.all_numbers(props.now.note().variant.drivers.len()) }</summary>
            <div>
                if *is_open {
                    <Numbers now={props.now.clone()} perspective={props.perspective} epoch={props.epoch} />
                }
            </div>
        </details>
    }
}

/// The table, in the note's order or by how much each number moves the net.
#[function_component]
fn Numbers(props: &AllNumbersProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = &words.labels().all_numbers;
    let is_by_swing = use_state_eq(|| false);
    let said = use_state(String::new);
    let swings = use_memo((props.now.clone(), props.perspective), |(now, perspective)| {
        // If a scenario can be evaluated, it can be evaluated at every value within the bounds.
        let bars = tornado(&now.scenario, *perspective).unwrap_or_default();
        bars.into_iter().map(|bar| (bar.ix, bar.swing)).collect::<Vec<_>>()
    });
    let swing = |ix: DriverIx| swings.iter().find(|(of, _)| *of == ix).map(|(_, swing)| *swing);
    let variant = props.now.note().variant;
    let in_order = variant.drivers();
    let rows: Vec<(DriverIx, &'static Driver)> =
        if *is_by_swing { by_key(in_order, |(ix, _)| Reverse(swing(*ix))) } else { in_order.collect() };
    let on_sort = {
        let is_by_swing = is_by_swing.clone();
        Callback::from(move |event: Event| is_by_swing.set(event.target_unchecked_into::<HtmlInputElement>().checked()))
    };
    let on_type = page.on_action.reform(|(ix, typing)| Action::Typed(ix, typing));
    let cells = rows.iter().enumerate().map(|(index, (ix, driver))| {
        let below: Vec<_> = rows.iter().skip(index).copied().collect();
        let (said, on_action) = (said.clone(), page.on_action.clone());
        let scenario = props.now.scenario.clone();
        let on_column = Callback::from(move |column: String| match read_column(words, &scenario, &below, &column) {
            Ok(values) => {
                said.set(words.column_pasted(values.len()));
                on_action.emit(Action::DriversSet(values));
            }
            Err(problem) => said.set(problem),
        });
        html! {
            <NumberRow
                key={driver.id.clone()} ix={*ix} driver={*driver}
                value={props.now.scenario.value(*ix).unwrap_or(driver.value)} swing={swing(*ix)} epoch={props.epoch}
                on_type={on_type.clone()} {on_column}
            />
        }
    });
    html! {
        <>
            <p class="help">{ labels.help }</p>
            <p class="choice">
                <input type="checkbox" id="numbers-by-swing" checked={*is_by_swing} onchange={on_sort} />
                <label for="numbers-by-swing">{ labels.by_swing }</label>
            </p>
            <p class="message" role="status">{ (*said).clone() }</p>
            { scrolled(Named::As(labels.table.to_owned()), html! {
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ words.labels().drivers.drivers }</th>
                            <th scope="col">{ labels.yours }</th>
                            <th scope="col">{ labels.of_note }</th>
                            <th scope="col">{ labels.origin }</th>
                            <th scope="col">{ labels.swing }</th>
                        </tr>
                    </thead>
                    <tbody>{ for cells }</tbody>
                </table>
            }) }
        </>
    }
}

/// The values of a pasted column, each for the driver of its line. An empty line leaves its driver alone. The error is a message
/// that names the line.
fn read_column(
    words: Words,
    scenario: &Scenario<'static>,
    drivers: &[(DriverIx, &'static Driver)],
    column: &str,
) -> Result<Vec<(DriverIx, Decimal)>, String> {
    let lines: Vec<&str> = column.trim_end_matches(['\r', '\n']).lines().collect();
    if lines.len() > drivers.len() {
        return Err(words.column_too_long(lines.len(), drivers.len()));
    }
    let mut values = Vec::new();
    for (index, (line, (ix, driver))) in lines.iter().zip(drivers).enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let entry = read_typed(words, driver, line, scenario.value(*ix).unwrap_or(driver.value));
        let number = index.saturating_add(1);
        let entry = entry.map_err(|problem| words.line_unreadable(number, line.trim(), driver, &problem))?;
        values.push((*ix, entry.value));
    }
    Ok(values)
}

#[derive(Properties, PartialEq)]
struct NumberRowProps {
    ix: DriverIx,
    driver: &'static Driver,
    value: Decimal,
    /// How far it moves the net; `None` for the length of an effort, and for a number at zero.
    swing: Option<Thousands>,
    epoch: u32,
    on_type: Callback<(DriverIx, Typing)>,
    /// Called with a pasted text of several lines.
    on_column: Callback<String>,
}

#[function_component]
fn NumberRow(props: &NumberRowProps) -> Html {
    let words = use_words();
    let driver = props.driver;
    let report = {
        let (ix, on_type) = (props.ix, props.on_type.clone());
        Callback::from(move |typing| on_type.emit((ix, typing)))
    };
    let typed = use_typed_number(driver, props.value, props.epoch, report);
    let on_paste = {
        let (on_column, forget) = (props.on_column.clone(), typed.forget.clone());
        Callback::from(move |event: Event| {
            let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
            let text = data.and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
            if text.trim_end_matches(['\r', '\n']).contains('\n') {
                event.prevent_default();
                forget.emit(());
                on_column.emit(text);
            }
        })
    };
    let name = words.driver_name(driver);
    let message = AttrValue::from(format!("number-{}-message", driver.id));
    html! {
        <tr data-number={driver.id.clone()}>
            <th scope="row">{ hyphenated(&name, words.code()) }</th>
            <td>
                <span class="entry">
                    <input
                        type="text" inputmode="decimal" autocomplete="off" spellcheck="false" value={typed.text.clone()}
                        aria-label={words.your_number(&name)} aria-describedby={message.clone()}
                        aria-invalid={typed.is_problem.then_some("true")}
                        oninput={typed.on_input.clone()} onkeydown={typed.on_key.clone()} onblur={typed.on_leave.clone()}
                        onpaste={on_paste}
                    />
                    <span class="unit">{ words.unit_of(props.value, driver.unit) }</span>
                </span>
                <span id={message} class={if typed.is_problem { "message problem" } else { "message" }}>{ typed.message.clone() }</span>
            </td>
            <td>{ words.value(driver.value, driver.unit) }</td>
            <td>{ words.origin_in_short(&driver.origin) }</td>
            <td>{ props.swing.map_or_else(|| "–".to_owned(), |swing| words.millions(swing)) }</td>
        </tr>
    }
}
