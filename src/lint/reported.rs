//! Reports of sms-lint that lie among the documents. They quote what was found, so they are no documents.

use memchr::memmem::find;

use crate::document::Format;

/// What a report does not say, in every report that leaves the terminal.
pub const NOTICE: &str = "This report is no evidence of conformity or nonconformity to any standard. \
                          sms-lint is not affiliated with or endorsed by ISO or IEC.";

/// How much of a page is looked at for the name of the program that made it, in bytes.
const HEAD: usize = 1_000;

/// True for a report of an earlier run, of which `bytes` is the beginning.
pub(super) fn is_report(format: Format, bytes: &[u8]) -> bool {
    let may_be = match format {
        Format::Json | Format::JsonLines => true,
        Format::Html => find(&bytes[..bytes.len().min(HEAD)], b"name=\"generator\" content=\"sms-lint\"").is_some(),
        Format::Markdown => bytes.starts_with(b"## sms-lint\n"),
        Format::Csv => bytes.starts_with(b"kind,severity,rule,path,"),
        _ => false,
    };
    may_be && find(bytes, NOTICE.as_bytes()).is_some()
}
