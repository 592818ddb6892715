//! Exported workbooks in `LibreOffice`, which recalculates them and writes what it shows as CSV.
//!
//! `make audit` runs this. The results stored beside the formulas are those of another scenario, as in `workbook`. So
//! every number that agrees with the engine was calculated by `LibreOffice`.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::{Sheets, Shown, subject_at};
use engine::computed::Computed;
use files::workbook;
use model::scenario::{PostsCount, Scenario};
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
    let sheets = ["Forudsætninger", "Beregning", "Står i notatet", "Kilder"].map(|sheet| {
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
