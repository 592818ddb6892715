//! Scenarios of a note that take one press: as the note, and with one other number each that the documents give, or that we
//! give as an example.
//!
//! All of it is read from the data. What a document measured, the ends of a range and the other values that it gives come with
//! their source. Where no document has the number, a round one stands for the question and says that it is an example.

use rust_decimal::Decimal;

use crate::notes::Library;
use model::evaluate::Perspective;
use model::note::{
    Alternative, Denominator, Document, DriverIx, DriverKind, Effort, Measured, Note, Range, Source, Variant,
};
use model::ordered::by_key;
use model::scenario::{Rejection, Scenario, Settings};

/// The most scenarios that a note offers, that of the note itself included.
const MOST: usize = 6;
/// The share who would have found a job anyway, in the example: one of ten.
const FOUND_ANYWAY: Decimal = Decimal::from_parts(1, 0, 0, false, 1);
/// By how much all pay is raised, in the example: 3 per cent.
const ALL_PAY: Decimal = Decimal::from_parts(3, 0, 0, false, 2);
/// The caseload of the example is a multiple of this.
const ROUND_CASELOAD: u32 = 5;

/// A scenario of a note that takes one press.
#[derive(Debug, Clone, PartialEq)]
pub struct Preset<'n> {
    /// The note that it is a scenario of.
    pub note: Note<'n>,
    /// What it sets; `None` for the note as it is.
    pub sets: Option<Setting<'n>>,
}

/// The driver that a preset sets, and where the number comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting<'n> {
    /// The driver.
    pub ix: DriverIx,
    /// Its value, in its unit.
    pub value: Decimal,
    /// Where the value comes from.
    pub from: From<'n>,
}

/// Where the number of a preset comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum From<'n> {
    /// A document measured this share of an effort like this one.
    Measured {
        /// The document, the note's own or another one.
        document: &'n Document,
        /// What was measured.
        result: &'n Measured,
        /// Whom the share of the note and the measured share are shares of, where that is not the same.
        apart: Option<(Denominator, Denominator)>,
        /// The alternative with the measured share, where the note has one.
        alternative: Option<&'n Alternative>,
    },
    /// The documents give this other value.
    Alternative(&'n Alternative),
    /// It is an end of the range that the documents give, or in the proportion of that range where it is borrowed.
    Range(&'n Range),
    /// Every number with a range is at this end of it: the low or the high estimate of the whole note. The driver is one of them.
    Ends(End),
    /// Nobody gives the number. It stands for a question that readers ask.
    Example,
}

/// An end of every range of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The lower one.
    Low,
    /// The upper one.
    High,
}

impl End {
    /// This end of a range.
    #[must_use]
    pub const fn of(self, range: &Range) -> Decimal {
        match self {
            Self::Low => range.low,
            Self::High => range.high,
        }
    }
}

impl<'n> Setting<'n> {
    /// The place of the number in its document, with the document's words; `None` for an example.
    #[must_use]
    pub fn source(&self) -> Option<&'n Source> {
        match self.from {
            From::Measured { result, .. } => Some(&result.source),
            From::Alternative(alternative) => alternative.origin.sources().first(),
            From::Range(range) => range.source.as_ref(),
            From::Ends(_) | From::Example => None,
        }
    }
}

impl<'n> Preset<'n> {
    /// The scenario: the note with this number and all others as they are there.
    #[must_use]
    pub fn scenario(&self, settings: Settings) -> Scenario<'n> {
        let baseline = Scenario::baseline(self.note).with_settings(settings);
        let mut scenario = baseline.clone();
        if self.choose_in(&mut scenario).is_ok() { scenario } else { baseline }
    }

    /// The scenario that a press of the reader's leads to: the note as it is, or the reader's own with this number.
    #[must_use]
    pub fn with(&self, own: &Scenario<'n>) -> Scenario<'n> {
        let mut scenario = own.clone();
        if self.sets.is_some() && self.choose_in(&mut scenario).is_ok() {
            scenario
        } else {
            self.scenario(own.settings())
        }
    }

    /// Whether the reader has what a press leads to.
    #[must_use]
    pub fn is(&self, own: &Scenario<'n>) -> bool {
        self.with(own) == *own
    }

    /// Sets the number.
    fn choose_in(&self, scenario: &mut Scenario<'n>) -> Result<(), Rejection> {
        let Some(sets) = &self.sets else { return Ok(()) };
        match sets.from {
            From::Alternative(alternative) | From::Measured { alternative: Some(alternative), .. } => {
                scenario.choose_alternative(sets.ix, alternative)
            }
            From::Ends(end) => {
                let ranges = with_range(self.note);
                ranges.into_iter().try_for_each(|(ix, range)| scenario.choose(ix, end.of(range).normalize()))
            }
            From::Measured { alternative: None, .. } | From::Range(_) | From::Example => {
                scenario.choose(sets.ix, sets.value)
            }
        }
    }
}

/// The scenarios of a note that take one press and move what the perspective shows, the note itself first and then the most
/// telling: its low and its high estimate, what was measured, what if some had found a job anyway, what others measured, smaller
/// caseloads, the documents' other values, and pay.
///
/// ```
/// use engine::notes::Library;
/// use engine::presets::{From, presets};
/// use model::evaluate::Perspective;
/// use model::scenario::Settings;
/// use rust_decimal::Decimal;
///
/// let library = Library::embedded().unwrap();
/// let note = library.find("bi10-2026").unwrap();
/// let presets = presets(&library, note, Perspective::Effort(0));
/// assert!(!presets[0].scenario(Settings::default()).differs());
/// // The target is 50 per cent, and 47 were measured.
/// let measured = presets[1].sets.as_ref().unwrap();
/// assert_eq!(measured.value, Decimal::new(47, 2));
/// assert!(matches!(measured.from, From::Measured { document, .. } if document.id == "bi10-2026"));
/// ```
#[must_use]
pub fn presets<'n>(library: &'n Library, note: Note<'n>, perspective: Perspective) -> Vec<Preset<'n>> {
    let baseline = Scenario::baseline(note);
    let is_seen = |setting: &Setting<'n>| match perspective {
        Perspective::Effort(index) => {
            let effort = note.variant.efforts.get(index);
            let of_people =
                |effort: &Effort| [effort.citizens, effort.caseload, effort.effect.map(|effect| effect.full)];
            let mut lines = note.variant.lines.iter().filter(|line| line.effort == index);
            effort.is_some_and(|effort| of_people(effort).contains(&Some(setting.ix)))
                || lines.any(|line| baseline.moves(setting.ix, line))
        }
        // Of several efforts together only amounts are told, and of one also what a citizen in a job costs.
        Perspective::Total | Perspective::Service | Perspective::Committee(_) => {
            let effort = note.variant.efforts.first().filter(|_| note.variant.efforts.len() == 1);
            let share = effort.and_then(|effort| effort.effect).filter(|_| note.counts_outcomes(0));
            share.is_some_and(|effect| effect.full == setting.ix)
                || note.variant.lines.iter().any(|line| baseline.moves(setting.ix, line))
        }
    };
    let (own, others): (Vec<_>, Vec<_>) =
        measured(library, note).into_iter().partition(|setting| is_own(note, setting));
    let anyway = example(note, |kind| matches!(kind, DriverKind::FoundAnyway { .. }), FOUND_ANYWAY);
    let pay = example(note, |kind| *kind == DriverKind::AllPay, ALL_PAY);
    let telling = own.into_iter().chain(anyway).chain(by_key(others, |setting| setting.value)).chain(caseload(note));
    let mut presets = vec![Preset { note, sets: None }];
    for setting in ends(note).chain(telling).chain(ranges(note)).chain(alternatives(note)).chain(pay).filter(is_seen) {
        let preset = Preset { note, sets: Some(setting) };
        let scenario = |preset: &Preset<'n>| preset.scenario(Settings::default());
        let is_new = presets.iter().all(|earlier| scenario(earlier) != scenario(&preset));
        if presets.len() < MOST && is_new && scenario(&preset).differs() {
            presets.push(preset);
        }
    }
    presets
}

fn is_own(note: Note<'_>, setting: &Setting<'_>) -> bool {
    matches!(setting.from, From::Measured { document, .. } if document.id == note.document.id)
}

/// The shares that were measured of efforts like the first one that has a share.
fn measured<'n>(library: &'n Library, note: Note<'n>) -> Vec<Setting<'n>> {
    let efforts = note.variant.efforts.iter().enumerate();
    let with_share = efforts.filter_map(|(index, effort)| Some((index, effort, effort.effect?.full)));
    let Some((effort_index, effort, ix)) = with_share.into_iter().next() else { return Vec::new() };
    let Some(driver) = note.variant.driver(ix) else { return Vec::new() };
    let of = note.share_is_of(effort_index);
    let results = library.documents().iter().flat_map(|document| document.results.iter().map(move |it| (document, it)));
    let alike = results.filter(|(document, result)| {
        let efforts = document.variants.iter().flat_map(|variant| variant.efforts.iter().map(move |it| (variant, it)));
        efforts.filter(|(_, other)| other.id == result.effort).any(|(variant, other)| {
            other.id == effort.id || saves_like(variant, other) == saves_like(note.variant, effort)
        })
    });
    let setting = |(document, result): (&'n Document, &'n Measured)| {
        let value = result.share?;
        let measured_of = result.terms.as_ref().map(|terms| terms.of);
        let apart = of.zip(measured_of).filter(|(own, measured)| own != measured);
        let is_own = document.id == note.document.id;
        let alternative = driver.alternatives.iter().find(|other| is_own && other.value == value);
        Some(Setting { ix, value, from: From::Measured { document, result, apart, alternative } })
    };
    alike.filter_map(setting).collect()
}

/// The note that an effort saves like: the lender of its savings, or the note itself.
fn saves_like<'v>(variant: &'v Variant, effort: &'v Effort) -> &'v str {
    effort.savings_like.as_deref().unwrap_or(&variant.id)
}

/// A number of our own for a driver that the page adds.
fn example(note: Note<'_>, is: impl Fn(&DriverKind) -> bool, value: Decimal) -> Option<Setting<'_>> {
    let ix = note.variant.drivers().find(|(_, driver)| is(&driver.kind))?.0;
    Some(Setting { ix, value, from: From::Example })
}

/// The next round caseload below that of the first effort that has one.
fn caseload(note: Note<'_>) -> Option<Setting<'_>> {
    let ix = note.variant.efforts.iter().find_map(|effort| effort.caseload)?;
    let (own, round) = (note.variant.driver(ix)?.value, Decimal::from(ROUND_CASELOAD));
    let below = own.checked_div(round)?.ceil().checked_sub(Decimal::ONE)?.checked_mul(round)?;
    (below >= round).then_some(Setting { ix, value: below, from: From::Example })
}

/// The drivers that have a range.
fn with_range(note: Note<'_>) -> Vec<(DriverIx, &Range)> {
    note.variant.drivers().filter_map(|(ix, driver)| Some((ix, driver.range.as_ref()?))).collect()
}

/// The low and the high estimate of a note: all its ranges at one end, where it has several. Each driver stands for all of them, so that
/// one is found that the perspective shows.
fn ends(note: Note<'_>) -> impl Iterator<Item = Setting<'_>> {
    let ranges = with_range(note);
    let ranges = if ranges.len() > 1 { ranges } else { Vec::new() };
    [End::Low, End::High].into_iter().flat_map(move |end| {
        let setting = |(ix, range): &(DriverIx, &Range)| Setting {
            ix: *ix,
            value: end.of(range).normalize(),
            from: From::Ends(end),
        };
        ranges.iter().map(setting).collect::<Vec<_>>()
    })
}

/// The ends of the ranges that the documents give.
fn ranges(note: Note<'_>) -> impl Iterator<Item = Setting<'_>> {
    with_range(note).into_iter().flat_map(|(ix, range)| {
        [range.low, range.high].map(|value| Setting { ix, value: value.normalize(), from: From::Range(range) })
    })
}

/// The other values that the documents give.
fn alternatives(note: Note<'_>) -> impl Iterator<Item = Setting<'_>> {
    let all = note.variant.drivers().flat_map(|(ix, driver)| driver.alternatives.iter().map(move |it| (ix, it)));
    all.map(|(ix, other)| Setting { ix, value: other.value, from: From::Alternative(other) })
}
