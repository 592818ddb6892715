//! The names of committees and administrations, who pays a line, and places in documents.

use crate::Wording;
use engine::notes::CITY;
use model::evaluate::Perspective;
use model::note::{Administration, Body, Committee, DocumentName, Line, Source};
use model::ordered::each_once;

/// The name of a perspective.
pub(crate) fn perspective(words: &dyn Wording, perspective: Perspective) -> &'static str {
    match perspective {
        Perspective::Total => words.messages().perspectives.city,
        Perspective::SavingEfforts => words.messages().perspectives.saving_efforts,
        Perspective::Service => words.messages().perspectives.service,
        Perspective::Committee(committee) => CITY.committee(committee).map_or("", |body| words.named(&body.name)),
    }
}

/// The name of a committee within a sentence.
pub(crate) fn the_committee(words: &dyn Wording, committee: Committee) -> String {
    words.the(perspective(words, Perspective::Committee(committee)))
}

/// The abbreviations of the administrations and committees of these lines, each once, with its full name.
pub(crate) fn abbreviations(words: &dyn Wording, lines: &[Line]) -> Vec<String> {
    let administrations: Vec<Administration> =
        each_once(lines.iter().flat_map(|line| line.administrations.iter().copied()));
    let committees: Vec<Committee> =
        each_once(lines.iter().flat_map(|line| &line.committees).map(|share| share.committee));
    let administrations = administrations.into_iter().filter_map(|administration| CITY.administration(administration));
    let committees = committees.into_iter().filter_map(|committee| CITY.committee(committee));
    let explained = |body: &Body| format!("{}: {}", body.short, words.the(words.named(&body.name)));
    administrations.chain(committees).map(explained).collect()
}

/// The steering area of a line, and the abbreviations of the administrations and committees that pay it.
pub(crate) fn area_and_payers(words: &dyn Wording, line: &Line) -> String {
    let administrations = line.administrations.iter().filter_map(|administration| CITY.administration(*administration));
    let committees = line.committees.iter().filter_map(|share| CITY.committee(share.committee));
    let administrations: Vec<&str> = administrations.map(|body| body.short.as_str()).collect();
    let committees: Vec<&str> = committees.map(|body| body.short.as_str()).collect();
    format!("{} · {} · {}", words.area(line.area), administrations.join("/"), committees.join("/"))
}

/// The name of a document as a person would cite it. Where its short name has the year, the budget is not said again.
pub(crate) fn document_name(words: &dyn Wording, name: &DocumentName) -> String {
    let short = words.named(&name.short);
    let budget = (!short.contains(&name.budget.to_string())).then(|| words.messages().documents.budget(name.budget));
    let edition = name.edition.as_ref().map(|edition| words.named(edition).to_owned());
    [Some(short.to_owned()), budget, edition].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The name of a document in running text.
pub(crate) fn document_in_text(words: &dyn Wording, name: &DocumentName) -> String {
    let short = words.named(&name.short);
    let has_year = short.contains(&name.budget.to_string());
    let named = if has_year { short.to_owned() } else { words.messages().documents.in_budget(short, name.budget) };
    let edition = name.edition.as_ref().map(|edition| words.named(edition).to_owned());
    [Some(named), edition].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A place in a document within a sentence. Tables are named in the language, sections as the document names them.
pub(crate) fn table_or_section(words: &dyn Wording, place: &str) -> String {
    let number_of_table = ["Tabel ", "Table "].iter().find_map(|word| place.strip_prefix(word));
    match number_of_table {
        Some(number) => words.messages().documents.table(number),
        None if place.starts_with(char::is_numeric) => words.messages().documents.section(place),
        None => place.to_owned(),
    }
}

/// A place in a document: the document, the section or table, and the row.
pub(crate) fn place(words: &dyn Wording, document: &str, source: &Source) -> String {
    let place = words.table_or_section(&source.place);
    match &source.row {
        Some(row) => format!("{document}, {place}, {}", words.row(row)),
        None => format!("{document}, {place}"),
    }
}
