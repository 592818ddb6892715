//! Days of the calendar.

/// A day of the calendar in the reader's time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The year.
    pub year: u32,
    /// The month, January being 1.
    pub month: u32,
    /// The day of the month.
    pub day: u32,
}

impl Day {
    /// The day in the form `2026-03-01`.
    #[must_use]
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// The day of a text in the form `2026-03-01`; `None` for any other text.
    ///
    /// ```
    /// use engine::day::Day;
    ///
    /// let day = Day { year: 2026, month: 3, day: 1 };
    /// assert_eq!(Day::of_iso("2026-03-01"), Some(day));
    /// assert_eq!(day.iso(), "2026-03-01");
    /// assert_eq!(Day::of_iso("1 March"), None);
    /// ```
    #[must_use]
    pub fn of_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-').map(str::parse);
        let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
        let fits = (1900..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        (fits && parts.next().is_none()).then_some(Self { year, month, day })
    }

    /// The name of the month; empty for a month that does not exist.
    #[must_use]
    pub fn month_in(self, names: &[&'static str; 12]) -> &'static str {
        let index = usize::try_from(self.month).ok().and_then(|month| month.checked_sub(1));
        index.and_then(|index| names.get(index)).copied().unwrap_or_default()
    }
}
