//! What a run goes by: the configuration of the paths, and the command line on top of it.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::check::{today, unknown_rule};
use crate::cli::{Asked, Check, FailOn, Following};
use crate::config::{Config, Found, OUTSIDE, absolute, find, named};
use crate::document::format::OWN;
use crate::error::Error;
use crate::finding::Severity;
use crate::lint::told;
use crate::lint::{Settings, System, setting};
use crate::rule::{Rule, Selection, Wish, set};
use crate::source::{NEITHER, check_plain};
use crate::suppress::baseline::{self, Baseline};
use crate::walk::{Walk, shown};
use crate::yaml::At;

/// The configuration of the paths, or the one that is named.
///
/// # Errors
/// The mistakes in it: those of its keys, or without any those of the rules that it names, or else those of the names in it.
pub fn configuration(paths: &[PathBuf], named_by: Option<&Path>) -> Result<Config, Error> {
    let (found, aside) = match named_by {
        Some(file) => (Some(named(file)), Vec::new()),
        None => of_paths(paths),
    };
    let mut config = Config { aside, ..Config::of(found.as_ref(), &shown)? };
    config.take_rules(&shown)?;
    let rules: Vec<&Rule> = set::rules().iter().chain(config.own.iter().copied()).collect();
    match config.misnamed(&rules) {
        mistakes if mistakes.is_empty() => Ok(config),
        mistakes => Err(Error::Mistakes(mistakes)),
    }
}

/// The configuration that the arguments ask for.
///
/// # Errors
/// As `configuration`.
pub fn config(arguments: &Check) -> Result<Config, Error> {
    match arguments.isolated {
        true => Ok(Config::none()),
        false => configuration(&arguments.paths, arguments.config.as_deref()),
    }
}

/// The configuration that is meant where no path is given: that of the working directory.
///
/// # Errors
/// As `configuration`.
pub fn following(asked: &Following) -> Result<Config, Error> {
    match asked.isolated {
        true => Ok(Config::none()),
        false => configuration(&[PathBuf::from(".")], asked.config.as_deref()),
    }
}

/// What is read as the paths and the configuration say.
///
/// # Errors
/// `Error::Path` for the first path that is not there.
pub fn walk(arguments: &Check, config: &Config, paths: &[PathBuf]) -> Result<Walk, Error> {
    let walk = Walk::new(paths, arguments.jobs.map_or(0, usize::from))?.excluding(&arguments.exclude);
    let walk = steered(walk, arguments, config);
    Ok(if arguments.isolated { walk } else { walk.following(config) })
}

/// A walk that passes by the files by which the run goes.
#[must_use]
pub fn steered(walk: Walk, arguments: &Check, config: &Config) -> Walk {
    let (baseline, _) = baseline_file(arguments, config);
    let files = config.files.iter().map(|(file, _)| file.as_path());
    let files = files.chain(config.rule_files.iter().map(PathBuf::as_path)).chain([baseline.as_path()]);
    walk.steered_by(files, OWN)
}

/// The day as on which statuses are judged.
#[must_use]
pub fn as_of(arguments: &Check, config: &Config) -> Date {
    arguments.as_of.or(config.keys.as_of.map(|day| day.value.0)).unwrap_or_else(today)
}

/// The configuration of the paths; if they have different ones, that of the folder they have in common, with the others.
fn of_paths(paths: &[PathBuf]) -> (Option<Found>, Vec<PathBuf>) {
    let mut seen: HashSet<&Path> = HashSet::new();
    let mut all: Vec<Option<Found>> = Vec::new();
    let mut common: Option<PathBuf> = None;
    for path in paths {
        // Files of one folder have one configuration; of a path that is not there the walk tells.
        let folder = path.parent().filter(|_| path.is_file());
        if !path.exists() || !seen.insert(folder.unwrap_or(path)) {
            continue;
        }
        let found = find(path, paths);
        if !all.contains(&found) {
            all.push(found);
        }
        common = Some(shared(common, absolute(folder.unwrap_or(path))));
    }
    if all.len() < 2 {
        return (all.pop().flatten(), Vec::new());
    }
    let found = common.and_then(|common| find(&common, paths));
    let is_other = |one: &Found| found.as_ref().is_none_or(|found| found.file != one.file);
    let mut aside: Vec<PathBuf> = all.into_iter().flatten().filter(is_other).map(|one| one.file).collect();
    aside.sort();
    aside.dedup();
    (found, aside)
}

/// The folder that two folders have in common.
fn shared(one: Option<PathBuf>, other: PathBuf) -> PathBuf {
    let Some(mut one) = one else { return other };
    while !other.starts_with(&one) && one.pop() {}
    one
}

/// The settings of a run.
///
/// # Errors
/// `Error::Rule` if a rule is named on the command line that does not exist.
pub fn settings(arguments: &Check, config: &Config) -> Result<Settings, Error> {
    let keys = &config.keys;
    let texts = |all: &[At<String>]| all.iter().map(|one| one.value.clone()).collect::<Vec<String>>();
    let written = [keys.select.as_ref().map(|all| texts(all)).unwrap_or_default(), texts(&keys.ignore)];
    let typed = Wish { select: &arguments.select, ignore: &arguments.ignore };
    // Who names rules on the command line wants those, whatever the configuration says of them.
    let wishes = match typed.select.is_empty() {
        true => vec![Wish { select: &written[0], ignore: &written[1] }, typed],
        false => vec![typed],
    };
    let severities = severities(config);
    let selection =
        Selection::new(config.own.clone(), &wishes, severities).map_err(|id| unknown_rule(&id, &config.own))?;
    let selection = selection.below(config.folder.clone());
    Ok(Settings { selection, is_measured: arguments.stats, ..Settings::on(as_of(arguments, config)) })
}

/// The severity of each rule that has one in the configuration, the one that counts behind others.
fn severities(config: &Config) -> Vec<(&'static str, Severity)> {
    let mut graded: Vec<_> = config.keys.severity.iter().collect();
    let is_id = |selector: &str| selector.contains(|sign: char| sign != '.' && !sign.is_ascii_digit());
    graded.sort_by_key(|(selector, _)| (is_id(&selector.value), selector.value.matches('.').count()));
    let rules = || set::rules().iter().chain(config.own.iter().copied());
    let of_rules = |(selector, severity): &(At<String>, Severity)| {
        let (selector, severity) = (selector.value.clone(), *severity);
        rules().filter(move |rule| rule.answers_to(&selector)).map(move |rule| (rule.id, severity))
    };
    graded.into_iter().flat_map(of_rules).collect()
}

/// Tells the survey what the configuration knows of elements.
pub fn tell(config: &Config) {
    let told = setting::told(config, &shown);
    if !told.synonyms.is_empty() || !told.declarations.is_empty() {
        told::tell(told);
    }
}

/// The file of the baseline, and whether somebody named it.
#[must_use]
pub fn baseline_file(arguments: &Check, config: &Config) -> (PathBuf, bool) {
    if let Some(file) = &arguments.baseline {
        return (file.clone(), true);
    }
    if let Some(named) = &config.keys.baseline {
        return (config.path_at(named.mark, &named.value), true);
    }
    let Some(own) = config.path() else {
        return (root(arguments.paths.first().map_or(Path::new("."), PathBuf::as_path)).join(baseline::NAME), false);
    };
    // Beside the configuration, in the folder that it speaks for, or else at the root of the repository.
    let beside = own.parent().unwrap_or(&config.folder);
    let folders = [&config.folder, beside, &root(&config.folder)];
    let mut files = folders.map(|folder| folder.join(baseline::NAME)).into_iter();
    let file = files.find(|file| file.symlink_metadata().is_ok());
    (file.unwrap_or_else(|| config.folder.join(baseline::NAME)), false)
}

/// The root of the repository that a path lies in; without one the folder itself, or that of the file.
#[must_use]
pub fn root(path: &Path) -> PathBuf {
    let whole = absolute(path);
    let folder = if whole.is_dir() { whole.as_path() } else { whole.parent().unwrap_or(&whole) };
    folder.ancestors().find(|folder| folder.join(".git").exists()).unwrap_or(folder).to_owned()
}

/// The baseline, if there is one.
///
/// # Errors
/// `Error::Path` if it cannot be read, `Error::Mistakes` if it is broken, or named by the configuration and cannot be read.
pub fn baseline(arguments: &Check, config: &Config) -> Result<Option<Baseline>, Error> {
    if arguments.isolated || arguments.ignore_suppressions {
        return Ok(None);
    }
    let (file, is_named) = checked_baseline_file(arguments, config)?;
    if !is_named && !file.exists() {
        return Ok(None);
    }
    let fault = if file.is_dir() { "it is a folder" } else { "there is no such file" };
    match config.keys.baseline.as_ref().filter(|_| arguments.baseline.is_none()) {
        Some(named) if !file.is_file() => Err(no_baseline(named, fault, config)),
        _ => baseline::read(&file, &shown(&file)).map(Some),
    }
}

/// The file of the baseline, which need not be there, and whether somebody named it. Unless that was on the command line, it
/// lies where the configuration may lead to, and is no pipe and the like.
///
/// # Errors
/// `Error::Mistakes` and `Error::Path` if it may be neither read nor written.
pub fn checked_baseline_file(arguments: &Check, config: &Config) -> Result<(PathBuf, bool), Error> {
    let (file, is_named) = baseline_file(arguments, config);
    if arguments.baseline.is_some() {
        return Ok((file, is_named));
    }
    if !is_named && file.is_symlink() {
        return Err(Error::unreadable(&file, "it is a link, which is not followed; name it with --baseline"));
    }
    let fault = match check_plain(&file) {
        _ if !config.reaches(&file) => OUTSIDE,
        Err(_) => NEITHER,
        Ok(()) => return Ok((file, is_named)),
    };
    match &config.keys.baseline {
        Some(named) => Err(no_baseline(named, fault, config)),
        None => Err(Error::unreadable(&file, fault)),
    }
}

/// The mistake of a configuration that names what is no baseline, or not one that it may name.
fn no_baseline(named: &At<String>, fault: &str, config: &Config) -> Error {
    let help = "The path of baseline counts from the file in which it stands; sms-lint baseline create makes the file.";
    let words = format!("no baseline can be read from {:?}: {fault}", named.value);
    Error::Mistakes(vec![config.mistake(named.mark, words, help)])
}

/// What the documents belong to.
#[must_use]
pub fn system(arguments: &Check, config: &Config) -> System {
    match arguments.system.or(config.keys.system.map(|one| one.value)) {
        None | Some(Asked::Auto) => System::Auto,
        Some(Asked::Sms) => System::Sms,
        Some(Asked::None) if arguments.system.is_none() => System::NoneConfigured,
        Some(Asked::None) => System::None,
    }
}

/// The least severity that makes the run fail, if any does.
#[must_use]
pub fn limit(arguments: &Check, config: &Config) -> Option<Severity> {
    match arguments.fail_on.or(config.keys.fail_on.map(|one| one.value)).unwrap_or(FailOn::Error) {
        FailOn::Error => Some(Severity::Error),
        FailOn::Warning => Some(Severity::Warning),
        FailOn::Advice => Some(Severity::Advice),
        FailOn::Never => None,
    }
}
