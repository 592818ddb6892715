//! What readers bring: files of scenarios, and notes of their own.

pub(super) mod files;
pub(super) mod kept;
pub(super) mod left_out;
pub(super) mod news;
pub(super) mod opener;
