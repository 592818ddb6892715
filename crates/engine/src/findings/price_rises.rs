//! What a post costs from one note to the next: posts whose prices have not risen alike.

use rust_decimal::Decimal;

use super::check::{Check, Compared, Kind, Place, Value, Verdict};
use super::place::of_rows;
use super::posts::CostPerPost;
use crate::post_prices::{PostKind, PostPrice, post_prices};
use model::note::{Document, Names, Row, Table, Year};
use model::ordered::{by_key, each_once};

/// How much dearer a kind of post has become, as a share of 1.
struct Rise {
    name: Names,
    share: Decimal,
    /// The lowest and the highest rise that the rounding of the printed cells leaves.
    between: (Decimal, Decimal),
    places: Vec<Place>,
}

/// Compares the kinds of posts whose price two notes have, the one that has risen least with the others.
pub(super) fn checks(documents: &[Document]) -> Vec<Check> {
    let kinds = post_prices(documents);
    let prices = kinds.iter().flat_map(|kind| &kind.prices);
    let levels: Vec<Year> = each_once(prices.map(PostPrice::price_level));
    levels.iter().zip(levels.iter().skip(1)).filter_map(|(before, after)| check(&kinds, *before, *after)).collect()
}

fn check(kinds: &[PostKind<'_>], before: Year, after: Year) -> Option<Check> {
    let rises = by_key(kinds.iter().filter_map(|kind| rise(kind, before, after)), |rise: &Rise| rise.share);
    let (least, others) = rises.split_first()?;
    let dearest = others.last()?;
    let verdict = Verdict::of(others.iter().all(|other| other.between.0 <= least.between.1));
    let value = |rises: &[&Rise]| Value::Rises(rises.iter().map(|rise| (rise.name.clone(), rise.share)).collect());
    let compared = Compared::whole(value(&[least]), value(&others.iter().collect::<Vec<_>>()), verdict);
    let mut places = [least.places.clone(), Vec::new()];
    let [_, of_others] = &mut places;
    of_others.extend(others.iter().flat_map(|other| other.places.iter().cloned()));
    let nowhere = [least.places.first()?.clone(), dearest.places.first()?.clone()];
    Some(Check { places, ..Check::new(Kind::PriceRise, None, nowhere, vec![compared]) })
}

/// How much dearer a kind of post has become; `None` where one of the years has no price of it.
fn rise(kind: &PostKind<'_>, before: Year, after: Year) -> Option<Rise> {
    let price = |year| kind.prices.iter().find(|price| price.price_level() == year);
    let (old, new) = (price(before)?, price(after)?);
    let share = |new: Decimal, old: Decimal| new.checked_div(old)?.checked_sub(Decimal::ONE);
    let (of_old, of_new) = (CostPerPost::of(old.cost, old.posts)?, CostPerPost::of(new.cost, new.posts)?);
    Some(Rise {
        name: kind.newest.name.clone(),
        share: share(new.price, old.price)?,
        between: (share(of_new.low, of_old.high)?, share(of_new.high, of_old.low)?),
        places: [place(old)?, place(new)?].into(),
    })
}

/// The rows that pay for the posts. Their amounts are not in doubt, so none of their cells is marked.
fn place(price: &PostPrice<'_>) -> Option<Place> {
    let document = price.note.document;
    let lines = price.lines.iter().filter_map(|line| price.note.variant.lines.get(*line));
    let rows: Vec<(&Table, &Row)> = lines.filter_map(|line| document.own_row(line)).collect();
    Some(Place { rows: Vec::new(), ..of_rows(document, &rows)? })
}
