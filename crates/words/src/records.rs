//! The records of the language files.

/// A word and its meaning, in the rules and the glossary of the method screen.
#[derive(Debug, Clone, Copy)]
pub struct Term {
    /// The word.
    pub name: &'static str,
    /// The Danish word of the documents; `None` where the page is in Danish or the word is the same.
    pub danish: Option<&'static str>,
    /// What the word means.
    pub meaning: &'static str,
}

/// A passage of the accessibility statement: a heading with a paragraph or a list.
#[derive(Debug, Clone, Copy)]
pub struct Passage {
    /// The heading.
    pub title: &'static str,
    /// One sentence for a paragraph, several for a list.
    pub sentences: &'static [&'static str],
}

/// What the form in which notes are written calls a field, or a choice of one.
#[derive(Debug, Clone, Copy)]
pub struct FormWord {
    /// Which it is: the name of its table in the format, a point, and its own name; behind `=` a choice.
    pub of: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// More about it.
    pub help: Option<&'static str>,
    /// The button that adds one.
    pub add: Option<&'static str>,
}
