//! The steering areas: those that are known, by their ids and names, and those that another municipality has, in free text.

use super::Context;
use super::check::check_name;
use crate::items::is_id;
use crate::report::At;
use model::fault::Fault;
use model::language::in_small_letters;
use model::note::{Area, Names};

/// What the known areas are called in budgets, in small letters.
const NAMES: [(Area, &[&str]); 5] = [
    (Area::Service, &["serviceudgifter", "serviceramme", "servicerammen"]),
    (Area::Transfers, &["overførsler", "overførselsudgifter", "indkomstoverførsler"]),
    (Area::Programme, &["indsats", "indsats (ei)", "programmes"]),
    (
        Area::DemandLedTransfers,
        &["efterspørgselsstyrede overførsler", "efterspørgselsstyrede overførsler (eo)", "demand-led transfers"],
    ),
    (Area::Capital, &["anlæg", "anlægsudgifter", "capital expenditure"]),
];

/// The area that an item names by id, by one of its names, or in free text, which only a note that does not ship may.
pub(super) fn area(context: &Context<'_>, at: At<'_>, named: &str) -> Option<Area> {
    let small = in_small_letters(named.trim());
    let id_of = |area: &Area| area.id().unwrap_or_default();
    if let Some(known) = Area::KNOWN.into_iter().find(|area| id_of(area) == small) {
        return Some(known);
    }
    if let Some((known, _)) = NAMES.into_iter().find(|(_, names)| names.contains(&small.as_str())) {
        return Some(known);
    }
    if context.report.is_strict || is_id(named) || small.is_empty() {
        let choices = Area::KNOWN.iter().map(|area| id_of(area).to_owned()).collect();
        context.report.problem(at, Fault::Choice { found: named.to_owned(), choices });
        return None;
    }
    let names = Names::from_iter([(context.language, named.trim().to_owned())]);
    check_name(context, at, &names);
    Some(Area::Named(names))
}
