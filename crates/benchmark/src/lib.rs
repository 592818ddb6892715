//! How long the engine takes. `bench/run.mjs` runs this natively and as wasm, and prints the table.
//!
//! - [`business_case`] – the 2018 case, with a driver that changes.
//! - [`growth`] – notes of any size, made here.
//! - [`maps`] – maps of two drivers.
//! - [`samples`] – runs something repeatedly and keeps the times.

pub mod business_case;
pub mod growth;
#[cfg(target_arch = "wasm32")]
pub mod js;
pub mod maps;
#[cfg(not(target_arch = "wasm32"))]
pub mod samples;
