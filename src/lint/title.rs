//! What a document calls itself and its parts: titles, the name of the file and of its folder, headings.

use std::collections::HashSet;
use std::ops::Range;

use super::dated;
use super::plan::{LEADING, Plan, plan};
use super::substance::row_of;
use crate::document::{Block, Kind};
use crate::rule::facts::Form;
use crate::rule::lexicon::folded;
use crate::rule::words::{TITLE_FILLERS, TITLE_KEYS};

/// How many blocks at the start of a document may be its title.
const HEAD: usize = 12;

/// The longest line that may be a title, in bytes.
const LINE: usize = 120;

/// Most short lines above the first heading that are titles.
const LINES: usize = 3;

/// Stems of file names that say nothing: the folder's name speaks instead.
const INDEXES: &[&str] = &["index", "readme", "_index", "main", "overview", "home"];

/// What a title, a name or a heading promises.
#[derive(Clone, Debug)]
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
pub(super) fn promises(path: &str, blocks: &[Block], levels: &[Option<u8>], is_data: bool) -> Vec<Promise> {
    let whole = 0..blocks.len();
    let folder = path.rsplit('/').nth(1);
    let title = |block: usize| Promise {
        form: Form::Title,
        lists: lists_below(above_title(blocks, block).or(folder), blocks[block].prose.text()),
        block: Some(block),
        extent: whole.clone(),
        is_dated: dated::is_dated(blocks[block].prose.text()),
    };
    let titles = title_blocks(blocks, levels);
    let mut promises: Vec<Promise> = titles.iter().map(|block| title(*block)).collect();
    let name = path.rsplit('/').next().unwrap_or(path);
    let (lists, is_dated) = (lists_of_path(path), dated::is_dated(name));
    promises.push(Promise { form: Form::Name, lists, block: None, extent: whole.clone(), is_dated });
    if is_data {
        promises.extend(objects(blocks));
    }
    // The headings above the next one, each lower than the one before it.
    let mut above: Vec<(u8, usize)> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let Some(level) = levels[at] else { continue };
        let heading = above.iter().rfind(|(other, _)| *other < level).map(|(_, one)| blocks[*one].prose.text());
        if !matches!(block.kind, Kind::Key(_)) {
            above.retain(|(other, _)| *other < level);
            above.push((level, at));
        }
        if titles.contains(&at) {
            continue;
        }
        let is_key = |at: usize| matches!(blocks[at].kind, Kind::Key(_));
        let ends = |other: &usize| match levels[*other] {
            Some(found) if is_key(*other) => found <= level,
            Some(found) => found <= level || is_key(at),
            None => false,
        };
        let end = (at + 1..blocks.len()).find(ends).unwrap_or(blocks.len());
        let (lists, is_dated) = (lists_below(heading, block.prose.text()), dated::is_dated(block.prose.text()));
        promises.push(Promise { form: Form::Section, lists, block: Some(at), extent: at + 1..end, is_dated });
    }
    promises
}

/// Those of titles and of the name of the file, which stand before those of headings.
pub(super) fn of_whole(promises: &[Promise]) -> impl Iterator<Item = &Promise> {
    promises.iter().take_while(|one| one.form != Form::Section)
}

/// The titles of the objects of a list, each with what stands behind it in its object: in its row where short objects are
/// read as a table, else up to the next title.
fn objects(blocks: &[Block]) -> Vec<Promise> {
    let is_row = |one: &Block| matches!(one.kind, Kind::Cell(_));
    let mut found: Vec<Promise> = Vec::new();
    // Backwards, so that the end of each object is known.
    let mut next = blocks.len();
    for (at, block) in blocks.iter().enumerate().rev() {
        if !is_object_title(block) {
            continue;
        }
        let end = if is_row(block) {
            let behind = blocks[at + 1..].iter().position(|one| row_of(one) != row_of(block));
            behind.map_or(blocks.len(), |count| at + 1 + count)
        } else {
            std::mem::replace(&mut next, at)
        };
        let lists = block.entry().map(|(_, title)| lists_of(title)).unwrap_or_default();
        found.push(Promise { form: Form::Section, lists, block: Some(at), extent: at + 1..end, is_dated: false });
    }
    found.reverse();
    found
}

/// True for an entry of an object that is its title. A name is one only where the objects are a list: programs have names too.
pub(super) fn is_object_title(block: &Block) -> bool {
    let Some((key, _)) = block.entry() else { return false };
    let key = key.trim().to_lowercase();
    match block.kind {
        Kind::Cell(_) => TITLE_KEYS.contains(key.as_str()),
        Kind::Metadata => key == "title",
        Kind::Text | Kind::Note | Kind::Item | Kind::Heading(_) | Kind::Code | Kind::Key(_) => false,
    }
}

/// What stands above a heading that may be a title: the heading directly before it, or the title of the front matter.
fn above_title(blocks: &[Block], at: usize) -> Option<&str> {
    let before = at.checked_sub(1).map(|before| &blocks[before]);
    let heading = before.filter(|one| matches!(one.kind, Kind::Heading(_)));
    let entry = || blocks[..at].iter().take(HEAD).find(|one| is_title_entry(one) && one.prose.text().contains(':'));
    heading.or_else(entry).map(|one| one.prose.text())
}

/// The level of every heading and key. A line in bold letters and a summary head what stands below them too, lower than
/// any other.
pub(super) fn levels(text: &str, blocks: &[Block]) -> Vec<Option<u8>> {
    let level = |block: &Block| match block.kind {
        Kind::Heading(level) | Kind::Key(level) => Some(level),
        Kind::Text if is_bold_line(text, block) => Some(BOLD),
        Kind::Text | Kind::Note | Kind::Item | Kind::Cell(_) | Kind::Code | Kind::Metadata => None,
    };
    blocks.iter().map(level).collect()
}

/// The level of a line in bold letters.
const BOLD: u8 = u8::MAX;

/// What makes a line bold, or a summary, with what ends it.
const BOLDS: &[(&str, &str)] =
    &[("**", "**"), ("__", "__"), ("<summary>", "</summary>"), ("<strong>", "</strong>"), ("<b>", "</b>")];

/// What stands on both sides of a heading that an export has made a line of.
const RULED: &str = "--";

/// True for a line in bold letters or between dashes, and for a summary.
fn is_bold_line(text: &str, block: &Block) -> bool {
    let line = block.prose.text().trim();
    if line.is_empty() || line.len() > LINE || line.contains('\n') || line.ends_with(['.', '!', ',', ';']) {
        return false;
    }
    let ruled = line.strip_prefix(RULED).and_then(|rest| rest.strip_suffix(RULED));
    if ruled.is_some_and(|inner| inner.starts_with(char::is_alphanumeric)) {
        return true;
    }
    let span = block.prose.source_span(0, block.prose.text().len());
    let (Some(before), Some(behind)) = (text.get(..span.start), text.get(span.end..)) else { return false };
    let (before, behind) = (before.trim_end_matches(' '), behind.trim_start_matches([' ', ':']));
    BOLDS.iter().any(|(open, close)| before.ends_with(open) && behind.starts_with(close))
}

/// The title in the front matter, the first heading, one directly below it that heads all the rest, and short lines above.
fn title_blocks(blocks: &[Block], levels: &[Option<u8>]) -> Vec<usize> {
    let is_heading = |at: &usize| matches!(blocks[*at].kind, Kind::Heading(_));
    let is_bold = |at: &usize| levels[*at] == Some(BOLD);
    let first = (0..blocks.len()).find(is_heading).or_else(|| (0..blocks.len()).find(is_bold));
    let head = blocks.iter().enumerate().take(HEAD.min(first.unwrap_or(HEAD)));
    // What stands below a key is one of its values: a tag, not a title.
    let is_value = |at: usize| {
        !blocks[at].prose.text().contains([':', '=']) && blocks[..at].iter().any(|one| matches!(one.kind, Kind::Key(_)))
    };
    let mut found: Vec<usize> =
        head.filter(|(at, block)| is_title_entry(block) && !is_value(*at)).map(|(at, _)| at).collect();
    found.extend(first);
    let heads_rest = |at: &usize| {
        let behind = levels.iter().skip(at + 1).flatten();
        levels[*at].is_some_and(|own| {
            !matches!(blocks[*at].kind, Kind::Key(_)) && behind.min().is_none_or(|least| *least > own)
        })
    };
    found.extend(first.map(|first| first + 1).filter(|at| *at < blocks.len()).filter(heads_rest));
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
    block.kind == Kind::Metadata && TITLE_KEYS.contains(key.trim().to_lowercase().replace(['_', '-'], " ").as_str())
}

/// Lists of which a phrase stands in a title, whatever signs part its words.
pub(super) fn lists_of(title: &str) -> HashSet<usize> {
    let mut lists = HashSet::new();
    let mut is_absent = false;
    let words = words_of(title);
    plan().lexicon.each(&words, |list, range| {
        is_absent |= list == LEADING && range.start == 0;
        if !Plan::is_bare(list) || range.end == words.len() && is_code(&words[..range.start]) {
            lists.insert(list);
        }
    });
    if is_absent { HashSet::new() } else { lists }
}

/// Lists of which a phrase is all of a name, but for a number before it.
pub(super) fn whole_lists(name: &str) -> HashSet<usize> {
    let words = words_of(name);
    let words = words.trim_start_matches(|one: char| one.is_ascii_digit() || one == ' ');
    let mut lists = HashSet::new();
    plan().lexicon.each(words, |list, range| {
        if range == (0..words.len()) {
            lists.insert(list);
        }
    });
    lists
}

/// True for what may stand before the words of a title and only numbers it: "POL-01", "UPPS No. 04.01.01", "Our".
fn is_code(before: &str) -> bool {
    let is_number = |word: &str| word.starts_with(|one: char| one.is_ascii_digit());
    let is_small = |word: &str| word.len() <= CODE && word.is_ascii() || TITLE_FILLERS.contains(word);
    let has_number = before.split(' ').any(is_number);
    before
        .split_whitespace()
        .all(|word| TITLE_FILLERS.contains(word) || has_number && (is_number(word) || is_small(word)))
}

/// The longest word of a code, in bytes.
const CODE: usize = 5;

/// A title in small letters, without the key of front matter and the signs around it.
pub(super) fn plain(title: &str) -> String {
    words_of(without_key(title)).trim_matches(|one: char| !one.is_alphanumeric()).to_owned()
}

/// A title without the key of front matter that may stand before it.
pub(super) fn without_key(title: &str) -> &str {
    let is_key = |key: &str| TITLE_KEYS.contains(key.trim().to_lowercase().as_str());
    let value = title.split_once([':', '=']).filter(|(before, _)| is_key(before)).map(|(_, value)| value);
    value.map_or(title, |value| value.trim().trim_matches(['"', '\'']))
}

fn words_of(title: &str) -> String {
    let words = folded(title).replace([':', '&', '|', '.', '+', '\u{2014}', '#', '*'], " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
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
    let is_word =
        |word: &&str| word.chars().any(char::is_alphabetic) && !TITLE_FILLERS.contains(word.to_lowercase().as_str());
    let mut words = title.split([' ', '_', '-', '\n']).filter(is_word);
    words.next().filter(|_| words.next().is_none())
}

/// True for a file whose name says that it is the first page of its folder.
pub(super) fn is_index(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    INDEXES.contains(&name.split('.').next().unwrap_or_default())
}

/// The words of a path that may be a title, as they stand and parted at capitals, and the folder above: those of the
/// file's name, or of its folder's if that says nothing.
fn name_words(path: &str) -> (&str, String, &str) {
    let mut parts = path.rsplit('/');
    let name = parts.next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let spoken = if is_index(name) { parts.next().unwrap_or_default() } else { stem };
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

    fn read(text: &str) -> (Vec<Block>, Vec<Option<u8>>) {
        let blocks = crate::document::Format::Markdown.read(text, None).blocks;
        let levels = levels(text, &blocks);
        (blocks, levels)
    }

    #[test]
    fn objects_of_a_list_have_titles() {
        let text = r#"[{"title": "Travel", "text": "By train."}, {"title": "Password policy", "text": "By role."}]"#;
        let blocks = crate::document::Format::Json.read(text, None).blocks;
        let found = promises("a.json", &blocks, &vec![None; blocks.len()], true);
        let titled = |one: &&Promise| one.lists.iter().any(|list| Plan::is_title(*list));
        let texts: Vec<&str> = found.iter().filter(titled).map(|one| blocks[one.extent.start].prose.text()).collect();
        assert_eq!(texts, ["text: By role."]);
    }

    #[test]
    fn numbers_before_a_title_are_no_words_of_it() {
        let is_bare = |title: &str| lists_of(title).into_iter().any(Plan::is_bare);
        for title in ["Information Security", "POL-01 Information Security", "UPPS No. 04.01.01 Information Security"] {
            assert!(is_bare(title), "{title}");
        }
        assert!(
            !is_bare("Information Security Steering Committee") && !is_bare("Objectives 2026: Information Security")
        );
    }

    #[test]
    fn a_title_of_one_word_is_read_with_the_folder() {
        let (blocks, levels) = read("# Policy\n\nText.\n");
        let promises =
            |path: &str| promises(path, &blocks, &levels, false)[0].lists.iter().any(|list| Plan::is_title(*list));
        assert!(promises("policies/information-security/README.md"));
        assert!(!promises("policies/travel/README.md"));
    }

    #[test]
    fn bold_lines_and_summaries_are_headings_and_bold_words_are_not() {
        let (blocks, levels) = read(
            "# A\n\n--4. Backups--\n\n--no heading\n\n**Access control**\n\nText with **bold words**\n\n<details><summary>Policy</summary>\n\nText.\n\n</details>\n\n**Note.**\n",
        );
        let headings = blocks.iter().zip(&levels).filter(|(_, level)| level.is_some());
        let headings: Vec<&str> = headings.map(|(block, _)| block.prose.text()).collect();
        assert_eq!(headings, ["A", "--4. Backups--", "Access control", "Policy"]);
    }
}
