//! The front's chart: what each effort was proposed and granted, all over the same years and on the same scale.

use rust_decimal::Decimal;

use crate::chart::{Anchor, Drawing, Link, Mark, Paint, Scale, coordinate};
use crate::link::{Page, Screen};
use crate::money::Thousands;
use crate::note::{Note, Year};
use crate::notes::Library;
use crate::scenario::Scenario;
use crate::text::Wording;
use crate::timeline::Band;

/// From the top of a band: its name, its bars.
const NAME: f64 = 22.0;
/// The tallest bar; an amount stands above it.
const BARS: f64 = 84.0;
const ROOM_FOR_AMOUNT: f64 = 18.0;
const BETWEEN: f64 = 14.0;
const YEARS: f64 = 24.0;
/// The narrowest bar that has room for its own amount.
const ROOM_ABOVE_A_BAR: f64 = 25.0;
/// The narrowest column that has room for its year.
const ROOM_FOR_A_YEAR: f64 = 40.0;

/// Bars that lead to one note: a proposal, or what was granted.
struct Series<'b> {
    paint: Paint,
    amounts: &'b [(Year, Thousands)],
    link: String,
    label: String,
}

/// The chart; empty where no note has an amount. Its bars lead to the notes and keep the reader's rate for the discounted
/// payback, a share of 1 a year.
#[must_use]
pub fn timeline(library: &Library, bands: &[Band<'_>], rate: Decimal, words: &dyn Wording, width: f64) -> Drawing {
    let all = || bands.iter().flat_map(Band::amounts);
    let years = all().map(|(year, _)| year).min().zip(all().map(|(year, _)| year).max());
    let Some((first, last)) = years else { return Drawing { width, height: 0.0, marks: Vec::new() } };
    let most = all().map(|(_, amount)| amount).max().unwrap_or_default();
    let x = Scale { domain: (f64::from(first), f64::from(last) + 1.0), range: (0.0, width) };
    let mut marks = Vec::new();
    let mut top = 0.0;
    for band in bands {
        let base = top + NAME + ROOM_FOR_AMOUNT + BARS;
        let y = Scale { domain: (0.0, coordinate(most.get())), range: (base, base - BARS) };
        marks.extend(drawn(&series(library, band, rate, words), band.name(words.code()), x, y, top, words));
        marks.push(super::line(Paint::Zero, (0.0, base), (width, base)));
        top = base + BETWEEN;
    }
    let every: u16 = if x.at(f64::from(first) + 1.0) < ROOM_FOR_A_YEAR { 2 } else { 1 };
    let shown = (first..=last).filter(|year| year.saturating_sub(first).is_multiple_of(every));
    marks.extend(shown.map(|year| Mark::Text {
        paint: Paint::Label,
        at: (x.at(f64::from(year) + 0.5), top - BETWEEN + 18.0),
        anchor: Anchor::Middle,
        words: year.to_string(),
    }));
    Drawing { width, height: top - BETWEEN + YEARS, marks }
}

/// What is drawn of a band: each proposal, then what was granted.
fn series<'b>(library: &Library, band: &'b Band<'_>, rate: Decimal, words: &dyn Wording) -> Vec<Series<'b>> {
    let name = band.name(words.code());
    let labels = words.labels();
    let described = |what: &str, note: Note<'_>, prices: &str, amounts: &[(Year, Thousands)]| {
        let amounts: Vec<String> =
            amounts.iter().map(|(year, amount)| format!("{year}: {}", words.millions(*amount))).collect();
        format!("{name}, {what}. {}, {prices}. {}", words.note_name(note), amounts.join(", "))
    };
    let to = |note: Note<'_>| Page::of(Screen::Note, words.language()).link(&Scenario::baseline(note).with_rate(rate));
    let proposals = band.proposals.iter().filter_map(|proposal| {
        let note = library.find(&proposal.variant)?;
        let label = described(labels.proposed, note, &words.prices(note.document), &proposal.amounts);
        Some(Series { paint: Paint::Proposed, amounts: &proposal.amounts, link: to(note), label })
    });
    let document =
        band.granted_in.as_ref().and_then(|id| library.documents().iter().find(|document| document.id == *id));
    let granted = document.and_then(|document| document.notes().next()).map(|note| Series {
        paint: Paint::Cost,
        amounts: &band.granted,
        link: to(note),
        label: described(labels.granted, note, labels.own_prices, &band.granted),
    });
    proposals.chain(granted).collect()
}

fn drawn(series: &[Series<'_>], name: &str, x: Scale, y: Scale, top: f64, words: &dyn Wording) -> Vec<Mark> {
    let column = x.at(x.domain.0 + 1.0) - x.at(x.domain.0);
    let bars_in = |year: Year| series.iter().filter(|own| amount_in(own, year).is_some()).count();
    let years = || series.iter().flat_map(|own| own.amounts.iter().map(|(year, _)| *year));
    let most = years().map(bars_in).max().unwrap_or(1).max(1);
    let slot = column * 0.88 / super::count(most);
    let mut marks = vec![Mark::Text {
        paint: Paint::Name,
        at: (0.0, top + NAME - 8.0),
        anchor: Anchor::Start,
        words: name.to_owned(),
    }];
    for (at, own) in series.iter().enumerate() {
        let mut bars = Vec::new();
        for (year, amount) in own.amounts {
            let before = series.iter().take(at).filter(|other| amount_in(other, *year).is_some()).count();
            let middle = x.at(f64::from(*year) + 0.5);
            let left = middle + slot * (super::count(before) - super::count(bars_in(*year)) / 2.0);
            let upper = y.at(coordinate(amount.get()));
            let wide = (slot - 2.0).max(1.0);
            // The whole height of the band leads there, however low the bar is.
            let tall = y.range.0 - y.range.1 + ROOM_FOR_AMOUNT;
            let at = (left, y.range.0 - tall);
            bars.push(Mark::Rect { paint: Paint::Target, at, size: (slot, tall) });
            bars.push(Mark::Rect { paint: own.paint, at: (left + 1.0, upper), size: (wide, y.range.0 - upper) });
            if slot >= ROOM_ABOVE_A_BAR {
                bars.push(amount_above(*amount, left + slot / 2.0, upper, words));
            }
        }
        marks.push(Mark::Link(Link { to: own.link.clone(), label: own.label.clone(), marks: bars }));
    }
    if slot < ROOM_ABOVE_A_BAR {
        marks.extend(runs(series).into_iter().map(|(first, last, amount)| {
            let middle = f64::midpoint(x.at(f64::from(first)), x.at(f64::from(last) + 1.0));
            amount_above(amount, middle, y.at(coordinate(amount.get())), words)
        }));
    }
    marks
}

fn amount_above(amount: Thousands, middle: f64, upper: f64, words: &dyn Wording) -> Mark {
    let millions = amount.decimal().checked_div(rust_decimal::Decimal::ONE_THOUSAND).unwrap_or_default();
    Mark::Text {
        paint: Paint::Name,
        at: (middle, upper - 5.0),
        anchor: Anchor::Middle,
        words: words.locale().rounded(millions, 1),
    }
}

fn amount_in(series: &Series<'_>, year: Year) -> Option<Thousands> {
    series.amounts.iter().find(|(own, _)| *own == year).map(|(_, amount)| *amount)
}

/// Years in a row with the same largest amount: where bars are narrow, it is written once above them.
fn runs(series: &[Series<'_>]) -> Vec<(Year, Year, Thousands)> {
    let mut years: Vec<Year> = series.iter().flat_map(|own| own.amounts.iter().map(|(year, _)| *year)).collect();
    years.sort_unstable();
    years.dedup();
    let mut runs: Vec<(Year, Year, Thousands)> = Vec::new();
    for year in years {
        let Some(largest) = series.iter().filter_map(|own| amount_in(own, year)).max() else { continue };
        match runs.last_mut() {
            Some((_, last, amount)) if last.saturating_add(1) == year && *amount == largest => *last = year,
            _ => runs.push((year, year, largest)),
        }
    }
    runs
}
