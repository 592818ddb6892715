//! The questions that readers ask: the facts of their answers against the documents, the sentences, and the ways into the
//! calculator.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::fs;

use engine::aims::Tally;
use engine::computed::Computed;
use engine::explain::{Ask, Quantity, Step, explain};
use engine::questions::{Asker, Claim, Reply, Way, replies};
use engine::sensitivity::BreakEven;
use model::evaluate::Perspective;
use model::language::Language;
use model::scenario::Scenario;
use testing::{LIBRARY, decimal};
use words::{Phrase, Piece, Words};

fn shipped() -> Vec<Reply<'static>> {
    replies(&LIBRARY)
}

fn said(words: Words, reply: &Reply<'_>) -> String {
    words.reply(reply).text().replace('\u{a0}', " ")
}

/// The answers in a language, each with its question.
fn answers(language: Language) -> Vec<(String, String)> {
    let words = words::of(language);
    shipped().iter().map(|reply| (words.question(reply).into_owned(), said(words, reply))).collect()
}

#[test]
fn every_question_is_answered_once_in_each_language() {
    for language in Language::ALL {
        let answers = answers(language);
        assert_eq!(answers.len(), 17);
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
                let shares = results.iter().map(|met| [met.reached, met.target].map(|reach| reach.share().unwrap()));
                assert_eq!(
                    shares.collect::<Vec<_>>(),
                    [["0.47", "0.50"], ["0.20", "0.25"]].map(|pair| pair.map(decimal))
                );
                assert_eq!(tally, Tally { targets: 12, results: 2, due: 7, reported: 1 });
            }
            Reply::CheaperScenario(cheaper) => {
                assert_eq!((cheaper.a_year.get(), cheaper.in_all.get(), cheaper.posts), (369, 1476, decimal("0.5")));
                let (reason, administrations) = cheaper.reason.clone().unwrap();
                assert_eq!((reason.id.as_str(), administrations.len()), ("half-post", 1));
            }
            Reply::Unchanged(all) => {
                let more: Vec<_> = all.iter().map(|one| (one.note.variant.id.as_str(), one.more.get())).collect();
                // Scenario 1 of BI11 is an adjusted grant: only its consultants are unchanged.
                let expected = [("bi10-2026", 371), ("bi10-2026", 72), ("bi11-2026-s2", 122)];
                assert_eq!(more, expected);
            }
            Reply::WhoPays(it) => {
                assert_eq!((it.note.variant.id.as_str(), it.years), ("ips-2018", (2018, 2022)));
                let of_committees =
                    it.committees.iter().map(|sides| (sides.perspective.id(it.note.variant), sides.returned.unwrap()));
                let returned: Vec<_> = [("total", it.total), ("service", it.service.unwrap())]
                    .into_iter()
                    .chain(of_committees)
                    .map(|(id, returned)| (id, returned.round_dp(2)))
                    .collect();
                let expected = [("total", "1.11"), ("service", "0.16"), ("biu", "1.43"), ("sud", "0.27")];
                assert_eq!(returned, expected.map(|(id, returned)| (id, decimal(returned))));
                let costs: i64 = it.committees.iter().map(|sides| sides.costs.get()).sum();
                assert_eq!(costs, 19_416, "the committees pay all of it");
            }
            Reply::Claim(claim) => the_claim_of_2018(&claim),
            Reply::AfterwardsNotSaid(all) => {
                let ends: Vec<_> =
                    all.iter().map(|one| (one.note.variant.efforts[one.effort].id.as_str(), one.last)).collect();
                // Both scenarios of BI11 ask for Sydhavnen.
                assert_eq!(ends, [("health", 2026), ("ips", 2029), ("veterans", 2029), ("sydhavnen", 2029)]);
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
                let shares = [pair.left, pair.right].map(|(document, reach, _)| (document.budget, reach.share()));
                assert_eq!(shares, [(2018, Some(decimal("0.25"))), (2022, Some(decimal("0.50")))]);
            }
            Reply::Evaluation(document, evaluation, comparison) => {
                assert_eq!(
                    (document.id.as_str(), evaluation.id.as_str(), comparison.id.as_str()),
                    ("ips-2018", "evaluation", "quarterly")
                );
            }
            Reply::Editions(efforts) => {
                let facts = efforts.iter().map(|it| {
                    let proposed: Vec<i64> = it.proposed.iter().map(|(_, amount)| amount.get()).collect();
                    (it.fitting.len(), proposed, it.granted.get())
                });
                // In the order of the efforts: IPS fits both, the veterans none, health edition b alone.
                let expected = [(2, vec![7510, 7510], 7510), (0, vec![1500, 1500], 1573), (1, vec![3820, 4130], 4130)];
                assert_eq!(facts.collect::<Vec<_>>(), expected);
            }
            Reply::DearerPosts(notes, administrations) => {
                assert_eq!((notes.left.1, notes.right.1), (2022, 2026));
                let rises = administrations.iter().flat_map(|(_, rises)| rises);
                let rises: Vec<String> = rises
                    .map(|(name, rise)| format!("{} {}", name.get("da").0, (rise * decimal("100")).round_dp(1)))
                    .collect();
                assert!(rises.iter().any(|rise| rise == "IPS-konsulenter 0.7"), "{rises:?}");
                assert!(
                    rises.iter().any(|rise| rise == "Projektledelse 18.9" || rise == "Projektleder 18.9"),
                    "{rises:?}"
                );
            }
            Reply::OtherArea(pair) => assert_eq!((pair.left.0.budget, pair.right.0.budget), (2018, 2022)),
            Reply::TimeSaved(document, remark) => {
                assert_eq!((document.id.as_str(), remark.id.as_str()), ("ips-2018", "coordination-time"));
            }
            Reply::Overhead(documents, all) => {
                assert_eq!((documents.len(), documents[0].id.as_str(), all), (1, "bi11-2026", 5));
            }
            Reply::Indexed(indexed) => {
                // Three grants for IPS, one each for veterans, health and Sydhavnen. That of 2019 is listed with two sets of amounts.
                assert_eq!((indexed.several, indexed.level), (6, 5));
                let moved: Vec<_> =
                    indexed.moved.iter().map(|(_, proposed, granted)| (proposed.get(), granted.get())).collect();
                assert_eq!((indexed.proposed, moved), (4, vec![(1500, 1573)]), "only that for veterans moved");
            }
            Reply::Reimbursement => {}
        }
    }
}

/// Four years, with 54.000 kr. to spare of 19,4 million; and what its limits leave.
fn the_claim_of_2018(claim: &Claim<'_>) {
    assert_eq!((claim.note.variant.id.as_str(), claim.years), ("ips-2018", 4));
    let margin = claim.margin;
    assert_eq!((margin.end_of, margin.balance.get(), margin.spent.get()), (2021, -54, 19_416));
    let limits =
        claim.limits.iter().map(|(ix, limit)| (claim.note.variant.driver(*ix).unwrap().id.as_str(), limit.clone()));
    let expected = [
        ("effect", BreakEven::AtLeast(decimal("0.2493"))),
        ("caseload", BreakEven::AtLeast(decimal("24.9"))),
        ("anyway", BreakEven::AtMost(decimal("0.0028"))),
    ];
    assert_eq!(limits.collect::<Vec<_>>(), expected);
    assert_eq!(claim.rate, decimal("0.0129"));
}

fn strong(phrase: &Phrase) -> Vec<String> {
    let is_strong = |piece: &Piece| match piece {
        Piece::Strong(words) | Piece::Driver(words, _) => Some(words.replace('\u{a0}', " ")),
        Piece::Plain(_) => None,
    };
    phrase.pieces().iter().filter_map(is_strong).collect()
}

/// The digits of a number, without the zeros at its end: "7.880 t.kr." and "7,88 mio. kr." are the same amount.
fn digits(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    digits.trim_end_matches('0').to_owned()
}

/// Whoever presses a number must get to that number: in the value of its explanation, or in one of its steps.
#[test]
fn a_number_in_an_answer_leads_to_that_number() {
    let mut pressed = 0;
    for language in Language::ALL {
        let words = words::of(language);
        for reply in shipped() {
            let (shown, numbers) = (strong(&words.reply(&reply)), reply.numbers());
            if numbers.is_empty() {
                continue;
            }
            assert_eq!(shown.len(), numbers.len(), "{shown:?} {numbers:?}");
            for (shown, way) in shown.iter().zip(&numbers) {
                let shown = &shown.replace("et halvt", "0,5").replace("half a", "0.5");
                let Some(way) = way else { continue };
                pressed += 1;
                match way {
                    Way::Number(note, ask) => {
                        let computed = Computed::of(Scenario::baseline(*note)).unwrap();
                        let explanation = explain(&computed, *ask).unwrap();
                        let mut values: Vec<Quantity> = vec![explanation.value];
                        for step in &explanation.steps {
                            match step {
                                Step::Ratio(_, _, value) | Step::Product(_, value) => values.push(*value),
                                Step::Sum(parts, _) => values.extend(parts.iter().map(|part| part.value)),
                                _ => {}
                            }
                        }
                        let mut values =
                            values.into_iter().map(|value| digits(&words.quantity(computed.note().variant, value)));
                        let is_rate = matches!(ask, Ask::Payback(Perspective::Total, convention) if convention
                            .rate()
                            .is_some_and(|rate| *shown == words.locale().percent(rate).replace('\u{a0}', " ")));
                        assert!(is_rate || values.any(|value| value == digits(shown)), "{shown} {ask:?}");
                    }
                    Way::Set(note, ix, value) => {
                        let driver = note.variant.driver(*ix).unwrap();
                        assert_eq!(digits(shown), digits(&words.value(*value, driver.unit)));
                        assert!(Scenario::baseline(*note).set(*ix, *value).is_ok());
                    }
                    Way::Apart(notes, ask) => {
                        for note in [notes.left, notes.right] {
                            assert!(explain(&Computed::of(Scenario::baseline(note)).unwrap(), *ask).is_some());
                        }
                    }
                    Way::Note(_) | Way::Compare(_) => {}
                }
            }
        }
    }
    assert!(pressed > 50, "{pressed}");
}

/// The explanation of a number opens below the answer that has it.
#[test]
fn no_number_stands_in_two_answers() {
    let numbers: Vec<_> = shipped().iter().flat_map(Reply::numbers).flatten().collect();
    let is_number = |way: &&Way<'_>| matches!(way, Way::Number(..));
    for (index, way) in numbers.iter().enumerate() {
        assert!(!numbers[..index].iter().filter(is_number).any(|earlier| earlier == way), "{way:?}");
    }
}

/// What the page says the notes are silent about, looked for in the documents themselves where they are at hand.
#[test]
fn no_document_speaks_of_reimbursement() {
    let Some(folder) = testing::sources() else { return };
    for document in LIBRARY.documents() {
        let text = fs::read_to_string(folder.join(&document.file)).unwrap();
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
            Way::Compare(notes) | Way::Apart(notes, _) => vec![notes.left, notes.right],
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
         2026, scenarie 2. Forskellen er et halvt årsværk i SOF. Notatet begrunder det selv: ”Det skyldes, at der er opbygget \
         et godt samarbejde med rusmiddelenhederne, som forvaltningen vurderer med fordel kan videreføres, og i stedet skrue \
         lidt ned for SOFs øvrige indsats i projektet” (BI11 i budget 2026, Indhold). Hvad det betyder for andelen i job eller \
         uddannelse, står der ikke noget om."
    );
    assert_eq!(
        find(Language::Danish, "Er ”løbende p/l” reguleret?"),
        "Det ser ikke sådan ud: 5 af 6 bevillinger, der gælder flere år, er det samme beløb i alle årene. Af de 6 kan 4 holdes \
         op mod et forslag i faste priser, og 3 er præcis det beløb. Kun ét beløb er et andet: veteranindsatsen (foreslået 1,5 mio. \
         kr., bevilget 1,573 mio. kr.)."
    );
    assert_eq!(
        find(Language::Danish, "Hvilken udgave fik pengene?"),
        "Det siger notaterne ikke, men beløbene kan holdes op mod det, der senere står som bevilget. IPS Rusmiddel: passer med \
         udgave a og udgave b; foreslået er 7,51 mio. kr. (udgave a og udgave b) om året, bevilget 7,51 mio. kr. \
         Veteranindsatsen: passer med ingen af dem; foreslået er 1,5 mio. kr. (udgave a og udgave b) om året, bevilget 1,573 \
         mio. kr. Sundhedsindsatsen: passer med udgave b; foreslået er 3,82 mio. kr. (udgave a) og 4,13 mio. kr. (udgave b) om \
         året, bevilget 4,13 mio. kr."
    );
    let dearer = find(Language::Danish, "Hvor meget dyrere er et årsværk blevet?");
    let start = "Så meget er prisen på et årsværk steget fra 2022 til 2026, i hvert notats egne priser. I BIF: IPS-konsulenter 0,7 %,";
    assert!(dearer.starts_with(start) && dearer.contains("18,9 %") && dearer.contains(" I SOF: "), "{dearer}");
    assert_eq!(
        find(Language::Danish, "Er overhead med?"),
        "Kun BI11 i budget 2026 siger, at beløbene er med direkte overhead. I de fire andre dokumenter står der ikke noget om \
         det."
    );
    assert_eq!(
        find(Language::Danish, "Hvem betaler, og hvem sparer?"),
        "For hver krone, der bruges ifølge Business case 2018, kommer der 1,11 kr. tilbage i 2018–2022, på \
         serviceudgifterne alene 0,16 kr. Beskæftigelses- og Integrationsudvalget betaler 14,076 mio. kr. og \
         sparer 20,135 mio. kr., altså 1,43 kr. for hver krone. Socialudvalget betaler 5,34 mio. kr. og sparer \
         1,44 mio. kr., altså 0,27 kr. for hver krone."
    );
    assert_eq!(
        find(Language::English, "Who pays, and who saves?"),
        "According to Business case 2018, each krone spent brings back DKK 1.11 in 2018–2022, and on service \
         spending alone DKK 0.16. The Employment and Integration Committee pays DKK 14.076 million and saves DKK \
         20.135 million, which is DKK 1.43 for each krone. The Social Services Committee pays DKK 5.34 million and \
         saves DKK 1.44 million, which is DKK 0.27 for each krone."
    );
    assert_eq!(
        find(Language::Danish, "Hvor tyndt er løftet om fire år?"),
        "Ved udgangen af 2021 er besparelserne 54.000 kr. større end udgifterne på 19,416 mio. kr., regnet efter Business case 2018. Når resten er som i notatet, er løftets grænser disse. Andelen i job eller uddannelse skal være mindst 24,93 %. Sagsstammen skal være mindst 24,9 borgere. Andelen med job også uden indsatsen må højst være 0,28 %. Renten må højst være 1,29 %."
    );
    assert_eq!(
        find(Language::English, "How thin is the four-year claim?"),
        "According to Business case 2018, the savings are DKK 54,000 higher than the costs of DKK 19.416 million by the end of 2021. With the rest as in the proposal, these are the limits of the claim. The share in a job or education must be at least 24.93%. The caseload \
         must be at least 24.9 people. The share of the jobs that would have been found anyway must be at most 0.28%. The rate \
         of interest must be at most 1.29%."
    );
    assert_eq!(
        find(Language::Danish, "Blev de tidligere mål nået?"),
        "IPS Rusmiddel: Det kan ikke afgøres. Målet var 50 %, og 47 % er målt, men de to tal er ikke opgjort ens. IPS i \
         Sydhavnen: Nej, skriver BI11 selv. 20 % er målt mod målets 25 %, selv om deltidsbeskæftigelse er talt med. Af 7 \
         opfølgninger, som et senere notat kunne have oplyst, mangler 6."
    );
    assert_eq!(
        find(Language::English, "Were earlier targets met?"),
        "IPS Rusmiddel: That cannot be determined. The target was 50%, and 47% was measured, but the two are not counted in \
         the same way. IPS in Sydhavnen: No, as BI11 itself says. 20% was measured against a target of 25%, although part-time \
         employment is counted as well. Of 7 follow-ups that a later proposal could have reported, 6 are missing."
    );
    assert_eq!(
        find(Language::Danish, "Hvad sker der bagefter?"),
        "Der søges kun penge for en tid: til sundhedsindsatsen til og med 2026 (BI10), IPS Rusmiddel og veteranindsatsen til og \
         med 2029 (BI10) og IPS i Sydhavnen til og med 2029 (BI11). Hvad der sker bagefter, står der ikke noget om."
    );
    assert_eq!(
        find(Language::English, "What happens afterwards?"),
        "Funding is requested for a limited time only: for the health programme until the end of 2026 (BI10), IPS Rusmiddel \
         and the veterans' programme until the end of 2029 (BI10) and IPS in Sydhavnen until the end of 2029 (BI11). What \
         happens afterwards is not said."
    );
}

/// A place in the calculator that shows what an answer is about is offered once.
#[test]
fn answers_lead_on_and_no_way_stands_twice() {
    for reply in shipped() {
        let ways = reply.ways();
        for (index, way) in ways.iter().enumerate() {
            assert!(!ways[..index].contains(way), "{way:?}");
        }
        let has_no_place = matches!(reply, Reply::Indexed(_) | Reply::Reimbursement);
        assert_eq!(ways.is_empty(), has_no_place, "{reply:?}");
    }
}
