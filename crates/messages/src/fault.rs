//! What is wrong with a language file.

use std::fmt;

/// A fault, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The path of the file.
    pub path: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The key of the message with its sections; empty where the file is no TOML.
    pub key: String,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, key, what } = self;
        if key.is_empty() { write!(f, "{path}:{line}: {what}") } else { write!(f, "{path}:{line}: {key}: {what}") }
    }
}
