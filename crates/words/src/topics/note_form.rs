//! What the form says in which notes are written.

use crate::Words;
use crate::messages::at;
use crate::records::FormWord;

impl Words {
    /// What a field of the format is called, by the name of its table, a point and its own name; behind `=` a choice. `None` for what is
    /// only written in the text.
    #[must_use]
    pub fn form_word(self, of: &str) -> Option<&'static FormWord> {
        self.form_words().iter().find(|word| word.of == of)
    }

    /// What all fields of the form are called.
    #[must_use]
    pub fn form_words(self) -> &'static [FormWord] {
        self.messages().note_form.fields
    }

    /// The first choice of a list, where nothing is chosen. `is_required`: whether something has to be.
    #[must_use]
    pub fn form_unchosen(self, is_required: bool) -> &'static str {
        let messages = &self.messages().note_form;
        if is_required { messages.choose } else { messages.nothing }
    }

    /// That the note needs what a field is for.
    #[must_use]
    pub fn form_missing(self) -> &'static str {
        self.messages().note_form.missing
    }

    /// An item of a list without a name.
    #[must_use]
    pub fn form_unnamed(self) -> &'static str {
        self.messages().note_form.unnamed
    }

    /// What takes something away.
    #[must_use]
    pub fn form_removal(self, name: &str) -> String {
        self.messages().note_form.removal(name)
    }

    /// The field of a text in the language with this code.
    #[must_use]
    pub fn form_in_language(self, label: &str, code: &str) -> String {
        let messages = &self.messages().note_form;
        if code == "en" { messages.in_english(label) } else { messages.in_danish(label) }
    }

    /// The field of the amount in a year.
    #[must_use]
    pub fn form_amount_in(self, year: &str) -> String {
        self.messages().note_form.amount_in(year)
    }

    /// The first line of the text of a new note.
    #[must_use]
    pub fn form_comment(self) -> &'static str {
        self.messages().note_form.comment
    }

    /// A field by its name and that of what it is in.
    #[must_use]
    pub fn form_under(self, above: &str, below: &str) -> String {
        self.messages().note_form.under(at::Above(above), at::Below(below))
    }

    /// Something by its name and its number.
    #[must_use]
    pub fn form_with_value(self, name: &str, value: &str) -> String {
        self.messages().note_form.with_value(at::Name(name), at::Value(value))
    }
}
