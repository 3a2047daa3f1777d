//! The words of `rules/history/` and where they stand in a text.

use std::ops::Range;
use std::sync::LazyLock;

/// Words that make a citation a memory, or that show that it is used after all.
#[derive(Debug)]
pub struct Cue {
    /// Code of the language.
    pub language: &'static str,
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

/// True for an article, a month or another small word that may stand between a cue and a citation.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.binary_search(&word).is_ok() || MONTHS.iter().any(|(_, names)| names.contains(&word))
}

/// True for a word that ties a citation to what is said of it: "which has since been".
pub(in crate::standard) fn is_link(word: &str) -> bool {
    LINKS.binary_search(&word).is_ok()
}

/// True for a word that makes the citation behind it depend on another word: "under".
pub(in crate::standard) fn is_preposition(word: &str) -> bool {
    PREPOSITIONS.binary_search(&word).is_ok()
}

/// True for a word that joins clauses in a language: "and".
pub(super) fn is_conjunction(language: &str, word: &str) -> bool {
    is_listed(CONJUNCTIONS, language, word)
}

/// True for a word that joins clauses in any language.
pub(super) fn joins_clauses(word: &str) -> bool {
    CONJUNCTIONS.iter().any(|(_, words)| words.contains(&word))
}

/// True for a word that makes the participle behind it one of doing, without one of suffering: "has replaced".
pub(super) fn is_having(language: &str, word: &str) -> bool {
    is_listed(HAVINGS, language, word)
}

/// True for a word that makes the participle behind it one of suffering: "has been replaced".
pub(super) fn is_being(language: &str, word: &str) -> bool {
    is_listed(BEINGS, language, word)
}

/// The number of the month that a word names, in full or by its first letters.
pub(super) fn month(word: &str) -> Option<i8> {
    let is_short = word.len() >= 3 && word.is_ascii();
    let from = MONTHS_BY_NAME.partition_point(|(name, ..)| *name < word);
    let fits = |(name, ..): &&Month| if is_short { name.starts_with(word) } else { *name == word };
    // Where languages have the same word for different months, the first language decides.
    let all = MONTHS_BY_NAME[from..].iter().take_while(fits);
    all.min_by_key(|(_, order, _)| *order).map(|(.., number)| *number)
}

/// The name of a month, its place in the lists of all languages, and its number.
type Month = (&'static str, usize, i8);

static MONTHS_BY_NAME: LazyLock<Vec<Month>> = LazyLock::new(|| {
    let names = MONTHS.iter().flat_map(|(_, names)| (1..).zip(*names));
    let mut all: Vec<Month> = names.enumerate().map(|(order, (number, name))| (*name, order, number)).collect();
    all.sort_unstable();
    all
});

/// True for a word that denies what follows: "not".
pub(super) fn is_denial(word: &str) -> bool {
    DENIALS.binary_search(&word).is_ok()
}

/// True for a word that turns the denial before it round: "forget".
pub(super) fn is_reversal(word: &str) -> bool {
    REVERSALS.binary_search(&word).is_ok()
}

/// True if a word of a script without spaces that denies what stands beside it is in a text.
pub(super) fn has_joined_denial(text: &str) -> bool {
    DENIALS.iter().any(|word| word.starts_with(is_joined_script) && text.contains(word))
}

fn is_listed(lists: &[(&str, &[&str])], language: &str, word: &str) -> bool {
    lists.iter().any(|(one, words)| *one == language && words.contains(&word))
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
pub(super) fn verb(language: &str, word: &str) -> Option<Verb> {
    let lists = [(PASTS, Verb::Past), (PRESENTS, Verb::Present), (PARTICIPLES, Verb::Participle)];
    let whole = lists.iter().find(|(list, _)| is_listed(list, language, word));
    whole.or_else(|| lists.iter().find(|(list, _)| has_ending(list, language, word))).map(|(_, verb)| *verb)
}

/// True for a participle that stands in the past with an auxiliary.
pub(super) fn is_perfect(language: &str, word: &str) -> bool {
    is_listed(PERFECTS, language, word) || has_ending(PERFECTS, language, word)
}

/// True for a verb in the present that stands in the past with a participle.
pub(super) fn is_auxiliary(language: &str, word: &str) -> bool {
    is_listed(AUXILIARIES, language, word)
}

/// True for a word after which a year is the beginning of what lasts.
pub(super) fn is_since(language: &str, word: &str) -> bool {
    is_listed(SINCES, language, word)
}

/// True if a word has an ending of a list: ":ed".
fn has_ending(lists: &[(&str, &[&str])], language: &str, word: &str) -> bool {
    let own = lists.iter().filter(|(one, _)| *one == language).flat_map(|(_, words)| *words);
    let mut endings = own.filter_map(|one| one.strip_prefix(':'));
    endings.any(|ending| word.len() > ending.len() + 1 && word.ends_with(ending))
}

/// The languages whose tenses are known.
pub(super) fn languages() -> impl Iterator<Item = &'static str> {
    PASTS.iter().filter(|(_, words)| !words.is_empty()).map(|(language, _)| *language)
}

/// The language of some words, if its tenses are known: that of which most small words are among them.
pub(super) fn language_of<'a>(words: impl Iterator<Item = &'a str> + Clone) -> Option<&'static str> {
    let known = |own: &[&str]| words.clone().filter(|word| own.binary_search(word).is_ok()).count();
    let counts = SMALL_WORDS.iter().map(|(language, own)| (known(own), *language));
    counts
        .fold(None, |best: Option<(usize, &str)>, one| match best {
            Some(best) if one.0 < best.0 || (one.0 == best.0 && one.1 != "en") => Some(best),
            _ => (one.0 > 0).then_some(one).or(best),
        })
        .map(|(_, language)| language)
}

/// True for a word after which a noun follows: "the".
pub(super) fn is_determiner(language: &str, word: &str) -> bool {
    is_listed(DETERMINERS, language, word)
}

/// True for a verb of making.
pub(super) fn is_making(language: &str, word: &str) -> bool {
    is_listed(MAKINGS, language, word)
}

/// True for a word that begins a clause about the noun before it.
pub(super) fn is_relative(language: &str, word: &str) -> bool {
    is_listed(RELATIVES, language, word)
}

/// Every cue of a text in small letters but the one of index `without`.
pub(super) fn hits(lower: &str, without: Option<usize>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut inside = false;
    for (at, one) in lower.char_indices() {
        let spaced =
            if one.is_ascii() { one.is_ascii_alphabetic() } else { one.is_alphabetic() && !is_joined_script(one) };
        // Inside a word no cue of letters begins.
        if !(inside && spaced) && begins_cue(lower.as_bytes()[at]) {
            for (part, owners) in starting(&lower[at..]) {
                hits.extend(owners.iter().filter_map(|cue_at| hit(*cue_at, lower, at..at + part.len(), without)));
            }
        }
        inside = spaced;
    }
    hits
}

/// True if a cue begins with the byte.
fn begins_cue(first: u8) -> bool {
    STARTS_OF[usize::from(first)] < STARTS_OF[usize::from(first) + 1]
}

/// The first parts of cues that a text begins with, and the cues that begin with each.
fn starting(text: &str) -> impl Iterator<Item = &'static (&'static str, &'static [usize])> {
    let bytes = text.as_bytes();
    let first = usize::from(bytes.first().copied().unwrap_or_default());
    let group = &STARTS[STARTS_OF[first]..STARTS_OF[first + 1]];
    let next = bytes.get(1..3.min(bytes.len())).unwrap_or_default();
    let key = |(part, _): &(&'static str, &'static [usize])| {
        let part = part.as_bytes();
        &part[1..3.min(part.len())]
    };
    let from = group.partition_point(|one| key(one) < next);
    // Those that end before their third byte stand before all others with the same beginning.
    let short = group.first().filter(|one| one.0.len() == 1 && from > 0);
    let two = next.get(..1).filter(|_| next.len() == 2).map(|second| group.partition_point(|one| key(one) < second));
    let two = two.and_then(|at| group.get(at)).filter(|one| one.0.len() == 2);
    let same = group[from..].iter().take_while(move |one| key(one) == next);
    short.into_iter().chain(two).chain(same).filter(move |one| text.starts_with(one.0))
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

/// True for a character of a script that is written without spaces.
pub(in crate::standard) fn is_joined_script(one: char) -> bool {
    matches!(one, '\u{3005}' | '\u{3040}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
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
        // The first that fits, looked for in order, as the table must give it.
        let first = |word: &str| {
            let fits = |name: &&str| **name == *word || (word.len() >= 3 && word.is_ascii() && name.starts_with(word));
            MONTHS.iter().find_map(|(_, names)| names.iter().position(&fits)).map(|at| at as i8 + 1)
        };
        let names = || MONTHS.iter().flat_map(|(_, names)| *names);
        let beginnings = names().flat_map(|name| name.char_indices().map(|(at, _)| &name[..at]).chain([*name]));
        let mut seen = 0;
        for word in beginnings.chain(["", "authorised", "ma", "x"]) {
            assert_eq!(month(word), first(word), "{word}");
            seen += usize::from(month(word).is_some());
        }
        assert!(seen > 100 && month("sept") == Some(9));
    }
}
