//! Every number on a page, for comparing two pages.

use std::collections::{BTreeMap, BTreeSet};

/// All numbers of a page, by where they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Numbers(pub(crate) BTreeMap<String, String>);

impl Numbers {
    /// Fails if any number differs between the two pages, and names each.
    #[track_caller]
    pub(crate) fn assert_same(&self, other: &Self) {
        let differing = self.differing(other);
        assert!(differing.is_empty(), "{} numbers differ:\n{}", differing.len(), differing.join("\n"));
    }

    /// A line for each number that differs between the two pages.
    pub(crate) fn differing(&self, other: &Self) -> Vec<String> {
        let places: BTreeSet<_> = self.0.keys().chain(other.0.keys()).collect();
        let pairs = places.into_iter().map(|place| (place, self.0.get(place), other.0.get(place)));
        let differing = pairs.filter(|(_, one, another)| one != another);
        differing.map(|(place, one, another)| format!("  {place}: {one:?}, {another:?}")).collect()
    }

    /// The numbers of one part of the page.
    pub(crate) fn of(&self, part: &str) -> Self {
        let start = format!("{part}, ");
        let own = self.0.iter().filter(|(place, _)| place.starts_with(&start));
        Self(own.map(|(place, number)| (place.clone(), number.clone())).collect())
    }
}
