//! The notes that state savings, and the savings that other notes may borrow from them.

use crate::Wording;
use model::note::{Document, Variant, Weight};

/// The efforts whose unit savings can be borrowed, each once.
pub(crate) fn lending_efforts<W: Wording + ?Sized>(words: &W, lender: &Variant) -> Vec<String> {
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
