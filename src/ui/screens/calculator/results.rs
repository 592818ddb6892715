//! The results of the calculator: the key figures, what the answer rests on, the charts and the tables.

use std::rc::Rc;

use yew::{Html, html};

use crate::ui::context::Context;
use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::screens::calculator::all_numbers::AllNumbers;
use crate::ui::screens::calculator::cumulative::AboutChart;
use crate::ui::screens::calculator::efforts::{Efforts, efforts};
use crate::ui::screens::calculator::figures::{Figures, figures};
use crate::ui::screens::calculator::grounds::grounds;
use crate::ui::screens::calculator::hangs_on::HangsOnView;
use crate::ui::screens::calculator::people::PeopleView;
use crate::ui::screens::calculator::sensitivity::sensitivity;
use crate::ui::screens::calculator::table::{BudgetTable, budget_table};
use crate::ui::screens::calculator::who_pays::{WhoPays, who_pays};
use crate::ui::state::State;

/// The parts of the calculator that answer a change, one below the other.
pub(super) fn results(state: &State, page: &Context, site: &Rc<Site>, key_figures: &Figures) -> Html {
    let (note, now, baseline) = (state.note(), state.own(), state.baseline());
    let words = page.words();
    let asker = Asker::own(site);
    let perspective = state.page.perspective(note.variant);
    html! {
        <>
            <AllNumbers now={now.clone()} {perspective} epoch={state.epoch} />
            { figures(key_figures, words) }
            { grounds(note, perspective, words) }
            <PeopleView now={now.clone()} {perspective} />
            <HangsOnView now={now.clone()} {perspective} />
            { sensitivity(site, baseline) }
            <div>
                if note.variant.efforts.len() > 1 {
                    { efforts(&Efforts { now: now.clone(), asker: asker.clone() }, page) }
                }
            </div>
            <AboutChart now={now.clone()} baseline={baseline.clone()} {perspective} asker={asker.clone()} />
            { who_pays(&WhoPays { now: now.clone(), perspective, asker: asker.clone() }, words) }
            { budget_table(&BudgetTable { now: now.clone(), baseline: baseline.clone(), perspective, asker }, page) }
        </>
    }
}
