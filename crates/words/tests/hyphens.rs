//! Long words are parted where a Danish writer would part them.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::fs;

use engine::findings::{Kind, check_all};
use engine::notes::Library;
use model::language::Language;
use words::hyphens::pieces;
use words::rejoined;

/// More letters fit on no line of the narrowest column with wide letters.
const LONGEST_PIECE: usize = 15;

fn parted(text: &str) -> String {
    pieces(text, Language::Danish).join("|")
}

#[test]
fn compounds_are_parted_between_their_words() {
    for expected in [
        "Job og rusmiddel|behandling",
        "Rusmiddel|sags|behandlere (SOF), årsværk",
        "Sags|behandlere og virksomheds|konsulent",
        "Efter|spørgsels|styrede indsats|investeringer i forslaget",
        "veteran|koordinator|årsværk",
        "Beskæftigelses- og Integrations|forvaltningen",
        "Tilgængeligheds|erklæring",
        "kontant|hjælps|modtagere",
    ] {
        assert_eq!(parted(&expected.replace('|', "")), expected);
    }
}

#[test]
fn short_words_numbers_and_other_languages_stay_whole() {
    for text in
        ["", "Indsatsens længde", "IPS-konsulent, pr. årsværk", "004_391215f76121992a.txt", "indsats indsats indsats"]
    {
        assert_eq!(parted(text), text);
    }
    let english = "Treatment caseworkers, and an administration";
    assert_eq!(pieces(english, Language::English), [english]);
}

#[test]
fn every_long_word_of_the_notes_names_can_be_parted() {
    let (library, words) = (Library::embedded().unwrap(), words::of(Language::Danish));
    let documents = library.documents().iter().map(|document| document.title.get("da").0.to_owned());
    let names = library.notes().flat_map(|note| {
        let drivers = note.variant.drivers.iter().map(|driver| words.driver_name(driver));
        let lines = note.variant.lines.iter().map(|line| line.name.get("da").0.to_owned());
        let efforts = note.variant.efforts.iter().map(|effort| effort.name.get("da").0.to_owned());
        drivers.chain(lines).chain(efforts).collect::<Vec<_>>()
    });
    let mut read = 0;
    for name in documents.chain(names) {
        for piece in
            pieces(&name, Language::Danish).iter().flat_map(|piece| piece.split(|letter: char| !letter.is_alphabetic()))
        {
            read += 1;
            let length = piece.chars().count();
            assert!(
                length <= LONGEST_PIECE,
                "{piece} in “{name}” has {length} letters: name its parts in crates/words/da.toml"
            );
        }
    }
    assert!(read > 200, "only {read} pieces were read");
}

#[test]
fn every_long_word_of_the_findings_can_be_parted() {
    let library = Library::embedded().unwrap();
    let (documents, words) = (library.documents(), words::of(Language::Danish));
    let mut texts: Vec<String> = Vec::new();
    for check in check_all(documents) {
        texts.extend(words.finding_sentences(documents, &check));
        texts.extend(words.explanations(documents, &check));
        texts.extend(words.agreeing_values(&check));
        texts.extend(check.all_places().flat_map(|place| [place.place.clone(), place.words.clone()]));
    }
    texts.extend(Kind::ALL.iter().flat_map(|kind| [words.kind(*kind).to_owned(), words.remedy(*kind).to_owned()]));
    let mut too_long: Vec<String> = texts
        .iter()
        .flat_map(|text| pieces(text, Language::Danish))
        .flat_map(|piece| piece.split(|letter: char| !letter.is_alphabetic()))
        .filter(|piece| piece.chars().count() > LONGEST_PIECE)
        .map(str::to_owned)
        .collect();
    too_long.sort();
    too_long.dedup();
    assert!(too_long.is_empty(), "name their parts in crates/words/src/hyphens.rs: {too_long:?}");
}

/// Every quote of the data in which the page joins words that a line break of the document has parted.
#[test]
fn words_that_a_line_break_has_parted_are_shown_joined() {
    let mut shown: Vec<(String, String)> = Vec::new();
    for entry in fs::read_dir(testing::in_repository("data")).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        for quote in text.split("quote = \"").skip(1).map(|rest| rest.split_once('"').unwrap().0) {
            let joined = rejoined(quote);
            assert_eq!(joined.replace(['-', ' '], ""), quote.replace(['-', ' '], ""), "only hyphens and spaces change");
            assert_eq!(rejoined(&joined), joined, "nothing is left to join");
            if joined != quote || quote.contains("- ") {
                shown.push((quote.to_owned(), joined));
            }
        }
    }
    shown.sort();
    shown.dedup();
    let shown: Vec<(&str, &str)> = shown.iter().map(|(read, shown)| (read.as_str(), shown.as_str())).collect();
    assert_eq!(shown, PARTED);
}

/// Quotes with a hyphen at the end of a word, as they were read and as they are shown.
const PARTED: &[(&str, &str)] = &[
    ("0,5 års- værk i SOF", "0,5 årsværk i SOF"),
    ("1.000 kr., Iz- bende p/|", "1.000 kr., Izbende p/|"),
    (
        "20 pct af de borgere, der er etableret en hel- hedsorienteret indsats- for, erijob eller uddan- nelse efter seks mane- der",
        "20 pct af de borgere, der er etableret en helhedsorienteret indsats- for, erijob eller uddannelse efter seks maneder",
    ),
    (
        "25 pct. af de bor- gere, der indgår i ind- satsen, kommer i be- skæftigelse og uddan- nelse",
        "25 pct. af de borgere, der indgår i indsatsen, kommer i beskæftigelse og uddannelse",
    ),
    (
        "40 pct af de veteraner, der er etableret en ko- ordineret indsats om (ml. SOF og BIF), mod- tager et tilbud i BIF ef- ter seks maneder",
        "40 pct af de veteraner, der er etableret en koordineret indsats om (ml. SOF og BIF), modtager et tilbud i BIF efter seks maneder",
    ),
    (
        "50 pct af de børn der deltager i opstarts- event, er i fritidsjob eller er tilmeldt en organiseret foreningsaktivitet tre måneder efter eventet",
        "50 pct af de børn der deltager i opstartsevent, er i fritidsjob eller er tilmeldt en organiseret foreningsaktivitet tre måneder efter eventet",
    ),
    ("Aktivitetsparate bor- gere (+30)", "Aktivitetsparate borgere (+30)"),
    ("BI07 - Pilotforsøg", "BI07 - Pilotforsøg"),
    (
        "Der er ingen risici forbundet med at afprøve en fritidsjob- og foreningsindsats",
        "Der er ingen risici forbundet med at afprøve en fritidsjob- og foreningsindsats",
    ),
    (
        "Det skyl- des, at der er opbygget et godt samarbejde med rusmiddelenhederne, som forvaltnin- gen vurderer med fordel kan videreføres, og i stedet skrue lidt ned for SOFs øvrige ind- sats i projektet",
        "Det skyldes, at der er opbygget et godt samarbejde med rusmiddelenhederne, som forvaltningen vurderer med fordel kan videreføres, og i stedet skrue lidt ned for SOFs øvrige indsats i projektet",
    ),
    (
        "borgere, som har meget be- grænset tilknytning til arbejdsmarkedet",
        "borgere, som har meget begrænset tilknytning til arbejdsmarkedet",
    ),
    ("de bor- gere, der indgår i ind- satsen", "de borgere, der indgår i indsatsen"),
    (
        "de borgere, der er etableret en hel- hedsorienteret indsats- for",
        "de borgere, der er etableret en helhedsorienteret indsats- for",
    ),
    ("de børn der deltager i opstarts- event", "de børn der deltager i opstartsevent"),
    (
        "de veteraner, der er etableret en ko- ordineret indsats om (ml. SOF og BIF)",
        "de veteraner, der er etableret en koordineret indsats om (ml. SOF og BIF)",
    ),
    ("der har haft gode resulta- ter", "der har haft gode resultater"),
    ("ef- ter seks maneder", "efter seks maneder"),
    (
        "efter bestilling fra Be- skeeftigelses- og Integrationsudvalget",
        "efter bestilling fra Beskeeftigelses- og Integrationsudvalget",
    ),
    ("efter seks mane- der", "efter seks maneder"),
    ("erijob eller uddan- nelse", "erijob eller uddannelse"),
    ("finansieret i budget 2022 for perioden 2022- 2025", "finansieret i budget 2022 for perioden 2022- 2025"),
    ("i beskaeftigelse, ordi- neere timer eller ud- dannelse", "i beskaeftigelse, ordineere timer eller uddannelse"),
    ("ikke at være særlige risici for- bundet med tiltaget", "ikke at være særlige risici forbundet med tiltaget"),
    ("kommer i be- skæftigelse og uddan- nelse", "kommer i beskæftigelse og uddannelse"),
    (
        "malrettet sygedag- pengemodtagere med livsstilssygdomme",
        "malrettet sygedagpengemodtagere med livsstilssygdomme",
    ),
    ("mod- tager et tilbud i BIF", "modtager et tilbud i BIF"),
    ("modta- ger rusmiddelsbe- handling samtidigt", "modtager rusmiddelsbehandling samtidigt"),
    ("og en rus- middelindsats fra SOF", "og en rusmiddelindsats fra SOF"),
    ("på cpr- niveau", "på cpr-niveau"),
    ("risiko for livstilssyg- domme pga. psykisk mistrivsel", "risiko for livstilssygdomme pga. psykisk mistrivsel"),
    ("samt en styrket fri- tidsindsats", "samt en styrket fritidsindsats"),
    ("to maneder efter afgang fra projek- tet", "to maneder efter afgang fra projektet"),
    (
        "tovholderens opgave at bidrage til opspo- ring af ledige veteraner",
        "tovholderens opgave at bidrage til opsporing af ledige veteraner",
    ),
    ("uændret til tre IPS-konsu- lenter, mens", "uændret til tre IPS-konsulenter, mens"),
    ("vedtaget med budget 2022 for peri- oden 2022-2025", "vedtaget med budget 2022 for perioden 2022-2025"),
];
