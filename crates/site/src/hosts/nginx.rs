//! The configuration of nginx.

use super::{ANY_TYPE, EDITION, HEADERS, Header, TYPES, each};
use crate::publish::MISSING;

/// The configuration of nginx that serves the folder `root` at the address and port `listen`.
#[must_use]
pub fn nginx(listen: &str, root: &str) -> String {
    let maps: String = HEADERS.iter().filter_map(map).collect();
    let types = each(&TYPES, |(end, media_type)| format!("        \"{media_type}\" {end};\n"));
    let headers = each(&HEADERS, header);
    format!(
        "# nginx, with Debian's libnginx-mod-http-brotli-static. A file for /etc/nginx/conf.d/: write your own address and folder.\n\
         # Where there is no such module, leave out `brotli_static`, and nginx sends the copies in gzip.\n\
         {maps}\n\
         server {{\n    listen {listen};\n    server_name example.org;\n    root {root};\n    error_page 404 /{MISSING};\n\
         \n    types {{\n{types}    }}\n    default_type {ANY_TYPE};\n\
         \n    # The compressed copies beside the files.\n    brotli_static on;\n    gzip_static on;\n    gzip_vary on;\n\
         \n    # `always`: also with the page of missing addresses.\n{headers}}}\n"
    )
}

/// The name under which nginx keeps the value of a header.
fn variable(name: &str) -> String {
    format!("$indsatsregner_{}", name.to_lowercase().replace('-', "_"))
}

/// The values of a header that has another one in the folder of an edition.
fn map(Header { name, value, in_edition }: &Header) -> Option<String> {
    let in_edition = in_edition.as_ref()?;
    let variable = variable(name);
    Some(format!("\nmap $uri {variable} {{\n    default \"{value}\";\n    \"~{EDITION}\" \"{in_edition}\";\n}}\n"))
}

/// Sends a header.
fn header(Header { name, value, in_edition }: &Header) -> String {
    let value = if in_edition.is_some() { variable(name) } else { format!("\"{value}\"") };
    format!("    add_header {name} {value} always;\n")
}
