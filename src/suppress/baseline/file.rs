//! The file of the baseline: read with every mistake at its place, written whole or not at all.

use std::io::{self, Write};
use std::path::Path;

use serde::Deserialize;
use serde_json::error::Category;
use serde_json::value::RawValue;

use super::model::{Baseline, Entry, Row};
use crate::config::mistake;
use crate::error::Error;
use crate::source::{Coding, SourceFile, Span, floor, read_whole, write_whole};
use crate::yaml::Fault;

/// Name of the file, unless another is named.
pub const NAME: &str = "sms-lint-baseline.json";

/// Version of its format.
const VERSION: u64 = 1;

/// The file as a whole; what its list holds is read one by one, so that each has a place.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Root<'a> {
    version: u64,
    #[serde(borrow)]
    findings: Vec<&'a RawValue>,
}

/// What to do with a file that is broken.
const HELP: &str = "Undo what was changed by hand, or remove the file and run sms-lint baseline create.";

/// Largest file that is read, in bytes.
const LARGEST: u64 = 256 << 20;

/// Reads a baseline, which reports show as `shown`.
///
/// # Errors
/// `Error::Path` if it cannot be read, `Error::Mistakes` with its first mistake.
pub fn read(file: &Path, shown: &str) -> Result<Baseline, Error> {
    let bytes = read_whole(file, LARGEST).map_err(|error| Error::unreadable(file, &crate::error::reason(&error)))?;
    let coding = Coding::detect(&bytes).map_err(|why| Error::unreadable(file, why.reason()))?;
    let source = SourceFile::decode(shown.into(), &bytes, coding);
    of_source(file, source)
}

/// The baseline that a text is, which lies at `file`.
///
/// # Errors
/// `Error::Mistakes` with its first mistake.
pub fn of_source(file: &Path, source: SourceFile<'_>) -> Result<Baseline, Error> {
    let entries = entries(&source)?;
    Ok(Baseline { file: file.to_owned(), source: source.into_owned(), entries })
}

fn entries(source: &SourceFile) -> Result<Vec<Entry>, Error> {
    let text: &str = &source.text;
    if text.trim().is_empty() {
        let fault = Fault::new(Span::new(0, 0), "the baseline cannot be read: the file is empty", HELP);
        return Err(Error::Mistakes(vec![mistake(source, fault)]));
    }
    check_braces(source, text.len() - text.trim_start().len(), text)?;
    let root: Root<'_> = serde_json::from_str(text).map_err(|error| broken(source, 0, &error))?;
    if root.version != VERSION {
        let at = text.find("\"version\"").unwrap_or_default();
        let words = format!("this baseline is of version {}, and version {VERSION} is read", root.version);
        let help = "Use the sms-lint that wrote it, or remove the file and run sms-lint baseline create.";
        let fault = Fault::new(Span::new(at, at + "\"version\"".len()), words, help);
        return Err(Error::Mistakes(vec![mistake(source, fault)]));
    }
    let entry = |raw: &&RawValue| {
        // What serde_json lends is a part of the text.
        let start = raw.get().as_ptr() as usize - text.as_ptr() as usize;
        check_braces(source, start, raw.get())?;
        let row: Row = serde_json::from_str(raw.get()).map_err(|error| broken(source, start, &error))?;
        Ok(Entry { row, span: Span::new(start, start + raw.get().len()) })
    };
    root.findings.iter().map(entry).collect()
}

/// A mistake where the parser stopped, which read from `start` on.
fn broken(source: &SourceFile, start: usize, error: &serde_json::Error) -> Error {
    let text: &str = &source.text;
    let before = text[start..].split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
    let at = match error.is_eof() {
        // The mark stands under the last sign that is there.
        true => text.trim_end().len().saturating_sub(1),
        false => start + before + error.column().saturating_sub(1),
    };
    let at = floor(text, at);
    let end = text[at..].chars().next().map_or(at, |one| at + one.len_utf8());
    let told = told(error);
    let fault = Fault::new(Span::new(at, end), format!("the baseline cannot be read: {told}"), HELP);
    Error::Mistakes(vec![mistake(source, fault)])
}

/// What is wrong, in words for those who write the file.
fn told(error: &serde_json::Error) -> String {
    let said = error.to_string();
    // What is named stands between the first two marks.
    let named = said.split('`').nth(1).unwrap_or_default();
    match error.classify() {
        Category::Eof => "it ends before it is complete".into(),
        Category::Syntax | Category::Io => "this is not JSON as it must be written".into(),
        Category::Data if said.starts_with("missing field") => format!("the key {named:?} is missing"),
        Category::Data if said.starts_with("unknown field") => format!("there is no key {named:?}"),
        Category::Data if said.starts_with("duplicate field") => format!("the key {named:?} stands here twice"),
        Category::Data => "a value of another kind is expected here".into(),
    }
}

/// The file and each of its entries are keys with values: a list of these values would be taken for them.
fn check_braces(source: &SourceFile, start: usize, written: &str) -> Result<(), Error> {
    let written = written.trim_start();
    let Some(first) = written.chars().next().filter(|one| !matches!(one, '{')) else { return Ok(()) };
    let words = "the baseline cannot be read: an object in braces is expected here";
    let fault = Fault::new(Span::new(start, start + first.len_utf8()), words, HELP);
    Err(Error::Mistakes(vec![mistake(source, fault)]))
}

/// Writes rows, which are sorted, one on a line: so two branches that add others merge.
///
/// # Errors
/// What the file system gives; the file is then as it was.
pub(super) fn write(file: &Path, rows: &[Row]) -> io::Result<()> {
    write_whole(file, &mut |out| print(rows, out))
}

fn print(rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{{\n  \"version\": {VERSION},\n  \"findings\": [")?;
    for (at, row) in rows.iter().enumerate() {
        let line = serde_json::to_string(row).map_err(io::Error::from)?;
        let line = line.replace("\",\"", "\", \"").replace("\":", "\": ").replace(",\"count", ", \"count");
        write!(out, "{}\n    {line}", if at == 0 { "" } else { "," })?;
    }
    out.write_all(if rows.is_empty() { b"]\n}\n" } else { b"\n  ]\n}\n" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::format::Format;

    #[test]
    fn a_baseline_that_is_met_is_no_document() {
        assert_eq!(Format::of_found(NAME.as_ref()), None);
    }
}
