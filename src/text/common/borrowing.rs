//! The notes that state savings, and what others may borrow of them.

use crate::note::{Document, Variant, Weight};
use crate::text::Wording;

/// The efforts whose unit savings can be borrowed, each once.
pub(in crate::text) fn lending_efforts<W: Wording + ?Sized>(words: &W, lender: &Variant) -> Vec<String> {
    let lent = |effort: usize| {
        lender.lines.iter().any(|line| line.effort == effort && matches!(line.formula.weight, Weight::Effect(_)))
    };
    let efforts = lender.efforts.iter().enumerate().filter(|(at, _)| lent(*at));
    efforts.map(|(_, effort)| words.named(&effort.name).to_owned()).collect()
}

/// The budgets that documents belong to.
pub(in crate::text) fn budgets(documents: &[&Document]) -> Vec<String> {
    documents.iter().map(|document| document.budget.to_string()).collect()
}
