//! The headline that the page showed when a link was made. If a later page shows another headline, it names both.

use crate::computed::Computed;
use crate::payback::{Convention, Payback};
use crate::sensitivity::Point;
use model::evaluate::Perspective;
use model::money::Thousands;

/// The answer in a few characters: `4.-2159` is paid back in the 4th year, with a net of −2.159 t.kr.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Headline {
    /// Paid back: the number of years by the document's convention, and the net over all years.
    PaidBack(u64, Thousands),
    /// Not paid back within the horizon: the net over all years.
    NotWithin(Thousands),
    /// Nothing to pay back: the net over all years.
    NoCosts(Thousands),
    /// No savings: the costs of all years.
    Costs(Thousands),
}

const NOT_WITHIN: &str = "no";
const NO_COSTS: &str = "free";
const COSTS: &str = "costs";

impl Headline {
    pub(super) fn printed(self) -> String {
        match self {
            Self::PaidBack(years, net) => format!("{years}.{}", net.get()),
            Self::NotWithin(net) => format!("{NOT_WITHIN}.{}", net.get()),
            Self::NoCosts(net) => format!("{NO_COSTS}.{}", net.get()),
            Self::Costs(costs) => format!("{COSTS}.{}", costs.get()),
        }
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        let (answer, amount) = text.split_once('.')?;
        let amount = Thousands::new(amount.parse().ok()?);
        let headline = match answer {
            NOT_WITHIN => Self::NotWithin(amount),
            NO_COSTS => Self::NoCosts(amount),
            COSTS => Self::Costs(amount),
            years => Self::PaidBack(years.parse().ok()?, amount),
        };
        // A headline has exactly one form. `04.7` is damaged.
        (headline.printed() == text).then_some(headline)
    }
}

impl From<Point> for Headline {
    fn from(point: Point) -> Self {
        match point.years {
            Some(0) => Self::NoCosts(point.net),
            Some(years) => Self::PaidBack(years.into(), point.net),
            None => Self::NotWithin(point.net),
        }
    }
}

/// The headline of a scenario in one perspective; `None` for a committee that neither pays nor saves anything.
#[must_use]
pub fn headline(computed: &Computed<'_>, perspective: Perspective) -> Option<Headline> {
    let view = computed.outcome.view(perspective)?;
    let net: Thousands = view.net.iter().copied().sum();
    Some(match computed.payback(perspective, Convention::FirstYear) {
        Payback::Reached { years, .. } => Headline::PaidBack(years.try_into().ok()?, net),
        Payback::OnlyAfterwards | Payback::NotWithin { .. } => Headline::NotWithin(net),
        Payback::NoCosts => Headline::NoCosts(net),
        Payback::NoSavings => Headline::Costs(net),
    })
}
