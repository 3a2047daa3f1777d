//! What was reached in a year that has passed, in languages of which the tenses are not known: "W 2010 roku firma uzyskała
//! certyfikat ISO 9001:2008", "于2012年通过了ISO 9001:2008认证".

use std::ops::Range;

use jiff::civil::Date;

use super::cue::Scope;
use super::date::{is_over, says_coming_year};
use super::lexicon::{
    ADVERBS_JOINED, AND_ALSO, BESIDE_YEARS, CERTIFICATE_STEMS, CERTIFICATES_JOINED, FURTHER_GAINS, SINCES,
    SINCES_JOINED,
};
use super::sentence::Sentence;
use super::word::{
    has_joined_denial, is_bare_feat, is_denial, is_filler, is_preposition, is_speaker, joined_feats, month,
};

/// How many words may stand before the year with which the sentence begins: "w grudniu".
const HEAD: usize = 3;

/// How many words may stand between the year and the verb, and between the verb and the citation.
const SUBJECT: usize = 5;

/// How many words may stand behind the citation.
const BEHIND: usize = 8;

/// Longest stretch between the year and the citation, and behind the citation, in scripts without spaces, in bytes.
const STRETCH: usize = 60;

impl Sentence<'_> {
    /// Why the citation is history, if the sentence tells in which year that has passed its certificate was reached, and
    /// nothing more, and what follows does not say that it holds.
    pub(super) fn by_gain(&self, own: &Range<usize>, on: Date) -> Option<String> {
        let head = &self.lower[..own.start - self.start];
        let year = self.year_reached(head, own, on).or_else(|| self.year_reached_joined(head, own, on))?;
        (self.is_all(on) && !self.is_broken(&(self.start..own.start)))
            .then(|| format!("\"{year}\" has passed, and the verb stands in the past"))
    }

    /// The same in scripts without spaces alone, where words for what was reached may be words of use.
    pub(super) fn by_joined_gain(&self, own: &Range<usize>, on: Date) -> Option<String> {
        let head = &self.lower[..own.start - self.start];
        let year = self.year_reached_joined(head, own, on).filter(|_| self.is_all(on))?;
        Some(format!("\"{year}\" has passed, and the verb stands in the past"))
    }

    /// The year with which the sentence begins, if a verb tells that a certificate was reached then.
    fn year_reached<'t>(&self, head: &'t str, own: &Range<usize>, on: Date) -> Option<&'t str> {
        if head.contains([',', ':', ';', '(', '|']) {
            return None;
        }
        let words: Vec<&str> = head.split(|one: char| !one.is_alphanumeric()).filter(|one| !one.is_empty()).collect();
        let is_year =
            |word: &&str| word.len() == 4 && word.parse().is_ok_and(|year: i16| (1990..on.year()).contains(&year));
        let at = words.iter().take(HEAD + 1).position(|word| is_year(word) && is_over("", word, on))?;
        let is_small = |word: &&str| {
            is_filler(word) || is_preposition(word) || month(word).is_some() || BESIDE_YEARS.contains(word)
        };
        if words[..(at + 3).min(words.len())].iter().any(|word| SINCES.contains(word)) {
            return None;
        }
        if !words[..at].iter().all(|word| is_small(word) && !is_speaker(word)) {
            return None;
        }
        let tail = &self.lower[own.end - self.start..];
        if tail.contains([',', ':', ';', '(', '–', '—', '|']) || words.iter().any(|word| is_denial(word)) {
            return None;
        }
        let behind: Vec<&str> = tail.split(|one: char| !one.is_alphanumeric()).filter(|one| !one.is_empty()).collect();
        if behind.iter().any(|word| AND_ALSO.contains(word)) {
            return None;
        }
        let is_certificate = |word: &&str| is_certificate(word);
        let rest = &words[at + 1..];
        let reached = match rest.iter().position(|word| is_bare_feat(word)) {
            Some(verb) => {
                let object = &rest[verb + 1..];
                let is_little = |words: &[&str]| words.iter().filter(|word| !is_small(word)).count() <= 1;
                // The subject may stand behind the verb.
                let named = match object.iter().position(is_certificate) {
                    Some(noun) => noun <= 1 && is_little(&object[noun + 1..]),
                    None => object.iter().all(is_small) && behind.iter().take(2).any(is_certificate),
                };
                verb <= SUBJECT && object.len() <= SUBJECT && named
            }
            // The verb may stand at the end.
            None => {
                rest.len() <= SUBJECT
                    && behind.last().is_some_and(|word| is_bare_feat(word))
                    && behind.iter().take(BEHIND / 2).any(is_certificate)
            }
        };
        (reached && behind.len() <= BEHIND).then(|| words[at])
    }

    /// The same in scripts without spaces, in which the clause of the citation names the year.
    fn year_reached_joined<'t>(&self, head: &'t str, own: &Range<usize>, on: Date) -> Option<&'t str> {
        let sign = "年";
        let at = head.rfind(sign).filter(|at| head.len() - at <= 2 * STRETCH)?;
        let year = head.get(at.checked_sub(4)?..at)?;
        let is_past = year.parse().is_ok_and(|year: i16| (1990..on.year()).contains(&year));
        let clause = |text: &str| !text.contains([',', '，', '、', '。', '；', ';', ':', '：', '|']);
        let gap = &head[at + sign.len()..];
        let before = head[..at - 4].trim_end();
        let since = |word: &str| before.ends_with(word) || gap.contains(word);
        if !is_past || !clause(gap) || SINCES_JOINED.iter().any(since) || has_joined_denial(head) {
            return None;
        }
        let tail = &self.lower[own.end - self.start..];
        let end = tail.find([',', '，', '、', '；', ';', ':', '：', '|']).unwrap_or(tail.len());
        let (clause, more) = tail.split_at(end);
        let names = || CERTIFICATES_JOINED.iter().any(|word| clause.contains(word) || gap.contains(word));
        if clause.len() > STRETCH || has_joined_denial(clause) || !names() {
            return None;
        }
        let more = more.trim_start_matches([',', '，', ' ']);
        let goes_on = !more.is_empty() && !FURTHER_GAINS.iter().any(|word| more.starts_with(word));
        let verb = gap.trim_matches(|one: char| !one.is_alphabetic() || "月日初底末".contains(one));
        let verb = ADVERBS_JOINED.iter().find_map(|word| verb.strip_prefix(word)).unwrap_or(verb);
        let is_chinese = || {
            let named = CERTIFICATES_JOINED.iter().any(|word| clause.trim_end().ends_with(word));
            joined_feats().contains(verb) && named && !goes_on
        };
        let ends = || joined_feats().iter().any(|word| clause.trim_end().ends_with(word));
        let is_japanese = || verb == "に" && more.is_empty() && ends();
        (is_chinese() || is_japanese()).then_some(year)
    }

    /// True if the sentence does not say that what was reached holds, and nothing follows it that might.
    fn is_all(&self, on: Date) -> bool {
        self.is_last() && !says_coming_year(&self.lower, on) && self.hits_of(Scope::Lasting).next().is_none()
    }
}

/// True for a word for a certificate, in small letters.
pub(super) fn is_certificate(word: &str) -> bool {
    CERTIFICATE_STEMS.iter().any(|one| word.starts_with(one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_adverb_begins_with_another() {
        let begins = |one: &str| ADVERBS_JOINED.iter().any(|other| one != other && one.starts_with(other));
        assert!(!ADVERBS_JOINED.iter().any(begins), "{ADVERBS_JOINED:?}");
    }
}
