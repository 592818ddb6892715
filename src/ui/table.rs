//! The document's own table, computed anew; changed cells marked, with what the document prints below them.

use std::rc::Rc;

use yew::{Html, Properties, classes, function_component, html};

use super::words::use_words;
use crate::audit::Check;
use crate::evaluate::{Outcome, Perspective};
use crate::link::{self, Screen};
use crate::money::Thousands;
use crate::note::{Note, Row, Side, Table, Year};
use crate::text::Wording;

#[derive(Properties, PartialEq)]
pub(super) struct BudgetTableProps {
    pub(super) note: Note<'static>,
    pub(super) now: Outcome,
    pub(super) published: Outcome,
    pub(super) checks: Rc<Vec<Check>>,
}

/// The budget table: savings, costs, and both together.
#[function_component]
pub(super) fn BudgetTable(props: &BudgetTableProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let heads = props.now.years.iter().map(|year| html! { <th key={*year} scope="col">{ *year }</th> });
    let side = |side: Side| {
        let (title, pick): (_, fn(&crate::evaluate::View) -> &Vec<Thousands>) = match side {
            Side::Saving => (labels.savings, |view| &view.savings),
            Side::Cost => (labels.costs, |view| &view.costs),
        };
        let rows = props.note.variant.lines.iter().enumerate().filter(move |(_, line)| line.side == side);
        let together = disputed(props, &rows.clone().map(|(at, _)| at).collect::<Vec<_>>());
        let rows = rows.map(|(at, line)| {
            let printed = props.note.document.own_row(line).map(|(_, row)| row.label.as_str());
            let (label, lang) = printed.map_or_else(|| line.name.get(words.code()), |label| (label, "da"));
            let marks = disputed(props, &[at]);
            let cells = |outcome: &Outcome| outcome.lines.get(at).map(|line| line.cells.clone()).unwrap_or_default();
            let head =
                html! { <><span lang={lang.to_owned()}>{ label }</span><span class="area">{ words.carried_by(line) }{ if printed.is_none() { labels.borrowed_line } else { "" } }</span>{ touched(&marks, words) }</> };
            row(&line.id, false, head, &cells(&props.now), &cells(&props.published), &marks, words)
        });
        let total =
            |outcome: &Outcome| outcome.view(Perspective::Total).map(|view| pick(view).clone()).unwrap_or_default();
        html! {
            <tbody key={title}>
                { for rows }
                { row("total", true, html! { <>{ title }{ ", " }{ labels.in_all.to_lowercase() }{ touched(&together, words) }</> }, &total(&props.now), &total(&props.published), &together, words) }
            </tbody>
        }
    };
    let all = disputed(props, &(0..props.note.variant.lines.len()).collect::<Vec<_>>());
    let net = |outcome: &Outcome| outcome.view(Perspective::Total).map(|view| view.net.clone()).unwrap_or_default();
    html! {
        <section class="budget" aria-labelledby="table-title">
            <h2 id="table-title">{ labels.table }</h2>
            <p class="help">{ labels.table_help }</p>
            <div class="scroll" role="region" aria-labelledby="table-title" tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ labels.activity }</th>
                            { for heads }
                            <th key="total" scope="col">{ labels.in_all }</th>
                        </tr>
                    </thead>
                    { if props.note.variant.states_savings() { side(Side::Saving) } else { html! { <tbody key="none"></tbody> } } }
                    { side(Side::Cost) }
                    <tbody key="net">
                        { row("net", true, html! { <>{ labels.net }{ touched(&all, words) }</> }, &net(&props.now), &net(&props.published), &all, words) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

/// For each year, whether a finding touches a cell that the document prints for exactly these lines together.
fn disputed(props: &BudgetTableProps, lines: &[usize]) -> Vec<bool> {
    let document = props.note.document;
    let own = document.variants.iter().position(|variant| variant.id == props.note.variant.id);
    let printed: Vec<(&Table, &Row)> = document
        .tables
        .iter()
        .filter(|table| Some(table.variant) == own)
        .flat_map(|table| table.rows.iter().map(move |row| (table, row)))
        .filter(|(_, row)| row.committee.is_none() && same_lines(&row.lines, lines))
        .collect();
    let in_year = |year: Year| {
        let touches =
            |check: &Check| printed.iter().any(|(table, row)| check.touches(&document.id, &table.id, &row.id, year));
        props.checks.iter().any(touches)
    };
    props.now.years.iter().map(|year| in_year(*year)).collect()
}

fn same_lines(printed: &[usize], lines: &[usize]) -> bool {
    printed.len() == lines.len() && lines.iter().all(|line| printed.contains(line))
}

/// A way to the findings that touch the line's own row, where there are any.
fn touched(disputed: &[bool], words: &dyn Wording) -> Html {
    html! {
        <span class="touched">
            if disputed.contains(&true) {
                <a href={format!("#{}", link::screen(Screen::Findings))}>{ words.labels().touched }</a>
            }
        </span>
    }
}

fn row(
    key: &str,
    is_total: bool,
    head: Html,
    now: &[Thousands],
    published: &[Thousands],
    disputed: &[bool],
    words: &dyn Wording,
) -> Html {
    let sum = |cells: &[Thousands]| cells.iter().copied().sum::<Thousands>();
    let cells = now.iter().enumerate().map(|(column, now)| {
        html! {
            <td key={column} class={classes!(disputed.get(column).is_some_and(|is| *is).then_some("disputed"))}>{ cell(*now, published.get(column).copied(), words) }</td>
        }
    });
    html! {
        <tr key={key.to_owned()} class={classes!(is_total.then_some("total"))} data-line={key.to_owned()}>
            <th scope="row">{ head }</th>
            { for cells }
            <td key="total" class="sum">{ cell(sum(now), Some(sum(published)), words) }</td>
        </tr>
    }
}

/// A cell; where it is not what the document prints, marked by a line and a word, with the printed amount below.
fn cell(now: Thousands, published: Option<Thousands>, words: &dyn Wording) -> Html {
    let locale = words.locale();
    if published == Some(now) {
        return html! { <span>{ locale.cell(now) }</span> };
    }
    html! {
        <span class="changed">
            <ins>{ locale.cell(now) }</ins>
            <span class="unseen">{ format!(" {}, ", words.labels().changed) }</span>
            <small>{ published.map(|cell| locale.cell(cell)).unwrap_or_default() }</small>
        </span>
    }
}
