//! The steps of an explanation.

use yew::{Html, html};

use engine::explain::{Ask, Explanation, Flow, Part, Quantity, Step};
use model::evaluate::Perspective;
use model::note::{Note, Year};
use words::Words;

/// How a number in a step is shown: as a link that asks about it, or as plain text.
pub(crate) type Number<'n> = &'n dyn Fn(Ask, String) -> Html;

/// A step of the explanation of a number.
pub(crate) fn step_view(note: Note<'static>, asked: Ask, step: &Step, number: Number<'_>, words: Words) -> Html {
    let formula = || html! { <p class="formula" data-part="formula">{ words.step(note, step) }</p> };
    let part_item = |shown: &Part| part(note, shown, number, words);
    let cell_of_year = |flow: Flow, year: Year, cell| {
        number(Ask::Flow(flow, perspective(asked), Some(year)), words.quantity(note.variant, Quantity::Cell(cell)))
    };
    match step {
        Step::Sum(parts, _) => {
            html! { <><ul class="parts">{ for parts.iter().map(part_item) }</ul>{ formula() }</> }
        }
        Step::Ratio(cost, ..) => {
            html! { <><ul class="parts">{ part_item(cost) }</ul>{ formula() }</> }
        }
        Step::Simple(costs, saving, _) => {
            html! { <><ul class="parts">{ part_item(costs) }{ part_item(saving) }</ul>{ formula() }</> }
        }
        Step::PaidBack { ends, .. } => {
            let ends = ends.iter().map(|(year, end)| {
                html! { <li key={*year}>{ *year }{ ": " }{ cell_of_year(Flow::Cumulative, *year, *end) }</li> }
            });
            html! { <><p>{ words.labels().explanation.left_at_end }</p><ul class="parts">{ for ends }</ul>{ formula() }</> }
        }
        Step::Discounted { ends, .. } => {
            let ends = ends.iter().map(|(year, net, left)| {
                let left = words.quantity(note.variant, Quantity::Amount(*left));
                html! { <li key={*year}>{ *year }{ ": " }{ cell_of_year(Flow::Net, *year, *net) }{ words.discounted_left(&left) }</li> }
            });
            html! { <>{ formula() }<ul class="parts">{ for ends }</ul></> }
        }
        Step::Point { .. }
        | Step::Product(..)
        | Step::RoundedUp(..)
        | Step::PostsStay(..)
        | Step::Limited(..)
        | Step::Rounded(..) => formula(),
    }
}

/// The same payback by the other conventions.
pub(crate) fn also(explanation: &Explanation, note: Note<'static>, number: Number<'_>, words: Words) -> Html {
    html! {
        <div class="also">
            if !explanation.also.is_empty() {
                <p>{ words.labels().explanation.also_counted }</p>
                <ul class="parts">{ for explanation.also.iter().map(|other| part(note, other, number, words)) }</ul>
            }
        </div>
    }
}

fn part(note: Note<'static>, part: &Part, number: Number<'_>, words: Words) -> Html {
    let share = part.share.map(|share| format!(" ({})", words.locale().percent(share))).unwrap_or_default();
    html! {
        <li key={part.ask.id(note)}>{ words.ask(note, part.ask) }{ share }{ ": " }{ number(part.ask, words.quantity(note.variant, part.value)) }</li>
    }
}

/// The perspective that a question is about: the total, if it names none.
const fn perspective(ask: Ask) -> Perspective {
    match ask {
        Ask::Payback(perspective, _)
        | Ask::Flow(_, perspective, _)
        | Ask::Returned(perspective)
        | Ask::ReturnedInAll(perspective) => perspective,
        _ => Perspective::Total,
    }
}
