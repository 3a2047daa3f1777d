//! What the parser reads: a designation as written, in normal form.

use std::borrow::Cow;
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
    pub publishers: Cow<'static, str>,
    /// Which numbering the number belongs to.
    pub series: Series,
    /// Type of document as written: `TR`, `TS`, `PAS`.
    pub kind: Option<&'static str>,
    /// Stage of a draft.
    pub stage: Option<Stage>,
    /// Number; for directives the number of the part, or 0.
    pub number: u32,
    /// Part, or empty; for directives whose supplement it is: `ISO SUP`.
    pub part: String,
    /// Year of the edition.
    pub year: Option<Year>,
    /// Amendments and corrigenda that are named with it.
    pub supplements: Vec<Written>,
    /// What another body calls the same document: `IDF 26`; or empty.
    pub twin: String,
    /// Languages as written in brackets.
    pub languages: String,
    /// True for "(all parts)".
    pub all_parts: bool,
    /// True for `16634:--`, a year that is not known before the document is published.
    pub unpublished: bool,
    /// True if the IEC has its French name: `ISO/CEI 17025`.
    pub french: bool,
    /// True if the word "Guide" stands before the publishers, as in French: `Guide ISO 34`.
    pub guide_first: bool,
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
    /// `27001.2013`, `27001;2013`: only where the edition is known.
    Slip,
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
    /// True if it is named beside the edition, `27001:2013+A1`; false if it is what is cited, `27001:2013/Amd 1`.
    pub beside: bool,
}

impl Reference {
    /// A number with its publishers and nothing else.
    #[must_use]
    pub fn plain(range: Range<usize>, publishers: impl Into<Cow<'static, str>>, number: u32) -> Self {
        Self {
            range,
            prefix: String::new(),
            publishers: publishers.into(),
            series: Series::International,
            kind: None,
            stage: None,
            number,
            part: String::new(),
            year: None,
            supplements: Vec::new(),
            twin: String::new(),
            languages: String::new(),
            all_parts: false,
            unpublished: false,
            french: false,
            guide_first: false,
            bare: false,
            lower: false,
            foreign: false,
        }
    }

    /// The designation without year, stage and supplements: `ISO/IEC 20000-9`.
    #[must_use]
    pub fn undated(&self) -> String {
        let mut out = String::new();
        for word in [self.prefix.as_str(), &*self.publishers] {
            if !word.is_empty() {
                out.push_str(word);
                out.push(' ');
            }
        }
        if self.series == Series::Guide {
            out.push_str("Guide ");
        }
        out + &self.numbers()
    }

    /// What stands behind the year: supplements, twin, languages, "(all parts)".
    #[must_use]
    pub fn behind_year(&self) -> String {
        let mut out = String::new();
        for supplement in &self.supplements {
            out += if supplement.beside { " + " } else { "/" };
            out += &supplement.to_string();
        }
        if !self.twin.is_empty() {
            out += &format!(" | {}", self.twin);
        }
        if !self.languages.is_empty() {
            out += &format!("({})", self.languages);
        }
        if self.all_parts {
            out += " (all parts)";
        }
        out
    }

    /// Number and part: `20000-9`, `DIR 1 ISO SUP`.
    fn numbers(&self) -> String {
        let (number, part) = (self.number, self.part.as_str());
        match (self.series, number, part) {
            (Series::Directives, 0, "") => "DIR".to_owned(),
            (Series::Directives, 0, part) => format!("DIR {part}"),
            (Series::Directives, number, "") => format!("DIR {number}"),
            (Series::Directives, number, part) => format!("DIR {number} {part}"),
            (_, number, "") => number.to_string(),
            // The parts of some old standards are letters, which a slash keeps from the words that a hyphen joins.
            (_, number, part) if part.bytes().all(|byte| byte.is_ascii_uppercase()) => format!("{number}/{part}"),
            (_, number, part) => format!("{number}-{part}"),
        }
    }

    /// Stage and type, which are one word where a type has drafts of its own: `DIS`, `CD TR`, `DTR`, `FDGuide`.
    fn words(&self) -> String {
        let kind = if self.series == Series::Guide && !self.guide_first { Some("Guide") } else { self.kind };
        match (self.stage.as_ref().map(|stage| stage.name), kind) {
            (Some("DIS"), Some(kind)) => format!("D{kind}"),
            (Some("FDIS"), Some(kind)) => format!("FD{kind}"),
            (stage, kind) => [stage, kind].into_iter().flatten().collect::<Vec<_>>().join(" "),
        }
    }

    /// What stands before the number.
    fn write_head(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = self.words();
        // A workshop agreement has its stage before its name: `AWI IWA 36`.
        if self.series == Series::Workshop && !words.is_empty() {
            write!(out, "{words} ")?;
        }
        if self.guide_first {
            out.write_str("Guide ")?;
        }
        if !self.prefix.is_empty() {
            write!(out, "{}", self.prefix)?;
            if !self.publishers.is_empty() {
                out.write_str(" ")?;
            }
        }
        if self.french {
            out.write_str(&self.publishers.replace("IEC", "CEI"))?;
        } else {
            out.write_str(&self.publishers)?;
        }
        if self.series == Series::Workshop || words.is_empty() {
            return Ok(());
        }
        let alone = !self.publishers.contains('/') && !self.publishers.is_empty() && words != "Guide";
        write!(out, "{}{words}", if alone { '/' } else { ' ' })
    }
}

/// The normal form: publishers, type and stage, number, part, year, supplements, languages. A French designation stays
/// French.
impl fmt::Display for Reference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_head(out)?;
        write!(out, " {}", self.numbers())?;
        if let Some(stage) = self.stage.as_ref().filter(|stage| !stage.iteration.is_empty()) {
            write!(out, ".{}", stage.iteration)?;
        }
        if let Some(year) = self.year {
            write!(out, ":{}", year.value)?;
        } else if self.unpublished {
            out.write_str(":--")?;
        }
        out.write_str(&self.behind_year())
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
