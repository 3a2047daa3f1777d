//! The words of designations, in the languages that policies are written in.

/// Publishers as written, in capitals, and the normal form of each.
const PUBLISHERS: &[(&str, &[&str])] = &[
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
    ("МЭК", &["IEC"]),
];

/// True for the French name of the IEC, which alone or with ISO's makes a designation French.
pub(super) fn is_french(word: &str) -> bool {
    ["CEI", "ISOCEI"].iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// True if `word` is one of `known`, which are in small letters, in any case.
fn is_one(word: &str, known: &[&str]) -> bool {
    if word.is_ascii() {
        return known.iter().any(|one| one.eq_ignore_ascii_case(word));
    }
    known.contains(&word.to_lowercase().as_str())
}

/// What a table, whose words are in capitals, has for `word` in any case.
fn entry<T: Copy>(word: &str, table: &[(&str, T)]) -> Option<T> {
    let found = if word.is_ascii() {
        table.iter().find(|(one, _)| one.eq_ignore_ascii_case(word))
    } else {
        let upper = word.to_uppercase();
        table.iter().find(|(one, _)| *one == upper)
    };
    found.map(|(_, what)| *what)
}

/// The publishers that a word names.
pub(super) fn publisher(word: &str) -> Option<&'static [&'static str]> {
    entry(word, PUBLISHERS)
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

const MIDDLES: &[(&str, Middle)] = &[
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
];

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
    entry(word, MIDDLES)
}

/// True for the word for a guide, which most languages put before the publisher.
pub(super) fn is_guide_word(word: &str) -> bool {
    is_one(word, &["guide", "guía", "guia", "guida", "руководство", "руководства"])
}

/// National and regional bodies that adopt standards, as they stand before the designation.
const BODIES: &[&str] = &[
    "ABNT", "AFNOR", "I.S.", "AS", "NZS", "BDS", "BIS", "BS", "CAN", "CEI", "CEN", "CNS", "CSA", "CYS", "CSN", "ČSN",
    "DIN", "DS", "DSTU", "EN", "EVS", "GB", "GOST", "ГОСТ", "HRN", "ILNAS", "INTE", "IRAM", "IS", "IST", "JIS", "KS",
    "LST", "LVS", "MS", "MSZ", "NB", "NBN", "NBR", "NCh", "NEN", "NF", "NM", "NP", "NPR", "NS", "NTC", "NTP", "NTE",
    "ÖNORM", "OENORM", "ONR", "PD", "PN", "PNS", "SANS", "SFS", "SI", "SIS", "SIST", "SM", "SN", "SNI", "SR", "SRPS",
    "SS", "STN", "STR", "TCVN", "UNE", "UNI", "UNIT", "VDE",
];

/// Letters that belong to the body before them: `JIS Q`, `KS X`, `GOST R`, `AS/NZS`.
const LETTERS: &[&str] = &["C", "Q", "R", "T", "X", "Z", "Р"];

/// True for a body that adopts standards; the case must be its own, since `en` and `as` are words.
pub(super) fn is_body(word: &str) -> bool {
    !word.starts_with(|one: char| one.is_ascii_lowercase()) && BODIES.contains(&word)
}

/// True for a letter that follows the name of a body.
pub(super) fn is_body_letter(word: &str) -> bool {
    LETTERS.contains(&word)
}

/// Words for a part of a standard, in the singular and the plural.
const PARTS: &[&str] = &[
    "part", "parts", "pt", "pts", "teil", "teile", "teilen", "partie", "parties", "parte", "partes", "parti", "deel",
    "delen", "del", "dele", "delar", "delarna", "część", "części", "část", "части", "часть", "частей",
];

/// True for a word that says that a part's number follows.
pub(super) fn is_part_word(word: &str) -> bool {
    is_one(word, PARTS)
}

/// Words for an edition.
const EDITIONS: &[&str] = &[
    "ed", "edition", "editions", "ver", "version", "versions", "rev", "revision", "release", "issue", "ausgabe",
    "ausgaben", "fassung", "édition", "éditions", "révision", "edición", "ediciones", "versión", "revisión", "edição",
    "versão", "revisão", "edizione", "versione", "revisione", "editie", "uitgave", "versie", "utgave", "utgåva",
    "udgave", "wydanie", "wersja", "verze", "vydání", "versi", "sürüm", "редакция", "редакции", "издание", "издания",
    "версия",
];

/// What an edition has, and the word for what it is one of: `(2013 numbering)`, `(2013 Annex A)`.
const OF_EDITION: &[&str] = &[
    "numbering", "annex", "controls", "clauses", "structure", "text", "standard", "nummerierung", "anhang", "norm",
    "numérotation", "annexe", "norme", "numeración", "anexo", "norma", "numeração", "numerazione", "allegato",
];

/// True for a word for something that an edition has.
pub(super) fn is_of_edition(word: &str) -> bool {
    is_one(word, OF_EDITION)
}

/// Words for an edition in scripts without spaces.
pub(super) const EDITIONS_JOINED: &[&str] = &["年版", "版"];

/// Words that may stand between a number and the words for its edition.
const SMALL: &[&str] = &[
    "in", "der", "the", "of", "from", "von", "vom", "aus", "dans", "sa", "la", "de", "du", "en", "su", "del", "na",
    "sua", "da", "nella", "sua", "di", "van", "uit", "från", "fra", "i", "av", "в", "от", "first", "second", "third",
    "fourth", "fifth", "sixth", "erste", "zweite", "dritte",
];

/// True for a small word between a number and the words for its edition.
pub(super) fn is_small(word: &str) -> bool {
    is_one(word, SMALL)
}

/// True for a word that ties a year to a number without a word for an edition: `ISO 27001 de 2013`.
pub(super) fn is_of(word: &str) -> bool {
    is_one(word, &["of", "von", "de", "du", "del", "di", "van", "från", "fra"])
}

/// Words for a year, which name an edition behind a word of origin: `ISO 27001 aus dem Jahr 2013`.
const YEARS: &[&str] = &["year", "jahr", "jahre", "année", "año", "ano", "anno", "jaar", "år", "roku", "года"];

/// True for a word for a year.
pub(super) fn is_year_word(word: &str) -> bool {
    is_one(word, YEARS)
}

/// True for a word that says where something comes from: "in the year 2013" tells when something was done.
pub(super) fn is_origin(word: &str) -> bool {
    is_of(word) || is_one(word, &["from", "aus", "vom", "uit", "do", "da", "dell", "dall", "z", "от"])
}

/// Words behind a year that go with several editions: "2013 and 2022 are".
const WITH_EDITIONS: &[&str] =
    &["are", "were", "both", "editions", "versions", "standards", "certificates", "certification"];

/// True for a word that goes with several editions.
pub(super) fn goes_with_editions(word: &str) -> bool {
    is_one(word, WITH_EDITIONS)
}

/// Verbs in the singular behind a year that is the subject: "and 2015 was a record year".
const SINGULAR_VERBS: &[&str] = &[
    "is", "was", "has", "had", "saw", "brought", "will", "ist", "war", "wird", "wurde", "brachte", "est", "fut",
    "était", "a", "es", "fue", "será", "foi", "é", "è", "era", "fu", "werd", "zal",
];

/// True for a verb in the singular.
pub(super) fn is_singular_verb(word: &str) -> bool {
    is_one(word, SINGULAR_VERBS)
}

/// True for a word that says that the year beside it is an edition's.
pub(in crate::standard) fn is_edition_word(word: &str) -> bool {
    is_one(word, EDITIONS)
}

/// Small words that may stand between "part 9" or "the 2013 edition" and the designation.
const CONNECTORS: &[&str] = &[
    "of", "the", "from", "to", "in", "dem", "der", "des", "die", "das", "von", "vom", "zur", "de", "la", "las", "el",
    "los", "le", "les", "l", "du", "del", "della", "dello", "dell", "do", "da", "dos", "das", "van", "het", "av", "af",
    "norm", "norma", "norme", "standard", "standards", "standarden", "standarda", "standardu", "normy", "стандарта",
    "series", "family", "reihe", "normenreihe", "famille", "série", "serie", "familia", "international",
];

/// True for a small word between a part or an edition and the designation it belongs to.
pub(super) fn is_connector(word: &str) -> bool {
    is_one(word, CONNECTORS)
}

/// Words that join the items of a list.
const CONJUNCTIONS: &[&str] = &[
    "and", "or", "und", "oder", "sowie", "et", "ou", "y", "e", "o", "u", "ed", "en", "of", "og", "eller", "och", "i",
    "oraz", "a", "и", "as well as", "plus",
];

/// Joiners in scripts without spaces.
pub(super) const CONJUNCTIONS_JOINED: &[&str] =
    &["及び", "および", "并且", "以及", "、", "及", "和", "与", "或", "と", "や", "・"];

/// True for a word that joins the items of a list.
pub(super) fn is_conjunction(word: &str) -> bool {
    is_one(word, CONJUNCTIONS)
}

/// Words beside which a bare `20000-7` is a standard.
const BESIDE: &[&str] = &[
    "standard", "standards", "norm", "normen", "norme", "normes", "norma", "normas", "iso", "iec", "tr", "ts",
    "guideline", "guidelines", "стандарт", "standarden", "normer", "standarder",
];

/// Words beside which it is one only if the text names ISO or IEC as well: anything may have a part 20000-7.
const BESIDE_WEAK: &[&str] = &["part", "parts", "teil", "series", "report", "specification", "family"];

/// Such words in scripts without spaces.
pub(super) const BESIDE_JOINED: &[&str] = &["標準", "标准", "規格", "规范", "シリーズ", "系列"];

/// True for a word beside which a bare number with a part is a standard; `named` says that the text names ISO or IEC.
pub(super) fn is_beside(word: &str, named: bool) -> bool {
    is_one(word, BESIDE) || (named && is_one(word, BESIDE_WEAK))
}

/// True for bodies and kinds of documents beside which a number is theirs, whatever it is: `IECQ OD 27001:2019`.
pub(super) fn is_other_owner(word: &str) -> bool {
    ["IECQ", "IECEE", "IECRE", "CECC", "OD"].contains(&word)
}

/// Words that announce several parts.
const PARTS_PLURAL: &[&str] = &[
    "parts", "pts", "teile", "teilen", "parties", "partes", "parti", "delen", "dele", "delar", "delarna", "części",
    "части", "частей",
];

/// True for a word that announces several parts.
pub(super) fn is_parts_word(word: &str) -> bool {
    is_one(word, PARTS_PLURAL)
}

/// Nouns of the writer's own behind a designation: "part 4 of the ISO 20000 project" is a part of the project, "the 2019
/// edition of the ISO 9001 manual" an edition of the manual.
const OWN_NOUNS: &[&str] = &[
    "project", "programme", "program", "implementation", "training", "course", "courses", "toolkit", "tool",
    "template", "templates", "manual", "handbook", "handbuch", "policy", "policies", "procedure", "procedures",
    "statement", "audit", "audits", "roadmap", "plan", "workshop", "presentation", "guide", "checklist", "report",
    "documentation", "register", "assessment", "review", "questionnaire", "certificate", "brochure", "whitepaper",
    "slides", "webinar", "mapping",
];

/// True for a noun of the writer's own.
pub(in crate::standard) fn is_own_noun(word: &str) -> bool {
    is_one(word, OWN_NOUNS)
}
