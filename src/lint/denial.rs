//! Denials: whether a text says of a thing that it is not so, or leaves a blank where it should stand.

use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

use super::substance::near;
use crate::rule::lexicon::{Lexicon, folded};
use crate::rule::words::{CLAUSE_JOINTS, DENIAL_PARDONS, DENIALS, OPEN_VALUES};

/// How far before a thing a word of denial may stand, in bytes.
const BEFORE: usize = 40;

/// The same behind it.
const AFTER: usize = 34;

/// How far a clause is looked at on either side of a phrase, in bytes: further than what is said of it may stand.
const REACH: usize = 256;

/// The longest rest of a label, in bytes.
const LABEL: usize = 24;

const PARDON: usize = 0;
const DENIAL: usize = 1;

/// The words of a language, or of all for a text of which the language is not known; made when they are asked for.
struct Words {
    code: &'static str,
    lexicon: OnceLock<Lexicon>,
}

static WORDS: LazyLock<Vec<Words>> = LazyLock::new(|| {
    let codes = DENIALS.iter().map(|(code, _)| *code).chain([ANY]);
    codes.map(|code| Words { code, lexicon: OnceLock::new() }).collect()
});

impl Words {
    /// Those of the language with a code, else those of all.
    fn of(code: &str) -> Option<&'static Lexicon> {
        let found = WORDS.iter().find(|one| one.code == code).or_else(|| WORDS.last())?;
        Some(found.lexicon.get_or_init(|| {
            let of = |all: &[(&str, &[&'static str])]| -> Vec<&'static str> {
                let is_meant = |one: &str| one == found.code || found.code == ANY;
                all.iter().filter(|(one, _)| is_meant(one)).flat_map(|(_, words)| words.iter().copied()).collect()
            };
            Lexicon::new(&[DENIAL_PARDONS, &of(DENIALS), &of(CLAUSE_JOINTS)])
        }))
    }
}

static OPEN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[OPEN_VALUES]));

/// Stands for a language that is not known.
const ANY: &str = "";

/// True if the clause around a phrase denies it: "has not been approved by anyone", "there is no training for employees".
pub(super) fn denies(text: &str, phrase: &Range<usize>, language: Option<&str>) -> bool {
    let clause = clause_around(text, phrase);
    let words = folded(&text[clause.clone()]);
    let own = phrase.start - clause.start..phrase.end - clause.start;
    let (mut pardons, mut denials, mut joints) = (Vec::new(), Vec::new(), Vec::new());
    let Some(lexicon) = Words::of(language.unwrap_or(ANY)) else { return false };
    lexicon.each(&words, |list, range| match list {
        PARDON => pardons.push(range),
        DENIAL => denials.push(range),
        _ => joints.push(range),
    });
    let is_pardoned =
        |denial: &Range<usize>| pardons.iter().any(|one| one.start <= denial.start && denial.end <= one.end);
    denials.iter().any(|denial| !is_pardoned(denial) && reaches(&words, &own, denial, &joints))
}

/// True if a word of denial speaks of the phrase at `own`: nothing between them begins another thought.
fn reaches(words: &str, own: &Range<usize>, denial: &Range<usize>, joints: &[Range<usize>]) -> bool {
    let last = |gap: &Range<usize>| {
        let within = |one: &&Range<usize>| gap.start <= one.start && one.end <= gap.end;
        joints.iter().filter(within).map(|one| one.end).max()
    };
    if denial.end <= own.start {
        let gap = denial.end..own.start;
        return gap.len() <= BEFORE && last(&gap).is_none_or(|end| words[end..own.start].trim().is_empty());
    }
    if own.end <= denial.start {
        // "Approved without changes": such words deny only what follows them.
        let gap = own.end..denial.start;
        return gap.len() <= AFTER && !joints.contains(denial) && last(&gap).is_none();
    }
    true
}

/// The clause in which a phrase stands, as far as words in it may reach the phrase.
fn clause_around(text: &str, phrase: &Range<usize>) -> Range<usize> {
    let near = near(text, phrase, REACH);
    let before = text[near.start..phrase.start].char_indices().rev();
    let before = before.map(|(at, one)| (near.start + at, one)).find(|(at, one)| ends_clause(text, *at, *one));
    let behind = text[phrase.end..near.end].char_indices();
    let behind = behind.map(|(at, one)| (phrase.end + at, one)).find(|(at, one)| ends_clause(text, *at, *one));
    before.map_or(near.start, |(at, one)| at + one.len_utf8())..behind.map_or(near.end, |(at, _)| at)
}

fn ends_clause(text: &str, at: usize, one: char) -> bool {
    match one {
        '.' => text[at + 1..].chars().next().is_none_or(char::is_whitespace),
        ',' | ';' | '!' | '?' | '|' | '。' | '；' | '！' | '？' | '，' | '、' => true,
        _ => false,
    }
}

/// What stands behind a label such as "Approved by:", as far as it can be seen in the same line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// There is no label.
    None,
    /// Nothing; the value may stand below it or beside it.
    Open,
    /// A blank that somebody has to fill in.
    Blank,
    /// Something.
    Filled,
}

/// What stands behind the label that ends at `end`.
pub(super) fn entry_behind(text: &str, end: usize) -> Entry {
    let rest = text[end..].trim_start_matches(['*', '_', ' ']);
    // "Approval date" is a label too; a sentence is none.
    let label = rest.find([':', '：', '\n']).filter(|at| *at <= LABEL && !rest[..*at].contains(['.', ',']));
    let Some(label) = label.filter(|at| !rest[*at..].starts_with('\n')) else {
        let is_all = rest.len() <= LABEL && text.len() <= LABEL * 2 && !rest.contains(['.', ',', '\n']);
        return if rest.is_empty() || is_all { Entry::Open } else { Entry::None };
    };
    let value = rest[label..].trim_start_matches([':', '：']);
    let Some(line) = value.lines().find(|line| !line.trim().is_empty()) else { return Entry::Open };
    if is_blank(line) { Entry::Blank } else { Entry::Filled }
}

/// True for a value that says that nothing is there yet: "pending", "TBD".
fn is_open(value: &str) -> bool {
    let value = folded(value.trim_end_matches('.'));
    let mut is_all = false;
    if value.len() <= LABEL {
        OPEN.each(&value, |_, range| is_all |= range == (0..value.len()));
    }
    is_all
}

/// True for a blank: nothing, a line to write on, a bracket that says what to write, or what says that it is not yet there.
pub(super) fn is_blank(value: &str) -> bool {
    let value = value.trim();
    let is_bracket = |(open, close)| value.starts_with(open) && value.ends_with(close);
    is_open(value)
        || value.chars().all(|one| matches!(one, '_' | '-' | '–' | '—' | '.' | '…' | '/' | ' ' | '?' | 'X'))
        || value.starts_with("___")
        || [('[', ']'), ('<', '>'), ('{', '}'), ('［', '］'), ('〔', '〕')].into_iter().any(is_bracket)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_denied(text: &str, phrase: &str, language: &str) -> bool {
        let at = text.find(phrase).expect("the phrase stands in the text");
        denies(text, &(at..at + phrase.len()), Some(language))
    }

    #[test]
    fn what_a_clause_denies_is_told_from_what_it_says() {
        let denied = [
            ("This policy has not been approved by anyone.", "approved by", "en"),
            ("It is not yet approved.", "approved", "en"),
            ("Nobody resolves or closes them.", "closes", "en"),
            ("There is no training for employees.", "employees", "en"),
            ("Suppliers have never seen it.", "Suppliers", "en"),
            ("It awaits approval by the board.", "approval", "en"),
            ("No law or contract was considered.", "contract", "en"),
            ("Die Leitlinie ist noch nicht freigegeben.", "freigegeben", "de"),
            ("Kunden werden nicht informiert.", "Kunden", "de"),
            ("La politique n'est pas approuvée.", "approuvée", "fr"),
            ("No ha sido aprobada por la dirección.", "aprobada", "es"),
            ("Ainda não foi aprovada.", "aprovada", "pt"),
            ("本方針はまだ承認されていません。", "承認", "ja"),
            ("本方针尚未批准。", "批准", "zh"),
        ];
        let said = [
            ("It was approved by the board, not by the office.", "approved by", "en"),
            ("Staff must not share passwords.", "Staff", "en"),
            ("The director approved it without changes.", "approved", "en"),
            ("Incidents that are not solved in an hour are escalated.", "escalated", "en"),
            ("If it is not solved, the officer escalates it.", "escalates", "en"),
            ("It is not only approved but signed.", "approved", "en"),
            ("Mitarbeitende dürfen Passwörter nicht weitergeben.", "Mitarbeitende", "de"),
            ("Clientes são avisados no prazo de 24 horas.", "Clientes", "pt"),
            ("従業員は教育を受けなければならない。", "教育", "ja"),
            ("员工不得泄露客户信息。", "员工", "zh"),
        ];
        for (text, phrase, language) in denied {
            assert!(is_denied(text, phrase, language), "{text}");
        }
        for (text, phrase, language) in said {
            assert!(!is_denied(text, phrase, language), "{text}");
        }
    }

    #[test]
    fn blanks_are_told_from_entries() {
        let behind = |text: &str| entry_behind(text, "Approved by".len());
        assert_eq!(behind("Approved by: ______"), Entry::Blank);
        assert_eq!(behind("Approved by: ______ Date: ______"), Entry::Blank);
        assert_eq!(behind("Approved by: [name, date]"), Entry::Blank);
        assert_eq!(behind("Approved by: TBD"), Entry::Blank);
        assert_eq!(behind("Approved by: pending."), Entry::Blank);
        assert_eq!(behind("Approved by: Ann Pending"), Entry::Filled);
        assert_eq!(behind("Approved by: J. Roe"), Entry::Filled);
        assert_eq!(behind("Approved by:\nJ. Roe"), Entry::Filled);
        assert_eq!(behind("Approved by:"), Entry::Open);
        assert_eq!(behind("Approved by the board of the company in the spring."), Entry::None);
        assert_eq!(entry_behind("Approval date: ____", "Approval".len()), Entry::Blank);
        assert_eq!(entry_behind("Approval date", "Approval".len()), Entry::Open);
    }
}
