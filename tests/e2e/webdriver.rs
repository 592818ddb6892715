//! A `WebDriver` server of one's own: started on a free port, stopped on drop, also when a test panics.
//!
//! One server a session, since geckodriver and `WebKitWebDriver` know no more than one.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::{Mutex, PoisonError};

use serde_json::Value;
use tempfile::TempDir;

use crate::engine::Engine;
use crate::fonts::Fonts;
use crate::patience;

/// One server starts at a time: a port that was found free is then in use before the next one is looked for.
static STARTING: Mutex<()> = Mutex::new(());

/// A running `WebDriver` server.
#[derive(Debug)]
pub(crate) struct WebDriver {
    process: Child,
    port: u16,
    folder: TempDir,
}

impl WebDriver {
    /// Starts a server whose browsers see one set of fonts, and waits until it says that it is ready.
    #[track_caller]
    pub(crate) fn start(engine: Engine, fonts: Fonts) -> Self {
        let _alone = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
        let program = engine.program();
        let port = free_port().expect("this machine has a free port");
        let folder = tempfile::tempdir().expect("a folder can be made");
        let mut command = engine.serve_on(port);
        // Browsers leave profiles and sockets behind when they are ended: here they are found, and removed.
        command.env("TMPDIR", folder.path());
        command.env(Fonts::VARIABLE, fonts.configuration());
        let process = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let process = process.unwrap_or_else(|error| panic!("{program} does not start: {error}. Is it installed?"));
        let mut server = Self { process, port, folder };
        patience::until(&format!("{program} is ready"), || {
            if let Ok(Some(status)) = server.process.try_wait() {
                panic!("{program} ended at once, with {status}");
            }
            let status = server.ask("GET", "/status", None).ok()?;
            (status.pointer("/value/ready")? == true).then_some(())
        });
        server
    }

    /// Its address.
    pub(crate) fn address(&self) -> String {
        format!("http://{}:{}/", Ipv4Addr::LOCALHOST, self.port)
    }

    /// Where it and its browsers keep what they need for a while.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Puts one request to it: for what is asked outside of a session, or belongs to one engine only.
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
        // It may have ended by itself; there is nothing more to do then.
        let _ = self.process.kill();
        let _ = self.process.wait();
        // The browser's last processes may still be writing. What is left after that is left to the system.
        patience::allows(|| fs::remove_dir_all(&self.folder).is_ok());
    }
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
