//! The marks on a slider beside the one at the note's own value: what else the documents say that the driver could be.

use rust_decimal::Decimal;

use crate::notes::Library;
use crate::slider::Slider;
use model::note::{Denominator, Driver, DriverIx, Note, Unit};

/// A mark on a driver's slider.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tick<'n> {
    /// The value that it marks, in the driver's unit. It is not the note's own.
    pub value: Decimal,
    /// Who says so.
    pub says: Says<'n>,
}

/// Where the value of a mark comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Says<'n> {
    /// The note measured it.
    Measured,
    /// The note gives it beside its own value: an earlier aim, the people who were enrolled, or an end of its range.
    Also,
    /// Another scenario or edition of the same document has it.
    Variant(Note<'n>),
    /// Another note has it for the same driver.
    Other(Note<'n>),
}

/// The marks on the slider of a driver, each value once: those of the note itself come before those of other notes.
///
/// Another note's value stands there only where it means the same: a number of people or posts, or a share of the same people.
/// Prices are left out, because each note has those of its own year.
#[must_use]
pub fn ticks<'n>(library: &'n Library, note: Note<'n>, ix: DriverIx) -> Vec<Tick<'n>> {
    let Some(driver) = note.variant.driver(ix) else { return Vec::new() };
    let alternatives = driver.alternatives.iter().map(|alternative| {
        let is_measured = note.document.results.iter().any(|result| result.share == Some(alternative.value));
        Tick { value: alternative.value, says: if is_measured { Says::Measured } else { Says::Also } }
    });
    let range = driver.range.iter().flat_map(|range| [range.low, range.high]);
    let range = range.map(|value| Tick { value, says: Says::Also });
    let others = library.notes().filter_map(|other| {
        let value = same_driver(note, ix, driver, other)?.value;
        Some(Tick { value, says: if other.is_sibling_of(note) { Says::Variant(other) } else { Says::Other(other) } })
    });
    let slider = Slider::of(driver);
    let mut ticks: Vec<Tick<'n>> = Vec::new();
    for tick in alternatives.chain(range).chain(others) {
        let is_new = tick.value != driver.value && ticks.iter().all(|known| known.value != tick.value);
        if is_new && slider.covers(tick.value) {
            ticks.push(tick);
        }
    }
    ticks
}

/// The driver of another note that counts the same; `None` where it has none.
fn same_driver<'o>(note: Note<'_>, ix: DriverIx, driver: &Driver, other: Note<'o>) -> Option<&'o Driver> {
    let other_ix = other.variant.find_driver(&driver.id)?;
    let found = other.variant.driver(other_ix).filter(|found| found.unit == driver.unit)?;
    let is_comparable = match driver.unit {
        Unit::Citizens | Unit::CitizensPerPost | Unit::Posts => true,
        Unit::Share => {
            let denominators = denominator(note, ix).zip(denominator(other, other_ix));
            denominators.is_some_and(|(own, other)| own == other && own != Denominator::NotSaid)
        }
        _ => false,
    };
    is_comparable.then_some(found)
}

/// Whom the full share of an effort is a share of; `None` for any other driver.
#[must_use]
pub fn denominator(note: Note<'_>, ix: DriverIx) -> Option<Denominator> {
    let mut efforts = note.variant.efforts.iter();
    let index = efforts.position(|effort| effort.effect.is_some_and(|effect| effect.full == ix))?;
    note.share_is_of(index)
}
