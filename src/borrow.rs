//! Savings that a note does not state, borrowed from a note that does.
//!
//! The later notes print no savings. When the reader asks for it, the page borrows the unit savings of another note and
//! multiplies them by the note's own citizens and effect rates. Only efforts that the data marks as similar may borrow.
//! The amounts stay in the prices of the other note. Two drivers are added: a factor between the price levels, 1 at
//! first, and the share of citizens who would have found a job anyway, 0 at first. Fixed savings are not borrowed,
//! because they belong to the organisation that the other note describes.

use rust_decimal::Decimal;

use crate::note::{
    Adjustment, Driver, DriverIx, Effort, Formula, Group, Lender, Line, Names, Note, Origin, Quantity, Side, Unit,
    Variant, Weight,
};

/// The permanent id of the driver that converts between price levels.
pub const PRICE_FACTOR: &str = "prices";
/// The permanent id of the driver with the share of citizens who would have found a job anyway.
pub const FOUND_ANYWAY: &str = "anyway";

/// The variant of `note` with unit savings borrowed from `from`. `None` where the note states savings of its own, where
/// none of its efforts may borrow from that note, or where that note has no unit savings.
///
/// ```
/// use indsatsregner::borrow::with_savings;
/// use indsatsregner::notes::Library;
///
/// let library = Library::embedded().unwrap();
/// let (later, business_case) = (library.find("bi10-2026").unwrap(), library.find("ips-2018").unwrap());
/// let borrowing = with_savings(later, business_case).unwrap();
/// assert!(!later.variant.states_savings() && borrowing.states_savings());
/// assert_eq!(with_savings(business_case, later), None); // it states its own savings
/// ```
#[must_use]
pub fn with_savings(note: Note<'_>, from: Note<'_>) -> Option<Variant> {
    let mut variant = note.variant.clone();
    let is_unit_saving = |line: &&Line| matches!(line.formula.weight, Weight::Effect(_));
    let saving_lines: Vec<&Line> = from.variant.lines.iter().filter(is_unit_saving).collect();
    let may_borrow = |(_, effort): &(usize, Effort)| effort.savings_like.as_ref() == Some(&from.variant.id);
    let borrowing_efforts: Vec<(usize, Effort)> =
        variant.efforts.iter().cloned().enumerate().filter(may_borrow).collect();
    if variant.states_savings() || borrowing_efforts.is_empty() || saving_lines.is_empty() {
        return None;
    }
    let add = |drivers: &mut Vec<Driver>, driver: Driver| {
        drivers.push(driver);
        DriverIx(drivers.len().saturating_sub(1))
    };
    let price = add(&mut variant.drivers, price_factor(note, from));
    let anyway = add(&mut variant.drivers, found_anyway());
    for line in saving_lines {
        let amount = from.variant.driver(line.formula.unit_amount)?;
        let unit_amount = add(&mut variant.drivers, borrowed_driver(from, amount));
        for (effort_index, effort) in &borrowing_efforts {
            let (Some(citizens), Some(effect)) = (effort.citizens, effort.effect) else { continue };
            let formula = Formula {
                quantity: Quantity::Citizens(citizens),
                unit_amount,
                weight: Weight::Effect(effect),
                adjustment: Some(Adjustment { price, anyway }),
            };
            variant.lines.push(Line {
                id: line.id.clone(),
                name: line.name.clone(),
                effort: *effort_index,
                side: Side::Saving,
                formula,
                area: line.area,
                administrations: line.administrations.clone(),
                committees: line.committees.clone(),
                row: None,
                basis: line.basis.clone(),
                same_row: None,
            });
        }
    }
    variant.savings_from = Some(Lender { id: from.variant.id.clone(), budget: from.document.budget });
    Some(variant)
}

/// A unit saving of another note as a borrowed driver: its origin names the document that it is borrowed from.
fn borrowed_driver(from: Note<'_>, driver: &Driver) -> Driver {
    let source = match &driver.origin {
        Origin::Stated(source) | Origin::Borrowed { source, .. } => Some(source),
        Origin::Derived { from, .. } => from.first(),
        Origin::Assumed { .. } => None,
    };
    let origin = source.map_or_else(
        || driver.origin.clone(),
        |source| Origin::Borrowed {
            document: from.document.id.clone(),
            name: Some(from.document.name()),
            source: source.clone(),
        },
    );
    Driver { origin, ..driver.clone() }
}

fn price_factor(note: Note<'_>, from: Note<'_>) -> Driver {
    let (from_year, to_year) = (from.document.price_level, note.document.price_level);
    let why = Names::new(
        &format!(
            "Ingen af notaterne har et tal for, hvad {from_year}-kroner er i {to_year}. 1 betyder, at der ikke er regnet om"
        ),
        &format!(
            "None of the notes has a figure for what kroner of {from_year} are in {to_year}. 1 means not converted"
        ),
    );
    Driver {
        id: PRICE_FACTOR.to_owned(),
        name: Names::new(
            &format!("Fra {from_year}- til {to_year}-priser, ganges med"),
            &format!("From {from_year} to {to_year} prices, times"),
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
