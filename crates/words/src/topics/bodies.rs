//! The names of committees and administrations, who pays a line, and places in documents.

use super::span;
use crate::messages::at;
use crate::{OF_DOCUMENTS, Words};
use engine::notes::city;
use model::evaluate::Perspective;
use model::note::{Administration, Body, Committee, Document, DocumentName, Line, Note, Source, Variant, Year};
use model::ordered::each_once;

impl Words {
    /// An administration or a committee within a sentence: "Socialudvalget", "the Social Services Committee".
    #[must_use]
    pub fn the(self, body: &str) -> String {
        self.messages().documents.the_body(body)
    }

    /// The line below a note's title: the proposal, its years and its prices.
    #[must_use]
    pub fn note_line(self, note: Note<'_>) -> String {
        let (proposal, scope) = self.note_line_parts(note);
        self.messages().documents.note_line(at::Proposal(proposal), at::Scope(scope))
    }

    /// Which proposal a note is, and what it covers: its years and its prices.
    #[must_use]
    pub fn note_line_parts(self, note: Note<'_>) -> (String, String) {
        let documents = &self.messages().documents;
        let years = span((note.variant.first, note.variant.last));
        let proposal = documents.note_proposal(self.named(&note.variant.name));
        (proposal, documents.note_scope(at::Prices(self.prices(note.document)), at::Years(years)))
    }

    /// The place of a quote in a document. The name of the document comes first.
    #[must_use]
    pub fn place(self, document: &str, source: &Source) -> String {
        let place = self.table_or_section(&source.place);
        match &source.row {
            Some(row) => format!("{document}, {place}, {}", self.row(row)),
            None => format!("{document}, {place}"),
        }
    }

    /// A place in a document within a sentence: "tabel 2", "afsnit 1.4", "afsnit 1.3, figur 1".
    #[must_use]
    pub fn table_or_section(self, place: &str) -> String {
        let documents = &self.messages().documents;
        let number_of_table = ["Tabel ", "Table "].iter().find_map(|word| place.strip_prefix(word));
        match (number_of_table, place.split_once(", figur ")) {
            (Some(number), _) => documents.table(number),
            (None, _) if !place.starts_with(char::is_numeric) => place.to_owned(),
            (None, Some((section, number))) => {
                documents.figure(at::Number(number), at::Section(documents.section(section)))
            }
            (None, None) => documents.section(place),
        }
    }

    /// The name of a perspective of a variant.
    #[must_use]
    pub fn perspective(self, perspective: Perspective, variant: &Variant) -> &str {
        match perspective {
            Perspective::Total => self.messages().perspectives.city,
            Perspective::Effort(effort_index) => {
                variant.efforts.get(effort_index).map_or("", |effort| self.named(&effort.name))
            }
            Perspective::Service => self.messages().perspectives.service,
            Perspective::Committee(committee) => self.committee(committee),
        }
    }

    /// The name of a committee.
    #[must_use]
    pub fn committee(self, committee: Committee) -> &'static str {
        city().committee(committee).map_or("", |body| self.named(&body.name))
    }

    /// The abbreviations of the administrations and committees of these lines, each with its full name.
    #[must_use]
    pub fn abbreviations(self, lines: &[Line]) -> Vec<String> {
        let administrations: Vec<Administration> =
            each_once(lines.iter().flat_map(|line| line.administrations.iter().copied()));
        let committees: Vec<Committee> =
            each_once(lines.iter().flat_map(|line| &line.committees).map(|share| share.committee));
        let administrations =
            administrations.into_iter().filter_map(|administration| city().administration(administration));
        let committees = committees.into_iter().filter_map(|committee| city().committee(committee));
        let explained = |body: &Body| format!("{}: {}", body.short, self.the(self.named(&body.name)));
        // A body whose short name is its name needs no explanation.
        administrations.chain(committees).filter(|body| body.short != self.named(&body.name)).map(explained).collect()
    }

    /// The price level of a document.
    #[must_use]
    pub fn prices(self, document: &Document) -> String {
        self.prices_of(document.price_level)
    }

    /// The prices of a year.
    #[must_use]
    pub fn prices_of(self, year: Year) -> String {
        self.messages().documents.prices(year)
    }

    /// The name of a document as a person would cite it, in a sentence as in a list: "BI07 i budget 2022, udgave a".
    #[must_use]
    pub fn document(self, document: &Document) -> String {
        self.document_name(&document.name())
    }

    /// The name of a document that is a source.
    #[must_use]
    pub fn document_name(self, name: &DocumentName) -> String {
        let short = self.named(&name.short);
        let has_year = short.contains(&name.budget.to_string());
        let named = if has_year {
            short.to_owned()
        } else {
            self.messages().documents.in_budget(at::Note(short), at::Year(name.budget))
        };
        let edition = name.edition.as_ref().map(|edition| self.named(edition).to_owned());
        [Some(named), edition].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// The title that a document has itself, with a translation where it is in another language.
    #[must_use]
    pub fn official_title(self, document: &Document) -> String {
        let title = document.official_title.get(OF_DOCUMENTS.code()).0;
        if self.language() == OF_DOCUMENTS {
            return title.to_owned();
        }
        let translation = self.named(&document.official_title);
        if translation == title {
            return title.to_owned();
        }
        self.messages().documents.translated(at::Title(title), at::Translation(translation))
    }

    /// The source line of a picture or a frame: the document with its own title, the edition or scenario, and the prices.
    #[must_use]
    pub fn source_of(self, note: Note<'_>) -> String {
        let (title, budget) = (self.official_title(note.document), at::Budget(note.document.budget));
        let document = self.messages().documents.official(budget, at::Title(title));
        let whole = self.named(&note.variant.name);
        let scenario = Some(self.variant_in_short(note)).filter(|short| short != whole);
        [Some(document), scenario, Some(self.prices(note.document))]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// The name of a note: its document and its variant.
    #[must_use]
    pub fn note_name(self, note: Note<'_>) -> String {
        let (title, name) = (self.named(&note.document.title), self.named(&note.variant.name));
        // A note of a reader with one variant names it as itself.
        if title == name { title.to_owned() } else { format!("{title}: {name}") }
    }

    /// The name of an edition or scenario beside the others of its document: "udgave a"; the whole name where it has no others.
    #[must_use]
    pub fn variant_in_short(self, note: Note<'_>) -> String {
        let name = self.named(&note.variant.name);
        name.rsplit_once(", ").map_or(name, |(_, short)| short).to_owned()
    }

    /// The line below a row of the budget table: its steering area, and the abbreviations of the administrations and
    /// committees that pay it.
    #[must_use]
    pub fn area_and_payers(self, line: &Line) -> String {
        let administrations =
            line.administrations.iter().filter_map(|administration| city().administration(*administration));
        let committees = line.committees.iter().filter_map(|share| city().committee(share.committee));
        let administrations: Vec<&str> = administrations.map(|body| body.short.as_str()).collect();
        let committees: Vec<&str> = committees.map(|body| body.short.as_str()).collect();
        let parts = [self.area(&line.area).to_owned(), administrations.join("/"), committees.join("/")];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// The name of a committee within a sentence.
pub(crate) fn the_committee(words: Words, committee: Committee) -> String {
    words.the(words.committee(committee))
}
