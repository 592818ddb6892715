//! Changes of the form, each of which rewrites one place of the text.

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value};

use super::change::{Fields, NodeMut, put_nth, reach, remove};
use super::choices::Choices;
use super::convert::{FEW, number_of, toml_of};
use super::shape::{self, Shape};
use super::tree::{Node, Tree};
use super::{names, number};
use crate::from_table::id_of;
use engine::link::RESERVED;
use words::Words;

/// What the reader does in the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// The field at this path gets this text, as it was typed or chosen. An empty one is left out.
    Set {
        /// The path of the field.
        path: String,
        /// The text.
        value: String,
    },
    /// The list at this path gets one more item, or the note gets what is not there.
    Add {
        /// The path of the list or of the value.
        path: String,
    },
    /// What is at this path is taken away.
    Remove {
        /// The path of the item or of the value.
        path: String,
    },
}

/// The text after a change; in TOML, also where it was JSON. `None` where it has a mistake of form, or nothing is at the path.
#[must_use]
pub fn edited(text: &str, edit: &Edit, words: Words) -> Option<String> {
    let text = toml_of(text);
    let tree = Tree::of(&text)?;
    let mut document = text.parse::<DocumentMut>().ok()?;
    let editor = Editor { tree: &tree, note: shape::note(), words };
    let root = NodeMut::Table(document.as_table_mut());
    match edit {
        Edit::Set { path, value } => {
            let path = steps(path);
            editor.set(root, &path, value)?;
            for (path, id) in editor.renamed(&path, value) {
                editor.set(NodeMut::Table(document.as_table_mut()), &path, &id)?;
            }
        }
        Edit::Add { path } => editor.add(root, &steps(path))?,
        Edit::Remove { path } => remove(root, &steps(path), &editor.note)?,
    }
    Some(document.to_string())
}

/// The keys and indices of a path.
fn steps(path: &str) -> Vec<String> {
    path.split('/').skip(1).map(str::to_owned).collect()
}

struct Editor<'e, 't> {
    /// The text before the change.
    tree: &'e Tree<'t>,
    note: Shape,
    words: Words,
}

impl Editor<'_, '_> {
    fn set(&self, root: NodeMut<'_>, path: &[String], typed: &str) -> Option<()> {
        let (key, above) = path.split_last()?;
        let shape = self.note.at(path)?;
        let is_share = names::is_share_at(self.tree, &self.note, path);
        let node = self.tree.root().at(path);
        let typed = self.with_ids(path, typed.trim());
        let value = self.value(shape, &typed, is_share, node);
        let parent = reach(root, above, &self.note)?;
        match self.note.at(above) {
            Some(Shape::Pair(_)) => {
                let value = value.unwrap_or_else(|| "".into());
                put_nth(parent.array()?, key.parse().ok()?, value.clone(), &value);
            }
            Some(Shape::List(_)) => {
                put_nth(parent.array()?, key.parse().ok()?, value.unwrap_or_else(|| "".into()), &"".into());
            }
            _ => {
                let mut fields = parent.fields()?;
                let is_by_year = matches!(self.note.at(above), Some(Shape::ByYear(_)));
                match value {
                    Some(value) if is_by_year && !fields.has(key) => fields.put_in_order(key, value),
                    Some(value) => fields.put(key, value),
                    // What the note cannot do without keeps its place and its comment.
                    None if fields.has(key) && self.is_required(above, key) => fields.put(key, "".into()),
                    None => {
                        let _was_there = fields.remove(key);
                    }
                }
            }
        }
        Some(())
    }

    fn is_required(&self, above: &[String], key: &str) -> bool {
        match self.note.at(above) {
            Some(Shape::Table(table)) => table.field(key).is_some_and(|field| field.is_required),
            _ => false,
        }
    }

    /// What is typed at a path, with the id of each item that a list of items names by its name.
    fn with_ids(&self, path: &[String], typed: &str) -> String {
        let Some(list) = path.last().and_then(|key| names::named_by_each(key)) else { return typed.to_owned() };
        let scope = names::scope_of(self.tree, path);
        Choices { tree: self.tree, words: self.words }.named_in(list, scope, typed, |(id, name)| (name, id))
    }

    /// What is typed as a value of this shape; `None` where nothing is. `old` is what stands there.
    fn value(&self, shape: &Shape, typed: &str, is_share: bool, old: Option<Node<'_>>) -> Option<Value> {
        if matches!(shape, Shape::Cell) && typed.is_empty() {
            return Some("".into());
        }
        if typed.is_empty() {
            return None;
        }
        Some(match shape {
            Shape::Number | Shape::Cell => {
                number::typed(typed, is_share, self.words).map_or_else(|| typed.into(), |number| number_of(&number))
            }
            Shape::Truth => (typed == "true").into(),
            Shape::Area(known) => Choices { tree: self.tree, words: self.words }.area_typed(known, typed).into(),
            Shape::List(item) => {
                let words = typed.split(';').map(str::trim).filter(|word| !word.is_empty());
                words.filter_map(|word| self.value(item, word, is_share, None)).collect::<Array>().into()
            }
            Shape::OneOf { of, .. } => {
                let content = self.kept(of.iter().find(|(key, _)| key == typed).map(|(_, shape)| shape)?, old);
                InlineTable::from_iter([(typed, Value::from(content))]).into()
            }
            _ => typed.into(),
        })
    }

    /// The fields of a choice that another one has too.
    fn kept(&self, shape: &Shape, old: Option<Node<'_>>) -> InlineTable {
        let mut kept = InlineTable::new();
        let Some(table) = old.and_then(Node::table) else { return kept };
        let Shape::Table(shape) = shape else { return kept };
        for (_, content) in table.iter() {
            for (key, item) in content.as_table_like().into_iter().flat_map(|content| content.iter()) {
                let Some(word) = self.tree.word(Node::Item(item)).filter(|_| shape.field(key).is_some()) else {
                    continue;
                };
                kept.insert(key, word.into());
            }
        }
        kept
    }

    fn add(&self, root: NodeMut<'_>, path: &[String]) -> Option<()> {
        let (key, above) = path.split_last()?;
        let mut fields = reach(root, above, &self.note)?.fields()?;
        let Shape::List(item) = self.note.at(path)? else {
            fields.put(key, InlineTable::new().into());
            return Some(());
        };
        let Shape::Table(item) = &**item else { return None };
        let needs_id = item.field("id").is_some_and(|field| field.is_required);
        let id = needs_id.then(|| Value::from(names::numbered(key, &self.ids(path)))).map(|id| ("id", id));
        if let Fields::Block(table) = &mut fields {
            if !table.contains_key(key) && item.fields.len() > FEW {
                table.insert(key, Item::ArrayOfTables(ArrayOfTables::new()));
            }
            if let Some(Item::ArrayOfTables(tables)) = table.get_mut(key) {
                tables.push(Table::from_iter(id));
                return Some(());
            }
        }
        fields.reach(key, self.note.at(path)?)?.array()?.push(InlineTable::from_iter(id));
        Some(())
    }

    /// The ids of the items of a list.
    fn ids(&self, list: &[String]) -> Vec<String> {
        let items = self.tree.root().at(list).map(Node::items).unwrap_or_default();
        items.into_iter().filter_map(|item| self.tree.word(item.get("id")?)).collect()
    }

    /// What else a change renames: each path, and the id that it gets. An id that nobody chose follows the name of its item, and what names
    /// an item follows its id.
    fn renamed(&self, path: &[String], typed: &str) -> Vec<(Vec<String>, String)> {
        let typed = typed.trim();
        let Some(at) = path.iter().rposition(|key| key.parse::<usize>().is_ok()) else { return Vec::new() };
        let (Some(item), Some(list)) = (path.get(..=at), at.checked_sub(1).and_then(|at| path.get(at))) else {
            return Vec::new();
        };
        let key = path.get(at.saturating_add(1)).map(String::as_str).unwrap_or_default();
        let id_path: Vec<String> = item.iter().cloned().chain(["id".to_owned()]).collect();
        let root = self.tree.root();
        let written = root.at(&id_path).and_then(|id| self.tree.word(id));
        // An id that is left out is made from the name.
        let name = || root.at(item).and_then(|item| self.tree.word(item.get("name")?)).map(|name| id_of(&name, &[]));
        let Some(old) = written.clone().or_else(name) else { return Vec::new() };
        let new = match key {
            "id" => typed.to_owned(),
            "name" if written.is_none() => id_of(typed, &[]),
            "name" if names::is_numbered(&old, list) => {
                let taken = self.ids(path.get(..at).unwrap_or_default());
                let taken: Vec<String> = taken.into_iter().chain(RESERVED.iter().map(|id| (*id).to_owned())).collect();
                id_of(typed, &taken)
            }
            _ => return Vec::new(),
        };
        if new.is_empty() || new == old || typed.is_empty() {
            return Vec::new();
        }
        // The items of a variant are known within it alone.
        let scope = if path.first().is_some_and(|key| key == "variant") { path.get(..2) } else { None };
        let mut found = if key == "id" || written.is_none() { Vec::new() } else { vec![id_path] };
        let scope = scope.unwrap_or_default();
        if let (Some(node), Some(shape)) = (self.tree.root().at(scope), self.note.at(scope)) {
            self.naming(node, shape, &mut scope.to_vec(), (list, &old), &mut found);
        }
        found.into_iter().map(|path| (path, new.clone())).collect()
    }

    /// The paths of all fields that name an item of a list.
    fn naming(
        &self,
        node: Node<'_>,
        shape: &Shape,
        path: &mut Vec<String>,
        named: (&str, &str),
        found: &mut Vec<Vec<String>>,
    ) {
        let (list, id) = named;
        let is_list_of_named = path.last().and_then(|key| names::named_by_each(key)) == Some(list);
        let names = |node: Node<'_>| self.tree.word(node).is_some_and(|word| word == id);
        let mut below = |key: String, node: Node<'_>, shape: &Shape, is_named: bool| {
            path.push(key);
            if is_named && names(node) {
                found.push(path.clone());
            }
            self.naming(node, shape, path, named, found);
            path.pop();
        };
        match shape {
            Shape::Table(table) => {
                for field in &table.fields {
                    let Some(inner) = node.get(&field.key) else { continue };
                    let is_named = field.shape == Shape::Id && names::named_by(&table.name, &field.key) == Some(list);
                    below(field.key.clone(), inner, &field.shape, is_named);
                }
            }
            Shape::OneOf { of, .. } => {
                for (key, shape) in of {
                    if let Some(inner) = node.get(key) {
                        below(key.clone(), inner, shape, false);
                    }
                }
            }
            Shape::List(item) => {
                let is_named = is_list_of_named && **item == Shape::Id;
                for (index, inner) in node.items().into_iter().enumerate() {
                    below(index.to_string(), inner, item, is_named);
                }
            }
            _ => {}
        }
    }
}
