//! The file by which Netlify and Cloudflare Pages are told what to send. They compress by themselves, know the other types, and let
//! browsers ask for everything again where nothing is said.

use super::{HEADERS, Header, MANIFEST_TYPE, each};
use crate::publish::{Files, MANIFEST};

/// The content of the file. Where two rules fit an address, these hosts join what they say, so each header is said by one of them.
pub(super) fn text(published: &Files) -> String {
    let everywhere =
        HEADERS.iter().filter(|header| header.in_edition.is_none()).map(|header| (header.name, header.value));
    let of_edition = |header: &Header| header.in_edition.map(|value| (header.name, value));
    // The name of the folder and not a pattern: a star may stand only at the end of one, and such a host has one edition at a time.
    let edition = published.keys().filter_map(|name| name.split_once('/')).find(|(folder, _)| folder.starts_with("v-"));
    let mut text =
        "# What Netlify and Cloudflare Pages send with these files. Other hosts do not read this.\n".to_owned();
    text.push_str(&rule("*", everywhere));
    text.push_str(&rule(MANIFEST, [("Content-Type", MANIFEST_TYPE)]));
    if let Some((folder, _)) = edition {
        text.push_str(&rule(&format!("{folder}/*"), HEADERS.iter().filter_map(of_edition)));
    }
    text
}

/// The headers of one path.
fn rule(path: &str, headers: impl IntoIterator<Item = (&'static str, &'static str)>) -> String {
    let headers: Vec<_> = headers.into_iter().collect();
    format!("/{path}\n{}", each(&headers, |(name, value)| format!("  {name}: {value}\n")))
}
