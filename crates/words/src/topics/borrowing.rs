//! The notes that state savings, and the savings that other notes may borrow from them.

use super::join;
use crate::Wording;
use model::note::{Document, Note, Variant, Weight};

/// The efforts whose unit savings can be borrowed, each once.
fn lending_efforts(words: &dyn Wording, lender: &Variant) -> Vec<String> {
    let has_unit_savings = |effort_index: usize| {
        let mut lines = lender.lines.iter().filter(|line| line.effort == effort_index);
        lines.any(|line| matches!(line.formula.weight, Weight::Effect(_)))
    };
    let efforts = lender.efforts.iter().enumerate().filter(|(effort_index, _)| has_unit_savings(*effort_index));
    efforts.map(|(_, effort)| words.named(&effort.name).to_owned()).collect()
}

/// The budgets that documents belong to.
pub(crate) fn budgets(documents: &[&Document]) -> Vec<String> {
    documents.iter().map(|document| document.budget.to_string()).collect()
}

/// Which savings can be borrowed, and what they are.
pub(crate) fn borrow_help(words: &dyn Wording, lender: Note<'_>) -> String {
    let messages = words.messages();
    let Document { budget, price_level, .. } = lender.document;
    let efforts: Vec<String> = lending_efforts(words, lender.variant);
    let efforts: Vec<String> = efforts.iter().map(|effort| words.head().within_a_sentence(effort)).collect();
    let efforts = join(&efforts, messages.lists.and);
    match &lender.variant.savings_about {
        None => messages.borrowing.help(*budget, efforts, *price_level),
        Some(about) => messages.borrowing.help_about(words.named(about), *budget, efforts, *price_level),
    }
}
