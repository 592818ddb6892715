//! What readers bring: files of scenarios, and notes of their own.

pub(super) mod files;
pub(super) mod kept;
pub(super) mod opener;
