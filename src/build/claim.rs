//! `rules/claims/` as a table of constants: the words that claim certification or conformity to a standard.

use std::path::Path;

use serde::Deserialize;

use crate::code::Code;
use crate::emit;
use crate::file::{self, Fault};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Language {
    language: Code,
    /// Words that may stand between a claim and the citation behind it.
    #[serde(default)]
    between: Vec<String>,
    /// Words that may stand between a citation and the claim behind it.
    #[serde(default)]
    behind: Vec<String>,
    /// Words that join citations, so that what is claimed of one is claimed of the next.
    joiners: Vec<String>,
    /// Words that begin another clause.
    #[serde(default)]
    breaks: Vec<String>,
    /// Words that begin a clause which is the object of the one before: who denies that one denies it too.
    #[serde(default)]
    complements: Vec<String>,
    /// Words beside which a number is that of a whole family: "ISO 9000 series".
    #[serde(default)]
    families: Vec<String>,
    /// Words behind which it is.
    #[serde(default)]
    many: Vec<String>,
    /// Verbs that may follow a claim that is a noun; any other word makes it a part of another noun.
    #[serde(default)]
    verbs: Vec<String>,
    /// Verbs of several subjects: what stands before them is a list, and no subject of its own.
    #[serde(default)]
    plurals: Vec<String>,
    claims: Vec<Claim>,
    /// Words that deny the claim they stand beside.
    #[serde(default)]
    denials: Vec<Word>,
    /// Words that show, anywhere in the sentence, that it speaks of a claim and does not make one.
    doubts: Vec<Word>,
    /// Words beside which a certificate is that of a person.
    persons: Vec<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Claim {
    words: String,
    #[serde(rename = "where")]
    side: Side,
    of: Subject,
    example: String,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Side {
    Before,
    After,
    Noun,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Subject {
    Certification,
    Conformity,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Word {
    words: String,
    example: String,
}

/// Reads the folder and writes the table.
pub fn table(folder: &Path) -> Result<String, Fault> {
    let mut out = String::from("// Written by the build script from rules/claims.\nstatic CLAIMS: &[Cue] = &[\n");
    let languages = file::read_all::<Language>(folder)?;
    for (path, language) in &languages {
        for claim in &language.claims {
            let (words, open) = open_ended(&claim.words);
            let parts: Vec<String> = words.split("...").map(|part| part.trim().to_owned()).collect();
            if parts.iter().any(String::is_empty) {
                return Err(Fault::new(path, &format!("the claim {:?} has an empty part", claim.words)));
            }
            out += &format!(
                "Cue {{ language: {:?}, words: {:?}, parts: {}, open_end: {open}, side: Side::{:?}, of: Subject::{:?}, example: {:?} }},\n",
                language.language.0,
                claim.words,
                emit::phrases(&parts),
                claim.side,
                claim.of,
                claim.example
            );
        }
    }
    out += "];\n";
    let all = || languages.iter().map(|(_, one)| one);
    out += &words("DENIALS", all().flat_map(|one| one.denials.iter().map(move |word| (one, word))));
    out += &words("DOUBTS", all().flat_map(|one| one.doubts.iter().map(move |word| (one, word))));
    out += &words("PERSONS", all().flat_map(|one| one.persons.iter().map(move |word| (one, word))));
    out += &list("BETWEEN", all().flat_map(|one| &one.between));
    out += &list("BEHIND", all().flat_map(|one| &one.behind));
    out += &list("JOINERS", all().flat_map(|one| &one.joiners));
    out += &list("BREAKS", all().flat_map(|one| &one.breaks));
    out += &list("COMPLEMENTS", all().flat_map(|one| &one.complements));
    out += &list("FAMILIES", all().flat_map(|one| &one.families));
    out += &list("MANY", all().flat_map(|one| &one.many));
    out += &list("PLURALS", all().flat_map(|one| &one.plurals));
    out += &list("VERBS", all().flat_map(|one| &one.verbs));
    Ok(out)
}

/// Small letters, and if the last word may go on.
fn open_ended(words: &str) -> (String, bool) {
    let words = words.trim().to_lowercase();
    (words.trim_end_matches('*').to_owned(), words.ends_with('*'))
}

/// Words with their examples.
fn words<'a>(name: &str, all: impl Iterator<Item = (&'a Language, &'a Word)>) -> String {
    let mut out = format!("static {name}: &[Word] = &[\n");
    for (language, word) in all {
        let (words, open) = open_ended(&word.words);
        out += &format!(
            "Word {{ language: {:?}, words: {words:?}, open_end: {open}, example: {:?} }},\n",
            language.language.0, word.example
        );
    }
    out + "];\n"
}

/// A sorted list of words that serve every language.
fn list<'a>(name: &str, all: impl Iterator<Item = &'a String>) -> String {
    let mut all: Vec<String> = all.map(|word| word.to_lowercase()).collect();
    all.sort();
    all.dedup();
    format!("static {name}: List = {};\n", emit::phrases(&all))
}
