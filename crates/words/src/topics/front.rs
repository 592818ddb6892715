//! What the overview says.

use rust_decimal::Decimal;

use super::{join, rounded, span, spelled_out, with_closing_comma};
use crate::Wording;
use engine::also_said::AlsoSaid;
use engine::timeline::Covered;
use model::money::Thousands;
use model::note::{Area, CountUnit, Document, Row, Table};

/// The title, with the years that the overview covers.
pub(crate) fn overview_title(words: &dyn Wording, covered: &Covered) -> String {
    let front = &words.messages().front;
    let (granted, years) = (spelled_out(words, covered.granted), span(covered.years));
    let count = words.count(covered.granted.into());
    match covered.proposed {
        0 => front.title_granted(&count, granted, years),
        proposed => front.title(&count, granted, spelled_out(words, proposed), years),
    }
}

/// A sentence of a document that stands nowhere else.
pub(crate) fn also_said(words: &dyn Wording, said: &AlsoSaid<'_>) -> String {
    let front = &words.messages().front;
    let says = words.named(said.says());
    let AlsoSaid::Count(count) = said else { return front.also_said(says) };
    let number = match count.unit {
        CountUnit::Share => words.locale().percent(count.number),
        CountUnit::People | CountUnit::Posts | CountUnit::Talks => words.locale().exact(count.number),
    };
    match count.least {
        Some(least) if least.is_zero() => front.up_to(number, says),
        Some(least) => front.also_counted(format!("{}–{number}", words.locale().exact(least)), says),
        None => front.also_counted(number, says),
    }
}

/// Where the granted amounts of an effort are printed.
pub(crate) fn granted_from(words: &dyn Wording, document: &Document, rows: &[(&Table, &Row)]) -> String {
    let place =
        |(table, row): &(&Table, &Row)| format!("{}, {}", words.table_or_section(&table.place), words.row(&row.label));
    let rows: Vec<String> = rows.iter().map(place).collect();
    words.messages().front.granted_from(words.document(document), rows.join("; "))
}

/// A row that pays for posts without saying how many.
pub(crate) fn posts_unstated(words: &dyn Wording, name: &str, document: &Document, cost: Thousands) -> String {
    let document = with_closing_comma(words.document(document));
    words.messages().front.posts_unstated(words.kroner(Some(cost.decimal())), document, name)
}

/// A row that no note gives a number of posts for.
pub(crate) fn row_without_posts(words: &dyn Wording, name: &str, amounts: &[(&Document, Thousands)]) -> String {
    let front = &words.messages().front;
    let each = amounts.iter().map(|(document, amount)| {
        front.amount_in(words.kroner(Some(amount.decimal())), words.document_in_text(document))
    });
    front.row_without_posts(join(&each.collect::<Vec<_>>(), words.messages().lists.and), name)
}

/// The share of a cost that lies in a steering area.
pub(crate) fn part_in_area(words: &dyn Wording, share: Decimal, area: Area) -> String {
    let share = words.locale().percent(rounded(share, 2));
    words.messages().front.part_in_area(words.area(area), share)
}
