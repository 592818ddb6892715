//! What an answer rests on: which driver moves it most, which values of a driver are enough, and how two drivers work
//! together. Every number is computed with other values of the drivers. Nothing is approximated.

mod along_slider;
mod break_even;
mod hangs_on;
mod joint_range;
mod main_drivers;
mod map;
mod margin;
mod nearest_limits;
mod ticks;
mod tornado;
mod value_steps;
mod what_it_takes;

pub use along_slider::{AlongSlider, Measure, Points, along_slider, judged_years};
pub use break_even::{BreakEven, Stretch, break_even, is_paid_back_within};
pub use hangs_on::{HangsOn, hangs_on};
pub use joint_range::{Ends, JointRange, joint_range};
pub use main_drivers::main_drivers;
pub use map::{Grid, Point, SIDE, map};
pub use margin::{Margin, highest_rate, margin};
pub use nearest_limits::{NearestLimit, nearest_limits};
pub use ticks::{Says, Tick, denominator, ticks};
pub use tornado::{Bar, End, From, tornado};
pub use what_it_takes::{Move, WhatItTakes, what_it_takes, years_to_choose};
