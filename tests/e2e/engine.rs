//! The browser engines that the tests run in, and everything in which these differ. Another engine is another variant.

use std::process::Command;

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use crate::patience;

/// A browser engine behind its `WebDriver` server.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Engine {
    /// Chromium behind chromedriver.
    Chromium,
}

impl Engine {
    /// The program of the `WebDriver` server.
    pub(crate) const fn program(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
        }
    }

    /// The command that starts the `WebDriver` server on a port.
    pub(crate) fn serve_on(self, port: u16) -> Command {
        let mut command = Command::new(self.program());
        match self {
            Self::Chromium => command.arg(format!("--port={port}")),
        };
        command
    }

    /// The capabilities of a session: no visible window, a new empty profile (chromedriver makes it in its server's
    /// folder), and no requests by the browser itself. `languages` are those that the reader prefers.
    pub(crate) fn capabilities(self, languages: &str) -> Capabilities {
        let longest = u64::try_from(patience::LONGEST.as_millis()).unwrap_or(u64::MAX);
        let capabilities = match self {
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
                ], "prefs": { "intl.accept_languages": languages } },
                "goog:loggingPrefs": { "browser": "ALL" },
                // The standard gives a script 30 seconds; axe takes longer where the machine is busy.
                "timeouts": { "script": longest, "pageLoad": longest },
            }),
        };
        match capabilities {
            Value::Object(capabilities) => capabilities,
            _ => Capabilities::new(),
        }
    }

    /// Whether a session gives access to the console's log. No standard requires this.
    pub(crate) const fn gives_console(self) -> bool {
        match self {
            Self::Chromium => true,
        }
    }
}
