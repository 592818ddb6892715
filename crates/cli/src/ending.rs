//! How the program ends.

use std::io;
use std::path::Path;

/// What a command that did its work has to say to whoever called it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Nothing was found.
    Fine,
    /// Something was found: faults in a file, findings, or parts of a link that could not be applied.
    Found,
}

impl Ending {
    /// The ending of a command that found something, or nothing.
    pub(crate) const fn of(is_found: bool) -> Self {
        if is_found { Self::Found } else { Self::Fine }
    }

    /// The ending of two parts of the work.
    pub(crate) const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Fine, Self::Fine) => Self::Fine,
            _ => Self::Found,
        }
    }

    /// The exit code.
    pub(crate) const fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Found => 1,
        }
    }
}

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Stopped {
    /// It was called in a wrong way. The sentence says what is wrong.
    Misused(String),
    /// A file cannot be read, used or written. The sentence names it.
    File(String),
    /// The output cannot be written.
    Output(io::Error),
}

impl Stopped {
    /// A file cannot be read or written.
    pub(crate) fn file(path: &Path, error: &io::Error) -> Self {
        Self::File(format!("{}: {error}", path.display()))
    }

    /// The exit code.
    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::Misused(_) => 2,
            Self::File(_) | Self::Output(_) => 3,
        }
    }

    /// What is said of it.
    pub(crate) fn sentence(&self) -> String {
        match self {
            Self::Misused(sentence) | Self::File(sentence) => sentence.clone(),
            Self::Output(error) => format!("standard output: {error}"),
        }
    }
}

impl From<io::Error> for Stopped {
    /// Only output fails without a name; files have theirs: see [`Stopped::file`].
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
