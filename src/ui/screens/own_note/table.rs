//! A table that the reader pastes, as it was read, and the note that is made of it.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, MouseEvent};
use yew::{Callback, Html, function_component, html, use_node_ref, use_state};

use crate::ui::browser::today::today;
use crate::ui::context::use_page;
use crate::ui::parts::scrolled::{Named, scrolled};
use crate::ui::programs::own_notes::{OwnNotes, TableRead};
use crate::ui::state::{Action, Draft};
use words::Words;

/// What became of a pasted text.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Became {
    Nothing,
    NoTable,
    Failed,
    Table(Rc<TableRead>),
}

/// The field, and the table that is in it.
#[function_component]
pub(crate) fn TableField() -> Html {
    let page = use_page();
    let words = page.words();
    let labels = &words.labels().own_note;
    let (field, title, unit) = (use_node_ref(), use_node_ref(), use_node_ref());
    let became = use_state(|| Became::Nothing);
    let on_read = {
        let (field, title, unit) = (field.clone(), title.clone(), unit.clone());
        let (page, became) = (page.clone(), became.clone());
        Callback::from(move |_: MouseEvent| {
            let text = field.cast::<HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default();
            let title = title.cast::<HtmlInputElement>().map(|title| title.value()).unwrap_or_default();
            let unit = unit.cast::<HtmlSelectElement>().map(|unit| unit.value()).unwrap_or_default();
            let (page, became) = (page.clone(), became.clone());
            spawn_local(async move {
                let next_year = u16::try_from(today().year).unwrap_or_default().saturating_add(1);
                let read =
                    OwnNotes::load().await.and_then(|it| it.table(&text, (&title, &unit), next_year, page.language));
                became.set(match read {
                    Ok(Some(table)) => Became::Table(Rc::new(table)),
                    Ok(None) => Became::NoTable,
                    Err(_) => Became::Failed,
                });
            });
        })
    };
    let (message, table) = match &*became {
        Became::Nothing => ("", None),
        Became::NoTable => (labels.no_table, None),
        Became::Failed => (labels.not_read, None),
        Became::Table(table) => (labels.check_table, Some(table.clone())),
    };
    let on_use = |table: Rc<TableRead>| {
        page.on_action.reform(move |_: MouseEvent| {
            let draft = Draft::in_form(String::new(), &table.note);
            Action::NoteDrafted(Rc::new(draft))
        })
    };
    html! {
        <section class="from-table" aria-labelledby="table-title">
            <h2 id="table-title">{ labels.table }</h2>
            <p class="help">{ labels.table_help }</p>
            <p class="text-of-note">
                <label for="table-name">{ labels.table_title }</label>
                <input ref={title} id="table-name" type="text" autocomplete="off" />
            </p>
            <p class="text-of-note">
                <label for="table-text">{ labels.table_text }</label>
                <textarea ref={field} id="table-text" rows="6" spellcheck="false" autocomplete="off" />
            </p>
            <p class="text-of-note">
                <label for="table-unit">{ labels.table_unit }</label>
                <select ref={unit} id="table-unit">
                    <option value="" selected=true>{ labels.unit_of_table }</option>
                    { for UNITS.map(|unit| html! { <option key={unit} value={unit}>{ unit_name(unit, words) }</option> }) }
                </select>
            </p>
            <p><button type="button" onclick={on_read}>{ labels.read_table }</button></p>
            <p class="message" role="status">{ message }</p>
            <div>
                if let Some(table) = table {
                    <>
                        { as_read(&table, words) }
                        <p><button type="button" onclick={on_use(table)}>{ labels.use_table }</button></p>
                    </>
                }
            </div>
        </section>
    }
}

/// What amounts may be in, as the format of notes writes it.
const UNITS: [&str; 3] = ["kr", "thousands", "mio"];

fn unit_name(unit: &str, words: Words) -> &'static str {
    let labels = &words.labels().own_note;
    match unit {
        "kr" => labels.unit_kroner,
        "mio" => labels.unit_millions,
        _ => labels.unit_thousands,
    }
}

/// The table as it was read.
fn as_read(table_read: &TableRead, words: Words) -> Html {
    let labels = &words.labels().own_note;
    let heads = table_read.years.iter().map(|year| html! { <th key={year.clone()} scope="col">{ year }</th> });
    let rows = table_read.rows.iter().enumerate().map(|(index, row)| {
        let cells = row.cells.iter().enumerate().map(|(column, cell)| html! { <td key={column}>{ cell }</td> });
        let class = row.is_total.then_some("sum");
        html! {
            <tr key={index} {class}>
                <th scope="row">{ &row.label }{ if row.is_total { format!(" ({})", labels.is_sum) } else { String::new() } }</th>
                { for cells }
            </tr>
        }
    });
    let table = html! {
        <table>
            <thead><tr><th scope="col">{ labels.label }</th>{ for heads }</tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    };
    html! {
        <>
            <p class="unit-read">{ format!("{} {}", labels.table_unit, unit_name(&table_read.unit, words)) }</p>
            if !table_read.doubts.is_empty() {
                <div data-part="doubts">
                    <p>{ labels.table_doubts }{ ":" }</p>
                    <ul>{ for table_read.doubts.iter().enumerate().map(|(index, doubt)| html! { <li key={index}>{ doubt }</li> }) }</ul>
                </div>
            }
            { scrolled(Named::As(labels.table_text.to_owned()), table) }
        </>
    }
}
