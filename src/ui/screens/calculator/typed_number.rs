//! A number of a driver as a reader types it: what the text stands for, what is said below the field, and what its keys do.

use rust_decimal::Decimal;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::{Callback, FocusEvent, InputEvent, KeyboardEvent, TargetCast, hook, use_effect_with, use_state};

use crate::ui::context::use_words;
use crate::ui::pieces::{Arrival, piece, use_piece};
use crate::ui::state::Typing;
use model::note::{Driver, Unit};
use model::scenario::accept;
use words::Words;
use words::format::Entry;

/// What reads what somebody types. It arrives with what is below the drivers, or with the first key.
pub(super) struct Reading {
    read: fn(Words, &Driver, &str, Decimal) -> Result<Entry, String>,
    worked_out: fn(Words, Entry, Unit, Decimal) -> Option<String>,
}

piece!(below, Reading, Reading { read: read_typed, worked_out: Words::worked_out });

/// What stands in a field while the reader types.
#[derive(Clone, PartialEq)]
struct Typed {
    text: String,
    /// The driver's value before the first key, which calculations go on from.
    from: Decimal,
}

/// What a field needs to show a number and to follow what is typed into it.
pub(super) struct TypedNumber {
    /// The text of the field: as typed, otherwise the value.
    pub(super) text: String,
    /// What is said of the text; empty where there is nothing to say.
    pub(super) message: String,
    /// Whether the text stands for no value that the driver accepts.
    pub(super) is_problem: bool,
    /// Whether the reader has typed and not left the field.
    pub(super) is_typed: bool,
    pub(super) on_input: Callback<InputEvent>,
    pub(super) on_key: Callback<KeyboardEvent>,
    pub(super) on_leave: Callback<FocusEvent>,
    /// Drops the text that was typed.
    pub(super) forget: Callback<()>,
}

/// Reads a typed text as a value of the driver; calculations go on from `from`. The error is a message for the reader.
pub(super) fn read_typed(words: Words, driver: &Driver, text: &str, from: Decimal) -> Result<Entry, String> {
    let entry = words.locale().read_entry(text, driver.unit, from);
    let entry = entry.map_err(|reason| words.unreadable(reason, driver.unit))?;
    if entry.value != driver.value {
        accept(driver.unit, entry.value).map_err(|rejection| words.rejected(rejection, driver))?;
    }
    Ok(entry)
}

/// The number in the field of a driver. While the reader types, the text belongs to the field: it is read at every key, `report`ed,
/// and rewritten only on leaving. A higher `epoch` means that values were set elsewhere; the typed text is dropped then.
#[hook]
pub(super) fn use_typed_number(
    driver: &'static Driver,
    value: Decimal,
    epoch: u32,
    report: Callback<Typing>,
) -> TypedNumber {
    let words = use_words();
    let typed = use_state(|| None::<Typed>);
    {
        let typed = typed.clone();
        use_effect_with(epoch, move |_| typed.set(None));
    }
    let reading = use_piece(&PIECE, typed.is_some());
    let (is_typed, mut is_problem) = (typed.is_some(), false);
    let message = match (typed.as_ref(), &reading) {
        (None, _) => String::new(),
        (Some(typed), Arrival::Here(reading)) => match (reading.read)(words, driver, &typed.text, typed.from) {
            Ok(entry) => (reading.worked_out)(words, entry, driver.unit, typed.from).unwrap_or_default(),
            Err(problem) => {
                is_problem = true;
                words.still_counts(&problem, &words.value(value, driver.unit))
            }
        },
        (Some(_), Arrival::Awaited) => words.labels().shell.rest_awaited.to_owned(),
        (Some(_), Arrival::Refused(_)) => {
            is_problem = true;
            words.labels().shell.rest_refused.to_owned()
        }
    };
    let on_input = {
        let (typed, report) = (typed.clone(), report.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let from = typed.as_ref().map_or(value, |before| before.from);
            let typed_now = Typed { text: text.clone(), from };
            let report = report.clone();
            let tell = move |reading: &Reading| {
                let read = (reading.read)(words, driver, &text, from);
                report.emit(read.map_or(Typing::NoValue, |entry| Typing::Value(entry.value)));
            };
            match PIECE.here() {
                Some(reading) => tell(reading),
                None => spawn_local(async move {
                    if let Some(reading) = PIECE.arrive().await {
                        tell(reading);
                    }
                }),
            }
            typed.set(Some(typed_now));
        })
    };
    let finish = {
        let (typed, report) = (typed.clone(), report.clone());
        move || {
            if is_typed {
                report.emit(Typing::Over);
            }
            // What cannot be read stays, with what is wrong about it.
            if !is_problem {
                typed.set(None);
            }
        }
    };
    let on_key = {
        let (typed, finish) = (typed.clone(), finish.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => finish(),
            "Escape" if is_typed => {
                event.stop_propagation();
                report.emit(Typing::NoValue);
                report.emit(Typing::Over);
                typed.set(None);
            }
            _ => {}
        })
    };
    let forget = {
        let typed = typed.clone();
        Callback::from(move |()| typed.set(None))
    };
    TypedNumber {
        text: typed.as_ref().map_or_else(|| words.locale().field(value, driver.unit), |typed| typed.text.clone()),
        message,
        is_problem,
        is_typed,
        on_input,
        on_key,
        on_leave: Callback::from(move |_| finish()),
        forget,
    }
}
