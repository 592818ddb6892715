//! The frame of a chart: it measures the room that the chart is drawn for.

use yew::{Classes, Html, NodeRef, classes, hook, html, use_node_ref};

use crate::ui::browser::width::use_width;
use crate::ui::parts::drawing::DrawingView;
use charts::marks::Drawing;

/// The width that a chart is drawn for before its frame has been measured, in sixteenths of the reader's text size.
const INITIAL_WIDTH: f64 = 640.0;

/// A frame on the page.
pub(crate) struct ChartFrame {
    /// Its element.
    pub(crate) element: NodeRef,
    /// Its width, in sixteenths of the reader's text size.
    pub(crate) width: f64,
}

/// A frame for a chart of this component.
#[hook]
pub(crate) fn use_chart_frame() -> ChartFrame {
    let element = use_node_ref();
    let width = use_width(&element, INITIAL_WIDTH);
    ChartFrame { element, width }
}

impl ChartFrame {
    /// The chart in the frame. `named_by` is the id of the heading that names it.
    pub(crate) fn show(&self, class: impl Into<Classes>, drawing: &Drawing, named_by: &'static str) -> Html {
        html! {
            <div class={classes!("frame", class.into())} ref={self.element.clone()}>
                <DrawingView drawing={drawing.clone()} {named_by} />
            </div>
        }
    }
}
