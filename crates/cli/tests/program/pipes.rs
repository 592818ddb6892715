//! The program beside others: pipes that are closed, and colours that nobody would see.

use std::io::Read;
use std::process::Stdio;

use super::{PUBLISHED, finish, program, run};

/// Runs the program with a pipe whose reader takes some bytes, or none, and goes away.
fn read_only(bytes: usize, arguments: &[&str]) -> (Option<i32>, String) {
    let mut child = program(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut vec![0; bytes]).unwrap();
    drop(out);
    let output = child.wait_with_output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn whoever_closes_the_pipe_has_read_enough() {
    // Far more than a pipe holds.
    let many = ["table", PUBLISHED, "--vary", "effect=0..100:0.5", "--vary", "caseload=1..50:1"];
    for bytes in [0, 1, 100] {
        assert_eq!(read_only(bytes, &many), (Some(0), String::new()), "{bytes}");
    }
    assert_eq!(read_only(0, &["export", PUBLISHED, "--xlsx"]), (Some(0), String::new()));
    assert_eq!(read_only(0, &["evaluate", PUBLISHED]), (Some(0), String::new()));
    // What was found was found.
    assert_eq!(read_only(0, &["findings"]), (Some(1), String::new()));
    assert_eq!(read_only(10, &["findings", "--json"]), (Some(1), String::new()));
}

#[test]
fn output_that_cannot_be_written_is_an_error() {
    let full = "/dev/full";
    let Ok(device) = std::fs::File::options().write(true).open(full) else {
        eprintln!("there is no {full} here: an output that is full was not tried");
        return;
    };
    let mut command = program(&["evaluate", PUBLISHED]);
    let output = command.stdout(device).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("error: standard output: "));
}

#[test]
fn there_are_no_colours_in_a_pipe() {
    for arguments in [
        &["evaluate", PUBLISHED][..],
        &["findings"],
        &["explain", PUBLISHED],
        &["notes", "ips-2018"],
        &["check", "data/ips-2018.toml"],
        &["evaluate", "v=1&note=ips-2018&nonsense=1"],
        &["evaluate", "nonsense"],
        &["evaluate"],
        &["--help"],
    ] {
        let ran = run(arguments);
        assert!(!ran.out.contains('\u{1b}') && !ran.err.contains('\u{1b}'), "{arguments:?}");
    }
}

#[test]
fn colours_can_be_forced_and_forbidden() {
    let with = |variables: &[(&str, &str)]| {
        let mut command = program(&["evaluate", "v=1&note=ips-2018&nonsense=1"]);
        command.envs(variables.iter().copied());
        finish(command)
    };
    let forced = with(&[("CLICOLOR_FORCE", "1")]);
    assert!(forced.out.contains("\u{1b}[1m") && forced.err.contains('\u{1b}'), "{}", forced.out);
    let plain = with(&[("NO_COLOR", "1")]);
    assert!(!plain.out.contains('\u{1b}') && !plain.err.contains('\u{1b}'));
}
