//! The ids of the elements of the form.

/// The id of the form's heading.
pub(super) const TITLE: &str = "so-far-title";

/// The id of the element that shows what is at a path.
pub(super) fn element_id(path: &str) -> String {
    format!("form{path}")
}
