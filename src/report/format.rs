//! The table of writers: one row for each format of a report.

use std::io::{self, Write};

use clap::ValueEnum;

use super::human::{self, Look};
use super::scrub::one_line;
use super::{Dossier, checkstyle, concise, csv, github, gitlab, html, json, json_lines, junit, markdown, oscal, sarif};

/// Formats of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ValueEnum)]
pub enum Format {
    /// Diagnostics for people
    Human,
    /// One line for each finding: `path:line:column: severity[rule] message`
    Concise,
    /// One JSON object, as schemas/report.schema.json describes it
    Json,
    /// One JSON object a line: what the report rests on, then each finding
    JsonLines,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// Code Quality of GitLab
    Gitlab,
    /// JUnit XML, for pages of test results
    Junit,
    /// Checkstyle XML
    Checkstyle,
    /// Markdown, as in the job summary of GitHub Actions
    Markdown,
    /// Rows for a spreadsheet
    Csv,
    /// One page for a browser, with a picture, the coverage matrix and an inventory of standards
    Html,
    /// Assessment results of OSCAL
    Oscal,
}

impl Format {
    /// The name on the command line.
    #[must_use]
    pub fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// What a writer of the format is given beside the report.
    #[must_use]
    pub(crate) fn needs(self) -> Needs {
        match self {
            Self::Human | Self::Concise => Needs { head: false, set: false },
            Self::Json
            | Self::JsonLines
            | Self::Sarif
            | Self::Github
            | Self::Gitlab
            | Self::Junit
            | Self::Checkstyle
            | Self::Markdown
            | Self::Csv
            | Self::Oscal => Needs { head: true, set: false },
            Self::Html => Needs { head: true, set: true },
        }
    }

    /// Writes the report.
    ///
    /// # Errors
    /// What writing to `out` gives.
    pub(crate) fn write(self, dossier: &Dossier, look: Look, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Human => human::write(&dossier.report, look, out),
            Self::Concise => concise::write(&dossier.report, look, out),
            Self::Json => json::write(dossier, out),
            Self::JsonLines => json_lines::write(dossier, out),
            Self::Sarif => sarif::write(dossier, out),
            Self::Github => github::write(dossier, out),
            Self::Gitlab => gitlab::write(dossier, out),
            Self::Junit => junit::write(dossier, out),
            Self::Checkstyle => checkstyle::write(dossier, out),
            Self::Markdown => markdown::write(dossier, out),
            Self::Csv => csv::write(dossier, out),
            Self::Html => html::write(dossier, out),
            Self::Oscal => oscal::write(dossier, out),
        }
    }
}

/// Writes the report for somebody else to read: without colours, and with what it rests on.
///
/// # Errors
/// What writing to `out` gives.
pub fn write_apart(format: Format, dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    format.write(dossier, Look::plain(), out)?;
    match format {
        Format::Human | Format::Concise => {
            writeln!(out)?;
            dossier.about().iter().try_for_each(|(name, value)| writeln!(out, "{name}: {}", one_line(value)))?;
        }
        // Its last annotation holds the rest, and what is no command is only text to who obeys commands.
        Format::Github => {}
        // These hold it wherever they go.
        Format::Json
        | Format::JsonLines
        | Format::Sarif
        | Format::Gitlab
        | Format::Junit
        | Format::Checkstyle
        | Format::Markdown
        | Format::Csv
        | Format::Html
        | Format::Oscal => return Ok(()),
    }
    dossier.sources().iter().try_for_each(|(name, value)| writeln!(out, "{}: {value}", one_line(name)))
}

/// What a writer is given beside the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Needs {
    /// The commit and the hash of the configuration, also where the report stays on the terminal.
    pub head: bool,
    /// The coverage and the inventory of the set.
    pub set: bool,
}
