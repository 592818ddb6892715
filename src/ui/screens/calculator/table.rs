//! The document's budget table with the computed amounts. Changed cells are marked, with the printed amount below.

use std::rc::Rc;

use yew::{Html, classes, html};

use crate::ui::context::Context;
use crate::ui::numbers::asker::Asker;
use crate::ui::numbers::panel::panel_row;
use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::parts::links::findings_link;
use crate::ui::parts::scrolled::{Named, scrolled};
use crate::ui::section::Section;
use engine::computed::Computed;
use engine::explain::{Ask, Flow};
use engine::findings::Check;
use model::evaluate::{Outcome, Perspective, View};
use model::language::in_small_letters;
use model::money::Thousands;
use model::note::{Line, Row, Side, Table, Year};
use words::Words;

/// What the part shows.
pub(crate) struct BudgetTable {
    pub(crate) now: Rc<Computed<'static>>,
    pub(crate) baseline: Rc<Computed<'static>>,
    /// The chosen perspective.
    pub(crate) perspective: Perspective,
    pub(crate) asker: Asker,
}

/// The budget table: savings, costs, and both together.
pub(crate) fn budget_table(props: &BudgetTable, page: &Context) -> Html {
    let words = page.words();
    let labels = words.labels();
    let note = props.now.note();
    let abbreviations = words.abbreviations(&note.variant.lines);
    // A note that a reader brings may print none.
    let title = if note.document.tables.is_empty() { labels.table.computed } else { labels.table.table };
    let heads = props.now.outcome.years.iter().map(|year| html! { <th key={*year} scope="col">{ *year }</th> });
    html! {
        <section class="budget" aria-labelledby="table-title">
            <h2 id="table-title">{ title }</h2>
            <p class="help">{ words.not_only_for(props.perspective, props.now.note().variant) }{ words.table_help(props.now.note().variant) }</p>
            { scrolled(Named::By("table-title"), html! {
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ labels.table.activity }</th>
                            { for heads }
                            <th key="total" scope="col">{ labels.figures.in_all }</th>
                        </tr>
                    </thead>
                    if props.now.note().variant.states_savings() {
                        { side(props, Side::Saving, page) }
                    } else {
                        <tbody key="none"></tbody>
                    }
                    { side(props, Side::Cost, page) }
                    { net(props, page) }
                </table>
            }) }
            <p class="help abbreviations">
                if !abbreviations.is_empty() {
                    { labels.table.abbreviations }{ ": " }{ hyphenated(&abbreviations.join("\u{a0}· "), words.code()) }
                }
            </p>
        </section>
    }
}

/// What a row of the table shows.
struct RowView {
    key: String,
    is_total: bool,
    head: Html,
    /// What a cell asks about; without a year, the sum of the row.
    ask: Box<dyn Fn(Option<Year>) -> Ask>,
    now: Vec<Thousands>,
    baseline: Vec<Thousands>,
    /// For each year, whether there is a finding about the cell.
    disputed: Vec<bool>,
}

/// The rows of a side (costs with what comes in, or savings), and their total.
fn side(props: &BudgetTable, side: Side, page: &Context) -> Html {
    let words = page.words();
    let labels = words.labels();
    let (id, title, flow, pick): (_, _, _, fn(&View) -> &Vec<Thousands>) = match side {
        Side::Saving => ("savings", labels.figures.savings, Flow::Savings, |view| &view.savings),
        Side::Cost | Side::Income => {
            ("costs", words.sum_of_costs([props.now.note().variant]), Flow::Costs, |view| &view.costs)
        }
    };
    let lines = props
        .now
        .note()
        .variant
        .lines
        .iter()
        .enumerate()
        .filter(move |(_, line)| line.side.is_of_costs() == side.is_of_costs());
    let disputed_totals = disputed(props, &lines.clone().map(|(index, _)| index).collect::<Vec<_>>(), page);
    let rows = lines.map(|(line_index, line)| {
        let disputed = disputed(props, &[line_index], page);
        let cells =
            |outcome: &Outcome| outcome.lines.get(line_index).map(|line| line.cells.clone()).unwrap_or_default();
        let view = RowView {
            key: line.id.clone(),
            is_total: false,
            head: line_head(props, line_index, line, &disputed, page),
            ask: Box::new(move |year| Ask::Line(line_index, year)),
            now: cells(&props.now.outcome),
            baseline: cells(&props.baseline.outcome),
            disputed,
        };
        row(props, view, words)
    });
    let totals =
        |outcome: &Outcome| outcome.view(Perspective::Total).map(|view| pick(view).clone()).unwrap_or_default();
    let total = RowView {
        key: id.to_owned(),
        is_total: true,
        head: html! { <>{ title }{ ", " }{ in_small_letters(labels.figures.in_all) }{ findings_link(&disputed_totals, props.now.scenario.settings(), words) }</> },
        ask: Box::new(move |year| Ask::Flow(flow, Perspective::Total, year)),
        now: totals(&props.now.outcome),
        baseline: totals(&props.baseline.outcome),
        disputed: disputed_totals,
    };
    html! {
        <tbody key={id}>
            { for rows }
            { row(props, total, words) }
        </tbody>
    }
}

/// The row of the net.
fn net(props: &BudgetTable, page: &Context) -> Html {
    let words = page.words();
    let disputed = disputed(props, &(0..props.now.note().variant.lines.len()).collect::<Vec<_>>(), page);
    let cells = |outcome: &Outcome| outcome.view(Perspective::Total).map(|view| view.net.clone()).unwrap_or_default();
    let view = RowView {
        key: "net".to_owned(),
        is_total: true,
        head: html! { <>{ words.labels().figures.net }{ findings_link(&disputed, props.now.scenario.settings(), words) }</> },
        ask: Box::new(|year| Ask::Flow(Flow::Net, Perspective::Total, year)),
        now: cells(&props.now.outcome),
        baseline: cells(&props.baseline.outcome),
        disputed,
    };
    html! { <tbody key="net">{ row(props, view, words) }</tbody> }
}

/// The head of a line: the document's label for it, who pays it, and a link to its findings.
fn line_head(props: &BudgetTable, line_index: usize, line: &Line, disputed: &[bool], page: &Context) -> Html {
    let words = page.words();
    let printed = props.now.note().document.own_row(line).map(|(_, row)| row.label.as_str());
    let (label, lang) = printed.map_or_else(|| line.name.get(words.code()), |label| (label, "da"));
    // On a page in another language, the translation stands beside the document's Danish label.
    let translated = (lang != words.code()).then(|| words.named(&line.name).to_owned());
    let lender = props.now.note().variant.savings_from.as_ref().filter(|_| printed.is_none());
    let borrowed = lender.map(|lender| words.borrowed_line(lender)).unwrap_or_default();
    let appropriations = props.now.note().appropriations(line_index);
    let appropriation = match appropriations.as_slice() {
        [] => String::new(),
        numbers => format!("\u{a0}· {} {}", words.labels().table.appropriation, numbers.join(", ")),
    };
    html! {
        <>
            <span lang={lang.to_owned()}>{ hyphenated(label, lang) }</span>
            <span class="translated">{ hyphenated(&translated.unwrap_or_default(), words.code()) }</span>
            <span class="area">{ hyphenated(&words.area_and_payers(line), words.code()) }{ appropriation }{ borrowed }</span>
            { findings_link(disputed, props.now.scenario.settings(), words) }
        </>
    }
}

/// For each year, whether there is a finding about a cell that the document prints for exactly these lines together.
fn disputed(props: &BudgetTable, lines: &[usize], page: &Context) -> Vec<bool> {
    let document = props.now.note().document;
    let variant_index = document.variants.iter().position(|variant| variant.id == props.now.note().variant.id);
    let printed: Vec<(&Table, &Row)> = document
        .tables
        .iter()
        .filter(|table| Some(table.variant) == variant_index)
        .flat_map(|table| table.rows.iter().map(move |row| (table, row)))
        .filter(|(_, row)| row.committee.is_none() && same_lines(&row.lines, lines))
        .collect();
    let is_disputed = |year: Year| {
        let differs =
            |check: &Check| printed.iter().any(|(table, row)| check.differs_in(&document.id, &table.id, &row.id, year));
        page.checks().iter().any(differs)
    };
    props.now.outcome.years.iter().map(|year| is_disputed(*year)).collect()
}

fn same_lines(printed: &[usize], lines: &[usize]) -> bool {
    printed.len() == lines.len() && lines.iter().all(|line| printed.contains(line))
}

/// A row, and below it the explanation of one of its numbers where one is open.
fn row(props: &BudgetTable, view: RowView, words: Words) -> Html {
    let RowView { key, is_total, head, ask, now, baseline, disputed } = view;
    let sum = |cells: &[Thousands]| cells.iter().copied().sum::<Thousands>();
    let number = |year: Option<Year>, cell: Html| props.asker.number(Section::Table, ask(year), cell);
    let years = || props.now.outcome.years.iter().copied();
    let cells = years().zip(&now).enumerate().map(|(column, (year, now))| {
        let is_disputed = disputed.get(column).copied().unwrap_or_default();
        html! {
            <td key={column} class={classes!(is_disputed.then_some("disputed"))}>
                { number(Some(year), cell(*now, baseline.get(column).copied(), words)) }
            </td>
        }
    });
    let is_open = props
        .asker
        .is_open_for(Section::Table, |asked| ask(None) == asked || years().any(|year| ask(Some(year)) == asked));
    let columns = now.len().saturating_add(2);
    html! {
        <>
            <tr key={key.clone()} class={classes!(is_total.then_some("total"))} data-line={key.clone()}>
                <th scope="row">{ head }</th>
                { for cells }
                <td key="total" class="sum">{ number(None, cell(sum(&now), Some(sum(&baseline)), words)) }</td>
            </tr>
            if is_open {
                { panel_row(&props.asker, Section::Table, columns) }
            } else {
                <tr key="closed" class="explained"></tr>
            }
        </>
    }
}

/// A cell. Where the amount is not the note's, the cell is marked by a line and a word, with the note's amount below.
fn cell(now: Thousands, baseline: Option<Thousands>, words: Words) -> Html {
    let locale = words.locale();
    if baseline == Some(now) {
        return html! { <span>{ locale.cell(now) }</span> };
    }
    html! {
        <span class="changed">
            <ins>{ locale.cell(now) }</ins>
            <span class="unseen">{ format!(" {}, ", words.labels().table.changed) }</span>
            <small>{ baseline.map(|cell| locale.cell(cell)).unwrap_or_default() }</small>
        </span>
    }
}
