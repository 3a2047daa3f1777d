//! Where a citation may begin: a few literals that every citation has one of, found with vector instructions.
//!
//! On raw bytes it passes by files without decoding them; in prose it tells the parser where to look.

use std::sync::LazyLock;

use aho_corasick::packed::{Config, MatchKind, Searcher};

/// What every citation has in it, as bytes of UTF-8 or of a superset of ASCII. The two that begin with a colon stand for a
/// number with a year and no publisher, `22301:2012`, those that end with one for a number before that of a control,
/// `27001: A.8.8`; the last is the first letter of a full-width "ISO".
const LITERALS: &[&str] = &[
    "ISO", "iso", "Iso", "IEC", "iec", "Iec", "JIS", "GB/T", "NBR", "IEEE", "15000", "IWA", "20000-", ":20", ":19",
    "27001:", "27002:", "ИСО", "исо", "Исо", "Ｉ",
];

/// How far behind a publisher its number may begin, in bytes.
const REACH: usize = 72;

/// Built once; nothing on a processor without vector instructions, where everything is read.
static SEARCHER: LazyLock<Option<Searcher>> =
    LazyLock::new(|| Config::new().match_kind(MatchKind::LeftmostFirst).builder().extend(LITERALS).build());

/// True if a citation may stand in the bytes.
#[must_use]
pub fn may_cite(bytes: &[u8]) -> bool {
    SEARCHER.is_none() || next(bytes).is_some()
}

/// True if a citation may stand in the bytes once markup of any length between its parts is taken out.
#[must_use]
pub fn may_name(bytes: &[u8]) -> bool {
    let names = |start: usize, end: usize| match bytes[start] {
        b':' => bytes[end..].iter().take(3).take_while(|byte| byte.is_ascii_digit()).count() == 2,
        byte if byte.is_ascii_digit() => true,
        _ => is_word(bytes, start, end),
    };
    SEARCHER.as_ref().is_none_or(|all| all.find_iter(bytes).any(|found| names(found.start(), found.end())))
}

/// Where the first citation may begin.
#[must_use]
pub fn next(bytes: &[u8]) -> Option<usize> {
    let found = SEARCHER.as_ref()?.find_iter(bytes).find(|found| is_anchor(bytes, found.start(), found.end()))?;
    Some(start_of(bytes, found.start()))
}

/// Where citations may begin, ascending; nothing if they cannot be looked for.
#[must_use]
pub fn all(text: &str) -> Option<Vec<usize>> {
    let bytes = text.as_bytes();
    let found = SEARCHER.as_ref()?.find_iter(bytes).filter(|found| is_anchor(bytes, found.start(), found.end()));
    Some(found.map(|found| start_of(bytes, found.start())).collect())
}

/// True if anchors can be looked for on this processor.
#[must_use]
pub fn is_available() -> bool {
    SEARCHER.is_some()
}

fn is_anchor(bytes: &[u8], start: usize, end: usize) -> bool {
    if bytes[start..end] == *b"15000" {
        return start_of(bytes, start) < start;
    }
    if bytes[start].is_ascii_digit() {
        return true;
    }
    if bytes[start] == b':' {
        return has_year(bytes, start);
    }
    let behind = &bytes[end..bytes.len().min(end + REACH)];
    let numbered = |byte: &u8| byte.is_ascii_digit() || *byte == 0xEF || *byte == b'&';
    // Some supplements to the directives have no number.
    is_word(bytes, start, end) && (behind.iter().any(numbered) || behind.starts_with(b"/IEC DIR"))
}

/// True if the letters at `start..end` are the name of a publisher or begin one, and no part of another word.
fn is_word(bytes: &[u8], start: usize, end: usize) -> bool {
    let glued = start > 0 && bytes[start - 1].is_ascii_alphabetic();
    let escape = start > 1 && bytes[start - 2] == b'\\';
    if glued && !escape && !ends_escape(&bytes[..start]) && !bytes[..start].ends_with(b"Fpr") {
        return false;
    }
    let behind = &bytes[end..bytes.len().min(end + REACH)];
    let letters = behind.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let word = &behind[..letters];
    letters == 0 || word == b"Q" || [b"iec", b"cei", b"iso"].iter().any(|one| word.eq_ignore_ascii_case(*one))
}

/// True if a letter written as a number ends here, whose last digit is a letter: `\u201c`.
fn ends_escape(bytes: &[u8]) -> bool {
    [(4, b'u'), (2, b'x'), (8, b'U')].into_iter().any(|(digits, sign)| {
        let Some(at) = bytes.len().checked_sub(digits + 2) else { return false };
        bytes[at] == b'\\' && bytes[at + 1] == sign && bytes[at + 2..].iter().all(u8::is_ascii_hexdigit)
    })
}

/// True if the colon at `at` stands between a number of four or five digits and a year: `22301:2012`.
fn has_year(bytes: &[u8], at: usize) -> bool {
    let before = at - start_of(bytes, at);
    let behind = bytes[at + 1..].iter().take(5).take_while(|byte| byte.is_ascii_digit()).count();
    (4..=5).contains(&before) && behind == 4
}

/// The first byte of the word that an anchor belongs to: a colon belongs to the number before it, "NBR" to "ABNT".
fn start_of(bytes: &[u8], at: usize) -> usize {
    match bytes[at] {
        b':' => at - bytes[..at].iter().rev().take(6).take_while(|byte| byte.is_ascii_digit()).count(),
        // Between "BS" and its number a blank of any kind may stand.
        b'1' => memchr::memmem::rfind(&bytes[at.saturating_sub(8)..at], b"BS")
            .map_or(at, |found| at.saturating_sub(8) + found),
        b'I' if bytes[..at].ends_with(b"Fpr") => at - "Fpr".len(),
        b'N' if bytes[..at].ends_with(b"ABNT ") => at - "ABNT ".len(),
        _ => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_of_any_length_hides_no_citation() {
        let styled = format!("ISO/IEC</span><span style=\"{}\">27001", "font-weight:bold;".repeat(9));
        assert!(may_name(styled.as_bytes()) && !may_cite(styled.as_bytes()));
        assert!(may_name(b"27001<b>:2013</b>") && !may_name(b"isolation, comparison, at 10:20 in 1990"));
    }

    #[test]
    fn words_pass_and_citations_stop() {
        for text in ["isolation of 5 sites", "comparison 2013", "ISO is an organisation", "supervisor 9001", "at 10:20"]
        {
            assert!(!may_cite(text.as_bytes()), "{text}");
        }
        for text in [
            "ISO&nbsp;27001", "\\nISO 22301", "\\u201cISO 9001", "\\xabISO 9001", "iso-27001", "ISOIEC 20000-1",
            "JIS Q 27001", "GB/T 22080", "part 20000-7", "| 22301:2012 |", "27002: 8.8", "ИСО/МЭК 27001",
            "ＩＳＯ２７００１",
        ] {
            assert!(may_cite(text.as_bytes()), "{text}");
        }
    }
}
