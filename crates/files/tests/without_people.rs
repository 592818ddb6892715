//! What is saved of a note without citizens, posts and effect counts none of them: a zero would say that there are none.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::computed::Computed;
use engine::day::Day;
use engine::explain::{Ask, explain};
use engine::link::{Page, Screen};
use engine::notes::Library;
use files::{Subject, csv, workbook};
use ironcalc::base::cell::CellValue;
use ironcalc::import::load_from_xlsx_bytes;
use model::evaluate::Perspective;
use model::language::Language;
use model::note::Quantity;
use model::scenario::Scenario;
use testing::note;

/// The 2018 case with the amounts alone that are the same whoever is in it.
fn of_amounts_alone() -> Library {
    let mut document = note("ips-2018").document.clone();
    document.targets.clear();
    for variant in &mut document.variants {
        variant.lines.retain(|line| line.formula.quantity == Quantity::One);
        assert!(!variant.lines.is_empty());
        for effort in &mut variant.efforts {
            (effort.citizens, effort.caseload, effort.effect, effort.consultants) = (None, None, None, None);
        }
    }
    Library::new(vec![document])
}

/// The texts of the first column of every sheet: the ids of rows.
fn ids(bytes: &[u8]) -> Vec<String> {
    let book = load_from_xlsx_bytes(bytes, "saved", "en", "UTC").unwrap();
    let model = ironcalc::base::Model::from_workbook(book, "en").unwrap();
    let first = model.get_all_cells().into_iter().filter(|cell| cell.column == 1);
    let values = first.map(|cell| model.get_cell_value_by_index(cell.index, cell.row, cell.column).unwrap());
    values.filter_map(|value| if let CellValue::String(text) = value { Some(text) } else { None }).collect()
}

#[test]
fn nothing_counts_people_or_posts_where_a_note_has_none() {
    let library = of_amounts_alone();
    let link = Page::of(Screen::Note, Language::Danish).link(&Scenario::baseline(library.notes().next().unwrap()));
    let day = Day { year: 2026, month: 3, day: 1 };
    let subject = Subject::open(&library, &format!("https://example.org/#{link}"), day).unwrap();
    let table = String::from_utf8(csv::write(&subject, Language::Danish).unwrap()).unwrap();
    let rows: Vec<&str> = table.lines().filter_map(|row| row.split(';').nth(1)).collect();
    let ids = ids(&workbook::write(&subject).unwrap());
    for (of_table, of_workbook) in [
        ("posts", "posts_rounded_up_to"),
        ("posts", "figure posts"),
        ("citizens", "figure citizens"),
        ("outcomes", "figure outcomes"),
        ("consultants", "figure consultants"),
        ("cost-per-citizen", "figure cost-per-citizen"),
        ("cost-per-outcome", "figure cost-per-outcome"),
    ] {
        // The driver of that name stays in the document.
        let counted = rows.iter().filter(|id| **id == of_table).count();
        assert_eq!(counted, usize::from(of_table == "citizens"), "{of_table}: {rows:?}");
        assert!(!ids.contains(&of_workbook.to_owned()), "{of_workbook}: {ids:?}");
    }
    assert!(rows.contains(&"cost") && ids.contains(&"figure cost".to_owned()), "{ids:?}");
}

#[test]
fn nobody_is_asked_how_many_posts_there_are() {
    let library = of_amounts_alone();
    let now = Computed::of(Scenario::baseline(library.notes().next().unwrap())).unwrap();
    assert_eq!(explain(&now, Ask::Posts(None)), None);
    assert_eq!(explain(&now, Ask::Posts(Some(0))), None);
    for language in Language::ALL {
        let figures = words::of(language).key_figures(&now, Perspective::Total);
        assert!(figures.iter().all(|(ask, ..)| *ask != Ask::Posts(None)), "a key figure counts posts");
    }
}
