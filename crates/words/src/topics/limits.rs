//! Which values of a driver give payback in time.

use rust_decimal::Decimal;

use super::join;
use crate::messages::at;
use crate::{Phrase, Words};
use engine::sensitivity::{BreakEven, Ends, Stretch, WhatItTakes};
use model::note::{Driver, Unit, Variant};

impl Words {
    /// What stands above the list of what it takes to be paid back within `years` years. `has_ways` says whether any driver decides
    /// it alone.
    #[must_use]
    pub fn what_it_takes(self, facts: &WhatItTakes, has_ways: bool, years: u32) -> String {
        let messages = &self.messages().what_it_takes;
        let years = self.value(years.into(), Unit::Years);
        match (facts, has_ways) {
            (WhatItTakes::NoSavings, _) => messages.no_savings.to_owned(),
            (WhatItTakes::IsThere, true) => messages.met(years),
            (WhatItTakes::IsThere, false) => messages.met_whatever(years),
            (WhatItTakes::Takes { .. }, true) => messages.not_met(years),
            (WhatItTakes::Takes { .. }, false) => messages.not_alone(years),
        }
    }

    /// The button that gives a driver the value as far as it may go.
    #[must_use]
    pub fn as_far_as(self, driver: &Driver, values: &BreakEven) -> String {
        let messages = &self.messages().what_it_takes;
        let value = |value: Decimal| self.value(value, driver.unit);
        match values {
            BreakEven::AtLeast(low) => messages.at_least(value(*low)),
            BreakEven::AtMost(high) => messages.at_most(value(*high)),
            // A limit has one side.
            BreakEven::Within(_) | BreakEven::Always | BreakEven::Never => String::new(),
        }
    }

    /// The drivers that cannot do it alone; empty where each can.
    #[must_use]
    pub fn cannot_alone(self, drivers: &[&Driver]) -> String {
        if drivers.is_empty() {
            return String::new();
        }
        let names: Vec<String> = drivers.iter().map(|driver| self.driver_mention(driver)).collect();
        self.messages().what_it_takes.cannot(join(&names, self.messages().lists.and))
    }

    /// The sentence on which values of a driver give payback in time. Its strong pieces are [`BreakEven::ends`], in
    /// their order.
    #[must_use]
    pub fn break_even(self, driver: &Driver, limits: &BreakEven) -> Phrase {
        let messages = &self.messages().limits;
        let name = self.driver_mention(driver);
        // In "Antallet af borgere skal være mindst 214" the name already says what is counted, so the number has no unit.
        // A factor is no number of times that something is.
        let has_unit_in_name = driver.unit == Unit::Factor || name.contains(self.unit(driver.unit));
        let number = |value: Decimal| self.locale().field(value, driver.unit);
        let value = |value: Decimal| if has_unit_in_name { number(value) } else { self.value(value, driver.unit) };
        match limits {
            BreakEven::AtLeast(low) => messages.at_least(at::Driver(name), at::Low(value(*low))),
            BreakEven::AtMost(high) => messages.at_most(at::Driver(name), at::High(value(*high))),
            BreakEven::Within(stretches) => {
                let stretch = |stretch: &Stretch| {
                    if stretch.low == stretch.high {
                        Phrase::default().strong(value(stretch.high))
                    } else {
                        messages.between(at::High(value(stretch.high)), at::Low(number(stretch.low)))
                    }
                };
                let stretches = stretches
                    .iter()
                    .map(stretch)
                    .reduce(|first, second| messages.or(at::First(first), at::Second(second)));
                messages.within(at::Driver(name), at::Stretches(stretches.unwrap_or_default()))
            }
            BreakEven::Always => Phrase::default().plain(messages.always(name)),
            BreakEven::Never => Phrase::default().plain(messages.never(name)),
        }
        .capitalised()
    }
}

/// Drivers with their lowest and highest value: "andelen i job eller uddannelse (20–25 %)". Those that no document prints are
/// in proportion to another driver.
pub(crate) fn ranges(words: Words, drivers: &[Ends], variant: &Variant) -> Vec<String> {
    let messages = &words.messages().certainty;
    let named = drivers.iter().filter_map(|ends| {
        let driver = variant.driver(ends.ix)?;
        let (locale, name) = (words.locale(), words.driver_mention(driver));
        let low = locale.field(ends.low, driver.unit);
        let high =
            if driver.unit == Unit::Share { locale.percent(ends.high) } else { locale.field(ends.high, driver.unit) };
        Some(if ends.are_printed {
            messages.ends(at::Driver(name), at::High(high), at::Low(low))
        } else {
            messages.ends_in_proportion(at::Driver(name), at::High(high), at::Low(low))
        })
    });
    named.collect()
}
