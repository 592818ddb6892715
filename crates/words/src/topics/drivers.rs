//! What stands around the field of a driver.

use std::borrow::Cow;

use super::full_stop;
use crate::Words;
use crate::messages::at;
use engine::group_sum::GroupSum;
use model::brackets::Interval;
use model::language::capitalised;
use model::note::{DocumentName, Driver, DriverKind, Group, Line, Note, Origin, Reached, Side, Unit, Variant};

/// The name of a note in running text, whichever of its editions is meant.
pub(super) fn note_in_text(words: Words, name: &DocumentName) -> String {
    words.document_name(&DocumentName { edition: None, ..name.clone() })
}

impl Words {
    /// What the button on a number in the answer leads to.
    #[must_use]
    pub fn change_number(self, name: &str) -> String {
        self.messages().driver.change(name)
    }

    /// The name of a group of drivers. `None` stands for those of the efforts that the reader does not look at.
    #[must_use]
    pub fn group_or_others(self, variant: &Variant, group: Option<Group>) -> Cow<'static, str> {
        group.map_or(self.messages().groups.others.into(), |group| self.group(variant, group))
    }

    /// The line of a folded group: its name, and how many drivers it has.
    #[must_use]
    pub fn group_summary(self, variant: &Variant, group: Option<Group>, drivers: usize) -> String {
        let count = self.numbers().count(u32::try_from(drivers).unwrap_or(u32::MAX));
        self.messages().groups.summary(&count, self.group_or_others(variant, group))
    }

    /// What the drivers of a group come to together.
    #[must_use]
    pub fn group_sum(self, sum: GroupSum) -> String {
        match sum {
            GroupSum::Posts(year, cost) => {
                self.messages().groups.posts_sum(at::Amount(self.millions(cost)), at::Year(year))
            }
            GroupSum::SavedPerOutcome(amount) => self.messages().groups.saved_sum(self.kroner(Some(amount))),
        }
    }

    /// A result of the note's baseline, below a key figure that differs from it: "notatet: 2021".
    #[must_use]
    pub fn note_value(self, value: &str) -> String {
        self.messages().driver.note_value(value)
    }

    /// The name of a driver on screen.
    #[must_use]
    pub fn driver_name(self, driver: &Driver) -> String {
        let added = &self.messages().added_drivers;
        match &driver.kind {
            DriverKind::OfNote { name, .. } => self.named(name).to_owned(),
            DriverKind::FoundAnyway { reached: Reached::JobOrEducation } => added.found_anyway.to_owned(),
            DriverKind::FoundAnyway { reached } => added.found_otherwise(self.reached_anyway(reached)),
            DriverKind::PriceFactor { from, to } => added.price_factor(at::From(*from), at::To(*to)),
            DriverKind::AllPay => added.all_pay.to_owned(),
            DriverKind::AllAmounts => added.all_amounts.to_owned(),
        }
    }

    /// The name of a driver inside a sentence, in the definite form: "sagsstammen".
    #[must_use]
    pub fn driver_mention(self, driver: &Driver) -> String {
        let added = &self.messages().added_drivers;
        let mention = match &driver.kind {
            DriverKind::OfNote { mention, .. } => self.named(mention),
            DriverKind::FoundAnyway { reached: Reached::JobOrEducation } => added.found_anyway_mention,
            DriverKind::FoundAnyway { reached } => return added.found_otherwise_mention(self.reached_anyway(reached)),
            DriverKind::PriceFactor { .. } => added.price_factor_mention,
            DriverKind::AllPay => added.all_pay_mention,
            DriverKind::AllAmounts => added.all_amounts_mention,
        };
        mention.to_owned()
    }

    /// How a driver's value was derived or why it was assumed; for one that moves many amounts at once, which ones. `None` where
    /// a document states the value. No full stop.
    #[must_use]
    pub fn explanation(self, note: Note<'_>, driver: &Driver) -> Option<String> {
        let added = &self.messages().added_drivers;
        match (&driver.kind, &driver.origin) {
            (DriverKind::FoundAnyway { reached: Reached::JobOrEducation }, _) => {
                Some(added.found_anyway_why.to_owned())
            }
            (DriverKind::FoundAnyway { reached }, _) => Some(added.found_otherwise_why(self.reached_anyway(reached))),
            (DriverKind::PriceFactor { from, to }, _) => Some(added.price_factor_why(at::From(*from), at::To(*to))),
            (DriverKind::AllPay, _) => Some(all_pay(self, note)),
            (DriverKind::AllAmounts, _) => Some(added.all_amounts_why.to_owned()),
            (DriverKind::OfNote { .. }, Origin::Derived { how: None, .. }) => Some(added.in_proportion.to_owned()),
            (DriverKind::OfNote { .. }, origin) => origin.explanation().map(|names| self.named(names).to_owned()),
        }
    }

    /// A driver's value in the note, below its field, by the kind of its origin: "notatet: 25 borgere" only where the
    /// note states it, otherwise "regnet ud af notatet: 75 borgere", "fra BI07 i budget 2022: …" or "vores antagelse: …".
    #[must_use]
    pub fn note_value_as(self, origin: &Origin, value: &str) -> String {
        let driver = &self.messages().driver;
        match origin {
            Origin::Stated(_) => driver.note_value(value),
            Origin::Neutral => driver.neutral(value),
            Origin::Derived { lender: None, .. } => driver.derived(value),
            Origin::Derived { lender: Some(lender), .. } => {
                driver.derived_at_lender(at::Note(note_in_text(self, lender)), at::Value(value))
            }
            Origin::Borrowed { name, .. } => {
                let note = name.as_ref().map(|name| note_in_text(self, name));
                let note = note.unwrap_or_else(|| self.messages().origins.borrowed.to_owned());
                driver.borrowed(at::Note(note), at::Value(value))
            }
            Origin::Assumed { .. } => driver.assumed(value),
            Origin::OfFile { why: Some(_) } => driver.assumed_in_file(value),
            Origin::OfFile { why: None } => driver.not_said(value),
        }
    }

    /// The name of a driver's restore button for screen readers.
    #[must_use]
    pub fn restore_driver(self, name: &str, value: &str) -> String {
        self.messages().driver.restore(at::Name(name), at::Value(value))
    }

    /// Where a driver's value comes from, as the sentence that begins its provenance.
    #[must_use]
    pub fn origin_sentence(self, origin: &Origin) -> String {
        full_stop(capitalised(self.origin(origin)))
    }

    /// The interval of values that give every printed cell, in a driver's provenance.
    #[must_use]
    pub fn interval(self, interval: Interval, unit: Unit) -> String {
        let (low, below) = self.numbers().interval(interval, unit);
        self.messages().driver.interval(at::Below(below), at::Low(low))
    }

    /// The button that sets a driver to another value of the document: "Prøv 47 %: målt i 2022–2024".
    #[must_use]
    pub fn use_alternative(self, name: &str, value: &str) -> String {
        self.messages().driver.use_alternative(at::Name(name), at::Value(value))
    }

    /// The same button where the value comes with as many consultants as in the note.
    #[must_use]
    pub fn with_posts_as_in_note(self, sentence: &str) -> String {
        self.messages().driver.with_posts_as_in_note(sentence)
    }

    /// What the notes say of the residual effect after an effort of another length than theirs. `published` is the note's.
    #[must_use]
    pub fn another_length(self, published: &str) -> String {
        self.messages().driver.another_length(published)
    }

    /// Whether a driver still follows another one, which is named as inside a sentence.
    #[must_use]
    pub fn follows(self, leader: &str, is_tied: bool) -> String {
        let driver = &self.messages().driver;
        if is_tied { driver.follows(leader) } else { driver.no_longer_follows(leader) }
    }

    /// The name of the button that lets a driver follow another one again.
    #[must_use]
    pub fn follow_again(self, name: &str, leader: &str) -> String {
        self.messages().driver.follow_again(at::Leader(leader), at::Name(name))
    }
}

/// Which drivers of the note all pay is, and which costs it leaves alone. Names have commas in them, so semicolons part them.
fn all_pay(words: Words, note: Note<'_>) -> String {
    let added = &words.messages().added_drivers;
    // A share of other lines follows the pay of those.
    let is_own = |line: &&Line| line.side == Side::Cost && line.formula.lines().is_empty();
    let costs = note.variant.lines.iter().filter(is_own);
    let (mut pay, mut others) = (Vec::new(), Vec::new());
    for line in costs {
        let names = if line.formula.increases.pay.is_some() { &mut pay } else { &mut others };
        let name = note.variant.driver(line.formula.unit_amount).map(|driver| words.driver_name(driver));
        names.extend(name.filter(|name| !names.contains(name)));
    }
    let why = added.all_pay_why(pay.join("; "));
    if others.is_empty() { why } else { added.all_pay_leaves_out(at::Others(others.join("; ")), at::Why(why)) }
}
