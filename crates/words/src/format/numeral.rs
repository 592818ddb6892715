//! Reads digits and the marks between them.

use rust_decimal::Decimal;

use super::Unreadable;

/// The most decimals that a number may have.
const MOST_DECIMALS: u32 = 20;

/// A number as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Numeral {
    /// The number.
    pub(crate) number: Decimal,
    /// How many decimals were written, zeros at the end included.
    pub(crate) decimals: u32,
    /// Whether it would be another number for those who write the other mark between groups.
    pub(crate) is_ambiguous: bool,
}

/// Reads digits with marks, where `thousands`, `.` or `,`, is the mark between groups of three digits. The other one is often
/// meant for it nonetheless, so that only a single mark before exactly three digits depends on it.
///
/// # Errors
/// Returns [`Unreadable`] where the text is not clearly a number.
pub(crate) fn numeral(text: &str, thousands: char) -> Result<Numeral, Unreadable> {
    let marked = marked(text, thousands).ok_or(Unreadable::NotANumber)?;
    let Marked { whole, decimals, is_ambiguous } = marked;
    let written = u32::try_from(decimals.len()).map_err(|_| Unreadable::NotANumber)?;
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let point = if decimals.is_empty() { "" } else { "." };
    // From here on the text is a number. If a decimal cannot hold it, it is too large.
    let whole = digits.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let number: Decimal = format!("{whole}{point}{decimals}").parse().map_err(|_| Unreadable::TooLarge)?;
    if written > MOST_DECIMALS {
        return Err(Unreadable::NotANumber);
    }
    Ok(Numeral { number, decimals: written, is_ambiguous })
}

struct Marked<'t> {
    whole: &'t str,
    decimals: &'t str,
    is_ambiguous: bool,
}

/// What stands before and behind the mark of the decimals; `None` where the text is not clearly a number.
fn marked(text: &str, thousands: char) -> Option<Marked<'_>> {
    let count = |wanted: &[char]| text.matches(wanted).count();
    let (dots, commas, others) = (count(&['.']), count(&[',']), count(&[' ', '\'']));
    let mut is_ambiguous = false;
    let decimal_mark = match (dots, commas, others) {
        (1, 0, 0) | (0, 1, 0) => {
            let mark = if dots == 1 { '.' } else { ',' };
            is_ambiguous = is_grouped(text, mark);
            (!is_ambiguous || mark != thousands).then_some(mark)
        }
        // Spaces and apostrophes separate groups, so that a mark beside them is that of the decimals.
        (1, 0, _) => Some('.'),
        (0, 1, _) => Some(','),
        // No mark, or several of one kind, which separate groups.
        (_, 0, 0) | (0, _, 0) | (0, 0, _) => None,
        (_, _, 0) => text.chars().rev().find(|letter| matches!(letter, '.' | ',')),
        _ => return None,
    };
    let (whole, decimals) = match decimal_mark {
        None => (text, ""),
        Some(mark) => text.rsplit_once(mark)?,
    };
    let mut marks = whole.chars().filter(|letter| !letter.is_ascii_digit());
    let group_mark = marks.next();
    let is_clear = match group_mark {
        None => true,
        Some(mark) => marks.all(|other| other == mark) && decimal_mark != Some(mark) && is_grouped(whole, mark),
    };
    let has_digits = text.chars().any(|letter| letter.is_ascii_digit());
    let decimals_are_digits = decimals.chars().all(|letter| letter.is_ascii_digit());
    (is_clear && has_digits && decimals_are_digits).then_some(Marked { whole, decimals, is_ambiguous })
}

/// Whether the digits are a group of one to three, followed by groups of exactly three. `0.125` is not grouped, because
/// a first group cannot be a single zero.
fn is_grouped(digits: &str, mark: char) -> bool {
    let mut groups = digits.split(mark);
    let first = groups.next().unwrap_or("");
    (1..=3).contains(&first.len()) && first != "0" && groups.all(|group| group.len() == 3)
}
