//! Reads the YAML files of a folder; what is wrong in one is told with its path, line and words.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

/// What is wrong in which file.
pub struct Fault {
    path: PathBuf,
    why: String,
}

impl Fault {
    pub fn new(path: &Path, why: &dyn fmt::Display) -> Self {
        Self { path: path.to_owned(), why: why.to_string() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.path.display(), self.why)
    }
}

/// Reads every YAML file of `folder`, sorted by name.
pub fn read_all<T: DeserializeOwned>(folder: &Path) -> Result<Vec<(PathBuf, T)>, Fault> {
    paths(folder)?.into_iter().map(|path| Ok((path.clone(), read(&path)?))).collect()
}

/// The YAML files of `folder`, sorted by name.
pub fn paths(folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    let entries = std::fs::read_dir(folder).map_err(|error| Fault::new(folder, &error))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    paths.sort();
    Ok(paths)
}

/// Reads one YAML file.
pub fn read<T: DeserializeOwned>(path: &Path) -> Result<T, Fault> {
    let text = std::fs::read_to_string(path).map_err(|error| Fault::new(path, &error))?;
    serde_yaml::from_str(&text).map_err(|error| Fault::new(path, &error))
}
