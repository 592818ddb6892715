//! What is read of a table in the text of a PDF, and what is said of it where it may be read wrongly.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use model::language::Language;
use own_notes::table::Table;

#[track_caller]
fn rows(table: &Table) -> Vec<(&str, String)> {
    let cells = |cells: &[rust_decimal::Decimal]| cells.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    table.rows.iter().map(|row| (row.label.as_str(), cells(&row.cells))).collect()
}

fn said(table: &Table) -> Vec<String> {
    table.doubts_in_words(words::of(Language::Danish))
}

#[test]
fn spaces_between_thousands_part_no_amounts() {
    let table = Table::read(
        "Post 2027 2028 2029\nLøn 100 200 300\nHusleje 1 200 1 200 1 200\nI alt 1 300 1 400 1 500\nHjælp -1 000 (1 050) 2 000",
    )
    .unwrap();
    let expected = [
        ("Løn", "100 200 300".to_owned()),
        ("Husleje", "1200 1200 1200".to_owned()),
        ("I alt", "1300 1400 1500".to_owned()),
        ("Hjælp", "-1000 -1050 2000".to_owned()),
    ];
    assert_eq!(rows(&table), expected);
    assert_eq!(said(&table), [""; 0]);
}

#[test]
fn a_column_that_adds_up_the_others_may_have_thousands_too() {
    for heading in ["Post 2027 2028 I alt", "Post 2027 2028"] {
        let table = Table::read(&format!("{heading}\nHusleje 1 200 1 200 2 400\nLøn 100 200 300")).unwrap();
        assert_eq!(rows(&table), [("Husleje", "1200 1200".to_owned()), ("Løn", "100 200".to_owned())], "{heading}");
        assert_eq!(said(&table), [""; 0], "{heading}");
    }
}

#[test]
fn what_may_belong_to_the_label_joins_nothing() {
    let of = |row: &str| Table::read(&format!("Post 2027 2028\nGaver 1 2\n{row}")).unwrap();
    for row in ["Hold 2027 100 200", "Løn - 100 200", "Hold 2 100 200"] {
        let table = of(row);
        assert!(matches!(said(&table).as_slice(), [one] if one.contains("flere tal")), "{row}: {:?}", rows(&table));
    }
}

#[test]
fn a_number_that_is_not_read_is_named() {
    let table = Table::read(
        "Post 2027 2028\nLøn 100 200\nHold 2 100 200\nDrift 300\nHusleje 100 ca. 300\nGaver 1 2 3\nVand\t1\t2\n7 8",
    )
    .unwrap();
    assert_eq!(
        said(&table),
        [
            "Linje 3, ”Hold”, har flere tal, end tabellen har år. Kun de første er læst.",
            "Linje 4, ”Drift”, har færre tal, end tabellen har år, og er ikke læst.",
            "Linje 5, ”Husleje 100 ca.”, har færre tal, end tabellen har år, og er ikke læst.",
            "Linje 6, ”Gaver”, har flere tal, end tabellen har år. Kun de første er læst.",
            "Linje 8 har tal og ingen tekst foran dem og er ikke læst.",
        ]
    );
    let table = Table::read("Post\t2027\t2028\nLøn\t100\tca. 200\nDrift\t1\t2").unwrap();
    assert_eq!(said(&table), ["Linje 2, ”Løn”, har noget mellem tallene, der ikke er et tal, og er ikke læst."]);
}

#[test]
fn a_sum_that_the_rows_above_do_not_give_is_named() {
    let table = Table::read("Post 2027 2028\nLøn 100 200\nHusleje 1 000 1 200\nI alt 1 100 1 500").unwrap();
    assert_eq!(
        said(&table),
        ["Linje 4, ”I alt”, lægger ikke rækkerne over den sammen: i 2028 står der 1.500, og rækkerne giver 1.400."]
    );
    // Part sums, and what they come to.
    let table =
        Table::read("Post 2027 2028\nLøn 1 2\nDrift 3 4\nUdgifter 4 6\nSparet -1 -1\nVand -1 -2\nSum -2 -3\nNetto 2 3");
    assert_eq!(said(&table.unwrap()), [""; 0]);
}

#[test]
fn running_text_around_a_table_is_left_out_and_said() {
    let text = "Forslaget handler om unge, der har brug for en støtte, som kommunen ikke giver i dag, og som efter planen skal begynde i 2027\n\
                Indsatsen varer fire år. Den evalueres i 2029\n\
                Post\t2027\t2028\n\
                Løn, ca. 2 årsværk inkl. Pension\t100\t200\n\
                Husleje\t5\t6\n\
                Læs mere om forslaget her: de unge får tilbud om hjælp til lektier, en fast voksen og et sted at være, når skolen er slut, og det koster\t105\t206\n";
    let table = Table::read(text).unwrap();
    let labels: Vec<&str> = table.rows.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(labels, ["Løn, ca. 2 årsværk inkl. Pension", "Husleje"]);
    assert_eq!(
        said(&table),
        [
            "3 linjer er løbende tekst og er ikke læst. Den første er linje 1: ”Forslaget handler om unge, der har brug for en støtte, som …”."
        ]
    );
    assert_eq!(Table::read("Forslaget handler om unge. Det begynder i 2027\nDe fleste er glade. Det kostede 12"), None);
}
