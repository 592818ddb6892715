//! The program as others run it: what it prints, where to, and with which exit code.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

mod check;
mod documented;
mod evaluate;
mod explain;
mod export;
mod findings;
mod generated;
mod notes;
mod pipes;
mod table;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use api::library;
use engine::notes::Library;
use tempfile::TempDir;
use testing::in_repository;

/// The link whose scenario most tests are about: the note as it was published.
const PUBLISHED: &str = "v=1&note=ips-2018";

/// What a run left.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

/// The program, in the root of the repository and in an environment that says nothing of languages, colours and widths.
fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_indsatsregner"));
    command.args(arguments).current_dir(in_repository(".")).stdin(Stdio::null());
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(name);
    }
    command
}

fn run(arguments: &[&str]) -> Ran {
    finish(program(arguments))
}

fn finish(mut command: Command) -> Ran {
    let output = command.output().unwrap();
    Ran {
        code: output.status.code().expect("the program ends by itself"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs the program with a text on its standard input.
fn run_with(arguments: &[&str], input: &[u8]) -> Ran {
    let mut command = program(arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Asserts that a run was good, and gives what it printed.
#[track_caller]
fn printed(arguments: &[&str]) -> String {
    let ran = run(arguments);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
    ran.out
}

/// Asserts that the program was called in a wrong way, and gives what it says.
#[track_caller]
fn misused(arguments: &[&str]) -> String {
    let ran = run(arguments);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
    assert!(ran.err.starts_with("error: "), "{}", ran.err);
    ran.err
}

/// The text of a note of one's own: that of 2018 under another id, a year later.
fn own_note() -> String {
    let text = std::fs::read_to_string(in_repository("data/ips-2018.toml")).unwrap();
    let own = text.replace("id = \"ips-2018\"", "id = \"of-our-own\"").replace("budget = 2018", "budget = 2019");
    assert_ne!(own, text);
    own
}

/// A folder with a file in it.
fn file(name: &str, content: impl AsRef<[u8]>) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    (folder, path)
}

/// The notes that ship, as the JavaScript package has them.
fn shipped() -> &'static Library {
    library::library()
}
