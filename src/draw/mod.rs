//! The charts of the page, each from outcomes and words to a [`crate::chart::Drawing`]. Pure: the page, saved pictures and tests
//! read the same marks.

mod cumulative;
pub mod map;
mod story;
mod tornado;

pub use cumulative::{Cumulative, cumulative};
pub use story::story;
pub use tornado::tornado;

use crate::chart::{Mark, Paint};

/// A straight line.
fn line(paint: Paint, from: (f64, f64), to: (f64, f64)) -> Mark {
    Mark::Line { paint, from, to }
}

/// A number of columns, years or the like as a coordinate.
fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::from(u32::MAX), f64::from)
}
