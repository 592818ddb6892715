//! What the reader has changed: what it did to the answer, each change with a button that undoes it, and one that undoes all.

use yew::{Callback, Html, MouseEvent, classes, html};

use crate::ui::browser::focus;
use crate::ui::browser::held::name_in_document;
use crate::ui::context::Context;
use crate::ui::screens::calculator::preset_sources::preset_sources;
use crate::ui::screens::calculator::what_changed::what_changed;
use crate::ui::state::{Action, Arrival, State};
use engine::answer::Difference;
use model::note::DriverIx;
use model::scenario::Change;

/// The changes. A wide window shows them below the chart, a narrow one below the drivers: `place` says which of the two these
/// are.
pub(super) fn changes(state: &State, difference: Option<&Difference<'_>>, place: &'static str, page: &Context) -> Html {
    let words = page.words();
    let labels = words.labels();
    let scenario = state.scenario();
    let arrival = state.arrival();
    let on_answer = |action: Action| {
        page.on_action.reform(move |_: MouseEvent| {
            focus::give("answer");
            action.clone()
        })
    };
    let items = scenario.changes().filter_map(|change: Change<'static>| {
        let (ix, driver) = scenario.note().variant.drivers().find(|(_, driver)| driver.id == change.driver.id)?;
        let (before, after) = (words.value(driver.value, driver.unit), words.value(change.value, driver.unit));
        let name = words.driver_name(driver);
        let on_undo = undo(ix, page);
        let label = words.restore_driver(&name, &before);
        Some(html! {
            <li key={format!("{} {after}", driver.id)}>
                <span>{ name }{ ": " }</span>
                <span><s>{ before }</s>{ " " }<strong>{ after }</strong></span>
                <button type="button" class="quiet" onclick={on_undo} aria-label={label}>
                    { labels.drivers.undo }
                </button>
            </li>
        })
    });
    html! {
        <section class={classes!("changes", place)} data-keeps-room="larger" data-held={name_in_document("changes").map(|name| format!("{name}-{place}"))} aria-label={labels.drivers.changed_drivers}>
            // A wide window tells it directly below the chart.
            if place == "below" {
                { what_changed(difference.map(|difference| words.difference(difference)).as_ref(), words) }
            }
            <ul data-keeps-room="larger">{ for items }</ul>
            <div class="ways-back" data-part="ways-back">
                <button type="button" class="restore-all" disabled={difference.is_none()} onclick={on_answer(Action::AllRestored)}>
                    { labels.answer.restore_all }
                </button>
                <span class="restore-arrival">
                    if arrival != Arrival::AsPublished {
                        <button
                            type="button" class="quiet" disabled={arrival == Arrival::AsArrived}
                            onclick={on_answer(Action::ArrivalRestored)}
                        >
                            { labels.answer.restore_arrival }
                        </button>
                    }
                </span>
                { take_back(state, page) }
            </div>
            { preset_sources(state, words) }
            <p class="help">{ difference.and_then(|difference| words.followed(difference)).unwrap_or_default() }</p>
        </section>
    }
}

/// The button that takes back the last step, whatever it changed.
pub(super) fn take_back(state: &State, page: &Context) -> Html {
    let is_last = !state.can_take_back_more_than_once();
    let on_press = page.on_action.reform(move |_: MouseEvent| {
        // The button goes away with the last step.
        if is_last {
            focus::give("answer");
        }
        Action::StepTakenBack
    });
    let labels = page.words().labels();
    html! {
        <button type="button" class="quiet take-back" disabled={!state.can_take_back()} title={labels.answer.take_back_help} onclick={on_press}>
            { labels.answer.take_back }
        </button>
    }
}

/// Takes back the change of a driver. Its button goes away, so the focus goes to the answer.
fn undo(ix: DriverIx, page: &Context) -> Callback<MouseEvent> {
    page.on_action.reform(move |_| {
        focus::give("answer");
        Action::Undone(ix)
    })
}
