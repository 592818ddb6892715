//! The chart of the overview: the amounts that were proposed and granted for each effort. All efforts share one time
//! axis and one scale.

use rust_decimal::Decimal;

use crate::marks::{Anchor, Drawing, Link, Mark, Paint, Scale, coordinate};
use engine::link::{Page, Screen};
use engine::notes::Library;
use engine::timeline::Band;
use model::evaluate::Perspective;
use model::money::Thousands;
use model::note::{Note, Year};
use model::ordered::each_once;
use model::scenario::{Scenario, Settings};
use words::Words;

/// The height of a band's name, above its bars.
const NAME_HEIGHT: f64 = 22.0;
/// The height of the tallest bar of all.
const TALLEST_BAR: f64 = 84.0;
/// The room above the tallest bar of a band for its amount.
const ROOM_FOR_AMOUNT: f64 = 18.0;
const GAP_BETWEEN_BANDS: f64 = 14.0;
const ROOM_FOR_YEARS: f64 = 24.0;
/// The narrowest bar that has room for an amount of its own.
const MIN_BAR_FOR_AMOUNT: f64 = 25.0;
/// The room that a year takes.
const ROOM_FOR_YEAR: f64 = 40.0;
/// The room between two amounts.
const GAP_BETWEEN_AMOUNTS: f64 = 2.0;

/// Bars that lead to the same note: one proposal, or all that was granted.
struct Series<'b> {
    paint: Paint,
    amounts: &'b [(Year, Thousands)],
    link: String,
    label: String,
}

/// Whether another document has another amount for what was granted in a year.
type IsDisputed<'d> = &'d dyn Fn(&Band<'_>, Year) -> bool;

/// What stands behind an amount that another document contradicts.
const DISPUTED: &str = "†";

/// The chart. It is empty where no note has an amount. Its bars are links to the notes. The links keep the reader's
/// settings.
#[must_use]
pub fn timeline(
    library: &Library,
    bands: &[Band<'_>],
    is_disputed: IsDisputed<'_>,
    settings: Settings,
    words: Words,
    width: f64,
) -> Drawing {
    let amounts = || bands.iter().flat_map(Band::amounts);
    let years = amounts().map(|(year, _)| year).min().zip(amounts().map(|(year, _)| year).max());
    let Some((first, last)) = years else { return Drawing { width, height: 0.0, marks: Vec::new() } };
    let largest = amounts().map(|(_, amount)| amount).max().unwrap_or_default();
    let x = Scale { domain: (f64::from(first), f64::from(last) + 1.0), range: (0.0, width) };
    let height = Scale { domain: (0.0, coordinate(largest.get())), range: (0.0, TALLEST_BAR) };
    let mut marks = Vec::new();
    let mut top = 0.0;
    for band in bands {
        // Each band is as high as its own bars, which have the scale of all.
        let highest = band.amounts().map(|(_, amount)| amount).max().unwrap_or_default();
        let bars_top = top + NAME_HEIGHT + ROOM_FOR_AMOUNT;
        let base = bars_top + height.at(coordinate(highest.get()));
        let y = Scale { domain: (0.0, coordinate(highest.get())), range: (base, bars_top) };
        let all_series = series(library, band, settings, words);
        let is_disputed = |year: Year| is_disputed(band, year);
        marks.extend(band_marks(&all_series, &is_disputed, band.name(words.code()), (x, y, top), words));
        marks.push(super::line(Paint::Zero, (0.0, base), (width, base)));
        top = base + GAP_BETWEEN_BANDS;
    }
    let column = x.at(f64::from(first) + 1.0);
    // A year at either end is wider than a narrow column, and so stands nearer to the next one.
    let nearer = (super::number_width("2018") / 2.0 - column / 2.0).max(0.0);
    let has_room = |every: &u16| column * f64::from(*every) - nearer >= ROOM_FOR_YEAR;
    let label_every = (1..=last.saturating_sub(first)).find(has_room);
    let is_labelled = |year: &Year| year.saturating_sub(first).is_multiple_of(label_every.unwrap_or(Year::MAX));
    let labelled = (first..=last).filter(is_labelled);
    marks.extend(labelled.map(|year| {
        let words = year.to_string();
        let half = super::number_width(&words) / 2.0;
        let middle = x.at(f64::from(year) + 0.5).min(width - half).max(half);
        Mark::Text { paint: Paint::Label, at: (middle, top - GAP_BETWEEN_BANDS + 18.0), anchor: Anchor::Middle, words }
    }));
    Drawing { width, height: top - GAP_BETWEEN_BANDS + ROOM_FOR_YEARS, marks }
}

/// The series of a band: each proposal, then what was granted.
fn series<'b>(library: &Library, band: &'b Band<'_>, settings: Settings, words: Words) -> Vec<Series<'b>> {
    let name = band.name(words.code());
    let labels = words.labels();
    let described = |what: &str, note: Note<'_>, prices: &str, amounts: &[(Year, Thousands)]| {
        let amounts: Vec<String> =
            amounts.iter().map(|(year, amount)| format!("{year}: {}", words.millions(*amount))).collect();
        format!("{name}, {what}. {}, {prices}. {}", words.note_name(note), amounts.join(", "))
    };
    let link_to = |note: Note<'_>| {
        let mut page = Page::of(Screen::Note, words.choice());
        page.see_from(Perspective::of_effort(note.variant, &band.key), note.variant);
        page.link(&Scenario::baseline(note).with_settings(settings))
    };
    let proposals = band.proposals.iter().filter_map(|proposal| {
        let note = library.find(&proposal.variant)?;
        let label = described(labels.overview.proposed, note, &words.prices(note.document), &proposal.amounts);
        Some(Series { paint: Paint::Proposed, amounts: &proposal.amounts, link: link_to(note), label })
    });
    let document =
        band.granted_in.as_ref().and_then(|id| library.documents().iter().find(|document| document.id == *id));
    let granted = document.and_then(|document| document.notes().next()).map(|note| Series {
        paint: Paint::Cost,
        amounts: &band.granted,
        link: link_to(note),
        label: described(labels.overview.granted, note, labels.overview.own_prices, &band.granted),
    });
    proposals.chain(granted).collect()
}

/// The marks of one band: its name, its bars and their amounts.
fn band_marks(
    all_series: &[Series<'_>],
    is_disputed: &dyn Fn(Year) -> bool,
    name: &str,
    (x, y, top): (Scale, Scale, f64),
    words: Words,
) -> Vec<Mark> {
    let column_width = x.at(x.domain.0 + 1.0) - x.at(x.domain.0);
    let bars_in = |year: Year| all_series.iter().filter(|series| amount_in(series, year).is_some()).count();
    let years = || all_series.iter().flat_map(|series| series.amounts.iter().map(|(year, _)| *year));
    let most_bars_in_a_year = years().map(bars_in).max().unwrap_or(1).max(1);
    let slot = column_width * 0.88 / super::float(most_bars_in_a_year);
    let mut marks = vec![Mark::Text {
        paint: Paint::Name,
        at: (0.0, top + NAME_HEIGHT - 8.0),
        anchor: Anchor::Start,
        // Between narrow bars there is no room for more than the amounts.
        words: if slot < MIN_BAR_FOR_AMOUNT {
            let with_years = with_disputed(name, years().filter(|year| is_disputed(*year)), words);
            let has_room = super::text_width(&with_years) <= x.range.1;
            if has_room { with_years } else { name.to_owned() }
        } else {
            name.to_owned()
        },
    }];
    for (series_index, series) in all_series.iter().enumerate() {
        let mut bars = Vec::new();
        for (year, amount) in series.amounts {
            let earlier_series = all_series.iter().take(series_index);
            let bars_before = earlier_series.filter(|earlier| amount_in(earlier, *year).is_some()).count();
            let middle = x.at(f64::from(*year) + 0.5);
            let left = middle + slot * (super::float(bars_before) - super::float(bars_in(*year)) / 2.0);
            let bar_top = y.at(coordinate(amount.get()));
            let bar_width = (slot - 2.0).max(1.0);
            // A reader can press anywhere in the height of the band, even where the bar is low.
            let target_height = y.range.0 - y.range.1 + ROOM_FOR_AMOUNT;
            let target_corner = (left, y.range.0 - target_height);
            bars.push(Mark::Rect { paint: Paint::Target, at: target_corner, size: (slot, target_height) });
            let bar_size = (bar_width, y.range.0 - bar_top);
            bars.push(Mark::Rect { paint: series.paint, at: (left + 1.0, bar_top), size: bar_size });
            if slot >= MIN_BAR_FOR_AMOUNT {
                let mark = if series.paint == Paint::Cost && is_disputed(*year) { DISPUTED } else { "" };
                bars.push(amount_above(*amount, mark, left + slot / 2.0, bar_top, words));
            }
        }
        marks.push(Mark::Link(Link {
            to: series.link.clone(),
            label: series.label.clone(),
            marks: bars,
            is_repeated: true,
        }));
    }
    if slot < MIN_BAR_FOR_AMOUNT {
        // Where even those lie over each other, the table below has them.
        let mut taken = 0.0;
        for (first, last, amount) in runs(all_series) {
            let middle = f64::midpoint(x.at(f64::from(first)), x.at(f64::from(last) + 1.0));
            let mark = amount_above(amount, "", middle, y.at(coordinate(amount.get())), words);
            let Mark::Text { at: (middle, _), words, .. } = &mark else { continue };
            let half = super::number_width(words) / 2.0;
            if middle - half >= taken {
                taken = middle + half + GAP_BETWEEN_AMOUNTS;
                marks.push(mark);
            }
        }
    }
    marks
}

/// A name with the years in which an amount of it is contradicted: "IPS Rusmiddel † 2020–2021".
fn with_disputed(name: &str, years: impl Iterator<Item = Year>, words: Words) -> String {
    let years = each_once(years);
    if years.is_empty() { name.to_owned() } else { format!("{name} {DISPUTED} {}", words.spans_of_years(&years)) }
}

/// The amount in millions, centred above a bar. At the left edge it is wider than a narrow bar.
fn amount_above(amount: Thousands, mark: &str, middle: f64, bar_top: f64, words: Words) -> Mark {
    let millions = amount.decimal().checked_div(Decimal::ONE_THOUSAND).unwrap_or_default();
    let words = format!("{}{mark}", words.locale().rounded(millions, 1));
    let middle = middle.max(super::number_width(&words) / 2.0);
    Mark::Text { paint: Paint::Name, at: (middle, bar_top - 5.0), anchor: Anchor::Middle, words }
}

fn amount_in(series: &Series<'_>, wanted: Year) -> Option<Thousands> {
    series.amounts.iter().find(|(year, _)| *year == wanted).map(|(_, amount)| *amount)
}

/// Runs of consecutive years that have the same largest amount, as first year, last year and amount. Where bars are
/// narrow, the amount is written once above each run.
fn runs(all_series: &[Series<'_>]) -> Vec<(Year, Year, Thousands)> {
    let years = each_once(all_series.iter().flat_map(|series| series.amounts.iter().map(|(year, _)| *year)));
    let mut runs: Vec<(Year, Year, Thousands)> = Vec::new();
    for year in years {
        let Some(largest) = all_series.iter().filter_map(|series| amount_in(series, year)).max() else { continue };
        match runs.last_mut() {
            Some((_, last, amount)) if last.saturating_add(1) == year && *amount == largest => *last = year,
            _ => runs.push((year, year, largest)),
        }
    }
    runs
}
