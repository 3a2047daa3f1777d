//! What the front matter, the first lines and the folder of a document say of its life: that it has run out or has not begun, that
//! nobody has approved it, that it is a sample, that it came from a supplier.

use std::sync::LazyLock;

use jiff::civil::Date;

use super::denial::is_blank;
use super::substance::sentence_around;
use super::title::Promise;
use crate::document::{Block, Kind};
use crate::list::List;
use crate::rule::facts::{Form, Standing};
use crate::rule::lexicon::{Lexicon, folded};
use crate::rule::words::{
    APPROVED_KEYS, EXPIRY_KEYS, FOREIGN_NOTES, KIND_KEYS, NOES, OTHER_HEADS, OUR_SUPPLIERS, SAMPLE_KINDS, SAMPLE_NOTES,
    START_KEYS, STARTS, SUCCESSOR_KEYS, SUPPLIER_FOLDERS,
};
use crate::year;

/// How many blocks at the start of a document are looked at.
const HEAD: usize = 24;

/// How many of them are its first lines.
const TEXTS: usize = 2;

/// How many bytes a day has: "2026-12-31".
const DAY: usize = 10;

const SAMPLE: usize = 0;
const FOREIGN: usize = 1;
const START: usize = 2;

static NOTES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[SAMPLE_NOTES, FOREIGN_NOTES, STARTS]));
static SUPPLIERS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[OTHER_HEADS, OUR_SUPPLIERS]));

/// What the entries and the first lines say, with the date on which they are read.
pub(super) fn standing(path: &str, blocks: &[Block], promises: &[Promise], on: Option<Date>) -> Option<Standing> {
    let head = &blocks[..blocks.len().min(HEAD)];
    let entry =
        |block: &Block| block.entry().filter(|_| block.kind == Kind::Metadata).and_then(|one| of_entry(one, on));
    let is_title = |at: usize| promises.iter().any(|one| one.form == Form::Title && one.block == Some(at));
    let is_first = |at: &usize| matches!(head[*at].kind, Kind::Text | Kind::Note) && !is_title(*at);
    let firsts = || (0..head.len()).filter(is_first).take(TEXTS);
    head.iter()
        .find_map(entry)
        .or_else(|| firsts().find_map(|at| of_line(head[at].prose.text(), on)))
        .or_else(|| is_of_supplier(path, blocks).then_some(Standing::Foreign))
}

fn of_entry((key, value): (&str, &str), on: Option<Date>) -> Option<Standing> {
    let key = folded(&key.replace(['_', '-'], " "));
    let key = key.trim();
    let has = |list: List| list.contains(key);
    let value = value.trim().trim_matches(['"', '\'']);
    let day = || value.get(..DAY).and_then(|day| day.parse::<Date>().ok()).zip(on);
    let is_no = || NOES.contains(folded(value).trim());
    // "Nobody yet" is no successor.
    let is_filled = || {
        let is_name = !value.contains(' ') || value.contains(|one: char| one.is_ascii_digit());
        !is_blank(value) && !is_no() && is_name
    };
    match () {
        () if has(SUCCESSOR_KEYS) && is_filled() => Some(Standing::Retired),
        () if has(EXPIRY_KEYS) && day().is_some_and(|(day, on)| day < on) => Some(Standing::Retired),
        () if has(START_KEYS) && day().is_some_and(|(day, on)| day > on) => Some(Standing::Draft),
        () if has(APPROVED_KEYS) && !value.is_empty() && (is_blank(value) || is_no()) => Some(Standing::Draft),
        () if has(KIND_KEYS) && SAMPLE_KINDS.contains(folded(value).trim()) => Some(Standing::Template),
        () => None,
    }
}

/// What the first sentence of a text says that begins with such a phrase.
fn of_line(text: &str, on: Option<Date>) -> Option<Standing> {
    let sentence = folded(&text[sentence_around(text, &(0..0))]);
    let start = sentence.find(char::is_alphanumeric)?;
    let mut found = None;
    NOTES.each(&sentence, |list, range| {
        let is_own = range.start == start;
        let is_to_come =
            || on.zip(years_behind(&sentence[range.end..]).next()).is_some_and(|(on, year)| year > on.year());
        found = found.or(match list {
            SAMPLE if is_own => Some(Standing::Template),
            FOREIGN if is_own => Some(Standing::Foreign),
            START if is_to_come() => Some(Standing::Draft),
            _ => None,
        });
    });
    found
}

/// The years that stand in a text.
fn years_behind(text: &str) -> impl Iterator<Item = i16> {
    let words = text.split(|one: char| !one.is_ascii_digit()).filter(|word| year::leads(word));
    words.filter_map(|word| word.parse().ok())
}

/// True for a document in a folder of suppliers that nowhere speaks of them: it is theirs.
fn is_of_supplier(path: &str, blocks: &[Block]) -> bool {
    let name = |folder: &str| {
        let plain = folded(&folder.replace(['_', '-'], " "));
        plain.trim_start_matches(|one: char| !one.is_alphabetic()).trim().to_owned()
    };
    if !path.rsplit('/').skip(1).any(|folder| SUPPLIER_FOLDERS.contains(&name(folder))) {
        return false;
    }
    let speaks = |text: &str| {
        let mut found = false;
        SUPPLIERS.each(&folded(text), |_, _| found = true);
        found
    };
    let file = path.rsplit('/').next().unwrap_or(path);
    !speaks(&file.replace(['_', '-'], " ")) && !blocks.iter().any(|block| speaks(block.prose.text()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::document::Format;
    use crate::lint::survey::survey;
    use crate::rule::facts::Standing;
    use crate::source::SourceFile;

    const BODY: &str = "This policy holds for everybody who works here, for all sites and all systems. The board protects the \
                        information of our customers and answers questions about it.";

    fn standing(path: &str, head: &str) -> Option<Standing> {
        let text = format!("{head}\n\n{BODY}\n");
        let on = Some(date(2026, 11, 22));
        let facts = survey(&SourceFile::from_text(path, &text), Format::Markdown, on);
        facts.evidence.iter().map(|one| one.standing).min()
    }

    fn with(entry: &str) -> String {
        format!("---\n{entry}\n---\n\n# Information Security Policy")
    }

    fn below(line: &str) -> String {
        format!("# Information Security Policy\n\n{line}")
    }

    #[test]
    fn entries_and_first_lines_tell_that_a_document_does_not_count() {
        for (head, told) in [
            (with("superseded_by: POL-09"), Standing::Retired),
            (with("valid_until: 2021-12-31"), Standing::Retired),
            (with("effective_date: 2030-01-01"), Standing::Draft),
            (with("approved: false"), Standing::Draft),
            (with("approval: pending"), Standing::Draft),
            (with("type: template"), Standing::Template),
            (with("status: rejected"), Standing::Draft),
            (below("This is a sample policy. Adapt it to your organisation."), Standing::Template),
            (below("This policy belongs to our supplier Hosting Ltd."), Standing::Foreign),
            (below("This policy takes effect on 1 January 2030."), Standing::Draft),
            (below("**Draft for discussion**"), Standing::Draft),
            (below("Not in force yet."), Standing::Draft),
            (below("Expired on 31 December 2020."), Standing::Retired),
        ] {
            assert_eq!(standing("docs/a.md", &head), Some(told), "{head}");
        }
    }

    #[test]
    fn what_only_looks_like_it_counts() {
        for head in [
            with("superseded_by: none"),
            with("superseded_by:"),
            with("valid_until: 2030-12-31"),
            with("effective_date: 2024-01-01"),
            with("approved: true"),
            with("approval: Board, 3 March 2026"),
            with("type: policy"),
            with("next_review: 2027-01-01"),
            below("This policy took effect on 1 January 2020."),
            below("This policy is part of our system."),
            below("This policy takes effect on 3 March 2026 and will be reviewed in 2027."),
            with("superseded_by: nobody yet"),
            with("type: form"),
        ] {
            assert_eq!(standing("docs/a.md", &head), Some(Standing::Kept), "{head}");
        }
    }

    #[test]
    fn folders_of_suppliers_hold_what_suppliers_wrote() {
        let policy = "# Information Security Policy";
        for path in ["suppliers/hosting/a.md", "02 Lieferanten/a.md", "third-party/a.md", "proveedores/x/a.md"] {
            assert_eq!(standing(path, policy), Some(Standing::Foreign), "{path}");
        }
        let ours = "# Information Security Policy for Suppliers";
        assert_eq!(standing("suppliers/a.md", ours), Some(Standing::Kept));
        let ours = below("Our suppliers sign it with their contract.");
        assert_eq!(standing("suppliers/a.md", &ours), Some(Standing::Kept));
        let ours = below("Each supplier agrees to this policy by contract.");
        assert_eq!(standing("suppliers/a.md", &ours), Some(Standing::Kept));
        assert_eq!(standing("supplier-management/a.md", policy), Some(Standing::Kept));
    }
}
