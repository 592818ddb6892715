//! What `docs/` says of hosting is what the build says.
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
