//! Whether somebody who may approve has signed a document: a name and such a role stand below "Signed" or below place and day.

use std::sync::LazyLock;

use super::super::plan::{POLICY, plan};
use super::super::substance::count_words;
use super::Surveyor;
use super::said::PartOf;
use crate::document::Kind;
use crate::rule::lexicon::{Lexicon, folded};
use crate::rule::words::{SIGNING_LINES, SIGNING_ROLES};
use crate::standard::context::word::month;
use crate::year;

/// The longest line of a signature, in bytes.
const LINE: usize = 90;

/// Most words of place and day.
const PLACE: usize = 6;

/// Words of a name.
const NAME: usize = 2;

static ROLES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[SIGNING_ROLES]));

/// The part that a signature is.
const APPROVAL: &str = "approval by management";

impl Surveyor<'_> {
    /// The first block that is the signature of somebody who may approve, if that is what the part asks for.
    pub(super) fn signature(&self, one: PartOf, is_there: &dyn Fn(usize) -> bool) -> Option<usize> {
        let is_asked = plan().elements[one.element].id == POLICY
            && plan().parts[one.element].is_some_and(|all| all.parts[one.part].name == APPROVAL);
        let line = |at: usize| {
            let block = &self.blocks[at];
            let text = block.prose.text().trim();
            let is_line =
                block.kind == Kind::Text && !text.is_empty() && text.len() <= LINE && self.levels[at].is_none();
            is_line.then_some(text)
        };
        let is_signed = |at: &usize| {
            is_there(*at) && line(*at).is_some_and(is_name_with_role) && line(at - 1).is_some_and(is_over_signature)
        };
        if is_asked { (1..self.blocks.len()).find(is_signed) } else { None }
    }
}

/// True for "Karl Huber, Geschäftsführer" and no sentence.
fn is_name_with_role(line: &str) -> bool {
    let words = folded(line);
    let mut role = None;
    ROLES.each(&words, |_, place| role = role.clone().or(Some(place)));
    let is_name = |before: &str| {
        let names = before.split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
        names.count() >= NAME && before.trim_end().ends_with([',', '\n', '(', '-', '–']) || before.ends_with('\n')
    };
    !line.ends_with(['.', ':', '?', '!']) && role.is_some_and(|role| is_name(&line[..role.start]))
}

/// True for "Signed" and for "München, den 3. März 2026".
fn is_over_signature(line: &str) -> bool {
    let words = folded(line);
    let plain = words.trim_matches(|one: char| !one.is_alphanumeric());
    let parts = || words.split(|one: char| !one.is_alphanumeric()).filter(|part| !part.is_empty());
    let is_number = |part: &str| part.len() <= 2 && part.bytes().all(|one| one.is_ascii_digit());
    let is_dated = parts().any(year::is_written)
        && (parts().any(|part| month(part).is_some()) || parts().filter(|part| is_number(part)).count() == 2);
    let is_day = is_dated && count_words(line) <= PLACE && !line.contains([':', '：']) && !line.ends_with(['.', '!']);
    SIGNING_LINES.contains(plain) || is_day
}

#[cfg(test)]
mod tests {
    use super::super::tests::judgement::{POLICY, parts};

    fn is_approved(text: &str) -> bool {
        let text = format!(
            "# Information security policy\n\nWe protect information against loss, theft and misuse. Passwords are long. Laptops are \
             encrypted. Visitors are met at the door. Old disks are shredded.\n\n{text}\n"
        );
        parts(POLICY, &text).contains(&"approval by management")
    }

    #[test]
    fn a_signature_approves() {
        for text in [
            "Signed\n\nAnna Kowalska\nChief Executive Officer",
            "München, den 3. März 2026\n\nKarl Huber, Geschäftsführer",
            "Lyon, le 12/01/2026\n\nMarie Dupont, directrice générale",
        ] {
            assert!(is_approved(text), "{text}");
        }
    }

    #[test]
    fn a_name_does_not() {
        for text in [
            "Contact\n\nAnna Kowalska, Chief Executive Officer",
            "3 March 2026\n\nAnna Kowalska, trainee",
            "On 3 March 2026 the office moved.\n\nAnna Kowalska, Chief Executive Officer",
            "3 March 2026\n\nThe phone of Anna Kowalska and the Chief Executive Officer has changed",
        ] {
            assert!(!is_approved(text), "{text}");
        }
    }
}
