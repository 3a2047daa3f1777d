//! facade: what other programs use of sms-lint: a text or paths in, a report out. Everything else of the crate may change
//! with any release.

use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use miette::Diagnostic;

use crate::cli::{Asked, Check};
use crate::config::Config;
use crate::document;
use crate::finding;
use crate::lint::reported::{REASON, is_report};
use crate::lint::{Collected, Decision, System, examine, setting};
use crate::report::{Dossier, Head, mistake, write_apart};
use crate::run::{check, deliver, setup};
use crate::source::SourceFile;
use crate::suppress::{Means, judge};

pub use crate::finding::Severity;
pub use crate::report::Format;
pub use crate::source::Position;

/// How documents are judged. Without further words: as on today's day in UTC, by all rules, and for paths by the
/// configuration and the baseline that lie above them.
#[derive(Clone, Debug, Default)]
pub struct Options {
    as_of: Option<jiff::civil::Date>,
    select: Vec<String>,
    ignore: Vec<String>,
    system: System,
    config: Option<PathBuf>,
    isolated: bool,
    survey: bool,
}

impl Options {
    /// The options of a run that is asked for nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Judges as on a day, such as `2026-11-22`. The same day gives the same report.
    ///
    /// # Errors
    /// If it is no day.
    pub fn as_of(self, day: &str) -> Result<Self, Error> {
        let fault = |_| Error { message: format!("{day:?} is no day"), help: Some("write it like 2026-11-22".into()) };
        Ok(Self { as_of: Some(day.parse().map_err(fault)?), ..self })
    }

    /// Follows these rules only: ids, or clauses of ISO/IEC 20000-1 such as `8.7.3`.
    #[must_use]
    pub fn select(self, rules: &[&str]) -> Self {
        Self { select: rules.iter().map(|&rule| rule.to_owned()).collect(), ..self }
    }

    /// Leaves these rules out: ids or clauses.
    #[must_use]
    pub fn ignore(self, rules: &[&str]) -> Self {
        Self { ignore: rules.iter().map(|&rule| rule.to_owned()).collect(), ..self }
    }

    /// Says whether the documents belong to a service management system, so that what the set lacks is looked for.
    /// Otherwise the documents themselves decide.
    #[must_use]
    pub fn system(self, is_one: bool) -> Self {
        Self { system: if is_one { System::Sms } else { System::None }, ..self }
    }

    /// Goes by this configuration, in place of the one that is found above the paths.
    #[must_use]
    pub fn config(self, file: impl Into<PathBuf>) -> Self {
        Self { config: Some(file.into()), isolated: false, ..self }
    }

    /// Reads no configuration and no baseline.
    #[must_use]
    pub fn isolated(self) -> Self {
        Self { config: None, isolated: true, ..self }
    }

    /// Lists also what the documents of [`lint_paths`] cite and cover, which the HTML report shows. They are read again for
    /// it. The report on a single text lists neither.
    #[must_use]
    pub fn survey(self) -> Self {
        Self { survey: true, ..self }
    }

    /// The arguments of the command that asks for the same.
    fn check(&self, paths: Vec<PathBuf>) -> Check {
        let system = match self.system {
            System::Auto => None,
            System::Sms => Some(Asked::Sms),
            System::None | System::NoneConfigured => Some(Asked::None),
        };
        Check {
            paths,
            format: Some(if self.survey { Format::Html } else { Format::Json }),
            as_of: self.as_of,
            select: self.select.clone(),
            ignore: self.ignore.clone(),
            system,
            config: self.config.clone(),
            isolated: self.isolated,
            quiet: true,
            ..Check::plain()
        }
    }
}

/// Checks a text. The ending of `path`, which is not opened, tells its format; without a known one it is read as plain text.
/// Comments that suppress findings count; a configuration does only if the options name it. What it tells of `elements` is
/// passed by: one text is no set of documents.
///
/// ```
/// use sms_lint::{Options, Severity, lint_text};
///
/// let options = Options::new().as_of("2026-11-22")?;
/// let report = lint_text("policy.md", "Cloud services follow ISO/IEC TR 20000-9.", &options)?;
/// let finding = &report.findings()[0];
/// assert_eq!((finding.rule.as_str(), finding.severity), ("withdrawn-standard", Severity::Error));
/// assert_eq!((finding.start.line, finding.start.column), (1, 23));
/// # Ok::<(), sms_lint::Error>(())
/// ```
///
/// # Errors
/// If the path is that of a format that is no text, such as `.docx`; if the options name a rule or a configuration that is
/// not there; if there are mistakes in the configuration.
pub fn lint_text(path: &str, text: &str, options: &Options) -> Result<Report, Error> {
    let format = document::Format::of(Path::new(path)).unwrap_or(document::Format::Plain);
    if format.container().is_some() {
        let help = "write it to a file, and check that with lint_paths";
        return Err(Error { message: format!("{path} is of a format that is no text"), help: Some(help.into()) });
    }
    let asked = options.check(Vec::new());
    let config = match &options.config {
        Some(file) => setup::configuration(&[], Some(file))?,
        None => Config::none(),
    };
    let settings = setup::settings(&asked, &config)?;
    let mut collected = Collected::default();
    if is_report(format, text.as_bytes()) {
        collected.skipped.push(finding::Skipped::new(path, REASON));
    } else {
        collected.documents = 1;
        collected.add(examine(&SourceFile::from_text(path, text), format, settings));
    }
    collected.found(setting::outdated(&config, settings.as_of));
    collected.found(setting::misdeclared(&config));
    let decision = Decision::on(setup::system(&asked, &config), false, None);
    let is_isolated = options.config.is_none();
    let means = Means { is_isolated, covers: &|_| false, ..Means::of(&config, None) };
    let report = judge(collected, settings, decision, means).report;
    let configuration = deliver::configuration(&asked, &config);
    let head = Head { configuration, limit: setup::limit(&asked, &config), ..Head::default() };
    Ok(Report::of(Dossier { report, head, coverage: None, inventory: None, unchecked: None }))
}

/// Checks folders, with all that lies below them, and files, as the command `sms-lint` does. Paths of the report count from
/// the working directory.
///
/// ```no_run
/// use sms_lint::{Format, Options, lint_paths};
///
/// let report = lint_paths(&["policies"], &Options::new())?;
/// for finding in report.findings() {
///     println!("{}:{}: {}", finding.path, finding.start.line, finding.message);
/// }
/// let mut sarif = Vec::new();
/// report.write(Format::Sarif, &mut sarif)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// What a configuration tells of `elements` (synonyms, declarations) counts from then on, as long as the program runs. So a
/// program can go by one such configuration only: behind it, a call is refused before anything is read that would go by
/// another one, or by none. Before it, any number of calls without `elements` may follow one another.
///
/// # Errors
/// If a path is not there, the options name a rule that does not exist, there
/// are mistakes in the configuration or the baseline, or an earlier call has gone by other `elements`. A document that cannot be
/// read is no error but is `skipped`.
pub fn lint_paths<P: AsRef<Path>>(paths: &[P], options: &Options) -> Result<Report, Error> {
    let asked = options.check(paths.iter().map(|path| path.as_ref().to_owned()).collect());
    only_one(&setup::config(&asked)?)?;
    Ok(Report::of(check::checked(&asked)?))
}

/// What a configuration tells of elements counts from then on, as long as the program runs, so those behind it must tell the
/// same; one that tells nothing may come before.
fn only_one(config: &Config) -> Result<(), Error> {
    static TOLD: OnceLock<String> = OnceLock::new();
    let elements = &config.keys.elements;
    let is_silent = elements.declarations.is_empty() && elements.synonyms.iter().next().is_none();
    let folder = if elements.declarations.is_empty() { Path::new("") } else { &config.folder };
    let own = format!("{folder:?} {}", serde_json::to_string(elements).unwrap_or_default());
    let is_same = if is_silent { TOLD.get().is_none() } else { *TOLD.get_or_init(|| own.clone()) == own };
    if is_same {
        return Ok(());
    }
    let message = "this program goes by a configuration that says something else of elements";
    let help = "one program can go by one configuration of elements; check the others in a program of their own";
    Err(Error { message: message.into(), help: Some(help.into()) })
}

/// What was found.
#[derive(Debug)]
pub struct Report {
    dossier: Dossier,
    findings: Vec<Finding>,
    skipped: Vec<Skipped>,
}

impl Report {
    fn of(dossier: Dossier) -> Self {
        let findings = dossier.report.findings.iter().map(Finding::of).collect();
        let skipped = &dossier.report.skipped;
        let skipped =
            skipped.iter().map(|one| Skipped { path: one.path.clone(), reason: one.reason.clone() }).collect();
        Self { dossier, findings, skipped }
    }

    /// What is wrong, sorted by place; without what is suppressed, known from the baseline or history.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Files and folders that were not read, sorted by path.
    #[must_use]
    pub fn skipped(&self) -> &[Skipped] {
        &self.skipped
    }

    /// How many documents were checked. A report on none has nothing to say.
    #[must_use]
    pub fn documents(&self) -> usize {
        self.dossier.report.summary.documents
    }

    /// True if something was found that the configuration takes for grave enough to fail: errors, unless it says otherwise.
    #[must_use]
    pub fn fails(&self) -> bool {
        self.dossier.head.limit.is_some_and(|limit| self.dossier.report.reaches(limit))
    }

    /// Writes the report, with what it rests on.
    ///
    /// # Errors
    /// What writing to `out` gives.
    pub fn write(&self, format: Format, out: &mut dyn Write) -> io::Result<()> {
        write_apart(format, &self.dossier, out)
    }
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// Id of the rule.
    pub rule: String,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to do.
    pub help: String,
    /// The page of the standard, or empty.
    pub url: String,
    /// The document, with forward slashes.
    pub path: String,
    /// The first character.
    pub start: Position,
    /// Behind the last character.
    pub end: Position,
    /// The place as people find it in a document without lines, such as `page 3, line 7`.
    pub location: Option<String>,
    /// What stands there.
    pub text: String,
    /// The same for the same finding when lines move.
    pub fingerprint: String,
}

impl Finding {
    fn of(finding: &finding::Finding) -> Self {
        let (said, label) = (&finding.said, &finding.primary);
        Self {
            rule: finding.rule.to_owned(),
            severity: finding.severity,
            message: said.message.clone(),
            help: said.help.clone(),
            url: said.url.clone(),
            path: label.place.path.to_string(),
            start: label.place.start,
            end: label.place.end,
            location: label.place.location.as_deref().map(str::to_owned),
            text: label.text.clone(),
            fingerprint: finding.fingerprint(),
        }
    }
}

/// A file or folder that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Skipped {
    /// Its path.
    pub path: String,
    /// Why.
    pub reason: String,
}

/// What kept a run from being done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    message: String,
    help: Option<String>,
}

impl Error {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl From<crate::error::Error> for Error {
    fn from(error: crate::error::Error) -> Self {
        let help = error.help().map(|help| help.to_string());
        let mut message = error.to_string();
        if let crate::error::Error::Mistakes(all) = &error {
            message = mistake::drawn(all) + &message;
        }
        Self { message, help }
    }
}
