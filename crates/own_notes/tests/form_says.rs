//! What the form says of a note: what hinders, in the words of its fields; what may be chosen; how the printed tables come out; and what is
//! worth a look.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::fs;

use engine::note_form::{FieldKind, Group, Hindrance, NoteForm};
use hostile::{fields, groups};
use model::language::Language;
use own_notes::form::edit::edited;
use own_notes::form::{Edit, form};
use own_notes::from_table;
use own_notes::read;
use own_notes::table::{AmountUnit, Table};
use testing::in_repository;
use words::Words;

fn danish() -> Words {
    words::of(Language::Danish)
}

fn template() -> String {
    fs::read_to_string(in_repository("docs/note-template.toml")).unwrap()
}

fn made_up() -> String {
    fs::read_to_string(in_repository("docs/made-up-case.toml")).unwrap()
}

/// A note of a pasted table with five rows.
fn pasted() -> String {
    let table = Table::read(
        "1.000 kr.\t2027\t2028\t2029\nLøn\t100\t200\t200\nDrift\t10\t20\t20\nHusleje\t5\t5\t5\nSparet\t-50\t-60\t-60\nI alt\t65\t165\t165",
    )
    .unwrap();
    from_table::note(&table, "Værksted", AmountUnit::Thousands, danish())
}

fn shown(text: &str) -> NoteForm {
    form(text, &[], danish())
}

#[track_caller]
fn set(text: &str, path: &str, value: &str) -> String {
    edited(text, &Edit::Set { path: path.to_owned(), value: value.to_owned() }, danish()).unwrap()
}

#[track_caller]
fn faults(form: &NoteForm, path: &str) -> Vec<String> {
    fields(form).into_iter().find(|field| field.path == path).unwrap_or_else(|| panic!("{path}")).faults.clone()
}

#[track_caller]
fn choices(form: &NoteForm, path: &str) -> Vec<(String, String)> {
    let found = fields(form).into_iter().find(|field| field.path == path).unwrap_or_else(|| panic!("{path}"));
    let FieldKind::Choice(choices) = &found.kind else { panic!("{found:?}") };
    choices.clone()
}

#[track_caller]
fn ids(form: &NoteForm, path: &str) -> Vec<String> {
    choices(form, path).into_iter().map(|(id, _)| id).filter(|id| !id.is_empty()).collect()
}

#[track_caller]
fn group(form: &NoteForm, path: &str) -> Group {
    groups(form).into_iter().find(|group| group.path == path).unwrap_or_else(|| panic!("{path}")).clone()
}

fn sentences(found: &[Hindrance]) -> Vec<String> {
    found.iter().map(|one| format!("{}: {}", one.name, one.sentence)).collect()
}

#[test]
fn faults_have_the_words_of_the_fields() {
    let text = template();
    let empty = shown(&set(&text, "/effort/0/effect/full", ""));
    assert_eq!(faults(&empty, "/effort/0/effect/full"), ["Det mangler i notatet."]);
    let empty = shown(&set(&text, "/driver/1/value", ""));
    assert_eq!(faults(&empty, "/driver/1/value"), ["Det mangler i notatet."]);
    let form = shown(&edited(&text, &Edit::Remove { path: "/effort/0/effect".to_owned() }, danish()).unwrap());
    let said = sentences(&form.hindrances).join("\n");
    assert!(said.contains("”Tilføj effekt”"), "{said}");
    let with_effect = shown(&set(&text, "/effort/0/citizens", ""));
    let said = sentences(&with_effect.hindrances).join("\n");
    assert!(said.contains("”Forudsætning for antallet af borgere”"), "{said}");
    assert!(!said.contains("citizens") && !said.contains("sparede-ydelser"), "{said}");
    // What another one is called stands by its name.
    let form = shown(&set(&text, "/line/0/rule/staff/posts", "lokaler"));
    assert_eq!(
        faults(&form, "/line/0/rule/staff/posts"),
        ["Forudsætningen ”Lokaler” tælles i noget andet. Her skal bruges en, der tælles i: årsværk."]
    );
    let form = shown(&set(&text, "/line/2/rule/share-of/lines", "Lokaler; Sparede ydelser"));
    let said = sentences(&form.hindrances).join("\n");
    assert!(said.contains("”Sparede ydelser” skal stå over"), "{said}");
    let unknown = set(&text, "/line/2/rule/share-of/lines", "Kontorer");
    let said = sentences(&shown(&unknown).hindrances).join("\n");
    assert!(said.contains("Der er ingen post i notatet, der hedder ”Kontorer”."), "{said}");
    let twice = set(&text, "/driver/1/id", "lokaler");
    assert_eq!(faults(&shown(&twice), "/driver/5/id"), ["Navnet ”lokaler” er brugt allerede. Vælg et andet."]);
    let of_format = set(&text, "/effort/0/start", "snart");
    let said = sentences(&shown(&of_format).hindrances).join("\n");
    assert!(!said.contains("anførselstegn"), "{said}");
}

#[test]
fn faults_have_shares_as_they_were_typed() {
    let form = shown(&set(&template(), "/driver/2/value", "125"));
    let said = faults(&form, "/driver/2/value").join(" ");
    assert!(said.contains("125\u{a0}%") && said.contains("100\u{a0}%"), "{said}");
    let form = shown(&set(&template(), "/line/1/schedule/first", "150"));
    let said = faults(&form, "/line/1/schedule/first").join(" ");
    assert!(said.contains("150\u{a0}%"), "{said}");
    let form = shown(&set(&template(), "/driver/2/range/low", "60"));
    let said = sentences(&form.hindrances).join(" ");
    assert!(said.contains("60\u{a0}%") && !said.contains("0,6"), "{said}");
    let form = shown(&set(&template(), "/line/0/committees/0/share", "80"));
    let said = sentences(&form.hindrances).join(" ");
    assert!(said.contains("100 % i alt. De giver 80\u{a0}%."), "{said}");
}

#[test]
fn a_list_offers_what_fits() {
    let form = shown(&template());
    assert_eq!(ids(&form, "/effort/0/length"), ["varighed"]);
    assert_eq!(ids(&form, "/effort/0/citizens"), ["unge"]);
    assert_eq!(ids(&form, "/effort/0/effect/full"), ["gennemfoerer", "overhead", "refusion"]);
    assert_eq!(ids(&form, "/line/0/rule/staff/cost"), ["aarsloen", "loft"]);
    assert_eq!(ids(&form, "/line/3/rule/share-of/limit"), ["aarsloen", "lokaler", "loft", "mindre-ydelse"]);
    // What is chosen already stays, by its name.
    let wrong = set(&template(), "/effort/0/citizens", "lokaler");
    let kept = choices(&shown(&wrong), "/effort/0/citizens");
    assert!(kept.contains(&("lokaler".to_owned(), "Lokaler".to_owned())), "{kept:?}");
    // One that does not say yet what it is counted in fits everywhere.
    let open = set(&template(), "/driver/5/unit", "");
    assert!(ids(&shown(&open), "/effort/0/citizens").contains(&"lokaler".to_owned()));
    // An assumption follows one that is counted alike, and neither itself nor one that follows another.
    let follows = edited(&template(), &Edit::Add { path: "/driver/6/follows".to_owned() }, danish()).unwrap();
    assert_eq!(ids(&shown(&follows), "/driver/6/follows/driver"), ["gennemfoerer", "refusion"]);
    let both = edited(
        &set(&follows, "/driver/6/follows/driver", "gennemfoerer"),
        &Edit::Add { path: "/driver/7/follows".to_owned() },
        danish(),
    )
    .unwrap();
    assert_eq!(ids(&shown(&both), "/driver/7/follows/driver"), ["gennemfoerer"]);
}

#[test]
fn a_list_of_which_nothing_fits_says_what_is_missing() {
    let form = shown(&pasted());
    let field = fields(&form).into_iter().find(|field| field.path == "/effort/0/citizens").unwrap();
    assert_eq!(ids(&form, "/effort/0/citizens"), [""; 0]);
    assert!(field.help.contains("tælles i borgere"), "{}", field.help);
}

/// What the form offers is what the loader takes.
#[test]
fn what_a_list_offers_is_what_the_loader_takes() {
    let units = [
        "citizens",
        "citizens-per-post",
        "posts",
        "cost-per-post",
        "share",
        "amount-per-outcome",
        "amount-per-year",
        "courses",
        "amount-each",
        "years",
    ];
    let one =
        |unit: &str| format!("\n[[driver]]\nid = \"a-{unit}\"\nname = \"A {unit}\"\nunit = \"{unit}\"\nvalue = 1\n");
    let one_of_each = units.map(one).concat();
    let rules = [
        ("staff", vec![("posts", "posts"), ("cost", "cost-per-post")]),
        ("fixed", vec![("amount", "amount-per-year")]),
        ("per-citizen", vec![("amount", "amount-per-outcome")]),
        ("per-outcome", vec![("amount", "amount-per-outcome")]),
        ("per-course", vec![("courses", "courses"), ("amount", "amount-each")]),
        ("per-event", vec![("people", "citizens"), ("probability", "share"), ("amount", "amount-each")]),
    ];
    let mut paths: Vec<(String, String)> = ["length", "citizens", "caseload", "effect/full", "effect/residual"]
        .map(|field| (template(), format!("/effort/0/{field}")))
        .into();
    for (rule, fields) in rules {
        let path = |field: &str| format!("/line/1/rule/{rule}/{field}");
        let text = set(&template(), "/line/1/rule", rule);
        let whole = fields.iter().fold(text, |text, (field, unit)| set(&text, &path(field), &format!("a-{unit}")));
        paths.extend(fields.into_iter().map(|(field, _)| (whole.clone(), path(field))));
    }
    paths.extend(["share", "limit"].map(|field| (template(), format!("/line/3/rule/share-of/{field}"))));
    for (text, path) in paths {
        let text = format!("{text}{one_of_each}");
        let offered = ids(&shown(&set(&text, &path, "")), &path);
        for unit in units {
            let id = format!("a-{unit}");
            let form = shown(&set(&text, &path, &id));
            let is_refused = faults(&form, &path).iter().any(|fault| fault.contains("tælles i noget andet"));
            assert_eq!(offered.contains(&id), !is_refused, "{path} {unit}");
        }
    }
}

#[test]
fn a_row_of_a_table_is_offered_to_one_line() {
    let form = shown(&pasted());
    assert_eq!(ids(&form, "/line/0/row"), ["table-1/loen"]);
    let free = set(&pasted(), "/line/1/row", "");
    assert_eq!(ids(&shown(&free), "/line/0/row"), ["table-1/loen", "table-1/drift"]);
}

#[test]
fn printed_numbers_that_come_out_are_counted() {
    let check = shown(&pasted()).printed.unwrap();
    assert_eq!(check.says, "Alle 15 tal i dokumentets tabeller kommer ud.");
    assert_eq!(check.differing, []);
    assert_eq!(shown(&template()).printed, None, "it has no table");
}

#[test]
fn printed_numbers_that_do_not_come_out_are_named_with_both() {
    let text = set(&pasted(), "/table/0/row/0/cells/1", "210");
    let check = shown(&text).printed.unwrap();
    assert!(check.says.starts_with("13 af 15 tal i dokumentets tabeller kommer ud."), "{}", check.says);
    assert_eq!(
        sentences(&check.differing),
        [
            "”Løn” i 2028: der står 210, men regnestykket giver 200.",
            "”I alt” i 2028: der står 165, men delene giver 175.",
        ]
    );
    assert_eq!(check.differing[0].path.as_deref(), Some("/table/0/row/0/cells/1"));
    // A row that nothing belongs to is compared with nothing, and that is said.
    let check = shown(&set(&pasted(), "/line/2/row", "")).printed.unwrap();
    assert!(check.says.contains("12 tal") && check.says.contains("”Husleje”"), "{}", check.says);
    assert!(shown(&made_up()).printed.unwrap().differing.is_empty());
}

#[test]
fn a_year_beyond_the_table_is_one_fault_of_the_years() {
    for (path, value) in [("/years/1", "2031"), ("/years/0", "2026")] {
        let form = shown(&set(&pasted(), path, value));
        let said = sentences(&form.hindrances);
        assert_eq!(said.len(), 1, "{said:?}");
        assert_eq!(form.hindrances[0].path.as_deref(), Some(path));
        assert!(said[0].contains(if path == "/years/1" { "2030" } else { "2026" }), "{said:?}");
        assert!(!said[0].contains("table-1"), "{said:?}");
    }
}

#[test]
fn a_row_that_leaves_the_phase_in_says_so() {
    let phased = set(&template(), "/effort/0/phase_in", "0; 50; 100");
    assert_eq!(shown(&phased).remarks, [], "no row that follows the people has a schedule");
    let own = set(&phased, "/line/4/schedule/years", "50; 100");
    let form = shown(&own);
    assert_eq!(form.hindrances, []);
    let [remark] = &form.remarks[..] else { panic!("{:?}", form.remarks) };
    assert_eq!(remark.path.as_deref(), Some("/line/4/schedule"));
    let schedule = group(&form, "/line/4/schedule");
    assert_eq!(schedule.remarks, std::slice::from_ref(&remark.sentence));
    assert!(remark.sentence.contains(&schedule.removal), "{} {}", remark.sentence, schedule.removal);
    let removed = edited(&own, &Edit::Remove { path: "/line/4/schedule".to_owned() }, danish()).unwrap();
    assert_eq!(shown(&removed).remarks, []);
}

#[test]
fn things_with_the_same_name_are_told_apart() {
    let twice = set(&set(&template(), "/driver/5/name", "Overhead af lønnen"), "/driver/5/unit", "share");
    let form = shown(&twice);
    let said: Vec<&str> = form.remarks.iter().map(|remark| remark.sentence.as_str()).collect();
    assert_eq!(
        said,
        [
            "Nr. 6 og nr. 7 under ”Forudsætninger” hedder begge ”Overhead af lønnen”. Giv den ene et andet navn, så de kan kendes fra hinanden på lister."
        ]
    );
    for path in ["/driver/5", "/driver/6"] {
        assert_eq!(group(&form, path).remarks.len(), 1, "{path}");
    }
    let names: Vec<String> = choices(&form, "/line/2/rule/share-of/share").into_iter().map(|(_, name)| name).collect();
    assert!(names.contains(&"Overhead af lønnen: lokaler".to_owned()), "{names:?}");
    let rows = set(&template(), "/line/1/name", "koordinatorer");
    assert_eq!(shown(&rows).remarks.len(), 1);
    // Whoever opens the file is told the line.
    let read = read(rows.as_bytes(), "a.toml", &[], danish()).unwrap();
    let line = rows.lines().position(|line| line == "name = \"Koordinatorer\"");
    assert!(line.is_some());
    assert!(
        read.remarks.iter().any(|remark| remark.starts_with("Linje ") && remark.contains("En anden post, i linje")),
        "{:?}",
        read.remarks
    );
}

#[test]
fn what_the_loader_remarks_on_stands_at_its_field() {
    let text = template().replace(
        "[[driver]]\nid = \"mindre-ydelse\"",
        "[[driver]]\nid = \"ydelse\"\nname = \"Ydelse\"\nunit = \"amount-per-year\"\nvalue = 7\norigin = { derived = { how = \"a\", \
         from = [{ place = \"b\", quote = \"7\" }] } }\n\n[[driver]]\nid = \"mindre-ydelse\"",
    );
    let form = shown(&text);
    assert_eq!(form.hindrances, []);
    let [remark] = &form.remarks[..] else { panic!("{:?}", form.remarks) };
    assert!(remark.path.as_deref().is_some_and(|path| path.starts_with("/driver/9")), "{remark:?}");
    assert!(!remark.sentence.contains("ydelse”"), "{remark:?}");
}
