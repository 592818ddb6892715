//! Puts the style sheet together: the entry names the files that lie beside what they are the look of.

/// The name of the page's style sheet.
pub const STYLES: &str = "style.css";

/// Why the style sheet cannot be put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StyleError {
    /// A file that the entry names is not there.
    Missing(String),
    /// A file names files of its own, or names one where rules stand already: browsers would leave it out.
    Misplaced(String),
}

impl std::fmt::Display for StyleError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing(name) => write!(out, "{name} is named in the style sheet, but it is not there"),
            Self::Misplaced(line) => write!(out, "{line:?} stands where no style sheet may be named"),
        }
    }
}

impl std::error::Error for StyleError {}

/// The entry with each `@import "name";` replaced by the file of that name. Imports stand before all rules, each on a line of
/// its own, so that the entry also works as it is.
///
/// ```
/// let entry = "/* All. */\n@import \"a.css\";\n:root { --ink: black; }\n";
/// let put_together = site::styles::put_together(entry, |_| Some("p { color: var(--ink); }\n".to_owned())).unwrap();
/// assert_eq!(put_together, "/* All. */\np { color: var(--ink); }\n:root { --ink: black; }\n");
/// ```
///
/// # Errors
/// Returns [`StyleError`] where a named file is missing, or where one is named that browsers would leave out.
pub fn put_together(entry: &str, read: impl Fn(&str) -> Option<String>) -> Result<String, StyleError> {
    let mut sheet = String::new();
    let mut has_rules = false;
    for line in entry.lines() {
        let Some(rest) = line.trim_start().strip_prefix("@import") else {
            has_rules = has_rules || line.contains('{');
            sheet.push_str(line);
            sheet.push('\n');
            continue;
        };
        let name = rest.trim().strip_prefix('"').and_then(|rest| rest.strip_suffix("\";"));
        let Some(name) = name.filter(|_| !has_rules) else { return Err(StyleError::Misplaced(line.to_owned())) };
        let named = read(name).ok_or_else(|| StyleError::Missing(name.to_owned()))?;
        if let Some(inner) = named.lines().find(|line| line.trim_start().starts_with("@import")) {
            return Err(StyleError::Misplaced(format!("{name}: {inner}")));
        }
        sheet.push_str(&named);
        if !named.ends_with('\n') {
            sheet.push('\n');
        }
    }
    Ok(sheet)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::restriction, reason = "a panic is how a test fails")]

    use super::{StyleError, put_together};

    #[test]
    fn a_named_file_that_is_not_there_is_told() {
        let missing = put_together("@import \"a.css\";\n", |_| None);
        assert_eq!(missing, Err(StyleError::Missing("a.css".to_owned())));
    }

    #[test]
    fn what_browsers_would_leave_out_is_refused() {
        let read =
            |name: &str| Some(if name == "b.css" { "@import \"c.css\";" } else { "a { color: red; }" }.to_owned());
        for entry in ["p { color: red; }\n@import \"a.css\";", "@import url(a.css);", "@import \"b.css\";"] {
            assert!(matches!(put_together(entry, read), Err(StyleError::Misplaced(_))), "{entry}");
        }
    }
}
