//! Reads a configuration and those that it extends.

use std::path::{Path, PathBuf};

use super::discover::Found;
use super::model::Keys;
use crate::error::{Error, Mistake, NOT_UTF_8, reason};
use crate::finding::Label;
use crate::pattern::{Pattern, absolute, inside};
use crate::rule::Rule;
use crate::source::{Coding, Locator, SourceFile, read_plain, read_whole};
use crate::yaml::{Fault, Mark, decode, parse};

/// How many configurations may extend one another.
const DEPTH: usize = 16;

/// A configuration in force.
#[derive(Clone, Debug)]
pub struct Config {
    /// What it says, together with what it extends.
    pub keys: Keys,
    /// The folder from which patterns count.
    pub folder: PathBuf,
    /// The folder out of which it leads nowhere, links followed.
    pub within: Option<PathBuf>,
    /// The files that it was read from, by the number that places have.
    pub files: Vec<(PathBuf, SourceFile<'static>)>,
    /// Rules of one's own, in the order of their files.
    pub own: Vec<&'static Rule>,
    /// The files that they are read from, which are no documents.
    pub rule_files: Vec<PathBuf>,
    /// Configurations of paths that were given, which are not in force because this one is.
    pub aside: Vec<PathBuf>,
}

/// Reads the configuration `found`; `shown` says how reports name a path.
///
/// # Errors
/// Every mistake in it; `Error::Path` if it cannot be read.
pub fn load(found: &Found, shown: &dyn Fn(&Path) -> String) -> Result<Config, Error> {
    let within = found.within.as_ref().map(|root| root.canonicalize().unwrap_or_else(|_| root.clone()));
    let mut config = Config { folder: found.folder.clone(), within, ..Config::none() };
    config.check_reach(&found.file)?;
    let mut next = Some(found.file.clone());
    while let Some(file) = next.take() {
        // What was named on the command line may well be a pipe.
        let is_named = found.within.is_none() && config.files.is_empty();
        let text = if is_named { text(&file, read_whole(&file, LARGEST))? } else { read(&file)? };
        let coding = Coding::detect(text.as_bytes()).map_err(|why| Error::unreadable(&file, why.reason()))?;
        let source = SourceFile::decode(shown(&file).into(), text.as_bytes(), coding);
        let number = u32::try_from(config.files.len()).unwrap_or(u32::MAX);
        config.files.push((file.clone(), source.into_owned()));
        let keys = config.read_keys(number)?;
        if let Some(base) = &keys.extends {
            let path = absolute(&file.parent().unwrap_or(Path::new(".")).join(&base.value));
            config.check_base(&path, base.mark)?;
            next = Some(path);
        }
        // What was read before counts first.
        let own = std::mem::take(&mut config.keys);
        config.keys = own.over(keys);
    }
    Ok(config)
}

/// Why a file is not read to which a configuration leads.
pub const OUTSIDE: &str =
    "it lies outside of what is checked; name the configuration with --config if it is to lead there";

/// Largest file that is read as a configuration or a rule, in bytes.
const LARGEST: u64 = 4 << 20;

/// The text of a configuration or a rule.
///
/// # Errors
/// `Error::Path` if it cannot be read.
pub(super) fn read(file: &Path) -> Result<String, Error> {
    text(file, read_plain(file, LARGEST))
}

fn text(file: &Path, bytes: std::io::Result<Vec<u8>>) -> Result<String, Error> {
    let bytes = bytes.map_err(|error| Error::unreadable(file, &reason(&error)))?;
    String::from_utf8(bytes).map_err(|_| Error::unreadable(file, NOT_UTF_8))
}

impl Config {
    /// No configuration: every key is left out.
    #[must_use]
    pub fn none() -> Self {
        let (files, own, rule_files, aside) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { keys: Keys::default(), folder: PathBuf::from("."), within: None, files, own, rule_files, aside }
    }

    /// A configuration given as text, for examples.
    ///
    /// # Errors
    /// Every mistake in it.
    pub fn of_text(source: SourceFile<'_>) -> Result<Self, Error> {
        let path = PathBuf::from(&*source.path);
        let mut config = Self { files: vec![(path, source.into_owned())], ..Self::none() };
        config.keys = config.read_keys(0)?;
        Ok(config)
    }

    /// Every pattern for paths with its place: those of `files.include` and `files.exclude` first, those of `files.formats` last.
    #[must_use]
    pub fn patterns(&self) -> Vec<(Mark, Pattern)> {
        let keys = &self.keys;
        let files = keys.files.include.iter().flat_map(|all| all.iter()).chain(keys.files.exclude.iter());
        let per_path = keys.per_path.iter().flat_map(|one| one.paths.iter());
        let allow = keys.allow.iter().flat_map(|one| one.paths.iter());
        let lists = files.chain(per_path).chain(allow).map(|one| (one.mark, one.value.clone()));
        let formats = keys.files.formats.iter().map(|(key, _)| key.mark).zip(self.patterns_of_formats());
        lists.chain(formats).collect()
    }

    /// The patterns of `files.formats`; one that is none was told as a mistake when the configuration was checked.
    #[must_use]
    pub fn patterns_of_formats(&self) -> Vec<Pattern> {
        self.keys.files.formats.iter().filter_map(|(key, _)| Pattern::new(key).ok()).collect()
    }

    /// The configuration of a path, or the one that is named.
    ///
    /// # Errors
    /// Every mistake in it; `Error::Path` if it cannot be read.
    pub fn of(found: Option<&Found>, shown: &dyn Fn(&Path) -> String) -> Result<Self, Error> {
        found.map_or_else(|| Ok(Self::none()), |found| load(found, shown))
    }

    /// The file that is in force, without those that it extends.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.files.first().map(|(path, _)| path.as_path())
    }

    /// The text at a mark with the lines around it, for a finding to point at.
    #[must_use]
    pub fn label(&self, mark: Mark) -> Label {
        self.labels().label(mark)
    }

    /// Starts a run of labels; fastest when the marks ascend.
    #[must_use]
    pub fn labels(&self) -> Labels<'_> {
        Labels(self.files.iter().map(|(_, source)| (source, source.locator())).collect())
    }

    /// A path that a key names, which counts from the file in which the key stands.
    #[must_use]
    pub fn path_at(&self, mark: Mark, written: &str) -> PathBuf {
        let file = &self.files[mark.file as usize].0;
        absolute(&file.parent().unwrap_or(Path::new(".")).join(written))
    }

    /// A path as patterns see it: from the folder of the configuration, with forward slashes; nothing if it lies outside.
    #[must_use]
    pub fn relative(&self, path: &Path) -> Option<String> {
        inside(&self.folder, path)
    }

    /// A mistake at a mark.
    #[must_use]
    pub fn mistake(&self, mark: Mark, message: impl Into<String>, help: impl Into<String>) -> Mistake {
        mistake(self.source(mark), Fault::new(mark.span, message, help))
    }

    fn source(&self, mark: Mark) -> &SourceFile<'static> {
        &self.files[mark.file as usize].1
    }

    fn read_keys(&self, number: u32) -> Result<Keys, Error> {
        let source = &self.files[number as usize].1;
        let told =
            |faults: Vec<Fault>| Error::Mistakes(faults.into_iter().map(|fault| mistake(source, fault)).collect());
        let node = parse(&source.text).map_err(|fault| told(vec![fault]))?;
        decode(&node, number).map_err(told)
    }

    /// True unless a path leads out of where the configuration may lead to.
    #[must_use]
    pub fn reaches(&self, path: &Path) -> bool {
        let is_inside = |root: &PathBuf| real(path).starts_with(root);
        self.within.as_ref().is_none_or(is_inside)
    }

    /// A file that is read because of its name, or because a configuration names it.
    ///
    /// # Errors
    /// `Error::Path` if it lies outside of what is checked.
    pub fn check_reach(&self, file: &Path) -> Result<(), Error> {
        if self.reaches(file) { Ok(()) } else { Err(Error::unreadable(file, OUTSIDE)) }
    }

    /// A base must be there and must not extend what extends it.
    fn check_base(&self, path: &Path, mark: Mark) -> Result<(), Error> {
        // Of what lies outside nobody is told whether it is there.
        let fault = if !self.reaches(path) {
            OUTSIDE
        } else if path.is_dir() {
            "it is a folder, and a file is expected"
        } else if !path.is_file() {
            "there is no such file"
        } else if self.files.iter().any(|(known, _)| known == path) {
            "it extends itself, directly or through others"
        } else if self.files.len() == DEPTH {
            "too many configurations extend one another"
        } else {
            return Ok(());
        };
        let help = "The path of extends counts from the file in which it stands.";
        Err(Error::Mistakes(vec![self.mistake(mark, format!("this cannot be extended: {fault}"), help)]))
    }
}

/// The real path of a file, links followed, which need not be there yet.
#[must_use]
pub fn real(path: &Path) -> PathBuf {
    follow(path, LINKS)
}

/// How many links that lead to nothing are followed, one to another.
const LINKS: usize = 40;

fn follow(path: &Path, left: usize) -> PathBuf {
    for above in path.ancestors() {
        let Ok(rest) = path.strip_prefix(above) else { continue };
        let whole = |head: PathBuf| if rest.as_os_str().is_empty() { head } else { head.join(rest) };
        if let Ok(real) = above.canonicalize() {
            return whole(real);
        }
        // A link to what is not there leads out of a folder as one to what is.
        if let (Some(folder), Ok(target), true) = (above.parent(), above.read_link(), left > 0) {
            return follow(&whole(folder.join(target)), left - 1);
        }
    }
    path.to_owned()
}

/// Makes labels of marks.
#[derive(Debug)]
pub struct Labels<'a>(Vec<(&'a SourceFile<'a>, Locator<'a>)>);

impl Labels<'_> {
    /// The text at a mark with the lines around it.
    pub fn label(&mut self, mark: Mark) -> Label {
        let (source, locator) = &mut self.0[mark.file as usize];
        Label::of(source, mark.span, locator.place(mark.span))
    }
}

/// A fault of a file as it is shown.
pub fn mistake(source: &SourceFile, fault: Fault) -> Mistake {
    let Fault { span, message, label, help, .. } = fault;
    let place = source.locator().place(span);
    let excerpt = source.excerpt(span, place.start.line);
    Mistake {
        path: source.path.to_string(),
        line: place.start.line,
        column: place.start.column,
        first_line: excerpt.line,
        text: excerpt.text,
        span: excerpt.span.start..excerpt.span.end,
        message,
        label,
        help,
    }
}
