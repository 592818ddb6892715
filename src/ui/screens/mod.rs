//! The screens, a room each. A screen uses no other screen: what several of them show is in the rooms below.

pub(super) mod calculator;
pub(super) mod compare;
pub(super) mod findings;
pub(super) mod method;
pub(super) mod overview;
pub(super) mod own_note;
pub(super) mod questions;
