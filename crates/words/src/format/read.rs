//! Reads what stands in the field of a driver: a number, or a small calculation.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Locale;
use super::calculate::{How, Worked, work_out};
use super::pieces::pieces;
use super::tidy::tidied;
use super::units::{means_times, without_about};
use model::note::Unit;
use model::scenario::accept;

/// Why a typed text cannot be read as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// The text is empty.
    Empty,
    /// The text is not a number, or it is a number with another unit.
    NotANumber,
    /// The text is a number with a plus in front, and does not say what it is to be added to.
    SignAlone,
    /// The text has parentheses around a part of a calculation, which is not worked out by steps.
    Parentheses,
    /// The text is an amount in another currency.
    OtherCurrency,
    /// The text divides by zero.
    DividedByZero,
    /// The number has more digits than the model can compute with.
    TooLarge,
}

/// What was read from the field of a driver.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The value, in the model's unit.
    pub value: Decimal,
    /// Whether it was typed or worked out.
    pub worked_out: WorkedOut,
}

/// Whether a value was typed as it is, so that nothing has to be said about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkedOut {
    /// It was typed.
    No,
    /// It was worked out, and rounded to what its driver accepts.
    Yes,
    /// It was worked out from a per cent sign behind a plus or a minus in the field of a share: so many per cent of the share, not percentage
    /// points.
    PerCentOfShare {
        /// The per cent, less than zero behind a minus.
        per_cent: Decimal,
    },
}

impl Locale {
    /// Reads a number that a person typed, pasted or dictated: `12,5`, `12.5`, `kr. 371.667,-`, `20 %`, `0,4 mio. kr.` The result is in
    /// the model's unit. [`Self::read_entry`] also reads calculations.
    ///
    /// A single `.` or `,` before exactly three digits is ambiguous. It means what it means in this language, unless only the other meaning gives a
    /// value that the unit accepts.
    ///
    /// ```
    /// use model::language::Language;
    /// use model::note::Unit;
    /// use rust_decimal::Decimal;
    /// use words::format::Unreadable;
    ///
    /// let (danish, english) = (words::of(Language::Danish).locale(), words::of(Language::English).locale());
    /// assert_eq!(danish.read("12,5 %", Unit::Share), Ok(Decimal::new(125, 3)));
    /// assert_eq!(danish.read("1.234", Unit::Citizens), Ok(Decimal::from(1234)));
    /// assert_eq!(english.read("1.234", Unit::Citizens), Ok(Decimal::from(1234)), "there are no parts of citizens");
    /// assert_eq!(english.read("1.234", Unit::Factor), Ok(Decimal::new(1234, 3)));
    /// assert_eq!(danish.read("20 %", Unit::Citizens), Err(Unreadable::NotANumber));
    /// ```
    ///
    /// # Errors
    /// Returns [`Unreadable`] where the text is not a number of this unit.
    pub fn read(self, typed: &str, unit: Unit) -> Result<Decimal, Unreadable> {
        self.read_text(typed, unit, None).map(|entry| entry.value)
    }

    /// Reads what a person typed, pasted or dictated into the field of a driver: a number as [`Self::read`] does, or a calculation of a few numbers,
    /// such as `629.000*1,03`, `2.230.000/6` or `150-10`. An operator in front goes on from the driver's current value: `+3 %`, `×1,03`. What is
    /// worked out is rounded to the decimals of the unit, half away from zero. `current` is in the model's unit, as the result is.
    ///
    /// Per cent behind a plus or a minus are per cent of what stands before them. In the field of a share, `25 % + 3 %` adds two shares, `+3 %`
    /// is 3 per cent of the current share, and `+3 pp` adds percentage points.
    ///
    /// ```
    /// use model::language::Language;
    /// use model::note::Unit;
    /// use rust_decimal::Decimal;
    ///
    /// let danish = words::of(Language::Danish).locale();
    /// let entry = danish.read_entry("+3 %", Unit::CostPerPost, Decimal::from(629)).unwrap();
    /// assert_eq!(entry.value, Decimal::new(64787, 2)); // 647.870 kr., in 1.000 kr.
    /// ```
    ///
    /// # Errors
    /// Returns [`Unreadable`] where the text is neither.
    pub fn read_entry(self, typed: &str, unit: Unit, current: Decimal) -> Result<Entry, Unreadable> {
        self.read_text(typed, unit, Some(current))
    }

    fn read_text(self, typed: &str, unit: Unit, current: Option<Decimal>) -> Result<Entry, Unreadable> {
        let tidy = tidied(typed);
        if tidy.is_empty() {
            return Err(Unreadable::Empty);
        }
        if is_of_other_currency(&tidy) {
            return Err(Unreadable::OtherCurrency);
        }
        let pieces = pieces(without_about(&tidy), means_times).ok_or(Unreadable::NotANumber)?;
        let shown = match current {
            Some(current) => Some(current.checked_mul(unit.scale()).ok_or(Unreadable::TooLarge)?),
            None => None,
        };
        let read_with = |thousands: char| {
            let worked = work_out(&pieces, unit, thousands, shown)?;
            Ok(Read { value: in_model(worked, unit)?, worked })
        };
        let language = &self.messages.language;
        let own = read_with(language.thousands);
        let is_settled = own.is_ok_and(|own| !own.worked.is_ambiguous || own.fits(unit) || current == Some(own.value));
        let read = match (own, is_settled) {
            (own, true) => own?,
            (own, false) => match read_with(language.decimals) {
                Ok(other) if other.is_meant(unit) => other,
                _ => own?,
            },
        };
        let worked_out = match read.worked.how {
            How::Typed => WorkedOut::No,
            How::Calculated => WorkedOut::Yes,
            How::PerCentOfShare(per_cent) => WorkedOut::PerCentOfShare { per_cent },
        };
        Ok(Entry { value: read.value, worked_out })
    }
}

/// Whether a text names another currency than that of the documents. No rate of exchange is in them.
fn is_of_other_currency(tidy: &str) -> bool {
    const SIGNS: [char; 3] = ['€', '$', '£'];
    const WORDS: [&str; 6] = ["eur", "euro", "euros", "usd", "gbp", "sek"];
    let mut words = tidy.split(|letter: char| !letter.is_alphabetic());
    tidy.contains(SIGNS) || words.any(|word| WORDS.contains(&word))
}

/// A text as it was read with one language's marks.
#[derive(Clone, Copy)]
struct Read {
    value: Decimal,
    worked: Worked,
}

impl Read {
    /// Whether it is what this language's marks say: a value of the unit, written with no more decimals than it shows.
    fn fits(self, unit: Unit) -> bool {
        !self.worked.is_too_fine && accept(unit, self.value).is_ok()
    }

    /// Whether it is what the other language's marks say. Nearly every calculation gives a value of the unit once its numbers are a
    /// thousand times smaller, so those have to fit too.
    fn is_meant(self, unit: Unit) -> bool {
        accept(unit, self.value).is_ok() && (self.worked.how == How::Typed || !self.worked.is_too_fine)
    }
}

/// What was worked out, in the model's unit. Only what was typed keeps decimals that the unit does not show.
fn in_model(worked: Worked, unit: Unit) -> Result<Decimal, Unreadable> {
    let number = match worked.how {
        How::Typed => worked.number,
        _ => worked.number.round_dp_with_strategy(unit.decimals(), RoundingStrategy::MidpointAwayFromZero),
    };
    Ok(number.checked_div(unit.scale()).ok_or(Unreadable::TooLarge)?.normalize())
}

#[cfg(test)]
mod tests;
