//! Questions about the number of posts and what they cost.

use rust_decimal::Decimal;

use super::{Consultants, Reply};
use crate::compare::Pair;
use crate::computed::Computed;
use crate::post_prices::{PostPrice, post_prices};
use model::note::{Administration, Document, Line};
use model::ordered::{by_key, each_once};
use model::scenario::Scenario;

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
    let prices = || kinds.iter().flat_map(|kind| &kind.prices);
    let newest = prices().max_by_key(|price| price.price_level())?;
    let before =
        prices().filter(|price| price.price_level() < newest.price_level()).max_by_key(|it| it.price_level())?;
    let level = |price: &PostPrice<'_>| price.price_level();
    let rises = kinds.iter().filter_map(|kind| {
        let position = kind.prices.iter().position(|price| level(price) == level(newest))?;
        // Some kinds have no price in the notes just before.
        kind.prices.iter().find(|price| level(price) == level(before))?;
        Some((kind.newest, kind.rise(position)?))
    });
    let rises: Vec<(&Line, Decimal)> = by_key(rises, |(_, rise)| *rise);
    let administrations = each_once(rises.iter().filter_map(|(line, _)| line.administrations.first().copied()));
    let of_administration = |administration: Administration| {
        let own = rises.iter().filter(|(line, _)| line.administrations.first() == Some(&administration));
        (administration, own.map(|(line, rise)| (&line.name, *rise)).collect::<Vec<_>>())
    };
    let notes = Pair { left: (before.note, level(before)), right: (newest.note, level(newest)) };
    let all: Vec<_> = administrations.into_iter().map(of_administration).collect();
    (!all.is_empty()).then_some(Reply::DearerPosts(notes, all))
}
