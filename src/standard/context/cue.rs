//! The words of `rules/history/` and where they stand in a text.

use std::fmt;
use std::ops::Range;

use super::bucket;
pub(in crate::standard) use super::bucket::is_joined_script;

/// Words that make a citation a memory, or that show that it is used after all.
#[derive(Debug)]
pub struct Cue {
    /// The language of the words.
    pub language: Language,
    /// The words as the file has them.
    pub words: &'static str,
    /// The words in small letters, parted where a gap is allowed.
    pub parts: &'static [&'static str],
    /// True if the last word may go on.
    pub open_end: bool,
    /// Where the words must stand.
    pub scope: Scope,
    /// A sentence in which the cue decides.
    pub example: &'static str,
}

/// A language in which history is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language(u8);

impl Language {
    /// Its code: "en".
    #[must_use]
    pub fn code(self) -> &'static str {
        LANGUAGES[usize::from(self.0)]
    }

    /// True if a set of languages holds it.
    fn is_in(self, set: u16) -> bool {
        set & (1 << self.0) != 0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

/// Where a cue stands, seen from the citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Before it, with nothing but fillers between; a cue of several parts may also stand around it.
    Before,
    /// Behind it as what is said of it.
    After,
    /// A word for being out of force: before it ("the withdrawn …"), behind it ("… was withdrawn"), in a cell of its
    /// row or as the header of its column.
    State,
    /// Anywhere in a sentence that names an older and a newer edition side by side.
    Transition,
    /// Between an older and a newer edition, with nothing else but fillers: "to", "versus".
    Joint,
    /// The heading above is made of these words, begins or ends with them.
    Heading,
    /// The heading above is made of these words, and what stands under it begins with a version or a date.
    Entries,
    /// The header of the table's column, or of its row, is made of these words.
    Column,
    /// The header of a column of versions: with a column of changes it makes the table a change log.
    Versions,
    /// The header of a column of dates or changes.
    Changes,
    /// Says that what the verb behind it tells is over, or behind the citation that it is: "no longer".
    Past,
    /// Stands before or behind a date: "until". Once that has passed, what was so until then is over.
    Until,
    /// The same at the head of a clause only: "before".
    Then,
    /// At the head of a clause: what that tells was so once. "In earlier drafts".
    Once,
    /// A time that is over if the verb of its clause stands in the past: "at that time".
    Frame,
    /// Says that what it stands before was so earlier, if the verb behind that stands in the past: "the previous plan".
    Bygone,
    /// The header of a column of dates after which the rest of the row is over: "valid until".
    Expiry,
    /// Names a mention of the citation, or its time: "references to", "the transition period of". History if a word of
    /// removal stands in the sentence.
    Mention,
    /// A verb of naming or using before the citation. History if it is denied: "do not" and "cite".
    Naming,
    /// Says that a mention is taken away or a time is over: "deleted", "ended".
    Removal,
    /// Grants what follows, so that a state in the same clause decides nothing: "although".
    Concession,
    /// Parts two clauses of which the second sets something against the first: "but".
    Contrast,
    /// Says that what follows has not come about: "if", "until the".
    Pending,
    /// Says that the change of which the sentence tells has not come: "not yet".
    NotYet,
    /// The words show real use of the citation behind them and overrule all others of the sentence.
    UseBefore,
    /// The words show real use of the citation before them and overrule all others of the sentence.
    UseAfter,
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

/// What a word is. Its letters stand in one text with those of all others.
struct Entry {
    /// Where it begins in the text, in bytes.
    start: u32,
    /// Its length in bytes.
    length: u8,
    /// For each list of words that hold in their own language only, the languages in which it is listed.
    own: [u16; LISTS],
    /// The lists that serve every language and hold it.
    shared: u8,
}

impl Entry {
    /// The entry of a word, if it is in any list.
    fn of(word: &str) -> Option<&'static Self> {
        let group = bucket::of_word(word.as_bytes()) as usize % (ENTRIES_OF.len() - 1);
        let all = &ENTRIES[usize::from(ENTRIES_OF[group])..usize::from(ENTRIES_OF[group + 1])];
        all.iter().find(|one| &TEXT[one.start as usize..one.start as usize + usize::from(one.length)] == word)
    }
}

fn is_shared(word: &str, list: u8) -> bool {
    Entry::of(word).is_some_and(|one| one.shared & list != 0)
}

fn is_listed(list: usize, language: Language, word: &str) -> bool {
    Entry::of(word).is_some_and(|one| language.is_in(one.own[list]))
}

/// True for an article, a month or another small word that may stand between a cue and a citation.
pub(super) fn is_filler(word: &str) -> bool {
    is_shared(word, FILLERS)
}

/// True for a word that ties a citation to what is said of it: "which has since been".
pub(in crate::standard) fn is_link(word: &str) -> bool {
    is_shared(word, LINKS)
}

/// True for a word that makes the citation behind it depend on another word: "under".
pub(in crate::standard) fn is_preposition(word: &str) -> bool {
    is_shared(word, PREPOSITIONS)
}

/// True for a word that joins clauses in a language: "and".
pub(super) fn is_conjunction(language: Language, word: &str) -> bool {
    is_listed(CONJUNCTIONS, language, word)
}

/// True for a word that joins clauses in any language.
pub(super) fn joins_clauses(word: &str) -> bool {
    Entry::of(word).is_some_and(|one| one.own[CONJUNCTIONS] != 0)
}

/// True for a word that makes the participle behind it one of doing, without one of suffering: "has replaced".
pub(super) fn is_having(language: Language, word: &str) -> bool {
    is_listed(HAVINGS, language, word)
}

/// True for a word that makes the participle behind it one of suffering: "has been replaced".
pub(super) fn is_being(language: Language, word: &str) -> bool {
    is_listed(BEINGS, language, word)
}

/// The number of the month that a word names, in full or by its first letters.
pub(super) fn month(word: &str) -> Option<i8> {
    let is_short = word.len() >= 3 && word.is_ascii();
    let from = MONTHS_BY_NAME.partition_point(|(name, ..)| *name < word);
    let fits = |(name, ..): &&(&str, usize, i8)| if is_short { name.starts_with(word) } else { *name == word };
    // Where languages have the same word for different months, the first language decides.
    let all = MONTHS_BY_NAME[from..].iter().take_while(fits);
    all.min_by_key(|(_, order, _)| *order).map(|(.., number)| *number)
}

/// True for a word that denies what follows: "not".
pub(super) fn is_denial(word: &str) -> bool {
    is_shared(word, DENIALS)
}

/// True for a word that turns the denial before it round: "forget".
pub(super) fn is_reversal(word: &str) -> bool {
    is_shared(word, REVERSALS)
}

/// True if a word of a script without spaces that denies what stands beside it is in a text.
pub(super) fn has_joined_denial(text: &str) -> bool {
    JOINED_DENIALS.iter().any(|word| text.contains(word))
}

/// What a word tells of the tense of its clause, in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    /// A verb in the past.
    Past,
    /// A verb in the past, if a noun follows; else a participle.
    Participle,
    /// A verb in the present.
    Present,
}

/// The verb that a word is; nothing for other words.
pub(super) fn verb(language: Language, word: &str) -> Option<Verb> {
    let lists = [
        (PASTS, &PASTS_ENDINGS, Verb::Past),
        (PRESENTS, &PRESENTS_ENDINGS, Verb::Present),
        (PARTICIPLES, &PARTICIPLES_ENDINGS, Verb::Participle),
    ];
    let entry = Entry::of(word);
    let whole = lists.iter().find(|(list, ..)| entry.is_some_and(|one| language.is_in(one.own[*list])));
    whole.or_else(|| lists.iter().find(|(_, all, _)| has_ending(*all, language, word))).map(|(.., verb)| *verb)
}

/// True for a verb in the past, or a participle, of any language.
pub(super) fn is_told_somewhere(word: &str) -> bool {
    let listed = Entry::of(word).is_some_and(|one| (one.own[PASTS] | one.own[PARTICIPLES]) != 0);
    listed
        || languages().any(|one| [&PASTS_ENDINGS, &PARTICIPLES_ENDINGS].iter().any(|all| has_ending(*all, one, word)))
}

/// True for a participle that stands in the past with an auxiliary.
pub(super) fn is_perfect(language: Language, word: &str) -> bool {
    is_listed(PERFECTS, language, word) || has_ending(&PERFECTS_ENDINGS, language, word)
}

/// True for a verb in the present that stands in the past with a participle.
pub(super) fn is_auxiliary(language: Language, word: &str) -> bool {
    is_listed(AUXILIARIES, language, word)
}

/// True for a word after which a year is the beginning of what lasts.
pub(super) fn is_since(language: Language, word: &str) -> bool {
    is_listed(SINCES, language, word)
}

/// True if a word has an ending of a list: ":ed".
fn has_ending(all: &[&[&str]], language: Language, word: &str) -> bool {
    let mut endings = all[usize::from(language.0)].iter();
    endings.any(|ending| word.len() > ending.len() + 1 && word.ends_with(ending))
}

/// The languages whose tenses are known.
pub(super) fn languages() -> impl Iterator<Item = Language> {
    (0..LANGUAGES.len()).map(|at| Language(at as u8)).filter(|one| one.is_in(TENSED))
}

/// The language of some words, if its tenses are known: that of which most small words are among them.
pub(super) fn language_of<'a>(words: impl Iterator<Item = &'a str>) -> Option<Language> {
    let mut counts = [0_u16; LANGUAGES.len()];
    for entry in words.filter_map(Entry::of) {
        let mut left = entry.own[SMALL_WORDS];
        while left != 0 {
            counts[left.trailing_zeros() as usize] += 1;
            left &= left - 1;
        }
    }
    let best = counts.iter().max().copied().filter(|best| *best > 0)?;
    let mut all = (0_u8..).map(Language).zip(counts).filter(|(_, count)| *count == best).map(|(one, _)| one);
    let first = all.next();
    all.find(|one| one.code() == "en").or(first)
}

/// True for a word after which a noun follows: "the".
pub(super) fn is_determiner(language: Language, word: &str) -> bool {
    is_listed(DETERMINERS, language, word)
}

/// True for a verb of making.
pub(super) fn is_making(language: Language, word: &str) -> bool {
    is_listed(MAKINGS, language, word)
}

/// True for a word that begins a clause about the noun before it.
pub(super) fn is_relative(language: Language, word: &str) -> bool {
    is_listed(RELATIVES, language, word)
}

/// Every cue of a text in small letters but the one of index `without`.
pub(super) fn hits(lower: &str, without: Option<usize>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let bytes = lower.as_bytes();
    let mut inside = false;
    let mut at = 0;
    while let Some(first) = bytes.get(at).copied() {
        let (spaced, length) = if first.is_ascii() {
            (first.is_ascii_alphabetic(), 1)
        } else {
            let one = lower[at..].chars().next().unwrap_or_default();
            (one.is_alphabetic() && !is_joined_script(one), one.len_utf8())
        };
        // Inside a word no cue of letters begins.
        if !(inside && spaced) {
            let lengths =
                if SHORT_STARTS[usize::from(first)] { 1..=bucket::START } else { bucket::START..=bucket::START };
            for (part, owners) in lengths.flat_map(|length| starting(&bytes[at..], length)) {
                hits.extend(owners.iter().filter_map(|cue_at| hit(*cue_at, lower, at..at + part.len(), without)));
            }
        }
        inside = spaced;
        at += length;
    }
    hits
}

/// A first part of cues, with the cues that begin with it.
type Start = (&'static str, &'static [usize]);

/// The first parts of cues that a text begins with, of one length if it is short, else of that length and more.
fn starting(text: &[u8], length: usize) -> impl Iterator<Item = &'static Start> {
    let group = bucket::of_start(&text[..length.min(text.len())]) as usize % (STARTS_OF.len() - 1);
    let all = &STARTS[usize::from(STARTS_OF[group])..usize::from(STARTS_OF[group + 1])];
    all.iter().filter(move |(part, _)| part.len().min(bucket::START) == length && text.starts_with(part.as_bytes()))
}

/// The cue of an index whose first part stands at `first`, if all of it stands there.
fn hit(cue_at: usize, lower: &str, first: Range<usize>, without: Option<usize>) -> Option<Hit> {
    let cue = &CUES[cue_at];
    let open = cue.open_end && cue.parts.len() == 1;
    (Some(cue_at) != without && bounded(lower, &first, open)).then(|| whole(cue, lower, first))?
}

/// The cue whose first part stands at `first`, if its other parts follow.
fn whole(cue: &'static Cue, lower: &str, first: Range<usize>) -> Option<Hit> {
    let (mut end, mut last_start) = (first.end, first.start);
    for (at, part) in cue.parts.iter().enumerate().skip(1) {
        let open = cue.open_end && at + 1 == cue.parts.len();
        let (from, _) = lower[end..]
            .match_indices(part)
            .find(|(from, _)| bounded(lower, &(end + from..end + from + part.len()), open))
            .filter(|(from, _)| *from <= GAP)?;
        last_start = end + from;
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
    let spaced = |one: char| one.is_alphabetic() && !is_joined_script(one);
    let words = &text[range.clone()];
    let left = !text[..range.start].ends_with(spaced) || !words.starts_with(spaced);
    let right = open_end || !text[range.end..].starts_with(spaced) || !words.ends_with(spaced);
    left && right
}

/// Small letters with the same bytes: a character whose small letter has another length stays as it is.
pub(in crate::standard) fn lowered(text: &str) -> String {
    if text.is_ascii() {
        let lower = text.to_ascii_lowercase();
        return if lower.contains('\n') { lower.replace('\n', " ") } else { lower };
    }
    let mut out = String::with_capacity(text.len());
    for one in text.chars() {
        let mut lower = one.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(small), None) if small.len_utf8() == one.len_utf8() => {
                out.push(if small == '\n' { ' ' } else { small })
            }
            _ => out.push(one),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_by_their_first_letters() {
        let mut by_order = MONTHS_BY_NAME.to_vec();
        by_order.sort_by_key(|(_, order, _)| *order);
        // The first that fits, looked for in order, as the table must give it.
        let first = |word: &str| {
            let fits = |name: &str| name == word || (word.len() >= 3 && word.is_ascii() && name.starts_with(word));
            by_order.iter().find(|(name, ..)| fits(name)).map(|(.., number)| *number)
        };
        let names = by_order.iter().map(|(name, ..)| *name);
        let beginnings = names.flat_map(|name| name.char_indices().map(|(at, _)| &name[..at]).chain([name]));
        let mut seen = 0;
        for word in beginnings.chain(["", "authorised", "ma", "x"]) {
            assert_eq!(month(word), first(word), "{word}");
            seen += usize::from(month(word).is_some());
        }
        assert!(seen > 100 && month("sept") == Some(9));
    }
}
