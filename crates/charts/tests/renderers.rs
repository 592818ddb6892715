//! Saved pictures in two programs that are no browsers: `CairoSVG`, which knows SVG 1.1 and little else, and `LibreOffice`.
//!
//! `make audit` runs this.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use charts::marks::svg::{self, Caption};
use charts::marks::{Anchor, Drawing, Mark, Paint};
use engine::answer::{answer, difference};
use engine::computed::Computed;
use engine::link::{Page, Screen};
use engine::sensitivity::tornado;
use model::evaluate::Perspective;
use model::language::Language;
use model::scenario::Scenario;
use rust_decimal::Decimal;
use testing::{computed, every_note};
use words::Words;

/// The widths of a chart: as it is saved from anywhere, and as the tornado is on a narrow phone.
const WIDTHS: [f64; 2] = [720.0, 328.0];
const HEIGHT: f64 = 420.0;

/// A scenario in which six numbers have their largest value, so that all words around the chart are long.
fn six_changes(scenario: &Scenario<'static>) -> Scenario<'static> {
    let mut changed = scenario.clone();
    for (ix, driver) in scenario.note().variant.drivers().filter(|(_, driver)| !driver.is_master()).take(6) {
        let (low, high) = driver.unit.bounds();
        let digits = driver.unit.decimals_in_model();
        let odd = high * Decimal::new(98_765, 5);
        let _ = changed.set(ix, odd.round_dp(digits).clamp(low, high));
    }
    changed
}

/// A chart as the page saves it.
fn captioned(
    drawing: Drawing,
    now: &Computed<'static>,
    baseline: &Computed<'static>,
    chart: &str,
    words: Words,
) -> Drawing {
    let perspective = Perspective::Total;
    let changed = difference(now, baseline, perspective).map(|facts| words.changed_from_note(&facts));
    let link = Page::of(Screen::Note, Language::Danish).link(&now.scenario);
    let address = format!("https://budget.example.kommune.dk/socialforvaltningen/indsatsregner/#{link}");
    let caption = Caption {
        title: words.answer(&answer(now, perspective)).text(),
        subtitles: vec![changed.unwrap_or_default(), chart.to_owned()],
        notes: vec![format!("Tal fra Københavns Kommune: {}", words.source_of(now.note())), address],
    };
    svg::with_caption(drawing, &caption)
}

/// The cumulative chart and the tornado of a scenario, captioned.
fn drawings(scenario: &Scenario<'static>, width: f64) -> Vec<Drawing> {
    let words = words::of(Language::Danish);
    let (now, baseline) = (computed(scenario), computed(&Scenario::baseline(scenario.note())));
    let view = |computed: &Computed<'static>| computed.outcome.view(Perspective::Total).expect("a view").clone();
    let first = now.outcome.years[0];
    let chart = charts::cumulative(
        (&view(&now), &view(&baseline), &[]),
        (first, now.scenario.horizon().years(), now.note().variant.reached()),
        (words.labels().chart.chart_changed, words.labels().chart.chart_note),
        "v=1",
        words,
        (width, HEIGHT),
    );
    let variant = scenario.note().variant;
    let bars = tornado(scenario, Perspective::Total).expect("a tornado");
    let net = view(&now).net.iter().copied().sum();
    let tornado = charts::tornado(variant, &bars, net, &|_, _| "v=1".to_owned(), words, width);
    let labels = words.labels();
    vec![
        captioned(chart.drawing, &now, &baseline, labels.chart.chart, words),
        captioned(tornado, &now, &baseline, labels.sensitivity.tornado, words),
    ]
}

/// The places of the texts in a drawing, with their words: a box that surely holds a part of the letters, whatever the font.
fn texts(marks: &[Mark]) -> Vec<(String, Paint, String)> {
    let mut texts = Vec::new();
    for mark in marks {
        match mark {
            Mark::Text { paint, at: (x, y), anchor, words } => {
                let left = match anchor {
                    Anchor::Start => *x,
                    Anchor::Middle => x - 6.0,
                    Anchor::End => x - 12.0,
                };
                texts.push((format!("{left},{},12,12", y - 11.0), *paint, words.clone()));
            }
            Mark::Link(link) => texts.extend(self::texts(&link.marks)),
            _ => {}
        }
    }
    texts
}

fn run(command: &mut Command) {
    let done = command.output().expect("`make audit` installs what this needs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// Lets `LibreOffice` paint pictures into a folder.
fn in_office(folder: &Path, files: &[String]) {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    run(Command::new("soffice")
        .args([&profile, "--headless", "--norestore", "--convert-to", "png", "--outdir"])
        .arg(folder.join("office"))
        .args(files));
}

#[test]
fn every_word_can_be_read_and_nothing_is_cut_in_any_program() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut pictures: Vec<(String, Drawing)> = Vec::new();
    for note in every_note() {
        let baseline = Scenario::baseline(note);
        for scenario in [six_changes(&baseline), baseline] {
            for drawing in WIDTHS.into_iter().flat_map(|width| drawings(&scenario, width)) {
                let path = folder.path().join(format!("{}.svg", pictures.len())).display().to_string();
                fs::write(&path, svg::file(&drawing, "Title")).expect("a picture can be written");
                pictures.push((path, drawing));
            }
        }
    }
    // LibreOffice is slow with pictures, and what it may do wrong it does with each of them.
    let some: Vec<String> = pictures.iter().take(8).map(|(path, _)| path.clone()).collect();
    in_office(folder.path(), &some);
    let mut orders = String::new();
    let mut expected = Vec::new();
    for (index, (path, drawing)) in pictures.iter().enumerate() {
        let in_office = folder.path().join("office").join(format!("{index}.png")).display().to_string();
        let painted = ["cairosvg".to_owned()].into_iter().chain(some.contains(path).then_some(in_office));
        for png in painted {
            let texts = texts(&drawing.marks);
            let places: Vec<&str> = texts.iter().map(|(place, ..)| place.as_str()).collect();
            writeln!(orders, "{path}\t{png}\t{}", places.join("\t")).expect("a string takes all that is written");
            expected.push((png, texts));
        }
    }
    let [orders_path, report_path] = ["orders", "report"].map(|name| folder.path().join(name));
    fs::write(&orders_path, orders).expect("orders can be written");
    run(Command::new("/usr/bin/python3")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/renderers/pixels.py"))
        .args([&orders_path, &report_path]));
    let report = fs::read_to_string(&report_path).expect("a report");
    assert_eq!(report.lines().count(), expected.len());
    let mut faults = Vec::new();
    for (line, (program, texts)) in report.lines().zip(&expected) {
        let numbers: Vec<u32> = line.split('\t').skip(1).map(|number| number.parse().expect("a number")).collect();
        let (edge, darkness) = numbers.split_first().expect("a number");
        if *edge > 0 {
            faults.push(format!("{line}: {edge} points at the edge, in {program}"));
        }
        for (darkest, (_, paint, words)) in darkness.iter().zip(texts) {
            // The paper is 249. The lightest letters are grey.
            if *darkest > 190 {
                faults.push(format!("»{words}« ({paint:?}) cannot be read in {program}: {darkest}"));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    assert!(pictures.len() > 20, "only {} pictures", pictures.len());
}
