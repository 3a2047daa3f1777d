//! git: which files of a repository have changed, as git itself says.
//!
//! A repository may come from a stranger. So git is asked in ways that run nothing a configuration names: no monitor of
//! files, no hook, no pager, no filter, no driver for diffs, no fetching of what a partial clone left out.

use std::collections::BTreeSet;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crate::error::{Error, reason};

/// What to do where git answers something else.
const ELSEWHERE: &str =
    "the paths must lie in a git repository, and the commit that --since names must be there: a shallow clone lacks it";

/// What to do where git cannot be asked.
const NOT_STARTED: &str = "install git, or name its folder in PATH; --changed, --staged and --since ask it";

/// From when on changes count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since<'a> {
    /// What differs from the last commit, files that git does not know yet among them.
    Commit,
    /// What the next commit will change.
    Staged,
    /// What differs from where this branch left another, or from a commit.
    Ref(&'a str),
}

/// Files of a repository that have changed, each list sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The folder of the repository, as git names it.
    pub root: PathBuf,
    /// Those that are there.
    pub there: BTreeSet<PathBuf>,
    /// Those that are not there any more, under this name.
    pub gone: BTreeSet<PathBuf>,
}

impl Changes {
    /// True if a folder, given by its real path, surely lies in the same repository and in none within it.
    #[must_use]
    pub fn hold(&self, folder: &Path) -> bool {
        let within = || folder.ancestors().take_while(|above| *above != self.root);
        folder.starts_with(&self.root) && !within().any(|above| above.join(".git").symlink_metadata().is_ok())
    }
}

/// The files that have changed in the repository around `folder`.
///
/// # Errors
/// `Error::Git` with what git says.
pub fn changed(folder: &Path, since: Since<'_>) -> Result<Changes, Error> {
    let repository = Repository::around(folder)?;
    let mut names = match since {
        Since::Staged => repository.staged()?,
        Since::Commit => repository.uncommitted()?,
        Since::Ref(name) => {
            let mut names = repository.committed(name)?;
            names.extend(repository.uncommitted()?);
            names
        }
    };
    names.retain(|name| !name.as_os_str().is_empty());
    let paths = names.into_iter().map(|name| repository.root.join(name));
    let (there, gone) = paths.partition(|path| path.symlink_metadata().is_ok());
    Ok(Changes { root: repository.root, there, gone })
}

/// A repository, and what keeps it from running anything.
struct Repository {
    root: PathBuf,
    /// Names of settings that name programs, each of which is set to nothing.
    silenced: Vec<PathBuf>,
    /// Whether git finds the repository by its folder although the environment names one. In a hook of a linked worktree it
    /// names one without the folder of its files, for which git then takes the one that it is started in.
    is_found: bool,
}

/// What tells one file name from the next, and what git leaves out of its lists.
const LIST: &[&str] = &["--name-only", "-z", "--no-renames", "--ignore-submodules=all"];

impl Repository {
    fn around(folder: &Path) -> Result<Self, Error> {
        let is_named = std::env::var_os("GIT_DIR").is_some() && std::env::var_os("GIT_WORK_TREE").is_none();
        let mut own = Self { root: folder.to_owned(), silenced: Vec::new(), is_found: is_named };
        let top = ["rev-parse", "--show-toplevel"];
        let root = match own.ask(&top) {
            Err(_) if is_named => {
                own.is_found = false;
                own.ask(&top)?
            }
            found => found?,
        };
        own.root = path(root.trim_ascii_end());
        // A file as young as the index is compared with it, through the filter of its kind. No filter is no failure.
        let names = own.ask(&["config", "--name-only", "-z", "--get-regexp", r"^filter\."]).unwrap_or_default();
        own.silenced = paths(&names);
        own.silenced.retain(|name| !name.as_os_str().is_empty());
        Ok(own)
    }

    fn staged(&self) -> Result<Vec<PathBuf>, Error> {
        if self.ask(&["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]).is_err() {
            // Nothing is committed yet.
            return Ok(paths(&self.ask(&["ls-files", "-z"])?));
        }
        let list = [&["diff-index", "--cached"], LIST, &["HEAD", "--"]].concat();
        Ok(paths(&self.ask(&list)?))
    }

    /// Files whose dates or sizes are not those that git has noted count as changed.
    fn uncommitted(&self) -> Result<Vec<PathBuf>, Error> {
        let mut names = self.staged()?;
        names.extend(paths(&self.ask(&[&["diff-files"], LIST].concat())?));
        names.extend(paths(&self.ask(&["ls-files", "--others", "--exclude-standard", "-z"])?));
        Ok(names)
    }

    fn committed(&self, name: &str) -> Result<Vec<PathBuf>, Error> {
        let base = one_line(&self.ask(&["merge-base", "--end-of-options", name, "HEAD"])?);
        let list = [&["diff-tree", "-r"], LIST, &[base.as_str(), "HEAD", "--"]].concat();
        Ok(paths(&self.ask(&list)?))
    }

    /// What git prints.
    fn ask(&self, arguments: &[&str]) -> Result<Vec<u8>, Error> {
        let fault = |reason: String| Error::Git { reason, help: ELSEWHERE };
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.root).args(["--no-pager", "--no-optional-locks"]).args(arguments);
        let fixed = [("core.fsmonitor", "false"), ("core.hooksPath", "/dev/null")];
        let fixed = fixed.map(|(name, value)| (Path::new(name), value));
        // A name of any bytes is silenced as it is written.
        let silenced = self.silenced.iter().map(|name| (name.as_path(), ""));
        // Whoever starts the program may have settings of their own there, such as directories that are safe.
        let given = std::env::var("GIT_CONFIG_COUNT").ok().and_then(|count| count.parse::<u16>().ok());
        let mut count = given.map_or(0, usize::from);
        for (name, value) in fixed.into_iter().chain(silenced) {
            command.env(format!("GIT_CONFIG_KEY_{count}"), name).env(format!("GIT_CONFIG_VALUE_{count}"), value);
            count += 1;
        }
        command.env("GIT_CONFIG_COUNT", count.to_string());
        if self.is_found {
            command.env_remove("GIT_DIR");
        }
        command.env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0").stdin(Stdio::null());
        let output = output(command.stderr(Stdio::piped()), LIMIT).map_err(|error| match error.kind() {
            io::ErrorKind::TimedOut => fault(error.to_string()),
            io::ErrorKind::NotFound => Error::Git { reason: "it is not installed".into(), help: NOT_STARTED },
            _ => Error::Git { reason: format!("it cannot be started: {}", reason(&error)), help: NOT_STARTED },
        })?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("it found nothing in common");
        Err(fault(said.trim_start_matches("fatal: ").to_owned()))
    }
}

/// How long git may take to answer. It opens ignore files whatever they are, a pipe that nobody writes to among them.
pub const LIMIT: Duration = Duration::from_secs(60);

/// What a program prints that may take so long.
///
/// # Errors
/// That it cannot be started; `TimedOut` if it takes longer, and it is ended then.
pub fn output(command: &mut Command, limit: Duration) -> io::Result<Output> {
    let end = Instant::now() + limit;
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let (out, said) = (read(child.stdout.take()), read(child.stderr.take()));
    let wait = |one: &Receiver<Vec<u8>>| one.recv_timeout(end.saturating_duration_since(Instant::now()));
    if let (Ok(stdout), Ok(stderr)) = (wait(&out), wait(&said)) {
        return Ok(Output { status: child.wait()?, stdout, stderr });
    }
    child.kill()?;
    child.wait()?;
    let words = format!("it does not answer within {} seconds; an ignore file may be a pipe", limit.as_secs());
    Err(io::Error::new(io::ErrorKind::TimedOut, words))
}

/// All that comes out of a pipe, once it has ended.
fn read(pipe: Option<impl Read + Send + 'static>) -> Receiver<Vec<u8>> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        // What breaks off has ended, and the status tells why; nobody waits any more for what comes too late.
        let _ = pipe.map(|mut pipe| pipe.read_to_end(&mut bytes));
        let _ = sender.send(bytes);
    });
    receiver
}

fn one_line(printed: &[u8]) -> String {
    String::from_utf8_lossy(printed).trim_end_matches(['\n', '\r']).to_owned()
}

/// Names that end with a zero byte each.
fn paths(printed: &[u8]) -> Vec<PathBuf> {
    printed.split(|byte| *byte == 0).map(path).collect()
}

/// The name that git writes in quotation marks in its lists, unless they are parted by zero bytes; nothing if this is none such.
#[must_use]
pub fn unquoted(written: &[u8]) -> Option<Vec<u8>> {
    let mut rest = written.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
    let mut name = Vec::with_capacity(rest.len());
    while let Some((byte, behind)) = rest.split_first() {
        if *byte != b'\\' {
            name.push(*byte);
            rest = behind;
            continue;
        }
        let octal = |digits: &[u8]| {
            let known = digits.iter().all(|digit| (b'0'..=b'7').contains(digit));
            known.then(|| digits.iter().fold(0_u8, |value, digit| value.wrapping_mul(8).wrapping_add(digit - b'0')))
        };
        let (sign, taken) = match behind {
            [b'a', ..] => (0x07, 1),
            [b'b', ..] => (0x08, 1),
            [b't', ..] => (b'\t', 1),
            [b'n', ..] => (b'\n', 1),
            [b'v', ..] => (0x0B, 1),
            [b'f', ..] => (0x0C, 1),
            [b'r', ..] => (b'\r', 1),
            [sign @ (b'"' | b'\\'), ..] => (*sign, 1),
            _ => (octal(behind.get(..3)?)?, 3),
        };
        name.push(sign);
        rest = &behind[taken..];
    }
    Some(name)
}

/// The path of a name in bytes.
#[cfg(unix)]
#[must_use]
pub fn path(name: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(name))
}

/// The path of a name in bytes.
#[cfg(not(unix))]
#[must_use]
pub fn path(name: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(name).into_owned())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn names_that_git_quotes_are_read_as_they_are() {
        for (written, meant) in [
            (r#""a\"b""#, Some("a\"b")),
            (r#""\303\244.md""#, Some("ä.md")),
            (r#""a\tb\\c""#, Some("a\tb\\c")),
            (r#""a\q""#, None),
            (r#""a\12""#, None),
            ("a.md", None),
            ("\"", None),
        ] {
            assert_eq!(unquoted(written.as_bytes()).as_deref(), meant.map(str::as_bytes), "{written}");
        }
    }

    #[test]
    fn what_does_not_answer_is_ended() {
        let mut shell = Command::new("sh");
        let answer = output(shell.args(["-c", "echo a; echo b >&2; exit 3"]).stderr(Stdio::piped()), LIMIT);
        let answer = answer.expect("it answers");
        assert_eq!((answer.stdout.as_slice(), answer.stderr.as_slice()), (&b"a\n"[..], &b"b\n"[..]));
        assert_eq!(answer.status.code(), Some(3));
        let begun = Instant::now();
        let error = output(Command::new("sleep").arg("600"), Duration::from_millis(200)).expect_err("it sleeps");
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        assert!(begun.elapsed() < Duration::from_secs(300), "nobody waits for the rest");
    }
}
