//! Checks the address where the page will be published and passes it on to the page.

use std::env;

/// The environment variable with the address.
const ADDRESS: &str = "INDSATSREGNER_URL";

fn main() {
    println!("cargo::rerun-if-env-changed={ADDRESS}");
    // What cuts the wasm reads where its parts lead to.
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo::rustc-link-arg-bin=indsatsregner=--emit-relocs");
    }
    if let Err(reason) = pass_on_address() {
        println!("cargo::error={reason}");
    }
}

/// Passes a fitting address on as `INDSATSREGNER_PAGE`. Without an address it does nothing.
fn pass_on_address() -> Result<(), String> {
    let address = env::var(ADDRESS).unwrap_or_default();
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let is_plain = |letter: char| letter.is_ascii_graphic() && !"?#\"<>\\".contains(letter);
    match host {
        None if address.is_empty() => Ok(()),
        Some(host) if !host.is_empty() && host.contains('/') && host.chars().all(is_plain) => {
            println!("cargo::rustc-env=INDSATSREGNER_PAGE={address}");
            Ok(())
        }
        _ => Err(format!(
            "{ADDRESS} is {address:?}: it takes the whole address of the page, such as https://example.org/indsatsregner/"
        )),
    }
}
