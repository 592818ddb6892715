//! The reader's local date.

use js_sys::Date;

use engine::day::Day;

/// Today's date in the reader's time zone.
pub(crate) fn today() -> Day {
    let now = Date::new_0();
    // JavaScript counts months from 0.
    Day { year: now.get_full_year(), month: now.get_month().saturating_add(1), day: now.get_date() }
}
