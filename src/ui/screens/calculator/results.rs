//! The results of the calculator: the key figures, the charts and the tables.

use std::rc::Rc;

use yew::{Html, html};

use crate::ui::context::Context;
use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::screens::calculator::cumulative::AboutChart;
use crate::ui::screens::calculator::efforts::Efforts;
use crate::ui::screens::calculator::figures::FiguresView;
use crate::ui::screens::calculator::hangs_on::HangsOnView;
use crate::ui::screens::calculator::table::BudgetTable;
use crate::ui::screens::calculator::who_pays::WhoPays;
use crate::ui::state::State;
use engine::figures::payback_checks;
use engine::findings::searched;
use engine::link::{Page, Screen};

/// The parts of the calculator that answer a change, one below the other.
pub(crate) fn results(state: &State, page: &Context, site: &Rc<Site>) -> Html {
    let (note, now, baseline) = (state.note(), state.own(), state.baseline());
    let asker = Asker::own(site);
    let perspective = state.page.perspective(note.variant);
    let all_limits = Page { screen: Screen::Sensitivity, question: None, ..state.page.clone() }.link(state.scenario());
    html! {
        <>
            <HangsOnView now={now.clone()} {perspective} all_limits={all_limits} />
            <FiguresView
                now={now.clone()} baseline={baseline.clone()} {perspective} checks={payback_checks(note, &baseline.outcome)}
                search={searched(page.checks(), &note.variant.id).cloned()} asker={asker.clone()}
            />
            <div>
                if note.variant.efforts.len() > 1 {
                    <Efforts now={now.clone()} asker={asker.clone()} />
                }
            </div>
            <AboutChart now={now.clone()} baseline={baseline.clone()} {perspective} asker={asker.clone()} />
            <WhoPays now={now.clone()} {perspective} asker={asker.clone()} />
            <BudgetTable now={now.clone()} baseline={baseline.clone()} {asker} />
        </>
    }
}
