//! The page: components that show the outcomes of the engine and report what the reader does. They compute nothing
//! themselves.
//!
//! One reducer ([`state`]) holds the scenario, and one module (`address`) reads and writes the URL. Everything else is
//! derived from these two on every change.
//!
//! Two rules work around faults in Yew 0.23. Every conditional stands in an element of its own, because a component
//! that renders nothing beside a conditional can panic. Every child of a list that can change has a key.

mod address;
mod aims;
mod announcer;
mod answer;
mod app;
mod asker;
mod calculator;
mod citing;
mod compare;
mod conventions;
mod copy;
mod could_explain;
mod cumulative;
mod drawing;
mod driver;
mod drivers;
mod edition;
mod efforts;
mod explanation;
mod export;
mod figures;
mod findings;
mod focus;
mod hangs_on;
mod hyphenated;
mod iframe;
mod method;
mod notices;
mod overview;
mod phrase;
mod post_prices;
mod provenance;
mod questions;
mod save;
pub mod section;
mod sensitivity;
mod share;
pub mod state;
mod steps;
mod table;
mod today;
mod transcripts;
mod who_pays;
mod width;
mod words;
mod worked;

pub use app::{App, AppProps};
pub use drawing::{DrawingView, DrawingViewProps};
pub use driver::{DriverField, DriverFieldProps};
pub use notices::{Notices, NoticesProps};
pub use share::{TitleField, TitleFieldProps};

use crate::notes::Library;

/// Mounts the page in the document. The notes are leaked on purpose: they live as long as the page.
pub fn start() {
    match Library::embedded() {
        Ok(library) => {
            let library: &'static Library = Box::leak(Box::new(library));
            yew::Renderer::<App>::with_props(AppProps { library }).render();
        }
        Err(_) => {
            yew::Renderer::<app::NoNotes>::new().render();
        }
    }
}
