//! Which drivers and which lines of two notes belong together.

use super::{DriverPair, Pair, Row, Valued, amounts};
use model::evaluate::Outcome;
use model::money::Thousands;
use model::note::{Driver, DriverIx, Line, Year};
use model::scenario::Scenario;

/// The drivers that differ or that only one note has. `rows` are those of both notes.
pub(super) fn drivers<'n>(scenarios: Pair<&Scenario<'n>>, rows: &[Row<'n>]) -> Vec<DriverPair<'n>> {
    let find = |scenario: &Scenario<'n>, id: &str| -> Valued<'n> {
        let variant = scenario.note().variant;
        let ix = variant.find_driver(id)?;
        Some((variant.driver(ix)?, scenario.value(ix)?))
    };
    let ids = |scenario: &Scenario<'n>| scenario.note().variant.drivers.iter().map(|driver| driver.id.as_str());
    let known: Vec<&str> = ids(scenarios.left).collect();
    let is_shared = |id: &str| known.contains(&id) && are_same_driver(scenarios, rows, id);
    let of_left = known.iter().map(|id| DriverPair {
        id,
        values: Pair {
            left: find(scenarios.left, id),
            right: if is_shared(id) { find(scenarios.right, id) } else { None },
        },
    });
    let others = ids(scenarios.right).filter(|id| !is_shared(id));
    let of_right = others.map(|id| DriverPair { id, values: Pair { left: None, right: find(scenarios.right, id) } });
    let differs = |pair: &DriverPair<'n>| pair.values.map(|valued| valued.map(|(_, value)| value)).differs();
    of_left.chain(of_right).filter(differs).collect()
}

/// Whether the drivers with this id belong to the same row in both notes. Those that belong to no row are the same.
fn are_same_driver(scenarios: Pair<&Scenario<'_>>, rows: &[Row<'_>], id: &str) -> bool {
    let ixs = scenarios.map(|scenario| scenario.note().variant.find_driver(id));
    let is_master = |scenario: &Scenario<'_>, ix: Option<DriverIx>| {
        ix.and_then(|ix| scenario.note().variant.driver(ix)).is_some_and(Driver::is_master)
    };
    if is_master(scenarios.left, ixs.left) && is_master(scenarios.right, ixs.right) {
        return true;
    }
    let is_in = |lines: &[&Line], ix: Option<DriverIx>| lines.iter().any(|line| ix.is_some_and(|ix| reads(line, ix)));
    let in_rows: Vec<Pair<bool>> = rows
        .iter()
        .map(|row| Pair { left: is_in(&row.lines.left, ixs.left), right: is_in(&row.lines.right, ixs.right) })
        .collect();
    let is_read = Pair { left: in_rows.iter().any(|row| row.left), right: in_rows.iter().any(|row| row.right) };
    !is_read.left || !is_read.right || in_rows.iter().any(|row| row.left && row.right)
}

/// Whether a line is computed with this driver.
fn reads(line: &Line, driver: DriverIx) -> bool {
    line.formula.drivers().any(|ix| ix == driver)
}

/// The rows of the left note, each with the same row of the right note. Then the rows that only the right note has.
pub(super) fn rows<'n>(scenarios: Pair<&Scenario<'n>>, outcomes: Pair<&Outcome>, years: &[Year]) -> Vec<Row<'n>> {
    let lines = scenarios.map(|scenario: &Scenario<'n>| scenario.note().variant.lines.as_slice());
    let groups = Pair { left: groups(lines.left, lines.right), right: groups(lines.right, lines.left) };
    let mut matched: Vec<usize> = Vec::new();
    let mut places: Vec<Pair<Vec<usize>>> = Vec::new();
    for group in &groups.left {
        // If two efforts borrow the same saving, each has a line with the same id.
        let right = groups.right.iter().enumerate().position(|(index, other)| {
            !matched.contains(&index) && are_same_row((lines.left, group), (lines.right, other))
        });
        matched.extend(right);
        let right = right.and_then(|index| groups.right.get(index)).cloned().unwrap_or_default();
        places.push(Pair { left: group.clone(), right });
    }
    let others = groups.right.into_iter().enumerate().filter(|(index, _)| !matched.contains(index));
    places.extend(others.map(|(_, right)| Pair { left: Vec::new(), right }));
    let row = |places: Pair<Vec<usize>>| {
        let cells = |outcome: &Outcome, group: &[usize]| {
            let of_lines = group.iter().filter_map(|index| outcome.lines.get(*index)).map(|line| line.cells.clone());
            let add = |sum: Vec<Thousands>, cells: Vec<Thousands>| {
                sum.into_iter().zip(cells).map(|(sum, cell)| sum.plus(cell)).collect()
            };
            of_lines.reduce(add)
        };
        let cells = Pair { left: cells(outcomes.left, &places.left), right: cells(outcomes.right, &places.right) };
        let of_note = |lines: &'n [Line], group: &[usize]| group.iter().filter_map(|index| lines.get(*index)).collect();
        Row {
            lines: Pair { left: of_note(lines.left, &places.left), right: of_note(lines.right, &places.right) },
            places,
            amounts: amounts(outcomes, &cells, years),
        }
    };
    places.into_iter().map(row).collect()
}

/// The lines of a note by position. Those that make up a row which the other note has too are together; every other line
/// is alone.
fn groups(lines: &[Line], others: &[Line]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let key = line.same_row.as_ref().filter(|key| others.iter().any(|other| other.same_row.as_ref() == Some(key)));
        let is_same = |group: &&mut Vec<usize>| {
            let first = group.first().and_then(|first| lines.get(*first));
            key.is_some() && first.is_some_and(|first| first.same_row.as_ref() == key)
        };
        match groups.iter_mut().find(is_same) {
            Some(group) => group.push(index),
            None => groups.push(vec![index]),
        }
    }
    groups
}

/// Whether two groups of lines are the same row: by the key that the notes share, or else by the id of their only line. A
/// line that the data relates to other notes is no row of a note that it does not relate to any.
fn are_same_row(left: (&[Line], &[usize]), right: (&[Line], &[usize])) -> bool {
    fn first<'l>((lines, group): (&'l [Line], &[usize])) -> Option<&'l Line> {
        lines.get(*group.first()?)
    }
    let (Some(one), Some(other)) = (first(left), first(right)) else { return false };
    let shares_key = one.same_row.is_some() && one.same_row == other.same_row;
    let are_related_alike = one.same_row.is_some() == other.same_row.is_some();
    shares_key
        || (are_related_alike
            && left.1.len() == 1
            && right.1.len() == 1
            && one.id == other.id
            && one.side == other.side)
}
