//! Notes that are made here, with every kind of line that the format has and that the notes which ship may not have.

use std::sync::LazyLock;

use engine::notes::{CITY, Library};
use model::language::Language;
use model::note::{
    Adjustment, Area, Committee, CommitteeShare, Document, Driver, DriverIx, DriverKind, Effect, Effort, Formula,
    Group, Increases, Limit, Line, Names, Note, Origin, Posts, Quantity, Range, Reached, Schedule, Side, Source, Unit,
    Variant, Weight, Year,
};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::{Any, LIBRARY, decimal, with_changes};

/// How many notes are made.
const NOTES: u64 = 80;
/// The first year of every note that is made.
const FIRST: Year = 2026;

/// The notes that are made: the same ones in every run.
pub static MADE: LazyLock<Library> =
    LazyLock::new(|| Library::new((0..NOTES).map(|number| Maker::new(number).document()).collect()));

/// A made note with any number of its drivers changed, and posts counted in any way.
pub fn any_made_scenario() -> impl Strategy<Value = Any> {
    with_changes(MADE.notes().collect())
}

/// A note that was made for this test alone and that no other run has made, with any number of its drivers changed, and posts counted in any
/// way; and the library that it is in, which stays for as long as the tests run.
pub fn any_new_scenario() -> impl Strategy<Value = (&'static Library, Any)> {
    (NOTES..u64::MAX).prop_flat_map(|number| {
        let library: &'static Library = Box::leak(Box::new(library_made(number)));
        with_changes(library.notes().collect()).prop_map(move |scenario| (library, scenario))
    })
}

/// The library with the one note of this number, which is the same whenever it is made.
pub fn library_made(number: u64) -> Library {
    Library::new(vec![Maker::new(number).document()])
}

/// A note that was made, whose words all are this text, in its own library, which stays for as long as the tests run.
pub fn note_that_says(words: &str) -> &'static Library {
    Box::leak(Box::new(library_that_says(words)))
}

/// The library with one note that was made, whose words all are this text.
pub fn library_that_says(words: &str) -> Library {
    let mut document = Maker::new(NOTES).document();
    (document.short, document.title, document.official_title) = (names(words), names(words), names(words));
    (document.edition, document.decision, document.risk) = (Some(names(words)), Some(names(words)), Some(names(words)));
    for variant in &mut document.variants {
        variant.name = names(words);
        for effort in &mut variant.efforts {
            (effort.name, effort.about) = (names(words), Some(names(words)));
        }
        for line in &mut variant.lines {
            (line.name, line.basis) = (names(words), Some(names(words)));
        }
        for driver in &mut variant.drivers {
            if matches!(driver.kind, DriverKind::OfNote { .. }) {
                driver.kind = DriverKind::OfNote { name: names(words), mention: names(words) };
                driver.origin = Origin::Assumed { why: Some(names(words)) };
            }
        }
    }
    Library::new(vec![document])
}

/// Every made note.
pub fn made_notes() -> Vec<Note<'static>> {
    MADE.notes().collect()
}

/// Makes one note.
struct Maker {
    number: u64,
    /// What the next choice depends on.
    state: u64,
    drivers: Vec<Driver>,
}

impl Maker {
    fn new(number: u64) -> Self {
        Self { number, state: number.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5DEE_CE66, drivers: Vec::new() }
    }

    /// Any number below this one.
    fn below(&mut self, end: u64) -> u64 {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 33) % end
    }

    fn one_in(&mut self, end: u64) -> bool {
        self.below(end) == 0
    }

    fn one_of<T: Clone>(&mut self, choices: &[T]) -> T {
        let end = u64::try_from(choices.len()).unwrap();
        choices[usize::try_from(self.below(end)).unwrap()].clone()
    }

    /// Adds a driver of this unit with any value.
    fn driver(&mut self, id: &str, unit: Unit) -> DriverIx {
        let value = match unit {
            Unit::Citizens => Decimal::from(self.below(400)),
            Unit::CitizensPerPost => Decimal::from(10 + self.below(30)),
            Unit::Posts => Decimal::from(1 + self.below(20)) / Decimal::TWO,
            Unit::CostPerPost => Decimal::from(4_000 + self.below(4_000)) / Decimal::TEN,
            Unit::Share => Decimal::from(self.below(400)) / Decimal::from(400),
            Unit::AmountPerOutcome => Decimal::from(self.below(40_000)) / Decimal::from(200),
            Unit::Courses => Decimal::from(self.below(60)),
            Unit::AmountEach => Decimal::from(self.below(60_000)) / Decimal::from(200),
            Unit::AmountPerYear => Decimal::from(self.below(6_000)) / Decimal::TWO,
            Unit::Years => Decimal::from(1 + self.below(6)),
            Unit::Factor | Unit::Increase => panic!("no note has a driver of its own of this unit"),
        };
        let group = match unit {
            Unit::Citizens | Unit::CitizensPerPost => Group::Citizens,
            Unit::Share => Group::Effect,
            Unit::Years => Group::Period,
            _ => Group::Staff,
        };
        let id = format!("{id}-{}", self.drivers.len());
        let source = Source {
            place: "1".to_owned(),
            row: None,
            quote: "between half and one and a half".to_owned(),
            reads: None,
        };
        let is_given = self.one_in(4);
        let (lowest, highest) = unit.bounds();
        let end = |half: i64| (value * Decimal::new(half * 5, 1)).round_dp(unit.decimals()).clamp(lowest, highest);
        let range = Some(Range { low: end(1), high: end(3), source: Some(source) })
            .filter(|range| is_given && range.low < range.high);
        self.drivers.push(Driver {
            kind: DriverKind::OfNote { name: names(&id), mention: names(&id) },
            id,
            group,
            unit,
            value: value.normalize(),
            origin: Origin::Assumed { why: Some(names("made")) },
            parts: Vec::new(),
            range,
            follows: None,
            alternatives: Vec::new(),
        });
        DriverIx(self.drivers.len() - 1)
    }

    fn schedule(&mut self) -> Schedule {
        let shares = ["0", "0.25", "0.5", "0.6", "0.75", "0.125", "1", "1"].map(decimal);
        let after = self.one_of(&["0", "0", "0.5", "1"]);
        let years: Vec<Decimal> = match self.below(4) {
            0 => vec![Decimal::ONE],
            1 => {
                let once = self.below(4);
                (0..once).map(|_| Decimal::ZERO).chain([Decimal::ONE, Decimal::ZERO]).collect()
            }
            _ => (0..=self.below(6)).map(|_| self.one_of(&shares)).collect(),
        };
        Schedule::of_years(&years, decimal(after)).unwrap()
    }

    fn effort(&mut self, number: u64) -> Effort {
        let effect = Effect {
            first: self.one_in(2).then(|| self.driver("effect-first", Unit::Share)),
            full: self.driver("effect", Unit::Share),
            residual: self.one_in(2).then(|| self.driver("residual", Unit::Share)),
            target: Some(0),
        };
        let id = format!("effort-{number}");
        Effort {
            name: names(&id),
            about: Some(names(&id)),
            id,
            start: FIRST + Year::try_from(self.below(2)).unwrap(),
            continues: false,
            length: self.driver("years", Unit::Years),
            citizens: Some(self.driver("citizens", Unit::Citizens)),
            phase_in: if self.one_in(3) { self.schedule().with_after(Decimal::ONE) } else { Schedule::ALWAYS },
            caseload: Some(self.driver("caseload", Unit::CitizensPerPost)),
            effect: Some(effect),
            reached: self.reached(number),
            savings_like: None,
            consultants: None,
        }
    }

    /// What those who count in the share of an effort have reached: nothing else than a job in every third note, the same in all efforts
    /// of another third, and not the same in the efforts of the rest.
    fn reached(&self, effort: u64) -> Reached {
        let other = |danish: &str, english: &str| {
            let words = [(Language::Danish, danish), (Language::English, english)];
            Reached::Named(words.into_iter().map(|(language, words)| (language, words.to_owned())).collect())
        };
        match (self.number % 3, effort % 2) {
            (0, _) => Reached::default(),
            (2, 1) => other("i egen bolig", "in a home of their own"),
            _ => other("igennem forløbet", "through the course"),
        }
    }

    /// A line of an effort of any kind. The share of those who would have found a job anyway comes in later.
    fn formula(&mut self, effort: &Effort) -> Formula {
        let (citizens, caseload) = (effort.citizens.unwrap(), effort.caseload.unwrap());
        let is_event = self.one_in(5);
        let probability = is_event.then(|| self.driver("probability", Unit::Share));
        let (quantity, unit, effect) = match self.below(6) {
            _ if is_event && self.one_in(2) => (Quantity::Citizens(citizens), Unit::AmountEach, None),
            _ if is_event => (Quantity::Citizens(self.driver("people", Unit::Citizens)), Unit::AmountEach, None),
            0 => (Quantity::One, Unit::AmountPerYear, None),
            1 => (Quantity::Citizens(citizens), Unit::AmountPerOutcome, None),
            2 => (Quantity::Citizens(citizens), Unit::AmountPerOutcome, effort.effect),
            4 => (Quantity::Courses(self.driver("courses", Unit::Courses)), Unit::AmountEach, None),
            3 => (Quantity::Posts(Posts::Driver(self.driver("posts", Unit::Posts))), Unit::CostPerPost, None),
            _ => (Quantity::Posts(Posts::Caseload { citizens, caseload }), Unit::CostPerPost, None),
        };
        Formula {
            quantity,
            probability,
            unit_amount: self.driver("amount", unit),
            weight: Weight { effect, schedule: self.schedule() },
            adjustment: None,
            increases: Increases::default(),
            limit: None,
        }
    }

    /// A share of some of the lines above, which are of the same effort and side. A line that is a share of a share is none of these.
    fn share_of(&mut self, above: &[Line], effort_index: usize, effort: &Effort) -> Option<Formula> {
        let is_simple = |index: &usize| above[*index].formula.lines().is_empty();
        let of_effort = |index: &usize| {
            let line = &above[*index];
            line.effort == effort_index && line.side == Side::Cost && line.formula.lines().iter().all(is_simple)
        };
        let lines: Vec<usize> = (0..above.len()).filter(of_effort).filter(|_| !self.one_in(3)).collect();
        if lines.is_empty() {
            return None;
        }
        let limit = if self.one_in(2) {
            Some(self.limit(effort, &lines.iter().map(|of| &above[*of]).collect::<Vec<_>>()))
        } else {
            None
        };
        Some(Formula {
            quantity: Quantity::Lines(lines),
            probability: None,
            unit_amount: self.driver("share", Unit::Share),
            weight: Weight::of_schedule(if self.one_in(3) { self.schedule() } else { Schedule::ALWAYS }),
            adjustment: None,
            increases: Increases::default(),
            limit,
        })
    }

    /// A ceiling of the year, for each of the effort's citizens, or for each post that one of the lines pays for.
    fn limit(&mut self, effort: &Effort, lines: &[&Line]) -> Limit {
        let posts = lines.iter().find_map(|line| line.formula.posts()).filter(|_| self.one_in(2));
        let citizens = effort.citizens.filter(|_| self.one_in(2));
        let (quantity, unit) = match (posts, citizens) {
            (Some(posts), _) => (Quantity::Posts(posts), Unit::CostPerPost),
            (None, Some(citizens)) => (Quantity::Citizens(citizens), Unit::AmountPerOutcome),
            (None, None) => (Quantity::One, Unit::AmountPerYear),
        };
        let schedule = match quantity {
            Quantity::One => Schedule::ALWAYS,
            _ => self.schedule(),
        };
        Limit { quantity, amount: self.driver("limit", unit), increase: None, schedule }
    }

    fn line(&mut self, number: usize, effort_index: usize, effort: &Effort, above: &[Line]) -> Line {
        let share = if self.one_in(3) { self.share_of(above, effort_index, effort) } else { None };
        let formula = share.unwrap_or_else(|| self.formula(effort));
        let side = match formula.lines() {
            [] => self.one_of(&[Side::Cost, Side::Cost, Side::Saving, Side::Saving, Side::Income]),
            _ => self.one_of(&[Side::Cost, Side::Income]),
        };
        let areas = [&[Area::Service], &Area::KNOWN[..], &[Area::Named(names("Forsikrede ledige"))]].concat();
        let id = format!("line-{number}");
        Line {
            name: names(&id),
            basis: Some(names(&id)),
            id,
            effort: effort_index,
            side,
            formula,
            area: self.one_of(&areas),
            administrations: Vec::new(),
            committees: self.committees(),
            row: None,
            same_row: None,
        }
    }

    /// One committee, or several that share.
    fn committees(&mut self) -> Vec<CommitteeShare> {
        let known: Vec<Committee> = crate::committees();
        assert_eq!(known.len(), CITY.committees.len());
        let whole = |committee| vec![CommitteeShare { committee, share: Decimal::ONE }];
        if self.one_in(2) {
            return whole(self.one_of(&known));
        }
        let share = decimal("0.3");
        let rest = Decimal::ONE - share;
        vec![CommitteeShare { committee: known[0], share }, CommitteeShare { committee: known[1], share: rest }]
    }

    fn variant(mut self) -> Variant {
        let efforts: Vec<Effort> = (0..=self.below(2)).map(|number| self.effort(number)).collect();
        let mut lines: Vec<Line> = Vec::new();
        for number in 0..usize::try_from(2 + self.below(6)).unwrap() {
            let effort_index = usize::try_from(self.below(u64::try_from(efforts.len()).unwrap())).unwrap();
            lines.push(self.line(number, effort_index, &efforts[effort_index], &lines));
        }
        let mut drivers = self.drivers;
        // As the loader does: those who would have found a job anyway, all pay, and every amount.
        let mut add = |driver: Driver| {
            drivers.push(driver);
            DriverIx(drivers.len() - 1)
        };
        let reached = Reached::of_all(efforts.iter().map(|effort| &effort.reached)).clone();
        let (anyway, pay, amounts) =
            (add(Driver::found_anyway(reached)), add(Driver::all_pay()), add(Driver::all_amounts()));
        for line in &mut lines {
            let is_pay = line.formula.posts().is_some();
            line.formula.adjustment =
                line.formula.weight.effect.is_some().then_some(Adjustment { price: None, anyway });
            let is_share = !line.formula.lines().is_empty();
            line.formula.increases = Increases { pay: is_pay.then_some(pay), amounts: (!is_share).then_some(amounts) };
            if let Some(limit) = &mut line.formula.limit {
                limit.increase = Some(amounts);
            }
        }
        Variant {
            id: format!("made-{}", self.number),
            name: names("made"),
            first: FIRST,
            last: FIRST + 3,
            efforts,
            drivers,
            lines,
            printed_paybacks: Vec::new(),
            savings_about: None,
            applied_for: None,
            savings_from: None,
        }
    }

    fn document(self) -> Document {
        let shipped = LIBRARY.find("ips-2018").unwrap().document.clone();
        Document {
            id: format!("made-document-{}", self.number),
            edition_of: None,
            budget: FIRST,
            price_level: FIRST,
            tables: Vec::new(),
            statements: Vec::new(),
            results: Vec::new(),
            populations: Vec::new(),
            follow_ups: Vec::new(),
            remarks: Vec::new(),
            counts: Vec::new(),
            omitted: Vec::new(),
            omitted_counts: Vec::new(),
            variants: vec![self.variant()],
            ..shipped
        }
    }
}

fn names(words: &str) -> Names {
    Language::ALL.into_iter().map(|language| (language, words.to_owned())).collect()
}
