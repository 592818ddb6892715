//! The page: components that show the outcomes of the engine and report what the reader does. They compute nothing
//! themselves.
//!
//! The files are in rooms, and each room uses only those before it: `pieces`, [`section`], [`state`],
//! `context`, `browser`, `programs`, `parts`, `numbers`, `bringing`, `handing_on`, `screens`, `shell`, `document`. `tests/layering.rs` checks this.
//!
//! One reducer ([`state`]) holds the scenario, and one module (`browser::address`) reads and writes the URL. Everything
//! else is derived from these two on every change.
//!
//! A component holds state or hooks, because each is some 2 KB of the page; whatever only shows what it is given is a
//! function. The exceptions are barriers, which spare work: their parents render at every change, and what they are given
//! seldom changes. `tests/layering.rs` lists them.
//!
//! Two rules work around faults in Yew 0.23. Every conditional stands in an element of its own, because a component
//! that renders nothing beside a conditional can panic. Every child of a list that can change has a key.

mod bringing;
mod browser;
mod context;
#[cfg(not(target_arch = "wasm32"))]
pub mod document;
mod handing_on;
mod numbers;
mod parts;
mod pieces;
mod programs;
mod screens;
pub mod section;
mod shell;
pub mod state;

pub use handing_on::share::title::{TitleField, TitleFieldProps};
pub use parts::drawing::{DrawingView, DrawingViewProps};
pub use screens::calculator::driver::{DriverField, DriverFieldProps};
pub use shell::app::{App, AppProps};
pub use shell::notices::{Notices, NoticesProps};

use wasm_bindgen_futures::spawn_local;

use crate::ui::shell::app::{arrive_for, with_kept_notes};
use engine::notes::Library;

/// Mounts the page in the document, once what it shows first is here. The notes are leaked on purpose: they live as long as the page.
pub fn start() {
    let library = Library::embedded().map_or_else(|_| Library::none(), |library| Box::leak(Box::new(library)));
    let language = browser::language::preferred();
    spawn_local(async move {
        let props = with_kept_notes(library, language).await;
        arrive_for(&props).await;
        browser::places::leave_document();
        browser::touch::guard_sliders();
        browser::room::guard_room();
        browser::width::guard_measures();
        yew::Renderer::<App>::with_props(props).render();
    });
}
