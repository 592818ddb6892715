//! Language files with planted faults.

use std::fs;

use model::language::Language;

use super::{Fault, Record, Source, generate, sources};

const RECORDS: [Record; 3] = [
    Record { path: "super::Term", required: &["name", "meaning"], optional: &["danish"], ..Record::EMPTY },
    Record { path: "super::Passage", required: &["title"], lists: &["sentences"], ..Record::EMPTY },
    Record {
        path: "super::Head",
        section: Some("language"),
        required: &["name"],
        marks: &["decimals"],
        lists: &["articles"],
        ..Record::EMPTY
    },
];

const DANISH: &str = r#"
[screen]
# The title.
title = "Overblik"
# Below the title. year: the year of payback.
paid_back = "Tjent hjem i *{year}*."
moves = "{what} flytter det fra {from} til {to}."
more = { one = "{count} ændring mere i {year}", other = "{count} ændringer mere i {year}" }
both = "{*first*} og {second}"
noun = { one = "borger", other = "borgere" }
star = '\* En stjerne \{og en klamme\}'
months = ["januar", "februar"]

[[screen.terms]]
name = "plads"
meaning = "Én borger ad gangen."

[[screen.passages]]
title = "Tilsyn"
sentences = ["En.", "To."]

[screen.below]
help = "Hjælp"

[language]
name = "Dansk"
decimals = ","
articles = []
"#;

const ENGLISH: &str = r#"
[screen]
paid_back = "Pays for itself in *{year}*."
title = "Overview"
moves = "{what} moves it to {to} from {from}."
more = { one = "{count} more change in {year}", other = "{count} more changes in {year}" }
both = "{*first*} and {second}"
noun = { one = "citizen", other = "citizens" }
star = '\* A star'
months = ["January", "February"]

[[screen.terms]]
name = "place"
danish = "plads"
meaning = "One citizen at a time."

[[screen.passages]]
title = "Supervision"
sentences = ["One."]

[screen.below]
help = "Help"

[language]
name = "English"
decimals = "."
articles = ["The", "A"]
"#;

fn generated(danish: &str, english: &str) -> Result<String, Vec<Fault>> {
    let source = |(language, text): (Language, &str)| Source {
        path: format!("{}.toml", language.code()),
        language,
        text: text.to_owned(),
    };
    let sources = [(Language::Danish, danish), (Language::English, english)].map(source);
    generate(&sources, &RECORDS)
}

/// The faults when in the Danish file one text stands for another.
#[track_caller]
fn faults(of: &str, becomes: &str) -> Vec<String> {
    assert!(DANISH.contains(of), "{of} is not in the file");
    let faults = generated(&DANISH.replacen(of, becomes, 1), ENGLISH).expect_err("a fault was planted");
    faults.iter().map(Fault::to_string).collect()
}

#[test]
fn messages_become_fields_functions_and_statics() {
    let source = generated(DANISH, ENGLISH).unwrap();
    for expected in [
        "pub struct Messages {",
        "pub screen: In<Screen>,",
        "/// The title.\n    ///\n    /// > Overblik\n    pub title: &'static str,",
        "pub fn paid_back<'p>(&self, year: impl Into<Part<'p>>) -> Phrase {",
        "fill_phrase(self.paid_back, &[year.into()])",
        // The order of the places is that of the alphabet, in whichever order a language says them.
        "pub fn moves<'p>(&self, from: at::From<impl Into<Text<'p>>>, to: at::To<impl Into<Text<'p>>>, what: at::What<impl Into<Text<'p>>>) -> String {",
        "fill(self.moves, &[from.0.into(), to.0.into(), what.0.into()])",
        "    /// The place `from`.\n    pub struct From<V>(pub V);",
        "moves: \"\\u{3} flytter det fra \\u{1} til \\u{2}.\",",
        "moves: \"\\u{3} moves it to \\u{2} from \\u{1}.\",",
        "paid_back: \"Tjent hjem i \\0\\u{1}\\0.\",",
        "pub fn more<'p>(&self, count: &Count, year: impl Into<Text<'p>>) -> String {",
        "more: Forms { one: \"\\u{1} ændring mere i \\u{2}\", other: \"\\u{1} ændringer mere i \\u{2}\" },",
        "pub fn noun(&self, count: &Count) -> &'static str {",
        "pub fn both<'p>(&self, first: at::First<impl Into<Part<'p>>>, second: at::Second<impl Into<Part<'p>>>) -> Phrase {",
        "star: \"* En stjerne {og en klamme}\",",
        "pub months: [&'static str; 2],",
        "pub terms: &'static [super::Term],",
        "super::Term { name: \"place\", meaning: \"One citizen at a time.\", danish: Some(\"plads\"), }",
        "super::Passage { title: \"Tilsyn\", sentences: &[\"En.\", \"To.\"], }",
        "super::Head { name: \"Dansk\", decimals: ',', articles: &[], }",
        "super::Head { name: \"English\", decimals: '.', articles: &[\"The\", \"A\"], }",
        "pub const fn of(language: Language) -> &'static Messages {",
        "Language::Danish => &DANISH,",
        "Language::English => &ENGLISH,",
        "static DANISH: Messages = Messages {",
        "static ENGLISH: Messages = Messages {",
    ] {
        assert!(source.contains(expected), "{expected} is not in\n{source}");
    }
    // The fields of both languages stand in the order of the first.
    let english = source.split_once("static ENGLISH").unwrap().1;
    assert!(english.find("title:").unwrap() < english.find("paid_back:").unwrap());
}

#[test]
fn a_fault_in_the_form_of_a_message_is_named_with_its_file_line_and_key() {
    for (of, becomes, fault) in [
        ("\"Overblik\"", "\"\"", "da.toml:4: screen.title: nothing is said"),
        ("\"Overblik\"", "\" Overblik\"", "da.toml:4: screen.title: a space stands before or after the message"),
        ("\"Overblik\"", "\"Overblik \"", "da.toml:4: screen.title: a space stands before or after the message"),
        ("\"Overblik\"", "\"Over  blik\"", "da.toml:4: screen.title: two spaces stand together"),
        (
            "\"Overblik\"",
            "\"Over\\nblik\"",
            "da.toml:4: screen.title: a message is one line without control characters",
        ),
        ("\"Overblik\"", "\"Over<br>blik\"", "da.toml:4: screen.title: the only markup is *emphasis*"),
        ("\"Overblik\"", "\"Over&shy;blik\"", "da.toml:4: screen.title: the only markup is *emphasis*"),
        ("\"Overblik\"", "\"Over [her](x)\"", "da.toml:4: screen.title: the only markup is *emphasis*"),
        ("\"Overblik\"", "3", "da.toml:4: screen.title: a message is a text"),
        ("{year}*.", "{year.", "da.toml:6: screen.paid_back: a `{` is never closed"),
        ("{year}*.", "year}*.", "da.toml:6: screen.paid_back: a `}` closes nothing"),
        (
            "{year}*.",
            "{Year}*.",
            "da.toml:6: screen.paid_back: {Year} is no name of a place: it takes small letters and `_`",
        ),
        ("{year}*.", "{year}.", "da.toml:6: screen.paid_back: a `*` has no other: emphasis begins and ends with one"),
        ("*{year}*.", "**{year}.", "da.toml:6: screen.paid_back: nothing is emphasized between two `*`"),
        ("*{year}*.", "* {year}*.", "da.toml:6: screen.paid_back: a space stands behind the `*` that begins emphasis"),
        ("*{year}*.", "*{year} *.", "da.toml:6: screen.paid_back: a space stands before the `*` that ends emphasis"),
        ("'\\* En", "'\\x En", "da.toml:11: screen.star: a `\\` stands before none of `*`, `{`, `}` and `\\`"),
        ("noun = {", "Noun = {", "da.toml:10: screen.Noun: a key takes small letters, digits and `_`"),
        ("one = \"borger\", ", "", "da.toml:10: screen.noun: the form `one` is missing"),
        (
            "one = \"borger\"",
            "one = \"borger\", few = \"x\"",
            "da.toml:10: screen.noun: `few` is no form of this language: it has `one` and `other`",
        ),
        (
            "ændring mere i {year}",
            "ændring mere",
            "da.toml:8: screen.more: the forms have other places or another emphasis",
        ),
        ("meaning = \"Én borger ad gangen.\"\n", "", "da.toml:14: screen.terms: a record lacks the text `meaning`"),
        ("meaning = ", "sense = ", "da.toml:14: screen.terms: no kind of record has these fields"),
        (
            "decimals = \",\"",
            "decimals = \"komma\"",
            "da.toml:25: language: a record lacks the single letter `decimals`",
        ),
        ("decimals = \",\"", "", "da.toml:25: language: a record lacks the single letter `decimals`"),
        ("articles = []", "articles = \"\"", "da.toml:25: language: a record lacks the list `articles`"),
        ("articles = []", "articles = []\nplural = \"er\"", "da.toml:29: language: the record has no field `plural`"),
        ("\"januar\"", "\"{januar}\"", "da.toml:12: screen.months: a text in a list has no places and no emphasis"),
        ("\"januar\"", "\"\"", "da.toml:12: screen.months: nothing is said"),
    ] {
        let found = faults(of, becomes);
        assert!(found.contains(&fault.to_owned()), "{becomes}: {found:#?}");
    }
}

#[test]
fn a_difference_between_the_languages_is_named_with_its_file_line_and_key() {
    for (of, becomes, fault) in [
        ("title = \"Overblik\"\n", "", "en.toml:4: screen.title: is not in da.toml"),
        (
            "title = \"Overblik\"",
            "title = \"Overblik\"\nextra = \"Mere\"",
            "da.toml:5: screen.extra: is not in en.toml",
        ),
        ("*{year}*", "*{years}*", "en.toml:3: screen.paid_back: has the places {year}, but {years} in da.toml"),
        ("*{year}*", "{year}", "en.toml:3: screen.paid_back: emphasizes 1 pieces, but 0 in da.toml"),
        (
            "flytter det fra {from}",
            "flytter det",
            "en.toml:5: screen.moves: has the places {from}, {to}, {what}, but {to}, {what} in da.toml",
        ),
        (
            "noun = { one = \"borger\", other = \"borgere\" }",
            "noun = \"borgere\"",
            "en.toml:8: screen.noun: is a message with forms, but a message in da.toml",
        ),
        ("{*first*}", "{first}", "en.toml:7: screen.both: emphasizes 1 pieces, but 0 in da.toml"),
        ("\"januar\", ", "", "en.toml:10: screen.months: has 2 texts, but 1 in da.toml"),
        (
            "[[screen.terms]]",
            "[[screen.terms]]\nname = \"x\"\nmeaning = \"y\"\n[[screen.terms]]",
            "en.toml:12: screen.terms: has 1 records, but 2 in da.toml",
        ),
    ] {
        let found = faults(of, becomes);
        assert!(found.contains(&fault.to_owned()), "{becomes}: {found:#?}");
    }
}

#[test]
fn all_faults_are_named_at_once_and_broken_toml_too() {
    let danish = DANISH.replace("\"Overblik\"", "\"Overblik \"").replace("\"Hjælp\"", "\"\"");
    let found: Vec<String> = generated(&danish, &ENGLISH.replace("\"Help\"", "\"*Help\""))
        .unwrap_err()
        .iter()
        .map(Fault::to_string)
        .collect();
    assert_eq!(found.len(), 3, "{found:#?}");
    let found: Vec<String> =
        generated("[screen\ntitle = ", ENGLISH).unwrap_err().iter().map(Fault::to_string).collect();
    assert!(found.iter().any(|fault| fault.starts_with("da.toml:1: ")), "{found:#?}");
}

#[test]
fn each_language_of_the_page_has_one_file_and_no_other_language_has_one() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str| fs::write(folder.path().join(name), "").unwrap();
    write("Cargo.toml");
    write("readme.md");
    for language in Language::ALL {
        write(&format!("{}.toml", language.code()));
    }
    let found = sources(folder.path(), "words").unwrap();
    assert_eq!(found.iter().map(|source| source.language).collect::<Vec<_>>(), Language::ALL);
    assert_eq!(found[0].path, "words/da.toml");

    write("xx.toml");
    fs::remove_file(folder.path().join("da.toml")).unwrap();
    let faults: Vec<String> = sources(folder.path(), "words").unwrap_err().iter().map(Fault::to_string).collect();
    assert!(faults[0].starts_with("words/da.toml:1: the file of Danish cannot be read"), "{faults:?}");
    assert_eq!(faults[1..], ["words/xx.toml:1: no language of the page has this code"]);
}
