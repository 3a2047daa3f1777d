//! `sms-lint check`, which is also what happens without a command.

use std::borrow::Cow;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::deliver::Delivery;
use super::given::{ALL_EXCLUDED, Given};
use super::mend::{self, Drafting, Mending};
use super::progress::Progress;
use super::stats::Stats;
use super::{Outcome, finish, for_people, print_for_people, setup, tell};
use crate::cli::{Check, Colour};
use crate::config::Config;
use crate::error::{Error, is_number};
use crate::finding::Skipped;
use crate::fix::Drafts;
use crate::lint::{Collected, Decision, Purpose, Report, Settings, setting};
use crate::report::natural::natural;
use crate::report::scrub::one_line;
use crate::report::{Dossier, Look, counted};
use crate::rule::{Rule, set};
use crate::suppress::baseline::Baseline;
use crate::suppress::{Judged, Means, judge};
use crate::walk::{Passed, SortedOut, Walk, passed_by};
use crate::yaml::{closest, nearest};

/// Checks documents and writes the report to `out`.
///
/// # Errors
/// `Error::Path` if a named path is not there, `Error::Misuse` for options that do not go together, `Error::Rule` for a rule
/// that does not exist, every mistake in the configuration, `Error::Git` if git does not say what has changed, `Error::Draft`
/// if there is no room for what documents would be, `Error::Write` and `Error::Output` if a report cannot be written.
pub fn run(arguments: &Check, out: &mut dyn Write) -> Result<Outcome, Error> {
    let given = Given::of(arguments)?;
    let arguments = &given.arguments;
    let delivery = Delivery::of(arguments)?;
    if arguments.files {
        return list(&given, &delivery, out);
    }
    let mut stats = Stats::new(arguments.stats);
    let is_shown_only = delivery.only_shows() && arguments.fix.is_none() && !arguments.diff;
    let (dossier, walk) = dossier(&given, &delivery, is_shown_only, &mut stats)?;
    if arguments.diff {
        let drafts = drafts(&given, &delivery, &dossier.report)?;
        let text = mend::diff(&drafts);
        finish(for_people(out, |out| out.write_all(text.as_bytes())))?;
    } else {
        delivery.print(&dossier, look(arguments), out)?;
    }
    delivery.save(&dossier)?;
    stats.end("write");
    stats.tell(&walk);
    if let Some(why) = nothing(&given, &walk) {
        tell(format_args!("sms-lint: nothing to do: {why}"));
        return Ok(Outcome::Clean);
    }
    let summary = &dossier.report.summary;
    let outcome = match unread(summary.documents, &dossier.report.skipped, &walk) {
        // Whoever names every file of a commit cannot help it if none of them can be read.
        Some(Outcome::Empty) if arguments.force_exclude && !walk.has_folders() => Outcome::Clean,
        Some(unread) => unread,
        None => outcome(&dossier),
    };
    // The process ends here: taking thousands of findings to pieces would only cost time.
    std::mem::forget(dossier);
    Ok(outcome)
}

/// Lists to `out` the documents that would be read, one on a line, and says which are passed by and why.
fn list(given: &Given, delivery: &Delivery<'_>, out: &mut dyn Write) -> Result<Outcome, Error> {
    let arguments = &given.arguments;
    let config = setup::config(arguments)?;
    let walk = walked(given, &config, delivery)?;
    let SortedOut { read, passed, other } = walk.sorted_out();
    let lines: String = read.iter().map(|path| format!("{}\n", one_line(path))).collect();
    print_for_people(out, &lines)?;
    if !arguments.quiet {
        for Skipped { path, reason, .. } in &passed {
            tell(format_args!("passed by {}: {}", one_line(path), one_line(reason)));
        }
        let documents = counted(read.len(), "document", "documents");
        let others =
            counted(other, "other file is of a kind that is not read", "other files are of kinds that are not read");
        tell(format_args!("{documents} would be read, {} passed by; {others}.", passed.len()));
    }
    Ok(if read.is_empty() && nothing(given, &walk).is_none() { Outcome::Empty } else { Outcome::Clean })
}

/// What the command would report, for those who print it themselves.
///
/// # Errors
/// What keeps the run from being done.
pub(crate) fn checked(arguments: &Check) -> Result<Dossier, Error> {
    let given = Given::of(arguments)?;
    dossier(&given, &Delivery::of(&given.arguments)?, false, &mut Stats::new(false)).map(|(dossier, _)| dossier)
}

/// Checks documents, after mending them if that is wanted; `is_shown_only` if findings are only shown, unless a baseline knows
/// them.
fn dossier(
    given: &Given,
    delivery: &Delivery<'_>,
    is_shown_only: bool,
    stats: &mut Stats,
) -> Result<(Dossier, Walk), Error> {
    let arguments = &given.arguments;
    let config = setup::config(arguments)?;
    setup::tell(&config);
    let baseline = setup::baseline(arguments, &config)?;
    let is_shown_only = is_shown_only && baseline.is_none();
    if setup::settings(arguments, &config)?.selection.is_empty() && !arguments.quiet {
        let why = "what is selected, here or in the configuration, is left out as well";
        tell(format_args!("sms-lint: no rule is followed: {why}"));
    }
    let basis = Basis { is_shown_only, ..Basis::of(&config, baseline.as_ref()) };
    let mut mending = Mending::default();
    let (walk, report) = loop {
        let (walk, judged) = examine(given, basis, delivery, stats)?;
        if !mending.take(arguments, &judged.report) {
            break (walk, judged.report);
        }
    };
    mending.tell(arguments);
    let head = delivery.head(given, &config, &|| documents(arguments, &config, &walk));
    let is_empty = report.summary.documents == 0 && nothing(given, &walk).is_none();
    let unchecked = is_empty.then(|| why_empty(report.summary.skipped, &walk.passed()));
    let mut dossier = Dossier { report, head, coverage: None, inventory: None, unchecked };
    if delivery.shows_set() {
        add_set(&mut dossier, &walk, setup::settings(arguments, &config)?);
    }
    Ok((dossier, walk))
}

/// The documents as `--fix` would leave them, mended and checked again until nothing is left to mend.
fn drafts(given: &Given, delivery: &Delivery<'_>, report: &Report) -> Result<Drafts, Error> {
    let arguments = &given.arguments;
    let config = setup::config(arguments)?;
    let baseline = setup::baseline(arguments, &config)?;
    let mut drafting = Drafting::default();
    let mut is_changed = drafting.take(arguments, report)?;
    while is_changed {
        let basis = Basis { drafts: Some(&drafting.drafts), ..Basis::of(&config, baseline.as_ref()) };
        let (_, judged) = examine(given, basis, delivery, &mut Stats::new(false))?;
        is_changed = drafting.take(arguments, &judged.report)?;
    }
    drafting.tell(arguments);
    Ok(drafting.drafts)
}

/// Why there is nothing to do, if so.
fn nothing(given: &Given, walk: &Walk) -> Option<&'static str> {
    let all_excluded = given.arguments.force_exclude && walk.is_empty() && !given.has_input();
    given.nothing().or(all_excluded.then_some(ALL_EXCLUDED))
}

/// What a check goes by.
#[derive(Clone, Copy)]
pub(super) struct Basis<'a> {
    pub config: &'a Config,
    pub baseline: Option<&'a Baseline>,
    /// If every suppression is to be listed: how many days before its last one it is expiring.
    pub listed: Option<u32>,
    /// Documents that are checked as they would be.
    pub drafts: Option<&'a Drafts>,
    /// Whether findings are no more than shown.
    pub is_shown_only: bool,
}

impl<'a> Basis<'a> {
    pub fn of(config: &'a Config, baseline: Option<&'a Baseline>) -> Self {
        Self { config, baseline, listed: None, drafts: None, is_shown_only: false }
    }
}

/// Checks the documents once.
pub(super) fn examine(
    given: &Given,
    basis: Basis<'_>,
    delivery: &Delivery<'_>,
    stats: &mut Stats,
) -> Result<(Walk, Judged), Error> {
    let drafts = basis.drafts.map(Drafts::files).unwrap_or_default();
    let walk = walked(given, basis.config, delivery)?.reading(&drafts);
    let set = whole_set(&given.arguments, basis.config, &walk)?.map(|set| match set {
        Cow::Owned(set) => Cow::Owned(set.reading(&drafts)),
        walked => walked,
    });
    let is_read = |file: &Path| walk.reads(file) || set.as_ref().is_some_and(|set| set.reads(file));
    delivery.spare(given, basis.config, &is_read)?;
    let settings = Settings { is_shown_only: basis.is_shown_only, ..setup::settings(&given.arguments, basis.config)? };
    stats.end("prepare");
    let (collected, decision) = read(given, basis.config, (settings, &walk, set), stats);
    let judged = judged(given, basis, (settings, &walk, decision), collected);
    stats.end("sort and suppress");
    Ok((walk, judged))
}

/// The documents that a check walks.
fn walked(given: &Given, config: &Config, delivery: &Delivery<'_>) -> Result<Walk, Error> {
    let walk = setup::steered(given.walk()?.without(delivery.files()), &given.arguments, config);
    let walk = if given.arguments.isolated { walk } else { walk.following(config) };
    Ok(if given.arguments.force_exclude { walk.without_excluded() } else { walk })
}

/// Reads the documents, then those of the whole set, if it is known and a system's.
fn read(
    given: &Given,
    config: &Config,
    (settings, walk, set): (Settings, &Walk, Option<Cow<'_, Walk>>),
    stats: &mut Stats,
) -> (Collected, Decision) {
    let progress = Progress::new(!given.arguments.quiet);
    let mut collected = walk.run(settings, &|| progress.tick());
    given.examine_input(settings, &mut collected);
    if let Some(Cow::Owned(set)) = &set {
        let is_examined = |path: &str| walk.covers(Path::new(path));
        collected.take_set(set.run(settings, &|| progress.tick()), &is_examined);
    }
    stats.end("documents");
    stats.take(&mut collected);
    let decision = Decision::on(setup::system(&given.arguments, config), set.is_some(), collected.best_sign());
    if let Some(set) = set.filter(|_| decision.is_checked()) {
        collected.take_survey(set.run(Settings { purpose: Purpose::Survey, ..settings }, &|| progress.tick()));
    }
    stats.end("the set");
    progress.done();
    (collected, decision)
}

/// Judges what documents tell, with what the configuration gets wrong.
fn judged(
    given: &Given,
    basis: Basis<'_>,
    (settings, walk, decision): (Settings, &Walk, Decision),
    mut collected: Collected,
) -> Judged {
    let Basis { config, baseline, listed, .. } = basis;
    for other in config.aside.iter().map(|file| passed_by(file)) {
        if !collected.skipped.contains(&other) {
            collected.skipped.push(other);
        }
    }
    collected.found(setting::unmatched(config, &walk.unmatched()));
    collected.found(setting::outdated(config, settings.as_of));
    collected.found(setting::misdeclared(config));
    let covers = |path: &Path| walk.covers(path);
    let means = Means {
        config,
        baseline,
        is_off: given.arguments.ignore_suppressions,
        is_isolated: given.arguments.isolated,
        listed,
        covers: &covers,
    };
    let mut judged = judge(collected, settings, decision, means);
    given.narrow(&mut judged.report);
    judged
}

/// Adds what is cited and, if the set is a system's, what it covers; each takes a look at the documents of its own.
fn add_set(dossier: &mut Dossier, walk: &Walk, settings: Settings) {
    let look = |purpose| walk.run(Settings { purpose, ..settings }, &|| ());
    dossier.inventory = Some(look(Purpose::Inventory).inventory(settings.as_of));
    if dossier.report.decision.is_checked() {
        dossier.coverage = Some(look(Purpose::Survey).coverage(settings.as_of));
    }
}

/// The error for a selector that no rule answers to, neither a built-in one nor one of `own`.
pub(super) fn unknown_rule(id: &str, own: &[&'static Rule]) -> Error {
    let rules = || set::rules().iter().chain(own.iter().copied());
    let ids = || rules().map(|rule| rule.id);
    let help = match (is_number(id), nearest(id, ids())) {
        (true, _) => {
            let mut clauses: Vec<&str> = rules().flat_map(|rule| rule.clauses).copied().collect();
            clauses.sort_by_cached_key(|one| natural(one));
            clauses.dedup();
            format!("rules are about clauses {} of ISO/IEC 20000-1:2018", clauses.join(", "))
        }
        (false, Some(meant)) => format!("did you mean {meant}? sms-lint rules lists them all"),
        (false, None) => match closest(id, ids(), NEAR).as_slice() {
            [] => "sms-lint rules lists them all".to_owned(),
            [near] => format!("the nearest is {near}; sms-lint rules lists them all"),
            near => format!("the nearest are {}; sms-lint rules lists them all", near.join(", ")),
        },
    };
    Error::Rule { id: id.to_owned(), help }
}

/// The folders that hold the whole set, if they are known.
fn whole_set<'a>(arguments: &Check, config: &Config, walk: &'a Walk) -> Result<Option<Cow<'a, Walk>>, Error> {
    match &arguments.root {
        Some(root) if root.exists() && !root.is_dir() => {
            let help = "name the folder in which the whole set lies".into();
            Err(Error::Misuse { what: "--root", reason: "it names a folder, and this is none", help })
        }
        Some(root) => Ok(Some(Cow::Owned(setup::walk(arguments, config, std::slice::from_ref(root))?))),
        None => Ok(walk.has_folders().then_some(Cow::Borrowed(walk))),
    }
}

/// Says which documents were not read because of an error of ours, or why none was read, if that is so.
pub(super) fn unread(documents: usize, skipped: &[Skipped], walk: &Walk) -> Option<Outcome> {
    let failures: Vec<&Skipped> = skipped.iter().filter(|one| one.is_ours).collect();
    if !failures.is_empty() {
        for Skipped { path, reason, .. } in failures {
            tell(format_args!("sms-lint: {} was not checked: {}", one_line(path), one_line(reason)));
        }
        return Some(Outcome::Failed);
    }
    if documents > 0 {
        return None;
    }
    tell(format_args!("sms-lint: no document was checked: {}", why_empty(skipped.len(), &walk.passed())));
    Some(Outcome::Empty)
}

/// The real paths of all documents that the run looks at.
fn documents(arguments: &Check, config: &Config, walk: &Walk) -> Vec<PathBuf> {
    let mut all = walk.documents();
    // What was walked can be walked again.
    if let Some(set) = arguments.root.as_ref().and_then(|_| whole_set(arguments, config, walk).ok().flatten()) {
        all.extend(set.documents());
    }
    all
}

fn outcome(dossier: &Dossier) -> Outcome {
    let is_found = dossier.head.limit.is_some_and(|limit| dossier.report.reaches(limit));
    if is_found { Outcome::Found } else { Outcome::Clean }
}

/// Which filter removed everything.
fn why_empty(skipped: usize, passed: &Passed) -> String {
    if skipped > 0 {
        return format!("everything that could be one was skipped ({skipped})");
    }
    if passed.left_out > 0 && passed.ignored == 0 {
        return format!(
            "files.include or files.exclude of the configuration, or --exclude, leaves out all its documents ({})",
            passed.left_out
        );
    }
    match (passed.ignored, passed.other) {
        (0, 0) if passed.own > 0 => {
            format!("sms-lint goes by all its files ({}), so they are no documents", passed.own)
        }
        (0, 0) => "the folder holds no files".into(),
        (0, other) => format!("of its files ({other}) none is of a format that is read (see sms-lint --list-formats)"),
        (ignored, _) => {
            format!(
                "an ignore file such as .gitignore, or a name that begins with a dot, leaves out all its documents ({ignored})"
            )
        }
    }
}

fn look(arguments: &Check) -> Look {
    let colour = match arguments.color {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => {
            let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
            let dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
            !refused && !dumb && std::io::stdout().is_terminal()
        }
    };
    // What goes to a file or another program has the same lines wherever it is made.
    let terminal = std::io::stdout().is_terminal().then(terminal_size::terminal_size).flatten();
    let width = terminal.map_or(Look::plain().width, |(columns, _)| Look::width_on(columns.0));
    Look { colour, quiet: arguments.quiet, statistics: arguments.statistics, width }
}

/// How many ids are named that may be meant.
const NEAR: usize = 3;

/// Today in UTC.
pub(super) fn today() -> Date {
    jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::now()).date()
}
