//! Indsatsregner on the command line.
//!
//! It is a thin layer: the engine computes, `words` says it, `files` writes files, and what is given as JSON has the types of the
//! JavaScript package (`api::edge`).
//!
//! - [`arguments`]: what can be written behind the program's name; its help, man page and completions follow from it.
//! - [`commands`]: one file a command.
//! - [`read`]: notes from files. [`scenario`]: scenarios from links. [`input`]: files and standard input. [`language`]: the
//!   language of results.
//! - [`output`]: standard output and standard error. [`rows`]: columns of text. [`ending`]: exit codes.

mod arguments;
mod commands;
mod ending;
mod input;
mod language;
mod output;
mod read;
mod rows;
mod scenario;

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::Arguments;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let language = arguments.lang.unwrap_or_else(|| language::preferred(|name| std::env::var(name).ok()));
    match commands::run(arguments.command, words::of(language)) {
        Ok(ending) => ExitCode::from(ending.code()),
        Err(stopped) => {
            output::error(&stopped.sentence());
            ExitCode::from(stopped.code())
        }
    }
}
