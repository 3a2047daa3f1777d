//! `sms-lint config show|schema|path`.

use std::fmt::Write as _;
use std::io::Write;
use std::path::Path;

use super::{Outcome, print, print_for_people, setup, tell};
use crate::cli::{Configuration, Shown};
use crate::config::{Config, schema};
use crate::error::{Error, NOT_THERE};
use crate::report::scrub::{one_line, visible};
use crate::walk::shown;
use crate::yaml;

/// Shows the configuration of a path.
///
/// # Errors
/// Every mistake in it; `Error::Path` if it cannot be read.
pub fn run(arguments: &Configuration, out: &mut dyn Write) -> Result<Outcome, Error> {
    if arguments.what == Shown::Schema {
        return print(out, &schema());
    }
    let path = std::slice::from_ref(&arguments.path);
    if !arguments.path.exists() {
        return Err(Error::unreadable(&arguments.path, NOT_THERE));
    }
    let config = setup::configuration(path, arguments.config.as_deref())?;
    if config.path().is_none() {
        tell(format_args!("sms-lint: no configuration counts for {}", shown(&arguments.path)));
        return Ok(Outcome::Clean);
    }
    let files = config.files.iter().map(|(file, _)| one_line(&shown(file)).into_owned());
    match arguments.what {
        Shown::Path => print_for_people(out, &files.map(|file| file + "\n").collect::<String>()),
        Shown::Show | Shown::Schema => print_for_people(out, &keys(&config, files.collect())?),
    }
}

/// What the configuration says, as one that would say the same.
fn keys(config: &Config, files: Vec<String>) -> Result<String, Error> {
    let mut text = String::new();
    for (at, file) in files.iter().enumerate() {
        let _ = writeln!(text, "# {} {file}", if at == 0 { "from" } else { "and, extended by it," });
    }
    let mut keys = config.keys.clone();
    keys.extends = None;
    // What another file names counts from there.
    let from = config.files.first().and_then(|(file, _)| file.parent()).map(Path::to_owned).unwrap_or_default();
    let paths = keys.baseline.iter_mut().chain(&mut keys.rules.0).filter(|path| path.mark.file != 0);
    for path in paths {
        let file = config.path_at(path.mark, &path.value);
        let way = pathdiff::diff_paths(&file, &from).unwrap_or(file);
        path.value = way.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    }
    let written = yaml::write(&keys).map_err(|why| Error::Write(std::io::Error::other(why)))?;
    Ok(visible(&(text + written.trim_end() + "\n")).into_owned())
}
