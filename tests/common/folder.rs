//! Folders with files, which are gone when a test has ended.

use std::fs;

use tempfile::TempDir;

/// A folder with files, which lie below a folder in it if that has a name.
pub fn folder(below: &str, files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (name, text) in files {
        let path = folder.path().join(below).join(name);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("it can be made");
        fs::write(path, text).expect("it can be written");
    }
    folder
}
