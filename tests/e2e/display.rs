//! A screen that nobody sees, for engines that draw on nothing else. Each browser has one of its own, and with it a clipboard.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::patience;

/// A running X server without a screen.
#[derive(Debug)]
pub(crate) struct Display {
    process: Child,
    name: String,
}

impl Display {
    /// The variable that says to programs on which display they draw.
    pub(crate) const VARIABLE: &'static str = "DISPLAY";

    /// Starts a display that is larger than every window of the tests. It ends by itself when its last window is gone.
    #[track_caller]
    pub(crate) fn start() -> Self {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "2000x2000x24", "-nolisten", "tcp", "-terminate"]);
        let process = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut process = process.unwrap_or_else(|error| panic!("Xvfb does not start: {error}. Is it installed?"));
        // It says its number once it is ready.
        let mut number = String::new();
        let output = process.stdout.take().expect("its output is a pipe");
        BufReader::new(output).read_line(&mut number).expect("Xvfb says its number");
        Self { process, name: format!(":{}", number.trim()) }
    }

    /// Gives the focus to the window of a program, which nobody else would do here: without it a page shows no outline around what has the focus.
    #[track_caller]
    pub(crate) fn focus(&self, class: &str) {
        let mut command = Command::new("xdotool");
        command.args(["search", "--sync", "--onlyvisible", "--class", class, "windowfocus", "--sync"]);
        let given = command.env(Self::VARIABLE, self.name()).output().expect("xdotool runs: is it installed?");
        assert!(given.status.success(), "{}", String::from_utf8_lossy(&given.stderr));
    }

    /// The name by which programs find it.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // An end of its own removes its lock. Without that it is ended.
        if !patience::allows(|| self.process.try_wait().is_ok_and(|status| status.is_some())) {
            let _ = self.process.kill();
            let _ = self.process.wait();
        }
    }
}
