//! The rows of a comparison: the drivers that differ, the key figures, both tables row by row, and whose money it is.

use rust_decimal::Decimal;

use super::Compared;
use engine::compare::{Amounts, Comparison, Pair, Row as LineRow, Valued};
use engine::figures::Figures;
use model::money::Thousands;
use model::note::Side;
use words::Words;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// A number as the page shows it: per cent for shares, whole kroner or 1.000 kr. as the unit says.
    Number(Decimal),
    /// Words, where the value is no number.
    Words(String),
    /// Nothing: the note has no such thing, or the two cannot be compared.
    Nothing,
}

/// A row of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The part of the comparison that it belongs to.
    pub section: &'static str,
    /// What it is.
    pub name: String,
    /// What its numbers are counted in; empty for plain numbers.
    pub unit: &'static str,
    /// The value in each scenario.
    pub values: Pair<Cell>,
    /// The first value minus the second.
    pub apart: Cell,
    /// The same in each of the years that both tables have; empty for what is no yearly amount.
    pub by_year: Vec<Thousands>,
}

impl From<Option<Decimal>> for Cell {
    fn from(number: Option<Decimal>) -> Self {
        number.map_or(Self::Nothing, Self::Number)
    }
}

impl From<Option<Thousands>> for Cell {
    fn from(amount: Option<Thousands>) -> Self {
        amount.map(Thousands::decimal).into()
    }
}

/// All rows, in the order of the page.
#[must_use]
pub fn rows(compared: &Compared<'_>) -> Vec<Row> {
    let (comparison, words) = (&compared.comparison, compared.words);
    let mut rows = drivers(comparison, words);
    rows.extend(figures(comparison, words));
    rows.extend(amounts(comparison, words));
    rows.extend(perspectives(comparison, words));
    rows
}

fn drivers(comparison: &Comparison<'_>, words: Words) -> Vec<Row> {
    let labels = words.labels();
    let section = labels.comparison.differing_drivers;
    let on_screen = |(driver, value): (&model::note::Driver, Decimal)| value.checked_mul(driver.unit.scale());
    let cell = |valued: Valued<'_>| Cell::from(valued.and_then(on_screen));
    let mut rows: Vec<Row> = Vec::new();
    for pair in &comparison.drivers {
        let names = pair.values.map(|valued| valued.map(|(driver, _)| words.driver_name(driver)));
        // Drivers with the same id may be defined differently, and then a difference says nothing.
        let is_same = !names.differs();
        let both = pair.values.map(|valued| valued.and_then(on_screen)).both();
        let apart = both.filter(|_| is_same).and_then(|both| both.left.checked_sub(both.right));
        let of_other = names.clone().both().filter(Pair::differs).map(|names| names.right);
        let name = names.either().unwrap_or_default();
        rows.push(Row {
            section,
            name: of_other
                .map_or_else(|| name.clone(), |other| format!("{name} ({}: {other})", labels.comparison.in_the_other)),
            unit: pair.values.either().map_or("", |(driver, _)| words.unit(driver.unit)),
            values: pair.values.map(cell),
            apart: apart.into(),
            by_year: Vec::new(),
        });
    }
    if comparison.posts.differs() {
        rows.push(Row {
            section,
            name: labels.drivers.count_posts.to_owned(),
            unit: "",
            values: comparison.posts.map(|posts| Cell::Words(words.posts_count(posts).to_owned())),
            apart: Cell::Nothing,
            by_year: Vec::new(),
        });
    }
    rows
}

fn figures(comparison: &Comparison<'_>, words: Words) -> Vec<Row> {
    let labels = words.labels();
    let differences = comparison.figure_differences;
    let years = comparison.figures.as_ref().map(|figures| figures.year);
    let row = |name: String, unit: &'static str, value: &dyn Fn(&Figures) -> Cell, apart: Cell| Row {
        section: labels.figures.key_figures,
        name,
        unit,
        values: comparison.figures.as_ref().map(value),
        apart,
        by_year: Vec::new(),
    };
    // A figure of a year names it, or both where they differ.
    let in_year = |name: &str| {
        if years.differs() {
            format!("{name}, {} / {}", years.left, years.right)
        } else {
            format!("{name}, {}", years.left)
        }
    };
    let kroner =
        |amount: Option<Decimal>| Cell::from(amount.and_then(|amount| amount.checked_mul(Decimal::ONE_THOUSAND)));
    let payback = |payback| Cell::Words(words.payback_in_short(payback));
    let (thousands, in_kroner) = (labels.figures.thousands, labels.export.kroner);
    let mut rows = Vec::new();
    if comparison.has_savings() {
        rows.extend([
            row(
                labels.figures.payback_total.to_owned(),
                "",
                &|figures| payback(figures.total),
                differences.total.into(),
            ),
            row(
                labels.figures.payback_service.to_owned(),
                "",
                &|figures| payback(figures.service),
                differences.service.into(),
            ),
        ]);
    }
    rows.extend([
        row(labels.figures.net.to_owned(), thousands, &|figures| Some(figures.net).into(), differences.net.into()),
        row(
            in_year(labels.figures.cost_a_year),
            thousands,
            &|figures| Some(figures.cost).into(),
            differences.cost.into(),
        ),
    ]);
    // Each effort has its own citizens, so costs for each of them are those of one effort.
    let has_one_effort = comparison.scenarios.as_ref().map(|scenario| scenario.note().variant.efforts.len() == 1);
    if has_one_effort.left && has_one_effort.right {
        rows.push(row(
            in_year(labels.figures.cost_per_citizen),
            in_kroner,
            &|figures| kroner(figures.cost_per_citizen),
            kroner(differences.cost_per_citizen),
        ));
        rows.push(row(
            in_year(labels.figures.cost_per_outcome),
            in_kroner,
            &|figures| kroner(figures.cost_per_outcome),
            kroner(differences.cost_per_outcome),
        ));
    }
    rows.push(row(
        labels.figures.posts.to_owned(),
        "",
        &|figures| Cell::Number(figures.posts),
        differences.posts.into(),
    ));
    rows
}

fn amounts(comparison: &Comparison<'_>, words: Words) -> Vec<Row> {
    let labels = words.labels();
    let row = |name: String, amounts: &Amounts| Row {
        section: labels.comparison.rows_apart,
        name,
        unit: labels.figures.thousands,
        values: amounts.sums.map(Cell::from),
        apart: amounts.apart.as_ref().map(|apart| apart.in_all).into(),
        by_year: amounts.apart.as_ref().map(|apart| apart.by_year.clone()).unwrap_or_default(),
    };
    let mut rows = Vec::new();
    for (side, name, sums) in [
        (Side::Saving, labels.figures.savings, &comparison.savings),
        (Side::Cost, labels.figures.costs, &comparison.costs),
    ] {
        let of_side: Vec<_> = comparison.rows.iter().filter(|row| row.side() == side).collect();
        rows.extend(of_side.iter().map(|line| row(line_name(line, words), &line.amounts)));
        if !of_side.is_empty() {
            rows.push(row(name.to_owned(), sums));
        }
    }
    rows.push(row(labels.figures.net.to_owned(), &comparison.net));
    rows
}

/// The name of a row of the tables, with the other note's name for it where the two differ.
fn line_name(row: &LineRow<'_>, words: Words) -> String {
    let names = row.lines.as_ref().map(|lines| {
        let names: Vec<&str> = lines.iter().map(|line| words.named(&line.name)).collect();
        (!names.is_empty()).then(|| names.join(" + "))
    });
    match names.clone().both().filter(Pair::differs) {
        Some(Pair { left, right }) => format!("{left} ({}: {right})", words.labels().comparison.in_the_other),
        None => names.either().unwrap_or_default(),
    }
}

fn perspectives(comparison: &Comparison<'_>, words: Words) -> Vec<Row> {
    let labels = words.labels();
    let variant = comparison.scenarios.left.note().variant;
    let of_view = |view: &engine::compare::ViewPair| Row {
        section: labels.who_pays.who_pays,
        name: format!(
            "{}, {}",
            words.perspective(view.perspective, variant),
            model::language::in_small_letters(labels.figures.net)
        ),
        unit: labels.figures.thousands,
        values: view.net.map(Cell::from),
        apart: view.difference.into(),
        by_year: Vec::new(),
    };
    comparison.views.iter().map(of_view).collect()
}
