//! Parts that several screens show.

pub(super) mod aims;
pub(super) mod also_said;
pub(super) mod announcer;
pub(super) mod awaited;
pub(super) mod chart_frame;
pub(super) mod could_explain;
pub(super) mod drawing;
pub(super) mod hyphenated;
pub(super) mod icon;
pub(super) mod links;
pub(super) mod phrase;
pub(super) mod provenance;
pub(super) mod scrolled;
