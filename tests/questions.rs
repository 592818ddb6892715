//! The questions that readers ask: the facts of their answers against the documents, the sentences, and the ways into the
//! calculator.

mod common;

use std::fs;
use std::path::PathBuf;

use common::{LIBRARY, decimal};
use indsatsregner::aims::Tally;
use indsatsregner::questions::{Asker, Reply, Way, replies};
use indsatsregner::text::{Language, Wording};

fn shipped() -> Vec<Reply<'static>> {
    replies(&LIBRARY)
}

fn said(words: &dyn Wording, reply: &Reply<'_>) -> String {
    words.reply(reply).text().replace('\u{a0}', " ")
}

/// The answers in a language, each with its question.
fn answers(language: Language) -> Vec<(&'static str, String)> {
    let words = language.wording();
    shipped().iter().map(|reply| (words.question(reply), said(words, reply))).collect()
}

#[test]
fn every_question_is_answered_once_in_each_language() {
    for language in Language::ALL {
        let answers = answers(language);
        assert_eq!(answers.len(), 15);
        for (index, (question, answer)) in answers.iter().enumerate() {
            assert!(question.ends_with('?') && answer.ends_with('.'), "{question} {answer}");
            assert!(answers[..index].iter().all(|(earlier, _)| earlier != question), "{question}");
            for wrong in ["  ", "..", ",,", " .", " ,", ",.", "()", "{", "}"] {
                assert!(!answer.contains(wrong), "{wrong:?} in {answer:?}");
            }
        }
    }
    for asker in Asker::ALL {
        assert!(shipped().iter().filter(|reply| reply.asker() == asker).count() > 2, "{asker:?}");
    }
}

#[test]
fn the_facts_are_those_of_the_documents() {
    for reply in shipped() {
        match reply {
            Reply::TargetsMet(results, tally) => {
                let shares: Vec<_> = results.iter().map(|met| (met.share, met.target)).collect();
                assert_eq!(shares, [(decimal("0.47"), decimal("0.50")), (decimal("0.20"), decimal("0.25"))]);
                assert_eq!(tally, Tally { targets: 12, results: 2, due: 7, reported: 1 });
            }
            Reply::CheaperScenario(cheaper) => {
                assert_eq!((cheaper.a_year.get(), cheaper.in_all.get(), cheaper.posts), (369, 1476, decimal("0.5")));
            }
            Reply::Unchanged(all) => {
                let more: Vec<_> = all.iter().map(|one| (one.note.variant.id.as_str(), one.more.get())).collect();
                let expected = [("bi10-2026", 371), ("bi10-2026", 72), ("bi11-2026-s1", -247), ("bi11-2026-s2", 122)];
                assert_eq!(more, expected);
            }
            Reply::AfterwardsNotSaid(all) => {
                let ends: Vec<_> = all.iter().map(|one| (one.note.variant.id.as_str(), one.last)).collect();
                assert_eq!(ends, [("bi10-2026", 2026)]);
            }
            Reply::MoneyInAll(all) => {
                let granted: Vec<_> = all.iter().map(|money| (money.granted.get(), money.years)).collect();
                assert!(granted.contains(&(55_656, (2018, 2025))), "{granted:?}");
                assert!(granted.contains(&(10_016, (2022, 2025))), "{granted:?}");
                let other: Vec<_> = all.iter().filter_map(|money| money.other).map(|(_, more)| more.get()).collect();
                assert_eq!(other, [1000], "BI07 has 56.656 for IPS");
                let asked: Vec<_> = all.iter().flat_map(|money| &money.asked).map(|(_, sum)| sum.get()).collect();
                assert!([31_524, 9_028, 10_504].iter().all(|sum| asked.contains(sum)), "{asked:?}");
            }
            Reply::Consultants(all) => {
                let posts: Vec<_> = all.iter().map(|one| (one.note.document.budget, one.posts.normalize())).collect();
                let expected = [(2018, "6"), (2022, "9"), (2026, "9"), (2026, "3")];
                assert_eq!(posts, expected.map(|(budget, posts)| (budget, decimal(posts))));
            }
            Reply::TargetChanged(pair) => {
                let shares = [pair.left, pair.right].map(|(document, share, _)| (document.budget, share));
                assert_eq!(shares, [(2018, decimal("0.25")), (2022, decimal("0.50"))]);
            }
            Reply::Evaluation(document, evaluation, comparison) => {
                assert_eq!(
                    (document.id.as_str(), evaluation.id.as_str(), comparison.id.as_str()),
                    ("ips-2018", "evaluation", "quarterly")
                );
            }
            Reply::Editions(efforts) => {
                let fitting: Vec<usize> = efforts.iter().map(|(_, editions)| editions.len()).collect();
                // In the order of the efforts: IPS fits both, the veterans none, health edition b alone.
                assert_eq!(fitting, [2, 0, 1]);
            }
            Reply::DearerPosts(pair) => assert!(pair.left.1 < pair.right.1),
            Reply::OtherArea(pair) => assert_eq!((pair.left.0.budget, pair.right.0.budget), (2018, 2022)),
            Reply::TimeSaved(document, remark) => {
                assert_eq!((document.id.as_str(), remark.id.as_str()), ("ips-2018", "coordination-time"));
            }
            Reply::Overhead(documents, all) => {
                assert_eq!((documents.len(), documents[0].id.as_str(), all), (1, "bi11-2026", 5));
            }
            Reply::Indexed(several, level) => assert_eq!((several, level), (10, 8)),
            Reply::Reimbursement => {}
        }
    }
}

/// What the page says the notes are silent about, looked for in the documents themselves where they are at hand.
#[test]
fn no_document_speaks_of_reimbursement() {
    let folder = std::env::var_os("INDSATSREGNER_SOURCES").map_or_else(|| PathBuf::from("../sources"), PathBuf::from);
    for document in LIBRARY.documents() {
        let Ok(text) = fs::read_to_string(folder.join(&document.file)) else { continue };
        assert!(!text.to_lowercase().contains("refusion"), "{}", document.file);
    }
}

#[test]
fn every_way_leads_to_a_note_that_ships() {
    let ways: Vec<Way<'_>> = shipped().iter().flat_map(Reply::ways).collect();
    assert!(ways.len() > 10, "{ways:?}");
    for way in ways {
        let notes = match way {
            Way::Number(note, _) | Way::Set(note, ..) | Way::Note(note) => vec![note],
            Way::Compare(notes) => vec![notes.left, notes.right],
        };
        assert!(notes.iter().all(|note| LIBRARY.find(&note.variant.id).is_some()));
    }
}

#[test]
fn an_answer_word_for_word() {
    let find = |language: Language, question: &str| {
        answers(language).into_iter().find(|(asked, _)| *asked == question).map(|(_, answer)| answer).unwrap()
    };
    assert_eq!(
        find(Language::Danish, "Hvad mister man med det billigere scenarie?"),
        "BI11 i budget 2026, scenarie 1, koster 369.000 kr. mindre om året og 1,476 mio. kr. mindre i alt end BI11 i budget \
         2026, scenarie 2. Forskellen er 0,5 årsværk. Hvad det betyder for andelen i job eller uddannelse, står der ikke \
         noget om."
    );
    assert_eq!(
        find(Language::English, "Were the last targets met?"),
        "No, not where it was measured: 47% against a target of 50% (IPS Rusmiddel) and 20% against a target of 25% (IPS \
         in Sydhavnen). Target and result are not counted alike; see Targets and results. Of 7 follow-ups that a later note \
         could have reported, 6 are missing."
    );
}
