//! `sms-lint init`: what is needed to begin in a folder, written so that nothing that is there is lost.

use std::fmt::Write as _;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::check::{Basis, examine, unread};
use super::deliver::Delivery;
use super::given::Given;
use super::rules::create;
use super::stats::Stats;
use super::{Outcome, baseline, print_for_people, setup};
use crate::cli::{Check, Init};
use crate::config::{Config, absolute, real};
use crate::document::Format;
use crate::error::{Error, NO_FOLDER, NOT_THERE, reason, unwritten};
use crate::lint::{Decision, Report};
use crate::report::counted;
use crate::report::scrub::one_line;
use crate::source::{check_plain, read_plain};
use crate::suppress::baseline::{read, rows, size, store};
use crate::walk::shown;

const CONFIG: &str = include_str!("init/config.yaml");
const HOOK: &str = include_str!("init/hook.yaml");
const WORKFLOW: &str = include_str!("init/workflow.yaml");

/// Where the hook goes, from the root of the repository.
const HOOKS: &str = ".pre-commit-config.yaml";

/// Where the workflow goes, from the root of the repository.
const ACTION: &str = ".github/workflows/sms-lint.yml";

/// Largest file that may be one of those that are written, in bytes.
const LARGEST: u64 = 1 << 20;

/// What the workflow checks in the file that it is made of.
const EXAMPLE: &str = "policies";

/// Names of folders whose documents most often count no more.
const ASIDE: &[&str] =
    &["archiv", "archive", "archived", "archives", "deprecated", "drafts", "obsolete", "old", "templates"];

/// Writes a configuration, a baseline, a hook and a workflow, as far as they are not there.
///
/// # Errors
/// `Error::Begin` if one cannot be written; every mistake in a configuration that is there.
pub fn run(arguments: &Init, out: &mut dyn Write) -> Result<Outcome, Error> {
    if !arguments.folder.is_dir() {
        let reason = if arguments.folder.exists() { NO_FOLDER } else { NOT_THERE };
        return Err(Error::unreadable(&arguments.folder, reason));
    }
    let check = Check { paths: vec![arguments.folder.clone()], as_of: arguments.as_of, quiet: true, ..Check::plain() };
    let config = setup::config(&check)?;
    setup::tell(&config);
    let (known, _) = setup::checked_baseline_file(&check, &config)?;
    if known.exists() {
        // One that is broken hides nothing and ends every run: that comes before what else is needed to begin.
        read(&known, &shown(&known))?;
    }
    let root = setup::root(&arguments.folder);
    let (hooks, action) = (root.join(HOOKS), root.join(ACTION));
    check_own(&hooks, &root)?;
    check_own(&action, &root)?;
    let given = Given::of(&check)?;
    let basis = Basis::of(&config, None);
    let (walk, judged) = examine(&given, basis, &Delivery::of(&given.arguments)?, &mut Stats::new(false))?;
    let report = &judged.report;
    if let Some(unread) = unread(report.summary.documents, &report.skipped, &walk) {
        return Ok(unread);
    }
    let mut begun = Begun { folder: &arguments.folder, told: format!("{}\n\n", looked(report)) };
    begun.configure(&config, report)?;
    let has_baseline = begun.know(&check, report)?;
    begun.put(&hooks, &hook(&root, begun.folder), "its hooks under repos")?;
    let is_ours = begun.put(&action, &workflow(&root, begun.folder), "its steps")?;
    begun.told += &next(begun.folder, has_baseline, is_ours.then_some(&action));
    print_for_people(out, &begun.told)
}

/// A file that is looked at is no pipe and the like, and one that is written lies in the repository.
fn check_own(file: &Path, root: &Path) -> Result<(), Error> {
    check_plain(file).map_err(|error| Error::unreadable(file, &reason(&error)))?;
    if file.exists() || real(file).starts_with(real(root)) {
        return Ok(());
    }
    let reason = "it lies outside of the repository, because a folder above it is a link";
    Err(Error::Begin { file: shown(file), reason: reason.into() })
}

/// What was written and said so far.
struct Begun<'a> {
    folder: &'a Path,
    told: String,
}

impl Begun<'_> {
    fn configure(&mut self, config: &Config, report: &Report) -> Result<(), Error> {
        if let Some(file) = config.path() {
            let _ = writeln!(self.told, "left alone  {}, which is the configuration here", name(file));
            return Ok(());
        }
        let file = self.folder.join(crate::config::NAMES[0]);
        self.put(&file, &configuration(self.folder, report), "what you need of it").map(drop)
    }

    /// Keeps what is found in a baseline, so that only what is new counts from now on; true if there is one then.
    fn know(&mut self, check: &Check, report: &Report) -> Result<bool, Error> {
        let (file, _) = setup::checked_baseline_file(check, &setup::config(check)?)?;
        if file.exists() {
            let name = name(&file);
            let _ = writeln!(self.told, "left alone  {name}: sms-lint baseline update brings it up to date");
            return Ok(true);
        }
        let rows = rows(report.findings.iter().filter(|one| baseline::can_be_known(one.rule)), &file);
        if rows.is_empty() {
            self.told += "            no baseline, because nothing is found that it could know\n";
            return Ok(false);
        }
        store(&file, &rows)?;
        let _ = writeln!(self.told, "wrote       {}: {} known", name(&file), baseline::counted(size(&rows)));
        Ok(true)
    }

    /// Writes a file that is not there; of one that is, says what could be added to it. True if it holds the text then.
    fn put(&mut self, file: &Path, text: &str, what: &str) -> Result<bool, Error> {
        let name = name(file);
        if read_plain(file, LARGEST).is_ok_and(|own| own == text.as_bytes()) {
            let _ = writeln!(self.told, "left alone  {name}, which is as it would be written");
            return Ok(true);
        }
        if file.exists() {
            let _ = writeln!(self.told, "left alone  {name}; what would have been written, to add {what}:\n");
            for line in text.lines() {
                let _ = writeln!(self.told, "{}", format!("    {line}").trim_end());
            }
            self.told.push('\n');
            return Ok(false);
        }
        create(file, text).map_err(|error| Error::Begin { file: name.clone(), reason: unwritten(&error) })?;
        let _ = writeln!(self.told, "wrote       {name}");
        Ok(true)
    }
}

/// What was looked at, and what was found.
fn looked(report: &Report) -> String {
    let summary = &report.summary;
    let documents = counted(summary.documents, "document was looked at", "documents were looked at");
    let (errors, warnings) =
        (counted(summary.errors, "error", "errors"), counted(summary.warnings, "warning", "warnings"));
    format!("As of {}, {documents}: {errors}, {warnings}, {} advice.", report.as_of, summary.advice)
}

/// The configuration for a folder, with remarks.
fn configuration(folder: &Path, report: &Report) -> String {
    let system = match report.decision {
        Decision::Claimed => "They do: something in them claims conformity to ISO/IEC 20000-1.",
        Decision::Titled => "They do: one of them is titled as the system's.",
        Decision::NoSign
        | Decision::Asked
        | Decision::FilesOnly
        | Decision::Declined
        | Decision::DeclinedByConfiguration => "Nothing shows that they do.",
    };
    let aside = aside(folder);
    let (hint, exclude) = match aside.is_empty() {
        true => ("", "archive/, \"*.draft.md\"".to_owned()),
        false => ("\n# Going by their names, these may be some.", aside.join(", ")),
    };
    let text = CONFIG.replace("LOOKED", &looked(report)).replace("SYSTEM", system);
    text.replace(" FOLDERS", hint).replace("EXCLUDE", &exclude)
}

/// Folders directly below one whose names say that what is in them does not count any more, as patterns.
fn aside(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.filter(|entry| entry.path().is_dir()).filter_map(|entry| entry.file_name().into_string().ok());
    let mut found: Vec<String> = names.filter(|name| ASIDE.contains(&name.to_lowercase().as_str())).collect();
    found.sort();
    found.iter().map(|name| format!("{name}/")).collect()
}

/// The way from the root of the repository to the folder, with forward slashes; empty for the root itself.
fn below(root: &Path, folder: &Path) -> String {
    let way: PathBuf = pathdiff::diff_paths(absolute(folder), absolute(root)).unwrap_or_default();
    let steps: Vec<_> = way.components().map(|step| step.as_os_str().to_string_lossy()).collect();
    steps.join("/")
}

/// A text as YAML has it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn hook(root: &Path, folder: &Path) -> String {
    let way = below(root, folder);
    // A name that begins with a hyphen would be taken for an option.
    let head = if way.is_empty() { "[^-]".to_owned() } else { format!("{}/", regex::escape(&way)) };
    let endings: Vec<&str> = Format::endings().collect();
    let files = quoted(&format!("^{head}.*\\.(?i:{})$", endings.join("|")));
    HOOK.replace("FILES", &files).replace("PATHS", &quoted(if way.is_empty() { "." } else { &way }))
}

fn workflow(root: &Path, folder: &Path) -> String {
    let way = below(root, folder);
    let paths = quoted(if way.is_empty() { "." } else { &way });
    WORKFLOW.replace(&format!("paths: {EXAMPLE}\n"), &format!("paths: {paths}\n"))
}

/// The name of a file as it is told.
fn name(file: &Path) -> String {
    one_line(&shown(file)).into_owned()
}

/// A path as a shell takes it.
fn typed(path: &str) -> String {
    let is_plain = |sign: char| sign.is_alphanumeric() || "/._-+,:@".contains(sign);
    if path.chars().all(is_plain) { path.to_owned() } else { format!("'{}'", path.replace('\'', r"'\''")) }
}

/// What to do next, where a baseline may be there, and the workflow may be one of ours that still lacks its owner.
fn next(folder: &Path, has_baseline: bool, action: Option<&PathBuf>) -> String {
    let folder = shown(folder);
    let paths = if folder == "." { String::new() } else { format!(" {}", typed(&folder)) };
    let (checks, fix, then) = match has_baseline {
        true => (
            "checks; only what is new counts now",
            "--ignore-suppressions --fix",
            format!(", known or not; then: sms-lint baseline prune{paths}"),
        ),
        false => ("checks", "--fix", String::new()),
    };
    let owner = action.map_or_else(String::new, |action| {
        format!("  In {} put the account that hosts the action, and the commit of the release.\n", name(action))
    });
    let (check, suppressions) = (format!("sms-lint{paths}"), format!("sms-lint suppressions{paths}"));
    let width = check.len().max(suppressions.len());
    format!(
        "
Next:
  {check:width$}  {checks}
  sms-lint {fix}{paths}
  {:width$}  mends what can be mended without a person{then}
  {suppressions:width$}  lists what is known and what is suppressed
{owner}  Commit what was written.
",
        ""
    )
}
