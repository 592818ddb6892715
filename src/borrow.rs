//! Savings that a note does not state, borrowed from one that does.
//!
//! The later notes print no savings. When the reader asks, the unit savings of another note, in its prices, are counted for
//! the efforts that the data says are of its kind, with the note's own citizens and effect rates. Two drivers come along:
//! a factor between the price levels (1: not converted) and the share who would have found a job anyway (0). Fixed savings
//! are not borrowed: they belong to the lender's own organisation.

use rust_decimal::Decimal;

use crate::note::{
    Adjustment, Driver, DriverIx, Group, Lender, Line, Names, Note, Origin, Rule, Schedule, Side, Unit, Variant,
};

/// Permanent ids of the two drivers that come with borrowed savings.
pub const PRICE_FACTOR: &str = "prices";
/// See [`PRICE_FACTOR`].
pub const FOUND_ANYWAY: &str = "anyway";

/// The variant of `note` with the unit savings of `lender`; `None` where it has savings of its own or no effort may borrow.
#[must_use]
pub fn with_savings(note: Note<'_>, lender: Note<'_>) -> Option<Variant> {
    let mut variant = note.variant.clone();
    let lent: Vec<&Line> =
        lender.variant.lines.iter().filter(|line| matches!(line.rule, Rule::PerOutcome { .. })).collect();
    let may_borrow =
        |effort: &&(usize, crate::note::Effort)| effort.1.savings_like.as_ref() == Some(&lender.variant.id);
    let efforts: Vec<(usize, crate::note::Effort)> = variant.efforts.iter().cloned().enumerate().collect();
    let borrowers: Vec<_> = efforts.iter().filter(may_borrow).collect();
    if variant.states_savings() || borrowers.is_empty() || lent.is_empty() {
        return None;
    }
    let add = |drivers: &mut Vec<Driver>, driver: Driver| {
        drivers.push(driver);
        DriverIx(drivers.len().saturating_sub(1))
    };
    let price = add(&mut variant.drivers, price_factor(note, lender));
    let anyway = add(&mut variant.drivers, found_anyway());
    for line in lent {
        let Rule::PerOutcome { amount, .. } = line.rule else { continue };
        let amount = add(&mut variant.drivers, borrowed(lender, lender.variant.driver(amount)?));
        for (at, effort) in &borrowers {
            let (Some(citizens), Some(effect)) = (effort.citizens, effort.effect) else { continue };
            let adjustment = Some(Adjustment { price, anyway });
            variant.lines.push(Line {
                id: line.id.clone(),
                name: line.name.clone(),
                effort: *at,
                side: Side::Saving,
                rule: Rule::PerOutcome { citizens, effect, amount, adjustment },
                schedule: Schedule::default(),
                area: line.area,
                administrations: line.administrations.clone(),
                committees: line.committees.clone(),
                row: None,
                basis: line.basis.clone(),
            });
        }
    }
    variant.savings_from = Some(Lender { id: lender.variant.id.clone(), budget: lender.document.budget });
    Some(variant)
}

/// The lender's unit saving, with the lender as its origin.
fn borrowed(lender: Note<'_>, driver: &Driver) -> Driver {
    let source = match &driver.origin {
        Origin::Stated(source) | Origin::Borrowed { source, .. } => Some(source),
        Origin::Derived { from, .. } => from.first(),
        Origin::Assumed { .. } => None,
    };
    let origin = source.map_or_else(
        || driver.origin.clone(),
        |source| Origin::Borrowed {
            document: lender.document.id.clone(),
            file: lender.document.file.clone(),
            source: source.clone(),
        },
    );
    Driver { origin, ..driver.clone() }
}

fn price_factor(note: Note<'_>, lender: Note<'_>) -> Driver {
    let (from, to) = (lender.document.price_level, note.document.price_level);
    let why = Names::new(
        &format!(
            "Ingen af notaterne har et tal for, hvad {from}-kroner er i {to}. 1 betyder, at der ikke er regnet om"
        ),
        &format!("None of the notes has a figure for what kroner of {from} are in {to}. 1 means not converted"),
    );
    Driver {
        id: PRICE_FACTOR.to_owned(),
        name: Names::new(
            &format!("Fra {from}- til {to}-priser, ganges med"),
            &format!("From {from} to {to} prices, times"),
        ),
        mention: Names::new("omregningen af priser", "the conversion of prices"),
        group: Group::Savings,
        unit: Unit::Factor,
        value: Decimal::ONE,
        origin: Origin::Assumed { why },
        parts: Vec::new(),
        range: None,
        alternatives: Vec::new(),
    }
}

fn found_anyway() -> Driver {
    Driver {
        id: FOUND_ANYWAY.to_owned(),
        name: Names::new("Ville have fundet job alligevel", "Would have found a job anyway"),
        mention: Names::new("andelen med job alligevel", "the share who would have found a job anyway"),
        group: Group::Effect,
        unit: Unit::Share,
        value: Decimal::ZERO,
        origin: Origin::Assumed {
            why: Names::new(
                "Ingen af notaterne siger, hvor mange der ville have fundet job uden indsatsen. Vi begynder ved 0",
                "None of the notes says how many would have found a job without the effort. We start at 0",
            ),
        },
        parts: Vec::new(),
        range: None,
        alternatives: Vec::new(),
    }
}
