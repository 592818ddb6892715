//! The glue between the browser and the wasm, made to use scripts of the page.

use super::PublishError;

/// The glue with a script before it, and with the script's ways in place of those that the glue has. What was published is published again.
///
/// # Errors
/// The glue has none of one of these ways.
pub(super) fn with_ways(name: &str, glue: &str, script: &str, ways: &[(&str, &str)]) -> Result<String, PublishError> {
    // A glue that was shortened has no blanks, and other signs behind them.
    let without_blanks = |text: &str| text.split_whitespace().collect::<String>();
    let plain = without_blanks(glue);
    if ways.iter().all(|(_, ours)| plain.contains(without_blanks(ours).trim_end_matches(['(', '=', ';']))) {
        return Ok(glue.to_owned());
    }
    let mut own = glue.to_owned();
    for (theirs, ours) in ways {
        if !own.contains(theirs) {
            return Err(PublishError::Missing(format!("{name}: {theirs}")));
        }
        own = own.replace(theirs, ours);
    }
    Ok(format!("{script}\n{own}"))
}
