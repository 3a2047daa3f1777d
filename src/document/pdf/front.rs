//! What stands beside the pages: properties of the file, its outline, comments and fields on pages.

use std::collections::{HashMap, HashSet};

use lopdf::{Dictionary, Document, Object};

use super::layout::Row;
use super::object::{array, as_dictionary, dictionary, get, name, resolve, text};
use super::open::information;

/// Most entries of an outline, and most comments on a page.
const ENTRIES: usize = 10_000;

/// Deepest level of an outline.
const LEVELS: u8 = 16;

/// The properties that people read, each with its name.
pub(super) fn properties(file: &Document) -> Vec<(&'static str, String)> {
    let Some(information) = information(file) else { return Vec::new() };
    /// What programs write if nobody has said anything.
    const NOTHING: [&str; 4] = ["untitled", "(untitled)", "unspecified", "(unspecified)"];
    let is_said = |text: &String| !NOTHING.contains(&text.to_lowercase().as_str());
    let of = |(key, name)| Some((name, text(file, information, key).filter(is_said)?));
    [("Title", "title"), ("Subject", "subject"), ("Keywords", "keywords")].into_iter().filter_map(of).collect()
}

/// The comments on a page and what stands in its fields, each with what it is.
pub(super) fn remarks(file: &Document, page: &Dictionary) -> Vec<(&'static str, String)> {
    let of = |object: &Object| {
        let remark = as_dictionary(resolve(file, object)?)?;
        match name(file, remark, "Subtype")? {
            b"Link" | b"Popup" | b"Movie" | b"Screen" | b"PrinterMark" | b"TrapNet" | b"Watermark" => None,
            b"Widget" => Some(("field", value(file, remark)?)),
            _ => Some(("comment", text(file, remark, "Contents")?)),
        }
    };
    array(file, page, "Annots").unwrap_or_default().iter().take(ENTRIES).filter_map(of).collect()
}

/// What stands in a field, which may be said of the field that it is a part of.
fn value(file: &Document, field: &Dictionary) -> Option<String> {
    let owner = get(file, field, "V").map_or_else(|| dictionary(file, field, "Parent"), |_| Some(field))?;
    match get(file, owner, "V")? {
        Object::String(..) => text(file, owner, "V"),
        _ => None,
    }
}

/// Gives the rows that the outline names the levels that it gives them.
pub(super) fn mark_headings(file: &Document, rows: &mut [Row]) {
    let levels = outline(file);
    if levels.is_empty() {
        return;
    }
    for row in rows {
        let words = words(&row.text());
        let level =
            levels.get(&words).or_else(|| levels.get(words.split_once(' ').filter(|(first, _)| is_number(first))?.1));
        row.level = level.copied();
    }
}

/// True for the number of a heading.
fn is_number(word: &str) -> bool {
    word.len() < 12
        && word.ends_with(|one: char| one.is_ascii_digit() || one == '.')
        && word.bytes().any(|one| one.is_ascii_digit())
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// The entries of the outline with their levels, from 1.
fn outline(file: &Document) -> HashMap<String, u8> {
    let mut levels = HashMap::new();
    let mut seen = HashSet::new();
    let root = file.catalog().ok().and_then(|catalog| dictionary(file, catalog, "Outlines"));
    let mut open: Vec<(&Dictionary, u8)> =
        root.and_then(|root| dictionary(file, root, "First")).map(|first| (first, 1)).into_iter().collect();
    while let Some((entry, level)) = open.pop() {
        if seen.len() > ENTRIES || !seen.insert(std::ptr::from_ref(entry)) {
            continue;
        }
        if let Some(title) = text(file, entry, "Title") {
            levels.entry(words(&title)).or_insert(level.min(6));
        }
        open.extend(dictionary(file, entry, "Next").map(|next| (next, level)));
        if level < LEVELS {
            open.extend(dictionary(file, entry, "First").map(|first| (first, level + 1)));
        }
    }
    levels
}
