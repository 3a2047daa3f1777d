//! Comments that suppress, by the places that they speak of.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use super::policy::{End, Policy, Standing};
use super::ranges::{Part, Ranges};
use super::rules::{Ids, Rules};
use crate::comment::{Comment, Until, Verb};
use crate::rule::check::suppression::Puzzle;
use crate::source::Place;
use crate::yaml::nearest;

/// How the day begins on which a comment ends; only a second one means nothing.
const UNTIL: &str = "until=";

/// A comment with what becomes of it.
#[derive(Debug)]
pub(super) struct Held {
    pub comment: Comment,
    pub standing: Standing,
    /// The rules of each selector; nothing for one that is none. A comment without selectors has one that stands for all.
    pub rules: Vec<Option<Ids>>,
    /// Whether each selector met a finding.
    pub used: Vec<bool>,
    /// For a start or an end: whether it has no partner.
    pub is_alone: bool,
    /// Whether its document only belongs to the set, so that what it suppresses in it is not known.
    pub is_aside: bool,
}

/// All comments of a run.
#[derive(Debug)]
pub(super) struct Comments {
    pub all: Vec<Held>,
    files: HashMap<Arc<str>, OfFile>,
}

/// The comments of a file, by what they speak of.
#[derive(Debug, Default)]
struct OfFile {
    history: Vec<usize>,
    whole: Vec<usize>,
    /// What they say of a rule in a part of the file in which the same ones speak, once it was asked.
    answered: HashMap<(&'static str, [Part; 2]), Option<usize>>,
    stretches: Ranges,
    lines: Ranges,
}

impl Comments {
    /// Sorts out comments that come in the order of their places: of documents that are examined, and of others of the
    /// set.
    pub fn new([comments, aside]: [Vec<Comment>; 2], policy: &Policy, rules: &mut Rules) -> Self {
        let mut all: Vec<Held> = comments.into_iter().map(|one| Held::new(one, policy, rules)).collect();
        let aside = aside.into_iter().map(|one| Held { is_aside: true, ..Held::new(one, policy, rules) });
        all.extend(aside);
        let mut files = HashMap::new();
        let mut first = 0;
        while first < all.len() {
            let path = Arc::clone(&all[first].comment.label.place.path);
            let count = all[first..].iter().take_while(|one| one.comment.label.place.path == path).count();
            files.insert(path, OfFile::of(&mut all[first..first + count], first));
            first += count;
        }
        Self { all, files }
    }

    /// The comment that suppresses a finding of a rule at a place; every comment that would is noted as used.
    pub fn look(&mut self, rule: &'static str, place: &Place) -> Option<usize> {
        let file = self.files.get_mut(&place.path)?;
        let byte = place.start.byte;
        let all = &mut self.all;
        let mut first = |speaking: &mut dyn Iterator<Item = usize>| {
            let mut found = None;
            for at in speaking {
                if all[at].meets(rule) && all[at].standing == Standing::Counts {
                    found = found.or(Some(at));
                }
            }
            found
        };
        let part = [file.lines.part(byte), file.stretches.part(byte)];
        let speaking = || file.lines.at(byte).chain(file.stretches.at(byte)).chain(file.whole.iter().copied());
        *file.answered.entry((rule, part)).or_insert_with(|| first(&mut speaking()))
    }

    /// The comment that takes a whole file as history.
    pub fn history(&self, path: &Arc<str>) -> Option<usize> {
        self.files.get(path)?.history.iter().copied().find(|at| self.all[*at].standing == Standing::Counts)
    }

    /// Notes that something is found in a file which those comments on it hide, or would if they counted.
    pub fn meet_history(&mut self, path: &Arc<str>) {
        for at in self.files.get(path).into_iter().flat_map(|file| &file.history) {
            self.all[*at].used.fill(true);
        }
    }
}

impl OfFile {
    /// The comments of one file, of which the first has this number.
    fn of(comments: &mut [Held], first: usize) -> Self {
        let stretches = Ranges::new(pair(comments).into_iter().map(|(range, at)| (range, first + at)).collect());
        let (mut whole, mut lines, mut history) = (Vec::new(), Vec::new(), Vec::new());
        for (at, held) in comments.iter().enumerate() {
            match held.comment.verb {
                Verb::File => whole.push(first + at),
                Verb::Historical => history.push(first + at),
                Verb::Line | Verb::NextLine => {
                    lines.extend(held.comment.reach.clone().map(|reach| (reach, first + at)));
                }
                Verb::Start | Verb::End | Verb::Unknown => {}
            }
        }
        Self { history, whole, answered: HashMap::new(), stretches, lines: Ranges::new(lines) }
    }
}

/// The stretches between starts and their ends: an end belongs to the last open start that names the same rules, one
/// that names none to the last open start of all.
fn pair(comments: &mut [Held]) -> Vec<(Range<u64>, usize)> {
    let mut open = Open::default();
    let mut stretches = Vec::new();
    for at in 0..comments.len() {
        let selectors = &comments[at].comment.selectors;
        match comments[at].comment.verb {
            Verb::Start => open.begin(at, selectors),
            Verb::End => match open.end(selectors) {
                Some(start) => {
                    let place = |at: usize| &comments[at].comment.label.place;
                    stretches.push((place(start).end.byte..place(at).start.byte, start));
                }
                None => comments[at].is_alone = true,
            },
            Verb::NextLine | Verb::Line | Verb::File | Verb::Historical | Verb::Unknown => {}
        }
    }
    for start in open.all {
        comments[start].is_alone = true;
    }
    for held in comments.iter_mut().filter(|held| held.is_alone) {
        held.standing = Standing::Meaningless;
    }
    stretches
}

/// Starts that have no end yet.
#[derive(Default)]
struct Open {
    all: BTreeSet<usize>,
    /// By the rules that they name, in their order; some may be ended already.
    named: HashMap<Vec<String>, Vec<usize>>,
}

impl Open {
    fn begin(&mut self, at: usize, selectors: &[String]) {
        self.all.insert(at);
        self.named.entry(sorted(selectors)).or_default().push(at);
    }

    /// The start that an end belongs to.
    fn end(&mut self, selectors: &[String]) -> Option<usize> {
        if selectors.is_empty() {
            return self.all.pop_last();
        }
        let named = self.named.get_mut(&sorted(selectors))?;
        while let Some(last) = named.pop() {
            if self.all.remove(&last) {
                return Some(last);
            }
        }
        None
    }
}

/// Rules as they are compared: in any order, each once.
fn sorted(selectors: &[String]) -> Vec<String> {
    let mut sorted = selectors.to_vec();
    sorted.sort();
    sorted.dedup();
    sorted
}

impl Held {
    fn new(comment: Comment, policy: &Policy, known: &mut Rules) -> Self {
        let mut rules: Vec<Option<Ids>> = comment.selectors.iter().map(|one| known.of(one)).collect();
        if rules.is_empty() {
            rules.push(Some(known.all()));
        }
        let is_puzzling = rules.contains(&None) && !policy.is_isolated;
        let is_meaningless = is_puzzling || comment.stray.is_some() || comment.verb == Verb::Unknown;
        let standing = match comment.verb {
            _ if is_meaningless => Standing::Meaningless,
            Verb::End => Standing::Counts,
            Verb::NextLine | Verb::Line | Verb::Start | Verb::File | Verb::Historical | Verb::Unknown => {
                policy.standing(comment.reason.is_some(), end(&comment))
            }
        };
        let used = vec![false; rules.len()];
        Self { comment, standing, rules, used, is_alone: false, is_aside: false }
    }

    /// True if the comment speaks of a rule; what is met is noted.
    fn meets(&mut self, rule: &str) -> bool {
        let mut found = false;
        for (rules, used) in self.rules.iter().zip(&mut self.used) {
            if rules.as_ref().is_some_and(|rules| rules.contains(&rule)) {
                (*used, found) = (true, true);
            }
        }
        found
    }

    /// The last day on which the comment counts, if it has one.
    pub fn end(&self) -> End<'_> {
        end(&self.comment)
    }

    /// What in the comment means nothing, where rules are known; those of a configuration are not if it is not read.
    pub fn puzzles<'a>(&'a self, known: &'a [&'static str], is_isolated: bool) -> Vec<Puzzle<'a>> {
        let comment = &self.comment;
        if comment.verb == Verb::Unknown {
            return vec![match comment.stray.as_deref().unwrap_or_default() {
                "" => Puzzle::Silent,
                verb => Puzzle::Verb(verb, nearest(verb, Verb::ALL.iter().map(|(name, _)| *name))),
            }];
        }
        let stray = |word: &'a String| if word.starts_with(UNTIL) { Puzzle::Again(word) } else { Puzzle::Word(word) };
        let mut found: Vec<Puzzle<'_>> = comment.stray.iter().map(stray).collect();
        for (selector, rules) in comment.selectors.iter().zip(&self.rules) {
            match rules {
                None => {
                    let meant = nearest(selector, known.iter().copied());
                    // A name that is like none of ours may be that of a rule in the configuration.
                    found.extend((!is_isolated || meant.is_some()).then_some(Puzzle::Rule(selector, meant)));
                }
                Some(rules) if rules.is_empty() => found.push(Puzzle::Fixed(selector)),
                Some(_) => {}
            }
        }
        if self.is_alone {
            found.push(if comment.verb == Verb::End { Puzzle::End } else { Puzzle::Start });
        }
        found
    }
}

fn end(comment: &Comment) -> End<'_> {
    match &comment.until {
        None => End::Never,
        Some(Until::Day(day)) => End::Day(*day),
        Some(Until::Malformed(written)) => End::Malformed(written),
    }
}
