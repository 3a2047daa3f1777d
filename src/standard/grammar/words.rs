//! The words of designations, in the languages that policies are written in.

use super::lexicon;
use crate::list::List;

/// Publishers as written, in capitals, and the normal form of each.
static PUBLISHERS: Table<&[&str]> = Table::new(&[
    ("ISO", &["ISO"]),
    ("IEC", &["IEC"]),
    ("CEI", &["IEC"]),
    ("ISOIEC", &["ISO", "IEC"]),
    ("IECISO", &["ISO", "IEC"]),
    ("ISOCEI", &["ISO", "IEC"]),
    ("IEEE", &["IEEE"]),
    ("ASTM", &["ASTM"]),
    ("SAE", &["SAE"]),
    ("UNDP", &["UNDP"]),
    ("ИСО", &["ISO"]),
    ("İSO", &["ISO"]),
    ("МЭК", &["IEC"]),
]);

/// True for the French name of the IEC, which alone or with ISO's makes a designation French.
pub(super) fn is_french(word: &str) -> bool {
    ["CEI", "ISOCEI"].iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// The lengths of words by their first letter: most words of a text are none of a list, which these alone tell.
struct Lengths([u32; 32]);

impl Lengths {
    const NONE: Self = Self([0; 32]);

    /// These with those of one more word.
    const fn with(mut self, word: &str) -> Self {
        let (place, length) = Self::place(word.as_bytes());
        self.0[place] |= length;
        self
    }

    /// Where the length of a word is kept, and its bit. The small letter and the large one have the same place.
    const fn place(word: &[u8]) -> (usize, u32) {
        let length = if word.len() < 31 { word.len() } else { 31 };
        ((word[0] & 31) as usize, 1 << length)
    }

    /// False only if `word` is none of those.
    fn may_hold(&self, word: &str) -> bool {
        !word.is_empty() && {
            let (place, length) = Self::place(word.as_bytes());
            self.0[place] & length != 0
        }
    }
}

/// A list of words in small letters.
struct Words {
    known: List,
    lengths: Lengths,
}

impl Words {
    const fn new(known: List) -> Self {
        let (mut lengths, mut left) = (Lengths::NONE, known);
        while let Some((word, rest)) = left.split_first() {
            lengths = lengths.with(word);
            left = rest;
        }
        Self { known, lengths }
    }

    /// True if `word` is one of them, in any case.
    fn has(&self, word: &str) -> bool {
        if word.is_ascii() {
            return self.lengths.may_hold(word) && self.known.contains_in_any_case(word);
        }
        self.known.contains(word.to_lowercase().as_str())
    }
}

/// What words in capitals say.
struct Table<T: 'static> {
    known: &'static [(&'static str, T)],
    lengths: Lengths,
}

impl<T: Copy> Table<T> {
    const fn new(known: &'static [(&'static str, T)]) -> Self {
        let mut lengths = Lengths::NONE;
        let mut at = 0;
        while at < known.len() {
            lengths = lengths.with(known[at].0);
            at += 1;
        }
        Self { known, lengths }
    }

    /// What `word` says, in any case.
    fn get(&self, word: &str) -> Option<T> {
        let found = if word.is_ascii() {
            let mut all = if self.lengths.may_hold(word) { self.known } else { &[] }.iter();
            all.find(|(one, _)| one.eq_ignore_ascii_case(word))
        } else {
            let upper = word.to_uppercase();
            self.known.iter().find(|(one, _)| *one == upper)
        };
        found.map(|(_, what)| *what)
    }
}

/// The publishers that a word names.
pub(super) fn publisher(word: &str) -> Option<&'static [&'static str]> {
    PUBLISHERS.get(word)
}

/// What stands between publisher and number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Middle {
    /// A type of document.
    Kind(&'static str),
    /// A stage of a draft.
    Stage(&'static str),
    /// A draft of a type: `DTR`.
    Draft(&'static str, &'static str),
    /// A guide, or a draft of one.
    Guide(Option<&'static str>),
    /// A workshop agreement, which needs no publisher.
    Workshop,
    /// The word says nothing of the number: `International Standard`.
    Filler,
    /// It is no standard but a committee or its paper.
    Committee,
}

static MIDDLES: Table<Middle> = Table::new(&[
    ("TR", Middle::Kind("TR")),
    ("ТО", Middle::Kind("TR")),
    ("TS", Middle::Kind("TS")),
    ("ТС", Middle::Kind("TS")),
    ("PAS", Middle::Kind("PAS")),
    ("ISP", Middle::Kind("ISP")),
    ("TTA", Middle::Kind("TTA")),
    ("DATA", Middle::Kind("DATA")),
    ("R", Middle::Kind("R")),
    ("IWA", Middle::Workshop),
    ("PWI", Middle::Stage("PWI")),
    ("NP", Middle::Stage("NP")),
    ("NWIP", Middle::Stage("NP")),
    ("AWI", Middle::Stage("AWI")),
    ("WD", Middle::Stage("WD")),
    ("PRECD", Middle::Stage("PreCD")),
    ("CD", Middle::Stage("CD")),
    ("FCD", Middle::Stage("FCD")),
    ("DIS", Middle::Stage("DIS")),
    ("ПМС", Middle::Stage("DIS")),
    ("FDIS", Middle::Stage("FDIS")),
    ("ОПМС", Middle::Stage("FDIS")),
    ("DP", Middle::Stage("DP")),
    ("PRF", Middle::Stage("PRF")),
    ("PDTR", Middle::Draft("CD", "TR")),
    ("PDTS", Middle::Draft("CD", "TS")),
    ("CDTS", Middle::Draft("CD", "TS")),
    ("CDTR", Middle::Draft("CD", "TR")),
    ("DTR", Middle::Draft("DIS", "TR")),
    ("DTS", Middle::Draft("DIS", "TS")),
    ("DPAS", Middle::Draft("DIS", "PAS")),
    ("DISP", Middle::Draft("DIS", "ISP")),
    ("FDTR", Middle::Draft("FDIS", "TR")),
    ("FDTS", Middle::Draft("FDIS", "TS")),
    ("GUIDE", Middle::Guide(None)),
    ("DGUIDE", Middle::Guide(Some("DIS"))),
    ("FDGUIDE", Middle::Guide(Some("FDIS"))),
    ("STANDARD", Middle::Filler),
    ("STANDARDS", Middle::Filler),
    ("STANDARDER", Middle::Filler),
    ("STANDARDEN", Middle::Filler),
    ("STANDARDI", Middle::Filler),
    ("INTERNATIONAL", Middle::Filler),
    ("NORM", Middle::Filler),
    ("NORMEN", Middle::Filler),
    ("NORME", Middle::Filler),
    ("NORMES", Middle::Filler),
    ("NORMA", Middle::Filler),
    ("NORMAS", Middle::Filler),
    ("TC", Middle::Committee),
    ("SC", Middle::Committee),
    ("JTC", Middle::Committee),
    ("TMB", Middle::Committee),
    ("WG", Middle::Committee),
]);

/// Several words that name a type of document.
const LONG_MIDDLES: &[(&str, Middle)] = &[
    ("Technical Report", Middle::Kind("TR")),
    ("Technical Specification", Middle::Kind("TS")),
    ("Publicly Available Specification", Middle::Kind("PAS")),
    ("FD Guide", Middle::Guide(Some("FDIS"))),
];

/// What several words between publisher and number say, with the words.
pub(super) fn long_middle(is_next: impl Fn(&str) -> bool) -> Option<(&'static str, Middle)> {
    LONG_MIDDLES.iter().find(|(words, _)| is_next(words)).copied()
}

/// The stage that a word before a publisher or before "IWA" says: `WD/ISO 10360`, `AWI IWA 36`.
pub(super) fn stage(word: &str) -> Option<&'static str> {
    match middle(word) {
        Some(Middle::Stage(name)) if word.bytes().all(|byte| byte.is_ascii_uppercase()) => Some(name),
        _ => None,
    }
}

/// What a word between publisher and number says.
pub(super) fn middle(word: &str) -> Option<Middle> {
    MIDDLES.get(word)
}

/// The word for a guide, which most languages put before the publisher.
static GUIDES: Words = Words::new(lexicon::GUIDES);

/// True for the word for a guide.
pub(super) fn is_guide_word(word: &str) -> bool {
    GUIDES.has(word)
}

/// True for a body that adopts standards; the case must be its own, since `en` and `as` are words.
pub(super) fn is_body(word: &str) -> bool {
    !word.starts_with(|one: char| one.is_ascii_lowercase()) && lexicon::BODIES.contains(word)
}

/// True for a letter that follows the name of a body.
pub(in crate::standard) fn is_body_letter(word: &str) -> bool {
    lexicon::BODY_LETTERS.contains(word)
}

/// Words for a part of a standard, in the singular and the plural.
static PARTS: Words = Words::new(lexicon::PARTS);

/// True for a word that says that a part's number follows.
pub(super) fn is_part_word(word: &str) -> bool {
    PARTS.has(word)
}

/// Words for an edition.
static EDITIONS: Words = Words::new(lexicon::EDITIONS);

/// What an edition has, and the word for what it is one of: `(2013 numbering)`, `(2013 Annex A)`.
static OF_EDITION: Words = Words::new(lexicon::EDITION_CONTENTS);

/// True for a word for something that an edition has.
pub(in crate::standard) fn is_of_edition(word: &str) -> bool {
    OF_EDITION.has(word)
}

/// Those of them that documents use of themselves.
static VERSIONS: Words = Words::new(lexicon::VERSIONS);

/// True for a word for an edition that documents use of themselves.
pub(super) fn is_version_word(word: &str) -> bool {
    VERSIONS.has(word)
}

/// Words for several standards of one number.
static GROUPS: Words = Words::new(lexicon::GROUPS);

/// True for a word for several standards of one number.
pub(super) fn is_group(word: &str) -> bool {
    GROUPS.has(word)
}

/// Words between the first and the last of several parts.
static RANGES: Words = Words::new(lexicon::RANGES);

/// True for a word between the first and the last of several parts.
pub(super) fn is_range(word: &str) -> bool {
    RANGES.has(word)
}

/// Words that say that something is the writer's.
static OWNS: Words = Words::new(lexicon::WRITERS_OWN);

/// True for a word that says that something is the writer's.
pub(super) fn is_own(word: &str) -> bool {
    OWNS.has(word)
}

/// Words that say when a document appeared.
static DATED: Words = Words::new(lexicon::APPEARANCES);

/// True for a word that says when a document appeared.
pub(super) fn is_dated(word: &str) -> bool {
    DATED.has(word)
}

/// Words for an edition in scripts without spaces.
pub(super) const EDITIONS_JOINED: &[&str] = &["年版", "版", "년판"];

/// Words that may stand between a number and the words for its edition.
static SMALL: Words = Words::new(lexicon::EDITION_TIES);

/// Words that hold something to an edition: `ISO 9001 selon la version 2008`.
static ACCORDING: Words = Words::new(lexicon::ACCORDING);

/// True for a word that holds something to what follows it.
pub(super) fn is_according(word: &str) -> bool {
    ACCORDING.has(word)
}

/// True for a small word between a number and the words for its edition.
pub(super) fn is_small(word: &str) -> bool {
    SMALL.has(word)
}

/// Words that tie a year to a number without a word for an edition: `ISO 27001 de 2013`.
static OFS: Words = Words::new(lexicon::YEAR_TIES);

/// True for a word that ties a year to a number.
pub(super) fn is_of(word: &str) -> bool {
    OFS.has(word)
}

/// Words for a year, which name an edition behind a word of origin: `ISO 27001 aus dem Jahr 2013`.
static YEARS: Words = Words::new(lexicon::YEARS);

/// True for a word for a year.
pub(super) fn is_year_word(word: &str) -> bool {
    YEARS.has(word)
}

/// Words that say where something comes from: "in the year 2013" tells when something was done.
static ORIGINS: Words = Words::new(lexicon::ORIGINS);

/// True for a word that says where something comes from.
pub(super) fn is_origin(word: &str) -> bool {
    is_of(word) || ORIGINS.has(word)
}

/// Words behind a year that go with several editions: "2013 and 2022 are".
static WITH_EDITIONS: Words = Words::new(lexicon::WITH_EDITIONS);

/// True for a word that goes with several editions.
pub(super) fn goes_with_editions(word: &str) -> bool {
    WITH_EDITIONS.has(word)
}

/// Verbs in the singular behind a year that is the subject: "and 2015 was a record year".
static SINGULAR_VERBS: Words = Words::new(lexicon::SINGULAR_VERBS);

/// True for a verb in the singular.
pub(super) fn is_singular_verb(word: &str) -> bool {
    SINGULAR_VERBS.has(word)
}

/// True for a word that says that the year beside it is an edition's.
pub(in crate::standard) fn is_edition_word(word: &str) -> bool {
    EDITIONS.has(word)
}

/// Small words that may stand between "part 9" or "the 2013 edition" and the designation.
static CONNECTORS: Words = Words::new(lexicon::CONNECTORS);

/// True for a small word between a part or an edition and the designation it belongs to.
pub(super) fn is_connector(word: &str) -> bool {
    CONNECTORS.has(word)
}

/// Words that join the items of a list.
static CONJUNCTIONS: Words = Words::new(lexicon::CONJUNCTIONS);

/// Joiners in scripts without spaces.
pub(super) const CONJUNCTIONS_JOINED: &[&str] =
    &["及び", "および", "并且", "以及", "、", "及", "和", "与", "或", "と", "や", "・"];

/// True for a word that joins the items of a list.
pub(super) fn is_conjunction(word: &str) -> bool {
    CONJUNCTIONS.has(word)
}

/// Words beside which a bare `20000-7` is a standard.
static BESIDE: Words = Words::new(lexicon::BESIDE);

/// Words beside which it is one only if the text names ISO or IEC as well: anything may have a part 20000-7.
static BESIDE_WEAK: Words = Words::new(lexicon::WEAK_BESIDE);

/// Such words in scripts without spaces.
pub(super) const BESIDE_JOINED: &[&str] = &["標準", "标准", "規格", "规范", "シリーズ", "系列"];

/// True for a word beside which a bare number with a part is a standard; `named` says that the text names ISO or IEC.
pub(super) fn is_beside(word: &str, named: bool) -> bool {
    BESIDE.has(word) || (named && BESIDE_WEAK.has(word))
}

/// True for bodies and kinds of documents beside which a number is theirs, whatever it is: `IECQ OD 27001:2019`.
pub(super) fn is_other_owner(word: &str) -> bool {
    ["IECQ", "IECEE", "IECRE", "CECC", "OD"].contains(&word)
}

/// True for a word that tells of a certificate, as may stand before a number: "ISO certified 9001:2015".
pub(super) fn is_certified(word: &str) -> bool {
    let lower = word.to_lowercase();
    lexicon::CERTIFIED.iter().any(|one| lower.starts_with(one))
}

/// Words for what a number before them counts, and abbreviations of money.
static COUNTED: Words = Words::new(lexicon::COUNTED);

/// True for a word for what a number before it counts: "ISO 27001: 2013 users", but not "ISO 27001: 2013 Users Guide".
pub(super) fn is_counted(word: &str) -> bool {
    let is_written_so = word.starts_with(char::is_lowercase)
        || word.chars().all(char::is_uppercase)
        || lexicon::COUNTED_NOUNS.contains(word);
    is_written_so && COUNTED.has(word)
}

/// Words that announce several parts.
static PARTS_PLURAL: Words = Words::new(lexicon::SEVERAL_PARTS);

/// True for a word that announces several parts.
pub(super) fn is_parts_word(word: &str) -> bool {
    PARTS_PLURAL.has(word)
}

/// Nouns of the writer's own behind a designation: "part 4 of the ISO 20000 project" is a part of the project, "the 2019
/// edition of the ISO 9001 manual" an edition of the manual.
static OWN_NOUNS: Words = Words::new(lexicon::OWN_NOUNS);

/// True for a noun of the writer's own.
pub(in crate::standard) fn is_own_noun(word: &str) -> bool {
    OWN_NOUNS.has(word)
}

#[cfg(test)]
mod tests;
