//! What a note is compared with where the reader has chosen nothing: its nearest relative.

use crate::notes::Library;
use model::note::Note;
use model::scenario::Scenario;

/// The note that a note as published is best compared with: without the savings it borrows, in the other scenario or edition of its
/// document, with borrowed savings, or else the latest note with an effort of the same name. `None` only where nothing is related.
///
/// ```
/// use engine::compare::sibling;
/// use engine::notes::Library;
///
/// let library = Library::embedded().unwrap();
/// let of = |id: &str| sibling(&library, library.find(id).unwrap()).unwrap();
/// assert_eq!(of("bi11-2026-s1").variant.id, "bi11-2026-s2");
/// assert_eq!(of("bi07-2022-b").variant.id, "bi07-2022-a");
/// assert_eq!(of("bi10-2026").variant.lender(), Some("ips-2018"));
/// assert_eq!(of("ips-2018").variant.id, "bi10-2026");
/// ```
#[must_use]
pub fn sibling<'n>(library: &'n Library, note: Note<'n>) -> Option<Note<'n>> {
    let id = note.variant.id.as_str();
    if note.variant.lender().is_some() {
        return library.find(id);
    }
    let of_same_note = |other: &Note<'n>| other.variant.id != id && other.is_sibling_of(note);
    let has_shared_effort = |other: &Note<'n>| {
        let efforts = &other.variant.efforts;
        other.variant.id != id && note.variant.efforts.iter().any(|effort| efforts.iter().any(|it| it.id == effort.id))
    };
    library
        .notes()
        .find(of_same_note)
        .or_else(|| library.with_savings(id))
        .or_else(|| library.notes().filter(has_shared_effort).last())
}

/// What a scenario is compared with where the reader has chosen nothing. A note as published is compared with its [`sibling`]: with
/// itself it would show nothing. `None` stands for the scenario's own baseline.
#[must_use]
pub fn unchosen<'n>(library: &'n Library, own: &Scenario<'n>) -> Option<Scenario<'n>> {
    let sibling = sibling(library, own.note()).filter(|_| !own.differs())?;
    Some(Scenario::baseline(sibling).with_settings(own.settings()))
}
