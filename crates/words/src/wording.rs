//! The wordings that depend on values, for the page, the exports and the charts.

use std::borrow::Cow;
use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::choices;
use super::fill::Count;
use super::head::Head;
use super::messages::{self, Labels, Messages};
use super::phrase::{AimPart, Figure, Meaning, Phrase};
use super::topics::{self, Numbers, span};
use crate::format::{Locale, Unreadable};
use engine::aims::{self, Aim, Report};
use engine::also_said::AlsoSaid;
use engine::answer::{Answer, Difference};
use engine::compare::{Comparison, OutcomesCompared, OutsideService, Pair};
use engine::computed::Computed;
use engine::could_explain::Search;
use engine::day::Day;
use engine::explain::{Ask, Printed, Quantity, Step};
use engine::figures::{PaybackCheck, Returned};
use engine::findings::{Check, Evidence, Kind, Value, Weight};
use engine::iframe::Embed;
use engine::link::{Chapter, Headline, Notice};
use engine::method::{OriginKind, Transcribed};
use engine::pasted::Unusable;
use engine::payback::{Convention, Payback};
use engine::questions::{Asker, Reply};
use engine::scenario_file::{FileError, Remark};
use engine::sensitivity::{self, AlongSlider, BreakEven, HangsOn, JointRange};
use engine::timeline::Covered;
use model::brackets::Interval;
use model::evaluate::{Factor, Perspective};
use model::language::{Language, capitalised};
use model::money::Thousands;
use model::note::{
    Area, Denominator, Document, DocumentName, Driver, DriverIx, Group, Lender, Line, Names, Note, Origin, ReadBy, Row,
    ShareTerms, Source, Table, Unit, Variant, Year,
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

/// The wordings of one language.
pub(super) struct Spoken(Language);

static DANISH: Spoken = Spoken(Language::Danish);
static ENGLISH: Spoken = Spoken(Language::English);

/// The wordings of a language.
pub(super) const fn spoken(language: Language) -> &'static Spoken {
    match language {
        Language::Danish => &DANISH,
        Language::English => &ENGLISH,
    }
}

impl Wording for Spoken {
    fn language(&self) -> Language {
        self.0
    }

    fn as_dyn(&self) -> &dyn Wording {
        self
    }
}

/// What only this crate asks for. It is no part of the trait, so the compiler sees which messages nobody says.
impl dyn Wording + '_ {
    /// What the language file says.
    pub(crate) fn messages(&self) -> &'static Messages {
        messages::of(self.language())
    }

    /// How the language writes numbers with the things they count.
    pub(crate) fn numbers(&self) -> Numbers {
        Numbers { locale: self.locale(), messages: self.messages() }
    }

    /// A number that decides the form of a message.
    pub(crate) fn count(&self, number: Decimal) -> Count {
        Count::new(number, self.locale())
    }
}

/// A language of the page.
pub trait Wording: Sync {
    /// The language of the wordings.
    fn language(&self) -> Language;
    /// The same as an object.
    fn as_dyn(&self) -> &dyn Wording;
    /// "4. år".
    fn nth_year(&self, years: Decimal) -> String {
        topics::nth_year(self.as_dyn(), years)
    }
    /// The row of a table with this label.
    fn row(&self, label: &str) -> String {
        self.as_dyn().messages().documents.row(self.quoted(label))
    }
    /// An administration or a committee within a sentence: "Socialudvalget", "the Social Services Committee".
    fn the(&self, body: &str) -> String {
        self.as_dyn().messages().documents.the_body(body)
    }
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
        Locale::new(self.as_dyn().messages())
    }
    /// That the printed tables can be read where the page cannot start. `tables` is the link to them.
    fn readable_tables(&self, tables: &str) -> String {
        self.as_dyn().messages().entry.readable_tables(tables)
    }
    /// What the language says once.
    fn head(&self) -> &'static Head {
        &self.as_dyn().messages().language
    }
    /// A quote from a document, in the quotation marks of the language.
    fn quoted(&self, words: &str) -> String {
        self.as_dyn().messages().documents.quoted(words)
    }
    /// The fixed wordings.
    fn labels(&self) -> &'static Labels {
        &self.as_dyn().messages().labels
    }

    /// The answer as a sentence, at the top of the calculator and in citations.
    fn answer(&self, answer: &Answer<'_>) -> Phrase {
        topics::answer(self.as_dyn(), answer)
    }
    /// What the reader's changes did, as the sentence below the answer.
    fn difference(&self, difference: &Difference<'_>) -> Phrase {
        topics::difference(self.as_dyn(), difference)
    }

    /// The title of the overview, with the years it covers.
    fn overview_title(&self, covered: &Covered) -> String {
        topics::overview_title(self.as_dyn(), covered)
    }
    /// A sentence of a document that stands nowhere else, in our own words.
    fn also_said(&self, said: &AlsoSaid<'_>) -> String {
        topics::also_said(self.as_dyn(), said)
    }
    /// The link that borrows the savings of another document.
    fn borrow_from(&self, lender: &Document) -> String {
        self.as_dyn().messages().borrowing.borrow_from(lender.budget)
    }
    /// The help beside that link: which savings can be borrowed, and what they are.
    fn borrow_help(&self, lender: Note<'_>) -> String {
        topics::borrow_help(self.as_dyn(), lender)
    }
    /// The remark after the name of a borrowed row.
    fn borrowed_line(&self, lender: &Lender) -> String {
        format!(" {}", self.as_dyn().messages().borrowing.line(lender.budget))
    }
    /// The remark after the name of a note with borrowed savings.
    fn borrowed_savings(&self, lender: &Lender) -> String {
        self.as_dyn().messages().borrowing.savings(lender.budget)
    }
    /// The help above the worked example, which is from this document.
    fn example_help(&self, example: &Document) -> String {
        self.as_dyn().messages().method.example_help(example.budget)
    }
    /// The heading of the text that cites the answer of this document.
    fn cite_answer(&self, example: &Document) -> String {
        self.as_dyn().messages().method.cite_answer(example.budget)
    }
    /// The help above the table of paybacks by every convention. The documents are those that state savings.
    fn payback_help(&self, stating: &[&Document]) -> String {
        topics::payback_help(self.as_dyn(), stating)
    }

    /// The line below a note's title: the variant, its years and its prices.
    fn note_line(&self, note: Note<'_>) -> String {
        let years = span((note.variant.first, note.variant.last));
        self.as_dyn().messages().documents.note_line(self.prices(note.document), self.named(&note.variant.name), years)
    }
    /// The heading of a group of drivers.
    fn group(&self, group: Group) -> &'static str {
        choices::group(self.as_dyn(), group)
    }
    /// The line of a folded group: its name, and how many drivers it has.
    fn group_summary(&self, group: Group, drivers: usize) -> String {
        let count = self.as_dyn().numbers().count(u32::try_from(drivers).unwrap_or(u32::MAX));
        self.as_dyn().messages().groups.summary(&count, self.group(group))
    }
    /// The unit after a driver's field.
    fn unit(&self, unit: Unit) -> &'static str {
        let units = &self.as_dyn().messages().units;
        match unit {
            Unit::Citizens | Unit::CitizensPerPost => units.citizens,
            Unit::Posts => units.posts,
            Unit::CostPerPost | Unit::AmountPerOutcome | Unit::AmountPerYear => units.kroner,
            Unit::Share => units.per_cent,
            Unit::Years => units.years,
            Unit::Factor => units.factor,
        }
    }
    /// A driver's value with its unit.
    fn value(&self, value: Decimal, unit: Unit) -> String {
        self.as_dyn().numbers().value(value, unit)
    }
    /// A result of the note's baseline, below a key figure that differs from it: "notatet: 2021".
    fn note_value(&self, value: &str) -> String {
        self.as_dyn().messages().driver.note_value(value)
    }
    /// The name of a driver on screen.
    fn driver_name(&self, driver: &Driver) -> String {
        topics::driver_name(self.as_dyn(), driver)
    }
    /// The name of a driver inside a sentence, in the definite form: "sagsstammen".
    fn driver_mention(&self, driver: &Driver) -> String {
        topics::driver_mention(self.as_dyn(), driver)
    }
    /// How a driver's value was derived or why it was assumed; `None` where a document states it.
    fn explanation(&self, driver: &Driver) -> Option<String> {
        topics::explanation(self.as_dyn(), driver)
    }
    /// A driver's value in the note, below its field, by the kind of its origin: "notatet: 25 borgere" only where the
    /// note states it, otherwise "udledt: 75 borgere", "lånt: …" or "antaget: …".
    fn note_value_as(&self, origin: &Origin, value: &str) -> String {
        topics::note_value_as(self.as_dyn(), origin, value)
    }
    /// The name of a driver's restore button for screen readers.
    fn restore_driver(&self, name: &str, value: &str) -> String {
        self.as_dyn().messages().driver.restore(name, value)
    }
    /// Where a driver's value comes from, in a few words.
    fn origin(&self, origin: &Origin) -> &'static str {
        choices::origin(self.as_dyn(), origin)
    }
    /// Where a driver's value comes from, as the sentence that begins its provenance.
    fn origin_sentence(&self, origin: &Origin) -> String {
        topics::full_stop(capitalised(self.origin(origin)))
    }
    /// The place of a quote in a document. The name of the document comes first.
    fn place(&self, document: &str, source: &Source) -> String {
        topics::place(self.as_dyn(), document, source)
    }
    /// A place in a document within a sentence: "tabel 2", "afsnit 1.4".
    fn table_or_section(&self, place: &str) -> String {
        topics::table_or_section(self.as_dyn(), place)
    }
    /// The interval of values that give every printed cell, in a driver's provenance.
    fn interval(&self, interval: Interval, unit: Unit) -> String {
        topics::interval(self.as_dyn(), interval, unit)
    }
    /// The button that sets a driver to another value of the document: "Brug 47 %: målt i 2022–2024".
    fn use_alternative(&self, name: &str, value: &str) -> String {
        self.as_dyn().messages().driver.use_alternative(name, value)
    }
    /// The same button where the value comes with as many consultants as in the note.
    fn with_posts_as_in_note(&self, sentence: &str) -> String {
        self.as_dyn().messages().driver.with_posts_as_in_note(sentence)
    }
    /// What the notes say of the residual effect after an effort of another length than theirs. `published` is the note's.
    fn another_length(&self, published: &str) -> String {
        self.as_dyn().messages().driver.another_length(published)
    }
    /// The choices of how posts are counted.
    fn posts_count(&self, posts: PostsCount) -> &'static str {
        choices::posts_count(self.as_dyn(), posts)
    }

    /// Which perspective the key figures are of; `None` for the whole city.
    fn figures_seen_from(&self, perspective: Perspective) -> Option<String> {
        topics::figures_seen_from(self.as_dyn(), perspective)
    }
    /// The payback as a key figure; `interpolated` is the same payback, interpolated within the year.
    fn payback(&self, payback: Payback, interpolated: Payback) -> Figure {
        topics::payback(self.as_dyn(), payback, interpolated)
    }
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
    fn title_help(&self, longest: usize) -> String {
        self.as_dyn().messages().sharing.title_help(longest)
    }
    /// The line on where the granted amounts of an effort are printed, on the overview.
    fn granted_from(&self, document: &Document, rows: &[(&Table, &Row)]) -> String {
        topics::granted_from(self.as_dyn(), document, rows)
    }
    /// A difference of cells, in thousands of kroner with its sign.
    fn thousands_apart(&self, amount: Thousands) -> String {
        self.as_dyn().numbers().thousands_apart(amount)
    }
    /// What is left after a year, in the explanation of a discounted payback.
    fn discounted_left(&self, left: &str) -> String {
        format!(", {}", self.as_dyn().messages().explanations.discounted_left(left))
    }
    /// The step of an explanation that repeats the last year's saving after the table; `saving` is negative.
    fn goes_on(&self, last: Year, saving: Thousands) -> String {
        topics::goes_on(self.as_dyn(), last, saving)
    }
    /// That the saving that goes on after the table is not enough within the horizon.
    fn goes_on_in_vain(&self, last: Year, saving: Thousands, horizon: u32) -> String {
        topics::goes_on_in_vain(self.as_dyn(), last, saving, horizon)
    }
    /// A headline: the payback and the net in a few words, in the map and in the notice about a link's headline.
    fn headline(&self, first: Year, headline: Headline) -> String {
        topics::headline(self.as_dyn(), first, headline)
    }
    /// A payback in a table.
    fn payback_in_short(&self, payback: Payback) -> String {
        topics::payback_in_short(self.as_dyn(), payback)
    }
    /// The sentence on a printed payback that differs from the computed one, below the key figures; `None` where they
    /// agree. `explaining` is the driver that could explain it with another value; `None` where none was found.
    fn printed_payback(&self, check: &PaybackCheck, explaining: Option<&Driver>) -> Option<String> {
        topics::printed_payback(self.as_dyn(), check, explaining)
    }
    /// What could explain the payback times that the note prints, below the key figures and in the findings. The strong
    /// pieces are the first values of [`Search::found`], in its order.
    fn could_explain(&self, note: Note<'_>, search: &Search) -> Phrase {
        topics::could_explain(self.as_dyn(), note, search)
    }
    /// That every payback time that the note prints comes out of the reader's values; `None` where that is not so, or where
    /// they come out of the note's already. `noted` and `now` are the checks of the note's values and of the reader's.
    fn comes_out(&self, noted: &[PaybackCheck], now: &[PaybackCheck]) -> Option<String> {
        topics::comes_out(self.as_dyn(), noted, now)
    }
    /// A net amount in millions, and whether it is a saving or a cost.
    fn net_amount(&self, net: Thousands) -> Figure {
        let amounts = &self.as_dyn().messages().amounts;
        let detail = match net.cmp(&Thousands::ZERO) {
            Ordering::Less => amounts.saving,
            Ordering::Equal => amounts.even,
            Ordering::Greater => amounts.cost,
        };
        Figure { value: self.millions(net), detail: detail.to_owned() }
    }
    /// An amount in millions with two decimals, or in kroner where it is too small for that.
    fn millions(&self, amount: Thousands) -> String {
        self.as_dyn().numbers().in_millions(amount)
    }
    /// An amount in kroner below a million, and in millions with two decimals from there on.
    fn rounded_millions(&self, amount: Thousands) -> String {
        let is_small = amount.decimal().abs() < Decimal::ONE_THOUSAND;
        if is_small { self.kroner(Some(amount.decimal())) } else { self.millions(amount) }
    }
    /// An amount in kroner below a million, and in millions with all its decimals from there on.
    fn short_millions(&self, amount: Thousands) -> String {
        self.as_dyn().numbers().in_short(amount)
    }
    /// An amount in kroner, given in thousands; `None` is an amount that cannot be computed.
    fn kroner(&self, thousands: Option<Decimal>) -> String {
        thousands.map_or_else(
            || self.as_dyn().messages().numbers.unknown.to_owned(),
            |amount| self.as_dyn().numbers().in_kroner(amount),
        )
    }
    /// "i 2021, med fuld effekt".
    fn in_year(&self, year: Year) -> String {
        self.as_dyn().messages().years.in_year(year)
    }
    /// "heraf 6 konsulenter".
    fn of_which_consultants(&self, consultants: Decimal) -> String {
        topics::of_which_consultants(self.as_dyn(), consultants)
    }
    /// The name of a perspective.
    fn perspective(&self, perspective: Perspective) -> &'static str {
        topics::perspective(self.as_dyn(), perspective)
    }
    /// The name of a steering area.
    fn area(&self, area: Area) -> &'static str {
        choices::area(self.as_dyn(), area)
    }

    /// The name of a number, as the title of its explanation: "Jobsamtaler, 2019".
    fn ask(&self, note: Note<'_>, ask: Ask) -> String {
        topics::ask(self.as_dyn(), note, ask)
    }
    /// The value of an explained number, with its unit.
    fn quantity(&self, quantity: Quantity) -> String {
        topics::quantity(self.as_dyn(), quantity)
    }
    /// A factor of a formula in an explanation: "25 borgere pr. konsulent".
    fn factor(&self, note: Note<'_>, factor: &Factor) -> String {
        topics::factor(self.as_dyn(), note, factor)
    }
    /// A step of an explanation: a formula with its values, or a sentence about the result.
    fn step(&self, note: Note<'_>, step: &Step) -> String {
        topics::step(self.as_dyn(), note, step)
    }
    /// The sentence at the end of an explanation on what the document prints for the number.
    fn printed(&self, printed: &Printed) -> String {
        topics::printed(self.as_dyn(), printed)
    }
    /// The abbreviations of the administrations and committees of these lines, each with its full name.
    fn abbreviations(&self, lines: &[Line]) -> Vec<String> {
        topics::abbreviations(self.as_dyn(), lines)
    }

    /// Where the two ends of a driver's bar come from, in the table of the tornado chart.
    fn range_origin(&self, from: sensitivity::From) -> &'static str {
        choices::range_origin(self.as_dyn(), from)
    }
    /// The sentence on which values of a driver give payback in time. Its strong pieces are [`BreakEven::ends`], in
    /// What the colours of the strips below sliders mean: paid back within `years`, later, and not within the horizon.
    fn strip_key(&self, years: u32, horizon: u32) -> [String; 3] {
        topics::strip_key(self.as_dyn(), years, horizon)
    }
    /// What comes of the values of a driver's slider. A share of people from which no amount follows says how many of a hundred
    /// it is.
    fn along_slider(
        &self,
        along: &AlongSlider,
        ix: DriverIx,
        computed: &Computed<'_>,
        seen_from: Perspective,
    ) -> Phrase {
        topics::along_slider(self.as_dyn(), along, ix, computed, seen_from)
    }
    /// their order.
    fn break_even(&self, driver: &Driver, limits: &BreakEven) -> Phrase {
        topics::break_even(self.as_dyn(), driver, limits)
    }
    /// The sentence on the highest rate with which a payback comes in the same year, a share of 1 a year.
    fn rate_limit(&self, rate: Decimal) -> Phrase {
        self.as_dyn().messages().certainty.rate_limit(self.locale().percent(rate))
    }
    /// The sentence above the limits that an answer hangs on.
    fn hangs_on(&self, facts: &HangsOn, answer: &Answer) -> String {
        topics::hangs_on(self.as_dyn(), facts, answer)
    }
    /// The sentence on where the answer lies with all numbers between the documents' own ends.
    fn joint_range(&self, range: &JointRange, answer: &Answer, variant: &Variant) -> String {
        topics::joint_range(self.as_dyn(), range, answer, variant)
    }
    /// The legend of a shade of the map: payback between these years, both included.
    fn years_between(&self, from: u32, to: u32) -> String {
        topics::years_between(self.as_dyn(), from, to)
    }
    /// The legend of a shade of the map: payback after this year.
    fn later_than(&self, years: u32) -> String {
        self.as_dyn().messages().years.later(self.nth_year(years.into()))
    }
    /// The words for a payback that does not come within this many years.
    fn not_within(&self, horizon: u32) -> String {
        self.as_dyn().messages().years.not_within(horizon)
    }
    /// Whether a driver still follows another one, which is named as inside a sentence.
    fn follows(&self, leader: &str, is_tied: bool) -> String {
        topics::follows(self.as_dyn(), leader, is_tied)
    }
    /// The name of the button that lets a driver follow another one again.
    fn follow_again(&self, name: &str, leader: &str) -> String {
        self.as_dyn().messages().driver.follow_again(leader, name)
    }
    /// What comes back for each krone as a key figure: in a year with full savings, and over the years of the table.
    fn returned(&self, returned: Returned, years: (Year, Year)) -> Figure {
        topics::returned(self.as_dyn(), returned, years)
    }
    /// What comes back for each krone of cost: "1,11 kr. pr. krone".
    fn per_krone(&self, returned: Decimal) -> String {
        self.as_dyn().messages().amounts.per_krone(self.locale().fixed(returned, 2))
    }
    /// The head of what comes back for each krone in these years: "Kr. pr. krone, 2018–2022".
    fn per_krone_in(&self, years: (Year, Year)) -> String {
        self.as_dyn().messages().amounts.per_krone_in(span(years))
    }
    /// What comes back for each krone, in a table whose head says so.
    fn kroner_back(&self, returned: Option<Decimal>) -> String {
        returned.map_or_else(
            || self.as_dyn().messages().numbers.unknown.to_owned(),
            |returned| self.locale().fixed(returned, 2),
        )
    }
    /// A difference of what comes back for each krone, with its sign.
    fn returned_apart(&self, difference: Decimal) -> String {
        topics::signed(topics::rounded(difference, 2), |returned| self.per_krone(returned))
    }

    /// The message below a field on why a typed text is not a number.
    fn unreadable(&self, reason: Unreadable, unit: Unit) -> String {
        topics::unreadable(self.as_dyn(), reason, unit)
    }
    /// The message below a field on why the driver does not accept a number.
    fn rejected(&self, rejection: Rejection, driver: &Driver) -> String {
        topics::rejected(self.as_dyn(), rejection, driver)
    }
    /// A notice about something in a link that could not be applied.
    fn notice(&self, notice: &Notice<'_>) -> String {
        topics::notice(self.as_dyn(), notice)
    }
    /// The heading of the findings that mean this for the reader.
    fn weight(&self, weight: Weight) -> &'static str {
        choices::weight(self.as_dyn(), weight)
    }
    /// The heading of a kind of check.
    fn kind(&self, kind: Kind) -> &'static str {
        choices::kind(self.as_dyn(), kind)
    }
    /// What the calculator does where a check of this kind differs.
    fn remedy(&self, kind: Kind) -> &'static str {
        choices::remedy(self.as_dyn(), kind)
    }
    /// What an agreement is worth; `None` for independent sides, whose agreement says something.
    fn evidence(&self, evidence: Evidence) -> Option<&'static str> {
        choices::evidence(self.as_dyn(), evidence)
    }
    /// The line on how many checks there are, how many of them agree, differ or cannot be decided, and how many of those
    /// that agree say nothing.
    fn tally(&self, checks: &[Check]) -> String {
        topics::tally(self.as_dyn(), checks)
    }
    /// One of the two values of a comparison.
    fn compared_value(&self, value: &Value) -> String {
        topics::compared_value(self.as_dyn(), value)
    }
    /// A finding: a sentence for each group of comparisons that differ.
    fn finding_sentences(&self, documents: &[Document], check: &Check) -> Vec<String> {
        topics::finding_sentences(self.as_dyn(), documents, check)
    }
    /// What could explain a finding: a sentence for each explanation.
    fn explanations(&self, documents: &[Document], check: &Check) -> Vec<String> {
        topics::explained(self.as_dyn(), documents, check)
    }
    /// A check that agrees: each group of comparisons with its columns and values, and what the agreement is worth.
    fn agreeing_values(&self, check: &Check) -> Vec<String> {
        topics::agreeing_values(self.as_dyn(), check)
    }
    /// Everything that is said about an aim, with the part that each sentence belongs to.
    fn aim(&self, aim: &Aim<'_>) -> Vec<(AimPart, String)> {
        topics::aim(self.as_dyn(), aim)
    }
    /// The heading of such a part.
    fn aim_part(&self, part: AimPart) -> &'static str {
        choices::aim_part(self.as_dyn(), part)
    }
    /// A result beside its target, and how the two definitions differ.
    fn reported_result(&self, aim: &Aim<'_>, report: &Report<'_>) -> String {
        topics::reported_result(self.as_dyn(), aim, report)
    }
    /// How many targets, results and follow-ups there are.
    fn aims_tally(&self, tally: &aims::Tally) -> String {
        topics::aims_tally(self.as_dyn(), tally)
    }
    /// What a share is a share of: for each fact its heading, our own words, and the document's.
    fn terms<'t>(&self, terms: &'t ShareTerms) -> Vec<(&'static str, String, Option<&'t Source>)> {
        topics::terms(self.as_dyn(), terms)
    }
    /// The price level of a document.
    fn prices(&self, document: &Document) -> String {
        self.prices_of(document.price_level)
    }
    /// The heading of the questions of an asker.
    fn asker(&self, asker: Asker) -> &'static str {
        choices::asker(self.as_dyn(), asker)
    }
    /// A question that readers ask.
    fn question(&self, reply: &Reply<'_>) -> Cow<'static, str> {
        topics::question(self.as_dyn(), reply)
    }
    /// The answer to it.
    fn reply(&self, reply: &Reply<'_>) -> Phrase {
        topics::reply(self.as_dyn(), reply)
    }
    /// The prices of a year.
    fn prices_of(&self, year: Year) -> String {
        self.as_dyn().messages().documents.prices(year)
    }
    /// The line on a row that pays for posts without saying how many; `cost` is in 1.000 kr. a year.
    fn posts_unstated(&self, name: &str, document: &Document, cost: Thousands) -> String {
        topics::posts_unstated(self.as_dyn(), name, document, cost)
    }
    /// The line on a row that no note gives a number of posts for, with its amount of a year in each note.
    fn row_without_posts(&self, name: &str, amounts: &[(&Document, Thousands)]) -> String {
        topics::row_without_posts(self.as_dyn(), name, amounts)
    }
    /// The share of a cost that lies in a steering area.
    fn part_in_area(&self, share: Decimal, area: Area) -> String {
        topics::part_in_area(self.as_dyn(), share, area)
    }
    /// The line on an effort that existed before the first year for which any note has an amount.
    fn existed_before(&self, year: Year, says: &str, place: &str) -> String {
        self.as_dyn().messages().front.existed_before(place, says, year)
    }
    /// A difference as a share of what it is measured against, with its sign.
    fn percent_apart(&self, share: Decimal) -> String {
        topics::signed(topics::rounded(share, 3), |share| self.locale().percent(share))
    }

    /// The heading of a chapter of the method screen.
    fn chapter(&self, chapter: Chapter) -> &'static str {
        choices::chapter(self.as_dyn(), chapter)
    }
    /// A payback convention, and what it counts.
    fn convention(&self, convention: Convention) -> Meaning {
        choices::convention(self.as_dyn(), convention)
    }
    /// A payback by a convention: "2021 (4. år)", "3,92 år".
    fn payback_by(&self, convention: Convention, payback: Payback) -> String {
        topics::payback_by(self.as_dyn(), convention, payback)
    }
    /// A payback that a document prints: "4 år".
    fn printed_years(&self, years: u16) -> String {
        self.as_dyn().numbers().counted(Decimal::from(years), Unit::Years)
    }
    /// A kind of origin, and what it means.
    fn origin_kind(&self, kind: OriginKind) -> Meaning {
        choices::origin_kind(self.as_dyn(), kind)
    }
    /// What is transcribed from a document, counted.
    fn transcribed(&self, transcribed: &Transcribed) -> String {
        topics::transcribed(self.as_dyn(), transcribed)
    }
    /// The choices of what an iframe in another page shows.
    fn embedded(&self, embed: Embed) -> &'static str {
        choices::embedded(self.as_dyn(), embed)
    }
    /// A day: "3. marts 2026".
    fn day(&self, day: Day) -> String {
        topics::day(self.as_dyn(), day)
    }
    /// The citation of the page.
    fn citation(&self, reading: Reading<'_>) -> String {
        topics::citation(self.as_dyn(), reading)
    }
    /// The citation of an answer: the sentence with its source, day, version and link.
    fn frozen(&self, answer: &Phrase, note: Note<'_>, reading: Reading<'_>) -> String {
        topics::frozen(self.as_dyn(), answer, note, reading)
    }
    /// A scenario by the name of its note: "BI10 i budget 2026 med ændringer".
    fn scenario_name(&self, scenario: &Scenario<'_>) -> String {
        topics::scenario_name(self.as_dyn(), scenario)
    }
    /// A short name for each of two scenarios, which tells them apart.
    fn short_names(&self, comparison: &Comparison<'_>) -> Pair<String> {
        topics::short_names(self.as_dyn(), comparison)
    }
    /// The answer of the comparison screen: what differs between two scenarios, in a sentence or two.
    fn comparison(&self, comparison: &Comparison<'_>) -> Phrase {
        topics::comparison(self.as_dyn(), comparison)
    }
    /// The sentence on two scenarios whose amounts are in the prices of different years.
    fn prices_apart(&self, levels: Pair<Year>) -> String {
        let Pair { left, right } = levels;
        self.as_dyn().messages().comparison.prices_apart(left, right)
    }
    /// The sentence on two scenarios whose sums are over different years.
    fn spans_apart(&self, spans: Pair<(Year, Year)>) -> String {
        let Pair { left, right } = spans.map(span);
        self.as_dyn().messages().comparison.spans_apart(left, right)
    }
    /// The sentence on a share of some citizens by which borrowed savings are computed for every place.
    fn share_on_all_places(&self, of: Denominator) -> String {
        topics::share_on_all_places(self.as_dyn(), of)
    }
    /// The sentence on costs that one scenario has outside service and the other as service. `is_first` says whether the one
    /// is the first of the two.
    fn outside_service(&self, outside: &OutsideService<'_>, is_first: bool) -> String {
        topics::outside_service(self.as_dyn(), outside, is_first)
    }
    /// The sentence on costs that a note has outside service and other notes as service.
    fn outside_service_in(&self, note: Note<'_>, outside: &OutsideService<'_>) -> String {
        topics::outside_service_in(self.as_dyn(), note, outside)
    }
    /// The line that opens the rows that do not differ.
    fn rows_alike(&self, count: usize) -> String {
        self.as_dyn().messages().comparison.rows_alike(&self.as_dyn().count(count.into()))
    }
    /// The line that opens the drivers that only one of the two notes has.
    fn drivers_only_in(&self, name: &str, count: usize) -> String {
        self.as_dyn().messages().comparison.drivers_only_in(&self.as_dyn().count(count.into()), name)
    }
    /// An amount in millions, to the thousand.
    fn exact_millions(&self, amount: Thousands) -> String {
        self.as_dyn().numbers().in_exact_millions(amount.decimal())
    }
    /// A difference of amounts in millions, to the thousand, with its sign.
    fn millions_apart(&self, difference: Thousands) -> String {
        topics::signed(difference.decimal(), |amount| self.as_dyn().numbers().in_exact_millions(amount))
    }
    /// A difference of amounts in kroner with its sign, given in thousands.
    fn kroner_apart(&self, thousands: Decimal) -> String {
        topics::signed(topics::rounded(thousands, 3), |amount| self.as_dyn().numbers().in_kroner(amount))
    }
    /// A difference of posts, with its sign.
    fn posts_apart(&self, posts: Decimal) -> String {
        topics::signed(topics::rounded(posts, 2), |posts| self.locale().exact(posts))
    }
    /// A difference of paybacks in years, with its sign.
    fn years_apart(&self, years: Decimal) -> String {
        topics::signed(years, |years| self.as_dyn().numbers().counted(years, Unit::Years))
    }
    /// The message on why a pasted text does not lead to a scenario.
    fn unusable(&self, reason: &Unusable) -> String {
        topics::unusable(self.as_dyn(), reason)
    }
    /// The message on why a file cannot be opened: what is wrong with it, and where.
    fn file_error(&self, error: &FileError) -> String {
        topics::file_error(self.as_dyn(), error)
    }
    /// The message on something in a file that was changed or left out.
    fn file_remark(&self, remark: &Remark<'_>) -> String {
        topics::file_remark(self.as_dyn(), remark)
    }

    /// The name of a document as a person would cite it: "BI07, budget 2022, udgave a".
    fn document(&self, document: &Document) -> String {
        self.document_name(&document.name())
    }
    /// The name of a document in running text: "BI07 i budget 2022, udgave a".
    fn document_in_text(&self, document: &Document) -> String {
        topics::document_in_text(self.as_dyn(), &document.name())
    }
    /// The name of a document that is a source.
    fn document_name(&self, name: &DocumentName) -> String {
        topics::document_name(self.as_dyn(), name)
    }
    /// Whom a share is a share of: "dem, der har afsluttet indsatsen".
    fn denominator(&self, of: Denominator) -> &'static str {
        choices::denominator(self.as_dyn(), of)
    }
    /// The line on why an effort has no cost per citizen in a job.
    fn no_cost_per_outcome(&self, effort: &str, of: Denominator) -> String {
        topics::no_cost_per_outcome(self.as_dyn(), effort, of)
    }
    /// The line on how costs per citizen of two scenarios can be compared; `None` where there is nothing to say.
    fn outcomes_compared(&self, compared: OutcomesCompared) -> Option<&'static str> {
        choices::outcomes_compared(self.as_dyn(), compared)
    }
    /// That the text of a document was read by machine, and what decides where it is in doubt.
    fn read_by(&self, read_by: ReadBy) -> &'static str {
        choices::read_by(self.as_dyn(), read_by)
    }

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
        topics::area_and_payers(self.as_dyn(), line)
    }

    /// The foot of the page: its name and version.
    fn foot(&self, version: &str) -> String {
        format!("{} {version}", self.labels().site)
    }
}
