//! The coverage: which elements a set of documents holds, where, and what each leaves out.

use jiff::civil::Date;

use super::plan::plan;
use crate::finding::Skipped;
use crate::rule::check::element;
use crate::rule::facts::{DocumentFacts, Evidence, Form, Standing};
use crate::source::Place;

/// What a set of documents covers.
#[derive(Debug)]
pub struct Coverage {
    /// The day of the report.
    pub as_of: Date,
    /// How many documents were read.
    pub documents: usize,
    /// The elements, in the order of their clauses.
    pub elements: Vec<Covered>,
    /// What was not read, sorted by path.
    pub skipped: Vec<Skipped>,
}

/// One element and the documents that hold it.
#[derive(Debug)]
pub struct Covered {
    /// Clause of ISO/IEC 20000-1:2018.
    pub clause: &'static str,
    /// Id of the element.
    pub element: &'static str,
    /// What it is, with its article.
    pub name: &'static str,
    /// How the element stands.
    pub state: State,
    /// Every document that promises it, the best first.
    pub holders: Vec<Holder>,
    /// What a complete element speaks of, and where: in the best of the documents that do.
    pub parts: Vec<(&'static str, Option<Place>)>,
}

/// A document that promises an element.
#[derive(Debug)]
pub struct Holder {
    /// The title, heading or declaration.
    pub place: Place,
    /// The text at the place.
    pub text: String,
    /// Where the promise is made.
    pub form: Form,
    /// Why it does not count; nothing if it does.
    pub why_not: Option<String>,
}

/// How an element stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// A document holds it with every part.
    Satisfied,
    /// A document declares that it is what holds it.
    Declared,
    /// A document holds it and parts are left out.
    Incomplete,
    /// A document holds it in a language in which its parts cannot be looked for, and the others do not hold them all.
    Unread,
    /// No document holds it.
    Missing,
}

impl State {
    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Satisfied => "satisfied",
            Self::Declared => "declared",
            Self::Incomplete => "incomplete",
            Self::Unread => "unread",
            Self::Missing => "missing",
        }
    }
}

impl Coverage {
    /// The share of elements and parts that are there, in percent, rounded down.
    #[must_use]
    pub fn percent(&self) -> u8 {
        let (there, all) = self.counts();
        u8::try_from(there * 100 / all.max(1)).unwrap_or(100)
    }

    /// How many elements and parts are there, and how many there should be.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let there = self.elements.iter().map(|one| {
            let parts = one.parts.iter().filter(|(_, place)| place.is_some()).count();
            usize::from(one.state != State::Missing) + parts
        });
        (there.sum(), self.elements.iter().map(|one| 1 + one.parts.len()).sum())
    }
}

/// What documents, sorted by path, cover.
#[must_use]
pub fn covered(facts: &[DocumentFacts]) -> Vec<Covered> {
    let mut all: Vec<Covered> = (0..plan().elements.len()).map(|at| of_element(facts, at)).collect();
    all.sort_by_key(|one| one.clause);
    all
}

fn of_element(facts: &[DocumentFacts], at: usize) -> Covered {
    let one = plan().elements[at];
    let satisfying = element::satisfying(facts, at);
    let parts = plan().parts[at].map_or(&[][..], |parts| parts.parts);
    let anywhere = plan().parts[at].is_some_and(|parts| parts.anywhere);
    // What speaks of a part best is a document of the element, then one of another element, then any.
    let rank = |document: &DocumentFacts| {
        let own = satisfying.iter().position(|(other, _)| other.path == document.path);
        let is_kept = |one: &Evidence| one.standing == Standing::Kept;
        (own.unwrap_or(usize::MAX), !document.evidence.iter().any(is_kept))
    };
    let speaks = |one: &&DocumentFacts| !one.is_foreign && (anywhere || rank(one).0 != usize::MAX);
    let mut speaking: Vec<&DocumentFacts> = facts.iter().filter(speaks).collect();
    speaking.sort_by_key(|one| rank(one));
    let place = |part: usize| {
        let mut places = speaking.iter().flat_map(|document| &document.parts);
        places.find(|(element, number, _)| (*element, *number) == (at, part)).map(|(.., place)| place.clone())
    };
    let is_missing = satisfying.is_empty();
    let mut parts: Vec<_> =
        parts.iter().enumerate().map(|(part, spec)| (spec.name, place(part).filter(|_| !is_missing))).collect();
    // What is in another language nobody has read: it may hold what the others leave out, and nothing else.
    let is_complete = parts.iter().all(|(_, place)| place.is_some());
    let is_unread = !is_complete && satisfying.iter().any(|(document, _)| document.is_foreign);
    if is_unread {
        parts.retain(|(_, place)| place.is_some());
    }
    let state = match satisfying.first() {
        None => State::Missing,
        Some((_, best)) if best.form == Form::Declaration => State::Declared,
        Some(_) if is_unread => State::Unread,
        Some(_) if is_complete => State::Satisfied,
        Some(_) => State::Incomplete,
    };
    let holder = |evidence: &Evidence, counts: bool| Holder {
        place: evidence.label.place.clone(),
        text: evidence.label.text.clone(),
        form: evidence.form,
        why_not: (!counts).then(|| element::why_not(evidence)),
    };
    let mut holders: Vec<Holder> = satisfying.iter().map(|(_, evidence)| holder(evidence, true)).collect();
    if is_missing {
        holders.extend(element::closest(facts, at).map(|(_, evidence)| holder(evidence, false)));
    }
    Covered { clause: one.clause, element: one.id, name: one.name, state, holders, parts }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::lint::survey::survey;
    use crate::source::SourceFile;

    #[test]
    fn what_cannot_be_read_excuses_only_what_the_others_leave_out() {
        let read = |path: &str, text: &str| survey(&SourceFile::from_text(path, text), Format::Markdown, None);
        let english = "# Access control policy\n\nAccess is given by role, and owners of systems review the rights each quarter. Risks are \
                       assessed every year. The statement of applicability says which controls we have chosen.";
        let suppliers = " Suppliers agree to the same controls by contract.\n";
        let polish = "# Polityka kontroli dostępu\n\nPolityka obowiązuje wszystkich pracowników oraz dostawców spółki. Zarząd \
                      zatwierdził ją w maju. Każdy pracownik przechodzi coroczne szkolenie z bezpieczeństwa informacji.\n";
        let state = |text: &str, other: &str| {
            let facts = [read("en/access.md", text), read("pl/access-control-policy.md", other)];
            let covered = covered(&facts).into_iter().find(|one| one.element == "information-security-controls");
            covered.map(|one| (one.state, one.parts.iter().filter(|(_, place)| place.is_some()).count()))
        };
        let whole = format!("{english}{suppliers}");
        assert_eq!(state(&whole, polish), Some((State::Satisfied, 4)));
        assert_eq!(state(english, polish), Some((State::Unread, 3)));
        assert_eq!(state(english, "# Lifts\n\nThe lifts are looked at in spring.\n"), Some((State::Incomplete, 3)));
        assert_eq!(state("# Lifts\n\nThe lifts are looked at in spring.\n", polish), Some((State::Unread, 0)));
    }
}
