//! `site DIRECTORY` turns the files that Trunk built in the directory into those to publish. The build of the page runs
//! it. It reads and writes the files for [`site::publish`], which itself knows only names and contents.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use engine::notes::Library;
use site::bill::{BILL, LIST, bill};
use site::hosts;
use site::pictures::{FILES, Fonts, pictures};
use site::publish::{Files, publish_shortened};
use site::styles::{STYLES, put_together};

/// The environment variable with the address of the page.
const ADDRESS: &str = "INDSATSREGNER_URL";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.as_slice() {
        [directory] => publish_in(Path::new(directory)),
        _ => Err("site takes the directory that Trunk built".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

/// Replaces the files that were built in the directory by those to publish.
fn publish_in(directory: &Path) -> Result<(), String> {
    let library = Library::embedded().map_err(|error| error.to_string())?;
    let mut built = Files::new();
    read(directory, "", &mut built)?;
    put_styles_together(&mut built)?;
    // The page's own build script has checked the address.
    let site = std::env::var(ADDRESS).ok().filter(|address| !address.is_empty());
    // Nobody can be told of a picture without a whole address, so without one none is drawn.
    if site.is_some() {
        let pictures = read_fonts().and_then(|fonts| pictures(&library, &fonts).map_err(|error| error.to_string()));
        built.extend(pictures?);
    }
    let mut published =
        publish_shortened(&built, &library, site.as_deref(), shortened).map_err(|error| error.to_string())?;
    // After publishing, because they are no part of the edition: nobody keeps them, and another host makes no other edition.
    published.extend(hosts::files(&published, site.as_deref()));
    published.insert(BILL.to_owned(), made_of()?.into_bytes());
    for name in built.keys().filter(|name| !published.contains_key(*name)) {
        fs::remove_file(directory.join(name)).map_err(|error| format!("{name}: {error}"))?;
    }
    for (name, content) in published {
        let path = directory.join(&name);
        let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, content));
        written.map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}

/// The bill of materials, of what the programs that build say of themselves.
fn made_of() -> Result<String, String> {
    let lock = fs::read_to_string("Cargo.lock").map_err(|error| format!("Cargo.lock: {error}"))?;
    let version = |program, argument| said(program, &[argument]).map(|text| text.trim().to_owned());
    let programs = [("rustc", version("rustc", "--version")?), ("node", version("node", "--version")?)];
    bill(&said("cargo", &LIST)?, &lock, &programs).map_err(|error| error.to_string())
}

/// What a program writes.
fn said(program: &str, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new(program).args(arguments).stderr(Stdio::inherit()).output();
    let output = output.map_err(|error| format!("{program} does not start: {error}"))?;
    if !output.status.success() {
        return Err(format!("{program} ended with {}", output.status));
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}

/// A script or a style sheet without comments and blanks. Names stay: the one file puts scripts behind one another, and calls by name.
fn shortened(extension: &str, text: &str) -> Result<String, String> {
    const WAYS: [&str; 5] =
        ["--minify-whitespace", "--minify-syntax", "--legal-comments=none", "--charset=utf8", "--log-level=error"];
    let mut esbuild = Command::new("esbuild");
    esbuild.args(WAYS).arg(format!("--loader={extension}")).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut running = esbuild.spawn().map_err(|error| format!("esbuild does not start: {error}"))?;
    let mut input = running.stdin.take().ok_or("esbuild takes no input")?;
    // It writes nothing before it has read everything.
    let written = input.write_all(text.as_bytes());
    drop(input);
    let output = running.wait_with_output().map_err(|error| error.to_string())?;
    written.map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(format!("esbuild ended with {}", output.status));
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}

/// Reads the fonts of the pictures, which the build has installed in the repository.
fn read_fonts() -> Result<Fonts, String> {
    let read =
        |name: &str| fs::read(name).map_err(|error| format!("{name}: {error}. `npm ci --ignore-scripts` installs it"));
    let contents: Result<Vec<_>, _> = FILES.into_iter().map(read).collect();
    Fonts::of(contents?).map_err(|error| error.to_string())
}

/// Puts the style sheet together from the files that it names, which lie in the repository.
fn put_styles_together(built: &mut Files) -> Result<(), String> {
    let entry = built.get(STYLES).and_then(|content| std::str::from_utf8(content).ok()).unwrap_or_default();
    let sheet = put_together(entry, |name| fs::read_to_string(name).ok()).map_err(|error| error.to_string())?;
    built.insert(STYLES.to_owned(), sheet.into_bytes());
    Ok(())
}

/// Adds the files below the directory to `files`. Their names start with `prefix`.
fn read(directory: &Path, prefix: &str, files: &mut Files) -> Result<(), String> {
    let entries = fs::read_dir(directory).map_err(|error| format!("{}: {error}", directory.display()))?;
    for entry in entries {
        let path = entry.map_err(|error| error.to_string())?.path();
        let name = format!("{prefix}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            read(&path, &format!("{name}/"), files)?;
        } else {
            files.insert(name.clone(), fs::read(&path).map_err(|error| format!("{name}: {error}"))?);
        }
    }
    Ok(())
}
