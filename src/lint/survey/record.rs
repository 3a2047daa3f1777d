//! Whether a text is the record of what happened: most of it stands in entries that begin with a day.

use std::ops::Range;

use super::super::dated;
use super::super::substance::row_of;
use super::super::title::Promise;
use super::Surveyor;
use crate::document::Kind;
use crate::rule::facts::Form;

/// How many entries make a record.
const ENTRIES: usize = 2;

/// Words beside the entries from which on a text says what is done each time.
const APPROACH: usize = 30;

impl Surveyor<'_> {
    /// True for a promise of what is done each time that tells what happened: on a day in its title, or on those with which the
    /// entries below it begin.
    pub(super) fn is_story(&self, promise: &Promise, all: &[Promise]) -> bool {
        let title = |one: &Promise| one.block.map_or(self.source.own_path(), |at| self.blocks[at].prose.text());
        let is_procedure = |one: &Promise| dated::is_of_procedure(title(one));
        // The name of a file and the title in it speak for the same text.
        let is_beside = |one: &&Promise| promise.form != Form::Section && one.form != Form::Section;
        let is_named = || is_procedure(promise) || all.iter().filter(is_beside).any(is_procedure);
        promise.is_dated || self.is_record(&promise.extent) && !is_named()
    }

    fn is_record(&self, extent: &Range<usize>) -> bool {
        let begins = |at: &usize| {
            let is_entry = match self.blocks[*at].kind {
                Kind::Item => true,
                Kind::Cell(cell) => cell.column == 0,
                _ => false,
            };
            is_entry && dated::begins_dated(self.blocks[*at].prose.text())
        };
        let dated: Vec<usize> = extent.clone().filter(begins).collect();
        if dated.len() < ENTRIES {
            return false;
        }
        let words = |at: &usize| match row_of(&self.blocks[*at]) {
            None => self.words[*at],
            row => {
                let cells = (*at..extent.end).take_while(|other| row_of(&self.blocks[*other]) == row);
                cells.map(|other| self.words[other]).sum()
            }
        };
        // A procedure may keep its log behind what is to be done.
        let (told, all) = (dated.iter().map(words).sum::<usize>(), self.words_of(extent));
        2 * told > all && all.saturating_sub(told) < APPROACH
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::judgement::{INCIDENTS, holds};

    /// What happened on some days.
    const CASES: [&str; 3] = [
        "4 May: a phone was lost on the way to the fair, and it was wiped on the same evening",
        "9 June: two accounts were locked after a phishing mail, and their passwords were changed",
        "2 Oct: a list of addresses was sent to the wrong customer, who was asked to delete it",
    ];

    #[test]
    fn what_happened_on_some_days_is_no_approach() {
        let list = |title: &str| format!("# {title}\n\n- {}\n", CASES.join("\n- "));
        for title in
            ["Security incidents 2026", "Security incident register", "Security incident report 17", "Data breaches"]
        {
            assert!(!holds(INCIDENTS, &list(title)), "{title}");
        }
        assert!(holds(INCIDENTS, &list("Security incident procedure")), "a procedure may have an example");
        let table = format!(
            "# Security incidents\n\n| Day | What |\n|---|---|\n{}",
            CASES.map(|one| format!("| {} |\n", one.replace(": ", " | "))).concat()
        );
        assert!(!holds(INCIDENTS, &table), "{table}");
        let steps = CASES.map(|one| one.split_once(": ").map_or(one, |(_, rest)| rest)).join("\n- ");
        assert!(holds(INCIDENTS, &format!("# Security incidents\n\n- {steps}\n")), "the days make the difference");
        let approach = "Every security incident is told to the lead at once, who writes it down, decides how grave it is, calls the \
                        director if data of customers are concerned, and closes it when the service works again. Each quarter \
                        the cases are compared.\n\n- 4 May: first text of this page\n- 9 June: telephone numbers changed\n";
        assert!(holds(INCIDENTS, &format!("# Security incidents\n\n{approach}")), "the days of its changes");
    }
}
