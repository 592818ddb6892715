//! What documents say of each other, and what each takes from the others.

use std::collections::{HashMap, HashSet};

use crate::consistency::{nth_of, variant_nodes};
use crate::items::path;
use crate::near::nearest;
use crate::report::{At, Report};
use crate::tree::Node;
use model::fault::{Fault, Kind};
use model::money::Thousands;
use model::note::{Document, DocumentName, Origin, Side, Year};

/// What all documents together have.
pub(super) struct All {
    /// The ids of documents and variants, and how many of them have each.
    ids: HashMap<String, usize>,
    efforts: HashSet<String>,
    /// The rows that lines share with other notes: the notes that have them, and the sides that they are on.
    rows: HashMap<String, (HashSet<String>, Vec<Side>)>,
}

impl All {
    pub(super) fn of<'d>(documents: impl Iterator<Item = &'d Document> + Clone) -> Self {
        let mut all = Self { ids: HashMap::new(), efforts: HashSet::new(), rows: HashMap::new() };
        for document in documents {
            // The only variant of a document may be called as the document is.
            let ids = document.variants.iter().map(|variant| &variant.id).chain([&document.id]);
            for id in ids.collect::<HashSet<_>>() {
                let count = all.ids.entry(id.clone()).or_default();
                *count = count.saturating_add(1);
            }
            for variant in &document.variants {
                all.efforts.extend(variant.efforts.iter().map(|effort| effort.id.clone()));
                for line in &variant.lines {
                    let Some(key) = &line.same_row else { continue };
                    let (notes, sides) = all.rows.entry(key.clone()).or_default();
                    notes.insert(variant.id.clone());
                    if !sides.contains(&line.side) {
                        sides.push(line.side);
                    }
                }
            }
        }
        all
    }
}

/// Checks what a document says of others.
pub(super) fn check(document: &Document, root: &Node, all: &All, report: &Report<'_>) {
    ids_are_free(document, root, all, report);
    efforts_exist(document, root, all, report);
    rows_are_shared(document, root, all, report);
}

/// Checks that no other document has the ids of this one.
fn ids_are_free(document: &Document, root: &Node, all: &All, report: &Report<'_>) {
    let nodes = variant_nodes(root);
    let variants = document.variants.iter().zip(nodes).map(|(variant, node)| (&variant.id, node));
    let mut seen = HashSet::new();
    for (id, node) in [(&document.id, root)].into_iter().chain(variants) {
        if seen.insert(id) && all.ids.get(id).is_some_and(|count| *count > 1) {
            report.problem(At { item: id, node }.field("id"), Fault::Duplicate(id.clone()));
        }
    }
}

/// Checks that each effort and each shared row that a sentence is about is in one of the documents, and each driver that it gives
/// reasons for in its own: a document may speak of an effort that only another one has.
fn efforts_exist(document: &Document, root: &Node, all: &All, report: &Report<'_>) {
    let drivers: HashSet<&str> =
        document.variants.iter().flat_map(|variant| &variant.drivers).map(|driver| driver.id.as_str()).collect();
    let check = |list: &str, index: usize, item: &str, field: &str, id: Option<&String>, kind: Kind| {
        let Some(id) = id else { return };
        let is_known = match kind {
            Kind::Effort => all.efforts.contains(id),
            Kind::Driver => drivers.contains(id.as_str()),
            _ => all.rows.contains_key(id),
        };
        if !is_known {
            let known: Vec<&str> = match kind {
                Kind::Effort => all.efforts.iter().map(String::as_str).collect(),
                Kind::Driver => drivers.iter().copied().collect(),
                _ => all.rows.keys().map(String::as_str).collect(),
            };
            let item = path(&[&document.id, item]);
            let at = At { item: &item, node: nth_of(root, list, index) };
            let meant = if report.is_full() { None } else { nearest(id, known) };
            report.problem(at.field(field), Fault::Unknown { kind, id: id.clone(), meant });
        }
    };
    for (index, population) in document.populations.iter().enumerate() {
        check("population", index, &population.id, "effort", Some(&population.effort), Kind::Effort);
        check("population", index, &population.id, "same_row", population.same_row.as_ref(), Kind::SharedRow);
    }
    for (index, remark) in document.remarks.iter().enumerate() {
        check("remark", index, &remark.id, "effort", remark.effort.as_ref(), Kind::Effort);
        check("remark", index, &remark.id, "joins", remark.joins.as_ref(), Kind::Effort);
        check("remark", index, &remark.id, "grounds_for", remark.grounds_for.as_ref(), Kind::Driver);
    }
    for (index, count) in document.counts.iter().enumerate() {
        check("count", index, &count.id, "effort", Some(&count.effort), Kind::Effort);
        check("count", index, &count.id, "grounds_for", count.grounds_for.as_ref(), Kind::Driver);
    }
    for (index, target) in document.targets.iter().enumerate() {
        check("target", index, &target.id, "same_row", target.same_row.as_ref(), Kind::SharedRow);
    }
}

/// Checks that each row that a line shares with other notes is there in another variant, and that it is a cost in all of them
/// or a saving in all of them.
fn rows_are_shared(document: &Document, root: &Node, all: &All, report: &Report<'_>) {
    let mut told = HashSet::new();
    for (variant, node) in document.variants.iter().zip(variant_nodes(root)) {
        for (index, line) in variant.lines.iter().enumerate() {
            let Some((key, (notes, sides))) = line.same_row.as_ref().and_then(|key| all.rows.get_key_value(key)) else {
                continue;
            };
            if !told.insert(key) {
                continue;
            }
            let item = path(&[&variant.id, &line.id]);
            let at = At { item: &item, node: nth_of(node, "line", index) }.field("same_row");
            if notes.len() < 2 {
                report.blemish(at, Fault::RowNotShared(key.clone()));
            }
            if sides.len() > 1 {
                report.problem(at, Fault::RowOnBothSides(key.clone()));
            }
        }
    }
}

/// The names of documents, by their ids.
pub(super) fn names<'d>(documents: impl Iterator<Item = &'d Document>) -> HashMap<String, DocumentName> {
    documents.map(|document| (document.id.clone(), document.name())).collect()
}

/// Gives each borrowed value the name of the document that it is borrowed from.
pub(super) fn name_lenders(
    document: &mut Document,
    root: &Node,
    names: &HashMap<String, DocumentName>,
    report: &Report<'_>,
) {
    for (variant, node) in document.variants.iter_mut().zip(variant_nodes(root)) {
        for (index, driver) in variant.drivers.iter_mut().enumerate() {
            let Origin::Borrowed { document: from_id, name, .. } = &mut driver.origin else { continue };
            *name = names.get(from_id).cloned();
            if name.is_none() {
                let item = path(&[&variant.id, &driver.id]);
                let at = At { item: &item, node: nth_of(node, "driver", index) };
                let meant = nearest(from_id, names.keys().map(String::as_str));
                let fault = Fault::Unknown { kind: Kind::Document, id: from_id.clone(), meant };
                report.problem(at.field("origin").field("borrowed").field("document"), fault);
            }
        }
    }
}

/// Puts documents in their order, and marks the efforts that ran before the years of their note.
pub(super) fn in_order(documents: &mut [Document]) {
    documents.sort_by(|a, b| (a.budget, &a.id).cmp(&(b.budget, &b.id)));
    let proposed = documents.iter().flat_map(|document| {
        let efforts = document.variants.iter().flat_map(|variant| &variant.efforts);
        efforts.map(|effort| (effort.id.clone(), effort.start))
    });
    let granted = documents.iter().flat_map(|document| &document.tables).flat_map(|table| {
        let rows = table.rows.iter().filter_map(|row| Some((row, row.series.as_ref()?.effort())));
        rows.flat_map(|(row, effort)| {
            let has_amount = |year: &&Year| table.cell(row, **year).is_some_and(|cell| cell != Thousands::ZERO);
            table.years.iter().filter(has_amount).map(|year| (effort.to_owned(), *year))
        })
    });
    let mut earliest: HashMap<String, Year> = HashMap::new();
    for (effort, year) in proposed.chain(granted) {
        let known = earliest.entry(effort).or_insert(year);
        *known = year.min(*known);
    }
    let efforts = documents.iter_mut().flat_map(|document| &mut document.variants);
    for effort in efforts.flat_map(|variant| &mut variant.efforts) {
        effort.continues = earliest.get(&effort.id).is_some_and(|year| *year < effort.start);
    }
}
