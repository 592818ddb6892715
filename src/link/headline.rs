//! The headline that the page showed when a link was made. A later page that shows another one says both.

use crate::computed::Computed;
use crate::evaluate::Perspective;
use crate::money::Thousands;
use crate::payback::{Convention, Payback, payback};
use crate::sensitivity::Point;

/// The answer in a few characters: `4.-2159` is paid back in the 4th year, with a net of −2.159 t.kr.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Headline {
    /// Paid back in so many years by the document's convention, with this net over all years.
    PaidBack(u64, Thousands),
    /// Never paid back, with this net.
    Never(Thousands),
    /// Nothing to pay back, with this net.
    NoCosts(Thousands),
    /// Without savings: the costs of all years.
    Costs(Thousands),
}

const NEVER: &str = "no";
const NO_COSTS: &str = "free";
const COSTS: &str = "costs";

impl Headline {
    pub(super) fn printed(self) -> String {
        match self {
            Self::PaidBack(years, net) => format!("{years}.{}", net.get()),
            Self::Never(net) => format!("{NEVER}.{}", net.get()),
            Self::NoCosts(net) => format!("{NO_COSTS}.{}", net.get()),
            Self::Costs(costs) => format!("{COSTS}.{}", costs.get()),
        }
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        let (what, amount) = text.split_once('.')?;
        let amount = Thousands::new(amount.parse().ok()?);
        let headline = match what {
            NEVER => Self::Never(amount),
            NO_COSTS => Self::NoCosts(amount),
            COSTS => Self::Costs(amount),
            years => Self::PaidBack(years.parse().ok()?, amount),
        };
        // One headline has one form: `04.7` is a damaged one.
        (headline.printed() == text).then_some(headline)
    }
}

impl From<Point> for Headline {
    fn from(point: Point) -> Self {
        match point.years {
            Some(0) => Self::NoCosts(point.net),
            Some(years) => Self::PaidBack(years.into(), point.net),
            None => Self::Never(point.net),
        }
    }
}

/// The headline of a scenario, seen from one perspective; `None` for a committee that pays nothing.
#[must_use]
pub fn headline(computed: &Computed<'_>, perspective: Perspective) -> Option<Headline> {
    let view = computed.outcome.view(perspective)?;
    let net: Thousands = view.net.iter().copied().sum();
    Some(match payback(view, computed.note().variant.first, Convention::FirstYear) {
        Payback::Reached { years, .. } => Headline::PaidBack(years.try_into().ok()?, net),
        Payback::Never => Headline::Never(net),
        Payback::NoCosts => Headline::NoCosts(net),
        Payback::NoSavings => Headline::Costs(net),
    })
}
