//! Compares the readers of data with independent ones on documents that other packages ship.
//!
//! `tests/oracles/data` gathers the documents with what others make of them, and runs this test, which has nothing to
//! compare alone.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use serde_json::Value;
use sms_lint::document::{Block, Document, Format, Kind, Prose};

#[path = "common/gathered.rs"]
mod gathered;
#[path = "common/words.rs"]
mod words;
use gathered::gathered;
use words::{counted, surplus, words};

/// The least share of words and of values that must be seen, and of those seen that must be there.
const LEAST: f64 = 0.99;

/// Fewest documents of a format.
const FEWEST: usize = 10;

/// Longest text that is compared as a whole.
const SHORT: usize = 200;

type Counts = HashMap<String, usize>;

/// What the documents of a format gave.
#[derive(Debug, Default)]
struct Tally {
    documents: usize,
    words: usize,
    missed: usize,
    invented: usize,
    values: usize,
    changed: Vec<String>,
}

/// Words of texts, parted at low lines too, with how often each stands there.
fn count<'a>(texts: impl IntoIterator<Item = &'a str>) -> Counts {
    counted(texts.into_iter().flat_map(|text| text.split('_')).flat_map(words))
}

/// A text as prose has it.
fn normal(text: &str) -> String {
    let mut prose = Prose::default();
    prose.push(text, 0);
    prose.text().trim().to_owned()
}

/// A key as words: `revisionHistory` is two.
fn parted(key: &str) -> String {
    let mut out = String::new();
    for one in key.chars() {
        if one.is_ascii_uppercase()
            && out.ends_with(|last: char| last.is_ascii_lowercase())
            && !key.contains(|one: char| one.is_ascii_digit())
        {
            out.push(' ');
        }
        out.push(one);
    }
    out
}

/// The value of a block, without the comment beside it.
fn value(block: &Block) -> &str {
    let text = block.entry().map_or(block.prose.text(), |(_, value)| value);
    text.split(" # ").next().unwrap_or(text).trim()
}

/// True for a text that reads the same whether it is Markdown or not.
fn is_plain(text: &str) -> bool {
    text.len() < SHORT && !text.contains(['\n', '*', '_', '`', '[', '<', '&', '~', '\\', '#'])
}

fn compare(path: &Path, tally: &mut Tally) {
    let text = fs::read_to_string(path).expect("it was gathered as UTF-8");
    let wanted = fs::read(path.with_file_name(format!("{}.values", path.file_name().expect("it is a file").display())));
    let wanted: Value = serde_json::from_slice(&wanted.expect("it was gathered too")).expect("it is JSON");
    let texts = |name: &str| -> Vec<&str> {
        wanted[name].as_array().expect("it is a list").iter().map(|one| one.as_str().expect("of texts")).collect()
    };
    let (keys, values, comments) = (texts("keys"), texts("values"), texts("comments"));
    let document = Format::of(path).expect("its ending is read").read(&text, None);
    assert_eq!(document.fault, None, "{}", path.display());
    check_places(path, &text, &document);
    let own = count(document.blocks.iter().map(|block| block.prose.text()));
    // Of links and tags only the words are read.
    let sure: Vec<&str> = values.iter().copied().filter(|one| is_plain(one)).collect();
    let parts: Vec<String> = keys.iter().map(|key| parted(key)).collect();
    let keys = || parts.iter().map(String::as_str);
    let least = count(sure.iter().copied().chain(keys()));
    let numbers = text
        .split(|one: char| !one.is_alphanumeric() && !"+-._".contains(one))
        .filter(|one| one.parse::<f64>().is_ok() || matches!(*one, "true" | "false" | "null"));
    let most = count(values.iter().copied().chain(comments).chain(keys()).chain(numbers));
    tally.documents += 1;
    tally.words += least.values().sum::<usize>();
    tally.missed += surplus(&least, &own).values().sum::<usize>();
    tally.invented += surplus(&own, &most).values().sum::<usize>();
    let values = document.blocks.iter().filter(|block| !matches!(block.kind, Kind::Key(_)));
    let mut seen = counted(values.map(|block| value(block).to_owned()));
    for one in sure.iter().map(|one| normal(one)).filter(|one| !one.is_empty()) {
        tally.values += 1;
        match seen.get_mut(&one) {
            Some(count) if *count > 0 => *count -= 1,
            _ => tally.changed.push(format!("{}: {one}", path.display())),
        }
    }
}

/// Each letter and digit of prose leads back to itself, or to an escape that stands for it.
fn check_places(path: &Path, source: &str, document: &Document) {
    for block in &document.blocks {
        for (at, one) in block.prose.text().char_indices().filter(|(_, one)| one.is_alphanumeric()) {
            let span = block.prose.source_span(at, at + one.len_utf8());
            let own = &source[span.start..span.end];
            let same = normal(own).to_lowercase().chars().eq(one.to_lowercase());
            assert!(same || own.starts_with(['\\', '&']), "{}: {one:?} leads to {own:?}", path.display());
        }
    }
}

#[test]
#[ignore = "tests/oracles/data gathers what is compared"]
fn readers_see_what_independent_ones_see() {
    let mut tallies: HashMap<&str, Tally> = HashMap::new();
    for path in gathered() {
        let name = match path.extension().and_then(|ending| ending.to_str()) {
            Some("yaml" | "yml") => "YAML",
            Some("json") => "JSON",
            Some("toml") => "TOML",
            Some("csv") => "CSV",
            _ => continue,
        };
        compare(&path, tallies.entry(name).or_default());
    }
    assert_eq!(tallies.len(), 4, "each format is compared");
    for (name, tally) in &tallies {
        let share = |part: usize, whole: usize| 1.0 - part as f64 / whole.max(1) as f64;
        println!(
            "{name}: {} documents, {} words, {} missed, {} invented, {} values, {} changed",
            tally.documents,
            tally.words,
            tally.missed,
            tally.invented,
            tally.values,
            tally.changed.len()
        );
        for one in tally.changed.iter().take(5) {
            println!("    {}", one.chars().take(200).collect::<String>());
        }
        assert!(tally.documents >= FEWEST, "{name}");
        assert!(share(tally.missed, tally.words) >= LEAST, "{name}");
        assert!(share(tally.invented, tally.words) >= LEAST, "{name}");
        assert!(share(tally.changed.len(), tally.values) >= LEAST, "{name}");
    }
}
