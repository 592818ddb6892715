//! The sentences on two sides that should agree but do not: one or two for each kind of check.

use super::sentence::years_in;
use crate::Words;
use engine::findings::{Column, Kind, Value};

/// The facts of a disagreement, as far as possible in words. Every text is to stand inside a sentence.
pub(super) struct Disagreement<'a> {
    /// What is compared.
    pub(super) kind: Kind,
    /// What it is about; `None` where the documents' names say it.
    pub(super) about: Option<&'a str>,
    /// The names of the documents on the first side.
    pub(super) first: &'a str,
    /// The names of the documents on the second side; `None` where both sides are in the same documents.
    pub(super) second: Option<&'a str>,
    /// The columns that differ in this way.
    pub(super) columns: &'a [Column],
    /// The value on the first side.
    pub(super) left: &'a str,
    /// The value on the second side.
    pub(super) right: &'a str,
    /// Both values as data.
    pub(super) values: [&'a Value; 2],
}

impl Disagreement<'_> {
    /// The sentence.
    #[allow(clippy::too_many_lines, reason = "one arm for each kind")]
    pub(super) fn sentence(&self, words: Words) -> String {
        let (findings, parts) = (&words.messages().findings, &words.messages().finding_parts);
        let Self { kind, first, second, left, right, values, .. } = *self;
        let about = self.about.unwrap_or(parts.effort);
        let elsewhere = second.unwrap_or(parts.elsewhere);
        let when = |amount: &str| self.in_columns(words, amount);
        let of_about = |amount: &str| match self.about {
            Some(about) => parts.of_about(about, amount),
            None => amount.to_owned(),
        };
        match kind {
            Kind::Granted => match self.about {
                Some(_) => findings.granted(first, of_about(&when(left)), right, elsewhere),
                None => findings.granted_in_all(first, when(left), right, elsewhere),
            },
            Kind::Edition => findings.edition(first, of_about(&when(left)), right, elsewhere),
            Kind::Committee => {
                let cost = of_about(parts.the_cost);
                match second {
                    Some(second) => findings.committee(cost, first, left, right, second),
                    None => findings.committee_within(cost, first, left, right),
                }
            }
            Kind::Series => match self.about {
                Some(about) => findings.series(about, first, when(left), right, elsewhere),
                None => findings.series_in_all(first, when(left), right, elsewhere),
            },
            Kind::Sum => match self.columns {
                [Column::TotalIn(year)] => findings.sum_in_column(first, left, right, *year),
                _ => findings.sum(first, when(&of_about(&parts.as_sum(left))), right),
            },
            Kind::Repeated => findings.repeated(first, when(&of_about(left)), right),
            Kind::Statement => findings.statement(first, of_about(left), when(right)),
            Kind::Sentences => findings.sentences(first, of_about(left), right),
            Kind::Posts => match second {
                Some(second) => findings.posts(first, of_about(left), right, second),
                None => findings.posts_within(first, left, of_about(parts.two_prices), right),
            },
            Kind::PriceRise => findings.price_rise(first, left, right),
            Kind::Count => match second {
                Some(second) => findings.count(about, first, left, right, second),
                None => findings.count_within(about, first, left, right),
            },
            Kind::Consultants => findings.consultants(first, of_about(left), right),
            Kind::Appropriation => self.appropriation(words),
            Kind::Key => findings.key(first, left, right),
            Kind::Result => match second {
                Some(second) => findings.result(first, left, right, second),
                None => findings.result_within(first, left, right),
            },
            Kind::FollowUp => findings.follow_up(first, left, self.missing(words), right),
            Kind::Vanished => findings.vanished(about, first, left, right, elsewhere),
            Kind::Target | Kind::ChangedTarget => match second {
                Some(second) => findings.target(about, first, left, right, second),
                None => findings.target_within(about, first, left, right),
            },
            Kind::Population => match second {
                Some(second) => findings.population(about, first, left, right, second),
                None => findings.population_within(about, first, left, right),
            },
            Kind::Payback => findings.payback(left, right),
            Kind::Judgement => match values {
                [_, Value::Said(_)] => findings.judgement_within(right),
                _ => findings.judgement(first, left, right),
            },
            Kind::Unchanged => match values {
                [Value::Target(..), _] => findings.unchanged_target(left, right),
                _ => findings.unchanged(first, left, right),
            },
            Kind::Joined => findings.joined(about, first, left, right, elsewhere),
            Kind::Residual => findings.residual(first, left, right),
            Kind::Area => match second {
                Some(second) => findings.area(about, first, left, right, second),
                None => findings.area_within(about, first, left, right),
            },
            Kind::PriceBase => findings.price_base(first, right),
            Kind::Years => findings.years(about, first, left, right),
            Kind::Title => findings.title(first, left, right),
            Kind::Numbering => match values {
                [Value::Empty, _] => findings.numbering_gap(first, right),
                [one, other] if one == other => findings.numbering_twice(first, left),
                _ => findings.numbering(first, left, right),
            },
            Kind::EmptyColumn => findings.empty_column(first, left, right),
        }
    }

    /// A value with the columns that it is in. It stands alone where they are a whole row.
    fn in_columns(&self, words: Words, amount: &str) -> String {
        let parts = &words.messages().finding_parts;
        let (span, years) = years_in(self.columns);
        match (years, self.columns.contains(&Column::Total)) {
            (0, false) => amount.to_owned(),
            (0, true) => parts.over_all_years(amount),
            (1, false) => parts.in_year(amount, span),
            (_, false) => parts.in_years(amount, span),
            (_, true) => parts.in_years_and_all(amount, span),
        }
    }

    /// The sentence on the appropriations of rows.
    fn appropriation(&self, words: Words) -> String {
        let findings = &words.messages().findings;
        let Self { first, left, right, .. } = *self;
        match (self.second, self.about) {
            (Some(second), None) => findings.appropriation_of_rows(first, left, right, second),
            (Some(second), Some(about)) => findings.appropriation(about, first, left, right, second),
            (None, _) if matches!(self.values, [Value::Appropriation(None), _]) => {
                findings.appropriation_missing(first, left, right)
            }
            (None, Some(about)) => findings.appropriation_misread_for(about, first, left, right),
            (None, None) => findings.appropriation_misread(first, left, right),
        }
    }

    /// The number of follow-ups that are missing.
    fn missing(&self, words: Words) -> String {
        match self.values {
            [_, Value::Said(missing)] => words.locale().exact(missing.len().into()),
            _ => String::new(),
        }
    }
}
