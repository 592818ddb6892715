//! The configuration of Caddy.

use super::{COPIES, EDITION, HEADERS, Header, TYPES, each};
use crate::publish::MISSING;

/// The configuration of Caddy that serves the folder `root` at the address `site`.
#[must_use]
pub fn caddy(site: &str, root: &str) -> String {
    // Caddy takes the name of a group of files once in a site, so the names stand apart from what is sent twice.
    let kinds = each(&TYPES, |(end, _)| format!("\t@{end} path {}\n", paths(end)));
    let types = each(&TYPES, |(end, media_type)| format!("\theader @{end} Content-Type \"{media_type}\"\n"));
    let headers = each(&HEADERS, header);
    let encodings: Vec<&str> = COPIES.iter().map(|(_, encoding)| *encoding).collect();
    format!(
        "# Caddy 2. Write your own address and folder; for an address with a name Caddy gets the certificate by itself.\n\
         (indsatsregner) {{\n{headers}{types}\
         \theader {{\n\t\tVary Accept-Encoding\n\t\t# Caddy says it too, but only with a copy.\n\t\tdefer\n\t}}\n\
         \n\t# The compressed copies beside the files.\n\tfile_server {{\n\t\tprecompressed {encodings}\n\t}}\n}}\n\
         \n{site} {{\n\troot * {root}\n\
         \n\t@edition path_regexp {EDITION}\n\t@rest not path_regexp {EDITION}\n{kinds}\
         \n\timport indsatsregner\n\thandle_errors {{\n\t\t# In this order, or the page of missing addresses had the headers of the missing one.\n\
         \t\troute {{\n\t\t\trewrite * /{MISSING}\n\t\t\timport indsatsregner\n\t\t}}\n\t}}\n}}\n",
        encodings = encodings.join(" "),
    )
}

/// The addresses of the files with this end. The page of a folder is sent at the address of the folder.
fn paths(end: &str) -> String {
    let folders = if end == "html" { " */" } else { "" };
    format!("*.{end}{folders}")
}

/// Sends a header.
fn header(Header { name, value, in_edition }: &Header) -> String {
    match in_edition {
        Some(in_edition) => format!("\theader @rest {name} \"{value}\"\n\theader @edition {name} \"{in_edition}\"\n"),
        None => format!("\theader {name} \"{value}\"\n"),
    }
}
