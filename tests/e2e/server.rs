//! Serves the built page to the tests, as a plain static host would: at the root and below a sub-path.

use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use site::addresses::{is_document, is_picture};
use site::publish::{Files, MISSING, PAGE, SINGLE, WORKER, without_document};
use tiny_http::{Header, Response, Server};

/// A sub-path at which the page is served too, as by a host that gives each project a folder.
pub(crate) const SUB_PATH: &str = "/a/b/";
/// An empty page for an iframe.
pub(crate) const BLANK: &str = "/blank";
/// A page with an empty text area, to copy from and to paste into.
pub(crate) const NOTEPAD: &str = "/notepad";

/// The strictest content security policy under which the page can work. If the page breaks it, the browser writes an
/// error to its console.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                      img-src 'self' data:; manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; \
                      form-action 'none'";
/// How often a host checks whether it should stop.
const TURN: Duration = Duration::from_millis(20);

static EVERYWHERE: LazyLock<Host> = LazyLock::new(|| Host::serve(built(), &["/", SUB_PATH]));

/// Scheme, host and port of the shared server. It starts at the first call and runs until the tests end.
pub(crate) fn origin() -> &'static str {
    &EVERYWHERE.origin
}

/// The files of the built page, as they are published.
pub(crate) fn built() -> Files {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    assert!(directory.join("index.html").is_file(), "there is no built page in dist/: run `make build` first");
    let mut files = Files::new();
    read(&directory, "", &mut files);
    files
}

/// The files as Trunk built them, before publishing, for a test to change and to publish.
pub(crate) fn before_publishing() -> Files {
    let published = built();
    let folder =
        published.keys().find_map(|name| name.strip_suffix("start.js")).expect("there is a start script").to_owned();
    let written = [SINGLE, WORKER, MISSING, "tabeller.html", "tables.html"];
    let mut files: Files = published
        .into_iter()
        .filter(|(name, _)| !written.contains(&name.as_str()) && !is_picture(name) && !is_document(name))
        .map(|(name, content)| (name.trim_start_matches(&folder).to_owned(), content))
        .collect();
    let page = files.remove(PAGE).and_then(|page| String::from_utf8(page).ok()).expect("the page is text");
    files.insert(PAGE.to_owned(), without_document(&page.replace(&folder, "")).into_bytes());
    files
}

fn read(directory: &Path, below: &str, files: &mut Files) {
    for entry in fs::read_dir(directory).expect("dist/ can be listed") {
        let path = entry.expect("dist/ can be listed").path();
        let name = format!("{below}{}", path.file_name().and_then(|name| name.to_str()).expect("names are plain"));
        if path.is_dir() {
            read(&path, &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read(&path).expect("a file in dist/ can be read"));
        }
    }
}

/// A web server for one test, which can replace its files and stop.
pub(crate) struct Host {
    origin: String,
    site: Arc<Mutex<Site>>,
    is_stopping: Arc<AtomicBool>,
    serving: Option<JoinHandle<()>>,
}

impl Host {
    /// Serves these files below each of these paths, on a free port of this machine.
    pub(crate) fn serve(files: Files, below: &'static [&'static str]) -> Self {
        let server = Server::http("127.0.0.1:0").expect("a server can listen on a free port of this machine");
        let origin = format!("http://{}", server.server_addr());
        let site = Arc::new(Mutex::new(Site { files, below, failing: None }));
        let is_stopping = Arc::new(AtomicBool::new(false));
        let serving = thread::spawn({
            let (site, is_stopping) = (site.clone(), is_stopping.clone());
            move || {
                while !is_stopping.load(Ordering::Relaxed) {
                    if let Ok(Some(request)) = server.recv_timeout(TURN) {
                        let answer = site.lock().unwrap_or_else(PoisonError::into_inner).answer(request.url());
                        // An error here means that the browser has closed the connection.
                        let _ = request.respond(answer);
                    }
                }
            }
        });
        Self { origin, site, is_stopping, serving: Some(serving) }
    }

    /// The address of a file, or of the page where it is empty; a query and a link may follow.
    pub(crate) fn address(&self, of: &str) -> String {
        let below = self.site.lock().unwrap_or_else(PoisonError::into_inner).below[0];
        format!("{}{below}{of}", self.origin)
    }

    /// Replaces all files.
    pub(crate) fn deploy(&self, files: Files) {
        self.site.lock().unwrap_or_else(PoisonError::into_inner).files = files;
    }

    /// Has no answer to the next request for a file whose name ends so.
    pub(crate) fn fail_once(&self, name: &'static str) {
        self.site.lock().unwrap_or_else(PoisonError::into_inner).failing = Some(name);
    }

    /// Whether the request that was to fail has come.
    pub(crate) fn has_failed(&self) -> bool {
        self.site.lock().unwrap_or_else(PoisonError::into_inner).failing.is_none()
    }

    /// Stops the server: requests get no answer from now on.
    pub(crate) fn stop(&mut self) {
        self.is_stopping.store(true, Ordering::Relaxed);
        if let Some(serving) = self.serving.take() {
            serving.join().expect("a host stops");
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.is_stopping.store(true, Ordering::Relaxed);
    }
}

/// The files of the page by name. Only these names are served, so no address leads out of the directory.
struct Site {
    files: Files,
    below: &'static [&'static str],
    /// The end of the name of a file that is not sent the next time.
    failing: Option<&'static str>,
}

impl Site {
    fn answer(&mut self, address: &str) -> Response<Cursor<Vec<u8>>> {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        match path {
            BLANK => return helper(""),
            NOTEPAD => return helper("<textarea></textarea>"),
            _ => {}
        }
        // The longest base comes first, because every path begins with `/`.
        let name = self.below.iter().rev().find_map(|below| path.strip_prefix(below)).unwrap_or("outside");
        // What lies in a folder is its page.
        let name = if name.is_empty() || name.ends_with('/') { format!("{name}{PAGE}") } else { name.to_owned() };
        let name = name.as_str();
        if self.failing.take_if(|failing| name.ends_with(*failing)).is_some() {
            return answer(503, "text/plain; charset=utf-8", "not now");
        }
        match self.files.get(name) {
            // This file brings its own policy, which a header could only make stricter.
            Some(content) if name == SINGLE => answer(200, content_type(name), content.as_slice()),
            Some(content) => {
                let answer = answer(200, content_type(name), content.as_slice());
                answer.with_header(header("Content-Security-Policy", POLICY))
            }
            // Below its folder a host has the page's own answer.
            None => match self.files.get(MISSING).filter(|_| name != "outside") {
                Some(page) => answer(404, content_type(MISSING), page.as_slice())
                    .with_header(header("Content-Security-Policy", POLICY)),
                None => answer(404, "text/plain; charset=utf-8", "not found"),
            },
        }
    }
}

/// A page written by the tests. It names an icon, because the browser would otherwise request one and log an error.
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
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("a header of plain letters is one")
}
