//! What every chart is made of: scales with round ticks, and marks that know no renderer.
//!
//! A [`Drawing`] is plain data. The page shows it as elements, [`svg`] writes it as a file, a canvas paints it: each reads the
//! same marks, so that what is saved is what was seen.

mod drawing;
mod nice_numbers;
mod scale;
pub mod svg;

pub use drawing::{Anchor, Drawing, Link, Mark, Paint, Rect, path, rect_path};
pub use nice_numbers::{nice_end, nice_step};
pub use scale::{Scale, coordinate, ticks};
