//! One driver on the page: its field, its slider, its message and its restore button.

use fantoccini::key::Key;
use serde_json::Value;

use crate::browser::Browser;
use crate::find::{Find, driver, element};
use crate::page::strings;

/// The parts of a driver.
const FIELD: &str = "input[type=text]";
const SLIDER: &str = "input[type=range]";
/// The button that restores the value says which one, in Danish; a driver that follows another is let follow again.
const RESTORE: &str = "button:is([aria-label^='Sæt '], [aria-label^='Lad '])";

/// A driver of the page.
#[derive(Clone, Copy)]
pub(crate) struct Driver<'p> {
    pub(crate) browser: &'p Browser,
    pub(crate) id: &'p str,
}

impl Driver<'_> {
    /// Something inside the driver.
    pub(crate) fn its(&self, part: impl Into<Find>) -> Find {
        part.into().inside(driver(self.id))
    }

    /// Opens the group that the driver is folded into, if any.
    #[track_caller]
    fn unfold(&self) {
        const UNFOLD: &str = "const group = element.closest('details[data-group]');
            if (group) group.open = true;";
        self.browser.look_at(driver(self.id), UNFOLD, vec![]);
    }

    /// A property of a part, with plain spaces; empty while the driver is not on the page.
    #[track_caller]
    fn property(&self, part: &str, property: &str) -> String {
        const PROPERTY: &str = r"const [name] = given;
            return ((name.includes('-') ? element?.getAttribute(name) : element?.[name]) ?? '').replace(/\s+/g, ' ');";
        let value = self.browser.look_at(self.its(part), PROPERTY, vec![property.into()]);
        value.as_str().map(str::to_owned).unwrap_or_default()
    }

    /// The text in the field.
    #[track_caller]
    pub(crate) fn text(&self) -> String {
        self.property(FIELD, "value")
    }

    /// The current value, as the slider tells it to a screen reader.
    #[track_caller]
    pub(crate) fn value(&self) -> String {
        self.property(SLIDER, "aria-valuetext")
    }

    /// The slider's position.
    #[track_caller]
    pub(crate) fn stop(&self) -> String {
        self.property(SLIDER, "value")
    }

    /// The message about the text in the field; empty where nothing is wrong. Fails unless the message that a screen reader
    /// gets for the field is a visible one of this driver, and is read as soon as it changes.
    #[track_caller]
    pub(crate) fn message(&self) -> String {
        // One script reads everything, because the page may be redrawn between two.
        const MESSAGE: &str = "const [field] = find(given[0], element);
            const message = document.getElementById(field.getAttribute('aria-describedby'));
            return {
                text: plain(message.textContent),
                isTied: element.contains(message) && message.ariaLive === 'polite',
                isInvalid: field.getAttribute('aria-invalid') === 'true',
                isShown: message.getClientRects().length > 0 && getComputedStyle(message).visibility === 'visible',
            };";
        self.unfold();
        let seen = self.browser.look_at(driver(self.id), MESSAGE, vec![element(FIELD).steps()]);
        let text = seen["text"].as_str().unwrap_or_default().to_owned();
        assert_eq!(seen["isTied"], true, "{}: the field names its message", self.id);
        // What came out of a calculation is said too, and is nothing wrong.
        let is_wrong = !text.is_empty() && !text.starts_with("= ");
        assert_eq!(seen["isInvalid"], is_wrong, "{}: {text}", self.id);
        assert!(text.is_empty() || seen["isShown"] == true, "{}: the message cannot be seen", self.id);
        text
    }

    /// Puts the cursor into the field and selects its text.
    #[track_caller]
    fn select_text(&self) {
        self.unfold();
        self.browser.click(self.its(FIELD));
        self.browser.press_with(Key::Control, "a");
    }

    /// Types a text in place of the field's text.
    #[track_caller]
    pub(crate) fn type_in(&self, text: &str) {
        self.select_text();
        if text.is_empty() {
            self.browser.press(Key::Backspace);
        }
        self.browser.type_keys(text);
    }

    /// Pastes the clipboard in place of the field's text.
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

    /// Drags the slider's thumb with the mouse to a position. The button stays down.
    #[track_caller]
    pub(crate) fn drag_to(&self, stop: f64) {
        let (from, to) = (self.point(None), self.point(Some(stop)));
        self.browser.drag(from, to);
    }

    /// Presses an arrow key on the slider this many times.
    #[track_caller]
    pub(crate) fn slide_by_key(&self, arrow: Key, times: u32) {
        self.unfold();
        // One Tab leads from the field to the slider. A click would move the slider.
        self.browser.click(self.its(FIELD));
        self.browser.press(Key::Tab);
        for _ in 0..times {
            self.browser.type_keys(&arrow);
        }
    }

    /// The point of the window where the thumb stands when the slider is at a position.
    #[track_caller]
    fn point(&self, stop: Option<f64>) -> (f64, f64) {
        // The thumb is as wide as the slider is high, and its middle stays half its width away from both ends.
        const POINT: &str = "const slider = element, [stop] = given;
            slider.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { left, top, width, height } = slider.getBoundingClientRect();
            const along = ((stop ?? slider.valueAsNumber) - slider.min) / (slider.max - slider.min);
            return [left + height / 2 + along * (width - height), top + height / 2];";
        self.unfold();
        let stop = stop.map_or(Value::Null, Value::from);
        let point = self.browser.look_at(self.its(SLIDER), POINT, vec![stop]);
        match point.as_array().map(|point| point.iter().filter_map(Value::as_f64).collect::<Vec<_>>()).as_deref() {
            Some([x, y]) => (*x, *y),
            _ => panic!("the slider of {} is at {point}", self.id),
        }
    }

    /// Whether the note's value can be restored.
    #[track_caller]
    pub(crate) fn can_be_restored(&self) -> bool {
        self.unfold();
        self.browser.shows(self.its(RESTORE))
    }

    /// Restores the note's value.
    #[track_caller]
    pub(crate) fn restore(&self) {
        self.unfold();
        self.browser.click(self.its(RESTORE));
    }

    /// Opens the provenance of the value.
    #[track_caller]
    pub(crate) fn open_provenance(&self) {
        self.unfold();
        self.browser.click(self.its("summary"));
    }

    /// The quotes in the opened provenance.
    #[track_caller]
    pub(crate) fn quotes(&self) -> Vec<String> {
        const QUOTES: &str = "return elements.map((quote) => quote.textContent);";
        assert!(self.browser.shows(self.its("q")), "the quotes of {} cannot be seen", self.id);
        strings(&self.browser.look_at(self.its("q"), QUOTES, vec![]))
    }
}
