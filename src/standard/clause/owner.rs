//! Whose a number is by the words behind it: "section 12.4.1 of the agreement", "section 9.7.3 below", "12.6.1 (PCI DSS)".

use super::appendix;
use super::claim;
use super::lexicon::{
    ARTICLES, ASKING, EDITIONS, GENITIVES, MASCULINES, MERGED_OWNERS, NAMELESS_INITIALS, OPEN_OWNERS, OWNERS,
    PHRASE_ENDS, PLACES, POINTERS, POSSESSIVES, STANDARDS, TEXT_HEADS, TEXTS, THESE, THINGS,
};
use super::mention::Near;
use super::others;
use super::words::{self, Word, beginning, first_word};

/// How far behind a number the words are looked at, in bytes.
const FAR: usize = 160;

/// How many words behind "of" are looked at for a noun that tells the owner.
const PHRASE: usize = 5;

/// How many further numbers of a list are passed.
const LISTED: usize = 8;

/// The longest name in brackets, in bytes.
const BRACKET: usize = 60;

/// True if the words behind the number that ends at `end` make it one of another text than a standard. `inside` tells what
/// belongs to designations.
pub(super) fn follows(prose: &str, end: usize, inside: &impl Fn(usize) -> bool) -> bool {
    // Most numbers end their phrase.
    let next = prose[end..].trim_start_matches([' ', '\n']);
    if !next.starts_with(|one: char| one.is_alphabetic() || matches!(one, '(' | '[' | ',' | '-' | '–' | '&')) {
        return false;
    }
    let end = past_list(prose, end);
    let behind = &prose[end..];
    let text = behind.trim_start_matches([' ', '\n']);
    let start = end + behind.len() - text.len();
    if text.starts_with(['(', '[']) {
        return in_bracket(prose, start, inside);
    }
    if text.len() == behind.len() || !text.starts_with(char::is_alphabetic) {
        return false;
    }
    points(text) || is_of_text(prose, start, inside) || is_of_name(text)
}

/// True if the name of another collection stands right behind a number and ends the phrase: "12.6.1 PCI DSS".
fn is_of_name(text: &str) -> bool {
    if !claim::is_of_collection(first_word(text)) {
        return false;
    }
    let phrase = beginning(text, FAR);
    let phrase = &phrase[..phrase.find([',', ';', '.', ')', '|', '\n']).unwrap_or(phrase.len())];
    !phrase.contains(|one: char| one.is_ascii_digit())
        && others::in_label(phrase, false) != Near::Nobody
        && others::is_sole(phrase)
}

/// The end of the list that a number is one of: "sections 9.2, 9.4 and 9.7 of the plan".
fn past_list(prose: &str, end: usize) -> usize {
    let mut end = end;
    for _ in 0..LISTED {
        let behind = &prose[end..];
        let Some(digit) = behind.find(|one: char| one.is_ascii_digit()).filter(|at| *at <= GAP) else { break };
        let gap = &behind[..digit];
        let number = &behind[digit..];
        let length = number.find(|one: char| !one.is_ascii_digit() && one != '.').unwrap_or(number.len());
        let number = number[..length].trim_end_matches('.');
        // Only numbers of levels: "9.7.3 and 14 of the team".
        if !number.contains('.') || !(words::joins(gap) || words::spans(gap)) {
            break;
        }
        end += digit + number.len();
    }
    end
}

/// The longest gap between the numbers of a list, in bytes.
const GAP: usize = 12;

/// True if a text begins with a word that points to a place in the same text and ends the phrase.
fn points(text: &str) -> bool {
    let word = first_word(text).to_lowercase();
    if !POINTERS.iter().any(|one| first_word(one) == word) {
        return false;
    }
    let lower = beginning(text, FAR).to_lowercase();
    let found = POINTERS.iter().filter(|one| lower.starts_with(one)).map(str::len).max();
    found.is_some_and(|length| {
        let rest = lower[length..].trim_start_matches(' ');
        !rest.starts_with(|one: char| one.is_alphanumeric() || one == '-') || words::is_predicate(first_word(rest))
    })
}

/// True if "of" begins a phrase at `start` whose noun is another text than a standard.
fn is_of_text(prose: &str, start: usize, inside: &impl Fn(usize) -> bool) -> bool {
    let text = beginning(&prose[start..], FAR);
    let word = first_word(text);
    // "9.2.1 Der Umgang mit Konten" is a title.
    if word.starts_with(char::is_uppercase) {
        return false;
    }
    let is_merged = MERGED_OWNERS.contains(word);
    let is_owner = is_merged || OWNERS.contains(word);
    let is_place = PLACES.contains(word);
    if !is_owner && !is_place && word != "i" {
        // "Punkt 9.7.3 umowy": in some languages the noun alone tells.
        return GENITIVES.contains(word);
    }
    let mut phrase = Phrase {
        is_determined: is_owner && !OPEN_OWNERS.contains(word),
        is_this: THESE.contains(word),
        at: word.len(),
        nouns: 0,
        is_name: false,
    };
    loop {
        let own = phrase.next_word(text);
        let at = start + phrase.at - own.len();
        if inside(at) {
            return false;
        }
        if own.is_empty() || words::is_predicate(own) || phrase.nouns == PHRASE {
            return is_owner && phrase.is_determined && phrase.nouns == 1 && phrase.is_name;
        }
        let lower = own.to_lowercase();
        if phrase.passes(&lower) {
            continue;
        }
        if phrase.nouns > 0 && (PLACES.contains(&lower) || PHRASE_ENDS.contains(&lower)) {
            return false;
        }
        let is_own_document = phrase.is_this && lower.starts_with("do") && appendix::is_own_text(&lower);
        if !is_own_document && is_of_standard(&lower) {
            return false;
        }
        let is_named = claim::is_of_collection(own) && text.contains(char::is_lowercase);
        let is_nominative = word == "der" && MASCULINES.iter().any(|one| lower.ends_with(one));
        if is_nominative {
            return false;
        }
        let behind = &text[phrase.at..];
        if is_named || (!is_place && is_text(&lower) && !is_headed(&lower, behind)) {
            return !is_of_publisher(behind) && !precedes(prose, at + own.len(), inside);
        }
        phrase.nouns += 1;
        phrase.is_name = is_acronym(own, text);
    }
}

/// True if the noun of a text tells only the kind of the next one.
fn is_headed(lower: &str, behind: &str) -> bool {
    let next = first_word(behind.trim_start_matches([' ', '\n'])).to_lowercase();
    TEXT_HEADS.contains(next.as_str()) && !(ASKING.contains(lower) && next == "requirements")
}

/// True if the words behind a noun say that it is one of ISO: "des Dokuments der ISO".
fn is_of_publisher(behind: &str) -> bool {
    let mut words = behind.split([' ', '\n']).filter(|word| !word.is_empty()).take(3);
    let is_of = words.next().is_some_and(|word| OWNERS.contains(word) || MERGED_OWNERS.contains(word));
    let publisher = words.find(|word| !ARTICLES.contains(word)).map(first_word);
    is_of && publisher.is_some_and(|word| matches!(word, "ISO" | "IEC"))
}

/// True for a name in capitals, such as that of a contract, where not all is in capitals.
fn is_acronym(own: &str, text: &str) -> bool {
    (2..=6).contains(&own.len())
        && own.bytes().all(|one| one.is_ascii_uppercase())
        && !NAMELESS_INITIALS.contains(own)
        && text.contains(char::is_lowercase)
}

/// How far a phrase behind "of" is read.
struct Phrase {
    /// An article stands in it.
    is_determined: bool,
    /// A word that points to the text itself does.
    is_this: bool,
    /// Bytes that are read.
    at: usize,
    /// How many words that are no articles.
    nouns: usize,
    /// The last of them is a name in capitals.
    is_name: bool,
}

impl Phrase {
    /// The next word, of one with hyphens the last part; nothing where a sign ends the phrase.
    fn next_word<'a>(&mut self, text: &'a str) -> &'a str {
        let rest = &text[self.at..];
        let gap = rest.find(|one: char| !matches!(one, ' ' | '\n' | '’' | '\'' | '"' | '“' | '„' | '«'));
        let rest = &rest[gap.unwrap_or(rest.len())..];
        let mut own = first_word(rest);
        self.at = text.len() - rest.len() + own.len();
        while let Some(next) = text[self.at..].strip_prefix('-').map(first_word).filter(|next| !next.is_empty()) {
            own = next;
            self.at += 1 + own.len();
        }
        own
    }

    /// Notes an article or a word like it, and tells if the word is one.
    fn passes(&mut self, lower: &str) -> bool {
        if self.nouns > 0 {
            return false;
        }
        let (is_this, is_of) = (THESE.contains(lower) || POSSESSIVES.contains(lower), OWNERS.contains(lower));
        let is_article = ARTICLES.contains(lower) || is_this;
        self.is_determined |= is_article;
        self.is_this |= is_this;
        is_article || is_of
    }
}

/// True if a designation stands right behind a word, or behind one more: "of the document ISO 9001".
fn precedes(prose: &str, end: usize, inside: &impl Fn(usize) -> bool) -> bool {
    let rest = prose[end..].trim_start_matches([' ', '\n']);
    let start = prose.len() - rest.len();
    let next = start + first_word(rest).len();
    inside(start) || (next > start && prose[next..].starts_with(' ') && inside(next + 1))
}

/// True for a word for a standard or a part of one.
fn is_of_standard(lower: &str) -> bool {
    let is_part = matches!(words::class(lower), Some(Word::Part(_) | Word::Annex)) && !appendix::is_appendix(lower);
    STANDARDS.contains(lower) || EDITIONS.contains(lower) || is_part || lower.starts_with("normdoku")
}

/// True for a word for a text with sections of its own.
fn is_text(lower: &str) -> bool {
    let is_compound = |one: &str| one.len() >= COMPOUND && lower.ends_with(one);
    appendix::is_own_text(lower)
        || appendix::is_appendix(lower)
        || TEXTS.contains(lower)
        || THINGS.contains(lower)
        || TEXTS.iter().any(is_compound)
}

/// The shortest word for a text, in bytes, that others are put together with: "Sicherheitskonzepts".
const COMPOUND: usize = 6;

/// True if a bracket right behind a number holds nothing but the name of another collection or law: "12.6.1 (PCI DSS)"; or,
/// where the number before has a designation in its own bracket, a contract: "8.2 (ISO 22301), 9.7 (supply contract)".
fn in_bracket(prose: &str, start: usize, inside: &impl Fn(usize) -> bool) -> bool {
    let text = &prose[start + 1..];
    let Some(length) = text.bytes().take(BRACKET).position(|one| matches!(one, b')' | b']')) else { return false };
    let label = &text[..length];
    // "clause 9.7 (and GDPR Article 32)" goes on.
    let first = label.trim_start();
    if first.starts_with(['&', '+']) || (!first_word(first).is_empty() && words::joins(first_word(first))) {
        return false;
    }
    let is_cited = || (start + 1..start + 1 + length).any(inside);
    let is_other = || others::in_label(label, false) != Near::Nobody && others::is_sole(label);
    let is_contract = || appendix::names_contract(label) && follows_bracket(prose, start, inside);
    (is_other() || is_contract()) && !is_cited()
}

/// True if the item of a list before the number whose bracket opens at `start` ends with a designation in brackets.
fn follows_bracket(prose: &str, start: usize, inside: &impl Fn(usize) -> bool) -> bool {
    let head = prose[..start].trim_end().trim_end_matches(|one: char| one.is_ascii_digit() || one == '.');
    let Some(close) = head.rfind([')', ']']) else { return false };
    words::joins(&head[close + 1..]) && close > 0 && inside(close - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_owned(text: &str) -> bool {
        let number = text.find("9.7").expect("the number is there");
        let length =
            text[number..].find(|one: char| !one.is_ascii_digit() && one != '.').unwrap_or(text.len() - number);
        let designation = text.find("ISO").map_or(0..0, |at| at..at + "ISO 22301".len());
        follows(text, number + length, &|at| designation.contains(&at))
    }

    #[test]
    fn words_behind_a_number_tell_whose_it_is() {
        for text in [
            "section 9.7.3 of the supply agreement",
            "section 9.7 of our lamp concept shall",
            "sections 9.7, 9.8 and 9.9 of the tender",
            "section 9.7.3 below",
            "section 9.7 above.",
            "section 9.7 hereof,",
            "requirement 9.7 of PCI DSS",
            "requirement 9.7.3 of the PCI DSS standard",
            "Article 9.7 of Regulation (EU) 7/77",
            "section 9.7 of this document",
            "Ziffer 9.7.3 des Vertrags",
            "Kapitel 9.7 dieses Handbuchs",
            "Abschnitt 9.7.3 unten",
            "l'article 9.7.3 du contrat",
            "la cláusula 9.7.3 del contrato",
            "la clausola 9.7.3 del contratto",
            "cláusula 9.7.3 do contrato",
            "artikel 9.7.3 van de overeenkomst",
            "punkt 9.7.3 i avtalet",
            "punkt 9.7.3 umowy",
            "9.7.3 (PCI DSS)",
            "9.7.3 PCI DSS, 9.8",
            "9.7 (CIS v8)",
            "8.7.3 (ISO 22301), 9.7.3 (service contract)",
            "section 9.7.3 of the KLMX.",
            "requirement 9.7 of the tender requirements",
            "Abschnitt 9.7.3 des Betriebskonzepts",
            "Abschnitt 9.7.3 der Verordnung",
            "section 9.7.3 of the Data-Lamp-Agreement",
        ] {
            assert!(is_owned(text), "{text}");
        }
    }

    #[test]
    fn a_standard_is_no_other_owner() {
        for text in [
            "clause 9.7.3",
            "clause 9.7.3 of the standard",
            "clause 9.7.3 of that standard applies",
            "clause 9.7.3 of the international standard",
            "clause 9.7.3 of ISO 22301",
            "clause 9.7.3 of the document ISO 22301",
            "clause 9.7.3 of which asks for it",
            "clause 9.7 of the latest edition",
            "clause 9.7 of the 2018 edition",
            "clauses 9.7 and 9.8 of the standard",
            "clause 9.7.3 above all",
            "clause 9.7.3 of Part 1",
            "clause 9.7 in our handbook",
            "clause 9.7 of the document",
            "Abschnitt 9.7.3 der Norm",
            "Abschnitt 9.7.3 dieser Norm",
            "Abschnitt 9.7.3 der aktuellen Ausgabe",
            "l'article 9.7.3 de la norme",
            "cláusula 9.7.3 de la misma",
            "9.7.3 Der Umgang mit Lampen",
            "clause 9.7.3 (lamp contracts)",
            "clause 9.7.3 (see GDPR)",
            "clause 9.7.3 (ISO 22301)",
            "clause 9.7.3 of the SMS",
            "CLAUSE 9.7.3 OF THE INTERNATIONAL STANDARD",
            "clause 9.7.3 of lamps",
            "9.7.3 NIST SP 800-53 SC-12",
            "9.7.3, PCI DSS",
            "clauses 9.7 and 9.8 do not apply",
            "clause 9.7.3 of the lamp criteria",
            "clause 9.7.3 of our lamp management system",
            "Abschnitt 9.7.3 des Managementsystems",
            "cláusula 9.7.3 del estándar",
            "cláusula 9.7.3 del documento normativo",
            "paragraaf 9.7.3 van het normdocument",
            "l'article 9.7.3 du système de management",
            "clause 9.7.3 of the policy requirements",
            "clause 9.7.3 of the contract management requirements",
            "clause 9.7.3 of the agreement-based lamp model",
            "clause 9.7.3 of the agreement standard",
            "Abschnitt 9.7.3 des Dokuments der ISO",
            "clause 9.7.3 of the EMS.",
            "Abschnitt 9.7.3 der Vertrag zu lesen ist",
            "Abschnitt 9.7.3 der Umgang mit dem Handbuch zu regeln ist",
            "Abschnitt 9.7.3 unserer Meinung nach gilt",
            "clause 9.7.3 (and PCI DSS 12)",
            "Abschnitt 9.7.3 (und DSGVO Artikel 32)",
        ] {
            assert!(!is_owned(text), "{text}");
        }
    }
}
