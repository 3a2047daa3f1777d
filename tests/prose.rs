//! Tests that words stand in `rules/words/` and not in code: what lists of words there still are in the rooms that judge prose is
//! named here, and may only become less.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms whose lists of words belong into `rules/words/`.
const ROOMS: [&str; 2] = ["src/standard", "src/lint"];

/// How many words make a list.
const LIST: usize = 8;

/// The lists that stay, each by the first of its words, with the reason.
const ALLOWED: &[(&str, &str)] = &[
    // Endings of files, not words of a language.
    ("src/lint/citations.rs", "md"),
    // Marks of headings and fences, as bytes.
    ("src/lint/section.rs", "\\n#"),
    // Pieces of words that a search over bytes looks for, in an order on which its speed depends.
    ("src/lint/system.rs", "ervice management"),
    ("src/lint/system.rs", "ice manage"),
    ("src/lint/claimant.rs", "ertifi"),
    // Literals that a search over bytes looks for, in an order on which its speed depends.
    ("src/standard/grammar/anchor.rs", "ISO"),
    ("src/standard/grammar/anchor.rs", "GB／T"),
    // Figures and abbreviations, which are of no language.
    ("src/standard/grammar/part.rs", "I"),
    ("src/standard/grammar/supplement.rs", "PWI"),
    // Longer ones stand before those that they begin with.
    ("src/standard/grammar/words.rs", "及び"),
    // Endings of German adjectives, a part of grammar.
    ("src/standard/context/lack.rs", "te"),
];

/// The first words of the lists in a text that have at least some words, wherever they stand; what its tests use is left out.
fn lists(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let is_word = |text: &&str| text.chars().any(char::is_alphabetic);
    let all = code.match_indices('[').map(|(at, _)| strings(&code[at + 1..]));
    all.filter(|list| list.iter().copied().filter(|text| is_word(text)).count() >= LIST)
        .map(|list| list[0].to_owned())
        .collect()
}

/// The strings with which an array begins, as they are written, up to what is none.
fn strings(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(string) = rest.trim_start().strip_prefix('"') {
        let ends = |at: &usize| string[..*at].bytes().rev().take_while(|one| *one == b'\\').count() % 2 == 0;
        let Some(end) = string.match_indices('"').map(|(at, _)| at).find(ends) else { break };
        found.push(&string[..end]);
        let Some(next) = string[end + 1..].trim_start().strip_prefix(',') else { break };
        rest = next;
    }
    found
}

/// True for a module of tests, as the module above it says, and for what stands below one.
fn is_of_tests(path: &Path) -> bool {
    let (Some(folder), Some(name)) = (path.parent(), path.file_stem()) else { return false };
    let above = [folder.with_extension("rs"), folder.join("mod.rs")];
    let text = above.iter().find_map(|path| fs::read_to_string(path).ok()).unwrap_or_default();
    text.contains(&format!("#[cfg(test)]\nmod {};", name.to_string_lossy())) || is_of_tests(folder)
}

/// The files of Rust below a folder, with their paths from the root of the project.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the room is there").flatten().map(|entry| entry.path());
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = entries.partition(|path| path.is_dir());
    let own = files.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    own.chain(folders.iter().flat_map(|folder| self::files(folder))).collect()
}

#[test]
fn words_stand_in_rules() {
    let all = ROOMS.iter().flat_map(|room| files(Path::new(room)));
    let mut found: Vec<(String, String)> = Vec::new();
    for path in all.filter(|path| !is_of_tests(path)) {
        let text = fs::read_to_string(&path).expect("the file can be read");
        found.extend(lists(&text).into_iter().map(|name| (path.to_string_lossy().replace('\\', "/"), name)));
    }
    found.sort();
    let mut allowed: Vec<(String, String)> =
        ALLOWED.iter().map(|(file, name)| ((*file).to_owned(), (*name).to_owned())).collect();
    allowed.sort();
    let new: Vec<_> = found.iter().filter(|one| !allowed.contains(one)).collect();
    assert!(new.is_empty(), "these lists belong into rules/words: {new:?}");
    let gone: Vec<_> = allowed.iter().filter(|one| !found.contains(one)).collect();
    assert!(gone.is_empty(), "these are gone, strike them from ALLOWED: {gone:?}");
}

#[test]
fn planted_lists_are_seen() {
    let words = r#""a", "b", "c", "d", "e", "f", "g", "h""#;
    for (text, wanted) in [
        (format!("const WORDS: &[&str] = &[{words}];\n"), 1),
        (format!("pub(super) static WORDS: &[&str] =\n    &[\n        {words},\n    ];\n"), 1),
        (format!("const WORDS: &[&str] = &[{words}];\nconst MORE: [&str; 8] = [{words}];\n"), 2),
        (format!("fn f(word: &str) -> bool {{ [{words}].contains(&word) }}\n"), 1),
        (format!("const MARKS: &[&str] = &[\"\\\"\", \"[\", {words}];\n"), 1),
        (format!("const FEW: &[&str] = &[{}];\n", &words[5..]), 0),
        (format!("const SIGNS: &[&str] = &[{}];\n", words.replace(char::is_alphabetic, "-")), 0),
        (format!("#[cfg(test)]\nmod tests {{\n    const WORDS: &[&str] = &[{words}];\n}}\n"), 0),
    ] {
        assert_eq!(lists(&text).len(), wanted, "{text}");
    }
}
