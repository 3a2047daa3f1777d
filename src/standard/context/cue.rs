//! The cues of `rules/history/` and where they stand in a text.

use std::ops::Range;

use super::bucket;
pub(in crate::standard) use super::bucket::is_joined_script;
use super::label::{ByEnd, LabelCue};
pub use super::scope::Scope;
use super::word::Language;
use crate::list::List;

/// Words that make a citation a memory, or that show that it is used after all.
#[derive(Debug)]
pub struct Cue {
    /// The language of the words.
    pub language: Language,
    /// Its parts, its words as the file has them, and its example.
    texts: List,
    /// How many parts it has.
    parts: u8,
    /// True if the last word may go on.
    pub open_end: bool,
    /// Where the words must stand.
    pub scope: Scope,
}

impl Cue {
    /// The words in small letters, parted where a gap is allowed.
    pub fn parts(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.texts.iter().take(self.parts.into())
    }

    /// The first of them.
    pub(super) fn first(&self) -> &'static str {
        self.texts.iter().next().unwrap_or_default()
    }

    /// True if it has only one.
    pub(super) const fn is_single(&self) -> bool {
        self.parts == 1
    }

    /// The words as the file has them.
    #[must_use]
    pub fn words(&self) -> &'static str {
        self.texts.iter().nth(self.parts.into()).unwrap_or_default()
    }

    /// A sentence in which the cue decides.
    #[must_use]
    pub fn example(&self) -> &'static str {
        self.texts.iter().nth(usize::from(self.parts) + 1).unwrap_or_default()
    }
}

include!(concat!(env!("OUT_DIR"), "/history.rs"));

/// Every cue, sorted by language.
#[must_use]
pub fn cues() -> &'static [Cue] {
    CUES
}

/// Longest gap inside a cue of several parts, in bytes.
const GAP: usize = 70;

/// A cue and where it stands in a text.
pub(super) struct Hit {
    /// The cue.
    pub cue: &'static Cue,
    /// From its first part to the end of its last.
    pub range: Range<usize>,
    /// End of its first part.
    pub first_end: usize,
    /// Start of its last part.
    pub last_start: usize,
}

impl Hit {
    /// True for a cue of several parts that stands on both sides of `range`.
    pub(super) fn is_around(&self, range: &Range<usize>) -> bool {
        self.first_end <= range.start && range.end <= self.last_start
    }
}

/// Every cue of a text in small letters but the one of index `without`.
pub(super) fn hits(lower: &str, without: Option<usize>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let bytes = lower.as_bytes();
    // Inside a word no cue of letters begins.
    let mut inside = false;
    let mut at = 0;
    while let Some(first) = bytes.get(at).copied() {
        if first.is_ascii_alphabetic() {
            let (head, length) = word(&bytes[at..]);
            let behind = bytes.get(at + length).copied();
            if !inside && (may_begin(head, length) || behind.is_some_and(|next| !next.is_ascii())) {
                add_hits_at(lower, at, length, without, &mut hits);
            }
            // Nor does one begin with a blank.
            let is_blank = behind == Some(b' ');
            inside = !is_blank;
            at += length + usize::from(is_blank);
            continue;
        }
        let (spaced, length) = if first.is_ascii() {
            (false, 1)
        } else {
            let one = lower[at..].chars().next().unwrap_or_default();
            (is_spaced(one), one.len_utf8())
        };
        if !(inside && spaced) && LENGTHS[usize::from(first)] != 0 {
            add_hits_at(lower, at, 1, without, &mut hits);
        }
        inside = spaced;
        at += length;
    }
    hits
}

/// The head of a text and how many letters of ASCII it begins with.
fn word(text: &[u8]) -> (u64, usize) {
    let head = bucket::head(text);
    let length = letters_of(head);
    (head, if length < bucket::HEAD { length } else { length + letters(&text[length..]) })
}

/// False if no cue begins with the word of letters of ASCII that a head begins with, whatever but another letter follows, as
/// mostly is so.
fn may_begin(head: u64, length: usize) -> bool {
    let has = |bits: &[u64], head: u64| {
        let bit = bucket::of_begun(head);
        bits[bit / 64] >> (bit % 64) & 1 != 0
    };
    let word = head & bucket::mask(length);
    has(&BEGUN_WHOLE, word) || has(&BEGUN_OPEN, word & bucket::mask(bucket::OPEN))
}

/// How many letters of ASCII a text begins with.
pub(super) fn letters(text: &[u8]) -> usize {
    let mut at = 0;
    loop {
        let count = letters_of(bucket::head(&text[at..]));
        at += count;
        if count < bucket::HEAD {
            return at;
        }
    }
}

/// How many letters of ASCII a head begins with.
fn letters_of(head: u64) -> usize {
    const ONES: u64 = u64::MAX / 0xFF;
    const HIGH: u64 = 0x80 * ONES;
    // The high bit of each byte tells; no sum is carried over to the next byte.
    let small = (head | (0x20 * ONES)) & !HIGH;
    let from_a = small + (0x80 - 0x61) * ONES;
    let beyond_z = small + (0x80 - 0x7B) * ONES;
    let others = !(from_a & !beyond_z & !head) & HIGH;
    others.trailing_zeros() as usize / 8
}

/// A first part of cues.
struct Start {
    /// Its first bytes, as `bucket::head` has them.
    head: u64,
    /// The bits of a head that these are.
    mask: u64,
    /// Its length in bytes.
    length: u8,
    /// The cues that begin with it: from where in `OWNERS`, and up to where.
    owners: (u16, u16),
}

impl Start {
    /// The indices of the cues that begin with it.
    fn owners(&self) -> impl Iterator<Item = usize> {
        OWNERS[usize::from(self.owners.0)..usize::from(self.owners.1)].iter().copied().map(usize::from)
    }

    /// True if a text with these first bytes begins with it.
    fn begins(&self, text: &[u8], head: u64) -> bool {
        head & self.mask == self.head
            && (usize::from(self.length) <= bucket::HEAD
                || text.starts_with(CUES[usize::from(OWNERS[usize::from(self.owners.0)])].first().as_bytes()))
    }
}

/// Adds every cue that begins at a place of a text in small letters: those whose first parts are short first, then the
/// others in alphabetical order. So many letters of ASCII as are `joined` there belong together: a first part of fewer would
/// end inside of the word, and one that may do so has as many as decide to which group it belongs.
fn add_hits_at(lower: &str, at: usize, joined: usize, without: Option<usize>, hits: &mut Vec<Hit>) {
    let text = &lower.as_bytes()[at..];
    let lengths = LENGTHS[usize::from(text[0])];
    let head = bucket::head(text);
    for length in joined.min(bucket::START)..=bucket::START {
        if lengths >> length & 1 == 0 {
            continue;
        }
        let group = bucket::of_start(head, length) as usize % NEXT.len();
        if NEXT[group] & bucket::next(head) == 0 {
            continue;
        }
        let all = &STARTS[usize::from(STARTS_OF[group])..usize::from(STARTS_OF[group + 1])];
        for start in all {
            let end = usize::from(start.length);
            if start.begins(text, head) && end.min(bucket::START) == length {
                hits.extend(start.owners().filter_map(|cue_at| hit(cue_at, lower, at..at + end, without)));
            }
        }
    }
}

/// The cue of an index whose first part stands at `first`, where a word begins, if all of it stands there.
fn hit(cue_at: usize, lower: &str, first: Range<usize>, without: Option<usize>) -> Option<Hit> {
    let cue = &CUES[cue_at];
    let open = cue.open_end && cue.is_single();
    (Some(cue_at) != without && ends_word(lower, &first, open)).then(|| whole(cue, lower, first))?
}

/// The cue whose first part stands at `first`, if its other parts follow.
fn whole(cue: &'static Cue, lower: &str, first: Range<usize>) -> Option<Hit> {
    let (mut end, mut last_start) = (first.end, first.start);
    for (at, part) in cue.parts().enumerate().skip(1) {
        let open = cue.open_end && at + 1 == usize::from(cue.parts);
        let rest = &lower.as_bytes()[end..];
        let begins = &rest[..rest.len().min(GAP + 1)];
        let stands = |from: &usize| {
            let range = end + from..end + from + part.len();
            rest[*from..].starts_with(part.as_bytes()) && bounded(lower, &range, open)
        };
        last_start = end + memchr::memchr_iter(part.as_bytes()[0], begins).find(stands)?;
        end = last_start + part.len();
    }
    if cue.open_end {
        let goes_on = |one: char| one.is_alphanumeric() && !is_joined_script(one);
        end += lower[end..].find(|one| !goes_on(one)).unwrap_or(lower.len() - end);
    }
    Some(Hit { cue, range: first.start..end, first_end: first.end, last_start })
}

/// True if no letter touches the words from outside; scripts without spaces have no such bounds.
pub(in crate::standard) fn bounded(text: &str, range: &Range<usize>, open_end: bool) -> bool {
    let left = || !ends_in_letter(&text[..range.start]) || !begins_with_letter(&text[range.clone()]);
    ends_word(text, range, open_end) && left()
}

/// The same for the end of the words alone.
fn ends_word(text: &str, range: &Range<usize>, open_end: bool) -> bool {
    open_end || !begins_with_letter(&text[range.end..]) || !ends_in_letter(&text[range.clone()])
}

/// True for a letter of a script that is written with spaces.
fn is_spaced(one: char) -> bool {
    one.is_alphabetic() && !is_joined_script(one)
}

fn begins_with_letter(text: &str) -> bool {
    match text.as_bytes().first() {
        Some(first) if first.is_ascii() => first.is_ascii_alphabetic(),
        _ => text.starts_with(is_spaced),
    }
}

fn ends_in_letter(text: &str) -> bool {
    match text.as_bytes().last() {
        Some(last) if last.is_ascii() => last.is_ascii_alphabetic(),
        _ => text.ends_with(is_spaced),
    }
}

/// Small letters with the same bytes: a character whose small letter has another length stays as it is.
pub(in crate::standard) fn lowered(text: &str) -> String {
    small(text, |one| one)
}

/// The same with each character in the form that the cues and words have: traditional Chinese as simplified.
pub(super) fn folded(text: &str) -> String {
    small(text, |one| {
        let form = || FORMS.binary_search_by_key(&one, |(form, _)| *form).ok().map(|at| FORMS[at].1);
        if is_joined_script(one) { form().unwrap_or(one) } else { one }
    })
}

fn small(text: &str, form: impl Fn(char) -> char) -> String {
    let of_ascii = |byte: u8| if byte == b'\n' { b' ' } else { byte.to_ascii_lowercase() };
    if text.is_ascii() {
        let mut lower = text.as_bytes().to_vec();
        lower.iter_mut().for_each(|byte| *byte = of_ascii(*byte));
        return String::from_utf8(lower).expect("ASCII stays ASCII");
    }
    let mut out = String::with_capacity(text.len());
    for one in text.chars() {
        if one.is_ascii() {
            out.push(char::from(of_ascii(one as u8)));
            continue;
        }
        let mut lower = one.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(small), None) if small.len_utf8() == one.len_utf8() => out.push(form(small)),
            _ => out.push(one),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every cue that is looked for in sentences, tried at every place.
    fn tried_everywhere(lower: &str) -> Vec<(usize, Range<usize>)> {
        let begins = |at: usize| !(lower[..at].ends_with(is_spaced) && lower[at..].starts_with(is_spaced));
        let mut found = Vec::new();
        for (at, _) in lower.char_indices().filter(|(at, _)| begins(*at)) {
            let mut here: Vec<(usize, &str, usize)> = CUES
                .iter()
                .enumerate()
                .filter(|(_, cue)| !cue.scope.is_label() && lower[at..].starts_with(cue.first()))
                .map(|(index, cue)| (cue.first().len().min(bucket::START), cue.first(), index))
                .collect();
            here.sort_unstable();
            let all = here.into_iter().filter_map(|(_, part, index)| hit(index, lower, at..at + part.len(), None));
            found.extend(all.map(|hit| (std::ptr::from_ref(hit.cue) as usize, hit.range)));
        }
        found
    }

    #[test]
    fn cues_are_found_where_trying_every_one_everywhere_finds_them() {
        let known = |lower: &str| -> Vec<(usize, Range<usize>)> {
            hits(lower, None).into_iter().map(|hit| (std::ptr::from_ref(hit.cue) as usize, hit.range)).collect()
        };
        let mut seen = 0;
        for cue in CUES {
            let joined: String = cue.example().chars().filter(|one| !one.is_whitespace()).collect();
            for text in [cue.example(), cue.words(), &joined] {
                let lower = folded(text);
                let found = known(&lower);
                assert_eq!(found, tried_everywhere(&lower), "{text}");
                seen += found.len();
            }
        }
        assert!(seen > CUES.len());
    }

    #[test]
    fn cues_are_found_in_whatever_they_touch() {
        let touching = ["", "s", "ed", "ing of", "é", "版", "9", "-", "'s", " x"];
        let mut parts: Vec<&str> = CUES.iter().map(Cue::first).collect();
        parts.sort_unstable();
        parts.dedup();
        for part in parts {
            for behind in touching {
                let lower = format!("x {part}{behind}");
                let found: Vec<_> = hits(&lower, None)
                    .into_iter()
                    .map(|hit| (std::ptr::from_ref(hit.cue) as usize, hit.range))
                    .collect();
                assert_eq!(found, tried_everywhere(&lower));
            }
        }
    }

    #[test]
    fn letters_are_counted_up_to_any_other_byte() {
        for other in 0..=u8::MAX {
            for count in 0..20 {
                let text = [vec![b'a' + count % 26; usize::from(count)], vec![other; 9]].concat();
                assert_eq!(
                    letters(&text),
                    text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count(),
                    "{text:?}"
                );
            }
        }
        assert_eq!(letters(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"), 52);
    }

    #[test]
    fn parts_of_cues_are_found_as_far_as_a_gap_reaches() {
        let two = |cue: &'static Cue| Some((cue, <[&str; 2]>::try_from(cue.parts().collect::<Vec<_>>()).ok()?));
        let (cue, [first, second]) = CUES
            .iter()
            .filter_map(two)
            .find(|(cue, [_, second])| !cue.open_end && second.is_ascii())
            .expect("there is one");
        for gap in 0..2 * GAP {
            let lower = format!("{first} {} {second}x {second}", "a".repeat(gap));
            let found = whole(cue, &lower, 0..first.len());
            let all = lower[first.len()..].match_indices(second).map(|(at, _)| at);
            assert_eq!(found.is_some(), all.last().is_some_and(|at| at <= GAP), "{lower}");
        }
    }

    #[test]
    fn small_letters_keep_their_bytes() {
        for (text, small) in [("A\nB", "a b"), ("ÄÖ\nİK", "äö İk"), ("WİTHDRAWN ÉTÉ", "wİthdrawn été"), ("", "")]
        {
            assert_eq!(lowered(text), small);
            assert_eq!(lowered(text).len(), text.len());
        }
        assert_eq!((folded("廢止"), lowered("廢止")), ("废止".to_owned(), "廢止".to_owned()));
    }
}
