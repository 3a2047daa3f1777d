//! In which language a text is, by its small words or its script.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::substance::count_words;
use crate::document::{Block, Kind};
use crate::rule::words::{DENIALS, ENGLISH_ENDINGS, FUNCTION_WORDS};

/// Most words that are looked at.
const WORDS: usize = 400;

/// For each small word the places of its languages.
static WORDS_OF: LazyLock<HashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let mut all: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, (_, words)) in FUNCTION_WORDS.iter().enumerate() {
        words.iter().for_each(|word| all.entry(word).or_default().push(at));
    }
    all
});

/// A text, with what tells in which language it is.
pub(super) struct Tongue<'a> {
    blocks: &'a [Block],
    /// The language of its script, if one language uses that.
    script: Option<&'static str>,
    /// How many small words of each language it has among its first words.
    counts: Vec<usize>,
}

impl<'a> Tongue<'a> {
    pub(super) fn of(blocks: &'a [Block]) -> Self {
        let texts = || blocks.iter().filter(|block| is_prose(block)).map(|block| block.prose.text());
        let script = by_script(texts());
        let counts = if script.is_some() { Vec::new() } else { small_words(texts()).0 };
        Self { blocks, script, counts }
    }

    /// The code of the language that most of the text is in; nothing if that cannot be told.
    pub(super) fn language(&self) -> Option<&'static str> {
        if self.script.is_some() {
            return self.script;
        }
        let best = self.best()?;
        let is_alone = self.counts.iter().filter(|count| **count == self.counts[best]).count() == 1;
        (self.counts[best] > 0 && is_alone).then_some(FUNCTION_WORDS[best].0)
    }

    /// The codes of the languages whose phrases the text may have, the likeliest first, if it has words enough to tell: in others
    /// the same letters say something else. English stands in texts of every language, and signs of Han in those of two.
    pub(super) fn read_in(&self) -> Option<Vec<&'static str>> {
        match self.script {
            Some("ja") => return Some(vec!["ja", "zh", ENGLISH]),
            Some("zh") => return Some(vec!["zh", "ja", ENGLISH]),
            Some(other) => return Some(vec![other, ENGLISH]),
            None => {}
        }
        let (best, counts) = (self.best()?, &self.counts);
        // Of few words any language may be, of many only those with about as many small words.
        let least = if counts[best] >= SURE { counts[best] / 2 + 1 } else { 1 };
        let others = (0..counts.len()).filter(|at| *at != best && counts[*at] >= least);
        let mut languages: Vec<&'static str> =
            std::iter::once(best).chain(others).map(|at| FUNCTION_WORDS[at].0).collect();
        if !languages.contains(&ENGLISH) {
            languages.push(ENGLISH);
        }
        (counts[best] >= SOME).then_some(languages)
    }

    /// The language with the most small words.
    fn best(&self) -> Option<usize> {
        (0..self.counts.len()).max_by_key(|at| self.counts[*at])
    }
}

const ENGLISH: &str = "en";

/// Small words of which a text has at least so many if others are ruled out of which it has half as many or fewer.
const SURE: usize = 6;

/// How many small words of each language are among the first words of some texts, and how many words these are.
fn small_words<'a>(texts: impl Iterator<Item = &'a str>) -> (Vec<usize>, usize) {
    let (mut counts, mut all) = (vec![0_usize; FUNCTION_WORDS.len()], 0);
    for word in texts.flat_map(|text| text.split(|one: char| !one.is_alphanumeric())).take(WORDS) {
        all += usize::from(!word.is_empty());
        let lower = match word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            true => Cow::Borrowed(word),
            false => Cow::Owned(word.to_lowercase()),
        };
        for at in WORDS_OF.get(&*lower).into_iter().flatten() {
            counts[*at] += 1;
        }
    }
    (counts, all)
}

/// Words in sentences that tell that a text is in none of the languages, if fewer than one in so many of them is a small word.
const ENOUGH: usize = 30;
const FEW: usize = 20;

/// Small words that tell that a text is in one of the languages of which no other word is known, or in which ones it may be.
const SOME: usize = 3;

/// Words of a sentence; names in a list have no small words in any language.
const SENTENCE: usize = 6;

impl Tongue<'_> {
    /// True for a text of which hardly any word is in the lists: in another script, in a language of which only small words are
    /// known, or without those that every text in one of the languages has.
    pub(super) fn is_foreign(&self) -> bool {
        if is_unread(self.blocks) {
            return true;
        }
        if self.script.is_some() {
            return false;
        }
        let known = |is_known: bool| {
            let is_meant = |at: &usize| DENIALS.iter().any(|(code, _)| *code == FUNCTION_WORDS[*at].0) == is_known;
            (0..self.counts.len()).filter(is_meant).map(|at| self.counts[at]).max().unwrap_or_default()
        };
        (known(false) >= SOME && known(false) > known(true)) || self.lacks_small_words()
    }

    /// True if the sentences have hardly any of the small words that every text in one of the languages has.
    fn lacks_small_words(&self) -> bool {
        let sentences = |is_meant: fn(&Block) -> bool| {
            let own = self.blocks.iter().filter(move |block| is_prose(block) && is_meant(block));
            own.map(|block| block.prose.text()).filter(|text| count_words(text) >= SENTENCE)
        };
        let lacks = |(counts, all): (Vec<usize>, usize)| {
            let best = counts.into_iter().max().unwrap_or_default();
            (all >= ENOUGH).then_some(best * FEW < all)
        };
        // Tables leave small words out in every language; English ones have no other letters either.
        let lacks = lacks(small_words(sentences(|block| !matches!(block.kind, Kind::Cell(_))))).unwrap_or_else(|| {
            let all = || sentences(|_| true);
            lacks(small_words(all())) == Some(true) && has_other_letters(all())
        });
        lacks && !is_english(self.blocks.iter().filter(|block| is_prose(block)).map(|block| block.prose.text()))
    }

    /// True for a text in a language of which the titles of documents are known, if no more. Of one that is foreign and not of
    /// these nobody can tell what it holds.
    pub(super) fn is_titled(&self) -> bool {
        self.language().is_some_and(|code| TITLED.contains(&code))
    }
}

/// True if a text has letters that English has not, more than names bring with them.
fn has_other_letters<'a>(texts: impl Iterator<Item = &'a str>) -> bool {
    let letters = texts.flat_map(str::chars).filter(|one| one.is_alphabetic()).take(WORDS * 4);
    let (all, other) = letters.fold((0, 0), |(all, other), one| (all + 1, other + usize::from(!one.is_ascii())));
    other * OTHERS >= all
}

/// True for a text without small words that has the endings of English and none but its letters: "Containment: isolate systems".
fn is_english<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> bool {
    let words = texts.clone().flat_map(|text| text.split(|one: char| !one.is_alphanumeric()));
    let words = words.filter(|word| word.len() > 2 && word.bytes().all(|one| one.is_ascii_alphabetic())).take(WORDS);
    let (all, ending) = words.fold((0, 0), |(all, ending), word| {
        let lower = word.to_ascii_lowercase();
        let is_ending = ENGLISH_ENDINGS.iter().any(|one| lower.len() > one.len() + 2 && lower.ends_with(one));
        (all + 1, ending + usize::from(is_ending))
    });
    ending * ENDED >= all && all > 0 && !has_other_letters(texts)
}

/// A text is in English if one in so many of its words has such an ending.
const ENDED: usize = 8;

/// One in so many letters that English has not tells another language.
const OTHERS: usize = 50;

/// Languages of which more is not known than how documents of each element are titled.
const TITLED: &[&str] = &["pl", "ko"];

/// True for what is no listing and no value.
fn is_prose(block: &Block) -> bool {
    !matches!(block.kind, Kind::Code | Kind::Metadata | Kind::Key(_))
}

/// True for a text in a script of which the lists of words have hardly any: neither Latin letters nor kana nor Han.
pub(super) fn is_unread(blocks: &[Block]) -> bool {
    let texts = blocks.iter().filter(|block| block.kind != Kind::Code).map(|block| block.prose.text());
    let (mut letters, mut known) = (0_usize, 0_usize);
    for one in texts.flat_map(str::chars).filter(|one| one.is_alphabetic()).take(WORDS * 4) {
        letters += 1;
        let is_known = matches!(one, '\0'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' | '\u{3040}'..='\u{30FF}')
            || matches!(one, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}');
        known += usize::from(is_known);
    }
    known * 2 < letters
}

/// The language of a script that one language uses: kana, Han without kana, Hangul.
fn by_script<'a>(texts: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let (mut letters, mut kana, mut han, mut hangul) = (0_usize, 0, 0, 0);
    for one in texts.flat_map(str::chars).filter(|one| one.is_alphabetic()).take(WORDS * 4) {
        letters += 1;
        match one {
            '\u{3040}'..='\u{30FF}' => kana += 1,
            '\u{AC00}'..='\u{D7AF}' => hangul += 1,
            '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' => han += 1,
            _ => {}
        }
    }
    match () {
        () if hangul * 2 > letters => Some("ko"),
        () if (kana + han) * 2 <= letters => None,
        () if kana * 20 > letters => Some("ja"),
        () => Some("zh"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;

    #[test]
    fn a_text_without_small_words_that_are_known_is_foreign() {
        let foreign = |text: &str| Tongue::of(&Format::Markdown.read(text, None).blocks).is_foreign();
        let polish = "Polityka obowiązuje wszystkich pracowników oraz dostawców spółki. Zarząd zatwierdził ją w maju. \
                      Każdy pracownik przechodzi coroczne szkolenie z bezpieczeństwa informacji, a klienci otrzymują jej \
                      treść wraz z umową. Naruszenia zgłasza się niezwłocznie kierownikowi zmiany.";
        assert!(foreign(polish) && foreign("Политика утверждена директором."));
        let english = "The policy applies to all staff and suppliers. Management approved it in May, and each year we train \
                       all staff. Clients get it with their contract; breaches are reported at once to the manager on duty.";
        let swedish =
            "Denna policy har godkänts av direktören. Den gäller för alla tjänster och för våra leverantörer.";
        let danish =
            "Politikken er godkendt af direktøren. Den gælder for alle medarbejdere og for vores leverandører.";
        let norwegian =
            "Ledelsen godkjente dette dokumentet. Det gjelder for alle tjenester, alle ansatte og våre leverandører.";
        assert!(foreign(swedish) && foreign(danish) && foreign(norwegian));
        let listed: String = ["MFA everywhere", "Disk encryption", "USB blocked", "Least privilege", "Screens locked"]
            .iter()
            .map(|entry| format!("- {entry}\n").repeat(4))
            .collect();
        assert!(!foreign(&listed), "names in a list tell nothing");
        let rows = |row: &str| format!("| Area | Rule |\n|---|---|\n{}", format!("| {row} |\n").repeat(8));
        assert!(!foreign(&rows(
            "Access control | Role based accounts, quarterly recertification, hardware tokens, named administrators"
        )));
        assert!(foreign(&rows(
            "Dostęp | Konta według ról, kwartalny przegląd uprawnień, tokeny sprzętowe, imienni administratorzy"
        )));
        let notes = "- Preparation: tooling, runbooks, contacts, training\n- Identification: detect, triage, declare severity\n\
                     - Containment: isolate systems, revoke credentials, block malware\n- Eradication: remove root cause, patch, \
                     reimage if needed\n- Recovery: restore, validate, monitor\n- Lessons learned: postmortem, actions, deadlines\n";
        assert!(!foreign(notes), "lists leave small words out");
        let indonesian = "Kebijakan keamanan informasi berlaku untuk semua karyawan serta mitra perusahaan. Pimpinan menyetujui \
                          dokumen tersebut pada bulan lalu. Setiap karyawan mengikuti pelatihan tahunan tentang keamanan, sedangkan \
                          pelanggan menerima salinan bersama kontrak. Pelanggaran harus segera dilaporkan kepada petugas jaga";
        assert!(foreign(indonesian));
        assert!(!foreign(english) && !foreign("Polityka bezpieczeństwa") && !foreign("本方針は全従業員に適用する。"));
    }

    #[test]
    fn a_text_has_the_phrases_of_its_own_language_and_english_ones() {
        let read_in = |text: &str| Tongue::of(&Format::Markdown.read(text, None).blocks).read_in();
        let english = "This policy is for all staff and for third parties. It must be read by every one of them.";
        let german = "Die Leitlinie gilt für alle. Sie wird von der Leitung geprüft und jede Abteilung hält sie ein, auch im Alltag.";
        assert_eq!(read_in(english), Some(vec!["en"]));
        assert_eq!(read_in(german), Some(vec!["de", "en"]));
        assert_eq!(read_in("本方針は全従業員に適用する。"), Some(vec!["ja", "zh", "en"]));
        assert_eq!(read_in("Security policy"), None);
        let both = read_in(&format!("{english}\n\n{german}")).unwrap_or_default();
        assert!(both.contains(&"de") && both.contains(&"en") && both.len() == 2, "{both:?}");
    }

    #[test]
    fn languages_are_told_by_small_words_and_scripts() {
        for (text, code) in [
            ("The policy applies to all services of the company.", Some("en")),
            ("Die Leitlinie gilt für alle Beschäftigten und wird jährlich geprüft.", Some("de")),
            ("La politique est approuvée par la direction et les lois sont respectées.", Some("fr")),
            ("La dirección aprobó esta política y se aplica a los servicios.", Some("es")),
            ("A diretoria aprovou esta política em maio e não há exceções.", Some("pt")),
            ("本方針は全従業員に適用する。", Some("ja")),
            ("本方针适用于全体员工。", Some("zh")),
            ("OK", None),
        ] {
            assert_eq!(Tongue::of(&Format::Markdown.read(text, None).blocks).language(), code, "{text}");
        }
    }
}
