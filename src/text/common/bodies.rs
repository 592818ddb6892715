//! The names of committees and administrations, who pays a line, and places in documents.

use crate::evaluate::Perspective;
use crate::note::{Administration, Body, Committee, Line, Source};
use crate::notes::CITY;
use crate::ordered::each_once;
use crate::text::Wording;

/// The name of a perspective.
pub(in crate::text) fn perspective<W: Wording + ?Sized>(words: &W, perspective: Perspective) -> &'static str {
    match perspective {
        Perspective::Total => words.vocabulary().city,
        Perspective::SavingEfforts => words.vocabulary().saving_efforts,
        Perspective::Service => words.vocabulary().service,
        Perspective::Committee(committee) => CITY.committee(committee).map_or("", |body| words.named(&body.name)),
    }
}

/// The name of a committee within a sentence.
pub(in crate::text) fn the_committee<W: Wording + ?Sized>(words: &W, committee: Committee) -> String {
    words.the(perspective(words, Perspective::Committee(committee)))
}

/// The abbreviations of the administrations and committees of these lines, each once, with its full name.
pub(in crate::text) fn abbreviations<W: Wording + ?Sized>(words: &W, lines: &[Line]) -> Vec<String> {
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
pub(in crate::text) fn area_and_payers<W: Wording + ?Sized>(words: &W, line: &Line) -> String {
    let administrations = line.administrations.iter().filter_map(|administration| CITY.administration(*administration));
    let committees = line.committees.iter().filter_map(|share| CITY.committee(share.committee));
    let administrations: Vec<&str> = administrations.map(|body| body.short.as_str()).collect();
    let committees: Vec<&str> = committees.map(|body| body.short.as_str()).collect();
    format!("{} · {} · {}", words.area(line.area), administrations.join("/"), committees.join("/"))
}

/// A place in a document: the file, the section or table, and the row.
pub(in crate::text) fn place<W: Wording + ?Sized>(words: &W, file: &str, source: &Source) -> String {
    let place =
        if source.place.starts_with(char::is_numeric) { words.section(&source.place) } else { source.place.clone() };
    match &source.row {
        Some(row) => format!("{file}, {place}, {}", words.row(row)),
        None => format!("{file}, {place}"),
    }
}
