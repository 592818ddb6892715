//! Exported workbooks in `LibreOffice`, which recalculates them and writes what it shows as CSV.
//!
//! `make audit` runs this. The results stored beside the formulas are those of another scenario, as in `workbook`. So
//! every number that agrees with the engine was calculated by `LibreOffice`.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::iter;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::{CALCULATION, DRIVERS, Sheets, Shown, VALUE, in_cell, step, subject, subject_at};
use engine::computed::Computed;
use files::workbook;
use model::note::Unit;
use model::scenario::{Horizon, PostsCount, Scenario};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use rust_decimal::Decimal;
use tempfile::TempDir;
use testing::{any_scenario, computed, every_note};

/// Makes `LibreOffice` recalculate every file when it opens it, whatever results are stored in the file.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;

/// Writes every sheet of a workbook as a CSV file, with `,` between fields and with unformatted values.
const TO_CSV: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

/// A temporary folder with the settings in it.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let profile = folder.path().join("profile/user");
    fs::create_dir_all(&profile).expect("a folder can be made");
    fs::write(profile.join("registrymodifications.xcu"), SETTINGS).expect("settings can be written");
    folder
}

/// The workbook of a scenario, but with the results of another scenario stored in it.
fn stale(scenario: &Scenario<'static>, rate: Decimal, other: &Scenario<'static>) -> Vec<u8> {
    let mut subject = subject_at(scenario, rate);
    let other = computed(other);
    subject.computed = Computed { scenario: subject.computed.scenario, ..other };
    workbook::write(&subject).unwrap_or_else(|error| panic!("{error}"))
}

fn convert(folder: &Path, files: &[PathBuf]) {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let done = Command::new("soffice")
        .args([&profile, "--headless", "--norestore", "--convert-to", TO_CSV, "--outdir"])
        .arg(folder.join("csv"))
        .args(files)
        .output()
        .expect("LibreOffice can be started: `make audit` installs it");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// The sheets that `LibreOffice` wrote for a workbook.
fn read(folder: &Path, name: &str) -> Sheets {
    let sheets = ["Forudsætninger", "Kurver", "Beregning", "Står i notatet", "Kilder"].map(|sheet| {
        let path = folder.join("csv").join(format!("{name}-{sheet}.csv"));
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(&path).expect("a sheet");
        let rows = reader.records().map(|row| {
            let shown = |field: &str| match field.parse() {
                Ok(number) => Shown::Number(number),
                Err(_) if field.is_empty() => Shown::Nothing,
                Err(_) => Shown::Text(field.to_owned()),
            };
            row.expect("a row of CSV").iter().map(shown).collect()
        });
        rows.collect()
    });
    Sheets(sheets.into())
}

#[test]
fn libreoffice_calculates_what_the_page_shows_after_a_driver_is_changed() {
    let folder = folder();
    let mut cases: Vec<(String, Scenario<'static>, Decimal)> = Vec::new();
    // From 0 to the highest rate that is accepted; most of them are small.
    let rates = [0_i64, 10_000, 400, 123, 2_500, 50, 1_000, 700, 1, 300];
    let rate = |case: usize| Decimal::new(rates[case % rates.len()], 4).normalize();
    for note in every_note() {
        for (posts, per_cent) in PostsCount::ALL.into_iter().zip([80, 130, 70, 110]) {
            let mut changed = Scenario::baseline(note);
            for (ix, driver) in note.variant.drivers() {
                let digits = driver.unit.decimals();
                let shown = (driver.value * Decimal::new(per_cent, 2) * driver.unit.scale()).round_dp(digits);
                // A value that the driver refuses leaves the note's value.
                let _ = changed.set(ix, shown / driver.unit.scale());
            }
            changed.count_posts(posts);
            cases.push((format!("case-{}", cases.len()), changed, rate(cases.len())));
        }
    }
    let mut runner = TestRunner::deterministic();
    for _ in 0..40 {
        let any = any_scenario().new_tree(&mut runner).expect("a scenario").current();
        cases.push((format!("case-{}", cases.len()), any.0, rate(cases.len())));
    }
    // These files store the results of another scenario. LibreOffice can only agree if it recalculates them.
    let published = |scenario: &Scenario<'static>| Scenario::baseline(scenario.note());
    let moved = cases.iter().filter(|(_, own, _)| computed(own).outcome != computed(&published(own)).outcome).count();
    assert!(moved > 40, "only {moved} of {} workbooks have other drivers than results", cases.len());
    let mut files = Vec::new();
    for (name, scenario, rate) in &cases {
        let path = folder.path().join(format!("{name}.xlsx"));
        fs::write(&path, stale(scenario, *rate, &published(scenario))).expect("a workbook can be written");
        files.push(path);
    }
    convert(folder.path(), &files);
    let mut compared = 0;
    for (name, scenario, rate) in &cases {
        let link = engine::link::print(scenario);
        compared += read(folder.path(), name).expect(scenario, *rate, &link);
    }
    println!("{} workbooks, {compared} numbers", cases.len());
    assert!(compared > 10_000, "only {compared} numbers");
}

/// A cell that the reader may change, and which numbers the page would take there.
struct Input {
    row: usize,
    takes: Takes,
}

enum Takes {
    Between { low: f64, high: f64, is_whole: bool },
    OneOf(Vec<f64>),
}

impl Input {
    /// Why a number cannot stand in the cell; `None` where it can.
    fn refuses(&self, number: f64) -> Option<&'static str> {
        match &self.takes {
            Takes::Between { low, .. } if number < *low => Some("Det skal være mindst "),
            Takes::Between { high, .. } if number > *high => Some("Det må højst være "),
            Takes::Between { is_whole: true, .. } if number.fract() != 0.0 => Some("Det skal være et helt tal."),
            Takes::OneOf(choices) if !choices.contains(&number) => Some("Det skal være et af tallene på listen."),
            Takes::Between { .. } | Takes::OneOf(_) => None,
        }
    }
}

/// The row of each id in the sheet of drivers of a workbook.
fn rows_of(workbook: &[u8]) -> BTreeMap<String, usize> {
    let book = ironcalc::import::load_from_xlsx_bytes(workbook, "exported", "en", "UTC").expect("a workbook");
    let model = ironcalc::base::Model::from_workbook(book, "en").expect("a workbook");
    let ids = model.get_all_cells().into_iter().filter(|cell| (cell.index, cell.column) == (0, 1));
    let ids = ids.filter_map(|cell| {
        let text = model.get_formatted_cell_value(cell.index, cell.row, cell.column).ok()?;
        Some((text, usize::try_from(cell.row).ok()? - 1))
    });
    ids.collect()
}

/// Every cell of a note's workbook that the reader may change.
fn inputs(scenario: &Scenario<'_>, workbook: &[u8]) -> Vec<Input> {
    let rows = rows_of(workbook);
    let mut inputs: Vec<Input> = Vec::new();
    for driver in &scenario.note().variant.drivers {
        let (low, high) = driver.unit.bounds();
        let [low, high] = [low.min(driver.value), high.max(driver.value)].map(|bound| in_cell(driver.unit, bound));
        let is_whole = matches!(driver.unit, Unit::Citizens | Unit::Years);
        let row = rows[&workbook::name(driver)];
        inputs.push(Input { row, takes: Takes::Between { low, high, is_whole } });
    }
    inputs.push(Input { row: rows[workbook::STEP], takes: Takes::OneOf(PostsCount::ALL.map(step).to_vec()) });
    let rate = Takes::Between { low: 0.0, high: 1.0, is_whole: false };
    inputs.push(Input { row: rows[workbook::RATE], takes: rate });
    let horizons = Horizon::ALL.map(|horizon| f64::from(horizon.years())).to_vec();
    inputs.push(Input { row: rows["horizon_years"], takes: Takes::OneOf(horizons) });
    inputs
}

/// What the answer is to say after something was done: the names of the cells that cannot be used, and why the first cannot.
type Says = Option<(Vec<String>, &'static str)>;

/// Everything that clumsy hands do to the workbook of a note: the orders to `hands.py`, and what the answer is to say.
fn clumsiness(path: &Path, inputs: &[Input]) -> (String, Vec<(String, Says)>) {
    let mut orders = format!("open\t{}\n", path.display());
    let mut expected = Vec::new();
    let mut hand = |name: String, does: &[String], says: Says| {
        for line in iter::once(&format!("do\t{name}")).chain(does) {
            orders.push_str(line);
            orders.push('\n');
        }
        expected.push((name, says));
    };
    let at = |row: usize| format!("{DRIVERS}\t{row}\t{VALUE}");
    let cell = |column: char, row: usize| format!("{column}{}", row + 1);
    let one = |row: usize, why: &'static str| Some((vec![cell('C', row)], why));
    let (empty, no_number) = ("Den er tom.", "Der står ikke et tal.");
    hand("nothing".to_owned(), &[], None);
    hand("a column inserted".to_owned(), &[format!("column\t{DRIVERS}\t{VALUE}")], None);
    hand(
        "sheets renamed".to_owned(),
        &[format!("rename\t{DRIVERS}\tMine tal"), format!("rename\t{CALCULATION}\tRegn 'ud'")],
        None,
    );
    for Input { row, .. } in inputs {
        let row = *row;
        let input = &inputs.iter().find(|input| input.row == row).expect("the input itself");
        let name = |what: &str| format!("{}: {what}", cell('C', row));
        hand(name("emptied"), &[format!("clear\t{}", at(row))], one(row, empty));
        for number in [0.0, -5.0, 1e9, 1e300, 2.5] {
            let says = input.refuses(number).and_then(|why| one(row, why));
            hand(name(&format!("{number:e}")), &[format!("number\t{}\t{number:e}", at(row))], says);
        }
        for text in ["tyve", "25", "=", " "] {
            hand(name(&format!("the text »{text}«")), &[format!("text\t{}\t{text}", at(row))], one(row, no_number));
        }
        hand(name("an error"), &[format!("error\t{}", at(row))], one(row, no_number));
        let copied = format!("copy\t{DRIVERS}\t{row}\t1\t{row}\t{VALUE}");
        hand(name("its name copied over it"), &[copied], one(row, no_number));
        let inserted = format!("row\t{DRIVERS}\t{row}");
        hand(name("a row inserted"), std::slice::from_ref(&inserted), None);
        let below = Some((vec![cell('C', row + 1)], empty));
        hand(name("a row inserted, and emptied"), &[inserted, format!("clear\t{}", at(row + 1))], below);
        let moved = [format!("column\t{DRIVERS}\t1"), format!("clear\t{DRIVERS}\t{row}\t{}", VALUE + 1)];
        hand(name("a column inserted, and emptied"), &moved, Some((vec![cell('D', row)], empty)));
        let renamed = [format!("rename\t{DRIVERS}\tMine tal"), format!("clear\t{}", at(row))];
        hand(name("the sheet renamed, and emptied"), &renamed, one(row, empty));
    }
    let clear: Vec<String> = inputs.iter().map(|input| format!("clear\t{}", at(input.row))).collect();
    // They are named as they stand in the sheet, which is not the order of the note.
    let rows: BTreeSet<usize> = inputs.iter().map(|input| input.row).collect();
    let all = rows.into_iter().map(|row| cell('C', row)).collect();
    hand("all emptied".to_owned(), &clear, Some((all, empty)));
    // Nothing is done to the workbook afterwards: a deleted row does not come back.
    let first = inputs.first().expect("an input").row;
    let deleted = Some((vec!["?".to_owned()], "Den er slettet."));
    hand("a row deleted".to_owned(), &[format!("delete\t{DRIVERS}\t{first}")], deleted);
    (orders, expected)
}

#[test]
fn the_answer_names_the_cell_that_cannot_be_used_whatever_hands_do() {
    let folder = folder();
    let (mut orders, mut expected) = (String::new(), Vec::new());
    for note in every_note() {
        let scenario = Scenario::baseline(note);
        let bytes = workbook::write(&subject(&scenario)).unwrap_or_else(|error| panic!("{error}"));
        let path = folder.path().join(format!("{}-{}.xlsx", note.variant.id, expected.len()));
        fs::write(&path, &bytes).expect("a workbook can be written");
        let inputs = inputs(&scenario, &bytes);
        let (of_note, says) = clumsiness(&path, &inputs);
        orders.push_str(&of_note);
        expected.extend(says.into_iter().map(|(name, says)| (note.variant.id.clone(), name, says)));
    }
    let [orders_path, report_path] = ["orders", "report"].map(|name| folder.path().join(name));
    fs::write(&orders_path, orders).expect("orders can be written");
    let done = Command::new("/usr/bin/python3")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/office/hands.py"))
        .args([&folder.path().join("profile"), &orders_path, &report_path])
        .output()
        .expect("Debian's Python can be started: `make audit` installs what it needs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let report = fs::read_to_string(&report_path).expect("a report");
    assert_eq!(report.lines().count(), expected.len());
    let mut faults = Vec::new();
    for (line, (note, name, says)) in report.lines().zip(&expected) {
        let parts: Vec<&str> = line.split('\t').collect();
        let [done, answer, table, errors] = parts[..] else { panic!("{line}") };
        assert_eq!(done, name);
        let is_so = match says {
            Some((cells, why)) => {
                let names_it = match &cells[..] {
                    [cell] => answer.starts_with(&format!("Celle {cell} (")),
                    cells => {
                        answer.starts_with(&format!("{} celler kan ikke bruges: {}. ", cells.len(), cells.join(", ")))
                    }
                };
                names_it && answer.contains(&format!(": {why}")) && table.is_empty()
            }
            None => !answer.contains("kan ikke bruges") && !answer.is_empty() && !table.is_empty(),
        };
        // Where a hand types an error, that one cell shows it.
        let typed = name.strip_suffix(": an error").map(|cell| format!("Forudsætninger.{cell}"));
        if !is_so || errors != typed.unwrap_or_default() {
            faults.push(format!("{note}, {name}: »{answer}« »{table}« {errors}"));
        }
    }
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), expected.len(), faults.join("\n"));
    assert!(expected.len() > 1_000, "only {} things were done", expected.len());
}
