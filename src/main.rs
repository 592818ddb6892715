//! The entry point of the page. Outside a browser it is the command that prepares an edition for publishing.

// As in lib.rs.
#![warn(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

#[cfg(target_arch = "wasm32")]
fn main() {
    indsatsregner::ui::start();
}

/// `indsatsregner publish DIRECTORY` turns the files that Trunk built in the directory into those to publish. The build
/// runs it.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["publish", directory] => native::publish_in(std::path::Path::new(directory)),
        _ => Err("Indsatsregner is a web page: `make serve` shows it.".to_owned()),
    };
    match result {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    //! Reads and writes the files for [`indsatsregner::publish`], which itself knows only names and contents.

    use std::fs;
    use std::path::Path;

    use indsatsregner::notes::Library;
    use indsatsregner::publish::{Files, publish};

    /// Replaces the files that were built in the directory by those to publish.
    pub(super) fn publish_in(directory: &Path) -> Result<(), String> {
        let library = Library::embedded().map_err(|error| error.to_string())?;
        let mut built = Files::new();
        read(directory, "", &mut built)?;
        let published = publish(&built, &library).map_err(|error| error.to_string())?;
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
}
