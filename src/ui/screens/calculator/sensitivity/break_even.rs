//! The break-even list: which value each driver needs for payback within the chosen number of years.

use rust_decimal::prelude::ToPrimitive;
use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, TargetCast, function_component, html, use_memo};

use crate::ui::context::use_page;
use crate::ui::screens::calculator::sensitivity::part::PartProps;
use crate::ui::section::Section;
use crate::ui::state::Action;
use engine::explain::Ask;
use engine::link::LONGEST_WITHIN;
use engine::payback::{Convention, Payback};
use engine::sensitivity::{BreakEven, break_even};
use model::note::{DriverIx, PaybackBasis, Unit, Variant};
use words::{Phrase, Piece};

/// The choice of years, and a sentence for each driver.
#[function_component]
pub(super) fn Limits(props: &PartProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = words.labels();
    let variant = props.scenario().note().variant;
    let years = props.site.page.within.unwrap_or_else(|| initial_years(props, variant));
    let limits = use_memo((props.scenario().clone(), props.perspective(), years), |(scenario, perspective, years)| {
        if !scenario.note().variant.states_savings() {
            return Vec::new();
        }
        let limit = |ix: DriverIx| Some((ix, break_even(scenario, ix, *perspective, *years).ok()?));
        let variant = scenario.note().variant;
        let moves_alone = variant.drivers().filter(|(ix, _)| !variant.is_length(*ix));
        moves_alone.filter_map(|(ix, _)| limit(ix)).collect::<Vec<(DriverIx, BreakEven)>>()
    });
    let on_choose = {
        let on_action = page.on_action.clone();
        Callback::from(move |event: Event| {
            if let Ok(years) = event.target_unchecked_into::<HtmlSelectElement>().value().parse() {
                on_action.emit(Action::Within(years));
            }
        })
    };
    let items = limits.iter().filter_map(|(ix, limit)| Some((*ix, variant.driver(*ix)?, limit)));
    let items = items.map(|(ix, driver, limit)| {
        let value = props.scenario().value(ix).unwrap_or(driver.value);
        let now = html! { <>{ words.value(value, driver.unit) }</> };
        let class = if limit.contains(value) { "met" } else { "missed" };
        html! {
            <li key={driver.id.clone()} data-limit={driver.id.clone()} {class}>
                <span>{ sentence(props, ix, limit, &words.break_even(driver, limit)) }</span>
                <span class="detail">{ labels.hangs_on.now }{ ": " }{ props.asker.number(Section::Limits, Ask::Driver(ix), now) }</span>
            </li>
        }
    });
    html! {
        <section class="limits" aria-labelledby="limits-title">
            <h2 id="limits-title">{ labels.sensitivity.break_even }</h2>
            <p class="help">{ labels.sensitivity.break_even_help }</p>
            <div>
                if variant.states_savings() {
                    <p class="filter">
                        <label for="limits-years">{ labels.sensitivity.within_years }</label>
                        <select id="limits-years" onchange={on_choose}>
                            { for (1..=LONGEST_WITHIN).map(|choice| html! {
                                <option key={choice} value={choice.to_string()} selected={choice == years}>
                                    { format!("{choice} ({})", u32::from(variant.first).saturating_add(choice).saturating_sub(1)) }
                                </option>
                            }) }
                        </select>
                    </p>
                    <>{ props.panel(Section::Limits) }<ul>{ for items }</ul></>
                } else {
                    <p>{ labels.sensitivity.no_payback }</p>
                }
            </div>
        </section>
    }
}

/// The years until the reader chooses: the payback on the total economy that the document prints; otherwise the current
/// payback; otherwise the length of the effort.
fn initial_years(props: &PartProps, variant: &Variant) -> u32 {
    let printed = variant.printed_paybacks.iter().find(|printed| printed.basis == PaybackBasis::Total);
    let current = || match props.now.payback(props.perspective(), Convention::FirstYear) {
        Payback::Reached { years, .. } => years.to_u32(),
        Payback::OnlyAfterwards | Payback::NotWithin { .. } | Payback::NoCosts | Payback::NoSavings => None,
    };
    let effort_length = || variant.drivers.iter().find(|driver| driver.unit == Unit::Years)?.value.to_u32();
    let years = printed.map(|printed| printed.payback.into()).or_else(current).or_else(effort_length);
    years.unwrap_or(1).clamp(1, LONGEST_WITHIN)
}

/// The sentence on a driver. Each limit in it links to the payback at that value, so that readers can check it.
fn sentence(props: &PartProps, ix: DriverIx, limit: &BreakEven, phrase: &Phrase) -> Html {
    let mut ends = limit.ends().into_iter();
    let piece = |piece: &Piece| match piece {
        Piece::Plain(words) => html! { <>{ words.clone() }</> },
        Piece::Strong(words) | Piece::Driver(words, _) => {
            let shown = html! { <strong>{ words.clone() }</strong> };
            let number = |end| {
                let asker = props.asker_at(vec![(ix, end)]);
                asker.number(Section::Limits, Ask::paid_back(props.perspective()), shown.clone())
            };
            ends.next().map_or_else(|| shown.clone(), number)
        }
    };
    phrase.pieces().iter().map(piece).collect()
}
