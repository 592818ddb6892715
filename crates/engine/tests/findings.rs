//! The checks within and between documents: they find the known contradictions of the real documents and a planted
//! error of each kind, and they find nothing where documents agree.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::findings::{
    Check, Column, Evidence, Explanation, Kind, Value, Verdict, check_all, searched as searched_of,
};
use model::money::Thousands;
use model::note::{Area, Document, Reach, Row, Table};
use testing::{LIBRARY, decimal};

/// Every finding, also those that are told together with another one.
fn differing(documents: &[Document]) -> Vec<Check> {
    let alone = |check: &Check| Check { same_fact: Vec::new(), ..check.clone() };
    let checks = check_all(documents);
    let each = checks.iter().flat_map(Check::with_same_fact).map(alone);
    each.filter(|check| check.verdict() == Verdict::Differ).collect()
}

/// The findings of a kind.
fn of_kind(documents: &[Document], kind: Kind) -> Vec<Check> {
    differing(documents).into_iter().filter(|check| check.kind == kind).collect()
}

/// A copy of one document.
#[track_caller]
fn alone(id: &str) -> Document {
    LIBRARY.documents().iter().find(|document| document.id == id).unwrap().clone()
}

/// A copy of every document.
fn all() -> Vec<Document> {
    LIBRARY.documents().to_vec()
}

/// The findings of this kind that a planted error adds.
#[track_caller]
fn planted(documents: &[Document], kind: Kind, plant: impl FnOnce(&mut Vec<Document>)) -> Vec<Check> {
    let before = differing(documents);
    let mut changed = documents.to_vec();
    plant(&mut changed);
    let added: Vec<Check> =
        differing(&changed).into_iter().filter(|check| check.kind == kind && !before.contains(check)).collect();
    assert!(!added.is_empty(), "a planted error of kind {kind:?} was not found");
    added
}

/// The findings of this kind that a mended error takes away; none is added.
#[track_caller]
fn mended(documents: &[Document], kind: Kind, mend: impl FnOnce(&mut Vec<Document>)) -> Vec<Check> {
    let mut changed = documents.to_vec();
    mend(&mut changed);
    let after = of_kind(&changed, kind);
    let before = of_kind(documents, kind);
    assert!(after.iter().all(|check| before.contains(check)), "mending added a finding of kind {kind:?}");
    let gone: Vec<Check> = before.into_iter().filter(|check| !after.contains(check)).collect();
    assert!(!gone.is_empty(), "a mended error of kind {kind:?} is still found");
    gone
}

#[track_caller]
fn document<'d>(documents: &'d mut [Document], id: &str) -> &'d mut Document {
    documents.iter_mut().find(|document| document.id == id).unwrap()
}

#[track_caller]
fn table<'d>(documents: &'d mut [Document], id: &str, table: &str) -> &'d mut Table {
    document(documents, id).tables.iter_mut().find(|candidate| candidate.id == table).unwrap()
}

#[track_caller]
fn row<'d>(documents: &'d mut [Document], id: &str, in_table: &str, row: &str) -> &'d mut Row {
    table(documents, id, in_table).rows.iter_mut().find(|candidate| candidate.id == row).unwrap()
}

/// The documents of a side, in order.
fn documents_of(check: &Check, side: usize) -> Vec<&str> {
    check.places[side].iter().map(|place| place.document.as_str()).collect()
}

#[test]
fn the_known_contradictions_of_the_documents_are_found() {
    let found = differing(LIBRARY.documents());
    let expect = |kind: Kind, document: &str, words: &str| {
        let fits = |check: &&Check| {
            check.kind == kind
                && check.concerns(document)
                && check.all_places().any(|place| place.words.contains(words) || place.place.contains(words))
        };
        assert!(found.iter().any(|check| fits(&check)), "{kind:?} in {document}: {words}");
    };
    expect(Kind::Sum, "bi07-2022-a", "Afsatte midler i alt");
    expect(Kind::Statement, "bi07-2022-a", "5,7 mio. kr.");
    expect(Kind::Statement, "bi07-2022-b", "5,7 mio. kr.");
    expect(Kind::Statement, "bi07-2022-b", "3,8 mio. kr");
    expect(Kind::Statement, "bi11-2026", "2,5 mio. kr.");
    expect(Kind::Years, "bi10-2026", "2025");
    expect(Kind::Years, "bi11-2026", "2025-2029");
    expect(Kind::Payback, "ips-2018", "serviceeffektivisering");
    expect(Kind::Series, "bi10-2026", "Budgetaftale 2019");
    expect(Kind::Series, "bi10-2026", "Afsatte midler i alt");
    expect(Kind::Granted, "bi07-2022-a", "Budgetaftale 2022");
    expect(Kind::Granted, "bi07-2022-b", "Budgetaftale 2022");
    expect(Kind::Edition, "bi07-2022-b", "SUF sagsbehandler");
    expect(Kind::Committee, "bi07-2022-b", "koordination om veteraner");
    expect(Kind::ChangedTarget, "bi10-2026", "40 pct");
    expect(Kind::ChangedTarget, "bi07-2022-a", "50 pct. af borgere");
    expect(Kind::Sentences, "bi11-2026", "2,6 mio. kr.");
    expect(Kind::Posts, "bi10-2026", "Rusmiddelsagsbehandlere (SOF)");
    expect(Kind::Count, "bi10-2026", "100 borgere årligt");
    expect(Kind::Appropriation, "bi07-2022-a", "SOF rusmiddel");
    expect(Kind::Appropriation, "bi10-2026", "IPS-rusmiddel SOF");
    expect(Kind::Appropriation, "bi10-2026", "3405");
    expect(Kind::Key, "ips-2018", "Socialudvalget");
    expect(Kind::Result, "bi10-2026", "47 pct. af deltagerne");
    expect(Kind::Result, "bi11-2026", "20 pct. af deltagerne");
    expect(Kind::FollowUp, "ips-2018", "primo 2019");
    expect(Kind::FollowUp, "bi07-2022-b", "medio 2023");
    expect(Kind::Vanished, "bi10-2026", "Fritidsjob indsats for børn af veteraner");
    expect(Kind::Vanished, "bi10-2026", "Efterværn for veteraner");
    expect(Kind::Population, "bi10-2026", "psykisk mistrivsel");
    expect(Kind::Judgement, "bi11-2026", "ikke opnået");
    expect(Kind::Judgement, "bi10-2026", "gode resulta");
    expect(Kind::Unchanged, "bi10-2026", "uændret");
    expect(Kind::Joined, "bi11-2026", "ét samlet bydækkende projekt");
    expect(Kind::Residual, "ips-2018", "10 pct.");
    expect(Kind::Area, "ips-2018", "efterspørgselsstyrede overførsler");
    expect(Kind::Area, "ips-2018", "2,2 mio. kr. i overførsler");
    expect(Kind::Area, "bi07-2022-a", "IPS-konsulenter");
    expect(Kind::PriceBase, "bi10-2026", "Budgetaftale 2018");
    expect(Kind::Title, "bi07-2022-a", "Veteranindsats og IPS misbrug");
    expect(Kind::Numbering, "bi07-2022-b", "Tabel 5");
    expect(Kind::Numbering, "bi10-2026", "Tabel 2a");
    expect(Kind::Numbering, "bi11-2026", "Tabel 3");
    expect(Kind::EmptyColumn, "bi10-2026", "Tabel 4");
    expect(Kind::EmptyColumn, "bi11-2026", "Tabel 3, Administrativt bilag");
}

#[test]
fn statements_that_agree_are_no_findings() {
    let agree = |document: &str, words: &str| {
        let checks = check_all(LIBRARY.documents());
        let about: Vec<&Check> = checks
            .iter()
            .filter(|check| check.kind == Kind::Statement && check.places[0][0].document == document)
            .filter(|check| check.places[0][0].words.contains(words))
            .collect();
        assert!(!about.is_empty(), "{document}: {words}");
        assert!(about.iter().all(|check| check.verdict() == Verdict::Agree), "{document}: {words}");
    };
    agree("ips-2018", "2,6 mio. kr.");
    agree("ips-2018", "4.4 mio. kr.");
    agree("bi07-2022-a", "3,8 mio. kr");
    agree("bi07-2022-a", "1,9 mio. kr.");
    agree("bi10-2026", "7,9 mio. kr");
}

#[test]
fn the_2018_document_contradicts_itself_in_these_things_only() {
    let kinds: Vec<Kind> = differing(&[alone("ips-2018")]).iter().map(|check| check.kind).collect();
    assert_eq!(kinds, [Kind::Payback, Kind::Target, Kind::Residual, Kind::Area, Kind::Area, Kind::Key]);
}

#[test]
fn findings_are_sorted_by_what_they_mean_and_then_by_size() {
    assert!(Kind::ALL.is_sorted() && Kind::ALL.is_sorted_by_key(|kind| kind.is_minor()));
    let checks = check_all(LIBRARY.documents());
    let order = |check: &Check| (check.kind, -check.largest_difference());
    assert!(checks.is_sorted_by_key(order));
    // Only an own note can have a row that its assumptions do not give.
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Calculated) {
        assert!(checks.iter().any(|check| check.kind == kind), "nothing is checked for {kind:?}");
    }
}

#[test]
fn editions_that_share_a_contradiction_share_one_finding() {
    let statements = of_kind(&all(), Kind::Statement);
    let of_consultants: Vec<&Check> =
        statements.iter().filter(|check| check.places[0][0].words.contains("5,7 mio. kr.")).collect();
    assert_eq!(of_consultants.len(), 1);
    assert_eq!(documents_of(of_consultants[0], 0), ["bi07-2022-a", "bi07-2022-b"]);
    assert_eq!(documents_of(of_consultants[0], 1), ["bi07-2022-a", "bi07-2022-b"]);
    // One edition alone contradicts its table; the other one explains it.
    let of_health: Vec<&Check> =
        statements.iter().filter(|check| check.places[0][0].words.contains("3,8 mio. kr")).collect();
    assert_eq!(of_health.len(), 1);
    assert_eq!(documents_of(of_health[0], 0), ["bi07-2022-b"]);
    assert_eq!(of_health[0].explanations, [Explanation::FitsIn("bi07-2022-a".to_owned())]);
    // The payer that one edition has contradicts the other edition, the later note, and its own other row.
    let committees = of_kind(&all(), Kind::Committee);
    assert_eq!(committees.len(), 1, "{committees:#?}");
    assert_eq!(documents_of(&committees[0], 0), ["bi07-2022-a"]);
    assert_eq!(documents_of(&committees[0], 1), ["bi07-2022-b", "bi10-2026", "bi07-2022-a"]);
}

#[test]
fn a_planted_sum() {
    let added = planted(&[alone("ips-2018")], Kind::Sum, |documents| {
        documents[0].tables[0].rows[5].cells[1] = Some(Thousands::new(-5564));
    });
    let difference = added[0].differences().next().unwrap();
    assert_eq!(difference.column, Column::Year(2019));
    assert_eq!(difference.left, Value::Cell(Thousands::new(-5564)));
    assert_eq!(difference.right, Value::Cell(Thousands::new(-5563)));
}

#[test]
fn a_sum_that_fits_another_axis_far_better_is_compared_with_that() {
    let found = of_kind(&all(), Kind::Sum);
    assert_eq!(found.len(), 1);
    let difference = found[0].differences().next().unwrap();
    assert_eq!(difference.column, Column::TotalIn(2023));
    assert_eq!(difference.left, Value::Cell(Thousands::new(26_116)));
    assert_eq!(difference.right, Value::Cell(Thousands::new(26_616)));
    let with_amount_of = |year, amount| Explanation::WithAmountOf(year, Thousands::new(amount), "bi10-2026".to_owned());
    let left_out = Explanation::LeavesOut(Thousands::new(500), "Overførselssagen 2020-21".to_owned());
    assert_eq!(found[0].explanations, [left_out, with_amount_of(2020, 6754), with_amount_of(2021, 7254)]);
    mended(&all(), Kind::Sum, |documents| {
        row(documents, "bi07-2022-a", "earlier", "total").cells[6] = Some(Thousands::new(26_616));
    });
    // One that fits neither axis stays in its column.
    let added = planted(&all(), Kind::Sum, |documents| {
        row(documents, "bi07-2022-a", "earlier", "total").cells[6] = Some(Thousands::new(10_000));
    });
    assert_eq!(added[0].differences().next().unwrap().column, Column::Year(2023));
}

#[test]
fn sums_and_fitted_checks_that_prove_nothing_are_marked() {
    let checks = check_all(LIBRARY.documents());
    let sums = |evidence| checks.iter().filter(|check| check.kind == Kind::Sum && check.evidence == evidence).count();
    let counted = [Evidence::Trivial, Evidence::OnePart, Evidence::Independent].map(sums);
    assert_eq!(counted, [58, 4, 24]);
    let is_fitted = |kind: Kind, document: &str, place: &str| {
        let mut about = checks.iter().filter(|check| {
            let first = &check.places[0][0];
            check.kind == kind && first.document == document && (first.place == place || place.is_empty())
        });
        let first = about.next().unwrap();
        about.all(|check| check.evidence == first.evidence) && first.evidence == Evidence::Fitted
    };
    assert!(is_fitted(Kind::Consultants, "bi07-2022-a", ""), "225 is 9 × 25");
    assert!(!is_fitted(Kind::Consultants, "ips-2018", ""), "6, 150 and 25 all stand in the document");
    let halves: Vec<&Check> =
        checks.iter().filter(|check| check.places[0][0].place == "Tabel 8" && check.kind == Kind::Repeated).collect();
    let fitted = halves.iter().filter(|check| check.evidence == Evidence::Fitted).count();
    assert_eq!((halves.len(), fitted), (3, 2), "the total is no half");
    assert!(!is_fitted(Kind::Repeated, "ips-2018", "Tabel 7"));
}

#[test]
fn a_planted_repetition() {
    planted(&[alone("ips-2018")], Kind::Repeated, |documents| {
        documents[0].tables[1].rows[0].cells[2] = Some(Thousands::new(-158));
    });
}

/// A note that ships is not built with such a row, so what the page computes of it is no second reading of the document.
#[test]
fn a_row_that_the_assumptions_of_an_own_note_do_not_give_is_found() {
    assert_eq!(of_kind(&all(), Kind::Calculated), []);
    let mut own = alone("ips-2018");
    own.fingerprint = Some("3f2a9c01b7e4".to_owned());
    assert_eq!(of_kind(&[own.clone()], Kind::Calculated), []);
    let added = planted(&[own], Kind::Calculated, |documents| {
        let rows = documents[0].tables.iter_mut().flat_map(|table| &mut table.rows);
        let cell = rows.filter(|row| !row.lines.is_empty()).find_map(|row| row.cells.iter_mut().flatten().next());
        let cell = cell.unwrap();
        *cell = cell.minus(Thousands::new(7));
    });
    let [finding] = added.as_slice() else { panic!("{added:#?}") };
    assert_eq!((finding.differences().count(), finding.largest_difference()), (1, decimal("7")));
}

#[test]
fn a_planted_sentence() {
    planted(&[alone("ips-2018")], Kind::Statement, |documents| {
        documents[0].statements[0].amount.as_mut().unwrap().thousands = decimal("-4500");
    });
    // Within the precision of the sentence it is no error.
    let mut documents = vec![alone("ips-2018")];
    let before = differing(&documents).len();
    documents[0].statements[0].amount.as_mut().unwrap().thousands = decimal("-4450");
    assert_eq!(differing(&documents).len(), before);
}

#[test]
fn two_planted_sentences() {
    let bi11 = [alone("bi11-2026")];
    planted(&bi11, Kind::Sentences, |documents| {
        let statements = &mut documents[0].statements;
        let stated = statements.iter_mut().find(|statement| statement.id == "scenario-1-economy").unwrap();
        stated.amount.as_mut().unwrap().thousands = decimal("2200");
    });
    mended(&bi11, Kind::Sentences, |documents| {
        let statements = &mut documents[0].statements;
        let stated = statements.iter_mut().find(|statement| statement.id == "scenario-2-decision").unwrap();
        stated.amount.as_mut().unwrap().thousands = decimal("2600");
    });
}

#[test]
fn a_planted_year() {
    planted(&[alone("ips-2018")], Kind::Years, |documents| {
        let statement = documents[0].statements.iter_mut().find(|statement| statement.years.is_some()).unwrap();
        statement.years = Some((2018, 2022));
    });
    let found = of_kind(&all(), Kind::Years);
    let of_health = found.iter().find(|check| check.concerns("bi10-2026")).unwrap();
    assert_eq!(of_health.explanations, [Explanation::OtherSentence(2026, 2026), Explanation::EmptyColumn(2025)]);
}

#[test]
fn a_planted_payback() {
    planted(&[alone("ips-2018")], Kind::Payback, |documents| documents[0].variants[0].printed_paybacks[0].payback = 5);
}

#[test]
fn what_could_explain_a_payback_is_searched_and_none_is_asserted() {
    let searched = |check: &Check| match check.explanations.as_slice() {
        [Explanation::Searched { variant, search }] => (variant.clone(), search.found.len()),
        other => panic!("{other:?}"),
    };
    let found = of_kind(&all(), Kind::Payback);
    assert_eq!(found.len(), 1, "76 years on service");
    let (variant, explained_by) = searched(&found[0]);
    assert_eq!(variant, "ips-2018");
    assert_eq!(searched_of(&found, &variant).unwrap().found.len(), explained_by);
    assert!(explained_by > 0 && searched_of(&found, "bi10-2026").is_none());
    let planted = planted(&[alone("ips-2018")], Kind::Payback, |documents| {
        documents[0].variants[0].printed_paybacks[1].payback = 1;
    });
    assert_eq!(searched(&planted[0]).1, 0, "nothing gives a payback on service in the first year");
    let agreeing = check_all(&all()).into_iter().filter(|check| check.kind == Kind::Payback);
    assert!(agreeing.filter(|check| check.verdict() == Verdict::Agree).all(|check| check.explanations.is_empty()));
}

#[test]
fn a_planted_price_of_a_post() {
    planted(&[alone("bi07-2022-a"), alone("bi07-2022-b")], Kind::Posts, |documents| {
        let mut rows = documents[0].tables.iter_mut().flat_map(|table| &mut table.rows);
        let row = rows.find(|row| row.staff.is_some()).unwrap();
        row.staff.as_mut().unwrap().posts = decimal("7");
    });
    // A note that does not state its posts is compared by those of the same row: 740 in the one, 739 in the other.
    let gone = mended(&all(), Kind::Posts, |documents| {
        row(documents, "bi10-2026", "table-2a", "abuse-caseworkers").cells[0] = Some(Thousands::new(2217));
    });
    assert_eq!(gone.len(), 1);
    assert_eq!(gone[0].compared[0].left, Value::PerPost(decimal("739")));
    assert_eq!(gone[0].compared[0].right, Value::PerPost(decimal("740")));
    assert_eq!(gone[0].posts_from.as_deref(), Some("bi07-2022-b"));
}

#[test]
fn a_planted_count() {
    let added = planted(&[alone("bi11-2026")], Kind::Count, |documents| {
        let count = documents[0].counts.iter_mut().find(|count| count.id == "sof-before-content").unwrap();
        count.number = decimal("2");
    });
    assert_eq!(added.len(), 1);
    mended(&all(), Kind::Count, |documents| {
        let counts = &mut document(documents, "bi10-2026").counts;
        counts.iter_mut().find(|count| count.id == "aimed-before").unwrap().a_year = false;
    });
}

#[test]
fn a_planted_number_of_consultants() {
    planted(&[alone("ips-2018")], Kind::Consultants, |documents| {
        documents[0].variants[0].efforts[0].consultants.as_mut().unwrap().posts = decimal("7");
    });
}

#[test]
fn a_planted_series() {
    planted(&[alone("bi07-2022-a"), alone("bi07-2022-b")], Kind::Series, |documents| {
        let table = documents[1].tables.iter_mut().find(|table| table.id == "earlier").unwrap();
        let row = table.rows.iter_mut().find(|row| row.series.is_some()).unwrap();
        *row.cells.iter_mut().flatten().next().unwrap() = Thousands::new(4855);
    });
}

#[test]
fn a_planted_total_of_earlier_appropriations() {
    let clean = [alone("bi07-2022-b"), alone("bi10-2026")];
    let totals = |document: &mut Document| {
        let table = document.tables.iter().position(|table| table.id == "earlier").unwrap();
        let row = document.tables[table].rows.iter().position(|row| row.id == "total").unwrap();
        (table, row)
    };
    let added = planted(&clean, Kind::Series, |documents| {
        let (table, row) = totals(&mut documents[1]);
        documents[1].tables[table].rows[row].cells[0] = Some(Thousands::new(4855));
    });
    let columns: Vec<Column> = added[0].differences().map(|compared| compared.column).collect();
    // 2020 and 2021 differ in the documents themselves; from 2022 on other efforts are added up.
    assert_eq!(columns, [2018, 2020, 2021].map(Column::Year));
}

#[test]
fn a_planted_grant() {
    // Effort by effort: what the edition proposed and what was granted with its budget.
    let clean = [alone("bi07-2022-b"), alone("bi10-2026")];
    let found = of_kind(&clean, Kind::Granted);
    let (of_efforts, in_all): (Vec<&Check>, Vec<&Check>) =
        found.iter().partition(|check| check.places[0][0].effort.is_some());
    assert_eq!(of_efforts.len(), 1, "the edition with 13.140 a year differs in its veterans alone");
    assert_eq!(of_efforts[0].compared[0].left, Value::Cell(Thousands::new(1500)));
    assert_eq!(of_efforts[0].compared[0].right, Value::Cell(Thousands::new(1573)));
    assert!(of_efforts[0].differs_about_effort("bi07-2022-b", "veterans", 2025));
    assert!(!of_efforts[0].differs_about_effort("bi07-2022-b", "ips", 2025));
    assert_eq!(in_all.len(), 1);
    assert_eq!(in_all[0].compared[0].left, Value::Cell(Thousands::new(13_140)));
    assert_eq!(in_all[0].compared[0].right, Value::Cell(Thousands::new(13_213)));
    planted(&clean, Kind::Granted, |documents| {
        row(documents, "bi10-2026", "earlier", "ips-budget-2022").cells[5] = Some(Thousands::new(7511));
    });
    // What one edition proposed and the other did not is explained by the other.
    let health = of_kind(&all(), Kind::Granted);
    let of_a = health.iter().find(|check| check.places[0][0].effort.as_deref() == Some("health")).unwrap();
    assert_eq!(of_a.explanations, [Explanation::FitsIn("bi07-2022-b".to_owned())]);
}

#[test]
fn a_planted_edition_and_committee() {
    let editions = [alone("bi07-2022-a"), alone("bi07-2022-b")];
    planted(&editions, Kind::Edition, |documents| {
        let at = documents[1].variants[0].lines[0].row.unwrap();
        documents[1].tables[at.table].rows[at.row].cells[0] = Some(Thousands::new(601));
    });
    planted(&editions, Kind::Committee, |documents| {
        documents[1].variants[0].lines[1].committees[0].committee = testing::committee("sou");
    });
    let found = of_kind(&editions, Kind::Edition);
    assert_eq!(found[0].explanations, [Explanation::OtherPosts(decimal("1"), decimal("1.5"))]);
}

#[test]
fn a_planted_committee_of_a_later_note_or_of_another_row() {
    planted(&[alone("bi07-2022-b"), alone("bi10-2026")], Kind::Committee, |documents| {
        let lines = &mut document(documents, "bi10-2026").variants[0].lines;
        let line = lines.iter_mut().find(|line| line.id == "abuse-caseworkers").unwrap();
        line.committees[0].committee = testing::committee("biu");
    });
    mended(&[alone("bi07-2022-a")], Kind::Committee, |documents| {
        documents[0].variants[0].lines[0].committees[0].committee = testing::committee("sud");
    });
}

#[test]
fn a_planted_appropriation() {
    let notes = [alone("bi07-2022-b"), alone("bi10-2026")];
    planted(&notes, Kind::Appropriation, |documents| {
        row(documents, "bi10-2026", "table-4", "ips-consultants").appropriation = Some("35.11".to_owned());
    });
    let added = planted(&notes, Kind::Appropriation, |documents| {
        row(documents, "bi07-2022-b", "table-5", "project-lead").appropriation = None;
    });
    assert_eq!(added[0].compared[0].left, Value::Appropriation(None));
    mended(&notes, Kind::Appropriation, |documents| {
        for row_id in ["veteran-lead", "abuse-caseworkers"] {
            row(documents, "bi07-2022-b", "table-5", row_id).appropriation = Some("32.00".to_owned());
        }
    });
    mended(&[alone("bi10-2026")], Kind::Appropriation, |documents| {
        document(documents, "bi10-2026").remarks.retain(|remark| remark.id != "appropriation-3405");
    });
}

#[test]
fn mended_keys() {
    let gone = mended(&[alone("ips-2018")], Kind::Key, |documents| {
        row(documents, "ips-2018", "table-8", "sud").key = Some(decimal("0.51"));
        row(documents, "ips-2018", "table-8", "biu").key = Some(decimal("0.49"));
    });
    assert_eq!(gone[0].compared[0].left, Value::Share(decimal("2")));
}

#[test]
fn a_planted_target() {
    planted(&[alone("bi07-2022-a"), alone("bi07-2022-b")], Kind::Target, |documents| {
        documents[1].targets[0].reach = Reach::Share(decimal("0.41"));
    });
}

#[test]
fn a_planted_change_of_a_target() {
    planted(&all(), Kind::ChangedTarget, |documents| {
        document(documents, "bi10-2026").targets.iter_mut().find(|target| target.id == "health").unwrap().reach =
            Reach::Share(decimal("0.21"));
    });
}

/// BI10 lists what the veterans' effort consists of. Only the tracing of veterans without benefits is new against BI07.
#[test]
fn only_tracing_is_new_in_the_unchanged_veterans_effort() {
    let unchanged = of_kind(&all(), Kind::Unchanged);
    let of_veterans =
        unchanged.iter().find(|check| check.about.as_ref().is_some_and(|it| it.get("da").0.contains("eteran")));
    let Value::Said(new) = &of_veterans.unwrap().compared[0].right else { panic!("{of_veterans:?}") };
    let new: Vec<&str> = new.iter().map(|says| says.get("da").0).collect();
    assert_eq!(new, ["Tovholderen skal også hjælpe med at finde arbejdsløse veteraner uden forsørgelse"]);
}

/// BI11 adjusts its first scenario, and says of the second that it is the original grant.
#[test]
fn what_one_scenario_changes_is_not_held_against_the_other() {
    let of_scenarios = of_kind(&[alone("bi11-2026")], Kind::Unchanged);
    assert!(of_scenarios.iter().all(|check| check.verdict() != Verdict::Differ), "{of_scenarios:?}");
    planted(&[alone("bi11-2026")], Kind::Unchanged, |documents| {
        let rows = document(documents, "bi11-2026").remarks.iter().find(|remark| remark.id == "original-grant");
        let rows = rows.unwrap().rows.clone();
        let change = document(documents, "bi11-2026").remarks.iter_mut().find(|remark| remark.id == "adjusted");
        change.unwrap().rows = rows;
    });
}

#[test]
fn a_planted_result() {
    let bi11 = [alone("bi11-2026")];
    let gone = mended(&bi11, Kind::Result, |documents| documents[0].results[0].share = Some(decimal("0.25")));
    assert_eq!(gone[0].explanations, [Explanation::OtherDefinition]);
    // A result is measured against the target that was in force.
    let gone = mended(&all(), Kind::Result, |documents| {
        let result = &mut document(documents, "bi10-2026").results[0];
        result.share = Some(decimal("0.5"));
    });
    assert_eq!(documents_of(&gone[0], 0), ["bi07-2022-a", "bi07-2022-b"]);
    planted(&all(), Kind::Result, |documents| {
        document(documents, "bi10-2026").results[0].share = Some(decimal("0.46"));
    });
}

#[test]
fn a_planted_follow_up() {
    let documents = all();
    let found = of_kind(&documents, Kind::FollowUp);
    let missing = |check: &Check| match &check.compared[0] {
        engine::findings::Compared { left: Value::FollowUps(promised), right: Value::Said(missing), .. } => {
            (*promised, missing.len())
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(found.iter().map(missing).collect::<Vec<_>>(), [(2, 2), (5, 4)]);
    let added = planted(&documents, Kind::FollowUp, |documents| document(documents, "bi10-2026").results.clear());
    assert!(added.iter().any(|check| missing(check) == (5, 5)));
    // A result from the years of the trial reports on it.
    mended(&[alone("ips-2018"), alone("bi10-2026")], Kind::FollowUp, |documents| {
        let result = &mut document(documents, "bi10-2026").results[0];
        (result.from, result.to) = (2019, 2019);
    });
}

#[test]
fn a_planted_vanished_target() {
    let notes = [alone("bi07-2022-b"), alone("bi10-2026")];
    planted(&notes, Kind::Vanished, |documents| {
        document(documents, "bi10-2026").targets.retain(|target| target.id != "health");
    });
    let gone = mended(&notes, Kind::Vanished, |documents| {
        document(documents, "bi10-2026").targets[0].aim = "children-leisure".to_owned();
        let later = document(documents, "bi10-2026");
        let back = later.targets[0].clone();
        later.targets.push(model::note::Target { aim: "ips-outcome".to_owned(), ..back });
    });
    assert_eq!(gone[0].compared[0].right, Value::Cell(Thousands::new(315)));
    // Without money there is nothing that a target could be missing for.
    mended(&notes, Kind::Vanished, |documents| {
        let lines = &mut document(documents, "bi10-2026").variants[0].lines;
        lines.iter_mut().find(|line| line.id == "children-leisure").unwrap().same_row = None;
    });
}

#[test]
fn a_planted_population() {
    let notes = [alone("bi07-2022-b"), alone("bi10-2026")];
    let population = |documents: &mut [Document], id: &str| {
        let all = &mut document(documents, "bi10-2026").populations;
        all.iter().position(|population| population.id == id).unwrap()
    };
    planted(&notes, Kind::Population, |documents| {
        let at = population(documents, "ips");
        document(documents, "bi10-2026").populations[at].people = "everybody".to_owned();
    });
    mended(&[alone("bi10-2026")], Kind::Population, |documents| {
        for id in ["health", "health-table"] {
            let at = population(documents, id);
            document(documents, "bi10-2026").populations[at].people = "sick-leave-lifestyle".to_owned();
        }
    });
}

#[test]
fn a_planted_judgement() {
    let bi11 = [alone("bi11-2026")];
    mended(&bi11, Kind::Judgement, |documents| {
        documents[0].results[0].share = Some(decimal("0.25"));
        documents[0].remarks.retain(|remark| remark.id != "not-reached");
    });
    // The document's own words are enough.
    let mut without_result = bi11.to_vec();
    without_result[0].results.clear();
    assert_eq!(of_kind(&without_result, Kind::Judgement).len(), 1);
    planted(&all(), Kind::Judgement, |documents| {
        document(documents, "bi10-2026").results[0].share = Some(decimal("0.1"));
    });
}

#[test]
fn a_planted_unchanged() {
    let notes = [alone("bi07-2022-b"), alone("bi10-2026")];
    planted(&notes, Kind::Unchanged, |documents| {
        let target = document(documents, "bi10-2026").targets.iter_mut().find(|target| target.id == "ips").unwrap();
        target.reach = Reach::Share(decimal("0.45"));
    });
    mended(&notes, Kind::Unchanged, |documents| {
        let later = document(documents, "bi10-2026");
        later
            .remarks
            .retain(|remark| remark.effort.as_deref() != Some("veterans") || remark.id == "veterans-unchanged");
        let target = later.targets.iter_mut().find(|target| target.id == "veterans").unwrap();
        target.definition = "established-job-or-education-6-months".to_owned();
    });
}

#[test]
fn a_planted_joined_effort() {
    let notes = [alone("bi07-2022-a"), alone("bi07-2022-b"), alone("bi11-2026")];
    let gone = mended(&notes, Kind::Joined, |documents| {
        row(documents, "bi11-2026", "earlier", "sydhavnen-budget-2022").series = None;
    });
    assert_eq!(documents_of(&gone[0], 0), ["bi07-2022-a", "bi07-2022-b"]);
}

#[test]
fn a_planted_residual() {
    let business_case = [alone("ips-2018")];
    let residual = |documents: &mut [Document]| {
        let drivers = &mut documents[0].variants[0].drivers;
        drivers.iter().position(|driver| driver.id == "residual").unwrap()
    };
    let gone = mended(&business_case, Kind::Residual, |documents| {
        let at = residual(documents);
        documents[0].variants[0].drivers[at].value = decimal("0.4");
    });
    assert_eq!(gone[0].compared[0].right, Value::Share(decimal("0.4")));
    assert_eq!(gone[0].explanations, [Explanation::UpperEnd(decimal("0.25"))]);
}

#[test]
fn a_planted_area() {
    planted(&[alone("bi07-2022-b"), alone("bi10-2026")], Kind::Area, |documents| {
        document(documents, "bi10-2026").variants[0].lines[0].area = Area::Programme;
    });
    planted(&[alone("ips-2018")], Kind::Area, |documents| {
        row(documents, "ips-2018", "table-6", "sud-service").area = Some(Area::Transfers);
    });
    planted(&[alone("ips-2018")], Kind::Area, |documents| {
        let statement = documents[0].statements.iter_mut().find(|statement| statement.id == "benefits").unwrap();
        statement.area = Some(Area::Service);
    });
}

#[test]
fn a_planted_price_base() {
    let bi11 = [alone("bi11-2026")];
    mended(&bi11, Kind::PriceBase, |documents| {
        row(documents, "bi11-2026", "earlier", "sydhavnen-budget-2022").cells[2] = Some(Thousands::new(2560));
    });
    mended(&bi11, Kind::PriceBase, |documents| table(documents, "bi11-2026", "earlier").current_prices = None);
}

#[test]
fn a_planted_heading_number_and_column() {
    let bi10 = [alone("bi10-2026")];
    planted(&bi10, Kind::Title, |documents| {
        table(documents, "bi10-2026", "table-2a").titled = vec!["ips".to_owned()];
    });
    planted(&bi10, Kind::Numbering, |documents| {
        table(documents, "bi10-2026", "table-4").place = "Tabel 5".to_owned();
    });
    planted(&bi10, Kind::Numbering, |documents| {
        table(documents, "bi10-2026", "table-4").place = "Tabel 3".to_owned();
    });
    mended(&bi10, Kind::Numbering, |documents| {
        table(documents, "bi10-2026", "table-2a").place = "Tabel 2".to_owned();
    });
    planted(&[alone("ips-2018")], Kind::EmptyColumn, |documents| {
        let table = table(documents, "ips-2018", "table-4");
        table.years.push(2023);
        table.rows.iter_mut().for_each(|row| row.cells.push(None));
    });
    mended(&bi10, Kind::EmptyColumn, |documents| {
        row(documents, "bi10-2026", "table-4", "total").cells[0] = Some(Thousands::new(1));
    });
}

/// The findings as a reader meets them: those that follow from another one are not counted beside it.
fn facts(documents: &[Document]) -> Vec<Check> {
    check_all(documents).into_iter().filter(|check| check.verdict() == Verdict::Differ).collect()
}

#[test]
fn a_finding_that_follows_from_another_one_is_told_together_with_it() {
    let facts = facts(&all());
    let told = |kind: Kind, words: &str| {
        let is_it = |check: &&Check| {
            check.kind == kind && check.places.iter().flatten().any(|place| place.words.contains(words))
        };
        facts.iter().find(is_it).unwrap_or_else(|| panic!("{kind:?} {words} does not lead"))
    };
    let kinds = |check: &Check| check.same_fact.iter().map(|follower| follower.kind).collect::<Vec<Kind>>();
    // Edition b has half a post more in health. The grant, the total and the sentence of edition b follow from that.
    let health = told(Kind::Granted, "SUF sagsbehandler");
    assert_eq!(kinds(health), [Kind::Granted, Kind::Edition, Kind::Statement]);
    assert_eq!(health.differences().next().unwrap().left, Value::Cell(Thousands::new(3820)));
    let others = facts.iter().filter(|check| check.kind == Kind::Granted && !std::ptr::eq(*check, health));
    let veterans: Vec<&Check> = others.collect();
    assert_eq!(veterans.len(), 1, "the grants differ in two facts");
    assert_eq!(kinds(veterans[0]), [Kind::Granted]);
    assert_eq!(kinds(told(Kind::Series, "Budgetaftale 2019")), [Kind::Series], "the total holds the same 500");
    assert_eq!(kinds(told(Kind::Statement, "afsætte 2,5 mio. kr.")), [Kind::Sentences]);
    assert_eq!(kinds(told(Kind::Years, "1,4 mio. kr. i 2025")), [Kind::EmptyColumn]);
    assert_eq!(kinds(told(Kind::Unchanged, "uændret")), [Kind::ChangedTarget]);
}

#[test]
fn a_total_that_differs_by_something_of_its_own_leads() {
    let mut documents = all();
    let total = row(&mut documents, "bi10-2026", "earlier", "total");
    total.cells[2] = Some(Thousands::new(6755));
    let is_total = |check: &Check| check.kind == Kind::Series && check.places[1][0].item == "earlier/total";
    assert!(!facts(&all()).iter().any(is_total));
    assert!(facts(&documents).iter().any(is_total));
}

#[test]
fn telling_findings_together_loses_none_and_marks_the_same_cells() {
    let checks = check_all(&all());
    let followers: usize = checks.iter().map(|check| check.same_fact.len()).sum();
    assert!(followers > 0 && checks.iter().flat_map(|check| &check.same_fact).all(|check| check.same_fact.is_empty()));
    // The row of the total is still marked, by the finding that tells of it.
    let marks = |check: &Check| check.differs_in("bi10-2026", "earlier", "total", 2020);
    assert_eq!(checks.iter().filter(|check| marks(check)).count(), 1);
    let proposes = |check: &Check| check.differs_about_effort("bi07-2022-a", "health", 2022);
    assert_eq!(checks.iter().filter(|check| proposes(check)).count(), 1);
}

#[test]
fn a_planted_rise_in_prices() {
    let rises = of_kind(&all(), Kind::PriceRise);
    let [_, to_2026] = rises.as_slice() else { panic!("{rises:?}") };
    let (Value::Rises(least), Value::Rises(others)) = (&to_2026.compared[0].left, &to_2026.compared[0].right) else {
        panic!("{to_2026:?}")
    };
    let in_per_cent = |(_, rise): &(_, rust_decimal::Decimal)| (rise * decimal("100")).round_dp(1).to_string();
    assert_eq!(least.iter().map(in_per_cent).collect::<Vec<_>>(), ["0.7"]);
    assert_eq!(others.iter().map(in_per_cent).collect::<Vec<_>>(), ["1.5", "1.6", "4.8", "16.8", "17.5", "18.9"]);
    // Prices that rise alike are no finding, and one that does not is.
    let same_note = alone("bi07-2022-b");
    let next_note = Document { id: "next".to_owned(), edition_of: None, price_level: 2026, ..same_note.clone() };
    let notes = [same_note, next_note];
    assert!(of_kind(&notes, Kind::PriceRise).is_empty());
    planted(&notes, Kind::PriceRise, |documents| {
        let drivers = &mut document(documents, "next").variants[0].drivers;
        drivers.iter_mut().find(|driver| driver.id == "pay-lead").unwrap().value += decimal("10000");
    });
}

#[test]
fn a_sum_with_one_part_proves_nothing() {
    let checks = check_all(&all());
    let one_part = |document: &str, table: &str| {
        let is_it = |check: &&Check| {
            check.kind == Kind::Sum && check.places[0][0].document == document && check.places[0][0].place == table
        };
        checks.iter().filter(is_it).any(|check| check.evidence == Evidence::OnePart)
    };
    assert!(one_part("ips-2018", "Tabel 5"), "the total of one row");
    assert!(!one_part("ips-2018", "1.1"));
    // A row that adds up its own cells is one place, not two.
    let own = checks.iter().find(|check| check.evidence == Evidence::Trivial).unwrap();
    assert_eq!(own.cited().map(|side| side.len()), [1, 0]);
}
