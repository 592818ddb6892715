//! One function for each of the package's that no loaded scenario is needed for.

use engine::explain::{Ask, explain as explanation};
use engine::findings::{check_all, ranked};
use engine::link::{Page, Screen};
use engine::notes::Library;
use engine::sensitivity;
use model::language::Language;

use crate::edge::{BreakEven, Explanation, Finding, JointRange, NoteInfo, Opened, Outcome, ScenarioState};
use crate::failure::{Code, Failure};
use crate::loaded::Loaded;
use crate::opening::{find_driver, followed};

/// Every note, the oldest budget first.
#[must_use]
pub fn notes(library: &Library) -> Vec<NoteInfo> {
    library.notes().map(|note| NoteInfo::of(library, note)).collect()
}

/// Everything that follows from a scenario.
///
/// # Errors
/// The scenario has no outcome.
pub fn evaluate(loaded: &Loaded<'_>) -> Result<Outcome, Failure> {
    Ok(Outcome::from(&loaded.computed()?))
}

/// How a number came about. The number has a permanent id, such as `net.total.2019` or `payback.total`.
///
/// # Errors
/// The scenario has no such number, or no outcome.
pub fn explain(loaded: &Loaded<'_>, number: &str) -> Result<Explanation, Failure> {
    let computed = loaded.computed()?;
    let note = computed.note();
    let unknown = || {
        Failure::new(
            Code::UnknownNumber,
            format!("The note {} has no number \"{number}\" to explain.", note.variant.id),
        )
    };
    let ask = Ask::find(note, number).ok_or_else(unknown)?;
    let explained = explanation(&computed, ask).ok_or_else(unknown)?;
    Ok(Explanation::of(note, &explained))
}

/// Where the documents contradict themselves or each other, what matters most first.
#[must_use]
pub fn findings(library: &Library) -> Vec<Finding> {
    let checks = check_all(library.documents());
    ranked(&checks).iter().map(Finding::from).collect()
}

/// The values of a driver with which payback takes at most `years` years. Everything else stays as in the scenario.
///
/// # Errors
/// The note has no such driver or perspective, the scenario no outcome, or `years` is no whole number from 1 on.
pub fn break_even(
    loaded: &Loaded<'_>,
    driver: &str,
    years: Option<f64>,
    perspective: Option<&str>,
) -> Result<BreakEven, Failure> {
    let note = loaded.scenario().note();
    let years = whole_years(years)?;
    let ix = find_driver(note, driver)?;
    let found = note.variant.driver(ix).ok_or_else(|| Failure::no_driver(note, driver))?;
    let values = sensitivity::break_even(loaded.scenario(), ix, loaded.asked(perspective)?, years);
    Ok(BreakEven::of(found, &values.map_err(|error| Failure::no_outcome(note, error))?))
}

/// A number of years that a payback may take; `None` is no number.
fn whole_years(years: Option<f64>) -> Result<u32, Failure> {
    let is_accepted = |years: &f64| years.fract() == 0.0 && (1.0..=f64::from(u16::MAX)).contains(years);
    let years = years.filter(is_accepted);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is whole, positive and small")]
    let years = years.map(|years| years as u32);
    years.ok_or_else(|| {
        Failure::new(Code::UnknownYears, "The years that a payback may take are a whole number from 1 on.")
    })
}

/// The results with every number at the ends that the documents give, all at once; `None` where no number with ends moves
/// the money of the perspective.
///
/// # Errors
/// The note has no such perspective, or the scenario no outcome.
pub fn range(loaded: &Loaded<'_>, perspective: Option<&str>) -> Result<Option<JointRange>, Failure> {
    let note = loaded.scenario().note();
    let range = sensitivity::joint_range(&loaded.computed()?, loaded.asked(perspective)?);
    Ok(range.map_err(|error| Failure::no_outcome(note, error))?.map(|range| JointRange::of(note, &range)))
}

/// The permanent link of a scenario, without the `#`. It holds what the page shows of it, so that a later page can say whether
/// it shows something else.
///
/// # Errors
/// The scenario has no outcome.
pub fn link(loaded: &Loaded<'_>) -> Result<String, Failure> {
    let computed = loaded.computed()?;
    let mut page = Page::of(Screen::Note, Language::default());
    page.see_from(loaded.perspective(), computed.note().variant);
    Ok(page.lasting(&computed, None))
}

/// What a link leads to. Every text leads to a scenario; the notices say what of it could not be applied.
///
/// # Errors
/// Only if the library has no note.
pub fn parse_link(library: &Library, text: &str) -> Result<Opened, Failure> {
    let described = followed(library, text)?;
    let scenario = ScenarioState::of(&described.scenario, described.perspective);
    Ok(Opened { scenario, notices: described.notices })
}
