//! Binds a number with the letter of the annex: looks for its owner, the nearest place first.

use std::ops::Range;

use super::bind::{bound, bound_by_path};
use super::claim;
use super::mention::{self, Mention, Near, Role, Short};
use super::model::{Bound, Form, Locality, Tie};
use super::scope;
use super::table::{self, Known};
use super::walk::Walk;
use super::words;
use crate::document::Kind;

/// A place where the owner of a control may be named, and who is named there.
type Step = (Tie, fn(&Walk<'_>, usize, &Locality) -> Near);

/// The places, the nearest first.
const STEPS: [Step; 6] = [
    (Tie::Block, |walk, block, own| walk.in_block(block, own).into()),
    (Tie::Column, |walk, block, _| walk.in_head(block)),
    (Tie::Row, |walk, block, _| walk.in_row(block)),
    (Tie::Section, |walk, block, _| walk.above(block)),
    (Tie::Document, |walk, _, _| walk.in_front()),
    (Tie::Anywhere, |walk, block, _| walk.anywhere(block).into()),
];

/// How many numbers of a list are looked back over for its publisher.
const LISTED: usize = 16;

/// What a search for the owner of a control came to.
enum Search {
    /// Bound by this mention, this close.
    Found(Tie, usize),
    /// Nobody here.
    Open,
    /// Somebody else's.
    Closed,
}

impl Walk<'_> {
    /// Binds a number with the letter of the annex.
    pub(super) fn control(&self, block: usize, own: &Locality, beside: Option<usize>) -> Option<Bound> {
        let of_system = || *self.seen().system.get_or_init(|| self.speaks_of_system(block));
        // A number of no edition, beside the name of a system that has such numbers, may well be of that.
        if table::known(own.number) == Known::Neither && of_system() {
            return None;
        }
        if let Some(page) = self.named[block].linked.iter().find(|one| one.reference.range == own.range) {
            let mention = Mention::of(block, page);
            return (mention.role == Role::Controls).then(|| bound(block, own, Tie::Beside, &mention));
        }
        if let Some(at) = beside.filter(|at| self.mentions.all[*at].role != Role::Other) {
            let at = self.mentions.owner(self.document, at, own)?;
            let is_passed = self.is_by_the_way(own, at) && (self.is_aside(at) || self.is_in_bracket(own, at));
            let is_another = is_passed || (own.is_foreign && claim::is_of_own_text(self.text(block), own.range.end));
            return (!is_another).then(|| bound(block, own, Tie::Beside, &self.mentions.all[at]));
        }
        let prose = self.document.blocks[block].prose.text();
        let short = || mention::short(prose, own, block).or_else(|| self.short_of_list(block, own));
        if let Some((mention, short)) = Some(own.form).filter(|form| *form == Form::Lettered).and_then(|_| short())
            && (short == Short::Number || !self.mentions.has_rival_from(0))
        {
            return Some(bound(block, own, Tie::Beside, &mention));
        }
        // "Our AIMS stands beside ISO/IEC 27001. Its controls A.6.2.4": nobody knows whose.
        let is_shared = own.number.first() <= mention::LAST_SHARED;
        if beside.is_some() || own.is_foreign || (is_shared && of_system()) {
            return None;
        }
        self.search(block, own).or_else(|| self.of_publisher(block, own))
    }

    /// The publisher before the first of a list of numbers: "ISO A.16.1.1, A.16.1.4". The number must be one that goes with it.
    fn short_of_list(&self, block: usize, own: &Locality) -> Option<(Mention, Short)> {
        let (all, text) = (&self.named[block].localities, self.text(block));
        let at = all.partition_point(|one| one.range.start < own.range.start);
        let is_joint = |pair: &[Locality]| text.get(pair[0].range.end..pair[1].range.start).is_some_and(words::joins);
        let pairs = all[at.saturating_sub(LISTED)..=at.min(all.len() - 1)].windows(2).rev();
        let listed = pairs.take_while(|pair| is_joint(pair)).count();
        let goes_with = mention::goes_with_publisher(own) && listed > 0;
        all[at - listed..at].first().filter(|_| goes_with).and_then(|first| mention::short(text, first, block))
    }

    /// Looks for the owner of a control, the nearest place first.
    fn search(&self, block: usize, own: &Locality) -> Option<Bound> {
        for (tie, step) in STEPS {
            let near = step(self, block, own);
            if tie == Tie::Anywhere
                && let Some(path) = &self.path
            {
                return (path.role == Role::Controls).then(|| bound_by_path(block, own, path));
            }
            // What is called a control of ISO is none of another collection.
            let is_passed = matches!(near, Near::Other { .. }) && self.is_home(block);
            match self.taken(own, tie, if is_passed { Near::Nobody } else { near }) {
                // "A 9.2.5" may be an article and a version.
                Search::Found(tie, _) if own.form == Form::Spaced && tie > Tie::Column => return None,
                Search::Found(Tie::Block, at) if self.is_by_the_way(own, at) => return None,
                Search::Found(tie, at) if self.is_proven(block, own, tie, at) => {
                    return Some(bound(block, own, tie, &self.mentions.all[at]));
                }
                Search::Found(..) => {}
                Search::Closed => return None,
                Search::Open => {}
            }
        }
        None
    }

    /// What the one named means for a number: a rival closes the search unless the number is none of its own.
    fn taken(&self, own: &Locality, tie: Tie, near: Near) -> Search {
        let at = match near {
            Near::Nobody => return Search::Open,
            Near::Other { wholly: true } => return Search::Closed,
            Near::Other { wholly: false } => None,
            Near::Mention(at) => Some(at),
        };
        if let Some(owner) = at.and_then(|at| self.mentions.owner(self.document, at, own)) {
            return Search::Found(tie, owner);
        }
        let only_here = own.number.depth() == 3
            && own.number.first() > mention::LAST_SHARED
            && table::known(own.number) == Known::Older;
        if only_here && tie > Tie::Block { Search::Open } else { Search::Closed }
    }

    /// The mention before a number in its block, else the one behind it; in a listing of those that go together with it.
    fn in_block(&self, block: usize, own: &Locality) -> Option<usize> {
        let all = self.mentions.that_matter(self.mentions.of_block(block));
        let begins = |at: &usize| self.mentions.all[*at].range.start;
        let (before, behind) = all.split_at(all.partition_point(|at| begins(at) < own.range.start));
        let nearest = |wanted: &dyn Fn(&Range<usize>) -> bool| {
            let wanted = |at: &&usize| wanted(&self.mentions.all[**at].range);
            before.iter().rev().find(wanted).or_else(|| behind.iter().find(wanted)).copied()
        };
        if self.document.blocks[block].kind == Kind::Code {
            let text = self.document.blocks[block].prose.text();
            let at = own.range.start;
            let found = scope::around(text, at).into_iter().find_map(|scope| {
                nearest(&|one| scope.contains(&one.start) && !scope::is_apart(text, &scope, one.start, at))
            });
            if found.is_some() {
                return found;
            }
        }
        nearest(&|_| true)
    }
}
