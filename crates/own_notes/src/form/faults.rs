//! What hinders, at the fields of the form that it is about, in the words of the form.

use std::collections::HashMap;

use model::fault::{Fault, Kind, Place, Problem};

use super::choices::Choices;
use super::names;
use super::shape::{self, Shape};
use super::tree::{Node, Tree};
use crate::reading::Failure;
use engine::note_form::{Group, Hindrance, NoteForm, Part};
use words::{InForm, Words};

/// Tells the fields and groups of a form what is wrong with them.
pub(super) fn tell(problems: &[Failure], text: &str, form: &mut NoteForm, words: Words) {
    let shown = all_shown(form, words);
    let tree = Tree::of(text);
    let finder = Finder::of(tree.as_ref(), text);
    let mut told: HashMap<String, Vec<String>> = HashMap::new();
    for failure in problems {
        let (problem, sentence, path) = match failure {
            Failure::Problem(problem) => {
                let path = finder.path(problem);
                let sentence = match (&tree, &path) {
                    (Some(tree), Some(path)) => in_form(problem, path, tree, &finder.note, words),
                    _ => words.problem(&Problem { item: String::new(), ..problem.clone() }),
                };
                (Some(problem), sentence, path)
            }
            Failure::Other(sentence) => (None, sentence.clone(), None),
        };
        let path = path.and_then(|path| nearest_shown(&path, &shown));
        let place = problem.and_then(|problem| problem.place.as_ref());
        let in_text = || place.map(|place| words.place_in_text(place.line, place.column)).unwrap_or_default();
        let name = path.as_ref().and_then(|path| shown.get(path)).cloned().unwrap_or_else(in_text);
        if let Some(path) = &path {
            let told: &mut Vec<String> = told.entry(path.clone()).or_default();
            if !told.contains(&sentence) {
                told.push(sentence.clone());
            }
        }
        let hindrance = Hindrance { path, name, sentence };
        // What the text says in two places is one field.
        if !form.hindrances.contains(&hindrance) {
            form.hindrances.push(hindrance);
        }
    }
    for section in &mut form.sections {
        put(section, &mut told);
    }
}

/// Adds what the loader remarks on to what is worth a look, but for what the form says itself: numbers of printed tables, and equal names.
pub(super) fn remark(problems: &[Problem], text: &str, form: &mut NoteForm, words: Words) {
    let shown = all_shown(form, words);
    let Some(tree) = Tree::of(text) else { return };
    let finder = Finder::of(Some(&tree), text);
    for problem in problems {
        if matches!(problem.fault, Fault::SameName { .. }) || super::printed::column(&problem.fault).is_some() {
            continue;
        }
        let found = finder.path(problem).unwrap_or_default();
        let sentence = in_form(problem, &found, &tree, &finder.note, words);
        let path = nearest_shown(&found, &shown);
        let name = path.as_ref().and_then(|path| shown.get(path)).cloned().unwrap_or_default();
        form.remarks.push(Hindrance { path, name, sentence });
    }
}

/// What is wrong at a path, where the field says what it is about.
fn in_form(problem: &Problem, path: &[String], tree: &Tree<'_>, note: &Shape, words: Words) -> String {
    let choices = Choices { tree, words };
    let scope = names::scope_of(tree, path);
    let named = |kind: Kind, id: &str| called(&choices, scope, kind, id);
    words.fault_in_form(&problem.fault, InForm { is_share: names::is_share_at(tree, note, path), named: &named })
}

/// What the note calls an item; its id where it has no name.
fn called(choices: &Choices<'_, '_>, scope: Node<'_>, kind: Kind, id: &str) -> String {
    let list = match kind {
        Kind::Driver => "driver",
        Kind::Line => "line",
        Kind::Effort => "effort",
        Kind::Target => "target",
        Kind::Variant => "variant",
        Kind::Row | Kind::Table => {
            let is_named = |(known, _): &(String, String)| {
                known == id || known.rsplit_once('/').is_some_and(|(table, row)| [table, row].contains(&id))
            };
            let found = if kind == Kind::Row { choices.rows() } else { choices.items_of("table", scope) };
            return found.into_iter().find(is_named).map_or_else(|| id.to_owned(), |(_, name)| name);
        }
        _ => return id.to_owned(),
    };
    let found = choices.items_of(list, scope).into_iter().find(|(known, _)| known == id);
    found.map_or_else(|| id.to_owned(), |(_, name)| name)
}

/// What leads to each path that a form shows.
pub(super) fn all_shown(form: &NoteForm, words: Words) -> HashMap<String, String> {
    let mut shown = HashMap::new();
    for section in &form.sections {
        add_shown(section, "", &mut shown, words);
    }
    shown
}

/// The paths of all that a form shows, each with its name.
fn add_shown(group: &Group, above: &str, shown: &mut HashMap<String, String>, words: Words) {
    let under = |name: &str| if above.is_empty() { name.to_owned() } else { words.form_under(above, name) };
    shown.entry(group.path.clone()).or_insert_with(|| under(&group.name));
    for part in &group.parts {
        match part {
            Part::Field(field) => {
                let above = if group.is_item { group.name.as_str() } else { above };
                let name = if above.is_empty() { field.label.clone() } else { words.form_under(above, &field.label) };
                shown.insert(field.path.clone(), name);
            }
            Part::Group(inner) => {
                // The item says where it is; the list that has it, and the part of it, would only be longer.
                let above = if group.is_item { group.name.as_str() } else { above };
                add_shown(inner, above, shown, words);
            }
            Part::Table(_) => {}
        }
    }
}

/// The path itself, or that of the nearest thing shown that it is in.
pub(super) fn nearest_shown(path: &[String], shown: &HashMap<String, String>) -> Option<String> {
    let ways = (0..=path.len()).rev();
    ways.map(|length| joined(path.get(..length).unwrap_or_default())).find(|path| shown.contains_key(path))
}

fn joined(path: &[String]) -> String {
    path.iter().flat_map(|key| ["/", key]).collect()
}

fn put(group: &mut Group, told: &mut HashMap<String, Vec<String>>) {
    for part in &mut group.parts {
        match part {
            Part::Field(field) => field.faults = told.remove(&field.path).unwrap_or_default(),
            Part::Group(inner) => put(inner, told),
            Part::Table(_) => {}
        }
    }
    group.faults = told.remove(&group.path).unwrap_or_default();
}

/// Where in a note the problems of its text are.
pub(super) struct Finder<'t> {
    places: Vec<(usize, Vec<String>)>,
    text: &'t str,
    note: Shape,
}

impl<'t> Finder<'t> {
    pub(super) fn of(tree: Option<&Tree<'_>>, text: &'t str) -> Self {
        Self { places: tree.map(Tree::places).unwrap_or_default(), text, note: shape::note() }
    }

    /// The path of what a problem is about.
    pub(super) fn path(&self, problem: &Problem) -> Option<Vec<String>> {
        let at = self.byte(problem.place.as_ref()?);
        let before = self.places.iter().filter(|(start, _)| *start <= at);
        let found = before.max_by_key(|(start, path)| (*start, path.len())).map(|(_, path)| path.clone());
        let mut path = found.unwrap_or_default();
        if let Fault::FieldMissing(field) = &problem.fault {
            // The place is that of the item, or of its first field.
            let has_field = |path: &[String]| matches!(self.note.at(path), Some(Shape::Table(table)) if table.field(field).is_some());
            while !has_field(&path) && !path.is_empty() {
                path.pop();
            }
            path.push(field.clone());
        }
        Some(path)
    }

    /// Where a place begins in the text.
    fn byte(&self, place: &Place) -> usize {
        let line = usize::try_from(place.line.saturating_sub(1)).unwrap_or_default();
        let start: usize = self.text.split_inclusive('\n').take(line).map(str::len).fold(0, usize::saturating_add);
        let column = usize::try_from(place.column.saturating_sub(1)).unwrap_or_default();
        let rest = self.text.get(start..).unwrap_or_default();
        let within = rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at);
        start.saturating_add(within)
    }
}
