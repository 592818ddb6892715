//! Where the words at the marks of a slider stand, so that none lies over another one.

use rust_decimal::Decimal;

use model::ordered::by_key;
use model::sums::{compared, least, minus, most, per, plus};

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

/// Words on a slider, for one mark or for neighbours that have no room for their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkLabel {
    /// The marks that they name, from the left to the right.
    pub marks: Vec<usize>,
    /// Where they stand.
    pub place: MarkPlace,
}

/// Marks in order, the first and the last of them, how wide their words are, and where these begin.
#[derive(Debug, Clone)]
struct Group {
    marks: Vec<usize>,
    from: Decimal,
    to: Decimal,
    width: Decimal,
    left: Decimal,
}

/// The words for marks, each above its own mark or aside of its middle, but never beside it. Neighbours that have no room for that
/// share their words: `width_of_several` is how wide those of these marks are. Those that come first have room first, and a mark that
/// has none has no words.
#[must_use]
pub fn mark_labels(marks: &[MarkWords], width_of_several: impl Fn(&[usize]) -> Decimal) -> Vec<MarkLabel> {
    let mut row: Vec<Group> = Vec::new();
    for (index, words) in marks.iter().enumerate() {
        let before = row.iter().position(|group| compared(group.from, words.at).is_gt()).unwrap_or(row.len());
        let own = Group { marks: vec![index], from: words.at, to: words.at, width: words.width, left: Decimal::ZERO };
        let mut with_it = row.clone();
        with_it.insert(before, own);
        let joined = |first: usize| joined(&with_it, first, marks, &width_of_several);
        let neighbours = [before.checked_sub(1).and_then(joined), joined(before)].into_iter().flatten();
        let mut ways = [with_it.clone()].into_iter().chain(neighbours);
        if let Some(apart) = ways.find_map(set_apart) {
            row = apart;
        }
    }
    row.into_iter().map(|group| MarkLabel { place: place_of(&group), marks: group.marks }).collect()
}

/// The row in which one group has the words of the next one too.
fn joined(
    row: &[Group],
    first: usize,
    marks: &[MarkWords],
    width_of_several: &impl Fn(&[usize]) -> Decimal,
) -> Option<Vec<Group>> {
    let (left, right) = row.get(first).zip(row.get(first.saturating_add(1)))?;
    let of_both = [left.marks.as_slice(), right.marks.as_slice()].concat();
    // A mark may lie between those of a group.
    let of_both = by_key(of_both, |index| marks.get(*index).map(|mark| mark.at));
    let width = width_of_several(&of_both);
    let (from, to) = (least(left.from, right.from), most(left.to, right.to));
    let group = Group { marks: of_both, from, to, width, left: Decimal::ZERO };
    let others = row.iter().enumerate().filter(|(index, _)| *index != first.saturating_add(1));
    Some(others.map(|(index, other)| if index == first { group.clone() } else { other.clone() }).collect())
}

/// Which point of its room a group keeps to. On a wide slider the words fill a part of the room only: the one where their marks are.
fn place_of(group: &Group) -> MarkPlace {
    let third = per(group.width, Decimal::from(3)).unwrap_or_default();
    let middle = middle(group);
    if compared(middle, plus(group.left, third)).is_lt() {
        MarkPlace::From(group.left)
    } else if compared(middle, minus(right(group), third)).is_gt() {
        MarkPlace::Until(right(group))
    } else {
        MarkPlace::Around(plus(group.left, half(group)))
    }
}

/// Gives groups that are in order their beginnings; `None` where there is no room for all of them.
fn set_apart(mut row: Vec<Group>) -> Option<Vec<Group>> {
    // As far to the right as those further right allow, and then no further to the left than those further left allow.
    let mut right_end = Decimal::ONE_HUNDRED;
    for group in row.iter_mut().rev() {
        group.left = least(minus(middle(group), half(group)), minus(right_end, group.width));
        right_end = minus(group.left, BETWEEN);
    }
    let mut left_end = Decimal::ZERO;
    for group in &mut row {
        group.left = most(group.left, left_end);
        left_end = plus(right(group), BETWEEN);
    }
    let has_room = |group: &Group| {
        compared(right(group), Decimal::ONE_HUNDRED).is_le()
            && compared(group.left, group.from).is_le()
            && compared(right(group), group.to).is_ge()
    };
    row.iter().all(has_room).then(|| flagged(row))
}

/// Words that have moved aside begin or end at their mark where there is room for that, so that it is plain whose they are.
fn flagged(mut row: Vec<Group>) -> Vec<Group> {
    for index in 0..row.len() {
        let end_before =
            index.checked_sub(1).and_then(|before| row.get(before)).map(|group| plus(right(group), BETWEEN));
        let from = end_before.unwrap_or_default();
        let after = index.checked_add(1).and_then(|after| row.get(after)).map(|group| minus(group.left, BETWEEN));
        let until = after.unwrap_or(Decimal::ONE_HUNDRED);
        let Some(group) = row.get_mut(index) else { continue };
        let is_aside = compared(group.left, minus(middle(group), half(group))).is_ne();
        if is_aside && compared(group.from, group.to).is_eq() {
            let beside = [group.from, minus(group.from, group.width)];
            let has_room =
                |left: &Decimal| compared(*left, from).is_ge() && compared(plus(*left, group.width), until).is_le();
            group.left = beside.into_iter().find(has_room).unwrap_or(group.left);
        }
    }
    row
}

fn right(group: &Group) -> Decimal {
    plus(group.left, group.width)
}

fn half(group: &Group) -> Decimal {
    per(group.width, Decimal::TWO).unwrap_or_default()
}

fn middle(group: &Group) -> Decimal {
    per(plus(group.from, group.to), Decimal::TWO).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::restriction, reason = "a panic is how a test fails")]

    use super::*;
    use proptest::prelude::*;

    fn words(at: i64, width: i64) -> MarkWords {
        MarkWords { at: at.into(), width: width.into() }
    }

    /// The labels, where several marks have words of this width.
    fn labels(marks: &[MarkWords], several: i64) -> Vec<(Vec<usize>, MarkPlace)> {
        mark_labels(marks, |_| several.into()).into_iter().map(|label| (label.marks, label.place)).collect()
    }

    #[test]
    fn words_with_room_stand_at_the_middle_of_their_mark() {
        let expected = [(vec![0], MarkPlace::Around(20.into())), (vec![1], MarkPlace::Around(60.into()))];
        assert_eq!(labels(&[words(20, 10), words(60, 10)], 22), expected);
    }

    #[test]
    fn words_in_each_others_way_move_aside() {
        let expected = [(vec![1], MarkPlace::Until(19.into())), (vec![0], MarkPlace::From(21.into()))];
        assert_eq!(labels(&[words(30, 75), words(15, 19)], 98), expected);
    }

    #[test]
    fn words_that_move_aside_begin_or_end_at_their_mark_where_there_is_room() {
        let expected = [(vec![1], MarkPlace::Until(19.into())), (vec![0], MarkPlace::From(30.into()))];
        assert_eq!(labels(&[words(30, 55), words(15, 19)], 80), expected);
        let expected = [(vec![0], MarkPlace::Until(70.into())), (vec![1], MarkPlace::Around(85.into()))];
        assert_eq!(labels(&[words(70, 55), words(85, 18)], 80), expected);
    }

    #[test]
    fn neighbours_without_room_for_their_own_words_share_them() {
        assert_eq!(labels(&[words(8, 22), words(17, 17)], 28), [(vec![0, 1], MarkPlace::Around(14.into()))]);
        assert_eq!(
            labels(&[words(57, 17), words(48, 22)], 28),
            [(vec![1, 0], MarkPlace::Around(Decimal::new(525, 1)))]
        );
    }

    #[test]
    fn words_without_any_room_are_left_out_and_the_first_ones_stay() {
        assert_eq!(labels(&[words(50, 60), words(51, 60)], 120), [(vec![0], MarkPlace::Around(50.into()))]);
    }

    proptest! {
        #[test]
        fn words_cover_their_marks_and_neither_others_nor_the_ends(marks in prop::collection::vec((0_i64..=100, 1_i64..60), 0..6)) {
            let marks: Vec<_> = marks.into_iter().map(|(at, width)| words(at, width)).collect();
            let sum = |of: &[usize]| of.iter().map(|index| marks[*index].width).sum::<Decimal>();
            let mut end = Decimal::NEGATIVE_ONE;
            let mut named = Vec::new();
            for label in mark_labels(&marks, sum) {
                let width = sum(&label.marks);
                let left = match label.place {
                    MarkPlace::From(left) => left,
                    MarkPlace::Around(middle) => middle - width / Decimal::TWO,
                    MarkPlace::Until(right) => right - width,
                };
                prop_assert!(left > end && left + width <= Decimal::ONE_HUNDRED, "{:?}", label);
                end = left + width;
                for mark in &label.marks {
                    prop_assert!(left <= marks[*mark].at && marks[*mark].at <= end, "{:?}", label);
                }
                prop_assert!(label.marks.windows(2).all(|two| marks[two[0]].at <= marks[two[1]].at));
                named.extend(label.marks);
            }
            named.sort_unstable();
            let count = named.len();
            named.dedup();
            prop_assert_eq!(named.len(), count, "every mark is named once at most");
        }
    }
}
