//! Serves the built page to the tests, as a plain static host would: at the root and below a sub-path.

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::sync::LazyLock;
use std::thread;

use tiny_http::{Header, Response, Server};

/// Where else the page is served, as by a host that gives each project a folder.
pub(crate) const SUB_PATH: &str = "/a/b/";
/// An empty page, which has room for a frame.
pub(crate) const BLANK: &str = "/blank";
/// A page with an empty text area, to copy from and to paste into.
pub(crate) const NOTEPAD: &str = "/notepad";

/// The strictest policy under which the page can work: what it breaks, the browser refuses and writes to its console.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                      img-src data:; base-uri 'none'; form-action 'none'";

static ORIGIN: LazyLock<String> = LazyLock::new(|| {
    let site = Site::built();
    let server = Server::http("127.0.0.1:0").expect("a server can listen on a free port of this machine");
    let address = server.server_addr();
    thread::spawn(move || {
        for request in server.incoming_requests() {
            let answer = site.answer(request.url());
            // A browser that has gone away wants no answer any more.
            let _ = request.respond(answer);
        }
    });
    format!("http://{address}")
});

/// Scheme, host and port of the server. It starts with the first question and lives as long as the tests.
pub(crate) fn origin() -> &'static str {
    &ORIGIN
}

/// The files of the page by name, read once: a page that is rebuilt meanwhile does not mix with this one. Only these
/// names are answered, so no address leads out of the directory.
struct Site {
    files: BTreeMap<String, Vec<u8>>,
}

impl Site {
    fn built() -> Self {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        assert!(directory.join("index.html").is_file(), "there is no built page in dist/: run `make build` first");
        let files = fs::read_dir(&directory).expect("dist/ can be listed").filter_map(|entry| {
            let path = entry.expect("dist/ can be listed").path();
            let name = path.file_name()?.to_str()?.to_owned();
            path.is_file().then(|| (name, fs::read(&path).expect("a file in dist/ can be read")))
        });
        Self { files: files.collect() }
    }

    fn answer(&self, address: &str) -> Response<Cursor<Vec<u8>>> {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        match path {
            BLANK => return helper(""),
            NOTEPAD => return helper("<textarea></textarea>"),
            _ => {}
        }
        let name = path.strip_prefix(SUB_PATH).or_else(|| path.strip_prefix('/')).unwrap_or_default();
        let name = if name.is_empty() { "index.html" } else { name };
        match self.files.get(name) {
            Some(content) => {
                let answer = answer(200, content_type(name), content.as_slice());
                answer.with_header(header("Content-Security-Policy", POLICY))
            }
            None => answer(404, "text/plain; charset=utf-8", "not found"),
        }
    }
}

/// A page of the tests' own. It names an icon, or the browser would ask for one and complain that there is none.
fn helper(body: &str) -> Response<Cursor<Vec<u8>>> {
    let page = format!("<!doctype html><title>for the tests</title><link rel=icon href=data:,><body>{body}");
    answer(200, "text/html; charset=utf-8", page)
}

fn answer(status: u16, content_type: &str, content: impl Into<Vec<u8>>) -> Response<Cursor<Vec<u8>>> {
    Response::from_data(content).with_status_code(status).with_header(header("Content-Type", content_type))
}

fn content_type(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("a header of plain letters is one")
}
