//! Long words are parted where a Danish writer would part them.

use indsatsregner::findings::{Kind, check_all};
use indsatsregner::hyphens::pieces;
use indsatsregner::language::Language;
use indsatsregner::notes::Library;

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
    let english = "Substance-abuse caseworkers, and an administration";
    assert_eq!(pieces(english, Language::English), [english]);
}

#[test]
fn every_long_word_of_the_notes_names_can_be_parted() {
    let library = Library::embedded().unwrap();
    let documents = library.documents().iter().map(|document| document.title.get("da").0.to_owned());
    let names = library.notes().flat_map(|note| {
        let drivers = note.variant.drivers.iter().map(|driver| driver.name.get("da").0.to_owned());
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
                "{piece} in “{name}” has {length} letters: name its parts in src/hyphens.rs"
            );
        }
    }
    assert!(read > 200, "only {read} pieces were read");
}

#[test]
fn every_long_word_of_the_findings_can_be_parted() {
    let library = Library::embedded().unwrap();
    let (documents, words) = (library.documents(), Language::Danish.wording());
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
    assert!(too_long.is_empty(), "name their parts in src/hyphens.rs: {too_long:?}");
}
