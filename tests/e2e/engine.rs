//! The browser engines that the tests run in, and everything in which these differ. Another engine is another variant.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use crate::patience;

/// The browser that draws on a display, as its windows are called there too.
pub(crate) const BROWSER_WITH_A_DISPLAY: &str = "MiniBrowser";

/// A browser engine behind its `WebDriver` server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Chromium behind chromedriver.
    Chromium,
    /// Firefox behind geckodriver.
    Firefox,
    /// `WebKitGTK`'s `MiniBrowser` behind `WebKitWebDriver`.
    WebKit,
}

impl Engine {
    /// The variable that says in which engine a run's browsers are.
    const VARIABLE: &'static str = "INDSATSREGNER_ENGINE";

    /// Every engine.
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The engine of this run; Chromium, unless another one is named.
    pub(crate) fn chosen() -> Self {
        let name = env::var(Self::VARIABLE).unwrap_or_else(|_| Self::Chromium.name().to_owned());
        let engine = Self::ALL.into_iter().find(|engine| engine.name() == name);
        engine.unwrap_or_else(|| panic!("{} is {name}, and no engine is called that", Self::VARIABLE))
    }

    /// The engine's name, as whoever runs the tests gives it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The program of the `WebDriver` server.
    pub(crate) const fn program(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        }
    }

    /// The command that starts the `WebDriver` server on a port. `folder` is where its browser keeps all that it writes, and
    /// `languages` are those that the reader prefers.
    pub(crate) fn serve_on(self, port: u16, folder: &Path, languages: &str) -> Command {
        let mut command = Command::new(self.program());
        command.arg(format!("--port={port}"));
        // Browsers leave profiles and sockets behind when they are killed. In this folder they can be found and removed.
        command.env("TMPDIR", folder);
        match self {
            Self::Chromium => {}
            // Nothing speaks its other protocol, and the port for that is the same for all unless it is any.
            // Its own scripts clear what a test has left.
            Self::Firefox => _ = command.args(["--websocket-port=0", "--allow-system-access"]),
            // It has no settings: it takes the reader's language from the system's, and saves into the home folder.
            Self::WebKit => {
                let (locales, locale) = locale_of(languages);
                // The page plays nothing, and a new home would have each browser look through all plugins for what it can play.
                command.env("GST_PLUGIN_SYSTEM_PATH", "").env("GST_REGISTRY", locales.join("gstreamer"));
                command.env("LOCPATH", locales).env("LC_ALL", locale).env("HOME", folder);
            }
        }
        command
    }

    /// Whether its browser can forget all that was done in it, so that one test after the other may use it. It is worth it where a
    /// browser takes long to start.
    pub(crate) const fn forgets(self) -> bool {
        match self {
            Self::Firefox => true,
            Self::Chromium | Self::WebKit => false,
        }
    }

    /// Whether its driver loads a page again as a reader does who holds the shift key: past the page's worker.
    pub(crate) const fn reloads_past_workers(self) -> bool {
        match self {
            Self::Firefox => true,
            Self::Chromium | Self::WebKit => false,
        }
    }

    /// Whether its browser needs a screen to draw on.
    pub(crate) const fn needs_a_display(self) -> bool {
        match self {
            Self::Chromium | Self::Firefox => false,
            Self::WebKit => true,
        }
    }

    /// The capabilities of a session: no visible window, a new empty profile (the server makes it in its folder), downloads into
    /// the server's folder, and no requests by the browser itself. `languages` are those that the reader prefers.
    pub(crate) fn capabilities(self, languages: &str, downloads: &Path) -> Capabilities {
        let longest = u64::try_from(patience::LONGEST.as_millis()).unwrap_or(u64::MAX);
        let downloads = downloads.display().to_string();
        let own = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": { "args": [
                    "--headless",
                    // In a container the tests run as root, where Chromium's sandbox does not start.
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ], "prefs": { "intl.accept_languages": languages, "download.default_directory": downloads } },
                "goog:loggingPrefs": { "browser": "ALL" },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": { "args": ["-headless"], "prefs": {
                    "intl.accept_languages": languages,
                    // Into a folder of ours.
                    "browser.download.folderList": 2,
                    "browser.download.dir": downloads,
                    // Its sandbox would ask another process for the suite's fonts at every layout, a hundred times as slow.
                    "security.sandbox.content.level": 0,
                } },
            }),
            Self::WebKit => json!({
                "browserName": BROWSER_WITH_A_DISPLAY,
                "webkitgtk:browserOptions": {
                    "binary": "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
                    "args": ["--automation"],
                },
            }),
        };
        let Value::Object(mut capabilities) = own else { return Capabilities::new() };
        // The standard gives a script 30 seconds; axe takes longer where the machine is busy.
        capabilities.insert("timeouts".to_owned(), json!({ "script": longest, "pageLoad": longest }));
        capabilities
    }

    /// Whether a session gives access to the console's log. No standard requires this. Where it does not, the served pages watch
    /// for errors themselves (`watch.js`).
    pub(crate) const fn gives_console(self) -> bool {
        match self {
            Self::Chromium => true,
            Self::Firefox | Self::WebKit => false,
        }
    }

    /// The folder of downloads, in the folder that the browser writes into.
    pub(crate) fn downloads(self, folder: &Path) -> PathBuf {
        match self {
            Self::Chromium | Self::Firefox => folder.join("downloads"),
            Self::WebKit => folder.to_owned(),
        }
    }
}

/// Makes the locale of the first of these languages, for the system knows none but those that were asked for when it was installed.
/// Returns the folder that it is in, among what cargo builds, and its name. A run makes it once.
fn locale_of(languages: &str) -> (&'static Path, &'static str) {
    let locale = if languages.starts_with("da") { "da_DK" } else { "en_GB" };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    if !folder.join(locale).is_dir() {
        let beside = tempfile::tempdir_in(folder).expect("a folder can be made");
        let new = beside.path().join(locale);
        let made = Command::new("localedef").args(["-i", locale, "-f", "UTF-8"]).arg(&new).output();
        let made = made.expect("localedef runs: is Debian's package `locales` installed?");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        // Whole or not at all. It is whole, too, where another run was quicker.
        let is_there = fs::rename(&new, folder.join(locale)).is_ok() || folder.join(locale).is_dir();
        assert!(is_there, "{} is not there", folder.join(locale).display());
    }
    (folder, locale)
}
