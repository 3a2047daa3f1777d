//! origin: from which commit the documents come, and whether they differ from it. Knows git, and nothing of documents.
//!
//! Nothing that a repository configures is executed. Asking for the commit runs no helper; whether files differ is asked
//! of a copy of the repository's face without its configuration, so that no filter, monitor or hook of its own runs.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::git::{LIMIT, output, path};
use crate::pattern::straight;
use crate::walk::name::legible;

/// Settings of a repository that say how its files compare, and can execute nothing.
const COMPARING: &str = r"^core\.(filemode|autocrlf|eol|ignorecase|symlinks|precomposeunicode)$";

/// Where documents come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Id of the commit that is checked out.
    pub commit: String,
    /// True if files differ from it, or documents are not in it; nothing if that cannot be told.
    pub dirty: Option<bool>,
    /// Folder of the whole repository.
    pub root: PathBuf,
}

impl Origin {
    /// The repository that holds `folder`; nothing without git, outside of a repository, and without a commit. Of
    /// `documents`, by their real paths, is asked whether the commit holds them.
    #[must_use]
    pub fn of(folder: &Path, documents: &dyn Fn() -> Vec<PathBuf>) -> Option<Self> {
        let folder = fs::canonicalize(folder).ok()?;
        let asked = ["rev-parse", "--path-format=absolute", "--show-toplevel"];
        let paths = ["objects", "index", "info/exclude"].iter().flat_map(|path| ["--git-path", path]);
        let told = output(git(&folder).args(asked).args(paths).arg("HEAD"), LIMIT).ok()?;
        let told = String::from_utf8(told.stdout).ok().filter(|_| told.status.success())?;
        let [root, objects, index, exclude, commit] = told.lines().collect::<Vec<_>>().try_into().ok()?;
        let root = fs::canonicalize(root).ok().filter(|root| folder.starts_with(root))?;
        let face = Face { root: &root, objects, index, exclude, commit };
        Some(Self { commit: commit.to_owned(), dirty: face.is_dirty(documents).ok().flatten(), root })
    }

    /// A path as reports show it, from the folder of the whole repository instead of from `here`.
    #[must_use]
    pub fn rooted(&self, path: &str, here: &Path) -> Option<String> {
        let straight = straight(&here.join(path));
        let below = legible(straight.strip_prefix(&self.root).ok()?);
        Some(if std::path::MAIN_SEPARATOR == '\\' { below.replace('\\', "/") } else { below.into_owned() })
    }
}

/// What must be known of a repository to compare its files with a commit.
struct Face<'a> {
    root: &'a Path,
    objects: &'a str,
    index: &'a str,
    exclude: &'a str,
    commit: &'a str,
}

impl Face<'_> {
    fn is_dirty(&self, documents: &dyn Fn() -> Vec<PathBuf>) -> io::Result<Option<bool>> {
        let copy = self.copy()?;
        let status = ["status", "--porcelain", "--untracked-files=normal", "--ignore-submodules=all"];
        match self.ask(&copy, &status)? {
            None => Ok(None),
            Some(changes) if !changes.is_empty() => Ok(Some(true)),
            Some(_) => self.lacks(&copy, &documents()),
        }
    }

    /// True if one of the documents is not in the commit, where nothing that is has changed: what git ignores, what lies
    /// outside or in a repository of its own. Of files that git was told not to look at it cannot tell.
    fn lacks(&self, copy: &TempDir, documents: &[PathBuf]) -> io::Result<Option<bool>> {
        let Some(listed) = self.ask(copy, &["ls-files", "-z", "-v"])? else { return Ok(None) };
        let listed = listed.split(|byte| *byte == 0).filter_map(|one| Some((path(one.get(2..)?), one[0])));
        let tags: HashMap<PathBuf, u8> = listed.collect();
        let tag = |document: &PathBuf| tags.get(document.strip_prefix(self.root).ok()?).copied();
        let tags: Vec<Option<u8>> = documents.iter().map(tag).collect();
        if tags.contains(&None) {
            return Ok(Some(true));
        }
        Ok(tags.iter().all(|tag| *tag == Some(b'H')).then_some(false))
    }

    /// A repository of the same commit without what its configuration says.
    fn copy(&self) -> io::Result<TempDir> {
        let copy = tempfile::tempdir()?;
        let at = |name: &str| copy.path().join(name);
        fs::create_dir(at("refs"))?;
        fs::create_dir(at("objects"))?;
        fs::create_dir(at("info"))?;
        fs::write(at("HEAD"), format!("{}\n", self.commit))?;
        let long = "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectFormat = sha256\n";
        fs::write(at("config"), if self.commit.len() == 64 { long } else { "" })?;
        if Path::new(self.exclude).is_file() {
            fs::copy(self.exclude, at("info/exclude"))?;
        }
        Ok(copy)
    }

    /// What git says of the copy; nothing if it fails.
    fn ask(&self, copy: &TempDir, question: &[&str]) -> io::Result<Option<Vec<u8>>> {
        let mut command = git(self.root);
        for setting in self.comparing()? {
            command.arg("-c").arg(setting);
        }
        command
            .args(question)
            .env("GIT_DIR", copy.path())
            .env("GIT_WORK_TREE", self.root)
            .env("GIT_INDEX_FILE", self.index)
            .env("GIT_OBJECT_DIRECTORY", self.objects);
        let output = output(&mut command, LIMIT)?;
        Ok(output.status.success().then_some(output.stdout))
    }

    /// Settings of the repository that say how files compare, as `key=value`.
    fn comparing(&self) -> io::Result<Vec<String>> {
        let question = ["config", "--local", "--null", "--get-regexp", COMPARING];
        let output = output(git(self.root).args(question), LIMIT)?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        Ok(text.split('\0').filter(|one| !one.is_empty()).map(|one| one.replacen('\n', "=", 1)).collect())
    }
}

/// A git that reads no configuration but the repository's, writes nothing, fetches nothing and asks nobody.
fn git(folder: &Path) -> Command {
    let null = if cfg!(windows) { "NUL" } else { "/dev/null" };
    let mut command = Command::new("git");
    let own = |name: &OsStr| name.to_str().is_some_and(|name| name.starts_with("GIT_"));
    for (name, _) in std::env::vars_os().filter(|(name, _)| own(name) && name != "GIT_CEILING_DIRECTORIES") {
        command.env_remove(name);
    }
    command
        .arg("-C")
        .arg(folder)
        // Whoever owns the files: what is asked executes nothing of theirs.
        .args(["-c", "safe.directory=*", "-c", "core.fsmonitor=false", "-c"])
        .arg(format!("core.hooksPath={null}"))
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_GLOBAL", null)
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_NO_REPLACE_OBJECTS", "1")
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    command
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// A repository with one commit of one file.
    fn repository() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        fs::write(folder.path().join("a.md"), "One.\n").expect("a temporary file can be written");
        for arguments in [&["init", "-q"][..], &["add", "a.md"], &["commit", "-q", "-m", "One"]] {
            run(folder.path(), arguments);
        }
        folder
    }

    fn run(folder: &Path, arguments: &[&str]) {
        let person = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
        let done = git(folder).args(person).args(arguments).status().expect("git is there");
        assert!(done.success(), "git {arguments:?}");
    }

    /// Whether the commit lacks something of the documents.
    fn dirty(folder: &Path, documents: &[&str]) -> Option<bool> {
        let real = fs::canonicalize(folder).expect("it is there");
        Origin::of(folder, &|| documents.iter().map(|name| real.join(name)).collect())
            .expect("it is a repository")
            .dirty
    }

    #[test]
    fn what_git_does_not_hold_is_not_of_the_commit() {
        let folder = repository();
        fs::write(folder.path().join(".git/info/exclude"), "b.md\ninner\n").expect("git has made the folder");
        fs::write(folder.path().join("b.md"), "Two.\n").expect("a temporary file can be written");
        fs::create_dir(folder.path().join("inner")).expect("a temporary folder can be made");
        for (documents, told) in [
            (&["a.md"][..], Some(false)),
            (&["a.md", "b.md"], Some(true)),
            (&["inner/c.md"], Some(true)),
            (&["../outside.md"], Some(true)),
        ] {
            assert_eq!(dirty(folder.path(), documents), told, "{documents:?}");
        }
        run(folder.path(), &["update-index", "--assume-unchanged", "a.md"]);
        fs::write(folder.path().join("a.md"), "Another.\n").expect("a temporary file can be written");
        assert_eq!(dirty(folder.path(), &["a.md"]), None, "git was told not to look");
    }

    #[test]
    fn the_commit_is_told_and_whether_files_differ() {
        let folder = repository();
        let clean = Origin::of(folder.path(), &Vec::new).expect("it is a repository");
        assert_eq!((clean.commit.len(), clean.dirty), (40, Some(false)));
        fs::write(folder.path().join("b.md"), "Two.\n").expect("a temporary file can be written");
        assert_eq!(dirty(folder.path(), &["a.md"]), Some(true), "a file is not in the commit");
        fs::write(folder.path().join(".git/info/exclude"), "b.md\n").expect("git has made the folder");
        assert_eq!(dirty(folder.path(), &["a.md"]), Some(false), "it is left out");
        fs::write(folder.path().join("a.md"), "Another.\n").expect("a temporary file can be written");
        assert_eq!(dirty(folder.path(), &["a.md"]), Some(true), "a file was changed");
    }

    #[test]
    fn there_may_be_no_repository_and_no_commit() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        assert_eq!(Origin::of(folder.path(), &Vec::new), None);
        run(folder.path(), &["init", "-q"]);
        assert_eq!(Origin::of(folder.path(), &Vec::new), None);
        assert_eq!(Origin::of(&folder.path().join("gone"), &Vec::new), None);
    }

    #[test]
    fn nothing_that_a_repository_configures_is_executed() {
        use std::os::unix::fs::PermissionsExt;
        let folder = repository();
        let at = |name: &str| folder.path().join(name);
        let script = at("evil.sh");
        fs::write(&script, format!("#!/bin/sh\ntouch {}\ncat\n", at("executed").display())).expect("it can be written");
        fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).expect("it was just written");
        fs::write(at(".gitattributes"), "*.md filter=evil diff=evil\n").expect("it can be written");
        fs::write(at("a.md"), "One!\n").expect("it can be written");
        let evil = script.to_str().expect("temporary folders have plain names");
        for key in ["filter.evil.clean", "filter.evil.process", "diff.evil.textconv", "core.fsmonitor", "core.pager"] {
            run(folder.path(), &["config", key, evil]);
        }
        for hook in ["post-index-change", "post-checkout", "fsmonitor-watchman"] {
            fs::copy(&script, at(".git/hooks").join(hook)).expect("git has made the folder");
        }
        let plain = Command::new("git").arg("-C").arg(folder.path()).arg("status").output().expect("git is there");
        assert!(plain.status.success() && at("executed").exists(), "the trap must be one for git itself");
        fs::remove_file(at("executed")).expect("it is there");
        fs::write(at("a.md"), "One?\n").expect("it can be written");
        assert_eq!(dirty(folder.path(), &["a.md"]), Some(true));
        assert!(!at("executed").exists(), "something of the repository was executed");
    }

    #[test]
    fn paths_are_told_from_the_root() {
        let origin = Origin { commit: String::new(), dirty: None, root: "/a/b".into() };
        assert_eq!(origin.rooted("c.md", Path::new("/a/b/d")).as_deref(), Some("d/c.md"));
        assert_eq!(origin.rooted("../c.md", Path::new("/a/b/d")).as_deref(), Some("c.md"));
        assert_eq!(origin.rooted("b/./c.md", Path::new("/a")).as_deref(), Some("c.md"));
        assert_eq!(origin.rooted("/e/c.md", Path::new("/a/b")), None);
    }
}
