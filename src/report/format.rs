//! The table of writers: one row for each format of a report.

use std::io::{self, Write};

use clap::ValueEnum;

use super::human::{self, Look};
use super::{Dossier, concise, github, json, json_lines, sarif};
use crate::report::scrub::one_line;

/// Formats of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ValueEnum)]
pub enum Format {
    /// Diagnostics for people
    Human,
    /// One line for each finding: path:line:column: severity[rule] message
    Concise,
    /// One JSON object, as schemas/report.schema.json describes it
    Json,
    /// One JSON object a line: what the report rests on, then each finding
    JsonLines,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub Actions
    Github,
}

impl Format {
    /// The name on the command line.
    #[must_use]
    pub fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// What a writer of the format is given beside the report.
    #[must_use]
    pub fn needs(self) -> Needs {
        match self {
            Self::Human | Self::Concise => Needs { head: false, set: false },
            Self::Json | Self::JsonLines | Self::Sarif | Self::Github => Needs { head: true, set: false },
        }
    }

    /// Writes the report.
    ///
    /// # Errors
    /// What writing to `out` gives.
    pub fn write(self, dossier: &Dossier, look: Look, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Human => human::write(&dossier.report, look, out),
            Self::Concise => concise::write(&dossier.report, look, out),
            Self::Json => json::write(dossier, out),
            Self::JsonLines => json_lines::write(dossier, out),
            Self::Sarif => sarif::write(dossier, out),
            Self::Github => github::write(dossier, out),
        }
    }

    /// Writes the report for somebody else to read: without colours, and with what it rests on.
    ///
    /// # Errors
    /// What writing to `out` gives.
    pub fn write_apart(self, dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
        self.write(dossier, Look { colour: false, quiet: false }, out)?;
        match self {
            Self::Human | Self::Concise => {
                writeln!(out)?;
                dossier.about().iter().try_for_each(|(name, value)| writeln!(out, "{name}: {}", one_line(value)))
            }
            Self::Json | Self::JsonLines | Self::Sarif | Self::Github => Ok(()),
        }
    }
}

/// What a writer is given beside the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// The commit and the hash of the configuration, also where the report stays on the terminal.
    pub head: bool,
    /// The coverage and the inventory of the set.
    pub set: bool,
}
