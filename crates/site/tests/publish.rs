//! Publishing, tried on a small build that has the same kinds of files as a real one.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

mod common;

use std::collections::BTreeSet;
use std::fs;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use engine::answer::answer;
use engine::computed::Computed;
use engine::link::Screen;
use engine::sensitivity::main_drivers;
use model::evaluate::Perspective;
use model::language::Language;
use model::scenario::Scenario;
use sha2::{Digest, Sha256};
use site::addresses::{is_picture, of_note, of_screen, picture_of_front, picture_of_note};
use site::publish::{Files, MISSING, PAGE, PublishError, SINGLE, WORKER, publish, publish_at, publish_shortened};
use site::styles::STYLES;
use testing::{LIBRARY, in_repository};

use common::{GLUE, built, styles, wasm};

/// Every style sheet of the repository is part of the page's.
#[test]
fn no_style_sheet_is_left_out() {
    let entry = fs::read_to_string(in_repository(STYLES)).unwrap();
    let mut folders = vec![in_repository("src")];
    let mut found = 0;
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "css") {
                let name = path.to_str().unwrap().split_once("/src/").unwrap().1;
                assert!(entry.contains(&format!("@import \"src/{name}\";")), "{name}");
                found += 1;
            }
        }
    }
    assert_eq!(entry.matches("@import").count(), found);
}

fn published() -> Files {
    publish(&built(), &LIBRARY).unwrap()
}

fn text(files: &Files, name: &str) -> String {
    String::from_utf8(files.get(name).unwrap_or_else(|| panic!("{name} is published")).clone()).unwrap()
}

/// The only folder with versioned files.
fn folder(files: &Files) -> String {
    let folders: BTreeSet<&str> =
        files.keys().filter_map(|name| name.split_once('/')).map(|(folder, _)| folder).collect();
    let versioned: Vec<&&str> = folders.iter().filter(|folder| folder.starts_with("v-")).collect();
    let [only] = versioned[..] else { panic!("the folders are {folders:?}") };
    (*only).to_owned()
}

fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

#[test]
fn what_scripts_load_is_versioned_and_what_people_link_to_keeps_its_address() {
    let files = published();
    let folder = folder(&files);
    for (name, content) in built() {
        let is_versioned = [".js", ".wasm", ".css"].iter().any(|ending| name.ends_with(ending));
        let address = if is_versioned { format!("{folder}/{name}") } else { name.clone() };
        assert!(files.contains_key(&address), "{name} is at {address}");
        assert!(!is_versioned || !files.contains_key(&name), "{name} is not at its old address too");
        // Places are filled, and the glue is given the page's own ways to change what it has drawn.
        let is_changed = [PAGE, "manifest.webmanifest", "indsatsregner.js"].contains(&name.as_str());
        assert!(is_changed || files[&address] == content, "{name} is as it was built");
    }
    let page = text(&files, PAGE);
    for name in ["style.css", "start.js", "indsatsregner_bg.wasm"] {
        assert!(page.contains(&format!("=\"{folder}/{name}\"")), "the page names {name} where it is: {page}");
    }
    for name in ["tabeller.html", "tables.html"] {
        assert!(text(&files, name).contains(&format!("href=\"{folder}/style.css\"")), "{name} has its style");
    }
}

#[test]
fn any_change_makes_another_edition_and_no_change_makes_the_same() {
    let before = folder(&published());
    assert_eq!(folder(&published()), before);
    let mut seen = BTreeSet::from([before]);
    for name in built().keys() {
        let mut changed = built();
        // A line break at the end changes no meaning in any of these files.
        changed.get_mut(name).unwrap().push(b'\n');
        let folder = folder(&publish(&changed, &LIBRARY).unwrap());
        assert!(seen.insert(folder), "a change in {name} is seen");
    }
    let mut moved = built();
    let content = moved.remove("schema.json").unwrap();
    moved.insert("schema2.json".to_owned(), content);
    assert!(seen.insert(folder(&publish(&moved, &LIBRARY).unwrap())), "another name is seen");
}

#[test]
fn the_worker_knows_every_file_by_its_content() {
    let files = published();
    let worker = text(&files, WORKER);
    let edition = folder(&files);
    assert!(worker.contains(&format!("const VERSION = \"{}\";", edition.trim_start_matches("v-"))));
    let is_kept = |name: &str| ![WORKER, MISSING].contains(&name) && !is_picture(name);
    for (name, content) in files.iter().filter(|(name, _)| is_kept(name)) {
        let address = match name.strip_suffix(PAGE) {
            Some("") => "./",
            Some(folder) if folder.ends_with('/') => folder,
            _ => name,
        };
        let line = format!("  [\"{address}\", \"{}\"],\n", integrity(content));
        assert!(worker.contains(&line), "{line} is in {worker}");
    }
    assert_eq!(
        worker.matches("\"sha256-").count(),
        files.keys().filter(|name| is_kept(name)).count(),
        "and nothing else is"
    );
}

#[test]
fn the_single_file_contains_everything_and_loads_nothing() {
    let files = published();
    let file = text(&files, SINGLE);
    for attribute in ["src=\"", "href=\""] {
        for after in file.split(&format!(" {attribute}")).skip(1) {
            let address = after.split('"').next().unwrap();
            assert!(address.starts_with('#') || address.starts_with("data:"), "{address} stands in the file");
        }
    }
    let part = |name: &str| {
        let (_, after) =
            file.split_once(&format!("data-part=\"{name}\">")).unwrap_or_else(|| panic!("{name} is in it"));
        STANDARD.decode(after.split('<').next().unwrap()).unwrap()
    };
    assert_eq!(part("indsatsregner_bg.wasm"), wasm());
    for name in ["exports.js", "exports_bg.wasm"] {
        assert_eq!(part(name), built()[name], "{name} can be loaded when it is needed");
    }
    let published = published();
    let glue = published.keys().find(|name| name.ends_with("/indsatsregner.js")).expect("the glue is published");
    assert!(file.contains(&text(&published, glue)) && file.contains(&styles()));
    let tables = file.split_once("<div id=\"printed\"").expect("the tables are in it").1;
    for note in LIBRARY.notes() {
        assert!(tables.contains(&format!("<section id=\"{}\"", note.document.id)), "{} is", note.document.id);
    }
}

#[test]
fn the_policy_of_the_single_file_allows_its_own_script_and_styles_and_no_request() {
    let file = text(&published(), SINGLE);
    let policy = file.split("Content-Security-Policy\" content=\"").nth(1).unwrap().split('"').next().unwrap();
    let between = |start: &str, end: &str| -> Vec<String> {
        file.split(start).skip(1).map(|after| after.split(end).next().unwrap().to_owned()).collect()
    };
    let scripts = between("<script type=\"module\">", "</script>");
    assert_eq!(scripts.len(), 1);
    let styles = between("<style>", "</style>");
    assert_eq!(styles.len(), 2);
    for content in scripts.iter().chain(&styles) {
        assert!(policy.contains(&format!("'{}'", integrity(content.as_bytes()))), "{policy} does not allow {content}");
    }
    assert!(
        policy.starts_with("default-src 'none';")
            && !policy.contains("connect-src")
            && !policy.contains("unsafe-inline")
            && policy.ends_with("require-trusted-types-for 'script'; trusted-types 'none'")
    );
}

#[test]
fn an_edition_that_would_not_work_is_not_published() {
    let without = |name: &str| {
        let mut files = built();
        files.remove(name);
        publish(&files, &LIBRARY).unwrap_err()
    };
    let with = |name: &str, content: &str| {
        let mut files = built();
        files.insert(name.to_owned(), content.into());
        publish(&files, &LIBRARY).unwrap_err()
    };
    assert_eq!(without(PAGE), PublishError::Missing(PAGE.to_owned()));
    assert_eq!(without("indsatsregner.js"), PublishError::Missing("indsatsregner.js".to_owned()));
    let other_ways = with("indsatsregner.js", &GLUE.replace(".insertBefore(", ".before("));
    assert_eq!(other_ways, PublishError::Missing("indsatsregner.js: .insertBefore(".to_owned()));
    let first_page = PublishError::DeadReference { page: MISSING.to_owned(), to: "start.js".to_owned() };
    assert_eq!(without("start.js"), first_page);
    // Every page but that of missing addresses names it.
    let dead = without("manifest.webmanifest");
    assert!(
        matches!(&dead, PublishError::DeadReference { page, to } if page.ends_with(PAGE) && to == "manifest.webmanifest"),
        "{dead}"
    );
    let ends = PublishError::CannotStandInside("indsatsregner.js".to_owned());
    assert_eq!(with("indsatsregner.js", &format!("{GLUE}\"</script>\"")), ends);
    assert_eq!(with("indsatsregner.js", &format!("import x from './x.js';\n{GLUE}")), ends);
    assert_eq!(with("style.css", "</style>"), PublishError::CannotStandInside("style.css".to_owned()));
}

/// The files as Trunk builds them, with a picture for each page that chats show.
fn built_with_pictures() -> Files {
    let mut built = built();
    for language in Language::ALL {
        let of_notes = LIBRARY.notes().map(|note| picture_of_note(note, language));
        for name in of_notes.chain([picture_of_front(language)]) {
            built.insert(name, b"\x89PNG".to_vec());
        }
    }
    built
}

/// The pages that chats show, each with its picture and its language.
fn shown() -> Vec<(String, String, Language)> {
    let in_language = |language: Language| {
        let screens = Screen::ALL.into_iter().filter_map(move |screen| of_screen(screen, language));
        let screens = screens.map(move |screen| (screen, picture_of_front(language), language));
        let notes =
            LIBRARY.notes().map(move |note| (of_note(note, language), picture_of_note(note, language), language));
        notes.chain(screens)
    };
    Language::ALL.into_iter().flat_map(in_language).collect()
}

#[test]
fn chats_get_title_sentence_language_and_where_the_address_is_known_a_picture() {
    let tag = |name: &str, content: &str| format!("<meta property=\"og:{name}\" content=\"{content}\">");
    let built = built_with_pictures();
    for (site, folder) in
        [("https://a.example/b/", "https://a.example/b"), ("https://a.example/b/index.html", "https://a.example/b")]
    {
        let files = publish_at(&built, &LIBRARY, Some(site)).unwrap();
        for (path, picture, language) in shown() {
            assert!(files.contains_key(&picture), "{picture} is published");
            let page = text(&files, &format!("{path}{PAGE}"));
            let [own, other] = match language {
                Language::Danish => ["da_DK", "en_GB"],
                Language::English => ["en_GB", "da_DK"],
            };
            let root =
                page.split_once("<html ").and_then(|(_, root)| root.split_once('>')).expect("a page has a root").0;
            assert!(root.ends_with(&format!("lang=\"{}\"", language.code())), "{root}");
            for tag in [
                tag("locale", own),
                tag("locale:alternate", other),
                tag("url", &format!("{folder}/{path}")),
                tag("image", &format!("{folder}/{picture}")),
                tag("image:type", "image/png"),
                tag("image:width", "1200"),
                tag("image:height", "630"),
                "<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned(),
            ] {
                assert_eq!(page.matches(&tag).count(), 1, "{tag} is in {page}");
            }
            let (_, alt) = page.split_once("og:image:alt\" content=\"").expect("the picture is described");
            assert!(alt.split('"').next().unwrap().len() > 50, "{page}");
        }
    }
}

#[test]
fn no_page_names_a_picture_without_an_address_or_one_that_was_not_drawn() {
    let site = Some("https://a.example/b/");
    for files in [
        publish(&built_with_pictures(), &LIBRARY).unwrap(),
        publish(&built(), &LIBRARY).unwrap(),
        publish_at(&built(), &LIBRARY, site).unwrap(),
    ] {
        for (path, ..) in shown() {
            let page = text(&files, &format!("{path}{PAGE}"));
            assert!(page.contains("og:title") && !page.contains("og:image") && !page.contains("twitter:"), "{page}");
        }
    }
}

/// What a page says, without its tags.
fn said(page: &str) -> String {
    let mut said = String::new();
    for part in page.split('<') {
        said.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    said.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The document and the calculator come from the same views; this is that they come from the same note, in the same language.
#[test]
fn the_document_of_a_note_says_its_answer_its_figures_and_its_drivers_in_each_language() {
    let files = published();
    for note in LIBRARY.notes() {
        let computed = Computed::of(Scenario::baseline(note)).unwrap();
        let perspective = Perspective::headline(note.variant);
        for language in Language::ALL {
            let (words, page) =
                (words::of(language), said(&text(&files, &format!("{}{PAGE}", of_note(note, language)))));
            let figures = words.key_figures(&computed, perspective).into_iter();
            let figures = figures.flat_map(|(_, name, figure)| [name.into_owned(), figure.value]);
            let drivers = main_drivers(&computed, perspective).unwrap();
            let drivers =
                drivers.into_iter().filter_map(|ix| note.variant.driver(ix)).map(|driver| words.driver_name(driver));
            let answer = words.answer(&answer(&computed, perspective)).text();
            for fact in figures.chain(drivers).chain([answer]) {
                let fact = said(&fact.replace('&', "&amp;"));
                assert!(page.contains(&fact), "{fact} is in the document of {} in {language:?}", note.variant.id);
            }
        }
    }
}

#[test]
fn a_document_stands_for_its_link_and_finds_all_files() {
    let files = published();
    for (name, up, link) in [
        (PAGE, "", ""),
        ("ips-2018/index.html", "../", "v=1&amp;note=ips-2018"),
        ("en/ips-2018/index.html", "../../", "v=1&amp;lang=en&amp;note=ips-2018"),
        ("en/index.html", "../", "v=1&amp;screen=overview&amp;lang=en"),
    ] {
        let page = text(&files, name);
        for part in [
            format!("<script defer src=\"{up}{}/start.js\">", folder(&files)),
            format!(" data-opens=\"{link}\""),
            format!("href=\"{up}manifest.webmanifest\""),
        ] {
            assert!(page.contains(&part), "{part} is in {page}");
        }
        assert_eq!(page.matches("<h1").count(), 1, "{name} has one heading");
        assert_eq!(page.matches("application/ld+json").count(), 1);
        let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|after| after.split('"').next()).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{name} has each id once");
    }
    for (name, to) in [
        (PAGE, "en/"),
        ("ips-2018/index.html", "../bi10-2026/"),
        ("en/ips-2018/index.html", "../../ips-2018/"),
        ("en/ips-2018/index.html", "../../en/bi10-2026/"),
    ] {
        assert!(text(&files, name).contains(&format!("href=\"{to}\"")), "{name} leads to {to}");
    }
}

#[test]
fn the_pictures_are_kept_by_no_worker_and_are_in_no_single_file() {
    let files = publish_at(&built_with_pictures(), &LIBRARY, Some("https://a.example/b/")).unwrap();
    for (_, picture, _) in shown() {
        for name in [WORKER, SINGLE] {
            assert!(!text(&files, name).contains(&format!("[\"{picture}\"")), "{name} has {picture}");
        }
    }
    // All that the address adds to the one file is the tags of its page.
    let added = text(&files, SINGLE).len() - text(&published(), SINGLE).len();
    assert!(added < 1500, "{added}");
}

#[test]
fn the_page_for_addresses_that_lead_nowhere_leads_on() {
    let files = published();
    let page = text(&files, MISSING);
    assert!(
        page.contains(&format!("<script defer src=\"{}/start.js\" data-for=\"missing\">", folder(&files))),
        "{page}"
    );
    for href in ["./", "tabeller.html", "tables.html"] {
        assert!(page.contains(&format!("<a href=\"{href}\">")), "{href} is in {page}");
    }
}

#[test]
fn every_place_for_words_is_filled() {
    for (name, content) in published().iter().filter(|(name, _)| !name.ends_with("wasm")) {
        assert!(!String::from_utf8_lossy(content).contains("{{"), "{name} has an empty place");
    }
}

#[test]
fn the_window_of_the_installed_page_has_the_colours_of_its_paper() {
    let style = styles();
    let papers: Vec<&str> =
        style.split("--paper: ").skip(1).map(|after| after.split(';').next().unwrap()).take(2).collect();
    let [light, dark] = papers[..] else { panic!("paper is {papers:?}") };
    let page = fs::read_to_string(in_repository("index.html")).unwrap();
    for (scheme, paper) in [("light", light), ("dark", dark)] {
        let meta =
            format!("<meta name=\"theme-color\" media=\"(prefers-color-scheme: {scheme})\" content=\"{paper}\">");
        assert!(page.contains(&meta), "{meta}");
    }
    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(in_repository("manifest.webmanifest")).unwrap()).unwrap();
    for name in ["background_color", "theme_color"] {
        assert_eq!(manifest[name], light, "{name}");
    }
    let published: serde_json::Value = serde_json::from_str(&text(&published(), "manifest.webmanifest")).unwrap();
    assert_eq!(published["lang"], "da");
    assert_eq!(published["name"], "Indsatsregner");
    for icon in manifest["icons"].as_array().unwrap() {
        assert!(built().contains_key(icon["src"].as_str().unwrap()), "{icon} is there");
    }
}

#[test]
fn scripts_and_styles_are_published_as_they_are_shortened() {
    let shorten = |extension: &str, text: &str| match extension {
        "css" => Ok(text.to_uppercase()),
        _ if text.contains("fail here") => Err("line 1".to_owned()),
        _ => Ok(format!("{text}\n// {extension}")),
    };
    let published = publish_shortened(&built(), &LIBRARY, None, shorten).unwrap();
    let find =
        |end: &str| published.iter().find(|(name, _)| name.ends_with(end)).map(|(_, content)| content.as_slice());
    let built = built();
    assert_eq!(find("/style.css").unwrap(), built["style.css"].to_ascii_uppercase());
    assert!(find("/start.js").unwrap().ends_with(b"\n// js"));
    assert!(find("/indsatsregner.js").unwrap().ends_with(b"\n// js"), "also what publishing has changed");
    assert_ne!(
        folder(&published),
        folder(&publish(&built, &LIBRARY).unwrap()),
        "another content is at another address"
    );

    let mut failing = built;
    failing.insert("start.js".to_owned(), b"fail here".to_vec());
    let error = publish_shortened(&failing, &LIBRARY, None, shorten).unwrap_err();
    assert_eq!(error.to_string(), "start.js cannot be shortened: line 1");
}
