//! Compares the reader of PDF with pdftotext on documents that other packages ship.
//!
//! The documents and the words that the other sees in them are gathered by `tests/oracles/pdf`, which also runs this test;
//! alone it has nothing to compare.

#![cfg(feature = "pdf")]

use std::collections::HashMap;
use std::fs::{self, File};
use std::hash::Hash;
use std::io::BufReader;
use std::path::Path;

use sms_lint::document::pdf;

#[path = "common/gathered.rs"]
mod gathered;
#[path = "common/words.rs"]
mod words;
use gathered::gathered;
use words::{counted, surplus, words};

/// The least share of words that must be seen, and of those seen that must be there.
const LEAST: f64 = 0.97;

/// The least share of words that must be followed by the same word; columns and tables may be read in another order.
const IN_ORDER: f64 = 0.75;

/// Words of a text, those that a hyphen parts at the end of a line as one.
fn joined_words(text: &str) -> Vec<String> {
    let joined = text.replace("-\n", "").replace("\u{2010}\n", "").replace("\u{AD}\n", "").replace('\u{AD}', "");
    words(&joined).collect()
}

/// The share of `wanted` that `found` has too.
fn share<T: Hash + Ord + Clone>(wanted: &HashMap<T, usize>, found: &HashMap<T, usize>) -> f64 {
    let all: usize = wanted.values().sum();
    let both = all - surplus(wanted, found).values().sum::<usize>();
    both as f64 / all.max(1) as f64
}

/// What differs more than it may, and the words that were compared.
fn compare(path: &Path) -> (Option<String>, usize) {
    let mut file = BufReader::new(File::open(path).expect("it was gathered"));
    let read = pdf::read(&mut file).unwrap_or_else(|reason| panic!("{}: {reason}", path.display()));
    let own = joined_words(&read.text);
    let listed = fs::read_to_string(format!("{}.words", path.display())).expect("it was gathered beside the document");
    let other: Vec<String> = listed.lines().map(str::to_lowercase).collect();
    let (own_counts, other_counts) = (counted(own.iter()), counted(other.iter()));
    let (seen, sound) = (share(&other_counts, &own_counts), share(&own_counts, &other_counts));
    let pairs = |words: &[String]| counted(words.windows(2).map(<[String]>::to_vec));
    let order = share(&pairs(&other), &pairs(&own));
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    println!(
        "{name}: {} words, {seen:.4} seen, {sound:.4} of its own there, {order:.4} of pairs in order",
        other.len()
    );
    let fails = seen < LEAST || sound < LEAST || order < IN_ORDER;
    (fails.then(|| format!("{name}: {seen:.4} seen, {sound:.4} there, {order:.4} in order")), other.len())
}

#[test]
#[ignore = "tests/oracles/pdf gathers the documents and runs this test"]
fn the_reader_sees_what_pdftotext_sees() {
    let mut paths = gathered();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "pdf"));
    assert!(paths.len() >= 14, "fewer than ten documents of others and the four of this project: {paths:?}");
    let compared: Vec<(Option<String>, usize)> = paths.iter().map(|path| compare(path)).collect();
    assert!(compared.iter().map(|(_, words)| words).sum::<usize>() > 100_000, "hardly a word was compared");
    let failures: Vec<String> = compared.into_iter().filter_map(|(failure, _)| failure).collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}
