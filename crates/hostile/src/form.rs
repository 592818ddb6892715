//! What is done in the form of a note.

use std::sync::LazyLock;

use engine::note_form::{Field, FieldKind, Group, NoteForm, Part};
use model::note::Document;
use own_notes::form::convert::{json_of, toml_of};
use own_notes::form::edit::edited;
use own_notes::form::{Edit, begin, form};

use crate::{Choices, NO_NOTES, TEMPLATE, danish};

/// What a hand may do in a form: numbers choose among what is there.
#[derive(Debug, Clone)]
pub enum Hand {
    /// Types a text into a field.
    Type(usize, String),
    /// Chooses in a field with choices.
    Choose(usize, usize),
    /// Adds what can be added.
    Add(usize),
    /// Takes away what can be taken away.
    Remove(usize),
}

/// Every field of a form.
pub fn fields(form: &NoteForm) -> Vec<&Field> {
    fn of<'f>(group: &'f Group, all: &mut Vec<&'f Field>) {
        for part in &group.parts {
            match part {
                Part::Field(field) => all.push(field),
                Part::Group(group) => of(group, all),
                Part::Table(_) => {}
            }
        }
    }
    let mut all = Vec::new();
    form.sections.iter().for_each(|section| of(section, &mut all));
    all
}

/// Every group of a form.
pub fn groups(form: &NoteForm) -> Vec<&Group> {
    fn of<'f>(group: &'f Group, all: &mut Vec<&'f Group>) {
        all.push(group);
        for part in &group.parts {
            if let Part::Group(group) = part {
                of(group, all);
            }
        }
    }
    let mut all = Vec::new();
    form.sections.iter().for_each(|section| of(section, &mut all));
    all
}

/// The change that a hand makes in a form; `None` where there is nothing to change.
pub fn edit_of(hand: &Hand, form: &NoteForm) -> Option<Edit> {
    let fields = fields(form);
    let groups = groups(form);
    match hand {
        Hand::Type(at, typed) => {
            let field = fields.get(at.checked_rem(fields.len())?)?;
            Some(Edit::Set { path: field.path.clone(), value: typed.clone() })
        }
        Hand::Choose(at, choice) => {
            let all: Vec<(&str, &Vec<(String, String)>)> = fields
                .iter()
                .filter_map(|field| match &field.kind {
                    FieldKind::Choice(choices) => Some((field.path.as_str(), choices)),
                    _ => None,
                })
                .collect();
            let (path, choices) = all.get(at.checked_rem(all.len())?)?;
            let value = choices.get(choice.checked_rem(choices.len())?)?.0.clone();
            Some(Edit::Set { path: (*path).to_owned(), value })
        }
        Hand::Add(at) => {
            let all: Vec<&str> =
                groups.iter().flat_map(|group| &group.additions).map(|addition| addition.path.as_str()).collect();
            Some(Edit::Add { path: (*all.get(at.checked_rem(all.len())?)?).to_owned() })
        }
        Hand::Remove(at) => {
            let all: Vec<&str> =
                groups.iter().filter(|group| !group.removal.is_empty()).map(|group| group.path.as_str()).collect();
            Some(Edit::Remove { path: (*all.get(at.checked_rem(all.len())?)?).to_owned() })
        }
    }
}

/// Whatever is done in the form of a text that has one, the text stays one that has a form, every field can be changed, and what hinders
/// nothing is the same note in TOML and in JSON. `handed_on` is what the program that reads notes is handed: nothing for the notes that ship.
pub fn hands_in_form(text: &str, hands: &[Hand], handed_on: &[u8]) {
    let mut text = text.to_owned();
    for hand in hands {
        let shown = form(&text, handed_on, danish());
        assert!(!shown.sections.is_empty(), "{text}");
        let Some(edit) = edit_of(hand, &shown) else { continue };
        let next = edited(&text, &edit, danish()).unwrap_or_else(|| panic!("{edit:?} cannot be done\n{text}"));
        let comments = |text: &str| text.lines().filter(|line| line.starts_with('#')).count();
        assert!(
            matches!(edit, Edit::Remove { .. }) || comments(&next) + 2 >= comments(&text),
            "{edit:?} loses more than the comment above its field"
        );
        text = next;
    }
    let shown = form(&text, handed_on, danish());
    let json = json_of(&text).unwrap_or_else(|| panic!("it has no JSON: {text}"));
    let read = document(&text, handed_on);
    assert_eq!(read.is_some(), shown.hindrances.is_empty(), "{:?}", shown.hindrances);
    assert_eq!(document(&json, handed_on), read, "{json}");
    assert_eq!(document(&toml_of(&json), handed_on), read, "{json}");
}

/// What the loader reads in a text, without what belongs to the file alone.
fn document(text: &str, handed_on: &[u8]) -> Option<Document> {
    let read = own_notes::read(text.as_bytes(), "a", handed_on, danish()).ok()?;
    let library = engine::notes::Library::brought(read.handed_on).expect("what was handed on is read");
    Some(library.documents().iter().find(|document| document.fingerprint.is_some()).expect("a note").clone())
}

/// The beginning of a new note.
static BEGUN: LazyLock<String> = LazyLock::new(|| begin::begun(2027, danish()));

/// Any edits, also at places that no form shows, on any text: each gives a text that has a form, or is refused. On a text that has a form,
/// what its form offers is never refused: see [`hands_in_form`].
///
/// The bytes choose whether the text is a new note, the template or their own last part, and then what is done.
pub fn form_edits(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let (start, count) = (choices.byte(), choices.byte() % 8);
    if start % 4 < 2 {
        let hands: Vec<Hand> = (0..count).map(|_| hand(&mut choices)).collect();
        return hands_in_form(if start % 4 == 0 { &BEGUN } else { TEMPLATE }, &hands, &NO_NOTES);
    }
    let edits: Vec<Edit> = (0..count).map(|_| anywhere(&mut choices)).collect();
    let rest = choices.rest();
    let mut text = if start % 4 == 2 { TEMPLATE.to_owned() } else { rest.into_owned() };
    for edit in edits {
        let shown = form(&text, &NO_NOTES, danish());
        let Some(next) = edited(&text, &edit, danish()) else { continue };
        let after = form(&next, &NO_NOTES, danish());
        assert!(
            !after.sections.is_empty() || shown.sections.is_empty(),
            "{edit:?} leaves no form:\n{text}\n-----\n{next}"
        );
        text = next;
    }
}

fn hand(choices: &mut Choices<'_>) -> Hand {
    match choices.byte() % 8 {
        0..3 => Hand::Type(usize::from(choices.number()), choices.text().into_owned()),
        3..5 => Hand::Choose(usize::from(choices.byte()), usize::from(choices.byte())),
        5..7 => Hand::Add(usize::from(choices.byte())),
        _ => Hand::Remove(usize::from(choices.byte())),
    }
}

/// A change at a path that may be none.
fn anywhere(choices: &mut Choices<'_>) -> Edit {
    const STEPS: [&str; 26] = [
        "title",
        "years",
        "effort",
        "driver",
        "line",
        "variant",
        "table",
        "row",
        "origin",
        "stated",
        "rule",
        "fixed",
        "schedule",
        "amounts",
        "2027",
        "first",
        "committees",
        "share",
        "follows",
        "outcome",
        "da",
        "0",
        "1",
        "2",
        "",
        "99999999999999999999",
    ];
    let kind = choices.byte();
    let steps = 1 + choices.below(5);
    let path: String = (0..steps).flat_map(|_| ["/", STEPS[choices.below(STEPS.len())]]).collect();
    match kind % 4 {
        0..2 => Edit::Set { path, value: choices.text().into_owned() },
        2 => Edit::Add { path },
        _ => Edit::Remove { path },
    }
}
