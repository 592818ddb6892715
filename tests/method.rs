//! The facts of the screen about the method, and its wordings in every language.

mod common;

use common::{LIBRARY, key_figures, scenario};
use indsatsregner::explain::Quantity;
use indsatsregner::language::Language;
use indsatsregner::link::Chapter;
use indsatsregner::method::{OriginKind, Transcribed, counted, example, origins};
use indsatsregner::money::Thousands;
use indsatsregner::payback::Convention;
use indsatsregner::tables;
use indsatsregner::text::{Day, Reading};
use rust_decimal::Decimal;

#[test]
fn the_example_leads_from_citizens_to_payback() {
    let example = example(&LIBRARY).unwrap();
    let values: Vec<Quantity> = example.steps.iter().map(|step| step.explanation.value).collect();
    let published = key_figures(&scenario("ips-2018", &[]));
    assert_eq!(
        values,
        [
            Quantity::Posts(published.posts),
            Quantity::Cell(Thousands::new(2230)),
            Quantity::Cell(Thousands::new(-4406)),
            Quantity::Cell(Thousands::new(-709)),
            Quantity::Payback(published.total, Convention::FirstYear),
        ]
    );
    let drivers: Vec<_> = example.steps.iter().flat_map(|step| &step.new_drivers).collect();
    let mut once = drivers.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), drivers.len(), "each driver is explained once");
}

#[test]
fn every_note_is_counted_on_the_whole_and_on_service() {
    let rows = counted(&LIBRARY, Decimal::ZERO);
    assert_eq!(rows.len(), 2 * LIBRARY.notes().count());
    assert_eq!(rows.iter().filter_map(|row| row.printed).collect::<Vec<_>>(), [4, 76]);
}

#[test]
fn every_driver_has_one_kind_of_origin() {
    let of = |count: fn(&indsatsregner::method::Origins) -> usize| origins(&LIBRARY).iter().map(count).sum::<usize>();
    let drivers: usize = LIBRARY.notes().map(|note| note.variant.drivers.len()).sum();
    let borrowing = LIBRARY.notes().filter_map(|note| LIBRARY.with_savings(&note.variant.id).map(|with| (note, with)));
    let borrowed: usize = borrowing.map(|(note, with)| with.variant.drivers.len() - note.variant.drivers.len()).sum();
    assert_eq!((of(|count| count.baseline), of(|count| count.borrowed)), (drivers, borrowed));
}

#[test]
fn the_wordings_are_whole_in_every_language() {
    let is_sentence = |text: &str| {
        assert!(text.ends_with('.') && !text.contains("  "), "{text:?}");
        assert!(text.chars().next().unwrap().is_uppercase(), "{text:?}");
    };
    for language in Language::ALL {
        let words = language.wording();
        let own = &words.labels().method_screen;
        for text in
            [own.help, own.example_help, own.payback_help, own.origins_help, own.documents_help, own.citing_help]
        {
            is_sentence(text);
        }
        for term in own.steps.iter().chain(own.glossary) {
            is_sentence(term.meaning);
        }
        own.statement.iter().flat_map(|passage| passage.said).for_each(|said| is_sentence(said));
        for kind in OriginKind::ALL {
            is_sentence(words.origin_kind(kind).sentence);
        }
        for (convention, _) in &counted(&LIBRARY, Decimal::ZERO)[0].by {
            is_sentence(words.convention(*convention).sentence);
        }
        for chapter in Chapter::ALL {
            assert!(!words.chapter(chapter).is_empty());
        }
    }
}

#[test]
fn days_citations_and_counts_are_said_in_their_language() {
    let day = Day { year: 2026, month: 3, day: 1 };
    let reading = Reading { link: "https://example.dk/#v=1", day, version: "1.2.3" };
    let [danish, english] = Language::ALL.map(Language::wording);
    assert_eq!(danish.day(day), "1.\u{a0}marts 2026");
    assert_eq!(english.day(day), "1\u{a0}March 2026");
    assert_eq!(
        danish.citation(reading),
        "Indsatsregner 1.2.3. Københavns budgetnotater om job og behandling, regnet efter. Set 1.\u{a0}marts 2026. \
         https://example.dk/#v=1"
    );
    let counts = Transcribed { tables: 1, cells: 1191, statements: 0, targets: 1, results: 2 };
    assert_eq!(danish.transcribed(&counts), "1\u{a0}tabel, 1.191\u{a0}trykte beløb, 1\u{a0}mål og 2\u{a0}målinger");
    assert_eq!(
        english.transcribed(&counts),
        "1\u{a0}table, 1,191\u{a0}printed amounts, 1\u{a0}target and 2\u{a0}results"
    );
}

#[test]
fn the_printed_tables_are_a_page_in_each_language() {
    let files = tables::files(&LIBRARY).unwrap();
    assert_eq!(files.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["tabeller.html", "tables.html"]);
    for (name, page) in files {
        assert!(!page.contains("<script") && !page.contains("style="), "{name}");
        let tables: usize = LIBRARY.documents().iter().map(|document| document.tables.len()).sum();
        assert_eq!(page.matches("<table>").count(), tables, "{name}");
    }
}
