//! Who else lays claim to a number with the letter of the annex: a table, another collection, "this agreement".

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::super::catalogue;
use super::super::model::Series;
use super::appendix;
use super::body;
use super::lexicon::{
    ARTICLES, ATTACHINGS, COLLECTION_PARTS, COLLECTION_TAILS, COLLECTIONS, DOCUMENTS, OWN_HEADINGS, OWN_INITIALS,
    OWNERS, POSSESSIVES, STANDARDS, SYSTEMS, THESE, THINGS, WEAK_COLLECTIONS,
};
use super::mention::Near;
use super::model::{Form, Locality};
use super::others;
use super::proof::has_word;
use super::scan::{annexes, last_word};
use super::table;
use super::words::{self, Word};
use crate::year;

/// True if the words around a number make it a part of something else than an annex of a standard: "table A.9.2.1",
/// "EN 301 549 A.9", "section A.9.1 of this agreement". `inside` tells what belongs to designations.
pub(super) fn is_foreign(prose: &str, range: &Range<usize>, inside: &impl Fn(usize) -> bool) -> bool {
    is_part(prose, range.start)
        || is_led(prose, range.start, inside)
        || is_of_contents(prose, range.end)
        || is_in_collection(prose, range.end)
        || follows_collection(prose, range.start, inside)
        || follows_number(prose, range.start)
        || body::follows(prose, range.start, inside)
        || body::is_behind(prose, range.end, inside)
        || is_possessed(prose, range.start)
        || is_owned(prose, range.end, inside)
        || is_attached(prose, range.end)
}

static SYSTEM_SEARCHER: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(SYSTEMS).ok());

/// The names of other management systems in a text, in the order of their places.
fn systems(prose: &str) -> impl Iterator<Item = Range<usize>> {
    let touches = |one: char| one.is_alphanumeric();
    let is_word = move |one: &Range<usize>| {
        !prose[..one.start].ends_with(touches)
            && !prose[one.end..].starts_with(|next: char| touches(next) && next != 's')
    };
    SYSTEM_SEARCHER
        .iter()
        .flat_map(move |searcher| searcher.find_iter(prose))
        .map(|found| found.range())
        .filter(is_word)
}

/// True if another management system is spoken of anywhere in a text.
pub(super) fn names_system(prose: &str) -> bool {
    systems(prose).next().is_some()
}

/// Where another management system is spoken of: from each name to the end of its sentence, or to the designation or the name
/// that comes before that. Ascending; `designations` are so too.
pub(super) fn of_systems(prose: &str, designations: &[Range<usize>]) -> Vec<Range<usize>> {
    let names: Vec<Range<usize>> = systems(prose).collect();
    let next = names.iter().skip(1).map(|one| one.start).chain([prose.len()]);
    let until = |(name, next): (&Range<usize>, usize)| {
        let designation = designations.get(designations.partition_point(|one| one.end <= name.end));
        let end = designation.map_or(next, |one| next.min(one.start));
        let end = end.max(name.end);
        let rest = &prose[name.end..end];
        let breaks = [rest.find([';', '\n', '|', '?', '!']), rest.find(". ")].into_iter().flatten().min();
        name.end..breaks.map_or(end, |at| name.end + at)
    };
    names.iter().zip(next).map(until).collect()
}

/// True if a place stands in one of some stretches, which are ascending.
pub(super) fn is_in(stretches: &[Range<usize>], at: usize) -> bool {
    let behind = stretches.partition_point(|one| one.start <= at);
    behind.checked_sub(1).is_some_and(|last| at <= stretches[last].end)
}

/// How far around a number words are looked for that claim it, in bytes.
const FAR: usize = 320;

/// The text before a place, as far as it is looked at; of a word that is cut nothing.
pub(super) fn before(prose: &str, start: usize) -> &str {
    let Some(from) = start.checked_sub(FAR) else { return &prose[..start] };
    let from = (from..=start).find(|at| prose.is_char_boundary(*at)).unwrap_or(start);
    prose[from..start].split_once([' ', '\n']).map_or("", |(_, rest)| rest)
}

/// The text behind a place, as far as it is looked at; of a word that is cut nothing.
fn behind(prose: &str, end: usize) -> &str {
    let to = end + FAR;
    if to >= prose.len() {
        return &prose[end..];
    }
    let to = (end..=to).rev().find(|at| prose.is_char_boundary(*at)).unwrap_or(end);
    prose[end..to].rsplit_once([' ', '\n']).map_or("", |(rest, _)| rest)
}

/// True if a document of the writer's own stands right before: "our procedure A.9.2.1".
fn is_possessed(prose: &str, start: usize) -> bool {
    let mut words = before(prose, start).trim_end_matches(' ').rsplit([' ', '\n']).map(str::to_lowercase);
    words.next().is_some_and(|word| DOCUMENTS.contains(word.as_str()))
        && words.take(3).any(|word| POSSESSIVES.contains(word.as_str()))
}

/// True if the bare number of another standard stands right before: "42001 A.6.2.4".
fn follows_number(prose: &str, start: usize) -> bool {
    let head = prose[..start].trim_end_matches([' ', ':', '-', '(']);
    let rest = head.trim_end_matches(|one: char| one.is_ascii_digit());
    let is_apart = !rest.ends_with(|one: char| one.is_alphanumeric() || one == '.');
    let number = head[rest.len()..].parse().ok().filter(|number| *number > 999 && is_apart && start - head.len() < 4);
    number.is_some_and(|number: u32| {
        let all = catalogue::parts(Series::International, number);
        !all.is_empty() && !all.iter().any(|one| table::is_of_controls(one.id))
    })
}

/// True if the word before says of what it is a part.
fn is_part(prose: &str, start: usize) -> bool {
    let head = prose[..start].trim_end_matches([' ', '\n', '-', '(', '"', '\'', '*']);
    if start - head.len() > 3 || head.is_empty() {
        return false;
    }
    let (word, _) = last_word(head.trim_end_matches('.'));
    let is_section = words::class(word) == Some(Word::Part(Form::Section)) && word.chars().count() > 3;
    let lower = word.to_lowercase();
    let is_thing = THINGS.contains(lower.as_str()) || (lower == "policy" && is_alone(head, word));
    let is_annexed = || words::class(word) == Some(Word::Annex) && is_of_thing(head, word);
    words::is_own(word)
        || is_section
        || is_thing
        || is_annexed()
        || is_contract_annex(head)
        || words::joined(head).is_some_and(|(word, _)| word == Word::Own)
}

/// How many words a collection may have behind its name: "NIST SP 800-53 Rev. 4".
const TAIL: usize = 4;

/// True if the name of another collection stands right before, with its number.
fn follows_collection(prose: &str, start: usize, inside: &impl Fn(usize) -> bool) -> bool {
    let mut head = before(prose, start);
    let offset = start - head.len();
    head = head.trim_end_matches(' ');
    let (mut is_numbered, mut has_part) = (false, false);
    for _ in 0..TAIL {
        let from = head.rfind([' ', '\n', '/', '(', '|']).map_or(0, |at| at + 1);
        let word = head[from..].trim_end_matches(':');
        let name = word.trim_end_matches(|one: char| one.is_ascii_digit() || matches!(one, '-' | '.'));
        is_numbered |= name.len() < word.len();
        // Without a number a SOC is a room full of people.
        let is_weak = (has_part && WEAK_COLLECTIONS.contains(name)) || (name == "SOC" && !is_numbered);
        let is_small = name.len() > SMALL && COLLECTIONS.iter().any(|one| one.eq_ignore_ascii_case(name));
        if (COLLECTIONS.contains(name) || COLLECTIONS.contains(word) || is_small) && !is_weak {
            return !inside(offset + from);
        }
        let is_part = matches!(words::class(name), Some(Word::Part(_))) || COLLECTION_PARTS.contains(name);
        let goes_on = name.is_empty() || COLLECTION_TAILS.contains(name) || is_part;
        has_part |= is_part;
        if !goes_on || word.is_empty() || word.ends_with(',') {
            return false;
        }
        head = head[..from].trim_end_matches(' ');
    }
    false
}

/// True if the word before a number, "clause", has the name of another text before it: "PCI DSS clause 11.5", "IATF 16949
/// clause 8.5.2".
pub(super) fn is_of_other(prose: &str, start: usize, inside: &impl Fn(usize) -> bool) -> bool {
    if follows_collection(prose, start, inside) {
        return true;
    }
    let head = before(prose, start);
    let offset = start - head.len();
    if let Some(head) = head.trim_end_matches(' ').strip_suffix('§') {
        let is_named = (0..head.len()).any(|at| inside(offset + at));
        return !is_named && is_before_sign(head) || body::follows(prose, start, inside);
    }
    let head = head.trim_end_matches(|one: char| !one.is_alphanumeric());
    // In a text of capitals no word is a name.
    if !head.contains(char::is_lowercase) {
        return false;
    }
    let mut head = head[..last_word(head).1].trim_end_matches([' ', '\n', ',']);
    // "PCI DSS v4.0, clause 11.5".
    let last = head.rfind([' ', '\n']).map_or(0, |at| at + 1);
    if head[last..].strip_prefix(['v', 'V']).is_some_and(|rest| rest.starts_with(|one: char| one.is_ascii_digit())) {
        head = head[..last].trim_end_matches([' ', '\n', ',']);
    }
    let mut names = head.rsplit([' ', '\n', '(', '/', '|']);
    let first = names.next().unwrap_or_default();
    if first.is_empty() || inside(offset + head.len() - first.len()) || first.ends_with([';', ':', '.', ')']) {
        return false;
    }
    if THINGS.contains(first.to_lowercase().as_str()) {
        return true;
    }
    let digits = first.split([':', '-', '.']).next().unwrap_or_default();
    match digits.parse::<u32>() {
        Ok(number) if digits.len() > 3 => {
            let is_year = first.len() == 4 && (1990..2040).contains(&number);
            !is_year && !catalogue::knows_number(number)
        }
        Ok(_) => names.next().is_some_and(is_name),
        Err(_) => is_name(first),
    }
}

/// True if a text that a section sign follows ends with the abbreviation of another text behind a number that has none: "§8.3, KLMX
/// §6.6".
fn is_before_sign(head: &str) -> bool {
    let head = head.trim_end();
    let head = head.trim_end_matches(':');
    let (rest, word) = head.split_at(head.rfind([' ', ',', ';', '|', '(', '/', '\n']).map_or(0, |at| at + 1));
    let item = &rest[rest.trim_end().rfind([',', ';', '|', '(', '/', '\n']).map_or(0, |at| at + 1)..];
    // In a text of capitals a word among others is no name.
    let is_alone =
        || !item.contains(char::is_alphabetic) && !words::joins(&format!(" {word} ")) && !words::is_small(word);
    rest.contains('§')
        && is_name(word)
        && words::class(word).is_none()
        && (head.contains(char::is_lowercase) || is_alone())
}

/// True for the name of another collection, or an abbreviation that may be one: "PCI", "FitSM".
pub(super) fn is_of_collection(word: &str) -> bool {
    COLLECTIONS.contains(word) || is_name(word)
}

/// True for the abbreviation of another text: "DSS", "FitSM", "C5", but not for that of the writer's own system.
fn is_name(word: &str) -> bool {
    let capitals = word.chars().filter(|one| one.is_uppercase()).count();
    let has_figure = capitals == 1 && word.len() < 4 && word.ends_with(|one: char| one.is_ascii_digit());
    (capitals > 1 || has_figure)
        && !OWN_INITIALS.contains(word)
        && word.chars().all(|one| one.is_alphanumeric() || one == '-')
}

/// The longest name, in bytes, that counts in capitals only.
const SMALL: usize = 4;

/// True if a word that a head ends with has no name of its own before it: "see Policy", "group policy".
fn is_alone(head: &str, word: &str) -> bool {
    let rest = head[..head.len() - word.len()].trim_end();
    let (before, _) = last_word(rest);
    let is_name = word.starts_with(char::is_uppercase) && before.starts_with(char::is_lowercase);
    is_name
        || before.is_empty()
        || words::is_small(before)
        || POSSESSIVES.contains(before.to_lowercase().as_str())
        || before == "as"
}

/// True if the word before the one that a head ends with is a text with annexes of its own: "Contract Annex".
fn is_of_thing(head: &str, word: &str) -> bool {
    let rest = head[..head.len() - word.len()].trim_end();
    rest.len() < head.len() - word.len() && THINGS.contains(last_word(rest).0.to_lowercase().as_str())
}

/// True if what follows says that a number stands in another collection: "im BSI-Grundschutz-Baustein".
fn is_in_collection(prose: &str, end: usize) -> bool {
    let mut words = behind(prose, end).split([' ', '\n', '-']).filter(|word| !word.is_empty());
    words.next().is_some_and(|word| matches!(word, "im" | "in" | "from" | "aus"))
        && words.take(3).find(|word| !ARTICLES.contains(word)).is_some_and(|word| COLLECTIONS.contains(word))
}

/// True if a head ends with an annex of a contract, in scripts without spaces.
fn is_contract_annex(head: &str) -> bool {
    let is_annex = words::joined(head).is_some_and(|(word, _)| word == Word::Annex);
    let line = before(head, head.len());
    is_annex && ["合同", "契約", "契约"].iter().any(|word| line.contains(word))
}

/// True if the line of a number goes on with the dots of a table of contents.
fn is_of_contents(prose: &str, end: usize) -> bool {
    let line = behind(prose, end);
    line.lines().next().is_some_and(|line| line.contains("....."))
}

/// The longest words, in bytes, that lead to a number.
const LEAD: usize = 64;

/// True if the words before a colon right before a number name what it is of: "Customer contract: A.9.2.2".
fn is_led(prose: &str, start: usize, inside: &impl Fn(usize) -> bool) -> bool {
    let head = before(prose, start);
    let offset = start - head.len();
    let Some(head) = head.trim_end_matches([' ', '*', '"']).strip_suffix(':') else { return false };
    let lead = &head[head.rfind(['\n', ';', '.', '|', ',']).map_or(0, |at| at + 1)..];
    let from = offset + head.len() - lead.len();
    lead.len() <= LEAD
        && !(from..from + lead.len()).any(inside)
        && (appendix::annex(lead) == appendix::Annex::Own
            || appendix::names_contract(lead)
            || others::in_label(lead, false) != Near::Nobody
            || has_word(lead, OWN_HEADINGS))
}

/// True if what follows a number says that it is of a text of the writer's own: "annexe A.9.2 du contrat".
pub(super) fn is_of_own_text(prose: &str, end: usize) -> bool {
    let plain = |word: &str| word.trim_matches(|one: char| !one.is_alphanumeric()).to_lowercase();
    let mut words = behind(prose, end).split([' ', '\n', '’', '\'']).map(plain).filter(|word| !word.is_empty());
    let is_of = words.next().is_some_and(|word| OWNERS.contains(word.as_str()));
    let is_article = |word: &String| ARTICLES.contains(word.as_str()) || OWNERS.contains(word.as_str());
    let mut rest = words.skip_while(is_article);
    is_attached(prose, end)
        || is_of && rest.next().is_some_and(|word| appendix::is_own_text(&word) || THINGS.contains(word.as_str()))
}

/// True if what follows says that a number is that of an annex to the text itself: "Annex A.9 to this agreement".
fn is_attached(prose: &str, end: usize) -> bool {
    let plain = |word: &str| word.trim_matches(|one: char| !one.is_alphanumeric()).to_lowercase();
    let mut words = behind(prose, end).split([' ', '\n']).filter(|word| !word.is_empty());
    let is_led = words.next().is_some_and(|word| ATTACHINGS.contains(word));
    let mut words = words.map(plain).skip_while(|word| ARTICLES.contains(word.as_str()));
    is_led
        && words.next().is_some_and(|word| THESE.contains(word.as_str()))
        && words.next().is_some_and(|word| appendix::is_own_text(&word))
}

/// True if what follows says whose it is: "of this agreement", "and Annex A.6.4 of ETSI EN 319 401". A designation says
/// so too, but that is for others to judge.
fn is_owned(prose: &str, end: usize, inside: &impl Fn(usize) -> bool) -> bool {
    let mut at = end;
    let mut is_of = false;
    for word in behind(prose, end).split([' ', '\n', '’', '\'']).take(REACH) {
        let start = at;
        at += word.len() + prose[(at + word.len()).min(prose.len())..].chars().next().map_or(0, char::len_utf8);
        let plain = word.trim_matches(|one: char| !one.is_alphanumeric());
        let lower = plain.to_lowercase();
        if !is_of {
            is_of = OWNERS.contains(word);
            if is_of || goes_on(word) {
                continue;
            }
            return false;
        }
        if ARTICLES.contains(lower.as_str()) || OWNERS.contains(lower.as_str()) {
            continue;
        }
        let is_one = words::class(plain).is_some() || STANDARDS.contains(lower.as_str());
        let is_year = year::is_written(plain);
        let from = start + word.find(plain).unwrap_or_default();
        return !plain.is_empty() && !is_one && !is_year && !inside(from);
    }
    false
}

/// How far before a number an annex that it belongs to is looked for, in bytes.
const ANNEX: usize = 80;

/// True if an annex of something else is named before a number in its sentence: "Annex A of the plan, A.9.1.1",
/// "Appendix A: A.9.1.1".
pub(super) fn follows_annex(prose: &str, start: usize, inside: &impl Fn(usize) -> bool) -> bool {
    let mut from = start.saturating_sub(ANNEX);
    while !prose.is_char_boundary(from) {
        from += 1;
    }
    let head = &prose[from..start];
    let head = &head[head.rfind([';', '\n', '|']).map_or(0, |at| at + 1)..];
    let begin = start - head.len();
    let is_owned_one = |one: &Locality| is_owned(&prose[..start], begin + one.range.end, inside);
    let is_appendix = |one: &Locality| appendix::is_appendix(last_word(head[..one.range.start].trim_end()).0);
    head.contains('A') && annexes(head).last().is_some_and(|one| is_appendix(one) || is_owned_one(one))
}

/// How many words behind a number are looked at.
const REACH: usize = 8;

/// True for what may stand between a number and the word that says whose it is: further numbers of its list.
pub(super) fn goes_on(word: &str) -> bool {
    let plain = word.trim_matches([',', ';']);
    let is_number = plain.contains('.') && plain.chars().all(|one| one == 'A' || one == '.' || one.is_ascii_digit());
    plain.is_empty() || is_number || words::class(plain) == Some(Word::Annex) || words::joins(&format!(" {plain} "))
}

#[cfg(test)]
mod tests {
    use super::super::scan::find;

    #[test]
    fn words_around_a_number_claim_it() {
        let is_foreign = |text: &str| find(text, &[])[0].is_foreign;
        for text in [
            "table A.9.2.1",
            "Appendix A.9.2.1",
            "EN 301 549 A.9.1.1",
            "NIST SP 800-53 Rev. 4 A.12.1",
            "Section A.9.1.1 of the plan",
            "A.9.1.1 of this Agreement",
            "Annex A.12.2 and Annex A.6.4 of ETSI EN 319 401",
            "Annex A.9 of the tender",
            "A.9.2.1 des Vertrags",
            "42001 A.6.2.4",
            "CIS Control A.5.1.2",
            "Annex A of the plan, A.9.1.1",
            "Appendix A, A.9.1.1",
            "NIST SP 800-53 control A.9.2.1",
            "see Annex A to the tender and Annex A of our manual: A.9.1.1",
            "CIS: A.9.2.1",
            "SOC 2 controls A.9.2.1",
            "Our AI management system has A.9.2.1",
            "AIMS controls (A.6.2.4)",
            "our change procedure A.12.1.2",
            "A.9.2.1 dieses Handbuchs",
        ] {
            assert!(is_foreign(text), "{text}");
        }
        for text in [
            "control A.9.2.1",
            "Annex A.9.2.1",
            "see A.9.2.1 of the standard",
            "CIS 5, A.9.2.1",
            "MFA A.9.4.2",
            "The AIMS is new. A.9.2.1",
            "the access control policy A.9.1.1",
            "A.9.2.1 dieser Norm",
            "A.9.2.1 in our list",
            "2013 A.9.2.1",
            "our SOC control A.12.4.1",
            "Annex A of the standard, A.9.2.1",
            "Annex A, A.9.2.1 and A.9.2.2",
        ] {
            assert!(!is_foreign(text), "{text}");
        }
    }
}
