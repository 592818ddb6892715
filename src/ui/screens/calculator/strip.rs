//! The strip below a slider: what comes of each of its values. It is as long as the way of the thumb's middle.

use rust_decimal::Decimal;
use yew::{Html, html};

use engine::sensitivity::{AlongSlider, BreakEven};
use engine::slider::Slider;
use model::note::{Driver, Unit};

/// The height of the strip, in the units of its own picture. Its width is 100.
const HEIGHT: Decimal = Decimal::TEN;

/// The strip of a driver's slider, and the tick at the note's value. Words beside it say the same.
pub(super) fn strip(driver: &Driver, slider: Slider, along: Option<&AlongSlider>) -> Html {
    let marks = match along {
        Some(AlongSlider::Payback { in_time, within_horizon, .. }) => html! {
            <>
                <path class="too-late" d={stretches(&BreakEven::Always, slider, driver.unit)} />
                <path class="later" d={stretches(within_horizon, slider, driver.unit)} />
                <path class="in-time" d={stretches(in_time, slider, driver.unit)} />
            </>
        },
        Some(AlongSlider::Amount { points, .. }) => html! { <path class="amount" d={area(points, slider)} /> },
        Some(AlongSlider::Nothing) | None => html! { <></> },
    };
    html! {
        <svg class="strip" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
            { marks }
            <g>
                if slider.baseline_at().is_some() {
                    <path class="tick" d={format!("M{} 0V10", at(slider, driver.value))} />
                }
            </g>
        </svg>
    }
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
