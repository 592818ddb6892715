//! The frame of a chart: it measures the room that the chart is drawn for.

use yew::{Classes, Html, NodeRef, classes, hook, html, use_node_ref};

use crate::ui::browser::width::{use_width, use_width_also_on_paper};
use crate::ui::parts::drawing::DrawingView;
use charts::marks::Drawing;

/// The usual width of a chart that every window shows: it is drawn for it before its frame has been measured, and in documents. In
/// sixteenths of the reader's text size.
pub(crate) const USUAL_WIDTH: f64 = 640.0;

/// That of a chart that narrow windows alone show, which are mostly phones.
pub(crate) const WIDTH_ON_PHONE: f64 = 343.0;

/// That of a chart that wide windows alone show, beside the drivers.
pub(crate) const WIDTH_BESIDE_DRIVERS: f64 = 750.0;

/// A frame on the page.
pub(crate) struct ChartFrame {
    /// Its element.
    pub(crate) element: NodeRef,
    /// Its width, in sixteenths of the reader's text size.
    pub(crate) width: f64,
}

/// A frame for a chart of this component, which is usually so wide.
#[hook]
pub(crate) fn use_chart_frame(usual: f64) -> ChartFrame {
    let element = use_node_ref();
    let width = use_width_also_on_paper(&element, usual);
    ChartFrame { element, width }
}

/// The same for a chart that is never wider than a sheet of paper: one beside the drivers, or of narrow windows alone.
#[hook]
pub(crate) fn use_narrow_chart_frame(usual: f64) -> ChartFrame {
    let element = use_node_ref();
    let width = use_width(&element, usual);
    ChartFrame { element, width }
}

impl ChartFrame {
    /// The chart in the frame. `named_by` is the id of the heading that names it.
    pub(crate) fn show(&self, class: impl Into<Classes>, drawing: &Drawing, named_by: &'static str) -> Html {
        self.show_if_seen(class, Some(drawing), named_by)
    }

    /// The same for a chart that is not drawn where it is not seen. Its frame stays, so that its width stays known.
    pub(crate) fn show_if_seen(
        &self,
        class: impl Into<Classes>,
        drawing: Option<&Drawing>,
        named_by: &'static str,
    ) -> Html {
        html! {
            <div class={classes!("frame", class.into())} ref={self.element.clone()}>
                if let Some(drawing) = drawing {
                    <DrawingView drawing={drawing.clone()} {named_by} />
                }
            </div>
        }
    }
}
