//! Other standards beside a citation: what a word of history may be said of instead.

use std::ops::Range;

use super::sentence::{Gap, Sentence};
use super::word::{is_filler, is_link, is_preposition};

impl Sentence<'_> {
    /// True if what stands at a place names another standard, perhaps one that is not known: "formerly known as BS
    /// 7799-2".
    pub(super) fn names_another(&self, at: usize) -> bool {
        let next = self.citations.iter().map(|one| one.reference.range.start).filter(|start| *start >= at).min();
        let cited = next.is_some_and(|next| {
            self.unknown(at..next, Gap::After).is_some_and(|unknown| unknown < 2) && !self.has_comma(&(at..next))
        });
        cited || self.names_foreign(at, true)
    }

    /// True if capitals and a number that are no citation stand at a place, with nothing but small words before them, of
    /// which prepositions only if it may be `through` them: a standard that is not known.
    pub(super) fn names_foreign(&self, at: usize, through: bool) -> bool {
        let mut at = at;
        loop {
            let rest = &self.prose[at..self.end()];
            at += rest.len() - rest.trim_start_matches([' ', '\n']).len();
            let name = &self.prose[at..self.end()];
            let name = &name[..name.find([' ', '\n']).unwrap_or(name.len())];
            let small = is_filler(name) || (through && is_link(name));
            let passed = small && name.starts_with(char::is_lowercase);
            if name.is_empty() || self.in_citation(at) || (passed && !through && is_preposition(name)) {
                return false;
            }
            if !passed {
                return is_foreign(name, &self.prose[at + name.len()..self.end()]);
            }
            at += name.len();
        }
    }

    /// True if a citation and behind it the end of a bracket stand in a stretch that began inside the bracket:
    /// "(previously ISO/IEC 17799:2005) and".
    pub(super) fn leaves_bracket(&self, gap: Range<usize>) -> bool {
        if gap.start >= gap.end || !self.prose[gap.clone()].contains(')') || !self.has_citation(&gap) {
            return false;
        }
        let mut depth = 0_i32;
        self.prose[gap.clone()].char_indices().filter(|(at, _)| !self.in_citation(gap.start + at)).any(|(_, one)| {
            depth += i32::from(one == '(') - i32::from(one == ')');
            depth < 0
        })
    }
}

/// True for capitals with a number behind them, as designations have: "BS 7799-2".
fn is_foreign(name: &str, behind: &str) -> bool {
    let capitals = |part: &str| (2..=6).contains(&part.len()) && part.bytes().all(|one| one.is_ascii_uppercase());
    let number = behind.trim_start_matches([' ', '\n']);
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    name.split('/').all(capitals) && (4..=5).contains(&digits)
}
