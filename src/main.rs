//! The entry point of the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    indsatsregner::ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Indsatsregner is a web page: `make serve` shows it.");
}
