//! What it takes to be paid back in time: the reader chooses a year, and each driver offers the value that gets there.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use web_sys::{HtmlSelectElement, MouseEvent};
use yew::{Callback, Event, Html, TargetCast, function_component, html, use_memo};

use crate::ui::browser::focus;
use crate::ui::context::{Context, use_page};
use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::screens::calculator::sensitivity::part::PartProps;
use crate::ui::section::Section;
use crate::ui::state::Action;
use engine::explain::Ask;
use engine::link::LONGEST_WITHIN;
use engine::payback::{Convention, Payback};
use engine::sensitivity::{NearestLimit, WhatItTakes, what_it_takes};
use model::note::{DriverIx, PaybackBasis, Unit, Variant};

/// The choice of years, and a value for each driver.
#[function_component]
pub(super) fn WhatItTakesView(props: &PartProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = &words.labels().sensitivity;
    let variant = props.scenario().note().variant;
    let years = props.site.page.within.unwrap_or_else(|| initial_years(props, variant));
    let facts = use_memo((props.now.clone(), props.perspective(), years), |(now, perspective, years)| {
        // If a scenario can be evaluated, it can be evaluated at every value within the bounds.
        what_it_takes(now, *perspective, *years).ok().flatten()
    });
    html! {
        <section class="limits" aria-labelledby="limits-title">
            <h2 id="limits-title">{ labels.break_even }</h2>
            <div>
                {
                    match &*facts {
                        Some(facts) => html! {
                            <>
                                <p class="help">{ labels.break_even_help }</p>
                                { choice_of_years(variant, years, &page) }
                                <p>{ words.what_it_takes(facts, years) }</p>
                                { props.panel(Section::Limits) }
                                <ul>{ for facts.ways.iter().filter_map(|way| way_view(props, way, &page)) }</ul>
                                <p class="help">{ cannot(facts, variant, &page) }</p>
                            </>
                        },
                        None => html! { <p>{ labels.no_payback }</p> },
                    }
                }
            </div>
        </section>
    }
}

fn choice_of_years(variant: &Variant, years: u32, page: &Context) -> Html {
    let on_action = page.on_action.clone();
    let on_choose = Callback::from(move |event: Event| {
        if let Ok(years) = event.target_unchecked_into::<HtmlSelectElement>().value().parse() {
            on_action.emit(Action::Within(years));
        }
    });
    let options = (1..=LONGEST_WITHIN).map(|choice| {
        let year = u32::from(variant.first).saturating_add(choice).saturating_sub(1);
        html! { <option key={choice} value={choice.to_string()} selected={choice == years}>{ format!("{year} ({choice})") }</option> }
    });
    html! {
        <p class="filter">
            <label for="limits-years">{ page.words().labels().sensitivity.within_years }</label>
            <select id="limits-years" onchange={on_choose}>{ for options }</select>
        </p>
    }
}

/// A driver with its value now, and a button with the value at its limit. Its calculation opens above the list.
fn way_view(props: &PartProps, way: &NearestLimit, page: &Context) -> Option<Html> {
    let words = page.words();
    let variant = props.scenario().note().variant;
    let (driver, value) = (variant.driver(way.ix)?, way.value()?);
    let now = words.value(props.scenario().value(way.ix)?, driver.unit);
    let calculation = html! { <>{ words.labels().sensitivity.show_calculation }</> };
    let asker = props.asker_at(vec![(way.ix, value)]);
    Some(html! {
        <li key={driver.id.clone()} data-limit={driver.id.clone()}>
            <span>{ hyphenated(&words.driver_name(driver), words.code()) }</span>
            <button type="button" onclick={go_on_with(way.ix, value, page)}>{ words.way(driver, &way.values) }</button>
            <span class="detail">{ words.labels().hangs_on.now }{ ": " }{ now }</span>
            <span class="detail">{ asker.number(Section::Limits, Ask::paid_back(props.perspective()), calculation) }</span>
        </li>
    })
}

/// Gives the driver the value. What it did stands in the answer, so the focus goes there.
fn go_on_with(ix: DriverIx, value: Decimal, page: &Context) -> Callback<MouseEvent> {
    page.on_action.reform(move |_| {
        focus::give("answer");
        Action::DriversSet(vec![(ix, value)])
    })
}

/// The drivers that cannot do it alone.
fn cannot(facts: &WhatItTakes, variant: &'static Variant, page: &Context) -> String {
    let drivers: Vec<_> = facts.cannot.iter().filter_map(|ix| variant.driver(*ix)).collect();
    page.words().cannot_alone(&drivers)
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
