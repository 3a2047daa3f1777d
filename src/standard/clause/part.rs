//! Binds a number without the letter: a clause, or a control of the standard that explains the controls.

use super::appendix::{self, LAST_CLAUSE};
use super::bind::bound;
use super::lexicon::{ARTICLES, CLAUSE_LEADS, LOOKUPS, NUMBERED_HEADS, SERIAL_SECTIONS, STANDARDS, TREATMENTS};
use super::mention::{self, Mention, Near, Short};
use super::model::{Bound, Form, Locality, Number, Tie};
use super::others;
use super::row::LABEL;
use super::scan::last_word;
use super::table::{self, Known};
use super::walk::{Walk, only};
use super::words::{self, Word};
use crate::document::{Cell, Kind, Role};
use crate::list::List;
use crate::standard::Standard;

/// What the head of a column or a key calls the numbers under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    /// "Clause", "Clause / Control".
    Clause,
    /// "Section", "Requirement": said of any text.
    Section,
    /// "Control".
    Control,
}

impl Walk<'_> {
    /// Binds a number without the letter: a clause, or a control of the standard that explains the controls.
    pub(super) fn part(&self, block: usize, own: &Locality, beside: Option<usize>) -> Option<Bound> {
        if own.is_foreign {
            return None;
        }
        let prose = self.text(block);
        if let Some(at) = beside {
            let mention = &self.mentions.all[at];
            return if self.is_sent_to(own, mention) { None } else { self.part_of(block, own, Tie::Beside, mention) };
        }
        if own.form == Form::Bare
            && let Some((mention, Short::Number)) = mention::short(prose, own, block)
        {
            return self.part_of(block, own, Tie::Beside, &mention);
        }
        let is_sign = own.form == Form::Section && prose[..own.range.start].trim_end().ends_with('§');
        let is_headed = || {
            let word = last_word(prose[..own.range.start].trim_end()).0;
            own.form == Form::Section && matches!(self.kind(block), Kind::Heading(_)) && words::is_norm_part(word)
        };
        let own = &Locality { form: if is_sign || is_headed() { Form::Clause } else { own.form }, ..own.clone() };
        match self.kind(block) {
            Kind::Cell(cell) if cell.row > 0 => self.in_table(block, own, cell),
            Kind::Metadata | Kind::Item if own.form != Form::Section => {
                let of_list = || self.under_line(block, own).or_else(|| self.under_name(block, own));
                self.under_key(block, own).or_else(of_list).or_else(|| self.in_section(block, own, is_sign))
            }
            Kind::Heading(_) if own.form == Form::Bare => self.under_annex(block, own),
            Kind::Text | Kind::Note | Kind::Heading(_) | Kind::Key(_) | Kind::Code | Kind::Cell(_) => {
                self.in_section(block, own, is_sign)
            }
            Kind::Metadata | Kind::Item => None,
        }
    }

    /// True if a designation is followed by a word that sends the reader to a section of the same document: to a chapter, as
    /// standards call none of theirs in English, to one that the document has, or one that is named beside a certificate: "We
    /// are certified to ISO 22301 (see section 9.7)".
    fn is_sent_to(&self, own: &Locality, mention: &Mention) -> bool {
        let text = self.text(mention.block);
        if own.form != Form::Section || own.range.start < mention.range.end {
            return false;
        }
        let head = text[mention.range.end..own.range.start].trim_end();
        let (word, start) = last_word(head);
        let lead = head[..start].trim_end().trim_end_matches('.');
        let (see, from) = last_word(lead);
        let before = &lead[..from];
        let is_alone = || !before.contains(char::is_alphanumeric);
        // "As ISO 22301 asks, plans are tested (see section 9.7)": the bracket is behind another clause.
        let is_behind_clause = || {
            let clause = before.trim_end().strip_suffix('(').unwrap_or_default();
            clause.split_once(',').is_some_and(|(_, clause)| clause.contains(char::is_alphabetic))
        };
        // "ISO/IEC 20000-1 (see section 9.7.3)" is a number that is known to be wrong.
        let of_controls = || mention.standard.is_some_and(|one| one.id == table::controls().standard);
        let is_own = || {
            word.to_lowercase().starts_with("chapter")
                || self.is_chapter(own.number, false)
                || self.is_weak(mention)
                || (of_controls() && is_past_standard(own, mention))
        };
        LOOKUPS.contains(see.to_lowercase().as_str())
            && ((of_controls() && is_behind_clause()) || (is_alone() && is_own()))
    }

    /// Binds a number that stands in a cell by the head of its column, or by another cell of its row.
    fn in_table(&self, block: usize, own: &Locality, cell: Cell) -> Option<Bound> {
        let fits = own.form == Form::Clause || own.form == Form::Control || self.leads(block, own);
        // "ISO/IEC 27001 clause": no control whose letter was left out.
        let is_clause =
            own.form == Form::Bare && self.head(cell).is_some_and(|head| is_of_clauses(self.label_of(head)));
        let own = &Locality { form: if is_clause { Form::Clause } else { own.form }, ..own.clone() };
        if let Some(at) = self.right_before(block, own).filter(|_| is_clause) {
            return self.part_of(block, own, Tie::Beside, &self.mentions.all[at]);
        }
        if own.form == Form::Section || !fits || names_owner(self.text(block), own.range.end) {
            return None;
        }
        let head = self.head(cell).filter(|head| !self.mentions.of_block(*head).is_empty());
        if let Some(at) = head.and_then(|head| only(self.mentions.of_block(head)).filter(|_| !self.is_shared(head))) {
            let is_told = own.form != Form::Bare || self.leads_to_numbers(at);
            return is_told.then(|| self.part_of(block, own, Tie::Column, &self.mentions.all[at]))?;
        }
        let of_label = || self.labelled(block, own, true).or_else(|| self.in_pairs(block, own, cell));
        let of_label = if head.is_none() { of_label() } else { None };
        of_label.or_else(|| self.part_of(block, own, Tie::Row, &self.mentions.all[self.in_first_cell(block, cell)?]))
    }

    /// True if a head names a standard and besides nothing but what has numbers in it: "ISO/IEC 27001 ref.", but not "ISO/IEC
    /// 27001 manual".
    fn leads_to_numbers(&self, at: usize) -> bool {
        let mention = &self.mentions.all[at];
        let head = self.text(mention.block);
        // A longer one has other words in it, and each row asks.
        if head.len() > LABEL {
            return false;
        }
        let words = [&head[..mention.range.start], &head[mention.range.end..]];
        let is_known = |word: &str| {
            let lower = word.to_lowercase();
            words::class(&lower).is_some() || NUMBERED_HEADS.iter().any(|one| lower.starts_with(one)) || lower.len() < 4
        };
        words.iter().flat_map(|part| part.split(|one: char| !one.is_alphabetic())).all(is_known)
    }

    /// The designation before a number with nothing but blanks between: "ISO/IEC 20000-1 9.7".
    fn right_before(&self, block: usize, own: &Locality) -> Option<usize> {
        let before = self.mentions.of_block(block).rfind(|at| self.mentions.all[*at].range.end <= own.range.start)?;
        let gap = self.text(block).get(self.mentions.all[before].range.end..own.range.start)?;
        gap.trim().is_empty().then_some(before)
    }

    /// Binds a number in a table of names and values, one pair a row: "Standard", and below it "Clause".
    fn in_pairs(&self, block: usize, own: &Locality, cell: Cell) -> Option<Bound> {
        let label = class(self.label_of(self.first_cell(block, cell)?)).filter(|label| *label != Label::Section)?;
        let form = if label == Label::Control { Form::Control } else { Form::Clause };
        let at = self.standard_above(block, cell)?;
        let own = &Locality { form, ..own.clone() };
        let is_ambiguous = form == Form::Control && may_be_clause(own, &self.mentions.all[at]);
        if is_ambiguous { None } else { self.part_of(block, own, Tie::Row, &self.mentions.all[at]) }
    }

    /// True if the head of a column names another collection as well, which may have such numbers.
    fn is_shared(&self, head: usize) -> bool {
        others::in_label(self.label_of(head), false) != Near::Nobody
    }

    /// Binds a number by its key and the object that it belongs to.
    fn under_key(&self, block: usize, own: &Locality) -> Option<Bound> {
        if own.form == Form::Bare && !self.leads(block, own) {
            return None;
        }
        self.labelled(block, own, false).or_else(|| {
            // A list under the designation itself; a declaration of what the document satisfies is judged as such.
            let key = self.key_above().filter(|_| self.kind(block) == Kind::Item && !self.is_declared())?;
            self.part_of(block, own, Tie::Section, &self.mentions.all[only(self.mentions.of_block(key))?])
        })
    }

    /// Binds a number that begins an item of a list by the line above the list: "ISO 22301 clauses:".
    fn under_line(&self, block: usize, own: &Locality) -> Option<Bound> {
        let leads = own.form == Form::Bare && self.kind(block) == Kind::Item && self.leads(block, own);
        let at = self.leading_line(block).filter(|_| leads && self.named[block].citations.is_empty())?;
        let own = &Locality { form: Form::Clause, ..own.clone() };
        self.part_of(block, own, Tie::Section, &self.mentions.all[at])
    }

    /// Binds a clause that begins an item of a list by the line above the list, which names one standard and ends no sentence:
    /// "The system (ISO 22301)". A control without its letter belongs to the annex that the heading above names.
    fn under_name(&self, block: usize, own: &Locality) -> Option<Bound> {
        if self.kind(block) != Kind::Item || !self.named[block].citations.is_empty() {
            return None;
        }
        if own.form == Form::Bare {
            return self.under_annex(block, own);
        }
        let at = self.naming_line(block).filter(|_| own.form == Form::Clause && own.number.depth() > 1)?;
        let line = self.text(self.mentions.all[at].block);
        let is_own = line.split(|one: char| !one.is_alphabetic()).any(appendix::is_own_text)
            || names_owner(self.text(block), own.range.end)
            || self.is_contract()
            || self.is_chapter(own.number, false);
        if is_own { None } else { self.part_of(block, own, Tie::Section, &self.mentions.all[at]) }
    }

    /// Binds an older control without its letter that begins a heading or an item below a heading that names the annex.
    fn under_annex(&self, block: usize, own: &Locality) -> Option<Bound> {
        let heading = self.headings().iter().rev().find(|one| one.is_naming)?;
        let mention = &self.mentions.all[heading.only.filter(|_| heading.names_controls)?];
        let mut words = self.label_of(heading.block).split(|one: char| !one.is_alphabetic()).map(words::class);
        let is_annex = words.any(|class| matches!(class, Some(Word::Annex | Word::Part(Form::Control))));
        let is_older = own.number.depth() == 3 && table::known(own.number) == Known::Older;
        let own = &Locality { form: Form::Control, ..own.clone() };
        (is_annex && is_older && self.leads(block, own)).then(|| self.part_of(block, own, Tie::Section, mention))?
    }

    /// Binds a number under a label such as "Clause" to the standard of its row or object, else to that above.
    fn labelled(&self, block: usize, own: &Locality, with_caption: bool) -> Option<Bound> {
        let words = self.label(block)?;
        let label = class(words).filter(|_| others::in_label(words, true) == Near::Nobody)?;
        let form = if label == Label::Control { Form::Control } else { Form::Clause };
        let own = &Locality { form, ..own.clone() };
        let in_list = || self.key_above().filter(|_| self.kind(block) == Kind::Item);
        let in_object = || in_list().map_or(Near::Nobody, |key| self.alone_in_row(key));
        let (tie, at) = match self.seen().standard.get_or_init(|| self.alone_in_row(block)).or_else(in_object) {
            Near::Mention(at) => (Tie::Row, at),
            Near::Other { .. } => return None,
            Near::Nobody if label == Label::Section => return None,
            Near::Nobody => (if with_caption { Tie::Column } else { Tie::Section }, self.only_above(with_caption)?),
        };
        let mention = &self.mentions.all[at];
        let is_own = match (tie, label) {
            (Tie::Row, Label::Section) => {
                self.is_chapter(own.number, true) || is_past_clauses(own, mention) || self.is_of_other_text(block)
            }
            (Tie::Row, Label::Clause | Label::Control) => false,
            _ => self.is_contract() || self.is_chapter(own.number, false),
        };
        if is_own || (form == Form::Control && may_be_clause(own, mention)) {
            return None;
        }
        self.part_of(block, own, tie, mention)
    }

    /// True if another column has the clauses of the standard, or the texts whose sections these are.
    fn is_of_other_text(&self, block: usize) -> bool {
        let Some(cell) = self.cell(block) else { return false };
        let is_text =
            |head: usize| self.label_of(head).split(|one: char| !one.is_alphabetic()).any(appendix::is_own_text);
        let is_named = |column: usize| {
            let own = self.in_row_of(block).find(|at| self.cell(*at).is_some_and(|one| one.column == column));
            own.is_some_and(|at| !self.mentions.of_block(at).is_empty())
        };
        self.heads(cell).filter(|(column, _)| *column != cell.column).any(|(column, head)| {
            class(self.label_of(head)) == Some(Label::Clause) || (is_text(head) && !is_named(column))
        })
    }

    /// Binds a clause in running text to the standard of its section, or of the document.
    fn in_section(&self, block: usize, own: &Locality, is_sign: bool) -> Option<Bound> {
        if let Some(at) = self.in_sentence_before(block, own) {
            return self.part_of(block, own, Tie::Block, &self.mentions.all[at]);
        }
        let is_told = self.named[block].citations.is_empty() && !names_owner(self.text(block), own.range.end);
        if own.form != Form::Clause || !is_told {
            return None;
        }
        let at = self.only_above(false)?;
        // Behind the last chapter of the standard the number is one of the document's own.
        let is_own = own.number.first() > LAST_CLAUSE || self.is_chapter_below(at, own.number, is_sign);
        if is_own || self.speaks_of_other(at) || self.is_contract() {
            return None;
        }
        self.part_of(block, own, Tie::Section, &self.mentions.all[at])
    }

    /// The standard of a sentence of the same text, where the next one begins with the clause: "We follow ISO 22301. Clause
    /// 8.4.2 asks for it." A text that speaks of a contract may mean a clause of that.
    fn in_sentence_before(&self, block: usize, own: &Locality) -> Option<usize> {
        let at = (*self.seen().alone.get_or_init(|| self.same(self.mentions.of_block(block))))?;
        let prose = self.text(block);
        let head = prose.get(self.mentions.all[at].range.end..own.range.start)?.trim_end();
        let (_, start) = last_word(head);
        let opens = own.form == Form::Clause && own.number.depth() > 2 && own.number.first() <= LAST_CLAUSE;
        let begins = head[start..].starts_with(char::is_uppercase) && head[..start].trim_end().ends_with('.');
        let is_own = || {
            let has_word = || prose.split(|one: char| !one.is_alphabetic()).any(appendix::is_contract_word);
            *self.seen().contract.get_or_init(has_word) || self.is_chapter(own.number, false) || self.is_contract()
        };
        let is_told = opens && begins && !names_owner(prose, own.range.end);
        (is_told && !is_own()).then_some(at)
    }

    /// True if nothing but other numbers stands before a number in its cell, or in the value of its key.
    pub(super) fn leads(&self, block: usize, own: &Locality) -> bool {
        let all = &self.named[block].localities;
        let count = *self.seen().leading.get_or_init(|| self.leading(block));
        all.partition_point(|one| one.range.start < own.range.start) < count
    }

    /// True if several numbers stand there, and nothing before them.
    pub(super) fn is_listed(&self, block: usize) -> bool {
        *self.seen().leading.get_or_init(|| self.leading(block)) > 1
    }

    /// How many numbers of a block have nothing but other numbers before them.
    fn leading(&self, block: usize) -> usize {
        let text = self.text(block);
        let Some((first, rest)) = self.named[block].localities.split_first() else { return 0 };
        let key = self.document.blocks[block].marks.of(Role::Key).first().map(|mark| mark.range.end);
        let start = key.filter(|end| *end <= first.range.start).unwrap_or_default();
        let before = &text[start..first.range.start];
        if !before.trim_start_matches(['*', '"', '\'', '§', ' ', ':', '=', '[']).is_empty() {
            return 0;
        }
        let mut end = first.range.end;
        let joined = rest.iter().take_while(|one| {
            let gap = text.get(std::mem::replace(&mut end, one.range.end)..one.range.start);
            gap.is_some_and(words::joins)
        });
        1 + joined.count()
    }

    /// The only mention in the first cell of a row, if that is a standard whose numbers need no letter.
    fn in_first_cell(&self, block: usize, own: Cell) -> Option<usize> {
        let first = self.first_cell(block, own)?;
        let is_guidance =
            |at: &usize| self.mentions.all[*at].standard.is_some_and(|one| one.id == table::controls().guidance);
        only(self.mentions.of_block(first)).filter(is_guidance)
    }

    fn part_of(&self, block: usize, own: &Locality, tie: Tie, mention: &Mention) -> Option<Bound> {
        let standard = mention.standard.filter(|one| table::knows(one.id))?;
        let mut bound = bound(block, own, tie, mention);
        bound.standard = standard;
        let is_headed = || tie == Tie::Column && self.is_under_controls(block, standard);
        let is_called_clause = || tie == Tie::Beside && is_older_control(own, &bound);
        bound.is_control = is_control(own, standard) || is_headed() || is_called_clause();
        Some(bound)
    }

    /// True if the head of the column says that controls stand in it: "ISO 27001 control".
    fn is_under_controls(&self, block: usize, standard: &Standard) -> bool {
        let head = self.cell(block).and_then(|cell| self.head(cell)).map(|head| self.label_of(head));
        let names = |text: &str| {
            let mut words = text.split(|one: char| !one.is_alphabetic()).map(words::class);
            words.any(|class| matches!(class, Some(Word::Annex | Word::Part(Form::Control))))
        };
        standard.id == table::controls().standard && head.is_some_and(names)
    }
}

/// What a label calls the numbers under it, if it has a word for that.
fn class(label: &str) -> Option<Label> {
    let words = label.split(|one: char| !one.is_alphabetic());
    let class = |word: &str| match words::class(word)? {
        Word::Part(Form::Clause) => Some(Label::Clause),
        Word::Part(Form::Control) | Word::Annex => Some(Label::Control),
        Word::Part(Form::Section) if !SERIAL_SECTIONS.contains(word.to_lowercase().as_str()) => Some(Label::Section),
        Word::Part(_) | Word::Own => None,
    };
    let all: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let is_own = |word: &&str| appendix::is_own_text(word);
    // "Covered in section", but not "Clauses covered in the audit".
    let is_listed = |list: List, word: &str| list.contains(word.to_lowercase().as_str());
    let is_treated = |at: usize| {
        let mut behind = all[at + 2..].iter().skip_while(|word| is_listed(ARTICLES, word));
        is_listed(TREATMENTS, all[at])
            && is_listed(CLAUSE_LEADS, all[at + 1])
            && behind.next().and_then(|word| class(word)) == Some(Label::Section)
            && !all[..at].iter().any(|word| class(word).is_some())
    };
    let is_of_standard = || all.iter().any(|word| is_listed(STANDARDS, word));
    if all.iter().any(is_own) || ((0..all.len().saturating_sub(1)).any(is_treated) && !is_of_standard()) {
        return None;
    }
    let found: Vec<Label> = all.iter().filter_map(|word| class(word)).collect();
    [Label::Clause, Label::Control, Label::Section].into_iter().find(|one| found.contains(one))
}

/// True if the head of a column has a word for clauses and none for controls.
fn is_of_clauses(head: &str) -> bool {
    let mut words = head.split(|one: char| !one.is_alphabetic()).filter_map(words::class);
    let is_control = |class: &Word| matches!(class, Word::Annex | Word::Part(Form::Control));
    class(head) == Some(Label::Clause) && !words.any(|class| is_control(&class))
}

/// True if a number of a section is behind the last clause of a standard and no control of two or three levels either.
fn is_past_clauses(own: &Locality, mention: &Mention) -> bool {
    let is_guidance = mention.standard.is_some_and(|one| one.id == table::controls().guidance);
    let is_control = own.number.depth() > 2 && table::known(own.number) == Known::Older;
    own.number.first() > LAST_CLAUSE && !is_guidance && !is_control
}

/// True if a number is behind the last clause of a standard that has no other parts without a letter.
fn is_past_standard(own: &Locality, mention: &Mention) -> bool {
    let is_guidance = mention.standard.is_some_and(|one| one.id == table::controls().guidance);
    own.number.first() > LAST_CLAUSE && !is_guidance
}

/// True if a number that is merely called a control is one of a clause as well, so that either may be meant.
fn may_be_clause(own: &Locality, mention: &Mention) -> bool {
    let is_of = |list: &&table::List| {
        mention.standard.is_some_and(|one| one.id == list.standard) && mention.year.is_none_or(|year| year == list.year)
    };
    table::lists().iter().filter(is_of).any(|list| list.clauses.contains(&own.number))
}

/// True if a number without the letter is a control of the standard: in the one that explains them every number from
/// its fifth chapter on; in the other what is called so, and a control that no clause has the number of. Of a range the end
/// tells: "7.1 to 7.14".
fn is_control(own: &Locality, standard: &Standard) -> bool {
    if standard.id == table::controls().guidance {
        return own.number.first() > 4;
    }
    let is_bare = own.form == Form::Bare;
    let is_alone = |number: Number| {
        let mut lists = table::lists().iter().filter(|list| list.standard == standard.id);
        // Without a word for clauses a number that is in no list of them is none.
        let is_no_clause = |list: &table::List| {
            list.lacks(number) || (is_bare && number.depth() > 2 && !list.clauses.contains(&number))
        };
        let may_be = match table::known(number) {
            Known::Older => true,
            Known::Newer => is_bare,
            Known::Both | Known::Neither => false,
        };
        let deep = number.depth() > 2 || is_bare;
        may_be && (number.first() > LAST_CLAUSE || (deep && lists.all(is_no_clause)))
    };
    let last = own.last.filter(|_| is_bare);
    standard.id == table::controls().standard
        && (own.form == Form::Control || is_alone(own.number) || last.is_some_and(is_alone))
}

/// True if a number is called a clause of the older edition which has no such clause on record but such a control: "ISO 27001:2013
/// clause 8.3.3".
fn is_older_control(own: &Locality, bound: &Bound) -> bool {
    let is_of = bound.standard.id == table::controls().standard && bound.year == Some(table::controls().from);
    is_of
        && own.form == Form::Clause
        && own.number.depth() == 3
        && own.last.is_none()
        && table::known(own.number) == Known::Older
        && !table::is_clause_of_home(own.number)
}

/// True if a word behind a number says whose it is: "clause 9.7 of the contract".
pub(super) fn names_owner(prose: &str, end: usize) -> bool {
    let behind = prose[end..].trim_start_matches([' ', '\n']);
    words::is_of(&behind[..behind.find(|one: char| !one.is_alphabetic()).unwrap_or(behind.len())])
}
