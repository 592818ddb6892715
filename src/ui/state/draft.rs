//! The text of a note that the reader is writing or mending.

use std::rc::Rc;

/// The text of a note, with what hinders it from being used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// The name of the file; empty where it is called as its note is.
    pub name: String,
    /// The text.
    pub text: Rc<str>,
    /// What hinders, in the order of the text.
    pub problems: Vec<Problem>,
    /// Whether the reader begins with the form, and not with the text.
    pub is_form: bool,
    /// The id of the note that is there and that the reader changes; `None` where it is to be another one.
    pub of: Option<String>,
    /// The texts before it, the last one last, as far as they can be taken back.
    past: Rc<Vec<Rc<str>>>,
    /// Whether the last change was typed into the text itself: all that is typed there is one step.
    is_typed: bool,
}

/// How many changes of a text can be taken back.
const MOST_STEPS: usize = 50;

impl Draft {
    /// A text of a file.
    #[must_use]
    pub fn new(name: String, text: &str) -> Self {
        Self { name, text: text.into(), ..Self::default() }
    }

    /// A text to write in the form.
    #[must_use]
    pub fn in_form(name: String, text: &str) -> Self {
        Self { is_form: true, ..Self::new(name, text) }
    }

    /// The text of a note that is there, by its id.
    #[must_use]
    pub fn of_note(self, of: Option<&str>) -> Self {
        Self { of: of.map(str::to_owned), ..self }
    }

    /// With what hinders.
    #[must_use]
    pub fn with_problems(self, problems: Vec<Problem>) -> Self {
        Self { problems, ..self }
    }

    /// Whether nothing is lost with it once a file is open: it has the same text, or is what was opened of that file before and nobody
    /// changed.
    pub(super) fn is_done_with(&self, name: &str, text: &str) -> bool {
        *self.text == *text || (self.name == name && !self.can_take_back())
    }

    /// Whether there is a change to take back.
    #[must_use]
    pub fn can_take_back(&self) -> bool {
        !self.past.is_empty()
    }

    /// After a change; `is_typed`: whether it was typed into the text itself.
    pub(super) fn changed(&self, text: &str, is_typed: bool) -> Self {
        let mut past = self.past.clone();
        if *text != *self.text && !(is_typed && self.is_typed) {
            let steps = Rc::make_mut(&mut past);
            steps.push(self.text.clone());
            if steps.len() > MOST_STEPS {
                steps.remove(0);
            }
        }
        Self { text: text.into(), problems: Vec::new(), past, is_typed, is_form: !is_typed, ..self.clone() }
    }

    /// Before the last change; as it is where there was none.
    pub(super) fn before(&self) -> Self {
        let mut past = self.past.clone();
        let text = Rc::make_mut(&mut past).pop().unwrap_or_else(|| self.text.clone());
        Self { text, problems: Vec::new(), past, is_typed: false, ..self.clone() }
    }
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

#[cfg(test)]
mod tests {
    use crate::ui::state::draft::{Draft, MOST_STEPS};

    fn texts(draft: &Draft) -> Vec<String> {
        let mut texts = vec![draft.text.to_string()];
        let mut draft = draft.clone();
        while draft.can_take_back() {
            draft = draft.before();
            texts.push(draft.text.to_string());
        }
        texts
    }

    #[test]
    fn each_change_of_the_form_is_taken_back_alone_and_what_was_typed_at_once() {
        let draft = Draft::new(String::new(), "a").changed("b", false).changed("b", false).changed("c", false);
        assert_eq!(texts(&draft), ["c", "b", "a"]);
        let draft = draft.changed("cd", true).changed("cde", true).changed("f", false).before().changed("g", true);
        assert_eq!(texts(&draft), ["g", "cde", "c", "b", "a"]);
    }

    #[test]
    fn the_past_has_an_end() {
        let long = (0..200).fold(Draft::default(), |draft, number| draft.changed(&number.to_string(), false));
        assert_eq!(texts(&long).len(), MOST_STEPS + 1);
    }
}
