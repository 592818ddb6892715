//! What is saved of a note that is not about jobs names none, in the words of either language.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::day::Day;
use engine::link::{Page, Screen};
use engine::notes::Library;
use files::{Subject, csv, workbook};
use ironcalc::base::cell::CellValue;
use ironcalc::import::load_from_xlsx_bytes;
use model::language::Language;
use model::note::{Area, Document, Effect, Reached};
use model::scenario::Scenario;
use testing::MADE;

/// Every text in a workbook.
fn texts(bytes: &[u8]) -> Vec<String> {
    let book = load_from_xlsx_bytes(bytes, "saved", "en", "UTC").unwrap();
    let model = ironcalc::base::Model::from_workbook(book, "en").unwrap();
    let cells = model.get_all_cells();
    let values = cells.iter().map(|cell| model.get_cell_value_by_index(cell.index, cell.row, cell.column).unwrap());
    values.filter_map(|value| if let CellValue::String(text) = value { Some(text) } else { None }).collect()
}

/// Made notes about something else, without the targets of the document that they are made from, which are about jobs.
fn about_others() -> Library {
    let is_about_jobs = |document: &Document| {
        document.variants.iter().flat_map(|variant| &variant.efforts).any(|effort| effort.reached == Reached::default())
    };
    let without_target = |effect: &mut Option<Effect>| *effect = effect.map(|effect| Effect { target: None, ..effect });
    let documents = MADE.documents().iter().filter(|document| !is_about_jobs(document)).take(8).cloned();
    let documents = documents.map(|mut document| {
        document.targets.clear();
        for variant in &mut document.variants {
            variant.efforts.iter_mut().for_each(|effort| without_target(&mut effort.effect));
            variant.lines.iter_mut().for_each(|line| without_target(&mut line.formula.weight.effect));
        }
        document
    });
    Library::new(documents.collect())
}

#[test]
fn what_is_saved_names_no_job() {
    let library = about_others();
    assert_eq!(library.notes().count(), 8);
    for note in library.notes() {
        for (language, jobs, own) in [
            (Language::Danish, &["job", "uddannelse"][..], "igennem forløbet"),
            (Language::English, &["job", "jobs", "education", "in work"][..], "through the course"),
        ] {
            let link = Page::of(Screen::Note, language).link(&Scenario::baseline(note));
            let day = Day { year: 2026, month: 3, day: 1 };
            let subject = Subject::open(&library, &format!("https://example.org/#{link}"), day).unwrap();
            let table = String::from_utf8(csv::write(&subject, language).unwrap()).unwrap();
            let saved = texts(&workbook::write(&subject).unwrap());
            let saved: Vec<String> = saved.into_iter().chain(table.lines().map(str::to_owned)).collect();
            assert!(
                saved.iter().any(|text| text.to_lowercase().contains(own)),
                "{} does not say {own:?}",
                note.variant.id
            );
            for text in &saved {
                // A steering area is called so in every note, and these notes have the title of one that ships.
                let names = [&note.document.short, &note.document.title].map(|names| subject.words.named(names));
                let names = names.into_iter().chain([subject.words.area(&Area::Programme)]);
                let text = names.fold(text.clone(), |text, name| text.replace(name, ""));
                let apart: String =
                    text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
                for job in jobs {
                    assert!(!format!(" {apart} ").contains(&format!(" {job} ")), "{}: {text:?}", note.variant.id);
                }
            }
        }
    }
}
