//! The words that stand beside numbers of clauses and controls, in the languages of policies.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::grammar::is_ideographic;
use super::model::Form;

/// What a word before a number says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A clause or a control follows.
    Part(Form),
    /// An annex follows, whose letter comes next.
    Annex,
    /// A part of something else follows.
    Own,
}

/// Words for a clause, which policies hardly use of their own text.
const CLAUSES: &[&str] = &[
    "clause", "clauses", "subclause", "subclauses", "cl", "klausel", "klauseln", "klausul", "klausuler", "clausule",
    "clausules", "cláusula", "cláusulas", "clausula", "clausulas", "clausola", "clausole", "klauzula", "klauzuli",
    "klauzule", "normkapitel", "normabschnitt", "normpunkt", "madde", "maddesi",
];

/// Words for a control.
const CONTROLS: &[&str] = &[
    "control", "controls", "contrôle", "contrôles", "controle", "controles", "controllo", "controlli", "kontrolle",
    "kontrollen", "kontroll", "kontroller", "kontrol", "maßnahme", "maßnahmen", "massnahme", "massnahmen", "mesure",
    "mesures", "medida", "medidas", "misura", "misure", "beheersmaatregel", "beheersmaatregelen", "maatregel",
    "maatregelen", "zabezpieczenie", "zabezpieczenia", "tiltak", "åtgärd", "säkerhetsåtgärd", "opatření", "контроль",
    "мера", "меры", "objective", "objectives",
];

/// Words for a part of any text.
const SECTIONS: &[&str] = &[
    "section", "sections", "sec", "subsection", "chapter", "chapters", "paragraph", "paragraphs", "para", "point",
    "points", "item", "items", "requirement", "requirements", "req", "article", "articles", "number", "no",
    "abschnitt", "abschnitte", "abschnitts", "kapitel", "kapiteln", "ziff", "ziffer", "ziffern", "punkt", "punkte",
    "kap", "nr", "nummer", "anforderung", "anforderungen", "chapitre", "chapitres", "paragraphe", "exigence",
    "exigences", "numéro", "apartado", "apartados", "capítulo", "capítulos", "sección", "secciones", "requisito",
    "requisitos", "numeral", "punto", "punti", "seção", "secção", "ponto", "sezione", "paragrafo", "capitolo",
    "hoofdstuk", "paragraaf", "artikel", "avsnitt", "kapittel", "krav", "rozdział", "rozdziału", "pkt", "punktu",
    "wymaganie", "пункт", "пункта", "п", "раздел", "раздела", "глава",
];

/// Words for an annex.
const ANNEXES: &[&str] = &[
    "annex", "annexes", "annexe", "appendix", "anhang", "anhangs", "anexo", "anexos", "allegato", "bijlage", "bilaga",
    "bilag", "vedlegg", "liite", "załącznik", "załącznika", "załączniku", "příloha", "přílohy", "príloha", "ek",
    "приложение", "приложения", "приложении", "приложению",
];

/// Words for parts of something else.
const OWN: &[&str] = &[
    "appendix", "exhibit", "schedule", "attachment", "enclosure", "table", "tables", "figure", "figures", "fig",
    "diagram", "drawing", "sheet", "form", "template", "question", "questions", "step", "steps", "test", "tests",
    "case", "cases", "level", "release", "version", "build", "firmware", "kernel", "room", "unit", "slide", "page",
    "row", "line", "tabelle", "abbildung", "abb", "bild", "frage", "fragen", "formular", "stufe", "raum", "anlage",
    "tableau", "niveau", "étape", "pregunta", "preguntas", "tabla", "figura", "nivel", "tabela", "pergunta", "tabella",
    "domanda", "vraag", "tabel", "bijvoegsel", "class", "lemma", "theorem", "proposition", "corollary", "definition",
    "equation", "algorithm", "example", "exercise", "problem", "axiom", "gate", "hall", "building", "floor", "seat",
    "stand", "plot", "parcel", "図", "表", "图",
];

/// Words and signs in scripts without spaces, as they end before a number.
const JOINED: &[(&str, Word)] = &[
    ("§", Word::Part(Form::Section)),
    ("条款", Word::Part(Form::Clause)),
    ("條款", Word::Part(Form::Clause)),
    ("箇条", Word::Part(Form::Clause)),
    ("조항", Word::Part(Form::Clause)),
    ("第", Word::Part(Form::Section)),
    ("章节", Word::Part(Form::Section)),
    ("章", Word::Part(Form::Section)),
    ("节", Word::Part(Form::Section)),
    ("節", Word::Part(Form::Section)),
    ("要求", Word::Part(Form::Section)),
    ("控制措施", Word::Part(Form::Control)),
    ("控制项", Word::Part(Form::Control)),
    ("控制域", Word::Part(Form::Control)),
    ("控制", Word::Part(Form::Control)),
    ("管理策", Word::Part(Form::Control)),
    ("통제", Word::Part(Form::Control)),
    ("合同附录", Word::Own),
    ("合同附件", Word::Own),
    ("別紙", Word::Own),
    ("別表", Word::Own),
    ("付属書", Word::Own),
    ("付録", Word::Own),
    ("附录", Word::Annex),
    ("附錄", Word::Annex),
    ("附件", Word::Annex),
    ("附属書", Word::Annex),
    ("부속서", Word::Annex),
    ("图", Word::Own),
    ("表", Word::Own),
    ("図", Word::Own),
];

/// Every word with what it says, those for an annex before those for parts of something else.
static CLASSES: LazyLock<HashMap<&str, Word>> = LazyLock::new(|| {
    let lists = [
        (OWN, Word::Own),
        (ANNEXES, Word::Annex),
        (SECTIONS, Word::Part(Form::Section)),
        (CONTROLS, Word::Part(Form::Control)),
        (CLAUSES, Word::Part(Form::Clause)),
    ];
    lists.into_iter().flat_map(|(words, class)| words.iter().map(move |word| (*word, class))).collect()
});

/// What a word says of the number behind it.
pub(super) fn class(word: &str) -> Option<Word> {
    CLASSES.get(word).or_else(|| CLASSES.get(word.to_lowercase().as_str())).copied()
}

/// What the word or sign says that a text ends with, where no blank parts it from the number; and its length.
pub(super) fn joined(text: &str) -> Option<(Word, usize)> {
    // None of them ends with a character of ASCII, as most texts do.
    if text.as_bytes().last().is_none_or(u8::is_ascii) {
        return None;
    }
    JOINED.iter().find(|(word, _)| text.ends_with(word)).map(|(word, class)| (*class, word.len()))
}

/// True for a word for an annex that also names parts of other texts.
pub(super) fn is_own(word: &str) -> bool {
    OWN.contains(&word.to_lowercase().as_str())
}

/// Words behind a number that is a count: "14 of which", "14 domains".
const COUNTED: &[&str] = &[
    "of", "davon", "dont", "domains", "categories", "objectives", "clauses", "sections", "areas", "themes", "bereiche",
    "domänen", "domaines", "dominios", "domínios", "domini", "domeinen",
];

/// Words for what is measured.
const UNITS: &[&str] = &[
    "hours", "hour", "days", "day", "minutes", "minute", "seconds", "weeks", "months", "years", "percent", "points",
    "people", "characters", "euro", "eur", "usd", "gb", "mb", "tb", "kb", "ms", "km", "stunden", "tage", "tagen",
    "monate", "monaten", "minuten", "wochen", "jahre", "jahren", "prozent", "zeichen", "heures", "jours", "mois",
    "horas", "días", "meses", "dias", "ore", "giorni", "mesi", "uur", "dagen", "maanden", "timmar", "timer", "dager",
    "godzin", "dni", "uhr", "hrs", "hr", "chf", "gbp", "sek", "dkk", "nok", "pln", "czk", "kg", "cm", "mm", "kwh",
    "personentage", "fte", "std", "min",
];

/// True if the number before a text measures something: " hours", " %".
pub(super) fn measures(behind: &str) -> bool {
    let rest = behind.trim_start_matches([' ', '\n', '\u{a0}']);
    let word = first_word(rest);
    // "6.1.2 h)" is a paragraph.
    let is_hour = word == "h" && !rest[word.len()..].starts_with(')');
    rest.starts_with(['%', '€', '$', '°', '£', '‰']) || is_hour || UNITS.contains(&word.to_lowercase().as_str())
}

/// True if a lone number before a text counts what it names: " controls", " sub-controls", " days", "项". Nothing is counted by
/// a number that the sentence goes on about: "and 15 apply".
pub(super) fn counts(behind: &str) -> bool {
    let rest = behind.trim_start_matches([' ', '\n', '\u{a0}']);
    if rest.starts_with(['项', '項', '个', '個', '条', '件', '개']) {
        return true;
    }
    let rest = rest.strip_prefix("sub-").unwrap_or(rest);
    let word = first_word(rest).to_lowercase();
    let is_known =
        || is_small(&word) || is_predicate(&word) || joins(&format!(" {word} ")) || LINKS.contains(&word.as_str());
    rest.len() < behind.len() && !word.is_empty() && (COUNTED.contains(&word.as_str()) || !is_known())
}

/// The beginning of a text that is asked again and again, up to `most` bytes.
pub(super) fn beginning(text: &str, most: usize) -> &str {
    let most = most.min(text.len());
    &text[..(0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()]
}

/// The word that a text begins with.
pub(super) fn first_word(text: &str) -> &str {
    &text[..text.find(|one: char| !one.is_alphabetic()).unwrap_or(text.len())]
}

/// Further words that go on behind numbers and count nothing.
const LINKS: &[&str] = &[
    "for", "to", "as", "on", "with", "by", "not", "only", "will", "can", "which", "that", "who", "fully", "each",
    "per", "für", "zu", "als", "mit", "nicht", "nur", "pour", "avec", "para", "con", "com", "voor", "met", "het",
    "the", "see",
];

/// True if a text begins with a word for a clause, as it follows a number in Chinese and Japanese.
pub(super) fn clause_follows(text: &str) -> bool {
    ["条款", "條款", "条", "條", "項", "项", "节", "節", "章"].iter().any(|word| text.starts_with(word))
}

/// Small words that may stand between a designation and a number: "ISO 27001, under its control A.9.2.1".
const SMALL: &[&str] = &[
    "a", "the", "of", "in", "its", "and", "per", "see", "to", "ref", "reference", "references", "mapping", "domain",
    "domains", "group", "family", "category", "area", "sub", "current", "latest", "edition", "version", "standard",
    "standards", "requirements", "s", "der", "des", "die", "das", "dem", "und", "siehe", "gemäß", "gemäss", "laut",
    "nach", "von", "vom", "aus", "norm", "de", "la", "le", "les", "l", "el", "los", "las", "del", "dell", "della",
    "di", "da", "do", "dos", "das", "du", "et", "y", "e", "voir", "ver", "véase", "norme", "norma", "van", "het",
    "zie", "uit", "och", "og", "se", "av", "af", "enligt", "i", "z", "w", "według", "normy", "и", "см", "в",
    "стандарта", "стандарт", "控制", "控制项", "的", "の", "中", "和", "及", "请参阅", "参见", "參閱", "见", "に",
    "から",
];

/// Words by which a number belongs to the designation behind them.
const OF: &[&str] = &[
    "of", "from", "in", "der", "des", "von", "vom", "aus", "de", "du", "del", "della", "dell", "dello", "di", "da",
    "do", "van", "uit", "av", "af", "från", "fra", "i", "z", "w", "normy", "из", "стандарта",
];

/// True for a small word between a designation and a number.
pub(super) fn is_small(word: &str) -> bool {
    let lower = word.to_lowercase();
    SMALL.contains(&lower.as_str()) || lower.chars().all(is_ideographic) && lower.chars().count() <= 3
}

/// True for a word by which a number belongs to what follows.
pub(super) fn is_of(word: &str) -> bool {
    OF.contains(&word.to_lowercase().as_str())
}

/// True for a word that standards use of their clauses, and other texts of their own parts: in a heading below the name of a
/// standard it means a clause.
pub(super) fn is_norm_part(word: &str) -> bool {
    word.eq_ignore_ascii_case("abschnitt")
}

/// Words that say something of the numbers before them, and count nothing.
const PREDICATES: &[&str] = &[
    "are", "is", "was", "were", "apply", "applies", "must", "shall", "should", "may", "have", "has", "do", "does",
    "here", "too", "also", "sind", "ist", "gelten", "gilt", "werden", "wird", "müssen", "muss", "sont", "est",
    "doivent", "son", "es", "se", "aplican", "são", "é", "aplicam", "sono", "zijn",
];

/// True for a word that says something of the numbers before it.
pub(super) fn is_predicate(word: &str) -> bool {
    PREDICATES.contains(&word.to_lowercase().as_str())
}

/// What joins the items of a list.
const JOINERS: &[&str] = &[
    "", "and", "or", "und", "oder", "sowie", "et", "ou", "y", "e", "o", "u", "ed", "en", "och", "og", "eller", "i",
    "oraz", "и", "as well as", "plus", "resp.", "bzw.", "及び", "および", "以及", "及", "和", "与", "と", "및", "或",
];

/// What stands between the ends of a range.
const RANGES: &[&str] = &[
    "-", "—", "~", "〜", "..", "...", "…", "to", "through", "thru", "until", "up to", "bis", "à", "au", "al", "a",
    "hasta", "até", "fino a", "tot", "t/m", "tot en met", "til", "till", "do", "по", "до", "至", "到", "から",
];

/// The longest aside, in bytes, that is passed over in a list.
pub(super) const ASIDE: usize = 60;

/// Length of the aside that a text begins with: words in brackets, without a number.
pub(super) fn aside(text: &str) -> Option<usize> {
    let close = if text.starts_with('(') { ')' } else { text.strip_prefix('[').map(|_| ']')? };
    let end = text.find(close).filter(|end| *end <= ASIDE)?;
    let is_words = !text[1..end].contains(|one: char| one.is_ascii_digit() || "([;:".contains(one));
    is_words.then_some(end + 1)
}

/// A gap without the aside that says something of the number before it: "9.2 (audits), 9.7".
pub(super) fn without_aside(gap: &str) -> &str {
    let text = gap.trim_start();
    aside(text).map_or(gap, |length| &text[length..])
}

/// True if a gap joins two items of a list.
#[must_use]
pub fn joins(gap: &str) -> bool {
    let marked = gap.trim_matches([' ', '\n', ',', ';', '/', '&', '+', '、', '"', '\'', '|', '(', ')']);
    gap.len() <= 24 && !gap.is_empty() && JOINERS.contains(&marked.to_lowercase().as_str())
}

/// True if a gap makes its two sides the ends of a range.
pub(super) fn spans(gap: &str) -> bool {
    let marked = gap.trim_matches([' ', '\n', '"', '\'', '*']);
    gap.len() <= 16 && RANGES.contains(&marked.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(beginning("Clause", 9), "Clause");
        let long = format!("a{}", "ä".repeat(9));
        assert_eq!(beginning(&long, 9), &long[..9]);
        assert_eq!(beginning(&long, 8), &long[..7]);
    }
}
