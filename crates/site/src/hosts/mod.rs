//! What hosts are told of the published files: what they are, how long they may be kept, and that compressed copies lie beside them.
//!
//! The tables here are the one place that says it. Each kind of host gets them in its own form: `_headers` and `.htaccess` are
//! published, since such hosts look for them beside the files; the configurations of nginx and Caddy are in `docs/hosts/`. The end-to-end
//! tests serve the page with the same types.

mod caddy;
mod headers_file;
mod htaccess;
mod nginx;

use crate::bill::BILL;
use crate::publish::{Files, extension};

pub use caddy::caddy;
pub use nginx::nginx;

/// The media type of each kind of file, by the end of its name.
const TYPES: [(&str, &str); 10] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    // Under another type browsers do not compile it while it arrives.
    ("wasm", "application/wasm"),
    ("webmanifest", MANIFEST_TYPE),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("xml", "application/xml"),
    // Browsers show it, where they would save `application/toml` as a file.
    ("toml", "text/plain; charset=utf-8"),
];
const MANIFEST_TYPE: &str = "application/manifest+json";
/// The media type of any other file.
const ANY_TYPE: &str = "application/octet-stream";

/// A header that is sent with every file.
struct Header {
    name: &'static str,
    value: &'static str,
    /// The value in the folder of an edition, where it is another one.
    in_edition: Option<&'static str>,
}

/// All headers that hosts are to send, but for types and encodings.
const HEADERS: [Header; 5] = [
    // An address in an edition's folder never means anything else. Everything else is asked for each time, and most answers are that it
    // has not changed.
    Header { name: "Cache-Control", value: "no-cache", in_edition: Some("public, max-age=31536000, immutable") },
    Header { name: "X-Content-Type-Options", value: "nosniff", in_edition: None },
    // The policy of the page stands in the page itself. These are what only a host can say: that links from here tell nothing of the
    // reader's address, that no window which opened the page can reach into it, and that it never asks for what it does not need.
    Header { name: "Referrer-Policy", value: "no-referrer", in_edition: None },
    Header { name: "Cross-Origin-Opener-Policy", value: "same-origin", in_edition: None },
    Header {
        name: "Permissions-Policy",
        value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        in_edition: None,
    },
];

/// What the address of a file in the folder of an edition contains, as a regular expression. The folder may lie below others.
const EDITION: &str = "/v-[0-9a-f]+/";

/// The names of the published files that hosts read: for Netlify and Cloudflare Pages, and for Apache.
const HEADERS_FILE: &str = "_headers";
const HTACCESS: &str = ".htaccess";
/// The ends of the names of compressed copies, as `tools/compress` writes them, with the encodings that they are in. Hosts send the first
/// that the browser takes.
const COPIES: [(&str, &str); 2] = [("br", "br"), ("gz", "gzip")];
/// The names of the published files that are there for whoever checks the others: what they are made of, and their hashes, which
/// `tools/sums` writes.
const PROOFS: [&str; 2] = [BILL, "SHA256SUMS"];

/// The media type of a file.
#[must_use]
pub fn content_type(name: &str) -> &'static str {
    TYPES.iter().find(|(end, _)| extension(name) == *end).map_or(ANY_TYPE, |(_, media_type)| media_type)
}

/// Whether a file lies beside the published ones only for hosts: it tells how to send them, or what they are, or is a compressed copy. No
/// reader asks for it.
#[must_use]
pub fn is_for_hosts(name: &str) -> bool {
    name == HEADERS_FILE
        || name == HTACCESS
        || PROOFS.contains(&name)
        || COPIES.iter().any(|(end, _)| extension(name) == *end)
}

/// The files that tell hosts how to send the published ones, to lie beside those. `site` is the address of the page, where it is known.
#[must_use]
pub fn files(published: &Files, site: Option<&str>) -> Files {
    let texts = [(HEADERS_FILE, headers_file::text(published)), (HTACCESS, htaccess::text(site))];
    texts.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect()
}

/// All rows of a table, as they are written.
fn each<T>(rows: &[T], written: impl Fn(&T) -> String) -> String {
    rows.iter().map(written).collect()
}

#[cfg(test)]
mod tests {
    use super::{HEADERS, content_type, files, is_for_hosts};
    use crate::publish::Files;

    fn published() -> Files {
        ["index.html", "v-0a1b/style.css"].map(|name| (name.to_owned(), Vec::new())).into()
    }

    fn text(name: &str, site: Option<&str>) -> String {
        String::from_utf8(files(&published(), site)[name].clone()).unwrap()
    }

    #[test]
    fn what_only_hosts_need_is_told_from_what_readers_ask_for() {
        for name in ["_headers", ".htaccess", "index.html.br", "v-1/start.js.gz", "sbom.cdx.json", "SHA256SUMS"] {
            assert!(is_for_hosts(name), "{name}");
        }
        for name in ["index.html", "icons/icon-192.png", "v-1/exports_bg.wasm", "br", "a/gz"] {
            assert!(!is_for_hosts(name), "{name}");
        }
        assert!(files(&published(), None).keys().all(|name| is_for_hosts(name)));
    }

    #[test]
    fn a_type_is_known_by_the_end_of_a_name() {
        assert_eq!(content_type("en/index.html"), "text/html; charset=utf-8");
        assert_eq!(content_type("v-1/exports_bg.wasm"), "application/wasm");
        assert_eq!(content_type("wasm"), "application/octet-stream");
    }

    /// Such hosts join what several rules say of one header.
    #[test]
    fn no_two_rules_say_the_same_header_of_a_file() {
        let text = text("_headers", None);
        let rules: Vec<&str> = text.split("\n/").skip(1).collect();
        let [everywhere, manifest, edition] = rules[..] else { panic!("the rules are {rules:?}") };
        let said: Vec<&str> = everywhere.lines().skip(1).filter_map(|line| line.trim().split(':').next()).collect();
        let expected: Vec<&str> =
            HEADERS.iter().filter(|header| header.in_edition.is_none()).map(|header| header.name).collect();
        assert_eq!((everywhere.lines().next(), said), (Some("*"), expected));
        assert_eq!(manifest, "manifest.webmanifest\n  Content-Type: application/manifest+json");
        assert_eq!(edition, "v-0a1b/*\n  Cache-Control: public, max-age=31536000, immutable\n");
    }

    #[test]
    fn apache_finds_the_page_of_missing_addresses_in_the_folder_of_the_site() {
        for (site, path) in [
            (None, "/404.html"),
            (Some("https://a.example/"), "/404.html"),
            (Some("https://a.example/b/c/"), "/b/c/404.html"),
            (Some("https://a.example/b/index.html"), "/b/404.html"),
        ] {
            let text = text(".htaccess", site);
            assert!(text.contains(&format!("\nErrorDocument 404 {path}\n")), "{text}");
        }
    }
}
