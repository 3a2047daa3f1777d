//! `rules/standards/` as a table of constants, checked for what a reader of the table relies on.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::date::{day, latest, stamp, year_of};
use crate::emit;
use crate::file::{self, Fault};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Header {
    as_of: String,
    sources: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Collection {
    #[serde(default)]
    families: Vec<Family>,
    #[serde(default)]
    standards: Vec<Standard>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Family {
    id: String,
    main_part: Option<u16>,
    #[serde(default)]
    all_parts_known: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Standard {
    id: String,
    #[serde(default)]
    title: String,
    requirements: Option<bool>,
    #[serde(default)]
    requirements_in: Vec<String>,
    #[serde(default)]
    complete: bool,
    #[serde(default)]
    see: Vec<See>,
    mistaken_for: Option<String>,
    never_published: Option<NeverPublished>,
    #[serde(default)]
    editions: Vec<Edition>,
    #[serde(default)]
    projects: Vec<Project>,
    #[serde(default)]
    adoptions: Vec<Adoption>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct See {
    standard: String,
    #[serde(rename = "for")]
    purpose: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NeverPublished {
    why: String,
    reported: Option<String>,
    #[serde(default)]
    instead: Vec<String>,
    sources: Vec<String>,
}

#[derive(Clone, Copy, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Status {
    Published,
    Withdrawn,
}

#[derive(Clone, Copy, Default, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Confidence {
    #[default]
    High,
    Medium,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Edition {
    designation: String,
    title: Option<String>,
    requirements: Option<bool>,
    published: String,
    status: Status,
    withdrawn: Option<String>,
    reported: Option<String>,
    #[serde(default)]
    successors: Vec<String>,
    #[serde(default)]
    covered_by: Vec<String>,
    page: Option<u32>,
    note: Option<String>,
    #[serde(default)]
    #[expect(dead_code, reason = "kept in the data for its readers")]
    confidence: Confidence,
    sources: Vec<String>,
    #[serde(default)]
    supplements: Vec<Supplement>,
}

#[derive(Clone, Copy, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum SupplementKind {
    Amendment,
    Corrigendum,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Supplement {
    designation: String,
    kind: SupplementKind,
    published: String,
    status: Status,
    page: Option<u32>,
    #[serde(default)]
    #[expect(dead_code, reason = "kept in the data for its readers")]
    confidence: Confidence,
    sources: Vec<String>,
}

#[derive(Clone, Copy, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Stage {
    InDevelopment,
    Cancelled,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Project {
    designation: String,
    status: Stage,
    sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Adoption {
    designation: String,
    number: String,
    prefix: String,
    region: String,
    year: String,
    #[serde(default)]
    #[expect(dead_code, reason = "kept in the data for its readers")]
    month: Option<String>,
    adopts: String,
    #[serde(default)]
    includes: Vec<String>,
    superseded_by: Option<String>,
    #[serde(default)]
    #[expect(dead_code, reason = "kept in the data for its readers")]
    note: Option<String>,
    #[serde(default)]
    confidence: Confidence,
    sources: Vec<String>,
}

/// Where a designation stands: index of the standard, index of the edition.
type Index = HashMap<String, (usize, usize)>;

/// Reads the folder and writes the table.
pub fn table(folder: &Path) -> Result<String, Fault> {
    let path = folder.join("catalogue.yaml");
    let header: Header = file::read(&path)?;
    let mut families = Vec::new();
    let mut standards: Vec<(PathBuf, Standard)> = Vec::new();
    for (path, collection) in read_collections(folder)? {
        families.extend(collection.families.into_iter().map(|family| (path.clone(), family)));
        standards.extend(collection.standards.into_iter().map(|standard| (path.clone(), standard)));
    }
    let mut keyed = Vec::with_capacity(standards.len());
    for (path, standard) in standards {
        let key = split_id(&standard.id).map_err(|why| Fault::new(&path, &why))?;
        keyed.push((key, path, standard));
    }
    keyed.sort_by(|a, b| a.0.cmp(&b.0));
    for pair in keyed.windows(2) {
        if pair[0].0 == pair[1].0 {
            let why = format!("{} stands twice, the other time in {}", pair[1].2.id, pair[0].1.display());
            return Err(Fault::new(&pair[1].1, &why));
        }
    }
    let index = index(&keyed)?;
    let writer = Writer { header: &header, index: &index };
    let mut out = String::from("// Written by the build script from rules/standards.\n");
    out += &format!("static AS_OF: Date = {};\n", day(&header.as_of).map_err(|why| Fault::new(&path, &why))?);
    out += "static STANDARDS: &[Standard] = &[\n";
    for (key, path, standard) in &keyed {
        out += &writer.standard(key, standard).map_err(|why| Fault::new(path, &format!("{}: {why}", standard.id)))?;
    }
    out += "];\nstatic ADOPTIONS: &[Adoption] = &[\n";
    let mut adoptions: Vec<(&PathBuf, &Adoption)> =
        keyed.iter().flat_map(|(_, path, standard)| standard.adoptions.iter().map(move |one| (path, one))).collect();
    adoptions.sort_by(|(_, a), (_, b)| (main(a), &a.year, &a.designation).cmp(&(main(b), &b.year, &b.designation)));
    for (path, adoption) in adoptions {
        out +=
            &writer.adoption(adoption).map_err(|why| Fault::new(path, &format!("{}: {why}", adoption.designation)))?;
    }
    out += "];\nstatic FAMILIES: &[Family] = &[\n";
    for (path, family) in &families {
        let (series, number, _) = split_id(&family.id).map_err(|why| Fault::new(path, &why))?;
        let main = family.main_part.map(|part| part.to_string()).unwrap_or_default();
        out += &format!(
            "Family {{ id: {:?}, series: Series::{series}, number: {number}, main_part: {main:?}, all_parts_known: {} }},\n",
            family.id, family.all_parts_known
        );
    }
    out += "];\n";
    Ok(out)
}

fn read_collections(folder: &Path) -> Result<Vec<(PathBuf, Collection)>, Fault> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .map_err(|error| Fault::new(folder, &error))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .filter(|path| path.file_name().is_some_and(|name| name != "catalogue.yaml"))
        .collect();
    paths.sort();
    paths.into_iter().map(|path| Ok((path.clone(), file::read(&path)?))).collect()
}

fn index(standards: &[((&'static str, u32, String), PathBuf, Standard)]) -> Result<Index, Fault> {
    let mut index = Index::new();
    for (at, (_, path, standard)) in standards.iter().enumerate() {
        for (edition_at, edition) in standard.editions.iter().enumerate() {
            if index.insert(edition.designation.clone(), (at, edition_at)).is_some() {
                return Err(Fault::new(path, &format!("{} stands twice", edition.designation)));
            }
        }
    }
    Ok(index)
}

struct Writer<'a> {
    header: &'a Header,
    index: &'a Index,
}

impl Writer<'_> {
    fn standard(&self, key: &(&'static str, u32, String), standard: &Standard) -> Result<String, String> {
        if standard.editions.is_empty() == standard.never_published.is_none() {
            return Err("it needs editions, or `never-published`, and not both".into());
        }
        for pair in standard.editions.windows(2) {
            if latest(&pair[0].published)? > latest(&pair[1].published)? {
                return Err(format!("{} must stand before {}", pair[1].designation, pair[0].designation));
            }
        }
        let editions = standard.editions.iter().map(|one| self.edition(one, standard));
        let editions: Vec<String> = editions.collect::<Result<_, _>>()?;
        let never = standard.never_published.as_ref().map(|never| {
            Ok::<_, String>(format!(
                "NeverPublished {{ why: {:?}, reported: {:?}, instead: {}, sources: {} }}",
                never.why,
                never.reported,
                emit::texts(&never.instead),
                self.sources(&never.sources)?
            ))
        });
        let never = never.transpose()?;
        let mut projects = Vec::new();
        for project in &standard.projects {
            projects.push(format!(
                "Project {{ designation: {:?}, cancelled: {}, sources: {} }}",
                project.designation,
                project.status == Stage::Cancelled,
                self.sources(&project.sources)?
            ));
        }
        Ok(format!(
            "Standard {{ id: {:?}, series: Series::{}, number: {}, part: {:?}, title: {:?}, requirements: {:?}, requirements_in: {}, complete: {}, see: {}, mistaken_for: {:?}, never_published: {}, editions: {}, projects: {} }},\n",
            standard.id,
            key.0,
            key.1,
            key.2,
            standard.title,
            standard.requirements,
            emit::texts(&standard.requirements_in),
            standard.complete,
            emit::list(&standard.see, |see| format!(
                "See {{ standard: {:?}, purpose: {:?} }}",
                see.standard, see.purpose
            )),
            standard.mistaken_for,
            emit::option(never.as_ref(), Clone::clone),
            emit::list(&editions, Clone::clone),
            emit::list(&projects, Clone::clone),
        ))
    }

    fn edition(&self, edition: &Edition, standard: &Standard) -> Result<String, String> {
        let year = year_of(&edition.designation)?;
        let withdrawn = edition.status == Status::Withdrawn;
        if !withdrawn && (edition.withdrawn.is_some() || !edition.successors.is_empty()) {
            return Err(format!("{} is published, so nothing can have followed it", edition.designation));
        }
        let supplements: Vec<String> = edition
            .supplements
            .iter()
            .map(|one| self.supplement(&edition.designation, one))
            .collect::<Result<_, _>>()?;
        let withdrawn_on = edition.withdrawn.as_deref().map(day).transpose()?;
        Ok(format!(
            "Edition {{ designation: {:?}, title: {:?}, requirements: {:?}, year: {year}, published: {}, withdrawn: {withdrawn}, withdrawn_on: {}, reported: {:?}, successors: {}, covered_by: {}, page: {:?}, note: {:?}, sources: {}, supplements: {} }}",
            edition.designation,
            edition.title,
            edition.requirements.or(standard.requirements),
            stamp(&edition.published)?,
            emit::option(withdrawn_on.as_ref(), Clone::clone),
            edition.reported,
            self.references(&edition.successors)?,
            self.references(&edition.covered_by)?,
            edition.page,
            edition.note,
            self.sources(&edition.sources)?,
            emit::list(&supplements, Clone::clone),
        ))
    }

    fn supplement(&self, edition: &str, supplement: &Supplement) -> Result<String, String> {
        let label = supplement
            .designation
            .strip_prefix(edition)
            .and_then(|rest| rest.strip_prefix('/'))
            .ok_or_else(|| format!("{} does not begin with {edition}/", supplement.designation))?;
        Ok(format!(
            "Supplement {{ designation: {:?}, label: {label:?}, amendment: {}, published: {}, withdrawn: {}, page: {:?}, sources: {} }}",
            supplement.designation,
            supplement.kind == SupplementKind::Amendment,
            stamp(&supplement.published)?,
            supplement.status == Status::Withdrawn,
            supplement.page,
            self.sources(&supplement.sources)?,
        ))
    }

    fn adoption(&self, adoption: &Adoption) -> Result<String, String> {
        if main(adoption).0 == 0 {
            return Err(format!("{:?} is no number", adoption.number));
        }
        let year: u16 = adoption.year.parse().map_err(|_| format!("{:?} is no year", adoption.year))?;
        Ok(format!(
            "Adoption {{ designation: {:?}, prefix: {:?}, number: {:?}, main: {:?}, year: {year}, edition: {}, includes: {}, region: {:?}, superseded_by: {:?}, confirmed: {}, sources: {} }},\n",
            adoption.designation,
            adoption.prefix,
            adoption.number,
            main(adoption),
            self.reference(&adoption.adopts)?,
            emit::texts(&adoption.includes),
            adoption.region,
            adoption.superseded_by,
            adoption.confidence == Confidence::High || adoption.sources.iter().any(|source| source != "background"),
            self.sources(&adoption.sources)?,
        ))
    }

    fn references(&self, designations: &[String]) -> Result<String, String> {
        let all: Vec<String> = designations.iter().map(|one| self.reference(one)).collect::<Result<_, _>>()?;
        Ok(emit::list(&all, Clone::clone))
    }

    fn reference(&self, designation: &str) -> Result<String, String> {
        let (standard, edition) =
            self.index.get(designation).ok_or_else(|| format!("{designation} is not an edition in the catalogue"))?;
        Ok(format!("EditionRef {{ standard: {standard}, edition: {edition} }}"))
    }

    /// Sources as the header words them; a fact without one is refused.
    fn sources(&self, keys: &[String]) -> Result<String, String> {
        if keys.is_empty() {
            return Err("a fact has no source".into());
        }
        let words: Vec<String> = keys
            .iter()
            .map(|key| {
                self.header
                    .sources
                    .get(key)
                    .cloned()
                    .ok_or_else(|| format!("the source {key:?} is not in catalogue.yaml"))
            })
            .collect::<Result<_, _>>()?;
        Ok(emit::texts(&words))
    }
}

/// Number and part of an adoption: `20000-1` and `24405.1` have part 1.
fn main(adoption: &Adoption) -> (u32, &str) {
    let (number, part) = adoption.number.split_once(['-', '.']).unwrap_or((&adoption.number, ""));
    (number.parse().unwrap_or(0), part)
}

/// Splits `ISO/IEC 20000-9` into its series, number and part.
fn split_id(id: &str) -> Result<(&'static str, u32, String), String> {
    let (head, number) = id.rsplit_once(' ').ok_or_else(|| format!("{id:?} has no number"))?;
    let series = match head {
        head if head.ends_with("Guide") => "Guide",
        head if head.starts_with("BS") => "British",
        _ => "International",
    };
    let (number, part) = number.split_once('-').unwrap_or((number, ""));
    let number = number.parse().map_err(|_| format!("{id:?} has no number"))?;
    Ok((series, number, part.to_owned()))
}
