//! Pictures as SVG and as PNG.

use std::fmt::Write;

use charts::marks::{Paint, size, svg as marks, tenths};
use engine::markup::escaped;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;

use super::colours;
use super::fonts::Fonts;
use super::frame::{Frame, Line, MARGIN};
use super::letters::Run;
use super::{PictureError, SIZE};

/// The width and the height of the mark at the upper edge.
const MARK: (f64, f64) = (72.0, 12.0);

/// The picture as SVG. It names its fonts and does not hold them.
#[must_use]
pub fn svg(frame: &Frame) -> String {
    let (width, height) = SIZE;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>\
         <rect x=\"{margin}\" width=\"{mark_width}\" height=\"{mark_height}\" fill=\"{accent}\"/>\
         <rect x=\"{margin}\" y=\"{rule}\" width=\"{inside}\" height=\"1.5\" fill=\"{ink}\"/>",
        paper = fill(Paint::Paper),
        accent = fill(Paint::PointName),
        ink = fill(Paint::Name),
        margin = tenths(MARGIN),
        mark_width = tenths(MARK.0),
        mark_height = tenths(MARK.1),
        rule = tenths(frame.foot_rule),
        inside = tenths(f64::from(width) - 2.0 * MARGIN),
    );
    for line in &frame.lines {
        write_line(&mut svg, line);
    }
    let (left, top) = frame.chart_at;
    // Writing to a string cannot fail.
    let _ = write!(
        svg,
        "<g transform=\"translate({} {}) scale({})\">{}</g></svg>",
        tenths(left),
        tenths(top),
        size(frame.enlarged),
        marks::file(&frame.chart, &frame.title)
    );
    svg
}

/// The picture as PNG.
///
/// # Errors
/// Returns [`PictureError::NotDrawn`] where the SVG cannot be read or the pixels cannot be written.
pub fn png(frame: &Frame, fonts: &Fonts) -> Result<Vec<u8>, PictureError> {
    let not_drawn = |reason: String| PictureError::NotDrawn(reason);
    let tree = Tree::from_str(&svg(frame), &fonts.options()).map_err(|error| not_drawn(error.to_string()))?;
    let (width, height) = SIZE;
    let mut pixels = Pixmap::new(width, height).ok_or_else(|| not_drawn("it has no size".to_owned()))?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    colours::file(pixels.data(), SIZE).map_err(|error| not_drawn(error.to_string()))
}

fn write_line(svg: &mut String, line: &Line) {
    let Line { runs, at: (x, y), anchor, size: letters, paint } = line;
    let _ = write!(
        svg,
        "<text x=\"{}\" y=\"{}\" text-anchor=\"{}\" font-size=\"{}\" fill=\"{}\" xml:space=\"preserve\">",
        tenths(*x),
        tenths(*y),
        anchor.name(),
        size(*letters),
        fill(*paint)
    );
    for Run { words, letters } in runs {
        let _ = write!(svg, "<tspan {}>{}</tspan>", letters.font(), escaped(words));
    }
    svg.push_str("</text>");
}

/// The colour of what is painted so.
fn fill(paint: Paint) -> &'static str {
    paint.style().fill.unwrap_or("none")
}
