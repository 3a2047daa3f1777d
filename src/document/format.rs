//! Which reader a file gets.

use std::ffi::OsStr;
use std::path::Path;

use super::container::Container;
use super::data::{Kept, csv, json, toml, yaml};
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
    /// YAML, one document or several.
    Yaml,
    /// JSON, with or without comments.
    Json,
    /// JSON, one value a line.
    JsonLines,
    /// TOML.
    Toml,
    /// A table whose cells are parted by a sign that is guessed.
    Csv,
    /// A table whose cells are parted by tabs.
    Tsv,
    /// A file that is no text.
    Container(Container),
}

/// What the text of a format is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// Prose in which a citation reads the same raw but for a few signs near it.
    NearlyPlain,
    /// Prose in which markup or a name defined elsewhere may stand in the middle of a citation at any length, or what is made
    /// of a file that is no text.
    Marked,
    /// Keys and values; letters may be written as numbers.
    Data,
    /// Values in cells, as they are.
    Table,
}

/// What is known of a format.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The format.
    pub format: Format,
    /// Its name.
    pub name: &'static str,
    /// What its text is made of.
    pub nature: Nature,
    /// Endings of file names that mean it, in small letters.
    pub endings: &'static [&'static str],
    /// What is read of it, in one line.
    pub about: &'static str,
}

/// Every format, in the order in which they are listed.
pub const FORMATS: &[Row] = &[
    Row {
        format: Format::Markdown,
        name: "Markdown",
        nature: Nature::NearlyPlain,
        endings: &["md", "markdown", "mdown", "mkd"],
        about: "text, tables, footnotes, front matter in YAML or TOML, HTML",
    },
    Row {
        format: Format::Mdx,
        name: "MDX",
        nature: Nature::Marked,
        endings: &["mdx"],
        about: "as Markdown, without components and expressions",
    },
    Row {
        format: Format::Html,
        name: "HTML",
        nature: Nature::Marked,
        endings: &["html", "htm", "xhtml"],
        about: "text, tables, titles, alternative texts",
    },
    Row {
        format: Format::AsciiDoc,
        name: "AsciiDoc",
        nature: Nature::Marked,
        endings: &["adoc", "asciidoc"],
        about: "text, tables, listings, attributes; includes are named, not followed",
    },
    Row {
        format: Format::Rst,
        name: "reStructuredText",
        nature: Nature::Marked,
        endings: &["rst", "rest"],
        about: "text, tables, directives, substitutions, field lists",
    },
    Row {
        format: Format::Org,
        name: "Org",
        nature: Nature::Marked,
        endings: &["org"],
        about: "text, tables, keywords, without drawers",
    },
    Row {
        format: Format::Latex,
        name: "LaTeX",
        nature: Nature::Marked,
        endings: &["tex", "latex"],
        about: "the text that is set, tables, titles",
    },
    Row {
        format: Format::Plain,
        name: "plain text",
        nature: Nature::NearlyPlain,
        endings: &["txt", "text"],
        about: "paragraphs, list items and headings",
    },
    Row {
        format: Format::Yaml,
        name: "YAML",
        nature: Nature::Data,
        endings: &["yaml", "yml"],
        about: "keys, values and comments, Markdown in values; OSCAL and OpenControl",
    },
    Row {
        format: Format::Json,
        name: "JSON",
        nature: Nature::Data,
        endings: &["json", "jsonc", "json5"],
        about: "keys, values and comments, Markdown in values; OSCAL",
    },
    Row {
        format: Format::JsonLines,
        name: "JSON Lines",
        nature: Nature::Data,
        endings: &["jsonl", "ndjson"],
        about: "as JSON, each line a row of a table",
    },
    Row {
        format: Format::Toml,
        name: "TOML",
        nature: Nature::Data,
        endings: &["toml"],
        about: "keys, values and comments, Markdown in values",
    },
    Row {
        format: Format::Csv,
        name: "CSV",
        nature: Nature::Table,
        endings: &["csv"],
        about: "cells below heads, parted by commas, semicolons, tabs or bars",
    },
    Row {
        format: Format::Tsv,
        name: "TSV",
        nature: Nature::Table,
        endings: &["tsv", "tab"],
        about: "cells below heads, parted by tabs",
    },
    Row {
        format: Format::Container(Container::Docx),
        name: "Word",
        nature: Nature::Marked,
        endings: &["docx", "docm", "dotx", "dotm"],
        about: "text, tables, notes, headers, comments, text boxes, properties, without what is deleted",
    },
    Row {
        format: Format::Container(Container::Pptx),
        name: "PowerPoint",
        nature: Nature::Marked,
        endings: &["pptx", "pptm", "ppsx", "ppsm", "potx", "potm"],
        about: "slides with their tables, notes, comments, diagrams and charts, properties",
    },
    Row {
        format: Format::Container(Container::Xlsx),
        name: "Excel",
        nature: Nature::Marked,
        endings: &["xlsx", "xlsm", "xltx", "xltm"],
        about: "cells below heads, comments, text boxes, names of sheets, properties; hidden sheets, rows and columns too",
    },
    Row {
        format: Format::Container(Container::Odt),
        name: "OpenDocument text",
        nature: Nature::Marked,
        endings: &["odt", "ott"],
        about: "as Word",
    },
    Row {
        format: Format::Container(Container::Odp),
        name: "OpenDocument slides",
        nature: Nature::Marked,
        endings: &["odp", "otp"],
        about: "as PowerPoint",
    },
    Row {
        format: Format::Container(Container::Ods),
        name: "OpenDocument spreadsheet",
        nature: Nature::Marked,
        endings: &["ods", "ots"],
        about: "as Excel",
    },
    Row {
        format: Format::Container(Container::Pdf),
        name: "PDF",
        nature: Nature::Marked,
        endings: &["pdf"],
        about: "lines of pages, tables, comments, fields, title; pictures of text are named, not read",
    },
];

/// Names of files that machines write for themselves. They are left out when a folder is walked.
pub const LEFT_OUT: &[&str] = &["npm-shrinkwrap.json", "package-lock.json", "packages.lock.json", "pnpm-lock.yaml"];

/// Names of files by which sms-lint goes. They are no documents.
pub const OWN: &[&str] = &["sms-lint-baseline.json", "sms-lint.yaml", "sms-lint.yml"];

impl Format {
    /// The format of a path by its ending; nothing if no reader is made for it.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        Self::of_name(path.file_name()?.as_encoded_bytes())
    }

    /// The same by the name of a file.
    fn of_name(name: &[u8]) -> Option<Self> {
        // A name that begins with its only dot has no ending.
        let dot = memchr::memrchr(b'.', name).filter(|dot| *dot > 0)?;
        let ending = &name[dot + 1..];
        let has = |row: &&Row| row.endings.iter().any(|known| known.as_bytes().eq_ignore_ascii_case(ending));
        FORMATS.iter().find(has).map(|row| row.format)
    }

    /// The format of a file that was found by walking, by its name.
    #[must_use]
    pub fn of_found(name: &OsStr) -> Option<Self> {
        let name = name.as_encoded_bytes();
        let format = Self::of_name(name)?;
        // Word and its like keep a file beside each that is open, which says who has it open.
        let is_lock = name.starts_with(b"~$");
        (!is_lock && LEFT_OUT.iter().chain(OWN).all(|one| name != one.as_bytes())).then_some(format)
    }

    /// Every ending that is read when a folder is walked, in the order of the table.
    pub fn endings() -> impl Iterator<Item = &'static str> {
        FORMATS.iter().flat_map(|row| row.endings).copied()
    }

    /// What is known of it.
    #[must_use]
    pub fn row(self) -> &'static Row {
        FORMATS.iter().find(|row| row.format == self).expect("every format has a row")
    }

    /// True if a citation reads the same raw but for a few signs near it; false if markup or a name defined elsewhere may
    /// stand in the middle of it at any length.
    #[must_use]
    pub fn is_nearly_plain(self) -> bool {
        self.row().nature == Nature::NearlyPlain
    }

    /// The kind of file that is no text, if it is one: its bytes are read by `Container::read`.
    #[must_use]
    pub fn container(self) -> Option<Container> {
        if let Self::Container(container) = self { Some(container) } else { None }
    }

    /// Reads text as this format. With `anchors`, ascending offsets of the text, blocks that hold none of them and give
    /// no context may be left out.
    #[must_use]
    pub fn read(self, text: &str, anchors: Option<&[usize]>) -> Document {
        self.read_on(text, anchors, &mut Kept::whole())
    }

    /// Reads a window of a file, with what the window before it left.
    #[must_use]
    pub fn read_on(self, text: &str, anchors: Option<&[usize]>, kept: &mut Kept) -> Document {
        match self {
            Self::Markdown => markdown::read(text, anchors),
            Self::Mdx => mdx::read(text),
            Self::Html => html::read(text),
            Self::AsciiDoc => asciidoc::read(text),
            Self::Rst => rst::read(text),
            Self::Org => org::read(text),
            Self::Latex => latex::read(text),
            Self::Plain => plain::read(text),
            Self::Yaml => yaml::read_on(text, anchors, kept),
            Self::Json => json::read_on(text, anchors, kept, false),
            Self::JsonLines => json::read_on(text, anchors, kept, true),
            Self::Toml => toml::read_on(text, anchors, kept),
            Self::Csv => csv::read_on(text, anchors, kept, None),
            Self::Tsv => csv::read_on(text, anchors, kept, Some(b'\t')),
            // What was made readable of it has lost all else that it was.
            Self::Container(_) => plain::read(text),
        }
    }

    /// Where the first window of `bytes` ends, for a format of data in which it can be told; else it is cut by its words.
    #[must_use]
    pub fn cut(self, bytes: &[u8], kept: &Kept) -> Option<usize> {
        match self {
            Self::Markdown
            | Self::Plain
            | Self::Mdx
            | Self::Html
            | Self::AsciiDoc
            | Self::Rst
            | Self::Org
            | Self::Latex
            | Self::Container(_) => None,
            Self::Yaml => yaml::cut(bytes),
            Self::Json | Self::JsonLines => json::cut(bytes, kept),
            Self::Toml => toml::cut(bytes),
            Self::Csv | Self::Tsv => csv::cut(bytes),
        }
    }

    /// True for keys and values rather than prose.
    #[must_use]
    pub fn is_data(self) -> bool {
        matches!(self.row().nature, Nature::Data | Nature::Table)
    }

    /// True if letters may be written as numbers in `bytes`, so that words looked for in them may be missed.
    #[must_use]
    pub fn hides_letters(self, bytes: &[u8]) -> bool {
        self.row().nature == Nature::Data && super::data::hides_letters(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ending_means_one_format() {
        let mut endings: Vec<&str> = Format::endings().collect();
        assert!(endings.iter().all(|one| one.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())));
        endings.sort_unstable();
        endings.dedup();
        assert_eq!(endings.len(), Format::endings().count());
        assert_eq!(Format::of(Path::new("a/B.YML")), Some(Format::Yaml));
        assert_eq!(Format::of(Path::new("a.tar")), None);
    }

    #[test]
    fn every_format_has_one_row() {
        // The compiler asks for each format here.
        let next = |one: &Format| match one {
            Format::Markdown => Some(Format::Mdx),
            Format::Mdx => Some(Format::Html),
            Format::Html => Some(Format::AsciiDoc),
            Format::AsciiDoc => Some(Format::Rst),
            Format::Rst => Some(Format::Org),
            Format::Org => Some(Format::Latex),
            Format::Latex => Some(Format::Plain),
            Format::Plain => Some(Format::Yaml),
            Format::Yaml => Some(Format::Json),
            Format::Json => Some(Format::JsonLines),
            Format::JsonLines => Some(Format::Toml),
            Format::Toml => Some(Format::Csv),
            Format::Csv => Some(Format::Tsv),
            Format::Tsv => Some(Format::Container(Container::Docx)),
            Format::Container(Container::Docx) => Some(Format::Container(Container::Pptx)),
            Format::Container(Container::Pptx) => Some(Format::Container(Container::Xlsx)),
            Format::Container(Container::Xlsx) => Some(Format::Container(Container::Odt)),
            Format::Container(Container::Odt) => Some(Format::Container(Container::Odp)),
            Format::Container(Container::Odp) => Some(Format::Container(Container::Ods)),
            Format::Container(Container::Ods) => Some(Format::Container(Container::Pdf)),
            Format::Container(Container::Pdf) => None,
        };
        let all: Vec<Format> = std::iter::successors(Some(Format::Markdown), next).collect();
        assert_eq!(FORMATS.iter().map(|row| row.format).collect::<Vec<_>>(), all);
        assert!(all.iter().all(|one| one.row().format == *one));
    }

    #[test]
    fn lock_files_are_read_only_if_they_are_named() {
        let path = Path::new("app/package-lock.json");
        assert_eq!((Format::of(path), Format::of_found("package-lock.json".as_ref())), (Some(Format::Json), None));
        assert_eq!(Format::of_found("~$policy.docx".as_ref()), None);
    }
}
