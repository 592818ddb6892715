//! A running browser with its session, and where those rest that the next test may use.
//!
//! Firefox takes seconds to start and to close. So a test leaves its Firefox to a later one, with nothing in it of what was done
//! there: no tab, storage, cache, worker, cookie, permission, history or download, and nothing on the clipboard. After a test that fails it is closed.

use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use crate::engine::{BROWSER_WITH_A_DISPLAY, Engine};
use crate::fonts::Fonts;
use crate::seat::Seat;
use crate::webdriver::WebDriver;

/// How long to wait for a browser to close, since it may hang.
const FAREWELL: Duration = Duration::from_secs(30);

/// The browsers that a test has left.
static RESTING: Mutex<Vec<Running>> = Mutex::new(Vec::new());

/// What a browser is started with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kind {
    pub(crate) engine: Engine,
    /// What its reader prefers.
    pub(crate) languages: String,
    pub(crate) fonts: Fonts,
}

/// A running browser.
pub(crate) struct Running {
    kind: Kind,
    pub(crate) client: Client,
    pub(crate) runtime: Runtime,
    // Declared after the session: it is stopped once that is closed.
    pub(crate) webdriver: WebDriver,
}

impl Running {
    /// A browser of this kind in which nothing was done: one that rests, or a new one.
    #[track_caller]
    pub(crate) fn take(kind: Kind) -> Self {
        let mut resting = RESTING.lock().unwrap_or_else(PoisonError::into_inner);
        let found = resting.iter().position(|running| running.kind == kind).map(|index| resting.swap_remove(index));
        drop(resting);
        found.unwrap_or_else(|| Self::start(kind))
    }

    #[track_caller]
    fn start(kind: Kind) -> Self {
        let engine = kind.engine;
        let webdriver = WebDriver::start(engine, kind.fonts, &kind.languages);
        let runtime = Builder::new_current_thread().enable_all().build().expect("an event loop can be made");
        let downloads = engine.downloads(webdriver.folder());
        fs::create_dir_all(&downloads).expect("a folder can be made");
        let mut opening = ClientBuilder::new(HttpConnector::new());
        opening.capabilities(engine.capabilities(&kind.languages, &downloads));
        let client = runtime.block_on(opening.connect(&webdriver.address()));
        let client = client.unwrap_or_else(|error| panic!("{engine:?} opens no session: {error}"));
        webdriver.focus_window(BROWSER_WITH_A_DISPLAY);
        Self { kind, client, runtime, webdriver }
    }

    /// The folder into which downloads are saved, without asking.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.kind.engine.downloads(self.webdriver.folder())
    }

    /// Leaves the browser to a later test, where its engine can forget all that was done. Otherwise it ends.
    pub(crate) fn leave(self) {
        if !self.kind.engine.forgets() || self.forget().is_none() {
            return;
        }
        let mut resting = RESTING.lock().unwrap_or_else(PoisonError::into_inner);
        resting.push(self);
        // The one that has rested longest is of a kind that is seldom asked for.
        let one_too_many = (resting.len() > Seat::all()).then(|| resting.remove(0));
        drop(resting);
        drop(one_too_many);
    }

    /// Closes every tab and clears what they have left behind. `None` where that cannot be done.
    fn forget(&self) -> Option<()> {
        const CLEAR: &str = "const done = arguments[0], { clipboard, clearData } = Services;
            clipboard.emptyClipboard(clipboard.kGlobalClipboard);
            clearData.deleteData(clearData.CLEAR_ALL, { onDataDeleted: done });";
        let new = self.runtime.block_on(async {
            let all = self.client.windows().await.ok()?;
            let new = self.client.new_window(true).await.ok()?.handle;
            for old in all {
                self.client.switch_to_window(old).await.ok()?;
                self.client.close_window().await.ok()?;
            }
            self.client.switch_to_window(new).await.ok()?;
            self.client.session_id().await.ok()?
        })?;
        let ask = |command: &str, body: &Value| {
            let answer = self.webdriver.ask("POST", &format!("/session/{new}/{command}"), Some(body)).ok()?;
            answer.pointer("/value").cloned()
        };
        ask("moz/context", &json!({ "context": "chrome" }))?;
        let failed = ask("execute/async", &json!({ "script": CLEAR, "args": [] }))?;
        ask("moz/context", &json!({ "context": "content" }))?;
        let downloads = self.downloads();
        fs::remove_dir_all(&downloads).ok()?;
        fs::create_dir(&downloads).ok()?;
        (failed == 0).then_some(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Closing the session ends the browser too. If only the server ended, the browser would go on running.
        let closing = self.client.clone().close();
        let _ = self.runtime.block_on(async { tokio::time::timeout(FAREWELL, closing).await });
    }
}
