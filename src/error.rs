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
    /// The report could not be written.
    Write(std::io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path { path, reason } => write!(out, "cannot read {}: {reason}", path.display()),
            Self::Rule { id, .. } => write!(out, "there is no rule {id:?}"),
            Self::Designation { text } => write!(out, "cannot read {text:?} as one designation"),
            Self::Standard { text, normal, .. } if text == normal => write!(out, "the catalogue does not hold {text}"),
            Self::Standard { text, normal, .. } => {
                write!(out, "the catalogue does not hold {normal}, which is what {text:?} means")
            }
            Self::Write(error) => write!(out, "cannot write the report: {error}"),
        }
    }
}

impl std::error::Error for Error {}

impl miette::Diagnostic for Error {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let help = match self {
            Self::Path { .. } => {
                "check its spelling and who may read it; paths are taken from the current folder".to_owned()
            }
            Self::Rule { known, .. } => format!("the rules are {}", known.join(", ")),
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
            Self::Write(_) => "check that the place the report goes to can be written".to_owned(),
        };
        Some(Box::new(help))
    }
}
