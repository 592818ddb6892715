//! The examples of `docs/cli.md`, which are run as they stand.

use std::path::Path;
use std::process::Command;

use testing::in_repository;

use super::program;

/// A command, and what stands below it.
struct Example {
    command: String,
    prints: String,
}

/// The commands in the blocks of a console. A line that begins with `$` is a command, and what follows it is what it prints.
fn examples(text: &str) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    for block in text.split("```console\n").skip(1) {
        for line in block.split("```").next().unwrap().lines() {
            if let Some(command) = line.strip_prefix("$ ") {
                examples.push(Example { command: command.to_owned(), prints: String::new() });
            } else {
                let example = examples.last_mut().expect("a block begins with a command");
                example.prints.extend([line, "\n"]);
            }
        }
    }
    examples
}

#[test]
fn every_example_of_the_documentation_prints_what_stands_below_it() {
    let path = in_repository("docs/cli.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let examples = examples(&text);
    assert!(examples.len() > 10, "only {} examples were found", examples.len());
    // Files that examples write are none of the repository's.
    let folder = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(in_repository("data"), folder.path().join("data")).unwrap();
    let programs = Path::new(env!("CARGO_BIN_EXE_indsatsregner")).parent().unwrap();
    let search = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
    let mut written = text.clone();
    for Example { command, prints } in &examples {
        let mut shell = Command::new("bash");
        for (name, value) in program(&[]).get_envs() {
            assert_eq!(value, None);
            shell.env_remove(name);
        }
        shell.args(["-c", &format!("exec 2>&1; {command}")]).current_dir(folder.path());
        shell.env("PATH", &search);
        let output = shell.output().unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        if std::env::var("INDSATSREGNER_EXAMPLES").is_ok_and(|value| value == "write") {
            written = written.replacen(&format!("$ {command}\n{prints}"), &format!("$ {command}\n{printed}"), 1);
        } else {
            assert_eq!(printed, *prints, "{command}");
        }
    }
    if written != text {
        std::fs::write(path, written).unwrap();
    }
}
