//! Reports and lists of sms-lint that lie among the documents. They quote what was found, so they are no documents.

use memchr::memmem::find;

use crate::document::Format;

/// What a report does not say, in every report that leaves the terminal.
pub const NOTICE: &str = "This report is no evidence of conformity or nonconformity to any standard. \
                          sms-lint is not affiliated with or endorsed by ISO or IEC.";

/// How much of a page or a list is looked at for what tells that sms-lint made it, in bytes.
const HEAD: usize = 1_000;

/// How reports begin that may be written to a file of any name.
const HEADS: &[&[u8]] = &[
    MARKDOWN, CSV, b"<?xml", b"<!DOCTYPE html>", b"<!doctype html>", b"{", b"[", b"::error ", b"::warning ",
    b"::notice ",
];

/// How the report as Markdown begins.
const MARKDOWN: &[u8] = b"## sms-lint\n";

/// How the report as CSV begins.
const CSV: &[u8] = b"kind,severity,rule,path,";

/// How lists begin that are written as CSV or Markdown: citations and worklists, coverage, suppressions.
const LISTS: &[&[u8]] = &[
    b"path,start_line,start_column,start_byte,end_line,end_column,end_byte,text,",
    b"clause,element,part,status,path,line,column",
    b"state,by,verb,path,start_line,start_column,start_byte,",
    b"| clause | element | status | where |\n|---|---|---|---|\n",
];

/// How lists begin that are written as JSON, and one of the keys that follow.
const OBJECT: &[u8] = b"{\n  \"version\": 1,\n  \"as_of\": \"";
const KEYS: &[&[u8]] =
    &[b"\n  \"citations\": [", b"\n  \"elements\": [", b"\n  \"due\": [", b"\n  \"suppressions\": ["];

/// Why such a report or list is not read.
pub const REASON: &str = "a report of sms-lint";

/// True for a report or a list of an earlier run, of which `bytes` is the beginning.
#[must_use]
pub fn is_report(format: Format, bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let begins = |heads: &[&[u8]]| heads.iter().any(|one| bytes.starts_with(one));
    let may_be = match format {
        Format::Json | Format::JsonLines => true,
        Format::Html => find(head, b"name=\"generator\" content=\"sms-lint\"").is_some(),
        Format::Markdown => begins(&[MARKDOWN]),
        Format::Csv => begins(&[CSV]),
        Format::Plain => begins(HEADS),
        _ => false,
    };
    let is_list = || match format {
        Format::Json => bytes.starts_with(OBJECT) && KEYS.iter().any(|key| find(head, key).is_some()),
        Format::Markdown | Format::Plain => begins(LISTS) || ends_as_one(bytes),
        Format::Csv => begins(LISTS),
        _ => false,
    };
    may_be && find(bytes, NOTICE.as_bytes()).is_some() || is_list()
}

/// True for a text that ends like what people read: with the closing line, which a sentence may follow, or with what a
/// report in a file rests on.
fn ends_as_one(bytes: &[u8]) -> bool {
    let lines = bytes.trim_ascii_end().rsplit(|byte| *byte == b'\n');
    let mut lines = lines.skip_while(|line| line.starts_with(b"sources on "));
    let (last, before) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    let is_closing = |line| find(line, b" Judged as of ").is_some() && find(line, b" with the catalogue of ").is_some();
    let is_notice = || last.strip_prefix(b"notice: ").is_some_and(|words| words == NOTICE.as_bytes());
    is_closing(last)
        || is_closing(before)
        || is_notice()
        || last.ends_with(b" %. A match of words is no evidence of conformity.")
}
