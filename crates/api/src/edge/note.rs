//! The notes, as JavaScript gets them.

use engine::notes::Library;
use model::evaluate::Perspective;
use model::language::Language;
use model::note::{self, Area, Driver, DriverKind, Note, PaybackBasis, Reached, Unit, Variant, Year};
use serde::Serialize;

use super::Exact;
use super::outcome::{side, unit};

/// A note: a document with one of its variants, which scenarios vary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct NoteInfo {
    /// Its permanent id.
    pub id: String,
    /// What the variant is called.
    pub name: Names,
    /// The document that it is in.
    pub document: DocumentInfo,
    /// The first year of its tables.
    pub first_year: Year,
    /// The last year of its tables.
    pub last_year: Year,
    /// Its efforts.
    pub efforts: Vec<EffortInfo>,
    /// The numbers that can be changed.
    pub drivers: Vec<DriverInfo>,
    /// The rows of its budget.
    pub lines: Vec<LineInfo>,
    /// The ids of all perspectives.
    pub perspectives: Vec<String>,
    /// The id of the perspective that its answer is about until somebody chooses another one.
    pub perspective: String,
    /// The note whose savings it can borrow; `null` where it states its own, or cannot borrow any.
    pub can_borrow_from: Option<String>,
    /// The drivers that it has besides its own once it borrows them.
    pub borrowed_drivers: Vec<DriverInfo>,
    /// The payback times that the document prints.
    pub printed_paybacks: Vec<PrintedPayback>,
}

/// One of the city's papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct DocumentInfo {
    /// Its permanent id.
    pub id: String,
    /// The name by which it is cited.
    pub short: Names,
    /// Which edition it is, where a note has several.
    pub edition: Option<Names>,
    /// Its title.
    pub title: Names,
    /// The year of the budget that it belongs to.
    pub budget: Year,
    /// The year whose prices its amounts are in.
    pub price_level: Year,
    /// The file that was transcribed.
    pub file: String,
}

/// A wording in each language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Names {
    /// In Danish.
    pub da: String,
    /// In English.
    pub en: String,
}

/// A programme inside a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct EffortInfo {
    /// Its permanent id.
    pub id: String,
    /// What it is called.
    pub name: Names,
    /// Whom it helps, and how.
    pub about: Option<Names>,
    /// The first year in which it runs.
    pub start: Year,
    /// What those who count in its share have reached, as words that stand behind them; `null` where that is a job or education.
    pub outcome: Option<Names>,
    /// What those who count in its share do or avoid, where the note says it so, and not as an `outcome`.
    pub achieves: Option<Names>,
}

/// A number that lines are computed from and that can be changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct DriverInfo {
    /// Its permanent id.
    pub id: String,
    /// What it is: `of-note`, or what the calculator adds to every note: `found-anyway`, `price-factor`, `all-pay`,
    /// `all-amounts`.
    pub kind: &'static str,
    /// What the note calls it; `null` for one that the calculator adds.
    pub name: Option<Names>,
    /// The heading that it is listed under.
    pub group: &'static str,
    /// The unit of every value of it here, such as `per-cent` or `kroner-per-post-and-year`.
    pub unit: String,
    /// The note's value.
    pub value: Exact,
    /// The lowest value that it accepts.
    pub lowest: Exact,
    /// The highest value that it accepts.
    pub highest: Exact,
    /// The largest number of decimals that a value may have.
    pub decimals: u32,
    /// Where the note's value comes from.
    pub origin: Origin,
    /// The range that the document gives; `null` where it gives none.
    pub range: Option<Range>,
    /// Other values that documents give for it.
    pub other_values: Vec<OtherValue>,
    /// The id of the driver that it follows in the note's proportion until it has a value of its own; `null` for most.
    pub follows: Option<String>,
}

/// Where a number comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Origin {
    /// `stated`, `derived`, `borrowed` or `assumed`; `neutral` where it changes nothing until somebody changes it.
    pub kind: &'static str,
    /// The places with the words that hold the figure.
    pub sources: Vec<Source>,
    /// How it was derived, or why it was assumed; `null` where a document states it, and where the calculator added it.
    pub how: Option<Names>,
}

/// The place of a figure in its document, and the few words around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Source {
    /// The file of the document.
    pub file: String,
    /// The section or table.
    pub place: String,
    /// The label of the row; `null` where the place is no table.
    pub row: Option<String>,
    /// The document's own words.
    pub quote: String,
}

/// A range that a document gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
#[cfg_attr(not(target_arch = "wasm32"), ts(rename = "DriverRange"))]
pub struct Range {
    /// The lower end.
    pub low: Exact,
    /// The upper end.
    pub high: Exact,
    /// Where the document says so; `null` where a note of the caller's own does not say.
    pub source: Option<Source>,
}

/// Another value that documents give for a driver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct OtherValue {
    /// What it is called.
    pub name: Names,
    /// The value.
    pub value: Exact,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether the posts stay as in the note with it: set `posts` to `"as-in-note"` as well.
    pub posts_stay: bool,
}

/// A row of the budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct LineInfo {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: Names,
    /// The id of its effort.
    pub effort: String,
    /// `cost`, `saving`, or `income`: money that comes in because of a cost. Its cells are negative, and are counted with the costs.
    pub side: &'static str,
    /// The steering area: `service`, `transfers`, `programme`, `demand-led-transfers` or `capital`, or what a note of your own calls it.
    pub area: String,
    /// The committees that pay for it or gain from it.
    pub committees: Vec<CommitteeShare>,
}

/// The part of a line that a committee has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct CommitteeShare {
    /// Its id, which is that of its perspective too.
    pub committee: String,
    /// The part, a share of 1.
    pub share: Exact,
}

/// A payback time that a document prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct PrintedPayback {
    /// The perspective that it counts.
    pub perspective: &'static str,
    /// The payback time, in years.
    pub years: u16,
}

impl NoteInfo {
    /// A note, with what it can borrow.
    #[must_use]
    pub fn of(library: &Library, note: Note<'_>) -> Self {
        let Note { document, variant } = note;
        let borrowing = library.with_savings(&variant.id);
        let perspectives = Perspective::of_variant(variant);
        let effort = |index: usize| variant.efforts.get(index).map(|effort| effort.id.clone()).unwrap_or_default();
        let lines = variant.lines.iter().map(|line| LineInfo {
            id: line.id.clone(),
            name: Names::from(&line.name),
            effort: effort(line.effort),
            side: side(line.side),
            area: area(&line.area),
            committees: line.committees.iter().map(CommitteeShare::from).collect(),
        });
        let efforts = variant.efforts.iter().map(|effort| EffortInfo {
            id: effort.id.clone(),
            name: Names::from(&effort.name),
            about: effort.about.as_ref().map(Names::from),
            start: effort.start,
            outcome: match &effort.reached {
                Reached::Named(names) => Some(Names::from(names)),
                Reached::JobOrEducation | Reached::Done(_) | Reached::Various => None,
            },
            achieves: match &effort.reached {
                Reached::Done(names) => Some(Names::from(names)),
                Reached::JobOrEducation | Reached::Named(_) | Reached::Various => None,
            },
        });
        Self {
            id: variant.id.clone(),
            name: Names::from(&variant.name),
            document: DocumentInfo::from(document),
            first_year: variant.first,
            last_year: variant.last,
            efforts: efforts.collect(),
            drivers: variant.drivers.iter().map(|driver| DriverInfo::of(note, driver)).collect(),
            lines: lines.collect(),
            perspectives: perspectives.iter().map(|perspective| perspective.id(variant).to_owned()).collect(),
            perspective: Perspective::headline(variant).id(variant).to_owned(),
            can_borrow_from: borrowing.and_then(|note| note.variant.lender()).map(str::to_owned),
            borrowed_drivers: borrowing.map(|note| added(variant, note)).unwrap_or_default(),
            printed_paybacks: variant.printed_paybacks.iter().map(PrintedPayback::from).collect(),
        }
    }
}

/// The drivers that a note has only while it borrows savings.
fn added(own: &Variant, borrowing: Note<'_>) -> Vec<DriverInfo> {
    let drivers = borrowing.variant.drivers.iter().filter(|driver| own.find_driver(&driver.id).is_none());
    drivers.map(|driver| DriverInfo::of(borrowing, driver)).collect()
}

impl DriverInfo {
    fn of(note: Note<'_>, driver: &Driver) -> Self {
        let exact = |value| Exact::on_screen(driver, value);
        let (lowest, highest) = driver.unit.bounds();
        let (kind, name) = match &driver.kind {
            DriverKind::OfNote { name, .. } => ("of-note", Some(Names::from(name))),
            DriverKind::FoundAnyway { .. } => ("found-anyway", None),
            DriverKind::PriceFactor { .. } => ("price-factor", None),
            DriverKind::AllPay => ("all-pay", None),
            DriverKind::AllAmounts => ("all-amounts", None),
        };
        let leader = driver.follows.as_ref().and_then(|follows| note.variant.driver(follows.leader));
        let file = driver.origin.document(note.document).file;
        let range = driver.range.as_ref().map(|range| Range {
            low: exact(range.low),
            high: exact(range.high),
            source: range.source.as_ref().map(|source| Source::of(&file, source)),
        });
        let other_values = driver.alternatives.iter().map(|other| OtherValue {
            name: Names::from(&other.name),
            value: exact(other.value),
            origin: Origin::of(note, &other.origin),
            posts_stay: other.posts_stay,
        });
        Self {
            id: driver.id.clone(),
            kind,
            name,
            group: driver.group.id(),
            unit: unit(driver.unit),
            value: exact(driver.value),
            lowest: exact(lowest),
            highest: exact(highest),
            decimals: Unit::decimals(driver.unit),
            origin: Origin::of(note, &driver.origin),
            range,
            other_values: other_values.collect(),
            follows: leader.map(|leader| leader.id.clone()),
        }
    }
}

impl Origin {
    fn of(note: Note<'_>, origin: &note::Origin) -> Self {
        let kind = match origin {
            note::Origin::Stated(_) => "stated",
            note::Origin::Derived { .. } => "derived",
            note::Origin::Borrowed { .. } => "borrowed",
            note::Origin::Assumed { .. } | note::Origin::OfFile { why: Some(_) } => "assumed",
            note::Origin::OfFile { why: None } => "not-said",
            note::Origin::Neutral => "neutral",
        };
        let file = origin.document(note.document).file;
        let sources = origin.sources().iter().map(|source| Source::of(&file, source));
        Self { kind, sources: sources.collect(), how: origin.explanation().map(Names::from) }
    }
}

impl Source {
    fn of(file: &str, source: &note::Source) -> Self {
        Self {
            file: file.to_owned(),
            place: source.place.clone(),
            row: source.row.clone(),
            quote: source.words().to_owned(),
        }
    }
}

impl From<&note::Names> for Names {
    fn from(names: &note::Names) -> Self {
        let wording = |language| names.get(language).0.to_owned();
        Self { da: wording("da"), en: wording("en") }
    }
}

impl From<&note::Document> for DocumentInfo {
    fn from(document: &note::Document) -> Self {
        Self {
            id: document.id.clone(),
            short: Names::from(&document.short),
            edition: document.edition.as_ref().map(Names::from),
            title: Names::from(&document.title),
            budget: document.budget,
            price_level: document.price_level,
            file: document.file.clone(),
        }
    }
}

impl From<&note::CommitteeShare> for CommitteeShare {
    fn from(share: &note::CommitteeShare) -> Self {
        Self { committee: share.committee.id().to_owned(), share: share.share.into() }
    }
}

impl From<&note::PrintedPayback> for PrintedPayback {
    fn from(printed: &note::PrintedPayback) -> Self {
        let perspective = match printed.basis {
            PaybackBasis::Total => "total",
            PaybackBasis::Service => "service",
        };
        Self { perspective, years: printed.payback }
    }
}

/// The id of a steering area, or what a note that does not ship calls it.
pub(super) fn area(area: &Area) -> String {
    match area {
        Area::Named(names) => names.get(Language::default().code()).0.to_owned(),
        known => known.id().unwrap_or_default().to_owned(),
    }
}
