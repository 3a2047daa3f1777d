//! Denials: whether a text says of a thing that it is not so, or leaves a blank where it should stand.

use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

use super::substance::{is_ordinal, near};
use crate::list::List;
use crate::rule::element::ByLanguage;
use crate::rule::lexicon::{Lexicon, folded};
use crate::rule::words::{BLANKS, CLAUSE_JOINTS, DENIAL_PARDONS, DENIALS, NOTHINGS, OPEN_VALUES};

/// How far before a thing a word of denial may stand, in bytes.
const BEFORE: usize = 40;

/// The same behind it.
const AFTER: usize = 34;

/// How far a clause is looked at on either side of a phrase, in bytes: further than what is said of it may stand.
const REACH: usize = 256;

/// The longest rest of a label, in bytes.
const LABEL: usize = 24;

/// The longest value that says that nothing is there yet, in bytes.
const VALUE: usize = 40;

/// The longest name in brackets for what somebody has to write, in bytes.
const NAME: usize = 16;

/// What leads to the page in a table of contents.
const DOTS: &str = "....";

/// Parts of a day for which letters stand.
const DAY: usize = 3;

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
            let of = |all: ByLanguage| {
                let is_meant = |one: &str| one == found.code || found.code == ANY;
                List::keep(all.iter().filter(|(one, _)| is_meant(one)).flat_map(|(_, words)| words.iter()))
            };
            Lexicon::new(&[DENIAL_PARDONS, of(DENIALS), of(CLAUSE_JOINTS)])
        }))
    }
}

static OPEN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[OPEN_VALUES, BLANKS]));

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
        '.' => text[at + 1..].chars().next().is_none_or(char::is_whitespace) && !is_ordinal(text, at),
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
    // The sign behind a label may be part of the phrase.
    let end = text[..end].trim_end_matches([':', '：']).len();
    let rest = text[end..].trim_start_matches(['*', '_', ' ']);
    // "Approval date" is a label too; a sentence is none.
    let label = rest.find([':', '：', '\n']).filter(|at| *at <= LABEL && !rest[..*at].contains(['.', ',']));
    let Some(label) = label.filter(|at| !rest[*at..].starts_with('\n')) else {
        let is_all = rest.len() <= LABEL && text.len() <= LABEL * 2 && !rest.contains(['.', ',', '\n']);
        return if rest.is_empty() || is_all { Entry::Open } else { Entry::None };
    };
    let value = rest[label..].trim_start_matches([':', '：']);
    let Some(line) = value.lines().find(|line| !line.trim().is_empty()) else { return Entry::Open };
    if is_blank(line) || is_blank_before(line) { Entry::Blank } else { Entry::Filled }
}

/// True if a blank stands before what else a line holds: "TBD, Date: TBD", "pending (the board meets in May)", ", Version: 1".
fn is_blank_before(line: &str) -> bool {
    let line = line.trim();
    let first = line.find([',', ';', '(', '（']).map(|at| line[..at].trim());
    first.is_some_and(|first| if first.is_empty() { line.starts_with([',', ';']) } else { is_open(first) })
}

/// True for a value that says that nothing is there yet: "pending", "TBD".
fn is_open(value: &str) -> bool {
    let value = folded(value.trim_end_matches('.'));
    let mut is_all = false;
    if value.len() <= VALUE {
        OPEN.each(&value, |list, range| is_all |= list == 0 && range == (0..value.len()));
    }
    is_all
}

/// True for a blank: nothing, a line to write on, a bracket that says what to write, or what says that it is not yet there.
pub(super) fn is_blank(value: &str) -> bool {
    let value = value.trim().trim_matches(['"', '\'']);
    let is_bracket = |(open, close)| value.starts_with(open) && value.ends_with(close);
    is_open(value)
        || value.chars().all(|one| matches!(one, '_' | '-' | '–' | '—' | '.' | '…' | '/' | ' ' | '?' | 'X' | '~'))
        || value.starts_with("___")
        || [('[', ']'), ('<', '>'), ('{', '}'), ('［', '］'), ('〔', '〕'), ('«', '»')].into_iter().any(is_bracket)
        || stands_for(value)
}

/// True for letters and signs that stand for what somebody has to write: "xxx", "dd.mm.yyyy", "$NAME", "%NAME%", "(name)", a box
/// that nobody has ticked.
fn stands_for(value: &str) -> bool {
    let is_mark =
        |rest: &str| !rest.is_empty() && !rest.contains(' ') && !rest.starts_with(|one: char| one.is_ascii_digit());
    let is_variable = value.strip_prefix('$').is_some_and(is_mark)
        || value.strip_prefix('%').and_then(|rest| rest.strip_suffix('%')).is_some_and(is_mark);
    let is_box = is_unticked(value) && !value.contains(['☒', '☑']) && !value.to_ascii_lowercase().contains("[x]");
    let is_named = value.starts_with('(') && value.ends_with(')') && value.len() <= NAME && is_request(value);
    let is_crossed = value.len() > 1 && value.bytes().all(|one| one == b'x');
    is_variable || is_box || is_named || is_crossed || is_day(value)
}

/// True if a phrase is part of what somebody has to write over, or of a line of a table of contents: "Approved by: ${approver}",
/// "2 Escalation ....... 4".
pub(super) fn is_placeholder(text: &str, phrase: &Range<usize>) -> bool {
    let start = text[..phrase.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[phrase.end..].find('\n').map_or(text.len(), |at| phrase.end + at);
    let value =
        text[start..phrase.start].find([':', '：']).map(|at| text[start + at..end].trim_start_matches([':', '：']));
    let rest = text[phrase.end..end].trim_end();
    let leads = rest.trim_end_matches(|one: char| one.is_ascii_digit());
    let is_page = leads.len() < rest.len() && [DOTS, "……"].iter().any(|one| leads.trim_end().ends_with(one));
    let is_open_entry = || {
        let behind = rest.split_once([':', '：']).map(|(_, value)| value.trim());
        let is_label = |label: &str| !label.contains(['.', ',', ';', '。']);
        let label = rest.split([':', '：']).next();
        label.is_some_and(is_label) && behind.is_some_and(|value| !value.is_empty() && is_blank(value))
    };
    is_page
        || is_open_entry()
        || keeps_place(text)
        || value.is_some_and(|value| !value.contains([':', '：']) && is_blank(value))
}

/// True for what begins with a box that nobody has ticked.
pub(super) fn is_unticked(text: &str) -> bool {
    text.starts_with("[ ]") || text.starts_with('☐')
}

/// True for letters in place of a day: "dd.mm.yyyy", "TT.MM.JJJJ".
fn is_day(value: &str) -> bool {
    let is_same =
        |part: &str| part.len() > 1 && part.bytes().all(|one| one.is_ascii_alphabetic() && one == part.as_bytes()[0]);
    value.len() <= LABEL
        && value.split(['.', '/', '-', ' ']).count() == DAY
        && value.split(['.', '/', '-', ' ']).all(is_same)
}

/// True for a bracket that says what to write there: "[Describe the scope here]", "(name)".
fn is_request(value: &str) -> bool {
    let inner = folded(value.trim_matches(['[', ']', '<', '>', '(', ')', '［', '］', '〔', '〕', '«', '»', ' ']));
    let mut begins = false;
    OPEN.each(&inner, |_, range| begins |= range.start == 0);
    begins
}

/// True for a text that only keeps the place of what is to be written, or says that there is nothing: "TBD", "(none)", "[Describe
/// the scope here]"; a link and what another program puts in are none.
pub(super) fn keeps_place(text: &str) -> bool {
    let text = text.trim();
    let is_bracket = text.starts_with(['[', '<', '［', '〔', '«']) && !text.starts_with("[[");
    let is_open = is_open(text) || text.chars().all(|one| matches!(one, '_' | '-' | '–' | '—' | '.' | '…'));
    let plain = folded(text.trim_matches(['(', ')', '*', '_', '.']));
    let is_open = is_open || NOTHINGS.contains(plain.trim());
    is_open || is_bracket && text.ends_with([']', '>', '］', '〕', '»']) && is_request(text)
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
