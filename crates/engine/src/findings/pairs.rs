//! Which documents are compared with which.

use model::note::Document;

/// Whether two documents are editions of the same note, or the same document.
pub(super) fn are_same_note(left: &Document, right: &Document) -> bool {
    left.id == right.id || (left.edition_of.is_some() && left.edition_of == right.edition_of)
}

/// Every item, paired with those that it belongs together with in the next note that has any. An amount that three notes
/// print in the same way and a fourth prints differently thus makes one finding, not three. All editions of the next note
/// are paired, so that none of them is passed over.
pub(super) fn with_next_note<'n, T: Copy>(
    items: &[T],
    document_of: impl Fn(T) -> &'n Document,
    belong_together: impl Fn(T, T) -> bool,
) -> Vec<(T, T)> {
    let mut pairs = Vec::new();
    for (index, left) in items.iter().enumerate() {
        let is_partner =
            |right: &&T| !are_same_note(document_of(*left), document_of(**right)) && belong_together(*left, **right);
        let later = || items.iter().skip(index.saturating_add(1)).filter(is_partner);
        let Some(next) = later().next() else { continue };
        let in_next = later().filter(|right| are_same_note(document_of(**right), document_of(*next)));
        pairs.extend(in_next.map(|right| (*left, *right)));
    }
    pairs
}

/// Every pair of items that belong together in two editions of a note.
pub(super) fn in_editions<'n, T: Copy>(
    items: &[T],
    document_of: impl Fn(T) -> &'n Document,
    belong_together: impl Fn(T, T) -> bool,
) -> Vec<(T, T)> {
    all(items, |left, right| {
        let (one, other) = (document_of(left), document_of(right));
        one.id != other.id && are_same_note(one, other) && belong_together(left, right)
    })
}

/// Every pair of items that belong together, the earlier item first.
pub(super) fn all<T: Copy>(items: &[T], belong_together: impl Fn(T, T) -> bool) -> Vec<(T, T)> {
    let mut pairs = Vec::new();
    for (index, left) in items.iter().enumerate() {
        let later = items.iter().skip(index.saturating_add(1));
        pairs.extend(later.filter(|right| belong_together(*left, **right)).map(|right| (*left, *right)));
    }
    pairs
}
