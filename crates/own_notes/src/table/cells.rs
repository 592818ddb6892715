//! The cells of a line, and the numbers and years in them.

use rust_decimal::Decimal;

use super::{TOTALS, says_total};

/// The years that a budget may be about.
const YEARS: std::ops::RangeInclusive<u16> = 2000..=2100;

/// The cells of a line, the label first; without the empty ones after the last.
pub(super) fn cells_of(line: &str) -> Vec<String> {
    let tidy = |cells: Vec<&str>| -> Vec<String> {
        let mut cells: Vec<String> =
            cells.into_iter().map(|cell| cell.trim().trim_matches('"').trim().to_owned()).collect();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        cells
    };
    for mark in ['\t', ';', '|'] {
        if line.contains(mark) {
            return tidy(line.trim_matches('|').split(mark).collect());
        }
    }
    let line = line.trim();
    if line.contains("  ") {
        return tidy(line.split("  ").filter(|cell| !cell.trim().is_empty()).collect());
    }
    // The last column of a heading may add up the others.
    let total = TOTALS.iter().find_map(|total| {
        let at = line.len().checked_sub(total.trim_end().len())?;
        let (years, end) = line.split_at_checked(at)?;
        (end.eq_ignore_ascii_case(total.trim_end()) && years.ends_with(' ')).then_some((years.trim_end(), end))
    });
    if let Some((years, total)) = total
        && years.contains(|letter: char| letter.is_ascii_digit())
    {
        let mut cells = cells_of(years);
        cells.push(total.to_owned());
        return cells;
    }
    // The words of a label, and then numbers.
    let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
    let numbers = words.iter().rev().take_while(|word| is_part_of_number(word)).count();
    let (label, numbers) = words.split_at(words.len().saturating_sub(numbers));
    if label.is_empty() && numbers.is_empty() {
        return Vec::new();
    }
    let label = label.join(" ");
    std::iter::once(label).chain(numbers.iter().map(|number| (*number).to_owned())).collect()
}

/// The year that a cell of a heading names.
fn year(cell: &str) -> Option<u16> {
    let digits = cell.trim().trim_start_matches(['B', 'R', 'F']).get(..4)?;
    digits.parse::<u16>().ok().filter(|year| YEARS.contains(year) && cell.trim().len() <= 6)
}

/// The heading of a table.
#[derive(Debug, Default)]
pub(super) struct Heading {
    /// Its line of the pasted text; 0 where there is none.
    pub(super) line: u32,
    /// The years of its columns.
    pub(super) years: Vec<u16>,
    /// How many columns stand before those of the years.
    pub(super) before: usize,
    /// The column of the steering areas, among these.
    pub(super) areas: Option<usize>,
    /// Whether its last column adds up the others.
    pub(super) has_total: bool,
}

impl Heading {
    /// The heading that a line is; `None` for any other line.
    pub(super) fn of(line: u32, cells: &[String]) -> Option<Self> {
        let years = years_of(cells)?;
        let before = cells.iter().position(|cell| year(cell).is_some()).unwrap_or_default();
        let says_area = |cell: &String| {
            let cell = cell.to_lowercase();
            ["styringsområde", "bevillingsområde", "steering area"].iter().any(|name| cell.contains(name))
        };
        let areas = cells.iter().take(before).position(says_area).filter(|column| *column > 0);
        Some(Self { line, years, before, areas, has_total: cells.last().is_some_and(says_total) })
    }
}

/// The years of a heading; `None` for any other line.
pub(super) fn years_of(cells: &[String]) -> Option<Vec<u16>> {
    let years: Vec<u16> = cells.iter().filter_map(|cell| year(cell)).collect();
    let follow = years.windows(2).all(|pair| matches!(pair, [a, b] if a.checked_add(1) == Some(*b)));
    let has_other_numbers =
        cells.iter().skip(1).any(|cell| year(cell).is_none() && number(cell).is_some_and(|it| !it.is_zero()));
    (years.len() > 1 && follow && !has_other_numbers).then_some(years)
}

/// The number that a cell holds: `-1.234,5`, `(1,234)`, `− 12`, `1 234 kr.`. A dash, and a cell with nothing, is 0.
pub(super) fn number(cell: &str) -> Option<Decimal> {
    let text: String =
        cell.trim().trim_end_matches("kr.").trim_end_matches("kr").chars().filter(|c| *c != ' ').collect();
    if text.is_empty() || matches!(text.as_str(), "-" | "–" | "—" | "−") {
        return Some(Decimal::ZERO);
    }
    let in_parentheses = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    let (text, is_negative) = match in_parentheses {
        Some(text) => (text, true),
        None => match text.strip_prefix(['-', '–', '−']) {
            Some(text) => (text, true),
            None => (text.strip_prefix('+').unwrap_or(&text), false),
        },
    };
    let value = unsigned(text)?;
    Some(if is_negative { Decimal::ZERO.checked_sub(value)? } else { value })
}

/// A number without its sign. Of two kinds of mark the last one is the decimal mark. A single kind parts thousands where each group after
/// it has three digits.
fn unsigned(text: &str) -> Option<Decimal> {
    let is_known = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    if text.is_empty() || !text.chars().all(is_known) || !text.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let last = text.rfind(['.', ',']);
    let Some(last) = last else { return text.parse().ok() };
    let mark = text.get(last..)?.chars().next()?;
    let has_both = text.contains('.') && text.contains(',');
    let (before, after) = (text.get(..last)?, text.get(last.checked_add(1)?..)?);
    let groups: Vec<&str> = text.split(mark).collect();
    // A comma before three digits parts thousands in English, and is seldom a decimal mark in a table of amounts.
    let begins = groups.first().is_some_and(|group| (1..=3).contains(&group.len()) && *group != "0");
    if !has_both && begins && groups.iter().skip(1).all(|group| group.len() == 3) {
        return groups.concat().parse().ok();
    }
    let whole: String = before.chars().filter(char::is_ascii_digit).collect();
    format!("{}.{after}", if whole.is_empty() { "0" } else { &whole }).parse().ok()
}

/// Whether a word is a number, or a part of one in parentheses that a space has parted.
pub(super) fn is_part_of_number(word: &str) -> bool {
    let has_digit = word.contains(|letter: char| letter.is_ascii_digit());
    number(word).is_some() || (has_digit && number(word.trim_matches(['(', ')'])).is_some())
}
