//! Compares the readers of office files with independent ones on files that other packages ship.
//!
//! The files and the words that others see in them are gathered by `tests/oracles/office`, which also runs this test; alone it
//! has nothing to compare.

#![cfg(feature = "office")]

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::path::Path;

use sms_lint::document::{Block, Format};

#[path = "common/gathered.rs"]
mod gathered;
#[path = "common/words.rs"]
mod words;
use gathered::gathered;
use words::{counted, surplus, words};

/// The least share of words that must be seen, and of those seen that must be there.
const LEAST: f64 = 0.99;

/// How often a word stands in a text.
type Counts = HashMap<String, usize>;

/// What a format's files gave.
#[derive(Default)]
struct Tally {
    files: usize,
    wanted: usize,
    missed: usize,
    seen: usize,
    invented: usize,
}

/// True for a stretch that the other reader of the format leaves out, by the words for its place.
fn is_left_out(ending: &str, place: &str) -> bool {
    let begins = |all: &[&str]| all.iter().any(|one| place.starts_with(one));
    match ending {
        "docx" => begins(&["properties", "header", "footer", "comment", "text box"]),
        "odt" => begins(&["properties", "header", "footer"]),
        "pptx" => begins(&["properties"]) || place.contains("comment") || place.contains("diagram"),
        "xlsx" => begins(&["properties"]) || place.contains("drawing") || place.contains("header or footer"),
        _ => begins(&["properties"]),
    }
}

/// The words that the reader sees.
fn read(path: &Path, ending: &str) -> Result<Counts, String> {
    let container = Format::of(path).and_then(Format::container).expect("files that are no text are gathered");
    let readable = container.read(&mut File::open(path).expect("it was gathered"))?;
    let is_read = |block: &&Block| {
        let place = readable.landmarks.words(block.prose.source_span(0, 0).start).unwrap_or_default();
        !is_left_out(ending, &place)
    };
    let texts = readable.document.blocks.iter().filter(is_read).map(|block| block.prose.text());
    let mut counts = counted(texts.flat_map(words));
    counts.retain(|word, _| is_compared(word, ending));
    Ok(counts)
}

/// The words that were gathered beside a file.
fn listed(path: &Path, what: &str, ending: &str) -> Counts {
    let text = fs::read_to_string(format!("{}.{what}", path.display())).expect("it was gathered beside the file");
    let mut counts = counted(text.lines().flat_map(words));
    counts.retain(|word, _| is_compared(word, ending));
    counts
}

/// Of workbooks words with letters alone, as numbers are shown by their formats.
fn is_compared(word: &str, ending: &str) -> bool {
    ending != "xlsx" || word.contains(char::is_alphabetic)
}

fn compare(path: &Path, ending: &str, tally: &mut Tally) -> Option<String> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let own = match read(path, ending) {
        Ok(own) => own,
        Err(reason) => return Some(format!("{name}: {reason}")),
    };
    let (other, least) = (listed(path, "words", ending), listed(path, "least", ending));
    let (mut missed, invented) = (surplus(&other, &own), surplus(&own, &other));
    missed.extend(surplus(&least, &own));
    let sum = |counts: &mut dyn Iterator<Item = &usize>| counts.sum::<usize>();
    let (wanted, seen) = (sum(&mut other.values()), sum(&mut own.values()));
    let (lost, added) = (sum(&mut missed.values()), sum(&mut invented.values()));
    tally.files += 1;
    tally.wanted += wanted;
    tally.missed += lost;
    tally.seen += seen;
    tally.invented += added;
    let share = |part: usize, whole: usize| 1.0 - part as f64 / whole.max(1) as f64;
    // In a short file a single word is more than a hundredth.
    let fails = (lost > 3 && share(lost, wanted) < LEAST) || (added > 3 && share(added, seen) < LEAST);
    fails.then(|| format!("{name}: misses {lost} of {wanted} {missed:?}, has {added} of {seen} more {invented:?}"))
}

#[test]
#[ignore = "tests/oracles/office gathers the files and runs this test"]
fn the_readers_see_what_others_see() {
    let mut paths = gathered();
    paths.retain(|path| path.extension().is_some_and(|ending| ending != "words" && ending != "least"));
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let mut failures = Vec::new();
    for path in &paths {
        let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
        failures.extend(compare(path, &ending, tallies.entry(ending.clone()).or_default()));
    }
    for (ending, tally) in &tallies {
        println!(
            "{ending}: {} files, {} of {} words missed, {} of {} not there",
            tally.files, tally.missed, tally.wanted, tally.invented, tally.seen
        );
    }
    for wanted in ["docx", "odp", "ods", "odt", "pptx", "xlsx"] {
        assert!(tallies.get(wanted).is_some_and(|tally| tally.files > 10), "ten files or fewer in {wanted}");
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n\n"));
}
