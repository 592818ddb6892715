//! All numbers of a note as a table.

use crate::Words;
use crate::messages::at;
use model::note::{Driver, Origin};

impl Words {
    /// What the table of a note with so many numbers is called.
    #[must_use]
    pub fn all_numbers(self, count: usize) -> String {
        self.messages().all_numbers.title(&self.count(count.into()))
    }

    /// The name of the field with the reader's number.
    #[must_use]
    pub fn your_number(self, name: &str) -> String {
        self.messages().all_numbers.yours(name)
    }

    /// What is said once so many numbers have been pasted.
    #[must_use]
    pub fn column_pasted(self, count: usize) -> String {
        self.messages().all_numbers.pasted(&self.count(count.into()))
    }

    /// What is said of a pasted column with more lines than there are rows.
    #[must_use]
    pub fn column_too_long(self, lines: usize, rows: usize) -> String {
        self.messages().all_numbers.too_long(at::Lines(lines.to_string()), at::Rows(rows.to_string()))
    }

    /// What is said of a line of a pasted column that its driver cannot have. `line` counts from 1.
    #[must_use]
    pub fn line_unreadable(self, line: usize, text: &str, driver: &Driver, problem: &str) -> String {
        self.messages().all_numbers.unreadable(
            at::Line(line.to_string()),
            at::Name(self.driver_name(driver)),
            at::Problem(problem),
            at::Text(text),
        )
    }

    /// Where the note's value of a driver comes from, in a word or two.
    #[must_use]
    pub fn origin_in_short(self, origin: &Origin) -> &'static str {
        let messages = &self.messages().all_numbers;
        match origin {
            Origin::Stated(_) => messages.stated,
            Origin::Derived { lender: None, .. } => messages.derived,
            Origin::Derived { lender: Some(_), .. } => messages.derived_at_lender,
            Origin::Borrowed { .. } => messages.borrowed,
            Origin::Assumed { .. } => messages.assumed,
            Origin::OfFile { why: Some(_) } => messages.assumed_in_file,
            Origin::OfFile { why: None } => messages.not_said,
            Origin::Neutral => messages.added,
        }
    }
}
