//! The page's entry point.

#[cfg(target_arch = "wasm32")]
fn main() {
    indsatsregner::ui::start();
}

/// Outside a browser there is nothing to show yet: the command line comes with its own issue.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("Indsatsregner is a web page: `make serve` shows it.");
}
