//! What can be written behind the program's name. The comments here are its help, its man page and the descriptions of completions.

#![allow(clippy::doc_markdown, reason = "help has no markup")]

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use engine::day::Day;
use model::language::Language;

/// What stands below the help of the program.
const AFTER_HELP: &str = "\
A LINK is a link of the page, whole as it was copied or only what stands behind its #. The id of a note, such as ips-2018, is the note \
as it was published. A FILE is a note written like those in data/; it is known beside the notes that ship. In the place of a LINK or \
a FILE, - reads it from standard input.

Exit codes:
  0  everything was done, and nothing was found
  1  something was found: faults in a file, findings, parts of a link that could not be applied
  2  it was called in a wrong way: an unknown option, note, number or value, or no link
  3  a file cannot be read, used or written";

/// Copenhagen's budget notes on employment efforts: computed, explained, checked and exported.
///
/// It counts as the page does, sends nothing anywhere and keeps nothing.
#[derive(Debug, Parser)]
#[command(name = "indsatsregner", version, after_help = AFTER_HELP, max_term_width = 100)]
pub(crate) struct Arguments {
    /// The language of results; otherwise that of LC_ALL, LC_MESSAGES or LANG, or English
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = languages())]
    pub(crate) lang: Option<Language>,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Say the answer of a scenario, with its key figures, its money year by year and its paybacks
    Evaluate(Evaluate),
    /// Check files with notes, and say every fault with its place
    #[command(after_help = "Exit code 0: no file has a fault. 1: one has. 3: one cannot be read.")]
    Check(Check),
    /// Say where notes contradict themselves or each other, what matters most first
    #[command(after_help = "Exit code 0: there are no findings. 1: there are.")]
    Findings(Findings),
    /// Say how a number came about, down to the words of the documents
    Explain(Explain),
    /// Write a scenario as the file that the page saves
    Export(Export),
    /// Compute a scenario for many values of one driver or several, as CSV
    #[command(after_help = "\
Numbers have a decimal point and no other marks, amounts are in thousands of kroner, and a payback is a number of years, empty where there \
is none. Values are in the driver's unit as `notes NOTE` lists it: per cent for shares, kroner for amounts.")]
    Table(Table),
    /// List the notes or, with the id of one, its drivers
    Notes(Notes),
    /// Write a script that completes commands in a shell
    Completions(Completions),
    /// Write the man page; with a folder, one for each command into it
    Man(Man),
}

/// The scenario that a command is about.
#[derive(Debug, Args)]
pub(crate) struct Subject {
    /// A link of the page, the id of a note, or - for standard input
    #[arg(value_name = "LINK")]
    pub(crate) link: String,

    #[command(flatten)]
    pub(crate) notes: OwnNotes,
}

/// Notes beside those that ship.
#[derive(Debug, Args)]
pub(crate) struct OwnNotes {
    /// A file with a note, to be known beside those that ship; may be given several times
    #[arg(long = "note", value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Evaluate {
    #[command(flatten)]
    pub(crate) subject: Subject,

    /// Everything as JSON, as the JavaScript package gives it
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Files with notes, each checked beside the notes that ship and the files before it; - for standard input
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,

    /// As strictly as the notes that ship are checked: both languages, a printed row for each line, a source for each number
    #[arg(long)]
    pub(crate) ships: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Findings {
    /// Files with notes; with them only what concerns these is said
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    /// The findings as JSON, as the JavaScript package gives them
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    #[command(flatten)]
    pub(crate) subject: Subject,

    /// The id of the number, such as net.total.2019; otherwise the one that the link asks about, or the payback
    #[arg(value_name = "NUMBER")]
    pub(crate) number: Option<String>,

    /// The explanation as JSON, as the JavaScript package gives it
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) subject: Subject,

    #[command(flatten)]
    pub(crate) form: Form,

    /// Where to write it; otherwise to standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// The language of the Excel that is to read the CSV; otherwise that of the results
    #[arg(long, value_name = "LANGUAGE", value_parser = languages())]
    pub(crate) excel: Option<Language>,

    /// Where the page is published, for the links in the file; otherwise what stands before the # of LINK
    #[arg(long, value_name = "URL")]
    pub(crate) address: Option<String>,

    /// The day that the file names, such as 2026-03-01; otherwise today
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(crate) day: Option<Day>,
}

/// The form of a file.
#[derive(Debug, Clone, Copy, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Form {
    /// A workbook with live formulas
    #[arg(long)]
    pub(crate) xlsx: bool,
    /// One table with a row for each driver, line, sum and key figure
    #[arg(long)]
    pub(crate) csv: bool,
    /// The JSON that the page opens again
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Table {
    #[command(flatten)]
    pub(crate) subject: Subject,

    /// A driver with its values, such as effect=10..50:5 or caseload=20; several give every combination
    #[arg(long, value_name = "DRIVER=FROM..TO:STEP", required = true)]
    pub(crate) vary: Vec<String>,

    /// Permanent ids instead of names in the head, and codes instead of words
    #[arg(long)]
    pub(crate) raw: bool,

    /// The marks that the Excel of a language expects, instead of commas and decimal points
    #[arg(long, value_name = "LANGUAGE", value_parser = languages())]
    pub(crate) excel: Option<Language>,
}

#[derive(Debug, Args)]
pub(crate) struct Notes {
    /// The id of a note
    #[arg(value_name = "NOTE")]
    pub(crate) id: Option<String>,

    #[command(flatten)]
    pub(crate) own: OwnNotes,

    /// The notes as JSON, as the JavaScript package gives them
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell
    pub(crate) shell: Shell,
}

#[derive(Debug, Args)]
pub(crate) struct Man {
    /// A folder for the pages of all commands
    #[arg(value_name = "FOLDER")]
    pub(crate) folder: Option<PathBuf>,
}

fn languages() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::code))
        .map(|code| Language::of(&code).unwrap_or(Language::English))
}

fn day(text: &str) -> Result<Day, String> {
    Day::of_iso(text).ok_or_else(|| "a day is written like 2026-03-01".to_owned())
}
