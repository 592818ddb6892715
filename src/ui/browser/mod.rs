//! What the page asks of the browser: its address, the focus, toolbars, the language, the reader's place, fingers, room for texts, widths, and
//! the date.

pub(super) mod address;
pub(super) mod focus;
pub(super) mod held;
pub(super) mod language;
pub(super) mod leaving;
pub(super) mod one_stop;
pub(super) mod places;
pub(super) mod room;
pub(super) mod today;
pub(super) mod touch;
pub(super) mod width;
pub(super) mod window;
