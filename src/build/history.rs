//! `rules/history/` as a table of constants: the words that make a citation a memory.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::emit;
use crate::file::{self, Fault};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Language {
    language: String,
    /// Small words that may stand between a cue and a citation.
    #[serde(default)]
    fillers: Vec<String>,
    /// Words that tie a citation to what is said of it behind it.
    #[serde(default)]
    links: Vec<String>,
    /// Words that make the citation behind them depend on the word before them.
    #[serde(default)]
    prepositions: Vec<String>,
    /// Words that join two clauses.
    #[serde(default)]
    conjunctions: Vec<String>,
    /// Words that deny what follows.
    #[serde(default)]
    denials: Vec<String>,
    /// Words that turn a denial round: "do not forget to".
    #[serde(default)]
    reversals: Vec<String>,
    /// Words that make a participle one of doing: "has".
    #[serde(default)]
    havings: Vec<String>,
    /// Words that make it one of suffering all the same: "been".
    #[serde(default)]
    beings: Vec<String>,
    /// Verbs that stand in the past by themselves: "was". A colon before one makes it an ending.
    #[serde(default)]
    pasts: Vec<String>,
    /// The same in words that are as often participles: ":ed".
    #[serde(default)]
    participles: Vec<String>,
    /// Verbs that stand in the present: "is", "must".
    #[serde(default)]
    presents: Vec<String>,
    /// Words after which a noun follows, so that the participle before them is a verb: "the".
    #[serde(default)]
    determiners: Vec<String>,
    /// Verbs of making, in the past: what they made may be in use.
    #[serde(default)]
    makings: Vec<String>,
    /// Words that begin a clause about the noun before them: "which".
    #[serde(default)]
    relatives: Vec<String>,
    /// Words after which a year is the beginning of what lasts: "since".
    #[serde(default)]
    sinces: Vec<String>,
    /// Verbs in the present that stand in the past with a participle: "a obtenu".
    #[serde(default)]
    auxiliaries: Vec<String>,
    /// Such participles.
    #[serde(default)]
    perfects: Vec<String>,
    /// The twelve months.
    #[serde(default)]
    months: Vec<String>,
    cues: Vec<Cue>,
}

impl Language {
    /// The words by which the language is told, sorted.
    fn small_words(&self) -> Vec<String> {
        let lists = [&self.fillers, &self.links, &self.prepositions, &self.conjunctions, &self.determiners];
        let verbs = [&self.pasts, &self.presents, &self.auxiliaries];
        let mut all: Vec<String> = lists.into_iter().chain(verbs).flatten().cloned().collect();
        all.sort();
        all.dedup();
        if self.pasts.is_empty() { Vec::new() } else { all }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cue {
    words: String,
    #[serde(rename = "where")]
    scope: Scope,
    example: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Scope {
    Before,
    After,
    State,
    Transition,
    Joint,
    Heading,
    Entries,
    Column,
    Versions,
    Changes,
    Past,
    Until,
    Then,
    Once,
    Frame,
    Bygone,
    Expiry,
    Mention,
    Naming,
    Removal,
    Concession,
    Contrast,
    Pending,
    NotYet,
    UseBefore,
    UseAfter,
}

impl Scope {
    /// True for a cue that is compared with whole headings and cells, not looked for in sentences.
    fn is_label(&self) -> bool {
        matches!(self, Self::Heading | Self::Entries | Self::Column | Self::Versions | Self::Changes | Self::Expiry)
    }
}

/// Takes a list of words of a language.
type List = fn(&Language) -> &Vec<String>;

/// The lists of words that tell the tense of a clause.
const TENSES: [(&str, List); 9] = [
    ("PASTS", |one| &one.pasts),
    ("PARTICIPLES", |one| &one.participles),
    ("PRESENTS", |one| &one.presents),
    ("DETERMINERS", |one| &one.determiners),
    ("MAKINGS", |one| &one.makings),
    ("RELATIVES", |one| &one.relatives),
    ("SINCES", |one| &one.sinces),
    ("AUXILIARIES", |one| &one.auxiliaries),
    ("PERFECTS", |one| &one.perfects),
];

/// Reads the folder and writes the table.
pub fn table(folder: &Path) -> Result<String, Fault> {
    let mut out = String::from("// Written by the build script from rules/history.\nstatic CUES: &[Cue] = &[\n");
    let languages = file::read_all::<Language>(folder)?;
    let mut starts: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut count = 0;
    for (path, language) in &languages {
        if !matches!(language.months.len(), 0 | 12) {
            return Err(Fault::new(path, &"a year has twelve months"));
        }
        for cue in &language.cues {
            // Prose has no full-width brackets: see `document/map.rs`.
            let words = cue.words.trim().to_lowercase().replace('（', "(").replace('）', ")");
            let open = words.ends_with('*');
            let parts: Vec<String> =
                words.trim_end_matches('*').split("...").map(|part| part.trim().to_owned()).collect();
            if parts.iter().any(String::is_empty) {
                return Err(Fault::new(path, &format!("the cue {:?} has an empty part", cue.words)));
            }
            if !cue.scope.is_label() {
                starts.entry(parts[0].clone()).or_default().push(count);
            }
            count += 1;
            out += &format!(
                "Cue {{ language: {:?}, words: {:?}, parts: {}, open_end: {open}, scope: Scope::{:?}, example: {:?} }},\n",
                language.language,
                cue.words,
                emit::texts(&parts),
                cue.scope,
                cue.example
            );
        }
    }
    out += "];\n";
    out += &index(&starts);
    out += &words("FILLERS", languages.iter().flat_map(|(_, one)| &one.fillers));
    out += &words("LINKS", languages.iter().flat_map(|(_, one)| &one.links));
    out += &words("DENIALS", languages.iter().flat_map(|(_, one)| &one.denials));
    out += &words("REVERSALS", languages.iter().flat_map(|(_, one)| &one.reversals));
    out += &words("PREPOSITIONS", languages.iter().flat_map(|(_, one)| &one.prepositions));
    out += &by_language("CONJUNCTIONS", languages.iter().map(|(_, one)| (&one.language, &one.conjunctions)));
    for (name, list) in TENSES {
        out += &by_language(name, languages.iter().map(|(_, one)| (&one.language, list(one))));
    }
    let known: Vec<Vec<String>> = languages.iter().map(|(_, one)| one.small_words()).collect();
    out += &by_language("SMALL_WORDS", languages.iter().map(|(_, one)| &one.language).zip(&known));
    out += &by_language("MONTHS", languages.iter().map(|(_, one)| (&one.language, &one.months)));
    out += &by_language("HAVINGS", languages.iter().map(|(_, one)| (&one.language, &one.havings)));
    out += &by_language("BEINGS", languages.iter().map(|(_, one)| (&one.language, &one.beings)));
    Ok(out)
}

/// The first parts of cues in order, each with the cues that begin with it, and where those of each first byte begin.
fn index(starts: &BTreeMap<String, Vec<usize>>) -> String {
    let parts: Vec<(&String, &Vec<usize>)> = starts.iter().collect();
    let of: Vec<usize> =
        (0..=256_usize).map(|byte| parts.partition_point(|(part, _)| usize::from(part.as_bytes()[0]) < byte)).collect();
    let parts = emit::list(&parts, |(part, cues)| format!("({part:?}, &{cues:?})"));
    format!("static STARTS: &[(&str, &[usize])] = {parts};\nstatic STARTS_OF: [usize; 257] = {of:?};\n")
}

/// A list of words for each language.
fn by_language<'a>(name: &str, all: impl Iterator<Item = (&'a String, &'a Vec<String>)>) -> String {
    let lists: Vec<String> = all.map(|(language, words)| format!("({language:?}, {})", emit::texts(words))).collect();
    format!("static {name}: &[(&str, &[&str])] = &[{}];\n", lists.join(", "))
}

/// A sorted list of words that serve every language.
fn words<'a>(name: &str, all: impl Iterator<Item = &'a String>) -> String {
    let mut all: Vec<String> = all.map(|word| word.to_lowercase()).collect();
    all.sort();
    all.dedup();
    format!("static {name}: &[&str] = {};\n", emit::texts(&all))
}
