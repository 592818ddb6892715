//! The map of two drivers: full computations at every point, read by pointer or arrow keys.

use rust_decimal::Decimal;
use web_sys::{Element, HtmlSelectElement, KeyboardEvent};
use yew::{
    Callback, Event, Html, PointerEvent, TargetCast, function_component, html, use_memo, use_node_ref, use_state_eq,
};

use super::PartProps;
use super::map_table::MapTable;
use crate::draw::map::{Axis, Plot, Step, map as drawn};
use crate::explain::{Ask, Flow};
use crate::note::{Driver, DriverIx, Group, Note, Variant};
use crate::sensitivity::{Grid, Point, map};
use crate::text::Wording;
use crate::ui::drawing::DrawingView;
use crate::ui::save::Save;
use crate::ui::section::Section;
use crate::ui::state::Action;
use crate::ui::width::use_width;
use crate::ui::words::use_words;

/// The map, the choice of its drivers, and what stands at the point that the reader points at.
#[function_component]
pub(super) fn MapView(props: &PartProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let frame = use_node_ref();
    let width = use_width(&frame, 640.0);
    let note = props.scenario().note();
    let variant = note.variant;
    let pointed = use_state_eq(|| None::<(usize, usize)>);
    let axes = chosen(variant, props.site.page.axes);
    let grid = use_memo((props.scenario().clone(), props.perspective(), axes), |(scenario, perspective, axes)| {
        let [across, up] = (*axes)?;
        map(scenario, across, up, *perspective).ok()
    });
    let (Some([across, up]), Some(grid)) = (axes, &*grid) else { return html! { <section class="map"></section> } };
    let (Some(across_driver), Some(up_driver)) = (variant.driver(across), variant.driver(up)) else {
        return html! { <section class="map"></section> };
    };
    let axis = |ix: DriverIx, driver: &'static Driver| Axis {
        name: words.named(&driver.name),
        unit: driver.unit,
        baseline: driver.value,
        now: props.scenario().value(ix).unwrap_or(driver.value),
    };
    let sides = [axis(across, across_driver), axis(up, up_driver)];
    // Where nobody points, the map reads what the reader has, be it between two squares or beyond all.
    let spot = (*pointed).and_then(|at| Spot::at(grid, at)).unwrap_or_else(|| Spot {
        values: sides.map(|side| side.now),
        point: props.now.view(props.perspective()).map(|view| Point::of(view, variant.first)),
    });
    let here =
        (*pointed).or_else(|| Some((grid.nearest_x(sides[0].now)?, grid.nearest_y(sides[1].now)?))).unwrap_or((0, 0));
    let drawing = drawn(grid, sides, *pointed, words, width);
    let on_point = {
        let (pointed, frame, plot) = (pointed.clone(), frame.clone(), Plot::of(grid, width));
        Callback::from(move |event: PointerEvent| {
            if let Some(frame) = frame.cast::<Element>() {
                let place = frame.get_bounding_client_rect();
                let unit = place.width() / width.max(1.0);
                let (x, y) = (f64::from(event.client_x()) - place.left(), f64::from(event.client_y()) - place.top());
                pointed.set(plot.at(x / unit, y / unit));
            }
        })
    };
    let go = {
        let (on_action, pointed) = (props.on_action.clone(), pointed.clone());
        move || {
            for (ix, value) in [across, up].into_iter().zip(spot.values) {
                on_action.emit(Action::DriverSet(ix, value));
            }
            pointed.set(None);
        }
    };
    let on_key = {
        let (pointed, go, last) = (pointed.clone(), go.clone(), (grid.x.len(), grid.y.len()));
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                go();
            } else if let Some(next) = moved(here, &event.key(), event.shift_key(), last) {
                event.prevent_default();
                pointed.set(Some(next));
            }
        })
    };
    let on_go = Callback::from(move |_| go());
    let reading = spot.reading(sides, note, words);
    html! {
        <section class="map" aria-labelledby="map-title">
            <h2 id="map-title">{ labels.map }</h2>
            <p class="help">{ labels.map_help }</p>
            <p class="filter">
                { choice(props, 0, across, words) }
                { choice(props, 1, up, words) }
            </p>
            <div
                class="frame" ref={frame} tabindex="0" role="application" aria-label={labels.map_keys}
                aria-describedby="map-reading" onpointermove={on_point.clone()} onpointerdown={on_point} onkeydown={on_key}
            >
                <DrawingView drawing={drawing.clone()} named_by="map-title" />
            </div>
            <ul class="levels" aria-label={labels.map}>{ for levels(grid, words) }</ul>
            <p class="reading"><strong>{ labels.map_reads }{ ": " }</strong><span id="map-reading" aria-live="polite">{ reading }</span></p>
            <p class="ways">
                { asked_at(props, spot, [across, up], words) }
                <button type="button" onclick={on_go}>{ labels.go_there }</button>
            </p>
            { props.panel(Section::Map) }
            <MapTable
                grid={grid.clone()} axes={[across, up]} asker={props.asker.clone()} site={props.site.clone()}
            />
            <Save
                name={format!("{}-map", variant.id)} title={labels.map} source={words.source_of(note)}
                link={props.asker.link().to_owned()} {drawing}
            />
        </section>
    }
}

/// The reader's choice; else the caseload and the effect, or whatever the note has first.
fn chosen(variant: &Variant, axes: [Option<DriverIx>; 2]) -> Option<[DriverIx; 2]> {
    let effort = variant.efforts.iter().find(|effort| effort.effect.is_some());
    let of_group = |group: Group| variant.drivers().find(|(_, driver)| driver.group == group).map(|(ix, _)| ix);
    let first = || variant.drivers().next().map(|(ix, _)| ix);
    let across = axes[0].or_else(|| effort?.caseload).or_else(|| of_group(Group::Citizens)).or_else(first)?;
    let up = axes[1].or_else(|| Some(effort?.effect?.full)).or_else(|| of_group(Group::Staff)).or_else(first)?;
    Some([across, up])
}

/// The choice of a driver for an axis.
fn choice(props: &PartProps, axis: usize, chosen: DriverIx, words: &dyn Wording) -> Html {
    let labels = words.labels();
    let (id, label) = if axis == 0 { ("map-across", labels.map_across) } else { ("map-up", labels.map_up) };
    let variant = props.scenario().note().variant;
    let on_action = props.on_action.clone();
    let on_choose = Callback::from(move |event: Event| {
        let id = event.target_unchecked_into::<HtmlSelectElement>().value();
        if let Some(driver) = variant.find_driver(&id) {
            on_action.emit(Action::AxisChosen(axis, driver));
        }
    });
    let options = variant.drivers().map(|(ix, driver)| {
        html! { <option key={driver.id.clone()} value={driver.id.clone()} selected={ix == chosen}>{ words.named(&driver.name) }</option> }
    });
    html! {
        <span key={id} class="axis">
            <label for={id}>{ label }</label>
            <select {id} onchange={on_choose}>{ for options }</select>
        </span>
    }
}

/// Where a key moves the point: by one square, with Shift by ten, to the ends by Home and End.
fn moved(
    (column, row): (usize, usize),
    key: &str,
    far: bool,
    (columns, rows): (usize, usize),
) -> Option<(usize, usize)> {
    let step = if far { 10 } else { 1 };
    let (last_column, last_row) = (columns.saturating_sub(1), rows.saturating_sub(1));
    Some(match key {
        "ArrowRight" => (column.saturating_add(step).min(last_column), row),
        "ArrowLeft" => (column.saturating_sub(step), row),
        "ArrowUp" => (column, row.saturating_add(step).min(last_row)),
        "ArrowDown" => (column, row.saturating_sub(step)),
        "Home" => (0, row),
        "End" => (last_column, row),
        _ => return None,
    })
}

/// What the map reads.
#[derive(Clone, Copy)]
struct Spot {
    /// Across and up, each in its driver's unit.
    values: [Decimal; 2],
    point: Option<Point>,
}

impl Spot {
    fn at(grid: &Grid, (column, row): (usize, usize)) -> Option<Self> {
        Some(Self { values: [*grid.x.get(column)?, *grid.y.get(row)?], point: grid.at(column, row) })
    }

    /// The values of both drivers, and what they lead to.
    fn reading(self, axes: [Axis<'_>; 2], note: Note<'_>, words: &dyn Wording) -> String {
        let said = axes.iter().zip(self.values);
        let said = said.map(|(axis, value)| format!("{}: {}", axis.name, words.value(value, axis.unit)));
        let said = said.collect::<Vec<_>>().join(" · ");
        let result = self.point.map(|point| words.headline(note.variant.first, point.into())).unwrap_or_default();
        format!("{said}: {result}")
    }
}

/// The way to how the result came about.
fn asked_at(props: &PartProps, spot: Spot, axes: [DriverIx; 2], words: &dyn Wording) -> Html {
    let asker = props.at(axes.into_iter().zip(spot.values).collect());
    asker.number(Section::Map, result(props), html! { <>{ words.labels().show_calculation }</> })
}

/// What the map shows: when it has paid for itself, and without savings what it costs.
fn result(props: &PartProps) -> Ask {
    if props.scenario().note().variant.states_savings() {
        Ask::paid_back(props.perspective())
    } else {
        Ask::Flow(Flow::Net, props.perspective(), None)
    }
}

/// What each shade of the map means.
fn levels(grid: &Grid, words: &dyn Wording) -> Vec<Html> {
    let said = |step: Step| match step {
        Step::Years(from, to) => words.years_between(from, to),
        Step::Later(than) => words.later_than(than),
        Step::Never => words.never().to_owned(),
        Step::Net(from, below) => format!("{}–{}", words.millions(from), words.millions(below)),
    };
    let level = |(at, step): (usize, Step)| html! { <li key={at} class={format!("level-{at}")}>{ said(step) }</li> };
    Step::of(grid).into_iter().enumerate().map(level).collect()
}
