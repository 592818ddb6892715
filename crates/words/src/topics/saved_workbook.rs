//! What a saved workbook says while it is changed. The spreadsheet puts in the values that are not known yet, so they come as
//! texts.

use crate::messages::at;
use crate::{Phrase, Words};
use model::note::{Note, Unit};
use rust_decimal::Decimal;

impl Words {
    /// A value of a driver, with its unit where the driver's name does not imply that.
    #[must_use]
    pub fn workbook_value(self, value: Decimal, unit: Unit) -> String {
        self.workbook_number(&self.locale().field(value, unit), unit)
    }

    /// The same from the digits of the value.
    #[must_use]
    pub fn workbook_number(self, digits: &str, unit: Unit) -> String {
        let amounts = &self.messages().amounts;
        match unit {
            Unit::CostPerPost | Unit::AmountPerOutcome | Unit::AmountPerYear | Unit::AmountEach => {
                amounts.kroner(digits)
            }
            Unit::Share | Unit::Increase => amounts.share(digits),
            Unit::Citizens | Unit::CitizensPerPost | Unit::Posts | Unit::Courses | Unit::Years | Unit::Factor => {
                digits.to_owned()
            }
        }
    }

    /// That a cell cannot be used. `cell` is its name, `name` what it holds, `why` a sentence.
    #[must_use]
    pub fn workbook_cannot_use(self, cell: &str, name: &str, why: &str) -> String {
        self.messages().workbook.cannot_use(at::Cell(cell), at::Name(name), at::Why(why))
    }

    /// The same of several cells, with their names and their number. `cell` is the first of them.
    #[must_use]
    pub fn workbook_cannot_use_several(
        self,
        cell: &str,
        name: &str,
        why: &str,
        (cells, number): (&str, &str),
    ) -> String {
        let messages = &self.messages().workbook;
        messages.cannot_use_several(at::Cell(cell), at::Cells(cells), at::Name(name), at::Number(number), at::Why(why))
    }

    /// Why a value that is too low cannot be used.
    #[must_use]
    pub fn workbook_at_least(self, lowest: &str) -> String {
        self.messages().workbook.at_least(lowest)
    }

    /// Why a value that is too high cannot be used.
    #[must_use]
    pub fn workbook_at_most(self, highest: &str) -> String {
        self.messages().workbook.at_most(highest)
    }

    /// A value that differs from the note's.
    #[must_use]
    pub fn workbook_change(self, name: &str, in_note: &str, now: &str) -> String {
        self.messages().workbook.change(at::InNote(in_note), at::Name(name), at::Now(now))
    }

    /// The sentence on what differs from the note.
    #[must_use]
    pub fn workbook_changed(self, changes: &str) -> String {
        self.messages().workbook.changed(changes)
    }

    /// The answer once the reader has changed the workbook: the year in which it is paid back, and how many years that takes.
    #[must_use]
    pub fn workbook_paid_back(self, years: &str, year: &str) -> String {
        self.messages().workbook.paid_back(at::Year(year), at::Years(years))
    }

    /// The same where it is paid back only by what is left of the savings after the last year with costs.
    #[must_use]
    pub fn workbook_by_the_rest(self, years: &str, year: &str) -> String {
        self.messages().workbook.by_the_rest(at::Year(year), at::Years(years))
    }

    /// The same where there are no savings: what it costs over all years.
    #[must_use]
    pub fn workbook_costs(self, millions: &str) -> String {
        self.messages().workbook.costs(self.messages().amounts.millions(millions))
    }

    /// The same where it is not paid back: how that is said in the table of paybacks.
    #[must_use]
    pub fn workbook_not_paid_back(self, said: &str) -> String {
        self.messages().workbook.not_paid_back(said)
    }

    /// A sentence of the answer, and from whose side it is seen.
    #[must_use]
    pub fn workbook_seen_from(self, perspective: &str, sentence: &str) -> String {
        self.messages().workbook.seen_from(at::Perspective(perspective), at::Sentence(sentence))
    }

    /// What stands behind the answer where savings are borrowed. `anyway` is the share who would have found a job anyway. `None`
    /// where none are borrowed.
    #[must_use]
    pub fn workbook_borrowed(self, note: Note<'_>, anyway: &str) -> Option<String> {
        let lender = note.variant.savings_from.as_ref()?;
        let share = Phrase::default().plain(self.messages().amounts.share(anyway));
        let (budget, found) = (lender.budget, at::Found(self.reached_anyway(note.variant.reached())));
        Some(self.messages().answer.borrowed_some_anyway(at::Budget(budget), found, at::Share(share)).text())
    }
}
