//! Years and spans of years in few words.

use rust_decimal::Decimal;

use super::sentence::years_in;
use crate::Words;
use crate::messages::at;
use engine::findings::Column;
use model::note::Year;

impl Words {
    /// "4. år".
    #[must_use]
    pub fn nth_year(self, years: Decimal) -> String {
        self.messages().years.nth(self.head().ordinal(&self.locale().exact(years)))
    }

    /// "i 2021, med fuld effekt".
    #[must_use]
    pub fn in_year(self, year: Year) -> String {
        self.messages().years.in_year(year)
    }

    /// Years in ascending order as spans: "2018, 2020–2021".
    #[must_use]
    pub fn spans_of_years(self, years: &[Year]) -> String {
        let columns: Vec<Column> = years.iter().map(|year| Column::Year(*year)).collect();
        years_in(&columns).0
    }

    /// The legend of a shade of the map: payback between these years, both included.
    #[must_use]
    pub fn years_between(self, first: u32, last: u32) -> String {
        let years = &self.messages().years;
        match (first, last) {
            (0, last) => years.by_the_nth(self.nth_year(last.into())),
            (first, last) if first == last => self.nth_year(first.into()),
            (first, last) => years.between(at::First(first), at::Last(last)),
        }
    }

    /// The legend of a shade of the map: payback after this year.
    #[must_use]
    pub fn later_than(self, years: u32) -> String {
        self.messages().years.later(self.nth_year(years.into()))
    }

    /// The words for a payback that does not come within this many years.
    #[must_use]
    pub fn not_within(self, horizon: u32) -> String {
        self.messages().years.not_within(horizon)
    }
}
