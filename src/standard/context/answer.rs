//! A question whether a citation still holds, with "no" behind it.

use super::super::citation::Citation;
use super::cue::Scope;
use super::judge::{BlockCitations, Judge};
use super::sentence::{Sentence, floor};
use super::word::is_denial;
use crate::document::{Block, Kind};

/// Scopes that show use, so that a question with them asks for it.
const OF_USE: &[Scope] = &[Scope::UseBefore, Scope::UseAfter, Scope::Lasting];

/// Scopes that show history, so that "no" may deny just that.
const OF_HISTORY: &[Scope] = &[Scope::State, Scope::Before, Scope::After, Scope::Past, Scope::Removal];

/// How far behind a citation its question may end, in bytes.
const NEAR: usize = 200;

impl Judge<'_> {
    /// A question whether the citation is still used or valid, and "no" as the answer behind it or in the next block.
    pub(super) fn by_answer(&self, block_at: usize, citations: BlockCitations<'_>, own: &Citation) -> Option<String> {
        let block = &self.document.blocks[block_at];
        let text = block.prose.text();
        let own = &own.reference.range;
        if !text[own.end..floor(text, own.end + NEAR)].contains(['?', '？']) {
            return None;
        }
        let question = Sentence::around(text, citations, own, self.without);
        let rest = &text[question.end()..];
        let has = |scopes: &[Scope]| scopes.iter().any(|scope| question.hits_of(*scope).next().is_some());
        if !rest.starts_with(['?', '？']) || !has(OF_USE) || has(OF_HISTORY) {
            return None;
        }
        let inside = rest.trim_start_matches(|one: char| !one.is_alphabetic());
        let next = || self.document.blocks.get(block_at + 1).filter(|next| !matches!(next.kind, Kind::Key(_)));
        let answer = if inside.is_empty() { next().map(said)? } else { inside };
        let word = denial(answer)?;
        Some(format!("the answer to its question is \"{word}\""))
    }
}

/// What a block says: of an entry of data the value.
fn said(block: &Block) -> &str {
    block.entry().map_or_else(|| block.prose.text(), |(_, value)| value)
}

/// The word "no" that a text begins with, if a sign or nothing follows.
fn denial(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(|one: char| !one.is_alphabetic());
    let word = &text[..text.find(|one: char| !one.is_alphabetic()).unwrap_or(text.len())];
    let behind = text[word.len()..].chars().next();
    let ends = behind.is_none_or(|one| !one.is_whitespace() && one != '-' && one != '\'');
    (ends && is_denial(&word.to_lowercase())).then_some(word)
}
