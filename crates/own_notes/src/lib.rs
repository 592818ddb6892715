//! Reads the notes that readers bring. The page loads it as a wasm of its own when somebody opens one.

pub mod form;
pub mod from_table;
mod label;
mod reading;
pub mod table;

pub use self::label::Loss;
pub use self::reading::{Problem, Read, read, without};
