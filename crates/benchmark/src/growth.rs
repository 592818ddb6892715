//! Notes of any size, made here, to see how the time grows with them.

use engine::payback::{Convention, payback};
use model::evaluate::{EvaluateError, Focus, Perspective, evaluate};
use model::language::Language;
use model::note::{
    Area, Document, Driver, DriverIx, DriverKind, Effort, Formula, Group, Increases, Line, Names, Note, Origin, Posts,
    Quantity, Reached, Schedule, Side, Unit, Variant, Weight, Year,
};
use model::scenario::Scenario;
use rust_decimal::Decimal;

/// The first year of every note here.
const FIRST: Year = 1000;

/// How large a note is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Its lines. Each has posts of its own.
    pub lines: usize,
    /// Its years.
    pub years: Year,
    /// Its drivers, besides two of its own for each line and the length of the effort.
    pub drivers: usize,
}

/// A note of this size, with one effort. Half of its lines are savings.
#[must_use]
pub fn document(size: Size) -> Document {
    let mut drivers = vec![driver("years".to_owned(), Unit::Years, Decimal::from(4))];
    let mut lines = Vec::new();
    for index in 0..size.lines {
        let posts = DriverIx(drivers.len());
        drivers.push(driver(format!("posts-{index}"), Unit::Posts, Decimal::TWO));
        let cost = DriverIx(drivers.len());
        drivers.push(driver(format!("cost-{index}"), Unit::CostPerPost, Decimal::new(5_005, 1)));
        let side = if index.is_multiple_of(2) { Side::Cost } else { Side::Saving };
        lines.push(line(index, side, posts, cost));
    }
    drivers.extend((0..size.drivers).map(|index| driver(format!("other-{index}"), Unit::Posts, Decimal::ONE)));
    let effort = Effort {
        id: "effort".to_owned(),
        name: names(),
        about: Some(names()),
        start: FIRST,
        continues: false,
        length: DriverIx(0),
        citizens: None,
        phase_in: Schedule::ALWAYS,
        caseload: None,
        effect: None,
        reached: Reached::default(),
        savings_like: None,
        consultants: None,
    };
    let variant = Variant {
        id: "note".to_owned(),
        name: names(),
        first: FIRST,
        last: FIRST.saturating_add(size.years).saturating_sub(1),
        efforts: vec![effort],
        drivers,
        lines,
        printed_paybacks: Vec::new(),
        savings_about: None,
        applied_for: None,
        savings_from: None,
    };
    document_with(variant)
}

/// Computes everything that follows from a note's baseline, so many times.
///
/// # Errors
/// The note has no outcome.
pub fn evaluate_all(note: Note<'_>, times: u32) -> Result<(), EvaluateError> {
    let scenario = Scenario::baseline(note);
    (0..times).try_for_each(|_| {
        std::hint::black_box(evaluate(&scenario)?);
        Ok(())
    })
}

/// A note's baseline, ready to change.
///
/// # Errors
/// The note has no outcome.
pub fn focus(note: Note<'_>) -> Result<Focus<'_>, EvaluateError> {
    Focus::new(&Scenario::baseline(note), Perspective::Total)
}

/// Changes the cost of a post in the first line, and reads the payback back, so many times.
///
/// # Errors
/// The note has no outcome.
pub fn change_and_read(focus: &mut Focus<'_>, times: u32) -> Result<(), EvaluateError> {
    let first = focus.scenario().note().variant.first;
    (0..times).try_for_each(|time| {
        let cost = Decimal::from(500_u32.saturating_add(time.checked_rem(10).unwrap_or_default()));
        focus.set(DriverIx(2), cost)?;
        std::hint::black_box(payback(focus.view(), first, Convention::FirstYear, 20));
        Ok(())
    })
}

fn driver(id: String, unit: Unit, value: Decimal) -> Driver {
    Driver {
        id,
        kind: DriverKind::OfNote { name: names(), mention: names() },
        group: Group::Staff,
        unit,
        value,
        origin: Origin::Neutral,
        parts: Vec::new(),
        range: None,
        follows: None,
        alternatives: Vec::new(),
    }
}

fn line(index: usize, side: Side, posts: DriverIx, cost: DriverIx) -> Line {
    Line {
        id: format!("line-{index}"),
        name: names(),
        effort: 0,
        side,
        formula: Formula {
            quantity: Quantity::Posts(Posts::Driver(posts)),
            probability: None,
            unit_amount: cost,
            weight: Weight::default(),
            adjustment: None,
            increases: Increases::default(),
            limit: None,
        },
        area: Area::Service,
        administrations: Vec::new(),
        committees: Vec::new(),
        row: None,
        basis: Some(names()),
        same_row: None,
    }
}

fn document_with(variant: Variant) -> Document {
    Document {
        id: "document".to_owned(),
        file: String::new(),
        read_by: None,
        short: names(),
        edition: None,
        title: names(),
        official_title: names(),
        edition_of: None,
        budget: FIRST,
        price_level: FIRST,
        decision: Some(names()),
        risk: Some(names()),
        tables: Vec::new(),
        targets: Vec::new(),
        statements: Vec::new(),
        results: Vec::new(),
        populations: Vec::new(),
        follow_ups: Vec::new(),
        remarks: Vec::new(),
        counts: Vec::new(),
        omitted: Vec::new(),
        omitted_counts: Vec::new(),
        fingerprint: None,
        variants: vec![variant],
    }
}

fn names() -> Names {
    Language::ALL.into_iter().map(|language| (language, String::new())).collect()
}
