//! What the program is given to read: files, and standard input.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use crate::ending::Stopped;

/// What stands for standard input in the place of a file or a link.
const STANDARD_INPUT: &str = "-";

/// The largest file that is read, in bytes. The longest note has some 60.000.
const LARGEST: u64 = 64 * 1024 * 1024;

/// What messages call a file.
pub(crate) fn name(path: &Path) -> String {
    if path == Path::new(STANDARD_INPUT) { "<stdin>".to_owned() } else { path.display().to_string() }
}

/// The bytes of a file.
///
/// # Errors
/// It cannot be read, or has far more bytes than a note can have.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Stopped> {
    let read = |source: &mut dyn Read| {
        let mut bytes = Vec::new();
        source.take(LARGEST.saturating_add(1)).read_to_end(&mut bytes).map(|_| bytes)
    };
    let bytes = if path == Path::new(STANDARD_INPUT) {
        read(&mut io::stdin().lock())
    } else {
        fs::File::open(path).and_then(|mut file| read(&mut file))
    };
    let bytes = bytes.map_err(|error| Stopped::file(Path::new(&name(path)), &error))?;
    if u64::try_from(bytes.len()).is_ok_and(|len| len <= LARGEST) {
        Ok(bytes)
    } else {
        Err(Stopped::File(format!("{}: the file is too large to be a note", name(path))))
    }
}

/// A text that was given as an argument, or that of standard input.
///
/// # Errors
/// Standard input cannot be read.
pub(crate) fn text(argument: &str) -> Result<String, Stopped> {
    if argument != STANDARD_INPUT {
        return Ok(argument.to_owned());
    }
    // Links are found in whatever stands around them, so damaged letters do no harm.
    bytes(Path::new(STANDARD_INPUT)).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}
