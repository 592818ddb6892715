//! What is wrong with a file that a reader brings is said in whole sentences of the page's language.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use model::fault::{
    Column, Computing, Encoding, Fault, Foreign, Form, Found, Kind, Needs, Part, Place, Problem, Syntax,
};
use model::language::Language;
use model::note::Unit;
use rust_decimal::Decimal;
use words::InForm;

fn text(text: &str) -> String {
    text.to_owned()
}

#[allow(clippy::too_many_lines, reason = "a list of all there is")]
/// A fault of every kind, with every word that it can have.
fn every_fault() -> Vec<Fault> {
    let number = Decimal::new(12_345, 1);
    let mut faults = vec![
        Fault::TooLarge { bytes: 52_000_000, most: 5_000_000 },
        Fault::Empty,
        Fault::Nested,
        Fault::NoObject,
        Fault::More(1),
        Fault::More(1_200),
        Fault::Choice { found: text("kost"), choices: vec![text("cost"), text("saving")] },
        Fault::Length { needs: 2, found: 3 },
        Fault::NoNumber(text("tolv")),
        Fault::PointOfThousands(text("560.000")),
        Fault::TooManyDigits(text("1.00000000000000000000000000000001")),
        Fault::Field { field: text("colour"), meant: None },
        Fault::Field { field: text("tittel"), meant: Some(text("title")) },
        Fault::FieldMissing(text("title")),
        Fault::FieldTwice(text("title")),
        Fault::Id(text("A b")),
        Fault::IdTooLong { id: text("kultur-og-fritidsudvalget"), most: 23 },
        Fault::Character('\u{1}'),
        Fault::TextTooLong(60),
        Fault::Duplicate(text("pay")),
        Fault::Unsaid(Language::English),
        Fault::Year(1999),
        Fault::NotInTable { year: 2031, table: text("table-1") },
        Fault::SameName { kind: Kind::Driver, name: text("Løn"), line: 12 },
        Fault::YearOrder(2027),
        Fault::OutOfBounds { value: number, low: Decimal::ZERO, high: Decimal::ONE },
        Fault::TooFine { value: number, decimals: 0 },
        Fault::RangeOrder { low: number, high: number },
        Fault::OutOfRange { value: number, low: Decimal::ZERO, high: Decimal::ONE },
        Fault::Unit { driver: text("pay"), needs: Unit::CostPerPost },
        Fault::Cells { years: 5, cells: 4 },
        Fault::Sign(-12),
        Fault::Computed { year: 2027, printed: number, computed: number },
        Fault::AddsUp,
        Fault::LostWithCells,
        Fault::RowNotAlone(text("total")),
        Fault::RowForm(text("total")),
        Fault::SharedRowForm { key: text("total"), effort: text("ips") },
        Fault::RowNotShared(text("ips/total")),
        Fault::RowOnBothSides(text("ips/total")),
        Fault::SeriesForm(text("ips")),
        Fault::NotInQuote(number),
        Fault::OtherDigits,
        Fault::ScheduleOfOutcome,
        Fault::NothingAfterwards,
        Fault::Reserved("lang".to_owned()),
        Fault::ScheduleForms,
        Fault::ScheduleYears(21),
        Fault::AfterEffort { year: 2035, last: 2031 },
        Fault::Leader(text("pay")),
        Fault::OutsideInterval(number),
        Fault::NoInterval,
        Fault::NotComputed(Computing::Driver(text("pay"))),
        Fault::NotComputed(Computing::Overflow(text("team"))),
    ];
    let foreign = [
        Foreign::Pdf,
        Foreign::Workbook,
        Foreign::TextDocument,
        Foreign::Archive,
        Foreign::Picture,
        Foreign::WebPage,
        Foreign::Table,
        Foreign::Scenario,
        Foreign::Prose,
        Foreign::Binary,
    ];
    faults.extend(foreign.map(Fault::Foreign));
    faults.extend([Encoding::Utf8WithMark, Encoding::Utf16, Encoding::Windows1252].map(Fault::Decoded));
    let syntax = [
        Syntax::SmartQuotes,
        Syntax::OpenText,
        Syntax::BareText,
        Syntax::OpenList,
        Syntax::OpenTable,
        Syntax::Comma,
        Syntax::NoAssignment,
        Syntax::NoValue,
        Syntax::Number,
        Syntax::Escape,
        Syntax::Name,
        Syntax::Ending,
        Syntax::Other,
    ];
    for form in [Form::Toml, Form::Json] {
        faults.extend(syntax.clone().map(|syntax| Fault::Syntax(form, syntax)));
    }
    let needs = [
        Needs::Text,
        Needs::Wording,
        Needs::WholeNumber,
        Needs::Number,
        Needs::Truth,
        Needs::List,
        Needs::Table,
        Needs::Choice,
    ];
    faults.extend(needs.map(|needs| Fault::Type { needs, found: Found::List }));
    let kinds = [
        Kind::Administration,
        Kind::Committee,
        Kind::Document,
        Kind::Variant,
        Kind::Effort,
        Kind::Driver,
        Kind::Line,
        Kind::Table,
        Kind::Row,
        Kind::SharedRow,
        Kind::Target,
        Kind::Language,
        Kind::Item,
    ];
    for kind in kinds {
        faults.push(Fault::TooMany { kind, count: 20_001, most: 20_000 });
        faults.push(Fault::Unknown { kind, id: text("x"), meant: None });
        faults.push(Fault::Unknown { kind, id: text("x"), meant: Some(text("y")) });
    }
    let parts = [
        Part::Source,
        Part::Place,
        Part::Quote,
        Part::ShortName,
        Part::Wording,
        Part::OneOutcome,
        Part::ShareOrPeople,
        Part::ShareOfTarget,
        Part::Whom,
        Part::RowsAndAmount,
        Part::VariantOfTable,
        Part::EffortOfLine,
        Part::Citizens,
        Part::Caseload,
        Part::Effect,
        Part::DerivedFrom,
        Part::Explanation,
        Part::Origin,
        Part::PrintedRow,
        Part::Years,
    ];
    faults.extend(parts.map(Fault::Missing));
    let columns = [Column::Year(2027), Column::Total, Column::Parts, Column::Consultants, Column::Committees];
    faults.extend(columns.map(|column| Fault::Sum { column, printed: number, parts: number }));
    faults
}

#[test]
fn every_fault_is_a_sentence_in_each_language() {
    let faults = every_fault();
    for language in Language::ALL {
        let words = words::of(language);
        for fault in &faults {
            let said = words.problem(&Problem { place: None, item: String::new(), fault: fault.clone() });
            assert!(said.ends_with(['.', '?', '}', '"']), "{said}");
            assert!(!said.contains(['{', '*']) || said.contains("{ da ="), "{said}");
            assert!(!said.contains("  "), "{said}");
        }
    }
}

#[test]
fn a_problem_names_its_item_and_its_place() {
    let place = Place { line: 12, column: 8, passage: text("\"kost\"") };
    let problem =
        Problem { place: Some(place.clone()), item: text("note/pay"), fault: Fault::FieldMissing(text("name")) };
    let (danish, english) = (words::of(Language::Danish), words::of(Language::English));
    assert_eq!(danish.problem(&problem), "Feltet ”name” mangler. Det er i ”note/pay”.");
    assert_eq!(english.problem(&problem), "The field “name” is missing. It is in “note/pay”.");
    assert_eq!(danish.place_in_text(place.line, place.column), "Linje 12, tegn 8");
    assert_eq!(english.place_in_text(place.line, place.column), "Line 12, column 8");
}

#[test]
fn the_form_says_no_name_of_the_format() {
    let keys = [
        "\"",
        "effort”",
        "”variant",
        "”lines",
        "”citizens",
        "”caseload",
        "”posts",
        "”effect",
        "”outcome",
        "”achieves",
        "”from",
        "”schedule",
        "”years",
        "”amounts",
        "”once",
        "”after",
        "”residual",
        "”fixed",
        "not-said",
        "stated",
        "[ ]",
        "true",
        "cost-per-post",
        "table-1",
        "”pay",
        "”team",
    ];
    let named = |_: Kind, _: &str| text("Løn til tre");
    for language in Language::ALL {
        for fault in every_fault() {
            // What only a file has is said of the file.
            if matches!(
                fault,
                Fault::Syntax(..)
                    | Fault::Foreign(_)
                    | Fault::FieldTwice(_)
                    | Fault::AddsUp
                    | Fault::SharedRowForm { .. }
                    | Fault::RowNotShared(_)
                    | Fault::RowOnBothSides(_)
                    | Fault::SeriesForm(_)
                    | Fault::Duplicate(_)
                    | Fault::Missing(Part::RowsAndAmount)
            ) {
                continue;
            }
            let said = words::of(language).fault_in_form(&fault, InForm { is_share: false, named: &named });
            let found = keys.iter().find(|key| said.replace(['“', '\''], "”").contains(**key));
            assert_eq!(found, None, "{said}");
            assert!(said.ends_with(['.', '?']), "{said}");
        }
    }
}

#[test]
fn the_form_says_shares_in_per_cent() {
    let said = |fault: &Fault| {
        words::of(Language::Danish).fault_in_form(fault, InForm { is_share: true, named: &|_, id| id.to_owned() })
    };
    let (value, low, high) = (Decimal::new(125, 2), Decimal::ZERO, Decimal::ONE);
    assert_eq!(
        said(&Fault::OutOfBounds { value, low, high }),
        "125\u{a0}% kan ikke bruges her. Tallet skal ligge fra 0\u{a0}% til 100\u{a0}%."
    );
    let value = Decimal::new(123_456, 6);
    assert!(
        said(&Fault::TooFine { value, decimals: 4 }).ends_with("må være 2."),
        "{}",
        said(&Fault::TooFine { value, decimals: 4 })
    );
}
