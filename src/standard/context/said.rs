//! What is said of a citation before and behind it.

use std::ops::Range;

use super::super::grammar::is_edition_word;
use super::cue::{Hit, Scope, is_joined_script};
use super::lexicon::{BEINGS, COMPARISONS, MARKS, SHORT_CUES, TARGETS};
use super::sentence::{Gap, Sentence, begins_with_pronoun, floor, is_article};
use super::word::{
    Language, Verb, has_joined_denial, has_postposition, is_being, is_conjunction, is_denial, is_filler, is_having,
    is_link, is_perfect, is_preposition, is_reversal, is_small_word, is_told_somewhere, joins_clauses, languages,
    relates, verb,
};

/// Signs that begin a clause, a bracket among them.
pub(super) const BRACKETED: &[char] = &[',', ';', ':', '('];

/// Signs that begin a clause to which the brackets in it belong: "without certification (ISO 9001)".
pub(super) const UNBRACKETED: &[char] = &[',', ';', ':'];

impl Sentence<'_> {
    /// Why the words before or behind the citation make it history.
    pub(super) fn by_words(&self, own: &Range<usize>) -> Option<String> {
        if let Some(hit) = self.before(own).or_else(|| self.over(own)) {
            return Some(format!("\"{}\" stands before it", self.quoted(hit)));
        }
        let said = self.after(own).map(|hit| self.quoted(hit)).or_else(|| self.label_behind(own));
        said.map(|words| format!("\"{words}\" stands behind it"))
    }

    /// A mention of the citation that the sentence says is taken away, or that it forbids: "references to … were
    /// removed", "do not cite".
    pub(super) fn by_mention(&self, own: &Range<usize>) -> Option<String> {
        let before = |hit: &Hit| {
            // "Do not use the old ISO 9001:2008."
            let gap = hit.range.end..own.start;
            hit.range.end <= own.start
                && (self.is_small(gap.clone(), Gap::Before) || self.unknown(gap, Gap::Use) == Some(0))
                && !self.is_target(hit.range.end..own.start)
        };
        let behind = |hit: &Hit| own.end <= hit.range.start && self.is_small(own.end..hit.range.start, Gap::After);
        // "Do not use the ISO 9001:2008 logo" is said of what is held.
        let behind_it = self.words(own.end..self.end()).next();
        let is_mark = behind_it.is_some_and(|word| MARKS.contains(word));
        let denied = self.hits_of(Scope::Naming).find(|hit| !is_mark && before(hit) && self.is_forbidden(hit));
        if let Some(naming) = denied {
            return Some(format!("\"{}\" is denied before it", self.quoted(naming)));
        }
        self.hits_of(Scope::Mention).filter(|hit| before(hit) || behind(hit)).find_map(|mention| {
            let removal = self.hits_of(Scope::Removal).find(|hit| self.takes_away(hit, mention))?;
            Some(format!("\"{}\" and \"{}\" stand in the sentence", self.quoted(mention), self.quoted(removal)))
        })
    }

    /// True if a denial stands before a verb with nothing but small words between: "must not cite", not "not all cite".
    fn is_forbidden(&self, naming: &Hit) -> bool {
        let clause = self.lower[..naming.range.start - self.start].rsplit([',', ';', ':']).next().unwrap_or_default();
        let mut words = clause.rsplit(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty());
        let denied = words.find(|word| is_denial(word) || !is_small_word(word)).is_some_and(is_denial);
        // "Documents that do not cite", "if it does not cite" name a condition.
        let head = self.start + self.lower[..naming.range.start - self.start].len() - clause.len();
        let mut related = || words.find(|word| relates(word) || !is_small_word(word)).is_some_and(relates);
        let supposed = || self.hits_of(Scope::Pending).any(|hit| (head..naming.range.start).contains(&hit.range.start));
        denied && !related() && !supposed() && self.is_denied(naming)
    }

    /// True if a word of removal speaks of a mention: no other mention and no contrast stands between.
    fn takes_away(&self, removal: &Hit, mention: &Hit) -> bool {
        let between = removal.range.end.min(mention.range.end)..removal.range.start.max(mention.range.start);
        let other = |one: &Hit| between.start <= one.range.start && one.range.end <= between.end;
        // "No reference may be removed", "each removed clause".
        let behind = mention.range.end <= removal.range.start;
        let told = || self.words(mention.range.end..removal.range.start).last().is_some_and(is_link);
        let kept = behind
            && (self.ends_in_denial(self.start..mention.range.start)
                || !(self.ends_phrase(removal.range.end) || told()));
        !kept
            && !self.is_denied(removal)
            && !self.has_contrast(&between)
            && !self.hits_of(Scope::Mention).any(|one| !std::ptr::eq(one, mention) && other(one))
    }

    /// True if a cue is denied: "we did not replace".
    pub(super) fn is_denied(&self, hit: &Hit) -> bool {
        let (start, end) = (hit.range.start - self.start, hit.range.end - self.start);
        let before = floor(&self.lower, start.saturating_sub(BESIDE))..start;
        let behind = end..floor(&self.lower, end + BESIDE);
        self.has_denial(hit.range.start)
            || (hit.cue.first().starts_with(is_joined_script)
                && (has_joined_denial(&self.lower[before]) || has_joined_denial(&self.lower[behind])))
    }

    /// True if a word not far before a place denies what follows.
    pub(super) fn has_denial(&self, at: usize) -> bool {
        let clause = self.lower[..at - self.start].rsplit([',', ';', ':']).next().unwrap_or_default();
        let words = clause.rsplit(|one: char| !one.is_alphanumeric() && one != '\'').filter(|word| !word.is_empty());
        let mut near = words.take(NEAR).take_while(|word| !is_reversal(word));
        near.any(|word| is_denial(word.trim_end_matches('\'')) || word.ends_with("n't"))
    }

    /// True if the citation is where a change leads: "moved from ISO 9001:2000 to ISO 9001:2008" leads to the latter.
    fn is_target(&self, gap: Range<usize>) -> bool {
        let last =
            self.prose[gap.clone()].trim_end().rsplit([' ', '\n', ')']).next().unwrap_or_default().to_lowercase();
        self.has_citation(&gap)
            && TARGETS.iter().any(|word| last == *word || (is_joined_script_word(word) && last.ends_with(word)))
    }

    /// A cue before the citation, or around it, with nothing else between.
    fn before(&self, own: &Range<usize>) -> Option<&Hit> {
        // "Replaces the 2012 handbook and is based on": the second verb is not said of the first.
        let whole = |hit: &Hit| {
            let inside = hit.first_end..hit.last_start;
            // "The reference to … stays, as the handbook is outdated."
            let is_mention = || self.hits_of(Scope::Mention).any(|one| one.range.start == hit.range.start);
            hit.cue.is_single()
                || (hit.is_around(own) && (!is_mention() || self.is_small(own.end..hit.last_start, Gap::After)))
                || !(self.has_comma(&inside) || self.words(inside).any(|word| is_conjunction(hit.cue.language, word)))
        };
        let near = |hit: &&Hit| {
            let end = if hit.is_around(own) { hit.first_end } else { hit.range.end };
            end <= own.start
                && whole(hit)
                && self.leaves_said(hit, own)
                && (self.is_small(end..own.start, Gap::Before) || self.names_quoted_part(end..own.start))
                && !self.is_target(end..own.start)
                && !self.leaves_bracket(hit.range.start..own.start)
                && !self.is_conceded(hit)
                && !self.is_reason_now(own, hit.cue.language)
                && !self.is_done_now(hit, own)
                && !self.is_behind_other(hit, own)
                && !self.is_loss(hit, own)
                && !self.is_kept_by_rule(hit, own)
                && !self.is_led_to(hit, own)
                && !self.is_turned_round(hit)
                && !self.is_behind_agent_joined(own)
                && !self.is_said_in_other_line(hit, own)
        };
        let described = |hit: &&Hit| {
            let gap = hit.range.end..own.start;
            let parted = self.is_predicate(hit) && self.parts(hit);
            gap.start <= gap.end
                && !parted
                && !self.is_heir_next(hit)
                && !self.words(gap).next().is_some_and(is_preposition)
                && !self.ends_in_denial(self.start..hit.range.start)
        };
        // "Old records are removed, ISO 9001 asks for it": the comma ends what was said.
        let ended = |hit: &Hit| {
            !hit.is_around(own) && self.lower[hit.range.end - self.start..].starts_with(',') && self.ends_clause(hit)
        };
        // "If a document is superseded, ISO 9001 asks for a mark."
        let supposed = |hit: &Hit| {
            let before =
                |one: &Hit| one.range.end <= hit.range.start && !self.has_comma(&(one.range.end..hit.range.start));
            let granted = || self.hits_of(Scope::Concession).any(|one| one.range.end <= hit.range.start);
            ended(hit) && self.hits_of(Scope::Pending).any(before) && !granted()
        };
        let of_other = |hit: &Hit| ended(hit) && self.is_clause_of_other(hit);
        let is_state = |hit: &&Hit| described(hit) && !supposed(hit) && !of_other(hit) && !self.is_dealt_with(hit, own);
        let mut states = self.hits_of(Scope::State).filter(is_state);
        let mut cues = self.hits_of(Scope::Before).filter(|hit| !self.is_denied(hit) && !ended(hit));
        // "Compared with ISO 22301, ISO 9001:2008 is": two standards are compared.
        let others = |hit: &&Hit| !(is_comparison(hit) && self.names_other_standard(own));
        let mut cues = cues.by_ref().filter(others);
        cues.find(near).or_else(|| states.find(near)).or_else(|| self.edition_before(own))
    }

    /// A word for what was earlier that stands right before the citation, with a word for an edition right behind that: "the previous
    /// ISO 9001:2008 edition".
    fn edition_before(&self, own: &Range<usize>) -> Option<&Hit> {
        let is_beside = |hit: &&Hit| {
            let gap = self.prose.get(hit.range.end..own.start);
            gap.is_some_and(|gap| gap.trim().is_empty())
        };
        let hit = self.hits_of(Scope::Former).find(is_beside)?;
        // "The previous edition stays in force", "versions of the manual are kept".
        let mut behind = self.words(own.end..self.end());
        let is_edition = behind.next().is_some_and(is_edition_word);
        (is_edition && behind.next().is_none_or(|word| word == "had") && !self.is_denied(hit)).then_some(hit)
    }

    /// True if the sentence names another standard, and no other edition of that of the citation.
    fn names_other_standard(&self, own: &Range<usize>) -> bool {
        let number = |range: &Range<usize>| {
            let one = self.citations.iter().find(|one| one.reference.range == *range);
            one.map(|one| one.reference.number)
        };
        let others = || self.citations.iter().filter(|one| one.reference.range != *own);
        others().next().is_some() && others().all(|one| Some(one.reference.number) != number(own))
    }

    /// A word before the citation that says that what the verb between them tells is over: "we no longer follow".
    fn over(&self, own: &Range<usize>) -> Option<&Hit> {
        self.past(own).find(|hit| {
            let end = if hit.is_around(own) { hit.first_end } else { hit.range.end };
            let starts = self.citations.iter().map(|one| one.reference.range.start).filter(|at| *at >= end);
            let object = starts.min().unwrap_or(own.start).min(own.start);
            end <= own.start
                && self.unknown(end..object, Gap::Before).is_some_and(|unknown| unknown <= self.verb(hit, end..object))
                && !self.has_comma(&(end..object))
                && self.is_small(object..own.start, Gap::Before)
                && !self.is_target(end..own.start)
                && !self.is_behind_agent_joined(own)
                && !self.leaves_bracket(end..own.start)
                && !self.words(end..own.start).any(|word| LACKS.contains(&word))
                && (is_negative(hit) || !self.is_denied(hit))
        })
    }

    /// The words such as "no longer" that may be said of the citation.
    fn past(&self, own: &Range<usize>) -> impl Iterator<Item = &Hit> {
        self.hits_of(Scope::Past).filter(|hit| !self.is_for_use(hit) && !self.speaks_of_other(hit, own))
    }

    /// How many words may stand in such a gap: the preposition of a verb counts with it.
    fn verb(&self, hit: &Hit, gap: Range<usize>) -> usize {
        if hit.last_start >= gap.end {
            return VERBS;
        }
        let last = self.words(gap).filter(|word| !is_filler(word) || is_preposition(word)).last();
        VERB + usize::from(last.is_some_and(|word| is_preposition(word) && !is_filler(word)))
    }

    /// A cue behind the citation that is said of it.
    fn after(&self, own: &Range<usize>) -> Option<&Hit> {
        let near = |hit: &&Hit| {
            let gap = self.behind_colon(own.end)..hit.range.start;
            let bracketed =
                hit.cue.first().starts_with('(') || self.prose[gap.start.min(gap.end)..gap.end].ends_with('(');
            let labelled = hit.cue.scope == Scope::State && self.prose.get(gap.clone()).map(str::trim) == Some(":");
            gap.start <= gap.end
                && (labelled || self.is_small(gap.clone(), Gap::After))
                && !(bracketed && self.has_citation(&gap))
                && !has_postposition(&self.prose[gap])
                && !self.is_heir_of(hit, own)
        };
        let titled = |hit: &&Hit| self.is_behind_title(own, hit) && self.is_subject(own);
        // "…, withdrawn in 2015" speaks of the citation wherever that stands.
        let said = |hit: &&Hit| {
            // "To … is no longer referred": the verb alone stands between.
            let verb = hit.cue.scope == Scope::Past && self.words(own.end..hit.range.start).any(is_link);
            let aside = || !self.is_plain_past(hit) && self.is_aside(own, hit);
            ((near(hit) && (verb || aside() || self.is_subject(own))) || titled(hit))
                && !(self.is_plain_past(hit) && self.is_called_current(own))
                && !(hit.cue.scope == Scope::Past && !is_negative(hit) && self.names_another(hit.range.end))
                && self.leaves_said(hit, own)
                && !self.is_conceded(hit)
                && !self.is_countered(hit)
                && !self.is_pending(own, hit)
                && !self.is_supposed(own, hit)
                && !(hit.cue.scope == Scope::After && self.is_lacked(own))
        };
        let told = |hit: &&Hit| {
            !self.has_object(hit)
                && !self.has_quotation(hit)
                && !self.is_question()
                && (self.ends_phrase(hit.range.end)
                    || SHORT_CUES.contains(hit.cue.words())
                    || (self.words(own.end..hit.range.start).any(is_link) && !self.is_active(own.end, hit)))
        };
        let states = self.hits_of(Scope::State).filter(said).filter(told).filter(|_| !self.took_place(own));
        let is_kept = |hit: &&Hit| !hit.cue.is_single() && self.words(hit.first_end..hit.last_start).any(is_denial);
        let sayings = self.hits_of(Scope::After).filter(|hit| !is_kept(hit)).chain(self.past(own)).filter(said);
        sayings.chain(states).min_by_key(|hit| hit.range.start)
    }

    /// True if "used to" says what something is for, not what was: "is used to check", "used to check" at the beginning.
    fn is_for_use(&self, hit: &Hit) -> bool {
        if hit.cue.words() != USED_TO {
            return false;
        }
        let before = self.lower[..hit.range.start - self.start].trim_end();
        let mut words = before.rsplit(|one: char| !one.is_alphabetic()).filter(|word| !word.is_empty());
        let mut is_being = || words.next().is_some_and(|word| BEINGS.contains(word));
        !before.ends_with(char::is_alphanumeric) || is_being() || is_being()
    }

    /// True if a cue says no more than how something was: "was published in". An aside about a citation that is used
    /// may say so of it.
    fn is_plain_past(&self, hit: &Hit) -> bool {
        let first = self.words(hit.range.clone()).next().unwrap_or_default();
        hit.cue.scope == Scope::After && hit.cue.is_single() && verb(hit.cue.language, first) == Some(Verb::Past)
    }

    /// Where what is said of a citation begins: behind a colon, if a pronoun stands for it there.
    fn behind_colon(&self, at: usize) -> usize {
        let rest = &self.prose[at..self.end()];
        if rest.strip_prefix(':').is_some_and(begins_with_pronoun) { at + 1 } else { at }
    }

    /// True if a cue is said of the citation behind a bracket, or behind its title in quotation marks or between commas:
    /// "ISO 9001:2008 (Quality management systems) has been replaced".
    fn is_behind_title(&self, own: &Range<usize>, hit: &Hit) -> bool {
        let Some(gap) = self.prose.get(own.end..hit.range.start) else { return false };
        let aside = gap.trim_start();
        let Some((open, close)) = aside.chars().next().and_then(|open| Some((open, closing(open)?))) else {
            return false;
        };
        let inside = aside[open.len_utf8()..].trim_start();
        let end = if open == ',' { inside.rfind(close) } else { inside.find(close) };
        let Some(end) = end else { return false };
        let at = hit.range.start - (inside.len() - end - close.len_utf8());
        let title = own.end..at;
        let first = self.words(title.clone()).next().unwrap_or_default();
        let told = is_told_somewhere(first) || languages().any(|one| is_perfect(one, first));
        let titled = inside.starts_with(char::is_uppercase) || is_article(first) || told;
        let named = open != ',' || relates(first) || (titled && !self.has_link(title.clone()));
        named
            && (open == '(' || !self.has_citation(&title))
            && self.is_small(at..hit.range.start, Gap::After)
            && (hit.cue.scope == Scope::After || self.has_link(at..hit.range.start))
            && !self.words(at..hit.range.start).any(joins_clauses)
    }

    fn has_link(&self, gap: Range<usize>) -> bool {
        self.words(gap).any(is_link)
    }

    /// True if a state is what the citation does to others: "ISO 9001:2008 has replaced our rules".
    fn is_active(&self, from: usize, hit: &Hit) -> bool {
        let has =
            |is: fn(Language, &str) -> bool| self.words(from..hit.range.start).any(|word| is(hit.cue.language, word));
        has(is_having) && !has(is_being)
    }

    /// True if a state is said of a citation before it: "ISO 9001:2008 has been withdrawn".
    fn is_predicate(&self, hit: &Hit) -> bool {
        self.citations
            .iter()
            .map(|one| one.reference.range.end)
            .filter(|end| *end <= hit.range.start)
            .any(|end| self.is_small(end..hit.range.start, Gap::After) && self.words(end..hit.range.start).any(is_link))
    }

    /// True if a comma or a word like "and" parts a cue from what follows.
    fn parts(&self, hit: &Hit) -> bool {
        let rest = self.lower[hit.range.end - self.start..].trim_start();
        let word = rest.split(|one: char| !one.is_alphanumeric()).next().unwrap_or_default();
        rest.starts_with([',', '、', ')', '）']) || is_conjunction(hit.cue.language, word)
    }

    /// True if a cue stands behind the citation in brackets or between commas.
    fn is_aside(&self, own: &Range<usize>, hit: &Hit) -> bool {
        let gap = &self.prose[own.end..hit.range.start.max(own.end)];
        // "Under ISO 9001:2008, obsolete documents are withdrawn": the clause goes on about something else.
        let goes_on = || {
            let first = self.words(own.end..hit.range.start).next();
            let head = self.clause_head(own, BRACKETED);
            let mut lead = self.words(head);
            let led = lead.next().is_some_and(is_preposition) && lead.count() < LEAD;
            led && gap.trim_start().starts_with(',') && first.is_some_and(|word| !relates(word) && !is_adverb(word))
        };
        self.prose[own.end..].trim_start().starts_with([',', '(', ':'])
            && !gap.contains(')')
            && !goes_on()
            && !self.has_citation(&(own.end..hit.range.start))
    }

    /// What stands before the citation in its clause, which the last of some signs begins.
    pub(super) fn clause_head(&self, own: &Range<usize>, signs: &[char]) -> Range<usize> {
        let head = &self.prose[self.start..own.start];
        let from = head.rfind(signs).map_or(0, |at| at + 1);
        self.start + from..own.start
    }

    /// True if what stands behind a state is a citation: "replaced ISO 9001:2008".
    pub(super) fn has_object(&self, hit: &Hit) -> bool {
        let end = hit.range.end;
        if SHORT_CUES.contains(hit.cue.words()) {
            return false;
        }
        if !self.parts(hit) && self.names_foreign(end, false) {
            return true;
        }
        let next = self.citations.iter().map(|one| one.reference.range.start).filter(|at| *at >= end).min();
        !self.parts(hit)
            && next
                .is_some_and(|next| self.is_small(end..next, Gap::Before) && !self.words(end..next).any(is_preposition))
    }

    /// True if what a verb directly behind a citation is about stands in quotation marks: "replaced "records" with".
    fn has_quotation(&self, hit: &Hit) -> bool {
        let rest = self.prose[hit.range.end..self.end()].trim_start();
        let quoted = rest.starts_with(['"', '“', '„', '«', '‘', '\'', '`']);
        quoted && !self.words(self.start..hit.range.start).last().is_some_and(is_link)
    }

    /// True if a phrase may end at a place: a sign follows, a number, a preposition or the verb of a clause.
    pub(super) fn ends_phrase(&self, end: usize) -> bool {
        let rest = self.lower[end - self.start..].trim_start();
        let Some(next) = rest.chars().next().filter(|one| one.is_alphabetic()) else { return true };
        let word = rest.split(|one: char| !one.is_alphanumeric()).next().unwrap_or_default();
        let behind = rest[word.len()..].trim_start();
        let day = is_article(word) && behind.starts_with(|one: char| one.is_ascii_digit());
        day || is_preposition(word) || is_link(word) || is_joined_script(next)
    }

    /// True if the citation itself is what the sentence speaks of: not "access under ISO 9001", but "certificates to".
    pub(super) fn is_subject(&self, own: &Range<usize>) -> bool {
        let mut rest = &self.lower[..own.start - self.start];
        let mut depends = false;
        loop {
            let head = rest.trim_end_matches(|one: char| !one.is_alphanumeric());
            if head.is_empty() || rest[head.len()..].contains([',', ':', ';', '(', ')', '|']) {
                return !depends;
            }
            let last = head.char_indices().rev().find(|(_, one)| !one.is_alphanumeric());
            let start = last.map_or(0, |(at, one)| at + one.len_utf8());
            let word = &head[start..];
            if is_preposition(word) && is_link(word) && !depends {
                // "when" and "since" begin a clause, whose subject follows.
                return true;
            } else if is_preposition(word) {
                // At the head of a sentence "de" may be an article of another language.
                depends |= (start > 0 && !is_label(&head[..start])) || !is_filler(word);
            } else if depends && !is_article(word) && !is_link(word) {
                // "Certificates issued to" are as good as certificates, "the 14 domains of" as the standard.
                let counted = head[..start].trim_end().ends_with(|one: char| one.is_ascii_digit());
                return is_filler(word) || counted;
            } else if !is_filler(word) && !is_link(word) {
                return !is_related(&head[..start]);
            }
            rest = &head[..start];
        }
    }
}

/// True if a sentence begins behind a text, as behind a label.
fn is_label(text: &str) -> bool {
    text.trim_end().ends_with(':')
}

/// True for a cue by which one thing is compared with another.
fn is_comparison(hit: &Hit) -> bool {
    let words = hit.cue.first();
    !hit.cue.open_end && COMPARISONS.iter().any(|head| words.starts_with(head))
}

/// True if the verb behind a text is that of a clause about the noun before it: "documents that do not".
fn is_related(head: &str) -> bool {
    let clause = head.rsplit([',', ':', ';', '(', ')', '|']).next().unwrap_or_default();
    let mut words = clause.rsplit(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty());
    let begins = |word: &str| relates(word) && !is_filler(word);
    words.find(|word| begins(word) || !(is_link(word) || is_denial(word) || *word == "do")).is_some_and(begins)
}

/// The sign that ends what another begins: brackets, quotation marks, a comma.
pub(super) fn closing(open: char) -> Option<char> {
    const PAIRS: [(char, char); 9] = [
        ('(', ')'),
        ('"', '"'),
        ('“', '”'),
        ('„', '“'),
        ('«', '»'),
        ('»', '«'),
        ('「', '」'),
        ('『', '』'),
        (',', ','),
    ];
    PAIRS.iter().find(|(one, _)| *one == open).map(|(_, close)| *close)
}

/// True for a cue that denies by itself, so that another denial only goes with it: "none … no longer".
fn is_negative(hit: &Hit) -> bool {
    hit.cue.parts().flat_map(|part| part.split(' ')).any(is_denial)
}

/// True for a word such as "now", which goes with a verb and is none.
fn is_adverb(word: &str) -> bool {
    is_link(word) && languages().all(|one| verb(one, word).is_none())
}

/// How many words may lead to a citation behind the first: "as required by".
const LEAD: usize = 4;

/// How many words before a cue may deny it.
const NEAR: usize = 4;

/// What tells of the past, and behind a form of "be", or at the beginning, what something is for.
const USED_TO: &str = "used to";

/// Words that turn "no longer" round: "it is no longer possible without".
const LACKS: &[&str] = &["without", "ohne", "sans", "sin", "sem", "senza", "zonder"];

/// How many words may stand between "no longer" and what is no longer used: the verb and one more.
const VERB: usize = 2;

/// How many words may stand between the two parts of such a cue and the citation: "nobody may be certified to".
const VERBS: usize = 4;

/// How far around a cue a script without spaces may deny it, in bytes.
const BESIDE: usize = 24;

/// True for a word of a script without spaces.
fn is_joined_script_word(word: &str) -> bool {
    word.chars().all(is_joined_script)
}
