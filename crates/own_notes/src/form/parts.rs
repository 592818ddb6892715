//! Parts of the form.

use engine::note_form::{Field, FieldKind, Group, Part};

/// A field for a text.
pub(super) fn text_field(path: String) -> Field {
    Field {
        path,
        label: String::new(),
        help: String::new(),
        kind: FieldKind::Text,
        value: String::new(),
        unit: String::new(),
        is_required: false,
        faults: Vec::new(),
    }
}

/// A field for a number.
pub(super) fn number_field(path: String) -> Field {
    Field { kind: FieldKind::Number, ..text_field(path) }
}

/// Puts the id behind everything that people know what it is.
pub(super) fn id_last(group: &mut Group) {
    let id = format!("{}/id", group.path);
    let is_id = |part: &Part| matches!(part, Part::Field(field) if field.path == id);
    if let Some(at) = group.parts.iter().position(is_id) {
        let part = group.parts.remove(at);
        group.parts.push(part);
    }
}
