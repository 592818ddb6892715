//! A text as a tree whose values know their places.

use std::ops::Range;

use toml_edit::{Document, Item, Table, TableLike, Value};

/// A text in TOML that was read.
pub(super) struct Tree<'t> {
    text: &'t str,
    document: Document<&'t str>,
}

/// A value of the tree.
#[derive(Clone, Copy)]
pub(super) enum Node<'d> {
    Item(&'d Item),
    Value(&'d Value),
    Table(&'d Table),
}

impl<'t> Tree<'t> {
    /// `None` where the text has a mistake of form.
    pub(super) fn of(text: &'t str) -> Option<Self> {
        Document::parse(text).ok().map(|document| Self { text, document })
    }

    pub(super) fn root(&self) -> Node<'_> {
        Node::Table(self.document.as_table())
    }

    /// A value that is one word, as people read it: a text without its marks, a number as it is written.
    pub(super) fn word(&self, node: Node<'_>) -> Option<String> {
        match node.value()? {
            Value::String(text) => Some(text.value().clone()),
            Value::Boolean(truth) => Some(truth.value().to_string()),
            Value::Array(_) | Value::InlineTable(_) => None,
            value => self.text.get(value.span()?).map(str::to_owned),
        }
    }

    /// Where each value begins, with its path.
    pub(super) fn places(&self) -> Vec<(usize, Vec<String>)> {
        let mut places = Vec::new();
        add_places(self.root(), &mut Vec::new(), &mut places);
        places
    }
}

fn add_places(node: Node<'_>, path: &mut Vec<String>, places: &mut Vec<(usize, Vec<String>)>) {
    let mut add = |start: Option<Range<usize>>, key: String, below: Node<'_>| {
        path.push(key);
        if let Some(range) = start {
            places.push((range.start, path.clone()));
        }
        add_places(below, path, places);
        path.pop();
    };
    if let Some(table) = node.table() {
        for (key, item) in table.iter() {
            add(table.key(key).and_then(toml_edit::Key::span), key.to_owned(), Node::Item(item));
        }
    } else {
        for (index, item) in node.items().into_iter().enumerate() {
            add(item.span(), index.to_string(), item);
        }
    }
}

impl<'d> Node<'d> {
    fn value(self) -> Option<&'d Value> {
        match self {
            Self::Item(item) => item.as_value(),
            Self::Value(value) => Some(value),
            Self::Table(_) => None,
        }
    }

    fn span(self) -> Option<Range<usize>> {
        match self {
            Self::Item(item) => item.span(),
            Self::Value(value) => value.span(),
            Self::Table(table) => table.span(),
        }
    }

    pub(super) fn table(self) -> Option<&'d dyn TableLike> {
        match self {
            Self::Item(item) => item.as_table_like(),
            Self::Value(value) => value.as_inline_table().map(|table| table as &dyn TableLike),
            Self::Table(table) => Some(table),
        }
    }

    /// Whether it is a number or a truth, which no marks surround.
    pub(super) fn is_bare(self) -> bool {
        matches!(self.value(), Some(Value::Integer(_) | Value::Float(_) | Value::Boolean(_)))
    }

    /// The items of a list; none for any other value.
    pub(super) fn items(self) -> Vec<Self> {
        if let Self::Item(Item::ArrayOfTables(tables)) = self {
            return tables.iter().map(Node::Table).collect();
        }
        self.value().and_then(Value::as_array).map(|array| array.iter().map(Node::Value).collect()).unwrap_or_default()
    }

    /// The value of a field, or an item of a list by its index.
    pub(super) fn get(self, key: &str) -> Option<Self> {
        match self.table() {
            Some(table) => table.get(key).map(Node::Item),
            None => self.items().get(key.parse::<usize>().ok()?).copied(),
        }
    }

    /// What a path leads to.
    pub(super) fn at(self, path: &[String]) -> Option<Self> {
        path.iter().try_fold(self, |node, key| node.get(key))
    }
}
