//! A language file as a tree of messages, with the line of each.

use model::language::Language;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::template::Template;
use crate::{Fault, Record, Source};

/// A language file.
pub(crate) struct File<'s> {
    pub(crate) path: &'s str,
    pub(crate) language: Language,
    pub(crate) root: Section,
}

/// A section: its messages and sections, in the order of the file.
#[derive(Default)]
pub(crate) struct Section {
    pub(crate) items: Vec<Item>,
}

/// A key of a section, and what it holds.
pub(crate) struct Item {
    pub(crate) name: String,
    /// The key with all its sections.
    pub(crate) key: String,
    pub(crate) line: usize,
    /// The lines of the comment above it.
    pub(crate) comment: Vec<String>,
    pub(crate) value: Value,
}

/// What a key holds.
pub(crate) enum Value {
    Section(Section),
    Message(Template),
    /// The forms for one and for any other number.
    Plural {
        one: Template,
        other: Template,
    },
    Texts(Vec<Template>),
    Records(Record, Vec<Vec<Field>>),
    /// A section of its own.
    Record(Record, Vec<Field>),
}

/// A field of a record, in the order of [`Record::fields`].
pub(crate) enum Field {
    Text(Template),
    Optional(Option<Template>),
    Mark(char),
    Texts(Vec<Template>),
}

/// The forms of a message that depend on a number. Danish, English and German have these two.
pub(crate) const FORMS: [&str; 2] = ["one", "other"];
/// The place that the number stands in.
pub(crate) const COUNT: &str = "count";

/// Reads a language file. Its faults are added to the list.
pub(crate) fn language<'s>(source: &'s Source, records: &[Record], faults: &mut Vec<Fault>) -> File<'s> {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    let mut reader = Reader { source, records, faults };
    for error in errors {
        let at = error.span().map_or(0, |span| span.start);
        reader.fault(at, "", error.message().to_owned());
    }
    let root = reader.section(table.get_ref(), "");
    File { path: &source.path, language: source.language, root }
}

struct Reader<'r, 's> {
    source: &'s Source,
    records: &'r [Record],
    faults: &'r mut Vec<Fault>,
}

impl Reader<'_, '_> {
    fn line(&self, at: usize) -> usize {
        self.source.text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
    }

    fn fault(&mut self, at: usize, key: &str, what: impl Into<String>) {
        let fault =
            Fault { path: self.source.path.clone(), line: self.line(at), key: key.to_owned(), what: what.into() };
        self.faults.push(fault);
    }

    /// The comment right above a line.
    fn comment(&self, line: usize) -> Vec<String> {
        let lines: Vec<&str> = self.source.text.lines().take(line - 1).collect();
        let above = lines.iter().rev().map_while(|line| line.trim().strip_prefix('#'));
        let mut comment: Vec<String> = above.map(|line| line.trim().to_owned()).collect();
        comment.reverse();
        comment
    }

    fn section(&mut self, table: &DeTable<'_>, key: &str) -> Section {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(name, _)| name.span().start);
        let items = entries.into_iter().filter_map(|(name, value)| {
            let at = name.span().start;
            let name: &str = name.get_ref();
            let key = if key.is_empty() { name.to_owned() } else { format!("{key}.{name}") };
            let is_name = name.starts_with(|c: char| c.is_ascii_lowercase())
                && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
            if !is_name {
                self.fault(at, &key, "a key takes small letters, digits and `_`");
            }
            let line = self.line(at);
            let value = self.value(at, value, &key)?;
            Some(Item { name: name.to_owned(), comment: self.comment(line), key, line, value })
        });
        Section { items: items.collect() }
    }

    fn value(&mut self, at: usize, value: &Spanned<DeValue<'_>>, key: &str) -> Option<Value> {
        match value.get_ref() {
            DeValue::String(text) => Some(Value::Message(self.template(at, text, key))),
            DeValue::Table(table) if table.keys().any(|name| FORMS.contains(&name.get_ref().as_ref())) => {
                self.plural(at, table, key)
            }
            DeValue::Table(table) => match self.records.iter().find(|record| record.section == Some(key)).copied() {
                Some(record) => Some(Value::Record(record, self.fields(at, table, record, key))),
                None => Some(Value::Section(self.section(table, key))),
            },
            DeValue::Array(array) => {
                if array.iter().all(|item| item.get_ref().is_str()) {
                    return Some(Value::Texts(self.texts(value, key)));
                }
                let mut tables = Vec::new();
                for item in array {
                    match item.get_ref() {
                        DeValue::Table(table) => tables.push((item.span().start, table)),
                        _ => self.fault(item.span().start, key, "a list holds texts or records, and nothing else"),
                    }
                }
                self.records(at, &tables, key)
            }
            _ => {
                self.fault(at, key, "a message is a text");
                None
            }
        }
    }

    fn template(&mut self, at: usize, text: &str, key: &str) -> Template {
        let mut faults = Vec::new();
        let template = Template::read(text, &mut faults);
        for what in faults {
            self.fault(at, key, what);
        }
        template
    }

    /// A text that no value is put into.
    fn text(&mut self, at: usize, text: &str, key: &str) -> Template {
        let template = self.template(at, text, key);
        if !template.places().is_empty() || template.emphasized() > 0 {
            self.fault(at, key, "a text in a list has no places and no emphasis");
        }
        template
    }

    fn texts(&mut self, value: &Spanned<DeValue<'_>>, key: &str) -> Vec<Template> {
        let texts: Vec<(usize, String)> = match value.get_ref() {
            DeValue::Array(array) => {
                array.iter().filter_map(|item| Some((item.span().start, item.get_ref().as_str()?.to_owned()))).collect()
            }
            _ => Vec::new(),
        };
        texts.iter().map(|(at, text)| self.text(*at, text, key)).collect()
    }

    fn plural(&mut self, at: usize, table: &DeTable<'_>, key: &str) -> Option<Value> {
        for name in table.keys().filter(|name| !FORMS.contains(&name.get_ref().as_ref())) {
            self.fault(at, key, format!("`{}` is no form of this language: it has `one` and `other`", name.get_ref()));
        }
        let mut forms = FORMS.map(|form| {
            let text = table.get(form).and_then(|value| value.get_ref().as_str().map(str::to_owned));
            if text.is_none() {
                self.fault(at, key, format!("the form `{form}` is missing"));
            }
            text.map(|text| self.template(at, &text, key))
        });
        let (one, other) = (forms[0].take()?, forms[1].take()?);
        let without_count = |form: &Template| -> Vec<String> {
            form.places().into_iter().filter(|place| *place != COUNT).map(str::to_owned).collect()
        };
        if without_count(&one) != without_count(&other) || one.emphasized() != other.emphasized() {
            self.fault(at, key, "the forms have other places or another emphasis");
        }
        Some(Value::Plural { one, other })
    }

    fn records(&mut self, at: usize, tables: &[(usize, &DeTable<'_>)], key: &str) -> Option<Value> {
        let fits = |record: &&Record| {
            record.section.is_none()
                && tables.iter().all(|(_, table)| table.keys().all(|name| record.has(name.get_ref())))
        };
        let Some(record) = self.records.iter().find(fits).copied() else {
            self.fault(at, key, "no kind of record has these fields");
            return None;
        };
        let all = tables.iter().map(|(start, table)| self.fields(*start, table, record, key)).collect();
        Some(Value::Records(record, all))
    }

    /// The fields of a record that begins here.
    fn fields(&mut self, start: usize, table: &DeTable<'_>, record: Record, key: &str) -> Vec<Field> {
        let mut fields = Vec::new();
        for name in table.keys().filter(|name| !record.has(name.get_ref())) {
            self.fault(name.span().start, key, format!("the record has no field `{}`", name.get_ref()));
        }
        let text = |reader: &mut Self, name: &str| {
            let value = table.get(name)?;
            let text = value.get_ref().as_str()?.to_owned();
            Some(reader.text(value.span().start, &text, key))
        };
        for name in record.required {
            match text(self, name) {
                Some(text) => fields.push(Field::Text(text)),
                None => self.fault(start, key, format!("a record lacks the text `{name}`")),
            }
        }
        for name in record.optional {
            let text = text(self, name);
            fields.push(Field::Optional(text));
        }
        for name in record.marks {
            let mut letters = table.get(*name).and_then(|value| value.get_ref().as_str()).unwrap_or_default().chars();
            match (letters.next(), letters.next()) {
                (Some(mark), None) => fields.push(Field::Mark(mark)),
                _ => self.fault(start, key, format!("a record lacks the single letter `{name}`")),
            }
        }
        for name in record.lists {
            match table.get(*name).filter(|value| value.get_ref().is_array()) {
                Some(value) => fields.push(Field::Texts(self.texts(value, key))),
                None => self.fault(start, key, format!("a record lacks the list `{name}`")),
            }
        }
        fields
    }
}

impl Record {
    /// The names of its fields, in the order in which they are read and written.
    pub(crate) fn fields(&self) -> Vec<&'static str> {
        [self.required, self.optional, self.marks, self.lists].concat()
    }

    fn has(&self, name: &str) -> bool {
        self.fields().contains(&name)
    }
}
