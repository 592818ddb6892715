//! Reads the files that readers bring, and shows what they are about. If a file cannot be used, the page stays as it is.

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::ui::bringing::kept;
use crate::ui::browser::focus;
use crate::ui::context::Context;
use crate::ui::programs::exports::{Exports, Opened};
use crate::ui::programs::own_notes::{OwnNotes, Read};
use crate::ui::state::{Action, Draft, Former, OwnNews, Way};
use engine::notes::{BroughtFile, Library};
use engine::scenario_file::{FORMAT, LARGEST};

/// The largest file with a note, in bytes. The notes that ship have a hundredth of that.
const LARGEST_NOTE: u32 = 5_000_000;

/// The ending of a file with a scenario. One with a note may have it too.
const ENDING: &str = ".json";

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Became {
    /// The page shows it: a scenario.
    Opened,
    /// The page shows it: a note, whose file this is.
    Shown(BroughtFile),
    /// It is a note with problems, which are in the state of the page.
    Draft(Rc<Draft>),
    /// It is a note that waits until the reader chooses between it and another one.
    Waiting,
    /// It cannot be used, for a reason that is said in a sentence.
    Refused(String),
}

/// Opens a file: a note, or a scenario that was saved here.
pub(crate) async fn open(file: &File, page: &Context) -> Became {
    let refused = |error: &JsValue| {
        // An error with a sentence is about the file. Without one, something other than the file failed.
        let sentence = error.as_string().unwrap_or_else(|| page.words().labels().own_note.file_not_read.to_owned());
        Became::Refused(format!("{}: {sentence}", file.name()))
    };
    if file.size() > f64::from(LARGEST_NOTE) {
        return Became::Refused(format!("{}: {}", file.name(), page.words().labels().own_note.too_large));
    }
    let bytes = match bytes(file).await {
        Ok(bytes) => bytes,
        Err(error) => return refused(&error),
    };
    let result = if is_scenario(&file.name(), &String::from_utf8_lossy(&bytes.to_vec())) {
        open_scenario(file, page).await
    } else {
        open_note(&bytes, file.name(), Source::File, page).await
    };
    result.unwrap_or_else(|error| refused(&error))
}

/// The bytes of a file.
async fn bytes(file: &File) -> Result<Uint8Array, JsValue> {
    Ok(Uint8Array::new(&JsFuture::from(file.array_buffer()).await?))
}

/// Whether a file is meant as a scenario that was saved here. One that says so is, and of others one with the ending of such a file and
/// without a list of lines, which every note has. A list, a number or `null` is neither; what reads notes says so.
fn is_scenario(name: &str, text: &str) -> bool {
    let is_json =
        name.get(name.len().saturating_sub(ENDING.len())..).is_some_and(|end| end.eq_ignore_ascii_case(ENDING));
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let is_value = start.starts_with(|letter: char| letter.is_ascii_digit() || "[\"-".contains(letter))
        || ["null", "true", "false"].contains(&start.trim_end());
    text.contains(FORMAT) || (is_json && !is_value && !text.contains("\"line\""))
}

async fn open_scenario(file: &File, page: &Context) -> Result<Became, JsValue> {
    let length = i32::try_from(LARGEST).unwrap_or(i32::MAX).saturating_add(1);
    let beginning = file.slice_with_i32_and_i32(0, length)?;
    let text = JsFuture::from(beginning.text()).await?.as_string().unwrap_or_default();
    let Opened { link, remarks } = Exports::load(page.library).await?.open(&text, page.language.code())?;
    page.on_action.emit(Action::FileOpened { name: file.name(), link, remarks });
    focus::give("content");
    Ok(Became::Opened)
}

/// Where the text of a note comes from, by which it may take the place of another one with the same id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source<'s> {
    /// A file that the reader opened.
    File,
    /// The reader wrote it as a text. With the id of a note, it is that note, changed.
    Written(Option<&'s str>),
    /// The reader wrote it in the form, which has words of its own for what is worth a look.
    WrittenInForm(Option<&'s str>),
    /// The reader has chosen it.
    Chosen,
    /// The reader takes it back.
    TakenBack,
}

/// Opens a note. One with problems becomes a draft. One with the id of another note takes its place where it is an edition of it, and waits
/// for a choice where the titles differ: then the id may be the same by accident.
pub(crate) async fn open_note(
    file: &Uint8Array,
    name: String,
    source: Source<'_>,
    page: &Context,
) -> Result<Became, JsValue> {
    let program = OwnNotes::load().await?;
    match program.read(file, &name, page.library, page.language)? {
        Read::Note { library, note, remarks } => {
            let Some((file, title)) = file_and_title(library, &note, page) else { return Err(JsValue::NULL) };
            let remarks = match source {
                Source::WrittenInForm(_) => remarks_of_form(&program, &file.text, page)?,
                _ => remarks,
            };
            let (former, brought) = (former_of(file, page), file.clone());
            let is_same_note = match source {
                Source::File => former.as_ref().is_none_or(|former| former.title == title),
                Source::Written(of) | Source::WrittenInForm(of) => {
                    former.as_ref().is_none_or(|former| former.title == title || of == Some(&former.file.document))
                }
                Source::Chosen | Source::TakenBack => true,
            };
            match former {
                Some(former) if !is_same_note => {
                    let text = file.text.as_str().into();
                    page.on_action.emit(Action::NoteWaits(OwnNews::Waits { former, title, name, text }));
                    return Ok(Became::Waiting);
                }
                former => {
                    let way = match source {
                        Source::File | Source::Chosen => Way::Opened,
                        Source::Written(_) | Source::WrittenInForm(_) => Way::Written,
                        Source::TakenBack => Way::TakenBack,
                    };
                    // What the browser remembers of a note is the note that is there.
                    if kept::has_any(&file.document) {
                        let _ = kept::remember(std::slice::from_ref(file));
                    }
                    let news = former.map(|former| OwnNews::Replaced { former, title, name: name.clone(), way });
                    page.on_action.emit(Action::NoteBrought { library, name, note, remarks, news });
                }
            }
            focus::give("content");
            Ok(Became::Shown(brought))
        }
        // It is no text that could be mended.
        Read::Refused { problems, .. } if problems.iter().all(|problem| problem.line == 0) => {
            let sentences: Vec<&str> = problems.iter().map(|problem| problem.sentence.as_str()).collect();
            Ok(Became::Refused(format!("{name}: {}", sentences.join(" "))))
        }
        Read::Refused { problems, text } => {
            let draft = Rc::new(Draft::new(name, &text).with_problems(problems).of_note(source.of()));
            page.on_action.emit(Action::NoteDrafted(draft.clone()));
            Ok(Became::Draft(draft))
        }
    }
}

/// What is worth a look in a note, as the form says it.
fn remarks_of_form(program: &OwnNotes, text: &str, page: &Context) -> Result<Vec<String>, JsValue> {
    let form = program.form(text, page.library, page.language)?.unwrap_or_default();
    let differing = form.printed.map(|check| check.differing).unwrap_or_default();
    Ok(differing.into_iter().chain(form.remarks).map(|it| format!("{}: {}", it.name, it.sentence)).collect())
}

impl<'s> Source<'s> {
    /// The note that it is, changed.
    const fn of(self) -> Option<&'s str> {
        match self {
            Self::Written(of) | Self::WrittenInForm(of) => of,
            _ => None,
        }
    }
}

/// The file of a note that was read, and the title of the note.
fn file_and_title<'l>(library: &'l Library, note: &str, page: &Context) -> Option<(&'l BroughtFile, String)> {
    let document = library.find(note)?.document;
    let file = library.files().iter().find(|file| file.document == document.id)?;
    Some((file, document.title.get(page.language.code()).0.to_owned()))
}

/// The note that is there with the same id and says something else.
fn former_of(file: &BroughtFile, page: &Context) -> Option<Former> {
    let mut others = page.library.files().iter();
    let former = others.find(|other| other.document == file.document && other.text != file.text)?;
    title_of(page, &former.document).map(|title| Former { title, file: former.clone() })
}

/// The title of a document that is there.
pub(crate) fn title_of(page: &Context, document: &str) -> Option<String> {
    let found = page.library.documents().iter().find(|it| it.id == document)?;
    Some(found.title.get(page.language.code()).0.to_owned())
}

/// The bytes of a text.
pub(crate) fn bytes_of(text: &str) -> Uint8Array {
    Uint8Array::from(text.as_bytes())
}
