//! `rules/history/` as a table of constants: the words that make a citation a memory.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::bucket;
use crate::emit;
use crate::file::{self, Fault};
use crate::scope::Scope;

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
    /// Such participles that are said of who meets a standard, never of what it did: "certified".
    #[serde(default)]
    attested: Vec<String>,
    /// Such words that are the same in the present, if several do it: "the requirements set".
    #[serde(default)]
    unmarked: Vec<String>,
    /// Words behind which a verb names no time: "to".
    #[serde(default)]
    infinitives: Vec<String>,
    /// Words for what holds today: "current".
    #[serde(default)]
    currents: Vec<String>,
    /// Words after which a noun follows, so that the participle before them is a verb: "the".
    #[serde(default)]
    determiners: Vec<String>,
    /// Verbs of making, in the past: what they made may be in use.
    #[serde(default)]
    makings: Vec<String>,
    /// Words of a clause that says by what something is done: "as", "because".
    #[serde(default)]
    subordinators: Vec<String>,
    /// What a heading may call the document that it stands in, and what its parts are called: "policy", "numbers".
    #[serde(default)]
    documents: Vec<String>,
    /// Nouns for documents, certificates, audits and organisations, of which "old" tells that they are over. A colon
    /// before one makes it an ending.
    #[serde(default)]
    things: Vec<String>,
    /// Words for those who speak in a document: "we".
    #[serde(default)]
    speakers: Vec<String>,
    /// Verbs by which an edition tells what stands in it: "contains".
    #[serde(default)]
    tellings: Vec<String>,
    /// Verbs, in the past, by which something was reached on a day: "awarded".
    #[serde(default)]
    feats: Vec<String>,
    /// Nouns for what was reached on a day: "certification".
    #[serde(default)]
    deeds: Vec<String>,
    /// Words of a script without spaces that make the citation before them that by which something is done.
    #[serde(default)]
    postpositions: Vec<String>,
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
    /// Such participles that may stand at the end of their clause, far from the verb: "hat 2019 gegen … geprüft".
    #[serde(default)]
    finals: Vec<String>,
    /// Characters that have two forms, the one of the words here before the other: documents may have either.
    #[serde(default)]
    traditional: Vec<String>,
    /// The twelve months, in one form after the other.
    #[serde(default)]
    months: Vec<String>,
    cues: Vec<Cue>,
}

impl Language {
    /// The words by which the language is told.
    fn small_words(&self) -> Vec<String> {
        let lists = [&self.fillers, &self.links, &self.prepositions, &self.conjunctions, &self.determiners];
        let verbs = [&self.pasts, &self.presents, &self.auxiliaries];
        let all = lists.into_iter().chain(verbs).flatten().filter(|word| !word.starts_with(':'));
        if self.pasts.is_empty() { Vec::new() } else { all.cloned().collect() }
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

/// Takes a list of words of a language.
type List = fn(&Language) -> &Vec<String>;

/// The lists of words that hold in their own language only.
const OWN: [(&str, List); 21] = [
    ("PASTS", |one| &one.pasts),
    ("PARTICIPLES", |one| &one.participles),
    ("PRESENTS", |one| &one.presents),
    ("PERFECTS", |one| &one.perfects),
    ("THINGS", |one| &one.things),
    ("FINALS", |one| &one.finals),
    ("DETERMINERS", |one| &one.determiners),
    ("MAKINGS", |one| &one.makings),
    ("RELATIVES", |one| &one.relatives),
    ("SINCES", |one| &one.sinces),
    ("AUXILIARIES", |one| &one.auxiliaries),
    ("CONJUNCTIONS", |one| &one.conjunctions),
    ("HAVINGS", |one| &one.havings),
    ("BEINGS", |one| &one.beings),
    ("ATTESTED", |one| &one.attested),
    ("UNMARKED", |one| &one.unmarked),
    ("INFINITIVES", |one| &one.infinitives),
    ("CURRENTS", |one| &one.currents),
    ("TELLINGS", |one| &one.tellings),
    ("DEEDS", |one| &one.deeds),
    ("FEATS", |one| &one.feats),
];

/// How many of them, from the first, hold endings as well.
const WITH_ENDINGS: usize = 6;

/// The lists of words that serve every language.
const SHARED: [(&str, List); 8] = [
    ("FILLERS", |one| &one.fillers),
    ("LINKS", |one| &one.links),
    ("DENIALS", |one| &one.denials),
    ("REVERSALS", |one| &one.reversals),
    ("PREPOSITIONS", |one| &one.prepositions),
    ("SUBORDINATORS", |one| &one.subordinators),
    ("DOCUMENTS", |one| &one.documents),
    ("SPEAKERS", |one| &one.speakers),
];

/// How many groups words and beginnings of cues are kept in; a power of two.
const GROUPS: usize = 4096;

/// Reads the folder and writes the tables: of cues, and of words.
pub fn tables(folder: &Path) -> Result<[String; 2], Fault> {
    let mut out = String::from("// Written by the build script from rules/history.\nstatic CUES: &[Cue] = &[\n");
    let languages = file::read_all::<Language>(folder)?;
    let mut starts: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut begun = Begun::default();
    let mut labels = Vec::new();
    let mut count = 0;
    let forms = forms(&languages)?;
    for (at, (path, language)) in languages.iter().enumerate() {
        if language.months.len() % 12 != 0 {
            return Err(Fault::new(path, &"a year has twelve months"));
        }
        for cue in &language.cues {
            // Prose has no full-width brackets: see `document/map.rs`.
            let words = cue.words.trim().to_lowercase().replace('（', "(").replace('）', ")");
            let words = one_form(&words, &forms);
            let open = words.ends_with('*');
            let parts: Vec<String> =
                words.trim_end_matches('*').split("...").map(|part| part.trim().to_owned()).collect();
            if parts.iter().any(String::is_empty) {
                return Err(Fault::new(path, &format!("the cue {:?} has an empty part", cue.words)));
            }
            if open && parts.len() == 1 && parts[0].len() < bucket::START {
                return Err(Fault::new(path, &format!("the cue {:?} is too short for an open end", cue.words)));
            }
            if !cue.scope.is_label() {
                begun.add(&parts[0], open && parts.len() == 1);
                starts.entry(parts[0].clone()).or_default().push(count);
            }
            if cue.scope.is_of_labels() && parts.len() == 1 {
                labels.push((cue.scope, parts[0].clone(), count));
            }
            count += 1;
            out += &format!(
                "Cue {{ language: Language({at}), texts: {}, parts: {}, open_end: {open}, scope: Scope::{:?} }},\n",
                emit::phrases(&[&parts[..], &[cue.words.clone(), cue.example.clone()]].concat()),
                parts.len(),
                cue.scope
            );
        }
    }
    out += "];\n";
    out += &index(&starts);
    out += &begun.written();
    out += &label_cues("LABELS_BY_FIRST", &labels, |words| words.as_bytes()[0]);
    out += &label_cues("LABELS_BY_LAST", &labels, |words| words.as_bytes()[words.len() - 1]);
    out += &format!("static FORMS: &[(char, char)] = &{:?};\n", forms.iter().collect::<Vec<_>>());
    let languages: Vec<&Language> = languages.iter().map(|(_, one)| one).collect();
    Ok([out, words(&languages, &forms)])
}

/// Characters with the form by which the program goes.
type Forms = BTreeMap<char, char>;

/// The other forms of characters, of all languages.
fn forms(languages: &[(PathBuf, Language)]) -> Result<Forms, Fault> {
    let mut forms = Forms::new();
    for (path, language) in languages {
        for pair in &language.traditional {
            let mut two = pair.chars();
            match (two.next(), two.next(), two.next()) {
                (Some(one), Some(other), None) if one.len_utf8() == other.len_utf8() => forms.insert(other, one),
                _ => return Err(Fault::new(path, &format!("{pair:?} is no pair of characters of one length"))),
            };
        }
    }
    Ok(forms)
}

/// A text with each character in the form by which the program goes.
fn one_form(text: &str, forms: &Forms) -> String {
    text.chars().map(|one| forms.get(&one).copied().unwrap_or(one)).collect()
}

/// The table of words.
fn words(languages: &[&Language], forms: &Forms) -> String {
    let mut out = String::from("// Written by the build script from rules/history.\n");
    let codes: Vec<&String> = languages.iter().map(|one| &one.language).collect();
    out += &format!("static LANGUAGES: [&str; {}] = {codes:?};\n", codes.len());
    let tensed =
        (0..).zip(languages).filter(|(_, one)| !one.pasts.is_empty()).fold(0, |all, (at, _)| all | (1_u32 << at));
    out += &format!("const TENSED: u32 = {tensed};\n");
    let mut table = Table::default();
    for (list, (name, words)) in OWN.iter().enumerate() {
        out += &format!("const {name}: usize = {list};\n");
        for (at, language) in languages.iter().enumerate() {
            let whole = words(language).iter().filter(|word| !word.starts_with(':'));
            whole.for_each(|word| table.entry(&one_form(word, forms)).own[list] |= 1 << at);
        }
    }
    out += &format!("const SMALL_WORDS: usize = {};\n", OWN.len());
    for (at, language) in languages.iter().enumerate() {
        let small = language.small_words();
        small.iter().for_each(|word| table.entry(&one_form(word, forms)).own[OWN.len()] |= 1 << at);
    }
    for (list, (name, words)) in SHARED.iter().enumerate() {
        out += &format!("const {name}: u8 = 1 << {list};\n");
        let all = languages.iter().flat_map(|one| words(one));
        all.for_each(|word| table.entry(&one_form(&word.to_lowercase(), forms)).shared |= 1 << list);
    }
    let months = languages.iter().flat_map(|one| &one.months);
    months.clone().for_each(|word| table.entry(word).shared |= 1);
    out += &table.written();
    for (name, words) in &OWN[..WITH_ENDINGS] {
        out += &endings(name, languages, *words);
    }
    let joined =
        languages.iter().flat_map(|one| &one.denials).filter(|word| word.starts_with(bucket::is_joined_script));
    let joined: Vec<String> = joined.map(|word| one_form(word, forms)).collect();
    out += &format!("static JOINED_DENIALS: List = {};\n", emit::phrases(&joined));
    let behind: Vec<String> = languages.iter().flat_map(|one| &one.postpositions).cloned().collect();
    let feats = languages.iter().flat_map(|one| &one.feats).filter(|word| word.starts_with(bucket::is_joined_script));
    let feats: Vec<String> = feats.map(|word| one_form(word, forms)).collect();
    out += &format!("static JOINED_FEATS: List = {};\n", emit::phrases(&feats));
    out += &format!("static POSTPOSITIONS: List = {};\n", emit::phrases(&behind));
    out += &months_by_name(languages);
    out
}

/// Cues of one part that are compared with whole labels, by their scope and then by a byte at one end.
fn label_cues(name: &str, cues: &[(Scope, String, usize)], byte: fn(&str) -> u8) -> String {
    let mut sorted: Vec<_> = cues.iter().map(|(scope, words, at)| (*scope as u8, byte(words), *at, words)).collect();
    sorted.sort_unstable();
    let several =
        |words: &str| words.contains(' ') || words.chars().filter(|one| bucket::is_joined_script(*one)).count() > 3;
    let all = emit::list(&sorted, |(_, byte, at, words)| {
        let length = u8::try_from(words.len()).expect("a label is short");
        format!("LabelCue {{ byte: {byte}, length: {length}, several: {}, at: {at} }}", several(words))
    });
    let scopes = sorted.last().map_or(0, |(scope, ..)| usize::from(*scope) + 1);
    let mut bytes = vec![[0_u64; 4]; scopes];
    for (scope, byte, ..) in &sorted {
        bytes[usize::from(*scope)][usize::from(*byte / 64)] |= 1 << (byte % 64);
    }
    let starts: Vec<usize> =
        (0..=scopes).map(|end| sorted.partition_point(|(scope, ..)| usize::from(*scope) < end)).collect();
    format!("pub(super) static {name}: ByEnd = ByEnd {{ bytes: &{bytes:?}, starts: &{starts:?}, cues: {all} }};\n")
}

/// The first parts of cues, with the cues that begin with each, by the group that their first bytes belong to; for each
/// first byte the lengths that they have, as bits, where all lengths that decide to which group one belongs are one; for
/// each group the bits of what may follow the bytes that decide.
fn index(starts: &BTreeMap<String, Vec<usize>>) -> String {
    let head = |part: &str| bucket::head(part.as_bytes());
    let group = |part: &str| bucket::of_start(head(part), part.len()) as usize % GROUPS;
    let mut parts: Vec<(&String, &Vec<usize>)> = starts.iter().collect();
    parts.sort_by_key(|(part, _)| (group(part), *part));
    let groups = groups(parts.iter().map(|(part, _)| group(part)));
    let mut lengths = [0_u8; 256];
    for part in starts.keys() {
        lengths[usize::from(part.as_bytes()[0])] |= 1 << part.len().min(bucket::START);
    }
    let mut next = [0_u32; GROUPS];
    for (part, _) in &parts {
        next[group(part)] |= if part.len() > bucket::START { bucket::next(head(part)) } else { u32::MAX };
    }
    let owners: Vec<usize> = parts.iter().flat_map(|(_, cues)| cues.iter().copied()).collect();
    let ends = parts.iter().scan(0, |end, (_, cues)| {
        *end += cues.len();
        Some(*end)
    });
    let parts: Vec<(&String, usize, usize)> =
        parts.iter().zip(ends).map(|((part, cues), end)| (*part, end - cues.len(), end)).collect();
    let parts = emit::list(&parts, |(part, from, end)| {
        let (head, mask) = (head(part), bucket::mask(part.len()));
        format!("Start {{ head: {head:#x}, mask: {mask:#x}, length: {}, owners: ({from}, {end}) }}", part.len())
    });
    format!(
        "static STARTS: &[Start] = {parts};\nstatic OWNERS: &[u16] = &{owners:?};\n\
         static STARTS_OF: [u16; {}] = {groups:?};\nstatic NEXT: [u32; {GROUPS}] = {next:?};\n\
         static LENGTHS: [u8; 256] = {lengths:?};\n",
        GROUPS + 1
    )
}

/// The words of letters of ASCII that cues begin with: whole, or those with which a longer word may begin.
#[derive(Default)]
struct Begun {
    whole: BTreeSet<String>,
    open: BTreeSet<String>,
}

impl Begun {
    /// Adds the word that the first part of a cue begins with; at an open end it may be the beginning of a longer one.
    fn add(&mut self, part: &str, open: bool) {
        let length = part.bytes().take_while(u8::is_ascii_alphabetic).count();
        self.whole.insert(part[..length].to_owned());
        if open && length == part.len() {
            self.add_open(part);
        }
    }

    /// Adds the first letters of all words that begin so; with fewer than these it may also go on with any.
    fn add_open(&mut self, word: &str) {
        match word.get(..bucket::OPEN) {
            Some(first) => drop(self.open.insert(first.to_owned())),
            None => ('a'..='z').for_each(|next| self.add_open(&format!("{word}{next}"))),
        }
    }

    /// The bits of both.
    fn written(&self) -> String {
        let bits = |words: &BTreeSet<String>| {
            let mut bits = [0_u64; bucket::WORDS / 64];
            for word in words.iter().filter(|word| !word.is_empty()) {
                let bit = bucket::of_begun(bucket::head(word.as_bytes()));
                bits[bit / 64] |= 1 << (bit % 64);
            }
            format!("[u64; {}] = {bits:?}", bits.len())
        };
        format!("static BEGUN_WHOLE: {};\nstatic BEGUN_OPEN: {};\n", bits(&self.whole), bits(&self.open))
    }
}

/// Where each group begins among things that are sorted by their group, and where the last ends.
fn groups(of_each: impl Iterator<Item = usize>) -> Vec<u16> {
    let mut starts = vec![0; GROUPS + 1];
    of_each.for_each(|group| starts[group + 1] += 1);
    for at in 0..GROUPS {
        starts[at + 1] += starts[at];
    }
    starts
}

/// What a word is: in each list of its own language, as a set of languages, and in those that serve every language.
#[derive(Default)]
struct Entry {
    own: [u32; OWN.len() + 1],
    shared: u8,
}

/// Every word of every list.
#[derive(Default)]
struct Table(BTreeMap<String, Entry>);

impl Table {
    fn entry(&mut self, word: &str) -> &mut Entry {
        self.0.entry(word.to_owned()).or_default()
    }

    /// One text that holds all words, and entries that point into it: pointers would cost time whenever the program starts.
    fn written(&self) -> String {
        let group = |word: &str| bucket::of_word(word.as_bytes()) as usize % GROUPS;
        let mut words: Vec<(&String, &Entry)> = self.0.iter().collect();
        words.sort_by_key(|(word, _)| (group(word), *word));
        let groups = groups(words.iter().map(|(word, _)| group(word)));
        let starts = words.iter().scan(0, |at, (word, _)| Some(std::mem::replace(at, *at + word.len())));
        let entry = |((word, Entry { own, shared }), start): (&(&String, &Entry), usize)| {
            format!("Entry {{ start: {start}, length: {}, own: {own:?}, shared: {shared} }}", word.len())
        };
        let entries: Vec<String> = words.iter().zip(starts).map(entry).collect();
        let entries = format!("&[{}]", entries.join(", "));
        let text: String = words.iter().map(|(word, _)| word.as_str()).collect();
        format!(
            "const LISTS: usize = {};\nstatic TEXT: &str = {text:?};\nstatic ENTRIES: &[Entry] = {entries};\n\
             static ENTRIES_OF: [u16; {}] = {groups:?};\n",
            OWN.len() + 1,
            GROUPS + 1
        )
    }
}

/// The endings of a list, for each language.
fn endings(name: &str, languages: &[&Language], words: List) -> String {
    let of = |one: &Language| words(one).iter().filter_map(|word| word.strip_prefix(':').map(str::to_owned)).collect();
    let all: Vec<String> = languages.iter().map(|one| emit::phrases(&of(one) as &Vec<String>)).collect();
    format!("static {name}_ENDINGS: [List; {}] = [{}];\n", all.len(), all.join(", "))
}

/// The names of the months in order, each with its place in the lists of all languages and its number.
fn months_by_name(languages: &[&Language]) -> String {
    let names = languages.iter().flat_map(|one| (1..=12).cycle().zip(&one.months));
    let mut all: Vec<(&String, usize, i8)> =
        names.enumerate().map(|(order, (number, name))| (name, order, number)).collect();
    all.sort_unstable();
    format!("static MONTHS_BY_NAME: &[(&str, usize, i8)] = &{all:?};\n")
}
