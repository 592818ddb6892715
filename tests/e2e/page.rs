//! The page as a reader meets it: what it shows, and what can be done on it.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::driver::Driver;
use crate::find::{self, Find, button, charts, element, part, region, status};
use crate::fonts::Fonts;
use crate::numbers::Numbers;
use crate::{patience, server};

/// The link to the baseline of the note that most tests use.
pub(crate) const NOTE: &str = "v=1&note=ips-2018";

/// The sentence that the page answers with.
pub(crate) const ANSWER: &str = "#answer";

/// The parts of the calculator that show results, as lists of numbers name them.
const RESULTS: [&str; 5] = ["answer", "figures", "chart", "sides", "table"];

/// The button that copies the link.
pub(crate) const COPY_LINK: &str = "Kopiér link";

/// The page, open in a browser that belongs to one test.
pub(crate) struct Page {
    pub(crate) browser: Browser,
}

/// A key figure: its number, the words below it, and the note's number where that differs.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    pub(crate) number: String,
    pub(crate) detail: String,
    pub(crate) was: String,
}

impl Page {
    /// Opens a link, given as the text after `#`, in a new browser.
    #[track_caller]
    pub(crate) fn open(link: &str) -> Self {
        Self::open_with(Fonts::Narrow, link)
    }

    /// Opens a link in a new browser with these fonts.
    #[track_caller]
    pub(crate) fn open_with(fonts: Fonts, link: &str) -> Self {
        let page = Self { browser: Browser::start(fonts) };
        page.browser.go(&Self::address_of(link));
        page.wait_until_drawn();
        page
    }

    /// Opens a full address in a new browser.
    #[track_caller]
    pub(crate) fn open_address(address: &str) -> Self {
        let page = Self { browser: Browser::start(Fonts::Narrow) };
        page.browser.go(address);
        page.wait_until_drawn();
        page
    }

    /// Opens a link in a new browser, in an iframe as wide as a phone, because no engine makes its window that narrow.
    #[track_caller]
    pub(crate) fn open_on_a_phone(fonts: Fonts, width: u32, link: &str) -> Self {
        Self::open_in_a_frame(fonts, (width, 640), &Self::address_of(link), None)
    }

    /// Opens an address in a new browser, in an iframe of this size in another page. `sandbox` is what the iframe's
    /// sandbox allows.
    #[track_caller]
    pub(crate) fn open_in_a_frame(
        fonts: Fonts,
        (width, height): (u32, u32),
        address: &str,
        sandbox: Option<&str>,
    ) -> Self {
        const FRAME: &str =
            "const frame = document.createElement('iframe'), [width, height, sandbox, address] = arguments;
            [frame.width, frame.height] = [width, height];
            frame.style.border = 0;
            if (sandbox !== null) frame.sandbox = sandbox;
            frame.src = address;
            document.body.append(frame);";
        let browser = Browser::start(fonts);
        browser.resize((width.max(1280), height.max(900)));
        browser.go(&format!("{}{}", server::origin(), server::BLANK));
        browser.look(FRAME, vec![width.into(), height.into(), sandbox.into(), address.into()]);
        browser.enter_frame();
        let page = Self { browser };
        page.wait_until_drawn();
        page
    }

    /// Sets the width and height of the iframe that the page is in.
    #[track_caller]
    pub(crate) fn resize_frame(&self, (width, height): (u32, u32)) {
        const RESIZE: &str = "[frameElement.width, frameElement.height] = arguments;";
        self.browser.look(RESIZE, vec![width.into(), height.into()]);
        self.wait_until_drawn();
    }

    /// Opens every disclosure on the page.
    #[track_caller]
    pub(crate) fn unfold(&self) {
        self.browser.look_at("details", "elements.forEach((more) => { more.open = true; });", vec![]);
    }

    /// Waits until nothing reaches beyond the right edge of the window.
    #[track_caller]
    pub(crate) fn assert_fits(&self, what: &str) {
        let sideways =
            || strings(&self.browser.look(concat!(include_str!("unseen.js"), include_str!("sideways.js")), vec![]));
        patience::becomes(&format!("what reaches beyond the edge of {what}"), sideways, &[""; 0]);
    }

    /// Follows a link to another screen without loading the page again.
    #[track_caller]
    pub(crate) fn follow(&self, link: &str) {
        const FOLLOW: &str = "const [link, done] = arguments;
            const drawn = () => requestAnimationFrame(() => requestAnimationFrame(done));
            if (location.hash === `#${link}`) return drawn();
            addEventListener('hashchange', drawn, { once: true });
            location.hash = link;";
        self.browser.look_later(FOLLOW, vec![link.into()]);
        self.wait_until_drawn();
    }

    /// Loads the page with a link in the same browser.
    #[track_caller]
    pub(crate) fn open_anew(&self, link: &str) {
        // Goes by way of another page, because a new link alone would not load this page again.
        self.browser.go(&format!("{}{}", server::origin(), server::BLANK));
        self.browser.go(&Self::address_of(link));
        self.wait_until_drawn();
    }

    /// Loads the page again from the current address.
    #[track_caller]
    pub(crate) fn reload(&self) {
        self.browser.reload();
        self.wait_until_drawn();
    }

    /// Puts a link into the address bar of the open page.
    #[track_caller]
    pub(crate) fn put_into_address_bar(&self, link: &str) {
        self.browser.go(&Self::address_of(link));
    }

    /// The full address of a link.
    pub(crate) fn address_of(link: &str) -> String {
        format!("{}/#{link}", server::origin())
    }

    /// Waits until the page has taken the place of its document, until its pieces are here, and until each chart has taken the
    /// width that it is given.
    #[track_caller]
    pub(crate) fn wait_until_drawn(&self) {
        const DRAWN: &str = "const width = (element) => element.getBoundingClientRect().width;
            const isWhole = (chart) => Math.abs(width(chart) - Math.floor(width(chart.parentElement))) < 2;
            const isAlive = document.body !== null && !document.body.hasAttribute('data-document');
            const isWaiting = document.querySelector('[data-held], [data-part=awaited]') !== null;
            return isAlive && !isWaiting && document.querySelector('main h1') !== null && elements.every(isWhole);";
        self.wait_until("the page is drawn", |page| page.browser.look_at(charts(), DRAWN, vec![]) == true);
    }

    /// Waits until a condition holds; fails with `what` if it never does.
    #[track_caller]
    pub(crate) fn wait_until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        patience::until(what, || holds(self).then_some(()));
    }

    /// The address in the address bar, without the headline in its link.
    #[track_caller]
    pub(crate) fn address(&self) -> String {
        Self::without_headline(&self.browser.address())
    }

    /// A link without its headline.
    pub(crate) fn without_headline(link: &str) -> String {
        let is_headline = |part: &&str| part.starts_with("saw=") || part.starts_with("with.saw=");
        link.split('&').filter(|part| !is_headline(part)).collect::<Vec<_>>().join("&")
    }

    /// The text of an element, on one line, with plain spaces; empty where there is no such element.
    #[track_caller]
    pub(crate) fn text(&self, what: impl Into<Find>) -> String {
        self.texts(what).into_iter().next().unwrap_or_default()
    }

    /// The texts of all elements that are found.
    #[track_caller]
    pub(crate) fn texts(&self, what: impl Into<Find>) -> Vec<String> {
        const TEXTS: &str = "return elements.map((element) => plain(element.textContent));";
        strings(&self.browser.look_at(what, TEXTS, vec![]))
    }

    /// The shapes of the marks of a drawing that are painted in a colour, given as the style sheet names it.
    #[track_caller]
    pub(crate) fn painted(&self, drawing: Find, colour: &str) -> Vec<String> {
        // A brush writes every colour in the same form.
        const SHAPES: &str = "const brush = document.createElement('canvas').getContext('2d');
            const inOneForm = (colour) => {
                brush.fillStyle = 'transparent';
                brush.fillStyle = colour;
                return brush.fillStyle;
            };
            const colour = inOneForm(getComputedStyle(element).getPropertyValue(given[0]));
            const painted = (mark) => inOneForm(getComputedStyle(mark).fill) === colour;
            return [...element.querySelectorAll('path')].filter(painted).map((mark) => mark.getAttribute('d'));";
        strings(&self.browser.look_at(drawing, SHAPES, vec![colour.into()]))
    }

    /// The answer, as a sentence.
    #[track_caller]
    pub(crate) fn answer(&self) -> String {
        self.text(ANSWER)
    }

    /// The sentence about what the reader's changes did.
    #[track_caller]
    pub(crate) fn difference(&self) -> String {
        self.text(part("difference"))
    }

    /// The key figure with this label.
    #[track_caller]
    pub(crate) fn figure(&self, label: &str) -> Figure {
        const FIGURE: &str = "const [label, ...parts] = given;
            const figure = elements.find((figure) => figure.querySelector('dt').textContent === label);
            return parts.map((part) => plain(find(part, figure)[0].textContent));";
        let figures = element(":is([data-part=main-figures], section[aria-labelledby=figures-title]) dl > div");
        let parts = [find::numbers(), part("detail"), part("was")].map(|part| part.steps());
        let given = [label.into()].into_iter().chain(parts).collect();
        match &strings(&self.browser.look_at(figures, FIGURE, given))[..] {
            [number, detail, was] => Figure { number: number.clone(), detail: detail.clone(), was: was.clone() },
            parts => panic!("the key figure {label} has the parts {parts:?}"),
        }
    }

    /// The cells of a line of the budget table, each with only its current number.
    #[track_caller]
    pub(crate) fn cells(&self, line: &str) -> Vec<String> {
        const CURRENT: &str = "const current = (cell) => cell.querySelector('ins') ?? find(given[0], cell)[0];
            return elements.map((cell) => plain(current(cell).textContent));";
        let cells = element("td").inside(find::line(line));
        strings(&self.browser.look_at(cells, CURRENT, vec![find::numbers().steps()]))
    }

    /// The ids of all drivers.
    #[track_caller]
    pub(crate) fn driver_ids(&self) -> Vec<String> {
        const IDS: &str = "return elements.map((driver) => driver.dataset.driver);";
        strings(&self.browser.look_at(find::drivers(), IDS, vec![]))
    }

    /// The driver with this id.
    pub(crate) const fn driver<'p>(&'p self, id: &'p str) -> Driver<'p> {
        Driver { browser: &self.browser, id }
    }

    /// Every number on the page.
    #[track_caller]
    pub(crate) fn every_number(&self) -> Numbers {
        let results = RESULTS.map(|name| match name {
            "answer" => (name, element("section:has(> #answer)")),
            "figures" => (name, element(":is([data-part=main-figures], section[aria-labelledby=figures-title])")),
            name => (name, region(&format!("{name}-title"))),
        });
        let posts = element("fieldset:has([name=posts]):not(:has(fieldset))");
        let parts = [("title", part("title")), ("posts", posts)].into_iter().chain(results);
        let parts = parts.map(|(name, part)| json!([name, part.steps()])).collect();
        let numbers = self.browser.look_at(find::drivers(), include_str!("every_number.js"), parts);
        let Value::Object(numbers) = numbers else { panic!("the numbers are {numbers}") };
        let text = |value: Value| value.as_str().map(str::to_owned).unwrap_or_default();
        Numbers(numbers.into_iter().map(|(place, number)| (place, text(number))).collect())
    }

    /// The numbers that the page computes: all except those of the drivers.
    #[track_caller]
    pub(crate) fn results(&self) -> Vec<Numbers> {
        let numbers = self.every_number();
        RESULTS.map(|part| numbers.of(part)).into()
    }

    /// Restores the whole note.
    #[track_caller]
    pub(crate) fn restore_all(&self) {
        self.browser.click(button("Tilbage til notatets tal"));
    }

    /// The visible notices about what could not be applied from the link, one line each.
    #[track_caller]
    pub(crate) fn notices(&self) -> Vec<String> {
        let line = element("li").inside(region("notices-title"));
        let notices = self.texts(line.clone());
        assert!(notices.is_empty() || self.browser.shows(line), "the notices cannot be seen");
        notices
    }

    /// Presses «Kopiér link», and returns the link from the clipboard or from the field for copying by hand.
    #[track_caller]
    pub(crate) fn copy_link(&self) -> String {
        self.browser.click(button(COPY_LINK));
        let by_hand = patience::until("the page says how copying went", || {
            let by_hand = self.link_by_hand();
            (by_hand.is_some() || self.text(status().beside(button(COPY_LINK))) == "Linket er kopieret.")
                .then_some(by_hand)
        });
        by_hand.unwrap_or_else(|| self.clipboard())
    }

    /// The link in the field for copying by hand, which the page shows if the browser refuses to copy; `None` without
    /// one.
    #[track_caller]
    pub(crate) fn link_by_hand(&self) -> Option<String> {
        let field = self.browser.look_at("input[readonly]", "return element?.value;", vec![]);
        field.as_str().map(str::to_owned)
    }

    /// The text on the clipboard, as another page would get it.
    #[track_caller]
    fn clipboard(&self) -> String {
        self.browser.in_another_tab(|| {
            self.open_notepad();
            self.browser.press_with(Key::Control, "v");
            patience::until("the notepad has what was pasted", || {
                let text = self.browser.look("return document.querySelector('textarea').value;", vec![]);
                text.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
            })
        })
    }

    /// Copies a text on another page.
    #[track_caller]
    pub(crate) fn put_on_clipboard(&self, text: &str) {
        self.browser.in_another_tab(|| {
            self.open_notepad();
            self.browser.type_keys(text);
            self.browser.press_with(Key::Control, "a");
            self.browser.press_with(Key::Control, "c");
        });
    }

    #[track_caller]
    fn open_notepad(&self) {
        self.browser.go(&format!("{}{}", server::origin(), server::NOTEPAD));
        self.browser.click("textarea");
    }

    /// The addresses that the page has requested, without what the server of the tests has put into it.
    #[track_caller]
    pub(crate) fn requests(&self) -> Vec<String> {
        const ASKED: &str = "return performance.getEntriesByType('resource').map((entry) => entry.name);";
        let watch = format!("{}{}", server::origin(), server::WATCH);
        let asked = strings(&self.browser.look(ASKED, vec![]));
        asked.into_iter().filter(|address| *address != watch).collect()
    }

    /// Fails if the page has requested anything from another origin, or if the console holds an error.
    #[track_caller]
    pub(crate) fn assert_quiet(&self) {
        let asked = self.requests();
        assert!(asked.iter().any(|address| address.ends_with("_bg.wasm")), "the log of requests is whole: {asked:?}");
        let origin = format!("{}/", server::origin());
        let elsewhere: Vec<_> = asked.iter().filter(|address| !address.starts_with(&origin)).collect();
        assert!(elsewhere.is_empty(), "the page asks elsewhere: {elsewhere:?}");
        let errors = self.browser.console_errors();
        assert!(errors.is_empty(), "errors in the console: {errors:?}");
    }

    /// The faults that axe finds by WCAG 2.2 up to level AA, one line each.
    #[track_caller]
    pub(crate) fn barriers(&self) -> Vec<String> {
        const CHECK: &str = include_str!("barriers.js");
        const LEVELS: [&str; 4] = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
        let axe = concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(axe).expect("axe-core is installed: run `npm ci` first");
        self.browser.look(&axe, vec![]);
        strings(&self.browser.look_later(CHECK, vec![json!(LEVELS)]))
    }
}

/// Reads the list of texts that a script returned.
#[track_caller]
pub(crate) fn strings(list: &Value) -> Vec<String> {
    let list = list.as_array().unwrap_or_else(|| panic!("{list} is a list"));
    list.iter().map(|text| text.as_str().unwrap_or_else(|| panic!("{text} is a text")).to_owned()).collect()
}

/// The first line in which two readings differ.
pub(crate) fn first_difference(
    read: &[String],
    expected: &[String],
) -> Option<(usize, Option<String>, Option<String>)> {
    let line = (0..read.len().max(expected.len())).find(|line| read.get(*line) != expected.get(*line))?;
    Some((line, read.get(line).cloned(), expected.get(line).cloned()))
}
