//! What the reader has changed: the values of a note's drivers, the way posts are counted, the rate, and the horizon.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use crate::note::{Alternative, Driver, DriverIx, Limit, Line, Note, Phase, Term, Unit};

/// What gives when the number of citizens changes: the posts or the caseload.
///
/// Posts that follow the citizens are citizens ÷ caseload. They are never rounded down: with half a post too few, the
/// caseload would be above the one the reader asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PostsCount {
    /// The quotient is not rounded.
    #[default]
    Exact,
    /// The quotient is rounded up to half posts.
    Half,
    /// The quotient is rounded up to whole posts.
    Whole,
    /// The posts stay as the note has them, and the caseload follows the citizens: a grant pays for a fixed number of
    /// consultants, however many citizens are enrolled.
    AsInNote,
}

impl PostsCount {
    /// Every way of counting, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Exact, Self::Half, Self::Whole, Self::AsInNote];
}

/// A note with the reader's values in place of the baseline's. Every value is within the bounds of its driver.
///
/// A driver that [follows](crate::note::Follows) another keeps the document's proportion to it until the reader gives it
/// a value of its own. So does a caseload while the posts stay [as in the note](PostsCount::AsInNote).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario<'n> {
    note: Note<'n>,
    /// The value of each driver, also of those that follow.
    values: Vec<Decimal>,
    /// Whether each driver follows another one now because the document says so.
    follows: Vec<bool>,
    posts: PostsCount,
    settings: Settings,
}

/// How far ahead the reader looks for a payback, counted from the first year of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Horizon {
    /// Ten years.
    Ten,
    /// Twenty years.
    #[default]
    Twenty,
    /// Thirty years.
    Thirty,
    /// Fifty years.
    Fifty,
}

impl Horizon {
    /// Every horizon, the nearest first.
    pub const ALL: [Self; 4] = [Self::Ten, Self::Twenty, Self::Thirty, Self::Fifty];

    /// Its length in years, the first year of the table included.
    #[must_use]
    pub const fn years(self) -> u32 {
        match self {
            Self::Ten => 10,
            Self::Twenty => 20,
            Self::Thirty => 30,
            Self::Fifty => 50,
        }
    }

    /// The horizon of this many years; `None` if a reader cannot choose it.
    #[must_use]
    pub fn of_years(years: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|horizon| horizon.years() == years)
    }
}

/// The highest rate that the page offers for the discounted payback: 10 % a year, as a share of 1. Links take higher ones.
pub const HIGHEST_RATE: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// How the reader wants paybacks to be counted. No note has a rate or a horizon, so these are no changes of one, and all
/// scenarios on a page share them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    /// The rate for the discounted payback, a share of 1 a year. It is 0 until the reader chooses one.
    pub rate: Decimal,
    /// How far ahead a payback is looked for.
    pub horizon: Horizon,
}

/// A driver with two values: the document's (in `driver`) and the reader's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change<'n> {
    /// The driver's position in the note.
    pub ix: DriverIx,
    /// The driver, with the document's value.
    pub driver: &'n Driver,
    /// The reader's value, in the driver's unit.
    pub value: Decimal,
}

/// Why a driver cannot have a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rejection {
    /// The note has no such driver.
    NoSuchDriver,
    /// The value is below the lowest one, which is given here in the driver's unit.
    TooLow(Decimal),
    /// The value is above the highest one, which is given here in the driver's unit.
    TooHigh(Decimal),
    /// The value has more decimals on screen than allowed. The number allowed is given here.
    TooFine(u32),
}

impl<'n> Scenario<'n> {
    /// The scenario in which nothing differs from the note.
    #[must_use]
    pub fn baseline(note: Note<'n>) -> Self {
        let drivers = &note.variant.drivers;
        Self {
            note,
            values: drivers.iter().map(|driver| driver.value).collect(),
            follows: drivers.iter().map(|driver| driver.follows.is_some()).collect(),
            posts: PostsCount::default(),
            settings: Settings::default(),
        }
    }

    /// The same with other settings for paybacks.
    #[must_use]
    pub fn with_settings(self, settings: Settings) -> Self {
        Self { settings: Settings { rate: settings.rate.normalize(), ..settings }, ..self }
    }

    /// How the reader wants paybacks to be counted.
    #[must_use]
    pub const fn settings(&self) -> Settings {
        self.settings
    }

    /// The note that the scenario varies.
    #[must_use]
    pub const fn note(&self) -> Note<'n> {
        self.note
    }

    /// The driver's current value, in its unit; `None` for a driver that the note does not have.
    #[must_use]
    pub fn value(&self, driver: DriverIx) -> Option<Decimal> {
        self.values.get(driver.0).copied()
    }

    /// How posts are counted.
    #[must_use]
    pub const fn posts(&self) -> PostsCount {
        self.posts
    }

    /// The reader's rate for the discounted payback, a share of 1 a year. It is 0 until the reader chooses one, because
    /// no document gives a rate.
    #[must_use]
    pub const fn rate(&self) -> Decimal {
        self.settings.rate
    }

    /// How far ahead a payback is looked for.
    #[must_use]
    pub const fn horizon(&self) -> Horizon {
        self.settings.horizon
    }

    /// Changes the way posts are counted. Caseloads begin to follow the citizens where the posts now stay as in the note;
    /// where the posts no longer do, caseloads are the note's again.
    pub fn count_posts(&mut self, posts: PostsCount) {
        let stays = |posts| posts == PostsCount::AsInNote;
        let turns = stays(self.posts) != stays(posts);
        self.posts = posts;
        if turns {
            let note = self.note;
            for caseload in note.variant.efforts.iter().filter_map(|effort| effort.caseload) {
                self.restore(caseload);
            }
        }
    }

    /// Whether posts can stay as in the note: a reader who set a caseload lets the posts follow it.
    #[must_use]
    pub fn posts_may_stay(&self) -> bool {
        self.caseload_replaced_by(PostsCount::AsInNote).is_none()
    }

    /// The caseload of the reader's own that gives way when posts are counted in this way: posts that stay as in the note
    /// and a caseload of its own exclude each other.
    #[must_use]
    pub fn caseload_replaced_by(&self, posts: PostsCount) -> Option<&'n Driver> {
        self.changes()
            .find(|change| self.note.variant.is_caseload(change.ix))
            .filter(|_| posts == PostsCount::AsInNote)
            .map(|change| change.driver)
    }

    /// The posts that a note pays for by citizens ÷ caseload, as the two numbers to divide. `None` for drivers that the
    /// note does not have.
    #[must_use]
    pub fn citizens_and_caseload(&self, citizens: DriverIx, caseload: DriverIx) -> Option<(Decimal, Decimal)> {
        if self.posts == PostsCount::AsInNote {
            let baseline = |ix| self.note.variant.driver(ix).map(|driver: &Driver| driver.value);
            return Some((baseline(citizens)?, baseline(caseload)?));
        }
        Some((self.value(citizens)?, self.value(caseload)?))
    }

    /// Gives a driver a value, in the driver's unit. The document's own value is always accepted. The driver no longer
    /// follows another one, whatever the value is, so several drivers can be set in any order. A caseload with a value of
    /// its own means that the posts follow it.
    ///
    /// ```
    /// use engine::notes::Library;
    /// use model::scenario::{Rejection, Scenario};
    /// use rust_decimal::Decimal;
    ///
    /// let library = Library::embedded().unwrap();
    /// let note = library.find("ips-2018").unwrap();
    /// let effect = note.variant.find_driver("effect").unwrap();
    /// let mut scenario = Scenario::baseline(note);
    /// assert_eq!(scenario.set(effect, Decimal::new(5, 1)), Ok(()));
    /// // An effect is a share of 1. What is rejected leaves the value as it was.
    /// assert_eq!(scenario.set(effect, Decimal::TWO), Err(Rejection::TooHigh(Decimal::ONE)));
    /// assert_eq!(scenario.value(effect), Some(Decimal::new(5, 1)));
    /// ```
    ///
    /// # Errors
    /// [`Rejection`] if the driver cannot have the value. The driver then keeps the one it has.
    pub fn set(&mut self, driver: DriverIx, value: Decimal) -> Result<(), Rejection> {
        let baseline = self.note.variant.driver(driver).ok_or(Rejection::NoSuchDriver)?;
        if value != baseline.value {
            accept(baseline.unit, value)?;
        }
        if self.citizens_followed_by(driver).is_some() {
            self.count_posts(PostsCount::default());
        }
        self.put(driver, value.normalize(), false);
        Ok(())
    }

    /// Gives a driver the value that a reader chose by hand. The value that it would have by following another driver lets
    /// it follow that one again: a slider that is moved back has changed nothing.
    ///
    /// # Errors
    /// As [`Self::set`].
    pub fn choose(&mut self, driver: DriverIx, value: Decimal) -> Result<(), Rejection> {
        let baseline = self.note.variant.driver(driver).ok_or(Rejection::NoSuchDriver)?;
        let leader = self.possible_leader(driver);
        if leader.and_then(|leader| self.in_proportion(baseline, leader)) == Some(value.normalize()) {
            self.restore(driver);
            return Ok(());
        }
        self.set(driver, value)
    }

    /// Gives a driver a value that a document gives as an alternative, and lets give what gives there: the posts or the
    /// caseload.
    ///
    /// # Errors
    /// As [`Self::set`].
    pub fn choose_alternative(&mut self, driver: DriverIx, alternative: &Alternative) -> Result<(), Rejection> {
        self.choose(driver, alternative.value)?;
        if alternative.posts_stay {
            self.count_posts(PostsCount::AsInNote);
        }
        Ok(())
    }

    /// Gives a driver a value that a document gives. Where the document's value leaves the posts as they are, so does this,
    /// unless the reader has a caseload.
    ///
    /// # Errors
    /// As [`Self::set`].
    pub fn set_documented(&mut self, driver: DriverIx, value: Decimal, posts_stay: bool) -> Result<(), Rejection> {
        self.set(driver, value)?;
        if posts_stay && self.posts_may_stay() {
            self.count_posts(PostsCount::AsInNote);
        }
        Ok(())
    }

    /// Whether a driver has the value of one of its alternatives, and gives there what the alternative lets give.
    #[must_use]
    pub fn has_chosen(&self, driver: DriverIx, alternative: &Alternative) -> bool {
        let gives_alike = !alternative.posts_stay || self.posts == PostsCount::AsInNote;
        self.value(driver) == Some(alternative.value) && gives_alike
    }

    /// Gives a driver the document's value again. A driver that follows another one follows it again. Once all citizens
    /// are the note's again, posts that stay as in the note say nothing more, and follow the citizens again.
    pub fn restore(&mut self, driver: DriverIx) {
        let Some(baseline) = self.note.variant.driver(driver) else { return };
        let value = self.possible_leader(driver).and_then(|leader| self.in_proportion(baseline, leader));
        self.put(driver, value.unwrap_or(baseline.value), baseline.follows.is_some());
        let is_restored = |citizens| self.value(citizens) == self.note.variant.driver(citizens).map(|it| it.value);
        let mut citizens = self.note.variant.efforts.iter().filter(|effort| effort.caseload.is_some());
        let counts_citizens = citizens.clone().any(|effort| effort.citizens == Some(driver));
        if self.posts == PostsCount::AsInNote
            && counts_citizens
            && citizens.all(|effort| effort.citizens.is_none_or(is_restored))
        {
            self.count_posts(PostsCount::default());
        }
    }

    /// The citizens that a caseload follows, because the posts stay as in the note. `None` for every other driver.
    fn citizens_followed_by(&self, caseload: DriverIx) -> Option<DriverIx> {
        if self.posts != PostsCount::AsInNote {
            return None;
        }
        self.note.variant.efforts.iter().find(|effort| effort.caseload == Some(caseload))?.citizens
    }

    /// The driver that this one follows now, or would follow if the reader had given it no value of its own.
    fn possible_leader(&self, driver: DriverIx) -> Option<DriverIx> {
        let follows = self.note.variant.driver(driver)?.follows.as_ref();
        follows.map(|follows| follows.leader).or_else(|| self.citizens_followed_by(driver))
    }

    /// The driver that this one follows now.
    #[must_use]
    pub fn leader(&self, driver: DriverIx) -> Option<DriverIx> {
        let is_own = self.note.variant.driver(driver)?.follows.is_some() && !self.is_tied(driver);
        self.possible_leader(driver).filter(|_| !is_own)
    }

    fn is_tied(&self, driver: DriverIx) -> bool {
        self.follows.get(driver.0).copied().unwrap_or_default()
    }

    /// Stores a value, and moves the drivers that follow.
    fn put(&mut self, driver: DriverIx, value: Decimal, follows: bool) {
        if let (Some(slot), Some(tie)) = (self.values.get_mut(driver.0), self.follows.get_mut(driver.0)) {
            *slot = value;
            *tie = follows;
        }
        let note = self.note;
        for (ix, follower) in note.variant.drivers() {
            if ix != driver && self.moves_with(driver, ix) {
                let value = self.in_proportion(follower, driver).unwrap_or(follower.value);
                if let Some(slot) = self.values.get_mut(ix.0) {
                    *slot = value;
                }
            }
        }
    }

    /// The value of a driver in the document's proportion to another one, rounded to what the screen shows. `None` where
    /// the document's value of the other one is zero.
    fn in_proportion(&self, follower: &Driver, leader: DriverIx) -> Option<Decimal> {
        self.scaled(follower, follower.value, leader)
    }

    /// A value that the document gives for a driver, in proportion to the driver that the document lets it follow: with
    /// half the leader's value, half of it. For a driver that follows none it is the value itself. `None` for a driver
    /// that the note does not have.
    #[must_use]
    pub fn value_in_proportion(&self, driver: DriverIx, value: Decimal) -> Option<Decimal> {
        let baseline = self.note.variant.driver(driver)?;
        let leader = baseline.follows.as_ref().map(|follows| follows.leader);
        leader.map_or(Some(value), |leader| self.scaled(baseline, value, leader))
    }

    fn scaled(&self, follower: &Driver, value: Decimal, leader: DriverIx) -> Option<Decimal> {
        let (now, baseline) = (self.value(leader)?, self.note.variant.driver(leader)?.value);
        if now == baseline {
            return Some(value);
        }
        let exact = now.checked_mul(value)?.checked_div(baseline)?;
        let decimals = follower.unit.decimals_in_model();
        let (low, high) = follower.unit.bounds();
        let rounded = exact.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        Some(rounded.clamp(low, high).normalize())
    }

    /// Whether the driver follows another one now.
    #[must_use]
    pub fn follows(&self, driver: DriverIx) -> bool {
        self.leader(driver).is_some()
    }

    /// The full share, where the driver is the first year's share of an effort that ran before the note: its first year in the
    /// table is not the first in which it works. `None` for every other driver.
    #[must_use]
    pub fn full_share_from_start(&self, driver: DriverIx) -> Option<Decimal> {
        let running = self.note.variant.efforts.iter().filter(|effort| effort.continues);
        let effect = running.filter_map(|effort| effort.effect).find(|effect| effect.first == Some(driver))?;
        self.value(effect.full)
    }

    /// Whether `driver` moves when `moved` is given a value: it is the same one, or follows it.
    #[must_use]
    pub fn moves_with(&self, moved: DriverIx, driver: DriverIx) -> bool {
        moved == driver || self.leader(driver) == Some(moved)
    }

    /// Whether a line depends on the driver, or on one that follows it.
    #[must_use]
    pub fn moves(&self, driver: DriverIx, line: &Line) -> bool {
        Phase::WITH_AMOUNTS.into_iter().any(|phase| self.moves_in(driver, line, phase))
    }

    /// Whether the amount of a line in a phase depends on the driver, or on one that follows it.
    #[must_use]
    pub fn moves_in(&self, driver: DriverIx, line: &Line, phase: Phase) -> bool {
        let moves = |term: Term| match term {
            // It follows no other driver, which takes longer to find out. A map asks some hundred thousand times.
            Term::Increase(ix) => ix == driver,
            term => term.drivers().into_iter().flatten().any(|ix| self.moves_with(driver, ix)),
        };
        let formula = &line.formula;
        let moves_line =
            |index: &usize| self.note.variant.lines.get(*index).is_some_and(|line| self.moves_in(driver, line, phase));
        formula.weight.rate(phase).is_some_and(moves)
            || formula.full_amount().into_iter().flatten().any(moves)
            || formula.limit.iter().flat_map(Limit::full_amount).any(moves)
            || formula.lines().iter().any(moves_line)
    }

    /// The drivers to which the reader gave a value of their own, in the note's order. A driver that could follow another one
    /// is among them also with the document's value.
    pub fn changes(&self) -> impl Iterator<Item = Change<'n>> {
        self.note.variant.drivers().zip(&self.values).filter_map(|((ix, driver), value)| {
            let is_set = !self.follows(ix) && (driver.follows.is_some() || driver.value != *value);
            is_set.then_some(Change { ix, driver, value: *value })
        })
    }

    /// Whether anything differs from the note. A rate and a horizon do not count, because the note has none.
    #[must_use]
    pub fn differs(&self) -> bool {
        let is_moved = |(driver, value): (&Driver, &Decimal)| driver.value != *value;
        self.posts != PostsCount::default() || self.note.variant.drivers.iter().zip(&self.values).any(is_moved)
    }
}

/// Checks that the model accepts a value of this unit.
///
/// # Errors
/// The first [`Rejection`] that applies.
pub fn accept(unit: Unit, value: Decimal) -> Result<(), Rejection> {
    let (low, high) = unit.bounds();
    if value < low {
        return Err(Rejection::TooLow(low));
    }
    if value > high {
        return Err(Rejection::TooHigh(high));
    }
    let decimals = unit.decimals();
    let on_screen = value.checked_mul(unit.scale()).ok_or(Rejection::TooHigh(high))?;
    if on_screen.normalize().scale() > decimals { Err(Rejection::TooFine(decimals)) } else { Ok(()) }
}
