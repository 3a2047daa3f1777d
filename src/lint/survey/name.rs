//! What a document calls itself in its first sentence, where its title is only the word for its kind.

use std::ops::Range;

use super::super::plan::{Of, Plan, plan};
use super::super::seen::seen_in;
use super::super::substance::sentence_around;
use super::super::title::{Promise, plain};
use super::Surveyor;
use crate::document::Kind;
use crate::rule::facts::Form;
use crate::rule::words::{DOCUMENT_KINDS, OUR_LEADS, THIS_LEADS};

/// The longest article before such a word, in bytes: "la présente politique".
const ARTICLE: usize = 3;

impl Surveyor<'_> {
    /// Lets a title of one word promise what the first sentence calls the document: "This information security policy …".
    pub(super) fn name_by_text(&self, promises: &mut [Promise]) {
        let kind =
            |one: &Promise| one.block.is_some_and(|at| DOCUMENT_KINDS.contains(&plain(self.blocks[at].prose.text())));
        for promise in promises.iter_mut().filter(|one| one.form == Form::Title && kind(one)) {
            let named: Vec<usize> = self.named_at_first().collect();
            promise.lists.extend(named);
        }
    }

    /// Lists of titles of which the first text has a phrase behind the word for the document itself with which a sentence begins.
    fn named_at_first(&self) -> impl Iterator<Item = usize> {
        let is_title = |list: usize| (0..plan().elements.len()).any(|at| Plan::list(at, Of::Titles) == list);
        let texts = (0..self.blocks.len())
            .filter(|at| self.blocks[*at].kind == Kind::Text && !self.blocks[*at].prose.is_empty())
            .take(1);
        texts.flat_map(|at| seen_in(&self.seen, &(at..at + 1)).iter()).filter_map(move |(list, at, range)| {
            let text = self.blocks[*at].prose.text();
            (is_title(*list) && names_itself(text, range)).then_some(*list)
        })
    }
}

/// True if "this" with which a sentence begins stands before a phrase and before nothing else yet, or "our" at the start.
fn names_itself(text: &str, phrase: &Range<usize>) -> bool {
    let start = sentence_around(text, phrase).start;
    let before = text[start..phrase.start].trim().to_lowercase();
    let is_lead = |word: &str| {
        let article = before.strip_suffix(word);
        article.is_some_and(|one| one.is_empty() || one.len() <= ARTICLE + 1 && one.ends_with(' '))
    };
    let earlier = text[..start].to_lowercase();
    let is_earlier = |word: &str| THIS_LEADS.contains(word) || OUR_LEADS.contains(word);
    let is_first = || !earlier.split(|one: char| !one.is_alphanumeric()).any(is_earlier);
    THIS_LEADS.iter().any(is_lead) && is_first() || start == 0 && OUR_LEADS.iter().any(is_lead)
}

#[cfg(test)]
mod tests {
    use crate::document::Format;
    use crate::lint::survey::survey;
    use crate::rule::facts::Standing;
    use crate::source::SourceFile;

    #[test]
    fn a_title_of_one_word_is_what_the_first_sentence_says() {
        let is_kept = |text: &str| {
            let facts = survey(&SourceFile::from_text("a.md", text), Format::Markdown, None);
            facts.evidence.iter().any(|one| one.standing == Standing::Kept)
        };
        let body =
            "It holds for all who work here and for all systems, and the board reads it again in May of each year.";
        for own in [
            "# Policy\n\nThis information security policy says what the house wants.",
            "# Policy statement\n\nOur information security policy is short.",
            "# Policy\n\nIt is the wish of the board that data is safe. This information security policy says how.",
            "# Leitlinie\n\nDiese Informationssicherheitsleitlinie gilt im ganzen Haus.",
            "# Politique\n\nLa présente politique de sécurité de l'information vaut pour tous.",
            "# Política\n\nEsta política de seguridad de la información vale para todos.",
        ] {
            assert!(is_kept(&format!("{own} {body}\n")), "{own}");
        }
        for other in [
            "# Policy\n\nThis travel policy says what the house wants, as does the information security policy.",
            "# Travel\n\nThis information security policy says what the house wants.",
            "# Policy\n\nSee the information security policy of the group.",
            "# Policy\n\nThis travel policy tells which trains we take. Our information security policy is elsewhere.",
            "# Policy statement\n\nFor data see this information security policy page on the intranet.",
        ] {
            assert!(!is_kept(&format!("{other} {body}\n")), "{other}");
        }
    }
}
