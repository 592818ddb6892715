//! What `docs/` says of hosting is what the build and the budgets say.
//!
//! The configurations in `docs/hosts/` are written anew by
//!
//! ```text
//! INDSATSREGNER_HOSTS=write cargo test --test documented
//! ```

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::{env, fs};

use site::hosts;
use testing::in_repository;

#[test]
fn the_documented_configurations_are_those_that_are_tried() {
    let folder = "/srv/indsatsregner";
    for (name, text) in [("nginx.conf", hosts::nginx("80", folder)), ("Caddyfile", hosts::caddy("example.org", folder))]
    {
        let path = in_repository("docs/hosts").join(name);
        if env::var("INDSATSREGNER_HOSTS").is_ok_and(|value| value == "write") {
            fs::write(&path, &text).unwrap();
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), text, "docs/hosts/{name}");
    }
}

/// Two digits, because more would change with every budget.
#[test]
fn the_documented_costs_are_those_of_the_budgets() {
    let budgets = fs::read_to_string(in_repository("budgets.toml")).unwrap();
    let hosting = fs::read_to_string(in_repository("docs/hosting.md")).unwrap();
    for name in ["seen_at_first", "whole_note", "kept"] {
        let line = budgets.lines().find_map(|line| line.strip_prefix(&format!("{name} = ")));
        // A million times so many bytes are as many thousands of millions of them as one time has thousands.
        let thousands = line.and_then(|bytes| bytes.parse::<u32>().ok()).expect("a budget is a number").div_ceil(1000);
        let last = 10_u32.pow(thousands.ilog10().saturating_sub(1));
        let row = format!("| `{name}` | {} GB |", (thousands + last / 2) / last * last);
        assert!(hosting.contains(&row), "docs/hosting.md has {row}");
    }
}
