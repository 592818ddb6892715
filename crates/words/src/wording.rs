//! The wordings that depend on values, for the page, the exports and the charts.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::certainty::CertaintyWords;
use super::common;
use super::findings::FindingWords;
use super::labels::Labels;
use super::phrase::{AimPart, Figure, Meaning, Phrase};
use super::words::Words;
use crate::format::{Locale, Unreadable};
use engine::aims::{self, Aim, Report};
use engine::also_said::AlsoSaid;
use engine::answer::{Answer, Difference};
use engine::compare::{Comparison, OutcomesCompared, OutsideService, Pair};
use engine::could_explain::Search;
use engine::day::Day;
use engine::explain::{Ask, Printed, Quantity, Step};
use engine::figures::{PaybackCheck, Returned};
use engine::findings::{Check, Value};
use engine::iframe::Embed;
use engine::language::{Language, capitalised};
use engine::link::{Chapter, Headline, Notice};
use engine::method::{OriginKind, Transcribed};
use engine::pasted::Unusable;
use engine::payback::{Convention, Payback};
use engine::questions::{Asker, Reply};
use engine::scenario_file::{FileError, Remark};
use engine::sensitivity::{self, BreakEven};
use engine::timeline::Covered;
use model::brackets::Interval;
use model::evaluate::{Factor, Perspective};
use model::money::Thousands;
use model::note::{
    Area, Denominator, Document, DocumentName, Driver, Group, Lender, Line, Names, Note, Origin, ReadBy, Row,
    ShareTerms, Source, Table, Unit, Year,
};
use model::scenario::{PostsCount, Rejection, Scenario};

/// The link, day and version in a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading<'a> {
    /// The full permanent address.
    pub link: &'a str,
    /// The day on which it was read.
    pub day: Day,
    /// The version of the page.
    pub version: &'a str,
}

/// A language of the page.
pub trait Wording: Words + FindingWords + CertaintyWords {
    /// The language of the wordings.
    fn language(&self) -> Language;
    /// The code of the language, as in `lang="da"`.
    fn code(&self) -> &'static str {
        self.language().code()
    }
    /// A text from the data in this language, or in Danish where it has no other.
    fn named<'a>(&self, names: &'a Names) -> &'a str {
        names.get(self.code()).0
    }
    /// How the language writes numbers.
    fn locale(&self) -> Locale {
        self.numbers().locale
    }
    /// A quote from a document, in the quotation marks of the language.
    fn quoted(&self, words: &str) -> String;
    /// The fixed wordings.
    fn labels(&self) -> &'static Labels;

    /// The answer as a sentence, at the top of the calculator and in citations.
    fn answer(&self, answer: &Answer<'_>) -> Phrase;
    /// What the reader's changes did, as the sentence below the answer.
    fn difference(&self, difference: &Difference<'_>) -> Phrase {
        common::difference(self, difference)
    }

    /// The title of the overview, with the years it covers.
    fn overview_title(&self, covered: &Covered) -> String;
    /// A sentence of a document that stands nowhere else, in our own words.
    fn also_said(&self, said: &AlsoSaid<'_>) -> String;
    /// The link that borrows the savings of another document.
    fn borrow_from(&self, lender: &Document) -> String;
    /// The help beside that link: which savings can be borrowed, and what they are.
    fn borrow_help(&self, lender: Note<'_>) -> String;
    /// The remark after the name of a borrowed row.
    fn borrowed_line(&self, lender: &Lender) -> String;
    /// The remark after the name of a note with borrowed savings.
    fn borrowed_savings(&self, lender: &Lender) -> String;
    /// The help above the worked example, which is from this document.
    fn example_help(&self, example: &Document) -> String;
    /// The heading of the text that cites the answer of this document.
    fn cite_answer(&self, example: &Document) -> String;
    /// The help above the table of paybacks by every convention. The documents are those that state savings.
    fn payback_help(&self, stating: &[&Document]) -> String;

    /// The line below a note's title: the variant, its years and its prices.
    fn note_line(&self, note: Note<'_>) -> String;
    /// The heading of a group of drivers.
    fn group(&self, group: Group) -> &'static str;
    /// The unit after a driver's field.
    fn unit(&self, unit: Unit) -> &'static str {
        self.noun(unit).1
    }
    /// A driver's value with its unit.
    fn value(&self, value: Decimal, unit: Unit) -> String {
        self.numbers().value(value, unit, self.noun(unit))
    }
    /// A result of the note's baseline, below a key figure that differs from it: "notatet: 2021".
    fn note_value(&self, value: &str) -> String;
    /// A driver's value in the note, below its field, by the kind of its origin: "notatet: 25 borgere" only where the
    /// note states it, otherwise "udledt: 75 borgere", "lånt: …" or "antaget: …".
    fn note_value_as(&self, origin: &Origin, value: &str) -> String;
    /// The name of a driver's restore button for screen readers.
    fn restore_driver(&self, name: &str, value: &str) -> String;
    /// Where a driver's value comes from, in a few words.
    fn origin(&self, origin: &Origin) -> &'static str;
    /// Where a driver's value comes from, as the sentence that begins its provenance.
    fn origin_sentence(&self, origin: &Origin) -> String {
        common::full_stop(capitalised(self.origin(origin)))
    }
    /// The place of a quote in a document. The name of the document comes first.
    fn place(&self, document: &str, source: &Source) -> String {
        common::place(self, document, source)
    }
    /// A place in a document within a sentence: "tabel 2", "afsnit 1.4".
    fn table_or_section(&self, place: &str) -> String {
        common::table_or_section(self, place)
    }
    /// The interval of values that give every printed cell, in a driver's provenance.
    fn interval(&self, interval: Interval, unit: Unit) -> String;
    /// The button that sets a driver to another value of the document: "Brug 47 %: målt i 2022–2024".
    fn use_alternative(&self, name: &str, value: &str) -> String;
    /// The same button where the value comes with as many consultants as in the note.
    fn with_posts_as_in_note(&self, sentence: &str) -> String;
    /// What the notes say of the residual effect after an effort of another length than theirs. `published` is the note's.
    fn another_length(&self, published: &str) -> String;
    /// The choices of how posts are counted.
    fn posts_count(&self, posts: PostsCount) -> &'static str;

    /// Which perspective the key figures are of; `None` for the whole city.
    fn figures_seen_from(&self, perspective: Perspective) -> Option<String>;
    /// The payback as a key figure; `interpolated` is the same payback, interpolated within the year.
    fn payback(&self, payback: Payback, interpolated: Payback) -> Figure;
    /// A difference of two explained numbers, with its sign.
    fn signed(&self, difference: Quantity) -> String {
        match difference {
            Quantity::Cell(cell) => self.thousands_apart(cell),
            Quantity::Amount(amount) => self.kroner_apart(amount),
            Quantity::Posts(posts) => self.posts_apart(posts),
            Quantity::Returned(returned) => self.returned_apart(returned),
            Quantity::Value(years, Unit::Years) => self.years_apart(years),
            other => self.quantity(other),
        }
    }
    /// The help below the field for the title of a link; `longest` is in characters.
    fn title_help(&self, longest: usize) -> String;
    /// The line on where the granted amounts of an effort are printed, on the overview.
    fn granted_from(&self, document: &Document, rows: &[(&Table, &Row)]) -> String;
    /// A difference of cells, in thousands of kroner with its sign.
    fn thousands_apart(&self, amount: Thousands) -> String {
        self.numbers().thousands_apart(amount)
    }
    /// What is left after a year, in the explanation of a discounted payback.
    fn discounted_left(&self, left: &str) -> String;
    /// The step of an explanation that repeats the last year's saving after the table; `saving` is negative.
    fn goes_on(&self, last: Year, saving: Thousands) -> String;
    /// That the saving that goes on after the table is not enough within the horizon.
    fn goes_on_in_vain(&self, last: Year, saving: Thousands, horizon: u32) -> String;
    /// A headline: the payback and the net in a few words, in the map and in the notice about a link's headline.
    fn headline(&self, first: Year, headline: Headline) -> String;
    /// A payback in a table.
    fn payback_in_short(&self, payback: Payback) -> String;
    /// The sentence on a printed payback that differs from the computed one, below the key figures; `None` where they
    /// agree. `explaining` is the driver that could explain it with another value; `None` where none was found.
    fn printed_payback(&self, check: &PaybackCheck, explaining: Option<&Driver>) -> Option<String>;
    /// What could explain the payback times that the note prints, below the key figures and in the findings. The strong
    /// pieces are the first values of [`Search::found`], in its order.
    fn could_explain(&self, note: Note<'_>, search: &Search) -> Phrase {
        common::could_explain(self, note, search)
    }
    /// That every payback time that the note prints comes out of the reader's values; `None` where that is not so, or where
    /// they come out of the note's already. `noted` and `now` are the checks of the note's values and of the reader's.
    fn comes_out(&self, noted: &[PaybackCheck], now: &[PaybackCheck]) -> Option<String> {
        common::comes_out(self, noted, now)
    }
    /// A net amount in millions, and whether it is a saving or a cost.
    fn net_amount(&self, net: Thousands) -> Figure {
        let detail = self.comes_to(net.cmp(&Thousands::ZERO)).to_owned();
        Figure { value: self.millions(net), detail }
    }
    /// An amount in millions with two decimals, or in kroner where it is too small for that.
    fn millions(&self, amount: Thousands) -> String {
        self.numbers().in_millions(amount)
    }
    /// An amount in kroner below a million, and in millions with all its decimals from there on.
    fn short_millions(&self, amount: Thousands) -> String {
        self.numbers().in_short(amount)
    }
    /// An amount in kroner, given in thousands; `None` is an amount that cannot be computed.
    fn kroner(&self, thousands: Option<Decimal>) -> String {
        thousands.map_or_else(|| self.vocabulary().unknown.to_owned(), |amount| self.numbers().in_kroner(amount))
    }
    /// "i 2021, med fuld effekt".
    fn in_year(&self, year: Year) -> String;
    /// "heraf 6 konsulenter".
    fn of_which_consultants(&self, consultants: Decimal) -> String;
    /// The name of a perspective.
    fn perspective(&self, perspective: Perspective) -> &'static str {
        common::perspective(self, perspective)
    }
    /// The name of a steering area.
    fn area(&self, area: Area) -> &'static str;

    /// The name of a number, as the title of its explanation: "Jobsamtaler, 2019".
    fn ask(&self, note: Note<'_>, ask: Ask) -> String {
        common::ask(self, note, ask)
    }
    /// The value of an explained number, with its unit.
    fn quantity(&self, quantity: Quantity) -> String {
        common::quantity(self, quantity)
    }
    /// A factor of a formula in an explanation: "25 borgere pr. konsulent".
    fn factor(&self, note: Note<'_>, factor: &Factor) -> String {
        common::factor(self, note, factor)
    }
    /// A step of an explanation: a formula with its values, or a sentence about the result.
    fn step(&self, note: Note<'_>, step: &Step) -> String {
        common::step(self, note, step)
    }
    /// The sentence at the end of an explanation on what the document prints for the number.
    fn printed(&self, printed: &Printed) -> String;
    /// The abbreviations of the administrations and committees of these lines, each with its full name.
    fn abbreviations(&self, lines: &[Line]) -> Vec<String> {
        common::abbreviations(self, lines)
    }

    /// Where the two ends of a driver's bar come from, in the table of the tornado chart.
    fn range_origin(&self, from: sensitivity::From) -> &'static str;
    /// The sentence on which values of a driver give payback in time. Its strong pieces are [`BreakEven::ends`], in
    /// their order.
    fn break_even(&self, driver: &Driver, limits: &BreakEven) -> Phrase {
        common::break_even(self, driver, limits)
    }
    /// The legend of a shade of the map: payback between these years, both included.
    fn years_between(&self, from: u32, to: u32) -> String;
    /// The legend of a shade of the map: payback after this year.
    fn later_than(&self, years: u32) -> String;
    /// The words for a payback that does not come within this many years.
    fn not_within(&self, horizon: u32) -> String;
    /// Whether a driver still follows another one, which is named as inside a sentence.
    fn follows(&self, leader: &str, is_tied: bool) -> String;
    /// The name of the button that lets a driver follow another one again.
    fn follow_again(&self, name: &str, leader: &str) -> String;
    /// What comes back for each krone as a key figure: in a year with full savings, and over the years of the table.
    fn returned(&self, returned: Returned, years: (Year, Year)) -> Figure;
    /// What comes back for each krone of cost: "1,11 kr. pr. krone".
    fn per_krone(&self, returned: Decimal) -> String;
    /// The head of what comes back for each krone in these years: "Kr. pr. krone, 2018–2022".
    fn per_krone_in(&self, years: (Year, Year)) -> String;
    /// What comes back for each krone, in a table whose head says so.
    fn kroner_back(&self, returned: Option<Decimal>) -> String {
        returned.map_or_else(|| self.vocabulary().unknown.to_owned(), |returned| self.locale().fixed(returned, 2))
    }
    /// A difference of what comes back for each krone, with its sign.
    fn returned_apart(&self, difference: Decimal) -> String {
        common::signed(common::rounded(difference, 2), |returned| self.per_krone(returned))
    }

    /// The message below a field on why a typed text is not a number.
    fn unreadable(&self, reason: Unreadable, unit: Unit) -> String;
    /// The message below a field on why the driver does not accept a number.
    fn rejected(&self, rejection: Rejection, driver: &Driver) -> String;
    /// A notice about something in a link that could not be applied.
    fn notice(&self, notice: &Notice<'_>) -> String;
    /// One of the two values of a comparison.
    fn compared_value(&self, value: &Value) -> String {
        common::compared_value(self, value)
    }
    /// A finding: a sentence for each group of comparisons that differ.
    fn finding_sentences(&self, documents: &[Document], check: &Check) -> Vec<String> {
        common::finding_sentences(self, documents, check)
    }
    /// What could explain a finding: a sentence for each explanation.
    fn explanations(&self, documents: &[Document], check: &Check) -> Vec<String> {
        common::explained(self, documents, check)
    }
    /// A check that agrees: each group of comparisons with its columns and values, and what the agreement is worth.
    fn agreeing_values(&self, check: &Check) -> Vec<String> {
        common::agreeing_values(self, check)
    }
    /// Everything that is said about an aim, with the part that each sentence belongs to.
    fn aim(&self, aim: &Aim<'_>) -> Vec<(AimPart, String)> {
        common::aim(self, aim)
    }
    /// The heading of such a part.
    fn aim_part(&self, part: AimPart) -> &'static str;
    /// A result beside its target, and how the two definitions differ.
    fn reported_result(&self, aim: &Aim<'_>, report: &Report<'_>) -> String {
        common::reported_result(self, aim, report)
    }
    /// How many targets, results and follow-ups there are.
    fn aims_tally(&self, tally: &aims::Tally) -> String;
    /// What a share is a share of: for each fact its heading, our own words, and the document's.
    fn terms<'t>(&self, terms: &'t ShareTerms) -> Vec<(&'static str, String, Option<&'t Source>)> {
        common::terms(self, terms)
    }
    /// The price level of a document.
    fn prices(&self, document: &Document) -> String {
        self.prices_of(document.price_level)
    }
    /// The heading of the questions of an asker.
    fn asker(&self, asker: Asker) -> &'static str;
    /// A question that readers ask.
    fn question(&self, reply: &Reply<'_>) -> Cow<'static, str>;
    /// The answer to it.
    fn reply(&self, reply: &Reply<'_>) -> Phrase;
    /// The prices of a year.
    fn prices_of(&self, year: Year) -> String;
    /// The line on a row that pays for posts without saying how many; `cost` is in 1.000 kr. a year.
    fn posts_unstated(&self, name: &str, document: &Document, cost: Thousands) -> String;
    /// The line on a row that no note gives a number of posts for, with its amount of a year in each note.
    fn row_without_posts(&self, name: &str, amounts: &[(&Document, Thousands)]) -> String;
    /// The share of a cost that lies in a steering area.
    fn part_in_area(&self, share: Decimal, area: Area) -> String;
    /// The line on an effort that existed before the first year for which any note has an amount.
    fn existed_before(&self, year: Year, says: &str, place: &str) -> String;
    /// A difference as a share of what it is measured against, with its sign.
    fn percent_apart(&self, share: Decimal) -> String {
        common::signed(common::rounded(share, 3), |share| self.locale().percent(share))
    }

    /// The heading of a chapter of the method screen.
    fn chapter(&self, chapter: Chapter) -> &'static str;
    /// A payback convention, and what it counts.
    fn convention(&self, convention: Convention) -> Meaning;
    /// A payback by a convention: "2021 (4. år)", "3,92 år".
    fn payback_by(&self, convention: Convention, payback: Payback) -> String {
        common::payback_by(self, convention, payback)
    }
    /// A payback that a document prints: "4 år".
    fn printed_years(&self, years: u16) -> String {
        self.numbers().counted(Decimal::from(years), self.noun(Unit::Years))
    }
    /// A kind of origin, and what it means.
    fn origin_kind(&self, kind: OriginKind) -> Meaning;
    /// What is transcribed from a document, counted.
    fn transcribed(&self, transcribed: &Transcribed) -> String;
    /// The choices of what an iframe in another page shows.
    fn embedded(&self, embed: Embed) -> &'static str;
    /// A day: "3. marts 2026".
    fn day(&self, day: Day) -> String;
    /// The citation of the page.
    fn citation(&self, reading: Reading<'_>) -> String;
    /// The citation of an answer: the sentence with its source, day, version and link.
    fn frozen(&self, answer: &Phrase, note: Note<'_>, reading: Reading<'_>) -> String;
    /// A scenario by the name of its note: "BI10 i budget 2026 med ændringer".
    fn scenario_name(&self, scenario: &Scenario<'_>) -> String {
        common::scenario_name(self, scenario)
    }
    /// A short name for each of two scenarios, which tells them apart.
    fn short_names(&self, comparison: &Comparison<'_>) -> Pair<String> {
        common::short_names(self, comparison)
    }
    /// The answer of the comparison screen: what differs between two scenarios, in a sentence or two.
    fn comparison(&self, comparison: &Comparison<'_>) -> Phrase {
        common::comparison(self, comparison)
    }
    /// The sentence on two scenarios whose amounts are in the prices of different years.
    fn prices_apart(&self, levels: Pair<Year>) -> String;
    /// The sentence on two scenarios whose sums are over different years.
    fn spans_apart(&self, spans: Pair<(Year, Year)>) -> String;
    /// The sentence on a share of some citizens by which borrowed savings are computed for every place.
    fn share_on_all_places(&self, of: Denominator) -> String;
    /// Two notes without an effort in common: the names of the efforts of each.
    fn other_efforts(&self, efforts: Pair<String>) -> String;
    /// An effort in each of two notes, as the two sides of "costs more than".
    fn effort_in(&self, effort: &str, notes: Pair<&str>) -> Pair<String>;
    /// The efforts that only this note has, which the comparison before leaves out.
    fn more_efforts(&self, note: &str, efforts: &str) -> String;
    /// The sentence on costs that one scenario has outside service and the other as service. `is_first` says whether the one
    /// is the first of the two.
    fn outside_service(&self, outside: &OutsideService<'_>, is_first: bool) -> String;
    /// The sentence on costs that a note has outside service and other notes as service.
    fn outside_service_in(&self, note: Note<'_>, outside: &OutsideService<'_>) -> String;
    /// The line that opens the rows that do not differ.
    fn rows_alike(&self, count: usize) -> String;
    /// The line that opens the drivers that only one of the two notes has.
    fn drivers_only_in(&self, name: &str, count: usize) -> String;
    /// An amount in millions, to the thousand.
    fn exact_millions(&self, amount: Thousands) -> String {
        self.numbers().in_exact_millions(amount.decimal())
    }
    /// A difference of amounts in millions, to the thousand, with its sign.
    fn millions_apart(&self, difference: Thousands) -> String {
        common::signed(difference.decimal(), |amount| self.numbers().in_exact_millions(amount))
    }
    /// A difference of amounts in kroner with its sign, given in thousands.
    fn kroner_apart(&self, thousands: Decimal) -> String {
        common::signed(common::rounded(thousands, 3), |amount| self.numbers().in_kroner(amount))
    }
    /// A difference of posts, with its sign.
    fn posts_apart(&self, posts: Decimal) -> String {
        common::signed(common::rounded(posts, 2), |posts| self.locale().exact(posts))
    }
    /// A difference of paybacks in years, with its sign.
    fn years_apart(&self, years: Decimal) -> String {
        common::signed(years, |years| self.numbers().counted(years, self.noun(Unit::Years)))
    }
    /// The message on why a pasted text does not lead to a scenario.
    fn unusable(&self, reason: &Unusable) -> String;
    /// The message on why a file cannot be opened: what is wrong with it, and where.
    fn file_error(&self, error: &FileError) -> String;
    /// The message on something in a file that was changed or left out.
    fn file_remark(&self, remark: &Remark<'_>) -> String;

    /// The name of a document as a person would cite it: "BI07, budget 2022, udgave a".
    fn document(&self, document: &Document) -> String {
        self.document_name(&document.name())
    }
    /// The name of a document in running text: "BI07 i budget 2022, udgave a".
    fn document_in_text(&self, document: &Document) -> String {
        common::document_in_text(self, &document.name())
    }
    /// The name of a document that is a source.
    fn document_name(&self, name: &DocumentName) -> String {
        common::document_name(self, name)
    }
    /// Whom a share is a share of: "dem, der har afsluttet indsatsen".
    fn denominator(&self, of: Denominator) -> &'static str;
    /// The line on why an effort has no cost per citizen in a job.
    fn no_cost_per_outcome(&self, effort: &str, of: Denominator) -> String;
    /// The line on how costs per citizen of two scenarios can be compared; `None` where there is nothing to say.
    fn outcomes_compared(&self, compared: OutcomesCompared) -> Option<&'static str>;
    /// That the text of a document was read by machine, and what decides where it is in doubt.
    fn read_by(&self, read_by: ReadBy) -> &'static str;

    /// The source line of a picture or a frame: the note and its prices.
    fn source_of(&self, note: Note<'_>) -> String {
        format!("{}, {}", self.note_name(note), self.prices(note.document))
    }

    /// The name of a note: its document and its variant.
    fn note_name(&self, note: Note<'_>) -> String {
        format!("{}: {}", self.named(&note.document.title), self.named(&note.variant.name))
    }

    /// The line below a row of the budget table: its steering area, and the abbreviations of the administrations and
    /// committees that pay it.
    fn area_and_payers(&self, line: &Line) -> String {
        common::area_and_payers(self, line)
    }

    /// The foot of the page: its name and version.
    fn foot(&self, version: &str) -> String {
        format!("{} {version}", self.labels().site)
    }
}
