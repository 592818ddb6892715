//! The published files as nginx, Caddy and Apache send them, told by the configurations of `docs/hosts/` and by the published `.htaccess`.
//!
//! `make test-hosts` runs this.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

mod common;

use std::collections::BTreeMap;
use std::fs::{self, File, Permissions};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::process::{Child, Command};
use std::thread;
use std::time::Duration;

use brotli_decompressor::Decompressor;
use flate2::read::GzDecoder;
use site::hosts;
use site::publish::{Files, MISSING, PAGE, SINGLE, SITEMAP, WORKER, publish_at};
use tempfile::TempDir;
use testing::{LIBRARY, in_repository};

/// Where Debian has them. Its nginx and Apache are not on everybody's PATH.
const NGINX: &str = "/usr/sbin/nginx";
const CADDY: &str = "/usr/bin/caddy";
const APACHE: &str = "/usr/sbin/apache2";

/// What browsers accept over https, over http, and what a program accepts that knows no encodings; with the copy that is sent.
const ACCEPTED: [(&str, Option<(&str, &str)>); 3] =
    [("gzip, deflate, br, zstd", Some(("br", "br"))), ("gzip, deflate", Some(("gzip", "gz"))), ("identity", None)];

const REVALIDATED: &str = "no-cache";
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

#[test]
fn nginx_sends_every_file_as_it_is_documented() {
    let (folder, published) = site("/");
    let work = work();
    let port = free_port();
    let configuration = work.path().join("nginx.conf");
    // The documented file is for the folder that Debian's configuration reads in `http`. As one process it needs no user of its own.
    let around = format!(
        "daemon off;\nmaster_process off;\npid {work}/pid;\nload_module modules/ngx_http_brotli_static_module.so;\nevents {{}}\n\
         http {{\naccess_log off;\nclient_body_temp_path {work}/body;\nproxy_temp_path {work}/proxy;\nfastcgi_temp_path \
         {work}/fastcgi;\nuwsgi_temp_path {work}/uwsgi;\nscgi_temp_path {work}/scgi;\n{site}\n}}\n",
        work = work.path().display(),
        site = hosts::nginx(&format!("127.0.0.1:{port}"), folder.path().to_str().unwrap()),
    );
    fs::write(&configuration, around).unwrap();
    let mut nginx = Command::new(NGINX);
    nginx.arg("-e").arg("stderr").arg("-c").arg(&configuration);
    sends_every_file(&Server::start(nginx, port, work), "/", &folder, &published);
}

#[test]
fn caddy_sends_every_file_as_it_is_documented() {
    let (folder, published) = site("/");
    let work = work();
    let port = free_port();
    let configuration = work.path().join("Caddyfile");
    let site = hosts::caddy(&format!("http://127.0.0.1:{port}"), folder.path().to_str().unwrap());
    // Otherwise it takes a port of its own for orders.
    fs::write(&configuration, format!("{{\n\tadmin off\n}}\n{site}")).unwrap();
    let mut caddy = Command::new(CADDY);
    caddy.args(["run", "--adapter", "caddyfile", "--config"]).arg(&configuration);
    // Where it keeps what it has read.
    for place in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
        caddy.env(place, work.path());
    }
    sends_every_file(&Server::start(caddy, port, work), "/", &folder, &published);
}

/// Below a path, because the published file names it.
#[test]
fn apache_sends_every_file_as_the_published_file_says() {
    let below = "/a/b/";
    let (folder, published) = site(below);
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
         DirectoryIndex index.html\nDocumentRoot {root}\n<Directory {root}>\nOptions FollowSymLinks\nAllowOverride FileInfo\n\
         Require all granted\n</Directory>\n",
        work = work.path().display(),
        root = folder.path().display(),
    );
    fs::write(&configuration, around).unwrap();
    let mut apache = Command::new(APACHE);
    apache.arg("-X").arg("-f").arg(&configuration);
    sends_every_file(&Server::start(apache, port, work), below, &folder, &published);
}

/// What holds of every host that serves the folder, in which the published files lie at the path `below`.
#[track_caller]
fn sends_every_file(server: &Server, below: &str, folder: &TempDir, published: &Files) {
    let lies = |name: &str| folder.path().join(below.trim_start_matches('/')).join(name);
    let edition = published.keys().find_map(|name| name.strip_suffix("/start.js")).expect("an edition has a folder");
    for (name, content_type, kept) in [
        (PAGE, HTML, REVALIDATED),
        ("en/ips-2018/index.html", HTML, REVALIDATED),
        ("tabeller.html", HTML, REVALIDATED),
        (SINGLE, HTML, REVALIDATED),
        (WORKER, SCRIPT, REVALIDATED),
        ("manifest.webmanifest", "application/manifest+json", REVALIDATED),
        ("schema.json", "application/json", REVALIDATED),
        (SITEMAP, "application/xml", REVALIDATED),
        ("icons/icon.svg", "image/svg+xml", REVALIDATED),
        ("icons/icon-192.png", "image/png", REVALIDATED),
        (&format!("{edition}/start.js"), SCRIPT, FOR_EVER),
        (&format!("{edition}/style.css"), "text/css; charset=utf-8", FOR_EVER),
        (&format!("{edition}/indsatsregner_bg.wasm"), "application/wasm", FOR_EVER),
    ] {
        let address = address(below, name);
        for (accepted, _) in ACCEPTED {
            let answer = server.get(&address, accepted, &[]);
            let said = ["content-type", "cache-control", "x-content-type-options"].map(|header| answer.header(header));
            assert_eq!(said, [content_type, kept, "nosniff"].map(Some), "{address} for {accepted}");
        }
        // A browser that has the file is told that it has not changed.
        let answer = server.get(&address, ACCEPTED[0].0, &[]);
        let tag = answer.header("etag").expect("a file has a tag");
        let again = server.get(&address, ACCEPTED[0].0, &[("If-None-Match", tag)]);
        assert_eq!((again.status, again.content.len()), (304, 0), "{address}");
        assert_eq!(again.header("cache-control"), Some(kept), "{address}");
    }
    let mut copies = 0;
    for (name, content) in published {
        for (accepted, copy) in ACCEPTED {
            let copy = copy.filter(|(_, end)| lies(&format!("{name}.{end}")).exists());
            let answer = server.get(&address(below, name), accepted, &[]);
            let what = format!("{name} for {accepted}");
            assert_eq!(answer.status, 200, "{what}");
            answer.is_encoded(copy.map(|(encoding, _)| encoding), content, &what);
            if lies(&format!("{name}.br")).exists() {
                answer.says_that_browsers_choose(&what);
            }
            if let Some((_, end)) = copy {
                assert_eq!(answer.content, fs::read(lies(&format!("{name}.{end}"))).unwrap(), "{what} is the copy");
                copies += 1;
            }
        }
    }
    assert!(copies > published.len(), "{copies} copies of {} files", published.len());

    // The page for an address that leads nowhere, also where the files of an older edition have been.
    for nowhere in ["nowhere", "nowhere/", "v-0123456789ab/start.js", &format!("{edition}/nowhere.wasm"), "%23v=1"] {
        for (accepted, copy) in ACCEPTED {
            let answer = server.get(&format!("{below}{nowhere}"), accepted, &[]);
            let what = format!("{nowhere} for {accepted}");
            let said = ["content-type", "cache-control", "x-content-type-options"].map(|header| answer.header(header));
            assert_eq!((answer.status, said), (404, [HTML, REVALIDATED, "nosniff"].map(Some)), "{what}");
            answer.is_encoded(copy.map(|(encoding, _)| encoding), &published[MISSING], &what);
            answer.says_that_browsers_choose(&what);
        }
    }
    let leads_on = server.get(&format!("{below}ips-2018"), "identity", &[]);
    assert!([301, 308].contains(&leads_on.status), "{}", leads_on.status);
    assert!(leads_on.header("location").unwrap().ends_with(&format!("{below}ips-2018/")), "{:?}", leads_on.headers);
}

/// The address at which readers find a file.
fn address(below: &str, name: &str) -> String {
    let folder = name.strip_suffix(PAGE).filter(|folder| folder.is_empty() || folder.ends_with('/'));
    format!("{below}{}", folder.unwrap_or(name))
}

/// A folder for a host to serve, with a small published page in it at a path, and with all that the build puts beside its files.
fn site(below: &str) -> (TempDir, Files) {
    let site = format!("https://a.example{below}");
    let mut built = common::built();
    for name in ["indsatsregner_bg.wasm", "exports_bg.wasm"] {
        // As real ones, these become smaller.
        let wasm = built.get_mut(name).unwrap();
        *wasm = wasm.repeat(100);
    }
    let published = publish_at(&built, &LIBRARY, Some(&site)).unwrap();
    let folder = work();
    let into = folder.path().join(below.trim_start_matches('/'));
    for (name, content) in published.iter().chain(&hosts::files(&published, Some(&site))) {
        let path = into.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    let compressed = Command::new(in_repository("tools/compress")).arg(into).status().expect("tools/compress runs");
    assert!(compressed.success());
    (folder, published)
}

/// A folder that is gone afterwards, and that a host may read which has taken another user.
fn work() -> TempDir {
    tempfile::Builder::new().permissions(Permissions::from_mode(0o755)).tempdir().unwrap()
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|free| free.local_addr()).unwrap().port()
}

/// A running host, which ends with the test.
struct Server {
    running: Child,
    port: u16,
    /// The folder with its configuration, and with what it says.
    work: TempDir,
}

impl Server {
    /// Starts a host, and waits until it answers.
    #[track_caller]
    fn start(mut program: Command, port: u16, work: TempDir) -> Self {
        // As many looks as the tests of the page take, with the same pause.
        const LOOKS: u32 = 3_000;
        const BETWEEN_LOOKS: Duration = Duration::from_millis(10);
        let says = File::create(work.path().join("says")).unwrap();
        let running = program.stdout(says.try_clone().unwrap()).stderr(says).spawn();
        let running =
            running.unwrap_or_else(|error| panic!("{program:?}: {error}; `tools/setup test-hosts` installs it"));
        let mut server = Self { running, port, work };
        for _ in 0..LOOKS {
            if server.connect().is_ok() {
                return server;
            }
            if let Some(ended) = server.running.try_wait().unwrap() {
                panic!("{program:?} ended with {ended}: {}", server.says());
            }
            thread::sleep(BETWEEN_LOOKS);
        }
        panic!("{program:?} does not answer: {}", server.says());
    }

    fn says(&self) -> String {
        fs::read_to_string(self.work.path().join("says")).unwrap()
    }

    fn connect(&self) -> std::io::Result<TcpStream> {
        TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))
    }

    /// What it answers a program that accepts these encodings.
    #[track_caller]
    fn get(&self, address: &str, accepted: &str, headers: &[(&str, &str)]) -> Answer {
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
        // A host that has ended by itself is what the test is about to say.
        let _ = self.running.kill();
        let _ = self.running.wait();
    }
}

/// An answer as it came.
struct Answer {
    status: u16,
    /// The values by their names in small letters.
    headers: BTreeMap<String, Vec<String>>,
    content: Vec<u8>,
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
    fn header(&self, name: &str) -> Option<&str> {
        let values = self.headers.get(name)?;
        assert_eq!(values.len(), 1, "{name} is sent once: {values:?}");
        Some(&values[0])
    }

    /// Its content is this one in this encoding.
    #[track_caller]
    fn is_encoded(&self, encoding: Option<&str>, content: &[u8], what: &str) {
        assert_eq!(self.header("content-encoding"), encoding, "{what}");
        let mut decoded = Vec::new();
        let read = match encoding {
            Some("br") => Decompressor::new(self.content.as_slice(), 4096).read_to_end(&mut decoded),
            Some(_) => GzDecoder::new(self.content.as_slice()).read_to_end(&mut decoded),
            None => self.content.as_slice().read_to_end(&mut decoded),
        };
        read.unwrap_or_else(|error| panic!("{what}: {error}"));
        assert!(decoded == content, "{what} is the file");
    }

    /// It tells caches that another browser may get another encoding.
    #[track_caller]
    fn says_that_browsers_choose(&self, what: &str) {
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
