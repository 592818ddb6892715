//! The published files as nginx, Caddy and Apache send them, told by the configurations of `docs/hosts/` and by the published `.htaccess`;
//! and two editions after one another, published as `docs/hosting.md` says.
//!
//! `make test-hosts` runs this.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

#[path = "../common/mod.rs"]
mod common;
mod editions;
mod server;

use std::fs;
use std::path::Path;
use std::process::Command;

use site::hosts;
use site::publish::{Files, MISSING, PAGE, SINGLE, SITEMAP, WORKER, publish_at};
use tempfile::TempDir;
use testing::{LIBRARY, in_repository};

use server::{Server, work};

/// What browsers accept over https, over http, and what a program accepts that knows no encodings; with the copy that is sent.
const ACCEPTED: [(&str, Option<(&str, &str)>); 3] =
    [("gzip, deflate, br, zstd", Some(("br", "br"))), ("gzip, deflate", Some(("gzip", "gz"))), ("identity", None)];

const REVALIDATED: &str = "no-cache";
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

#[test]
fn nginx_sends_every_file_as_it_is_documented() {
    let (folder, published) = site("/");
    sends_every_file(&server::nginx(folder.path()), "/", &folder, &published);
}

#[test]
fn caddy_sends_every_file_as_it_is_documented() {
    let (folder, published) = site("/");
    sends_every_file(&server::caddy(folder.path()), "/", &folder, &published);
}

/// Below a path, because the published file names it.
#[test]
fn apache_sends_every_file_as_the_published_file_says() {
    let below = "/a/b/";
    let (folder, published) = site(below);
    let apache = server::apache("", folder.path().to_str().unwrap(), folder.path());
    sends_every_file(&apache, below, &folder, &published);
}

/// What holds of every host that serves the folder, in which the published files lie at the path `below`.
#[track_caller]
fn sends_every_file(server: &Server, below: &str, folder: &TempDir, published: &Files) {
    let lies = |name: &str| folder.path().join(below.trim_start_matches('/')).join(name);
    let edition = published.keys().find_map(|name| name.strip_suffix("/start.js")).expect("an edition has a folder");
    for (name, content_type, kept) in [
        (PAGE, HTML, REVALIDATED),
        ("en/ips-2018/index.html", HTML, REVALIDATED),
        ("tabeller.html", HTML, REVALIDATED),
        (SINGLE, HTML, REVALIDATED),
        (WORKER, SCRIPT, REVALIDATED),
        ("manifest.webmanifest", "application/manifest+json", REVALIDATED),
        ("schema.json", "application/json", REVALIDATED),
        (SITEMAP, "application/xml", REVALIDATED),
        ("icons/icon.svg", "image/svg+xml", REVALIDATED),
        ("icons/icon-192.png", "image/png", REVALIDATED),
        (&format!("{edition}/start.js"), SCRIPT, FOR_EVER),
        (&format!("{edition}/style.css"), "text/css; charset=utf-8", FOR_EVER),
        (&format!("{edition}/indsatsregner_bg.wasm"), "application/wasm", FOR_EVER),
    ] {
        let address = address(below, name);
        for (accepted, _) in ACCEPTED {
            let answer = server.get(&address, accepted, &[]);
            let said = ["content-type", "cache-control", "x-content-type-options"].map(|header| answer.header(header));
            assert_eq!(said, [content_type, kept, "nosniff"].map(Some), "{address} for {accepted}");
        }
        // A browser that has the file is told that it has not changed.
        let answer = server.get(&address, ACCEPTED[0].0, &[]);
        let tag = answer.header("etag").expect("a file has a tag");
        let again = server.get(&address, ACCEPTED[0].0, &[("If-None-Match", tag)]);
        assert_eq!((again.status, again.content.len()), (304, 0), "{address}");
        assert_eq!(again.header("cache-control"), Some(kept), "{address}");
    }
    let mut copies = 0;
    for (name, content) in published {
        for (accepted, copy) in ACCEPTED {
            let copy = copy.filter(|(_, end)| lies(&format!("{name}.{end}")).exists());
            let answer = server.get(&address(below, name), accepted, &[]);
            let what = format!("{name} for {accepted}");
            assert_eq!(answer.status, 200, "{what}");
            answer.is_encoded(copy.map(|(encoding, _)| encoding), content, &what);
            if lies(&format!("{name}.br")).exists() {
                answer.says_that_browsers_choose(&what);
            }
            if let Some((_, end)) = copy {
                assert_eq!(answer.content, fs::read(lies(&format!("{name}.{end}"))).unwrap(), "{what} is the copy");
                copies += 1;
            }
        }
    }
    assert!(copies > published.len(), "{copies} copies of {} files", published.len());

    // The page for an address that leads nowhere, also where the files of an older edition have been.
    for nowhere in ["nowhere", "nowhere/", "v-0123456789ab/start.js", &format!("{edition}/nowhere.wasm"), "%23v=1"] {
        for (accepted, copy) in ACCEPTED {
            let answer = server.get(&format!("{below}{nowhere}"), accepted, &[]);
            let what = format!("{nowhere} for {accepted}");
            let said = ["content-type", "cache-control", "x-content-type-options"].map(|header| answer.header(header));
            assert_eq!((answer.status, said), (404, [HTML, REVALIDATED, "nosniff"].map(Some)), "{what}");
            answer.is_encoded(copy.map(|(encoding, _)| encoding), &published[MISSING], &what);
            answer.says_that_browsers_choose(&what);
        }
    }
    let leads_on = server.get(&format!("{below}ips-2018"), "identity", &[]);
    assert!([301, 308].contains(&leads_on.status), "{}", leads_on.status);
    assert!(leads_on.header("location").unwrap().ends_with(&format!("{below}ips-2018/")), "{:?}", leads_on.headers);
}

/// The address at which readers find a file.
fn address(below: &str, name: &str) -> String {
    let folder = name.strip_suffix(PAGE).filter(|folder| folder.is_empty() || folder.ends_with('/'));
    format!("{below}{}", folder.unwrap_or(name))
}

/// A folder for a host to serve, with a small published page in it at a path, and with all that the build puts beside its files.
fn site(below: &str) -> (TempDir, Files) {
    let folder = work();
    let published =
        put(&small(), &format!("https://a.example{below}"), &folder.path().join(below.trim_start_matches('/')));
    (folder, published)
}

/// A small build, whose wasm becomes smaller in copies as that of a real one.
fn small() -> Files {
    let mut built = common::built();
    for name in ["indsatsregner_bg.wasm", "exports_bg.wasm"] {
        let wasm = built.get_mut(name).unwrap();
        *wasm = wasm.repeat(100);
    }
    built
}

/// Publishes what was built into a folder, with all that the build puts beside its files.
fn put(built: &Files, site: &str, into: &Path) -> Files {
    let published = publish_at(built, &LIBRARY, Some(site)).unwrap();
    for (name, content) in published.iter().chain(&hosts::files(&published, Some(site))) {
        let path = into.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    for tool in ["tools/compress", "tools/sums"] {
        let done =
            Command::new(in_repository(tool)).arg(into).status().unwrap_or_else(|error| panic!("{tool}: {error}"));
        assert!(done.success(), "{tool}");
    }
    published
}
