//! What the notes promise, report and leave open: as they ship, and with planted changes.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::aims::{Aim, Change, FollowedUp, Tally, aims};
use engine::also_said::{AlsoSaid, also_said, grounds};
use engine::findings::check_all;
use model::language::Language;
use model::note::{Denominator, Document, Reach};
use testing::{LIBRARY, decimal};
use words::AimPart;

fn shipped() -> Vec<Aim<'static>> {
    aims(LIBRARY.documents())
}

#[track_caller]
fn find<'a, 'n>(aims: &'a [Aim<'n>], key: &str) -> &'a Aim<'n> {
    aims.iter().find(|aim| aim.key == key).unwrap_or_else(|| panic!("no aim {key}"))
}

/// What became of the follow-ups that the notes of a budget promise, one for each follow-up.
fn followed_up(aims: &[Aim<'_>], budget: u16) -> Vec<FollowedUp> {
    let promises = aims.iter().flat_map(|aim| &aim.promises);
    let of_budget = promises.filter(|promise| promise.documents[0].budget == budget);
    let mut known: Vec<&str> = Vec::new();
    let follow_ups = of_budget.flat_map(|promise| &promise.follow_ups);
    follow_ups
        .filter(|(follow_up, _)| {
            let is_new = !known.contains(&follow_up.id.as_str());
            known.push(&follow_up.id);
            is_new
        })
        .map(|(_, followed_up)| *followed_up)
        .collect()
}

#[test]
fn four_of_five_follow_ups_of_2022_were_never_reported() {
    let of_2022 = followed_up(&shipped(), 2022);
    assert_eq!(of_2022.len(), 5);
    assert_eq!(of_2022.iter().filter(|it| **it == FollowedUp::Reported).count(), 1);
    assert_eq!(of_2022.iter().filter(|it| **it == FollowedUp::Missing).count(), 4);
    assert_eq!(followed_up(&shipped(), 2018), [FollowedUp::Missing; 2]);
    assert!(followed_up(&shipped(), 2026).iter().all(|it| *it == FollowedUp::NotYet));
}

#[test]
fn a_result_is_measured_against_the_target_that_held_then() {
    let aims = shipped();
    let ips = find(&aims, "ips-outcome");
    let [report] = &ips.reports[..] else { panic!("{:?}", ips.reports) };
    let promise = ips.promise_of(report).unwrap();
    assert_eq!((promise.documents[0].budget, promise.target.reach), (2022, Reach::Share(decimal("0.50"))));
    assert_eq!(promise.documents.len(), 2, "both editions promise the same");
    assert_eq!(report.result.share, Some(decimal("0.47")));
    let apart = ips.apart(report).unwrap();
    assert_eq!(apart.of, Some((Denominator::Completed, Denominator::Left)));
    assert!(apart.also_counts.is_some());

    let sydhavnen = find(&aims, "sydhavnen-outcome");
    let [report] = &sydhavnen.reports[..] else { panic!("a number of people is no result of a target") };
    assert_eq!(sydhavnen.promise_of(report).unwrap().target.id, "sydhavnen-text");
    let quotes: Vec<&str> = sydhavnen.judgements.iter().map(|(_, remark)| remark.source.quote.as_str()).collect();
    assert!(quotes.iter().any(|quote| quote.contains("ikke opnået")), "{quotes:?}");
    assert!(quotes.iter().any(|quote| quote.contains("gode resultater")), "{quotes:?}");
}

#[test]
fn a_target_is_compared_with_the_one_before_it() {
    let aims = shipped();
    let last = |key: &str| find(&aims, key).promises.last().unwrap().clone();
    assert_eq!(last("veterans-outcome").change, Some(Change::Definition));
    assert_eq!(last("health-outcome").change, Some(Change::People));
    assert_eq!(last("ips-outcome").change, None);
    for key in ["children-leisure", "veterans-retention"] {
        let promise = last(key);
        assert_eq!(promise.dropped_in.map(|document| document.id.as_str()), Some("bi10-2026"), "{key}");
    }
    let doubled = find(&aims, "ips-outcome").promises.iter().find(|promise| promise.change.is_some()).unwrap();
    assert_eq!((doubled.documents[0].budget, doubled.change), (2022, Some(Change::Reach)));
}

#[test]
fn planted_changes_change_what_is_said() {
    let changed = |change: &dyn Fn(&mut Document)| {
        let mut documents = LIBRARY.documents().to_vec();
        documents.iter_mut().for_each(change);
        documents
    };
    let without_results = changed(&|document| document.results.clear());
    assert!(followed_up(&aims(&without_results), 2022).iter().all(|it| *it == FollowedUp::Missing));

    let as_before = changed(&|document| {
        for target in document.targets.iter_mut().filter(|target| target.id == "veterans") {
            target.definition = "established-job-or-education-6-months".into();
        }
    });
    assert_eq!(find(&aims(&as_before), "veterans-outcome").promises.last().unwrap().change, None);

    let only_2022: Vec<Document> =
        LIBRARY.documents().iter().filter(|document| document.budget == 2022).cloned().collect();
    let of_2022 = aims(&only_2022);
    assert!(followed_up(&of_2022, 2022).iter().all(|it| *it == FollowedUp::NotYet));
    assert_eq!(Tally::of(&of_2022), Tally { targets: 5, results: 0, due: 0, reported: 0 });
}

/// The aim of 2018 to lower the use of drugs has no target. It stands beside those that have one, once.
#[test]
fn an_aim_without_a_target_is_said() {
    let aims = shipped();
    let without: Vec<_> =
        aims.iter().flat_map(|aim| aim.without_target.iter().map(|(_, it)| (aim.key, &it.id))).collect();
    assert_eq!(without, [("ips-outcome", &"less-drugs-resume".to_owned())]);
    for (language, expected) in [
        (
            Language::Danish,
            "Borgerens forbrug af rusmidler skal blive mindre eller stabilt (Business case 2018, Kort resumé). Der er intet mål for det.",
        ),
        (
            Language::English,
            "Participants' use of drugs is to be reduced or stabilised (Business case 2018, Kort resumé). No target measures it.",
        ),
    ] {
        let said = words::of(language).aim(find(&aims, "ips-outcome"));
        let mut promised = said.iter().filter(|(part, _)| *part == AimPart::Promised).map(|(_, text)| text.as_str());
        assert_eq!(promised.next_back().map(|text| text.replace('\u{a0}', " ")).as_deref(), Some(expected));
    }
}

/// A target that wants more than in the normal effort is no share of a group.
#[test]
fn a_comparison_with_the_normal_effort_says_what_it_leaves_open() {
    let aims = shipped();
    let target =
        find(&aims, "ips-outcome").promises.iter().find(|it| it.target.denominator() == Denominator::NormalEffort);
    let facts = words::of(Language::Danish).terms(target.unwrap().target.terms.as_ref().unwrap());
    let (head, says, source) = &facts[0];
    assert_eq!(*head, "Sammenlignet med");
    assert_eq!(
        says,
        "den normale indsats: så mange flere end i den. Om tallet er procent eller procentpoint, siger dokumentet ikke."
    );
    assert_eq!(source.map(|source| source.quote.as_str()), Some("sammenlignet med normal indsats"));
    let said = words::of(Language::Danish).aim(find(&aims, "ips-outcome"));
    let compared = "25 % flere i job eller uddannelse end i den normale indsats (Business case 2018). Om tallet er procent eller \
                    procentpoint, siger dokumentet ikke.";
    assert!(said.iter().any(|(_, sentence)| sentence.replace('\u{a0}', " ") == compared), "{said:?}");
}

/// Who calls a share an effect must do so about this effort. BI11's "hvorfor effekten er højere" is about the original one.
#[test]
fn nobody_is_quoted_for_the_effect_of_another_effort() {
    for document in LIBRARY.documents() {
        let terms = document.targets.iter().filter_map(|target| target.terms.as_ref());
        let of_results = document.results.iter().filter_map(|result| result.terms.as_ref());
        for source in terms.chain(of_results).filter_map(|terms| terms.called_effect.as_ref()) {
            assert!(!source.quote.contains("effekten er højere"), "{}: {source:?}", document.id);
        }
    }
}

#[track_caller]
fn says(language: Language, key: &str, part: AimPart, expected: &[&str]) {
    let aims = shipped();
    let said = words::of(language).aim(find(&aims, key));
    let of_part = said.into_iter().filter(|(said, _)| *said == part).map(|(_, text)| text.replace('\u{a0}', " "));
    assert_eq!(of_part.collect::<Vec<_>>(), expected, "{language:?}");
}

#[test]
fn what_was_measured_stands_beside_what_was_promised_and_written() {
    says(
        Language::Danish,
        "ips-outcome",
        AimPart::Reported,
        &[
            "47 % af deltagerne er i beskæftigelse, ordinære timer eller uddannelse to måneder efter, at de forlod indsatsen \
           (januar–august 2024; BI10 i budget 2026). Målet var 50 %. De to tal er ikke opgjort ens: målet er af dem, der har \
           afsluttet indsatsen, resultatet af deltagerne (vi læser det som alle, der har forladt indsatsen, uanset om de har afsluttet den). Resultatet tæller også \
           ordinære timer med.",
        ],
    );
    says(
        Language::English,
        "sydhavnen-outcome",
        AimPart::Reported,
        &["20% of the participants were in employment, part-time employment or education two months after they \
             left the programme (January 2022–December 2024; BI11 in Budget 2026). The target was 25%. The two are \
             not measured the same way: the target is a share of those who are in the programme, the result of the participants (we read this as everyone who has left the programme, whether or not they completed it). The result counts part-time \
             employment as well."],
    );
    says(
        Language::Danish,
        "veterans-outcome",
        AimPart::Changed,
        &["Tallet er det samme som før (BI07 i budget 2022), men det, der tæller, er et andet."],
    );
    says(
        Language::Danish,
        "children-leisure",
        AimPart::Missing,
        &[
            "BI07 i budget 2022 lovede at følge op på, hvor mange børn der har fritidsjob eller går til noget i en forening: \
           første gang i slutningen af 2022. Intet senere notat har et resultat.",
        ],
    );
    // A promised event is no question, and says when it happens.
    says(
        Language::Danish,
        "ips-outcome",
        AimPart::Missing,
        &[
            "Business case 2018 lovede, at indsatsen skulle evalueres i begyndelsen af 2019. Intet senere notat har et resultat.",
            "Business case 2018 lovede, at hver borger i projektet følges og sammenlignes med den normale indsats hvert \
             kvartal. Intet senere notat har et resultat.",
        ],
    );
    says(
        Language::English,
        "ips-outcome",
        AimPart::Missing,
        &[
            "According to Business case 2018, the programme would be evaluated at the beginning of 2019. No \
             later proposal has a result.",
            "According to Business case 2018, each person in the project would be followed and compared with the \
             usual support every quarter. No later proposal has a result.",
        ],
    );
    // The promised date stands beside the period of the figure that came.
    says(
        Language::Danish,
        "ips-outcome",
        AimPart::FollowedUp,
        &[
            "BI07 i budget 2022 lovede at følge op på, hvor mange der får job eller uddannelse efter IPS: første gang i \
             slutningen af 2022. Det tal, der er kommet siden, er for januar–august 2024 (BI10 i budget 2026).",
        ],
    );
    let tally = Tally::of(&shipped());
    let plain = |language: Language| words::of(language).aims_tally(&tally).replace('\u{a0}', " ");
    assert_eq!(
        plain(Language::Danish),
        "12 mål og 2 resultater. Af 7 opfølgninger, som et senere notat kunne have oplyst, er 1 oplyst; 6 mangler."
    );
    assert_eq!(
        plain(Language::English),
        "12 targets and 2 results. Of 7 follow-ups that a later proposal could have reported: 1 reported, 6 missing."
    );
}

/// What section after section of a document says that stands nowhere else, by its id.
fn also(document: &str) -> Vec<String> {
    let documents = LIBRARY.documents();
    let document = documents.iter().find(|known| known.id == document).unwrap();
    let said = also_said(documents, document, &shipped(), &check_all(documents));
    let id = |said: &AlsoSaid<'_>| match said {
        AlsoSaid::Remark(remark) => remark.id.clone(),
        AlsoSaid::Count(count) => count.id.clone(),
    };
    said.iter().map(id).collect()
}

#[test]
fn what_a_share_rests_on_is_listed_by_itself() {
    let grounds_of = |document: &str| {
        let document = LIBRARY.documents().iter().find(|known| known.id == document).unwrap();
        let said = grounds(document, "effect");
        said.iter().map(|said| words::of(Language::Danish).also_said(said).replace('\u{a0}', " ")).collect::<Vec<_>>()
    };
    assert_eq!(
        grounds_of("ips-2018"),
        [
            "Op mod 60 % af borgerne i IPS i psykiatrien går i job eller uddannelse.",
            "De gode resultater vurderes at kunne overføres til borgere med misbrug.",
            "Effekten ventes at være lavere end for borgere med psykiske lidelser.",
            "Den ventede effekt bygger på resultaterne af det IPS-projekt, der kører i forvejen.",
        ]
    );
    assert_eq!(grounds_of("bi11-2026").len(), 1);
    assert_eq!(grounds_of("bi10-2026"), [""; 0]);
}

#[test]
fn what_a_note_says_and_no_other_part_of_the_page_shows_is_listed() {
    for (document, expected) in [
        ("ips-2018", &["financed", "fund-service", "relapse"][..]),
        ("bi07-2022-a", &["psychiatry", "children-shared", "low-caseloads"]),
        ("bi07-2022-b", &["psychiatry", "children-shared", "low-caseloads", "so52"]),
        ("bi10-2026", &["one-year"]),
        ("bi11-2026", &["half-post", "good-cooperation"]),
    ] {
        let also = also(document);
        for id in expected {
            assert!(also.iter().any(|known| known == id), "{document}: {id} in {also:?}");
        }
        // What stands under targets and results, among the disagreements or with the share that it is a ground of is not said again.
        for id in ["six-of-ten", "lower-effect", "less-drugs", "less-drugs-resume", "not-reached", "merger"] {
            assert!(!also.iter().any(|known| known == id), "{document}: {id}");
        }
    }
}

#[test]
fn what_a_note_also_says_is_said_in_sentences() {
    let documents = LIBRARY.documents();
    let (aims, checks) = (shipped(), check_all(documents));
    for language in Language::ALL {
        for document in documents {
            let said = also_said(documents, document, &aims, &checks);
            let said: Vec<String> = said.iter().map(|said| words::of(language).also_said(said)).collect();
            for (index, sentence) in said.iter().enumerate() {
                assert!(sentence.ends_with('.') && !sentence.contains(".."), "{sentence}");
                assert!(!said[..index].contains(sentence), "{sentence}");
            }
        }
    }
    let bi10 = documents.iter().find(|document| document.id == "bi10-2026").unwrap();
    let talks =
        also_said(documents, bi10, &aims, &checks).iter().map(|it| words::of(Language::Danish).also_said(it)).nth(1);
    assert_eq!(talks.as_deref(), Some("1–3 samtaler i SUF for hver borger."));
    let business_case = also_said(documents, &documents[0], &aims, &checks);
    let first = words::of(Language::Danish).also_said(&business_case[0]).replace('\u{a0}', " ");
    assert_eq!(first, "150 borgere, der deles på de to spor.");
}
