//! Two editions after one another, published as `docs/hosting.md` says while readers open pages: whatever a page names is there, and
//! is of the page's own edition.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use site::publish::{Files, PAGE, WORKER};
use tempfile::TempDir;
use testing::in_repository;

use crate::server::{self, Server, becomes_true, work};
use crate::{put, small};

/// What changes with each edition and names files of its own: pages, and the worker, which names all.
const OPENED: [&str; 4] = [PAGE, "ips-2018/index.html", "en/ips-2018/index.html", WORKER];
const ACCEPTED: [&str; 2] = ["gzip, deflate, br, zstd", "identity"];
/// So often one edition takes the place of the other.
const CHANGES: usize = 4;
const READERS: usize = 3;

/// An edition, in a folder of its own.
struct Edition {
    folder: TempDir,
    published: Files,
}

impl Edition {
    fn new(built: &Files) -> Self {
        let folder = work();
        let published = put(built, "https://a.example/", folder.path());
        Self { folder, published }
    }

    /// The folder that holds what never changes.
    fn own(&self) -> &str {
        self.published.keys().find_map(|name| name.strip_suffix("/start.js")).expect("an edition has a folder")
    }

    /// Every file that lies in its folder, the page's and those for hosts.
    fn files(&self) -> BTreeSet<String> {
        let sums = fs::read_to_string(self.folder.path().join("SHA256SUMS")).unwrap();
        sums.lines()
            .filter_map(|line| Some(line.split_once("  ")?.1.to_owned()))
            .chain(["SHA256SUMS".to_owned()])
            .collect()
    }

    /// What is wrong with what a page of this edition asks for.
    fn fault(&self, server: &Server, accepted: &str) -> Option<String> {
        let own = self.published.iter().filter(|(name, _)| name.starts_with(self.own()));
        let is_wrong = |(name, content): (&String, &Vec<u8>)| {
            let answer = server.get(&format!("/{name}"), accepted, &[]);
            let is_right = answer.status == 200 && answer.decoded().is_ok_and(|decoded| decoded == *content);
            (!is_right).then(|| format!("{name}: {}", answer.status))
        };
        own.map(is_wrong).find_map(|wrong| wrong)
    }
}

/// Two editions, of which each file differs that can.
fn editions() -> [Edition; 2] {
    let mut other = small();
    for (name, content) in &mut other {
        if [".css", ".js", ".wasm"].iter().any(|end| name.ends_with(end)) {
            content.extend(b"\n\n");
        }
    }
    [small(), other].each_ref().map(Edition::new)
}

/// The edition that what is served at an address is of, or what is wrong with it.
fn opened<'e>(server: &Server, editions: &'e [Edition; 2], name: &str, accepted: &str) -> Result<&'e Edition, String> {
    let answer = server.get(&crate::address("/", name), accepted, &[]);
    let content = answer.decoded().map_err(|error| format!("{name}: {error}"))?;
    let edition = editions.iter().find(|edition| edition.published[name] == content);
    edition.ok_or_else(|| format!("{name}: {}, {} bytes of no edition", answer.status, content.len()))
}

/// What is wrong with what a reader gets who opens each page once.
fn fault(server: &Server, editions: &[Edition; 2]) -> Option<String> {
    let visits = OPENED.iter().flat_map(|name| ACCEPTED.map(|accepted| (name, accepted)));
    let mut faults = visits.map(|(name, accepted)| match opened(server, editions, name, accepted) {
        Ok(edition) => edition.fault(server, accepted).map(|fault| format!("{name} needs {fault}")),
        Err(fault) => Some(fault),
    });
    faults.find_map(|fault| fault)
}

/// Publishes the editions in turn while readers open pages. `site` is a link to the first.
#[track_caller]
fn mixes_nothing(server: &Server, editions: &[Edition; 2], publish: impl Fn(&Edition)) {
    let (is_over, rounds) = (AtomicBool::new(false), AtomicUsize::new(0));
    let read = || {
        while !is_over.load(Ordering::Relaxed) {
            if let Some(fault) = fault(server, editions) {
                return Some(fault);
            }
            rounds.fetch_add(1, Ordering::Relaxed);
        }
        None
    };
    thread::scope(|scope| {
        // Also where something panics here, or the readers would go on for ever.
        let end = Ends(&is_over);
        let readers = [(); READERS].map(|()| scope.spawn(read));
        let are_reading = || readers.iter().all(|reader| !reader.is_finished());
        let mut changes = (1..=CHANGES).map(|change| {
            let [before, next] = [change - 1, change].map(|number| &editions[number % 2]);
            publish(next);
            let is_served = || opened(server, editions, PAGE, ACCEPTED[0]).is_ok_and(|seen| seen.own() == next.own());
            let is_seen = becomes_true(|| is_served() || !are_reading());
            let missing = before.fault(server, ACCEPTED[0]);
            let read = rounds.load(Ordering::Relaxed);
            let is_read = becomes_true(|| rounds.load(Ordering::Relaxed) > read + READERS || !are_reading());
            match missing {
                Some(missing) => Err(format!("a page that was open at the {change}. change needs {missing}")),
                None if is_seen && is_read => Ok(()),
                None => Err(format!("nobody sees the {change}. change")),
            }
        });
        let changed = changes.find(Result::is_err).unwrap_or(Ok(()));
        drop(end);
        let faults = readers.map(|reader| reader.join().expect("a reader ends"));
        assert_eq!((changed, faults), (Ok(()), [const { None }; READERS]));
    });
}

/// What tells readers to end, when it is dropped.
struct Ends<'r>(&'r AtomicBool);

impl Drop for Ends<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Publishes an edition by the tool.
#[track_caller]
fn publish(edition: &Edition, site: &Path) {
    let tool = in_repository("tools/publish");
    let done = Command::new(tool).arg(edition.folder.path()).arg(site).output().expect("tools/publish runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn nginx_mixes_no_editions() {
    let (place, editions) = (work(), editions());
    let site = place.path().join("site");
    publish(&editions[0], &site);
    mixes_nothing(&server::nginx(&site), &editions, |edition| publish(edition, &site));
}

#[test]
fn caddy_mixes_no_editions() {
    let (place, editions) = (work(), editions());
    let site = place.path().join("site");
    publish(&editions[0], &site);
    mixes_nothing(&server::caddy(&site), &editions, |edition| publish(edition, &site));
}

/// Apache looks for the length of a file and then opens it by its name, so it is told the folder itself and not the link.
#[test]
fn apache_mixes_no_editions() {
    let (place, editions) = (work(), editions());
    let site = place.path().join("site");
    let named = place.path().join("indsatsregner.conf");
    let publish = |edition: &Edition| {
        publish(edition, &site);
        let folder = fs::canonicalize(&site).unwrap();
        fs::write(&named, format!("Define INDSATSREGNER {}\n", folder.display())).unwrap();
    };
    publish(&editions[0]);
    let readable = place.path().join("site.editions");
    let apache = server::apache(&format!("Include {}", named.display()), "${INDSATSREGNER}", &readable);
    mixes_nothing(&apache, &editions, |edition| {
        publish(edition);
        apache.signal("USR1");
    });
}

/// Puts the files of an edition over those of another in this order, each whole and at once, and says what was wrong after any of them.
fn put_one_by_one(order: impl Fn(&str, &str) -> usize) -> Option<String> {
    let editions = editions();
    let [first, second] = &editions;
    let site = work();
    for name in first.files() {
        put_file(first, &name, site.path());
    }
    let server = server::nginx(site.path());
    assert_eq!(fault(&server, &editions), None, "before");
    let mut names = Vec::from_iter(second.files());
    names.sort_by_key(|name| order(name, second.own()));
    names.iter().find_map(|name| {
        put_file(second, name, site.path());
        fault(&server, &editions).map(|fault| format!("after {name}: {fault}"))
    })
}

fn put_file(edition: &Edition, name: &str, site: &Path) {
    let (path, beside) = (site.join(name), site.join("beside"));
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::copy(edition.folder.path().join(name), &beside).unwrap();
    fs::rename(beside, path).unwrap();
}

#[test]
fn files_that_are_put_one_by_one_in_the_documented_order_mix_no_editions() {
    let documented =
        |name: &str, own: &str| if name.starts_with(own) { 0 } else { 1 + usize::from(name.starts_with(WORKER)) };
    assert_eq!(put_one_by_one(documented), None);
}

#[test]
fn pages_that_are_put_before_what_they_name_are_noticed() {
    let fault = put_one_by_one(|name, own| usize::from(name.starts_with(own))).expect("a fault");
    assert!(fault.contains(" needs v-") && fault.ends_with(": 404"), "{fault}");
}

/// The folders in a folder whose names begin so.
fn folders(folder: &Path, begins: &str) -> BTreeSet<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.filter(|path| path.is_dir() && path.file_name().unwrap().to_str().unwrap().starts_with(begins)).collect()
}

#[test]
fn the_tool_keeps_earlier_editions_for_a_month_and_the_one_before_to_go_back_to() {
    let (place, editions) = (work(), editions());
    let site = place.path().join("site");
    let [first, second] = &editions;
    publish(first, &site);
    let before = fs::canonicalize(&site).unwrap();
    publish(second, &site);
    assert_eq!(folders(&site, "v-"), [first, second].map(|edition| site.join(edition.own())).into());
    assert!(folders(&place.path().join("site.editions"), "").contains(&before), "the one before is there");
    // The first was replaced long ago.
    let aged = Command::new("touch").args(["-d", "31 days ago"]).arg(site.join(first.own())).status().unwrap();
    assert!(aged.success());
    publish(second, &site);
    assert_eq!(folders(&site, "v-"), [site.join(second.own())].into());
    assert_eq!(folders(&place.path().join("site.editions"), "").len(), 2, "older ones are gone");
}

#[test]
fn the_tool_publishes_nothing_that_was_lost_on_the_way_and_no_folder_over_another() {
    let place = work();
    let [first, second] = editions();
    let publish = |edition: &Edition, site: &Path| {
        let done = Command::new(in_repository("tools/publish")).arg(edition.folder.path()).arg(site).output().unwrap();
        (done.status.success(), String::from_utf8(done.stdout).unwrap() + &String::from_utf8(done.stderr).unwrap())
    };
    let site = place.path().join("site");
    assert_eq!(publish(&first, &site), (true, String::new()));
    fs::write(second.folder.path().join(second.own()).join("start.js"), "half").unwrap();
    let (is_done, says) = publish(&second, &site);
    assert!(!is_done && says.contains("start.js: FAILED"), "{says}");
    assert_eq!(fs::read(site.join(PAGE)).unwrap(), first.published[PAGE], "what was there is there");
    let folder = place.path().join("folder");
    fs::create_dir(&folder).unwrap();
    let (is_done, says) = publish(&first, &folder);
    assert!(!is_done && says.contains("is no link to an edition"), "{says}");
    assert_eq!(fs::read_dir(folder).unwrap().count(), 0);
}
