//! Where the configuration is: from the checked file upwards, to the root of the repository.

use std::path::{Path, PathBuf};

use crate::pattern::absolute;

/// Names of a configuration, the first that is there counts; the path is that from the folder that it speaks for.
pub const NAMES: &[&str] = &[
    "sms-lint.yaml", "sms-lint.yml", ".sms-lint.yaml", ".sms-lint.yml", ".config/sms-lint.yaml",
    ".github/sms-lint.yaml",
];

/// A configuration file and the folder that it speaks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The file.
    pub file: PathBuf,
    /// The folder from which its patterns count.
    pub folder: PathBuf,
    /// The folder out of which it leads nowhere, unless it was named, because it may come from a stranger: the repository,
    /// or else the working directory, or else what was given.
    pub within: Option<PathBuf>,
}

/// Looks for the configuration of a path: in its folder and upwards to the root of the repository; outside of one to the
/// highest of the paths that were `given` above it.
#[must_use]
pub fn find(path: &Path, given: &[PathBuf]) -> Option<Found> {
    let whole = absolute(path);
    let start = if whole.is_dir() { whole.as_path() } else { whole.parent()? };
    let repository = start.ancestors().find(|folder| folder.join(".git").exists());
    let root = repository.map_or_else(|| highest(start, given), Path::to_owned);
    let here = std::env::current_dir().ok().filter(|here| repository.is_none() && root.starts_with(here));
    let within = here.unwrap_or_else(|| root.clone());
    let mut folders = start.ancestors().take_while(|folder| folder.starts_with(&root));
    folders.find_map(|folder| {
        let file = NAMES.iter().map(|name| folder.join(name)).find(|file| file.is_file())?;
        Some(Found { file, folder: folder.to_owned(), within: Some(within.clone()) })
    })
}

fn highest(start: &Path, given: &[PathBuf]) -> PathBuf {
    let above = given.iter().map(|path| absolute(path)).filter(|path| start.starts_with(path));
    above.min_by_key(|path| path.components().count()).unwrap_or_else(|| start.to_owned())
}

/// The configuration that was named: it speaks for its folder, or for the one above `.config` and `.github`.
#[must_use]
pub fn named(file: &Path) -> Found {
    let file = absolute(file);
    let parent = file.parent().unwrap_or(Path::new("/"));
    let is_special = parent.file_name().is_some_and(|name| name == ".config" || name == ".github");
    let folder = parent.parent().filter(|_| is_special).unwrap_or(parent).to_owned();
    Found { file, folder, within: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::format::Format;

    #[test]
    fn a_configuration_that_is_met_is_no_document() {
        // What is hidden is not met by walking.
        let met = NAMES.iter().filter(|one| !one.starts_with(".sms-lint"));
        for name in met.filter_map(|one| Path::new(one).file_name()) {
            assert_eq!(Format::of_found(name), None, "{}", name.display());
        }
    }

    #[test]
    fn the_configuration_is_found_upwards_to_the_root_of_the_repository() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let at = |path: &str| folder.path().join(path);
        std::fs::create_dir_all(at("repo/docs/deep")).expect("folders can be made");
        std::fs::create_dir_all(at("repo/.github")).expect("folders can be made");
        std::fs::write(at("sms-lint.yaml"), "").expect("a file can be written");
        assert_eq!(find(&at("repo/docs/deep"), &[]), None, "without a repository it is not looked for above");
        let given = [folder.path().to_owned(), at("repo/docs")];
        let above = find(&at("repo/docs/deep/a.md"), &given).map(|found| found.folder);
        assert_eq!(above.as_deref(), Some(folder.path()), "without a repository it is looked for up to what was given");
        std::fs::create_dir(at("repo/.git")).expect("folders can be made");
        assert_eq!(find(&at("repo/docs/deep"), &[]), None, "it ends at the root of the repository");
        std::fs::write(at("repo/.github/sms-lint.yaml"), "").expect("a file can be written");
        let found = find(&at("repo/docs/deep/a.md"), &[]).expect("it is there");
        assert_eq!((found.file, found.folder), (at("repo/.github/sms-lint.yaml"), at("repo")));
        std::fs::write(at("repo/docs/.sms-lint.yaml"), "").expect("a file can be written");
        assert_eq!(find(&at("repo/docs/deep"), &[]).map(|found| found.folder), Some(at("repo/docs")));
        assert_eq!(named(&at("repo/.github/sms-lint.yaml")).folder, at("repo"));
    }
}
