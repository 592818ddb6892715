//! What the form says in which notes are written.

use rust_decimal::Decimal;

use crate::Words;
use crate::messages::at;
use crate::records::FormWord;
use model::fault::{Column, Fault};

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

    /// That no assumption is counted in any of these units, as the form calls them.
    #[must_use]
    pub fn form_none_fits(self, units: &[String]) -> String {
        self.messages().note_form.none_fits(super::join(units, self.messages().lists.or))
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

    /// That two items of a list have the same name. `list`: what the form calls it; `places`: where they stand in it, from 1.
    #[must_use]
    pub fn form_same_name(self, name: &str, list: &str, places: [usize; 2]) -> String {
        let [first, second] = places;
        let (list, name) = (at::List(list), at::Name(name));
        self.messages().note_form.same_name(at::First(first), list, name, at::Second(second))
    }

    /// That a row has a phase-in of its own. `phase_in`: what the form calls that of the effort; `own`: what it calls the row's.
    #[must_use]
    pub fn form_own_schedule(self, own: &str, phase_in: &str) -> String {
        let removal = self.form_removal(own);
        self.messages().note_form.own_schedule(at::PhaseIn(phase_in), at::Removal(&removal))
    }

    /// How many of the numbers of the printed tables come out, and which rows are compared with nothing.
    #[must_use]
    pub fn form_printed(self, right: usize, all: usize, alone: &[String]) -> String {
        let messages = &self.messages().note_form;
        let count = |count: usize| self.count(Decimal::from(count));
        let compared = match all {
            0 => String::new(),
            all if right == all => messages.printed_all(&count(all)),
            all => messages.printed_some(&count(all), right),
        };
        let quoted: Vec<String> = alone.iter().map(|row| messages.row(row)).collect();
        let rows = if quoted.is_empty() {
            String::new()
        } else {
            messages.printed_alone(&count(quoted.len()), super::join(&quoted, self.messages().lists.and))
        };
        // What is said last leads to the list below it.
        [rows, compared].into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// A number of a printed table, by its row and its column.
    #[must_use]
    pub fn form_number_of_row(self, row: &str, column: Column) -> String {
        let messages = &self.messages().note_form;
        match column {
            Column::Year(year) => messages.number_in_year(at::Row(row), at::Year(year)),
            _ => messages.number_in_total(row),
        }
    }

    /// What a number of a printed table is, and what it should be.
    #[must_use]
    pub fn form_differs(self, fault: &Fault) -> String {
        let (messages, locale) = (&self.messages().note_form, self.locale());
        match fault {
            Fault::Computed { printed, computed, .. } => {
                messages.differs(at::Computed(locale.exact(*computed)), at::Printed(locale.exact(*printed)))
            }
            Fault::Sum { printed, parts, .. } => {
                messages.differs_from_parts(at::Parts(locale.exact(*parts)), at::Printed(locale.exact(*printed)))
            }
            other => self.fault(other),
        }
    }
}
