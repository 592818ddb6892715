//! From what was given as a link to a scenario.

use api::loaded::Loaded;
use api::opening::Described;
use engine::computed::Computed;
use engine::link::{self, Notice, Page};
use engine::notes::Library;
use engine::pasted;
use model::evaluate::Perspective;
use words::Words;

use crate::ending::{Ending, Stopped};
use crate::input;
use crate::output;

/// A scenario with everything that follows from it, and what else its link says.
pub(crate) struct Opened<'n> {
    /// The scenario, computed.
    pub(crate) computed: Computed<'n>,
    /// What the link says besides.
    pub(crate) page: Page<'n>,
    /// Whose money is counted.
    pub(crate) perspective: Perspective,
    /// The address of the page, where the text has one before its link.
    pub(crate) base: Option<String>,
    /// Whether something in the link could not be applied.
    pub(crate) ending: Ending,
}

impl<'n> Opened<'n> {
    /// The scenario of a link, or of a note as it was published. What of the link cannot be applied is said on standard error.
    ///
    /// # Errors
    /// The text is neither.
    pub(crate) fn of(library: &'n Library, argument: &str, words: Words) -> Result<Self, Stopped> {
        let text = input::text(argument)?;
        let note = library.find(text.trim());
        let link = note.map_or(text.clone(), |note| format!("v={}&note={}", link::VERSION, note.variant.id));
        pasted::read(library, &link).map_err(|reason| Stopped::Misused(words.unusable(&reason)))?;
        let no_note = || Stopped::Misused(words.unusable(&pasted::Unusable::NoLink));
        let opened = link::open(library, &link).ok_or_else(no_note)?;
        if !opened.notices.is_empty() {
            output::remark(words.link_notices_title(&opened.notices));
            opened.notices.iter().for_each(|notice| output::say(&format!("  {}\n", words.notice(notice))));
        }
        // That numbers have been corrected since is worth a remark; the scenario is all that the link asks for.
        let is_fault = |notice: &Notice<'_>| !matches!(notice, Notice::OtherHeadline { .. });
        Ok(Self {
            perspective: opened.page.perspective(opened.own.note().variant),
            ending: Ending::of(opened.notices.iter().any(is_fault)),
            computed: opened.own,
            page: opened.page,
            base: base(&text),
        })
    }

    /// The scenario as the calls of the JavaScript package take it.
    pub(crate) fn loaded(&self) -> Loaded<'n> {
        let scenario = self.computed.scenario.clone();
        Loaded::new(Described { scenario, perspective: self.perspective, notices: Vec::new() })
    }
}

/// The address before the `#` of a text; `None` where there is none.
fn base(text: &str) -> Option<String> {
    let (before, _) = text.split_once('#')?;
    let start = before.rfind("https://").or_else(|| before.rfind("http://"))?;
    let address = before.get(start..)?;
    (!address.contains(char::is_whitespace)).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::base;

    #[test]
    fn the_address_of_the_page_is_what_stands_before_the_link() {
        assert_eq!(base("https://example.org/a/#v=1&note=ips-2018").as_deref(), Some("https://example.org/a/"));
        assert_eq!(base("Look: <https://example.org/#v=1>").as_deref(), Some("https://example.org/"));
        assert_eq!(base("http://127.0.0.1:8080/#v=1").as_deref(), Some("http://127.0.0.1:8080/"));
        assert_eq!(base("#v=1&note=ips-2018"), None);
        assert_eq!(base("v=1&note=ips-2018"), None);
        assert_eq!(base("https://example.org is no # link"), None);
    }
}
