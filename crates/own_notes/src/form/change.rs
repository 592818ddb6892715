//! One place of a text in TOML, changed while all else stays as it is.

use toml_edit::{Array, InlineTable, Item, Table, Value};

use super::shape::Shape;

/// A value that may be changed.
pub(super) enum NodeMut<'d> {
    Item(&'d mut Item),
    Value(&'d mut Value),
    Table(&'d mut Table),
}

/// The fields of a table: in one line, or below one another.
pub(super) enum Fields<'d> {
    Line(&'d mut InlineTable),
    Block(&'d mut Table),
}

impl<'d> NodeMut<'d> {
    pub(super) fn fields(self) -> Option<Fields<'d>> {
        match self {
            Self::Item(Item::Table(table)) | Self::Table(table) => Some(Fields::Block(table)),
            Self::Item(Item::Value(Value::InlineTable(table))) | Self::Value(Value::InlineTable(table)) => {
                Some(Fields::Line(table))
            }
            _ => None,
        }
    }

    pub(super) fn array(self) -> Option<&'d mut Array> {
        match self {
            Self::Item(item) => item.as_array_mut(),
            Self::Value(value) => value.as_array_mut(),
            Self::Table(_) => None,
        }
    }

    pub(super) fn nth(self, index: usize) -> Option<Self> {
        match self {
            Self::Item(Item::ArrayOfTables(tables)) => tables.get_mut(index).map(Self::Table),
            node => node.array()?.get_mut(index).map(Self::Value),
        }
    }
}

impl<'d> Fields<'d> {
    pub(super) fn has(&self, key: &str) -> bool {
        match self {
            Self::Line(table) => table.contains_key(key),
            Self::Block(table) => table.contains_key(key),
        }
    }

    /// Puts a value into the table. One that takes the place of another keeps the comment behind it.
    pub(super) fn put(&mut self, key: &str, value: Value) {
        match self {
            Self::Line(table) => {
                if let Some(old) = table.get_mut(key) {
                    replace(old, value);
                } else {
                    table.insert(key, value);
                    spaced(table);
                }
            }
            Self::Block(table) => {
                if let Some(Item::Value(old)) = table.get_mut(key) {
                    replace(old, value);
                } else {
                    table.insert(key, Item::Value(value));
                }
            }
        }
    }

    /// Puts a value into a table whose keys stand in order.
    pub(super) fn put_in_order(&mut self, key: &str, value: Value) {
        self.put(key, value);
        match self {
            // A comment behind a value would stand behind another one.
            Self::Line(table) if table.to_string().contains('#') => {}
            Self::Line(table) => {
                table.sort_values();
                table.fmt();
            }
            Self::Block(table) => table.sort_values(),
        }
    }

    pub(super) fn remove(&mut self, key: &str) -> Option<()> {
        match self {
            Self::Line(table) => {
                table.remove(key)?;
                spaced(table);
            }
            Self::Block(table) => {
                table.remove(key)?;
            }
        }
        Some(())
    }

    /// The value of a field; an empty one where there is none.
    pub(super) fn reach(mut self, key: &str, shape: &Shape) -> Option<NodeMut<'d>> {
        if !self.has(key) {
            let empty = match shape {
                Shape::List(_) | Shape::Pair(_) => Array::new().into(),
                _ => InlineTable::new().into(),
            };
            self.put(key, empty);
        }
        match self {
            Self::Line(table) => table.get_mut(key).map(NodeMut::Value),
            Self::Block(table) => table.get_mut(key).map(NodeMut::Item),
        }
    }
}

pub(super) fn replace(old: &mut Value, mut value: Value) {
    *value.decor_mut() = old.decor().clone();
    *old = value;
}

/// Puts blanks between the fields of a line as people do, unless there are comments, which would be lost.
pub(super) fn spaced(table: &mut InlineTable) {
    if !table.to_string().contains('#') {
        table.fmt();
    }
}

/// What a path leads to. Tables and lists on the way that are not there are made.
pub(super) fn reach<'d>(node: NodeMut<'d>, path: &[String], shape: &Shape) -> Option<NodeMut<'d>> {
    let Some((key, rest)) = path.split_first() else { return Some(node) };
    let below = shape.below(key)?;
    let next = if matches!(shape, Shape::List(_) | Shape::Pair(_)) {
        node.nth(key.parse().ok()?)?
    } else {
        let fields = match node {
            // A choice may be written as one word.
            NodeMut::Item(item) if matches!(shape, Shape::OneOf { .. }) && item.as_table_like().is_none() => {
                *item = Item::Value(InlineTable::new().into());
                NodeMut::Item(item).fields()?
            }
            NodeMut::Value(value) if matches!(shape, Shape::OneOf { .. }) && !value.is_inline_table() => {
                *value = InlineTable::new().into();
                NodeMut::Value(value).fields()?
            }
            node => node.fields()?,
        };
        fields.reach(key, below)?
    };
    reach(next, rest, below)
}

/// Puts a value into a list. What is missing before it is made.
pub(super) fn put_nth(list: &mut Array, index: usize, value: Value, missing: &Value) {
    while list.len() < index {
        list.push(missing.clone());
    }
    match list.get_mut(index) {
        Some(old) => replace(old, value),
        None => list.push(value),
    }
}

/// Takes away an item of a list, or a value. A list without items is no list.
pub(super) fn remove(root: NodeMut<'_>, path: &[String], note: &Shape) -> Option<()> {
    let (key, above) = path.split_last()?;
    if !matches!(note.at(above)?, Shape::List(_)) {
        return reach(root, above, note)?.fields()?.remove(key);
    }
    let index: usize = key.parse().ok()?;
    let (list, within) = above.split_last()?;
    let mut fields = reach(root, within, note)?.fields()?;
    let is_empty = match &mut fields {
        Fields::Line(table) => take(table.get_mut(list)?.as_array_mut()?, index)?,
        Fields::Block(table) => match table.get_mut(list)? {
            Item::ArrayOfTables(tables) => {
                tables.get(index)?;
                tables.remove(index);
                tables.is_empty()
            }
            item => take(item.as_array_mut()?, index)?,
        },
    };
    if is_empty { fields.remove(list) } else { Some(()) }
}

/// Takes an item out of a list. Whether it was the last one.
pub(super) fn take(list: &mut Array, index: usize) -> Option<bool> {
    list.get(index)?;
    list.remove(index);
    Some(list.is_empty())
}
