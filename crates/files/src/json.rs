//! Writes a scenario with its outcome as JSON, in the format of [`engine::scenario_file`].

use super::Subject;
use engine::scenario_file::file;

/// The text of the file, indented for people to read.
///
/// # Errors
/// Passes on an error of the JSON writer. None is expected: numbers, texts and lists can always be written.
pub fn write(subject: &Subject<'_>) -> Result<String, serde_json::Error> {
    let file = file(&subject.computed, &subject.address, &subject.day.iso());
    let mut text = serde_json::to_string_pretty(&file)?;
    text.push('\n');
    Ok(text)
}
