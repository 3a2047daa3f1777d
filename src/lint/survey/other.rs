//! Whether a text under the title of an element is about another matter of the same name: guards and theft, a service for sale.

use std::ops::Range;
use std::sync::LazyLock;

use super::super::plan::{Of, POLICY, Plan, SYSTEM, plan};
use super::super::title::{self, Promise};
use super::Surveyor;
use crate::rule::element::Element;
use crate::rule::facts::{Form, Standing};
use crate::rule::lexicon::{Lexicon, folded};
use crate::rule::words::{BODILY, BUYERS, DOINGS, HAPPENINGS, INFORMATIONAL, RULE_WORDS};

const GUARDS: usize = 0;
const INFORMATION: usize = 1;
const BUYING: usize = 2;

/// How many words on guards, theft and violence make a text one on them.
const GUARDED: usize = 2;

/// What an entry of a catalogue is.
const SOLD: &str = "it is an entry of a catalogue of services, for those who buy it";

/// What is said of a text that speaks of rules, and is not known as a policy.
const NO_RULES: &str = "no words were found in it by which it calls itself a policy, or says whom its rules bind";

static MATTERS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[BODILY, INFORMATIONAL, BUYERS]));

/// Sentences are told by these: what happened, and what is done each time.
static TENSES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[HAPPENINGS, DOINGS]));

static RULES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[RULE_WORDS]));

impl Surveyor<'_> {
    /// How a promise of an element stands that is about another matter; nothing if it is not.
    pub(super) fn other_matter(&self, element: usize, promise: &Promise, all: &[Promise]) -> Option<Standing> {
        let spec = plan().elements[element];
        if self.is_entry_of_catalogue(promise, all) && self.counts(&MATTERS, &promise.extent)[BUYING] > 0 {
            return Some(Standing::Other(SOLD));
        }
        let is_named = promise.lists.contains(&Plan::list(element, Of::Titles));
        let counts = if spec.undated && is_named { self.counts(&MATTERS, &promise.extent) } else { [0; 3] };
        (counts[GUARDS] >= GUARDED && counts[INFORMATION] == 0).then_some(Standing::Unrelated(spec.lacks))
    }

    /// Why a text is none of an element of whose matter it does not speak; that of a policy may have a word for rules.
    pub(super) fn without_matter(&self, spec: &Element, extent: &Range<usize>) -> &'static str {
        if spec.id == POLICY && self.counts(&RULES, extent)[0] > 0 { NO_RULES } else { spec.matters }
    }

    fn is_entry_of_catalogue(&self, promise: &Promise, all: &[Promise]) -> bool {
        let is_catalogue = |one: &Promise| {
            plan().catalogue().is_some_and(|list| one.lists.contains(&list)) && !one.lists.contains(&SYSTEM)
        };
        promise.form == Form::Section && title::of_whole(all).any(is_catalogue)
    }

    /// True for a text that tells what happened, in several sentences, and nowhere what is done each time.
    pub(super) fn only_tells(&self, extent: &Range<usize>) -> bool {
        let [happening, doing, _] = self.counts(&TENSES, extent);
        happening > 1 && doing == 0
    }

    /// How many phrases of each list stand in texts that say something.
    fn counts(&self, lexicon: &Lexicon, extent: &Range<usize>) -> [usize; 3] {
        let mut counts = [0; 3];
        for at in extent.clone().filter(|at| self.words[*at] > 0) {
            lexicon.each(&folded(self.blocks[at].prose.text()), |list, _| counts[list] += 1);
        }
        counts
    }
}
