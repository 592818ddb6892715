//! A printed payback time and the payback that the tables give.

use rust_decimal::Decimal;

use super::check::{Check, Compared, Explanation, Kind, Place, Value, Verdict};
use super::place::of_source;
use crate::could_explain::could_explain;
use crate::figures::payback_checks;
use crate::payback::Payback;
use model::evaluate::evaluate;
use model::note::{Document, Note};
use model::scenario::Scenario;

pub(super) fn checks(document: &Document) -> Vec<Check> {
    document.notes().flat_map(of_note).collect()
}

fn of_note(note: Note<'_>) -> Vec<Check> {
    let Ok(outcome) = evaluate(&Scenario::baseline(note)) else { return Vec::new() };
    let variant = &note.variant.id;
    let searched = could_explain(note).map(|search| Explanation::Searched { variant: variant.clone(), search });
    let pairs = note.variant.printed_paybacks.iter().zip(payback_checks(note, &outcome));
    pairs
        .map(|(printed, check)| {
            let computed = match check.computed {
                Payback::Reached { years, .. } => Some(years),
                Payback::OnlyAfterwards | Payback::NotWithin { .. } | Payback::NoCosts | Payback::NoSavings => None,
            };
            let source = &printed.source;
            let label = source.row.as_deref().unwrap_or(&source.quote);
            // The row with its cell, as the document has them beside each other.
            let words = source
                .row
                .as_ref()
                .map_or_else(|| source.words().to_owned(), |row| format!("{row}: {}", source.words()));
            let place = Place { words, ..of_source(note.document, source, &format!("payback/{label}")) };
            let (nowhere, item) = (Place::nowhere(note.document), format!("{}/tables", place.item));
            let tables = Place { item, ..nowhere };
            let compared = Compared::whole(
                Value::Payback(Some(Decimal::from(check.printed))),
                Value::Payback(computed),
                Verdict::of(check.agrees()),
            );
            Check {
                explanations: searched.iter().filter(|_| !check.agrees()).cloned().collect(),
                ..Check::new(Kind::Payback, None, [place, tables], vec![compared])
            }
        })
        .collect()
}
