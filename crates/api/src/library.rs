//! The notes, decoded once: that takes many times as long as a computation.

use std::sync::OnceLock;

use engine::notes::Library;

/// The notes that ship.
///
/// It has none only if the embedded bytes are not what the build wrote. A test makes sure that they are.
pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| Library::embedded().unwrap_or_else(|_| Library::none().clone()))
}
