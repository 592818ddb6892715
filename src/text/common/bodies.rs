//! Places in documents, and who carries what, by the short names that the city's staff use.

use crate::note::{Administration, Committee, Line, Source};
use crate::text::Wording;

const fn administration(administration: Administration) -> &'static str {
    match administration {
        Administration::Bif => "BIF",
        Administration::Sof => "SOF",
        Administration::Suf => "SUF",
    }
}

const fn committee(committee: Committee) -> &'static str {
    match committee {
        Committee::Biu => "BIU",
        Committee::Sud => "SUD",
        Committee::Sou => "SOU",
    }
}

/// The short names in these lines, each once, with what it stands for.
pub(in crate::text) fn abbreviations<W: Wording + ?Sized>(words: &W, lines: &[Line]) -> Vec<String> {
    let mut administrations: Vec<Administration> = Vec::new();
    let mut committees: Vec<Committee> = Vec::new();
    for line in lines {
        administrations.extend(&line.administrations);
        committees.extend(line.committees.iter().map(|share| share.committee));
    }
    administrations.sort_unstable();
    administrations.dedup();
    committees.sort_unstable();
    committees.dedup();
    let administrations =
        administrations.into_iter().map(|own| format!("{}: {}", administration(own), words.administration(own)));
    let committees = committees.into_iter().map(|own| format!("{}: {}", committee(own), words.committee(own)));
    administrations.chain(committees).collect()
}

/// The steering area with the administrations and committees of a line.
pub(in crate::text) fn carried_by<W: Wording + ?Sized>(words: &W, line: &Line) -> String {
    let administrations: Vec<&str> = line.administrations.iter().map(|own| administration(*own)).collect();
    let committees: Vec<&str> = line.committees.iter().map(|share| committee(share.committee)).collect();
    format!("{} · {} · {}", words.area(line.area), administrations.join("/"), committees.join("/"))
}

/// A place in a file: its section or table, and the row there.
pub(in crate::text) fn place<W: Wording + ?Sized>(words: &W, file: &str, source: &Source) -> String {
    let place =
        if source.place.starts_with(char::is_numeric) { words.section(&source.place) } else { source.place.clone() };
    match &source.row {
        Some(row) => format!("{file}, {place}, {}", words.row(row)),
        None => format!("{file}, {place}"),
    }
}
