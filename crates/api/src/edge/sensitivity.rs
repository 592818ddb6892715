//! What an answer rests on, as JavaScript gets it.

use engine::sensitivity;
use model::note::{Driver, Note};
use serde::Serialize;

use super::{Cell, Exact, Payback};

/// The values of a driver, in its unit, with which the effort is paid back in time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub enum BreakEven {
    /// This value and all above it, but none below.
    AtLeast {
        /// The value.
        value: Exact,
    },
    /// This value and all below it, but none above.
    AtMost {
        /// The value.
        value: Exact,
    },
    /// The values in these stretches, and no others.
    Within {
        /// The stretches, in ascending order.
        stretches: Vec<Stretch>,
    },
    /// All values.
    Always,
    /// No value.
    Never,
}

/// A stretch of values, both ends included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Stretch {
    /// Its lowest value.
    pub low: Exact,
    /// Its highest value.
    pub high: Exact,
}

/// The lowest and the highest results with every number at the ends that the documents give, all at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct JointRange {
    /// The drivers with ends.
    pub drivers: Vec<Ends>,
    /// The lowest and the highest net over the years of the table. The lowest is the best.
    pub net: [Cell; 2],
    /// The earliest and the latest payback by the document's convention.
    pub payback: [Payback; 2],
    /// The least and the most that comes back for each krone in a year with full savings; `null` where nothing is spent.
    pub returned: Option<[Exact; 2]>,
    /// The lowest and the highest cumulative net at the end of each year, up to the horizon.
    pub cumulative: Vec<[Cell; 2]>,
}

/// The lowest and the highest value of a driver in all combinations, in its unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Ends {
    /// The driver.
    pub driver: String,
    /// Its lowest value.
    pub low: Exact,
    /// Its highest value.
    pub high: Exact,
    /// Whether they are the document's own. Otherwise they are in its proportion to another driver.
    pub are_printed: bool,
}

impl BreakEven {
    /// The values of a driver.
    #[must_use]
    pub fn of(driver: &Driver, break_even: &sensitivity::BreakEven) -> Self {
        let exact = |value| Exact::on_screen(driver, value);
        match break_even {
            sensitivity::BreakEven::AtLeast(value) => Self::AtLeast { value: exact(*value) },
            sensitivity::BreakEven::AtMost(value) => Self::AtMost { value: exact(*value) },
            sensitivity::BreakEven::Within(stretches) => {
                let stretch =
                    |stretch: &sensitivity::Stretch| Stretch { low: exact(stretch.low), high: exact(stretch.high) };
                Self::Within { stretches: stretches.iter().map(stretch).collect() }
            }
            sensitivity::BreakEven::Always => Self::Always,
            sensitivity::BreakEven::Never => Self::Never,
        }
    }
}

impl JointRange {
    /// The joint range of a scenario of a note.
    #[must_use]
    pub fn of(note: Note<'_>, range: &sensitivity::JointRange) -> Self {
        let ends = range.drivers.iter().filter_map(|ends| {
            let driver = note.variant.driver(ends.ix)?;
            let exact = |value| Exact::on_screen(driver, value);
            let (low, high) = (exact(ends.low), exact(ends.high));
            Some(Ends { driver: driver.id.clone(), low, high, are_printed: ends.are_printed })
        });
        let cells = |(low, high): (model::money::Thousands, model::money::Thousands)| [low.into(), high.into()];
        Self {
            drivers: ends.collect(),
            net: cells(range.net),
            payback: [range.payback.0.into(), range.payback.1.into()],
            returned: range.returned.map(|(low, high)| [low.into(), high.into()]),
            cumulative: range.cumulative.iter().copied().map(cells).collect(),
        }
    }
}
