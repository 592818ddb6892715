//! The page in a frame of another page: what it shows there, and what the other page writes to have it.

use crate::chart::svg::escaped;

/// What a frame shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Embed {
    /// The answer and the cumulative chart.
    Chart,
    /// The answer, the drivers, the chart and the table.
    Calculator,
}

/// The key of the query that asks for it.
const KEY: &str = "embed";

impl Embed {
    /// All there is to choose from.
    pub const ALL: [Self; 2] = [Self::Chart, Self::Calculator];

    /// Its permanent id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Chart => "chart",
            Self::Calculator => "calculator",
        }
    }

    /// The height, in CSS pixels, in which a frame of middling width shows the chart whole, or enough of the calculator.
    #[must_use]
    pub const fn height(self) -> u32 {
        match self {
            Self::Chart => 640,
            Self::Calculator => 900,
        }
    }

    /// What an address asks for by its query, with or without the `?`; `None` where it asks for the page itself. The
    /// calculator is meant where no more is said, or something unknown.
    #[must_use]
    pub fn of_query(query: &str) -> Option<Self> {
        let query = query.strip_prefix('?').unwrap_or(query);
        query.split('&').find_map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let named = Self::ALL.into_iter().find(|embed| embed.id() == value);
            (key == KEY).then_some(named.unwrap_or(Self::Calculator))
        })
    }

    /// The address in a frame: the query and what stands behind `#`, to follow the address of the page.
    #[must_use]
    pub fn address(self, link: &str) -> String {
        format!("?{KEY}={}#{link}", self.id())
    }

    /// The element that another page writes. `page` is the page's address without query and link, `title` names the frame
    /// for whoever cannot see it.
    #[must_use]
    pub fn element(self, page: &str, link: &str, title: &str) -> String {
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{}\" loading=\"lazy\" style=\"border:0\"></iframe>",
            escaped(&format!("{page}{}", self.address(link))),
            escaped(title),
            self.height(),
        )
    }
}
