//! What a document calls itself in its first sentences, where its title is only the word for its kind.

use super::super::plan::{Of, Plan, plan};
use super::super::seen::seen_in;
use super::super::title::{Promise, plain};
use super::Surveyor;
use crate::document::Kind;
use crate::rule::facts::Form;

/// How many blocks of text say what the document is.
const TEXTS: usize = 2;

/// Titles that say of what kind a document is and nothing of what it is about, in small letters.
const KINDS: &[&str] = &[
    "policy", "our policy", "policy statement", "statement of policy", "plan", "procedure", "process", "charter",
    "standard", "richtlinie", "leitlinie", "politik", "verfahren", "politique", "charte", "procédure", "política",
    "procedimiento", "procedimento", "politica", "procedura", "beleid", "beleidsverklaring", "方針", "基本方針",
    "ポリシー", "規程", "方针", "政策", "制度",
];

/// Words before the name of a document that say that it is this one.
const THIS: &[&str] = &[
    "this", "our", "diese", "dieser", "unsere", "cette", "présente", "notre", "esta", "presente", "nuestra", "nossa",
    "questa", "nostra", "dit", "ons", "本", "この",
];

impl Surveyor<'_> {
    /// Lets a title of one word promise what the first sentences call the document: "This information security policy …".
    pub(super) fn name_by_text(&self, promises: &mut [Promise]) {
        let kind = |one: &Promise| one.block.is_some_and(|at| KINDS.contains(&&*plain(self.blocks[at].prose.text())));
        for promise in promises.iter_mut().filter(|one| one.form == Form::Title && kind(one)) {
            let named: Vec<usize> = self.named_at_first().collect();
            promise.lists.extend(named);
        }
    }

    /// Lists of titles of which the first sentences have a phrase behind a word for the document itself.
    fn named_at_first(&self) -> impl Iterator<Item = usize> {
        let is_title = |list: usize| (0..plan().elements.len()).any(|at| Plan::list(at, Of::Titles) == list);
        let texts = (0..self.blocks.len())
            .filter(|at| self.blocks[*at].kind == Kind::Text && !self.blocks[*at].prose.is_empty())
            .take(TEXTS);
        texts.flat_map(|at| seen_in(&self.seen, &(at..at + 1)).iter()).filter_map(move |(list, at, range)| {
            let before = self.blocks[*at].prose.text()[..range.start].trim_end().to_lowercase();
            let is_this = |word: &&str| {
                before.strip_suffix(*word).is_some_and(|rest| {
                    !word.is_ascii() || rest.is_empty() || rest.ends_with(|one: char| !one.is_alphanumeric())
                })
            };
            (is_title(*list) && THIS.iter().any(is_this)).then_some(*list)
        })
    }
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
            let facts = survey(&SourceFile::from_text("a.md", text), Format::Markdown);
            facts.evidence.iter().any(|one| one.standing == Standing::Kept)
        };
        let body =
            "It holds for all who work here and for all systems, and the board reads it again in May of each year.";
        for own in [
            "# Policy\n\nThis information security policy says what the house wants.",
            "# Policy statement\n\nThe board cares. Our information security policy is short.",
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
        ] {
            assert!(!is_kept(&format!("{other} {body}\n")), "{other}");
        }
    }
}
