//! `completions`, `man`, and the help.

use super::{misused, printed, run};

const COMMANDS: [&str; 9] =
    ["evaluate", "check", "findings", "explain", "export", "table", "notes", "completions", "man"];

#[test]
fn every_shell_gets_a_script_that_knows_every_command() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = printed(&["completions", shell]);
        for command in COMMANDS {
            assert!(script.contains(command), "{shell}: {command}");
        }
    }
    assert!(misused(&["completions", "cmd"]).contains("possible values"));
}

#[test]
fn there_is_a_man_page_and_one_for_each_command() {
    let page = printed(&["man"]);
    assert!(page.contains(".TH indsatsregner 1") && page.contains("Exit codes"), "{page}");
    let folder = tempfile::tempdir().unwrap();
    printed(&["man", folder.path().to_str().unwrap()]);
    for command in COMMANDS {
        let path = folder.path().join(format!("indsatsregner-{command}.1"));
        assert!(path.exists(), "{}", path.display());
    }
    let ran = run(&["man", "Cargo.toml"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.starts_with("error: Cargo.toml: "), "{}", ran.err);
}

#[test]
fn the_help_says_what_the_exit_codes_are() {
    let help = printed(&["--help"]);
    for line in ["\n  0  ", "\n  1  ", "\n  2  ", "\n  3  "] {
        assert!(help.contains(line), "{help}");
    }
    for command in COMMANDS {
        assert!(help.contains(&format!("\n  {command} ")), "{command}");
        assert!(printed(&[command, "--help"]).contains("Usage: indsatsregner "), "{command}");
    }
    assert!(printed(&["--version"]).starts_with("indsatsregner "));
}

#[test]
fn wrong_use_has_a_code_of_its_own() {
    assert!(misused(&["evalute", "ips-2018"]).contains("'evaluate'"), "a similar command is named");
    assert!(misused(&["evaluate", "ips-2018", "--jsn"]).contains("--json"));
    let ran = run(&[]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("Usage: indsatsregner "), "{}", ran.err);
}
