//! Compares the readers with independent ones on documents that other packages ship.
//!
//! The documents and the words that others see in them are gathered by `tests/oracles/markup`, which also runs this test;
//! alone it has nothing to compare.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use sms_lint::document::{Format, Kind};

#[path = "common/gathered.rs"]
mod gathered;
#[path = "common/words.rs"]
mod words;
use gathered::gathered;
use words::{counted, surplus, words};

/// The least share of words that must be seen, and of those seen that must be there.
const LEAST: f64 = 0.99;

/// What a format's documents gave.
#[derive(Default)]
struct Tally {
    documents: usize,
    wanted: usize,
    missed: usize,
    seen: usize,
    invented: usize,
}

fn compare(path: &Path, tally: &mut Tally) -> Option<String> {
    let text = fs::read_to_string(path).expect("it was gathered as UTF-8");
    let format = Format::of(path).expect("documents of formats that are read are gathered");
    let mut own = Vec::new();
    for block in format.read(&text, None).blocks {
        // What AsciiDoc defines at its head is read, but shown only where it is used.
        if format == Format::AsciiDoc && block.kind == Kind::Metadata {
            continue;
        }
        own.extend(words(block.prose.text()));
    }
    let listed = fs::read_to_string(format!("{}.words", path.display())).expect("it was gathered beside the document");
    let other: Vec<String> = listed.lines().flat_map(words).collect();
    let (own_counts, other_counts) = (counted(own.iter()), counted(other.iter()));
    let (missed, invented) = (surplus(&other_counts, &own_counts), surplus(&own_counts, &other_counts));
    let (lost, added) = (missed.values().sum::<usize>(), invented.values().sum::<usize>());
    tally.documents += 1;
    tally.wanted += other.len();
    tally.missed += lost;
    tally.seen += own.len();
    tally.invented += added;
    let share = |part: usize, whole: usize| 1.0 - part as f64 / whole.max(1) as f64;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // In a short document a single word is more than a hundredth.
    let fails = (lost > 3 && share(lost, other.len()) < LEAST) || (added > 3 && share(added, own.len()) < LEAST);
    fails.then(|| {
        format!("{name}: misses {lost} of {} {missed:?}, has {added} of {} more {invented:?}", other.len(), own.len())
    })
}

#[test]
#[ignore = "tests/oracles/markup gathers the documents and runs this test"]
fn the_readers_see_what_others_see() {
    let mut paths = gathered();
    paths.retain(|path| path.extension().is_some_and(|ending| ending != "words"));
    let mut tallies: HashMap<String, Tally> = HashMap::new();
    let mut failures = Vec::new();
    for path in &paths {
        let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
        failures.extend(compare(path, tallies.entry(ending).or_default()));
    }
    let mut endings: Vec<_> = tallies.iter().collect();
    endings.sort_by_key(|(ending, _)| ending.as_str());
    for (ending, tally) in &endings {
        println!(
            "{ending}: {} documents, {} of {} words missed, {} of {} not there",
            tally.documents, tally.missed, tally.wanted, tally.invented, tally.seen
        );
    }
    for wanted in ["adoc", "md", "mdx", "html", "org", "rst", "tex"] {
        assert!(tallies.get(wanted).is_some_and(|tally| tally.documents >= 10), "fewer than ten documents in {wanted}");
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n\n"));
}
