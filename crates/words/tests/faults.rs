//! What is wrong with a file that a reader brings is said in whole sentences of the page's language.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use model::fault::{
    Column, Computing, Encoding, Fault, Foreign, Form, Found, Kind, Needs, Part, Place, Problem, Syntax,
};
use model::language::Language;
use model::note::Unit;
use rust_decimal::Decimal;

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
