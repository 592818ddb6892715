//! The parts of every chart: scales with round ticks, and marks that do not depend on a renderer.
//!
//! A [`Drawing`] is plain data. The page turns it into elements, [`svg`] writes it as a file, and a canvas paints it.
//! All three read the same marks, so a saved picture looks like the chart on the page.

mod drawing;
mod scale;
pub mod svg;

pub use drawing::{Anchor, Drawing, Link, Mark, Paint, Rect, path, rect_path, size, tenths};
pub use scale::{Scale, coordinate, ticks};
