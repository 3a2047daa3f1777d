//! Passes by, on raw bytes, the files and windows in which no citation can stand.

use std::sync::LazyLock;

use aho_corasick::packed::{Config, MatchKind, Searcher};

/// What every citation has in it, as bytes of UTF-8 or of a superset of ASCII.
const LITERALS: &[&str] = &[
    "ISO", "iso", "Iso", "IEC", "iec", "Iec", "JIS", "GB/T", "GB ", "NBR", "IEEE", "BS 1", "BS1", "IWA", "20000-",
    ":20", ":19", "ИСО", "исо", "Исо", "Ｉ",
];

/// How far behind a publisher its number may begin, in bytes.
const REACH: usize = 72;

/// Built once; nothing on a processor without vector instructions, where every file is then parsed.
static SEARCHER: LazyLock<Option<Searcher>> =
    LazyLock::new(|| Config::new().match_kind(MatchKind::LeftmostFirst).builder().extend(LITERALS).build());

/// True if a citation may stand in the bytes.
#[must_use]
pub fn may_cite(bytes: &[u8]) -> bool {
    SEARCHER.is_none() || next_candidate(bytes).is_some()
}

/// Where the first word that a citation may begin with stands.
#[must_use]
pub fn next_candidate(bytes: &[u8]) -> Option<usize> {
    let found = SEARCHER.as_ref()?.find_iter(bytes).find(|found| is_candidate(bytes, found.start(), found.end()))?;
    Some(found.start())
}

/// Where every word stands that a citation may begin with, ascending; nothing if they cannot be looked for.
#[must_use]
pub fn candidates(text: &str) -> Option<Vec<usize>> {
    let bytes = text.as_bytes();
    let found = SEARCHER.as_ref()?.find_iter(bytes).filter(|found| is_candidate(bytes, found.start(), found.end()));
    Some(found.map(|found| found.start()).collect())
}

/// True if candidates can be looked for on this processor.
#[must_use]
pub fn is_available() -> bool {
    SEARCHER.is_some()
}

fn is_candidate(bytes: &[u8], start: usize, end: usize) -> bool {
    if bytes[start].is_ascii_digit() {
        return true;
    }
    if bytes[start] == b':' {
        return has_year(bytes, start);
    }
    let glued = start > 0 && bytes[start - 1].is_ascii_alphabetic();
    let escape = start > 1 && bytes[start - 2] == b'\\';
    if glued && !escape {
        return false;
    }
    let behind = &bytes[end..bytes.len().min(end + REACH)];
    let letters = behind.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let word = &behind[..letters];
    let joined = letters == 0
        || word == b"Q"
        || word.eq_ignore_ascii_case(b"iec")
        || word.eq_ignore_ascii_case(b"cei")
        || word.eq_ignore_ascii_case(b"iso");
    joined && behind.iter().any(|byte| byte.is_ascii_digit() || *byte == 0xEF || *byte == b'&')
}

/// True if the colon at `at` stands between a number of four or five digits and a year: `22301:2012`.
fn has_year(bytes: &[u8], at: usize) -> bool {
    let before = bytes[..at].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let behind = bytes[at + 1..].iter().take(5).take_while(|byte| byte.is_ascii_digit()).count();
    (4..=5).contains(&before) && behind == 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_pass_and_citations_stop() {
        for text in ["isolation of 5 sites", "comparison 2013", "ISO is an organisation", "supervisor 9001"] {
            assert!(!may_cite(text.as_bytes()), "{text}");
        }
        for text in [
            "ISO&nbsp;27001", "\\nISO 22301", "iso-27001", "ISOIEC 20000-1", "JIS Q 27001", "GB/T 22080",
            "part 20000-7", "ИСО/МЭК 27001", "ＩＳＯ２７００１",
        ] {
            assert!(may_cite(text.as_bytes()), "{text}");
        }
    }
}
