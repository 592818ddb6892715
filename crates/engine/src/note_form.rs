//! A note as a form: what the program that reads notes hands to the page, which shows it without knowing the format. Every word in it
//! is said in the reader's language already.

use serde::{Deserialize, Serialize};

/// A note as it stands, as a form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteForm {
    /// What the page would answer; empty while something hinders.
    pub says: String,
    /// What hinders, in the order of the text.
    pub hindrances: Vec<Hindrance>,
    /// What hinders nothing and is worth a look.
    pub remarks: Vec<Hindrance>,
    /// How the printed tables compare with what the note gives; `None` while something hinders, and where there is no table.
    pub printed: Option<PrintedCheck>,
    /// The parts of the form; none where the text has a mistake of form, behind which nobody knows what belongs to what.
    pub sections: Vec<Group>,
    /// What the text has and the form does not show.
    pub only_in_text: Vec<String>,
}

/// Something that hinders, or that is worth a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hindrance {
    /// The path of the field or group that it is about; `None` where it is about the text as a whole.
    pub path: Option<String>,
    /// What leads there: the names of the groups and of the field, or the place in the text.
    pub name: String,
    /// What is wrong.
    pub sentence: String,
}

/// How the printed tables of a note compare with what it gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintedCheck {
    /// How many of the numbers come out, and which rows are compared with nothing.
    pub says: String,
    /// Each number that does not come out.
    pub differing: Vec<Hindrance>,
}

/// Something of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// A value.
    Field(Field),
    /// What belongs together.
    Group(Group),
    /// A printed table, to be compared with the document by eye.
    Table(PrintedTable),
}

/// What belongs together: a section, a list, an item of a list, or a value of several fields.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The path of what it shows.
    pub path: String,
    /// Its name.
    pub name: String,
    /// More about it, or nothing.
    pub help: String,
    /// Whether it is one of the items of a list.
    pub is_item: bool,
    /// Its fields and groups.
    pub parts: Vec<Part>,
    /// What is wrong with it and with none of its fields.
    pub faults: Vec<String>,
    /// What is worth a look in it and hinders nothing.
    pub remarks: Vec<String>,
    /// What adds one more to it, and what it then adds to.
    pub additions: Vec<Addition>,
    /// What takes it away; empty where it belongs to what it is in.
    pub removal: String,
}

/// Something that may be added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addition {
    /// The path of the list that gets one more item, or of the value that is not there.
    pub path: String,
    /// What adds it.
    pub label: String,
}

/// A value that the reader may change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its path.
    pub path: String,
    /// Its name.
    pub label: String,
    /// More about it, or nothing.
    pub help: String,
    /// What is typed into it.
    pub kind: FieldKind,
    /// What stands in it.
    pub value: String,
    /// What stands behind it: a per cent sign, or nothing.
    pub unit: String,
    /// Whether the note cannot do without it.
    pub is_required: bool,
    /// What is wrong with it.
    pub faults: Vec<String>,
}

/// What is typed into a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FieldKind {
    /// A text.
    Text,
    /// A number.
    Number,
    /// One of these values, each with its name.
    Choice(Vec<(String, String)>),
    /// A text, for which these are suggested.
    Suggestions(Vec<String>),
}

/// A printed table as it was transcribed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintedTable {
    /// The path of the list of its rows.
    pub path: String,
    /// Its heading.
    pub name: String,
    /// The head of the labels.
    pub label: String,
    /// The years of its columns.
    pub years: Vec<String>,
    /// The label and the cells of each row.
    pub rows: Vec<(String, Vec<String>)>,
}

impl NoteForm {
    /// The compact form, in which one program hands it to another.
    ///
    /// # Errors
    /// Only where there is no memory for it.
    pub fn handed_on(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(self)
    }

    /// Reads the compact form.
    ///
    /// # Errors
    /// Where the bytes are none.
    pub fn read(bytes: &[u8]) -> Result<Self, postcard::Error> {
        postcard::from_bytes(bytes)
    }
}
