//! What could not be applied in a link, and what the page showed when the link was made.

use super::{join, nth_and_rest, year_of};
use crate::Words;
use crate::messages::at;
use engine::link::{self, Headline, Notice};
use model::note::{Driver, Origin, Variant};
use model::scenario::Horizon;

impl Words {
    /// A headline: the payback and the net in a few words, in the map and in the notice about a link's headline.
    #[must_use]
    pub fn headline(self, variant: &Variant, headline: Headline) -> String {
        let headlines = &self.messages().headlines;
        match headline {
            Headline::PaidBack { years, by_the_rest, net } => {
                let net = self.net_amount(net);
                headlines.paid_back(
                    at::Net(net.value),
                    at::Nth(nth_and_rest(self, variant.reached(), years.into(), by_the_rest)),
                    at::Side(net.detail),
                    at::Year(year_of(variant.first, years)),
                )
            }
            Headline::NotWithin(net) => {
                let net = self.net_amount(net);
                headlines.not_within(at::Net(net.value), at::Side(net.detail))
            }
            Headline::NoCosts(net) => {
                let net = self.net_amount(net);
                headlines.nothing_to_pay_back(at::Net(net.value), at::Side(net.detail))
            }
            Headline::Costs(costs) => headlines.costs(self.exact_millions(costs)),
        }
    }

    /// The heading of these notices about a link.
    #[must_use]
    pub fn link_notices_title(self, notices: &[Notice<'_>]) -> &'static str {
        self.notices_title(notices, self.labels().shell.link_notices)
    }

    /// The heading of these notices about a link that was pasted.
    #[must_use]
    pub fn pasted_notices_title(self, notices: &[Notice<'_>]) -> &'static str {
        self.notices_title(notices, self.labels().comparison.pasted_notices)
    }

    /// A link whose only fault is its age could be used in full, so its heading must not say otherwise.
    fn notices_title(self, notices: &[Notice<'_>], unused: &'static str) -> &'static str {
        let is_other_headline = |notice: &Notice<'_>| matches!(notice, Notice::OtherHeadline { .. });
        if notices.iter().any(|notice| matches!(notice, Notice::FileNotHere(_))) {
            return self.labels().own_note.file_missing;
        }
        if notices.iter().all(is_other_headline) { self.labels().shell.sender_saw_other } else { unused }
    }

    /// A notice about something in a link that could not be applied.
    #[must_use]
    pub fn notice(self, notice: &Notice<'_>) -> String {
        let notices = &self.messages().notices;
        match notice {
            Notice::OtherHeadline { variant, was, now } => {
                notices.other_headline(at::Now(self.headline(variant, *now)), at::Was(self.headline(variant, *was)))
            }
            Notice::UnknownYears(years) => notices.unknown_years(at::Longest(link::LONGEST_WITHIN), at::Years(years)),
            Notice::UnknownHorizon(years) => {
                let choices = Horizon::ALL.map(|horizon| horizon.years().to_string());
                notices.unknown_horizon(at::Choices(join(&choices, self.messages().lists.or)), at::Years(years))
            }
            Notice::UnknownRate(rate) => notices.unknown_rate(rate),
            Notice::UnknownLanguage(code) => notices.unknown_language(code),
            Notice::UnknownPerspective(id) => notices.unknown_perspective(id),
            Notice::UnknownNumber(id) => notices.unknown_number(id),
            Notice::UnknownChapter(id) => notices.unknown_chapter(id),
            Notice::UnknownFinding(id) => notices.unknown_finding(id),
            Notice::UnknownDocument(id) => notices.unknown_document(id),
            Notice::UnknownScreen(id) => notices.unknown_screen(id),
            Notice::OtherVersion(version) => notices.other_version(at::Own(link::VERSION), at::Version(version)),
            Notice::UnknownNote { id, shown } if shown.variant.states_savings() => {
                notices.unknown_note_business_case(at::Budget(shown.document.budget), at::Id(id))
            }
            Notice::UnknownNote { id, shown } => notices.unknown_note(at::Id(id), at::Shown(self.note_name(*shown))),
            Notice::FileNotHere(file) => notices.file_not_here(file.name.words()),
            Notice::OtherFile(note) => notices.other_file(self.note_name(*note)),
            Notice::CutBeforeNote(shown) => notices.cut_before_note(self.note_name(*shown)),
            Notice::UnknownDriver(id) => notices.unknown_driver(id),
            Notice::Unreadable { driver, value } => {
                notices.unreadable(at::Driver(self.driver_name(driver)), at::Kept(kept(self, driver)), at::Value(value))
            }
            Notice::Rejected { driver, value, rejection } => {
                let why = self.rejected(*rejection, driver);
                notices.rejected(
                    at::Driver(self.driver_name(driver)),
                    at::Kept(kept(self, driver)),
                    at::Value(value),
                    at::Why(why),
                )
            }
            Notice::UnknownSavings(id) => notices.unknown_savings(id),
            Notice::UnknownPosts(value) => notices.unknown_posts(value),
            Notice::CaseloadFollows(driver) => notices.caseload_follows(self.driver_name(driver)),
            Notice::Fragment(part) => notices.fragment(part),
            Notice::Repeated(key) => notices.repeated(key),
        }
    }
}

/// The sentence on which value a driver keeps.
fn kept(words: Words, driver: &Driver) -> &'static str {
    let notices = &words.messages().notices;
    match driver.origin {
        Origin::Stated(_) => notices.keeps_note_value,
        Origin::Derived { .. }
        | Origin::Borrowed { .. }
        | Origin::Assumed { .. }
        | Origin::OfFile { .. }
        | Origin::Neutral => notices.keeps_value,
    }
}
