//! From what a caller passes to a scenario: one is described by an object, or by a link.

use engine::link;
use engine::notes::Library;
use model::evaluate::Perspective;
use model::note::{DriverIx, Note, Unit};
use model::scenario::{Horizon, Scenario, Settings, accept};
use rust_decimal::Decimal;

use crate::edge::{Given, Notice, Number, PostsCount, ScenarioInput};
use crate::failure::{Code, Failure};

/// A scenario that a caller described.
#[derive(Debug, Clone)]
pub struct Described<'n> {
    /// The scenario.
    pub scenario: Scenario<'n>,
    /// Whose money is counted.
    pub perspective: Perspective,
    /// What of a link could not be applied. Of an object everything can, or there is no scenario.
    pub notices: Vec<Notice>,
}

/// The note of a description, with the savings that it borrows.
///
/// # Errors
/// There is no such note, or no such savings to borrow.
pub fn note<'n>(library: &'n Library, input: &ScenarioInput<'_>) -> Result<Note<'n>, Failure> {
    let id = input.note.as_ref();
    let unknown = || Failure::new(Code::UnknownNote, format!("There is no note \"{id}\"."));
    let note = library.find(id).ok_or_else(unknown)?;
    let Some(lender) = input.savings_from.as_deref() else { return Ok(note) };
    let unknown =
        || Failure::new(Code::UnknownSavings, format!("The note {id} cannot borrow the savings of \"{lender}\"."));
    library.with_savings(id).filter(|note| note.variant.lender() == Some(lender)).ok_or_else(unknown)
}

/// The perspective with this id.
///
/// # Errors
/// The note has no such perspective.
pub fn perspective(note: Note<'_>, id: &str) -> Result<Perspective, Failure> {
    let unknown =
        || Failure::new(Code::UnknownPerspective, format!("The note {} has no perspective \"{id}\".", note.variant.id));
    Perspective::find(note.variant, id).ok_or_else(unknown)
}

/// The perspective of a description, which is the note's own where it names none.
///
/// # Errors
/// The note has no such perspective.
pub fn seen_from(note: Note<'_>, input: &ScenarioInput<'_>) -> Result<Perspective, Failure> {
    match input.seen_from.as_deref() {
        None => Ok(Perspective::headline(note.variant)),
        Some(id) => perspective(note, id),
    }
}

/// The driver with this id.
///
/// # Errors
/// The note has no such driver.
pub fn find_driver(note: Note<'_>, id: &str) -> Result<DriverIx, Failure> {
    note.variant.find_driver(id).ok_or_else(|| Failure::no_driver(note, id))
}

/// The position of a driver, and the value in the model's unit that a caller gave it in that of the screen.
///
/// # Errors
/// The note has no such driver, or it does not accept the value, or that is no number.
pub fn driver_value(note: Note<'_>, id: &str, Given(value): Given) -> Result<(DriverIx, Decimal), Failure> {
    let ix = find_driver(note, id)?;
    let Number(value) = value.ok_or_else(|| Failure::no_number(id))?;
    let driver = note.variant.driver(ix).ok_or_else(|| Failure::no_driver(note, id))?;
    let value = in_model(driver.unit, value);
    if value != driver.value {
        accept(driver.unit, value).map_err(|rejection| Failure::rejected(note, driver, rejection))?;
    }
    Ok((ix, value))
}

/// A value on screen in the model's unit.
fn in_model(unit: Unit, value: Decimal) -> Decimal {
    let scale = unit.scale();
    if scale == Decimal::ONE { value } else { value.checked_div(scale).unwrap_or(value) }
}

/// How paybacks are to be counted.
///
/// # Errors
/// The rate is not from 0 to 100 per cent, or a reader cannot choose the horizon.
pub fn settings(input: &ScenarioInput<'_>) -> Result<Settings, Failure> {
    let rate = match input.discount_rate {
        None => Some(Decimal::ZERO),
        Some(Given(per_cent)) => per_cent.map(|Number(per_cent)| in_model(Unit::Share, per_cent)),
    };
    let rate = rate
        .filter(|rate| (Decimal::ZERO..=Decimal::ONE).contains(rate))
        .ok_or_else(|| Failure::new(Code::UnknownRate, "A rate is a number from 0 to 100, in per cent a year."))?;
    let horizon = match input.horizon {
        None => Horizon::default(),
        Some(years) => Horizon::of_years(years)
            .ok_or_else(|| Failure::new(Code::UnknownHorizon, "A horizon is 10, 20, 30 or 50 years."))?,
    };
    Ok(Settings { rate, horizon })
}

/// The scenario that an object describes.
///
/// # Errors
/// [`Failure`] for the first thing that cannot be applied.
pub fn described<'n>(library: &'n Library, input: &ScenarioInput<'_>) -> Result<Described<'n>, Failure> {
    let note = note(library, input)?;
    let perspective = seen_from(note, input)?;
    let mut scenario = Scenario::baseline(note).with_settings(settings(input)?);
    for (id, given) in &input.drivers.0 {
        set(&mut scenario, id, *given)?;
    }
    count_posts(&mut scenario, input.posts.unwrap_or(PostsCount::Exact))?;
    Ok(Described { scenario, perspective, notices: Vec::new() })
}

/// Gives a driver a value in the unit of the screen.
///
/// # Errors
/// The note has no such driver, or it does not accept the value. The scenario is then as it was.
pub fn set(scenario: &mut Scenario<'_>, id: &str, given: Given) -> Result<(DriverIx, Decimal), Failure> {
    let note = scenario.note();
    let (ix, value) = driver_value(note, id, given)?;
    let driver = note.variant.driver(ix).ok_or_else(|| Failure::no_driver(note, id))?;
    scenario.set(ix, value).map_err(|rejection| Failure::rejected(note, driver, rejection))?;
    Ok((ix, value))
}

/// Counts posts in another way.
///
/// # Errors
/// The posts are to stay as in the note, and a caseload has a value of its own.
pub fn count_posts(scenario: &mut Scenario<'_>, posts: PostsCount) -> Result<(), Failure> {
    let posts = posts.into();
    if let Some(caseload) = scenario.caseload_replaced_by(posts) {
        let sentence =
            format!("The driver \"{}\" follows the citizens, because the posts stay as in the note.", caseload.id);
        return Err(Failure::about(&caseload.id, Code::CaseloadFollows, sentence));
    }
    scenario.count_posts(posts);
    Ok(())
}

/// The scenario that a link leads to. Every link leads to one; the notices say what could not be applied.
///
/// # Errors
/// Only if the library has no note.
pub fn followed<'n>(library: &'n Library, text: &str) -> Result<Described<'n>, Failure> {
    let opened = link::open(library, text);
    let opened = opened.ok_or_else(|| Failure::new(Code::UnknownNote, "There is no note."))?;
    let perspective = opened.page.perspective(opened.own.note().variant);
    let notices = opened.notices.iter().map(Notice::from).collect();
    Ok(Described { scenario: opened.own.scenario, perspective, notices })
}
