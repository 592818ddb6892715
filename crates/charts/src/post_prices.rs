//! The chart of what a full-time post costs: for each kind of post, a bar for each price.

use crate::marks::{Anchor, Drawing, Link, Mark, Paint};
use engine::post_prices::{PostKind, PostPrice};
use words::Words;

/// The height of a line of a name, and of a bar with the space below it.
const LINE_HEIGHT: f64 = 18.0;
const BAR_ROW: f64 = 26.0;
const BAR_HEIGHT: f64 = 16.0;
/// The space above each name.
const GAP: f64 = 14.0;
/// The room left of the bars, for the year of the prices.
const YEAR_WIDTH: f64 = 48.0;
/// The room right of the bars, for the amount, and for its note where two of one year have different ones.
const AMOUNT_WIDTH: f64 = 148.0;

/// The chart. `link` gives the link to the explanation of a price.
#[must_use]
pub fn post_prices(
    kinds: &[PostKind<'_>],
    link: &dyn Fn(&PostPrice<'_>) -> String,
    words: Words,
    width: f64,
) -> Drawing {
    let prices = || kinds.iter().flat_map(|kind| &kind.prices);
    let largest = prices().map(|price| float(price)).fold(0.0, f64::max);
    let room = (width - YEAR_WIDTH - AMOUNT_WIDTH).max(1.0);
    let mut marks = Vec::new();
    let mut y = 0.0;
    for kind in kinds.iter().filter(|kind| !kind.prices.is_empty()) {
        y += GAP;
        for line in super::wrapped(words.named(&kind.newest.name), width) {
            y += LINE_HEIGHT;
            marks.push(Mark::Text { paint: Paint::Name, at: (0.0, y - 4.0), anchor: Anchor::Start, words: line });
        }
        for price in &kind.prices {
            let length = if largest > 0.0 { room * float(price) / largest } else { 0.0 };
            let year = price.price_level();
            let is_twin = kind.prices.iter().filter(|other| other.price_level() == year).count() > 1;
            let note = if is_twin { format!(" · {}", words.named(&price.note.document.short)) } else { String::new() };
            let amount = words.kroner(Some(price.price));
            let label =
                format!("{}, {}: {amount}", words.named(&kind.newest.name), words.document(price.note.document));
            let (middle, text) = (y + BAR_ROW / 2.0, y + BAR_ROW / 2.0 + 5.0);
            let of_bar = vec![
                Mark::Rect { paint: Paint::Target, at: (0.0, y), size: (width, BAR_ROW) },
                Mark::Text { paint: Paint::Label, at: (0.0, text), anchor: Anchor::Start, words: year.to_string() },
                Mark::Rect {
                    paint: Paint::Cost,
                    at: (YEAR_WIDTH, middle - BAR_HEIGHT / 2.0),
                    size: (length, BAR_HEIGHT),
                },
                Mark::Text {
                    paint: Paint::Label,
                    at: (YEAR_WIDTH + length + 6.0, text),
                    anchor: Anchor::Start,
                    words: format!("{amount}{note}"),
                },
            ];
            marks.push(Mark::Link(Link { to: link(price), label, marks: of_bar, is_repeated: true }));
            y += BAR_ROW;
        }
    }
    Drawing { width, height: y + GAP, marks }
}

/// A price as a coordinate, in whole kroner.
fn float(price: &PostPrice<'_>) -> f64 {
    let kroner = price.price.saturating_mul(rust_decimal::Decimal::ONE_THOUSAND).round();
    u32::try_from(kroner).map_or(0.0, f64::from)
}
