//! The page's entry point, and outside a browser the command that writes what needs no script.

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

/// `indsatsregner publish DIRECTORY` makes what Trunk built there ready to be published; the build calls it.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["publish", directory] => native::publish_in(std::path::Path::new(directory)),
        _ => Err("Indsatsregner is a web page: `make serve` shows it.".to_owned()),
    };
    match done {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    //! Files in and out of [`indsatsregner::publish`], which knows only names and contents.

    use std::fs;
    use std::path::Path;

    use indsatsregner::notes::Library;
    use indsatsregner::publish::{Files, publish};

    /// Replaces what was built in the directory by what is published of it.
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

    fn read(directory: &Path, below: &str, files: &mut Files) -> Result<(), String> {
        let entries = fs::read_dir(directory).map_err(|error| format!("{}: {error}", directory.display()))?;
        for entry in entries {
            let path = entry.map_err(|error| error.to_string())?.path();
            let name = format!("{below}{}", path.file_name().unwrap_or_default().to_string_lossy());
            if path.is_dir() {
                read(&path, &format!("{name}/"), files)?;
            } else {
                files.insert(name.clone(), fs::read(&path).map_err(|error| format!("{name}: {error}"))?);
            }
        }
        Ok(())
    }
}
