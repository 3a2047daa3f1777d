//! Whether a document is in force and ours: forms to be filled in, documents that were withdrawn, and what others wrote
//! bear the title of an element and are none.

use std::cell::LazyCell;
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;

use super::draft::is_draft;
use super::front;
use super::plan::{ASIDE, DEALING, DEALING_FOLDER, EARLIER, FORMS, LISTING, OWN, Plan, REPEALED, RETIRED, TEMPLATE};
use super::seen::{Seen, seen_in};
use super::substance::{count_words, near, sentence_around};
use super::title::{Promise, whole_lists};
use crate::document::{Block, Format, Kind};
use crate::rule::facts::{Form, Standing};
use crate::rule::lexicon::{Lexicon, folded};
use crate::rule::words::{BLANKS, PREPOSITIONS, PRONOUNS, RETIREMENTS, SIGNATURE_LABELS, STATUS_LABELS, THIS_DOCUMENT};
use crate::source::SourceFile;
use crate::standard::context::word::month;

/// How many blanks make a document a form.
const FORM: usize = 3;

/// The longest blank, in bytes.
const BLANK: usize = 60;

/// How many blocks at the start of a document tell its status.
const HEAD: usize = 16;

/// How many blocks of text tell that it is no longer in force.
const TEXTS: usize = 2;

/// The longest line that tells a status, in bytes.
const LINE: usize = 60;

static STATUSES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[STATUS_LABELS, RETIREMENTS]));

static BLANK_WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[BLANKS]));

/// Why a document is no evidence whatever it is called; nothing if it may be.
pub(super) fn objection(
    (source, format, on): (&SourceFile, Format, Option<Date>),
    blocks: &[Block],
    promises: &[Promise],
    seen: &[Seen],
) -> Option<Standing> {
    let path = source.own_path();
    let folders = folders(path);
    let names = |list: usize| promises.iter().any(|one| one.form != Form::Section && one.lists.contains(&list));
    let is_in = |list: usize| folders.contains(&list);
    if is_in(FORMS) || names(TEMPLATE) || blanks(source, format, blocks) >= FORM || is_ruled(blocks) {
        Some(Standing::Template)
    } else if is_in(RETIRED) || is_retired(blocks, promises, seen) {
        Some(Standing::Retired)
    } else if is_draft(path, blocks, promises) {
        Some(Standing::Draft)
    } else if let Some(told) = front::standing(path, blocks, promises, on) {
        Some(told)
    } else if is_in(DEALING_FOLDER) || names(DEALING) {
        Some(Standing::Foreign)
    } else if promises.iter().any(|one| one.form == Form::Title && one.lists.contains(&LISTING)) {
        Some(Standing::Pointing)
    } else {
        (names(ASIDE) || is_aside(path)).then_some(Standing::Aside)
    }
}

/// The lists of which a phrase is the whole name of one of the folders.
fn folders(path: &str) -> BTreeSet<usize> {
    path.rsplit('/').skip(1).flat_map(whole_lists).collect()
}

/// True if a folder says that its documents tell what happened or what somebody thinks: minutes, a blog, a course.
pub(super) fn is_aside(path: &str) -> bool {
    path.rsplit('/').skip(1).any(|folder| super::title::lists_of(folder).contains(&ASIDE))
}

/// True if the title, the status or the first words say that a document is no longer in force.
fn is_retired(blocks: &[Block], promises: &[Promise], seen: &[Seen]) -> bool {
    let is_title = |one: &&Promise| one.form == Form::Title && one.block.is_some_and(|at| ends_retired(&blocks[at]));
    if promises.iter().any(|one| is_title(&one)) {
        return true;
    }
    let head = blocks.iter().enumerate().take(HEAD);
    let texts = head.clone().filter(|(_, one)| matches!(one.kind, Kind::Text | Kind::Item));
    let said: Vec<usize> = texts.map(|(at, _)| at).take(TEXTS).collect();
    let named = promises.iter().filter(|one| one.form != Form::Section).filter_map(|one| one.block);
    // Hardly any text says of anything that it is no longer in force.
    let titles = LazyCell::new(move || -> HashSet<String> {
        named.flat_map(|at| words_in(blocks[at].prose.text())).map(str::to_lowercase).collect()
    });
    let is_own = |at: usize, range: &Range<usize>| {
        let text = blocks[at].prose.text();
        let sentence = sentence_around(text, range);
        let is_within =
            |(_, other, one): &&Seen| *other == at && sentence.start <= one.start && one.end <= sentence.end;
        let within: Vec<_> = seen.iter().filter(is_within).collect();
        let is_titled = |list: usize| Plan::is_title(list) && promises.iter().any(|one| one.lists.contains(&list));
        !within.iter().any(|(list, ..)| *list == EARLIER)
            && speaks_of_itself(text, &sentence, range, &within, &is_titled, &titles)
    };
    let repealed =
        seen.iter().filter(|(list, at, _)| *list == REPEALED && said.contains(at)).take(super::survey::TRIES);
    repealed.into_iter().any(|(_, at, range)| is_own(*at, range)) || head.clone().any(|(at, _)| is_status(blocks, at))
}

/// True if the subject of a sentence that says what is no longer in force is its own document: "This policy is no longer
/// valid", "The security policy was withdrawn", or a note that begins with the phrase.
fn speaks_of_itself(
    text: &str,
    sentence: &Range<usize>,
    phrase: &Range<usize>,
    within: &[&Seen],
    is_title: &dyn Fn(usize) -> bool,
    titles: &HashSet<String>,
) -> bool {
    let before = &text[sentence.start..phrase.start];
    if text[..sentence.start].trim().is_empty() && is_note(before) || names_this(before) {
        return true;
    }
    within.iter().filter(|(.., one)| one.end <= phrase.start).any(|(list, _, one)| {
        let (lead, gap) = (&text[sentence.start..one.start], &text[one.end..phrase.start]);
        let is_own = *list == OWN && !ends_in_preposition(lead);
        let is_titled = || {
            let article = lead.split_whitespace().next_back().filter(|word| word.len() <= ARTICLE).unwrap_or_default();
            let lead = lead.trim_end().strip_suffix(article).unwrap_or(lead);
            is_title(*list) && is_lead(lead) && !gap.contains(|one: char| one.is_ascii_digit())
        };
        let counts = |word: &&str| !titles.contains(&word.to_lowercase()) && month(&word.to_lowercase()).is_none();
        words_in(gap).filter(counts).count() <= GAP && (is_own || is_titled())
    })
}

/// True if a text before a phrase ends with a word for the document itself, and few others.
fn names_this(before: &str) -> bool {
    let before = before.to_lowercase();
    THIS_DOCUMENT.iter().any(|own| {
        let is_subject =
            |at: usize| words_in(&before[at + own.len()..]).count() <= GAP && !ends_in_preposition(&before[..at]);
        before.rfind(own).is_some_and(is_subject)
    })
}

/// True if what stands behind a text is no subject: "in this policy passwords … are no longer valid".
fn ends_in_preposition(text: &str) -> bool {
    words_in(text).last().is_some_and(|word| PREPOSITIONS.contains(word.to_lowercase().as_str()))
}

/// True for what may stand before the phrase of a note: nothing, or a word for the document.
fn is_note(before: &str) -> bool {
    let words: Vec<String> = words_in(before).map(str::to_lowercase).collect();
    words.len() <= 2 && words.first().is_none_or(|first| PRONOUNS.contains(first.as_str()))
}

/// True for what may stand before the subject of a sentence: nothing, a label, a date.
fn is_lead(lead: &str) -> bool {
    let lead = lead.trim_end();
    words_in(lead).next().is_none() || lead.ends_with(|one: char| !one.is_alphabetic())
}

/// Words that are no figures.
fn words_in(text: &str) -> impl Iterator<Item = &str> {
    text.split(|one: char| !one.is_alphanumeric()).filter(|word| word.starts_with(char::is_alphabetic))
}

/// Most words between a document and what is said of it.
const GAP: usize = 3;

/// The longest article, in bytes.
const ARTICLE: usize = 3;

/// True for a title that ends with the word or begins with it: "Policy (superseded)", "Obsolete: Access control policy".
fn ends_retired(title: &Block) -> bool {
    let text = title.prose.text().trim_end_matches([')', ']', ' ']);
    let last = text.rsplit(['(', '[', '–', '—']).next().filter(|last| last.len() < text.len());
    let first = title.prose.text().split_once(':').map(|(first, _)| first);
    last.is_some_and(|last| last.split([',', ';']).any(|part| whole_lists(part).contains(&RETIRED)))
        || first.is_some_and(|first| whole_lists(first).contains(&RETIRED))
}

/// True for "Status: withdrawn", in front matter, in a line or in a row of a table.
fn is_status(blocks: &[Block], at: usize) -> bool {
    let text = blocks[at].prose.text();
    let is_label = |label: &str| {
        let mut found = false;
        STATUSES.each(folded(label).trim(), |_, range| found |= range.start == 0);
        found
    };
    let is_value = |value: &str| {
        let value = value.trim().trim_end_matches('.');
        value.len() <= LINE
            && (whole_lists(value).contains(&RETIRED)
                || value.split([',', ';', '(']).next().is_some_and(|first| whole_lists(first).contains(&RETIRED)))
    };
    if let Kind::Cell(cell) = blocks[at].kind {
        let before = at.checked_sub(1).map(|before| &blocks[before]);
        let in_row =
            |one: &Block| matches!(one.kind, Kind::Cell(other) if (other.table, other.row) == (cell.table, cell.row));
        return cell.column == 1
            && is_value(text)
            && before.is_some_and(|one| in_row(one) && is_label(one.prose.text()));
    }
    let lines = text.lines().filter(|line| line.len() <= LINE).filter_map(|line| line.split_once([':', '：', '=']));
    lines
        .into_iter()
        .any(|(label, value)| is_label(label) && (is_value(value) || value.trim() == "true" && is_value(label)))
}

/// True for a text that is more lines to write on than words; a policy has one for each signature, with a name and a day.
fn is_ruled(blocks: &[Block]) -> bool {
    let is_signed =
        |label: &str| SIGNATURE_LABELS.contains(label.trim_matches([' ', ':', '_', '|']).to_lowercase().as_str());
    let lines = |text: &str| {
        let labels = text.split(RULE).filter(|one| !one.trim_matches(['_', ' ', '\n']).is_empty());
        let signed = labels.filter(|label| is_signed(label)).count();
        text.split(|one| one != '_').filter(|run| run.len() >= RULE.len()).count().saturating_sub(signed)
    };
    let ruled = blocks.iter().map(|one| one.prose.text()).filter(|text| text.contains(RULE));
    let count: usize = ruled.map(lines).sum();
    count > FORM && blocks.iter().map(|one| count_words(one.prose.text())).sum::<usize>() < count * RULED
}

/// The shortest line to write on.
const RULE: &str = "______";

/// Words of a form for each line.
const RULED: usize = 10;

/// How many blanks a text has that somebody must fill in: `[Organisation name]`, `<Firmenname>`, `{{COMPANY}}`, `XXX`.
fn blanks(source: &SourceFile, format: Format, blocks: &[Block]) -> usize {
    if format.is_data() {
        return 0;
    }
    let prose = blocks.iter().filter(|one| one.kind != Kind::Code).map(|one| brackets(one.prose.text(), BRACKETS));
    // What stands between these is a tag to the reader of Markdown, and no prose.
    let tags = if format == Format::Markdown { brackets(&source.text, TAGS) } else { 0 };
    prose.sum::<usize>() + tags
}

/// Signs around a blank in prose.
const BRACKETS: &[(char, char)] = &[('[', ']'), ('{', '}'), ('［', '］'), ('【', '】')];

/// The same where they are read as markup.
const TAGS: &[(char, char)] = &[('<', '>')];

/// True if a text has a blank in brackets: "[Company] is certified".
pub(super) fn has_blank(text: &str) -> bool {
    text.contains(['[', '{', '［', '【']) && brackets(text, BRACKETS) > 0
}

fn brackets(text: &str, pairs: &[(char, char)]) -> usize {
    let is_word = |at: usize| !text[at + 3..].starts_with('X') && !text[..at].ends_with('X');
    let mut count = if pairs == TAGS { 0 } else { text.match_indices("XXX").filter(|(at, _)| is_word(*at)).count() };
    for (at, open) in text.char_indices() {
        let Some((_, close)) = pairs.iter().find(|(one, _)| *one == open) else { continue };
        let rest = &text[at + open.len_utf8()..];
        let inside = &rest[..near(rest, &(0..0), BLANK + close.len_utf8()).end];
        let Some(end) = inside.find(*close) else { continue };
        let behind = &rest[end + close.len_utf8()..];
        count += usize::from(is_blank_of((open, text[..at].ends_with('$')), &inside[..end], behind));
    }
    count
}

/// True for the words of a blank; an address, a link, a tag and a name of a variable are none.
fn is_blank_of((open, is_shell): (char, bool), words: &str, behind: &str) -> bool {
    let is_link = open == '[' && behind.starts_with(['(', '[', ':']);
    let is_code = words.contains(['=', '@', '\n', '$', '|', '{', '"']) || words.starts_with(['/', '!', '.', '^']);
    let is_small = words.chars().all(|one| !one.is_uppercase()) && words.is_ascii();
    let is_variable = match open {
        '{' => is_small || words.contains('.') || !(behind.starts_with('}') || is_shell),
        '<' => is_small && !words.contains(' '),
        _ => false,
    };
    // `{{Isolate affected systems}}` is for somebody to write; a program puts in `{{ owner_name }}`.
    let mut found = open == '{'
        && !is_variable
        && !is_code
        && words.trim().contains(' ')
        && words.trim().starts_with(char::is_uppercase);
    if !is_link && !is_code && !is_variable {
        BLANK_WORDS.each(&folded(words), |_, _| found = true);
    }
    found
}

/// A pointing word up to this length, in bytes, points only where the text begins with it: "See …".
const SHORT: usize = 6;

/// True for a phrase that says at the beginning of a section that what it is about stands elsewhere.
pub(super) fn points_away(blocks: &[Block], extent: &Range<usize>, seen: &[Seen], list: usize) -> bool {
    let first =
        extent.clone().find(|at| matches!(blocks[*at].kind, Kind::Text | Kind::Item) && !blocks[*at].prose.is_empty());
    let Some(first) = first else { return false };
    let text = blocks[first].prose.text();
    let sentence = sentence_around(text, &(0..0));
    // What stands behind a first sentence of one or two words still belongs to the beginning.
    let end = if sentence.len() < 24 { sentence_around(text, &(sentence.end..sentence.end)).end } else { sentence.end };
    let mut own = seen_in(seen, &(first..first + 1)).iter();
    own.any(|(one, _, range)| *one == list && range.start < end && (range.start == 0 || range.len() > SHORT))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> usize {
        let source = SourceFile::from_text("a.md", text);
        blanks(&source, Format::Markdown, &Format::Markdown.read(text, None).blocks)
    }

    #[test]
    fn blanks_are_told_from_links_tags_and_variables() {
        assert_eq!(count("[Company Name] protects [Customer name]. Approved by [CEO Name] on [Date]."), 4);
        assert_eq!(count("[The Company] protects what [Org] and [Your Org] have."), 3);
        assert_eq!(count("<Firmenname> schützt. {{COMPANY_NAME}} XXX"), 3);
        assert_eq!(
            count("[Name](a.md) [name][1] {{ site.company }} <name> {{name}} <https://example.org/name> [x] [1]"),
            0
        );
    }

    #[test]
    fn only_what_a_document_says_of_itself_retires_it() {
        let standing = |sentence: &str| {
            let text = format!(
                "# Information Security Policy\n\n{sentence} It holds for everybody who works here, for all sites and all \
                 systems, and the officer answers questions.\n"
            );
            let facts = crate::lint::survey::survey(&SourceFile::from_text("docs/a.md", &text), Format::Markdown, None);
            facts.evidence.iter().map(|one| one.standing).min()
        };
        for own in [
            "This policy is no longer valid.",
            "This policy (version 2.1 of May) was withdrawn on 3 June.",
            "As of 1 June 2025, this policy is no longer in force.",
            "Superseded by the security manual.",
            "It has been withdrawn.",
            "The information security policy has been replaced by the manual.",
            "Note: this document is obsolete.",
            "Diese Leitlinie ist seit 2020 nicht mehr in Kraft.",
            "Cette politique a été abrogée.",
            "Esta política ya no está en vigor.",
            "本方針は廃止されました。",
            "本方针已废止。",
        ] {
            assert_eq!(standing(own), Some(Standing::Retired), "{own}");
        }
        for other in [
            "The old policy is no longer valid.",
            "The IT policy of 2019 has been withdrawn.",
            "The information security policy of 2019 has been withdrawn.",
            "Certificates that are no longer valid are revoked.",
            "With this policy all rules on laptops are no longer valid.",
            "In this policy passwords of eight signs are no longer valid.",
            "Staff hand in badges that are no longer valid.",
            "Software that is obsolete is removed.",
            "Die Richtlinie zur Nutzung von Telefonen wurde aufgehoben.",
            "Les certificats qui ne servent plus sont repris, et leur liste est obsolète.",
        ] {
            assert_eq!(standing(other), Some(Standing::Kept), "{other}");
        }
    }

    #[test]
    fn folders_of_minutes_and_articles_are_asides() {
        assert!(is_aside("docs/minutes/2024-02.md"));
        assert!(is_aside("_posts/policy.md"));
        assert!(!is_aside("docs/policies/minutes.md"));
    }

    #[test]
    fn folders_are_whole_names() {
        let has = |path: &str, list: usize| folders(path).contains(&list);
        assert!(
            has("docs/_archive/2016/a.md", RETIRED)
                && has("Templates/a.md", FORMS)
                && has("99 old versions/a.md", RETIRED)
        );
        assert!(!has("docs/archive-policies/a.md", RETIRED) && !has("policy-templates-of-us/a.md", FORMS));
    }
}
