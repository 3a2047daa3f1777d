//! error: what keeps sms-lint from running; what is wrong in a document is a finding, never an error.

use std::fmt;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// What is wrong in a file that sms-lint is told by: its configuration or a rule. Shown like a finding, at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Path as reports show it.
    pub path: String,
    /// Line of the place, from 1.
    pub line: u32,
    /// Column of the place in code points, from 1.
    pub column: u32,
    /// Number of the first line of `text`.
    pub first_line: u32,
    /// The lines around the place.
    pub text: String,
    /// The place in `text`, in bytes.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What is said under the marked text.
    pub label: String,
    /// What to do.
    pub help: String,
}

/// Why a run could not be done, in the order of its stages.
#[derive(Debug)]
pub enum Error {
    /// A path on the command line is not there, or a file that sms-lint goes by cannot be read.
    Path {
        /// The path.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// Options that do not go together, or not with these paths.
    Misuse {
        /// What cannot be used so, as typed.
        what: &'static str,
        /// Why.
        reason: &'static str,
        /// What to do.
        help: String,
    },
    /// A command stands behind an option or a path, where it is read as a path, and there is none of that name.
    Behind {
        /// The command.
        command: String,
    },
    /// What is read as a path is not there, and is nearly the name of a command.
    NoCommand {
        /// The path as typed.
        typed: String,
        /// The command that is probably meant.
        meant: String,
    },
    /// A rule is asked for that does not exist, or rules about a clause that none is about.
    Rule {
        /// The id or the clause as typed.
        id: String,
        /// What to do.
        help: String,
    },
    /// A clause or control is asked for that is not on record.
    Number {
        /// What is not, in words.
        what: String,
        /// What is.
        help: String,
    },
    /// The configuration or a rule of one's own is mistaken, at these places.
    Mistakes(Vec<Mistake>),
    /// A new rule cannot be written.
    NewRule {
        /// Its id.
        id: String,
        /// Why.
        reason: String,
        /// What to do.
        help: &'static str,
    },
    /// Git does not say what has changed.
    Git {
        /// What it says instead.
        reason: String,
        /// What to do.
        help: &'static str,
    },
    /// The baseline cannot be made, read or changed, or not like this.
    Baseline {
        /// What cannot be done with it: `read` or `write`.
        deed: &'static str,
        /// The file as reports show it.
        file: String,
        /// Why.
        reason: String,
        /// What to do.
        help: String,
    },
    /// What is needed to begin cannot be written.
    Begin {
        /// The file as reports show it.
        file: String,
        /// Why.
        reason: String,
    },
    /// The text after `standard` is no designation, or more than one.
    Designation {
        /// The text as typed.
        text: String,
    },
    /// The catalogue does not hold what is asked for.
    Standard {
        /// The designation as typed.
        text: String,
        /// Its normal form.
        normal: String,
        /// Designations that share its number.
        near: Vec<&'static str>,
    },
    /// The report could not be printed.
    Write(io::Error),
    /// What a document would be cannot be kept for the time of the run.
    Draft(io::Error),
    /// A report cannot be written to a file.
    Output {
        /// The file as typed.
        file: PathBuf,
        /// Why.
        reason: String,
    },
}

impl Error {
    /// A file that cannot be read.
    #[must_use]
    pub fn unreadable(path: &Path, reason: &str) -> Self {
        let leads_nowhere = reason == NOT_THERE && path.is_symlink();
        let reason = if leads_nowhere { format!("it is {NOWHERE}") } else { reason.to_owned() };
        Self::Path { path: path.to_owned(), reason }
    }
}

/// Why a link cannot be read that leads to nothing, or to itself.
pub const NOWHERE: &str = "a link that leads nowhere";

/// Why a text cannot be read.
pub const NOT_UTF_8: &str = "it is not encoded in UTF-8";

/// Why a path cannot be read that leads to nothing.
pub const NOT_THERE: &str = "it is not there";

/// Why a path cannot be used where a folder is asked for.
pub const NO_FOLDER: &str = "it is no folder";

const NOT_PERMITTED: &str = "reading it is not permitted";
const A_FOLDER: &str = "it is a folder";

/// What to do about a path that cannot be read; nothing if the reason says it.
fn remedy(reason: &str) -> Option<&'static str> {
    match reason {
        NOT_THERE => Some("check its spelling; paths are taken from the current folder"),
        NOT_PERMITTED => Some("check who may read it and enter the folders above it"),
        NO_FOLDER => Some("name a folder"),
        A_FOLDER => Some("name a file; it may be one in this folder"),
        NOT_UTF_8 => Some("save it as UTF-8"),
        _ if reason.ends_with(NOWHERE) => Some("name a file that is there, or let the link lead to it"),
        _ if reason.contains(';') => None,
        _ => Some("name a file or a folder that can be opened"),
    }
}

/// True for what is written like the number of a clause.
#[must_use]
pub fn is_number(text: &str) -> bool {
    text.split('.').all(|level| matches!(level.len(), 1..=2) && level.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Why a file or folder could not be read, without the number of the system's error.
#[must_use]
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => NOT_THERE.into(),
        io::ErrorKind::PermissionDenied => NOT_PERMITTED.into(),
        io::ErrorKind::IsADirectory => A_FOLDER.into(),
        // These are words of our own.
        _ if error.raw_os_error().is_none() => error.to_string(),
        _ => error.to_string().split(" (os error").next().unwrap_or_default().to_lowercase(),
    }
}

/// Why a file could not be written, in the same way.
#[must_use]
pub fn unwritten(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "writing there is not permitted".into(),
        io::ErrorKind::StorageFull => "no space left on device".into(),
        _ => reason(error),
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path { path, reason } => write!(out, "cannot read {}: {reason}", path.display()),
            Self::Misuse { what, reason, .. } => write!(out, "cannot use {what} like this: {reason}"),
            Self::Behind { command } => {
                write!(out, "cannot read {command}: it is a command, but stands behind an option or a path")
            }
            Self::NoCommand { typed, .. } => write!(out, "cannot read {typed}: it is not there"),
            Self::Rule { id, .. } if is_number(id) => write!(out, "no rule is about clause {id}"),
            Self::Rule { id, .. } => write!(out, "there is no rule {id:?}"),
            Self::Number { what, .. } => write!(out, "{what} is on record"),
            Self::Mistakes(all) => {
                let (count, word) = (all.len(), if all.len() == 1 { "mistake" } else { "mistakes" });
                write!(out, "{count} {word} in what sms-lint goes by")
            }
            Self::NewRule { id, reason, .. } => write!(out, "no rule {id:?} is written: {reason}"),
            Self::Git { reason, .. } => write!(out, "git does not say what has changed: {reason}"),
            Self::Baseline { deed, file, reason, .. } => write!(out, "cannot {deed} the baseline {file}: {reason}"),
            Self::Begin { file, reason } => write!(out, "cannot write {file}: {reason}"),
            Self::Designation { text } => write!(out, "cannot read {text:?} as one designation"),
            Self::Standard { text, normal, .. } if text == normal => write!(out, "the catalogue does not hold {text}"),
            Self::Standard { text, normal, .. } => {
                write!(out, "the catalogue does not hold {normal}, which is what {text:?} means")
            }
            Self::Write(error) => write!(out, "cannot write the report: {}", unwritten(error)),
            Self::Draft(error) => {
                write!(out, "cannot write what a document would be to a temporary file: {}", unwritten(error))
            }
            Self::Output { file, reason } => write!(out, "cannot write a report to {}: {reason}", file.display()),
        }
    }
}

impl std::error::Error for Error {}

impl miette::Diagnostic for Error {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let help = match self {
            Self::Misuse { help, .. } => help.clone(),
            Self::Path { reason, .. } => remedy(reason)?.to_owned(),
            Self::Behind { command } => {
                format!("put the command first and its options behind it: sms-lint {command} --help says which it has")
            }
            Self::NoCommand { meant, .. } => {
                format!(
                    "did you mean the command {meant}? sms-lint --help lists them all; paths are taken from the current folder"
                )
            }
            Self::Rule { help, .. } | Self::Number { help, .. } => help.clone(),
            Self::Mistakes(_) => "nothing was checked; correct them and run it again".to_owned(),
            Self::NewRule { help, .. } | Self::Git { help, .. } => (*help).to_owned(),
            Self::Baseline { help, .. } => help.clone(),
            Self::Begin { .. } => {
                "check that you may write there, and run it again; what it wrote before stays and is left alone"
                    .to_owned()
            }
            Self::Designation { .. } => {
                "write one number, alone or with its publisher, such as \"ISO/IEC 20000-1:2018\" or 27001".to_owned()
            }
            Self::Standard { near, .. } => {
                let told = "this does not mean that the standard does not exist: the catalogue holds a selection";
                match near.as_slice() {
                    [] => told.to_owned(),
                    near => format!("{told}; of the same number it holds {}", near.join(", ")),
                }
            }
            Self::Output { .. } => {
                "name a file of its own for each report, in a folder that exists and that you may write to".to_owned()
            }
            Self::Draft(_) => {
                "check that there is room where temporary files go, or name another place in TMPDIR".to_owned()
            }
            Self::Write(_) => "check that the place the report goes to can be written".to_owned(),
        };
        Some(Box::new(help))
    }
}
