//! The engine as a JavaScript package: the notes, and all that follows from a scenario, for browsers, notebooks and Node.
//!
//! - [`edge`] – the types that cross to JavaScript, and how they come from the model's. The build writes the package's
//!   TypeScript types from them.
//! - [`failure`] – why a call cannot be answered.
//! - [`library`] – the notes, decoded once, and those that a caller brings.
//! - [`opening`] – from what a caller passes to a scenario.
//! - [`loaded`] – a scenario that stays loaded while its drivers change.
//! - [`many`] – many scenarios in one call.
//! - [`calls`] – one function for each of the package's.
//!
//! `js` binds these to JavaScript and has no logic. What it binds is compiled natively too, so `cargo test` tests it.

pub mod calls;
pub mod edge;
pub mod failure;
#[cfg(target_arch = "wasm32")]
pub mod js;
pub mod library;
pub mod loaded;
pub mod many;
pub mod opening;
