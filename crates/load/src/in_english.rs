//! A problem in a line of English, for whoever builds the data or calls the package from a program. What readers of the page see, the
//! crate `words` says.

use model::fault::{Column, Computing, Fault, Part, Problem, ShareFault};

/// The item and what is wrong with it: `summary/benefits: the id "a" is there twice`. Without the place.
#[must_use]
pub fn in_english(problem: &Problem) -> String {
    let reason = reason(&problem.fault);
    if problem.item.is_empty() { reason } else { format!("{}: {reason}", problem.item) }
}

fn reason(fault: &Fault) -> String {
    let like = |meant: &Option<String>| meant.as_ref().map_or_else(String::new, |meant| format!(" (like {meant:?})"));
    match fault {
        Fault::TooLarge { bytes, most } => format!("{bytes} bytes, and at most {most} are read"),
        Fault::Empty => "the file is empty".to_owned(),
        Fault::Foreign(foreign) => format!("no note but another kind of file: {foreign:?}"),
        Fault::Decoded(encoding) => format!("read as {encoding:?}"),
        Fault::Syntax(form, syntax) => format!("no {form:?}: {syntax:?}"),
        Fault::Nested => "nested too deep".to_owned(),
        Fault::NoObject => "a note in JSON is an object".to_owned(),
        Fault::TooMany { kind, count, most } => format!("{count} of the kind {kind:?}, and at most {most} are read"),
        Fault::More(count) => format!("{count} more problems"),
        Fault::Type { needs, found } => format!("{needs:?} is needed, not {found:?}"),
        Fault::Choice { found, choices } => format!("{found:?} is none of {}", choices.join(", ")),
        Fault::Length { needs, found } => format!("{found} items, and {needs} are needed"),
        Fault::PointOfThousands(text) => format!(
            "{text} has a point for decimals; write {} or {}",
            text.replace('.', ""),
            text.trim_end_matches('0').trim_end_matches('.')
        ),
        Fault::NoNumber(text) => format!("{text:?} is no number"),
        Fault::TooManyDigits(text) => format!("{text} has too many digits"),
        Fault::Field { field, meant } => format!("unknown field {field:?}{}", like(meant)),
        Fault::FieldMissing(field) => format!("missing field {field:?}"),
        Fault::FieldTwice(field) => format!("the field {field:?} is there twice"),
        Fault::Id(id) => format!("the id {id:?} has other characters than a–z, 0–9 and -"),
        Fault::Character(letter) => format!("the character U+{:04X} cannot stand in a text", u32::from(*letter)),
        Fault::TextTooLong(most) => format!("the text has more than {most} characters"),
        Fault::IdTooLong { id, most } => format!("the id {id:?} has more than {most} characters"),
        Fault::Reserved(id) => format!("the id {id:?} means something else in links"),
        Fault::Duplicate(id) => format!("the id {id:?} is there twice"),
        Fault::Unknown { kind, id, meant } => format!("there is no {kind:?} {id:?}{}", like(meant)),
        Fault::Missing(part) => format!("{} is missing", said_part(*part)),
        Fault::Unsaid(language) => format!("a wording is missing in the language {:?}", language.code()),
        Fault::Year(year) => format!("the year {year} is out of range"),
        Fault::NotInTable { year, table } => format!("the table {table:?} has no column for {year}"),
        Fault::SameName { kind, name, line } => format!("the {kind:?} in line {line} is called {name:?} too"),
        Fault::YearOrder(year) => format!("the year {year} comes too early"),
        Fault::OutOfBounds { value, low, high } => format!("{value} is out of bounds, {low} to {high}"),
        Fault::TooFine { value, decimals } => format!("{value} has more than {decimals} decimals"),
        Fault::RangeOrder { low, high } => format!("{low} is not below {high}"),
        Fault::OutOfRange { value, low, high } => format!("{value} is not within its range, {low} to {high}"),
        Fault::Unit { driver, needs } => format!("the driver {driver:?} does not have the unit {needs:?}"),
        Fault::Cells { years, cells } => format!("{cells} cells for {years} years"),
        Fault::Sign(cell) => format!("{cell} has the wrong sign"),
        Fault::Sum { column, printed, parts } => {
            let column = match column {
                Column::Year(year) => year.to_string(),
                Column::Total => "total".to_owned(),
                Column::Parts => "parts".to_owned(),
                Column::Consultants => "consultants".to_owned(),
                Column::Committees => "committees".to_owned(),
            };
            format!("{column}: {printed} is printed, but its parts give {parts}")
        }
        Fault::Computed { year, printed, computed } => {
            format!("{year}: {printed} is printed, but {computed} is computed")
        }
        Fault::AddsUp => "it is marked as wrong, but it adds up".to_owned(),
        Fault::LostWithCells => "a lost row has no cells".to_owned(),
        Fault::RowNotAlone(row) => format!("the row {row:?} does not show this line alone"),
        Fault::RowForm(row) => format!("{row:?} is not of the form table/row"),
        Fault::SharedRowForm { key, effort } => format!("the row {key:?} is not of the form {effort}/row"),
        Fault::RowNotShared(key) => format!("no other note has the row {key:?}"),
        Fault::RowOnBothSides(key) => format!("the row {key:?} is on several sides"),
        Fault::SeriesForm(key) => format!("the series {key:?} is not of the form effort/agreement"),
        Fault::NotInQuote(number) => format!("the quote does not have the number {number}"),
        Fault::OtherDigits => "the quote and what it reads have other digits".to_owned(),
        Fault::ScheduleOfOutcome => {
            "a line per outcome follows the effect rates, and its schedule can only be year by year".to_owned()
        }
        Fault::NothingAfterwards => "no effect is left after the effort: it has no residual".to_owned(),
        Fault::ScheduleForms => "a schedule is by phase, year by year or once, and not several of these".to_owned(),
        Fault::ScheduleAmounts => "amounts year by year belong to a line with an amount a year".to_owned(),
        Fault::Share(fault) => share(fault),
        Fault::AfterEffort { year, last } => format!("{year} is after {last}, the last year of the effort"),
        Fault::ScheduleYears(years) => format!("a schedule has 1 to 20 years, and this is {years}"),
        Fault::Leader(driver) => format!("the driver {driver:?} is zero or follows another one"),
        Fault::OutsideInterval(value) => format!("{value} is outside the interval of the printed cells"),
        Fault::NoInterval => "no printed row brackets it".to_owned(),
        Fault::NotComputed(Computing::Driver(driver)) => format!("it cannot be computed with the driver {driver:?}"),
        Fault::NotComputed(Computing::Overflow(line)) => format!("the amount of the line {line:?} is too large"),
    }
}

fn share(fault: &ShareFault) -> String {
    match fault {
        ShareFault::NotAbove(line) => format!("the line {line:?} does not stand above this one"),
        ShareFault::OtherEffort(line) => format!("the line {line:?} is of another effort"),
        ShareFault::Twice(line) => format!("the line {line:?} counts once"),
        ShareFault::Sides => "a share is one of costs alone, of incomes alone or of savings alone".to_owned(),
        ShareFault::Shares => "a share of a share can be one of no further share".to_owned(),
        ShareFault::Posts => "a limit for each post needs lines that pay for the same posts".to_owned(),
    }
}

const fn said_part(part: Part) -> &'static str {
    match part {
        Part::Source => "a source",
        Part::Place => "the place of a source",
        Part::Quote => "the quote of a source",
        Part::ShortName => "the short name",
        Part::Wording => "a wording",
        Part::OneOutcome => "the outcome in one of the two ways, `outcome` or `achieves`",
        Part::ShareOrPeople => "either a share or a number of people",
        Part::ShareOfTarget => "the share of a target that is a number of people",
        Part::Whom => "whom the share is a share of, or that it is not said",
        Part::RowsAndAmount => "the rows it speaks of, or what it says of them",
        Part::VariantOfTable => "the variant",
        Part::EffortOfLine => "the effort of the line",
        Part::LinesOfShare => "the lines of the share",
        Part::Citizens => "the effort's number of citizens",
        Part::Caseload => "the effort's caseload",
        Part::Effect => "the effort's effect",
        Part::DerivedFrom => "what it is derived from",
        Part::Explanation => "the explanation of a number",
        Part::Origin => "an origin that a document or we can have",
        Part::PrintedRow => "the printed row",
        Part::Years => "the first and the last year",
    }
}
