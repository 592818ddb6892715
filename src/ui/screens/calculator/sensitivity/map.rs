//! The map of two drivers. Every point is computed in full; the reader points at one with the pointer or the arrow
//! keys.

use rust_decimal::Decimal;
use web_sys::{Element, HtmlSelectElement, KeyboardEvent};
use yew::{
    Callback, Event, Html, MouseEvent, PointerEvent, TargetCast, function_component, html, use_memo, use_state_eq,
};

use crate::ui::browser::touch;
use crate::ui::context::{Context, use_page, use_words};
use crate::ui::handing_on::save::{Picture, save};
use crate::ui::parts::chart_frame::{ChartFrame, USUAL_WIDTH, use_chart_frame};
use crate::ui::parts::drawing::DrawingView;
use crate::ui::screens::calculator::sensitivity::map_table::MapTable;
use crate::ui::screens::calculator::sensitivity::part::PartProps;
use crate::ui::section::Section;
use crate::ui::state::Action;
use charts::map::{Axis, Level, Plot, map as draw_map};
use engine::explain::{Ask, Flow};
use engine::link::Headline;
use engine::sensitivity::{Grid, Point, map};
use model::note::{Driver, DriverIx, Group, Note, Variant};
use words::Words;

/// A disclosure with the map, which is computed only while it is open: ten thousand results are too many for every move of a
/// slider that nobody looks at. It begins open where a link names its drivers or asks about one of its points.
#[function_component]
pub(super) fn FoldedMap(props: &PartProps) -> Html {
    let words = use_words();
    let is_asked = props.site.asker_in(Section::Map).is_some() || props.site.page.axes != [None; 2];
    let is_open = use_state_eq(|| is_asked);
    let on_toggle = {
        let is_open = is_open.clone();
        Callback::from(move |event: Event| is_open.set(event.target_unchecked_into::<Element>().has_attribute("open")))
    };
    html! {
        <details class="folded-map" open={*is_open} ontoggle={on_toggle}>
            <summary>{ words.labels().sensitivity.map }</summary>
            <div>
                if *is_open {
                    <MapView asker={props.asker.clone()} site={props.site.clone()} now={props.now.clone()} baseline={props.baseline.clone()} />
                }
            </div>
        </details>
    }
}

/// The map, the choice of its drivers, and the result at the point that the reader points at.
#[function_component]
fn MapView(props: &PartProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = words.labels();
    let ChartFrame { element: figure, width } = use_chart_frame(USUAL_WIDTH);
    let note = props.scenario().note();
    let variant = note.variant;
    let pointed = use_state_eq(|| None::<(usize, usize)>);
    let axes = axis_drivers(variant, props.site.page.axes);
    let grid = use_memo((props.scenario().clone(), props.perspective(), axes), |(scenario, perspective, axes)| {
        let [across, up] = (*axes)?;
        map(scenario, across, up, *perspective).ok()
    });
    let (Some([across, up]), Some(grid)) = (axes, &*grid) else { return html! { <section class="map"></section> } };
    let (Some(across_driver), Some(up_driver)) = (variant.driver(across), variant.driver(up)) else {
        return html! { <section class="map"></section> };
    };
    let names = [across_driver, up_driver].map(|driver| words.driver_name(driver));
    let axis = |ix: DriverIx, driver: &'static Driver, name| Axis {
        name,
        unit: driver.unit,
        baseline: driver.value,
        now: props.scenario().value(ix).unwrap_or(driver.value),
    };
    let [across_name, up_name] = &names;
    let drawn_axes = [axis(across, across_driver, across_name), axis(up, up_driver, up_name)];
    // While the reader points nowhere, the map reads the current values, even between two squares or outside the map.
    let spot = (*pointed).and_then(|square| Spot::at(grid, square)).unwrap_or_else(|| Spot {
        values: drawn_axes.map(|axis| axis.now),
        point: props.now.outcome.view(props.perspective()).map(|view| Point::of(view, variant.first, grid.horizon)),
    });
    let square = (*pointed)
        .or_else(|| Some((grid.nearest_x(drawn_axes[0].now)?, grid.nearest_y(drawn_axes[1].now)?)))
        .unwrap_or((0, 0));
    let drawing = draw_map(grid, drawn_axes, *pointed, words, width);
    let point_at = {
        let (pointed, figure, plot) = (pointed.clone(), figure.clone(), Plot::new(grid, width));
        Callback::from(move |event: MouseEvent| {
            if let Some(figure) = figure.cast::<Element>() {
                let bounds = figure.get_bounding_client_rect();
                let unit = bounds.width() / width.max(1.0);
                let (x, y) = (f64::from(event.client_x()) - bounds.left(), f64::from(event.client_y()) - bounds.top());
                pointed.set(plot.square_at(x / unit, y / unit));
            }
        })
    };
    // A finger points by a tap, or along the way while it moves sideways. One that scrolls the page points nowhere.
    let on_point = {
        let point_at = point_at.clone();
        Callback::from(move |event: PointerEvent| {
            if !touch::is_of_resting_finger(&event) {
                point_at.emit(event.into());
            }
        })
    };
    let go = {
        let (on_action, pointed) = (page.on_action.clone(), pointed.clone());
        move || {
            for (ix, value) in [across, up].into_iter().zip(spot.values) {
                on_action.emit(Action::DriverSet(ix, value));
            }
            pointed.set(None);
        }
    };
    let on_key = {
        let (pointed, go, size) = (pointed.clone(), go.clone(), (grid.x.len(), grid.y.len()));
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                go();
            } else if let Some(next) = moved(square, &event.key(), event.shift_key(), size) {
                event.prevent_default();
                pointed.set(Some(next));
            }
        })
    };
    let on_go = Callback::from(move |_| go());
    let (title, subtitles) = props.above_picture(labels.sensitivity.map, words);
    let reading = spot.reading(drawn_axes, note, words);
    let (paybacks, costs) = (labels.sensitivity.map_of_paybacks, labels.sensitivity.map_of_costs);
    let colour = if variant.states_savings() { paybacks } else { costs };
    html! {
        <section class="map" aria-labelledby="map-title">
            <h2 id="map-title">{ labels.sensitivity.map }</h2>
            <p class="help">{ format!("{colour} {}", labels.sensitivity.map_help) }</p>
            <p class="filter">
                { axis_choice(props, 0, across, &page) }
                { axis_choice(props, 1, up, &page) }
            </p>
            <div
                class="frame" ref={figure} tabindex="0" role="application" aria-label={labels.sensitivity.map_keys}
                aria-describedby="map-reading" onpointermove={on_point.clone()} onpointerdown={on_point} onclick={point_at} onkeydown={on_key}
            >
                <DrawingView drawing={drawing.clone()} named_by="map-title" />
            </div>
            <ul class="levels" aria-label={labels.sensitivity.map}>{ for levels(grid, words) }</ul>
            <p class="reading"><strong>{ labels.sensitivity.map_reads }{ ": " }</strong><span id="map-reading" aria-live="polite">{ reading }</span></p>
            <p class="ways">
                { calculation_link(props, spot, [across, up], words) }
                <button type="button" onclick={on_go}>{ labels.sensitivity.go_there }</button>
            </p>
            { props.panel(Section::Map) }
            <MapTable
                grid={grid.clone()} axes={[across, up]} asker={props.asker.clone()} site={props.site.clone()}
            />
            { save(Picture {
                name: format!("{}-{}", variant.id, labels.export.map_file),
                chart: labels.sensitivity.map.to_owned(),
                title,
                subtitles,
                source: words.source_of(note),
                link: props.asker.link().to_owned(),
                drawing,
            }, words) }
        </section>
    }
}

/// The drivers across and up: the reader's choice; otherwise the caseload and the effect or, where nothing is saved and so no share
/// moves an amount, the citizens; a citizens and a staff driver; or the note's first driver.
fn axis_drivers(variant: &Variant, axes: [Option<DriverIx>; 2]) -> Option<[DriverIx; 2]> {
    let effort = variant.efforts.iter().find(|effort| effort.effect.is_some());
    let of_group = |group: Group| variant.drivers().find(|(_, driver)| driver.group == group).map(|(ix, _)| ix);
    let first = || variant.drivers().next().map(|(ix, _)| ix);
    let across = axes[0].or_else(|| effort?.caseload).or_else(|| of_group(Group::Citizens)).or_else(first)?;
    let moving = || {
        let effort = effort?;
        if variant.states_savings() { Some(effort.effect?.full) } else { effort.citizens }
    };
    let up = axes[1].or_else(moving).or_else(|| of_group(Group::Staff)).or_else(first)?;
    Some([across, up])
}

/// The choice of a driver for an axis.
fn axis_choice(props: &PartProps, axis: usize, chosen: DriverIx, page: &Context) -> Html {
    let words = page.words();
    let labels = words.labels();
    let (id, label) =
        if axis == 0 { ("map-across", labels.sensitivity.map_across) } else { ("map-up", labels.sensitivity.map_up) };
    let variant = props.scenario().note().variant;
    let on_action = page.on_action.clone();
    let on_choose = Callback::from(move |event: Event| {
        let id = event.target_unchecked_into::<HtmlSelectElement>().value();
        if let Some(driver) = variant.find_driver(&id) {
            on_action.emit(Action::AxisChosen(axis, driver));
        }
    });
    let options = variant.drivers().map(|(ix, driver)| {
        html! { <option key={driver.id.clone()} value={driver.id.clone()} selected={ix == chosen}>{ words.driver_name(driver) }</option> }
    });
    html! {
        <span key={id} class="axis">
            <label for={id}>{ label }</label>
            <select {id} onchange={on_choose}>{ for options }</select>
        </span>
    }
}

/// The square that a key moves to; `None` for keys that do not move. Arrow keys move by one square, or by ten with
/// Shift; Home and End move to the ends of the row.
fn moved(
    (column, row): (usize, usize),
    key: &str,
    has_shift: bool,
    (columns, rows): (usize, usize),
) -> Option<(usize, usize)> {
    let step = if has_shift { 10 } else { 1 };
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

/// The values of both drivers that the map reads, and the result there.
#[derive(Clone, Copy)]
struct Spot {
    /// The values across and up, each in its driver's unit.
    values: [Decimal; 2],
    point: Option<Point>,
}

impl Spot {
    /// The middle of a square; `None` outside the map.
    fn at(grid: &Grid, (column, row): (usize, usize)) -> Option<Self> {
        Some(Self { values: [*grid.x.get(column)?, *grid.y.get(row)?], point: grid.at(column, row) })
    }

    /// The values of both drivers and the result as text.
    fn reading(self, axes: [Axis<'_>; 2], note: Note<'_>, words: Words) -> String {
        let values = axes.iter().zip(self.values);
        let values = values.map(|(axis, value)| format!("{}: {}", axis.name, words.value(value, axis.unit)));
        let values = values.collect::<Vec<_>>().join("\u{a0}· ");
        // Without savings there is nothing that could come back.
        let headline =
            |point: Point| if note.variant.states_savings() { point.into() } else { Headline::Costs(point.net) };
        let result = self.point.map(|point| words.headline(note.variant, headline(point))).unwrap_or_default();
        format!("{values}: {result}")
    }
}

/// The link that opens the calculation of the result.
fn calculation_link(props: &PartProps, spot: Spot, axes: [DriverIx; 2], words: Words) -> Html {
    let asker = props.asker_at(axes.into_iter().zip(spot.values).collect());
    asker.number(Section::Map, result(props), html! { <>{ words.labels().sensitivity.show_calculation }</> })
}

/// The number that the map shows: the payback, or the net where the note states no savings.
fn result(props: &PartProps) -> Ask {
    if props.scenario().note().variant.states_savings() {
        Ask::paid_back(props.perspective())
    } else {
        Ask::Flow(Flow::Net, props.perspective(), None)
    }
}

/// The legend: what each shade of the map means.
fn levels(grid: &Grid, words: Words) -> Vec<Html> {
    let name = |level: Level| match level {
        Level::Years(first, last) => words.years_between(first, last),
        Level::Later(limit) => words.later_than(limit),
        Level::NotWithin => words.not_within(grid.horizon),
        Level::Net(low, high) => format!("{}–{}", words.millions(low), words.millions(high)),
    };
    let item = |(number, level): (usize, Level)| {
        html! { <li key={number} class={format!("level-{number}")}>{ name(level) }</li> }
    };
    Level::of_grid(grid).into_iter().enumerate().map(item).collect()
}
