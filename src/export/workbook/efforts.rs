//! The posts that citizens and caseloads lead to, and the efforts.

use rust_decimal::Decimal;

use super::formula::{self, At, quoted};
use super::pen::{Pen, Shown};
use super::{ID, NAME, STEP, TOTAL, WorkbookError, heads};
use crate::evaluate::{EvaluateError, posts_needed};
use crate::export::Subject;
use crate::note::{DriverIx, Effort, Posts, Variant};

/// Where each number of posts is counted.
pub(super) type PostsCells = Vec<(Posts, At)>;

/// Where the efforts are.
pub(super) struct EffortRows {
    /// The row of each.
    pub(super) rows: Vec<u32>,
    /// The cells with the first and the last year of the tables.
    pub(super) span: (At, At),
}

/// The columns of an effort.
const START: u16 = TOTAL;
const LENGTH: u16 = 6;
pub(super) const STOPS: u16 = 7;
pub(super) const CITIZENS: u16 = 8;
pub(super) const CONSULTANTS: u16 = 9;
pub(super) const POSTS: u16 = 10;

/// The first year of an effort.
pub(super) const fn start(row: u32) -> At {
    At::new(row, START)
}

/// The first year after an effort.
pub(super) const fn stops(row: u32) -> At {
    At::new(row, STOPS)
}

/// The defined name of a driver.
pub(super) fn name(variant: &Variant, ix: DriverIx) -> Result<String, EvaluateError> {
    variant.driver(ix).map(formula::name).ok_or(EvaluateError::NoValue(ix))
}

/// Every number of posts that a line pays or an effort leads to, each once.
fn distinct(variant: &Variant) -> Vec<Posts> {
    let paid = variant.lines.iter().filter_map(|line| line.formula.posts());
    let needed = variant.efforts.iter().filter_map(Effort::consultants_needed);
    let mut distinct: Vec<Posts> = Vec::new();
    for posts in paid.chain(needed) {
        if !distinct.contains(&posts) {
            distinct.push(posts);
        }
    }
    distinct
}

/// Writes the posts. Gives the next free row, and where each number of posts is.
pub(super) fn posts(pen: &mut Pen<'_>, subject: &Subject<'_>, row: u32) -> Result<(u32, PostsCells), WorkbookError> {
    let (labels, variant) = (&subject.words.labels().export, subject.computed.scenario.note().variant);
    let mut row = pen.heading(row, labels.posts_block, labels.posts_help)?;
    let mut cells = Vec::new();
    for posts in distinct(variant) {
        let said = |ix| variant.driver(ix).map_or("", |driver| subject.words.named(&driver.name));
        let (id, label, formula) = match posts {
            Posts::Driver(ix) => (name(variant, ix)?, said(ix).to_owned(), name(variant, ix)?),
            Posts::Caseload { citizens, caseload } => {
                let (people, at_a_time) = (name(variant, citizens)?, name(variant, caseload)?);
                let label = format!("{} ÷ {}", said(citizens), said(caseload));
                let formula = formula::posts(&people, &at_a_time, STEP);
                (format!("{people}/{at_a_time}"), label, formula)
            }
        };
        let at = At::new(row, TOTAL);
        pen.text(At::new(row, ID), &format!("posts {id}"), &pen.looks.id)?;
        pen.text(At::new(row, NAME), &label, &pen.looks.wrapped)?;
        pen.formula(at, &formula, posts_needed(&subject.computed.scenario, posts)?, &pen.looks.exact)?;
        cells.push((posts, at));
        row = row.saturating_add(1);
    }
    Ok((row.saturating_add(1), cells))
}

/// Writes the efforts, and the span of years below. Gives the next free row, and where they are.
pub(super) fn efforts(
    pen: &mut Pen<'_>,
    subject: &Subject<'_>,
    posts: &PostsCells,
    row: u32,
) -> Result<(u32, EffortRows), WorkbookError> {
    let (labels, variant) = (&subject.words.labels().export, subject.computed.scenario.note().variant);
    let mut row = pen.heading(row, labels.efforts_block, "")?;
    let columns = &labels.columns;
    let columns = [
        (NAME, columns.effort),
        (START, columns.first_year),
        (LENGTH, columns.years),
        (STOPS, columns.stopped_from),
        (CITIZENS, columns.citizens),
        (CONSULTANTS, columns.consultants),
        (POSTS, columns.posts),
    ];
    heads(pen, row, columns)?;
    let mut rows = Vec::new();
    for (at, effort) in variant.efforts.iter().enumerate() {
        row = row.saturating_add(1);
        self::effort(pen, subject, posts, row, at, effort)?;
        rows.push(row);
    }
    row = row.saturating_add(1);
    let span = (At::new(row, START), At::new(row.saturating_add(1), START));
    pen.text(At::new(row, ID), "first-year", &pen.looks.id)?;
    pen.text(At::new(row, NAME), labels.first_year, &pen.looks.text)?;
    pen.number(span.0, Decimal::from(variant.first), &pen.looks.plain)?;
    row = row.saturating_add(1);
    pen.text(At::new(row, ID), "last-year", &pen.looks.id)?;
    pen.text(At::new(row, NAME), labels.last_year, &pen.looks.text)?;
    // An effort with savings has a year more: the one after it has stopped.
    let ends = rows.iter().enumerate().map(|(effort_index, row)| {
        if variant.saves(effort_index) { stops(*row).free() } else { format!("{}-1", stops(*row).free()) }
    });
    let ends: Vec<String> = ends.collect();
    let last = subject.computed.outcome.years.last().copied().unwrap_or(variant.last);
    pen.formula(span.1, &format!("MAX({},{})", variant.last, ends.join(",")), last, &pen.looks.plain)?;
    let told = format!("IF({}>{last},{},\"\")", span.1.free(), quoted(labels.print_more));
    pen.formula(span.1.right(1), &told, Shown::Nothing, &pen.looks.help)?;
    Ok((row.saturating_add(2), EffortRows { rows, span }))
}

fn effort(
    pen: &mut Pen<'_>,
    subject: &Subject<'_>,
    posts: &PostsCells,
    row: u32,
    at: usize,
    effort: &Effort,
) -> Result<(), WorkbookError> {
    let variant = subject.computed.scenario.note().variant;
    let outcome = subject.computed.outcome.efforts.get(at).ok_or(EvaluateError::Overflow { line: 0 })?;
    let looks = pen.looks;
    pen.text(At::new(row, ID), &format!("effort {}", effort.id), &looks.id)?;
    pen.text(At::new(row, NAME), subject.words.named(&effort.name), &looks.wrapped)?;
    pen.number(start(row), Decimal::from(effort.start), &looks.plain)?;
    let length = subject.computed.scenario.value(effort.length).ok_or(EvaluateError::NoValue(effort.length))?;
    pen.formula(At::new(row, LENGTH), &name(variant, effort.length)?, length, &looks.plain)?;
    let sum = format!("{}+{}", start(row).free(), At::new(row, LENGTH).free());
    pen.formula(stops(row), &sum, outcome.stops, &looks.plain)?;
    if let Some((ix, citizens)) = effort.citizens.zip(outcome.citizens) {
        pen.formula(At::new(row, CITIZENS), &name(variant, ix)?, citizens, &looks.cell)?;
    }
    let of = |wanted: Posts| posts.iter().find(|(known, _)| *known == wanted).map(|(_, cell)| cell.free());
    if let (Some(cell), Some(consultants)) = (effort.consultants_needed().and_then(of), outcome.consultants) {
        pen.formula(At::new(row, CONSULTANTS), &cell, consultants, &looks.exact)?;
    }
    let counted: Vec<String> = variant.posts_paid(at).into_iter().filter_map(of).collect();
    let sum = if counted.is_empty() { "0".to_owned() } else { counted.join("+") };
    pen.formula(At::new(row, POSTS), &sum, Shown::Number(outcome.posts), &looks.exact)?;
    Ok(())
}
