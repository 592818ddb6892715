//! The page's entry point, and outside a browser the command that writes what needs no script.

#[cfg(target_arch = "wasm32")]
fn main() {
    indsatsregner::ui::start();
}

/// `indsatsregner tables DIRECTORY` writes the pages of printed tables; the build calls it.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["tables", directory] => write_tables(std::path::Path::new(directory)),
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
fn write_tables(directory: &std::path::Path) -> Result<(), String> {
    let library = indsatsregner::notes::Library::embedded().map_err(|error| error.to_string())?;
    let files = indsatsregner::tables::files(&library).map_err(|error| error.to_string())?;
    for (name, page) in files {
        std::fs::write(directory.join(name), page).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}
