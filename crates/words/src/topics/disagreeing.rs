//! The sentences on two sides that should agree but do not: one or two for each kind of check.

use super::all_of;
use super::sentence::years_in;
use crate::Words;
use crate::messages::at;
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
    /// The words at the first place.
    pub(super) read: &'a str,
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
            Some(about) => parts.of_about(at::About(about), at::Amount(amount)),
            None => amount.to_owned(),
        };
        match kind {
            Kind::Granted => match self.about {
                Some(_) => findings.granted(
                    at::First(first),
                    at::Left(of_about(&when(left))),
                    at::Right(right),
                    at::Second(elsewhere),
                ),
                None => findings.granted_in_all(
                    at::First(first),
                    at::Left(when(left)),
                    at::Right(right),
                    at::Second(elsewhere),
                ),
            },
            Kind::Edition => findings.edition(
                at::First(first),
                at::Left(of_about(&when(left))),
                at::Right(right),
                at::Second(elsewhere),
            ),
            Kind::Committee => {
                let cost = of_about(parts.the_cost);
                match second {
                    Some(second) => findings.committee(
                        at::Cost(cost),
                        at::First(first),
                        at::Left(left),
                        at::Right(right),
                        at::Second(second),
                    ),
                    None => {
                        findings.committee_within(at::Cost(cost), at::First(first), at::Left(left), at::Right(right))
                    }
                }
            }
            Kind::Series => match self.about {
                Some(about) => findings.series(
                    at::About(about),
                    at::First(first),
                    at::Left(when(left)),
                    at::Right(right),
                    at::Second(elsewhere),
                ),
                None => findings.series_in_all(
                    at::First(first),
                    at::Left(when(left)),
                    at::Right(right),
                    at::Second(elsewhere),
                ),
            },
            Kind::Sum => match self.columns {
                [Column::TotalIn(year)] => {
                    findings.sum_in_column(at::First(first), at::Left(left), at::Right(right), at::Year(*year))
                }
                _ => findings.sum(at::First(first), at::Left(when(&of_about(&parts.as_sum(left)))), at::Right(right)),
            },
            Kind::Calculated => {
                findings.calculated(at::First(first), at::Left(when(&of_about(left))), at::Right(right))
            }
            Kind::Repeated => findings.repeated(at::First(first), at::Left(when(&of_about(left))), at::Right(right)),
            Kind::Statement => findings.statement(at::First(first), at::Left(of_about(left)), at::Right(when(right))),
            Kind::Sentences => findings.sentences(at::First(first), at::Left(of_about(left)), at::Right(right)),
            Kind::Posts => match second {
                Some(second) => {
                    findings.posts(at::First(first), at::Left(of_about(left)), at::Right(right), at::Second(second))
                }
                None => findings.posts_within(
                    at::First(first),
                    at::Left(left),
                    at::Prices(of_about(parts.two_prices)),
                    at::Right(right),
                ),
            },
            Kind::PriceRise => findings.price_rise(at::First(first), at::Left(left), at::Right(right)),
            Kind::Count => match second {
                Some(second) => findings.count(
                    at::About(about),
                    at::First(first),
                    at::Left(left),
                    at::Right(right),
                    at::Second(second),
                ),
                None => findings.count_within(at::About(about), at::First(first), at::Left(left), at::Right(right)),
            },
            Kind::Consultants => findings.consultants(at::First(first), at::Left(of_about(left)), at::Right(right)),
            Kind::Appropriation => self.appropriation(words),
            Kind::Key => findings.key(at::First(first), at::Left(left), at::Right(right)),
            Kind::Result => match second {
                Some(second) => findings.result(at::First(first), at::Left(left), at::Right(right), at::Second(second)),
                None => findings.result_within(at::First(first), at::Left(left), at::Right(right)),
            },
            Kind::FollowUp => self.follow_up(words, (first, left, right)),
            Kind::Vanished => findings.vanished(
                at::About(about),
                at::First(first),
                at::Left(left),
                at::Right(right),
                at::Second(elsewhere),
            ),
            Kind::Target | Kind::ChangedTarget => match second {
                Some(second) => findings.target(
                    at::About(about),
                    at::First(first),
                    at::Left(left),
                    at::Right(right),
                    at::Second(second),
                ),
                None => findings.target_within(at::About(about), at::First(first), at::Left(left), at::Right(right)),
            },
            Kind::Population => match second {
                Some(second) => findings.population(
                    at::About(about),
                    at::First(first),
                    at::Left(left),
                    at::Right(right),
                    at::Second(second),
                ),
                None => {
                    findings.population_within(at::About(about), at::First(first), at::Left(left), at::Right(right))
                }
            },
            Kind::Payback => {
                let row = self.read.rsplit_once(": ").map_or(self.read, |(row, _)| row);
                findings.payback(at::First(first), at::Left(left), at::Right(right), at::Row(words.quoted(row)))
            }
            Kind::Judgement => match values {
                [_, Value::Said(_)] => findings.judgement_within(right),
                _ => findings.judgement(at::First(first), at::Left(left), at::Right(right)),
            },
            Kind::Unchanged => match values {
                [Value::Target(..), _] => findings.unchanged_target(at::Left(left), at::Right(right)),
                _ => findings.unchanged(at::First(first), at::Left(left), at::Right(right)),
            },
            Kind::Joined => findings.joined(
                at::About(about),
                at::First(first),
                at::Left(left),
                at::Right(right),
                at::Second(elsewhere),
            ),
            Kind::Residual => findings.residual(at::First(first), at::Left(left), at::Right(right)),
            Kind::Area => match second {
                Some(second) => findings.area(
                    at::About(about),
                    at::First(first),
                    at::Left(left),
                    at::Right(right),
                    at::Second(second),
                ),
                None => findings.area_within(at::About(about), at::First(first), at::Left(left), at::Right(right)),
            },
            Kind::PriceBase => findings.price_base(at::First(first), at::Right(right)),
            Kind::Years => findings.years(at::About(about), at::First(first), at::Left(left), at::Right(right)),
            Kind::Title => findings.title(at::First(first), at::Left(left), at::Right(right)),
            Kind::Numbering => match values {
                [Value::Empty, _] => findings.numbering_gap(at::First(first), at::Right(right)),
                [one, other] if one == other => findings.numbering_twice(at::First(first), at::Left(left)),
                _ => findings.numbering(at::First(first), at::Left(left), at::Right(right)),
            },
            Kind::EmptyColumn => findings.empty_column(at::First(first), at::Left(left), at::Right(right)),
        }
    }

    /// A value with the columns that it is in. It stands alone where they are a whole row.
    fn in_columns(&self, words: Words, amount: &str) -> String {
        let parts = &words.messages().finding_parts;
        let (span, years) = years_in(self.columns);
        match (years, self.columns.contains(&Column::Total)) {
            (0, false) => amount.to_owned(),
            (0, true) => parts.over_all_years(amount),
            (1, false) => parts.in_year(at::Amount(amount), at::Years(span)),
            (_, false) => parts.in_years(at::Amount(amount), at::Years(span)),
            (_, true) => parts.in_years_and_all(at::Amount(amount), at::Years(span)),
        }
    }

    /// The sentence on the appropriations of rows.
    fn appropriation(&self, words: Words) -> String {
        let findings = &words.messages().findings;
        let Self { first, left, right, .. } = *self;
        match (self.second, self.about) {
            (Some(second), None) => {
                findings.appropriation_of_rows(at::First(first), at::Left(left), at::Right(right), at::Second(second))
            }
            (Some(second), Some(about)) => findings.appropriation(
                at::About(about),
                at::First(first),
                at::Left(left),
                at::Right(right),
                at::Second(second),
            ),
            (None, _) if matches!(self.values, [Value::Appropriation(None), _]) => {
                findings.appropriation_missing(at::First(first), at::Left(left), at::Right(right))
            }
            (None, Some(about)) => {
                findings.appropriation_misread_for(at::About(about), at::First(first), at::Left(left), at::Right(right))
            }
            (None, None) => findings.appropriation_misread(at::First(first), at::Left(left), at::Right(right)),
        }
    }

    /// How many of the follow-ups that a document promised are missing, and which they are.
    fn follow_up(&self, words: Words, (first, left, right): (&str, &str, &str)) -> String {
        let findings = &words.messages().findings;
        let (first, left, right) = (at::First(first), at::Left(left), at::Right(right));
        match self.values {
            [Value::FollowUps(due), Value::Said(missing)] if missing.len() < *due => {
                let missing = words.locale().exact(missing.len().into());
                findings.follow_up(first, left, at::Missing(missing), right)
            }
            [Value::FollowUps(due), _] => findings.follow_up_all(first, left, at::Missing(all_of(words, *due)), right),
            _ => String::new(),
        }
    }
}
