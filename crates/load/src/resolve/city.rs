//! The administrations and committees: those of the city, those that a file names itself, and those that items name by id or in
//! free text.

use super::Context;
use super::check::check_name;
use crate::file::BodyFile;
use crate::items::{FreeIds, Ids, id_from, is_id, items};
use crate::near::nearest;
use crate::reader::Others;
use crate::report::{At, Report};
use crate::tree::{Node, Value};
use model::fault::{Fault, Kind, Part};
use model::language::Language;
use model::note::{Administration, Body, City, Committee, Names};

/// How many bodies of a kind there may be: as many as have a position.
const MOST: usize = 250;

const KINDS: [(Kind, &str); 2] = [(Kind::Administration, "administration"), (Kind::Committee, "committee")];

/// The city that a file of its own describes.
pub(crate) fn city(root: &Node, report: &Report<'_>) -> City {
    for entry in root.entries().iter().filter(|entry| !KINDS.iter().any(|(_, key)| entry.key == *key)) {
        let meant = nearest(&entry.key, KINDS.map(|(_, key)| key));
        report.problem_at(&entry.span, "", Fault::Field { field: entry.key.clone(), meant });
    }
    let context = Context::new(report, City::default(), Language::default(), crate::file::AmountUnit::Thousands);
    add_own(&context, root);
    context.city.into_inner()
}

/// Adds the bodies that a file lists to the city.
pub(super) fn add_own(context: &Context<'_>, root: &Node) {
    for (kind, key) in KINDS {
        let written = items::<BodyFile>(root, key, key, Others::NONE, context.language, context.report);
        let id_of =
            |body: &BodyFile| body.id.clone().unwrap_or_else(|| id_from(spoken(&body.name), Committee::LONGEST_ID));
        let ids: Vec<String> = written.iter().map(|item| id_of(&item.written)).collect();
        drop(Ids::checked(
            kind,
            ids.iter().map(String::as_str).zip(written.iter().map(|item| item.at())),
            context.report,
        ));
        for (item, id) in written.iter().zip(&ids).filter(|(item, _)| item.is_whole) {
            let at = item.at();
            if context.report.is_strict {
                for (field, is_said) in [("id", item.written.id.is_some()), ("short", item.written.short.is_some())] {
                    if !is_said {
                        context.report.problem(at, Fault::FieldMissing(field.to_owned()));
                    }
                }
            }
            check_name(context, at.field("name"), &item.written.name);
            let short = item.written.short.clone().unwrap_or_else(|| spoken(&item.written.name).to_owned());
            if short.trim().is_empty() {
                context.report.problem(at, Fault::Missing(Part::ShortName));
            }
            if kind == Kind::Committee && id.len() > Committee::LONGEST_ID {
                context
                    .report
                    .problem(at.field("id"), Fault::IdTooLong { id: id.clone(), most: Committee::LONGEST_ID });
            }
            let body = Body { id: id.clone(), short, name: item.written.name.clone() };
            let same = bodies(&context.city.borrow(), kind).iter().find(|known| known.id == *id).cloned();
            match same {
                None => push(context, at, kind, body),
                Some(known) if context.report.is_strict || known.name.shares_a_wording(&body.name) => {}
                Some(_) => context.report.problem(at.field("id"), Fault::Duplicate(id.clone())),
            }
        }
    }
}

fn spoken(name: &Names) -> &str {
    name.get(Language::default().code()).0
}

fn bodies(city: &City, kind: Kind) -> &[Body] {
    if kind == Kind::Committee { &city.committees } else { &city.administrations }
}

fn push(context: &Context<'_>, at: At<'_>, kind: Kind, body: Body) {
    let mut city = context.city.borrow_mut();
    let list = if kind == Kind::Committee { &mut city.committees } else { &mut city.administrations };
    if list.len() == MOST {
        context.report.problem(at, Fault::TooMany { kind, count: MOST.saturating_add(1), most: MOST });
    }
    if list.len() <= MOST {
        list.push(body);
    }
}

/// The administration that an item names by id or in free text.
pub(super) fn administration(context: &Context<'_>, at: At<'_>, named: &str) -> Option<Administration> {
    let id = id_of(context, at, Kind::Administration, named)?;
    context.city.borrow().find_administration(&id)
}

/// The committee that an item names by id or in free text.
pub(super) fn committee(context: &Context<'_>, at: At<'_>, named: &str) -> Option<Committee> {
    let id = id_of(context, at, Kind::Committee, named)?;
    context.city.borrow().find_committee(&id)
}

/// The id of a body. One that is named in free text, and is not known by that name, is added to the city.
fn id_of(context: &Context<'_>, at: At<'_>, kind: Kind, named: &str) -> Option<String> {
    let name = named.trim();
    let city = context.city.borrow();
    let known = bodies(&city, kind);
    let has_name = |body: &&Body| body.id == named || body.short == name || body.name.says(name);
    if let Some(body) = known.iter().find(has_name) {
        return Some(body.id.clone());
    }
    // A blank stands for what could not be read, which is said already.
    if named.is_empty() && !matches!(&at.node.value, Value::Text(text) if text.is_empty()) {
        return None;
    }
    if context.report.is_strict || is_id(named) || name.is_empty() {
        let meant = nearest(named, known.iter().map(|body| body.id.as_str()));
        context.report.problem(at, Fault::Unknown { kind, id: named.to_owned(), meant });
        return None;
    }
    let mut free = FreeIds::besides(known.iter().map(|body| body.id.clone()));
    let id = free.take(&id_from(name, Committee::LONGEST_ID), Committee::LONGEST_ID);
    drop(city);
    let wording = Names::from_iter([(context.language, name.to_owned())]);
    check_name(context, at, &wording);
    push(context, at, kind, Body { id: id.clone(), short: name.to_owned(), name: wording });
    Some(id)
}
