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
        promise.is_dated
            || (self.is_record(&promise.extent) || self.is_tale(&promise.extent, title(promise))) && !is_named()
    }

    /// True for a text below a title with a year that tells what happened, in several sentences, and nowhere what is done.
    fn is_tale(&self, extent: &Range<usize>, title: &str) -> bool {
        dated::has_year(title) && self.only_tells(extent)
    }

    fn is_record(&self, extent: &Range<usize>) -> bool {
        let begins = |at: &usize| {
            let is_entry = match self.blocks[*at].kind {
                Kind::Item => true,
                Kind::Cell(cell) => cell.column == 0,
                Kind::Heading(_) => true,
                _ => false,
            };
            let text = self.blocks[*at].prose.text();
            is_entry && (dated::begins_dated(text) || dated::begins_numbered(text))
        };
        let dated: Vec<usize> = extent.clone().filter(begins).collect();
        if dated.len() < ENTRIES {
            return false;
        }
        let words = |at: &usize| match row_of(&self.blocks[*at]) {
            None if matches!(self.blocks[*at].kind, Kind::Heading(_)) => {
                let below = (at + 1..extent.end).take_while(|other| self.levels[*other].is_none());
                below.map(|other| self.words[other]).sum()
            }
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
        let headed = |numbers: [&str; 2]| {
            let entries = numbers.iter().zip(CASES).map(|(number, case)| format!("## {number}\n\n{case}.\n\n"));
            format!("# Security incidents\n\n{}", entries.collect::<String>())
        };
        assert!(!holds(INCIDENTS, &headed(["INC-2026-014 Lost phone", "INC-2026-015 Phishing"])));
        assert!(holds(INCIDENTS, &headed(["PR-01 Lost phone", "PR-02 Phishing"])), "numbers of steps");
        let tale = "We recorded 14 security incidents. Three were classified as high and were told to the security officer. All \
                    were resolved and closed within two days. We looked at each of them and bought a better filter for mail.";
        for title in ["Security incidents 2025", "Security incidents in the year 2025"] {
            assert!(!holds(INCIDENTS, &format!("# {title}\n\n{tale}\n")), "{title}");
        }
        assert!(!holds(INCIDENTS, &format!("# Information security incident report Q3/2026\n\n{tale}\n")));
        let rule = "Every security incident is recorded, classified and told to the security officer, who decides what is done.";
        for text in [
            format!("# Security incident procedure 2025\n\n{tale}\n"),
            format!("# Security incidents 2025\n\n{tale} {rule}\n"),
            format!("# Security incidents\n\n{tale}\n"),
            format!(
                "# Security incident handling (valid 2026)\n\n{rule} Whoever was hacked calls the desk. If a phone was lost, it is wiped.\n"
            ),
        ] {
            assert!(holds(INCIDENTS, &text), "{text}");
        }
        let steps = CASES.map(|one| one.split_once(": ").map_or(one, |(_, rest)| rest)).join("\n- ");
        assert!(holds(INCIDENTS, &format!("# Security incidents\n\n- {steps}\n")), "the days make the difference");
        let approach = "Every security incident is told to the lead at once, who writes it down, decides how grave it is, calls the \
                        director if data of customers are concerned, and closes it when the service works again. Each quarter \
                        the cases are compared.\n\n- 4 May: first text of this page\n- 9 June: telephone numbers changed\n";
        assert!(holds(INCIDENTS, &format!("# Security incidents\n\n{approach}")), "the days of its changes");
    }
}
