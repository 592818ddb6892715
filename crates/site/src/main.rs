//! `site DIRECTORY` turns the files that Trunk built in the directory into those to publish. The build of the page runs
//! it. It reads and writes the files for [`site::publish`], which itself knows only names and contents.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use engine::notes::Library;
use site::pictures::{FILES, Fonts, pictures};
use site::publish::{Files, publish_at};
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
    let published = publish_at(&built, &library, site.as_deref()).map_err(|error| error.to_string())?;
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
