//! The page: components over the model's outcomes. They show and they report what the reader did; they compute nothing.
//!
//! One reducer ([`state`]) holds the scenario, one module (`address`) touches the URL. Everything else is derived from
//! those two on every change. Yew 0.23 wants two rules kept: no component renders nothing beside a conditional, so each
//! conditional has an element of its own around it; and every child of a list that varies has a key.

mod address;
mod announcer;
mod answer;
mod app;
mod asker;
mod calculator;
mod citing;
mod compare;
mod conventions;
mod copy;
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
mod hyphenated;
mod iframe;
mod method;
mod notices;
mod overview;
mod phrase;
mod provenance;
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

/// Draws the page into the document. The notes live as long as the page.
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
