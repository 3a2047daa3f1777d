//! Which reader a file gets.

use std::path::Path;

use super::model::Document;
use super::{asciidoc, html, latex, markdown, mdx, org, plain, rst};

/// A document format that has a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// CommonMark with GitHub's extensions, front matter and footnotes.
    Markdown,
    /// Markdown with components and expressions in it.
    Mdx,
    /// HTML and XHTML.
    Html,
    /// AsciiDoc.
    AsciiDoc,
    /// reStructuredText.
    Rst,
    /// Org.
    Org,
    /// LaTeX.
    Latex,
    /// Plain text.
    Plain,
}

/// Endings of file names, in lower case, and the format each one means.
const ENDINGS: &[(&str, Format)] = &[
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("mdown", Format::Markdown),
    ("mkd", Format::Markdown),
    ("mdx", Format::Mdx),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("xhtml", Format::Html),
    ("adoc", Format::AsciiDoc),
    ("asciidoc", Format::AsciiDoc),
    ("rst", Format::Rst),
    ("rest", Format::Rst),
    ("org", Format::Org),
    ("tex", Format::Latex),
    ("latex", Format::Latex),
    ("txt", Format::Plain),
    ("text", Format::Plain),
];

impl Format {
    /// The format of a path by its ending; nothing if no reader is made for it.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?;
        ENDINGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending)).map(|(_, format)| *format)
    }

    /// Every ending that is read when a folder is walked, in the order of the table.
    pub fn endings() -> impl Iterator<Item = &'static str> {
        ENDINGS.iter().map(|(ending, _)| *ending)
    }

    /// True if a citation reads the same raw but for a few signs near it; false if markup or a name defined elsewhere may
    /// stand in the middle of it at any length.
    #[must_use]
    pub fn is_nearly_plain(self) -> bool {
        match self {
            Self::Markdown | Self::Plain => true,
            Self::Mdx | Self::Html | Self::AsciiDoc | Self::Rst | Self::Org | Self::Latex => false,
        }
    }

    /// Reads text as this format. With `anchors`, ascending offsets of the text, blocks that hold none of them and give
    /// no context may be left out.
    #[must_use]
    pub fn read(self, text: &str, anchors: Option<&[usize]>) -> Document {
        match self {
            Self::Markdown => markdown::read(text, anchors),
            Self::Mdx => mdx::read(text),
            Self::Html => html::read(text),
            Self::AsciiDoc => asciidoc::read(text),
            Self::Rst => rst::read(text),
            Self::Org => org::read(text),
            Self::Latex => latex::read(text),
            Self::Plain => plain::read(text),
        }
    }
}
