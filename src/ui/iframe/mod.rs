//! The page inside another page, and the offer to embed it there.

mod calculator;
mod chart;
mod offer;
mod page;

pub(super) use offer::Offer;
pub(super) use page::Framed;
