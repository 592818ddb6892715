//! The commands, one file each.

mod check;
mod evaluate;
mod explain;
mod export;
mod findings;
mod generated;
mod notes;
mod table;

use words::Words;

use crate::arguments::Command;
use crate::ending::{Ending, Stopped};

/// Does what a command says.
///
/// # Errors
/// [`Stopped`] where it cannot be done.
pub(crate) fn run(command: Command, words: Words) -> Result<Ending, Stopped> {
    match command {
        Command::Evaluate(arguments) => evaluate::run(&arguments, words),
        Command::Check(arguments) => check::run(&arguments, words),
        Command::Findings(arguments) => findings::run(&arguments, words),
        Command::Explain(arguments) => explain::run(&arguments, words),
        Command::Export(arguments) => export::run(&arguments, words),
        Command::Table(arguments) => table::run(&arguments, words),
        Command::Notes(arguments) => notes::run(&arguments, words),
        Command::Completions(arguments) => generated::completions(&arguments),
        Command::Man(arguments) => generated::man(&arguments),
    }
}
