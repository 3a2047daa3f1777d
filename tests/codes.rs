//! Tests that lists of phrases are kept by codes of languages, so that no list is lost under a misspelt one.

use std::path::{Path, PathBuf};

#[path = "../src/build/code.rs"]
mod code;

use code::Code;

fn yaml_below(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder can be read").flatten().map(|entry| entry.path());
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = entries.partition(|path| path.is_dir());
    let own = files.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    own.chain(folders.iter().flat_map(|folder| yaml_below(folder))).collect()
}

#[test]
fn only_codes_of_languages_are_taken() {
    for code in ["en", "no", "zh", "any"] {
        assert_eq!(Code::try_from(code.to_owned()), Ok(Code(code.to_owned())));
    }
    for other in ["False", "false", "xx", "EN", ""] {
        assert!(Code::try_from(other.to_owned()).is_err(), "{other}");
    }
}

#[test]
fn no_code_is_a_word_of_logic() {
    for path in yaml_below(Path::new("rules")) {
        let text = std::fs::read_to_string(&path).expect("the file can be read");
        let is_logic =
            |line: &&str| ["no:", "No:", "False:", "false:", "off:"].iter().any(|key| line.trim().starts_with(key));
        assert_eq!(text.lines().find(is_logic), None, "{}", path.display());
    }
}
