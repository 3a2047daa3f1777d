//! Reads the rules of one's own that a configuration names.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::load::{Config, OUTSIDE, mistake, read, real};
use crate::error::{Error, Mistake};
use crate::rule::Rule;
use crate::rule::own::{BUDGET, Loaded, load, too_large};
use crate::source::SourceFile;
use crate::yaml::{At, Fault};

/// The rule files of a folder and of those in it, sorted by path, or the file itself.
///
/// # Errors
/// Why there are none.
pub fn rule_files(path: &Path) -> Result<Vec<PathBuf>, String> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    std::fs::read_dir(path).map_err(|_| "there is no such file or folder".to_owned())?;
    let entries = WalkBuilder::new(path).standard_filters(false).build();
    let entries: Result<Vec<_>, _> = entries.collect();
    let entries = entries.map_err(|error| error.to_string())?;
    let mut files: Vec<PathBuf> = entries.into_iter().map(ignore::DirEntry::into_path).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "yaml" || ending == "yml") && !file.is_dir());
    files.sort();
    if files.is_empty() { Err("the folder holds no file of YAML".into()) } else { Ok(files) }
}

/// Reads rule files.
///
/// # Errors
/// Every mistake in them; `Error::Path` if one cannot be read.
pub fn read_rules(files: &[PathBuf], shown: &dyn Fn(&Path) -> String) -> Result<Vec<&'static Rule>, Error> {
    let mut rules: Vec<&'static Rule> = Vec::new();
    let mut mistakes: Vec<Mistake> = Vec::new();
    let mut sum = 0;
    for file in files {
        let text = read(file)?;
        let source = SourceFile::from_text(&shown(file), text.strip_prefix('\u{feff}').unwrap_or(&text));
        match load(&source, 0) {
            Ok(Loaded { rule, id, size }) => {
                sum += size;
                if sum > BUDGET {
                    mistakes.push(mistake(&source, too_large(id.span)));
                    break;
                }
                if rules.iter().any(|other| other.id == rule.id) {
                    let help = "Give one of them another id: reports and comments know rules by it.";
                    let fault = Fault::new(id.span, format!("another rule of yours is called {}", rule.id), help);
                    mistakes.push(mistake(&source, fault));
                }
                rules.push(rule);
            }
            Err(faults) => mistakes.extend(faults.into_iter().map(|fault| mistake(&source, fault))),
        }
    }
    if mistakes.is_empty() { Ok(rules) } else { Err(Error::Mistakes(mistakes)) }
}

impl Config {
    /// Reads the rules that the configuration names.
    ///
    /// # Errors
    /// Every mistake in them, and in the paths that name them.
    pub fn take_rules(&mut self, shown: &dyn Fn(&Path) -> String) -> Result<(), Error> {
        let (mut mistakes, mut seen) = (Vec::new(), HashSet::new());
        let named: Vec<At<String>> = self.keys.rules.0.clone();
        for path in named {
            let place = self.path_at(path.mark, &path.value);
            // Of what lies outside nobody is told whether it is there.
            let found = if self.reaches(&place) { rule_files(&place) } else { Err(OUTSIDE.into()) };
            match found
                .and_then(|all| if all.iter().all(|one| self.reaches(one)) { Ok(all) } else { Err(OUTSIDE.into()) })
            {
                Ok(files) => {
                    // A folder may be named by a configuration and by the one that it extends.
                    self.rule_files.extend(files.into_iter().filter(|file| seen.insert(real(file))));
                }
                Err(why) => {
                    let help = "The paths of rules count from the file in which they stand.";
                    mistakes.push(self.mistake(
                        path.mark,
                        format!("no rule can be read from {:?}: {why}", path.value),
                        help,
                    ));
                }
            }
        }
        if !mistakes.is_empty() {
            return Err(Error::Mistakes(mistakes));
        }
        self.own = read_rules(&self.rule_files, shown)?;
        Ok(())
    }
}
