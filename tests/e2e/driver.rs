//! One driver on the page: its field, its slider, its message and its way back.

use fantoccini::key::Key;
use serde_json::Value;

use crate::browser::Browser;
use crate::page::strings;

/// A driver of the page.
#[derive(Clone, Copy)]
pub(crate) struct Driver<'p> {
    pub(crate) browser: &'p Browser,
    pub(crate) id: &'p str,
}

impl Driver<'_> {
    fn css(&self, part: &str) -> String {
        format!("[data-driver={}] {part}", self.id)
    }

    #[track_caller]
    fn property(&self, part: &str, property: &str) -> String {
        const PROPERTY: &str = r"const [css, name] = arguments, element = document.querySelector(css);
            return (name.includes('-') ? element.getAttribute(name) ?? '' : element[name]).replace(/\s+/g, ' ');";
        let value = self.browser.look(PROPERTY, vec![self.css(part).into(), property.into()]);
        value.as_str().map(str::to_owned).unwrap_or_default()
    }

    /// What the field holds.
    #[track_caller]
    pub(crate) fn text(&self) -> String {
        self.property("input[type=text]", "value")
    }

    /// The value in force, as the slider says it to those who cannot see it.
    #[track_caller]
    pub(crate) fn value(&self) -> String {
        self.property("input[type=range]", "aria-valuetext")
    }

    /// The stop that the slider stands at.
    #[track_caller]
    pub(crate) fn stop(&self) -> String {
        self.property("input[type=range]", "value")
    }

    /// What stands beside the field about its text; empty where nothing is wrong with it. What the eye sees and what a
    /// screen reader ties to the field must be one thing.
    #[track_caller]
    pub(crate) fn message(&self) -> String {
        // All in one look: the page may be drawn anew between two.
        const MESSAGE: &str = r"const driver = document.querySelector(arguments[0]);
            const message = driver.querySelector('.message'), field = driver.querySelector('input[type=text]');
            return {
                text: message.textContent.replace(/\s+/g, ' '),
                isTied: field.getAttribute('aria-describedby') === message.id && message.id !== '',
                isInvalid: field.getAttribute('aria-invalid') === 'true',
                isShown: message.getClientRects().length > 0 && getComputedStyle(message).visibility === 'visible',
            };";
        let seen = self.browser.look(MESSAGE, vec![self.css("").trim().into()]);
        let text = seen["text"].as_str().unwrap_or_default().to_owned();
        assert_eq!(seen["isTied"], true, "{}: the field names its message", self.id);
        assert_eq!(seen["isInvalid"], !text.is_empty(), "{}: {text}", self.id);
        assert!(text.is_empty() || seen["isShown"] == true, "{}: the message cannot be seen", self.id);
        text
    }

    /// Puts the cursor into the field and selects what it holds.
    #[track_caller]
    fn select_text(&self) {
        self.browser.click(&self.css("input[type=text]"));
        self.browser.press_with(Key::Control, "a");
    }

    /// Types a text in place of what the field holds.
    #[track_caller]
    pub(crate) fn type_in(&self, text: &str) {
        self.select_text();
        if text.is_empty() {
            self.browser.press(Key::Backspace);
        }
        self.browser.type_keys(text);
    }

    /// Pastes what is on the clipboard in place of what the field holds.
    #[track_caller]
    pub(crate) fn paste(&self) {
        self.select_text();
        self.browser.press_with(Key::Control, "v");
    }

    /// Leaves the field by keyboard.
    #[track_caller]
    pub(crate) fn leave(&self) {
        self.browser.press(Key::Tab);
    }

    /// Takes the slider's thumb with the mouse and drags it to a stop; the button stays down.
    #[track_caller]
    pub(crate) fn drag_to(&self, stop: f64) {
        let (from, to) = (self.point(None), self.point(Some(stop)));
        self.browser.drag(from, to);
    }

    /// Moves the slider by an arrow key, so many times.
    #[track_caller]
    pub(crate) fn slide_by_key(&self, arrow: Key, times: u32) {
        // From the field one Tab leads to the slider; a click on it would move it.
        self.browser.click(&self.css("input[type=text]"));
        self.browser.press(Key::Tab);
        for _ in 0..times {
            self.browser.type_keys(&arrow);
        }
    }

    /// The point of the window where the thumb stands, or would stand at a stop.
    #[track_caller]
    fn point(&self, stop: Option<f64>) -> (f64, f64) {
        // The middle of the thumb comes no nearer to the ends than half its width; it is as wide as the slider is high.
        const POINT: &str = "const [css, stop] = arguments, slider = document.querySelector(css);
            slider.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { left, top, width, height } = slider.getBoundingClientRect();
            const along = ((stop ?? slider.valueAsNumber) - slider.min) / (slider.max - slider.min);
            return [left + height / 2 + along * (width - height), top + height / 2];";
        let stop = stop.map_or(Value::Null, Value::from);
        let point = self.browser.look(POINT, vec![self.css("input[type=range]").into(), stop]);
        match point.as_array().map(|point| point.iter().filter_map(Value::as_f64).collect::<Vec<_>>()).as_deref() {
            Some([x, y]) => (*x, *y),
            _ => panic!("the slider of {} is at {point}", self.id),
        }
    }

    /// Whether the document's value can be put back.
    #[track_caller]
    pub(crate) fn can_be_restored(&self) -> bool {
        self.browser.shows(&self.css("button.quiet"))
    }

    /// Puts the document's value back.
    #[track_caller]
    pub(crate) fn restore(&self) {
        self.browser.click(&self.css("button.quiet"));
    }

    /// Opens where the value comes from.
    #[track_caller]
    pub(crate) fn open_provenance(&self) {
        self.browser.click(&self.css("summary"));
    }

    /// The document's words that the opened provenance quotes.
    #[track_caller]
    pub(crate) fn quotes(&self) -> Vec<String> {
        const QUOTES: &str = "return [...document.querySelectorAll(arguments[0])].map((quote) => quote.textContent);";
        assert!(self.browser.shows(&self.css("q")), "the quotes of {} cannot be seen", self.id);
        strings(&self.browser.look(QUOTES, vec![self.css("q").into()]))
    }
}
