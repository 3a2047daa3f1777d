//! Cues that speak of the past only where their sentence says no more: "ISO 9001:2008 is not to be used", but not "for travel
//! expenses".

use std::ops::Range;

use super::cue::Hit;
use super::sentence::Sentence;
use super::tense::is_number;
use super::word::month;

/// Cues with which their sentence must begin and behind which, and the citation, it must end.
const ALONE: &[&str] = &[
    "update references to",
    "update all references to",
    "fix references to",
    "will not be recognised",
    "will not be recognized",
    "certificates are rejected",
    "is not to be used",
    "we transitioned from",
    "we have transitioned from",
    "if you are still working to ... need to upgrade",
    "utraciły ważność",
    "straciły ważność",
];

/// Cues behind which, and the citation, their sentence must end.
const LAST: &[&str] = &[
    "references removed",
    "references were removed",
    "no ... references left",
    "there are no references to",
    "contains no ... references",
    "revised from previous",
    "replaces the previous standard,",
    "supersedes the previous standard,",
    "replaces the previous one,",
    "supersedes the previous one,",
    "in comparison with ... are new",
    "in comparison to ... are new",
    "suppliers still on ... must transition immediately",
    "organizations still on ... must transition immediately",
    "organisations still on ... must transition immediately",
    "Verweise auf ... sind zu aktualisieren",
    "noch auf ... verweisen, sind anzupassen",
    "noch auf ... verweisen, sind zu aktualisieren",
    "noch auf ... verweisen, müssen angepasst werden",
];

/// Cues that compare, if nobody's own controls are compared.
const COMPARED: &[&str] = &[
    "while ... had 114 controls",
    "of the 114 controls in ... remained unchanged",
    "in comparison with ... there are fewer",
    "in comparison with ... are new",
    "in comparison to ... there are fewer",
    "in comparison to ... are new",
    "the result of merging 57 controls of",
    "controls that were not present in",
    "this was already required in",
];

/// Cues whose second part must stand right behind the citation.
const BESIDE: &[&str] = &["reference to ... is outdated", "references to ... are outdated"];

/// Cues and the words that must follow.
const FOLLOWED: &[(&str, &[&str])] = &[
    ("rispetto alla ... i controlli sono", &["meno", "nuovi", "93"]),
    ("wir sind nicht mehr nach", &["zertifiziert"]),
    ("miała 114", &["zabezpieczeń"]),
];

/// Words that may stand before a citation whose sentence says nothing else.
const NAMES: &[&str] =
    &["certificates", "certificate", "certyfikaty", "all", "wszystkie", "to", "for", "in", "od", "w"];

/// Words that may stand behind it.
const MORE: &[&str] = &["any", "more", "anymore", "longer", "left", "now", "r"];

/// Words that make a condition of what follows.
const CONDITIONS: &[&str] = &["if", "where", "that", "which", "when", "whenever", "unless", "until", "wenn", "falls"];

/// Words for those whose own the controls are.
const OWNERS: &[&str] = &["we", "our", "us", "ours", "my"];

impl Sentence<'_> {
    /// True if the rest of the sentence leaves a cue what it says.
    pub(super) fn leaves_said(&self, hit: &Hit, own: &Range<usize>) -> bool {
        let is = |cues: &[&str]| cues.contains(&hit.cue.words);
        let first = hit.range.start.min(own.start);
        let last = hit.range.end.max(own.end);
        let follow = |words: &[&str]| self.words(last..self.end()).next().is_some_and(|word| words.contains(&word));
        let begins = || self.words(self.start..first).all(|word| NAMES.contains(&word) || is_number(word));
        let is_condition = || self.words(self.start..first).any(|word| CONDITIONS.contains(&word));
        let is_owned = || self.words(self.start..self.end()).any(|word| OWNERS.contains(&word));
        (!is(ALONE) || (begins() && self.ends_behind(last)))
            && (!is(LAST) || (!is_condition() && self.ends_behind(last)))
            && (!is(COMPARED) || !is_owned())
            && (!is(BESIDE) || self.words(own.end..hit.last_start).next().is_none())
            && FOLLOWED.iter().all(|(cue, words)| hit.cue.words != *cue || follow(words))
    }

    /// True if nothing follows in the sentence but a year, "any more", or the citation to which a change leads.
    fn ends_behind(&self, from: usize) -> bool {
        let goal = self.citations.iter().map(|one| &one.reference.range).find(|range| range.start >= from);
        let from = match goal {
            Some(goal) if self.words(from..goal.start).eq(["to"]) => goal.end,
            _ => from,
        };
        let is_day = |word: &str| is_number(word) || month(word).is_some() || ["in", "on"].contains(&word);
        self.words(from..self.end()).all(|word| MORE.contains(&word) || is_day(word))
    }
}
