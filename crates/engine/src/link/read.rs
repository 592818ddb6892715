//! From a link to its page. Every link opens a page. A notice names each thing that could not be applied.

use rust_decimal::Decimal;

use super::mend::{Reading, readings};
use super::migrate::migrated;
use super::{
    About, Chapter, FindingId, Headline, LONGEST_WITHIN, Notice, OwnFile, Page, Question, RESERVED, Screen, Title,
    VERSION, Whose, headline, key, may_have_capitals, posts_id,
};
use crate::compare::Pair;
use crate::compare::unchosen;
use crate::computed::Computed;
use crate::explain::Ask;
use crate::notes::Library;
use model::evaluate::Perspective;
use model::language::{Language, LanguageChoice};
use model::note::{Document, DriverIx, Note, Unit};
use model::scenario::{Horizon, PostsCount, Scenario, Settings};

/// What a link leads to: a page, a scenario, and notices about everything that could not be applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened<'n> {
    /// The page to show.
    pub page: Page<'n>,
    /// The reader's scenario: the note with the values that could be applied.
    pub own: Computed<'n>,
    /// The scenario that it is compared with; `None` if the link names none.
    pub other: Option<Computed<'n>>,
    /// One notice for each thing that could not be applied.
    pub notices: Vec<Notice<'n>>,
}

/// The keys of a link with their values.
struct Keys<'l>(Vec<(&'l str, &'l str)>);

impl<'l> Keys<'l> {
    fn of(&self, wanted: &str) -> Option<&'l str> {
        self.0.iter().find(|(key, _)| *key == wanted).map(|(_, value)| *value)
    }

    /// The keys with this prefix, which is removed from them.
    fn below(&self, prefix: &str) -> Self {
        Self(self.0.iter().filter_map(|(key, value)| Some((key.strip_prefix(prefix)?, *value))).collect())
    }
}

/// The notices about what could not be applied so far.
type Notices<'n> = Vec<Notice<'n>>;

/// Opens a link, with or without the `#`, also if it was damaged on its way. Every link leads to a scenario: the
/// baseline of a note if nothing could be applied. `None` only if the library has no note.
///
/// ```
/// use engine::link::{Notice, open};
/// use engine::notes::Library;
/// use rust_decimal::Decimal;
///
/// let library = Library::embedded().unwrap();
/// let opened = open(&library, "#v=1&note=ips-2018&caseload=20&nonsense=1").unwrap();
/// let caseload = opened.own.note().variant.find_driver("caseload").unwrap();
/// assert_eq!(opened.own.scenario.value(caseload), Some(Decimal::from(20)));
/// assert_eq!(opened.notices, [Notice::UnknownDriver("nonsense".to_owned())]);
/// ```
#[must_use]
pub fn open<'n>(library: &'n Library, link: &str) -> Option<Opened<'n>> {
    open_mended(library, &mended(library, link))
}

/// Opens a link as the page itself writes one, of which everything can be applied; `None` for one that may need mending, which [`open`] does. It takes a fraction of the
/// code, so that the page can start without the rest.
#[must_use]
pub fn open_plain<'n>(library: &'n Library, link: &str) -> Option<Opened<'n>> {
    is_plain(link).then(|| open_mended(library, link))?.filter(|opened| opened.notices.is_empty())
}

/// Whether a link surely is as the page writes it. Each part has a key and a value, and nothing that could be of somebody else.
fn is_plain(link: &str) -> bool {
    let is_key = |key: &str| {
        let mut bytes = key.bytes();
        bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-._".contains(&byte))
    };
    let is_value = |key: &str, value: &str| {
        let mut bytes = value.bytes();
        let is_of_link = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-._~".contains(&byte);
        bytes.all(|byte| is_of_link(byte) || (byte.is_ascii_uppercase() && may_have_capitals(key)))
            && value.ends_with(|c: char| c.is_ascii_alphanumeric())
    };
    let is_part = |part: &str| part.split_once('=').is_some_and(|(key, value)| is_key(key) && is_value(key, value));
    let rest = link
        .strip_prefix(key::VERSION)
        .and_then(|rest| rest.strip_prefix('=')?.strip_prefix(VERSION)?.strip_prefix('&'));
    rest.is_some_and(|rest| rest.split('&').all(is_part))
}

/// The text of a link as it was before it was sent, without what stands around it. An undamaged link stays as it is. Where a text can
/// be read in several ways, it is the one of which most can be applied.
#[must_use]
pub fn mended(library: &Library, text: &str) -> String {
    let links = readings(text);
    if let [readings] = links.as_slice()
        && let [reading] = readings.as_slice()
    {
        return reading.link.clone();
    }
    let mut best: Option<Rated> = None;
    for link in links.into_iter().map(|readings| best_reading(library, readings)) {
        let is_better = best.as_ref().is_none_or(|best| {
            link.faults < best.faults || (link.faults == best.faults && link.text.starts_with(&best.text))
        });
        if is_better {
            best = Some(link);
        }
    }
    best.map(|best| best.text).unwrap_or_default()
}

/// A reading of a link, and how many things in it cannot be applied.
struct Rated {
    text: String,
    faults: usize,
}

/// The reading of which most can be applied.
fn best_reading(library: &Library, readings: Vec<Reading>) -> Rated {
    let rated = |text: String| {
        let faults = open_mended(library, &text).map_or(usize::MAX, |opened| opened.notices.len());
        Rated { text, faults }
    };
    let mut best = (0, Rated { text: String::new(), faults: usize::MAX });
    for (index, reading) in readings.into_iter().enumerate() {
        let next = rated(reading.link);
        if next.faults < best.1.faults || (next.faults == best.1.faults && reading.likelier_than <= best.0) {
            best = (index, next);
        }
    }
    best.1
}

/// Opens a link in its usual form.
fn open_mended<'n>(library: &'n Library, link: &str) -> Option<Opened<'n>> {
    let text = migrated(link);
    let mut notices = Vec::new();
    let keys = split(&text, &mut notices);
    if let Some(version) = keys.of(key::VERSION).filter(|version| *version != VERSION) {
        notices.push(Notice::OtherVersion(version.to_owned()));
    }
    let screen = screen(&keys, &mut notices);
    let said = known(&keys, key::LANGUAGE, Language::of, Notice::UnknownLanguage, &mut notices);
    let chapter = known(&keys, key::CHAPTER, Chapter::find, Notice::UnknownChapter, &mut notices);
    let finding = |id: &str| FindingId::find(library, id);
    let finding = known(&keys, key::FINDING, finding, Notice::UnknownFinding, &mut notices);
    let about = keys.of(key::ABOUT).filter(|_| screen.may_be_about_a_document());
    let about = about.and_then(|id| about_document(library, id, &keys, &mut notices));
    let is_unprefixed = |key: &&(&str, &str)| !key.0.starts_with(key::OTHER) && !key.0.starts_with(key::AT);
    let own_keys = Keys(keys.0.iter().filter(is_unprefixed).copied().collect());
    let scenario = read_scenario(library, &own_keys, None, &mut notices)?;
    let note = scenario.note();
    // What the page showed and the title come first in a link, and never without a note.
    let has_head = [key::HEADLINE, key::TITLE].into_iter().any(|key| keys.of(key).is_some());
    if screen.is_about_a_note() && has_head && keys.of(key::NOTE).is_none() {
        notices.push(Notice::CutBeforeNote(note));
    }
    let other = keys.below(key::OTHER);
    let is_described = other.0.iter().any(|(key, _)| *key != key::EXPLAIN && *key != key::HEADLINE);
    let other = if is_described { read_scenario(library, &other, Some(note), &mut notices) } else { None };
    if let Some(missing) = notices.iter().find(|notice| matches!(notice, Notice::FileNotHere(_))) {
        return waiting(note, said, text.clone(), missing.clone());
    }
    let chosen_perspective = perspective(&keys, note, &mut notices);
    let within = |text: &str| text.parse::<u32>().ok().filter(|years| (1..=LONGEST_WITHIN).contains(years));
    let rate = |text: &str| read(text, Unit::Share).filter(|rate| (Decimal::ZERO..=Decimal::ONE).contains(rate));
    let within = known(&keys, key::WITHIN, within, Notice::UnknownYears, &mut notices);
    let rate = known(&keys, key::RATE, rate, Notice::UnknownRate, &mut notices).unwrap_or_default();
    let horizon = |text: &str| Horizon::of_years(text.parse().ok()?);
    let horizon = known(&keys, key::HORIZON, horizon, Notice::UnknownHorizon, &mut notices).unwrap_or_default();
    let settings = Settings { rate, horizon };
    let scenario = scenario.with_settings(settings);
    let other = other.map(|other| other.with_settings(settings));
    let other = if screen == Screen::Compare { other.or_else(|| unchosen(library, &scenario)) } else { other };
    let find_driver = |id: &str| note.variant.find_driver(id);
    let axes = key::AXES.map(|axis| known(&keys, axis, find_driver, Notice::UnknownDriver, &mut notices));
    let title = keys.of(key::TITLE).and_then(Title::decoded);
    let mut page = Page {
        screen,
        language: said.unwrap_or_default(),
        is_language_said: said.is_some(),
        chosen_perspective,
        question: None,
        axes,
        within,
        other,
        chapter,
        finding,
        about,
        title,
        awaited: None,
    };
    page.question = question(&keys, &page, note, &mut notices);
    let own = computed(scenario)?;
    let other = page.other.clone().filter(|_| screen == Screen::Compare).and_then(computed);
    if screen.is_about_a_note() {
        notices.extend(another_headline(&keys, "", &own, page.perspective(note.variant)));
        let other = other.as_ref();
        notices.extend(other.and_then(|other| another_headline(&keys, key::OTHER, other, Perspective::Total)));
    }
    Some(Opened { page, own, other, notices })
}

/// A link to a note that is not here. What the rest of it says can be told only with the note.
fn waiting<'n>(shown: Note<'n>, language: Option<Language>, link: String, missing: Notice<'n>) -> Option<Opened<'n>> {
    let choice = LanguageChoice { language: language.unwrap_or_default(), is_said: language.is_some() };
    let page = Page { awaited: Some(link), ..Page::of(Screen::OwnNote, choice) };
    let own = Computed::of(Scenario::baseline(shown))?;
    Some(Opened { page, own, other: None, notices: vec![missing] })
}

/// Computes a scenario. A scenario from a link has only values within their bounds, so it has an outcome. If it had
/// none, the baseline would be shown instead, so that opening a link cannot fail.
fn computed(scenario: Scenario<'_>) -> Option<Computed<'_>> {
    let note = scenario.note();
    Computed::of(scenario).or_else(|| Computed::of(Scenario::baseline(note)))
}

impl Opened<'_> {
    /// The link that the page itself gives to what was opened, with the headlines that it shows: see [`Page::lasting`].
    #[must_use]
    pub fn link(&self) -> String {
        self.page.lasting(&self.own, self.other.as_ref())
    }
}

/// The keys and values of a link, each key once.
fn split<'l>(text: &'l str, notices: &mut Notices<'_>) -> Keys<'l> {
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    for part in text.split('&').filter(|part| !part.is_empty()) {
        match part.split_once('=') {
            Some((key, value)) if !key.is_empty() => {
                if let Some(earlier) = pairs.iter_mut().find(|(known, _)| *known == key) {
                    notices.push(Notice::Repeated(key.to_owned()));
                    earlier.1 = value;
                } else {
                    pairs.push((key, value));
                }
            }
            _ => notices.push(Notice::Fragment(part.to_owned())),
        }
    }
    Keys(pairs)
}

/// What the value of a key names. Adds a notice if there is no such thing.
fn known<'n, T>(
    keys: &Keys<'_>,
    key: &str,
    find: impl Fn(&str) -> Option<T>,
    notice: impl Fn(String) -> Notice<'n>,
    notices: &mut Notices<'n>,
) -> Option<T> {
    let text = keys.of(key)?;
    let named = find(text);
    if named.is_none() {
        notices.push(notice(text.to_owned()));
    }
    named
}

fn screen(keys: &Keys<'_>, notices: &mut Notices<'_>) -> Screen {
    let needs_no_note =
        |key: &str| matches!(key, key::VERSION | key::SCREEN | key::LANGUAGE | key::CHAPTER | key::RATE | key::HORIZON);
    let is_about_a_note = keys.0.iter().any(|(key, _)| !needs_no_note(key));
    let implied = if is_about_a_note { Screen::Note } else { Screen::Overview };
    let find = |id: &str| Screen::ALL.into_iter().find(|screen| screen.id() == id);
    known(keys, key::SCREEN, find, Notice::UnknownScreen, notices).unwrap_or(implied)
}

/// The perspective in the link, unless it is the one that the note opens with.
fn perspective<'n>(keys: &Keys<'_>, note: Note<'n>, notices: &mut Notices<'n>) -> Option<Perspective> {
    let find = |id: &str| Perspective::find(note.variant, id);
    known(keys, key::PERSPECTIVE, find, Notice::UnknownPerspective, notices)
        .filter(|perspective| *perspective != Perspective::headline(note.variant))
}

/// The number that a link asks about.
fn question<'n>(keys: &Keys<'_>, page: &Page<'n>, note: Note<'n>, notices: &mut Notices<'n>) -> Option<Question<'n>> {
    let other = page.other.as_ref().map_or(note, Scenario::note);
    let find_difference = |id: &str| {
        let asks = Pair { left: note, right: other }.map(|note| Ask::find(note, id));
        asks.either().map(|_| Question::Difference(asks))
    };
    if page.screen == Screen::Compare {
        let find_in_other = |id: &str| Ask::find(other, id).map(|ask| Question::Of(Whose::Other, ask));
        let other_keys = keys.below(key::OTHER);
        let question = known(&other_keys, key::EXPLAIN, find_in_other, Notice::UnknownNumber, notices)
            .or_else(|| known(keys, key::APART, find_difference, Notice::UnknownNumber, notices));
        if question.is_some() {
            return question;
        }
    }
    let ask = known(keys, key::EXPLAIN, |id| Ask::find(note, id), Notice::UnknownNumber, notices)?;
    let values = values_at(&keys.below(key::AT), note, notices);
    let whose = match page.screen {
        screen if !screen.is_about_a_note() => Whose::Baseline(note),
        Screen::Note if !values.is_empty() => Whose::At(values),
        _ => Whose::Own,
    };
    Some(Question::Of(whose, ask))
}

/// The values of drivers with which the asked number is computed.
fn values_at<'n>(keys: &Keys<'_>, note: Note<'n>, notices: &mut Notices<'n>) -> Vec<(DriverIx, Decimal)> {
    let mut scenario = Scenario::baseline(note);
    let mut values = Vec::new();
    for (key, value) in &keys.0 {
        match apply(&mut scenario, note, key, value) {
            Ok(applied) => values.push(applied),
            Err(notice) => notices.push(notice),
        }
    }
    values
}

/// A notice if the page shows another headline than the one in the link.
fn another_headline<'n>(
    keys: &Keys<'_>,
    prefix: &str,
    computed: &Computed<'n>,
    perspective: Perspective,
) -> Option<Notice<'n>> {
    let was = Headline::read(keys.of(&format!("{prefix}{}", key::HEADLINE))?)?;
    let now = headline(computed, perspective)?;
    (was != now).then(|| Notice::OtherHeadline { variant: computed.note().variant, was, now })
}

/// The scenario of these keys. `implied` is the note if the keys name none. `None` only if the library has no note.
fn read_scenario<'n>(
    library: &'n Library,
    keys: &Keys<'_>,
    implied: Option<Note<'n>>,
    notices: &mut Notices<'n>,
) -> Option<Scenario<'n>> {
    let first = library.first()?;
    // Of an id that was cut off, what is left may fit only one note.
    let cut = keys.of(key::NOTE).and_then(|id| only_one_beginning_with(library, id));
    let file = keys.of(key::OWN_FILE).and_then(OwnFile::decoded);
    let unknown = |id| match &file {
        Some(file) => Notice::FileNotHere(file.clone()),
        None => Notice::UnknownNote { id, shown: cut.unwrap_or(first) },
    };
    // A note that ships may have the id of a reader's own.
    let is_own = |note: &Note<'_>| note.document.fingerprint.is_some();
    let find = |id: &str| match file {
        Some(_) => library.find(id).filter(is_own).or_else(|| of_former_id(library, id)),
        None => library.find(id),
    };
    let named = known(keys, key::NOTE, find, unknown, notices);
    if let (Some(note), Some(file)) = (named, &file)
        && !file.is_that_of(note.document)
    {
        notices.push(Notice::OtherFile(note));
    }
    // An unknown name does not mean the implied note.
    let implied = implied.filter(|_| keys.of(key::NOTE).is_none());
    let note = named.or(cut).or(implied).unwrap_or(first);
    let borrowing = |lender: &str| borrowing(library, note, lender);
    let note = known(keys, key::SAVINGS, borrowing, Notice::UnknownSavings, notices).unwrap_or(note);
    let mut scenario = Scenario::baseline(note);
    for (key, value) in keys.0.iter().copied().filter(|(key, _)| !RESERVED.contains(key)) {
        notices.extend(apply(&mut scenario, note, key, value).err());
    }
    let find = |id: &str| PostsCount::ALL.into_iter().find(|posts| posts_id(*posts) == id);
    if let Some(posts) = known(keys, key::POSTS, find, Notice::UnknownPosts, notices) {
        notices.extend(scenario.caseload_replaced_by(posts).map(Notice::CaseloadFollows));
        scenario.count_posts(posts);
    }
    Some(scenario)
}

/// The document that findings are about. A file that is not here is asked for, as for a note.
fn about_document<'n>(library: &'n Library, id: &str, keys: &Keys<'_>, notices: &mut Notices<'n>) -> Option<About> {
    let file = keys.of(key::OWN_FILE).and_then(OwnFile::decoded);
    let is_meant = |document: &&Document| document.id == id && (file.is_none() || document.fingerprint.is_some());
    let document = library.documents().iter().find(is_meant);
    if let Some(file) = file {
        match document {
            None => notices.push(Notice::FileNotHere(file)),
            Some(document) if !file.is_that_of(document) => {
                let note = library.notes().find(|note| note.document.id == document.id);
                notices.extend(note.map(Notice::OtherFile));
            }
            Some(_) => {}
        }
    } else if document.is_none() {
        notices.push(Notice::UnknownDocument(id.to_owned()));
    }
    document.map(About::of)
}

/// How long the id of a reader's own note was where it was made of a title with more than that.
const LONGEST_ID_OF_TITLE: usize = 40;

/// The reader's own note whose id was once cut in the middle of a word. It ends with a whole one now.
fn of_former_id<'n>(library: &'n Library, id: &str) -> Option<Note<'n>> {
    let is_beginning = |note: &Note<'_>| {
        let rest = id.strip_prefix(note.variant.id.as_str()).and_then(|rest| rest.strip_prefix('-'));
        note.document.fingerprint.is_some() && rest.is_some_and(|half| !half.contains('-'))
    };
    let mut notes = library.notes().filter(|note| id.len() == LONGEST_ID_OF_TITLE && is_beginning(note));
    let first = notes.next();
    first.filter(|_| notes.next().is_none())
}

/// The note whose id begins with this, if there is only one.
fn only_one_beginning_with<'n>(library: &'n Library, id: &str) -> Option<Note<'n>> {
    let mut notes = library.notes().filter(|note| !id.is_empty() && note.variant.id.starts_with(id));
    let first = notes.next();
    first.filter(|_| notes.next().is_none())
}

/// The note with the savings of this other note.
fn borrowing<'n>(library: &'n Library, note: Note<'_>, lender: &str) -> Option<Note<'n>> {
    library.with_savings(&note.variant.id).filter(|note| note.variant.lender() == Some(lender))
}

/// Gives a driver its value, in its unit.
fn apply<'n>(
    scenario: &mut Scenario<'n>,
    note: Note<'n>,
    key: &str,
    value: &str,
) -> Result<(DriverIx, Decimal), Notice<'n>> {
    let (ix, driver) = note
        .variant
        .drivers()
        .find(|(_, driver)| driver.id == key)
        .ok_or_else(|| Notice::UnknownDriver(key.to_owned()))?;
    let number = read(value, driver.unit).ok_or_else(|| Notice::Unreadable { driver, value: value.to_owned() })?;
    match scenario.set(ix, number) {
        Ok(()) => Ok((ix, number)),
        Err(rejection) => Err(Notice::Rejected { driver, value: value.to_owned(), rejection }),
    }
}

/// A number in a link: digits with a decimal point, or with a comma if somebody typed it by hand.
fn read(value: &str, unit: Unit) -> Option<Decimal> {
    let is_allowed = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
    let with_point = value.replace(',', ".");
    let number: Decimal = with_point.chars().all(is_allowed).then(|| with_point.parse().ok())??;
    number.checked_div(unit.scale()).map(|value| value.normalize())
}
