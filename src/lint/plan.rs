//! The plan of the survey: every list of phrases that the rules look for, with its number in one lexicon.

use std::sync::LazyLock;

use super::told;
use crate::list::List;
use crate::rule::element::{ByLanguage, Element, Kept, Parts, Topic};
use crate::rule::lexicon::Lexicon;
use crate::rule::words::{
    self, ABSENT, ABSENT_LEADS, ASIDES, DEALING_FOLDERS, DEALINGS, DOCUMENT_LISTS, EARLIER_ONES, EXPLANATIONS,
    GUIDANCE, ITSELF, POINTERS, REPEALS, RETIREMENTS, SOFTWARE, SYSTEM_INITIALS, SYSTEM_SUBJECTS, SYSTEM_TITLES,
    TEMPLATE_FOLDERS, TEMPLATES, UNWRITTEN,
};
use crate::rule::{Check, set};

/// What the rules look for in every document, with the number of each list of phrases.
#[derive(Debug)]
pub struct Plan {
    pub(super) lexicon: Lexicon,
    /// Elements, in the order of the rules.
    pub elements: Vec<&'static Element>,
    /// For each element what a complete one speaks of.
    pub parts: Vec<Option<&'static Parts>>,
    /// Topics, in the order of the rules.
    pub topics: Vec<&'static Topic>,
    /// Documents to be kept.
    pub kept: &'static [Kept],
    pub(super) first_part: Vec<usize>,
    pub(super) first_topic: Vec<usize>,
    pub(super) first_kept: usize,
    /// For each part of each element its list of titles; the groups beside it follow.
    pub(super) named_parts: Vec<Vec<usize>>,
    /// For each element the list of what makes the words of its first part speak of something else; the other parts follow.
    pub(super) first_unless: Vec<usize>,
    /// For each element the list of weak phrases of its first part, with what makes them count and what they never mean; those
    /// of the other parts follow.
    pub(super) first_weak: Vec<usize>,
}

/// A list of an element, in the order in which the lexicon has them.
#[derive(Clone, Copy, Debug)]
pub(super) enum Of {
    Titles,
    Weak,
    Kinds,
    Needs,
    Unless,
    Refuses,
    Rows,
    Proves,
    Broad,
    Bare,
    Matter,
    Joins,
    Topics,
}

/// The element that should be one document, and in which others may stand.
pub(super) const POLICY: &str = "information-security-policy";

/// The element of which a list of boxes to tick may be the steps.
pub(super) const INCIDENTS: &str = "information-security-incidents";

/// The document to be kept that says what the system covers.
const SCOPE: &str = "scope of the SMS";

/// The document to be kept that says which services there are.
const CATALOGUE: &str = "service catalogue";

/// The code of phrases that count in texts of every language.
const ANY: &str = "any";

/// How many lists an element has.
const PER_ELEMENT: usize = 13;

/// Number of the list of titles of a system.
pub(super) const SYSTEM: usize = 0;
/// What says of a whole short text that it is unwritten.
pub(super) const STUB: usize = 1;
/// Titles of explanations.
pub(super) const EXPLAINED: usize = 2;
/// What says of a thing that it is absent.
pub(super) const LACKING: usize = 3;
/// Titles and folders of texts about something that happened or was said.
pub(super) const ASIDE: usize = 4;
/// What only somebody says who tells others how to write.
pub(super) const GUIDING: usize = 5;
/// What a document says of itself.
pub(super) const OWN: usize = 6;
/// Titles of a system with initials that have another meaning.
pub(super) const INITIALS: usize = 7;
/// What shows which meaning they have.
pub(super) const SUBJECT: usize = 8;
/// Titles of forms that others fill in.
pub(super) const TEMPLATE: usize = 9;
/// Folders and statuses of documents that are no longer in force.
pub(super) const RETIRED: usize = 10;
/// What a document says of itself that is no longer in force.
pub(super) const REPEALED: usize = 11;
/// Titles of contracts, tenders and what others wrote.
pub(super) const DEALING: usize = 12;
/// What a text says of which the matter stands elsewhere.
pub(super) const POINTING: usize = 13;
/// What shows that initials stand for text messages or for safety.
pub(super) const OTHER_INITIALS: usize = 14;
/// What shows that a system is a program.
pub(super) const PROGRAM: usize = 15;
/// Titles of lists of documents.
pub(super) const LISTING: usize = 16;
/// What begins a title that names what is missing.
pub(super) const LEADING: usize = 17;
/// Folders of forms that others fill in.
pub(super) const FORMS: usize = 18;
/// Folders of contracts, tenders and what others wrote.
pub(super) const DEALING_FOLDER: usize = 19;
/// What a sentence says that speaks of an earlier document.
pub(super) const EARLIER: usize = 20;
/// What is all of the name of a folder, or of a title, where everything is about security.
pub(super) const SECURITY: usize = 21;
/// Titles of texts that tell how to set something up.
pub(super) const SETTING_UP: usize = 22;
/// What texts that teach say more than once.
pub(super) const LESSON: usize = 23;
/// What a sentence says that leaves a matter to others.
pub(super) const HANDED: usize = 24;
/// Titles of texts that do not say what is done.
pub(super) const HEARSAY: usize = 25;
/// Statuses of drafts.
pub(super) const DRAFT: usize = 26;
/// What says of a thing what it is in general.
pub(super) const DEFINING: usize = 27;
/// What says what is done in one house.
pub(super) const COMMANDING: usize = 28;
/// What heads a list of other documents.
pub(super) const RELATED: usize = 29;
/// Titles of texts about systems of anybody.
pub(super) const STRANGERS: usize = 30;
/// What only an article says of itself.
pub(super) const ARTICLE: usize = 31;
const FIRST: usize = 32;

/// The lists that no rule has for itself, by their numbers.
const SHARED: [List; FIRST] = [
    SYSTEM_TITLES,
    UNWRITTEN,
    EXPLANATIONS,
    ABSENT,
    ASIDES,
    GUIDANCE,
    ITSELF,
    SYSTEM_INITIALS,
    SYSTEM_SUBJECTS,
    TEMPLATES,
    RETIREMENTS,
    REPEALS,
    DEALINGS,
    POINTERS,
    words::OTHER_INITIALS,
    SOFTWARE,
    DOCUMENT_LISTS,
    ABSENT_LEADS,
    TEMPLATE_FOLDERS,
    DEALING_FOLDERS,
    EARLIER_ONES,
    words::SECURITY,
    words::SET_UPS,
    words::LESSONS,
    words::HANDED_OVER,
    words::HEARSAY,
    words::DRAFTS,
    words::DEFINITIONS,
    words::COMMANDS,
    words::RELATED_DOCUMENTS,
    words::SYSTEM_STRANGERS,
    words::ARTICLES_ON,
];

static PLAN: LazyLock<Plan> = LazyLock::new(Plan::of_rules);

/// What the rules look for.
#[must_use]
pub fn plan() -> &'static Plan {
    &PLAN
}

impl Plan {
    fn of_rules() -> Self {
        let checks = || set::rules().iter().map(|rule| rule.check);
        let element = |check| if let Check::MissingElement(one) = check { Some(one) } else { None };
        let topic = |check| if let Check::UnaddressedTopic(one) = check { Some(one) } else { None };
        let kept = |check| if let Check::MissingDocuments(all) = check { Some(all) } else { None };
        let elements: Vec<&Element> = checks().filter_map(element).collect();
        let parts = elements.iter().map(|element| {
            checks().find_map(|check| match check {
                Check::IncompleteElement(parts) if parts.element == element.id => Some(parts),
                _ => None,
            })
        });
        let mut plan = Self {
            lexicon: Lexicon::new(&[]),
            parts: parts.collect(),
            topics: checks().filter_map(topic).collect(),
            kept: checks().find_map(kept).unwrap_or_default(),
            elements,
            first_part: Vec::new(),
            first_topic: Vec::new(),
            first_kept: 0,
            named_parts: Vec::new(),
            first_unless: Vec::new(),
            first_weak: Vec::new(),
        };
        plan.number();
        plan
    }

    /// Gives every list its number and makes the lexicon.
    fn number(&mut self) {
        let mut lists: Vec<List> = SHARED.to_vec();
        // A list kept by language holds nothing for all of them.
        let mut spoken: Vec<(usize, ByLanguage)> = Vec::new();
        for one in &self.elements {
            lists.extend([told::titles(one), one.weak, one.kinds, one.needs, one.unless, one.refuses, one.rows]);
            lists.extend([one.proves, one.broad, one.bare, one.matter, one.joins, one.topics]);
        }
        for parts in &self.parts {
            self.first_part.push(lists.len());
            for part in parts.iter().flat_map(|one| one.parts) {
                spoken.push((lists.len(), part.words));
                lists.push(List::default());
            }
        }
        for topic in &self.topics {
            self.first_topic.push(lists.len());
            lists.extend([topic.titles, topic.unless, topic.when, topic.never]);
            lists.extend(topic.needs);
        }
        self.first_kept = lists.len();
        lists.extend(self.kept.iter().map(|one| one.titles));
        lists.extend(self.kept.iter().map(|one| one.unless));
        for parts in &self.parts {
            let mut named = Vec::new();
            for part in parts.iter().flat_map(|one| one.parts) {
                named.push(lists.len());
                lists.push(part.titles);
                lists.extend(part.beside);
            }
            self.named_parts.push(named);
            self.first_unless.push(lists.len());
            lists.extend(parts.iter().flat_map(|one| one.parts).map(|part| part.unless));
            self.first_weak.push(lists.len());
            for part in parts.iter().flat_map(|one| one.parts) {
                spoken.extend([(lists.len(), part.weak), (lists.len() + 1, part.with)]);
                lists.extend([List::default(), List::default(), part.never]);
            }
        }
        let by_language = spoken.into_iter().flat_map(|(list, all)| {
            all.iter().map(move |(code, own)| (list, Some(*code).filter(|one| *one != ANY), *own))
        });
        let common = lists.iter().enumerate().map(|(at, own)| (at, None, *own));
        self.lexicon = Lexicon::of(common.chain(by_language));
    }

    /// The number of the list of titles of the document that says what the system covers.
    pub(super) fn scope(&self) -> Option<usize> {
        self.kept.iter().position(|one| one.name == SCOPE).map(|at| self.first_kept + at)
    }

    /// The number of the list of titles of a catalogue of services.
    pub(super) fn catalogue(&self) -> Option<usize> {
        self.kept.iter().position(|one| one.name == CATALOGUE).map(|at| self.first_kept + at)
    }

    /// The numbers of the lists of the phrases of a part, and of what makes them speak of something else.
    pub(super) fn part(element: usize, part: usize) -> (usize, usize) {
        (plan().first_part[element] + part, plan().first_unless[element] + part)
    }

    /// The numbers of the lists of weak phrases of a part, of what makes them count, and of what its phrases never mean.
    pub(super) fn weak_part(element: usize, part: usize) -> [usize; 3] {
        let first = plan().first_weak[element] + 3 * part;
        [first, first + 1, first + 2]
    }

    /// True for a list of titles of an element, weak ones too.
    pub(super) fn is_promise(list: usize) -> bool {
        let weak = [Of::Weak, Of::Broad, Of::Bare].map(|one| one as usize);
        Self::is_title(list) || which(list).is_some_and(|one| weak.contains(&one))
    }

    /// True for a list of what must be all of a title.
    pub(super) fn is_bare(list: usize) -> bool {
        list == SECURITY || which(list) == Some(Of::Bare as usize)
    }

    /// True for a list of titles that leave nothing open.
    pub(super) fn is_title(list: usize) -> bool {
        which(list) == Some(Of::Titles as usize)
    }

    /// True for a list of what begins the rows of an element.
    pub(super) fn is_row(list: usize) -> bool {
        which(list) == Some(Of::Rows as usize)
    }

    /// True for a list by which a document is known to be of a kind: of a topic, or one to be kept.
    pub(super) fn is_of_kind(list: usize) -> bool {
        let kept = plan().first_kept;
        plan().first_topic.contains(&list) || (kept..kept + plan().kept.len()).contains(&list)
    }

    /// The number of a list of an element.
    pub(super) fn list(element: usize, which: Of) -> usize {
        FIRST + element * PER_ELEMENT + which as usize
    }
}

/// Which of the lists of an element it is.
fn which(list: usize) -> Option<usize> {
    let own = list.checked_sub(FIRST).filter(|own| *own < plan().elements.len() * PER_ELEMENT)?;
    Some(own % PER_ELEMENT)
}
