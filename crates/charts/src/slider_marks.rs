//! Where the words at the marks of a slider stand, so that none lies over another one.

use rust_decimal::Decimal;

/// What keeps two words apart, in hundredths of the slider.
const BETWEEN: Decimal = Decimal::TWO;

/// The words at a mark, in hundredths of the slider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MarkWords {
    /// Where the mark is.
    pub at: Decimal,
    /// How wide the words are.
    pub width: Decimal,
}

/// Where words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkPlace {
    /// They begin here, in hundredths of the slider.
    From(Decimal),
    /// Their middle is here.
    Around(Decimal),
    /// They end here.
    Until(Decimal),
}

/// A place for the words of each mark, in the order of the marks; `None` where there is no room. Those that come first have room first.
/// Words in each other's way move aside, but never so far that they stand at another mark than their own.
#[must_use]
pub fn mark_places(marks: &[MarkWords]) -> Vec<Option<MarkPlace>> {
    // From the left to the right: the position of the mark, its words, and where they begin.
    let mut row: Vec<(usize, MarkWords, Decimal)> = Vec::new();
    for (index, words) in marks.iter().enumerate() {
        let mut with_it = row.clone();
        let before = with_it.iter().position(|(_, other, _)| other.at > words.at).unwrap_or(with_it.len());
        with_it.insert(before, (index, *words, Decimal::ZERO));
        if set_apart(&mut with_it) {
            row = with_it;
        }
    }
    let place = |index: usize| {
        let (_, words, left) = row.iter().find(|(it, ..)| *it == index)?;
        Some(place_in(*words, *left))
    };
    (0..marks.len()).map(place).collect()
}

/// Which point of the room that begins at `left` the words keep to. On a wide slider they fill a part of the room only: the one where
/// their mark is.
fn place_in(words: MarkWords, left: Decimal) -> MarkPlace {
    let third = words.width.checked_div(Decimal::from(3)).unwrap_or_default();
    let right = left.saturating_add(words.width);
    if words.at < left.saturating_add(third) {
        MarkPlace::From(left)
    } else if words.at > right.saturating_sub(third) {
        MarkPlace::Until(right)
    } else {
        MarkPlace::Around(left.saturating_add(half(words)))
    }
}

/// Gives words that are in order their beginnings. Whether there is room for all of them.
fn set_apart(row: &mut [(usize, MarkWords, Decimal)]) -> bool {
    // As far to the right as those further right allow, and then no further to the left than those further left allow.
    let mut right_end = Decimal::ONE_HUNDRED;
    for (_, words, left) in row.iter_mut().rev() {
        *left = centred(*words).min(right_end.saturating_sub(words.width));
        right_end = left.saturating_sub(BETWEEN);
    }
    let mut left_end = Decimal::ZERO;
    for (_, words, left) in row.iter_mut() {
        *left = (*left).max(left_end);
        left_end = left.saturating_add(words.width).saturating_add(BETWEEN);
    }
    row.iter().all(|(_, words, left)| {
        let half = half(*words);
        let right = left.saturating_add(words.width);
        right <= Decimal::ONE_HUNDRED && left.saturating_sub(half) <= words.at && right.saturating_add(half) >= words.at
    })
}

fn half(words: MarkWords) -> Decimal {
    words.width.checked_div(Decimal::TWO).unwrap_or_default()
}

fn centred(words: MarkWords) -> Decimal {
    words.at.saturating_sub(half(words))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::restriction, reason = "a panic is how a test fails")]

    use super::*;
    use proptest::prelude::*;

    fn words(at: i64, width: i64) -> MarkWords {
        MarkWords { at: at.into(), width: width.into() }
    }

    #[test]
    fn words_with_room_stand_at_the_middle_of_their_mark() {
        assert_eq!(
            mark_places(&[words(20, 10), words(60, 10)]),
            [Some(MarkPlace::Around(20.into())), Some(MarkPlace::Around(60.into()))]
        );
    }

    #[test]
    fn words_in_each_others_way_move_aside() {
        let places = mark_places(&[words(30, 55), words(15, 19)]);
        assert_eq!(places, [Some(MarkPlace::From(21.into())), Some(MarkPlace::Until(19.into()))]);
    }

    #[test]
    fn words_without_room_are_left_out_and_the_first_ones_stay() {
        assert_eq!(mark_places(&[words(50, 60), words(51, 60)]), [Some(MarkPlace::Around(50.into())), None]);
    }

    proptest! {
        #[test]
        fn no_words_lie_over_others_or_leave_the_slider(marks in prop::collection::vec((0_i64..=100, 1_i64..60), 0..6)) {
            let marks: Vec<_> = marks.into_iter().map(|(at, width)| words(at, width)).collect();
            let mut placed = Vec::new();
            for (mark, place) in marks.iter().zip(mark_places(&marks)) {
                let left = match place {
                    None => continue,
                    Some(MarkPlace::From(left)) => left,
                    Some(MarkPlace::Around(middle)) => middle - mark.width / Decimal::TWO,
                    Some(MarkPlace::Until(right)) => right - mark.width,
                };
                placed.push((mark.at, left, left + mark.width));
            }
            placed.sort_by_key(|(at, left, _)| (*at, *left));
            prop_assert!(placed.iter().all(|(_, left, right)| *left >= Decimal::ZERO && *right <= Decimal::ONE_HUNDRED));
            prop_assert!(placed.windows(2).all(|two| two[0].2 < two[1].1), "{:?}", placed);
        }
    }
}
