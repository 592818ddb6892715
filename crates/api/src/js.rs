//! The calls bound to JavaScript. There is no logic here: what crosses is JSON text, which browsers write and read faster than
//! objects can be walked from here.

#![allow(clippy::missing_errors_doc, reason = "these comments are read in TypeScript; all throw what `Failure` says")]
#![allow(clippy::needless_pass_by_value, reason = "wasm-bindgen takes what may be left out by value")]

use js_sys::{Error, JSON, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::calls;
use crate::edge::{Given, Number, Payback, PostsCount, ScenarioInput, ScenarioState};
use crate::failure::{Code, Failure};
use crate::library::library;
#[cfg(feature = "loader")]
use crate::library::{replace, with_note};
use crate::loaded::Loaded;
use crate::many;
use crate::opening::{described, followed};

/// What is thrown: the fields that `thrown` sets.
#[wasm_bindgen(typescript_custom_section)]
const ENGINE_ERROR: &str = "\
/** What is thrown where a call cannot be answered. Its message is a sentence. */
export interface EngineError extends Error {
    /** What kind of reason it is. */
    code: ErrorCode;
    /** The id of the driver that it is about; `null` where it is about none. */
    driver: string | null;
}
";

/// Declares the JavaScript types of the edge's, each with the name that it has in the package's TypeScript types.
macro_rules! types {
    ($($name:ident = $typescript:literal,)*) => {
        #[wasm_bindgen]
        extern "C" {
            $(
                #[doc = concat!("`", $typescript, "` in TypeScript.")]
                #[wasm_bindgen(typescript_type = $typescript)]
                pub type $name;
            )*
        }
    };
}

types! {
    AnyScenario = "ScenarioInput | Scenario | string",
    ManyScenarios = "readonly (ScenarioInput | Scenario)[]",
    JsNumber = "NumberInput",
    JsPostsCount = "PostsCount",
    JsText = "string",
    JsYears = "number",
    JsNotes = "NoteInfo[]",
    JsOutcome = "Outcome",
    JsSummary = "Summary",
    JsSummaries = "Summary[]",
    JsPayback = "Payback",
    JsExplanation = "Explanation",
    JsFindings = "Finding[]",
    JsBreakEven = "BreakEven",
    JsRange = "JointRange | null",
    JsOpened = "Opened",
    JsNotices = "Notice[]",
    JsState = "ScenarioState",
}

/// Every note, the oldest budget first: its document, efforts, drivers, lines and perspectives.
#[wasm_bindgen]
pub fn notes() -> Result<JsNotes, JsValue> {
    give(&calls::notes(library()))
}

/// Reads a note that is written like those that ship, as the text of its data file, and gives what is in it. Every call knows it
/// from then on, also what the documents disagree about.
#[cfg(feature = "loader")]
#[wasm_bindgen(js_name = loadNote)]
pub fn load_note(text: &JsText) -> Result<JsNotes, JsValue> {
    let (library, notes) = with_note(library(), &self::text(text)?).map_err(thrown)?;
    replace(library);
    give(&notes)
}

/// Everything that follows from a scenario: the cells of every line, effort and perspective, and the key figures.
#[wasm_bindgen]
pub fn evaluate(scenario: &AnyScenario) -> Result<JsOutcome, JsValue> {
    give(&calls::evaluate(&open(scenario)?).map_err(thrown)?)
}

/// The money of each scenario, seen from its own perspective, in the order of the scenarios. It throws for the first one that
/// cannot be computed, and says which one that is.
#[wasm_bindgen(js_name = evaluateMany)]
pub fn evaluate_many(scenarios: &ManyScenarios) -> Result<JsSummaries, JsValue> {
    let text = written(scenarios)?;
    let scenarios: Vec<ScenarioInput<'_>> = read(&text)?;
    give(&many::evaluate_many(library(), &scenarios).map_err(thrown)?)
}

/// Loads a scenario, which then stays loaded while its drivers change.
#[wasm_bindgen]
pub fn load(scenario: &AnyScenario) -> Result<Scenario, JsValue> {
    open(scenario).map(|loaded| Scenario { loaded })
}

/// How a number of a scenario came about. The number has a permanent id, such as `net.total.2019` or `payback.total`.
#[wasm_bindgen]
pub fn explain(scenario: &AnyScenario, number: &JsText) -> Result<JsExplanation, JsValue> {
    give(&calls::explain(&open(scenario)?, &text(number)?).map_err(thrown)?)
}

/// Where the documents contradict themselves or each other, what matters most first.
#[wasm_bindgen]
pub fn findings() -> Result<JsFindings, JsValue> {
    give(&calls::findings(library()))
}

/// The values of a driver with which payback takes at most so many years. Everything else stays as in the scenario.
#[wasm_bindgen(js_name = breakEven)]
pub fn break_even(scenario: &AnyScenario, driver: &JsText, years: &JsYears) -> Result<JsBreakEven, JsValue> {
    give(&calls::break_even(&open(scenario)?, &text(driver)?, years.as_f64(), None).map_err(thrown)?)
}

/// The results with every number at the ends that the documents give, all at once; `null` where no number with ends moves the
/// money of the perspective.
#[wasm_bindgen]
pub fn range(scenario: &AnyScenario) -> Result<JsRange, JsValue> {
    give(&calls::range(&open(scenario)?, None).map_err(thrown)?)
}

/// The permanent link of a scenario: the text behind the `#` of the page's address.
#[wasm_bindgen]
pub fn link(scenario: &AnyScenario) -> Result<String, JsValue> {
    calls::link(&open(scenario)?).map_err(thrown)
}

/// What a link leads to. Every text leads to a scenario; the notices say what of it could not be applied.
#[wasm_bindgen(js_name = parseLink)]
pub fn parse_link(text: &JsText) -> Result<JsOpened, JsValue> {
    give(&calls::parse_link(library(), &self::text(text)?).map_err(thrown)?)
}

/// A scenario that stays loaded: after a change only the cells that depend on it are computed again.
///
/// Where a method takes a perspective and is given none, it is the scenario's own.
#[wasm_bindgen]
pub struct Scenario {
    loaded: Loaded<'static>,
}

#[wasm_bindgen]
impl Scenario {
    /// Gives a driver a value, in the driver's unit.
    pub fn set(&mut self, driver: &JsText, value: &JsNumber) -> Result<(), JsValue> {
        self.loaded.set(&text(driver)?, given(value)).map_err(thrown)
    }

    /// Gives a driver the note's value again.
    pub fn reset(&mut self, driver: &JsText) -> Result<(), JsValue> {
        self.loaded.reset(&text(driver)?).map_err(thrown)
    }

    /// Counts posts in another way.
    #[wasm_bindgen(js_name = countPosts)]
    pub fn count_posts(&mut self, posts: &JsPostsCount) -> Result<(), JsValue> {
        let posts: PostsCount = read(&written(posts)?)?;
        self.loaded.count_posts(posts).map_err(thrown)
    }

    /// The payback by the document's convention.
    pub fn payback(&mut self, perspective: Option<JsText>) -> Result<JsPayback, JsValue> {
        let perspective = self.loaded.asked(asked(perspective)?.as_deref()).map_err(thrown)?;
        give(&Payback::from(self.loaded.payback(perspective).map_err(thrown)?))
    }

    /// The money of a perspective, in short.
    pub fn summary(&mut self, perspective: Option<JsText>) -> Result<JsSummary, JsValue> {
        let perspective = self.loaded.asked(asked(perspective)?.as_deref()).map_err(thrown)?;
        give(&self.loaded.summary(perspective).map_err(thrown)?)
    }

    /// Everything that follows from the scenario.
    pub fn evaluate(&self) -> Result<JsOutcome, JsValue> {
        give(&calls::evaluate(&self.loaded).map_err(thrown)?)
    }

    /// How a number came about. The number has a permanent id, such as `net.total.2019` or `payback.total`.
    pub fn explain(&self, number: &JsText) -> Result<JsExplanation, JsValue> {
        give(&calls::explain(&self.loaded, &text(number)?).map_err(thrown)?)
    }

    /// The values of a driver with which payback takes at most so many years.
    #[wasm_bindgen(js_name = breakEven)]
    pub fn break_even(
        &self,
        driver: &JsText,
        years: &JsYears,
        perspective: Option<JsText>,
    ) -> Result<JsBreakEven, JsValue> {
        give(
            &calls::break_even(&self.loaded, &text(driver)?, years.as_f64(), asked(perspective)?.as_deref())
                .map_err(thrown)?,
        )
    }

    /// The results with every number at the ends that the documents give, all at once; `null` where no number with ends moves
    /// the money of the perspective.
    pub fn range(&self, perspective: Option<JsText>) -> Result<JsRange, JsValue> {
        give(&calls::range(&self.loaded, asked(perspective)?.as_deref()).map_err(thrown)?)
    }

    /// Its permanent link: the text behind the `#` of the page's address.
    pub fn link(&self) -> Result<String, JsValue> {
        calls::link(&self.loaded).map_err(thrown)
    }

    /// What of the link that it was loaded from could not be applied; empty where it was loaded from anything else.
    pub fn notices(&self) -> Result<JsNotices, JsValue> {
        give(self.loaded.notices())
    }

    /// The scenario as an object, which every call takes, and which `JSON.stringify` writes.
    #[wasm_bindgen(js_name = toJSON)]
    pub fn to_json(&self) -> Result<JsState, JsValue> {
        give(&ScenarioState::of(self.loaded.scenario(), self.loaded.perspective()))
    }
}

/// The scenario that a call is given: a link, or what JSON writes of anything else.
fn open(scenario: &AnyScenario) -> Result<Loaded<'static>, JsValue> {
    let described = match scenario.as_string() {
        Some(link) => followed(library(), &link),
        None => described(library(), &read(&written(scenario)?)?),
    };
    described.map(Loaded::new).map_err(thrown)
}

/// A text that was passed.
fn text(value: &JsValue) -> Result<String, JsValue> {
    value.as_string().ok_or_else(|| form("A text is missing: the id of a driver or a number, a link, or a note."))
}

/// The perspective that was asked for, if any.
fn asked(perspective: Option<JsText>) -> Result<Option<String>, JsValue> {
    perspective.as_ref().map(|perspective| text(perspective)).transpose()
}

/// What a driver is given.
fn given(value: &JsValue) -> Given {
    Given(match value.as_f64() {
        Some(number) => Number::of_binary(number),
        None => value.as_string().and_then(|text| Number::of_text(&text)),
    })
}

/// A value as JSON. What has none is written as `null`.
fn written(value: &JsValue) -> Result<String, JsValue> {
    let text = JSON::stringify(value).map_err(|_| form("It cannot be written as JSON."))?;
    Ok(text.as_string().unwrap_or_else(|| "null".to_owned()))
}

/// A value of the edge, from its JSON.
fn read<'t, T: serde::Deserialize<'t>>(text: &'t str) -> Result<T, JsValue> {
    serde_path_to_error::deserialize(&mut serde_json::Deserializer::from_str(text)).map_err(|error| {
        // The place in the text says nothing to a caller who passed an object.
        let reason = error.inner().to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default();
        let path = error.path().to_string();
        form(&if path == "." { format!("{reason}.") } else { format!("{path}: {reason}.") })
    })
}

/// What was passed does not have the form of what is asked for.
fn form(sentence: &str) -> JsValue {
    thrown(Failure::new(Code::Form, sentence))
}

/// A value of the edge as a JavaScript value.
fn give<T: Serialize + ?Sized, J: JsCast>(value: &T) -> Result<J, JsValue> {
    let text = serde_json::to_string(value).map_err(|error| JsValue::from(Error::new(&error.to_string())))?;
    JSON::parse(&text).map(JsCast::unchecked_into)
}

/// A failure as an `Error` with its code and its driver.
fn thrown(failure: Failure) -> JsValue {
    let error = Error::new(&failure.sentence);
    let code = serde_json::to_value(failure.code).ok();
    let code = code.as_ref().and_then(|code| code.as_str()).map_or(JsValue::NULL, JsValue::from_str);
    let driver = failure.driver.map_or(JsValue::NULL, |id| JsValue::from_str(&id));
    // An `Error` takes every field.
    let _ = Reflect::set(&error, &JsValue::from_str("code"), &code);
    let _ = Reflect::set(&error, &JsValue::from_str("driver"), &driver);
    error.into()
}
