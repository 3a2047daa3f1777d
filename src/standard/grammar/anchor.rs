//! Where a citation may begin: a few literals that every citation has one of, found with vector instructions.
//!
//! On raw bytes it passes by files without decoding them; in prose it tells the parser where to look.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::Span;
use aho_corasick::packed::{Config, MatchKind, Searcher};

use crate::document::directive::MARK;

/// What every citation has in it, as bytes of UTF-8 or of a superset of ASCII. The two that begin with a colon stand for a
/// number with a year and no publisher, `22301:2012`, those that end with one for a number before that of a control,
/// `27001: A.8.8`; the full-width letter is the first of "ISO". None reaches over the end of a line, and none begins another.
///
/// The searcher compares eight groups of beginnings at once, and what is in a group is confused with what is like some of
/// it. A literal goes to the group of its place, counted by eight, unless its first three bytes are in one; in this order
/// those stand together that are confused with words and numbers which are rare.
const LITERALS: &[&str] = &[
    "ISO", "IEC", "IWA", "JIS", "NBR", ":20", "20000-", "15000", "iso", "IEEE", "ИСО", "GB/T", "Ｉ", "Iso", "27001:",
    ":19", "iec", "Iec", "исо", "Исо", "27002:",
];

/// The same for bodies whose names are written in letters as wide as those of Chinese, with the sign before the slash that
/// some programs write in JSON, or with the large letter that Turkish has for a small "i". They stand behind the others, whose
/// groups are measured.
const RARE: &[&str] = &["GB／T", "ＧＢ", "ＢＳ", "GB\\/T", "İSO", "GB T 2", "GBT 2", "GBT2"];

/// What begins the mark of a comment that speaks to sms-lint, so that no bytes are gone through twice. It shares no letters
/// with an end or a beginning of the others.
const NAME: &str = "sms-lint";

/// How far behind a publisher its number may begin, in bytes.
const REACH: usize = 72;

/// Built once; nothing on a processor without vector instructions, where everything is read.
static SEARCHER: LazyLock<Option<Searcher>> = LazyLock::new(|| {
    Config::new().match_kind(MatchKind::LeftmostFirst).builder().extend(LITERALS).extend([NAME]).extend(RARE).build()
});

/// How far before a literal what tells an anchor may begin, in bytes.
const BEFORE: usize = 10;

/// What is looked for in the bytes of a text, found in one pass; all else is asked of what was found.
#[derive(Debug, Default)]
pub struct Literals {
    /// What may belong to a citation once markup of any length between its parts is taken out, ascending; nothing if it cannot
    /// be looked for.
    places: Option<Vec<Literal>>,
    /// True if the mark of a comment that speaks to sms-lint stands there.
    pub is_addressed: bool,
}

/// One of them.
#[derive(Debug)]
struct Literal {
    start: usize,
    end: usize,
    /// Where the citation may begin that it belongs to, if it may belong to one as it stands.
    anchor: Option<usize>,
}

impl Literals {
    /// Looks for them.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let mut found = Self::default();
        found.look_in(bytes);
        found
    }

    /// Forgets what was found and looks for it elsewhere, in the same room.
    pub fn look_in(&mut self, bytes: &[u8]) {
        let Some(searcher) = &*SEARCHER else {
            let is_addressed = memchr::memmem::find(bytes, MARK.as_bytes()).is_some();
            *self = Self { places: None, is_addressed };
            return;
        };
        let (mut places, mut is_addressed) = (self.places.take().unwrap_or_default(), false);
        places.clear();
        for found in searcher.find_iter(bytes) {
            let (start, end) = (found.start(), found.end());
            if bytes[start] == NAME.as_bytes()[0] {
                is_addressed |= bytes[start..].starts_with(MARK.as_bytes());
            } else if names(bytes, start, end) {
                places.push(Literal { start, end, anchor: anchor_of(bytes, start, end) });
            }
        }
        *self = Self { places: Some(places), is_addressed };
    }

    /// True if a citation may stand in the bytes.
    #[must_use]
    pub fn may_cite(&self) -> bool {
        self.places.as_ref().is_none_or(|all| all.iter().any(|one| one.anchor.is_some()))
    }

    /// True if a citation may stand in the bytes once markup of any length between its parts is taken out.
    #[must_use]
    pub fn may_name(&self) -> bool {
        self.places.as_ref().is_none_or(|all| !all.is_empty())
    }

    /// Where citations may begin in a part of the text that is made of whole lines, counted from its beginning, ascending;
    /// nothing if they cannot be looked for.
    #[must_use]
    pub fn anchors(&self, text: &str, part: &Range<usize>) -> Option<Vec<usize>> {
        let own = self.within(part)?;
        let mut anchors = Vec::with_capacity(own.len());
        anchors.extend(own.iter().filter_map(|one| one.anchor_in(text.as_bytes(), part)));
        // What begins with "BS" may begin before what stands between that and the number.
        if !anchors.is_sorted() {
            anchors.sort_unstable();
        }
        Some(anchors)
    }

    /// How many these are.
    #[must_use]
    pub fn count(&self, text: &str, part: &Range<usize>) -> Option<usize> {
        Some(self.within(part)?.iter().filter(|one| one.anchor_in(text.as_bytes(), part).is_some()).count())
    }

    /// Those that begin in a part of the text; nothing if they cannot be looked for.
    fn within(&self, part: &Range<usize>) -> Option<&[Literal]> {
        let places = self.places.as_deref()?;
        let own = &places[places.partition_point(|one| one.start < part.start)..];
        Some(&own[..own.partition_point(|one| one.start < part.end)])
    }
}

impl Literal {
    /// The anchor in a part of the text, which may lack what stands near a literal at its ends.
    fn anchor_in(&self, bytes: &[u8], part: &Range<usize>) -> Option<usize> {
        if part.start + BEFORE <= self.start && self.end + REACH <= part.end {
            return self.anchor.map(|at| at - part.start);
        }
        anchor_of(&bytes[part.clone()], self.start - part.start, self.end - part.start)
    }
}

/// Where citations may begin, ascending; nothing if they cannot be looked for.
#[must_use]
pub fn all(text: &str) -> Option<Vec<usize>> {
    let bytes = text.as_bytes();
    let found = SEARCHER.as_ref()?.find_iter(bytes);
    Some(found.filter_map(|found| anchor_of(bytes, found.start(), found.end())).collect())
}

/// The first of these places of which the literal begins at `from` or behind, and the end of that literal. Where they cannot be
/// looked for, one may begin at every character.
pub(super) fn next(text: &str, mut from: usize) -> Option<(usize, usize)> {
    let Some(searcher) = &*SEARCHER else {
        return text[from..].chars().next().map(|one| (from, from + one.len_utf8()));
    };
    let bytes = text.as_bytes();
    while let Some(found) = searcher.find_in(bytes, Span::from(from..bytes.len())) {
        from = found.end();
        if let Some(at) = anchor_of(bytes, found.start(), from) {
            return Some((at, from));
        }
    }
    None
}

/// True if a citation may begin with a literal once markup of any length behind it is taken out.
fn names(bytes: &[u8], start: usize, end: usize) -> bool {
    match bytes[start] {
        b':' => bytes[end..].iter().take(3).take_while(|byte| byte.is_ascii_digit()).count() == 2,
        byte if byte.is_ascii_digit() => true,
        _ => is_word(bytes, start, end),
    }
}

/// Where the citation may begin that the literal at `start..end` belongs to, if it may belong to one.
fn anchor_of(bytes: &[u8], start: usize, end: usize) -> Option<usize> {
    is_anchor(bytes, start, end).then(|| start_of(bytes, start))
}

/// True if the literal at `start..end` may belong to a citation.
fn is_anchor(bytes: &[u8], start: usize, end: usize) -> bool {
    match bytes[start] {
        b's' => false,
        b'1' => start_of(bytes, start) < start,
        b'2' => true,
        b':' => has_year(bytes, start),
        _ => {
            let behind = &bytes[end..bytes.len().min(end + REACH)];
            let numbered = |byte: &u8| byte.is_ascii_digit() || *byte == 0xEF || *byte == b'&';
            // Some supplements to the directives have no number. Behind a link or in an element it may stand far away.
            let is_far = || behind.starts_with(b"/IEC DIR") || behind.starts_with(b"](") || behind.contains(&b'<');
            is_word(bytes, start, end) && (behind.iter().any(numbered) || is_far())
        }
    }
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
    letters == 0
        || word == b"Q"
        || is_key(word)
        || [b"iec", b"cei", b"iso"].iter().any(|one| word.eq_ignore_ascii_case(*one))
}

/// True for what goes on with the name of the publisher in the key of a control: `isoControl`, `isoReferences`.
fn is_key(word: &[u8]) -> bool {
    ["Control", "Ref", "Annex"].iter().any(|one| word.starts_with(one.as_bytes()))
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
    use proptest::prelude::*;

    use super::*;

    fn may_cite(bytes: &[u8]) -> bool {
        Literals::of(bytes).may_cite()
    }

    fn may_name(bytes: &[u8]) -> bool {
        Literals::of(bytes).may_name()
    }

    proptest! {
        #[test]
        fn parts_of_whole_lines_hold_what_they_hold_alone(
            lines in proptest::collection::vec(
                "(ISO|IEC|IEEE|Fpr|Fpr ISO|BS|ABNT |NBR|15000|:20|12|5|20000-|27001:|iso|is| |&|/IEC DIR|sms-lint|:| x{70}){0,5}\n",
                0..6,
            ),
            from in 0..6_usize,
            to in 0..6_usize,
        ) {
            let text = lines.concat();
            let at = |line: usize| lines[..line.min(lines.len())].concat().len();
            let part = at(from.min(to))..at(from.max(to));
            let literals = Literals::of(text.as_bytes());
            let mut alone = all(&text[part.clone()]);
            if let Some(all) = &mut alone {
                all.sort_unstable();
            }
            prop_assert_eq!(literals.anchors(&text, &part), alone);
            prop_assert_eq!(literals.is_addressed, text.contains(MARK));
        }
    }

    #[test]
    fn every_literal_begins_with_a_letter_that_tells_it() {
        for literal in LITERALS {
            let first = literal.as_bytes()[0];
            assert!(first != b's' && (first == b'1') == (*literal == "15000"), "{literal}");
            assert!(!literal.contains('\n') && (first != b'2' || literal.ends_with([':', '-'])), "{literal}");
        }
        assert!(MARK.starts_with(NAME));
    }

    #[test]
    fn markup_of_any_length_hides_no_citation() {
        let styled = format!("ISO/IEC{{{}}}27001", "font-weight:bold;".repeat(9));
        assert!(may_name(styled.as_bytes()) && !may_cite(styled.as_bytes()));
        for wrap in ["ISO <span class=\"{}\">33704</span>", "[ISO](address/{}) 33704"] {
            assert!(may_cite(wrap.replace("{}", &"style ".repeat(20)).as_bytes()), "{wrap}");
        }
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
            "ＩＳＯ２７００１", "GB\\/T 22080-2016",
        ] {
            assert!(may_cite(text.as_bytes()), "{text}");
        }
    }
}
