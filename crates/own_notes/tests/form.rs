//! A note in the form: what the form shows, what each change writes, and that what it leaves is what the loader reads.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::fs;

use engine::note_form::{Field, FieldKind, NoteForm};
use engine::notes::Library;
use hostile::{Hand, fields};
use model::evaluate::evaluate;
use model::language::Language;
use model::note::Document;
use model::scenario::Scenario;
use own_notes::form::convert::{json_of, toml_of};
use own_notes::form::edit::edited;
use own_notes::form::{Edit, begin, form};
use own_notes::read;
use proptest::prelude::*;
use testing::in_repository;
use words::Words;

fn danish() -> Words {
    words::of(Language::Danish)
}

fn template() -> String {
    fs::read_to_string(in_repository("docs/note-template.toml")).unwrap()
}

/// A note that ships, with ids of its own, as the page makes it when somebody begins with it.
fn shipped(id: &str) -> String {
    let text = fs::read_to_string(in_repository(&format!("data/{id}.toml"))).unwrap();
    let library = Library::embedded().unwrap();
    let document = library.published().iter().find(|document| document.id == id).unwrap();
    let mut ids = vec![&document.id];
    ids.extend(document.variants.iter().map(|variant| &variant.id).filter(|variant| **variant != document.id));
    ids.iter().fold(text, |text, id| text.replace(&format!("\"{id}\""), &format!("\"{id}-egen\"")))
}

const SHIPPED: [&str; 5] = ["ips-2018", "bi07-2022-a", "bi07-2022-b", "bi10-2026", "bi11-2026"];

fn set(path: &str, value: &str) -> Edit {
    Edit::Set { path: path.to_owned(), value: value.to_owned() }
}

fn add(path: &str) -> Edit {
    Edit::Add { path: path.to_owned() }
}

fn remove(path: &str) -> Edit {
    Edit::Remove { path: path.to_owned() }
}

#[track_caller]
fn after(text: &str, edits: &[Edit]) -> String {
    edits
        .iter()
        .fold(text.to_owned(), |text, edit| edited(&text, edit, danish()).unwrap_or_else(|| panic!("{edit:?}\n{text}")))
}

#[track_caller]
fn field<'f>(form: &'f NoteForm, path: &str) -> &'f Field {
    let all = fields(form);
    let found = all.iter().find(|field| field.path == path);
    found.unwrap_or_else(|| panic!("{path} among {:?}", all.iter().map(|field| &field.path).collect::<Vec<_>>()))
}

/// What the loader reads in a text, without what belongs to the file alone.
fn document(text: &str) -> Option<Document> {
    let read = read(text.as_bytes(), "a", &[], danish()).ok()?;
    let library = Library::brought(read.handed_on).unwrap();
    Some(library.documents().iter().find(|document| document.fingerprint.is_some()).unwrap().clone())
}

#[test]
fn a_steering_area_is_shown_by_its_name_and_may_be_any_text() {
    let path = "/line/0/area";
    let shown = |text: &str| field(&form(text, &[], danish()), path).clone();
    let before = shown(&template());
    assert_eq!(before.value, "Service");
    assert!(matches!(before.kind, FieldKind::Suggestions(names) if names.contains(&"Overførsler".to_owned())));
    let put = |value: &str| {
        edited(&template(), &Edit::Set { path: path.to_owned(), value: value.to_owned() }, danish()).unwrap()
    };
    for (typed, written, value) in [
        ("overførsler", "area = \"transfers\"", "Overførsler"),
        ("Forsikrede ledige", "area = \"Forsikrede ledige\"", "Forsikrede ledige"),
    ] {
        let text = put(typed);
        assert!(text.contains(written), "{typed}");
        assert_eq!(shown(&text).value, value);
        assert!(document(&text).is_some(), "{typed} is read");
    }
}

#[test]
fn rows_are_named_by_their_names_and_keep_what_names_them() {
    let path = "/line/2/rule/share-of/lines";
    assert_eq!(field(&form(&template(), &[], danish()), path).value, "Koordinatorer");
    let set = |text: &str, path: &str, value: &str| {
        edited(text, &Edit::Set { path: path.to_owned(), value: value.to_owned() }, danish()).unwrap()
    };
    // A row without an id has the one that is made from its name.
    let both = set(&template().replace("id = \"koordinatorer\"\n", ""), path, "koordinatorer; Lokaler");
    assert!(both.contains("lines = [\"koordinatorer\", \"lokaler\"]"), "{both}");
    assert!(document(&both).is_some());
    let renamed = set(&both, "/line/1/name", "Husleje og lys");
    assert_eq!(field(&form(&renamed, &[], danish()), path).value, "Koordinatorer; Husleje og lys");
    assert!(document(&renamed).is_some(), "{renamed}");
}

#[test]
fn the_form_shows_a_note_as_it_stands() {
    let form = form(&template(), &[], danish());
    assert_eq!(form.hindrances, []);
    assert!(!form.says.is_empty());
    assert_eq!(field(&form, "/title").value, "Lektiehjælp i Havneby");
    assert_eq!(field(&form, "/years/1").value, "2030");
    let share = field(&form, "/driver/2/value");
    assert_eq!((share.value.as_str(), share.unit.as_str()), ("30", "%"));
    let pay = field(&form, "/driver/4/value");
    assert_eq!((pay.value.as_str(), pay.unit.as_str()), ("560000", "kr."));
    assert_eq!(field(&form, "/driver/1/origin").value, "stated");
    assert_eq!(field(&form, "/driver/1/origin/stated/quote").value, "ca. 80 unge om året");
    let length = field(&form, "/effort/0/length");
    let FieldKind::Choice(choices) = &length.kind else { panic!("{length:?}") };
    assert!(choices.contains(&("varighed".to_owned(), "Varighed".to_owned())), "{choices:?}");
    assert_eq!(field(&form, "/line/1/schedule/first").value, "50");
    assert_eq!(form.only_in_text, [""; 0]);
}

#[test]
fn every_field_of_the_schema_is_in_the_form_or_left_to_the_text_on_purpose() {
    let words = danish().form_words();
    for word in words {
        let english = words::of(Language::English).form_word(word.of).unwrap_or_else(|| panic!("{}", word.of));
        assert_eq!(
            (english.help.is_some(), english.add.is_some()),
            (word.help.is_some(), word.add.is_some()),
            "{}",
            word.of
        );
    }
    let unknown: Vec<&str> = words.iter().map(|word| word.of).filter(|of| !own_notes::form::is_known(of)).collect();
    assert_eq!(unknown, [""; 0], "wordings of nothing in the schema");
    let unsaid = own_notes::form::unsaid(danish());
    let left_to_the_text = [
        "note.$schema",
        "note.file",
        "note.read_by",
        "note.edition",
        "note.official_title",
        "note.edition_of",
        "table.titled",
        "table.current_prices",
        "row.key",
        "row.appropriation",
        "row.staff",
        "row.series",
        "row.lost",
        "row.adds_up",
        "target.same_row",
        "note.statement",
        "note.population",
        "note.follow_up",
        "note.remark",
        "note.count",
        "note.omitted",
        "note.omitted_count",
        "variant.savings_about",
        "variant.applied_for",
        "origin.derived.lender",
        "origin.borrowed.name",
        "line.same_row",
        "note.savings_about",
        "note.applied_for",
    ];
    assert_eq!(unsaid, left_to_the_text);
}

#[test]
fn a_change_rewrites_its_own_place_and_nothing_else() {
    let text = template();
    let line = |text: &str, old: &str, new: &str| text.replacen(old, new, 1);
    for (edit, expected) in [
        (set("/driver/1/value", "90"), line(&text, "value = 80", "value = 90")),
        (set("/driver/2/value", "12,5 %"), line(&text, "value = 0.3\n", "value = 0.125\n")),
        (set("/title", "Ny \"titel\""), line(&text, "\"Lektiehjælp i Havneby\"", "'Ny \"titel\"'")),
        (set("/driver/1/origin/stated/quote", "90 unge"), line(&text, "\"ca. 80 unge om året\"", "\"90 unge\"")),
        (
            set("/line/1/rule", "per-citizen"),
            line(&text, "{ fixed = { amount = \"lokaler\" } }", "{ per-citizen = { amount = \"lokaler\" } }"),
        ),
        (set("/years/1", "2031"), line(&text, "[2027, 2030]", "[2027, 2031]")),
        (
            set("/line/1/schedule/first", ""),
            line(&text, "{ first = 0.5, running = 1, after = 0 }", "{ running = 1, after = 0 }"),
        ),
        (set("/driver/3/value", "mange"), line(&text, "value = 1.5", "value = \"mange\"")),
    ] {
        assert_eq!(after(&text, std::slice::from_ref(&edit)), expected, "{edit:?}");
    }
}

#[test]
fn lines_and_numbers_are_added_and_taken_away() {
    let text = after(
        &template(),
        &[
            add("/driver"),
            set("/driver/10/name", "Bøger"),
            set("/driver/10/unit", "amount-per-year"),
            set("/driver/10/value", "12.000"),
            set("/driver/10/origin", "stated"),
            set("/driver/10/origin/stated/place", "Afsnit 4"),
            set("/driver/10/origin/stated/quote", "12.000 kr. til bøger"),
            add("/line"),
            set("/line/5/name", "Bøger"),
            set("/line/5/side", "cost"),
            set("/line/5/area", "service"),
            set("/line/5/rule", "fixed"),
            set("/line/5/rule/fixed/amount", "boeger"),
            add("/line/5/committees"),
            set("/line/5/committees/0/committee", "Skoleudvalget i Havneby"),
            set("/line/5/committees/0/share", "100"),
        ],
    );
    let form = form(&text, &[], danish());
    assert_eq!(form.hindrances, [], "{text}");
    assert!(
        text.contains("origin = { stated = { place = \"Afsnit 4\", quote = \"12.000 kr. til bøger\" } }"),
        "{text}"
    );
    assert!(text.contains("committees = [{ committee = \"Skoleudvalget i Havneby\", share = 1 }]"), "{text}");
    let document = document(&text).unwrap();
    assert_eq!(document.variants[0].lines.len(), 6);
    let without = after(&text, &[remove("/line/5"), remove("/driver/10")]);
    assert_eq!(without, template());
}

#[test]
fn what_nobody_named_follows_its_name_and_what_names_it_follows_too() {
    let text = after(
        &template(),
        &[add("/driver"), set("/line/1/rule/fixed/amount", "driver-1"), set("/driver/10/name", "Lang")],
    );
    assert!(text.contains("id = \"lang-2\"\nname = \"Lang\""), "links use the word for something else\n{text}");
    assert!(text.contains("fixed = { amount = \"lang-2\" }"), "{text}");
    let text = after(&text, &[set("/driver/10/name", "Langt"), set("/driver/0/id", "aar")]);
    assert!(text.contains("id = \"lang-2\"\nname = \"Langt\""), "{text}");
    assert!(text.contains("length = \"aar\""), "{text}");
}

#[test]
fn what_is_missing_is_told_at_its_field() {
    let text = begin::begun(2027, danish());
    let form = form(&text, &[], danish());
    let paths: Vec<&str> = form.hindrances.iter().filter_map(|hindrance| hindrance.path.as_deref()).collect();
    assert!(paths.contains(&"/title"), "{:?}", form.hindrances);
    assert!(paths.contains(&"/effort/0/name"), "{:?}", form.hindrances);
    assert!(!field(&form, "/title").faults.is_empty());
    assert!(form.says.is_empty());
    let text = after(&template(), &[add("/line")]);
    let form = own_notes::form::form(&text, &[], danish());
    for path in ["/line/5/name", "/line/5/side", "/line/5/rule", "/line/5/area"] {
        assert!(!field(&form, path).faults.is_empty(), "{path}: {:?}", form.hindrances);
    }
    let text = after(&template(), &[set("/driver/4/value", "mange")]);
    let form = own_notes::form::form(&text, &[], danish());
    assert_eq!(form.hindrances.len(), 1);
    assert_eq!(form.hindrances[0].name, "Løn pr. koordinator: mange, Tallet");
    assert_eq!(field(&form, "/driver/4/value").faults, [form.hindrances[0].sentence.clone()]);
}

#[test]
fn a_new_note_is_written_to_its_end() {
    let text = after(
        &begin::begun(2027, danish()),
        &[
            set("/title", "Væresteder"),
            set("/effort/0/name", "Væresteder"),
            add("/driver"),
            set("/driver/1/name", "Husleje"),
            set("/driver/1/unit", "amount-per-year"),
            set("/driver/1/value", "120000"),
            add("/line"),
            set("/line/0/name", "Husleje"),
            set("/line/0/side", "cost"),
            set("/line/0/area", "service"),
            set("/line/0/rule", "fixed"),
            set("/line/0/rule/fixed/amount", "husleje"),
        ],
    );
    let form = form(&text, &[], danish());
    assert_eq!(form.hindrances, [], "{text}");
}

/// The template with amounts in named years for its rooms.
fn with_amounts() -> String {
    let by_phase = "schedule = { first = 0.5, running = 1, after = 0 }";
    let text = template();
    assert!(text.contains(by_phase));
    text.replace(by_phase, "schedule = { amounts = { 2027 = 60000, 2028 = 120000 } }")
}

const AMOUNTS: &str = "/line/1/schedule/amounts";

#[test]
fn amounts_in_named_years_are_written_shown_changed_and_taken_away() {
    let by_phase = ["first", "running", "after"].map(|share| set(&format!("/line/1/schedule/{share}"), ""));
    let first = after(&template(), &by_phase.into_iter().chain([add(AMOUNTS)]).collect::<Vec<_>>());
    assert!(first.contains("schedule = { amounts = {} }"), "{first}");
    let empty = form(&first, &[], danish());
    let years: Vec<&str> = fields(&empty).iter().filter_map(|field| field.path.strip_prefix(AMOUNTS)).collect();
    assert_eq!(years, ["/2027", "/2028", "/2029", "/2030"], "those of the table");
    assert_eq!(field(&empty, "/line/1/schedule/amounts/2028").label, "Beløb i 2028");
    assert_eq!(empty.hindrances.len(), 1, "{:?}", empty.hindrances);
    assert_eq!(empty.hindrances[0].path.as_deref(), Some(AMOUNTS), "an amount is missing");
    // Whatever is typed first, the years stand in order.
    let text = after(
        &first,
        &[set("/line/1/schedule/amounts/2028", "120.000"), set("/line/1/schedule/amounts/2027", "60000")],
    );
    assert_eq!(text, with_amounts());
    let shown = form(&text, &[], danish());
    assert_eq!(shown.hindrances, []);
    let amount = field(&shown, "/line/1/schedule/amounts/2027");
    assert_eq!((amount.value.as_str(), amount.unit.as_str(), &amount.kind), ("60000", "", &FieldKind::Number));
    assert_eq!(field(&shown, "/line/1/schedule/amounts/2029").value, "");
    let text =
        after(&text, &[set("/line/1/schedule/amounts/2028", ""), set("/line/1/schedule/amounts/2027", "90.000,5")]);
    assert!(text.contains("schedule = { amounts = { 2027 = 90000.5 } }"), "{text}");
    let text = after(&text, &[remove(AMOUNTS)]);
    assert!(text.contains("schedule = {}"), "{text}");
    assert_eq!(form(&text, &[], danish()).hindrances, []);
}

#[test]
fn the_amounts_that_the_text_has_are_shown_however_they_are_written() {
    let below = with_amounts().replace(
        "schedule = { amounts = { 2027 = 60000, 2028 = 120000 } }\ncommittees = [{ committee = \"Kultur- og Fritidsudvalget\", share = 1 }]",
        "[line.schedule.amounts]\n# Sent\n2035 = 1\n2028 = 120000",
    );
    let shown = form(&below, &[], danish());
    let years: Vec<&str> = fields(&shown).iter().filter_map(|field| field.path.strip_prefix(AMOUNTS)).collect();
    assert_eq!(years, ["/2027", "/2028", "/2029", "/2030", "/2035"]);
    let text = after(&below, &[set("/line/1/schedule/amounts/2029", "5"), set("/line/1/schedule/amounts/2035", "")]);
    assert!(text.contains("[line.schedule.amounts]\n2028 = 120000\n2029 = 5\n"), "{text}");
    assert_eq!(form(&text, &[], danish()).hindrances, []);
    let later = with_amounts().replace("start = 2027", "start = 2028").replace("2027 = 60000, ", "");
    let later = form(&later, &[], danish());
    let years: Vec<&str> = fields(&later).iter().filter_map(|field| field.path.strip_prefix(AMOUNTS)).collect();
    assert_eq!(years, ["/2028", "/2029", "/2030"], "no amount can fall before the effort begins");
}

#[test]
fn a_fault_of_an_amount_in_a_year_leads_to_its_field() {
    for (edit, path) in [
        (set("/line/1/schedule/amounts/2029", "130000"), "/line/1/schedule/amounts/2029"),
        (set("/line/1/schedule/amounts/2029", "-1"), "/line/1/schedule/amounts/2029"),
        (set("/line/1/schedule/amounts/2030", "1000"), "/line/1/schedule/amounts/2030"),
        (set("/line/1/schedule/amounts/2027", "mange"), "/line/1/schedule/amounts/2027"),
        (set("/line/1/rule", "per-citizen"), "/line/1/schedule/amounts/2027"),
        (set("/line/1/schedule/once", "1"), AMOUNTS),
    ] {
        let text = after(&with_amounts(), std::slice::from_ref(&edit));
        let shown = form(&text, &[], danish());
        let paths: Vec<Option<&str>> = shown.hindrances.iter().map(|hindrance| hindrance.path.as_deref()).collect();
        assert!(paths.contains(&Some(path)), "{edit:?}: {:?}", shown.hindrances);
    }
    let text = after(&with_amounts(), &[set("/line/1/schedule/amounts/2029", "130000")]);
    let shown = form(&text, &[], danish());
    assert_eq!(shown.hindrances[0].name, "Lokaler, Beløb i 2029");
    assert_eq!(field(&shown, "/line/1/schedule/amounts/2029").faults, [shown.hindrances[0].sentence.clone()]);
}

#[test]
fn a_text_with_a_mistake_of_form_has_no_fields_but_says_what_hinders() {
    let form = form("title = \"a", &[], danish());
    assert!(form.sections.is_empty() && !form.hindrances.is_empty());
    assert!(form.hindrances[0].path.is_none());
    assert!(edited("title = \"a", &set("/title", "b"), danish()).is_none());
}

#[test]
fn notes_are_the_same_in_both_forms() {
    for text in SHIPPED.map(shipped).into_iter().chain([template()]) {
        let json = json_of(&text).unwrap();
        assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok(), "{json}");
        let again = toml_of(&json);
        assert!(document(&text).is_some());
        assert_eq!(document(&json), document(&text));
        assert_eq!(document(&again), document(&text));
        assert!(!json.lines().any(|line| line.chars().count() > 400), "it can be read");
    }
}

#[test]
fn numbers_keep_their_digits_in_both_forms() {
    let text =
        "a = 0.1000000000000000000000000001\nb = 1_000\nc = 0xff\nd = +3\ne = [1.50, \"x\\ty\"]\nf = true\ng = inf\n";
    let json = json_of(text).unwrap();
    assert_eq!(
        json,
        "{\n  \"a\": 0.1000000000000000000000000001,\n  \"b\": 1000,\n  \"c\": 255,\n  \"d\": 3,\n  \"e\": [1.50, \"x\\u0009y\"],\n  \"f\": true,\n  \"g\": \"inf\"\n}\n"
    );
    let toml =
        toml_of("{\"a\": 0.1000000000000000000000000001, // a comment\n \"b\": 99999999999999999999, \"n\": null,}");
    assert_eq!(toml, "a = 0.1000000000000000000000000001\nb = \"99999999999999999999\"\n");
}

fn hand() -> impl Strategy<Value = Hand> {
    let typed = prop_oneof![
        "[0-9]{1,6}",
        "[0-9]{1,3},[0-9]{1,4}",
        "[a-zæøå\"'\\\\#;=\\[\\]{} \n]{0,12}",
        Just(String::new()),
        Just("\u{1}\u{feff}𝄞".to_owned()),
    ];
    prop_oneof![
        4 => (any::<usize>(), typed).prop_map(|(field, typed)| Hand::Type(field, typed)),
        3 => (any::<usize>(), any::<usize>()).prop_map(|(field, choice)| Hand::Choose(field, choice)),
        2 => any::<usize>().prop_map(Hand::Add),
        1 => any::<usize>().prop_map(Hand::Remove),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is done in the form, the text stays one that can be read, every field of the form can be changed, and what hinders nothing
    /// is the same note in TOML and in JSON. What stands before the first table is never touched, but for its own fields.
    #[test]
    fn whatever_the_form_leaves_is_a_note_or_says_why_not(
        note in 0_usize..SHIPPED.len() + 3,
        hands in prop::collection::vec(hand(), 1..12),
    ) {
        let text = match SHIPPED.get(note) {
            Some(id) => shipped(id),
            None if note == SHIPPED.len() => template(),
            None if note == SHIPPED.len() + 1 => with_amounts(),
            None => begin::begun(2027, danish()),
        };
        hostile::hands_in_form(&text, &hands, &[]);
    }

    /// Amounts of years that are typed in any order, changed and emptied again, are what the loader computes with: in each year the last one.
    #[test]
    fn amounts_typed_in_the_form_are_the_cells_of_their_years(
        typed in prop::collection::vec((0_u16..3, prop::option::of(0_u32..=120_000)), 1..8),
    ) {
        let edits = typed.iter().map(|(year, amount)| {
            let amount = amount.map(|amount| amount.to_string()).unwrap_or_default();
            set(&format!("{AMOUNTS}/{}", 2027 + year), &amount)
        });
        let start = [set(&format!("{AMOUNTS}/2027"), ""), set(&format!("{AMOUNTS}/2028"), "")];
        let text = after(&with_amounts(), &start.into_iter().chain(edits).collect::<Vec<_>>());
        let last = |year: u16| typed.iter().rev().find(|(at, _)| *at == year).and_then(|(_, amount)| *amount);
        let shown = form(&text, &[], danish());
        if (0..3).all(|year| last(year).is_none()) {
            prop_assert_eq!(shown.hindrances[0].path.as_deref(), Some(AMOUNTS));
            return Ok(());
        }
        prop_assert_eq!(&shown.hindrances, &[], "{}", text);
        let read = read(text.as_bytes(), "a", &[], danish()).unwrap();
        let library = Library::brought(read.handed_on).unwrap();
        let outcome = evaluate(&Scenario::baseline(library.find(&read.note).unwrap())).unwrap();
        let cells: Vec<i64> = outcome.lines[1].cells.iter().map(|cell| cell.get()).collect();
        // Each is rounded to whole thousands, half of one up.
        let expected: Vec<i64> = (0..4).map(|year| i64::from((last(year).unwrap_or_default() + 500) / 1000)).collect();
        prop_assert_eq!(cells, expected, "{}", text);
    }
}
