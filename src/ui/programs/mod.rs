//! The page's other programs: each is a WebAssembly file of its own, loaded when it is first needed.

pub(super) mod exports;
pub(super) mod own_notes;
pub(super) mod program;
