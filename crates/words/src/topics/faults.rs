//! What is wrong with a file that a reader opens as a note: what it is, where, and what to do.

use rust_decimal::Decimal;

use super::join;
use crate::Words;
use crate::messages::at;
use model::fault::{Column, Computing, Encoding, Fault, Foreign, Form, Kind, Needs, Part, Problem, ShareFault, Syntax};
use model::note::Unit;

impl Words {
    /// What is wrong, in which item of the file, and what to do about it. [`Words::place_in_text`] says the line.
    #[must_use]
    pub fn problem(self, problem: &Problem) -> String {
        let sentence = self.fault(&problem.fault);
        if problem.item.is_empty() {
            sentence
        } else {
            self.messages().note_faults.with_item(at::Item(&problem.item), at::Sentence(sentence))
        }
    }

    /// A unit as the form calls it, with what files write.
    fn unit_in_file(self, unit: Unit) -> String {
        let id = unit_id(unit);
        let name = self.form_word(&format!("driver.unit={id}"));
        name.map_or_else(|| id.to_owned(), |word| format!("{} ({id})", word.name))
    }

    pub(super) fn fault(self, fault: &Fault) -> String {
        let (faults, locale) = (&self.messages().note_faults, self.locale());
        let number = |number: &Decimal| locale.exact(*number);
        match fault {
            Fault::TooLarge { bytes, most } => {
                faults.too_large(at::Most(self.megabytes(*most)), at::Size(self.megabytes(*bytes)))
            }
            Fault::Empty => faults.empty.to_owned(),
            Fault::Foreign(foreign) => self.foreign(*foreign).to_owned(),
            Fault::Decoded(Encoding::Utf8WithMark) => faults.utf8_with_mark.to_owned(),
            Fault::Decoded(Encoding::Utf16) => faults.utf16.to_owned(),
            Fault::Decoded(Encoding::Windows1252) => faults.windows_1252.to_owned(),
            Fault::Syntax(form, syntax) => self.syntax(*form, syntax),
            Fault::Nested => faults.nested.to_owned(),
            Fault::NoObject => faults.no_object.to_owned(),
            Fault::TooMany { kind, count, most } => {
                let count = at::Count(locale.exact(Decimal::from(*count)));
                faults.too_many(count, at::Items(self.items_of(*kind)), at::Most(locale.exact(Decimal::from(*most))))
            }
            Fault::More(count) => faults.more(&self.count(Decimal::from(*count))),
            Fault::Type { needs, .. } => self.needed(*needs).to_owned(),
            Fault::Choice { found, choices } => {
                let quoted: Vec<String> = choices.iter().map(|choice| format!("\"{choice}\"")).collect();
                faults.choice(at::Choices(join(&quoted, self.messages().lists.or)), at::Found(found))
            }
            Fault::Length { needs, found } => faults.length(at::Found(*found), at::Needs(*needs)),
            Fault::PointOfThousands(text) => {
                let (large, small) = (text.replace('.', ""), text.trim_end_matches('0').trim_end_matches('.'));
                faults.point_of_thousands(at::Large(&large), at::Small(small), at::Text(text))
            }
            Fault::NoNumber(text) => faults.no_number(text),
            Fault::TooManyDigits(text) => faults.too_many_digits(text),
            Fault::Field { field, meant: None } => faults.field(field),
            Fault::Field { field, meant: Some(meant) } => faults.field_meant(at::Field(field), at::Meant(meant)),
            Fault::FieldMissing(field) => faults.field_missing(field),
            Fault::FieldTwice(field) => faults.field_twice(field),
            Fault::Id(id) => faults.id(id),
            Fault::Character(letter) => faults.character(format!("U+{:04X}", u32::from(*letter))),
            Fault::TextTooLong(most) => faults.text_too_long(*most),
            Fault::IdTooLong { id, most } => faults.id_too_long(at::Id(id), at::Most(*most)),
            Fault::Duplicate(id) => faults.duplicate(id),
            Fault::Unknown { kind, id, meant: None } => faults.unknown(at::Id(id), at::Item(self.item_of(*kind))),
            Fault::Unknown { kind, id, meant: Some(meant) } => {
                faults.unknown_meant(at::Id(id), at::Item(self.item_of(*kind)), at::Meant(meant))
            }
            Fault::Missing(part) => self.missing(*part).to_owned(),
            Fault::Unsaid(language) => faults.unsaid(language.code()),
            Fault::Year(year) => faults.year(*year),
            Fault::NotInTable { year, table } => faults.not_in_table(at::Table(table), at::Year(*year)),
            Fault::SameName { kind, name, line } => {
                faults.same_name(at::Item(self.item_of(*kind)), at::Line(*line), at::Name(name))
            }
            Fault::YearOrder(year) => faults.year_order(*year),
            Fault::OutOfBounds { value, low, high } => {
                faults.out_of_bounds(at::High(number(high)), at::Low(number(low)), at::Value(number(value)))
            }
            Fault::TooFine { value, decimals } => {
                faults.too_fine(&self.count((*decimals).into()), locale.exact(*value))
            }
            Fault::RangeOrder { low, high } => faults.range_order(at::High(number(high)), at::Low(number(low))),
            Fault::OutOfRange { value, low, high } => {
                faults.out_of_range(at::High(number(high)), at::Low(number(low)), at::Value(number(value)))
            }
            Fault::Unit { driver, needs } => faults.unit(at::Driver(driver), at::Unit(self.unit_in_file(*needs))),
            Fault::Cells { years, cells } => faults.cells(at::Cells(*cells), at::Years(*years)),
            Fault::Sign(cell) => faults.sign(locale.exact(Decimal::from(*cell))),
            Fault::Sum { column, printed, parts } => self.sum(*column, *printed, *parts),
            Fault::Computed { year, printed, computed } => faults.computed(
                at::Computed(locale.exact(*computed)),
                at::Printed(locale.exact(*printed)),
                at::Year(*year),
            ),
            Fault::AddsUp => faults.adds_up.to_owned(),
            Fault::LostWithCells => faults.lost_with_cells.to_owned(),
            Fault::RowNotAlone(row) => faults.row_not_alone(row),
            Fault::RowForm(row) => faults.row_form(row),
            Fault::SharedRowForm { key, effort } => faults.shared_row_form(at::Effort(effort), at::Key(key)),
            Fault::RowNotShared(key) => faults.row_not_shared(key),
            Fault::RowOnBothSides(key) => faults.row_on_both_sides(key),
            Fault::SeriesForm(key) => faults.series_form(key),
            Fault::NotInQuote(number) => faults.not_in_quote(locale.exact(*number)),
            Fault::OtherDigits => faults.other_digits.to_owned(),
            Fault::ScheduleOfOutcome => faults.schedule_of_outcome.to_owned(),
            Fault::Reserved(id) => faults.reserved(id),
            Fault::NothingAfterwards => faults.nothing_afterwards.to_owned(),
            Fault::ScheduleForms => faults.schedule_forms.to_owned(),
            Fault::ScheduleAmounts => faults.schedule_amounts.to_owned(),
            Fault::Share(ShareFault::NotAbove(line)) => faults.share_not_above(line),
            Fault::Share(ShareFault::OtherEffort(line)) => faults.share_other_effort(line),
            Fault::Share(ShareFault::Twice(line)) => faults.share_twice(line),
            Fault::Share(ShareFault::Sides) => faults.share_sides.to_owned(),
            Fault::Share(ShareFault::Shares) => faults.share_shares.to_owned(),
            Fault::Share(ShareFault::Posts) => faults.share_posts.to_owned(),
            Fault::AfterEffort { year, last } => faults.after_effort(at::Last(*last), at::Year(*year)),
            Fault::ScheduleYears(years) => faults.schedule_years(years.to_string()),
            Fault::Leader(driver) => faults.leader(driver),
            Fault::OutsideInterval(value) => faults.outside_interval(locale.exact(*value)),
            Fault::NoInterval => faults.no_interval.to_owned(),
            Fault::NotComputed(Computing::Driver(driver)) => faults.driver_not_computed(driver),
            Fault::NotComputed(Computing::Overflow(line)) => faults.overflow(line),
        }
    }

    fn megabytes(self, bytes: usize) -> String {
        let megabytes = Decimal::from(bytes).checked_div(Decimal::from(1_000_000));
        self.locale().rounded(megabytes.unwrap_or_default(), 1)
    }

    fn foreign(self, foreign: Foreign) -> &'static str {
        let faults = &self.messages().note_faults;
        match foreign {
            Foreign::Pdf => faults.pdf,
            Foreign::Workbook => faults.workbook,
            Foreign::TextDocument => faults.text_document,
            Foreign::Archive => faults.archive,
            Foreign::Picture => faults.picture,
            Foreign::WebPage => faults.web_page,
            Foreign::Table => faults.table,
            Foreign::Scenario => faults.scenario,
            Foreign::Prose => faults.prose,
            Foreign::Binary => faults.binary,
        }
    }

    fn syntax(self, form: Form, syntax: &Syntax) -> String {
        let faults = &self.messages().note_faults;
        let said = match (syntax, form) {
            (Syntax::SmartQuotes, _) => faults.smart_quotes,
            (Syntax::OpenText, _) => faults.open_text,
            (Syntax::BareText, _) => faults.bare_text,
            (Syntax::OpenList, _) => faults.open_list,
            (Syntax::OpenTable, _) => faults.open_table,
            (Syntax::Comma, _) => faults.comma,
            (Syntax::NoAssignment, Form::Toml) => faults.no_assignment_toml,
            (Syntax::NoAssignment, Form::Json) => faults.no_assignment_json,
            (Syntax::NoValue, _) => faults.no_value,
            (Syntax::Number, _) => faults.number_form,
            (Syntax::Escape, _) => faults.escape,
            (Syntax::Name, _) => faults.name_form,
            (Syntax::Ending, _) => faults.ending,
            (Syntax::Other, Form::Toml) => return faults.other_syntax("TOML"),
            (Syntax::Other, Form::Json) => return faults.other_syntax("JSON"),
        };
        said.to_owned()
    }

    fn needed(self, needs: Needs) -> &'static str {
        let faults = &self.messages().note_faults;
        match needs {
            Needs::Text => faults.needs_text,
            Needs::Wording => faults.needs_wording,
            Needs::WholeNumber => faults.needs_whole_number,
            Needs::Number => faults.needs_number,
            Needs::Truth => faults.needs_truth,
            Needs::List => faults.needs_list,
            Needs::Table => faults.needs_table,
            Needs::Choice => faults.needs_choice,
        }
    }

    fn missing(self, part: Part) -> &'static str {
        let faults = &self.messages().note_faults;
        match part {
            Part::Source => faults.missing_source,
            Part::Place => faults.missing_place,
            Part::Quote => faults.missing_quote,
            Part::ShortName => faults.missing_short_name,
            Part::Wording => faults.missing_wording,
            Part::OneOutcome => faults.missing_one_outcome,
            Part::ShareOrPeople => faults.missing_share_or_people,
            Part::ShareOfTarget => faults.missing_share_of_target,
            Part::Whom => faults.missing_whom,
            Part::RowsAndAmount => faults.missing_rows_and_amount,
            Part::VariantOfTable => faults.missing_variant_of_table,
            Part::EffortOfLine => faults.missing_effort_of_line,
            Part::LinesOfShare => faults.missing_lines_of_share,
            Part::Citizens => faults.missing_citizens,
            Part::Caseload => faults.missing_caseload,
            Part::Effect => faults.missing_effect,
            Part::DerivedFrom => faults.missing_derived_from,
            Part::Explanation => faults.missing_explanation,
            Part::Origin => faults.missing_origin,
            Part::PrintedRow => faults.missing_printed_row,
            Part::Years => faults.missing_years,
        }
    }

    fn sum(self, column: Column, printed: Decimal, parts: Decimal) -> String {
        let (faults, locale) = (&self.messages().note_faults, self.locale());
        let (printed, parts) = (locale.exact(printed), locale.exact(parts));
        match column {
            Column::Year(year) => faults.sum_year(at::Parts(parts), at::Printed(printed), at::Year(year)),
            Column::Total => faults.sum_total(at::Parts(parts), at::Printed(printed)),
            Column::Parts => faults.sum_parts(at::Parts(parts), at::Printed(printed)),
            Column::Consultants => faults.sum_consultants(at::Parts(parts), at::Printed(printed)),
            Column::Committees => faults.sum_committees(parts),
        }
    }

    pub(super) fn item_of(self, kind: Kind) -> &'static str {
        let items = &self.messages().note_fault_items;
        match kind {
            Kind::Administration => items.administration,
            Kind::Committee => items.committee,
            Kind::Document => items.document,
            Kind::Variant => items.variant,
            Kind::Effort => items.effort,
            Kind::Driver => items.driver,
            Kind::Line => items.line,
            Kind::Table => items.table,
            Kind::Row => items.row,
            Kind::SharedRow => items.shared_row,
            Kind::Target => items.target,
            Kind::Language => items.language,
            Kind::Item => items.item,
        }
    }

    fn items_of(self, kind: Kind) -> &'static str {
        let items = &self.messages().note_fault_counts;
        match kind {
            Kind::Administration => items.administration,
            Kind::Committee => items.committee,
            Kind::Document => items.document,
            Kind::Variant => items.variant,
            Kind::Effort => items.effort,
            Kind::Driver => items.driver,
            Kind::Line => items.line,
            Kind::Table => items.table,
            Kind::Row => items.row,
            Kind::SharedRow => items.shared_row,
            Kind::Target => items.target,
            Kind::Language => items.language,
            Kind::Item => items.item,
        }
    }
}

/// The unit as files write it.
pub(super) const fn unit_id(unit: Unit) -> &'static str {
    match unit {
        Unit::Citizens => "citizens",
        Unit::CitizensPerPost => "citizens-per-post",
        Unit::Posts => "posts",
        Unit::CostPerPost => "cost-per-post",
        Unit::Share => "share",
        Unit::AmountPerOutcome => "amount-per-outcome",
        Unit::AmountPerYear => "amount-per-year",
        Unit::Courses => "courses",
        Unit::AmountEach => "amount-each",
        Unit::Years => "years",
        Unit::Factor => "factor",
        Unit::Increase => "increase",
    }
}
