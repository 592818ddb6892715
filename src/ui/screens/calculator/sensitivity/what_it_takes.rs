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
use engine::computed::Computed;
use engine::explain::Ask;
use engine::link::LONGEST_WITHIN;
use engine::payback::{Convention, Payback};
use engine::sensitivity::{BreakEven, Move, NearestLimit, WhatItTakes, nearest_limits, what_it_takes};
use model::evaluate::Perspective;
use model::note::{DriverIx, PaybackBasis, Unit, Variant};
use words::Words;

/// A value of a driver that decides alone, and what its button says.
#[derive(Clone, PartialEq)]
struct Way {
    ix: DriverIx,
    value: Decimal,
    label: String,
}

/// The choice of years, and a value for each driver.
#[function_component]
pub(super) fn WhatItTakesView(props: &PartProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = &words.labels().sensitivity;
    let variant = props.scenario().note().variant;
    let years = props.site.page.within.unwrap_or_else(|| initial_years(props, variant));
    let key = (props.now.clone(), props.perspective(), years, page.language);
    let facts = use_memo(key, |(now, perspective, years, _)| {
        // If a scenario can be evaluated, it can be evaluated at every value within the bounds.
        let facts = what_it_takes(now, *perspective, *years).unwrap_or(WhatItTakes::NoSavings);
        let ways = ways(&facts, now, (*perspective, *years), words);
        (facts, ways)
    });
    let (facts, ways) = &*facts;
    if !props.perspective().states_savings(variant) {
        return html! { <section></section> };
    }
    html! {
        <section class="limits" aria-labelledby="limits-title">
            <h2 id="limits-title">{ labels.break_even }</h2>
            <div>
                if *facts == WhatItTakes::NoSavings {
                    <p>{ labels.no_payback }</p>
                } else {
                    <>
                        <p class="help screen-only">{ labels.break_even_help }</p>
                        { choice_of_years(variant, years, &page) }
                        <p>{ words.what_it_takes(facts, !ways.is_empty(), years) }</p>
                        { props.panel(Section::Limits) }
                        <ul>{ for ways.iter().filter_map(|way| way_view(props, way, &page)) }</ul>
                        <p class="help">{ cannot(facts, variant, &page) }</p>
                    </>
                }
            </div>
        </section>
    }
}

/// What each driver takes. Where it is paid back in time already, it is how far each of them may go.
fn ways(facts: &WhatItTakes, now: &Computed<'static>, asked: (Perspective, u32), words: Words) -> Vec<Way> {
    let variant = now.note().variant;
    match facts {
        WhatItTakes::NoSavings => Vec::new(),
        WhatItTakes::IsThere => {
            let limits = nearest_limits(&now.scenario, asked.0, asked.1).unwrap_or_default();
            let way = |limit: NearestLimit| {
                let label = words.as_far_as(variant.driver(limit.ix)?, &limit.values);
                Some(Way { ix: limit.ix, value: limit.value()?, label })
            };
            limits.into_iter().filter_map(way).collect()
        }
        WhatItTakes::Takes { moves, .. } => {
            let way = |to: &Move| {
                let limit = if to.is_upwards { BreakEven::AtLeast(to.to) } else { BreakEven::AtMost(to.to) };
                let label = words.as_far_as(variant.driver(to.ix)?, &limit);
                Some(Way { ix: to.ix, value: to.to, label })
            };
            moves.iter().filter_map(way).collect()
        }
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
fn way_view(props: &PartProps, way: &Way, page: &Context) -> Option<Html> {
    let words = page.words();
    let variant = props.scenario().note().variant;
    let (driver, value) = (variant.driver(way.ix)?, way.value);
    let now = words.value(props.scenario().value(way.ix)?, driver.unit);
    let calculation = html! { <>{ words.labels().sensitivity.show_calculation }</> };
    let asker = props.asker_at(vec![(way.ix, value)]);
    Some(html! {
        <li key={driver.id.clone()} data-limit={driver.id.clone()}>
            <span>{ hyphenated(&words.driver_name(driver), words.code()) }</span>
            <button type="button" onclick={go_on_with(way.ix, value, page)}>{ way.label.clone() }</button>
            <span class="detail">{ words.labels().hangs_on.now }{ ": " }{ now }</span>
            <span class="detail screen-only">{ asker.number(Section::Limits, Ask::paid_back(props.perspective()), calculation) }</span>
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
    let in_vain: &[DriverIx] = if let WhatItTakes::Takes { in_vain, .. } = facts { in_vain } else { &[] };
    let drivers: Vec<_> = in_vain.iter().filter_map(|ix| variant.driver(*ix)).collect();
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
