//! What stands around every screen: the page as a whole, its head and foot, and the page inside another one.

pub(super) mod app;
mod edition;
mod iframe;
pub(super) mod notices;
