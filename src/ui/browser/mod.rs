//! What the page asks of the browser: its address, the focus, fingers, widths, and the date.

pub(super) mod address;
pub(super) mod focus;
pub(super) mod today;
pub(super) mod touch;
pub(super) mod width;
