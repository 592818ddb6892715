//! nginx, Caddy and Apache, as `docs/hosts/`, `docs/hosting.md` and the published `.htaccess` have them, and what they answer.

use std::collections::BTreeMap;
use std::fs::{self, File, Permissions};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command};
use std::thread;
use std::time::Duration;

use brotli_decompressor::Decompressor;
use flate2::read::GzDecoder;
use site::hosts;
use tempfile::TempDir;

/// Where Debian has them. Its nginx and Apache are not on everybody's PATH.
const NGINX: &str = "/usr/sbin/nginx";
const CADDY: &str = "/usr/bin/caddy";
const APACHE: &str = "/usr/sbin/apache2";

/// Serves a folder by nginx.
#[track_caller]
pub(crate) fn nginx(root: &Path) -> Server {
    let work = work();
    let port = free_port();
    let configuration = work.path().join("nginx.conf");
    // The documented file is for the folder that Debian's configuration reads in `http`. As one process it needs no user of its own.
    let around = format!(
        "daemon off;\nmaster_process off;\npid {work}/pid;\nload_module modules/ngx_http_brotli_static_module.so;\nevents {{}}\n\
         http {{\naccess_log off;\nclient_body_temp_path {work}/body;\nproxy_temp_path {work}/proxy;\nfastcgi_temp_path \
         {work}/fastcgi;\nuwsgi_temp_path {work}/uwsgi;\nscgi_temp_path {work}/scgi;\n{site}\n}}\n",
        work = work.path().display(),
        site = hosts::nginx(&format!("127.0.0.1:{port}"), root.to_str().unwrap()),
    );
    fs::write(&configuration, around).unwrap();
    let mut nginx = Command::new(NGINX);
    nginx.arg("-e").arg("stderr").arg("-c").arg(&configuration);
    Server::start(nginx, port, work)
}

/// Serves a folder by Caddy.
#[track_caller]
pub(crate) fn caddy(root: &Path) -> Server {
    let work = work();
    let port = free_port();
    let configuration = work.path().join("Caddyfile");
    let site = hosts::caddy(&format!("http://127.0.0.1:{port}"), root.to_str().unwrap());
    // Otherwise it takes a port of its own for orders.
    fs::write(&configuration, format!("{{\n\tadmin off\n}}\n{site}")).unwrap();
    let mut caddy = Command::new(CADDY);
    caddy.args(["run", "--adapter", "caddyfile", "--config"]).arg(&configuration);
    // Where it keeps what it has read.
    for place in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
        caddy.env(place, work.path());
    }
    Server::start(caddy, port, work)
}

/// Serves a folder by Apache, which may read what is below another one. `before` comes before the folder is named.
#[track_caller]
pub(crate) fn apache(before: &str, root: &str, readable: &Path) -> Server {
    let work = work();
    let port = free_port();
    let configuration = work.path().join("apache.conf");
    let modules = ["mpm_event", "authz_core", "mime", "dir", "headers", "rewrite"];
    let modules =
        modules.map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n")).concat();
    // What Debian's own configuration makes of these ends of names, the published file has to undo.
    let around = format!(
        "{modules}ServerName localhost\nListen 127.0.0.1:{port}\nDefaultRuntimeDir {work}\nPidFile {work}/pid\nErrorLog /dev/stderr\n\
         User www-data\nGroup www-data\nTypesConfig /etc/mime.types\nAddType application/x-gzip .gz .tgz\nAddLanguage br .br\n\
         DirectoryIndex index.html\n{before}\nDocumentRoot {root}\n<Directory {readable}>\nOptions FollowSymLinks\n\
         AllowOverride FileInfo\nRequire all granted\n</Directory>\n",
        work = work.path().display(),
        readable = readable.display(),
    );
    fs::write(&configuration, around).unwrap();
    let mut apache = Command::new(APACHE);
    apache.arg("-DFOREGROUND").arg("-f").arg(&configuration);
    Server::start(apache, port, work)
}

/// A folder that is gone afterwards, and that a host may read which has taken another user.
pub(crate) fn work() -> TempDir {
    tempfile::Builder::new().permissions(Permissions::from_mode(0o755)).tempdir().unwrap()
}

/// Looks until something holds; `false` where it never does.
pub(crate) fn becomes_true(mut holds: impl FnMut() -> bool) -> bool {
    // As many looks as the tests of the page take, with the same pause.
    const LOOKS: u32 = 3_000;
    const BETWEEN_LOOKS: Duration = Duration::from_millis(10);
    (0..LOOKS).any(|look| {
        if look > 0 {
            thread::sleep(BETWEEN_LOOKS);
        }
        holds()
    })
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|free| free.local_addr()).unwrap().port()
}

/// A running host, which ends with the test.
pub(crate) struct Server {
    running: Child,
    port: u16,
    /// The folder with its configuration, and with what it says.
    work: TempDir,
}

impl Server {
    /// Starts a host, and waits until it answers.
    #[track_caller]
    fn start(mut program: Command, port: u16, work: TempDir) -> Self {
        let says = File::create(work.path().join("says")).unwrap();
        let running = program.stdout(says.try_clone().unwrap()).stderr(says).spawn();
        let running =
            running.unwrap_or_else(|error| panic!("{program:?}: {error}; `tools/setup test-hosts` installs it"));
        let mut server = Self { running, port, work };
        let answers = becomes_true(|| {
            if let Some(ended) = server.running.try_wait().unwrap() {
                panic!("{program:?} ended with {ended}: {}", server.says());
            }
            server.connect().is_ok()
        });
        assert!(answers, "{program:?} does not answer: {}", server.says());
        server
    }

    /// Sends it a signal. One that has ended gets none.
    pub(crate) fn signal(&self, signal: &str) {
        let _ = Command::new("kill").arg(format!("-{signal}")).arg(self.running.id().to_string()).status();
    }

    fn says(&self) -> String {
        fs::read_to_string(self.work.path().join("says")).unwrap()
    }

    fn connect(&self) -> std::io::Result<TcpStream> {
        TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))
    }

    /// What it answers a program that accepts these encodings.
    #[track_caller]
    pub(crate) fn get(&self, address: &str, accepted: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = format!("GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n", self.port);
        for (name, value) in headers.iter().chain(&[("Accept-Encoding", accepted)]) {
            request.extend([name, ": ", value, "\r\n"]);
        }
        request.push_str("\r\n");
        let mut connection = self.connect().unwrap();
        connection.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer).unwrap();
        Answer::read(&answer).unwrap_or_else(|| panic!("{address}: {}", self.says()))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Asked for, so that it ends its other processes too. A host that has ended by itself is what the test is about to say.
        self.signal("TERM");
        let _ = self.running.wait();
    }
}

/// An answer as it came.
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// The values by their names in small letters.
    pub(crate) headers: BTreeMap<String, Vec<String>>,
    pub(crate) content: Vec<u8>,
}

impl Answer {
    fn read(answer: &[u8]) -> Option<Self> {
        let end = answer.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = std::str::from_utf8(&answer[..end]).ok()?;
        let mut lines = head.split("\r\n");
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let mut headers = BTreeMap::<String, Vec<String>>::new();
        for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
            headers.entry(name.to_ascii_lowercase()).or_default().push(value.to_owned());
        }
        let sent = &answer[end + 4..];
        let is_in_chunks = headers.contains_key("transfer-encoding");
        let content = if is_in_chunks { out_of_chunks(sent)? } else { sent.to_vec() };
        Some(Self { status, headers, content })
    }

    /// The only value of a header, and `None` where there is no such header.
    #[track_caller]
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let values = self.headers.get(name)?;
        assert_eq!(values.len(), 1, "{name} is sent once: {values:?}");
        Some(&values[0])
    }

    /// Its content is this one in this encoding.
    #[track_caller]
    pub(crate) fn is_encoded(&self, encoding: Option<&str>, content: &[u8], what: &str) {
        assert_eq!(self.header("content-encoding"), encoding, "{what}");
        let decoded = self.decoded().unwrap_or_else(|error| panic!("{what}: {error}"));
        assert!(decoded == content, "{what} is the file");
    }

    /// Its content out of the encoding that it says it has.
    pub(crate) fn decoded(&self) -> std::io::Result<Vec<u8>> {
        let mut decoded = Vec::new();
        match self.header("content-encoding") {
            Some("br") => Decompressor::new(self.content.as_slice(), 4096).read_to_end(&mut decoded),
            Some(_) => GzDecoder::new(self.content.as_slice()).read_to_end(&mut decoded),
            None => self.content.as_slice().read_to_end(&mut decoded),
        }?;
        Ok(decoded)
    }

    /// It tells caches that another browser may get another encoding.
    #[track_caller]
    pub(crate) fn says_that_browsers_choose(&self, what: &str) {
        assert_eq!(self.header("vary").map(str::to_ascii_lowercase).as_deref(), Some("accept-encoding"), "{what}");
    }
}

/// The content of an answer whose length is not said in advance; `None` where its end is missing.
fn out_of_chunks(mut sent: &[u8]) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    loop {
        let line = sent.windows(2).position(|window| window == b"\r\n")?;
        let length = usize::from_str_radix(std::str::from_utf8(&sent[..line]).ok()?, 16).ok()?;
        let chunk = sent.get(line + 2..line + 2 + length)?;
        if length == 0 {
            return Some(content);
        }
        content.extend(chunk);
        sent = sent.get(line + 2 + length + 2..)?;
    }
}
