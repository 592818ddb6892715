//! The calculator of a note: the answer, the drivers, and the results.

pub(crate) mod answer_view;
pub(crate) mod cumulative;
pub(crate) mod driver;
pub(crate) mod drivers;
mod efforts;
mod figures;
mod hangs_on;
pub(crate) mod table;
mod who_pays;

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::{AttrValue, Callback, Event, Html, Properties, TargetCast, function_component, html};

use crate::answer;
use crate::evaluate::{Outcome, Perspective};
use crate::figures::payback_checks;
use crate::findings::{Check, searched};
use crate::link::{Page, Screen};
use crate::text::{Phrase, Wording};
use crate::ui::handing_on::export::Export;
use crate::ui::handing_on::iframe::Offer;
use crate::ui::handing_on::share::Share;
use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::parts::announcer::Announcer;
use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::screens::calculator::answer_view::AnswerView;
use crate::ui::screens::calculator::cumulative::Cumulative;
use crate::ui::screens::calculator::drivers::Drivers;
use crate::ui::screens::calculator::efforts::Efforts;
use crate::ui::screens::calculator::figures::FiguresView;
use crate::ui::screens::calculator::hangs_on::HangsOnView;
use crate::ui::screens::calculator::table::BudgetTable;
use crate::ui::screens::calculator::who_pays::WhoPays;
use crate::ui::screens::sensitivity::Sensitivity;
use crate::ui::state::{Action, State};
use crate::ui::words::use_words;

#[derive(Properties, PartialEq)]
pub(crate) struct CalculatorProps {
    pub(crate) state: State,
    pub(crate) link: String,
    pub(crate) on_action: Callback<Action>,
    pub(crate) checks: Rc<Vec<Check>>,
}

/// The answer, the drivers and the results. Each part has one place in the grid. The drivers are at the side on wide
/// screens and below the answer on narrow ones.
#[function_component]
pub(crate) fn Calculator(props: &CalculatorProps) -> Html {
    let words = use_words();
    let CalculatorProps { state, on_action, .. } = props;
    let scenario = state.scenario();
    let perspective = state.page.perspective(state.note().variant);
    let answer = words.answer(&answer::answer(state.own(), perspective));
    let difference =
        answer::difference(state.own(), state.baseline(), perspective).map(|facts| words.difference(&facts));
    let text = spoken(&answer, difference.as_ref());
    let site = Site::new(state, on_action);
    html! {
        <div class="calculator">
            <AnswerView answer={answer.clone()} {difference} on_action={on_action.clone()} />
            <Announcer {text} />
            <section class="inputs" aria-labelledby="drivers-title">
                <h2 id="drivers-title">{ words.labels().drivers }</h2>
                <div>{ savings(state, words) }</div>
                <Drivers scenario={scenario.clone()} epoch={state.epoch} on_action={on_action.clone()} />
            </section>
            <div class="results">
                <div class="passed-on">
                    <Share
                        link={props.link.clone()} title={state.page.title.clone()} sentence={answer.clone()} note={scenario.note()}
                        on_action={on_action.clone()}
                    />
                    <Offer link={props.link.clone()} title={words.note_name(scenario.note())} />
                </div>
                { perspectives(&state.own().outcome, perspective, on_action, words) }
                { results(props, &site) }
                <Export scenario={scenario.clone()} link={props.link.clone()} opened={state.file.clone()} on_action={on_action.clone()} />
            </div>
        </div>
    }
}

/// The results: the parts of the calculator, or what the answer rests on.
fn results(props: &CalculatorProps, site: &Rc<Site>) -> Html {
    let CalculatorProps { state, on_action, .. } = props;
    let (note, now, baseline) = (state.note(), state.own(), state.baseline());
    let asker = Asker::own(site);
    let perspective = state.page.perspective(state.note().variant);
    if state.page.screen == Screen::Sensitivity {
        return html! {
            <Sensitivity
                key="sensitivity" {asker} site={site.clone()} now={now.clone()} on_action={on_action.clone()}
            />
        };
    }
    let all_limits = Page { screen: Screen::Sensitivity, question: None, ..state.page.clone() }.link(state.scenario());
    html! {
        <>
                <HangsOnView now={now.clone()} {perspective} all_limits={all_limits} />
                <FiguresView
                    now={now.clone()} baseline={baseline.clone()} checks={payback_checks(note, &baseline.outcome)}
                    search={searched(&props.checks, &note.variant.id).cloned()} asker={asker.clone()}
                />
                <div>
                    if note.variant.efforts.len() > 1 {
                        <Efforts now={now.clone()} checks={props.checks.clone()} asker={asker.clone()} />
                    }
                </div>
                <Cumulative now={now.clone()} baseline={baseline.clone()} {perspective} asker={asker.clone()} />
                <WhoPays now={now.clone()} {perspective} asker={asker.clone()} />
                <BudgetTable now={now.clone()} baseline={baseline.clone()} checks={props.checks.clone()} {asker} />
        </>
    }
}

/// The text that a screen reader says once a change has settled.
pub(crate) fn spoken(answer: &Phrase, difference: Option<&Phrase>) -> String {
    match difference {
        Some(difference) => format!("{} {}", answer.text(), difference.text()),
        None => answer.text(),
    }
}

/// The choice of a perspective.
fn perspectives(now: &Outcome, chosen: Perspective, on_action: &Callback<Action>, words: &dyn Wording) -> Html {
    let choices = now.views.iter().map(|view| {
        let perspective = view.perspective;
        let id = AttrValue::from(format!("seen-from-{}", perspective.id()));
        let on_action = on_action.clone();
        let on_change = Callback::from(move |event: Event| {
            if event.target_unchecked_into::<HtmlInputElement>().checked() {
                on_action.emit(Action::SeenFrom(perspective));
            }
        });
        html! {
            <span key={perspective.id()} class="choice">
                <input type="radio" name="seen-from" id={id.clone()} checked={perspective == chosen} onchange={on_change} />
                <label for={id}>{ hyphenated(words.perspective(perspective), words.code()) }</label>
            </span>
        }
    });
    html! {
        <fieldset class="choices perspectives">
            <legend>{ words.labels().seen_from }</legend>
            { for choices }
        </fieldset>
    }
}

/// The link to the note with borrowed savings and the link back, for a note that states no savings.
pub(crate) fn savings(state: &State, words: &dyn Wording) -> Html {
    let note = state.note();
    let library = state.library();
    let (other, lender) = if let Some(lender) = note.variant.lender() {
        (library.find(&note.variant.id), library.find(lender))
    } else {
        let other = library.with_savings(&note.variant.id);
        (other, other.and_then(|other| library.find(other.variant.lender()?)))
    };
    let label = match (note.variant.lender(), lender) {
        (None, Some(lender)) => words.borrow_from(lender.document),
        _ => words.labels().give_back.to_owned(),
    };
    let help = lender.map(|lender| words.borrow_help(lender)).unwrap_or_default();
    let page = Page { question: None, ..state.page.clone() };
    let address = other.map(|other| format!("#{}", page.link_for(state.scenario(), other)));
    html! {
        <div class="savings">
            if let Some(address) = address {
                <><p class="help">{ help }</p><p><a class="borrow" href={address}>{ label }</a></p></>
            }
        </div>
    }
}
