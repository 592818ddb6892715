//! The tornado chart: which driver moves the net most.

use yew::{Html, function_component, html, use_memo};

use crate::ui::context::use_words;
use crate::ui::handing_on::save::{Picture, SAVED_WIDTH, save};
use crate::ui::parts::chart_frame::{USUAL_WIDTH, use_chart_frame};
use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::parts::scrolled::{Named, scrolled};
use crate::ui::screens::calculator::sensitivity::part::PartProps;
use crate::ui::section::Section;
use engine::explain::{Ask, Flow};
use engine::sensitivity::{Bar, End, tornado};
use model::note::DriverIx;
use words::Words;

/// The chart, and a table of the same numbers.
#[function_component]
pub(super) fn Tornado(props: &PartProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let frame = use_chart_frame(USUAL_WIDTH);
    let note = props.scenario().note();
    let perspective = props.perspective();
    let bars = use_memo((props.scenario().clone(), perspective), |(scenario, perspective)| {
        // If a scenario can be evaluated, it can be evaluated at every value within the bounds.
        tornado(scenario, *perspective).unwrap_or_default()
    });
    let now = props.now.outcome.view(perspective).map(|view| view.net.iter().copied().sum()).unwrap_or_default();
    let link_to_end = |bar: &Bar, end: &End| {
        props.asker_at(vec![(bar.ix, end.value)]).link_to(Ask::Flow(Flow::Net, perspective, None))
    };
    let (title, mut subtitles) = props.above_picture(labels.sensitivity.tornado, words);
    let help = words.tornado_help(note.variant);
    subtitles.push(help.clone());
    let drawing = |width| charts::tornado(note.variant, &bars, now, &link_to_end, words, width);
    html! {
        <section class="tornado" aria-labelledby="tornado-title">
            <h2 id="tornado-title">{ labels.sensitivity.tornado }</h2>
            <p class="help">{ help }</p>
            { frame.show("", &drawing(frame.width), "tornado-title") }
            { save(Picture {
                name: format!("{}-{}", note.variant.id, labels.export.tornado_file),
                chart: labels.sensitivity.tornado.to_owned(),
                title,
                subtitles,
                source: words.source_of(note),
                link: props.asker.link().to_owned(),
                drawing: drawing(SAVED_WIDTH),
            }, words) }
            { props.panel(Section::Tornado) }
            <details>
                <summary>{ labels.sensitivity.tornado_table }</summary>
                { scrolled(Named::As(labels.sensitivity.tornado_table.to_owned()), table(props, &bars, words)) }
            </details>
        </section>
    }
}

fn table(props: &PartProps, bars: &[Bar], words: Words) -> Html {
    let labels = words.labels();
    let reached = props.perspective().reached(props.scenario().note().variant);
    let rows = bars.iter().filter_map(|bar| Some((bar, props.scenario().note().variant.driver(bar.ix)?)));
    let rows = rows.map(|(bar, driver)| {
        let value = |end: &End| html! { <td>{ words.value(end.value, driver.unit) }</td> };
        let end = |end: &End| {
            let number = numbers_at(props, bar.ix, end);
            html! {
                <>
                    { value(end) }
                    <td>{ number(Ask::Flow(Flow::Net, props.perspective(), None), words.locale().cell(end.net)) }</td>
                    <td>{ number(Ask::paid_back(props.perspective()), words.payback_in_short(reached, end.payback)) }</td>
                </>
            }
        };
        // A driver at zero stays there: its other end is the same calculation, which is linked once.
        let other_end = if bar.low.value == bar.high.value {
            html! { <>{ value(&bar.high) }<td></td><td></td></> }
        } else {
            end(&bar.high)
        };
        html! {
            <tr key={driver.id.clone()} data-bar={driver.id.clone()}>
                <th scope="row">{ hyphenated(&words.driver_name(driver), words.code()) }</th>
                { end(&bar.low) }
                { other_end }
                <td>{ words.range_origin(bar.from) }</td>
            </tr>
        }
    });
    html! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{ labels.drivers.drivers }</th>
                    <th scope="col">{ labels.sensitivity.lower }</th>
                    <th scope="col">{ labels.figures.net }{ ", " }{ labels.figures.thousands }</th>
                    <th scope="col">{ labels.figures.paid_back }</th>
                    <th scope="col">{ labels.sensitivity.higher }</th>
                    <th scope="col">{ labels.figures.net }{ ", " }{ labels.figures.thousands }</th>
                    <th scope="col">{ labels.figures.paid_back }</th>
                    <th scope="col">{ labels.sensitivity.ends_from }</th>
                </tr>
            </thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

/// Shows numbers that hold with a driver at one end of its bar, each with a link to its explanation.
fn numbers_at(props: &PartProps, ix: DriverIx, end: &End) -> impl Fn(Ask, String) -> Html {
    let asker = props.asker_at(vec![(ix, end.value)]);
    move |ask, text| asker.number(Section::Tornado, ask, html! { <>{ text }</> })
}
