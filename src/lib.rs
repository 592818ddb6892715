//! The page: what readers see and use in the browser, and the calculation for JavaScript. Everything that it shows is
//! computed, said and drawn by the crates below it.

pub mod ui;
