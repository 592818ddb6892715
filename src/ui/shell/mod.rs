//! What stands around every screen: the page as a whole, its head and foot, the frame of a note, and the page inside
//! another one. The `router` says what the rest of the shell needs to know of each screen.

pub(super) mod app;
mod edition;
mod foot;
mod head;
mod iframe;
mod languages;
mod note;
pub(super) mod notices;
pub(super) mod page;
pub(super) mod rested;
mod router;
mod screens;
mod sender_title;
mod unusable;
