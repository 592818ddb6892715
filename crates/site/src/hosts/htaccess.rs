//! The file by which Apache is told what to send. It lies beside the files and needs `AllowOverride FileInfo`; what a host has no module
//! for is left out.

use super::{COPIES, EDITION, HEADERS, Header, TYPES, each};
use crate::publish::MISSING;

/// The content of the file. `site` is the address of the page; without it the page of missing addresses is looked for at the top of the host.
pub(super) fn text(site: Option<&str>) -> String {
    let types = each(&TYPES, |(end, media_type)| format!("  AddType \"{media_type}\" .{end}\n"));
    let encodings = each(&COPIES, |(end, encoding)| format!("  AddEncoding {encoding} .{end}\n"));
    let headers = each(&HEADERS, header);
    let copies = each(&COPIES, copy);
    format!(
        "# What Apache sends with these files. Other hosts do not read this.\n\
         ErrorDocument 404 {folder}{MISSING}\n\
         \n\
         <IfModule mod_mime.c>\n{types}  # Otherwise .br is Breton and .gz an archive, whatever stands before it.\n  \
         RemoveLanguage .br\n  RemoveType .gz\n{encodings}</IfModule>\n\
         \n\
         <IfModule mod_headers.c>\n{headers}  Header merge Vary Accept-Encoding\n</IfModule>\n\
         \n\
         # The compressed copies beside the files.\n\
         <IfModule mod_rewrite.c>\n  RewriteEngine On\n{copies}</IfModule>\n",
        folder = folder(site.unwrap_or_default()),
    )
}

/// The path of the folder in which the page lies.
fn folder(site: &str) -> &str {
    let path = site.split_once("://").and_then(|(_, rest)| rest.find('/').and_then(|slash| rest.get(slash..)));
    path.and_then(|path| path.rfind('/').and_then(|slash| path.get(..=slash))).unwrap_or("/")
}

/// Sends a header with every file, also with the page of missing addresses.
fn header(Header { name, value, in_edition }: &Header) -> String {
    let everywhere = format!("  Header always set {name} \"{value}\"\n");
    let in_edition = in_edition
        .map(|value| format!("  Header always set {name} \"{value}\" \"expr=%{{REQUEST_URI}} =~ m#{EDITION}#\"\n"));
    everywhere + &in_edition.unwrap_or_default()
}

/// Sends the copy with this end, where it is there and the browser takes its encoding.
fn copy((end, encoding): &(&str, &str)) -> String {
    format!(
        "  RewriteCond %{{HTTP:Accept-Encoding}} \\b{encoding}\\b\n  RewriteCond %{{REQUEST_FILENAME}}.{end} -f\n  \
         RewriteRule .+ $0.{end} [END]\n"
    )
}
