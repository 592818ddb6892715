//! The facts on the screen about the method. They are counted and computed from the notes, so they cannot become
//! outdated.

use crate::answer::{self, Answer};
use crate::compare::{OutsideService, outside_service};
use crate::computed::Computed;
use crate::explain::{Ask, Explanation, explain};
use crate::notes::Library;
use crate::payback::{Convention, Payback};
use model::evaluate::Perspective;
use model::note::{Document, Driver, DriverIx, Note, Origin, PaybackBasis, Variant};
use model::scenario::{Scenario, Settings};

/// The note of the worked example: the only one that states savings.
const EXAMPLE: &str = "ips-2018";

/// The questions of the example, by permanent id, each one step further: posts, what they cost, what is saved, the net,
/// and the payback.
const ASKED: [&str; 5] = ["posts", "line.ips-team.2019", "line.benefits.2019", "net.total.2019", "payback.total"];

/// A worked example: the baseline of a note, and how some of its numbers came about.
#[derive(Debug, Clone, PartialEq)]
pub struct Example<'n> {
    /// The note's baseline.
    pub computed: Computed<'n>,
    /// The facts of its answer.
    pub answer: Answer<'n>,
    /// The numbers of the example. Each follows from those before it.
    pub steps: Vec<ExampleStep>,
}

/// A number of the example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleStep {
    /// How it came about.
    pub explanation: Explanation,
    /// The drivers behind it that are not behind an earlier number of the example.
    pub new_drivers: Vec<DriverIx>,
}

/// The worked example; `None` if the library does not have its note.
#[must_use]
pub fn example(library: &Library) -> Option<Example<'_>> {
    let computed = Computed::of(Scenario::baseline(library.find(EXAMPLE)?))?;
    let mut earlier: Vec<DriverIx> = Vec::new();
    let steps = ASKED
        .into_iter()
        .filter_map(|id| {
            let explanation = explain(&computed, Ask::find(computed.note(), id)?)?;
            let new_drivers: Vec<_> = explanation.drivers.iter().copied().filter(|ix| !earlier.contains(ix)).collect();
            earlier.extend(&new_drivers);
            Some(ExampleStep { explanation, new_drivers })
        })
        .collect();
    let answer = answer::answer(&computed, Perspective::Total);
    Some(Example { computed, answer, steps })
}

/// The payback times of a note in one perspective, by every convention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted<'n> {
    /// The note, with borrowed savings if it states none.
    pub note: Note<'n>,
    /// The perspective.
    pub perspective: Perspective,
    /// The payback by each convention.
    pub by: Vec<(Convention, Payback)>,
    /// The payback that the document prints, in years; `None` if it prints none.
    pub printed: Option<u16>,
}

/// The payback times of every note that states or can borrow savings, in the total economy and in service.
#[must_use]
pub fn counted(library: &Library, settings: Settings) -> Vec<Counted<'_>> {
    let stating = library.published_notes().filter(|note| note.variant.states_savings());
    let borrowing = library.published_notes().filter_map(|note| library.with_savings(&note.variant.id));
    stating.chain(borrowing).flat_map(|note| counted_of(note, settings)).collect()
}

/// The documents that state savings.
#[must_use]
pub fn stating_savings(library: &Library) -> Vec<&Document> {
    let states = |document: &&Document| document.variants.iter().any(Variant::states_savings);
    library.published().iter().filter(states).collect()
}

/// The first note that counts costs outside service which another of them
/// has as service. `None` if there is none.
#[must_use]
pub fn counted_outside_service(library: &Library) -> Option<(Note<'_>, OutsideService<'_>)> {
    library.published_notes().find_map(|note| {
        let computed = Computed::of(Scenario::baseline(note))?;
        library.published_notes().find_map(|other| outside_service(&computed, other)).map(|outside| (note, outside))
    })
}

fn counted_of(note: Note<'_>, settings: Settings) -> Vec<Counted<'_>> {
    let Some(computed) = Computed::of(Scenario::baseline(note).with_settings(settings)) else { return Vec::new() };
    // A note that borrows savings shows the effort that they are for: the costs of others say nothing about that.
    let shown = Perspective::headline(note.variant);
    let bases = [(shown, PaybackBasis::Total), (Perspective::Service, PaybackBasis::Service)];
    let paybacks = |(perspective, basis)| {
        computed.outcome.view(perspective)?;
        let by =
            Convention::all(settings.rate).map(|convention| (convention, computed.payback(perspective, convention)));
        let printed = note.variant.printed_paybacks.iter().find(|printed| printed.basis == basis);
        Some(Counted { note, perspective, by: by.to_vec(), printed: printed.map(|printed| printed.payback) })
    };
    bases.into_iter().filter_map(paybacks).collect()
}

/// The kinds of [`Origin`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OriginKind {
    /// [`Origin::Stated`].
    Stated,
    /// [`Origin::Derived`].
    Derived,
    /// [`Origin::Borrowed`].
    Borrowed,
    /// [`Origin::Assumed`].
    Assumed,
}

impl OriginKind {
    /// Every kind, the most certain first.
    pub const ALL: [Self; 4] = [Self::Stated, Self::Derived, Self::Borrowed, Self::Assumed];

    /// The kind of an origin; `None` for a number that is nobody's claim.
    #[must_use]
    pub const fn of(origin: &Origin) -> Option<Self> {
        match origin {
            Origin::Stated(_) => Some(Self::Stated),
            Origin::Derived { .. } => Some(Self::Derived),
            Origin::Borrowed { .. } => Some(Self::Borrowed),
            // The method counts the notes that ship, which have none of these.
            Origin::Assumed { .. } | Origin::OfFile { .. } => Some(Self::Assumed),
            Origin::Neutral => None,
        }
    }
}

/// How many drivers have an origin of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origins {
    /// The kind.
    pub kind: OriginKind,
    /// The number of such drivers in all notes.
    pub baseline: usize,
    /// The number of further such drivers that notes get with borrowed savings.
    pub borrowed: usize,
}

/// The number of drivers of each kind of origin.
#[must_use]
pub fn origins(library: &Library) -> Vec<Origins> {
    let of_kind = |kind| {
        let has_kind = |origin: &Origin| OriginKind::of(origin) == Some(kind);
        let baseline =
            library.published_notes().flat_map(|note| &note.variant.drivers).filter(|driver| has_kind(&driver.origin));
        let borrowed = library.published_notes().flat_map(|note| {
            let borrowing = library.with_savings(&note.variant.id).map(|note| note.variant.drivers.as_slice());
            let is_new = |id: &str| note.variant.find_driver(id).is_none();
            borrowing.unwrap_or_default().iter().filter(move |driver| is_new(&driver.id))
        });
        Origins {
            kind,
            baseline: baseline.count(),
            borrowed: borrowed.filter(|driver| has_kind(&driver.origin)).count(),
        }
    };
    OriginKind::ALL.into_iter().map(of_kind).collect()
}

/// The drivers of each note whose values are another document's or nobody's, then those that come along with borrowed savings. Notes
/// without any are left out.
#[must_use]
pub fn borrowed_or_assumed(library: &Library) -> Vec<(Note<'_>, Vec<&Driver>)> {
    let is_so = |driver: &&Driver| {
        let is_of_lender = matches!(driver.origin, Origin::Derived { lender: Some(_), .. });
        is_of_lender || matches!(OriginKind::of(&driver.origin), Some(OriginKind::Borrowed | OriginKind::Assumed))
    };
    let own = library.published_notes().map(|note| (note, note.variant.drivers.iter().filter(is_so).collect()));
    let with_savings = library.published_notes().filter_map(|note| {
        let borrowing = library.with_savings(&note.variant.id)?;
        let is_new = |driver: &&Driver| note.variant.find_driver(&driver.id).is_none();
        Some((borrowing, borrowing.variant.drivers.iter().filter(is_new).filter(is_so).collect()))
    });
    own.chain(with_savings).filter(|(_, drivers): &(_, Vec<_>)| !drivers.is_empty()).collect()
}

/// How much of a document is transcribed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transcribed {
    /// The number of tables.
    pub tables: usize,
    /// The number of printed amounts in the tables, including sums over the years.
    pub cells: usize,
    /// The number of sentences with an amount or a number of years.
    pub statements: usize,
    /// The number of targets.
    pub targets: usize,
    /// The number of results.
    pub results: usize,
}

impl Transcribed {
    /// Counts what is transcribed of a document.
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
