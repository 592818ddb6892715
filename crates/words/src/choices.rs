//! What the page calls the choices of the model: one message for each.

use super::Wording;
use super::phrase::{AimPart, Meaning};
use engine::compare::OutcomesCompared;
use engine::findings::{Evidence, Kind, Weight};
use engine::iframe::Embed;
use engine::link::Chapter;
use engine::method::OriginKind;
use engine::payback::Convention;
use engine::questions::Asker;
use engine::sensitivity;
use model::note::{Area, Denominator, Group, Origin, Phase, ReadBy};
use model::scenario::PostsCount;

pub(super) fn group(words: &dyn Wording, group: Group) -> &'static str {
    let messages = &words.messages().groups;
    match group {
        Group::Citizens => messages.citizens,
        Group::Staff => messages.staff,
        Group::Effect => messages.effect,
        Group::Savings => messages.savings,
        Group::Period => messages.period,
    }
}

pub(super) fn posts_count(words: &dyn Wording, posts: PostsCount) -> &'static str {
    let messages = &words.messages().counting_posts;
    match posts {
        PostsCount::Exact => messages.exact,
        PostsCount::Half => messages.half,
        PostsCount::Whole => messages.whole,
        PostsCount::AsInNote => messages.as_in_note,
    }
}

pub(super) fn area(words: &dyn Wording, area: Area) -> &'static str {
    let messages = &words.messages().areas;
    match area {
        Area::Service => messages.service,
        Area::Transfers => messages.transfers,
        Area::Programme => messages.programme,
        Area::DemandLedTransfers => messages.demand_led_transfers,
    }
}

pub(super) fn aim_part(words: &dyn Wording, part: AimPart) -> &'static str {
    let messages = &words.messages().aim_parts;
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

pub(super) fn asker(words: &dyn Wording, asker: Asker) -> &'static str {
    let messages = &words.messages().askers;
    match asker {
        Asker::Politician => messages.politician,
        Asker::Journalist => messages.journalist,
        Asker::Controller => messages.controller,
    }
}

pub(super) fn embedded(words: &dyn Wording, embed: Embed) -> &'static str {
    let messages = &words.messages().embeds;
    match embed {
        Embed::Chart => messages.chart,
        Embed::Calculator => messages.calculator,
    }
}

pub(super) fn range_origin(words: &dyn Wording, from: sensitivity::From) -> &'static str {
    let messages = &words.messages().range_origins;
    match from {
        sensitivity::From::Document => messages.document,
        sensitivity::From::Alternatives => messages.alternatives,
        sensitivity::From::Assumed => messages.assumed,
    }
}

pub(super) fn read_by(words: &dyn Wording, read_by: ReadBy) -> &'static str {
    let messages = &words.messages().read_by;
    match read_by {
        ReadBy::Machine => messages.machine,
        ReadBy::Scan => messages.scan,
    }
}

pub(super) fn denominator(words: &dyn Wording, of: Denominator) -> &'static str {
    let messages = &words.messages().shares_of;
    match of {
        Denominator::InEffort => messages.in_effort,
        Denominator::Completed => messages.completed,
        Denominator::Left => messages.left,
        Denominator::Attended => messages.attended,
        Denominator::NormalEffort => messages.normal_effort,
        Denominator::NotSaid => messages.not_said,
    }
}

pub(super) fn weight(words: &dyn Wording, weight: Weight) -> &'static str {
    let messages = &words.messages().check_weights;
    match weight {
        Weight::Money => messages.money,
        Weight::Target => messages.target,
        Weight::Conclusion => messages.conclusion,
        Weight::Wording => messages.wording,
    }
}

pub(super) fn kind(words: &dyn Wording, kind: Kind) -> &'static str {
    let messages = &words.messages().check_kinds;
    match kind {
        Kind::Granted => messages.granted,
        Kind::Edition => messages.edition,
        Kind::Committee => messages.committee,
        Kind::Series => messages.series,
        Kind::Sum => messages.sum,
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

pub(super) fn remedy(words: &dyn Wording, kind: Kind) -> &'static str {
    let messages = &words.messages().remedies;
    match kind {
        Kind::Granted => messages.granted,
        Kind::Edition => messages.edition,
        Kind::Committee => messages.committee,
        Kind::Series => messages.series,
        Kind::Sum => messages.sum,
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

pub(super) fn phase(words: &dyn Wording, phase: Phase) -> &'static str {
    let messages = &words.messages().phases;
    match phase {
        Phase::Before => messages.before,
        Phase::First => messages.first,
        Phase::Running => messages.running,
        Phase::After => messages.after,
    }
}

pub(super) fn evidence(words: &dyn Wording, evidence: Evidence) -> Option<&'static str> {
    let messages = &words.messages().evidence;
    match evidence {
        Evidence::Independent => None,
        Evidence::Fitted => Some(messages.fitted),
        Evidence::Trivial => Some(messages.trivial),
        Evidence::OnePart => Some(messages.one_part),
    }
}

pub(super) fn outcomes_compared(words: &dyn Wording, compared: OutcomesCompared) -> Option<&'static str> {
    let messages = &words.messages().outcomes_compared;
    match compared {
        OutcomesCompared::Alike => None,
        OutcomesCompared::SameShareOtherPosts => Some(messages.same_share_other_posts),
        OutcomesCompared::OtherDenominator => Some(messages.other_denominator),
        OutcomesCompared::SeveralEfforts => Some(messages.several_efforts),
    }
}

pub(super) fn chapter(words: &dyn Wording, chapter: Chapter) -> &'static str {
    let messages = &words.messages().chapters;
    match chapter {
        Chapter::Rules => messages.rules,
        Chapter::Example => messages.example,
        Chapter::Payback => messages.payback,
        Chapter::Origins => messages.origins,
        Chapter::Documents => messages.documents,
        Chapter::Citing => messages.citing,
        Chapter::Glossary => messages.glossary,
        Chapter::Accessibility => words.labels().statement_link,
    }
}

pub(super) fn convention(words: &dyn Wording, convention: Convention) -> Meaning {
    let messages = &words.messages().conventions;
    let (name, sentence) = match convention {
        Convention::FirstYear => (messages.first_year, messages.first_year_meaning),
        Convention::Interpolated => (messages.interpolated, messages.interpolated_meaning),
        Convention::Simple => (messages.simple, messages.simple_meaning),
        Convention::Discounted { .. } => (messages.discounted, messages.discounted_meaning),
    };
    Meaning { name, sentence }
}

pub(super) fn origin_kind(words: &dyn Wording, kind: OriginKind) -> Meaning {
    let messages = &words.messages().origin_kinds;
    let (name, sentence) = match kind {
        OriginKind::Stated => (messages.stated, messages.stated_meaning),
        OriginKind::Derived => (messages.derived, messages.derived_meaning),
        OriginKind::Borrowed => (messages.borrowed, messages.borrowed_meaning),
        OriginKind::Assumed => (messages.assumed, messages.assumed_meaning),
    };
    Meaning { name, sentence }
}

pub(super) fn origin(words: &dyn Wording, origin: &Origin) -> &'static str {
    let messages = &words.messages().origins;
    match origin {
        Origin::Stated(_) => messages.stated,
        Origin::Derived { lender: None, .. } => messages.derived,
        Origin::Derived { lender: Some(_), .. } => messages.derived_at_lender,
        Origin::Borrowed { .. } => messages.borrowed,
        Origin::Assumed { .. } => messages.assumed,
    }
}

/// Why a check of this kind cannot be decided.
pub(super) fn undecided(words: &dyn Wording, kind: Kind) -> &'static str {
    let messages = &words.messages().undecided;
    match kind {
        Kind::FollowUp => messages.follow_up,
        Kind::Judgement => messages.judgement,
        Kind::Unchanged => messages.unchanged,
        _ => messages.any_other,
    }
}
