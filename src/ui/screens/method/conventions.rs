//! Payback times by every convention, side by side.

use std::rc::Rc;

use rust_decimal::Decimal;
use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, Properties, TargetCast, function_component, html, use_memo};

use crate::ui::context::use_page;
use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::numbers::panel::panel_row;
use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::parts::links::note_link;
use crate::ui::parts::scrolled::{Named, scrolled};
use crate::ui::section::Section;
use crate::ui::state::Action;
use engine::explain::Ask;
use engine::link::{Page, Screen, Whose};
use engine::method::{Counted, counted, counted_outside_service, stating_savings};
use engine::payback::{Convention, Payback};
use model::note::Unit;
use model::ordered::each_once;
use model::scenario::{HIGHEST_RATE, Horizon, Scenario, Settings};
use words::Words;

#[derive(Properties, PartialEq)]
pub(super) struct ConventionsProps {
    pub(super) site: Rc<Site>,
}

/// What each convention counts, and a table of the paybacks of each note.
#[function_component]
pub(super) fn Conventions(props: &ConventionsProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = &words.labels().method_screen;
    let chosen = props.site.own.scenario.rate();
    let rows = {
        use_memo((page.library, props.site.own.scenario.settings()), |(library, settings)| counted(library, *settings))
    };
    let outside = use_memo(page.library, |library| counted_outside_service(library));
    let on_rate = {
        let on_action = page.on_action.clone();
        Callback::from(move |event: Event| {
            if let Ok(rate) = event.target_unchecked_into::<HtmlSelectElement>().value().parse() {
                on_action.emit(Action::RateChosen(rate));
            }
        })
    };
    let on_horizon = {
        let on_action = page.on_action.clone();
        Callback::from(move |event: Event| {
            let years = event.target_unchecked_into::<HtmlSelectElement>().value().parse();
            if let Some(horizon) = years.ok().and_then(Horizon::of_years) {
                on_action.emit(Action::HorizonChosen(horizon));
            }
        })
    };
    let horizons = Horizon::ALL.into_iter().map(|horizon| {
        let years = horizon.years();
        let is_chosen = horizon == props.site.own.scenario.horizon();
        html! { <option key={years} value={years.to_string()} selected={is_chosen}>{ words.value(years.into(), Unit::Years) }</option> }
    });
    let rates = rates(chosen).into_iter().map(|rate| {
        let shown = words.locale().percent(rate);
        html! { <option key={rate.to_string()} value={rate.to_string()} selected={rate == chosen}>{ shown }</option> }
    });
    let conventions: Vec<Convention> =
        rows.first().map(|row| row.by.iter().map(|(convention, _)| *convention).collect()).unwrap_or_default();
    let meanings = conventions.iter().map(|convention| words.convention(*convention));
    let names = meanings.clone().map(|meaning| html! { <th key={meaning.name} scope="col">{ meaning.name }</th> });
    let columns = conventions.len().saturating_add(2);
    // The rows of a note follow each other and form one group.
    let groups = rows.chunk_by(|row, next_row| row.note == next_row.note);
    html! {
        <>
            <dl class="glossary">
                { for meanings.map(|meaning| html! {
                    <div key={meaning.name}><dt>{ meaning.name }</dt><dd>{ meaning.sentence }</dd></div>
                }) }
            </dl>
            <p class="help">
                { words.payback_help(&stating_savings(page.library)) }
                { (*outside).as_ref().map(|(note, outside)| format!(" {}", words.outside_service_in(*note, outside))).unwrap_or_default() }
            </p>
            <p class="filter">
                <label for="discount-rate">{ words.labels().method_screen.discount_rate }</label>
                <select id="discount-rate" onchange={on_rate}>{ for rates }</select>
            </p>
            <p class="filter">
                <label for="horizon">{ words.labels().export.horizon }</label>
                <select id="horizon" onchange={on_horizon}>{ for horizons }</select>
            </p>
            { scrolled(Named::By("payback"), html! {
                <table class="conventions">
                    <thead>
                        <tr>
                            <th scope="col">{ labels.note }</th>
                            { for names }
                            <th key="printed" scope="col">{ labels.printed }</th>
                        </tr>
                    </thead>
                    { for groups.map(|rows| group(props, rows, columns, words)) }
                </table>
            }) }
        </>
    }
}

/// The rates to choose from, in steps of half a per cent. If the current rate is not among them, it is added.
fn rates(chosen: Decimal) -> Vec<Decimal> {
    let in_steps = (0_i64..).map(|half| Decimal::new(half.saturating_mul(5), 3).normalize());
    each_once(in_steps.take_while(|rate| *rate <= HIGHEST_RATE).chain([chosen]))
}

/// The rows of a note below its name.
fn group(props: &ConventionsProps, rows: &[Counted<'static>], columns: usize, words: Words) -> Html {
    let asker = rows.first().map(|row| Asker::new(props.site.clone(), Whose::Baseline(row.note)));
    let name = rows.first().map(|row| {
        let borrowed =
            row.note.variant.savings_from.as_ref().map(|lender| format!(", {}", words.borrowed_savings(lender)));
        let conditions = words.borrowed_conditions(&Scenario::baseline(row.note)).join(" ");
        html! {
            <span>
                { note_link(row.note, props.site.own.scenario.settings(), words) }{ borrowed.unwrap_or_default() }
                <span class="area">{ conditions }</span>
            </span>
        }
    });
    let key = rows.first().map(|row| row.note.variant.id.clone()).unwrap_or_default();
    html! {
        <tbody key={key.clone()} data-note={key}>
            <tr key="name"><th scope="rowgroup" colspan={columns.to_string()}>{ name.unwrap_or_default() }</th></tr>
            { for rows.iter().map(|counted| row(counted, asker.as_ref(), props.site.own.scenario.settings(), words)) }
            { asker.as_ref().map(|asker| panel_row(asker, Section::Conventions, columns)).unwrap_or_default() }
        </tbody>
    }
}

fn row(row: &Counted<'static>, asker: Option<&Asker>, settings: Settings, words: Words) -> Html {
    let name = words.perspective(row.perspective, row.note.variant);
    let cells = row.by.iter().map(|(convention, payback)| {
        let ask = Ask::Payback(row.perspective, *convention);
        let shown =
            html! { <>{ words.payback_by(row.perspective.reached(row.note.variant), *convention, *payback) }</> };
        let number = asker.map(|asker| asker.number(Section::Conventions, ask, shown));
        html! { <td key={words.convention(*convention).name}>{ number.unwrap_or_default() }</td> }
    });
    html! {
        <tr key={name}>
            <th scope="row">{ hyphenated(name, words.code()) }</th>
            { for cells }
            <td key="printed">{ row.printed.map(|years| words.printed_years(years)).unwrap_or_default() }{ " " }{ disagreement(row, settings, words) }</td>
        </tr>
    }
}

/// A link to the findings if the document prints another payback than the one computed from its tables.
fn disagreement(row: &Counted<'static>, settings: Settings, words: Words) -> Html {
    let computed = row.by.iter().find(|(convention, _)| *convention == Convention::FirstYear);
    let differs = match (row.printed, computed.map(|(_, payback)| *payback)) {
        (Some(printed), Some(Payback::Reached { years, .. })) => years != printed.into(),
        (Some(_), _) => true,
        (None, _) => false,
    };
    let findings = Page::of(Screen::Findings, words.choice()).screen_link(settings);
    html! {
        <span class="touched">
            if differs {
                <a href={format!("#{findings}")}>{ words.labels().findings.disagreement }</a>
            }
        </span>
    }
}
