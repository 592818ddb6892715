//! What makes a number a link that explains it, and the explanation that opens below.

pub(super) mod asker;
pub(super) mod explanation;
pub(super) mod panel;
pub(super) mod steps;
