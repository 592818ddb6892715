//! The notes that state savings, and the savings that other notes may borrow from them.

use super::join;
use crate::Words;
use crate::messages::at;
use model::note::{Document, Lender, Note, Variant};

/// The efforts whose unit savings can be borrowed, each once.
fn lending_efforts(words: Words, lender: &Variant) -> Vec<String> {
    let has_unit_savings = |effort_index: usize| {
        let mut lines = lender.lines.iter().filter(|line| line.effort == effort_index);
        lines.any(|line| line.formula.weight.effect.is_some())
    };
    let efforts = lender.efforts.iter().enumerate().filter(|(effort_index, _)| has_unit_savings(*effort_index));
    efforts.map(|(_, effort)| words.named(&effort.name).to_owned()).collect()
}

/// The budgets that documents belong to.
pub(crate) fn budgets(documents: &[&Document]) -> Vec<String> {
    documents.iter().map(|document| document.budget.to_string()).collect()
}

impl Words {
    /// The link that borrows the savings of another document.
    #[must_use]
    pub fn borrow_from(self, lender: &Document) -> String {
        self.messages().borrowing.borrow_from(lender.budget)
    }

    /// The help beside that link: which savings can be borrowed, and what they are.
    #[must_use]
    pub fn borrow_help(self, lender: Note<'_>) -> String {
        let messages = self.messages();
        let Document { budget, price_level, .. } = lender.document;
        let efforts: Vec<String> = lending_efforts(self, lender.variant);
        let efforts: Vec<String> = efforts.iter().map(|effort| self.head().within_a_sentence(effort)).collect();
        let efforts = join(&efforts, messages.lists.and);
        let in_short = at::InShort(self.reached_in_short(lender.variant.reached()));
        match &lender.variant.savings_about {
            None => {
                messages.borrowing.help(at::Budget(*budget), at::Efforts(efforts), in_short, at::Prices(*price_level))
            }
            Some(about) => messages.borrowing.help_about(
                at::About(self.named(about)),
                at::Budget(*budget),
                at::Efforts(efforts),
                in_short,
                at::Prices(*price_level),
            ),
        }
    }

    /// The remark after the name of a borrowed row.
    #[must_use]
    pub fn borrowed_line(self, lender: &Lender) -> String {
        format!(" {}", self.messages().borrowing.line(lender.budget))
    }

    /// The remark after the name of a note with borrowed savings.
    #[must_use]
    pub fn borrowed_savings(self, lender: &Lender) -> String {
        self.messages().borrowing.savings(lender.budget)
    }
}
