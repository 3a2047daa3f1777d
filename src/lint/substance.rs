//! The substance of a document: how much of it is said in sentences or in steps, and how much is only named.

use std::ops::Range;
use std::sync::LazyLock;

use super::plan::LACKING;
use super::seen::Seen;
use crate::document::{Block, Format, Kind};
use crate::rule::lexicon::{Lexicon, folded, is_joined};
use crate::rule::words::{CONTROL_LABELS, DOCUMENT_NAMES, OUTLINES, PARTICULARS};
use crate::standard::context::word::month;

/// Words that make a block a sentence rather than a name in a list.
const SENTENCE: usize = 6;

/// How many short entries of one list or table are steps, not just a few names.
const STEPS: usize = 3;

/// Words that a step in a listing has at least.
const WORDS: usize = 3;

/// What a step counts, in words: it says as much as a short sentence.
const STEP: usize = 7;

/// How far a sentence goes on either side of what it is asked for, in bytes.
const LONG: usize = 1024;

/// The longest label of an entry, in bytes.
const LABEL: usize = 60;

/// Most words of the name of a document in a list.
const NAME: usize = 7;

/// Cells of a row that has a control, what is decided on it and why.
const WIDE: usize = 5;

const OUTLINE: usize = 0;
const PARTICULAR: usize = 1;
const CONTROL: usize = 2;

static LABELS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[OUTLINES, PARTICULARS, CONTROL_LABELS]));

/// An entry of a list or a row of a table: its blocks and its words.
struct Entry {
    blocks: Range<usize>,
    words: usize,
}

/// Words in sentences and steps, by block. Where the document is a table, a row is a sentence.
pub(super) fn words_of_blocks(
    text: &str,
    blocks: &[Block],
    format: Format,
    is_title: &dyn Fn(usize) -> bool,
) -> Vec<usize> {
    let words = |(at, block): (usize, &Block)| if is_title(at) { 0 } else { sentence_words(block, format) };
    let mut counts: Vec<usize> = blocks.iter().enumerate().map(words).collect();
    if format.is_data() {
        count_rows(blocks, &mut counts);
    }
    let mut start = 0;
    let list_of = |block: &Block| list_of(block, format);
    for run in blocks.chunk_by(|a, b| list_of(a).is_some() && list_of(a) == list_of(b)) {
        if run.len() >= STEPS && list_of(&run[0]).is_some() && !is_history(run) {
            count_steps(text, blocks, start..start + run.len(), &mut counts);
        }
        start += run.len();
    }
    counts
}

/// What makes blocks one list: nothing more for items, the number for tables. Where nothing is marked, short lines with
/// numbers are taken for headings; several of them with nothing below are a list.
fn list_of(block: &Block, format: Format) -> Option<Option<usize>> {
    match block.kind {
        Kind::Item => Some(None),
        Kind::Cell(cell) => Some(Some(cell.table)),
        Kind::Heading(level) if format == Format::Plain || format.container().is_some() => {
            Some(Some(usize::MAX - usize::from(level)))
        }
        Kind::Text | Kind::Note | Kind::Heading(_) | Kind::Code | Kind::Metadata | Kind::Key(_) => None,
    }
}

/// Table and row of a cell.
pub(super) fn row_of(block: &Block) -> Option<(usize, usize)> {
    if let Kind::Cell(cell) = block.kind { Some((cell.table, cell.row)) } else { None }
}

fn count_rows(blocks: &[Block], counts: &mut [usize]) {
    let mut start = 0;
    for row in blocks.chunk_by(|a, b| row_of(a).is_some() && row_of(a) == row_of(b)) {
        let all: usize = row.iter().map(|block| count_words(block.prose.text())).sum();
        if row_of(&row[0]).is_some() && all >= SENTENCE {
            for (at, block) in row.iter().enumerate() {
                counts[start + at] = count_words(block.prose.text());
            }
        }
        start += row.len();
    }
}

/// Counts the short entries of a list or table, if there are some that say more than a name.
fn count_steps(text: &str, blocks: &[Block], list: Range<usize>, counts: &mut [usize]) {
    let says = |entry: &Entry| entry.words > 0 && !is_name(text, &blocks[entry.blocks.clone()]);
    let steps: Vec<Entry> = entries(blocks, list).into_iter().filter(says).collect();
    if steps.len() < STEPS {
        return;
    }
    for step in steps {
        let counted: usize = counts[step.blocks.clone()].iter().sum();
        counts[step.blocks.start] += STEP.saturating_sub(counted);
    }
}

/// The items of a list, or the rows of a table without its head.
fn entries(blocks: &[Block], list: Range<usize>) -> Vec<Entry> {
    let mut all = Vec::new();
    let mut start = list.start;
    for row in blocks[list].chunk_by(|a, b| row_of(a).is_some() && row_of(a) == row_of(b)) {
        let words = row.iter().map(|block| count_words(block.prose.text())).sum();
        if !matches!(row[0].kind, Kind::Cell(cell) if cell.row == 0) {
            all.push(Entry { blocks: start..start + row.len(), words });
        }
        start += row.len();
    }
    all
}

/// True for the table of the versions of a document.
fn is_history(table: &[Block]) -> bool {
    let head: Vec<&Block> =
        table.iter().take_while(|one| matches!(one.kind, Kind::Cell(cell) if cell.row == 0)).collect();
    let formal = head.iter().filter(|one| label_in(one.prose.text(), PARTICULAR)).count();
    head.first().is_some_and(|one| label_in(one.prose.text(), PARTICULAR)) && formal * 2 > head.len()
}

/// True for an entry that only names something: a document, a chapter, who wrote it and when, a link, a blank.
fn is_name(text: &str, entry: &[Block]) -> bool {
    let first = entry[0].prose.text().trim();
    let label = first.split([':', '：']).next().unwrap_or(first).trim();
    let is_alone = label.len() == first.trim_end_matches([':', '：']).len() && entry[1..].iter().all(is_void);
    is_link(text, &entry[0])
        || label_in(label, PARTICULAR)
        || is_alone && label_in(label, OUTLINE)
        || is_document(label) && count_words(label) <= NAME
        || entry.iter().all(is_void)
        || is_undecided(entry)
}

/// True for a row that names a control and leaves all else blank: "5.3 | Segregation of duties | — | — | — | —".
fn is_undecided(row: &[Block]) -> bool {
    row_of(&row[0]).is_some() && row.len() >= WIDE && row[2..].iter().all(is_void)
}

fn is_void(block: &Block) -> bool {
    super::denial::is_blank(block.prose.text())
}

/// True for an entry that is nothing but a link.
fn is_link(text: &str, block: &Block) -> bool {
    let prose = block.prose.text();
    let span = block.prose.source_span(0, prose.len());
    let is_marked = text[..span.start].ends_with('[') && text[span.end..].starts_with(']');
    is_marked || prose.trim_start().starts_with("[[") && prose.trim_end().ends_with("]]")
}

/// True for what ends like the name of a document.
pub(super) fn is_document(label: &str) -> bool {
    let label = folded(label);
    let label = label.trim();
    DOCUMENT_NAMES.iter().any(|name| label.ends_with(name) && label != name)
}

/// True for a label of who wrote a document, when, and where it is kept.
pub(super) fn is_particular(label: &str) -> bool {
    label_in(label, PARTICULAR)
}

/// True for the name of a chapter of a document, with its number or without.
pub(super) fn is_chapter(label: &str) -> bool {
    label_in(label, OUTLINE)
}

/// True for a label of an entry that tells which document it is and whose.
pub(super) fn is_of_document(label: &str) -> bool {
    label_in(label.trim_matches(['*', '_', ' ', '-']), CONTROL)
}

/// True if a phrase of the list is all of a label, whatever number stands before it.
fn label_in(label: &str, list: usize) -> bool {
    let label = label.trim().trim_end_matches([':', '：']);
    let label = label.trim_start_matches(|one: char| one.is_ascii_digit() || matches!(one, '.' | ' ' | ')'));
    if label.is_empty() || label.len() > LABEL {
        return false;
    }
    let mut found = false;
    let words = folded(label);
    LABELS.each(&words, |one, range| found |= one == list && range == (0..words.len()));
    found
}

/// Words of a block that is a sentence; a name in a list counts nothing.
fn sentence_words(block: &Block, format: Format) -> usize {
    let is_text = match block.kind {
        Kind::Text | Kind::Note | Kind::Item | Kind::Cell(_) => true,
        Kind::Metadata => format != Format::Markdown && format.container().is_none(),
        Kind::Heading(_) | Kind::Key(_) | Kind::Code => false,
    };
    let words = if is_text { count_words(block.prose.text()) } else { 0 };
    if words < SENTENCE { listed_words(block) } else { words }
}

/// What the steps count that stand in a listing: some people put lists in plain words there.
fn listed_words(block: &Block) -> usize {
    let is_plain = |one: char| one.is_alphanumeric() || matches!(one, ' ' | ',' | '-' | '\'' | '/' | '(' | ')');
    let is_step = |line: &&str| {
        let step = line.trim().strip_prefix("- ");
        step.is_some_and(|step| count_words(step) >= WORDS && step.chars().all(is_plain))
    };
    let steps = if block.kind == Kind::Code { block.prose.text().lines().filter(is_step).count() } else { 0 };
    if steps < STEPS { 0 } else { steps * STEP }
}

/// Words of a block that stand in sentences on what is absent, of those that it counts.
pub(super) fn lost_words(block: &Block, at: usize, counted: usize, seen: &[Seen]) -> usize {
    if counted == 0 {
        return 0;
    }
    let text = block.prose.text();
    let from = seen.partition_point(|(_, other, _)| *other < at);
    let own = seen[from..].iter().take_while(|(_, other, _)| *other == at).filter(|(list, ..)| *list == LACKING);
    let mut sentences: Vec<Range<usize>> = own.map(|(.., range)| sentence_around(text, range)).collect();
    if !sentences.is_empty() && count_words(text) < SENTENCE {
        return counted;
    }
    sentences.sort_by_key(|one| one.start);
    sentences.dedup();
    sentences.into_iter().map(|one| count_words(&text[one])).sum()
}

/// The sentence in which a range stands; one without an end is cut.
pub(super) fn sentence_around(text: &str, range: &Range<usize>) -> Range<usize> {
    let ends = [". ", ".\n", "! ", "? ", "。"];
    let near = near(text, range, LONG);
    let head = &text[near.start..range.start];
    let is_end = |at: &usize| !is_ordinal(text, *at);
    let last =
        |end: &&str| head.rmatch_indices(*end).map(|(at, _)| near.start + at).find(is_end).map(|at| at + end.len());
    let start = ends.iter().filter_map(last).max();
    let tail = &text[range.end..near.end];
    let first = |end: &&str| tail.match_indices(*end).map(|(at, _)| range.end + at).find(is_end);
    let end = ends.iter().filter_map(first).min();
    start.unwrap_or(near.start)..end.unwrap_or(near.end)
}

/// The text in which the sentence around a range is looked for.
pub(super) fn around<'a>(text: &'a str, range: &Range<usize>) -> &'a str {
    &text[near(text, range, LONG)]
}

/// True for the full stop of a day before its month: "am 5. Mai".
pub(super) fn is_ordinal(text: &str, at: usize) -> bool {
    let number = text[..at].len() - text[..at].trim_end_matches(|one: char| one.is_ascii_digit()).len();
    if !(1..=2).contains(&number) || !text[at..].starts_with(". ") {
        return false;
    }
    let rest = &text[at + 2..];
    let end = rest.find(|one: char| !one.is_alphabetic()).unwrap_or(rest.len());
    month(&rest[..end].to_lowercase()).is_some()
}

/// The text around a range, so far on either side as `reach` says, in bytes.
pub(super) fn near(text: &str, range: &Range<usize>, reach: usize) -> Range<usize> {
    let from = range.start.saturating_sub(reach);
    let start = (from..=range.start).find(|at| text.is_char_boundary(*at)).unwrap_or(range.start);
    let until = (range.end + reach).min(text.len());
    let end = (range.end..=until).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(range.end);
    start..end
}

/// Words; in scripts without spaces every five characters count as three.
pub(super) fn count_words(text: &str) -> usize {
    let joined = text.chars().filter(|one| is_joined(*one)).count();
    let spaced = text.split(|one: char| one.is_whitespace() || is_joined(one));
    joined * 3 / 5 + spaced.filter(|word| word.chars().any(char::is_alphabetic)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_in_every_script() {
        assert_eq!(count_words("one two, 3 four"), 3);
        assert_eq!(count_words("情報セキュリティ方針 is here"), 8);
    }

    fn words(format: Format, text: &str) -> usize {
        words_of_blocks(text, &format.read(text, None).blocks, format, &|_| false).iter().sum()
    }

    #[test]
    fn short_steps_count_and_names_do_not() {
        assert_eq!(words(Format::Markdown, "1. Report\n2. Isolate the host\n3. Restore from backup\n"), 3 * STEP);
        assert_eq!(
            words(
                Format::Markdown,
                "| Step | Who |\n|---|---|\n| Detect | SOC |\n| Contain | Ops |\n| Close | SOC |\n"
            ),
            3 * STEP
        );
        for names in [
            "- Access control policy\n- Backup policy\n- Incident plan\n- Passwortrichtlinie\n",
            "- [One thing](a.md)\n- [Another](b.md)\n- [[A third]]\n",
            "- Purpose\n- Scope\n- Roles and responsibilities\n- Review\n",
            "- Version: 2\n- Owner: Jane\n- Status: final\n- Date: May\n",
            "| Version | Date | Author |\n|---|---|---|\n| One | May | Jane |\n| Two | June | Joe |\n| Three | July | Jane |\n",
            "- Report\n- Isolate the host\n",
        ] {
            assert_eq!(words(Format::Markdown, names), 0, "{names}");
        }
    }
}
