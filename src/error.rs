//! error: what keeps sms-lint from running; what is wrong in a document is a finding, never an error.

use std::fmt;
use std::path::PathBuf;

/// Why a run could not be done, in the order of its stages.
#[derive(Debug)]
pub enum Error {
    /// A path on the command line cannot be read.
    Path {
        /// The path as typed.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// A rule is asked for that does not exist.
    Rule {
        /// The id as typed.
        id: String,
        /// Ids that exist.
        known: Vec<&'static str>,
    },
    /// The report could not be written.
    Write(std::io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path { path, reason } => write!(out, "cannot read {}: {reason}", path.display()),
            Self::Rule { id, .. } => write!(out, "there is no rule {id:?}"),
            Self::Write(error) => write!(out, "cannot write the report: {error}"),
        }
    }
}

impl std::error::Error for Error {}

impl miette::Diagnostic for Error {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let help = match self {
            Self::Path { .. } => "check the spelling; paths are taken from the current folder".to_owned(),
            Self::Rule { known, .. } => format!("the rules are {}", known.join(", ")),
            Self::Write(_) => "check that the place the report goes to can be written".to_owned(),
        };
        Some(Box::new(help))
    }
}
