//! What an answer rests on: which driver moves it most, where each driver would have to stand, and how two of them work
//! together. Every answer is the calculation itself at other values of the drivers; nothing is approximated.

mod break_even;
mod map;
mod tornado;
mod value_steps;

pub use break_even::{BreakEven, Stretch, break_even, is_paid_back_within};
pub use map::{Grid, Point, SIDE, map};
pub use tornado::{Bar, End, From, tornado};
