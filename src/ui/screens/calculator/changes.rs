//! What the reader has changed: what it did to the answer, each change with a button that undoes it, and one that undoes all.

use yew::{Callback, Classes, Html, classes, html};

use crate::ui::browser::focus;
use crate::ui::context::Context;
use crate::ui::parts::phrase;
use crate::ui::state::Action;
use model::note::DriverIx;
use model::scenario::{Change, Scenario};
use words::Phrase;

/// The changes. A wide window shows them below the chart, a narrow one below the drivers: `class` says which of the two these
/// are.
pub(super) fn changes(
    scenario: &Scenario<'static>,
    difference: Option<&Phrase>,
    class: impl Into<Classes>,
    page: &Context,
) -> Html {
    let words = page.words();
    let labels = words.labels();
    let on_restore_all = page.on_action.reform(|_| {
        focus::give("answer");
        Action::AllRestored
    });
    let items = scenario.changes().filter_map(|change: Change<'static>| {
        let (ix, driver) = scenario.note().variant.drivers().find(|(_, driver)| driver.id == change.driver.id)?;
        let (before, after) = (words.value(driver.value, driver.unit), words.value(change.value, driver.unit));
        let name = words.driver_name(driver);
        let on_undo = undo(ix, page);
        let label = words.restore_driver(&name, &before);
        Some(html! {
            <li key={format!("{} {after}", driver.id)}>
                <span>{ name }{ ": " }<s>{ before }</s>{ " " }<strong>{ after }</strong></span>
                <button type="button" class="quiet" onclick={on_undo} aria-label={label}>
                    { labels.drivers.undo }
                </button>
            </li>
        })
    });
    html! {
        <section class={classes!("changes", class.into())} aria-label={labels.drivers.changed_drivers}>
            <p class="difference" data-part="difference" data-keeps-room="">
                {
                    match difference {
                        Some(difference) => phrase::anew(difference),
                        None => html! { <>{ labels.answer.nothing_changed }</> },
                    }
                }
            </p>
            <ul>{ for items }</ul>
            <button type="button" class="restore-all" disabled={difference.is_none()} onclick={on_restore_all}>
                { labels.answer.restore_all }
            </button>
        </section>
    }
}

/// Takes back the change of a driver. Its button goes away, so the focus goes to the answer.
fn undo(ix: DriverIx, page: &Context) -> Callback<yew::MouseEvent> {
    page.on_action.reform(move |_| {
        focus::give("answer");
        Action::Undone(ix)
    })
}
