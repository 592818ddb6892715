//! The headline that the page showed when a link was made. If a later page shows another headline, it names both.

use crate::computed::Computed;
use crate::payback::{Convention, Payback};
use crate::sensitivity::Point;
use model::evaluate::Perspective;
use model::money::Thousands;

/// The answer in a few characters: `4.-2159` is paid back in the 4th year, with a net of −2.159 t.kr., and `6r.-709` in the 6th
/// year by the residual effect alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Headline {
    /// Paid back.
    PaidBack {
        /// The number of years by the document's convention.
        years: u64,
        /// Whether that is after the last year with costs.
        by_the_rest: bool,
        /// The net over all years.
        net: Thousands,
    },
    /// Not paid back within the horizon: the net over all years.
    NotWithin(Thousands),
    /// Nothing to pay back: the net over all years.
    NoCosts(Thousands),
    /// No savings: the costs of all years.
    Costs(Thousands),
}

/// After the years of a payback that comes only after the last year with costs.
const BY_THE_REST: &str = "r";
const NOT_WITHIN: &str = "no";
const NO_COSTS: &str = "free";
const COSTS: &str = "costs";

impl Headline {
    pub(super) fn printed(self) -> String {
        match self {
            Self::PaidBack { years, by_the_rest, net } => {
                format!("{years}{}.{}", if by_the_rest { BY_THE_REST } else { "" }, net.get())
            }
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
            years => {
                let by_the_rest = years.strip_suffix(BY_THE_REST);
                let years = by_the_rest.unwrap_or(years).parse().ok()?;
                Self::PaidBack { years, by_the_rest: by_the_rest.is_some(), net: amount }
            }
        };
        // A headline has exactly one form. `04.7` is damaged.
        (headline.printed() == text).then_some(headline)
    }
}

impl From<Point> for Headline {
    fn from(point: Point) -> Self {
        match point.years {
            Some(0) => Self::NoCosts(point.net),
            Some(years) => Self::PaidBack { years: years.into(), by_the_rest: point.by_the_rest, net: point.net },
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
        Payback::Reached { years, by_the_rest, .. } => {
            Headline::PaidBack { years: years.try_into().ok()?, by_the_rest, net }
        }
        Payback::OnlyAfterwards | Payback::NotWithin { .. } => Headline::NotWithin(net),
        Payback::NoCosts => Headline::NoCosts(net),
        Payback::NoSavings => Headline::Costs(net),
    })
}
