//! The facts of the screen about the method, and its wordings in every language.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::day::Day;
use engine::explain::Quantity;
use engine::link::{Chapter, Notice};
use engine::method::{
    OriginKind, Transcribed, borrowed_or_assumed, counted, counted_outside_service, example, origins, stating_savings,
};
use engine::notes::Library;
use engine::payback::Convention;
use engine::timeline::{self, Covered};
use model::language::Language;
use model::money::Thousands;
use model::note::Note;
use model::scenario::Settings;
use testing::{LIBRARY, key_figures, note, scenario};
use words::{Phrase, Reading};

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
    let rows = counted(&LIBRARY, Settings::default());
    assert_eq!(rows.len(), 2 * LIBRARY.notes().count());
    assert_eq!(rows.iter().filter_map(|row| row.printed).collect::<Vec<_>>(), [4, 76]);
}

#[test]
fn every_driver_but_a_master_has_one_kind_of_origin() {
    let of = |count: fn(&engine::method::Origins) -> usize| origins(&LIBRARY).iter().map(count).sum::<usize>();
    let own = |note: Note<'_>| note.variant.drivers.iter().filter(|driver| !driver.is_master()).count();
    let drivers: usize = LIBRARY.notes().map(own).sum();
    let borrowing = LIBRARY.notes().filter_map(|note| LIBRARY.with_savings(&note.variant.id).map(|with| (note, with)));
    let borrowed: usize = borrowing.map(|(note, with)| with.variant.drivers.len() - note.variant.drivers.len()).sum();
    assert_eq!((of(|count| count.baseline), of(|count| count.borrowed)), (drivers, borrowed));
}

#[test]
fn what_is_borrowed_or_assumed_is_listed_once_for_each_note() {
    let listed = borrowed_or_assumed(&LIBRARY);
    let counted = |is_lent: bool| -> usize {
        let of = listed.iter().filter(|(note, _)| note.variant.savings_from.is_some() == is_lent);
        of.map(|(_, drivers)| drivers.len()).sum()
    };
    let kinds = [OriginKind::Borrowed, OriginKind::Assumed];
    let of_notes = origins(&LIBRARY).iter().filter(|of| kinds.contains(&of.kind)).map(|of| of.baseline).sum::<usize>();
    // With lent savings, whatever comes along with them is another document's or nobody's.
    let lent = origins(&LIBRARY).iter().map(|of| of.borrowed).sum::<usize>();
    assert_eq!((counted(false), counted(true)), (of_notes, lent));
    assert!(counted(false) > 0 && counted(true) > 0);
}

#[test]
fn the_wordings_are_whole_in_every_language() {
    let is_sentence = |text: &str| {
        assert!(text.ends_with('.') && !text.contains("  "), "{text:?}");
        assert!(text.chars().next().unwrap().is_uppercase(), "{text:?}");
    };
    for language in Language::ALL {
        let words = words::of(language);
        let own = &words.labels().method_screen;
        for text in [own.help, own.origins_help, own.documents_help, own.citing_help] {
            is_sentence(text);
        }
        for term in own.steps.iter().chain(own.glossary) {
            is_sentence(term.meaning);
        }
        own.statement.iter().flat_map(|passage| passage.sentences).for_each(|sentence| is_sentence(sentence));
        for kind in OriginKind::ALL {
            is_sentence(words.origin_kind(kind).sentence);
        }
        for (convention, _) in &counted(&LIBRARY, Settings::default())[0].by {
            is_sentence(words.convention(*convention).sentence);
        }
        for chapter in Chapter::ALL {
            assert!(!words.chapter(chapter).is_empty());
        }
    }
}

/// What the page says of the notes that ship, word for word: the years, the one business case and what is borrowed from it.
#[test]
fn what_is_about_the_notes_is_counted_from_them() {
    let [danish, english] = [Language::Danish, Language::English].map(words::of);
    let lender = note("ips-2018");
    let (first, last) = timeline::years(LIBRARY.documents()).unwrap();
    let amounts = timeline::bands(LIBRARY.documents());
    let years: Vec<u16> = amounts.iter().flat_map(timeline::Band::amounts).map(|(year, _)| year).collect();
    assert_eq!((Some(&first), Some(&last)), (years.iter().min(), years.iter().max()), "the years of the chart");
    let covered = timeline::covered(LIBRARY.documents()).unwrap();
    assert_eq!(covered, Covered { years: (first, last), efforts: 4, proposed: 4 });
    assert_eq!(danish.overview_title(&covered), "Fire indsatser i tolv år: foreslået og bevilget 2018–2029");
    assert_eq!(english.overview_title(&covered), "Four programmes over twelve years: proposed and granted, 2018–2029");
    let one = Covered { years: (2018, 2018), efforts: 2, proposed: 0 };
    assert_eq!(danish.overview_title(&one), "To indsatser i et år: bevilget 2018");
    assert_eq!(english.overview_title(&one), "Two programmes in one year: granted, 2018");

    assert_eq!(danish.borrow_from(lender.document), "Regn med besparelserne fra 2018");
    assert_eq!(english.borrow_from(lender.document), "Use the savings of 2018");
    assert_eq!(
        danish.borrow_help(lender),
        "Notatet oplyser ingen besparelser. Business casen fra 2018 gør, og dens besparelse pr. borger i job kan \
         bruges til IPS-indsatsen. Den er i 2018-priser og gælder kontanthjælpsmodtagere."
    );
    assert_eq!(
        english.borrow_help(lender),
        "The proposal states no savings. The business case of 2018 does, and its saving per person in a job can be \
         used for the IPS programme. It is in 2018 prices and about people on cash benefits."
    );
    for note in LIBRARY.notes().filter_map(|note| LIBRARY.with_savings(&note.variant.id)) {
        let lender = note.variant.savings_from.as_ref().unwrap();
        assert_eq!(danish.borrowed_line(lender), " · fra business casen 2018");
        assert_eq!(english.borrowed_line(lender), " · from the 2018 business case");
        assert_eq!(danish.borrowed_savings(lender), "med besparelser fra 2018");
        assert_eq!(english.borrowed_savings(lender), "with savings from 2018");
    }

    let example = example(&LIBRARY).unwrap().computed.note().document;
    assert_eq!(
        danish.example_help(example),
        "Tallene er fra business casen i budget 2018 og bliver regnet ud her på siden. Hvert tal bygger på dem før det."
    );
    assert_eq!(
        english.example_help(example),
        "The numbers are those of the business case in Budget 2018 and are worked out here on the page. Each rests on those \
         before it."
    );
    assert_eq!(
        danish.cite_answer(example),
        "Et tal, f.eks. til en avis: svaret fra 2018, som notatet er offentliggjort"
    );
    assert_eq!(
        english.cite_answer(example),
        "A number, for a newspaper: the answer of 2018, as the proposal was published"
    );
    let stating = stating_savings(&LIBRARY);
    assert_eq!(
        danish.payback_help(&stating),
        "Kun business casen fra 2018 oplyser besparelser. De andre notater står her med besparelser fra den, i \
         2018-priser, for deres IPS-indsats alene. På serviceudgifterne tæller alle deres indsatser med."
    );
    assert_eq!(
        english.payback_help(&stating),
        "Only the business case of 2018 states savings. The other proposals are shown here with savings from it, in \
         2018 prices, for their IPS programme alone. On service spending, all their programmes count."
    );
    let (own, outside) = counted_outside_service(&LIBRARY).unwrap();
    assert_eq!(
        danish.outside_service_in(own, &outside).replace('\u{a0}', " "),
        "Serviceudgifterne alene kan ikke sammenlignes: I Business case 2018 er 46 % af udgifterne Indsats (EI) \
         (”IPS-team”), og andre notater har det samme som service."
    );
    assert_eq!(
        english.outside_service_in(own, &outside),
        "Service spending alone cannot be compared: in Business case 2018, 46% of the costs are Job programmes \
         (EI) (“IPS team”), and other proposals have the same as service."
    );
    assert_eq!(
        danish.outside_service(&outside, true).replace('\u{a0}', " "),
        "Serviceudgifterne alene kan ikke sammenlignes: I det første er 46 % af udgifterne Indsats (EI) \
         (”IPS-team”), og det andet har det samme som service."
    );
    let unknown = |shown| Notice::UnknownNote { id: "atlantis".to_owned(), shown };
    assert_eq!(
        danish.notice(&unknown(lender)),
        "Der er intet notat med navnet ”atlantis”. Du ser business casen fra 2018."
    );
    assert_eq!(
        english.notice(&unknown(lender)),
        "There is no proposal called “atlantis”. You see the 2018 business case."
    );
    let other = english.notice(&unknown(note("bi10-2026")));
    assert!(
        other.ends_with("You see the proposal “IPS Rusmiddel, veterans and health: BI10 in Budget 2026”."),
        "{other}"
    );
}

#[test]
fn what_is_said_of_the_notes_follows_them() {
    let mut documents = LIBRARY.documents().to_vec();
    let earlier = documents.iter_mut().find(|document| document.id == "ips-2018").unwrap();
    (earlier.budget, earlier.price_level) = (2017, 2016);
    earlier.variants[0].savings_about = None;
    let library = Library::new(documents);
    let lender = library.find("ips-2018").unwrap();
    let [danish, english] = [Language::Danish, Language::English].map(words::of);
    assert!(danish.borrow_help(lender).contains("Business casen fra 2017 gør"));
    assert!(danish.borrow_help(lender).contains("Den er i 2016-priser."));
    assert!(english.borrow_help(lender).contains("It is in 2016 prices."));
    let borrowing = library.with_savings("bi10-2026").unwrap();
    assert_eq!(english.borrowed_savings(borrowing.variant.savings_from.as_ref().unwrap()), "with savings from 2017");
    let two = [lender.document, note("ips-2018").document];
    assert!(danish.payback_help(&two).starts_with("Kun business casene fra 2017 og 2018 oplyser besparelser."));
    assert!(english.payback_help(&two).starts_with("Only the business cases of 2017 and 2018 state savings."));
}

#[test]
fn days_citations_and_counts_are_said_in_their_language() {
    let day = Day { year: 2026, month: 3, day: 1 };
    let reading = Reading { link: "https://example.dk/#v=1", day, version: "1.2.3", is_changed: false };
    let [danish, english] = [Language::Danish, Language::English].map(words::of);
    assert_eq!(danish.day(day), "1.\u{a0}marts 2026");
    assert_eq!(english.day(day), "1\u{a0}March 2026");
    assert_eq!(
        danish.citation(reading),
        "Indsatsregner 1.2.3. Københavns budgetnotater om job og behandling, regnet efter. Set 1.\u{a0}marts 2026. \
         https://example.dk/#v=1"
    );
    let answer = Phrase::default().plain("Svar.");
    assert_eq!(
        danish.frozen(&answer, note("bi11-2026-s1"), reading),
        "Svar. Kilde: Københavns Kommune, BI11 Fremskudt beskæftigelsesindsats i Sydhavnen (IPS) (bevillingsudløb) (budget \
         2026), regnet efter med Indsatsregner 1.2.3, 1.\u{a0}marts 2026. https://example.dk/#v=1"
    );
    assert_eq!(
        english.source_of(note("bi07-2022-b")),
        "BI07 – Specifik udfordring: Pilotforsøg vedrørende helhedsorienteret indsats [BI07, specific challenge: Pilot \
         projects on a holistic programme] (Budget 2022), edition b, 2022 prices"
    );
    let counts = Transcribed { tables: 1, cells: 1191, statements: 0, targets: 1, results: 2 };
    assert_eq!(danish.transcribed(&counts), "1\u{a0}tabel, 1.191\u{a0}beløb i tabeller, 1\u{a0}mål og 2\u{a0}målinger");
    assert_eq!(
        english.transcribed(&counts),
        "1\u{a0}table, 1,191\u{a0}amounts in tables, 1\u{a0}target and 2\u{a0}results"
    );
}
