//! Numbers that spaces have parted: in the text of a PDF, `1 200 1 200` may be two amounts.

/// The cells of a row, with the groups of each number joined so that there are `count` of them. `None` where that can be done in no way, or in
/// more than one: nobody then knows which one is meant.
pub(super) fn joined(cells: &[String], count: usize) -> Option<Vec<String>> {
    let followers = cells.len().checked_sub(count).filter(|_| count > 0)?;
    let mut kinds: Vec<Kind> = Vec::new();
    for (index, cell) in cells.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| Some((cells.get(before)?, *kinds.get(before)?)));
        kinds.push(before.map_or(Kind::Begins, |(before, kind)| kind_after(before, kind, cell)));
    }
    let must = kinds.iter().filter(|kind| **kind == Kind::Follows).count();
    let may = kinds.iter().filter(|kind| **kind != Kind::Begins).count();
    // Where some of those that may follow do not, nothing says which.
    let with_those_that_may = if must == followers {
        false
    } else if may == followers {
        true
    } else {
        return None;
    };
    let mut joined: Vec<String> = Vec::new();
    for (cell, kind) in cells.iter().zip(kinds) {
        let is_joined = kind == Kind::Follows || (kind == Kind::MayFollow && with_those_that_may);
        match joined.last_mut().filter(|_| is_joined) {
            Some(number) => number.push_str(cell),
            None => joined.push(cell.clone()),
        }
    }
    // Nobody parts thousands in one number of a row and not in another: the long one is a year, or a part of the label.
    let is_long =
        |cell: &String| cell.len() > 3 && cell.bytes().all(|byte| byte.is_ascii_digit()) && cells.contains(cell);
    // A dash before the numbers may be a cell with nothing, or end the label.
    let rest = cells.split_first().filter(|(first, _)| matches!(first.as_str(), "-" | "–" | "—" | "−"));
    let may_be_of_label = rest.is_some_and(|(_, rest)| self::joined(rest, count).is_some());
    let is_sure = joined.len() == cells.len() || !(joined.iter().any(is_long) || may_be_of_label);
    is_sure.then_some(joined)
}

/// What a group of digits is beside the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It begins a number.
    Begins,
    /// It goes on the number before it, or is one itself.
    MayFollow,
    /// It goes on the number before it: no number begins with a zero.
    Follows,
}

/// A group can go on a number that has three digits, and decimals at most behind the last.
fn kind_after(before: &str, kind: Kind, group: &str) -> Kind {
    let digits = before.trim_start_matches(['-', '–', '−', '+', '(']);
    let goes_on = (1..=3).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && (!digits.starts_with('0') || kind != Kind::Begins);
    let whole = group.trim_end_matches(')');
    let (whole, decimals) = whole.split_once(',').unwrap_or((whole, ""));
    let is_group = whole.len() == 3 && whole.bytes().chain(decimals.bytes()).all(|byte| byte.is_ascii_digit());
    match goes_on && is_group {
        false => Kind::Begins,
        true if whole.starts_with('0') => Kind::Follows,
        true => Kind::MayFollow,
    }
}
