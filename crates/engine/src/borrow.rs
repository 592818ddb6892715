//! Savings that a note does not state, borrowed from a note that does.
//!
//! The later notes print no savings. When the reader asks for it, the page borrows the unit savings of another note and
//! multiplies them by the note's own citizens and effect rates. Only efforts that the data marks as similar may borrow,
//! and only where those who count have reached the same.
//! The amounts stay in the prices of the other note. The price and wage
//! regulation of the note raises them like its own: it is about the city's prices, not about one document. Two assumed drivers are added: a factor between the price levels, 1
//! at first, and the share of citizens who would have found a job anyway, 0 at first. The lender's caution is borrowed
//! too: its lower rate in the first year and the rate that is left after the effort, each in the lender's proportion to
//! the full rate. Fixed savings are not borrowed, because they belong to the organisation that the other note
//! describes.

use rust_decimal::{Decimal, RoundingStrategy};

use model::note::{
    Adjustment, Driver, DriverIx, DriverKind, Effect, Effort, Follows, Formula, Group, Increases, Lender, Line, Note,
    Origin, Quantity, Range, Reached, Side, Unit, Variant, Weight,
};

/// The permanent id of the driver that converts between price levels.
pub const PRICE_FACTOR: &str = "prices";

/// The variant of `note` with unit savings borrowed from `from`. `None` where the note states savings of its own, where
/// none of its efforts may borrow from that note, or where that note has no unit savings.
///
/// ```
/// use engine::borrow::with_savings;
/// use engine::notes::Library;
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
    let is_unit_saving = |line: &&Line| line.formula.weight.effect.is_some() && line.formula.lines().is_empty();
    let saving_lines: Vec<&Line> = from.variant.lines.iter().filter(is_unit_saving).collect();
    // What a job saves says nothing about a home of one's own.
    let lent = saving_lines.first().map_or(&Reached::JobOrEducation, |line| from.variant.reached_in(line.effort));
    let may_borrow = |(_, effort): &(usize, Effort)| {
        effort.savings_like.as_ref() == Some(&from.variant.id) && effort.reached == *lent
    };
    let borrowing_efforts: Vec<(usize, Effort)> =
        variant.efforts.iter().cloned().enumerate().filter(may_borrow).collect();
    if variant.states_savings() || borrowing_efforts.is_empty() || saving_lines.is_empty() {
        return None;
    }
    let add = |drivers: &mut Vec<Driver>, driver: Driver| {
        drivers.push(driver);
        DriverIx(drivers.len().saturating_sub(1))
    };
    let price = Some(add(&mut variant.drivers, price_factor(note, from)));
    let anyway = add(&mut variant.drivers, Driver::found_anyway(lent.clone()));
    for (effort_index, effort) in &borrowing_efforts {
        let lender = saving_lines.first().and_then(|line| from.variant.efforts.get(line.effort)?.effect);
        let (Some(effect), Some(lender)) = (effort.effect, lender) else { continue };
        let mut cautious = |rate: Option<DriverIx>| {
            let driver = cautious_rate(note, &effect, from, &lender, rate?)?;
            Some(add(&mut variant.drivers, driver))
        };
        let effect = Effect {
            first: effect.first.or_else(|| cautious(lender.first)),
            residual: effect.residual.or_else(|| cautious(lender.residual)),
            ..effect
        };
        if let Some(effort) = variant.efforts.get_mut(*effort_index) {
            effort.effect = Some(effect);
        }
    }
    let amounts = variant.find_driver(&Driver::all_amounts().id);
    for line in saving_lines {
        let amount = from.variant.driver(line.formula.unit_amount)?;
        let unit_amount = add(&mut variant.drivers, borrowed_driver(from, amount));
        for (effort_index, effort) in variant.efforts.iter().enumerate() {
            if !borrowing_efforts.iter().any(|(borrowing, _)| *borrowing == effort_index) {
                continue;
            }
            let (Some(citizens), Some(effect)) = (effort.citizens, effort.effect) else { continue };
            let formula = Formula {
                quantity: Quantity::Citizens(citizens),
                probability: None,
                unit_amount,
                weight: Weight { effect: Some(effect), schedule: line.formula.weight.schedule.clone() },
                adjustment: Some(Adjustment { price, anyway }),
                increases: Increases { pay: None, amounts },
                limit: None,
            };
            variant.lines.push(Line {
                id: line.id.clone(),
                name: line.name.clone(),
                effort: effort_index,
                side: Side::Saving,
                formula,
                area: line.area.clone(),
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

/// A number of another note as a borrowed driver: its origin names the document that it is borrowed from. A number that
/// was derived there stays derived, because no document prints it.
fn borrowed_driver(from: Note<'_>, driver: &Driver) -> Driver {
    Driver { origin: borrowed_origin(from, &driver.origin), ..driver.clone() }
}

fn borrowed_origin(from: Note<'_>, origin: &Origin) -> Origin {
    let name = Some(from.document.name());
    match origin {
        Origin::Stated(source) => Origin::Borrowed { document: from.document.id.clone(), name, source: source.clone() },
        Origin::Derived { how, from, lender: None } => {
            Origin::Derived { how: how.clone(), from: from.clone(), lender: name }
        }
        Origin::Borrowed { .. }
        | Origin::Derived { .. }
        | Origin::Assumed { .. }
        | Origin::OfFile { .. }
        | Origin::Neutral => origin.clone(),
    }
}

/// The rate of the first year, or that after the effort, in the lender's proportion to the full rate. `rate` is the
/// lender's. The borrowing note states no such rate of its own, and without one its savings would be at full strength
/// at once and for ever.
fn cautious_rate(note: Note<'_>, own: &Effect, from: Note<'_>, lender: &Effect, rate: DriverIx) -> Option<Driver> {
    let rate = from.variant.driver(rate)?;
    let full = note.variant.driver(own.full)?.value;
    let lender_full = from.variant.driver(lender.full)?.value;
    let in_proportion = |value: Decimal| {
        let exact = value.checked_mul(full)?.checked_div(lender_full)?;
        let decimals = rate.unit.decimals_in_model();
        Some(exact.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero).normalize())
    };
    let of_lender = |ix: DriverIx| from.variant.driver(ix).map(|driver| driver.origin.sources()).unwrap_or_default();
    let origin = Origin::Derived {
        how: None,
        from: rate.origin.sources().iter().chain(of_lender(lender.full)).cloned().collect(),
        lender: Some(from.document.name()),
    };
    let range = match &rate.range {
        None => None,
        Some(range) => {
            Some(Range { low: in_proportion(range.low)?, high: in_proportion(range.high)?, ..range.clone() })
        }
    };
    let follows = Some(Follows { leader: own.full, origin: origin.clone() });
    let (value, alternatives) = (in_proportion(rate.value)?, Vec::new());
    Some(Driver { value, origin, range, follows, alternatives, ..rate.clone() })
}

fn price_factor(note: Note<'_>, from: Note<'_>) -> Driver {
    Driver {
        id: PRICE_FACTOR.to_owned(),
        kind: DriverKind::PriceFactor { from: from.document.price_level, to: note.document.price_level },
        group: Group::Savings,
        unit: Unit::Factor,
        value: Decimal::ONE,
        origin: Origin::Assumed { why: None },
        parts: Vec::new(),
        range: None,
        follows: None,
        alternatives: Vec::new(),
    }
}
