//! A browser for one test: a session that shares nothing with any other, and what a reader does and sees in it.
//!
//! All of it is plain `WebDriver`, so that no test depends on one engine. The methods block, so that a test reads like
//! the actions of one reader, one after the other.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::Url;

use crate::engine::Engine;
use crate::find::Find;
use crate::fonts::Fonts;
use crate::page::strings;
use crate::patience::until;
use crate::running::{Kind, Running};
use crate::seat::Seat;
use crate::server;

/// A window wide enough for the drivers to stand beside the results.
const WINDOW: (u32, u32) = (1280, 900);

/// A browser with one window.
pub(crate) struct Browser {
    engine: Engine,
    /// It is there until the test has ended.
    running: Option<Running>,
    // The seat is free after all else.
    _seat: Seat,
}

impl Browser {
    /// Starts a browser that sees these fonts, as soon as the machine has room for one more.
    #[track_caller]
    pub(crate) fn start(fonts: Fonts) -> Self {
        Self::preferring("da", fonts)
    }

    /// Starts a browser whose reader prefers these languages.
    #[track_caller]
    pub(crate) fn preferring(languages: &str, fonts: Fonts) -> Self {
        Self::of(Engine::chosen(), languages, fonts)
    }

    /// Starts a browser of this engine, whichever the run's is.
    #[track_caller]
    pub(crate) fn of(engine: Engine, languages: &str, fonts: Fonts) -> Self {
        let seat = Seat::take();
        let running = Running::take(Kind { engine, languages: languages.to_owned(), fonts });
        let browser = Self { engine, running: Some(running), _seat: seat };
        browser.resize(WINDOW);
        browser
    }

    fn running(&self) -> &Running {
        self.running.as_ref().expect("the browser is there until the test has ended")
    }

    /// The folder of the browser's profile.
    pub(crate) fn folder(&self) -> &Path {
        self.running().webdriver.folder()
    }

    /// Sets the width and height of the window.
    #[track_caller]
    pub(crate) fn resize(&self, (width, height): (u32, u32)) {
        self.finish(self.running().client.set_window_size(width, height));
    }

    /// The outcome of a command.
    #[track_caller]
    fn finish<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> T {
        self.running().runtime.block_on(command).unwrap_or_else(|error| panic!("the browser refuses: {error}"))
    }

    /// Emulates a media feature with a value, as a system setting would. Only Chromium's driver can do this.
    #[track_caller]
    pub(crate) fn prefer(&self, feature: &str, value: &str) {
        let features = json!({ "features": [{ "name": feature, "value": value }] });
        self.finish(self.running().client.issue_cmd(DevTools("Emulation.setEmulatedMedia", features)));
    }

    /// The title of the window.
    #[track_caller]
    pub(crate) fn title(&self) -> String {
        self.finish(self.running().client.title())
    }

    /// Goes to an address, as if the reader had put it into the address bar.
    #[track_caller]
    pub(crate) fn go(&self, address: &str) {
        self.finish(self.running().client.goto(address));
    }

    /// Loads the page again, as a reader does.
    #[track_caller]
    pub(crate) fn reload(&self) {
        const LEAVE: &str = "window.isLeft = true; location.reload();";
        const HAS_COME: &str = "return window.isLeft === undefined && document.readyState === 'complete';";
        if !self.engine.reloads_past_workers() {
            return self.finish(self.running().client.refresh());
        }
        self.look(LEAVE, vec![]);
        // In between, there is nothing to ask.
        let has_come = || self.running().runtime.block_on(self.running().client.execute(HAS_COME, vec![])).ok();
        until("the page is loaded again", || (has_come()? == true).then_some(()));
    }

    /// Goes one step back in the history.
    #[track_caller]
    pub(crate) fn back(&self) {
        self.finish(self.running().client.back());
    }

    /// The address in the address bar.
    #[track_caller]
    pub(crate) fn address(&self) -> String {
        self.finish(self.running().client.current_url()).into()
    }

    /// The value that a script returns. The script must only look, not change the page.
    #[track_caller]
    pub(crate) fn look(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.finish(self.running().client.execute(script, arguments))
    }

    /// The value that an asynchronous script passes to its last argument, a function.
    #[track_caller]
    pub(crate) fn look_later(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.finish(self.running().client.execute_async(script, arguments))
    }

    /// The value that a script returns about something on the page. The script has all that was found as `elements`, the first
    /// of it as `element`, and its arguments as `given`. It looks once the results have followed the drivers.
    #[track_caller]
    pub(crate) fn look_at(&self, what: impl Into<Find>, script: &str, given: Vec<Value>) -> Value {
        const FOLLOWING: &str = "still following";
        const FOUND: &str = "if (document.querySelector('main [aria-busy=true]') !== null) return arguments[2];
            const elements = find(arguments[0]), [element] = elements, given = arguments[1];";
        let script = format!("{}\n{FOUND}\n{script}", include_str!("find.js"));
        let arguments = vec![what.into().steps(), given.into(), FOLLOWING.into()];
        until("the results have followed", || {
            let seen = self.look(&script, arguments.clone());
            (seen != FOLLOWING).then_some(seen)
        })
    }

    #[track_caller]
    fn element(&self, what: impl Into<Find>) -> Element {
        let what = what.into();
        // The reference to an element is an object with a single entry, its id.
        let found = self.look_at(what.clone(), "return element ?? null;", vec![]);
        let id = found.as_object().and_then(|reference| reference.values().next()).and_then(Value::as_str);
        let id = id.unwrap_or_else(|| panic!("{what:?} is not on the page"));
        Element::from_element_id(self.running().client.clone(), id.to_owned().into())
    }

    /// Clicks on an element. Where the page draws it anew between finding and clicking, it is found once more: a reader clicks on
    /// what is there.
    #[track_caller]
    pub(crate) fn click(&self, what: impl Into<Find>) {
        const TIMES: usize = 3;
        let what = what.into();
        let clicked =
            (0..TIMES).map(|_| self.running().runtime.block_on(self.try_to_click(&self.element(what.clone()))));
        let mut not_gone =
            clicked.skip_while(|clicked| clicked.as_ref().is_err_and(CmdError::is_stale_element_reference));
        let clicked = not_gone.next().unwrap_or_else(|| panic!("{what:?} is drawn anew all the time"));
        clicked.unwrap_or_else(|error| panic!("the browser refuses: {error}"));
    }

    /// Clicks on the middle of something in a drawing. Only Chromium's driver finds the place by itself.
    #[track_caller]
    pub(crate) fn click_on_drawing(&self, what: impl Into<Find>) {
        const MIDDLE: &str = "element.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { left, top, width, height } = element.getBoundingClientRect();
            return [left + width / 2, top + height / 2];";
        let middle = self.look_at(what, MIDDLE, vec![]);
        let at = |index: usize| middle[index].as_f64().expect("a place is two numbers");
        self.drag((at(0), at(1)), (at(0), at(1)));
        self.let_go();
    }

    async fn try_to_click(&self, element: &Element) -> Result<(), CmdError> {
        // The page scrolls smoothly, and a click does not wait for the end of that.
        const INTO_VIEW: &str = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });";
        self.running().client.execute(INTO_VIEW, vec![json!(element)]).await?;
        element.click().await
    }

    /// Chooses a file in a file field.
    #[track_caller]
    pub(crate) fn choose_file(&self, field: impl Into<Find>, path: &Path) {
        self.finish(self.element(field).send_keys(&path.display().to_string()));
    }

    /// The folder into which downloads are saved, without asking.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.running().downloads()
    }

    /// Whether a reader can see an element.
    #[track_caller]
    pub(crate) fn shows(&self, what: impl Into<Find>) -> bool {
        // WebKit's driver takes what a closed fold holds for displayed.
        const SHOWN: &str = "return element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
            && [...element.getClientRects()].some(({ width, height }) => width > 0 && height > 0);";
        self.look_at(what, SHOWN, vec![]) == true
    }

    /// Types a text, key by key, wherever the focus is.
    #[track_caller]
    pub(crate) fn type_keys(&self, text: &str) {
        let keys = text.chars().fold(KeyActions::new("keyboard".into()), |keys, value| {
            keys.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.finish(self.running().client.perform_actions(keys));
    }

    /// Presses a key that types no character.
    #[track_caller]
    pub(crate) fn press(&self, key: Key) {
        self.type_keys(&key.to_string());
    }

    /// Presses a key while another is held down.
    #[track_caller]
    pub(crate) fn press_with(&self, held: Key, key: &str) {
        let held = held.chars().next().expect("a key is a character");
        let value = key.chars().next().expect("a key is a character");
        let keys = KeyActions::new("keyboard".into())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value })
            .then(KeyAction::Up { value: held });
        self.finish(self.running().client.perform_actions(keys));
    }

    /// Presses the mouse button at one point of the window and moves to another. The button stays down.
    #[track_caller]
    pub(crate) fn drag(&self, (x, y): (f64, f64), (to_x, to_y): (f64, f64)) {
        let at_once = Some(Duration::ZERO);
        let mouse = MouseActions::new("mouse".into())
            .then(PointerAction::MoveTo { duration: at_once, x: x.round(), y: y.round() })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::MoveTo { duration: at_once, x: f64::midpoint(x, to_x).round(), y: y.round() })
            .then(PointerAction::MoveTo { duration: at_once, x: to_x.round(), y: to_y.round() });
        self.finish(self.running().client.perform_actions(mouse));
    }

    /// Releases the mouse button.
    #[track_caller]
    pub(crate) fn let_go(&self) {
        let mouse = MouseActions::new("mouse".into()).then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.finish(self.running().client.perform_actions(mouse));
    }

    /// Directs all further commands to the first iframe of the page.
    #[track_caller]
    pub(crate) fn enter_frame(&self) {
        self.finish(self.running().client.enter_frame(0));
    }

    /// Does something in another tab, then comes back.
    #[track_caller]
    pub(crate) fn in_another_tab<T>(&self, doing: impl FnOnce() -> T) -> T {
        let here = self.finish(self.running().client.window());
        let there = self.finish(self.running().client.new_window(true));
        self.finish(self.running().client.switch_to_window(there.handle));
        let done = doing();
        self.finish(self.running().client.close_window());
        self.finish(self.running().client.switch_to_window(here));
        done
    }

    /// Sends a command that only this engine has, for what no standard covers: switching scripts off, printing media. Gives what it
    /// answers.
    #[track_caller]
    pub(crate) fn devtools(&self, command: &str, parameters: &Value) -> Value {
        let session = self.finish(self.running().client.session_id()).expect("an open session has an id");
        let body = json!({ "cmd": command, "params": parameters });
        let answer = self.running().webdriver.ask("POST", &format!("/session/{session}/goog/cdp/execute"), Some(&body));
        let answer = answer.expect("the WebDriver server answers");
        assert!(answer.pointer("/value/error").is_none(), "{command}: {answer}");
        answer.pointer("/value").cloned().unwrap_or_default()
    }

    /// The errors in the console since the last call; where the engine does not give access to its console, those that the page
    /// has seen since it was loaded.
    #[track_caller]
    pub(crate) fn console_errors(&self) -> Vec<String> {
        if !self.engine.gives_console() {
            return strings(&self.look("return window.seenErrors?.splice(0) ?? [];", vec![]));
        }
        let session = self.finish(self.running().client.session_id()).expect("an open session has an id");
        let log = self.running().webdriver.ask(
            "POST",
            &format!("/session/{session}/se/log"),
            Some(&json!({ "type": "browser" })),
        );
        let log = log.expect("the WebDriver server gives the console's log");
        let entries = log.pointer("/value").and_then(Value::as_array).expect("the log is a list");
        let errors = entries.iter().filter(|entry| entry.get("level").is_some_and(|level| level == "SEVERE"));
        errors.map(|entry| entry.get("message").map(Value::to_string).unwrap_or_default()).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // After a test that fails, nobody knows what the browser is like.
        if let Some(running) = self.running.take().filter(|_| !thread::panicking()) {
            running.leave();
        }
    }
}

/// A command of Chromium's developer tools, through its `WebDriver` server.
#[derive(Debug)]
struct DevTools(&'static str, Value);

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "cmd": self.0, "params": self.1 }).to_string()))
    }
}

#[test]
fn a_browser_leaves_nothing_behind() {
    const KEEP: &str = "const done = arguments[0];
        localStorage.setItem('left', 'behind');
        document.cookie = 'left=behind; max-age=1000';
        caches.open('left').then(() => done(true));";
    const LEFT: &str = "const done = arguments[0];
        caches.keys().then((caches) => done([localStorage.length, document.cookie, caches.length, history.length]));";
    let blank = format!("{}{}", server::origin(), server::BLANK);
    let seen = |browser: &Browser| {
        browser.go(&blank);
        browser.look_later(LEFT, vec![])
    };
    let browser = Browser::start(Fonts::Narrow);
    let untouched = seen(&browser);
    assert_eq!(untouched[0], 0);
    browser.look_later(KEEP, vec![]);
    assert_ne!(seen(&browser), untouched);
    let (folder, downloads) = (browser.folder().to_owned(), browser.downloads());
    let file = downloads.join("left");
    fs::write(&file, "behind").unwrap();
    drop(browser);
    assert!(!file.exists(), "{} is left", file.display());
    assert!(Engine::chosen().forgets() || !folder.exists(), "{} is left", folder.display());
    assert_eq!(seen(&Browser::start(Fonts::Narrow)), untouched);
}
