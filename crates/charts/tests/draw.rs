//! The charts: every mark is where its numbers put it.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]
#![allow(clippy::cast_precision_loss, reason = "amounts are small enough for any of these types")]

use charts::Cumulative;
use charts::map::{Axis, Level, Plot};
use charts::marks::{Anchor, Drawing, Mark, Paint};
use engine::computed::Computed;
use engine::sensitivity::{map, tornado};
use engine::timeline;
use model::evaluate::Perspective;
use model::language::Language;
use model::money::Thousands;
use model::note::{Driver, Note, Reached};
use model::scenario::{Scenario, Settings};
use proptest::prelude::*;
use rust_decimal::Decimal;
use testing::{Any, LIBRARY, any_scenario, driver_ix, outcome, scenario};

const WIDTH: f64 = 640.0;

/// All marks, including those inside links.
fn all_marks(drawing: &Drawing) -> Vec<Mark> {
    let flat = |mark: &Mark| match mark {
        Mark::Link(link) => link.marks.clone(),
        mark => vec![mark.clone()],
    };
    drawing.marks.iter().flat_map(flat).collect()
}

fn texts(drawing: &Drawing) -> Vec<String> {
    let words = |mark: Mark| match mark {
        Mark::Text { words, .. } => Some(words),
        _ => None,
    };
    all_marks(drawing).into_iter().filter_map(words).collect()
}

/// The ends of lines, corners of rectangles, centres of circles and points of texts.
fn coordinates(drawing: &Drawing) -> Vec<(f64, f64)> {
    all_marks(drawing)
        .into_iter()
        .flat_map(|mark| match mark {
            Mark::Line { from, to, .. } => vec![from, to],
            Mark::Path { points, .. } => points,
            Mark::Area { rects, .. } => {
                rects.into_iter().flat_map(|((x, y), (w, h))| [(x, y), (x + w, y + h)]).collect()
            }
            Mark::Rect { at: (x, y), size: (w, h), .. } => vec![(x, y), (x + w, y + h)],
            Mark::Circle { at, .. } | Mark::Text { at, .. } => vec![at],
            Mark::Link(_) => panic!("links are flat"),
        })
        .collect()
}

fn cumulative(now: &Scenario<'_>) -> Cumulative {
    let published = outcome(&Scenario::baseline(now.note()));
    let result = outcome(now);
    let view = |outcome: &model::evaluate::Outcome| outcome.view(Perspective::Total).unwrap().clone();
    let words = words::of(Language::Danish);
    charts::cumulative(
        (&view(&result), &view(&published), &[]),
        (result.years[0], 20, &Reached::JobOrEducation),
        ("dine tal", "notatet"),
        "v=1",
        words,
        (WIDTH, 400.0),
    )
}

fn path(drawing: &Drawing, wanted: Paint) -> Option<Vec<(f64, f64)>> {
    all_marks(drawing).into_iter().find_map(|mark| match mark {
        Mark::Path { paint, points } if paint == wanted => Some(points),
        _ => None,
    })
}

#[test]
fn the_line_starts_at_zero_and_returns_to_zero_at_the_point_of_payback() {
    let chart = cumulative(&scenario("ips-2018", &[]));
    let line = path(&chart.drawing, Paint::Reader).unwrap();
    assert_eq!(line.len(), 6, "the start and the end of five years");
    let zero = line[0].1;
    let point = all_marks(&chart.drawing).into_iter().find_map(|mark| match mark {
        Mark::Circle { paint: Paint::Point, at, .. } => Some(at),
        _ => None,
    });
    let (x, y) = point.expect("payback is marked");
    assert!((y - zero).abs() < 0.01, "the point is on the line at zero");
    // 3,92 years: between the ends of the third and fourth, on the line between them.
    let ((x3, y3), (x4, y4)) = (line[3], line[4]);
    assert!(x3 < x && x < x4 && y3 < zero && y4 > zero);
    assert!(((zero - y3) / (y4 - y3) - (x - x3) / (x4 - x3)).abs() < 0.01);
    assert!(path(&chart.drawing, Paint::Note).is_none(), "as published there is one line");
    assert_eq!(chart.ends[3], (2021, Thousands::new(-54), Thousands::new(-54)));
}

#[test]
fn the_point_says_where_only_what_is_left_afterwards_pays_back() {
    let name = |changes: &[(&str, &str)]| {
        let texts =
            all_marks(&cumulative(&scenario("ips-2018", changes)).drawing).into_iter().filter_map(|mark| match mark {
                Mark::Text { paint: Paint::PointName, words, .. } => Some(words),
                _ => None,
            });
        texts.collect::<Vec<_>>()
    };
    assert_eq!(name(&[]), ["tjent hjem i 2021"]);
    assert_eq!(name(&[("caseload", "20")]), ["tjent hjem i 2023,", "først efter indsatsen, hvis nogle bliver i job"]);
}

#[test]
fn a_changed_line_has_the_line_of_the_note_behind_it() {
    let chart = cumulative(&scenario("ips-2018", &[("caseload", "20")]));
    assert!(chart.differs);
    let (reader, note) = (path(&chart.drawing, Paint::Reader).unwrap(), path(&chart.drawing, Paint::Note).unwrap());
    assert_eq!(reader.len(), note.len());
    assert!(reader[4].1 < note[4].1, "more is spent, so the line is higher");
}

#[test]
fn the_timeline_draws_every_amount_once_and_to_scale() {
    let bands = timeline::bands(LIBRARY.documents());
    let drawing =
        charts::timeline(&LIBRARY, &bands, &|_, _| false, Settings::default(), words::of(Language::Danish), 1200.0);
    let amounts: Vec<i64> =
        bands.iter().flat_map(engine::timeline::Band::amounts).map(|(_, amount)| amount.get()).collect();
    let mut bars: Vec<f64> = all_marks(&drawing)
        .into_iter()
        .filter_map(|mark| match mark {
            Mark::Rect { paint: Paint::Proposed | Paint::Cost, size, .. } => Some(size.1),
            _ => None,
        })
        .collect();
    assert_eq!(bars.len(), amounts.len());
    let most = *amounts.iter().max().unwrap() as f64;
    let mut heights: Vec<f64> = amounts.iter().map(|amount| *amount as f64 / most).collect();
    let tallest = bars.iter().copied().fold(0.0, f64::max);
    bars.sort_by(f64::total_cmp);
    heights.sort_by(f64::total_cmp);
    for (bar, height) in bars.iter().zip(heights) {
        assert!((bar / tallest - height).abs() < 0.001);
    }
    let years: Vec<String> = (2018..=2029).map(|year: u16| year.to_string()).collect();
    assert!(years.iter().all(|year| texts(&drawing).contains(year)), "{:?}", texts(&drawing));
}

#[test]
fn the_timeline_marks_the_granted_amounts_that_another_document_contradicts() {
    let bands = timeline::bands(LIBRARY.documents());
    let marked = |width: f64| {
        let is_disputed = |band: &timeline::Band<'_>, year: u16| band.key == "ips" && year == 2020;
        let words = words::of(Language::Danish);
        let drawing = charts::timeline(&LIBRARY, &bands, &is_disputed, Settings::default(), words, width);
        texts(&drawing).into_iter().filter(|text| text.contains('†')).collect::<Vec<_>>()
    };
    let on_its_bar = marked(1200.0);
    assert!(on_its_bar.len() == 1 && on_its_bar[0].ends_with('†'), "{on_its_bar:?}");
    assert_eq!(marked(288.0), ["IPS Rusmiddel † 2020"], "where bars are narrow, the year stands beside the name");
}

#[test]
fn the_tornado_is_widest_on_top_and_leaves_out_what_moves_nothing() {
    const KEY_BOTTOM: f64 = 20.0;
    let here = scenario("ips-2018", &[("caseload", "20")]);
    let bars = tornado(&here, Perspective::Total).unwrap();
    let net = outcome(&here).view(Perspective::Total).unwrap().net.iter().copied().sum();
    let drawing =
        charts::tornado(here.note().variant, &bars, net, &|_, _| String::new(), words::of(Language::Danish), WIDTH);
    let mut rows: Vec<(f64, f64)> = Vec::new();
    for mark in all_marks(&drawing) {
        if let Mark::Rect { paint: Paint::Cost | Paint::Saving, at, size } = mark
            && at.1 > KEY_BOTTOM
        {
            match rows.last_mut() {
                Some((top, wide)) if (*top - at.1).abs() < 0.01 => *wide += size.0,
                _ => rows.push((at.1, size.0)),
            }
        }
    }
    assert_eq!(rows.len(), bars.iter().filter(|bar| bar.swing != Thousands::ZERO).count());
    for (bar, (_, wide)) in bars.iter().zip(&rows) {
        let expected = rows[0].1 * bar.swing.get() as f64 / bars[0].swing.get() as f64;
        // Where both ends lie on one side, they overlap.
        assert!(*wide >= expected - 0.5, "{wide} for a swing of {:?}", bar.swing);
    }
}

#[test]
fn the_tornado_names_every_driver_in_full_on_a_phone() {
    const PHONE: f64 = 288.0;
    for note in LIBRARY.notes() {
        let here = Scenario::baseline(note);
        let bars = tornado(&here, Perspective::Total).unwrap();
        for language in Language::ALL {
            let words = words::of(language);
            let drawing = charts::tornado(note.variant, &bars, Thousands::ZERO, &|_, _| String::new(), words, PHONE);
            let all: Vec<String> = texts(&drawing);
            assert!(all.iter().all(|text| !text.contains('…')), "{all:?}");
            for bar in bars.iter().filter(|bar| bar.swing != Thousands::ZERO) {
                let name = words.driver_name(note.variant.driver(bar.ix).unwrap());
                assert!(name.split(' ').all(|word| all.iter().any(|text| text.contains(word))), "{name} of {all:?}");
            }
            let names = drawing.marks.iter().filter_map(|mark| match mark {
                Mark::Text { paint: Paint::Name, at, .. } => Some(at.1),
                _ => None,
            });
            let mut lines: Vec<f64> = names.collect();
            lines.sort_by(f64::total_cmp);
            assert!(lines.windows(2).all(|pair| pair[1] - pair[0] >= 15.0), "{lines:?}");
            assert!(lines.iter().all(|line| *line < drawing.height), "{lines:?}");
        }
    }
}

#[test]
fn every_square_of_the_map_is_painted_once_and_can_be_pointed_at() {
    let here = scenario("ips-2018", &[("caseload", "20")]);
    let (x, y) = (driver_ix(&here, "caseload"), driver_ix(&here, "effect"));
    let grid = map(&here, x, y, Perspective::Total).unwrap();
    let driver = |ix| here.note().variant.driver(ix).unwrap();
    let axis = |ix| Axis { name: "", unit: driver(ix).unit, baseline: driver(ix).value, now: here.value(ix).unwrap() };
    let drawing = charts::map::map(&grid, [axis(x), axis(y)], None, words::of(Language::Danish), WIDTH);
    let areas = all_marks(&drawing).into_iter().filter_map(|mark| match mark {
        Mark::Area { rects, .. } => Some(rects),
        _ => None,
    });
    let painted: f64 = areas.flatten().map(|(_, (w, h))| w * h).sum();
    let plot = Plot::new(&grid, WIDTH);
    assert_eq!(plot.square_at(76.5, 300.0 + 25.5), Some((0, 0)), "the lower left corner");
    assert_eq!(plot.square_at(619.5, 26.5), Some((100, 100)), "the upper right corner");
    assert_eq!(plot.square_at(10.0, 100.0), None, "beside the map");
    assert!((painted - (640.0 - 76.0 - 20.0) * 300.0).abs() < 1.0, "{painted}");
    for point in &grid.cells {
        assert_eq!(Level::of_grid(&grid).iter().filter(|level| level.contains(*point)).count(), 1, "{point:?}");
    }
}

#[test]
fn the_values_along_a_map_are_round_and_stand_at_their_squares() {
    let here = scenario("ips-2018", &[]);
    let (x, y) = (driver_ix(&here, "caseload"), driver_ix(&here, "effect"));
    let grid = map(&here, x, y, Perspective::Total).unwrap();
    let driver = |ix| here.note().variant.driver(ix).unwrap();
    let axis = |ix| Axis { name: "", unit: driver(ix).unit, baseline: driver(ix).value, now: here.value(ix).unwrap() };
    let drawing = charts::map::map(&grid, [axis(x), axis(y)], None, words::of(Language::Danish), WIDTH);
    let of_axis = |is_across: bool| -> Vec<(String, f64)> {
        let label = |mark| match mark {
            Mark::Text { paint: Paint::Label, at: (x, y), anchor, words } => {
                (is_across == (anchor == Anchor::Middle)).then_some((words, if is_across { x } else { y - 4.0 }))
            }
            _ => None,
        };
        all_marks(&drawing).into_iter().filter_map(label).collect()
    };
    let texts = |labels: &[(String, f64)]| labels.iter().map(|(text, _)| text.clone()).collect::<Vec<_>>();
    let (across, up) = (of_axis(true), of_axis(false));
    assert_eq!(texts(&across), ["10", "20", "30", "40", "50"]);
    assert_eq!(texts(&up), ["0", "10", "20", "30", "40", "50"]);
    let plot = Plot::new(&grid, WIDTH);
    for (text, at) in across {
        let (column, _) = plot.square_at(at, 100.0).unwrap();
        let apart = grid.x[column] - text.parse::<Decimal>().unwrap();
        assert!(apart.abs() < Decimal::ONE, "{text} stands at {}", grid.x[column]);
    }
}

#[test]
fn the_longest_value_beside_a_map_has_room() {
    let here = scenario("ips-2018", &[]);
    let (x, y) = (driver_ix(&here, "effect"), driver_ix(&here, "pay-lead"));
    let grid = map(&here, x, y, Perspective::Total).unwrap();
    let driver = |ix| here.note().variant.driver(ix).unwrap();
    let axis = |ix| Axis { name: "", unit: driver(ix).unit, baseline: driver(ix).value, now: here.value(ix).unwrap() };
    let drawing = charts::map::map(&grid, [axis(x), axis(y)], None, words::of(Language::Danish), WIDTH);
    let mut longest = 0;
    for mark in all_marks(&drawing) {
        if let Mark::Text { at, anchor: Anchor::End, words, .. } = mark {
            longest = longest.max(words.chars().count());
            assert!(words.chars().count() as f64 * 7.5 <= at.0, "{words} ends at {}", at.0);
        }
    }
    assert_eq!(longest, "1.500.000".len());
}

/// The estimated bounding box of a name or a circle: left, top, right and bottom.
fn bounding_box(mark: &Mark) -> Option<(f64, f64, f64, f64)> {
    match mark {
        Mark::Circle { at: (x, y), radius, .. } => Some((x - radius, y - radius, x + radius, y + radius)),
        Mark::Text { paint: Paint::Name, at: (x, y), anchor, words } => {
            let wide = words.chars().count() as f64 * 7.5;
            let left = if *anchor == Anchor::End { x - wide } else { *x };
            Some((left, y - 11.0, left + wide, y + 3.0))
        }
        _ => None,
    }
}

#[test]
fn neither_point_of_a_map_hides_the_name_of_the_other() {
    let here = scenario("ips-2018", &[]);
    let (x, y) = (driver_ix(&here, "caseload"), driver_ix(&here, "effect"));
    let grid = map(&here, x, y, Perspective::Total).unwrap();
    let driver = |ix| here.note().variant.driver(ix).unwrap();
    let mut drawn = 0;
    let squares = || (0..grid.x.len()).step_by(4).flat_map(|x| (0..grid.y.len()).step_by(4).map(move |y| (x, y)));
    for (width, (across, up)) in
        [WIDTH, 328.0].into_iter().flat_map(|width| squares().map(move |square| (width, square)))
    {
        let axis = |ix, now| Axis { name: "", unit: driver(ix).unit, baseline: driver(ix).value, now };
        let axes = [axis(x, grid.x[across]), axis(y, grid.y[up])];
        let drawing = charts::map::map(&grid, axes, None, words::of(Language::Danish), width);
        let marks = all_marks(&drawing);
        let circles: Vec<usize> =
            (0..marks.len()).filter(|index| matches!(marks[*index], Mark::Circle { .. })).collect();
        let [first, second] = circles[..] else { continue };
        drawn += 1;
        // The mark after a circle is its name.
        let name_box = |circle: usize| bounding_box(&marks[circle + 1]).unwrap();
        let pairs = [(name_box(first), name_box(second)), (name_box(second), bounding_box(&marks[first]).unwrap())];
        for (name, other) in pairs {
            let apart = name.2 <= other.0 || other.2 <= name.0 || name.3 <= other.1 || other.3 <= name.1;
            assert!(apart, "{name:?} and {other:?} with the reader at {across}, {up}");
        }
        for (left, top, right, bottom) in [name_box(first), name_box(second)] {
            assert!(left >= 0.0 && right <= width && top >= 0.0 && bottom <= 330.0, "{left} {top} {right} {bottom}");
        }
    }
    assert!(drawn > 1000, "{drawn}");
}

#[test]
fn a_map_of_costs_has_a_level_for_every_net() {
    let here = scenario("bi10-2026", &[]);
    let (x, y) = (driver_ix(&here, "caseload"), driver_ix(&here, "pay-ips"));
    let grid = map(&here, x, y, Perspective::Total).unwrap();
    let levels = Level::of_grid(&grid);
    assert!(levels.len() <= 7 && levels.iter().all(|level| matches!(level, Level::Net(..))), "{levels:?}");
    for point in &grid.cells {
        assert_eq!(levels.iter().filter(|level| level.contains(*point)).count(), 1, "{point:?}");
    }
}

/// The numbers of a drawing with their estimated boxes, in letters as wide as those of `DejaVu`: left, right and base.
fn numbers(drawing: &Drawing) -> Vec<(String, f64, f64, f64)> {
    let of_text = |mark: Mark| match mark {
        Mark::Text { paint, at: (x, y), anchor, words } => {
            let is_mark = |letter: char| letter.is_whitespace() || matches!(letter, '.' | ',' | '/');
            let is_number = words.starts_with(|first: char| first.is_ascii_digit() || first == '−');
            let digit = if paint == Paint::Label { 8.3 } else { 9.0 };
            let width: f64 = words
                .chars()
                .map(|letter| match letter {
                    _ if is_mark(letter) => 4.9,
                    // The letters of a unit are narrower than digits.
                    _ if letter.is_alphabetic() => 7.2,
                    _ => digit,
                })
                .sum();
            let left = match anchor {
                Anchor::Start => x,
                Anchor::Middle => x - width / 2.0,
                Anchor::End => x - width,
            };
            is_number.then_some((words, left, left + width, y))
        }
        _ => None,
    };
    all_marks(drawing).into_iter().filter_map(of_text).collect()
}

/// Fails where a number is cut at an edge of the drawing, or two numbers lie over each other.
fn assert_numbers_have_room(drawing: &Drawing, what: &str) {
    let numbers = numbers(drawing);
    for (index, (words, left, right, base)) in numbers.iter().enumerate() {
        assert!(*left >= -1.0 && *right <= drawing.width + 1.0, "{what}: {words} from {left} to {right}");
        for (other, other_left, other_right, other_base) in &numbers[index + 1..] {
            let apart = right <= other_left || other_right <= left || (base - other_base).abs() > 11.0;
            assert!(apart, "{what}: {words} lies over {other}, {left} to {right} and {other_left} to {other_right}");
        }
    }
}

/// Every driver of a note at the least or the greatest value that is accepted.
fn extreme(note: Note<'static>, is_greatest: bool) -> Scenario<'static> {
    let mut scenario = Scenario::baseline(note);
    for (ix, driver) in note.variant.drivers() {
        let (low, high) = driver.unit.bounds();
        let _ = scenario.set(ix, if is_greatest { high } else { low });
    }
    scenario
}

#[test]
fn the_timeline_has_room_for_its_numbers_in_letters_of_double_size() {
    let bands = timeline::bands(LIBRARY.documents());
    for (language, width) in
        Language::ALL.into_iter().flat_map(|language| [120.0, 144.0, 164.0, 200.0].map(|width| (language, width)))
    {
        let words = words::of(language);
        let front = charts::timeline(&LIBRARY, &bands, &|_, _| true, Settings::default(), words, width);
        assert_numbers_have_room(&front, &format!("the front, {width} wide"));
        assert!(texts(&front).contains(&"2018".to_owned()), "{:?}", texts(&front));
    }
}

#[test]
fn numbers_have_room_in_every_chart_however_long_they_are() {
    let borrowing = LIBRARY.notes().filter_map(|note| LIBRARY.with_savings(&note.variant.id));
    let mut scenarios = Vec::new();
    for note in LIBRARY.notes().chain(borrowing) {
        scenarios.extend([Scenario::baseline(note), extreme(note, false), extreme(note, true)]);
        for (ix, driver) in note.variant.drivers() {
            for value in [driver.unit.bounds().0, driver.unit.bounds().1] {
                let mut one = Scenario::baseline(note);
                if one.set(ix, value).is_ok() {
                    scenarios.push(one);
                }
            }
        }
    }
    let bands = timeline::bands(LIBRARY.documents());
    for (language, width) in
        Language::ALL.into_iter().flat_map(|language| [246.0, 288.0, 700.0].map(|width| (language, width)))
    {
        let words = words::of(language);
        let front = charts::timeline(&LIBRARY, &bands, &|_, _| true, Settings::default(), words, width);
        assert_numbers_have_room(&front, &format!("the front, {width} wide"));
        for scenario in &scenarios {
            let what = format!("{} in {}, {width} wide", link_of(scenario), language.code());
            let (now, note) =
                (Computed::of(scenario.clone()).unwrap(), Computed::of(Scenario::baseline(scenario.note())).unwrap());
            let view = |computed: &Computed<'_>| computed.outcome.view(Perspective::Total).unwrap().clone();
            let lines = charts::cumulative(
                (&view(&now), &view(&note), &[]),
                (now.outcome.years[0], 20, scenario.note().variant.reached()),
                ("dine tal", "notatet"),
                "v=1",
                words,
                (width, 400.0),
            );
            assert_numbers_have_room(&lines.drawing, &format!("the line of {what}"));
            assert_numbers_have_room(
                &charts::costs_by_year(&now, &note, Perspective::Total, words, (width, 400.0)),
                &format!("the bars of {what}"),
            );
            let Ok(bars) = tornado(scenario, Perspective::Total) else { continue };
            let net = view(&now).net.iter().copied().sum();
            let chart = charts::tornado(scenario.note().variant, &bars, net, &|_, _| String::new(), words, width);
            assert_numbers_have_room(&chart, &format!("the tornado of {what}"));
        }
    }
}

#[test]
fn numbers_have_room_along_a_map_of_any_two_drivers() {
    for note in LIBRARY.notes() {
        let here = extreme(note, true);
        let drivers: Vec<_> = note.variant.drivers().collect();
        for ((x, across), (y, up)) in drivers.iter().zip(drivers.iter().skip(1)) {
            let Ok(grid) = map(&here, *x, *y, Perspective::Total) else { continue };
            let axis = |ix, driver: &'static Driver| Axis {
                name: "",
                unit: driver.unit,
                baseline: driver.value,
                now: here.value(ix).unwrap(),
            };
            for width in [246.0, 640.0] {
                let axes = [axis(*x, across), axis(*y, up)];
                let drawing = charts::map::map(&grid, axes, None, words::of(Language::Danish), width);
                let what = format!("{}: {} across, {} up, {width} wide", note.variant.id, across.id, up.id);
                assert_numbers_have_room(&drawing, &what);
            }
        }
    }
}

/// What differs from the note, for messages.
fn link_of(scenario: &Scenario<'_>) -> String {
    let drivers = scenario.note().variant.drivers();
    let changed = drivers.filter(|(ix, driver)| scenario.value(*ix) != Some(driver.value));
    let values = changed.map(|(ix, driver)| format!("{} {}", driver.id, scenario.value(ix).unwrap()));
    format!("{} with {}", scenario.note().variant.id, values.collect::<Vec<_>>().join(", "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_mark_is_inside_the_chart_at_finite_coordinates(Any(scenario) in any_scenario()) {
        let chart = cumulative(&scenario);
        for (x, y) in coordinates(&chart.drawing) {
            prop_assert!(x.is_finite() && y.is_finite());
            prop_assert!(x >= -1.0 && (-1.0..=chart.drawing.height + 1.0).contains(&y), "{} {}", x, y);
        }
    }
}

/// The text that a scanner reads from the QR code of a text. The code is painted with one pixel per unit of the
/// drawing.
fn scanned(text: &str) -> Option<String> {
    const SIDE: usize = 500;
    let drawing = charts::qr(text, 500.0)?;
    let [Mark::Rect { paint: Paint::CodeGround, .. }, Mark::Area { paint: Paint::Code, rects }] = &drawing.marks[..]
    else {
        panic!("{drawing:?}")
    };
    let is_dark = |x: f64, y: f64| {
        rects.iter().any(|((left, top), (width, height))| {
            (*left..left + width).contains(&x) && (*top..top + height).contains(&y)
        })
    };
    let middle = |pixel: usize| f64::from(u32::try_from(pixel).unwrap()) + 0.5;
    let brightness = |pixel: usize| if is_dark(middle(pixel % SIDE), middle(pixel / SIDE)) { 0 } else { 255 };
    let pixels: Vec<u8> = (0..SIDE * SIDE).map(brightness).collect();
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(SIDE, SIDE, |x, y| pixels[y * SIDE + x]);
    let grids = image.detect_grids();
    grids.first().map(|grid| grid.decode().expect("the code can be read").1)
}

#[test]
fn a_qr_code_reads_as_the_link_in_it() {
    for link in [
        "https://eksempel.dk/#v=1",
        "https://eksempel.dk/indsats/#v=1&saw=4.-2159&title=F~e6~rre_sager&note=ips-2018&caseload=20&effect=20.5",
    ] {
        assert_eq!(scanned(link).as_deref(), Some(link));
    }
    assert_eq!(charts::qr(&"x".repeat(3000), 500.0), None, "no code holds so much");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// The words on the grounds of the small picture never lie on a line, however the line runs.
    #[test]
    fn no_words_lie_on_a_line_of_the_small_picture(Any(scenario) in any_scenario(), width in 300.0..900.0_f64) {
        let (now, baseline) =
            (Computed::of(scenario.clone()).unwrap(), Computed::of(Scenario::baseline(scenario.note())).unwrap());
        let words = words::of(Language::Danish);
        let drawing = charts::glance((&now, &baseline), Perspective::Total, words, (width, 176.0));
        let grounds = [words.labels().chart.more_spent, words.labels().chart.more_saved];
        let mut points: Vec<(f64, f64)> = Vec::new();
        for mark in &drawing.marks {
            if let Mark::Path { points: line, .. } = mark {
                for (from, to) in line.iter().zip(line.iter().skip(1)) {
                    points.extend((0..=20).map(|step| {
                        let part = f64::from(step) / 20.0;
                        (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part)
                    }));
                }
            }
        }
        for mark in &drawing.marks {
            let Mark::Text { at: (x, y), anchor, words, .. } = mark else { continue };
            if grounds.contains(&words.as_str()) {
                let letters = words.chars().count() as f64 * 7.0;
                let left = if *anchor == Anchor::End { x - letters } else { *x };
                let is_on = |(px, py): &&(f64, f64)| *px > left && *px < left + letters && *py > y - 11.0 && *py < y + 3.0;
                prop_assert_eq!(points.iter().find(is_on), None, "{} at {:?}", words, (x, y));
                prop_assert!(y - 11.0 > 0.0 && *y < 162.0, "{} is in the picture: {:?}", words, (x, y));
            }
        }
    }
}

#[test]
fn a_high_picture_beside_the_answer_says_what_it_shows_and_a_low_one_has_no_room() {
    let business_case = Computed::of(scenario("ips-2018", &[])).unwrap();
    let said = |height| {
        let words = words::of(Language::Danish);
        texts(&charts::glance((&business_case, &business_case), Perspective::Total, words, (770.0, height)))
    };
    let high = ["2018", "2022", "brugt mere end sparet", "sparet mere end brugt", "tjent hjem i 2021"];
    let mut seen = said(176.0);
    seen.sort();
    assert_eq!(seen, high);
    assert_eq!(said(68.0), ["2018", "2022"]);
}

/// The words of a drawing with their estimated boxes, in letters somewhat narrower than those of `DejaVu`: left, top, right, bottom.
fn word_boxes(drawing: &Drawing) -> Vec<(String, [f64; 4])> {
    let of_text = |mark: Mark| match mark {
        Mark::Text { at: (x, y), anchor, words, .. } => {
            let width = words.chars().count() as f64 * 7.0;
            let left = match anchor {
                Anchor::Start => x,
                Anchor::Middle => x - width / 2.0,
                Anchor::End => x - width,
            };
            Some((words, [left, y - 10.0, left + width, y + 3.0]))
        }
        _ => None,
    };
    all_marks(drawing).into_iter().filter_map(of_text).collect()
}

/// Points on the lines of a drawing, close to each other.
fn points_on_lines(drawing: &Drawing) -> Vec<(f64, f64)> {
    let mut points = Vec::new();
    for mark in &drawing.marks {
        if let Mark::Path { paint: Paint::Reader | Paint::Note, points: line } = mark {
            for (from, to) in line.iter().zip(line.iter().skip(1)) {
                points.extend((0..=40).map(|step| {
                    let part = f64::from(step) / 40.0;
                    (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part)
                }));
            }
        }
    }
    points
}

/// Fails where the name of a line, of a ground or of the point lies on a line or on other words.
fn assert_names_are_free(drawing: &Drawing, names: &[&str], what: &str) {
    let boxes = word_boxes(drawing);
    let points = points_on_lines(drawing);
    let is_name = |words: &str| names.iter().any(|name| words.starts_with(name));
    for (index, (words, [left, top, right, bottom])) in boxes.iter().enumerate() {
        if !is_name(words) {
            continue;
        }
        let is_on = |(x, y): &&(f64, f64)| x > left && x < right && y > top && y < bottom;
        assert_eq!(points.iter().find(is_on), None, "{what}: a line goes through {words}");
        for (other_index, (other, [other_left, other_top, other_right, other_bottom])) in boxes.iter().enumerate() {
            let apart = right <= other_left || other_right <= left || bottom <= other_top || other_bottom <= top;
            assert!(apart || index == other_index, "{what}: {words} lies on {other}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_name_of_the_cumulative_chart_lies_on_a_line_or_on_other_words(Any(scenario) in any_scenario(), width in 288.0..900.0_f64) {
        let (result, published) = (outcome(&scenario), outcome(&Scenario::baseline(scenario.note())));
        let view = |outcome: &model::evaluate::Outcome| outcome.view(Perspective::Total).unwrap().clone();
        for language in Language::ALL {
            let words = words::of(language);
            let labels = words.labels();
            let names = [labels.chart.chart_changed, labels.chart.chart_note, labels.chart.more_spent, labels.chart.more_saved, labels.chart.paid_back_in, labels.figures.by_the_rest];
            let chart = charts::cumulative(
                (&view(&result), &view(&published), &[]),
                (result.years[0], 20, &Reached::JobOrEducation),
                (labels.chart.chart_changed, labels.chart.chart_note),
                "v=1",
                words,
                (width, 400.0),
            );
            let what = format!("{}, {width} wide", link_of(&scenario));
            assert_names_are_free(&chart.drawing, &names, &what);
            if chart.differs {
                let shown = texts(&chart.drawing);
                prop_assert!(names[..2].iter().all(|name| shown.iter().any(|text| text == name)), "{}: {:?}", what, shown);
            }
        }
    }
}

#[test]
fn amounts_of_two_scenarios_side_by_side_can_be_told_apart_on_a_phone() {
    let (left, right) = (scenario("bi10-2026", &[("caseload", "20")]), scenario("bi10-2026", &[]));
    let [left, right] = [left, right].map(|scenario| Computed::of(scenario).unwrap());
    let costs = engine::compare::yearly_costs(&left, &right).unwrap();
    let names = engine::compare::Pair { left: String::from("a"), right: String::from("b") };
    let words = words::of(Language::Danish);
    let drawing = charts::costs_side_by_side(&costs.years, &costs.costs, &names, words, (328.0, 400.0));
    assert_numbers_have_room(&drawing, "two scenarios");
    let first: Vec<String> = texts(&drawing).into_iter().filter(|text| text.contains(',')).take(2).collect();
    assert!(first.len() == 2 && first[0] != first[1], "{first:?}");
}

#[test]
fn a_small_picture_of_equal_years_says_what_each_of_them_costs() {
    let here = Computed::of(scenario("bi11-2026-s1", &[])).unwrap();
    let picture =
        |width| charts::glance((&here, &here), Perspective::Total, words::of(Language::Danish), (width, 68.0));
    let said = texts(&picture(328.0));
    assert!(said.iter().any(|text| text.starts_with("Udgift om året: ")), "{said:?}");
    let narrow = texts(&picture(160.0));
    assert!(narrow.len() > 2 && narrow.iter().all(|text| !text.contains(':')), "{narrow:?}");
}

#[test]
fn a_small_picture_says_what_is_dashed_once_something_is() {
    let words = words::of(Language::Danish);
    let dashed = |note: &str, changes: &[(&str, &str)], width: f64| {
        let (now, baseline) =
            (Computed::of(scenario(note, changes)).unwrap(), Computed::of(scenario(note, &[])).unwrap());
        let drawing = charts::glance((&now, &baseline), Perspective::Total, words, (width, 68.0));
        assert_names_are_free(&drawing, &["2018", "stiplet: som notatet"], note);
        texts(&drawing).into_iter().filter(|text| text.starts_with("stiplet")).collect::<Vec<_>>()
    };
    for (note, driver, value) in [("ips-2018", "caseload", "20"), ("bi11-2026-s1", "caseload", "20")] {
        assert_eq!(dashed(note, &[(driver, value)], 328.0), ["stiplet: som notatet"], "{note}");
        assert_eq!(dashed(note, &[], 328.0), [""; 0], "{note}");
        assert_eq!(dashed(note, &[(driver, value)], 200.0), [""; 0], "there is no room");
    }
}

#[test]
fn the_tornado_says_what_its_colours_and_its_line_are() {
    for language in Language::ALL {
        let words = words::of(language);
        let labels = words.labels();
        let here = scenario("ips-2018", &[]);
        let bars = tornado(&here, Perspective::Total).unwrap();
        let drawing = charts::tornado(here.note().variant, &bars, Thousands::ZERO, &|_, _| String::new(), words, 288.0);
        let key = [labels.chart.costs_more, labels.chart.saves_more, labels.hangs_on.now];
        assert_names_are_free(&drawing, &key, "the key");
        let said = texts(&drawing);
        assert!(key.iter().all(|name| said.iter().any(|text| text == name)), "{said:?}");
        for (words, [_, _, right, _]) in word_boxes(&drawing) {
            assert!(right <= 288.0 || !key.contains(&words.as_str()), "{words} ends at {right}");
        }
    }
}

/// A payback that comes only by what lasts is named in both charts, and its name speaks of a job only where people reach one.
#[test]
fn the_name_of_a_payback_by_what_lasts_speaks_of_a_job_only_where_people_reach_one() {
    let now = Computed::of(scenario("ips-2018", &[("years", "3"), ("caseload", "24")])).unwrap();
    let view = now.outcome.view(Perspective::Total).unwrap();
    let words = words::of(Language::Danish);
    let named = |reached: &Reached| {
        let chart = charts::cumulative(
            (view, view, &[]),
            (now.outcome.years[0], 20, reached),
            ("", ""),
            "v=1",
            words,
            (WIDTH, 400.0),
        );
        texts(&chart.drawing).join(" ")
    };
    let [job, other] = [named(&Reached::JobOrEducation), named(&Reached::Various)];
    assert!(job.contains("først efter indsatsen, hvis nogle bliver i job"), "{job}");
    assert!(other.contains("først efter indsatsen, hvis resteffekten holder"), "{other}");
}
