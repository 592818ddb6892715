//! Both budget tables row by row: first the rows that differ, then those that do not.

use yew::{Html, html};

use crate::ui::parts::scrolled::{Named, scrolled};
use crate::ui::screens::compare::side_by_side::{Part, cell, name_of};
use crate::ui::section::Section;
use engine::compare::{Amounts, Pair, Row};
use engine::explain::{Ask, Flow};
use model::evaluate::Perspective;
use model::language::in_small_letters;
use model::money::Thousands;
use model::note::{Side, Year};
use words::Words;

/// A table of the rows that differ with the totals, and a disclosure with the other rows.
pub(super) fn amounts(part: &Part<'_>) -> Html {
    let words = part.words;
    let labels = words.labels();
    let comparison = part.comparison;
    let years = comparison.years.iter().map(|year| {
        html! { <th key={*year} scope="col">{ labels.comparison.difference }{ " " }{ *year }</th> }
    });
    let (differing, equal): (Vec<&Row<'static>>, Vec<_>) = comparison.rows.iter().partition(|row| row.differs());
    html! {
        <section aria-labelledby="rows-apart">
            <h2 id="rows-apart">{ labels.comparison.rows_apart }</h2>
            <p class="help">{ labels.comparison.rows_apart_help }</p>
            { scrolled(Named::By("rows-apart"), html! {
                <table class="rows-apart">
                    <thead>
                        <tr>
                            <th scope="col">{ labels.table.activity }</th>
                            { part.heads_with_difference() }
                            { for years }
                        </tr>
                    </thead>
                    { side(part, &differing, Side::Saving) }
                    { side(part, &differing, Side::Cost) }
                    <tbody key="net">{ total(part, ("net", labels.figures.net.to_owned()), &comparison.net, Flow::Net) }</tbody>
                </table>
            }) }
            { part.askers.panel(Section::CompareRows, words) }
            <div>
                if !equal.is_empty() {
                    { equal_rows(part, &equal) }
                }
            </div>
        </section>
    }
}

/// The rows of a side (costs or savings) that differ, and the side's total.
fn side(part: &Part<'_>, rows: &[&Row<'static>], side: Side) -> Html {
    let words = part.words;
    let labels = words.labels();
    let (key, title, amounts, flow) = match side {
        Side::Saving => ("savings", labels.figures.savings, &part.comparison.savings, Flow::Savings),
        Side::Cost | Side::Income => {
            ("costs", words.sum_of_costs(part.comparison.variants()), &part.comparison.costs, Flow::Costs)
        }
    };
    let rows =
        rows.iter().filter(|row| row.side().is_of_costs() == side.is_of_costs()).enumerate().map(|(index, row)| {
            html! {
                <tr key={index} data-line-apart={line_id(row)}>
                    <th scope="row">{ row_head(row, words) }</th>
                    { cells(part, &row.amounts, &row_asks(row)) }
                </tr>
            }
        });
    let has_any = part.comparison.rows.iter().any(|row| row.side().is_of_costs() == side.is_of_costs());
    let total = has_any
        .then(|| total(part, (key, format!("{title}, {}", in_small_letters(labels.figures.in_all))), amounts, flow));
    html! { <tbody key={key}>{ for rows }{ total.unwrap_or_default() }</tbody> }
}

fn total(part: &Part<'_>, (key, title): (&'static str, String), amounts: &Amounts, flow: Flow) -> Html {
    let asks = |year| amounts.sums.map(|sum| sum.map(|_| Ask::Flow(flow, Perspective::Total, year)));
    html! {
        <tr key={key} class="total" data-line-apart={key}>
            <th scope="row">{ title }</th>
            { cells(part, amounts, &asks) }
        </tr>
    }
}

/// What each amount of a row asks about, by scenario; without a year, the sum of all years. `None` for a scenario that
/// does not have the row.
type Asks<'a> = &'a dyn Fn(Option<Year>) -> Pair<Option<Ask>>;

fn cells(part: &Part<'_>, amounts: &Amounts, asks: Asks<'_>) -> Html {
    let words = part.words;
    let locale = words.locale();
    let section = Section::CompareRows;
    let sums = part.askers.numbers(section, asks(None), amounts.sums.map(|sum| sum.map(|sum| locale.cell(sum))));
    let apart = |year: Option<Year>, amount: Option<Thousands>| {
        amount.map(|amount| part.askers.difference(section, asks(year), locale.signed(amount)))
    };
    let in_all = match apart(None, amounts.apart.as_ref().map(|apart| apart.in_all)) {
        Some(in_all) => html! { <td class="apart">{ in_all }</td> },
        None => cell(None, words.labels().comparison.not_comparable),
    };
    let by_year = part.comparison.years.iter().enumerate().map(|(column, year)| {
        let amount = amounts.apart.as_ref().and_then(|apart| apart.by_year.get(column).copied());
        match apart(Some(*year), amount) {
            Some(shown) => html! { <td key={*year}>{ shown }</td> },
            None => html! { <key={*year}>{ cell(None, words.labels().comparison.not_comparable) }</> },
        }
    });
    let both = html! {
        <>
            { cell(sums.left, words.labels().comparison.not_there) }
            { cell(sums.right, words.labels().comparison.not_there) }
        </>
    };
    html! {
        <>
            { part.in_order(both, in_all) }
            { for by_year }
        </>
    }
}

/// What the amounts of a row ask about. A row that one of the notes splits into several lines has no explanation of its own.
fn row_asks(row: &Row<'static>) -> impl Fn(Option<Year>) -> Pair<Option<Ask>> {
    let is_split = row.places.left.len() > 1 || row.places.right.len() > 1;
    let places = row.places.as_ref().map(|places| places.first().copied().filter(|_| !is_split));
    move |year| places.map(|place| place.map(|line_index| Ask::Line(line_index, year)))
}

fn line_id(row: &Row<'static>) -> String {
    let ids: Vec<&str> = row.lines.left.iter().map(|line| line.id.as_str()).collect();
    if ids.is_empty() {
        row.lines.right.iter().map(|line| line.id.as_str()).collect::<Vec<_>>().join(" ")
    } else {
        ids.join(" ")
    }
}

/// The name of the row, and the other note's name for it where the two differ.
fn row_head(row: &Row<'static>, words: Words) -> Html {
    name_of(&words.row_names(row), words)
}

/// A disclosure with a table of the rows that do not differ.
fn equal_rows(part: &Part<'_>, equal: &[&Row<'static>]) -> Html {
    let words = part.words;
    let rows = equal.iter().enumerate().map(|(index, row)| {
        html! {
            <tr key={index}>
                <th scope="row">{ row_head(row, words) }</th>
                { cells(part, &row.amounts, &row_asks(row)) }
            </tr>
        }
    });
    let years = part.comparison.years.iter().map(|year| {
        html! { <th key={*year} scope="col">{ words.labels().comparison.difference }{ " " }{ *year }</th> }
    });
    let title = words.rows_alike(equal.len());
    html! {
        <details class="rows-alike">
            <summary>{ title.clone() }</summary>
            { scrolled(Named::As(title.clone()), html! {
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ words.labels().table.activity }</th>
                            { part.heads_with_difference() }
                            { for years }
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            }) }
        </details>
    }
}
