//! `completions` and `man`: what follows from the arguments alone.

use std::fs;

use clap::CommandFactory;

use crate::arguments::{Arguments, Completions, Man};
use crate::ending::{Ending, Stopped};
use crate::output;

/// Writes the script that completes commands in a shell.
///
/// # Errors
/// [`Stopped`] where the output cannot be written.
pub(crate) fn completions(arguments: &Completions) -> Result<Ending, Stopped> {
    let mut command = Arguments::command();
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, name, &mut script);
    output::bytes(&script)?;
    Ok(Ending::Fine)
}

/// Writes the man page, or one for each command into a folder.
///
/// # Errors
/// [`Stopped`] where the output or a file cannot be written.
pub(crate) fn man(arguments: &Man) -> Result<Ending, Stopped> {
    let command = Arguments::command();
    if let Some(folder) = &arguments.folder {
        let written = fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(command, folder));
        written.map_err(|error| Stopped::file(folder, &error))?;
    } else {
        let mut page = Vec::new();
        clap_mangen::Man::new(command).render(&mut page)?;
        output::bytes(&page)?;
    }
    Ok(Ending::Fine)
}
