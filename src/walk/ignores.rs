//! Ignore files, which the walker opens whatever they are: a folder is entered only if those that speak for it are plain
//! files of a sensible size.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::shown;
use crate::finding::Skipped;
use crate::source::read_plain;

/// Names of files that say what of a folder is left out.
const NAMES: [&str; 3] = [".gitignore", ".ignore", EXCLUDE];

/// The one that git keeps for itself.
const EXCLUDE: &str = ".git/info/exclude";

/// How large ignore files of a folder and of those above it may be together, in bytes; the walker takes some hundred times
/// as much.
const LARGEST: u64 = 1 << 20;

/// How large a file may be that says where git keeps its own, in bytes.
const POINTER: u64 = 16 << 10;

/// Which folders are entered as far as their ignore files are concerned.
#[derive(Debug)]
pub struct Ignores {
    /// What ignore files may be linked to: what lies in the repositories that are walked, or else in the folders.
    bounds: Vec<PathBuf>,
    seen: Mutex<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    /// Bytes of the ignore files of a folder and of those above it, for folders that have some.
    weights: HashMap<PathBuf, u64>,
    /// Folders that are not entered.
    refused: Vec<Skipped>,
}

impl Ignores {
    /// Those that speak for folders to be walked.
    #[must_use]
    pub fn of(roots: &[PathBuf]) -> Self {
        Self {
            bounds: roots.iter().filter_map(|root| bound(&root.canonicalize().ok()?)).collect(),
            seen: Mutex::default(),
        }
    }

    /// True if the walk may begin at a folder; the walker reads ignore files of all folders above it as well.
    #[must_use]
    pub fn begins(&self, root: &Path) -> bool {
        let Ok(real) = root.canonicalize() else { return true };
        let bound = bound(&real).unwrap_or_default();
        let mut weight = 0;
        for folder in real.ancestors() {
            // What lies above the repository is not a stranger's.
            match self.own(folder, folder.starts_with(&bound)) {
                Ok(bytes) => weight += bytes,
                Err(Fault { name, why }) if folder == real => {
                    return self.refuse(root, &format!("its {name} is {why}"));
                }
                Err(Fault { name, why }) => {
                    let file = shown(&folder.join(name));
                    return self.refuse(root, &format!("{file}, which speaks for it, is {why}"));
                }
            }
        }
        self.weigh(root, weight)
    }

    /// True if a folder is entered that was met below one that is walked.
    #[must_use]
    pub fn enters(&self, folder: &Path) -> bool {
        match self.own(folder, true) {
            Ok(0) => true,
            Ok(bytes) => {
                let above = folder.ancestors().skip(1).find_map(|above| self.seen().weights.get(above).copied());
                self.weigh(folder, above.unwrap_or_default() + bytes)
            }
            Err(Fault { name, why }) => self.refuse(folder, &format!("its {name} is {why}")),
        }
    }

    /// The folders that were not entered.
    #[must_use]
    pub fn refused(&self) -> Vec<Skipped> {
        std::mem::take(&mut self.seen().refused)
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes how much speaks for a folder, and refuses the folder if that is too much.
    fn weigh(&self, folder: &Path, weight: u64) -> bool {
        if weight > LARGEST {
            return self.refuse(folder, "its ignore files are, with those of the folders above, larger than 1 MiB");
        }
        self.seen().weights.insert(folder.to_owned(), weight);
        true
    }

    fn refuse(&self, folder: &Path, why: &str) -> bool {
        let reason = format!("{why}, so what is to be left out is not known and the folder is not entered");
        self.seen().refused.push(Skipped::new(shown(folder), reason));
        false
    }

    /// Bytes of the ignore files in a folder.
    fn own(&self, folder: &Path, is_bounded: bool) -> Result<u64, Fault> {
        let mut bytes = 0;
        for name in NAMES {
            let file = folder.join(name);
            let fault = |why| Fault { name, why };
            match file.symlink_metadata() {
                Ok(own) if own.is_symlink() => {
                    bytes += size(&file).map_err(fault)?;
                    if is_bounded && !self.holds(&file) {
                        return Err(fault("a link that leads out of what is checked"));
                    }
                }
                Ok(_) => bytes += size(&file).map_err(fault)?,
                // `.git` is a file in a working copy beside another.
                Err(error) if error.kind() == io::ErrorKind::NotADirectory && name == EXCLUDE => {
                    bytes += pointed(&folder.join(".git"))?;
                }
                Err(_) => {}
            }
        }
        Ok(bytes)
    }

    /// True for a link that leads to what is checked, and for one that leads nowhere.
    fn holds(&self, link: &Path) -> bool {
        link.canonicalize().map_or(true, |real| self.bounds.iter().any(|bound| real.starts_with(bound)))
    }
}

/// An ignore file that may not be opened.
struct Fault {
    name: &'static str,
    why: &'static str,
}

/// The repository of a folder, by its real path, or else the folder.
fn bound(real: &Path) -> Option<PathBuf> {
    real.ancestors().find(|above| above.join(".git").exists()).or(Some(real)).map(Path::to_owned)
}

/// Bytes of an ignore file, if it may be opened; of what cannot be, opening it tells.
fn size(file: &Path) -> Result<u64, &'static str> {
    match fs::metadata(file) {
        Ok(kind) if kind.is_file() && kind.len() > LARGEST => Err("larger than 1 MiB"),
        Ok(kind) if kind.is_file() => Ok(kind.len()),
        Ok(kind) if kind.is_dir() => Ok(0),
        Ok(_) => Err("a pipe, a socket or a device"),
        Err(_) => Ok(0),
    }
}

/// Bytes of the excludes that git keeps elsewhere, found as the walker finds them: over two files that name a folder.
fn pointed(git: &Path) -> Result<u64, Fault> {
    let Some(folder) = line(git, ".git")? else { return Ok(0) };
    let Some(folder) = folder.strip_prefix("gitdir: ").map(PathBuf::from) else { return Ok(0) };
    let Some(common) = line(&folder.join("commondir"), "commondir of git")? else { return Ok(0) };
    size(&folder.join(common).join("info/exclude")).map_err(|why| Fault { name: "info/exclude of git", why })
}

/// The first line of a file; nothing if the file is not there.
fn line(file: &Path, name: &'static str) -> Result<Option<String>, Fault> {
    match read_plain(file, POINTER) {
        Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).lines().next().map(str::to_owned)),
        Err(error) if matches!(error.kind(), io::ErrorKind::FileTooLarge | io::ErrorKind::Other) => {
            Err(Fault { name, why: "no plain file of a few bytes" })
        }
        Err(_) => Ok(None),
    }
}
