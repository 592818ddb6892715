//! Questions about the number of posts and what they cost.

use rust_decimal::Decimal;

use super::{Consultants, Reply};
use crate::compare::Pair;
use crate::computed::Computed;
use crate::note::{Document, Names};
use crate::ordered::by_key;
use crate::post_prices::{PostPrice, post_prices};
use crate::scenario::Scenario;

pub(super) fn consultants(documents: &[Document]) -> Option<Reply<'_>> {
    let mut all: Vec<Consultants<'_>> = Vec::new();
    for note in documents.iter().flat_map(Document::notes) {
        let Some(computed) = Computed::of(Scenario::baseline(note)) else { continue };
        for (effort, outcome) in computed.outcome.efforts.iter().enumerate() {
            let id = note.variant.efforts.get(effort).map(|effort| &effort.id);
            let is_known = |known: &Consultants<'_>| {
                let known_id = known.note.variant.efforts.get(known.effort).map(|effort| &effort.id);
                (known.note.document.budget, known_id, Some(known.posts))
                    == (note.document.budget, id, outcome.consultants)
            };
            if let Some(posts) = outcome.consultants.filter(|_| !all.iter().any(is_known)) {
                all.push(Consultants { note, effort, posts });
            }
        }
    }
    (!all.is_empty()).then_some(Reply::Consultants(all))
}

pub(super) fn dearer_posts(documents: &[Document]) -> Option<Reply<'_>> {
    let kinds = post_prices(documents);
    let newest = kinds.iter().flat_map(|kind| &kind.prices).map(PostPrice::price_level).max()?;
    let rises = kinds.iter().filter_map(|kind| {
        let position = kind.prices.iter().position(|price| price.price_level() == newest)?;
        Some((&kind.newest.name, kind.rise(position)?))
    });
    let rises: Vec<(&Names, Decimal)> = by_key(rises, |(_, rise)| *rise);
    Some(Reply::DearerPosts(Pair { left: *rises.first()?, right: *rises.last()? }))
}
