//! What the tables of the comparison have in common.

use yew::{Html, html};

use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::screens::compare::asking::Askers;
use engine::compare::{Comparison, Pair};
use words::{BothNames, Words};

/// What each table of the screen shows.
pub(super) struct Part<'p> {
    pub(super) comparison: &'p Comparison<'static>,
    /// A short name for each scenario, which tells them apart.
    pub(super) names: &'p Pair<String>,
    pub(super) askers: &'p Askers,
    pub(super) words: Words,
    /// Whether a row's difference comes first, because the window has no room for all columns.
    pub(super) is_narrow: bool,
}

impl Part<'_> {
    /// The heads of the columns of two scenarios and of their difference.
    pub(super) fn heads_with_difference(&self) -> Html {
        let difference = html! { <th scope="col">{ self.words.labels().comparison.difference }</th> };
        self.in_order(heads(self.names), difference)
    }

    /// What stands in these columns.
    pub(super) fn in_order(&self, both: Html, difference: Html) -> Html {
        if self.is_narrow {
            html! { <>{ difference }{ both }</> }
        } else {
            html! { <>{ both }{ difference }</> }
        }
    }
}

/// The heads of two columns, one for each scenario.
pub(super) fn heads(names: &Pair<String>) -> Html {
    html! {
        <>
            <th scope="col">{ names.left.clone() }</th>
            <th scope="col">{ names.right.clone() }</th>
        </>
    }
}

/// The name of a row, and the other note's name for it where the two differ.
pub(super) fn name_of(names: &BothNames, words: Words) -> Html {
    let other = names.in_the_other.as_deref().unwrap_or_default();
    html! { <>{ hyphenated(&names.name, words.code()) }<span class="area">{ hyphenated(other, words.code()) }</span></> }
}

/// A cell. Where there is nothing to show, it holds a dash, and `nothing` as its meaning for screen readers.
pub(super) fn cell(shown: Option<Html>, nothing: &'static str) -> Html {
    html! {
        <td>
            {
                match shown {
                    Some(shown) => html! { <span>{ shown }</span> },
                    None => html! { <span><span aria-hidden="true">{ "–" }</span><span class="unseen">{ nothing }</span></span> },
                }
            }
        </td>
    }
}
