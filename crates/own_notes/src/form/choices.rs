//! What things are called in the form, and what may be chosen in its fields.

use model::language::in_small_letters;
use model::note::Area;

use super::tree::{Node, Tree};
use super::wording::word;
use engine::note_form::FieldKind;
use words::Words;

/// The names in a text.
#[derive(Clone, Copy)]
pub(super) struct Choices<'c, 't> {
    pub(super) tree: &'c Tree<'t>,
    pub(super) words: Words,
}

/// An item with what it is called.
#[derive(Clone)]
pub(super) struct Named<'n> {
    pub(super) item: Node<'n>,
    pub(super) id: String,
    /// As people read it; its id where it has no name.
    pub(super) name: String,
}

impl Choices<'_, '_> {
    pub(super) fn name(&self, of: &str) -> Option<String> {
        word(of, self.words).map(|word| word.name.to_owned())
    }

    /// A text that may stand in several languages, in the reader's. `None` where nothing stands there.
    pub(super) fn wording(&self, node: Node<'_>) -> Option<String> {
        let own = node.get(self.words.code()).or_else(|| node.get("da")).or_else(|| node.get("en")).unwrap_or(node);
        self.tree.word(own).filter(|word| !word.trim().is_empty())
    }

    /// What the steering area with this id is called; a text that is no such id as it stands there.
    pub(super) fn area(&self, word: &str) -> String {
        let known = Area::KNOWN.into_iter().find(|area| area.id() == Some(word));
        known.map_or_else(|| word.to_owned(), |area| self.words.area(&area).to_owned())
    }

    /// The id of the steering area that was typed by its name, or the text.
    pub(super) fn area_typed<'w>(&self, ids: &'w [String], typed: &'w str) -> &'w str {
        let typed_small = in_small_letters(typed.trim());
        let is_named = |id: &&String| in_small_letters(&self.area(id)) == typed_small;
        ids.iter().find(is_named).map_or(typed, String::as_str)
    }

    pub(super) fn choice(&self, of: &str, word: &str) -> String {
        self.name(&format!("{of}={word}")).unwrap_or_else(|| word.to_owned())
    }

    /// A choice among these, of nothing, and of what stands there although it is none of them.
    pub(super) fn all(&self, mut options: Vec<(String, String)>, value: &str, is_required: bool) -> FieldKind {
        if !value.is_empty() && !options.iter().any(|(known, _)| known == value) {
            options.push((value.to_owned(), value.to_owned()));
        }
        options.insert(0, (String::new(), self.words.form_unchosen(is_required).to_owned()));
        FieldKind::Choice(options)
    }

    /// The items of a list, in the variant or else in the note. One that can be called by neither an id nor a name is none.
    pub(super) fn named_items<'n>(&'n self, list: &str, scope: Node<'n>) -> Vec<Named<'n>> {
        let found = scope.get(list).or_else(|| self.tree.root().get(list));
        let named = |item: Node<'n>| {
            let name = ["name", "measure", "title"].into_iter().find_map(|key| item.get(key));
            let name = name.and_then(|name| self.wording(name));
            // An id that is left out is made from the name.
            let id = item.get("id").and_then(|id| self.tree.word(id));
            let id = id.or_else(|| name.as_ref().map(|name| crate::from_table::id_of(name, &[])))?;
            Some(Named { item, id: id.clone(), name: name.unwrap_or(id) })
        };
        found.map(Node::items).unwrap_or_default().into_iter().filter_map(named).collect()
    }

    /// The ids and names of the items of a list.
    pub(super) fn items_of(&self, list: &str, scope: Node<'_>) -> Vec<(String, String)> {
        self.named_items(list, scope).into_iter().map(|Named { id, name, .. }| (id, name)).collect()
    }

    /// A list of items, in which each word that is the first of a pair becomes the second; `pair` makes one of the id and the name of an item.
    /// An item whose name does not tell it from others, or would part the list, is called by its id.
    pub(super) fn named_in(
        &self,
        list: &str,
        scope: Node<'_>,
        words: &str,
        pair: impl Fn((String, String)) -> (String, String),
    ) -> String {
        let items = self.items_of(list, scope);
        let small = |name: &str| in_small_letters(name.trim());
        let tells = |(_, name): &&(String, String)| {
            let alike = items.iter().filter(|(id, other)| small(other) == small(name) || small(id) == small(name));
            !name.contains(';') && alike.count() == 1
        };
        let pairs: Vec<(String, String)> = items.iter().filter(tells).cloned().map(pair).collect();
        let said = |word: &str| {
            let found = pairs.iter().find(|(first, _)| small(first) == small(word));
            found.map_or_else(|| word.trim().to_owned(), |(_, second)| second.clone())
        };
        words.split(';').map(said).collect::<Vec<_>>().join("; ")
    }

    /// The rows of all printed tables.
    pub(super) fn rows(&self) -> Vec<(String, String)> {
        self.rows_where(|_, _| true)
    }

    /// The rows of printed tables of which this holds, by their names in lines and as they stand there.
    pub(super) fn rows_where(&self, holds: impl Fn(&str, Node<'_>) -> bool) -> Vec<(String, String)> {
        let tables = self.tree.root().get("table").map(Node::items).unwrap_or_default();
        let mut all = Vec::new();
        for table in tables {
            let Some(id) = table.get("id").and_then(|id| self.tree.word(id)) else { continue };
            let place = table.get("place").and_then(|place| self.wording(place)).unwrap_or_else(|| id.clone());
            for row in table.get("row").map(Node::items).unwrap_or_default() {
                let Some(row_id) = row.get("id").and_then(|id| self.tree.word(id)) else { continue };
                let label = row.get("label").and_then(|label| self.wording(label)).unwrap_or_else(|| row_id.clone());
                let named = format!("{id}/{row_id}");
                if holds(&named, row) {
                    all.push((named, self.words.form_with_value(&place, &label)));
                }
            }
        }
        all
    }
}
