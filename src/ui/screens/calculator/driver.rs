//! One driver: a field and a slider that stay in step, the note's value beside them, and where that value comes from.

use std::rc::Rc;
use std::str::FromStr;

use rust_decimal::Decimal;
use web_sys::HtmlInputElement;
use yew::{AttrValue, Callback, Html, InputEvent, Properties, TargetCast, classes, function_component, html};

use crate::ui::browser::focus;
use crate::ui::context::use_words;
use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::parts::icon;
use crate::ui::parts::phrase;
use crate::ui::pieces::{Arrival, use_piece};
use crate::ui::screens::calculator::origins;
use crate::ui::screens::calculator::strip::strip;
use crate::ui::screens::calculator::typed_number::use_typed_number;
use crate::ui::state::Typing;
use engine::sensitivity::{AlongSlider, Tick};
use engine::slider::Slider;
use model::brackets::Interval;
use model::note::{Alternative, Driver, DriverIx, Note};
use words::{Phrase, Words};

/// The most characters of a common value. The field of a longer one is wider.
const LONGEST_COMMON: usize = 7;

/// A driver, its value, and the callbacks for changing it.
#[derive(Properties, PartialEq)]
pub struct DriverFieldProps {
    /// The driver's position in the note.
    pub ix: DriverIx,
    /// The driver, with the note's value.
    pub driver: &'static Driver,
    /// The note that the driver belongs to.
    pub note: Note<'static>,
    /// The current value, in the driver's unit.
    pub value: Decimal,
    /// The interval that the printed cells leave for the value; `None` unless it is derived from them.
    #[prop_or_default]
    pub interval: Option<Interval>,
    /// The driver that this one follows, and whether it does so now; `None` for one that follows none.
    #[prop_or_default]
    pub tie: Option<(&'static Driver, bool)>,
    /// The full share, which this one may have from the first year on; `None` unless it is the first year's share of an effort
    /// that runs already.
    #[prop_or_default]
    pub full_share: Option<Decimal>,
    /// What comes of the values of the slider; `None` while nobody sees it.
    #[prop_or_default]
    pub along: Option<(Rc<AlongSlider>, Phrase)>,
    /// Whether that is short enough for a line that it shares with where the value is from.
    #[prop_or_default]
    pub is_short: bool,
    /// The other values that documents give for it, which its slider marks.
    #[prop_or_default]
    pub ticks: Vec<Tick<'static>>,
    /// Changes whenever values were set from outside the fields; the field then drops the typed text.
    pub epoch: u32,
    /// Called with each value from the slider and the buttons.
    pub on_set: Callback<(DriverIx, Decimal)>,
    /// Called at each key with what the text in the field stands for, and when the field is left.
    pub on_type: Callback<(DriverIx, Typing)>,
    /// The position of the alternative that the driver has now.
    #[prop_or_default]
    pub chosen: Option<usize>,
    /// Called when the reader chooses one of the driver's alternatives, with its position.
    pub on_alternative: Callback<(DriverIx, usize)>,
    /// Called when the reader restores the note's value.
    pub on_restore: Callback<DriverIx>,
}

/// The id of a driver's field in the page.
pub(super) fn field_id(driver: &Driver) -> String {
    format!("driver-{}", driver.id)
}

/// A driver as field and slider.
#[function_component]
pub fn DriverField(props: &DriverFieldProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let driver = props.driver;
    let name = words.driver_name(driver);
    let report = {
        let (ix, on_type) = (props.ix, props.on_type.clone());
        Callback::from(move |typing: Typing| on_type.emit((ix, typing)))
    };
    let typed = use_typed_number(driver, props.value, props.epoch, report);
    let set = {
        let (ix, on_set) = (props.ix, props.on_set.clone());
        move |value: Decimal| on_set.emit((ix, value))
    };
    let origins = use_piece(&origins::PIECE, true);
    let slider = Slider::of(driver);
    let on_slide = {
        let (forget, set) = (typed.forget.clone(), set.clone());
        Callback::from(move |event: InputEvent| {
            let position = event.target_unchecked_into::<HtmlInputElement>().value();
            if let Ok(position) = Decimal::from_str(&position) {
                set(slider.value(position));
                forget.emit(());
            }
        })
    };
    let on_restore = {
        let (ix, on_restore, forget) = (props.ix, props.on_restore.clone(), typed.forget.clone());
        let field = field_id(driver);
        Callback::from(move |_| {
            forget.emit(());
            on_restore.emit(ix);
            focus::give(&field);
        })
    };

    let is_tied = props.tie.is_some_and(|(_, is_tied)| is_tied);
    let changed = props.value != driver.value;
    // A driver that follows another one is restored by following again.
    let can_restore = if props.tie.is_some() { !is_tied } else { changed };
    let variant = props.note.variant;
    let with_caseload = variant.efforts.iter().find(|effort| effort.caseload == Some(props.ix));
    let caseload = with_caseload.map(|effort| words.caseload_help(&effort.reached));
    let length = (changed && variant.is_length(props.ix) && variant.states_savings())
        .then(|| words.another_length(&words.value(driver.value, driver.unit)));
    let raised_elsewhere = driver.is_master().then(|| labels.drivers.master_help.to_owned());
    let caution = caseload.or(length).or(raised_elsewhere);
    let tie = props.tie.map(|(leader, is_tied)| words.follows(&words.driver_mention(leader), is_tied));
    let (restore, restore_label) = match props.tie {
        Some((leader, _)) => (labels.drivers.follow_again, words.follow_again(&name, &words.driver_mention(leader))),
        None => (labels.drivers.restore, words.restore_driver(&name, &words.value(driver.value, driver.unit))),
    };
    let id = &driver.id;
    let label = AttrValue::from(field_id(driver));
    let message = AttrValue::from(format!("driver-{id}-message"));
    let along_id = AttrValue::from(format!("driver-{id}-along"));
    let baseline = words.value(driver.value, driver.unit);
    // A field that grew while its slider moves would push its name aside.
    let is_long = [&typed.text, &words.locale().field(slider.high.saturating_sub(slider.step), driver.unit)]
        .into_iter()
        .any(|text| text.chars().count() > LONGEST_COMMON);
    html! {
        <div class={classes!("driver", changed.then_some("changed"))} data-driver={id.clone()}>
            <label for={label.clone()}>{ hyphenated(&name, words.code()) }</label>
            <div class="entry">
                <input
                    id={label} type="text" class={classes!(is_long.then_some("long"))} inputmode="decimal" autocomplete="off" spellcheck="false"
                    value={typed.text.clone()}
                    aria-invalid={typed.is_problem.then_some("true")} aria-describedby={message.clone()}
                    oninput={typed.on_input.clone()} onkeydown={typed.on_key.clone()} onblur={typed.on_leave.clone()}
                />
                <span class="unit" data-of-many={words.unit(driver.unit)}>{ words.unit_of(props.value, driver.unit) }</span>
            </div>
            <div class={classes!("slide", (!props.ticks.is_empty()).then_some("marked"))}>
                <input
                    type="range" aria-label={format!("{name}, {}", labels.drivers.slider)}
                    min={slider.low.normalize().to_string()} max={slider.high.normalize().to_string()}
                    step={slider.step.normalize().to_string()} value={slider.stop(props.value).to_string()}
                    aria-valuetext={words.value(props.value, driver.unit)} aria-describedby={along_id.clone()} oninput={on_slide}
                />
                { strip(driver, slider, props.along.as_ref().map(|(along, _)| &**along), &props.ticks, words) }
            </div>
            <p class="tie" data-part="tie" data-keeps-room="larger">{ tie.or(caution).unwrap_or_default() }</p>
            <p id={message} class={classes!("message", typed.is_problem.then_some("problem"))} aria-live="polite">
                { typed.message.clone() }
            </p>
            <div class="provenance">
                <p id={along_id} class={classes!("along", props.is_short.then_some("short"))} data-part="along" data-keeps-room="">
                    { props.along.as_ref().map(|(_, words)| phrase::anew(words)).unwrap_or_default() }
                </p>
                <details>
                    <summary class="published">{ words.note_value_as(&driver.origin, &baseline) }</summary>
                    {
                        match &origins {
                            Arrival::Here(origins) => {
                                (origins.of)(words, (props.ix, driver), props.note, props.interval)
                            }
                            Arrival::Awaited | Arrival::Refused(_) => html! { <div class="origin"></div> },
                        }
                    }
                </details>
                <button
                    type="button" class="quiet restore" disabled={!can_restore && !typed.is_typed} onclick={on_restore}
                    title={restore} aria-label={restore_label}
                >
                    { icon::back() }
                </button>
                <span class="from-start">
                    if let Some(full_share) = props.full_share {
                        <button
                            type="button" class="quiet" disabled={props.value == full_share}
                            onclick={Callback::from({
                                let forget = typed.forget.clone();
                                move |_| {
                                    set(full_share);
                                    forget.emit(());
                                }
                            })}
                        >
                            { words.use_alternative(labels.drivers.full_share_from_start, &words.value(full_share, driver.unit)) }
                        </button>
                    }
                </span>
                <span class="alternatives">
                    { for driver.alternatives.iter().enumerate().map(|(index, alternative)| {
                        let (ix, on_alternative) = (props.ix, props.on_alternative.clone());
                        let forget = typed.forget.clone();
                        let choose = move |_| {
                            on_alternative.emit((ix, index));
                            forget.emit(());
                        };
                        let name = words.named(&alternative.name);
                        html! {
                            <button
                                key={name.to_owned()} type="button" class="quiet" disabled={props.chosen == Some(index)}
                                onclick={Callback::from(choose)}
                            >
                                { use_alternative(words, driver, alternative) }
                            </button>
                        }
                    }) }
                </span>
            </div>
        </div>
    }
}

/// What the button of an alternative says.
fn use_alternative(words: Words, driver: &Driver, alternative: &Alternative) -> String {
    let value = words.value(alternative.value, driver.unit);
    let sentence = words.use_alternative(words.named(&alternative.name), &value);
    if alternative.posts_stay { words.with_posts_as_in_note(&sentence) } else { sentence }
}
