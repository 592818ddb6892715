//! What the page calls the choices of the model: one message for each.

use super::Words;
use super::messages::at;
use super::phrase::{AimPart, Meaning};
use engine::compare::OutcomesCompared;
use engine::findings::{Check, Evidence, Explanation, Kind};
use engine::iframe::Embed;
use engine::link::Chapter;
use engine::method::OriginKind;
use engine::payback::Convention;
use engine::questions::Asker;
use engine::sensitivity;
use model::note::{Area, Denominator, Origin, Phase, Reached, ReadBy};
use model::scenario::PostsCount;

impl Words {
    /// Where a driver's value comes from, in a few words.
    #[must_use]
    pub fn origin(self, origin: &Origin) -> &'static str {
        let messages = &self.messages().origins;
        match origin {
            Origin::Stated(_) => messages.stated,
            Origin::Derived { lender: None, .. } => messages.derived,
            Origin::Derived { lender: Some(_), .. } => messages.derived_at_lender,
            Origin::Borrowed { .. } => messages.borrowed,
            Origin::Assumed { .. } => messages.assumed,
            Origin::OfFile { why: Some(_) } => messages.assumed_in_file,
            Origin::OfFile { why: None } => messages.not_said,
            Origin::Neutral => messages.neutral,
        }
    }

    /// The choices of how posts are counted.
    #[must_use]
    pub fn posts_count(self, posts: PostsCount) -> &'static str {
        let messages = &self.messages().counting_posts;
        match posts {
            PostsCount::Exact => messages.exact,
            PostsCount::Half => messages.half,
            PostsCount::Whole => messages.whole,
            PostsCount::AsInNote => messages.as_in_note,
        }
    }

    /// The name of a steering area.
    #[must_use]
    pub fn area(self, area: &Area) -> &str {
        let messages = &self.messages().areas;
        match area {
            Area::Service => messages.service,
            Area::Transfers => messages.transfers,
            Area::Programme => messages.programme,
            Area::DemandLedTransfers => messages.demand_led_transfers,
            Area::Capital => messages.capital,
            Area::Named(names) => self.named(names),
        }
    }

    /// Where the two ends of a driver's bar come from, in the table of the tornado chart.
    #[must_use]
    pub fn range_origin(self, from: sensitivity::From) -> &'static str {
        let messages = &self.messages().range_origins;
        match from {
            sensitivity::From::Document => messages.document,
            sensitivity::From::Alternatives => messages.alternatives,
            sensitivity::From::Assumed => messages.assumed,
        }
    }

    /// What decides the place of a name in an index: its letters, the Danish ones behind all others, without marks around them.
    #[must_use]
    pub fn in_index(self, name: &str) -> String {
        let behind = |letter: char| match letter {
            'Æ' | 'æ' => '\u{fffd}',
            'Ø' | 'ø' => '\u{fffe}',
            'Å' | 'å' => '\u{ffff}',
            _ => letter.to_ascii_lowercase(),
        };
        name.chars().filter(|letter| letter.is_alphanumeric() || *letter == ' ').map(behind).collect()
    }

    /// The heading of a kind of check.
    #[must_use]
    pub fn kind(self, kind: Kind) -> &'static str {
        let messages = &self.messages().check_kinds;
        match kind {
            Kind::Granted => messages.granted,
            Kind::Edition => messages.edition,
            Kind::Committee => messages.committee,
            Kind::Series => messages.series,
            Kind::Sum => messages.sum,
            Kind::Calculated => messages.calculated,
            Kind::Repeated => messages.repeated,
            Kind::Statement => messages.statement,
            Kind::Sentences => messages.sentences,
            Kind::Posts => messages.posts,
            Kind::PriceRise => messages.price_rise,
            Kind::Count => messages.count,
            Kind::Consultants => messages.consultants,
            Kind::Appropriation => messages.appropriation,
            Kind::Key => messages.key,
            Kind::Result => messages.result,
            Kind::FollowUp => messages.follow_up,
            Kind::Vanished => messages.vanished,
            Kind::Target => messages.target,
            Kind::ChangedTarget => messages.changed_target,
            Kind::Population => messages.population,
            Kind::Payback => messages.payback,
            Kind::Judgement => messages.judgement,
            Kind::Unchanged => messages.unchanged,
            Kind::Joined => messages.joined,
            Kind::Residual => messages.residual,
            Kind::Area => messages.area,
            Kind::PriceBase => messages.price_base,
            Kind::Years => messages.years,
            Kind::Title => messages.title,
            Kind::Numbering => messages.numbering,
            Kind::EmptyColumn => messages.empty_column,
        }
    }

    /// What a finding means.
    #[must_use]
    pub fn meaning(self, finding: &Check) -> &'static str {
        let messages = &self.messages().meanings;
        match finding.kind {
            Kind::Payback => messages.payback,
            Kind::Result if finding.said_missed => messages.result_said_missed,
            Kind::Result => messages.result,
            Kind::Judgement if finding.said_missed => messages.judgement_said_missed,
            Kind::Judgement if finding.explanations.contains(&Explanation::OtherDefinition) => {
                messages.judgement_not_alike
            }
            Kind::Judgement => messages.judgement,
            Kind::Target => messages.target,
            Kind::ChangedTarget => messages.changed_target,
            Kind::Vanished => messages.vanished,
            Kind::FollowUp => messages.follow_up,
            Kind::Edition => messages.edition,
            Kind::Granted => messages.granted,
            Kind::Series => messages.series,
            Kind::Sum => messages.sum,
            Kind::Calculated => messages.calculated,
            Kind::Committee => messages.committee,
            Kind::Population if finding.is_within_a_document() => messages.population_within,
            Kind::Population => messages.population,
            Kind::Unchanged => messages.unchanged,
            Kind::Consultants => messages.consultants,
            Kind::PriceRise => messages.price_rise,
            Kind::Residual => messages.residual,
            Kind::Count => messages.count,
            Kind::Posts => messages.posts,
            Kind::Joined => messages.joined,
            Kind::Area => messages.area,
            Kind::Key => messages.key,
            Kind::PriceBase => messages.price_base,
            Kind::Years => messages.years,
            Kind::Appropriation => messages.appropriation,
            Kind::Statement | Kind::Sentences | Kind::Repeated => messages.amounts,
            Kind::EmptyColumn | Kind::Title | Kind::Numbering => messages.form,
        }
    }

    /// What the calculator does where a check of this kind differs.
    #[must_use]
    pub fn remedy(self, kind: Kind) -> &'static str {
        let messages = &self.messages().remedies;
        match kind {
            Kind::Granted => messages.granted,
            Kind::Edition => messages.edition,
            Kind::Committee => messages.committee,
            Kind::Series => messages.series,
            Kind::Sum => messages.sum,
            Kind::Calculated => messages.calculated,
            Kind::Repeated | Kind::Statement | Kind::Sentences | Kind::Years => messages.follows_table,
            Kind::Posts => messages.posts,
            Kind::PriceRise => messages.price_rise,
            Kind::Count => messages.count,
            Kind::Consultants => messages.consultants,
            Kind::Appropriation => messages.appropriation,
            Kind::Key => messages.key,
            Kind::Result => messages.result,
            Kind::FollowUp => messages.follow_up,
            Kind::Vanished | Kind::Target | Kind::ChangedTarget => messages.own_target,
            Kind::Population => messages.population,
            Kind::Payback => messages.payback,
            Kind::Judgement => messages.judgement,
            Kind::Unchanged => messages.unchanged,
            Kind::Joined => messages.joined,
            Kind::Residual => messages.residual,
            Kind::Area => messages.area,
            Kind::PriceBase => messages.price_base,
            Kind::Title | Kind::Numbering => messages.rows_as_printed,
            Kind::EmptyColumn => messages.empty_column,
        }
    }

    /// What an agreement is worth; `None` for independent sides, whose agreement says something.
    #[must_use]
    pub fn evidence(self, evidence: Evidence) -> Option<&'static str> {
        let messages = &self.messages().evidence;
        match evidence {
            Evidence::Independent => None,
            Evidence::Fitted => Some(messages.fitted),
            Evidence::Trivial => Some(messages.trivial),
            Evidence::OnePart => Some(messages.one_part),
        }
    }

    /// The heading of such a part.
    #[must_use]
    pub fn aim_part(self, part: AimPart) -> &'static str {
        let messages = &self.messages().aim_parts;
        match part {
            AimPart::Promised => messages.promised,
            AimPart::Changed => messages.changed,
            AimPart::Reported => messages.reported,
            AimPart::Written => messages.written,
            AimPart::FollowedUp => messages.followed_up,
            AimPart::Missing => messages.missing,
            AimPart::NotYet => messages.not_yet,
        }
    }

    /// The heading of the questions of an asker.
    #[must_use]
    pub fn asker(self, asker: Asker) -> &'static str {
        let messages = &self.messages().askers;
        match asker {
            Asker::Politician => messages.politician,
            Asker::Journalist => messages.journalist,
            Asker::Controller => messages.controller,
        }
    }

    /// The heading of a chapter of the method screen.
    #[must_use]
    pub fn chapter(self, chapter: Chapter) -> &'static str {
        let messages = &self.messages().chapters;
        match chapter {
            Chapter::Rules => messages.rules,
            Chapter::Example => messages.example,
            Chapter::Payback => messages.payback,
            Chapter::Origins => messages.origins,
            Chapter::Documents => messages.documents,
            Chapter::Citing => messages.citing,
            Chapter::Glossary => messages.glossary,
            Chapter::Privacy => messages.privacy,
            Chapter::Accessibility => self.labels().screens.statement_link,
        }
    }

    /// A payback convention, and what it counts.
    #[must_use]
    pub fn convention(self, convention: Convention) -> Meaning {
        let messages = &self.messages().conventions;
        let (name, sentence) = match convention {
            Convention::FirstYear => (messages.first_year, messages.first_year_meaning),
            Convention::Interpolated => (messages.interpolated, messages.interpolated_meaning),
            Convention::Simple => (messages.simple, messages.simple_meaning),
            Convention::Discounted { .. } => (messages.discounted, messages.discounted_meaning),
        };
        Meaning { name, sentence }
    }

    /// A kind of origin, and what it means.
    #[must_use]
    pub fn origin_kind(self, kind: OriginKind) -> Meaning {
        let messages = &self.messages().origin_kinds;
        let (name, sentence) = match kind {
            OriginKind::Stated => (messages.stated, messages.stated_meaning),
            OriginKind::Derived => (messages.derived, messages.derived_meaning),
            OriginKind::Borrowed => (messages.borrowed, messages.borrowed_meaning),
            OriginKind::Assumed => (messages.assumed, messages.assumed_meaning),
        };
        Meaning { name, sentence }
    }

    /// The choices of what an iframe in another page shows.
    #[must_use]
    pub fn embedded(self, embed: Embed) -> &'static str {
        let messages = &self.messages().embeds;
        match embed {
            Embed::Chart => messages.chart,
            Embed::Calculator => messages.calculator,
        }
    }

    /// Whom a share is a share of: "dem, der har afsluttet indsatsen".
    #[must_use]
    pub fn denominator(self, of: Denominator) -> &'static str {
        let messages = &self.messages().shares_of;
        match of {
            Denominator::InEffort => messages.in_effort,
            Denominator::Completed => messages.completed,
            Denominator::Left => messages.left,
            Denominator::Attended => messages.attended,
            Denominator::NormalEffort => messages.normal_effort,
            Denominator::NotSaid => messages.not_said,
        }
    }

    /// How many such a share is of, which the note does not say: "hvor mange der afslutter indsatsen".
    #[must_use]
    pub(super) fn how_many(self, of: Denominator) -> &'static str {
        let messages = &self.messages().how_many;
        match of {
            Denominator::Completed => messages.completed,
            Denominator::Left => messages.left,
            Denominator::Attended => messages.attended,
            Denominator::InEffort | Denominator::NormalEffort | Denominator::NotSaid => messages.any_other,
        }
    }

    /// The line on how costs per citizen of two scenarios can be compared; `None` where there is nothing to say. `reached` is what those
    /// who count in both have reached.
    #[must_use]
    pub fn outcomes_compared(self, compared: OutcomesCompared, reached: &Reached) -> Option<String> {
        let messages = &self.messages().outcomes_compared;
        let percent = |share| self.locale().percent(share);
        let (long, in_short) = (self.reached(reached), self.reached_in_short(reached));
        match compared {
            OutcomesCompared::Alike => None,
            OutcomesCompared::SameShareOtherPosts(share) => {
                Some(messages.same_share_other_posts(at::Reached(long), at::Share(percent(share))))
            }
            OutcomesCompared::OtherShares(shares) => Some(messages.other_shares(
                at::InShort(in_short),
                at::Left(percent(shares.left)),
                at::Reached(long),
                at::Right(percent(shares.right)),
            )),
            OutcomesCompared::OtherDenominator => Some(messages.other_denominator(in_short)),
            OutcomesCompared::OtherReached => Some(messages.other_reached(long)),
            OutcomesCompared::SeveralEfforts => Some(messages.several_efforts(in_short)),
        }
    }

    /// That the text of a document was read by machine, and what decides where it is in doubt.
    #[must_use]
    pub fn read_by(self, read_by: ReadBy) -> &'static str {
        let messages = &self.messages().read_by;
        match read_by {
            ReadBy::Machine => messages.machine,
            ReadBy::Scan => messages.scan,
        }
    }
}

pub(super) fn phase(words: Words, phase: Phase) -> &'static str {
    let messages = &words.messages().phases;
    match phase {
        Phase::Before => messages.before,
        Phase::First => messages.first,
        Phase::Running => messages.running,
        Phase::After => messages.after,
    }
}

/// Why a check of this kind cannot be decided.
pub(super) fn undecided(words: Words, kind: Kind) -> &'static str {
    let messages = &words.messages().undecided;
    match kind {
        Kind::FollowUp => messages.follow_up,
        Kind::Judgement => messages.judgement,
        Kind::Unchanged => messages.unchanged,
        _ => messages.any_other,
    }
}
