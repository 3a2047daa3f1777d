//! What single words of `rules/history/` are: small words, verbs and their tense, months, in each language.

use std::fmt;

use super::bucket;
use crate::list::List;

/// A language in which history is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language(pub(super) u8);

impl Language {
    /// Its code: "en".
    #[must_use]
    pub fn code(self) -> &'static str {
        LANGUAGES[usize::from(self.0)]
    }

    /// True if a set of languages holds it.
    fn is_in(self, set: u32) -> bool {
        set & (1 << self.0) != 0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

include!(concat!(env!("OUT_DIR"), "/history_words.rs"));

/// What a word is. Its letters stand in one text with those of all others.
struct Entry {
    /// Where it begins in the text, in bytes.
    start: u32,
    /// Its length in bytes.
    length: u8,
    /// For each list of words that hold in their own language only, the languages in which it is listed.
    own: [u32; LISTS],
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

/// True for a filler or a word that ties: neither says anything of its own.
pub(super) fn is_small_word(word: &str) -> bool {
    is_shared(word, FILLERS | LINKS)
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

/// True for a participle that is said of who meets a standard: "certified".
pub(super) fn is_attested(language: Language, word: &str) -> bool {
    is_listed(ATTESTED, language, word)
}

/// True for such a participle of any language.
pub(super) fn is_attested_somewhere(word: &str) -> bool {
    Entry::of(word).is_some_and(|one| one.own[ATTESTED] != 0)
}

/// True for a verb that is the same in the past and, if several do it, in the present: "set".
pub(super) fn is_unmarked(language: Language, word: &str) -> bool {
    is_listed(UNMARKED, language, word)
}

/// True for a word behind which a verb names no time: "to".
pub(super) fn is_before_infinitive(language: Language, word: &str) -> bool {
    is_listed(INFINITIVES, language, word)
}

/// True for a word that says in any language that what it describes holds today: "current".
pub(super) fn is_current(word: &str) -> bool {
    Entry::of(word).is_some_and(|one| one.own[CURRENTS] != 0)
}

/// The words of a text, of letters and digits.
pub(in crate::standard) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The number of the month that a word names, in full or by its first letters.
pub(crate) fn month(word: &str) -> Option<i8> {
    let is_short = word.len() >= 3 && word.is_ascii();
    let from = MONTHS_BY_NAME.partition_point(|(name, ..)| *name < word);
    let fits = |(name, ..): &&(&str, usize, i8)| if is_short { name.starts_with(word) } else { *name == word };
    // Where languages have the same word for different months, the first language decides.
    let all = MONTHS_BY_NAME[from..].iter().take_while(fits);
    all.min_by_key(|(_, order, _)| *order).map(|(.., number)| *number)
}

/// False for most words that name no month, in large letters or in small ones.
pub(super) fn may_be_month(word: &str) -> bool {
    let [first, second, third, ..] = word.as_bytes() else { return true };
    if !word.is_ascii() {
        return true;
    }
    // All that such a word can name begins with its letters.
    let start = [first, second, third].map(u8::to_ascii_lowercase);
    MONTHS_BY_HEAD.binary_search(&month_head(&start)).is_ok()
}

/// The first three bytes of a name as a number, which ascends with the names; a shorter one ends in zeros.
const fn month_head(name: &[u8]) -> u32 {
    match name {
        [first, second, third, ..] => u32::from_be_bytes([0, *first, *second, *third]),
        [first, second] => u32::from_be_bytes([0, *first, *second, 0]),
        [first] => u32::from_be_bytes([0, *first, 0, 0]),
        [] => 0,
    }
}

/// The heads of the names of the months. Side by side they lie in little memory, so that a search finds them near.
static MONTHS_BY_HEAD: [u32; MONTHS_BY_NAME.len()] = {
    let mut heads = [0; MONTHS_BY_NAME.len()];
    let mut at = 0;
    while at < heads.len() {
        heads[at] = month_head(MONTHS_BY_NAME[at].0.as_bytes());
        at += 1;
    }
    heads
};

/// True for a word that denies what follows: "not".
pub(super) fn is_denial(word: &str) -> bool {
    is_shared(word, DENIALS)
}

/// True for a word that turns the denial before it round: "forget".
pub(super) fn is_reversal(word: &str) -> bool {
    is_shared(word, REVERSALS)
}

/// True for a word that begins a clause which says by what something is done: "as", "because".
pub(super) fn is_subordinator(word: &str) -> bool {
    is_shared(word, SUBORDINATORS)
}

/// True for a noun by which a heading may call the document that it stands in: "policy".
pub(super) fn is_document(word: &str) -> bool {
    is_shared(word, DOCUMENTS)
}

/// True for a word for those who speak in a document: "we".
pub(super) fn is_speaker(word: &str) -> bool {
    is_shared(word, SPEAKERS)
}

/// True for a verb by which an edition tells what stands in it, in any language: "contains".
pub(super) fn is_telling(word: &str) -> bool {
    Entry::of(word).is_some_and(|one| one.own[TELLINGS] != 0)
}

/// True for a noun for what was reached on a day, in any language, or a word of a script without spaces that ends with one:
/// "certification", "認証取得".
pub(super) fn is_deed(word: &str) -> bool {
    let is_one = |word: &str| Entry::of(word).is_some_and(|one| one.own[DEEDS] != 0);
    let ends = || word.char_indices().rev().take(DEED).any(|(at, _)| is_one(&word[at..]));
    if word.is_ascii() { is_one(word) } else { ends() }
}

/// True for a verb, in any language, by which something was reached on a day: "awarded".
pub(super) fn is_feat(word: &str) -> bool {
    Entry::of(word).is_some_and(|one| one.own[FEATS] != 0)
}

/// True for such a verb of a language of which the tenses are not known.
pub(super) fn is_bare_feat(word: &str) -> bool {
    Entry::of(word).is_some_and(|one| one.own[FEATS] & !TENSED != 0)
}

/// Such verbs of scripts without spaces.
pub(super) fn joined_feats() -> List {
    JOINED_FEATS
}

/// Most characters of a noun for what was reached.
const DEED: usize = 16;

/// True if a word of a script without spaces is in a text that makes what stands before it that by which something is
/// done.
pub(super) fn has_postposition(text: &str) -> bool {
    !text.is_ascii() && POSTPOSITIONS.iter().any(|word| text.contains(word))
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

/// True for such a participle that may stand at the end of its clause, far from the verb.
pub(super) fn is_final(language: Language, word: &str) -> bool {
    is_listed(FINALS, language, word) || has_ending(&FINALS_ENDINGS, language, word)
}

/// True for a verb in the present that stands in the past with a participle.
pub(super) fn is_auxiliary(language: Language, word: &str) -> bool {
    is_listed(AUXILIARIES, language, word)
}

/// True for a word after which a year is the beginning of what lasts.
pub(super) fn is_since(language: Language, word: &str) -> bool {
    is_listed(SINCES, language, word)
}

/// True for such a word in any language that is no other small word: "since", but not "from".
pub(super) fn is_since_somewhere(word: &str) -> bool {
    Entry::of(word).is_some_and(|one| one.own[SINCES] != 0 && one.shared & FILLERS == 0)
}

/// True if a word has an ending of a list: ":ed".
fn has_ending(all: &[List], language: Language, word: &str) -> bool {
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

/// True for a noun for a document, a certificate, an audit or an organisation.
pub(super) fn is_thing(language: Language, word: &str) -> bool {
    is_document(word) || is_listed(THINGS, language, word) || has_ending(&THINGS_ENDINGS, language, word)
}

/// True for a word that begins a clause about the noun before it, in any language.
pub(super) fn relates(word: &str) -> bool {
    Entry::of(word).is_some_and(|one| one.own[RELATIVES] != 0)
}

/// True for a word that begins a clause about the noun before it.
pub(super) fn is_relative(language: Language, word: &str) -> bool {
    is_listed(RELATIVES, language, word)
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
            assert!(month(word).is_none() || (may_be_month(word) && may_be_month(&word.to_uppercase())), "{word}");
            seen += usize::from(month(word).is_some());
        }
        assert!(seen > 100 && month("sept") == Some(9));
    }
}
