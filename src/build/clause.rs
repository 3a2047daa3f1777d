//! `rules/standards/clauses/` as tables of constants: which clause numbers an edition has, and where the numbers of an
//! older edition went.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;

use crate::emit;
use crate::file::{self, Fault};

/// The file of the controls; the others hold clauses.
const CONTROLS: &str = "annex-a.yaml";

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Confidence {
    High,
    Medium,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Clauses {
    standard: String,
    sources: Vec<String>,
    editions: Vec<Edition>,
    /// What is meant by a number that no edition has.
    #[serde(default)]
    meant: BTreeMap<String, String>,
    moves: Option<Moves>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Edition {
    edition: String,
    #[expect(dead_code, reason = "kept in the data for its readers")]
    confidence: Option<Confidence>,
    clauses: String,
    /// Clauses of which every child is listed.
    #[serde(default)]
    complete_below: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Moves {
    from: String,
    to: String,
    #[expect(dead_code, reason = "kept in the data for its readers")]
    confidence: Option<Confidence>,
    links: BTreeMap<String, Vec<String>>,
    /// Clauses that take nothing over, and what they are about.
    new: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Controls {
    standard: String,
    /// The standard that explains the controls under the same numbers, without the letter.
    guidance: String,
    from: u16,
    to: u16,
    sources: Vec<String>,
    /// Standards whose numbers of the same shape mean something else.
    rivals: Vec<String>,
    /// Standards that share the numbers.
    branches: Vec<String>,
    links: BTreeMap<String, Vec<String>>,
    /// Controls that take nothing over, and what they are about.
    new: BTreeMap<String, String>,
}

/// A number level by level.
type Number = Vec<u8>;

/// Reads the folder and writes the tables.
pub fn table(folder: &Path) -> Result<String, Fault> {
    let path = folder.join(CONTROLS);
    let controls: Controls = file::read(&path)?;
    let moved = moved_controls(&controls).map_err(|why| Fault::new(&path, &why))?;
    let (mut lists, mut moves, mut meant) = (String::new(), moved, String::new());
    for path in file::paths(folder)?.into_iter().filter(|other| *other != path) {
        let clauses: Clauses = file::read(&path)?;
        add(&clauses, &mut lists, &mut moves, &mut meant).map_err(|why| Fault::new(&path, &why))?;
    }
    Ok(format!(
        "// Written by the build script from rules/standards/clauses.\n\
         static LISTS: &[List] = &[\n{lists}];\nstatic MOVES: &[Moves] = &[\n{moves}];\n\
         static MEANT: &[Meant] = &[\n{meant}];\n\
         static RIVALS: &[&str] = {};\nstatic BRANCHES: &[&str] = {};\n",
        emit::texts(&controls.rivals),
        emit::texts(&controls.branches)
    ))
}

fn add(clauses: &Clauses, lists: &mut String, moves: &mut String, meant: &mut String) -> Result<(), String> {
    sourced(&clauses.sources)?;
    let mut known: BTreeMap<&str, BTreeSet<Number>> = BTreeMap::new();
    for edition in &clauses.editions {
        let fault = |why: String| format!("{}: {why}", edition.edition);
        let year = year(&edition.edition, &clauses.standard)?;
        let numbers = ascending(edition.clauses.split_whitespace(), parse).map_err(fault)?;
        if let Some(orphan) = numbers.iter().find(|one| one.len() > 1 && !numbers.contains(&one[..one.len() - 1])) {
            return Err(fault(format!("{} is listed without the clause above it", written(orphan))));
        }
        let complete = ascending(edition.complete_below.iter().map(String::as_str), parse).map_err(fault)?;
        if let Some(other) = complete.iter().find(|one| !numbers.contains(*one)) {
            return Err(fault(format!("{} is complete but not listed", written(other))));
        }
        *lists += &format!(
            "List {{ standard: {:?}, year: {year}, clauses: {}, complete_below: {} }},\n",
            clauses.standard,
            show(&numbers),
            show(&complete)
        );
        known.insert(&edition.edition, numbers);
    }
    for (number, means) in &clauses.meant {
        let (number, means) = (parse(number)?, parse(means)?);
        if known.values().any(|numbers| numbers.contains(&number)) {
            return Err(format!("{} exists, so nothing else is meant by it", written(&number)));
        }
        *meant += &format!(
            "Meant {{ standard: {:?}, number: {}, means: {} }},\n",
            clauses.standard,
            number_of(&number),
            number_of(&means)
        );
    }
    if let Some(moved) = &clauses.moves {
        *moves += &moved_clauses(moved, &clauses.standard, &known)?;
    }
    Ok(())
}

fn moved_clauses(moves: &Moves, standard: &str, known: &BTreeMap<&str, BTreeSet<Number>>) -> Result<String, String> {
    let of = |edition: &str| known.get(edition).ok_or_else(|| format!("the clauses of {edition} are not listed"));
    let (from, to) = (of(&moves.from)?, of(&moves.to)?);
    let links = links(&moves.links, parse)?;
    let strangers = links
        .keys()
        .filter(|one| !from.contains(*one))
        .chain(links.values().flatten().filter(|one| !to.contains(*one)));
    if let Some(stranger) = strangers.into_iter().next() {
        return Err(format!("{} is linked but not listed", written(stranger)));
    }
    let new = described(&moves.new, parse)?;
    if let Some(stranger) = new.keys().find(|one| !to.contains(*one)) {
        return Err(format!("{} is called new but not listed", written(stranger)));
    }
    let years = (year(&moves.from, standard)?, year(&moves.to, standard)?);
    Ok(show_moves(standard, "", years, &links, &new))
}

fn moved_controls(controls: &Controls) -> Result<String, String> {
    sourced(&controls.sources)?;
    let links = links(&controls.links, parse_control)?;
    let new = described(&controls.new, parse_control)?;
    if let Some(deep) = links.keys().find(|one| one.len() != 3) {
        return Err(format!("A.{} is no control of {}", written(deep), controls.from));
    }
    let targets: BTreeSet<&Number> = links.values().flatten().collect();
    if let Some(deep) = targets.iter().find(|one| one.len() != 2) {
        return Err(format!("A.{} is no control of {}", written(deep), controls.to));
    }
    if let Some(old) = new.keys().find(|one| targets.contains(one)) {
        return Err(format!("A.{} is called new, but an older control leads to it", written(old)));
    }
    Ok(show_moves(&controls.standard, &controls.guidance, (controls.from, controls.to), &links, &new))
}

fn show_moves(
    standard: &str,
    guidance: &str,
    (from, to): (u16, u16),
    links: &BTreeMap<Number, Vec<Number>>,
    new: &BTreeMap<Number, String>,
) -> String {
    let new: Vec<String> = new
        .iter()
        .map(|(number, about)| format!("New {{ number: {}, about: {about:?} }}", number_of(number)))
        .collect();
    let links: Vec<String> = links
        .iter()
        .map(|(from, to)| format!("Link {{ from: {}, to: {} }}", number_of(from), emit::list(to, number_of)))
        .collect();
    format!(
        "Moves {{ standard: {standard:?}, guidance: {guidance:?}, from: {from}, to: {to}, links: {}, new: {} }},\n",
        emit::list(&links, Clone::clone),
        emit::list(&new, Clone::clone)
    )
}

/// Links by number; in each list of targets none stands twice.
fn links(
    written_links: &BTreeMap<String, Vec<String>>,
    parse: impl Fn(&str) -> Result<Number, String>,
) -> Result<BTreeMap<Number, Vec<Number>>, String> {
    let mut links = BTreeMap::new();
    for (from, to) in written_links {
        let targets: Vec<Number> = to.iter().map(|one| parse(one)).collect::<Result<_, _>>()?;
        let unique: BTreeSet<&Number> = targets.iter().collect();
        if targets.is_empty() || unique.len() < targets.len() {
            return Err(format!("{from} leads nowhere, or twice to the same number"));
        }
        links.insert(parse(from)?, targets);
    }
    Ok(links)
}

/// New numbers with what they are about.
fn described(
    all: &BTreeMap<String, String>,
    parse: impl Fn(&str) -> Result<Number, String>,
) -> Result<BTreeMap<Number, String>, String> {
    if let Some((number, _)) = all.iter().find(|(_, about)| about.is_empty()) {
        return Err(format!("nothing is said of what {number} is about"));
    }
    all.iter().map(|(number, about)| Ok((parse(number)?, about.clone()))).collect()
}

/// The numbers of a list, which must ascend.
fn ascending<'a>(
    all: impl Iterator<Item = &'a str>,
    parse: impl Fn(&str) -> Result<Number, String>,
) -> Result<BTreeSet<Number>, String> {
    let mut numbers = BTreeSet::new();
    for one in all {
        let number = parse(one)?;
        if numbers.last().is_some_and(|last| *last >= number) {
            return Err(format!("{one} stands behind a later number, or twice"));
        }
        numbers.insert(number);
    }
    Ok(numbers)
}

fn parse_control(text: &str) -> Result<Number, String> {
    parse(text.strip_prefix("A.").ok_or_else(|| format!("{text:?} does not begin with \"A.\""))?)
}

fn parse(text: &str) -> Result<Number, String> {
    let levels: Number = text
        .split('.')
        .map(|level| level.parse().map_err(|_| format!("{text:?} is no number")))
        .collect::<Result<_, _>>()?;
    if levels.len() > 5 || levels.contains(&0) {
        return Err(format!("{text:?} is no number of a clause"));
    }
    Ok(levels)
}

fn year(edition: &str, standard: &str) -> Result<u16, String> {
    let year =
        edition.strip_prefix(standard).and_then(|rest| rest.strip_prefix(':')).and_then(|year| year.parse().ok());
    year.ok_or_else(|| format!("{edition} is no edition of {standard}"))
}

fn sourced(sources: &[String]) -> Result<(), String> {
    if sources.is_empty() { Err("a fact has no source".into()) } else { Ok(()) }
}

fn written(number: &Number) -> String {
    number.iter().map(u8::to_string).collect::<Vec<_>>().join(".")
}

fn number_of(number: &Number) -> String {
    format!("Number::of(&{number:?})")
}

fn show(numbers: &BTreeSet<Number>) -> String {
    let numbers: Vec<&Number> = numbers.iter().collect();
    emit::list(&numbers, |number| number_of(number))
}
