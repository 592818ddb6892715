//! Targets and results of one's own note: with no more than its document says, and as a share or as a number of people.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::aims::aims;
use engine::findings::{Kind, Value, Verdict, check_all};
use engine::notes::Library;
use model::language::Language;
use model::note::{Document, Reach};
use own_notes::read;
use words::AimPart;

/// A note with one effort, and what follows it.
fn with(more: &str) -> String {
    format!(
        r#"
title = "Lektiehjælp"
years = [2027, 2030]
unit = "kr"
[[effort]]
id = "lektier"
name = "Lektiehjælp"
length = "varighed"
citizens = "unge"
effect = {{ full = "andel" }}
[[driver]]
id = "varighed"
name = "Varighed"
unit = "years"
value = 4
[[driver]]
id = "unge"
name = "Unge"
unit = "citizens"
value = 80
[[driver]]
id = "andel"
name = "Andel i job"
unit = "share"
value = 0.3
[[line]]
name = "Plads"
side = "cost"
area = "service"
rule = {{ per-citizen = {{ amount = "pris" }} }}
[[driver]]
id = "pris"
name = "Pris"
unit = "amount-per-outcome"
value = 1000
{more}"#
    )
}

/// 42 young people, and when it is looked at.
const PEOPLE: &str = r#"
[[target]]
id = "i-job"
effort = "lektier"
count = 42
measure = "unge er i job efter et år"
follow_up = "i foråret 2029"
source = { place = "Mål", quote = "42 unge er i job" }
"#;

const RESULT: &str = r#"
[[result]]
id = "malt"
effort = "lektier"
count = 40
measure = "unge var i job efter et år"
period = "2028"
from = 2028
to = 2028
source = { place = "Opfølgning", quote = "40 unge var i job" }
"#;

const SHARE: &str = r#"
[[target]]
id = "andel"
effort = "lektier"
share = 0.5
measure = "af de unge er i job"
source = { place = "Mål", quote = "50 pct. er i job" }
"#;

fn brought(text: &str) -> Library {
    let read = read(text.as_bytes(), "a.toml", &[], words::of(Language::Danish));
    let read = read.unwrap_or_else(|problems| panic!("{problems:#?}"));
    Library::brought(read.handed_on).unwrap()
}

fn own(library: &Library) -> &Document {
    library.documents().iter().find(|document| document.fingerprint.is_some()).unwrap()
}

fn problems(text: &str) -> Vec<String> {
    let problems = read(text.as_bytes(), "a.toml", &[], words::of(Language::Danish)).unwrap_err();
    // Behind it stands which target or effort it is in.
    problems.into_iter().map(|problem| problem.sentence.split(" Det er i ").next().unwrap().to_owned()).collect()
}

/// What is said of the aims of one's own note.
fn said(library: &Library, language: Language) -> Vec<(AimPart, String)> {
    let own = own(library);
    let aims = aims(library.documents());
    let of_own = aims.iter().filter(|aim| aim.concerns(&own.id));
    of_own
        .flat_map(|aim| words::of(language).aim(aim))
        .map(|(part, said)| (part, said.replace('\u{a0}', " ")))
        .collect()
}

#[test]
fn a_target_is_a_number_of_people_and_says_when_it_is_looked_at() {
    let library = brought(&with(PEOPLE));
    let target = &own(&library).targets[0];
    assert_eq!((target.reach, target.aim.as_str(), target.definition.as_str()), (Reach::People(42), "i-job", "i-job"));
    let said = said(&library, Language::Danish);
    assert_eq!(said[0], (AimPart::Promised, "42 unge er i job efter et år (Lektiehjælp i budget 2027)".to_owned()));
    assert_eq!(said[1], (AimPart::NotYet, "Opfølgning: i foråret 2029 (Lektiehjælp i budget 2027).".to_owned()));
}

#[test]
fn a_number_that_was_reached_is_compared_with_the_number_that_was_to_be() {
    let library = brought(&with(&format!("{PEOPLE}{RESULT}")));
    let said = said(&library, Language::English);
    assert!(said.iter().any(|(part, said)| *part == AimPart::Reported && said.starts_with("40 ")), "{said:?}");
    let checks = check_all(library.documents());
    let check =
        checks.iter().find(|check| check.kind == Kind::Result && check.places[1][0].document == own(&library).id);
    let compared = &check.unwrap().compared[0];
    assert_eq!(compared.verdict, Verdict::Differ);
    assert!(matches!(compared.left, Value::Target(Reach::People(42), _)), "{compared:?}");
    assert!(matches!(compared.right, Value::Target(Reach::People(40), _)), "{compared:?}");
}

/// A share and a number of people say nothing of each other.
#[test]
fn a_share_is_not_compared_with_a_number() {
    let library = brought(&with(&format!("{SHARE}{RESULT}")));
    let of_own =
        |check: &&engine::findings::Check| check.places[1].iter().any(|place| place.document == own(&library).id);
    assert_eq!(
        check_all(library.documents()).iter().filter(|check| check.kind == Kind::Result).filter(of_own).count(),
        0
    );
    assert!(said(&library, Language::Danish).iter().all(|(part, _)| *part != AimPart::Reported));
}

#[test]
fn a_share_without_a_word_on_whom_it_is_of_is_one_of_those_in_the_effort() {
    let text = with(SHARE).replace("full = \"andel\"", "full = \"andel\", target = \"andel\"");
    let library = brought(&text);
    let note = own(&library).notes().next().unwrap();
    assert!(note.counts_outcomes(0));
    assert_eq!(note.share_is_of(0), None);
}

#[test]
fn what_is_neither_or_both_is_refused_with_a_sentence() {
    let neither = PEOPLE.replace("count = 42\n", "");
    let both = PEOPLE.replace("count = 42\n", "count = 42\nshare = 0.5\n");
    for target in [neither, both] {
        assert_eq!(problems(&with(&target)), ["Skriv enten en andel eller et antal personer."]);
    }
    assert_eq!(problems(&with(&RESULT.replace("count = 40\n", ""))), ["Skriv enten en andel eller et antal personer."]);
    let of_effect = with(PEOPLE).replace("full = \"andel\"", "full = \"andel\", target = \"i-job\"");
    assert_eq!(problems(&of_effect), ["Målet er et antal personer. Her kan kun stå et mål, der er en andel."]);
}
