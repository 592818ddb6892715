//! What every item is held to: ids, names, sources, years and shares.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use crate::load::{Fault, Found, path};
use crate::note::{Names, Source, Year};

/// The years that any budget in these documents could be about.
const YEARS: RangeInclusive<Year> = 2000..=2100;

/// The position of the item with this id.
pub(super) fn find<'a>(
    at: &str,
    kind: &'static str,
    id: &str,
    mut among: impl Iterator<Item = &'a str>,
) -> Result<usize, Found> {
    among.position(|other| other == id).ok_or_else(|| (at.to_owned(), Fault::Unknown { kind, id: id.to_owned() }))
}

/// Every id has only the letters that ids have, and is there once.
pub(super) fn unique<'a>(at: &str, ids: impl IntoIterator<Item = &'a str>) -> Result<(), Found> {
    let mut seen: Vec<&str> = Vec::new();
    for id in ids {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let fault = if id.is_empty() || !id.chars().all(fits) {
            Some(Fault::Id)
        } else if seen.contains(&id) {
            Some(Fault::Duplicate)
        } else {
            None
        };
        if let Some(fault) = fault {
            return Err((path(&[at, id]), fault));
        }
        seen.push(id);
    }
    Ok(())
}

/// There is a Danish wording.
pub(super) fn named(at: &str, names: &Names) -> Result<(), Found> {
    let (danish, _) = names.get("da");
    if danish.trim().is_empty() { Err((at.to_owned(), Fault::Missing("the Danish wording"))) } else { Ok(()) }
}

/// It has a place and a quote.
pub(super) fn sourced(at: &str, source: &Source) -> Result<(), Found> {
    if source.place.trim().is_empty() || source.quote.trim().is_empty() {
        return Err((at.to_owned(), Fault::Missing("the place or the quote of a source")));
    }
    Ok(())
}

pub(super) fn in_range(at: &str, year: Year) -> Result<(), Found> {
    if YEARS.contains(&year) { Ok(()) } else { Err((at.to_owned(), Fault::Year(year))) }
}

/// It is a share of 1.
pub(super) fn share(at: &str, share: Decimal) -> Result<(), Found> {
    if (Decimal::ZERO..=Decimal::ONE).contains(&share) {
        Ok(())
    } else {
        Err((at.to_owned(), Fault::OutOfBounds(share.to_string())))
    }
}
