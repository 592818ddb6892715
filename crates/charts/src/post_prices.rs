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
/// The least room for the longest bar. Where there is less, year and amount stand above each bar, which has the whole width.
const LEAST_ROOM: f64 = 48.0;

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
    let beside = width - YEAR_WIDTH - AMOUNT_WIDTH;
    let is_narrow = beside < LEAST_ROOM;
    let (left, room) = if is_narrow { (0.0, width) } else { (YEAR_WIDTH, beside) };
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
            let text =
                |at: (f64, f64), words: String| Mark::Text { paint: Paint::Label, at, anchor: Anchor::Start, words };
            let top = y;
            let mut of_bar = Vec::new();
            if is_narrow {
                for line in super::wrapped(&format!("{year}: {amount}{note}"), width) {
                    y += LINE_HEIGHT;
                    of_bar.push(text((0.0, y - 4.0), line));
                }
            }
            let middle = y + BAR_ROW / 2.0;
            of_bar.push(Mark::Rect {
                paint: Paint::Price,
                at: (left, middle - BAR_HEIGHT / 2.0),
                size: (length, BAR_HEIGHT),
            });
            if !is_narrow {
                of_bar.push(text((0.0, middle + 5.0), year.to_string()));
                of_bar.push(text((left + length + 6.0, middle + 5.0), format!("{amount}{note}")));
            }
            y += BAR_ROW;
            of_bar.insert(0, Mark::Rect { paint: Paint::Target, at: (0.0, top), size: (width, y - top) });
            marks.push(Mark::Link(Link { to: link(price), label, marks: of_bar, is_repeated: true }));
        }
    }
    Drawing { width, height: y + GAP, marks }
}

/// A price as a coordinate, in whole kroner.
fn float(price: &PostPrice<'_>) -> f64 {
    let kroner = price.price.saturating_mul(rust_decimal::Decimal::ONE_THOUSAND).round();
    u32::try_from(kroner).map_or(0.0, f64::from)
}
