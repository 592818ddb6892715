//! Every wording of the page. A language is one file that fills [`Labels`] and implements [`Wording`]: whatever it
//! leaves out does not compile. The model gives facts ([`crate::say`]); only here do they become sentences.

mod common;
mod comparing;
mod da;
mod en;

use rust_decimal::Decimal;

use crate::audit::{Check, Column, Compared, Kind, Value, Verdict};
use crate::compare::{Comparison, Pair};
use crate::derive::Interval;
use crate::embed::Embed;
use crate::evaluate::Perspective;
use crate::explain::{Ask, Printed, Quantity, Step};
use crate::factor::Factor;
use crate::figures::PublishedCheck;
use crate::format::{Locale, Unreadable};
pub use crate::language::Language;
use crate::link::{Chapter, Headline, Notice};
use crate::method::{OriginKind, Transcribed};
use crate::money::Thousands;
use crate::note::{
    Area, Document, Driver, Group, Line, Measured, Note, Origin, Row, Source, Table, Target, Unit, Year,
};
use crate::pasted::Unusable;
use crate::payback::{Convention, Payback};
use crate::say::{Answer, Difference};
use crate::scenario::{PostsCount, Rejection, Scenario};
use crate::scenario_file::{FileError, Remark};
use crate::sensitivity::{self, BreakEven};

impl Language {
    /// Its wordings.
    #[must_use]
    pub fn wording(self) -> &'static dyn Wording {
        match self {
            Self::Danish => &da::Danish,
            Self::English => &en::English,
        }
    }
}

/// A text with some words that carry it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Phrase(Vec<Piece>);

/// A stretch of a [`Phrase`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Said as the rest.
    Plain(String),
    /// A number or result that the eye should find.
    Strong(String),
}

impl Phrase {
    /// Adds words said as the rest.
    #[must_use]
    pub fn plain(mut self, words: impl Into<String>) -> Self {
        self.0.push(Piece::Plain(words.into()));
        self
    }

    /// Adds words that carry the text.
    #[must_use]
    pub fn strong(mut self, words: impl Into<String>) -> Self {
        self.0.push(Piece::Strong(words.into()));
        self
    }

    /// Ends the sentence, unless the point of an abbreviation did.
    #[must_use]
    pub fn full_stop(self) -> Self {
        if self.text().ends_with('.') { self } else { self.plain(".") }
    }

    /// Its stretches.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// All of it without emphasis.
    #[must_use]
    pub fn text(&self) -> String {
        self.0
            .iter()
            .map(|piece| match piece {
                Piece::Plain(words) | Piece::Strong(words) => words.as_str(),
            })
            .collect()
    }
}

/// A key figure or a payback time in words: the number, and a line below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The number.
    pub value: String,
    /// What it is about.
    pub detail: String,
}

/// The fixed wordings.
#[derive(Debug)]
#[allow(missing_docs, reason = "each name says where the wording stands")]
pub struct Labels {
    pub site: &'static str,
    pub navigation: &'static str,
    pub overview: &'static str,
    pub overview_title: &'static str,
    pub overview_help: &'static str,
    pub granted: &'static str,
    pub proposed: &'static str,
    pub own_prices: &'static str,
    pub proposals: &'static str,
    pub aims: &'static str,
    pub as_table: &'static str,
    pub findings: &'static str,
    pub findings_help: &'static str,
    pub all_documents: &'static str,
    pub show: &'static str,
    pub agreeing: &'static str,
    pub touched: &'static str,
    pub other_notes: &'static str,
    pub efforts: &'static str,
    pub effort: &'static str,
    pub citizens: &'static str,
    pub per_citizen: &'static str,
    pub per_outcome: &'static str,
    pub borrow_title: &'static str,
    pub borrow_help: &'static str,
    pub borrow: &'static str,
    pub give_back: &'static str,
    pub borrowed_line: &'static str,
    pub decision: &'static str,
    pub risk: &'static str,
    pub tagline: &'static str,
    pub skip_to_answer: &'static str,
    pub note_answer: &'static str,
    pub drivers: &'static str,
    pub restore: &'static str,
    pub restore_all: &'static str,
    pub slider: &'static str,
    pub source: &'static str,
    pub nothing_changed: &'static str,
    pub key_figures: &'static str,
    pub payback_total: &'static str,
    pub payback_service: &'static str,
    pub cost_a_year: &'static str,
    pub cost_per_citizen: &'static str,
    pub cost_per_outcome: &'static str,
    pub posts: &'static str,
    pub count_posts: &'static str,
    pub chart: &'static str,
    pub chart_help: &'static str,
    pub chart_reader: &'static str,
    pub chart_note: &'static str,
    pub chart_as_table: &'static str,
    pub year: &'static str,
    pub chart_unit: &'static str,
    pub thousands: &'static str,
    pub paid_back_in: &'static str,
    pub sides: &'static str,
    pub sides_help: &'static str,
    pub who: &'static str,
    pub costs: &'static str,
    pub savings: &'static str,
    pub net: &'static str,
    pub paid_back: &'static str,
    pub table: &'static str,
    pub table_help: &'static str,
    pub activity: &'static str,
    pub in_all: &'static str,
    pub changed: &'static str,
    /// Opens the ways to share beside copying the link.
    pub share_more: &'static str,
    pub share_sheet: &'static str,
    pub by_mail: &'static str,
    pub cite: &'static str,
    pub qr: &'static str,
    pub qr_too_long: &'static str,
    pub link_title: &'static str,
    pub sender_title: &'static str,
    pub copy_link: &'static str,
    pub link_copied: &'static str,
    pub link_by_hand: &'static str,
    pub link_notices: &'static str,
    pub dismiss: &'static str,
    pub cannot_compute: &'static str,
    pub no_notes: &'static str,
    pub about: &'static str,
    pub close_explanation: &'static str,
    pub left_at_end: &'static str,
    /// Before the values that a number was computed with.
    pub computed_with: &'static str,
    /// That numbers explain themselves.
    pub press_a_number: &'static str,
    /// Before the same number by other conventions.
    pub also_counted: &'static str,
    /// On a link that opens an explanation.
    pub show_calculation: &'static str,
    pub changed_by_you: &'static str,
    pub tornado: &'static str,
    pub tornado_help: &'static str,
    pub tornado_table: &'static str,
    pub lower: &'static str,
    pub higher: &'static str,
    pub ends_from: &'static str,
    pub break_even: &'static str,
    pub break_even_help: &'static str,
    pub within_years: &'static str,
    pub no_payback: &'static str,
    pub map: &'static str,
    pub map_help: &'static str,
    pub map_across: &'static str,
    pub map_up: &'static str,
    pub map_table: &'static str,
    pub map_reads: &'static str,
    pub map_keys: &'static str,
    pub now: &'static str,
    pub go_there: &'static str,
    pub save_svg: &'static str,
    pub save_png: &'static str,
    pub without_changes: &'static str,
    pub appropriation: &'static str,
    pub seen_from: &'static str,
    pub languages: &'static str,
    pub abbreviations: &'static str,
    pub parts_of_note: &'static str,
    pub calculator: &'static str,
    pub sensitivity: &'static str,
    pub compare: &'static str,
    pub method: &'static str,
    pub statement_link: &'static str,
    pub method_screen: MethodLabels,
    pub tables_page: TablesLabels,
    pub compared_mine: &'static str,
    pub compare_with: &'static str,
    pub as_published: &'static str,
    pub paste_link: &'static str,
    pub open_pasted: &'static str,
    pub pasted_notices: &'static str,
    pub swap: &'static str,
    pub open_other: &'static str,
    pub choose_other: &'static str,
    pub assumptions_apart: &'static str,
    pub assumptions_alike: &'static str,
    pub assumption: &'static str,
    pub in_the_other: &'static str,
    pub figure: &'static str,
    pub difference: &'static str,
    pub difference_help: &'static str,
    pub rows_apart: &'static str,
    pub rows_apart_help: &'static str,
    pub not_there: &'static str,
    pub not_comparable: &'static str,
    pub discount_rate: &'static str,
    pub elsewhere: ElsewhereLabels,
    pub export: ExportLabels,
}

/// The fixed wordings about the page in other places: kept, sent as a file, inside another page.
#[derive(Debug)]
#[allow(missing_docs, reason = "each name says where the wording stands")]
pub struct ElsewhereLabels {
    pub new_edition: &'static str,
    pub reload: &'static str,
    pub one_file: &'static str,
    pub link_copied_here: &'static str,
    pub embed: &'static str,
    pub embed_help: &'static str,
    pub embed_what: &'static str,
    pub element: &'static str,
    pub copy_element: &'static str,
    pub element_copied: &'static str,
    pub element_by_hand: &'static str,
    pub preview: &'static str,
    pub open_page: &'static str,
}

/// The fixed wordings of the screen about the method.
#[derive(Debug)]
#[allow(missing_docs, reason = "each name says where the wording stands")]
pub struct MethodLabels {
    pub help: &'static str,
    pub chapters: &'static str,
    pub rules_help: &'static str,
    pub rules: &'static [Term],
    pub steps: &'static [Term],
    pub example_help: &'static str,
    pub in_calculator: &'static str,
    pub payback_help: &'static str,
    pub note: &'static str,
    pub printed: &'static str,
    pub borrowed: &'static str,
    pub origins_help: &'static str,
    pub origin: &'static str,
    pub in_notes: &'static str,
    pub with_borrowed: &'static str,
    pub documents_help: &'static str,
    pub to_findings: &'static str,
    pub file: &'static str,
    pub budget: &'static str,
    pub prices: &'static str,
    pub transcribed: &'static str,
    pub calculations: &'static str,
    pub omitted: &'static str,
    pub citing_help: &'static str,
    pub cite_page: &'static str,
    pub cite_answer: &'static str,
    pub copy_citation: &'static str,
    pub copy_answer: &'static str,
    pub text_copied: &'static str,
    pub text_by_hand: &'static str,
    pub short_names: &'static str,
    pub glossary: &'static [Term],
    pub statement: &'static [Passage],
}

/// The fixed wordings of the page of printed tables, which needs no script.
#[derive(Debug)]
#[allow(missing_docs, reason = "each name says where the wording stands")]
pub struct TablesLabels {
    pub file: &'static str,
    pub title: &'static str,
    pub help: &'static str,
    pub link: &'static str,
    pub row: &'static str,
    pub lost: &'static str,
    pub to_calculator: &'static str,
}

/// The fixed wordings of what can be taken along: workbook, CSV, JSON, and the way back.
#[derive(Debug)]
#[allow(missing_docs, reason = "each name says where the wording stands")]
pub struct ExportLabels {
    pub title: &'static str,
    pub help: &'static str,
    pub save_xlsx: &'static str,
    pub save_csv: &'static str,
    pub save_json: &'static str,
    pub preparing: &'static str,
    pub reading: &'static str,
    pub saved: &'static str,
    pub failed: &'static str,
    pub open_file: &'static str,
    pub open_help: &'static str,
    pub drop_here: &'static str,
    pub opened: &'static str,
    pub not_one_file: &'static str,
    pub file_remarks: &'static str,
    pub drivers_sheet: &'static str,
    pub calculation_sheet: &'static str,
    pub printed_sheet: &'static str,
    pub sources_sheet: &'static str,
    pub drivers_help: &'static str,
    pub in_formulas_help: &'static str,
    pub driver_columns: [&'static str; 13],
    pub not_accepted: &'static str,
    pub not_accepted_help: &'static str,
    pub posts_step: &'static str,
    pub rate: &'static str,
    pub rate_origin: &'static str,
    pub rate_help: &'static str,
    pub answer: &'static str,
    pub calculation_help: &'static str,
    pub posts_block: &'static str,
    pub posts_help: &'static str,
    pub efforts_block: &'static str,
    pub effort_columns: [&'static str; 7],
    pub first_year: &'static str,
    pub last_year: &'static str,
    pub print_more: &'static str,
    pub amounts_block: &'static str,
    pub amounts_help: &'static str,
    pub amount_columns: [&'static str; 11],
    pub years_block: &'static str,
    pub years_help: &'static str,
    pub year: &'static str,
    pub phase: &'static str,
    pub outcomes: &'static str,
    pub line_columns: [&'static str; 5],
    pub committees_block: &'static str,
    pub committees_help: &'static str,
    pub part_columns: [&'static str; 5],
    pub views_block: &'static str,
    pub cumulative: &'static str,
    pub is_paid_back: &'static str,
    pub effort_costs_block: &'static str,
    pub payback_block: &'static str,
    pub payback_help: &'static str,
    pub seen_from: &'static str,
    pub payback_years: &'static str,
    pub calendar_year: &'static str,
    pub in_table: &'static str,
    pub left_at_end: &'static str,
    pub saving_goes_on: &'static str,
    pub years_before: &'static str,
    pub left_before: &'static str,
    pub net_of_year: &'static str,
    pub all_costs: &'static str,
    pub largest_saving: &'static str,
    pub interest_help: &'static str,
    pub left_with_interest: &'static str,
    pub left_discounted: &'static str,
    pub years_after: &'static str,
    pub no_costs: &'static str,
    pub no_savings: &'static str,
    pub never: &'static str,
    pub figures_help: &'static str,
    pub figures_year: &'static str,
    pub consultants: &'static str,
    pub cost: &'static str,
    pub saving: &'static str,
    pub printed_title: &'static str,
    pub printed_help: &'static str,
    pub as_printed: &'static str,
    pub computed_minus_printed: &'static str,
    pub printed_columns: [&'static str; 2],
    pub written: &'static str,
    pub version: &'static str,
    pub rules: &'static str,
    pub rules_help: &'static str,
    pub link: &'static str,
    pub source_columns: [&'static str; 5],
    pub lines_block: &'static str,
    pub row_columns: [&'static str; 5],
    pub findings_help: &'static str,
    pub finding_columns: [&'static str; 5],
    pub csv_columns: [&'static str; 6],
    pub about_section: &'static str,
    pub driver_section: &'static str,
    pub kroner: &'static str,
}

/// A word and what it means.
#[derive(Debug, Clone, Copy)]
pub struct Term {
    /// The word.
    pub name: &'static str,
    /// The documents' own Danish word, where the page is in another language.
    pub danish: Option<&'static str>,
    /// What it means.
    pub meaning: &'static str,
}

/// A heading and what stands under it: a paragraph, or several things of a list.
#[derive(Debug, Clone, Copy)]
pub struct Passage {
    /// The heading.
    pub title: &'static str,
    /// What stands under it.
    pub said: &'static [&'static str],
}

/// A name and a sentence on what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning {
    /// The name.
    pub name: &'static str,
    /// The sentence.
    pub sentence: &'static str,
}

/// A day of the calendar, the reader's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The year.
    pub year: u32,
    /// The month, January being 1.
    pub month: u32,
    /// The day of the month.
    pub day: u32,
}

/// Where and when something was read, and from which version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading<'a> {
    /// The whole permanent link.
    pub link: &'a str,
    /// The day.
    pub day: Day,
    /// The engine's version.
    pub version: &'a str,
}

/// A language of the page.
pub trait Wording: Sync {
    /// Which it is.
    fn language(&self) -> Language;
    /// Its code, as in `lang="da"`.
    fn code(&self) -> &'static str {
        self.language().code()
    }
    /// How it writes numbers.
    fn locale(&self) -> Locale;
    /// Its fixed wordings.
    fn labels(&self) -> &'static Labels;

    /// The answer, as a sentence.
    fn answer(&self, answer: &Answer) -> Phrase;
    /// What the reader's changes did, as a sentence.
    fn difference(&self, difference: &Difference<'_>) -> Phrase;
    /// The answer in a few words, for where the sentence has no room.
    fn answer_in_short(&self, payback: Payback) -> String;

    /// Under the title: which document, which prices.
    fn note_line(&self, note: Note<'_>) -> String;
    /// The heading of a group of drivers.
    fn group(&self, group: Group) -> &'static str;
    /// What stands behind a field.
    fn unit(&self, unit: Unit) -> &'static str;
    /// A driver's value with its unit.
    fn value(&self, value: Decimal, unit: Unit) -> String;
    /// A result of the note as published: "notatet: 2021".
    fn published(&self, value: &str) -> String;
    /// A driver's value before the reader changed it, said as what it is: "notatet: 25 borgere" only where the note says
    /// so, else "udledt: 75 borgere", "lånt: …", "antaget: …".
    fn published_as(&self, origin: &Origin, value: &str) -> String;
    /// What the restore button of a driver does, for those who cannot see where it stands.
    fn restore_driver(&self, name: &str, value: &str) -> String;
    /// Where a number comes from, in one word or two.
    fn origin(&self, origin: &Origin) -> &'static str;
    /// A place in a document.
    fn place(&self, file: &str, source: &Source) -> String;
    /// The values at which every printed cell comes out.
    fn interval(&self, interval: Interval, unit: Unit) -> String;
    /// Puts another value that a document has in force: "Brug 47 %: målt i 2022–2024".
    fn use_alternative(&self, name: &str, value: &str) -> String;
    /// How posts are counted.
    fn posts_count(&self, posts: PostsCount) -> &'static str;

    /// A payback time; `interpolated` is the same by the second convention.
    fn payback(&self, payback: Payback, interpolated: Payback) -> Figure;
    /// A difference, with its sign.
    fn signed(&self, apart: Quantity) -> String {
        match apart {
            Quantity::Cell(cell) => self.thousands_apart(cell),
            Quantity::Amount(amount) => self.kroner_apart(amount),
            Quantity::Posts(posts) => self.posts_apart(posts),
            Quantity::Value(years, Unit::Years) => self.years_apart(years),
            other => self.quantity(other),
        }
    }
    /// Below the field for the title of a link.
    fn title_help(&self, longest: usize) -> String;
    /// Where the granted amounts of an effort are printed.
    fn granted_from(&self, document: &Document, rows: &[(&Table, &Row)]) -> String;
    /// A difference in thousands.
    fn thousands_apart(&self, amount: Thousands) -> String;
    /// On a link to how the result came about with a driver at this value.
    fn calculation_at(&self, value: &str) -> String;
    /// What is left after a year of a discounted payback.
    fn discounted_left(&self, left: &str) -> String;
    /// That the last year's saving goes on after the table.
    fn goes_on(&self, last: Year, saving: Thousands) -> String;
    /// The headline that a link says the page showed.
    fn headline(&self, first: Year, headline: Headline) -> String;
    /// A payback time in a table.
    fn payback_in_short(&self, payback: Payback) -> String;
    /// What a published payback time is beside the computed one; `None` where they agree.
    fn published_payback(&self, check: &PublishedCheck) -> Option<String>;
    /// The heading of the net over these years.
    fn net_over(&self, years: (Year, Year)) -> String;
    /// An amount of many thousands, in millions, and whether it is a saving or an expense.
    fn net_amount(&self, net: Thousands) -> Figure;
    /// An amount of many thousands, in millions.
    fn millions(&self, amount: Thousands) -> String;
    /// An amount in 1.000 kr., in kroner.
    fn kroner(&self, thousands: Option<Decimal>) -> String;
    /// "i 2021, med fuld effekt".
    fn in_year(&self, year: Year) -> String;
    /// "heraf 6 konsulenter".
    fn of_which_consultants(&self, consultants: Decimal) -> String;
    /// From where money is seen.
    fn perspective(&self, perspective: Perspective) -> &'static str;
    /// A steering area.
    fn area(&self, area: Area) -> &'static str;

    /// What a number is: "Jobsamtaler, 2019".
    fn ask(&self, note: Note<'_>, ask: Ask) -> String;
    /// A value with what it counts.
    fn quantity(&self, quantity: Quantity) -> String;
    /// A factor of a formula: "25 borgere pr. konsulent".
    fn factor(&self, note: Note<'_>, factor: &Factor) -> String;
    /// A step of an explanation that is no list: a formula with its values, or what is done with a result.
    fn step(&self, note: Note<'_>, step: &Step) -> String;
    /// What the document prints for a number.
    fn printed(&self, printed: &Printed) -> String;
    /// The short names of administrations and committees that the lines use, each with what it stands for.
    fn abbreviations(&self, lines: &[Line]) -> Vec<String>;

    /// Where the ends that a driver is varied between come from.
    fn varied(&self, from: sensitivity::From) -> &'static str;
    /// What a driver must be for payback in time; its value now goes without saying.
    fn break_even(&self, driver: &Driver, found: &BreakEven) -> String;
    /// Years that payback takes, from and to.
    fn years_between(&self, from: u32, to: u32) -> String;
    /// Payback that takes longer.
    fn later_than(&self, years: u32) -> String;
    /// Never paid back.
    fn never(&self) -> &'static str;

    /// Why a typed text is no number.
    fn unreadable(&self, reason: Unreadable, unit: Unit) -> String;
    /// Why a number cannot be the driver's.
    fn rejected(&self, rejection: Rejection, driver: &Driver) -> String;
    /// What of a link could not be applied.
    fn notice(&self, notice: &Notice<'_>) -> String;
    /// A kind of check.
    fn kind(&self, kind: Kind) -> &'static str;
    /// What the calculator does where a check of this kind fails.
    fn remedy(&self, kind: Kind) -> &'static str;
    /// One side of a comparison.
    fn compared_value(&self, value: &Value) -> String;
    /// What a check found, a sentence for each group of comparisons that differ.
    fn found(&self, check: &Check) -> Vec<String>;
    /// What agrees in a check: each group of comparisons with its columns and values.
    fn agreed(&self, check: &Check) -> Vec<String> {
        let in_all = self.labels().in_all.to_lowercase();
        let said = |(columns, compared): (Vec<Column>, &Compared)| {
            let (left, right) = (self.compared_value(&compared.left), self.compared_value(&compared.right));
            let values = if left == right { left } else { format!("{left} ≈ {right}") };
            format!("{}{values}", common::columns(&columns, &in_all))
        };
        check.grouped(Verdict::Agree).into_iter().map(said).collect()
    }
    /// How many checks ran, and how many of them differ or cannot be computed.
    fn tally(&self, checks: &[Check]) -> String;
    /// What was aimed at.
    fn aimed(&self, document: &Document, target: &Target) -> String;
    /// What was measured.
    fn measured(&self, document: &Document, result: &Measured) -> String;
    /// The price level of a document.
    fn prices(&self, document: &Document) -> String;

    /// The heading of a chapter about the method.
    fn chapter(&self, chapter: Chapter) -> &'static str;
    /// A way of counting payback, and what it counts.
    fn convention(&self, convention: Convention) -> Meaning;
    /// A payback time by a convention: "2021 (4. år)", "3,92 år".
    fn payback_by(&self, convention: Convention, payback: Payback) -> String;
    /// The years that a document prints: "4 år".
    fn printed_years(&self, years: u16) -> String;
    /// A kind of origin, and what it means.
    fn origin_kind(&self, kind: OriginKind) -> Meaning;
    /// What of a document is transcribed.
    fn transcribed(&self, transcribed: &Transcribed) -> String;
    /// What a frame in another page shows.
    fn embedded(&self, embed: Embed) -> &'static str;
    /// A day: "3. marts 2026".
    fn day(&self, day: Day) -> String;
    /// How to cite the page.
    fn citation(&self, reading: Reading<'_>) -> String;
    /// An answer with its source, for where it is printed.
    fn frozen(&self, answer: &Phrase, note: Note<'_>, reading: Reading<'_>) -> String;
    /// A scenario by the name of its note: "BI10 i budget 2026 med ændringer".
    fn scenario_name(&self, scenario: &Scenario<'_>) -> String;
    /// What tells two scenarios apart, in a few words each.
    fn sides(&self, comparison: &Comparison<'_>) -> Pair<String>;
    /// What differs and what it does, in a sentence or two.
    fn comparison(&self, comparison: &Comparison<'_>) -> Phrase;
    /// That the amounts are in the prices of two years, in a sentence.
    fn prices_apart(&self, levels: Pair<Year>) -> String;
    /// That sums are over other years, in a sentence.
    fn spans_apart(&self, spans: Pair<(Year, Year)>) -> String;
    /// How many rows of two tables do not differ.
    fn rows_alike(&self, count: usize) -> String;
    /// How many drivers only one of two has.
    fn drivers_only_in(&self, name: &str, count: usize) -> String;
    /// An amount of many thousands, in millions to the last thousand.
    fn exact_millions(&self, amount: Thousands) -> String;
    /// A difference of such amounts.
    fn millions_apart(&self, difference: Thousands) -> String;
    /// A difference of amounts in 1.000 kr., in kroner.
    fn kroner_apart(&self, thousands: Decimal) -> String;
    /// A difference of posts.
    fn posts_apart(&self, posts: Decimal) -> String;
    /// A difference of payback times.
    fn years_apart(&self, years: Decimal) -> String;
    /// Why a pasted text leads to no scenario.
    fn unusable(&self, reason: &Unusable) -> String;
    /// Why a file cannot be opened: what is wrong with it, and where.
    fn file_error(&self, error: &FileError) -> String;
    /// Something in a file that was not used as it stands.
    fn file_remark(&self, remark: &Remark<'_>) -> String;

    /// A document, in a word or two.
    fn document(&self, document: &Document) -> String {
        let code = self.language().code();
        // A note with one variant is best known by that; one with scenarios by its title.
        match document.variants.as_slice() {
            [only] => only.name.get(code).0.to_owned(),
            _ => format!("{} ({})", document.title.get(code).0, document.budget),
        }
    }

    /// Whose figures a picture shows.
    fn source_of(&self, note: Note<'_>) -> String {
        format!("{}, {} ({})", self.note_name(note), self.prices(note.document), note.document.file)
    }

    /// A variant with its document, in a few words.
    fn note_name(&self, note: Note<'_>) -> String {
        let code = self.language().code();
        format!("{}: {}", note.document.title.get(code).0, note.variant.name.get(code).0)
    }

    /// The steering area of a line, and its administrations and committees by the short names that staff use.
    fn carried_by(&self, line: &Line) -> String {
        common::carried_by(self.area(line.area), line)
    }

    /// The foot of the page.
    fn foot(&self, version: &str) -> String {
        format!("{} {version}", self.labels().site)
    }
}
