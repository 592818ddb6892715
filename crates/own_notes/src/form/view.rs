//! A text as a form.

use super::choices::Choices;
use super::convert::toml_of;
use super::fitting::{Fitting, told_apart};
use super::parts::{id_last, number_field, text_field};
use super::shape::{self, NOTE, Shape, Table};
use super::tree::{Node, Tree};
use super::wording::word;
use super::{faults, names, number, printed, remarks, years};
use engine::note_form::{Addition, Field, FieldKind, Group, NoteForm, Part, PrintedTable};
use words::Words;

/// The lists of a note, in the order of the form.
const SECTIONS: [&str; 10] = [
    "effort",
    "driver",
    "line",
    "variant",
    "target",
    "result",
    "printed_payback",
    "table",
    "committee",
    "administration",
];

/// The lists that a note has itself unless its variants have them.
const OF_VARIANT: [&str; 4] = ["effort", "driver", "line", "printed_payback"];

/// What is shown only where the text has it: most notes do without.
const RARE: [&str; 15] = [
    "note.first",
    "note.last",
    "note.variant",
    "variant.first",
    "variant.last",
    "effort.savings_like",
    "driver.mention",
    "driver.group",
    "source.row",
    "source.reads",
    "table.variant",
    "row.committee",
    "target.aim",
    "target.definition",
    "result.definition",
];

/// Shows a text as a form, with what hinders, or what the page would answer. `handed_on` is what is known beside the note.
#[must_use]
pub fn form(text: &str, handed_on: &[u8], words: Words) -> NoteForm {
    let text = toml_of(text);
    let found = crate::reading::checked(text.as_bytes(), "", handed_on, words);
    let tree = Tree::of(&text);
    let shown = |tree| View { tree, words, choices: Choices { tree, words } }.form();
    let mut form = tree.as_ref().map(shown).unwrap_or_default();
    if let Some(tree) = &tree {
        remarks::add(&mut form, Choices { tree, words });
    }
    match found {
        Ok(checked) => {
            form.printed = printed::compared(&checked, &text, &form, words);
            faults::remark(&checked.remarks, &text, &mut form, words);
            form.says = checked.read.says;
        }
        Err(problems) => faults::tell(&problems, &text, &mut form, words),
    }
    form
}

struct View<'v, 't> {
    tree: &'v Tree<'t>,
    words: Words,
    choices: Choices<'v, 't>,
}

/// What a table is shown within.
#[derive(Clone, Copy)]
struct Within<'w> {
    /// The unit of the assumption that it belongs to.
    unit: Option<&'w str>,
    /// The years of the printed table that it belongs to.
    years: &'w [String],
    /// The item that has the lists whose items may be named: a variant, or the note.
    scope: Node<'w>,
    /// The line that it belongs to.
    line: Option<Node<'w>>,
}

impl View<'_, '_> {
    fn form(&self) -> NoteForm {
        let root = self.tree.root();
        let Shape::Table(note) = shape::note() else { return NoteForm::default() };
        let within = Within { unit: None, years: &[], scope: root, line: None };
        let has_variants = root.get("variant").is_some();
        let mut first =
            Group { name: self.choices.name(NOTE).unwrap_or_default(), path: String::new(), ..Group::default() };
        for field in note.fields.iter().filter(|field| !SECTIONS.contains(&field.key.as_str())) {
            // The years stand in one of two forms.
            let is_instead = field.key == "years" && (has_variants || root.get("first").is_some());
            if !is_instead || root.get(&field.key).is_some() {
                self.add(&note, field, Some(root), "", within, &mut first);
            }
        }
        id_last(&mut first);
        let is_title = |part: &Part| matches!(part, Part::Field(field) if field.path.starts_with("/title"));
        first.parts.sort_by_key(|part| !is_title(part));
        let mut sections = vec![first];
        for key in SECTIONS {
            let is_elsewhere = has_variants && OF_VARIANT.contains(&key) && root.get(key).is_none();
            let mut section = Group::default();
            if let Some(field) = note.field(key).filter(|_| !is_elsewhere) {
                self.add(&note, field, Some(root), "", within, &mut section);
            }
            sections.extend(section.parts.into_iter().filter_map(|part| match part {
                Part::Group(group) => Some(group),
                _ => None,
            }));
        }
        let known =
            |key: &str| key.starts_with('$') || self.choices.name(&format!("{NOTE}.{key}")).is_some() || key == "years";
        let keys = root.table().map(|table| table.iter().map(|(key, _)| key.to_owned()).collect::<Vec<_>>());
        let only_in_text = keys.unwrap_or_default().into_iter().filter(|key| !known(key)).collect();
        NoteForm { sections, only_in_text, ..NoteForm::default() }
    }

    /// The parts of a table, and what may be added to it.
    fn fill(&self, group: &mut Group, table: &Table, node: Option<Node<'_>>, within: Within<'_>) {
        let path = group.path.clone();
        for field in &table.fields {
            let is_instead = field.key == "years" && node.is_some_and(|node| node.get("first").is_some());
            if !is_instead {
                self.add(table, field, node, &path, within, group);
            }
        }
        id_last(group);
    }

    /// Adds a field of a table to a group.
    fn add(
        &self,
        table: &Table,
        field: &shape::Field,
        node: Option<Node<'_>>,
        path: &str,
        within: Within<'_>,
        group: &mut Group,
    ) {
        let of = format!("{}.{}", table.name, field.key);
        let here = node.and_then(|node| node.get(&field.key));
        // A note with several variants needs to say which one a table belongs to.
        let is_of_variants =
            of == "table.variant" && self.tree.root().get("variant").is_some_and(|variants| variants.items().len() > 1);
        if RARE.contains(&of.as_str()) && here.is_none() && !is_of_variants {
            return;
        }
        let path = format!("{path}/{}", field.key);
        if let Shape::Pair(_) = &field.shape {
            for index in ["0", "1"] {
                if let Some(label) = self.choices.name(&format!("{of}.{index}")) {
                    let value = here.and_then(|pair| pair.get(index)).and_then(|node| self.tree.word(node));
                    let path = format!("{path}/{index}");
                    let field = Field { label, value: value.unwrap_or_default(), ..number_field(path) };
                    group.parts.push(Part::Field(field));
                }
            }
            return;
        }
        let Some(word) = word(&of, self.words) else { return };
        let (name, help) = (word.name.to_owned(), word.help.unwrap_or_default().to_owned());
        let added = Addition { path: path.clone(), label: word.add.unwrap_or_default().to_owned() };
        let removal =
            if field.is_required || word.add.is_none() { String::new() } else { self.words.form_removal(&name) };
        match &field.shape {
            Shape::Table(_) | Shape::ByYear(_) if here.is_none() && !field.is_required && word.add.is_some() => {
                group.additions.push(added);
            }
            Shape::Table(below) => {
                let mut inner = Group { path, name, help, removal, ..Group::default() };
                self.fill(&mut inner, below, here, within);
                group.parts.push(Part::Group(inner));
            }
            Shape::ByYear(_) => {
                let inner = Group { path, name, help, removal, ..Group::default() };
                group.parts.push(Part::Group(self.by_year(inner, here, within)));
            }
            Shape::OneOf { name: of_choice, of } => {
                let inner = self.one_of(of_choice, of, Group { path, name, help, ..Group::default() }, here, within);
                group.parts.push(Part::Group(inner));
            }
            Shape::List(item) => match &**item {
                Shape::Table(below) => {
                    let mut inner = Group { path, name, help, additions: vec![added], ..Group::default() };
                    self.list(&mut inner, below, here, within);
                    let is_empty = inner.parts.is_empty();
                    // A list that most items do without is a button until it is there.
                    if is_empty && table.name != NOTE && !field.is_required && field.key != "row" {
                        group.additions.append(&mut inner.additions);
                    } else {
                        group.parts.push(Part::Group(inner));
                    }
                }
                Shape::Cell => group.parts.push(Part::Group(self.cells(
                    Group { path, name, help, ..Group::default() },
                    here,
                    within,
                ))),
                _ => {
                    let is_share = names::is_share(&table.name, &field.key, within.unit);
                    let words = here.map(|list| self.listed(list, is_share)).unwrap_or_default();
                    let words = words.join("; ");
                    let value = match names::named_by_each(&field.key) {
                        Some(list) => self.choices.named_in(list, within.scope, &words, |pair| pair),
                        None => words,
                    };
                    let unit = if is_share { PER_CENT } else { "" };
                    group.parts.push(Part::Field(Field {
                        label: name,
                        help,
                        value,
                        unit: unit.to_owned(),
                        is_required: field.is_required,
                        ..text_field(path)
                    }));
                }
            },
            _ => {
                let word = FieldWord { table: &table.name, name, help };
                group.parts.extend(self.values(word, field, here, path, within).into_iter().map(Part::Field));
            }
        }
    }

    /// A value that is one of several tables: the choice, and what belongs to it.
    fn one_of(
        &self,
        of: &str,
        choices: &[(String, Shape)],
        mut group: Group,
        here: Option<Node<'_>>,
        within: Within<'_>,
    ) -> Group {
        let as_word = here.and_then(|node| self.tree.word(node));
        let is_there = |(key, _): &&(String, Shape)| {
            as_word.as_deref() == Some(key) || here.is_some_and(|node| node.get(key).is_some())
        };
        let chosen = choices.iter().find(is_there);
        let options = choices.iter().map(|(key, _)| (key.clone(), self.choices.choice(of, key)));
        let value = chosen.map(|(key, _)| key.clone()).unwrap_or_default();
        let field = Field {
            label: group.name.clone(),
            help: std::mem::take(&mut group.help),
            kind: self.choices.all(options.collect(), &value, false),
            value,
            ..text_field(group.path.clone())
        };
        group.parts.push(Part::Field(field));
        if let Some((key, Shape::Table(table))) = chosen {
            let below = here.and_then(|node| node.get(key));
            let of_choice = format!("{}/{key}", group.path);
            let path = std::mem::replace(&mut group.path, of_choice);
            self.fill(&mut group, table, below, within);
            group.path = path;
        }
        group
    }

    /// The items of a list.
    fn list(&self, group: &mut Group, of: &Table, here: Option<Node<'_>>, within: Within<'_>) {
        let items = here.map(Node::items).unwrap_or_default();
        if of.name == "row" && !items.is_empty() {
            group.parts.push(Part::Table(self.printed(group, &items, within)));
        }
        for (index, item) in items.into_iter().enumerate() {
            let unit = item.get("unit").and_then(|unit| self.tree.word(unit));
            let years = item.get("years").map(|years| self.listed(years, false));
            let within = Within {
                unit: if of.name == "driver" { unit.as_deref() } else { within.unit },
                years: if of.name == "table" { years.as_deref().unwrap_or_default() } else { within.years },
                scope: if of.name == "variant" { item } else { within.scope },
                line: if of.name == "line" { Some(item) } else { within.line },
            };
            let name = self.item_name(of, item, within);
            let removal = self.words.form_removal(&name);
            let path = format!("{}/{index}", group.path);
            let mut inner = Group { path, name, removal, is_item: true, ..Group::default() };
            self.fill(&mut inner, of, Some(item), within);
            group.parts.push(Part::Group(inner));
        }
    }

    /// What an item of a list is called.
    fn item_name(&self, of: &Table, item: Node<'_>, within: Within<'_>) -> String {
        let keys = ["name", "label", "title", "measure", "short", "committee", "place", "basis", "id"];
        let named = keys.into_iter().find_map(|key| item.get(key).and_then(|node| self.choices.wording(node)));
        let name = named.unwrap_or_else(|| self.words.form_unnamed().to_owned());
        let value = item.get("value").filter(|_| of.name == "driver").and_then(|value| self.tree.word(value));
        match value {
            Some(value) => {
                let is_share = names::is_share("driver", "value", within.unit);
                let value = number::said(&value, is_share, self.words);
                let unit = if is_share { "\u{a0}%" } else { "" };
                self.words.form_with_value(&name, &format!("{value}{unit}"))
            }
            None => name,
        }
    }

    /// The words of a list.
    fn listed(&self, list: Node<'_>, is_share: bool) -> Vec<String> {
        let shown = |word: String| if is_share { number::shown(&word, true, self.words) } else { word };
        list.items().into_iter().filter_map(|item| self.tree.word(item)).map(shown).collect()
    }

    fn cells(&self, mut group: Group, here: Option<Node<'_>>, within: Within<'_>) -> Group {
        for (index, year) in within.years.iter().enumerate() {
            let cell = here.and_then(|cells| cells.get(&index.to_string())).and_then(|cell| self.tree.word(cell));
            let value = cell.map(|cell| number::shown(&cell, false, self.words)).unwrap_or_default();
            let path = format!("{}/{index}", group.path);
            group.parts.push(Part::Field(Field { label: year.clone(), value, ..number_field(path) }));
        }
        group
    }

    /// A number for each year.
    fn by_year(&self, mut group: Group, here: Option<Node<'_>>, within: Within<'_>) -> Group {
        for year in years::of_amounts(self.tree, within.scope, within.line, here) {
            let number = here.and_then(|of_years| of_years.get(&year)).and_then(|number| self.tree.word(number));
            let value = number.map(|number| number::shown(&number, false, self.words)).unwrap_or_default();
            let (path, label) = (format!("{}/{year}", group.path), self.words.form_amount_in(&year));
            group.parts.push(Part::Field(Field { label, value, ..number_field(path) }));
        }
        group
    }

    /// A printed table as it was transcribed.
    fn printed(&self, group: &Group, rows: &[Node<'_>], within: Within<'_>) -> PrintedTable {
        let row = |row: &Node<'_>| {
            let label = row.get("label").and_then(|label| self.tree.word(label)).unwrap_or_default();
            let cells = row.get("cells").map(|cells| self.listed(cells, false)).unwrap_or_default();
            (label, cells.iter().map(|cell| number::said(cell, false, self.words)).collect())
        };
        PrintedTable {
            path: group.path.clone(),
            name: group.name.clone(),
            label: self.choices.name("row.label").unwrap_or_default(),
            years: within.years.to_vec(),
            rows: rows.iter().map(row).collect(),
        }
    }

    /// What the amounts of the note are in.
    fn amount_unit(&self) -> &'static str {
        let labels = &self.words.labels().own_note;
        match self.tree.root().get("unit").and_then(|unit| self.tree.word(unit)).as_deref() {
            Some("kr") => labels.unit_kroner,
            Some("mio") => labels.unit_millions,
            _ => labels.unit_thousands,
        }
    }

    /// The fields of a value that is one word, or one in each language.
    fn values(
        &self,
        FieldWord { table, name, help }: FieldWord<'_>,
        field: &shape::Field,
        here: Option<Node<'_>>,
        path: String,
        within: Within<'_>,
    ) -> Vec<Field> {
        let word = here.and_then(|node| self.tree.word(node));
        let is_required = field.is_required;
        let base = Field { label: name, help, is_required, ..text_field(path) };
        let choice = |options: Vec<(String, String)>| {
            let value = word.clone().unwrap_or_default();
            Field { kind: self.choices.all(options, &value, is_required), value, ..base.clone() }
        };
        let one = match &field.shape {
            Shape::Wording => {
                let languages: Vec<&str> = match here.and_then(Node::table) {
                    Some(table) => ["da", "en"].into_iter().filter(|code| table.contains_key(code)).collect(),
                    None => Vec::new(),
                };
                if !languages.is_empty() {
                    let in_language = |code: &str| Field {
                        path: format!("{}/{code}", base.path),
                        label: self.words.form_in_language(&base.label, code),
                        value: here.and_then(|node| self.tree.word(node.get(code)?)).unwrap_or_default(),
                        ..base.clone()
                    };
                    return languages.into_iter().map(in_language).collect();
                }
                Field { value: word.unwrap_or_default(), ..base }
            }
            Shape::Number | Shape::Cell => {
                let is_share = names::is_share(table, &field.key, within.unit);
                let value = word.map(|word| number::shown(&word, is_share, self.words)).unwrap_or_default();
                let unit = if is_share {
                    PER_CENT
                } else if names::is_amount(table, &field.key, within.unit) {
                    self.amount_unit()
                } else {
                    ""
                };
                Field { kind: FieldKind::Number, value, unit: unit.to_owned(), ..base }
            }
            Shape::Choice(words) => choice(
                words
                    .iter()
                    .map(|word| (word.clone(), self.choices.choice(&format!("{table}.{}", field.key), word)))
                    .collect(),
            ),
            Shape::Area(known) => {
                let name = |word: &String| self.choices.area(word);
                let value = word.as_ref().map(name).unwrap_or_default();
                Field { kind: FieldKind::Suggestions(known.iter().map(name).collect()), value, ..base }
            }
            Shape::Truth => {
                choice(["true", "false"].map(|truth| (truth.to_owned(), self.choices.choice("truth", truth))).into())
            }
            Shape::Id => match names::named_by(table, &field.key) {
                Some("driver") => {
                    let (of, value) = (format!("{table}.{}", field.key), word.clone().unwrap_or_default());
                    let Fitting { options, none } =
                        self.choices.drivers_for(&of, &base.path, within.scope, within.unit, &value);
                    let help = [base.help.as_str(), &none].join(" ").trim().to_owned();
                    Field { help, ..choice(options) }
                }
                Some(list) => {
                    let items = self.choices.named_items(list, within.scope);
                    choice(told_apart(&items, self.words))
                }
                None => Field { value: word.unwrap_or_default(), ..base },
            },
            _ if table == "line" && field.key == "row" => {
                choice(self.choices.rows_for(within.scope, word.as_deref().unwrap_or_default()))
            }
            _ => Field { value: word.unwrap_or_default(), ..base },
        };
        vec![one]
    }
}

/// What a field is called, and the table that it is in.
struct FieldWord<'w> {
    table: &'w str,
    name: String,
    help: String,
}

/// What stands behind a share.
const PER_CENT: &str = "%";
