//! The window of the browser. The build shows views without one, as documents: there nothing is measured and nobody is heard.

use web_sys::Window;

/// Whether there is a browser. A document is made without one.
pub(crate) const fn has_browser() -> bool {
    cfg!(target_arch = "wasm32")
}

/// The window; `None` where the page has none.
#[cfg(target_arch = "wasm32")]
pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

/// No window: the build has none.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) const fn window() -> Option<Window> {
    None
}
