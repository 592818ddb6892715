//! The drivers that a table varies, and their values.

use engine::link::Notice;
use model::note::{Driver, DriverIx, Note};
use model::scenario::accept;
use rust_decimal::Decimal;
use words::Words;

use crate::ending::Stopped;

/// The most rows that a table has.
const MOST_ROWS: usize = 100_000;

/// A driver with the values that it takes one after another, in the model's unit.
pub(crate) struct Varied<'n> {
    pub(crate) ix: DriverIx,
    pub(crate) driver: &'n Driver,
    pub(crate) values: Vec<Decimal>,
}

impl<'n> Varied<'n> {
    /// The drivers that arguments such as `effect=10..50:5` name.
    ///
    /// # Errors
    /// An argument has another form, or names no driver of the note or one that was named before, or a value that it does not accept.
    pub(crate) fn all(note: Note<'n>, arguments: &[String], words: Words) -> Result<Vec<Self>, Stopped> {
        let mut all: Vec<Self> = Vec::new();
        for argument in arguments {
            let varied = Self::of(note, argument, words)?;
            if all.iter().any(|other| other.ix == varied.ix) {
                return Err(Stopped::Misused(format!("--vary names the driver \"{}\" twice", varied.driver.id)));
            }
            all.push(varied);
        }
        Ok(all)
    }

    fn of(note: Note<'n>, argument: &str, words: Words) -> Result<Self, Stopped> {
        let form =
            || Stopped::Misused(format!("--vary {argument}: it is written DRIVER=FROM..TO:STEP, or DRIVER=VALUE"));
        let (id, values) = argument.split_once('=').ok_or_else(form)?;
        let unknown = || Stopped::Misused(words.notice(&Notice::UnknownDriver(id.to_owned())));
        let ix = note.variant.find_driver(id).ok_or_else(unknown)?;
        let driver = note.variant.driver(ix).ok_or_else(unknown)?;
        let mut varied = Self { ix, driver, values: Vec::new() };
        varied.values = match values.split_once("..") {
            None => vec![varied.read(values, words)?],
            Some((from, rest)) => {
                let (to, step) = rest.split_once(':').ok_or_else(form)?;
                varied.steps([from, to, step], words)?
            }
        };
        Ok(varied)
    }

    /// A number as a field of the page reads it.
    fn read(&self, text: &str, words: Words) -> Result<Decimal, Stopped> {
        let unit = self.driver.unit;
        let read = words.locale().read(text, unit);
        read.map_err(|reason| Stopped::Misused(self.sentence(&words.unreadable(reason, unit), words)))
    }

    /// The values from the first to the second of three numbers, as far apart as the third says.
    fn steps(&self, numbers: [&str; 3], words: Words) -> Result<Vec<Decimal>, Stopped> {
        let [from, to, step] = numbers;
        let (from, to, step) = (self.read(from, words)?, self.read(to, words)?, self.read(step, words)?);
        for end in [from, to] {
            // The note's own value may have more decimals than others.
            if end != self.driver.value {
                let rejected =
                    |rejection| Stopped::Misused(self.sentence(&words.rejected(rejection, self.driver), words));
                accept(self.driver.unit, end).map_err(rejected)?;
            }
        }
        if step <= Decimal::ZERO {
            return Err(Stopped::Misused(format!("--vary {}: the step must be above 0", self.driver.id)));
        }
        let step = if from <= to { step } else { step.saturating_mul(Decimal::NEGATIVE_ONE) };
        let is_within = |value: &Decimal| if from <= to { *value <= to } else { *value >= to };
        let values = std::iter::successors(Some(from), |value| value.checked_add(step)).take_while(is_within);
        let values: Vec<Decimal> = values.take(MOST_ROWS.saturating_add(1)).collect();
        if values.len() > MOST_ROWS { Err(too_many()) } else { Ok(values) }
    }

    /// A sentence about the driver.
    pub(crate) fn sentence(&self, sentence: &str, words: Words) -> String {
        format!("{}: {sentence}", words.driver_name(self.driver))
    }
}

/// Every combination of the drivers' values; those of the last driver change first.
///
/// # Errors
/// There are too many.
pub(crate) fn combinations(varied: &[Varied<'_>]) -> Result<Vec<Vec<Decimal>>, Stopped> {
    let rows = varied.iter().try_fold(1_usize, |rows, varied| rows.checked_mul(varied.values.len()));
    if rows.is_none_or(|rows| rows > MOST_ROWS) {
        return Err(too_many());
    }
    let one = vec![Vec::new()];
    Ok(varied.iter().fold(one, |combinations, varied| {
        let with_each = combinations.iter().flat_map(|before| {
            varied.values.iter().map(|value| before.iter().copied().chain([*value]).collect::<Vec<_>>())
        });
        with_each.collect()
    }))
}

fn too_many() -> Stopped {
    Stopped::Misused(format!("a table has at most {MOST_ROWS} rows"))
}
