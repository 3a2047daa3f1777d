//! What the parser reads: a designation as written, in normal form.

use std::fmt;
use std::ops::Range;

use crate::standard::model::Series;

/// One designation of a document as it stands in the prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Bytes of the prose.
    pub range: Range<usize>,
    /// Bodies that adopted it, one space between them: `BS EN`, `JIS Q`, `GB/T`; empty for ISO's own designation.
    pub prefix: String,
    /// Publishers in normal form: `ISO/IEC`; empty where only an adoption's own number stands (`GB/T 22080`).
    pub publishers: String,
    /// Which numbering the number belongs to.
    pub series: Series,
    /// Type of document as written: `TR`, `TS`, `PAS`.
    pub kind: Option<&'static str>,
    /// Stage of a draft.
    pub stage: Option<Stage>,
    /// Number.
    pub number: u32,
    /// Part, or empty.
    pub part: String,
    /// Year of the edition.
    pub year: Option<Year>,
    /// Amendments and corrigenda that are named with it.
    pub supplements: Vec<Written>,
    /// Languages as written in brackets.
    pub languages: String,
    /// True for "(all parts)".
    pub all_parts: bool,
    /// True if it has no publisher of its own: an item of a list, or a number beside a word that makes it a standard.
    pub bare: bool,
    /// True if the publisher is written in small letters, as names of files and keys are.
    pub lower: bool,
    /// True if an unknown abbreviation touches it on the left: its year may be that of an adoption nobody listed.
    pub foreign: bool,
}

/// Stage of a draft with its iteration: `CD`, `3` for the third committee draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Abbreviation.
    pub name: &'static str,
    /// Iteration as written, or empty.
    pub iteration: String,
}

/// Year of an edition and how it is tied to the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub value: u16,
    /// How it is written.
    pub form: YearForm,
}

/// How a year is tied to the number before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearForm {
    /// `27001:2013`.
    Colon,
    /// `27001-2013`, `27001_2013`.
    Hyphen,
    /// `27001/2013`.
    Slash,
    /// `27001 2013`, `27001 (2013)`: only where the edition is known.
    Loose,
    /// `the 2013 edition of`.
    Words,
}

/// A supplement as written: `Amd 1:2024`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// `Amd`, `Cor`, `Suppl`, `Add`, `Ext`, with the stage of a draft before it.
    pub kind: String,
    /// Number, or empty.
    pub number: String,
    /// Year, where one is written.
    pub year: Option<u16>,
}

impl Reference {
    /// A number with its publishers and nothing else.
    pub(super) fn plain(range: Range<usize>, publishers: String, number: u32) -> Self {
        Self {
            range,
            prefix: String::new(),
            publishers,
            series: Series::International,
            kind: None,
            stage: None,
            number,
            part: String::new(),
            year: None,
            supplements: Vec::new(),
            languages: String::new(),
            all_parts: false,
            bare: false,
            lower: false,
            foreign: false,
        }
    }

    /// The designation without year, stage and supplements: `ISO/IEC 20000-9`.
    #[must_use]
    pub fn undated(&self) -> String {
        let mut out = String::new();
        for word in [self.prefix.as_str(), self.publishers.as_str()] {
            if !word.is_empty() {
                out.push_str(word);
                out.push(' ');
            }
        }
        if self.series == Series::Guide && self.publishers != "IWA" {
            out.push_str("Guide ");
        }
        out.push_str(&self.number.to_string());
        if !self.part.is_empty() {
            out.push('-');
            out.push_str(&self.part);
        }
        out
    }
}

/// The normal form: publishers, type and stage, number, part, year, supplements, languages.
impl fmt::Display for Reference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.prefix.is_empty() {
            write!(out, "{}", self.prefix)?;
            if !self.publishers.is_empty() {
                out.write_str(" ")?;
            }
        }
        out.write_str(&self.publishers)?;
        let joiner = |first: bool| {
            if first && !self.publishers.contains('/') && !self.publishers.is_empty() { "/" } else { " " }
        };
        let mut first = true;
        if let Some(stage) = &self.stage {
            write!(out, "{}{}", joiner(first), stage.name)?;
            first = false;
        }
        if let Some(kind) = self.kind {
            write!(out, "{}{kind}", joiner(first))?;
        }
        if self.series == Series::Guide && self.publishers != "IWA" {
            out.write_str(" Guide")?;
        }
        write!(out, " {}", self.number)?;
        if !self.part.is_empty() {
            write!(out, "-{}", self.part)?;
        }
        if let Some(stage) = self.stage.as_ref().filter(|stage| !stage.iteration.is_empty()) {
            write!(out, ".{}", stage.iteration)?;
        }
        if let Some(year) = self.year {
            write!(out, ":{}", year.value)?;
        }
        for supplement in &self.supplements {
            write!(out, "/{supplement}")?;
        }
        if !self.languages.is_empty() {
            write!(out, "({})", self.languages)?;
        }
        if self.all_parts {
            out.write_str(" (all parts)")?;
        }
        Ok(())
    }
}

impl fmt::Display for Written {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.kind)?;
        if !self.number.is_empty() {
            write!(out, " {}", self.number)?;
        }
        if let Some(year) = self.year {
            write!(out, ":{year}")?;
        }
        Ok(())
    }
}
