//! What each driver must be for payback in time.

use rust_decimal::prelude::ToPrimitive;
use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, TargetCast, function_component, html, use_memo};

use super::PartProps;
use crate::explain::Ask;
use crate::link::LONGEST_WITHIN;
use crate::note::{DriverIx, PaybackBasis, Unit, Variant};
use crate::payback::{Convention, Payback, payback};
use crate::sensitivity::{BreakEven, break_even};
use crate::text::{Phrase, Piece};
use crate::ui::section::Section;
use crate::ui::state::Action;
use crate::ui::words::use_words;

/// A sentence for each driver, for as many years as the reader asks.
#[function_component]
pub(super) fn Limits(props: &PartProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let variant = props.scenario().note().variant;
    let years = props.site.page.within.unwrap_or_else(|| wanted(props, variant));
    let found = use_memo((props.scenario().clone(), props.perspective(), years), |(scenario, perspective, years)| {
        if !scenario.note().variant.states_savings() {
            return Vec::new();
        }
        let limit = |ix: DriverIx| Some((ix, break_even(scenario, ix, *perspective, *years).ok()?));
        scenario.note().variant.drivers().filter_map(|(ix, _)| limit(ix)).collect::<Vec<(DriverIx, BreakEven)>>()
    });
    let on_choose = {
        let on_action = props.on_action.clone();
        Callback::from(move |event: Event| {
            if let Ok(years) = event.target_unchecked_into::<HtmlSelectElement>().value().parse() {
                on_action.emit(Action::Within(years));
            }
        })
    };
    let limits = found.iter().filter_map(|(ix, limit)| Some((*ix, variant.driver(*ix)?, limit)));
    let limits = limits.map(|(ix, driver, limit)| {
        let value = props.scenario().value(ix).unwrap_or(driver.value);
        let now = html! { <>{ words.value(value, driver.unit) }</> };
        let is_met = if limit.contains(value) { "met" } else { "missed" };
        html! {
            <li key={driver.id.clone()} data-limit={driver.id.clone()} class={is_met}>
                <span>{ sentence(props, ix, limit, &words.break_even(driver, limit)) }</span>
                <span class="detail">{ labels.now }{ ": " }{ props.asker.number(Section::Limits, Ask::Driver(ix), now) }</span>
            </li>
        }
    });
    html! {
        <section class="limits" aria-labelledby="limits-title">
            <h2 id="limits-title">{ labels.break_even }</h2>
            <p class="help">{ labels.break_even_help }</p>
            <div>
                if variant.states_savings() {
                    <p class="filter">
                        <label for="limits-years">{ labels.within_years }</label>
                        <select id="limits-years" onchange={on_choose}>
                            { for (1..=LONGEST_WITHIN).map(|choice| html! {
                                <option key={choice} value={choice.to_string()} selected={choice == years}>
                                    { format!("{choice} ({})", u32::from(variant.first).saturating_add(choice).saturating_sub(1)) }
                                </option>
                            }) }
                        </select>
                    </p>
                    <>{ props.panel(Section::Limits) }<ul>{ for limits }</ul></>
                } else {
                    <p>{ labels.no_payback }</p>
                }
            </div>
        </section>
    }
}

/// What is asked for at first: the document's own payback on the total economy, else the payback as it stands.
fn wanted(props: &PartProps, variant: &Variant) -> u32 {
    let total = variant.printed_paybacks.iter().find(|printed| printed.basis == PaybackBasis::Total);
    let now = || {
        let view = props.now.outcome.view(props.perspective())?;
        match payback(view, variant.first, Convention::FirstYear) {
            Payback::Reached { years, .. } => years.to_u32(),
            Payback::Never | Payback::NoCosts | Payback::NoSavings => None,
        }
    };
    let length = || variant.drivers.iter().find(|driver| driver.unit == Unit::Years)?.value.to_u32();
    let years = total.map(|printed| printed.payback.into()).or_else(now).or_else(length);
    years.unwrap_or(1).clamp(1, LONGEST_WITHIN)
}

/// The sentence; each limit in it leads to the payback there: whoever doubts it can see it.
fn sentence(props: &PartProps, ix: DriverIx, limit: &BreakEven, said: &Phrase) -> Html {
    let mut ends = limit.ends().into_iter();
    let piece = |piece: &Piece| match piece {
        Piece::Plain(words) => html! { <>{ words.clone() }</> },
        Piece::Strong(words) => {
            let shown = html! { <strong>{ words.clone() }</strong> };
            let asked = |end| {
                props.at(vec![(ix, end)]).number(Section::Limits, Ask::paid_back(props.perspective()), shown.clone())
            };
            ends.next().map_or_else(|| shown.clone(), asked)
        }
    };
    said.pieces().iter().map(piece).collect()
}
