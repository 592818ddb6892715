//! What a file about a link is called.

use super::{RESERVED, Title, key};
use crate::day::Day;

/// The longest part of a name that is made of a title, in characters.
const LONGEST: usize = 40;

/// The name of a file about what a link of the page shows, without its ending: what it is of, the sender's title, `changed` where
/// numbers of the note are changed, and the day.
///
/// ```
/// use engine::day::Day;
/// use engine::link::file_name;
///
/// let day = Day { year: 2026, month: 3, day: 1 };
/// assert_eq!(file_name("ips-2018", "v=1&note=ips-2018", "changed", day), "ips-2018-2026-03-01");
/// assert_eq!(file_name("ips-2018", "v=1&note=ips-2018&caseload=20", "changed", day), "ips-2018-changed-2026-03-01");
/// let titled = "v=1&title=F~e6~rre_sager~3a~_20~2f~25&note=ips-2018&caseload=20";
/// assert_eq!(file_name("ips-2018", titled, "changed", day), "ips-2018-Færre-sager-20-25-changed-2026-03-01");
/// ```
#[must_use]
pub fn file_name(of: &str, link: &str, changed: &str, day: Day) -> String {
    let title = title_of(link).map(|title| as_name(title.words())).filter(|name| !name.is_empty());
    let is_changed = keys_and_values(link).any(|(key, _)| is_change(key));
    let changed = is_changed.then(|| changed.to_owned());
    [Some(of.to_owned()), title, changed, Some(day.iso())].into_iter().flatten().collect::<Vec<_>>().join("-")
}

/// What the page is called with notes of the reader's inside, of which this is the last.
#[must_use]
pub fn page_with_notes(document: &str) -> String {
    format!("indsatsregner-{document}.html")
}

/// The sender's title in a link of the page; `None` where there is none.
#[must_use]
pub fn title_of(link: &str) -> Option<Title> {
    let (_, title) = keys_and_values(link).find(|(key, _)| *key == key::TITLE)?;
    Title::decoded(title)
}

fn keys_and_values(link: &str) -> impl Iterator<Item = (&str, &str)> {
    link.split('&').filter_map(|part| part.split_once('='))
}

/// Whether a key stands for something that differs from the note.
fn is_change(key: &str) -> bool {
    let is_of_another = key.starts_with(key::OTHER) || key.starts_with(key::AT);
    key == key::POSTS || !(is_of_another || RESERVED.contains(&key))
}

/// The letters and digits of a text, with a hyphen for whatever stands between them. No system forbids these in names.
fn as_name(words: &str) -> String {
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words.collect::<Vec<_>>().join("-").chars().take(LONGEST).collect();
    name.trim_end_matches('-').to_owned()
}
