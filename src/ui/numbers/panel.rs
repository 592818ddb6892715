//! The place below the numbers of a part of the page where the explanation of one of them opens.

use yew::{Html, html};

use crate::ui::numbers::asker::Asker;
use crate::ui::numbers::explanation::explanation_view;
use crate::ui::section::Section;

/// The open explanation of a part of the page. Otherwise an empty element.
pub(crate) fn panel(asker: &Asker, section: Section) -> Html {
    match asker.explained_in(section) {
        Some(explanation) => explanation_view(asker, section, &explanation),
        None => html! { <span key="closed"></span> },
    }
}

/// The open explanation, if its part of the page is not among those shown.
pub(crate) fn panel_outside(asker: &Asker, shown: &[Section]) -> Html {
    let outside = asker.open_section().filter(|section| !shown.contains(section));
    outside.map_or_else(|| html! { <span></span> }, |section| panel(asker, section))
}

/// The open explanation as the row of a table that has this number of columns.
pub(crate) fn panel_row(asker: &Asker, section: Section, columns: usize) -> Html {
    html! {
        <tr key="explanation" class="explained"><td colspan={columns.to_string()}>{ panel(asker, section) }</td></tr>
    }
}
