//! `findings`.

use api::calls;
use engine::findings::{check_all, ranked};
use model::language::Language;

use super::{file, own_note, run, shipped};

#[test]
fn the_json_is_that_of_the_javascript_package() {
    let ran = run(&["findings", "--json"]);
    let expected = serde_json::to_string_pretty(&calls::findings(shipped())).unwrap() + "\n";
    assert_eq!((ran.code, ran.out, ran.err.as_str()), (1, expected, ""), "findings were found");
}

#[test]
fn every_finding_is_said_in_both_languages_with_its_quotes() {
    for language in Language::ALL {
        let ran = run(&["findings", "--lang", language.code()]);
        assert_eq!((ran.code, ran.err.as_str()), (1, ""));
        let (words, documents) = (words::of(language), shipped().documents());
        let checks = check_all(documents);
        for finding in ranked(&checks) {
            let title = format!("\n{} [{}]\n", words.finding_title(documents, finding.check), finding.id);
            assert!(ran.out.contains(&title), "{title}");
            for sentence in words.finding_sentences(documents, finding.check) {
                assert!(ran.out.contains(&format!("\n  {sentence}\n")), "{sentence}");
            }
        }
        assert!(ran.out.contains("Tilbagebetalingstid baseret på serviceeffektivisering: 76"));
    }
}

#[test]
fn with_files_only_what_concerns_them_is_said() {
    let (_folder, path) = file("own.toml", own_note());
    let ran = run(&["findings", path.to_str().unwrap(), "--json"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    let found: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let found = found.as_array().unwrap();
    assert!(!found.is_empty() && found.len() < calls::findings(shipped()).len(), "{}", found.len());
    assert!(found.iter().all(|finding| finding.to_string().contains("of-our-own")), "{}", ran.out);
}
