//! What the page, the exports and the charts ask a language for.

use rust_decimal::Decimal;

use super::common;
use super::labels::Labels;
use super::phrase::{Entry, Figure, Meaning, Phrase};
use super::words::Words;
use crate::answer::{Answer, Difference};
use crate::brackets::Interval;
use crate::compare::{Comparison, Pair};
use crate::evaluate::{Factor, Perspective};
use crate::explain::{Ask, Printed, Quantity, Step};
use crate::figures::PaybackCheck;
use crate::findings::{Check, Kind, Value};
use crate::format::{Locale, Unreadable};
use crate::iframe::Embed;
use crate::language::Language;
use crate::link::{Chapter, Headline, Notice};
use crate::method::{OriginKind, Transcribed};
use crate::money::Thousands;
use crate::note::{
    Area, Document, Driver, Group, Lender, Line, Measured, Names, Note, Origin, Row, Source, Table, Target, Unit, Year,
};
use crate::pasted::Unusable;
use crate::payback::{Convention, Payback};
use crate::scenario::{PostsCount, Rejection, Scenario};
use crate::scenario_file::{FileError, Remark};
use crate::sensitivity::{self, BreakEven};

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

impl Day {
    /// The name of its month; nothing for a month that there is not.
    pub(super) fn month_in(self, names: &[&'static str; 12]) -> &'static str {
        let at = usize::try_from(self.month).ok().and_then(|month| month.checked_sub(1));
        at.and_then(|at| names.get(at)).copied().unwrap_or_default()
    }
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
pub trait Wording: Words {
    /// Which it is.
    fn language(&self) -> Language;
    /// Its code, as in `lang="da"`.
    fn code(&self) -> &'static str {
        self.language().code()
    }
    /// A wording of the data in this language, or else in Danish.
    fn named<'a>(&self, names: &'a Names) -> &'a str {
        names.get(self.code()).0
    }
    /// How it writes numbers.
    fn locale(&self) -> Locale {
        self.numbers().locale
    }
    /// A document's own words, in quotation marks.
    fn quoted(&self, words: &str) -> String;
    /// Its fixed wordings.
    fn labels(&self) -> &'static Labels;

    /// The answer, as a sentence.
    fn answer(&self, answer: &Answer) -> Phrase;
    /// What the reader's changes did, as a sentence.
    fn difference(&self, difference: &Difference<'_>) -> Phrase {
        common::difference(self, difference)
    }

    /// The title of the front: over how many years.
    fn overview_title(&self, years: usize) -> String;
    /// On the way to the savings of another document.
    fn borrow_from(&self, lender: &Document) -> String;
    /// Beside it: what can be borrowed, and what it is.
    fn borrow_help(&self, lender: Note<'_>) -> String;
    /// Behind a row that is borrowed.
    fn borrowed_line(&self, lender: &Lender) -> String;
    /// Behind the name of a note with borrowed savings.
    fn borrowed_savings(&self, lender: &Lender) -> String;
    /// Before the worked example, which is from this document.
    fn example_help(&self, example: &Document) -> String;
    /// Before the text that cites the answer of this document.
    fn cite_answer(&self, example: &Document) -> String;
    /// Before the table of payback times; these are the documents that state savings.
    fn payback_help(&self, stating: &[&Document]) -> String;

    /// Under the title: which document, which prices.
    fn note_line(&self, note: Note<'_>) -> String;
    /// The heading of a group of drivers.
    fn group(&self, group: Group) -> &'static str;
    /// What stands behind a field.
    fn unit(&self, unit: Unit) -> &'static str {
        self.noun(unit).1
    }
    /// A driver's value with its unit.
    fn value(&self, value: Decimal, unit: Unit) -> String {
        self.numbers().value(value, unit, self.noun(unit))
    }
    /// A result of the note as published: "notatet: 2021".
    fn note_value(&self, value: &str) -> String;
    /// A driver's value before the reader changed it, said as what it is: "notatet: 25 borgere" only where the note says
    /// so, else "udledt: 75 borgere", "lånt: …", "antaget: …".
    fn note_value_as(&self, origin: &Origin, value: &str) -> String;
    /// What the restore button of a driver does, for those who cannot see where it stands.
    fn restore_driver(&self, name: &str, value: &str) -> String;
    /// Where a number comes from, in one word or two.
    fn origin(&self, origin: &Origin) -> &'static str;
    /// The same as a sentence.
    fn origin_sentence(&self, origin: &Origin) -> String {
        common::full_stop(common::capitalised(self.origin(origin)))
    }
    /// A place in a document.
    fn place(&self, file: &str, source: &Source) -> String {
        common::place(self, file, source)
    }
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
    fn thousands_apart(&self, amount: Thousands) -> String {
        self.numbers().thousands_apart(amount)
    }
    /// What is left after a year of a discounted payback.
    fn discounted_left(&self, left: &str) -> String;
    /// That the last year's saving goes on after the table.
    fn goes_on(&self, last: Year, saving: Thousands) -> String;
    /// The headline that a link says the page showed.
    fn headline(&self, first: Year, headline: Headline) -> String;
    /// A payback time in a table.
    fn payback_in_short(&self, payback: Payback) -> String;
    /// What a published payback time is beside the computed one; `None` where they agree.
    fn printed_payback(&self, check: &PaybackCheck) -> Option<String>;
    /// An amount of many thousands, in millions, and whether it is a saving or an expense.
    fn net_amount(&self, net: Thousands) -> Figure {
        let detail = self.comes_to(net.cmp(&Thousands::ZERO)).to_owned();
        Figure { value: self.millions(net), detail }
    }
    /// An amount of many thousands, in millions.
    fn millions(&self, amount: Thousands) -> String {
        self.numbers().in_millions(amount)
    }
    /// An amount in 1.000 kr., in kroner.
    fn kroner(&self, thousands: Option<Decimal>) -> String {
        thousands.map_or_else(|| self.vocabulary().unknown.to_owned(), |amount| self.numbers().in_kroner(amount))
    }
    /// "i 2021, med fuld effekt".
    fn in_year(&self, year: Year) -> String;
    /// "heraf 6 konsulenter".
    fn of_which_consultants(&self, consultants: Decimal) -> String;
    /// From where money is seen.
    fn perspective(&self, perspective: Perspective) -> &'static str {
        common::perspective(self, perspective)
    }
    /// A steering area.
    fn area(&self, area: Area) -> &'static str;

    /// What a number is: "Jobsamtaler, 2019".
    fn ask(&self, note: Note<'_>, ask: Ask) -> String {
        common::ask(self, note, ask)
    }
    /// A value with what it counts.
    fn quantity(&self, quantity: Quantity) -> String {
        common::quantity(self, quantity)
    }
    /// A factor of a formula: "25 borgere pr. konsulent".
    fn factor(&self, note: Note<'_>, factor: &Factor) -> String {
        common::factor(self, note, factor)
    }
    /// A step of an explanation that is no list: a formula with its values, or what is done with a result.
    fn step(&self, note: Note<'_>, step: &Step) -> String {
        common::step(self, note, step)
    }
    /// What the document prints for a number.
    fn printed(&self, printed: &Printed) -> String;
    /// The short names of administrations and committees that the lines use, each with what it stands for.
    fn abbreviations(&self, lines: &[Line]) -> Vec<String> {
        common::abbreviations(self, lines)
    }

    /// Where the ends that a driver is varied between come from.
    fn varied(&self, from: sensitivity::From) -> &'static str;
    /// What a driver must be for payback in time; its value now goes without saying. Each of [`BreakEven::ends`] is one of its
    /// strong pieces, in their order.
    fn break_even(&self, driver: &Driver, found: &BreakEven) -> Phrase {
        common::break_even(self, driver, found)
    }
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
    fn compared_value(&self, value: &Value) -> String {
        common::compared_value(self, value)
    }
    /// What a check found, a sentence for each group of comparisons that differ.
    fn found(&self, check: &Check) -> Vec<String> {
        common::found(self, check)
    }
    /// What agrees in a check: each group of comparisons with its columns and values.
    fn agreed(&self, check: &Check) -> Vec<String> {
        common::agreed(self, check)
    }
    /// How many checks ran, and how many of them differ or cannot be computed.
    fn tally(&self, checks: &[Check]) -> String;
    /// What was aimed at.
    fn aimed(&self, document: &Document, target: &Target) -> Entry;
    /// What was measured.
    fn measured(&self, document: &Document, result: &Measured) -> Entry;
    /// The price level of a document.
    fn prices(&self, document: &Document) -> String;

    /// The heading of a chapter about the method.
    fn chapter(&self, chapter: Chapter) -> &'static str;
    /// A way of counting payback, and what it counts.
    fn convention(&self, convention: Convention) -> Meaning;
    /// A payback time by a convention: "2021 (4. år)", "3,92 år".
    fn payback_by(&self, convention: Convention, payback: Payback) -> String {
        common::payback_by(self, convention, payback)
    }
    /// The years that a document prints: "4 år".
    fn printed_years(&self, years: u16) -> String {
        self.numbers().counted(Decimal::from(years), self.noun(Unit::Years))
    }
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
    fn scenario_name(&self, scenario: &Scenario<'_>) -> String {
        common::scenario_name(self, scenario)
    }
    /// What tells two scenarios apart, in a few words each.
    fn sides(&self, comparison: &Comparison<'_>) -> Pair<String> {
        common::sides(self, comparison)
    }
    /// What differs and what it does, in a sentence or two.
    fn comparison(&self, comparison: &Comparison<'_>) -> Phrase {
        common::comparison(self, comparison)
    }
    /// That the amounts are in the prices of two years, in a sentence.
    fn prices_apart(&self, levels: Pair<Year>) -> String;
    /// That sums are over other years, in a sentence.
    fn spans_apart(&self, spans: Pair<(Year, Year)>) -> String;
    /// How many rows of two tables do not differ.
    fn rows_alike(&self, count: usize) -> String;
    /// How many drivers only one of two has.
    fn drivers_only_in(&self, name: &str, count: usize) -> String;
    /// An amount of many thousands, in millions to the last thousand.
    fn exact_millions(&self, amount: Thousands) -> String {
        self.numbers().in_exact_millions(amount.decimal())
    }
    /// A difference of such amounts.
    fn millions_apart(&self, difference: Thousands) -> String {
        common::signed(difference.decimal(), |amount| self.numbers().in_exact_millions(amount))
    }
    /// A difference of amounts in 1.000 kr., in kroner.
    fn kroner_apart(&self, thousands: Decimal) -> String {
        common::signed(common::rounded(thousands, 3), |amount| self.numbers().in_kroner(amount))
    }
    /// A difference of posts.
    fn posts_apart(&self, posts: Decimal) -> String {
        common::signed(common::rounded(posts, 2), |posts| self.locale().exact(posts))
    }
    /// A difference of payback times.
    fn years_apart(&self, years: Decimal) -> String {
        common::signed(years, |years| self.numbers().counted(years, self.noun(Unit::Years)))
    }
    /// Why a pasted text leads to no scenario.
    fn unusable(&self, reason: &Unusable) -> String;
    /// Why a file cannot be opened: what is wrong with it, and where.
    fn file_error(&self, error: &FileError) -> String;
    /// Something in a file that was not used as it stands.
    fn file_remark(&self, remark: &Remark<'_>) -> String;

    /// A document, in a word or two.
    fn document(&self, document: &Document) -> String {
        // A note with one variant is best known by that; one with scenarios by its title.
        match document.variants.as_slice() {
            [only] => self.named(&only.name).to_owned(),
            _ => format!("{} ({})", self.named(&document.title), document.budget),
        }
    }

    /// Whose figures a picture shows.
    fn source_of(&self, note: Note<'_>) -> String {
        format!("{}, {} ({})", self.note_name(note), self.prices(note.document), note.document.file)
    }

    /// A variant with its document, in a few words.
    fn note_name(&self, note: Note<'_>) -> String {
        format!("{}: {}", self.named(&note.document.title), self.named(&note.variant.name))
    }

    /// The steering area of a line, and its administrations and committees by the short names that staff use.
    fn carried_by(&self, line: &Line) -> String {
        common::carried_by(self, line)
    }

    /// The foot of the page.
    fn foot(&self, version: &str) -> String {
        format!("{} {version}", self.labels().site)
    }
}
