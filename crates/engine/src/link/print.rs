//! From a page to its link.

use std::fmt::Write;

use rust_decimal::Decimal;

use super::{Headline, OwnFile, Page, Question, Screen, VERSION, Whose, headline, key, posts_id};
use crate::compare::Pair;
use crate::computed::Computed;
use crate::explain::Ask;
use model::evaluate::Perspective;
use model::note::{Driver, Note, Unit};
use model::scenario::{Horizon, PostsCount, Scenario, Settings};

/// A link that is being written.
struct Link(String);

impl Link {
    fn new() -> Self {
        Self(format!("{}={VERSION}", key::VERSION))
    }

    fn add(&mut self, prefix: &str, key: &str, value: &str) {
        // Writing to a string cannot fail.
        let _ = write!(self.0, "&{prefix}{key}={value}");
    }
}

/// The headline of each scenario when the link is made. Links within the page have none.
#[derive(Clone, Copy, Default)]
struct Headlines {
    own: Option<Headline>,
    other: Option<Headline>,
}

impl Page<'_> {
    /// The link, without the `#`, to a screen that is not about a note. It keeps the reader's rate and horizon for the
    /// calculations that are opened from there.
    #[must_use]
    pub fn screen_link(&self, settings: Settings) -> String {
        if let Some(awaited) = &self.awaited {
            return self.in_own_language(awaited);
        }
        let mut link = Link::new();
        link.add("", key::SCREEN, self.screen.id());
        self.write_language(&mut link);
        if let Some(chapter) = self.chapter.filter(|_| self.screen == Screen::Method) {
            link.add("", key::CHAPTER, chapter.id());
        }
        if let Some(finding) = self.finding.as_ref().filter(|_| self.screen == Screen::Findings) {
            link.add("", key::FINDING, finding.as_str());
        }
        if let Some(document) = self.about.as_ref().filter(|_| self.screen.may_be_about_a_document()) {
            link.add("", key::ABOUT, &document.document);
            if let Some(file) = &document.file {
                link.add("", key::OWN_FILE, &file.encoded());
            }
        }
        write_settings(&mut link, settings);
        if let Some(Question::Of(Whose::Baseline(note), ask)) = &self.question {
            write_asked(&mut link, *note, *ask);
        }
        link.0
    }

    /// The link to this page with the scenario, without the `#`. It is for links within the page. The link that is sent
    /// to others is [`Page::lasting`].
    #[must_use]
    pub fn link(&self, scenario: &Scenario<'_>) -> String {
        self.link_for(scenario, scenario.note())
    }

    /// The link with the headline that the page shows. A later page can then tell whether its own headline is another
    /// one.
    ///
    /// `other` is the scenario that the reader's own is compared with; `None` if that is its baseline.
    ///
    /// ```
    /// use engine::computed::Computed;
    /// use model::language::Language;
    /// use engine::link::{Page, Screen};
    /// use engine::notes::Library;
    /// use model::scenario::Scenario;
    /// use rust_decimal::Decimal;
    ///
    /// let library = Library::embedded().unwrap();
    /// let mut scenario = Scenario::baseline(library.find("ips-2018").unwrap());
    /// let page = Page::of(Screen::Note, Language::default());
    /// let baseline = Computed::of(scenario.clone()).unwrap();
    /// // Paid back in the fourth year, with a net of −2.159 thousand kroner.
    /// assert_eq!(page.lasting(&baseline, None), "v=1&saw=4.-2159&note=ips-2018");
    /// // A share is 0.125 in the model and 12.5 per cent in a link.
    /// scenario.set(scenario.note().variant.find_driver("effect").unwrap(), Decimal::new(125, 3)).unwrap();
    /// assert!(page.lasting(&Computed::of(scenario).unwrap(), None).ends_with("&note=ips-2018&effect=12.5"));
    /// ```
    #[must_use]
    pub fn lasting(&self, own: &Computed<'_>, other: Option<&Computed<'_>>) -> String {
        let other = other.filter(|_| self.screen == Screen::Compare && self.other.is_some());
        let headlines = Headlines {
            own: headline(own, self.perspective(own.note().variant)),
            other: other.and_then(|other| headline(other, Perspective::Total)),
        };
        self.written(&own.scenario, own.note(), headlines)
    }

    /// The link to another note with the reader's changes. It includes changes of drivers that the other note does not
    /// have: whoever opens the link gets a notice about them.
    #[must_use]
    pub fn link_for(&self, scenario: &Scenario<'_>, note: Note<'_>) -> String {
        self.written(scenario, note, Headlines::default())
    }

    fn written(&self, scenario: &Scenario<'_>, note: Note<'_>, headlines: Headlines) -> String {
        if !self.screen.is_about_a_note() {
            return self.screen_link(scenario.settings());
        }
        let mut link = Link::new();
        // The headline comes first, so that it survives when the link is cut off.
        if let Some(headline) = headlines.own {
            link.add("", key::HEADLINE, &headline.printed());
        }
        if let Some(headline) = headlines.other {
            link.add(key::OTHER, key::HEADLINE, &headline.printed());
        }
        if let Some(title) = &self.title {
            link.add("", key::TITLE, &title.encoded());
        }
        // A note opens with the calculator, so that screen is not named.
        if self.screen != Screen::Note {
            link.add("", key::SCREEN, self.screen.id());
        }
        self.write_language(&mut link);
        write_scenario(&mut link, "", scenario, note);
        if let Some(perspective) = self.chosen_perspective {
            link.add("", key::PERSPECTIVE, perspective.id(note.variant));
        }
        write_settings(&mut link, scenario.settings());
        if self.screen == Screen::Note {
            for (key, axis) in key::AXES.into_iter().zip(self.axes) {
                if let Some(driver) = axis.and_then(|ix| scenario.note().variant.driver(ix)) {
                    link.add("", key, &driver.id);
                }
            }
            if let Some(years) = self.within {
                link.add("", key::WITHIN, &years.to_string());
            }
        }
        if let (Screen::Compare, Some(other)) = (self.screen, &self.other) {
            write_scenario(&mut link, key::OTHER, other, other.note());
        }
        if let Some(question) = &self.question {
            self.write_question(&mut link, question, scenario);
        }
        link.0
    }

    /// What a question adds to the end of the [`Page::link`] of a page without a question.
    #[must_use]
    pub fn asking(&self, question: &Question<'_>, scenario: &Scenario<'_>) -> String {
        let mut link = Link(String::new());
        match question {
            Question::Of(Whose::Baseline(note), ask) => write_asked(&mut link, *note, *ask),
            question => self.write_question(&mut link, question, scenario),
        }
        link.0
    }

    /// A link to a note that is not here, as it was but for the language: it is kept until the file of the note is there.
    fn in_own_language(&self, awaited: &str) -> String {
        let is_language = |part: &&str| part.split_once('=').is_some_and(|(key, _)| key == key::LANGUAGE);
        let mut link = Link(awaited.split('&').filter(|part| !is_language(part)).collect::<Vec<_>>().join("&"));
        self.write_language(&mut link);
        link.0
    }

    fn write_language(&self, link: &mut Link) {
        if self.is_language_said {
            link.add("", key::LANGUAGE, self.language.code());
        }
    }

    fn write_question(&self, link: &mut Link, question: &Question<'_>, scenario: &Scenario<'_>) {
        let note = scenario.note();
        let other = self.other.as_ref().map_or(note, Scenario::note);
        match question {
            Question::Of(Whose::Own, ask) => link.add("", key::EXPLAIN, &ask.id(note)),
            Question::Of(Whose::At(values), ask) => {
                for (ix, value) in values {
                    if let Some(driver) = note.variant.driver(*ix) {
                        link.add(key::AT, &driver.id, &on_screen(*value, driver));
                    }
                }
                link.add("", key::EXPLAIN, &ask.id(note));
            }
            Question::Of(Whose::Other, ask) => link.add(key::OTHER, key::EXPLAIN, &ask.id(other)),
            Question::Difference(Pair { left, right }) => {
                let id = left.map(|ask| Ask::id(ask, note)).or_else(|| right.map(|ask| ask.id(other)));
                link.add("", key::APART, &id.unwrap_or_default());
            }
            // Screens with such questions use `screen_link`.
            Question::Of(Whose::Baseline(_), _) => {}
        }
    }
}

fn write_settings(link: &mut Link, Settings { rate, horizon }: Settings) {
    if !rate.is_zero() {
        link.add("", key::RATE, &in_unit(rate, Unit::Share));
    }
    if horizon != Horizon::default() {
        link.add("", key::HORIZON, &horizon.years().to_string());
    }
}

fn write_note(link: &mut Link, prefix: &str, note: Note<'_>) {
    link.add(prefix, key::NOTE, &note.variant.id);
    if let Some(file) = OwnFile::of(note.document) {
        link.add(prefix, key::OWN_FILE, &file.encoded());
    }
    if let Some(lender) = note.variant.lender() {
        link.add(prefix, key::SAVINGS, lender);
    }
}

/// A question about a number of a note's baseline.
fn write_asked(link: &mut Link, note: Note<'_>, ask: Ask) {
    write_note(link, "", note);
    link.add("", key::EXPLAIN, &ask.id(note));
}

/// The note and what differs from it, by permanent id.
fn write_scenario(link: &mut Link, prefix: &str, scenario: &Scenario<'_>, note: Note<'_>) {
    write_note(link, prefix, note);
    // With or without borrowed savings it is the same note. Changes of borrowed drivers are left out without a notice.
    let is_same = note.variant.id == scenario.note().variant.id;
    for change in scenario.changes().filter(|change| !is_same || note.variant.find_driver(&change.driver.id).is_some())
    {
        link.add(prefix, &change.driver.id, &on_screen(change.value, change.driver));
    }
    if scenario.posts() != PostsCount::default() {
        link.add(prefix, key::POSTS, posts_id(scenario.posts()));
    }
}

/// A driver's value in the unit of the screen.
fn on_screen(value: Decimal, driver: &Driver) -> String {
    in_unit(value, driver.unit)
}

fn in_unit(value: Decimal, unit: Unit) -> String {
    value.checked_mul(unit.scale()).unwrap_or(value).normalize().to_string()
}
