//! The page embedded in another page: the forms it takes in the iframe, and the element that the other page contains.

use crate::markup::escaped;

/// The part of the page that an iframe shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Embed {
    /// The answer and the cumulative chart.
    Chart,
    /// The answer, the drivers, the chart and the table.
    Calculator,
}

/// The name of the height in the message that the page in an iframe sends to the page around it.
pub const HEIGHT_MESSAGE: &str = "indsatsregnerHeight";

/// The key in the query of the address.
const KEY: &str = "embed";

impl Embed {
    /// Every part that can be embedded.
    pub const ALL: [Self; 2] = [Self::Chart, Self::Calculator];

    /// The permanent id in the address.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Chart => "chart",
            Self::Calculator => "calculator",
        }
    }

    /// The height of the iframe in CSS pixels. At a medium width this shows the whole chart, or enough of the
    /// calculator.
    #[must_use]
    pub const fn height(self) -> u32 {
        match self {
            Self::Chart => 640,
            Self::Calculator => 900,
        }
    }

    /// The part that the query of an address asks for. The query may start with `?`. `None` where the address asks for
    /// the whole page. A query that names no part, or an unknown one, means the calculator.
    #[must_use]
    pub fn of_query(query: &str) -> Option<Self> {
        let query = query.strip_prefix('?').unwrap_or(query);
        query.split('&').find_map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let embed = Self::ALL.into_iter().find(|embed| embed.id() == value);
            (key == KEY).then_some(embed.unwrap_or(Self::Calculator))
        })
    }

    /// The query and the link of an address in an iframe. They follow the address of the page.
    #[must_use]
    pub fn address(self, link: &str) -> String {
        format!("?{KEY}={}#{link}", self.id())
    }

    /// The element that another page contains, and the script that gives it the height of its content. Where the script is left out,
    /// the element has a height of its own. `page` is the address of this page without query and link. `title` is
    /// the name of the iframe for screen readers.
    #[must_use]
    pub fn element(self, page: &str, link: &str, title: &str) -> String {
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{}\" loading=\"lazy\" style=\"border:0\"></iframe>\
             <script>addEventListener(\"message\",({{source,data}})=>{{for(const frame of document.querySelectorAll(\"iframe\"))\
             if(frame.contentWindow===source&&data?.{HEIGHT_MESSAGE}>0)frame.height=data.{HEIGHT_MESSAGE}}})</script>",
            escaped(&format!("{page}{}", self.address(link))),
            escaped(title),
            self.height(),
        )
    }
}
