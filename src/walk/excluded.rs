//! What the command line leaves out of a walk, whatever the configuration says.

use std::path::{Path, PathBuf};

use crate::pattern::{Pattern, absolute};

/// Patterns of the command line, which count from the working directory.
#[derive(Clone, Debug, Default)]
pub struct Excluded {
    patterns: Vec<Pattern>,
    here: PathBuf,
}

impl Excluded {
    /// Leaves out what one of some patterns fits.
    #[must_use]
    pub fn of(patterns: &[Pattern]) -> Self {
        Self { patterns: patterns.to_vec(), here: absolute(Path::new(".")) }
    }

    /// True if a file is left out.
    #[must_use]
    pub fn has(&self, file: &Path) -> bool {
        !self.patterns.is_empty() && self.fits(&self.way(file))
    }

    /// True if a folder that is walked is entered.
    #[must_use]
    pub fn enters(&self, folder: &Path) -> bool {
        if self.patterns.is_empty() {
            return true;
        }
        let way = self.way(folder);
        // A pattern for folders fits what is in them.
        let fits_inside = |one: &Pattern| one.is_folder && one.matches(&format!("{way}/."));
        way.is_empty() || !(self.fits(&way) || self.patterns.iter().any(fits_inside))
    }

    fn fits(&self, way: &str) -> bool {
        self.patterns.iter().any(|one| one.matches(way))
    }

    /// The way from the working directory, also to what lies elsewhere, with forward slashes.
    fn way(&self, path: &Path) -> String {
        let way = pathdiff::diff_paths(absolute(path), &self.here).unwrap_or_else(|| path.to_owned());
        let steps: Vec<_> = way.components().map(|step| step.as_os_str().to_string_lossy()).collect();
        steps.join("/")
    }
}
