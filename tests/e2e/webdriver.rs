//! A `WebDriver` server for one session: started on a free port, and stopped on drop, even if a test panics.
//!
//! Each session has its own server, since geckodriver and `WebKitWebDriver` allow only one session.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};

use serde_json::Value;
use tempfile::TempDir;

use crate::display::Display;
use crate::engine::Engine;
use crate::fonts::Fonts;
use crate::patience;

/// Held while a server starts, so that only one starts at a time: the free port it found is in use before the next
/// server looks for one.
static STARTING: Mutex<()> = Mutex::new(());

/// A running `WebDriver` server.
#[derive(Debug)]
pub(crate) struct WebDriver {
    process: Child,
    port: u16,
    folder: TempDir,
    _keeper: Option<Keeper>,
    // Declared last: it is there for as long as the browser is.
    display: Option<Display>,
}

impl WebDriver {
    /// Starts a server whose browsers see one set of fonts and have a reader who prefers these languages, and waits until it says
    /// that it is ready.
    #[track_caller]
    pub(crate) fn start(engine: Engine, fonts: Fonts, languages: &str) -> Self {
        let _alone = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
        let program = engine.program();
        let port = free_port().expect("this machine has a free port");
        let folder = tempfile::tempdir().expect("a folder can be made");
        let mut command = engine.serve_on(port, folder.path(), languages);
        command.env(Fonts::VARIABLE, fonts.configuration());
        let display = engine.needs_a_display().then(Display::start);
        if let Some(display) = &display {
            command.env(Display::VARIABLE, display.name());
        }
        if engine.forgets() {
            command.process_group(0);
        }
        let process = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let process = process.unwrap_or_else(|error| panic!("{program} does not start: {error}. Is it installed?"));
        let keeper = engine.forgets().then(|| Keeper::of(&process, folder.path()));
        let mut server = Self { process, port, folder, _keeper: keeper, display };
        patience::until(&format!("{program} is ready"), || {
            if let Ok(Some(status)) = server.process.try_wait() {
                panic!("{program} ended at once, with {status}");
            }
            let status = server.ask("GET", "/status", None).ok()?;
            (status.pointer("/value/ready")? == true).then_some(())
        });
        server
    }

    /// The address of the server.
    pub(crate) fn address(&self) -> String {
        format!("http://{}:{}/", Ipv4Addr::LOCALHOST, self.port)
    }

    /// Gives the focus to the browser's window, where it has a display of its own.
    #[track_caller]
    pub(crate) fn focus_window(&self, class: &str) {
        if let Some(display) = &self.display {
            display.focus(class);
        }
    }

    /// The folder for temporary files of the server and its browser.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Sends a request to the server: one outside of a session, or one that only this engine knows.
    pub(crate) fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> io::Result<Value> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(patience::LONGEST))?;
        let body = body.map(Value::to_string).unwrap_or_default();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {}:{}\r\nContent-Type: application/json; charset=utf-8\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            Ipv4Addr::LOCALHOST,
            self.port,
            body.len(),
        )?;
        let mut answer = BufReader::new(stream);
        let mut length = 0;
        for line in answer.by_ref().lines() {
            let line = line?.to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            if let Some(number) = line.strip_prefix("content-length:") {
                length = number.trim().parse().map_err(io::Error::other)?;
            }
        }
        let mut text = String::new();
        answer.take(length).read_to_string(&mut text)?;
        serde_json::from_str(&text).map_err(io::Error::other)
    }
}

impl Drop for WebDriver {
    fn drop(&mut self) {
        // The server may have ended already. Then there is nothing more to do.
        let _ = self.process.kill();
        let _ = self.process.wait();
        // The browser's last processes may still be writing. Whatever cannot be removed yet is left behind.
        patience::allows(|| fs::remove_dir_all(&self.folder).is_ok());
    }
}

/// Ends a server and its browser when the tests have ended, however they do, and removes their folder: what rests until then is dropped by nobody.
#[derive(Debug)]
struct Keeper(Child);

impl Keeper {
    /// Keeps a server that leads a group of processes.
    fn of(server: &Child, folder: &Path) -> Self {
        // Its input ends with whoever holds the other end. The last files may be written while the first are removed.
        const KEEP: &str = "cat; kill -KILL -- \"-$0\"; rm -rf \"$1\" || rm -rf \"$1\"";
        let mut shell = Command::new("sh");
        shell.args(["-c", KEEP, &server.id().to_string()]).arg(folder).process_group(0);
        let shell = shell.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        Self(shell.expect("a shell starts"))
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
