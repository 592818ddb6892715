//! A file that could not be used.

/// What is said of a file that could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unusable {
    /// One sentence for each line of the notice, that on the whole file first.
    pub said: Vec<String>,
    /// Whether its text is in hand now, with the list of all that hinders.
    pub is_in_hand: bool,
    /// Rises with each such file, so that the same one is news again.
    pub number: u32,
}
