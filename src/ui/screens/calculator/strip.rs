//! The strip below a slider: what comes of each of its values. It is as long as the way of the thumb's middle.

use rust_decimal::Decimal;
use yew::{Html, html};

use charts::slider_marks::{MarkLabel, MarkPlace, MarkWords, mark_labels};
use engine::sensitivity::{AlongSlider, BreakEven, Tick};
use engine::slider::Slider;

use model::note::{Driver, Unit};
use model::ordered::by_key;
use words::Words;

/// The height of the strip, in the units of its own picture. Its width is 100.
const HEIGHT: Decimal = Decimal::TEN;

/// About how wide a character of a mark's words is, in hundredths of the shortest strip.
const CHARACTER: Decimal = Decimal::from_parts(26, 0, 0, false, 1);

/// The strip of a driver's slider, the tick at the note's value, and those at other values that documents give. Words beside it
/// say the same.
pub(super) fn strip(
    driver: &Driver,
    slider: Slider,
    along: Option<&AlongSlider>,
    ticks: &[Tick<'_>],
    words: Words,
) -> Html {
    let marks = match along {
        Some(AlongSlider::Payback { in_time, within_horizon, limit: (_, limit) }) => html! {
            <>
                <path class="too-late" d={stretches(&BreakEven::Always, slider, driver.unit)} />
                <path class="later" d={stretches(within_horizon, slider, driver.unit)} />
                <path class="in-time" d={stretches(in_time, slider, driver.unit)} />
                <path class="beyond" d={way_to(limit, slider)} />
            </>
        },
        Some(AlongSlider::Amount { points, .. }) => html! { <path class="amount" d={area(points, slider)} /> },
        Some(AlongSlider::Nothing) | None => html! { <></> },
    };
    let others: Vec<String> = ticks.iter().map(|tick| format!("M{} -2V12", at(slider, tick.value))).collect();
    html! {
        <>
            <svg class="strip" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
                { marks }
                <g>
                    if slider.baseline_at().is_some() {
                        <path class="tick" d={format!("M{} 0V10", at(slider, driver.value))} />
                    }
                </g>
                <path class="tick other" d={others.concat()} />
            </svg>
            <svg class="marks" aria-hidden="true">{ for labels(driver, slider, ticks, words) }</svg>
            <p class="marks-in-a-line" aria-hidden="true">{ labels_in_a_line(driver, slider, ticks, words) }</p>
        </>
    }
}

/// The words at the marks. Where there is no room for some, the form has all of them in words.
fn labels(driver: &Driver, slider: Slider, ticks: &[Tick<'_>], words: Words) -> Vec<Html> {
    let of_marks = |marks: &[usize]| {
        let ticks: Vec<&Tick<'_>> = marks.iter().filter_map(|mark| ticks.get(*mark)).collect();
        words.ticks(&ticks, driver.unit)
    };
    let width = |marks: &[usize]| CHARACTER.saturating_mul(of_marks(marks).chars().count().into());
    let marks: Vec<MarkWords> = ticks
        .iter()
        .enumerate()
        .map(|(index, tick)| MarkWords { at: at(slider, tick.value), width: width(&[index]) })
        .collect();
    let label = |MarkLabel { marks, place }: MarkLabel| {
        let (x, anchor) = match place {
            MarkPlace::From(left) => (left, "start"),
            MarkPlace::Around(middle) => (middle, "middle"),
            MarkPlace::Until(right) => (right, "end"),
        };
        html! { <text x={format!("{x}%")} y="100%" text-anchor={anchor}>{ of_marks(&marks) }</text> }
    };
    mark_labels(&marks, width).into_iter().map(label).collect()
}

/// The words at all marks in a line, for a window in which none has room at its mark.
fn labels_in_a_line(driver: &Driver, slider: Slider, ticks: &[Tick<'_>], words: Words) -> String {
    let ticks = by_key(ticks, |tick| at(slider, tick.value));
    words.ticks(&ticks, driver.unit)
}

/// Where a value is, from 0 at the left end to 100 at the right end.
fn at(slider: Slider, value: Decimal) -> Decimal {
    slider.position(value).saturating_mul(Decimal::ONE_HUNDRED).round_dp(2)
}

/// A bar for each stretch of values.
fn stretches(values: &BreakEven, slider: Slider, unit: Unit) -> String {
    let bar = |low, high| format!("M{} 0H{}V10H{}Z", at(slider, low), at(slider, high), at(slider, low));
    values.stretches(unit).into_iter().map(|stretch| bar(stretch.low, stretch.high)).collect()
}

/// An arrow at the end of the slider behind which a limit lies; nothing where the limit is on the slider.
fn way_to(limit: &BreakEven, slider: Slider) -> &'static str {
    match limit.ends().into_iter().find(|end| !slider.covers(*end)) {
        None => "",
        Some(end) if slider.position(end) > Decimal::ZERO => "M96 1L100 5L96 9Z",
        Some(_) => "M4 1L0 5L4 9Z",
    }
}

/// The area below an amount, as high as the strip where the amount is largest. Amounts below zero count as zero.
fn area(points: &[(Decimal, Option<Decimal>)], slider: Slider) -> String {
    let amounts = || points.iter().filter_map(|(value, amount)| Some((*value, (*amount)?.max(Decimal::ZERO))));
    let most = amounts().map(|(_, amount)| amount).max().unwrap_or_default();
    let height = |amount: Decimal| amount.saturating_mul(HEIGHT).checked_div(most).unwrap_or_default().round_dp(2);
    let Some((first, _)) = amounts().next() else { return String::new() };
    let point = |(value, amount)| format!("L{} {}", at(slider, value), HEIGHT.saturating_sub(height(amount)));
    let points: String = amounts().map(point).collect();
    let first = at(slider, first);
    format!("M{first} 10{points}V10H{first}Z")
}
