//! Serves the built page to the tests, as a plain static host would: at the root and below a sub-path.

use std::convert::Infallible;
use std::fs;
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use http::Response;
use http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use site::addresses::{is_document, is_picture};
use site::hosts::{content_type, is_for_hosts};
use site::policy;
use site::publish::{Files, MISSING, PAGE, SINGLE, WORKER, without_document};
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

use crate::engine::Engine;

/// A sub-path at which the page is served too, as by a host that gives each project a folder.
pub(crate) const SUB_PATH: &str = "/a/b/";
/// An empty page for an iframe.
pub(crate) const BLANK: &str = "/blank";
/// A page with an empty text area, to copy from and to paste into.
pub(crate) const NOTEPAD: &str = "/notepad";

/// What watches for errors where the engine gives no access to its console, and the element that loads it, before all others.
pub(crate) const WATCH: &str = "/watch.js";
const WATCHED: (&str, &str) =
    ("<meta charset=\"utf-8\">", "<meta charset=\"utf-8\"><script src=\"/watch.js\"></script>");

/// The policy of the page, also for what is served without one, so that the tests notice whatever breaks it.
const POLICY: &str = policy::POLICY;

static EVERYWHERE: LazyLock<Host> = LazyLock::new(|| Host::serve(built(), &["/", SUB_PATH]));

/// Scheme, host and port of the shared server. It starts at the first call and runs until the tests end.
pub(crate) fn origin() -> &'static str {
    &EVERYWHERE.origin
}

/// The files of the built page, as they are published, without those that lie beside them for other hosts.
pub(crate) fn built() -> Files {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    assert!(directory.join("index.html").is_file(), "there is no built page in dist/: run `make build` first");
    let mut files = Files::new();
    read(&directory, "", &mut files);
    files.retain(|name, _| !is_for_hosts(name));
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
    files.insert(PAGE.to_owned(), policy::without_policy(&without_document(&page.replace(&folder, ""))).into_bytes());
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
    /// What serves, until the host is stopped. It takes every connection with it.
    serving: Option<Runtime>,
}

impl Host {
    /// Serves these files below each of these paths, on a free port of this machine.
    pub(crate) fn serve(files: Files, below: &'static [&'static str]) -> Self {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_io().build();
        let runtime = runtime.expect("an event loop can be made");
        let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)));
        let listener = listener.expect("a server can listen on a free port of this machine");
        let origin = format!("http://{}", listener.local_addr().expect("the port has a number"));
        let site = Arc::new(Mutex::new(Site { files, below, failing: None }));
        runtime.spawn(answer_all(listener, site.clone()));
        Self { origin, site, serving: Some(runtime) }
    }

    /// The address of a file, or of the page where it is empty; a query and a link may follow.
    pub(crate) fn address(&self, of: &str) -> String {
        let below = locked(&self.site).below[0];
        format!("{}{below}{of}", self.origin)
    }

    /// Replaces all files.
    pub(crate) fn deploy(&self, files: Files) {
        locked(&self.site).files = files;
    }

    /// Has no answer to the next request for a file whose name ends so.
    pub(crate) fn fail_once(&self, name: &'static str) {
        locked(&self.site).failing = Some(name);
    }

    /// Whether the request that was to fail has come.
    pub(crate) fn has_failed(&self) -> bool {
        locked(&self.site).failing.is_none()
    }

    /// Stops the server: requests get no answer from now on.
    pub(crate) fn stop(&mut self) {
        self.serving.take();
    }
}

fn locked(site: &Mutex<Site>) -> MutexGuard<'_, Site> {
    site.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Answers every request of every connection, of which a browser keeps several open.
async fn answer_all(listener: TcpListener, site: Arc<Mutex<Site>>) {
    loop {
        // An error here means that the browser has closed the connection.
        let Ok((connection, _)) = listener.accept().await else { continue };
        let site = site.clone();
        let answers = service_fn(move |request: http::Request<Incoming>| {
            // The worker asks for pages too, and compares them with what was published.
            let is_shown =
                request.headers().get("sec-fetch-dest").is_some_and(|what| what == "document" || what == "iframe");
            let answer = locked(&site).answer(request.uri().path(), is_shown);
            async { Ok::<_, Infallible>(answer) }
        });
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(connection), answers));
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
    fn answer(&mut self, path: &str, is_shown: bool) -> Answer {
        match path {
            BLANK => return helper(""),
            NOTEPAD => return helper("<textarea></textarea>"),
            WATCH => return answer(200, content_type(WATCH), include_str!("watch.js")),
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
            Some(content) => with_policy(answer(
                200,
                content_type(name),
                if is_shown { watched(name, content) } else { content.clone() },
            )),
            // Below its folder a host has the page's own answer.
            None => match self.files.get(MISSING).filter(|_| name != "outside") {
                Some(page) => with_policy(answer(404, content_type(MISSING), page.as_slice())),
                None => answer(404, "text/plain; charset=utf-8", "not found"),
            },
        }
    }
}

type Answer = Response<Full<Bytes>>;

/// A file, which watches for errors if it is a page and the engine needs that.
fn watched(name: &str, content: &[u8]) -> Vec<u8> {
    match std::str::from_utf8(content) {
        Ok(page)
            if Path::new(name).extension().is_some_and(|kind| kind == "html") && !Engine::chosen().gives_console() =>
        {
            page.replacen(WATCHED.0, WATCHED.1, 1).into_bytes()
        }
        _ => content.to_owned(),
    }
}

/// A page written by the tests. It names an icon, because the browser would otherwise request one and log an error.
fn helper(body: &str) -> Answer {
    let page = format!("<!doctype html><title>for the tests</title><link rel=icon href=data:,><body>{body}");
    answer(200, "text/html; charset=utf-8", page)
}

fn answer(status: u16, content_type: &str, content: impl Into<Vec<u8>>) -> Answer {
    let answer = Response::builder().status(status).header(CONTENT_TYPE, content_type);
    answer.body(Full::from(content.into())).expect("a status and plain letters are an answer")
}

fn with_policy(mut answer: Answer) -> Answer {
    answer.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    answer
}
