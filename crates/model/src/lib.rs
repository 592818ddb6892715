//! A budget note as checked data, and the cells that follow from it.
//!
//! A [`note`] is what a document prints: its tables, and for each variant the efforts, the drivers and what each line
//! multiplies. A [`scenario`] is a note with some drivers changed. [`evaluate`] turns it into cells, in exact decimals,
//! rounded as the documents round. The build checks `data/` with the same code as the page computes with.
//!
//! The modules in the order of their dependencies:
//!
//! - [`ordered`] – short lists in order.
//! - [`money`] – cells and the one rounding rule.
//! - [`note`] – a document as checked data.
//! - [`fault`] – what can be wrong with a file that holds a note.
//! - [`scenario`] – what the reader has changed, and which values are accepted.
//! - [`evaluate`] – turns a scenario into its outcome.
//! - [`brackets`] – what printed cells say about a number that is not printed.

pub mod brackets;
pub mod evaluate;
pub mod fault;
pub mod language;
pub mod money;
pub mod note;
pub mod ordered;
pub mod scenario;
pub mod sums;
