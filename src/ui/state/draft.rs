//! The text of a note that the reader is writing or mending.

/// The text of a note, with what hinders it from being used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The name of the file.
    pub name: String,
    /// The text.
    pub text: String,
    /// What hinders, in the order of the text.
    pub problems: Vec<Problem>,
}

/// Something in a text that hinders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1; 0 where it is about the whole text.
    pub line: u32,
    /// The column, from 1; 0 where it is about the whole text.
    pub column: u32,
    /// What stands there.
    pub passage: String,
    /// What is wrong with it, in the language of the page.
    pub sentence: String,
}
