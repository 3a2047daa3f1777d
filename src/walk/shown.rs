//! Paths as reports show them.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use super::name;
use crate::pattern::straight;

/// A path as reports show it: relative to the working directory, with forward slashes.
#[must_use]
pub fn shown(path: &Path) -> String {
    Here::default().shown(path)
}

/// The working directory, asked for once at most.
#[derive(Debug, Default)]
pub(super) struct Here(OnceCell<Option<PathBuf>>);

impl Here {
    /// A path as reports show it.
    pub(super) fn shown(&self, path: &Path) -> String {
        // "../policies/a.md" may well lead back into this folder.
        let leads_out = path.is_absolute() || leads_up(path);
        let here = || self.0.get_or_init(|| std::env::current_dir().ok()).as_deref();
        let relative = if leads_out { here().and_then(|here| below(path, here)) } else { None };
        let path = relative.as_deref().unwrap_or(path);
        let shown = name::legible(path);
        let shown = if std::path::MAIN_SEPARATOR == '\\' { Cow::Owned(shown.replace('\\', "/")) } else { shown };
        let mut rest = &*shown;
        while let Some(shorter) = rest.strip_prefix("./") {
            rest = shorter.trim_start_matches('/');
        }
        if rest.is_empty() { ".".into() } else { rest.to_owned() }
    }
}

/// True if the first step of a path leads back.
fn leads_up(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().starts_with(b"..") && path.starts_with("..")
}

/// The way from `here` to a path, without steps that lead back.
fn below(path: &Path, here: &Path) -> Option<PathBuf> {
    pathdiff::diff_paths(straight(&here.join(path)), here)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_a_path_has_no_detour() {
        let here = Path::new("/a/b");
        assert_eq!(below(Path::new("../b/c.md"), here), Some("c.md".into()));
        assert_eq!(below(Path::new("../c.md"), here), Some("../c.md".into()));
        assert_eq!(below(Path::new("/a/b/d/./e.md"), here), Some("d/e.md".into()));
    }
}
