//! The document's own table, computed anew; changed cells marked, with what the document prints below them.

use std::rc::Rc;

use yew::{Html, Properties, classes, function_component, html};

use super::asker::Asker;
use super::section::Section;
use super::words::use_words;
use crate::evaluate::{Outcome, Perspective, View};
use crate::explain::{Ask, Flow};
use crate::findings::Check;
use crate::link::{Page, Screen};
use crate::money::Thousands;
use crate::note::{Line, Note, Row, Side, Table, Year};
use crate::text::Wording;

#[derive(Properties, PartialEq)]
pub(super) struct BudgetTableProps {
    pub(super) note: Note<'static>,
    pub(super) now: Outcome,
    pub(super) baseline: Outcome,
    pub(super) checks: Rc<Vec<Check>>,
    pub(super) asker: Asker,
}

/// The budget table: savings, costs, and both together.
#[function_component]
pub(super) fn BudgetTable(props: &BudgetTableProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let heads = props.now.years.iter().map(|year| html! { <th key={*year} scope="col">{ *year }</th> });
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
                    if props.note.variant.states_savings() {
                        { side(props, Side::Saving, words) }
                    } else {
                        <tbody key="none"></tbody>
                    }
                    { side(props, Side::Cost, words) }
                    { net(props, words) }
                </table>
            </div>
            <p class="help abbreviations">{ labels.abbreviations }{ ": " }{ words.abbreviations(&props.note.variant.lines).join(" · ") }</p>
        </section>
    }
}

/// What a row of the table shows.
struct Shown {
    key: String,
    is_total: bool,
    head: Html,
    /// What its cells are; the sum where there is no year.
    ask: Box<dyn Fn(Option<Year>) -> Ask>,
    now: Vec<Thousands>,
    baseline: Vec<Thousands>,
    /// By year, whether a finding touches the cell.
    disputed: Vec<bool>,
}

fn side(props: &BudgetTableProps, side: Side, words: &'static dyn Wording) -> Html {
    let labels = words.labels();
    let (id, title, flow, pick): (_, _, _, fn(&View) -> &Vec<Thousands>) = match side {
        Side::Saving => ("savings", labels.savings, Flow::Savings, |view| &view.savings),
        Side::Cost => ("costs", labels.costs, Flow::Costs, |view| &view.costs),
    };
    let lines = props.note.variant.lines.iter().enumerate().filter(move |(_, line)| line.side == side);
    let together = disputed(props, &lines.clone().map(|(at, _)| at).collect::<Vec<_>>());
    let rows = lines.map(|(at, line)| {
        let disputed = disputed(props, &[at]);
        let cells = |outcome: &Outcome| outcome.lines.get(at).map(|line| line.cells.clone()).unwrap_or_default();
        let shown = Shown {
            key: line.id.clone(),
            is_total: false,
            head: line_head(props, at, line, &disputed, words),
            ask: Box::new(move |year| Ask::Line(at, year)),
            now: cells(&props.now),
            baseline: cells(&props.baseline),
            disputed,
        };
        row(props, shown, words)
    });
    let total = |outcome: &Outcome| outcome.view(Perspective::Total).map(|view| pick(view).clone()).unwrap_or_default();
    let total = Shown {
        key: id.to_owned(),
        is_total: true,
        head: html! { <>{ title }{ ", " }{ labels.in_all.to_lowercase() }{ touched(&together, words) }</> },
        ask: Box::new(move |year| Ask::Flow(flow, Perspective::Total, year)),
        now: total(&props.now),
        baseline: total(&props.baseline),
        disputed: together,
    };
    html! {
        <tbody key={id}>
            { for rows }
            { row(props, total, words) }
        </tbody>
    }
}

fn net(props: &BudgetTableProps, words: &'static dyn Wording) -> Html {
    let all = disputed(props, &(0..props.note.variant.lines.len()).collect::<Vec<_>>());
    let cells = |outcome: &Outcome| outcome.view(Perspective::Total).map(|view| view.net.clone()).unwrap_or_default();
    let shown = Shown {
        key: "net".to_owned(),
        is_total: true,
        head: html! { <>{ words.labels().net }{ touched(&all, words) }</> },
        ask: Box::new(|year| Ask::Flow(Flow::Net, Perspective::Total, year)),
        now: cells(&props.now),
        baseline: cells(&props.baseline),
        disputed: all,
    };
    html! { <tbody key="net">{ row(props, shown, words) }</tbody> }
}

/// The document's label of a line, and who carries it.
fn line_head(props: &BudgetTableProps, at: usize, line: &Line, disputed: &[bool], words: &dyn Wording) -> Html {
    let printed = props.note.document.own_row(line).map(|(_, row)| row.label.as_str());
    let (label, lang) = printed.map_or_else(|| line.name.get(words.code()), |label| (label, "da"));
    // Beside the document's Danish, what it means; in Danish it needs no second name.
    let translated = (lang != words.code()).then(|| words.named(&line.name).to_owned());
    let lender = props.note.variant.savings_from.as_ref().filter(|_| printed.is_none());
    let borrowed = lender.map(|lender| words.borrowed_line(lender)).unwrap_or_default();
    let appropriations = props.note.appropriations(at);
    let appropriation = match appropriations.as_slice() {
        [] => String::new(),
        numbers => format!(" · {} {}", words.labels().appropriation, numbers.join(", ")),
    };
    html! {
        <>
            <span lang={lang.to_owned()}>{ label }</span>
            <span class="translated">{ translated.unwrap_or_default() }</span>
            <span class="area">{ words.carried_by(line) }{ appropriation }{ borrowed }</span>
            { touched(disputed, words) }
        </>
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
            |check: &Check| printed.iter().any(|(table, row)| check.differs_in(&document.id, &table.id, &row.id, year));
        props.checks.iter().any(touches)
    };
    props.now.years.iter().map(|year| in_year(*year)).collect()
}

fn same_lines(printed: &[usize], lines: &[usize]) -> bool {
    printed.len() == lines.len() && lines.iter().all(|line| printed.contains(line))
}

/// A way to the findings that touch the line's own row, where there are any.
pub(super) fn touched(disputed: &[bool], words: &dyn Wording) -> Html {
    let findings = Page::of(Screen::Findings, words.language());
    html! {
        <span class="touched">
            if disputed.contains(&true) {
                <a href={format!("#{}", findings.screen_link())}>{ words.labels().touched }</a>
            }
        </span>
    }
}

/// The row, and below it the explanation of one of its numbers where that is open.
fn row(props: &BudgetTableProps, shown: Shown, words: &dyn Wording) -> Html {
    let Shown { key, is_total, head, ask, now, baseline, disputed } = shown;
    let sum = |cells: &[Thousands]| cells.iter().copied().sum::<Thousands>();
    let asked = |year: Option<Year>, shown: Html| props.asker.number(Section::Table, ask(year), shown);
    let years = || props.now.years.iter().copied();
    let cells = years().zip(&now).enumerate().map(|(column, (year, now))| {
        let is_disputed = disputed.get(column).is_some_and(|is| *is);
        html! {
            <td key={column} class={classes!(is_disputed.then_some("disputed"))}>
                { asked(Some(year), cell(*now, baseline.get(column).copied(), words)) }
            </td>
        }
    });
    let is_open = props
        .asker
        .is_open_for(Section::Table, |open| ask(None) == open || years().any(|year| ask(Some(year)) == open));
    let columns = now.len().saturating_add(2);
    html! {
        <>
            <tr key={key.clone()} class={classes!(is_total.then_some("total"))} data-line={key.clone()}>
                <th scope="row">{ head }</th>
                { for cells }
                <td key="total" class="sum">{ asked(None, cell(sum(&now), Some(sum(&baseline)), words)) }</td>
            </tr>
            if is_open {
                { props.asker.panel_row(Section::Table, columns) }
            } else {
                <tr key="closed" class="explained"></tr>
            }
        </>
    }
}

/// A cell; where it is not what the document prints, marked by a line and a word, with the printed amount below.
fn cell(now: Thousands, baseline: Option<Thousands>, words: &dyn Wording) -> Html {
    let locale = words.locale();
    if baseline == Some(now) {
        return html! { <span>{ locale.cell(now) }</span> };
    }
    html! {
        <span class="changed">
            <ins>{ locale.cell(now) }</ins>
            <span class="unseen">{ format!(" {}, ", words.labels().changed) }</span>
            <small>{ baseline.map(|cell| locale.cell(cell)).unwrap_or_default() }</small>
        </span>
    }
}
