//! What an answer rests on: which driver moves it most, which values of a driver are enough, and how two drivers work
//! together. Every number is computed with other values of the drivers. Nothing is approximated.

mod break_even;
mod map;
mod margin;
mod tornado;
mod value_steps;

pub use break_even::{BreakEven, Stretch, break_even, is_paid_back_within};
pub use map::{Grid, Point, SIDE, map};
pub use margin::{Margin, highest_rate, margin};
pub use tornado::{Bar, End, From, tornado};
