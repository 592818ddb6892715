//! What readers take with them: links, citations, pictures, files, and the page inside another one.

pub(super) mod copy;
mod copy_picture;
pub(super) mod export;
pub(super) mod hand_on;
pub(super) mod iframe;
pub(super) mod save;
pub(super) mod share;
