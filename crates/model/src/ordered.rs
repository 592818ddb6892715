//! Short lists in order.
//!
//! The lists of the page hold a few years, rates or drivers. The sort of the standard library is made for long ones: it
//! would add some two kilobytes to the page for each type of item.

/// Each item once, in ascending order.
///
/// ```
/// use model::ordered::each_once;
///
/// assert_eq!(each_once([2020, 2018, 2020, 2019]), [2018, 2019, 2020]);
/// ```
#[must_use]
pub fn each_once<T: Ord>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut ordered = Vec::new();
    for item in items {
        if let Err(place) = ordered.binary_search(&item) {
            ordered.insert(place, item);
        }
    }
    ordered
}

/// The items in ascending order of a key. Items with equal keys keep their order.
///
/// ```
/// use model::ordered::by_key;
///
/// assert_eq!(by_key(["later", "b", "soon", "a"], |word| word.len()), ["b", "a", "soon", "later"]);
/// ```
#[must_use]
pub fn by_key<T, K: Ord>(items: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut ordered: Vec<T> = Vec::new();
    for item in items {
        let place = ordered.partition_point(|earlier| key(earlier) <= key(&item));
        ordered.insert(place, item);
    }
    ordered
}
