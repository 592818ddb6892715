//! The page inside another page, and the offer to have it there.

mod calculator;
mod chart;
mod frame;
mod offer;

pub(super) use frame::Framed;
pub(super) use offer::Offer;
