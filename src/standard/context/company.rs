//! Entries of the history of a company, under a heading such as "Company history": each begins with a day that has passed and
//! tells of a certificate.

use super::cue::{Scope, folded};
use super::date::{self, says_coming_year};
use super::duty::speaks_of_owners;
use super::judge::{BlockCitations, Judge};
use super::label::LABEL;
use super::lexicon::{CERTIFICATES, CERTIFICATES_JOINED_AS_WRITTEN, COMPANY_HISTORIES, SINCES_JOINED_ALL};
use super::word::{has_joined_denial, is_denial, is_since_somewhere, words};
use crate::document::Kind;
use crate::year;

/// Longest entry, in bytes.
const ENTRY: usize = 160;

impl Judge<'_> {
    /// Why the citation of an entry is history: the heading above says that the entries tell the history of a company, and
    /// this one begins with a day that has passed and tells of a certificate that was reached then.
    pub(super) fn by_company_history(
        &self,
        block_at: usize,
        citations: BlockCitations<'_>,
        index: usize,
    ) -> Option<String> {
        let block = &self.document().blocks[block_at];
        let text = block.prose.text().trim();
        if block.kind != Kind::Item || citations.len() != 1 || text.len() > ENTRY {
            return None;
        }
        let day = day_ahead(text).filter(|day| date::has_passed(day, self.on))?;
        let heading = self.outline().headings(block_at).next().map(|at| self.document().blocks[at].prose.text())?;
        let is_history = heading.len() <= LABEL && COMPANY_HISTORIES.contains(folded(heading).trim());
        if !is_history || !tells_of_certificate(&text[day.len()..]) || speaks_of_owners(text) {
            return None;
        }
        let sentence = self.sentence(block_at, citations, &citations[index]);
        let holds = says_coming_year(text, self.on)
            || sentence.is_now()
            || !sentence.is_last()
            || sentence.hits_of(Scope::Lasting).next().is_some();
        (!holds).then(|| format!("its line begins with \"{}\" under \"{}\"", day.trim(), heading.trim()))
    }
}

/// The day that a text begins with, whose year stands first: "2009", "2002年3月", "2014년 5월".
fn day_ahead(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(digits..).filter(|_| digits == year::DIGITS)?;
    let is_day = |one: char| one.is_ascii_digit() || "年月日년월일./- ".contains(one);
    let end = digits + rest.find(|one: char| !is_day(one)).unwrap_or(rest.len());
    // Figures at its end may be those of something else: "2009 10 certificates".
    Some(&text[..end])
}

/// True if a text tells of a certificate, that it is not denied and not the beginning of what lasts.
fn tells_of_certificate(text: &str) -> bool {
    let lower = text.to_lowercase();
    let begins = |word: &str| CERTIFICATES.iter().any(|head| word.starts_with(head));
    let is_named = words(&lower).any(begins) || CERTIFICATES_JOINED_AS_WRITTEN.iter().any(|word| lower.contains(word));
    is_named
        && !words(&lower).any(|word| is_denial(word) || is_since_somewhere(word))
        && !has_joined_denial(&lower)
        && !SINCES_JOINED_ALL.iter().any(|word| lower.contains(word))
}
