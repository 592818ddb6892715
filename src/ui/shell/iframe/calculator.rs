//! The calculator in an iframe, without the rest of its screen.

use yew::{Html, html};

use crate::ui::context::Context;
use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::numbers::panel::panel_outside;
use crate::ui::screens::calculator::cumulative::AboutChart;
use crate::ui::screens::calculator::outcome::{Given, outcome_and_inputs};
use crate::ui::screens::calculator::table::{BudgetTable, budget_table};
use crate::ui::section::Section;
use crate::ui::state::State;

/// The answer, the drivers, the chart and the table.
pub(super) fn calculator(state: &State, page: &Context) -> Html {
    let (now, baseline) = (state.own(), state.baseline());
    let perspective = state.page.perspective(state.note().variant);
    let asker = Asker::own(&Site::new(state, &page.on_action));
    html! {
        <div class="calculator">
            { outcome_and_inputs(&Given { state, rested: state, asker: &asker, is_wide: false, is_saved: false }, html! { <div></div> }, page) }
            <div class="results">
                <AboutChart now={now.clone()} baseline={baseline.clone()} {perspective} asker={asker.clone()} is_saved={false} />
                <div>{ panel_outside(&asker, &[Section::Chart, Section::Table]) }</div>
                { budget_table(&BudgetTable { now: now.clone(), baseline: baseline.clone(), perspective, asker }, page) }
            </div>
        </div>
    }
}
