//! Turns ids into positions and checks each item on its own. What is wrong with an item is reported, and the others are still
//! looked at. What only follows from a reported fault is not reported.
//!
//! - [`printed`]: tables, rows, and the statements about them. [`variant`]: a variant and its efforts, with [`driver`]
//!   and [`line`]; of that its [`schedule`], and the lines that it is a [`share`] of.
//! - [`target`]: targets, and the results that are measured against them.
//! - [`city`]: the administrations and committees, and those that items name.
//! - [`check`]: the checks that every item has to pass.

mod area;
mod check;
mod city;
mod driver;
mod line;
mod printed;
mod schedule;
mod share;
mod target;
mod variant;

use std::cell::RefCell;

use rust_decimal::Decimal;

use self::check::{LONGEST_NAME, check_length, check_name, check_names, check_optional_names, check_year};
use self::printed::{Tables, WrittenTable};
use self::variant::WrittenVariant;
use super::file::{
    AmountUnit, DocumentFile, FIELDS_OF_VARIANT, LISTS_OF_DOCUMENT, LISTS_OF_VARIANT, LanguageFile, ResultFile,
    TargetFile,
};
use crate::items::{Ids, Item, id_from, items, name};
use crate::reader::{self, Others};
use crate::report::{At, Report};
use crate::tree::Node;
use model::fault::{Fault, Kind};
use model::language::Language;
use model::note::{City, Count, Document, Names, Omitted, Population, Table, Year};

pub(super) use self::city::city;

/// What every item of a file is read with.
pub(super) struct Context<'c> {
    report: &'c Report<'c>,
    /// The city, and the bodies that the file names besides.
    pub(super) city: RefCell<City>,
    /// The language of wordings that are plain texts.
    language: Language,
    /// What the amounts of the file are written in.
    unit: AmountUnit,
}

impl<'c> Context<'c> {
    const fn new(report: &'c Report<'c>, city: City, language: Language, unit: AmountUnit) -> Self {
        Self { report, city: RefCell::new(city), language, unit }
    }

    /// An amount of the file in 1.000 kr., exact.
    fn in_thousands(&self, value: Decimal) -> Decimal {
        /// Numbers with more decimals than this are refused anyway, and have no room for the factor.
        const MOST_DECIMALS: u32 = 20;
        let factor = match self.unit {
            AmountUnit::Thousands => return value,
            AmountUnit::Kroner => Decimal::new(1, 3),
            AmountUnit::Millions => Decimal::ONE_THOUSAND,
        };
        let product = value.checked_mul(factor).filter(|_| value.scale() <= MOST_DECIMALS);
        product.map_or(value, |product| product.normalize())
    }
}

/// Where the id of a document without one begins to be too long.
const LONGEST_ID: usize = 40;

/// The id of a document that has none of its own. It has no half word at its end, because people read it in links.
pub(crate) fn id_of_title(title: &str) -> String {
    let id = id_from(title, LONGEST_ID);
    let is_whole = |next: &str| next.len() == id.len() || next.as_bytes().get(id.len()) == Some(&b'-');
    match id.rsplit_once('-') {
        Some((words, _)) if !is_whole(&id_from(title, usize::MAX)) => words.to_owned(),
        _ => id,
    }
}

/// What became of a document.
pub(super) struct Resolved {
    /// The checked document; `None` where anything has a fault.
    pub(super) document: Option<Document>,
    /// The document with its tables and nothing else; `None` where one of them has a fault.
    pub(super) tables_alone: Option<Document>,
    /// The city with the bodies that the document names besides.
    pub(super) city: City,
}

/// Checks each item of a document on its own. `None` where the file has none.
pub(super) fn document(root: &Node, city: City, report: &Report<'_>) -> Option<Resolved> {
    let written = Written::read(root, city, report)?;
    let (document, tables_alone) = written.resolve();
    Some(Resolved { document, tables_alone, city: written.context.city.into_inner() })
}

/// A document as it is written, with the items of its lists.
struct Written<'n, 'c> {
    context: Context<'c>,
    root: &'n Node,
    head: DocumentFile,
    id: String,
    tables: Vec<WrittenTable<'n>>,
    targets: Vec<Item<'n, TargetFile>>,
    variants: Vec<WrittenVariant<'n>>,
    is_whole: bool,
}

impl<'n, 'c> Written<'n, 'c> {
    fn read(root: &'n Node, city: City, report: &'c Report<'c>) -> Option<Self> {
        let before = report.count();
        let holds_variant = root.get("variant").is_none();
        let of_variant = FIELDS_OF_VARIANT.iter().chain(&LISTS_OF_VARIANT).filter(|_| holds_variant);
        let others: Vec<&str> = LISTS_OF_DOCUMENT.iter().chain(of_variant).copied().collect();
        let said_id = root.get("id").and_then(Node::as_text).unwrap_or_default();
        let head: DocumentFile =
            reader::read(At { item: said_id, node: root }, Others::Known(&others), Language::default(), report)?;
        let language = match head.language {
            None | Some(LanguageFile::Danish) => Language::Danish,
            Some(LanguageFile::English) => Language::English,
        };
        // Plain texts are read again, in the language of the file.
        let head = if language == Language::default() {
            head
        } else {
            let silent = Report::new("", report.is_strict);
            reader::read(At { item: said_id, node: root }, Others::Known(&others), language, &silent)?
        };
        let context = Context::new(report, city, language, head.unit.unwrap_or(AmountUnit::Thousands));
        let id = head.id.clone().unwrap_or_else(|| id_of_title(head.title.get(language.code()).0));
        let variants = if holds_variant {
            let written = WrittenVariant::read(&context, root, id.clone(), Some((&id, &head.title)));
            written.into_iter().collect()
        } else {
            let nodes = root.get("variant").map(Node::items).unwrap_or_default().iter().enumerate();
            let read = nodes
                .filter_map(|(index, node)| WrittenVariant::read(&context, node, name(node, "variant", index), None));
            read.collect()
        };
        let tables = printed::written_tables(&context, root);
        let targets = items(root, "target", &id, Others::NONE, language, report);
        Some(Self { is_whole: report.count() == before, context, root, head, id, tables, targets, variants })
    }

    fn at(&self) -> At<'_> {
        At { item: &self.id, node: self.root }
    }

    fn resolve(&self) -> (Option<Document>, Option<Document>) {
        let (context, at) = (&self.context, self.at());
        let report = context.report;
        self.check_head();
        city::add_own(context, self.root);
        let variant_ids = self.variants.iter().map(|variant| (variant.id.as_str(), variant.at()));
        drop(Ids::checked(Kind::Variant, variant_ids, report));
        let targets = target::Targets::of(self.ids(Kind::Target, &self.targets, |target| &target.id), &self.targets);
        let resolved_targets: Vec<_> = self.targets.iter().map(|item| target::target(context, item)).collect();
        if !printed::are_few(context, at, &self.tables) {
            return (None, None);
        }
        let rows = Tables::of(context, &self.tables);
        let tables: Option<Vec<Table>> = {
            let tables: Vec<_> =
                self.tables.iter().map(|table| printed::table(context, table, &self.variants)).collect();
            tables.into_iter().collect()
        };
        let variants: Vec<_> = self.variants.iter().map(|variant| variant.resolve(context, &rows, &targets)).collect();
        let statements = self.items("statement");
        drop(self.ids(Kind::Item, &statements, |statement: &super::file::StatementFile| &statement.id));
        let statements: Vec<_> = statements.iter().map(|item| printed::statement(context, item, &rows)).collect();
        let results = self.items("result");
        drop(self.ids(Kind::Item, &results, |result: &ResultFile| &result.id));
        let resolved_results: Vec<_> =
            results.iter().map(|item| target::result(context, item, &resolved_targets)).collect();
        let populations =
            self.checked("population", |population: &Population| &population.id, printed::check_population);
        let follow_ups = self.items("follow_up");
        drop(self.ids(Kind::Item, &follow_ups, |follow_up: &super::file::FollowUpFile| &follow_up.id));
        let resolved: Vec<_> = follow_ups.iter().map(|item| printed::follow_up(context, item, &targets)).collect();
        let remarks = self.items("remark");
        drop(self.ids(Kind::Item, &remarks, |remark: &super::file::RemarkFile| &remark.id));
        let remarks: Vec<_> = remarks.iter().map(|item| printed::remark(context, item, &rows)).collect();
        let counts = self.checked("count", |count: &Count| &count.id, printed::check_count);
        let omitted = self.omitted("omitted");
        let omitted_counts = self.omitted("omitted_count");
        self.check_efforts(self.targets.iter().map(|item| (item.at(), &item.written.effort)));
        self.check_efforts(results.iter().map(|item| (item.at(), &item.written.effort)));
        self.check_efforts(follow_ups.iter().map(|item| (item.at(), &item.written.effort)));
        let written = |items: Vec<Item<'n, _>>| items.into_iter().map(|item| item.written).collect();
        let document = |tables, variants| {
            let mut document = self.bare();
            document.tables = tables;
            document.variants = variants;
            document
        };
        let tables_alone = tables.clone().map(|tables| document(tables, Vec::new()));
        let whole = || {
            let mut document = document(tables?, variants.into_iter().collect::<Option<_>>()?);
            document.targets = resolved_targets.into_iter().collect::<Option<_>>()?;
            document.statements = statements.into_iter().collect::<Option<_>>()?;
            document.results = resolved_results.into_iter().collect::<Option<_>>()?;
            document.populations = written(populations);
            document.follow_ups = resolved.into_iter().collect::<Option<_>>()?;
            document.remarks = remarks.into_iter().collect::<Option<_>>()?;
            document.counts = counts.into_iter().map(|item| item.written).collect();
            document.omitted = omitted;
            document.omitted_counts = omitted_counts;
            Some(document)
        };
        (whole().filter(|_| report.is_clean()), tables_alone)
    }

    /// The document without its lists, with sensible values for what a note that does not ship may leave out.
    fn bare(&self) -> Document {
        let head = &self.head;
        let first = self.variants.iter().filter_map(WrittenVariant::first_year).min().unwrap_or(*check::YEARS.start());
        let budget = head.budget.unwrap_or(first);
        Document {
            id: self.id.clone(),
            file: head.file.clone().unwrap_or_default(),
            fingerprint: None,
            read_by: head.read_by,
            short: head.short.clone().unwrap_or_else(|| head.title.clone()),
            edition: head.edition.clone(),
            title: head.title.clone(),
            official_title: head.official_title.clone().unwrap_or_else(|| head.title.clone()),
            edition_of: head.edition_of.clone(),
            budget,
            price_level: head.price_level.unwrap_or(budget),
            decision: head.decision.clone(),
            risk: head.risk.clone(),
            tables: Vec::new(),
            targets: Vec::new(),
            statements: Vec::new(),
            results: Vec::new(),
            populations: Vec::new(),
            follow_ups: Vec::new(),
            remarks: Vec::new(),
            counts: Vec::new(),
            omitted: Vec::new(),
            omitted_counts: Vec::new(),
            variants: Vec::new(),
        }
    }

    fn check_head(&self) {
        let (context, at, head) = (&self.context, self.at(), &self.head);
        let report = context.report;
        if !crate::items::is_id(&self.id) && self.is_whole {
            report.problem(at.field("id"), Fault::Id(self.id.clone()));
        }
        if report.is_strict {
            let said = [
                ("id", head.id.is_some()),
                ("file", head.file.is_some()),
                ("budget", head.budget.is_some()),
                ("price_level", head.price_level.is_some()),
            ];
            for (field, _) in said.into_iter().filter(|(_, is_said)| !is_said) {
                report.problem(at, Fault::FieldMissing(field.to_owned()));
            }
        }
        if head.title != Names::from_iter([]) || self.is_whole {
            check_name(context, at.field("title"), &head.title);
        }
        let optional = [
            ("official_title", &head.official_title),
            ("short", &head.short),
            ("decision", &head.decision),
            ("risk", &head.risk),
        ];
        for (field, names) in optional {
            check_optional_names(context, at, field, names.as_ref());
        }
        for (field, names) in
            [("official_title", &head.official_title), ("short", &head.short), ("edition", &head.edition)]
        {
            if let Some(names) = names {
                check_length(context, at.field(field), names, LONGEST_NAME);
            }
        }
        if let Some(edition) = &head.edition {
            check_names(context, at.field("edition"), edition);
        }
        for (field, year) in [("budget", head.budget), ("price_level", head.price_level)] {
            // A year that could not be read is 0.
            if let Some(year) = year.filter(|year: &Year| *year != 0) {
                check_year(context, at.field(field), year);
            }
        }
    }

    fn items<T: serde::de::DeserializeOwned>(&self, key: &str) -> Vec<Item<'n, T>> {
        items(self.root, key, &self.id, Others::NONE, self.context.language, self.context.report)
    }

    fn ids<'i, T>(&self, kind: Kind, items: &'i [Item<'n, T>], id: impl Fn(&'i T) -> &'i String) -> Ids<'i> {
        let ids = items.iter().map(|item| (id(&item.written).as_str(), item.at()));
        Ids::checked(kind, ids, self.context.report)
    }

    /// The items of a list that need no resolving.
    fn checked<T: serde::de::DeserializeOwned>(
        &self,
        key: &str,
        id: impl Fn(&T) -> &String,
        check: impl Fn(&Context<'c>, &Item<'n, T>),
    ) -> Vec<Item<'n, T>> {
        let items: Vec<Item<'n, T>> = self.items(key);
        drop(self.ids(Kind::Item, &items, id));
        items.iter().filter(|item| item.is_whole).for_each(|item| check(&self.context, item));
        items
    }

    fn omitted(&self, key: &str) -> Vec<Omitted> {
        let items: Vec<Item<'n, Omitted>> = self.items(key);
        items.iter().filter(|item| item.is_whole).for_each(|item| printed::check_omitted(&self.context, item));
        items.into_iter().map(|item| item.written).collect()
    }

    /// Checks that each effort of a list is in one of the variants.
    fn check_efforts<'i>(&self, efforts: impl Iterator<Item = (At<'i>, &'i String)>) {
        let ids = self.variants.iter().flat_map(|variant| variant.effort_ids.iter().map(String::as_str));
        let ids = Ids::of(Kind::Effort, ids);
        for (at, id) in efforts {
            let _position = ids.find(at.field("effort"), id, self.context.report);
        }
    }
}
