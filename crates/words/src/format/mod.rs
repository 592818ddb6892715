//! Writes numbers as text, and reads the numbers that people type, paste and dictate.
//!
//! - `write`: numbers as a language writes them.
//! - `read`: what stands in the field of a driver, a number or a small calculation, as a value.
//!   `tidy` clears the text of what only looks different, `pieces` divides it, `numeral` reads digits and their marks, `units` the
//!   words around them, and `calculate` works out what several numbers give.

mod calculate;
mod numeral;
mod pieces;
mod read;
mod tidy;
mod units;
mod write;

use crate::messages::Messages;

pub use self::read::{Entry, Unreadable, WorkedOut};

/// The minus sign, which is longer than a hyphen.
pub const MINUS: char = '\u{2212}';

/// How a language writes numbers.
#[derive(Clone, Copy)]
pub struct Locale {
    messages: &'static Messages,
}

impl Locale {
    /// How the language with these messages writes numbers.
    pub(crate) const fn new(messages: &'static Messages) -> Self {
        Self { messages }
    }
}
