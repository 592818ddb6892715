//! The facts of the screen about the method: counted and computed from the notes, never written down.

use rust_decimal::Decimal;

use crate::answer::{self, Answer};
use crate::computed::Computed;
use crate::evaluate::Perspective;
use crate::explain::{Ask, Explanation, explain};
use crate::note::{Document, DriverIx, Note, Origin, PaybackBasis, Variant};
use crate::notes::Library;
use crate::payback::{Convention, Payback, payback};
use crate::scenario::Scenario;

/// The note that the worked example and the frozen figure are about: the only one that states savings.
const EXAMPLE: &str = "ips-2018";

/// What the example asks about, by permanent id, each a step further: posts, what they cost, what is saved, both together,
/// and when it has paid for itself.
const ASKED: [&str; 5] = ["posts", "line.ips-team.2019", "line.benefits.2019", "net.total.2019", "payback.total"];

/// A worked example: a note as published, and how some of its numbers came about.
#[derive(Debug, Clone, PartialEq)]
pub struct Example<'n> {
    /// The note's baseline.
    pub computed: Computed<'n>,
    /// What follows from it, in a sentence's facts.
    pub answer: Answer,
    /// Its numbers, each resting on those before it.
    pub steps: Vec<ExampleStep>,
}

/// A number of the example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleStep {
    /// How it came about.
    pub explanation: Explanation,
    /// The drivers behind it that no number before it has.
    pub new_drivers: Vec<DriverIx>,
}

/// The worked example; `None` where the library does not have its note.
#[must_use]
pub fn example(library: &Library) -> Option<Example<'_>> {
    let computed = Computed::of(Scenario::baseline(library.find(EXAMPLE)?))?;
    let mut seen: Vec<DriverIx> = Vec::new();
    let steps = ASKED
        .into_iter()
        .filter_map(|id| {
            let explanation = explain(&computed, Ask::find(computed.note(), id)?)?;
            let new_drivers: Vec<_> = explanation.drivers.iter().copied().filter(|ix| !seen.contains(ix)).collect();
            seen.extend(&new_drivers);
            Some(ExampleStep { explanation, new_drivers })
        })
        .collect();
    let answer = answer::answer(&computed, Perspective::Total);
    Some(Example { computed, answer, steps })
}

/// When a note has paid for itself, seen from one side, by every convention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted<'n> {
    /// The note; with borrowed savings where it states none.
    pub note: Note<'n>,
    /// Seen from where.
    pub perspective: Perspective,
    /// By each convention.
    pub by: Vec<(Convention, Payback)>,
    /// The years that the document prints.
    pub printed: Option<u16>,
}

/// The payback times of every note that states or borrows savings, on the total economy and on service.
#[must_use]
pub fn counted(library: &Library, rate: Decimal) -> Vec<Counted<'_>> {
    let stating = library.notes().filter(|note| note.variant.states_savings());
    let borrowing = library.notes().filter_map(|note| library.with_savings(&note.variant.id));
    stating.chain(borrowing).flat_map(|note| counted_of(note, rate)).collect()
}

/// The documents that state savings.
#[must_use]
pub fn stating_savings(library: &Library) -> Vec<&Document> {
    let states = |document: &&Document| document.variants.iter().any(Variant::states_savings);
    library.documents().iter().filter(states).collect()
}

fn counted_of(note: Note<'_>, rate: Decimal) -> Vec<Counted<'_>> {
    let Some(computed) = Computed::of(Scenario::baseline(note).with_rate(rate)) else { return Vec::new() };
    let bases = [(Perspective::Total, PaybackBasis::Total), (Perspective::Service, PaybackBasis::Service)];
    let of = |(perspective, basis)| {
        let view = computed.outcome.view(perspective)?;
        let by = Convention::all(rate).map(|convention| (convention, payback(view, note.variant.first, convention)));
        let printed = note.variant.printed_paybacks.iter().find(|baseline| baseline.basis == basis);
        Some(Counted { note, perspective, by: by.to_vec(), printed: printed.map(|baseline| baseline.payback) })
    };
    bases.into_iter().filter_map(of).collect()
}

/// Where a driver's value comes from, as a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OriginKind {
    /// See [`Origin::Stated`].
    Stated,
    /// See [`Origin::Derived`].
    Derived,
    /// See [`Origin::Borrowed`].
    Borrowed,
    /// See [`Origin::Assumed`].
    Assumed,
}

impl OriginKind {
    /// Every kind, the surest first.
    pub const ALL: [Self; 4] = [Self::Stated, Self::Derived, Self::Borrowed, Self::Assumed];

    /// The kind of an origin.
    #[must_use]
    pub const fn of(origin: &Origin) -> Self {
        match origin {
            Origin::Stated(_) => Self::Stated,
            Origin::Derived { .. } => Self::Derived,
            Origin::Borrowed { .. } => Self::Borrowed,
            Origin::Assumed { .. } => Self::Assumed,
        }
    }
}

/// How many drivers are of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origins {
    /// The kind.
    pub kind: OriginKind,
    /// In all notes as published.
    pub baseline: usize,
    /// Those that come along where savings are borrowed.
    pub borrowed: usize,
}

/// The drivers of all notes by where they come from.
#[must_use]
pub fn origins(library: &Library) -> Vec<Origins> {
    let of_kind = |kind| {
        let is_own = |origin: &Origin| OriginKind::of(origin) == kind;
        let baseline = library.notes().flat_map(|note| &note.variant.drivers).filter(|driver| is_own(&driver.origin));
        let borrowed = library.notes().flat_map(|note| {
            let borrowing = library.with_savings(&note.variant.id).map(|note| note.variant.drivers.as_slice());
            let is_new = |id: &str| note.variant.find_driver(id).is_none();
            borrowing.unwrap_or_default().iter().filter(move |driver| is_new(&driver.id))
        });
        Origins { kind, baseline: baseline.count(), borrowed: borrowed.filter(|driver| is_own(&driver.origin)).count() }
    };
    OriginKind::ALL.into_iter().map(of_kind).collect()
}

/// What of a document is transcribed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transcribed {
    /// Tables.
    pub tables: usize,
    /// Printed amounts in them, sums over the years among them.
    pub cells: usize,
    /// Sentences with an amount or years.
    pub statements: usize,
    /// Targets.
    pub targets: usize,
    /// Results.
    pub results: usize,
}

impl Transcribed {
    /// Counts.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let rows = document.tables.iter().flat_map(|table| &table.rows);
        let cells = rows.map(|row| row.cells.iter().flatten().count().saturating_add(usize::from(row.total.is_some())));
        Self {
            tables: document.tables.len(),
            cells: cells.sum(),
            statements: document.statements.len(),
            targets: document.targets.len(),
            results: document.results.len(),
        }
    }
}
