//! What it comes to: payback from every perspective, step by step, and the key figures.

use rust_decimal::Decimal;

use super::efforts::{CITIZENS, CONSULTANTS, POSTS, STOPS};
use super::formula::{At, quoted};
use super::pen::{Pen, Shown};
use super::views::ViewRows;
use super::{ID, NAME, Plan, WorkbookError};
use crate::evaluate::Perspective;
use crate::export::Subject;
use crate::money::Thousands;
use crate::payback::{Convention, Payback, payback};

/// The columns of a payback.
const IN_TABLE: u16 = 2;
const LEFT: u16 = 3;
const GOES_ON: u16 = 4;
const YEARS: u16 = 5;
const YEAR: u16 = 6;
const POINT: u16 = 7;

/// The column with the key figures.
const FIGURE: u16 = 5;

/// Writes the payback of every perspective by the document's convention, and the point in the year. Gives the next free row.
pub(super) fn paybacks(
    pen: &mut Pen<'_>,
    subject: &Subject<'_>,
    plan: &Plan,
    views: &[ViewRows],
    row: u32,
) -> Result<u32, WorkbookError> {
    let labels = &subject.words.labels().export;
    let mut row = pen.heading(row, labels.payback_block, labels.payback_help)?;
    pen.columns(row, labels.payback_columns)?;
    for rows in views {
        row = row.saturating_add(1);
        one(pen, subject, plan, rows, row)?;
    }
    Ok(row.saturating_add(2))
}

fn one(pen: &mut Pen<'_>, subject: &Subject<'_>, plan: &Plan, rows: &ViewRows, row: u32) -> Result<(), WorkbookError> {
    let (words, looks) = (subject.words, pen.looks);
    let labels = &words.labels().export;
    let Some(view) = subject.outcome.view(rows.perspective) else { return Ok(()) };
    pen.text(At::new(row, ID), &format!("payback {}", rows.perspective.id()), &looks.id)?;
    pen.text(At::new(row, NAME), words.perspective(rows.perspective), &looks.text)?;

    let range = |row| plan.years.range(row);
    let (first, last) = (plan.span.0.fixed(), plan.span.1.fixed());
    let count = format!("({last}-{first}+1)");
    let cell = |column| At::new(row, column);
    let in_table = view.cumulative.iter().position(|cell| *cell <= Thousands::ZERO).map(|at| at.saturating_add(1));
    let matched = format!("IFERROR(MATCH(1,{},0),0)", range(rows.is_paid_back));
    pen.formula(cell(IN_TABLE), &matched, Decimal::from(in_table.unwrap_or_default()), &looks.plain)?;
    let left = view.cumulative.last().copied().unwrap_or_default();
    pen.formula(cell(LEFT), &format!("INDEX({},{count})", range(rows.cumulative)), left.get(), &looks.cell)?;
    let goes_on = view.savings.last().copied().unwrap_or_default().negated();
    pen.formula(cell(GOES_ON), &format!("-INDEX({},{count})", range(rows.savings)), goes_on.get(), &looks.cell)?;

    // Whether there is anything to pay back, and to pay it back with, comes before when it happens.
    let told = |after: String| {
        format!(
            "IF(COUNTIF({},\">0\")=0,{},IF(COUNTIF({},\"<0\")=0,{},{after}))",
            range(rows.costs),
            quoted(labels.no_costs),
            range(rows.savings),
            quoted(labels.no_savings)
        )
    };
    let (found, left, goes_on) = (cell(IN_TABLE).free(), cell(LEFT).free(), cell(GOES_ON).free());
    let never = quoted(labels.never);
    let beyond = format!("IF({goes_on}<=0,{never},{count}+ROUNDUP({left}/{goes_on},0))");
    let years = told(format!("IF({found}>0,{found},{beyond})"));
    let computed = payback(view, subject.scenario.note().variant.first, Convention::FirstYear);
    pen.formula(cell(YEARS), &years, shown(subject, computed), &looks.sum)?;
    let year = match computed {
        Payback::Reached { year, .. } => Shown::from(year),
        Payback::Never | Payback::NoCosts | Payback::NoSavings => Shown::Nothing,
    };
    let reached = cell(YEARS).free();
    pen.formula(cell(YEAR), &format!("IF(ISNUMBER({reached}),{first}+{reached}-1,\"\")"), year, &looks.plain)?;
    let (ends, nets) = (range(rows.cumulative), range(rows.net));
    let within = format!("IF({found}=1,0,{found}-1-INDEX({ends},{found}-1)/INDEX({nets},{found}))");
    let point = format!("IF(ISNUMBER({reached}),IF({found}>0,{within},{count}+{left}/{goes_on}),\"\")");
    let interpolated = match payback(view, subject.scenario.note().variant.first, Convention::Interpolated) {
        Payback::Reached { years, .. } => Shown::Number(years),
        Payback::Never | Payback::NoCosts | Payback::NoSavings => Shown::Nothing,
    };
    pen.formula(cell(POINT), &point, interpolated, &looks.exact)?;
    Ok(())
}

/// A payback time as its cell shows it.
fn shown(subject: &Subject<'_>, payback: Payback) -> Shown {
    let labels = &subject.words.labels().export;
    match payback {
        Payback::Reached { years, .. } => Shown::Number(years),
        Payback::Never => Shown::Words(labels.never.to_owned()),
        Payback::NoCosts => Shown::Words(labels.no_costs.to_owned()),
        Payback::NoSavings => Shown::Words(labels.no_savings.to_owned()),
    }
}

/// Writes the key figures. Gives the next free row.
pub(super) fn figures(
    pen: &mut Pen<'_>,
    subject: &Subject<'_>,
    plan: &Plan,
    views: &[ViewRows],
    outcomes: &[u32],
    row: u32,
) -> Result<u32, WorkbookError> {
    let (labels, looks) = (subject.words.labels(), pen.looks);
    let own = &labels.export;
    let Some(total) = views.iter().find(|rows| rows.perspective == Perspective::Total) else { return Ok(row) };
    let mut row = pen.heading(row, labels.key_figures, own.figures_help)?;
    let figures = &subject.figures;
    let rows = |column: u16| {
        let (first, last) = (plan.efforts.first(), plan.efforts.last());
        At::new(first.copied().unwrap_or_default(), column).fixed_down_to(last.copied().unwrap_or_default())
    };
    let mut next = |pen: &mut Pen<'_>, id: &str, label: &str, formula: String, value: Shown, look| {
        let at = At::new(row, FIGURE);
        row = row.saturating_add(1);
        pen.text(At::new(at.row, ID), &format!("figure {id}"), &looks.id)?;
        pen.text(At::new(at.row, NAME), label, &looks.text)?;
        pen.formula(at, &formula, value, look)?;
        Ok::<_, WorkbookError>(at.fixed())
    };
    let net = At::new(total.net, super::TOTAL).fixed();
    next(pen, "net", labels.net, net, figures.net.get().into(), &looks.cell)?;
    let earliest = format!("MIN({})-1", rows(STOPS));
    let year = next(pen, "year", own.figures_year, earliest, figures.year.into(), &looks.plain)?;
    let column = format!("{year}-{}+1", plan.span.0.fixed());
    let in_year = |row: u32| format!("INDEX({},{column})", plan.years.range(row));
    let cost = next(pen, "cost", labels.cost_a_year, in_year(total.costs), figures.cost.get().into(), &looks.cell)?;
    let sum = format!("SUM({})", rows(CITIZENS));
    let citizens = next(pen, "citizens", labels.citizens, sum, figures.citizens.into(), &looks.cell)?;
    let people: Vec<String> = outcomes.iter().map(|row| in_year(*row)).collect();
    let sum = if people.is_empty() { "0".to_owned() } else { people.join("+") };
    let reached = next(pen, "outcomes", own.outcomes, sum, figures.outcomes.into(), &looks.exact)?;
    // Costs of efforts without citizens would be borne by the citizens of the others.
    if subject.outcome.efforts.iter().all(|effort| effort.citizens.is_some()) {
        for (id, label, people, value) in [
            ("cost-per-citizen", labels.cost_per_citizen, citizens, figures.cost_per_citizen),
            ("cost-per-outcome", labels.cost_per_outcome, reached, figures.cost_per_outcome),
        ] {
            let kroner = value.and_then(|thousands| thousands.checked_mul(Decimal::ONE_THOUSAND));
            let formula = format!("IF({people}=0,\"\",{cost}*1000/{people})");
            next(pen, id, label, formula, kroner.map_or(Shown::Nothing, Shown::Number), &looks.cell)?;
        }
    }
    let sum = |column| format!("SUM({})", rows(column));
    next(pen, "posts", labels.posts, sum(POSTS), figures.posts.into(), &looks.exact)?;
    next(pen, "consultants", own.consultants, sum(CONSULTANTS), figures.consultants.into(), &looks.exact)?;
    Ok(row)
}
