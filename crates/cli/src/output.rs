//! Text for people and for other programs, on standard output.
//!
//! Whoever closes a pipe has read enough, as `head` has. That is no error, and the exit code is what it would be otherwise.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};

use anstyle::{AnsiColor, Style};

use crate::ending::Stopped;

/// Headings and answers.
const STRONG: Style = Style::new().bold();
/// What went wrong.
const WRONG: Style = AnsiColor::Red.on_default().bold();
/// What is worth a look.
const REMARK: Style = AnsiColor::Yellow.on_default().bold();

/// A text in bold letters. They are left out where standard output is no terminal, or `NO_COLOR` is set.
pub(crate) fn strong(text: impl Display) -> String {
    format!("{STRONG}{text}{STRONG:#}")
}

/// Writes text for people to standard output, all of it.
///
/// # Errors
/// Standard output cannot be written.
pub(crate) fn text(text: &str) -> Result<(), Stopped> {
    read_enough(write(&mut anstream::stdout().lock(), text.as_bytes()))
}

/// Writes bytes as they are to standard output.
///
/// # Errors
/// Standard output cannot be written.
pub(crate) fn bytes(bytes: &[u8]) -> Result<(), Stopped> {
    read_enough(write(&mut io::stdout().lock(), bytes))
}

/// Writes a value as JSON to standard output, indented for people to read.
///
/// # Errors
/// Standard output cannot be written.
pub(crate) fn json(value: &impl serde::Serialize) -> Result<(), Stopped> {
    let mut text = serde_json::to_string_pretty(value).map_err(io::Error::from)?;
    text.push('\n');
    bytes(text.as_bytes())
}

fn write(output: &mut dyn Write, bytes: &[u8]) -> io::Result<()> {
    output.write_all(bytes)?;
    output.flush()
}

/// What was written, or as much of it as somebody wanted to read.
fn read_enough(written: io::Result<()>) -> Result<(), Stopped> {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Stopped::Output(error)),
        _ => Ok(()),
    }
}

/// Whether people look at standard output.
pub(crate) fn is_seen() -> bool {
    io::stdout().is_terminal()
}

/// Says on standard error why the program stops.
pub(crate) fn error(sentence: &str) {
    say(&format!("{WRONG}error:{WRONG:#} {sentence}\n"));
}

/// Says something on standard error that does not stop the program.
pub(crate) fn remark(sentence: &str) {
    say(&format!("{REMARK}note:{REMARK:#} {sentence}\n"));
}

/// Writes a text to standard error.
pub(crate) fn say(text: &str) {
    // Where nobody reads errors, the exit code says that there was one.
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}
