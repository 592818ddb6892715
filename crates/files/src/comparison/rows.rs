//! The rows of a comparison: the drivers that differ, the key figures, both tables row by row, and whose money it is.

use rust_decimal::Decimal;

use super::Compared;
use engine::compare::{Amounts, Comparison, KeyFigure, Pair, Valued};
use engine::figures::Figures;
use engine::payback::Payback;
use model::evaluate::Perspective;
use model::money::Thousands;
use words::{BothNames, Words};

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
        let names = words.driver_names(pair);
        // A difference of two things says nothing.
        let is_same = names.in_the_other.is_none();
        let both = pair.values.map(|valued| valued.and_then(on_screen)).both();
        let apart = both.filter(|_| is_same).and_then(|both| both.left.checked_sub(both.right));
        rows.push(Row {
            section,
            name: in_one(names),
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
    comparison.key_figures().into_iter().map(|figure| key_figure(comparison, figure, words)).collect()
}

fn key_figure(comparison: &Comparison<'_>, figure: KeyFigure, words: Words) -> Row {
    let labels = words.labels();
    let differences = &comparison.figure_differences;
    let both = |value: &dyn Fn(&Figures) -> Cell| comparison.figures.as_ref().map(value);
    let kroner =
        |amount: Option<Decimal>| Cell::from(amount.and_then(|amount| amount.checked_mul(Decimal::ONE_THOUSAND)));
    let reached = comparison.scenarios.as_ref().map(|scenario| scenario.note().variant.reached());
    let paybacks = |payback: fn(&Figures) -> Payback| {
        let Pair { left, right } = comparison.figures.as_ref().map(payback);
        let cell = |reached, payback| Cell::Words(words.payback_in_short(reached, payback));
        Pair { left: cell(reached.left, left), right: cell(reached.right, right) }
    };
    let (thousands, in_kroner) = (labels.figures.thousands, labels.export.kroner);
    let (unit, values, apart): (_, _, Cell) = match figure {
        KeyFigure::Returned => {
            ("", both(&|figures| figures.returned(Perspective::Total).in_year.into()), differences.returned.into())
        }
        KeyFigure::PaybackTotal => ("", paybacks(|figures| figures.total), differences.total.into()),
        KeyFigure::PaybackService => ("", paybacks(|figures| figures.service), differences.service.into()),
        KeyFigure::Net => (thousands, both(&|figures| Some(figures.net).into()), differences.net.into()),
        KeyFigure::Cost => (thousands, both(&|figures| Some(figures.cost).into()), differences.cost.into()),
        KeyFigure::CostPerCitizen => {
            (in_kroner, both(&|figures| kroner(figures.cost_per_citizen)), kroner(differences.cost_per_citizen))
        }
        KeyFigure::CostPerOutcome => {
            (in_kroner, both(&|figures| kroner(figures.cost_per_outcome)), kroner(differences.cost_per_outcome))
        }
        KeyFigure::Posts => ("", both(&|figures| Cell::Number(figures.posts)), differences.posts.into()),
    };
    let name = words.key_figure(comparison, figure);
    Row {
        section: labels.figures.key_figures,
        // A figure of a year names it, or both where they differ.
        name: match comparison.year_of(figure) {
            Some(years) if years.differs() => format!("{name}, {} / {}", years.left, years.right),
            Some(years) => format!("{name}, {}", years.left),
            None => name.into_owned(),
        },
        unit,
        values,
        apart,
        by_year: Vec::new(),
    }
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
    let sum_of_costs = words.sum_of_costs(comparison.variants());
    let mut rows = Vec::new();
    for (of_costs, name, sums) in
        [(false, labels.figures.savings, &comparison.savings), (true, sum_of_costs, &comparison.costs)]
    {
        let of_side: Vec<_> = comparison.rows.iter().filter(|row| row.side().is_of_costs() == of_costs).collect();
        rows.extend(of_side.iter().map(|line| row(in_one(words.row_names(line)), &line.amounts)));
        if !of_side.is_empty() {
            rows.push(row(name.to_owned(), sums));
        }
    }
    rows.push(row(labels.figures.net.to_owned(), &comparison.net));
    rows
}

/// A name on one line.
fn in_one(names: BothNames) -> String {
    match names.in_the_other {
        Some(other) => format!("{} ({other})", names.name),
        None => names.name,
    }
}

fn perspectives(comparison: &Comparison<'_>, words: Words) -> Vec<Row> {
    let labels = words.labels();
    let variant = comparison.scenarios.left.note().variant;
    let of_view = |view: &engine::compare::ViewPair| Row {
        section: words.who_pays(comparison.has_savings()).0,
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
