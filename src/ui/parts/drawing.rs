//! Shows a [`Drawing`] as SVG elements. The style sheet sets the colour of each paint.

use yew::{Html, Properties, function_component, html};

use charts::marks::{Drawing, Mark, path, rect_path, size, tenths};

/// A drawing, and the heading that names it.
#[derive(Properties, PartialEq)]
pub struct DrawingViewProps {
    /// The drawing.
    pub drawing: Drawing,
    /// The id of the heading that names it.
    pub named_by: &'static str,
}

/// The drawing as an `svg` element. For assistive technology it is a group if it holds links, otherwise an image.
#[function_component]
pub fn DrawingView(props: &DrawingViewProps) -> Html {
    let Drawing { width, height, marks } = &props.drawing;
    let has_links = marks.iter().any(|mark| matches!(mark, Mark::Link(_)));
    html! {
        <svg
            class="drawing" role={if has_links { "group" } else { "img" }} aria-labelledby={props.named_by}
            width={em(*width)} height={em(*height)} viewBox={format!("0 0 {} {}", size(*width), size(*height))}
        >
            { for marks.iter().enumerate().map(|(index, mark)| show(index, mark)) }
        </svg>
    }
}

/// A length of a drawing as a CSS length. Drawings measure in sixteenths of the reader's text size, so that their words
/// grow with the rest of the page.
fn em(length: f64) -> String {
    format!("{}em", size(length / 16.0))
}

fn show(key: usize, mark: &Mark) -> Html {
    let tenths = |coordinate| tenths(coordinate).to_string();
    match mark {
        Mark::Line { paint, from, to } => html! {
            <line {key} class={paint.class()} x1={tenths(from.0)} y1={tenths(from.1)} x2={tenths(to.0)} y2={tenths(to.1)} />
        },
        Mark::Path { paint, points } => html! { <path {key} class={paint.class()} d={path(points)} /> },
        Mark::Area { paint, rects } => html! { <path {key} class={paint.class()} d={rect_path(rects)} /> },
        Mark::Rect { paint, at, size: (width, height) } => html! {
            <rect {key} class={paint.class()} x={tenths(at.0)} y={tenths(at.1)} width={tenths(*width)} height={tenths(*height)} />
        },
        Mark::Circle { paint, at, radius } => html! {
            <circle {key} class={paint.class()} cx={tenths(at.0)} cy={tenths(at.1)} r={tenths(*radius)} />
        },
        Mark::Text { paint, at, anchor, words } => html! {
            <text {key} class={paint.class()} x={tenths(at.0)} y={tenths(at.1)} text-anchor={anchor.name()}>{ words.clone() }</text>
        },
        Mark::Link(link) => html! {
            <a {key} href={format!("#{}", link.to)} aria-label={link.label.clone()} tabindex={link.is_repeated.then_some("-1")}>
                <title>{ link.label.clone() }</title>
                { for link.marks.iter().enumerate().map(|(index, mark)| show(index, mark)) }
            </a>
        },
    }
}
