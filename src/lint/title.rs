//! What a document calls itself and its parts: titles, the name of the file and of its folder, headings.

use std::collections::HashSet;
use std::ops::Range;

use super::plan::{ASIDE, Plan, plan};
use crate::document::{Block, Kind};
use crate::rule::facts::Form;
use crate::rule::lexicon::folded;

/// How many blocks at the start of a document may be its title.
const HEAD: usize = 12;

/// The longest line that may be a title, in bytes.
const LINE: usize = 120;

/// Most short lines above the first heading that are titles.
const LINES: usize = 3;

/// Keys of front matter, in small letters, whose value is a title.
const TITLE_KEYS: &[&str] = &[
    "title", "name", "document", "documenttitle", "document title", "doc title", "subject", "titel", "titre", "título",
];

/// Stems of file names that say nothing: the folder's name speaks instead.
const INDEXES: &[&str] = &["index", "readme", "_index", "main", "overview"];

/// What a title, a name or a heading promises.
#[derive(Debug)]
pub(super) struct Promise {
    pub form: Form,
    /// Lists of which a phrase stands in it.
    pub lists: HashSet<usize>,
    /// The block it stands in; nothing for the name of the file.
    pub block: Option<usize>,
    /// The blocks that it speaks for.
    pub extent: Range<usize>,
    /// True if it holds a date.
    pub is_dated: bool,
}

/// Titles, the name of the file, and every heading with what stands under it.
pub(super) fn promises(path: &str, blocks: &[Block]) -> Vec<Promise> {
    let whole = 0..blocks.len();
    let title = |block: usize| Promise {
        form: Form::Title,
        lists: lists_below(above_title(blocks, block), blocks[block].prose.text()),
        block: Some(block),
        extent: whole.clone(),
        is_dated: has_date(blocks[block].prose.text()),
    };
    let titles = title_blocks(blocks);
    let mut promises: Vec<Promise> = titles.iter().map(|block| title(*block)).collect();
    let (lists, is_dated) = (lists_of_path(path), has_date(path.rsplit('/').next().unwrap_or(path)));
    promises.push(Promise { form: Form::Name, lists, block: None, extent: whole.clone(), is_dated });
    for (at, block) in blocks.iter().enumerate().filter(|(at, _)| !titles.contains(at)) {
        let (Kind::Heading(level) | Kind::Key(level)) = block.kind else { continue };
        let ends = |block: &Block| match block.kind {
            Kind::Heading(other) => other <= level || matches!(blocks[at].kind, Kind::Key(_)),
            Kind::Key(other) => other <= level,
            _ => false,
        };
        let behind = &blocks[at + 1..];
        let end = at + 1 + behind.iter().position(ends).unwrap_or(behind.len());
        let above = blocks[..at].iter().rfind(|one| matches!(one.kind, Kind::Heading(other) if other < level));
        let lists = lists_below(above.map(|one| one.prose.text()), block.prose.text());
        promises.push(Promise { form: Form::Section, lists, block: Some(at), extent: at + 1..end, is_dated: false });
    }
    promises
}

/// What stands above a heading that may be a title: the heading directly before it, or the title of the front matter.
fn above_title(blocks: &[Block], at: usize) -> Option<&str> {
    let before = at.checked_sub(1).map(|before| &blocks[before]);
    let heading = before.filter(|one| matches!(one.kind, Kind::Heading(_)));
    let entry = || blocks[..at].iter().take(HEAD).find(|one| is_title_entry(one) && one.prose.text().contains(':'));
    heading.or_else(entry).map(|one| one.prose.text())
}

/// True if a folder says that its documents tell what happened or what somebody thinks: minutes, a blog, a course.
pub(super) fn is_aside(path: &str) -> bool {
    path.rsplit('/').skip(1).any(|folder| lists_of(folder).contains(&ASIDE))
}

/// The title in the front matter, the first heading, one directly below it, and short lines above it.
fn title_blocks(blocks: &[Block]) -> Vec<usize> {
    let is_heading = |at: &usize| matches!(blocks[*at].kind, Kind::Heading(_));
    let first = (0..blocks.len()).find(is_heading);
    let head = blocks.iter().enumerate().take(HEAD.min(first.unwrap_or(HEAD)));
    let mut found: Vec<usize> = head.filter(|(_, block)| is_title_entry(block)).map(|(at, _)| at).collect();
    found.extend(first);
    found.extend(first.map(|first| first + 1).filter(|at| *at < blocks.len()).filter(is_heading));
    let is_text = |at: &usize| matches!(blocks[*at].kind, Kind::Text) && !blocks[*at].prose.text().trim().is_empty();
    let is_line = |at: &usize| blocks[*at].prose.text().len() <= LINE;
    let above = (0..first.unwrap_or(blocks.len())).filter(is_text);
    found.extend(above.take_while(is_line).take(if first.is_some() { LINES } else { 1 }));
    found
}

/// True for an entry of front matter that is a title, and for a title that a command gives.
fn is_title_entry(block: &Block) -> bool {
    let text = block.prose.text();
    let Some((key, _)) = text.split_once([':', '=']) else { return block.kind == Kind::Metadata };
    block.kind == Kind::Metadata && TITLE_KEYS.contains(&key.trim().to_lowercase().replace(['_', '-'], " ").as_str())
}

/// Lists of which a phrase stands in a title, whatever signs part its words.
pub(super) fn lists_of(title: &str) -> HashSet<usize> {
    let words = folded(title).replace([':', '&', '|', '.', '+', '\u{2014}', '#', '*'], " ");
    let words: Vec<&str> = words.split_whitespace().collect();
    let mut lists = HashSet::new();
    plan().lexicon.each(&words.join(" "), |list, _| {
        lists.insert(list);
    });
    lists
}

/// Lists of which a phrase stands in a heading, or in that with the one above it where it is one word: "Information
/// security", and below it "Our policy".
fn lists_below(above: Option<&str>, heading: &str) -> HashSet<usize> {
    let mut lists = lists_of(heading);
    let (Some(above), Some(word)) = (above, only_word(heading)) else { return lists };
    if !lists.iter().any(|list| Plan::is_promise(*list)) || lists_of(word).iter().all(|list| !Plan::is_title(*list)) {
        let own = lists_of(above);
        lists.extend(lists_of(&format!("{} {word}", above.trim())).difference(&own));
    }
    lists
}

/// The same for the name of a file and that of its folder.
fn lists_of_path(path: &str) -> HashSet<usize> {
    let (plain, parted, folder) = name_words(path);
    let mut lists = lists_below(Some(folder), &parted);
    lists.extend(lists_of(plain));
    lists
}

/// The word of a title that has only one beside numbers and small words.
fn only_word(title: &str) -> Option<&str> {
    let is_word = |word: &&str| word.chars().any(char::is_alphabetic) && !SMALL.contains(&word.to_lowercase().as_str());
    let mut words = title.split([' ', '_', '-', '\n']).filter(is_word);
    words.next().filter(|_| words.next().is_none())
}

/// Words that say nothing in a title.
const SMALL: &[&str] = &["our", "the", "a", "statement", "of", "unsere", "die", "notre", "la", "nuestra", "nossa"];

/// True for a date in figures: `2024-03-11`, `11.03.2024`.
fn has_date(title: &str) -> bool {
    let parts: Vec<&str> = title.split(|one: char| !one.is_ascii_digit()).collect();
    let is_date = |three: &[&str]| {
        let lengths: Vec<usize> = three.iter().map(|part| part.len()).collect();
        matches!(lengths.as_slice(), [4, 2, 1..=2] | [1..=2, 1..=2, 4])
    };
    parts.windows(3).any(is_date) || parts.iter().any(|part| part.len() == 8 && part.starts_with("20"))
}

/// The words of a path that may be a title, as they stand and parted at capitals, and the folder above: those of the
/// file's name, or of its folder's if that says nothing.
fn name_words(path: &str) -> (&str, String, &str) {
    let mut parts = path.rsplit('/');
    let name = parts.next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let is_index = INDEXES.contains(&stem.split('.').next().unwrap_or(stem).to_lowercase().as_str());
    let spoken = if is_index { parts.next().unwrap_or_default() } else { stem };
    let mut parted = String::with_capacity(spoken.len() + 8);
    let mut last_small = false;
    for one in spoken.chars() {
        if one.is_uppercase() && last_small {
            parted.push(' ');
        }
        last_small = one.is_lowercase();
        parted.push(if matches!(one, '+' | '%' | '.') { ' ' } else { one });
    }
    (spoken, parted, parts.next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_split_into_words() {
        let parted = |path| name_words(path).1;
        assert_eq!(parted("docs/InformationSecurityPolicy.md"), "Information Security Policy");
        assert_eq!(parted("a/incident-response/README.md"), "incident-response");
        assert_eq!(parted("README.md"), "");
        assert_eq!(name_words("03_Planning/03.2 SoA.csv").0, "03.2 SoA");
        assert_eq!(parted("policy.es.md"), "policy es");
    }

    #[test]
    fn a_folder_says_what_a_name_of_one_word_leaves_open() {
        let promises = |path: &str| lists_of_path(path).iter().any(|list| Plan::is_promise(*list));
        assert!(promises("docs/security/policy.md"));
        assert!(!promises("docs/travel/policy.md"));
        assert!(!promises("docs/security/travel-policy.md"));
        assert!(promises("docs/infosec/policy/index.md"));
    }

    #[test]
    fn a_heading_of_one_word_is_read_with_the_one_above() {
        let promises = |above, heading| lists_below(Some(above), heading).iter().any(|list| Plan::is_title(*list));
        assert!(promises("Information security at Corvid", "Our policy"));
        assert!(promises("title: Information security", "Policy statement"));
        assert!(promises("Information security", "3. Incidents"));
        assert!(!promises("Information security", "Privacy policy"));
        assert!(!promises("Holidays", "Policy"));
    }

    #[test]
    fn dates_are_known_in_titles() {
        assert!(has_date("Incident 2024-03-11: outage") && has_date("20240311 outage") && has_date("11.3.2024"));
        assert!(!has_date("Policy v2.3") && !has_date("ISO 27001:2022"));
    }

    #[test]
    fn folders_of_minutes_and_articles_are_asides() {
        assert!(is_aside("docs/minutes/2024-02.md"));
        assert!(is_aside("_posts/policy.md"));
        assert!(!is_aside("docs/policies/minutes.md"));
    }
}
