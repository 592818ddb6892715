//! A pasted table becomes a note whose cells are those of the table.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::notes::Library;
use model::evaluate::evaluate;
use model::language::Language;
use model::scenario::Scenario;
use own_notes::table::{AmountUnit, Table};
use own_notes::{from_table, read};

/// The cells of the lines of the note that a table becomes, in 1.000 kr.
#[track_caller]
fn cells(table: &str) -> Vec<Vec<i64>> {
    let words = words::of(Language::Danish);
    let mut table = Table::read(table).unwrap();
    table.begin_in(2027);
    let text = from_table::note(&table, "Væresteder", table.unit, words);
    let note = read(text.as_bytes(), "note.toml", &[], words).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
    let library = Library::brought(note.handed_on).unwrap();
    let outcome = evaluate(&Scenario::baseline(library.find(&note.note).unwrap())).unwrap();
    outcome.lines.iter().map(|line| line.cells.iter().map(|cell| cell.get()).collect()).collect()
}

#[test]
fn a_table_in_thousands() {
    let table = "1.000 kr.\t2027\t2028\t2029\nProjektleder\t670\t670\t0\nSparede ydelser\t-100\t-400\t-160\nI alt\t570\t270\t-160";
    assert_eq!(cells(table), [[670, 670, 0], [-100, -400, -160]]);
}

#[test]
fn a_table_in_kroner_and_one_in_millions() {
    let kroner = "Kr.\t2027\t2028\nHusleje\t45.500\t90.250\nTryksager\t12.400\t12.400";
    assert_eq!(cells(kroner), [[46, 90], [12, 12]], "each is rounded to whole thousands");
    let millions = cells("Mio. kr.\t2027\t2028\nLøn\t0,8\t1,5\nSparet\t0,0\t-1,1");
    assert_eq!([&millions[0][..2], &millions[1][..2]], [[800, 1500], [0, -1100]]);
}

#[test]
fn an_amount_that_is_no_round_share_of_the_largest_comes_out_exactly() {
    let table = "\t2027\t2028\t2029\t2030\nLøn\t1133\t2266\t2832\t1417\nDrift\t7\t3\t1\t9";
    assert_eq!(cells(table), [[1133, 2266, 2832, 1417], [7, 3, 1, 9]]);
}

#[test]
fn what_the_amounts_are_in_can_be_chosen() {
    let words = words::of(Language::English);
    let table = Table::read("Pay\t2027\t2028\nRent\t1\t2").unwrap();
    for unit in AmountUnit::ALL {
        let text = from_table::note(&table, "", unit, words);
        assert!(text.contains(&format!("unit = \"{}\"", unit.id())), "{text}");
        assert!(text.contains("language = \"en\""), "{text}");
    }
}

#[test]
fn the_table_is_kept_as_it_was_read_and_is_what_the_lines_give() {
    let words = words::of(Language::Danish);
    for (table, sums) in [
        (
            "1.000 kr.\t2027\t2028\nLøn\t670\t670\nHusleje\t10\t20\nUdgifter i alt\t680\t690\nSparet\t-100\t-400\nNetto\t580\t290",
            2,
        ),
        ("Kr.\t2027\t2028\nHusleje\t45.500\t90.250\nTryksager\t12.400\t12.400\nI alt\t57.900\t102.650", 0),
    ] {
        let table = Table::read(table).unwrap();
        let text = from_table::note(&table, "Væresteder", table.unit, words);
        let note =
            read(text.as_bytes(), "note.toml", &[], words).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
        assert_eq!(note.remarks, [""; 0], "{text}");
        assert_eq!(text.matches("\nparts = ").count(), sums, "{text}");
        let library = Library::brought(note.handed_on).unwrap();
        let document = library.find(&note.note).unwrap().document;
        let [printed] = document.tables.as_slice() else { panic!("{text}") };
        let labels: Vec<&str> = printed.rows.iter().map(|row| row.label.as_str()).collect();
        assert_eq!(labels, table.rows.iter().map(|row| row.label.as_str()).collect::<Vec<_>>());
    }
}

#[test]
fn a_label_says_that_money_comes_in_or_is_capital() {
    let table = "Post\t2027\t2028\nLøn\t1000\t1000\nStatens refusion\t-500\t-500\nTilskud til foreninger\t10\t10\n\
                 Ombygning (anlæg)\t400\t0\nSparede ydelser\t-100\t-100";
    let words = words::of(Language::Danish);
    let text = from_table::note(&Table::read(table).unwrap(), "Væresteder", AmountUnit::default(), words);
    let of_line = |name: &str| {
        let line = text.split("[[line]]").find(|part| part.starts_with(&format!("\nname = \"{name}\""))).unwrap();
        let value = |key: &str| {
            let found = line.lines().find_map(|line| line.strip_prefix(&format!("{key} = \"")));
            found.unwrap().trim_end_matches('"').to_owned()
        };
        (value("side"), value("area"))
    };
    let pair = |side: &str, area: &str| (side.to_owned(), area.to_owned());
    assert_eq!(of_line("Løn"), pair("cost", "service"));
    assert_eq!(of_line("Statens refusion"), pair("income", "service"));
    assert_eq!(of_line("Tilskud til foreninger"), pair("cost", "service"), "what the city gives is a cost");
    assert_eq!(of_line("Ombygning (anlæg)"), pair("cost", "capital"));
    assert_eq!(of_line("Sparede ydelser"), pair("saving", "service"));
    own_notes::read(text.as_bytes(), "note.toml", &[], words).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
}

#[test]
fn a_loss_of_an_income_is_a_cost_also_below_zero_and_the_reader_is_told() {
    let table = "1.000 kr.\t2027\t2028\nLøn\t1000\t1000\nTab af lejeindtægt\t-200\t-100\nBortfald af tilskud\t-50\t-50\n\
                 Bortfald af statens refusion\t30\t30";
    let cells = cells(table);
    let of_the_table: Vec<&[i64]> = cells.iter().map(|cells| &cells[..2]).collect();
    assert_eq!(of_the_table, [[1000, 1000], [200, 100], [-50, -50], [30, 30]]);
    let doubts = Table::read(table).unwrap().doubts_in_words(words::of(Language::Danish));
    let [income, grant] = doubts.as_slice() else { panic!("{doubts:?}") };
    assert!(income.contains("Linje 3, ”Tab af lejeindtægt”") && income.contains("læst som en udgift"), "{income}");
    assert!(grant.contains("Linje 4, ”Bortfald af tilskud”") && grant.contains("læst som en besparelse"), "{grant}");
}

#[test]
fn the_table_of_the_made_up_case_is_read_as_it_stands() {
    let case = std::fs::read_to_string(testing::in_repository("docs/made-up-case.md")).unwrap();
    let begins = case.find("1.000 kr., 2027-priser").unwrap();
    let table = Table::read(&case[begins..case[begins..].find("\n\n").unwrap() + begins]).unwrap();
    assert_eq!(
        (table.unit, table.is_unit_said, table.years.as_slice()),
        (AmountUnit::Thousands, true, &[2027, 2028, 2029, 2030][..])
    );
    assert_eq!(table.doubts, []);
    let text = from_table::note(&table, "Smerteskole", table.unit, words::of(Language::Danish));
    let read = read(text.as_bytes(), "a.toml", &[], words::of(Language::Danish)).unwrap();
    let library = Library::brought(read.handed_on).unwrap();
    let own = library.notes().find(|note| note.document.fingerprint.is_some()).unwrap();
    let areas: Vec<&str> = own.variant.lines.iter().map(|line| words::of(Language::Danish).area(&line.area)).collect();
    assert_eq!(areas, ["Service", "Service", "Service", "Service", "Service", "Forsikrede ledige"]);
    assert_eq!(own.variant.lines[0].name.get("da").0, "Løn til smertevejledere");
}
