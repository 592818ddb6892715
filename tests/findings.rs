//! The checks within and between documents: they find the known contradictions of the real documents and a planted
//! error of each kind, and they find nothing where documents agree.

mod common;

use common::LIBRARY;
use indsatsregner::findings::{Check, Column, Kind, Value, Verdict, check_all};
use indsatsregner::money::Thousands;
use indsatsregner::note::Document;

fn differing(documents: &[Document]) -> Vec<Check> {
    check_all(documents).into_iter().filter(|check| check.verdict() == Verdict::Differ).collect()
}

/// A copy of one document.
#[track_caller]
fn alone(id: &str) -> Document {
    LIBRARY.documents().iter().find(|document| document.id == id).unwrap().clone()
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

#[test]
fn the_known_contradictions_of_the_documents_are_found() {
    let found = differing(LIBRARY.documents());
    let expect = |kind: Kind, document: &str, words: &str| {
        let fits = |check: &&Check| {
            check.kind == kind
                && check.concerns(document)
                && check.places.iter().any(|place| place.words.contains(words) || place.place.contains(words))
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
    expect(Kind::Target, "bi10-2026", "40 pct");
}

#[test]
fn statements_that_agree_are_no_findings() {
    let agree = |document: &str, words: &str| {
        let checks = check_all(LIBRARY.documents());
        let about: Vec<&Check> = checks
            .iter()
            .filter(|check| check.kind == Kind::Statement && check.places[0].document == document)
            .filter(|check| check.places[0].words.contains(words))
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
fn the_2018_document_contradicts_itself_only_in_its_payback_and_its_targets() {
    let kinds: Vec<Kind> = differing(&[alone("ips-2018")]).iter().map(|check| check.kind).collect();
    assert_eq!(kinds, [Kind::Payback, Kind::Target]);
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
fn a_planted_repetition() {
    planted(&[alone("ips-2018")], Kind::Repeated, |documents| {
        documents[0].tables[1].rows[0].cells[2] = Some(Thousands::new(-158));
    });
}

#[test]
fn a_planted_sentence() {
    planted(&[alone("ips-2018")], Kind::Statement, |documents| {
        documents[0].statements[0].amount.as_mut().unwrap().thousands = common::decimal("-4500");
    });
    // Within the precision of the sentence it is no error.
    let mut documents = vec![alone("ips-2018")];
    documents[0].statements[0].amount.as_mut().unwrap().thousands = common::decimal("-4450");
    assert_eq!(differing(&documents).len(), 2);
}

#[test]
fn a_planted_year() {
    planted(&[alone("ips-2018")], Kind::Years, |documents| {
        let statement = documents[0].statements.iter_mut().find(|statement| statement.years.is_some()).unwrap();
        statement.years = Some((2018, 2022));
    });
}

#[test]
fn a_planted_payback() {
    planted(&[alone("ips-2018")], Kind::Payback, |documents| documents[0].variants[0].printed_paybacks[0].payback = 5);
}

#[test]
fn a_planted_price_of_a_post() {
    planted(&[alone("bi07-2022-a"), alone("bi07-2022-b")], Kind::Posts, |documents| {
        let mut rows = documents[0].tables.iter_mut().flat_map(|table| &mut table.rows);
        let row = rows.find(|row| row.staff.is_some()).unwrap();
        row.staff.as_mut().unwrap().posts = common::decimal("7");
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
    let found = differing(&clean);
    let veterans: Vec<&Check> = found.iter().filter(|check| check.kind == Kind::Granted).collect();
    assert_eq!(veterans.len(), 1, "the edition with 13.140 a year differs in its veterans alone");
    assert_eq!(veterans[0].compared[0].left, Value::Cell(Thousands::new(1500)));
    assert_eq!(veterans[0].compared[0].right, Value::Cell(Thousands::new(1573)));
    assert!(veterans[0].differs_about_effort("bi07-2022-b", "veterans", 2025));
    assert!(!veterans[0].differs_about_effort("bi07-2022-b", "ips", 2025));
    planted(&clean, Kind::Granted, |documents| {
        let rows = documents[1].tables.iter_mut().flat_map(|table| &mut table.rows);
        let is_ips = |row: &&mut indsatsregner::note::Row| row.id == "ips-budget-2022";
        rows.into_iter().find(is_ips).unwrap().cells[5] = Some(Thousands::new(7511));
    });
}

#[test]
fn a_planted_edition_and_committee() {
    let editions = [alone("bi07-2022-a"), alone("bi07-2022-b")];
    planted(&editions, Kind::Edition, |documents| {
        let at = documents[1].variants[0].lines[0].row.unwrap();
        documents[1].tables[at.table].rows[at.row].cells[0] = Some(Thousands::new(601));
    });
    planted(&editions, Kind::Committee, |documents| {
        documents[1].variants[0].lines[1].committees[0].committee = common::committee("sou");
    });
}

#[test]
fn a_planted_target() {
    planted(&[alone("bi07-2022-a"), alone("bi07-2022-b")], Kind::Target, |documents| {
        documents[1].targets[0].share = common::decimal("0.41");
    });
}
