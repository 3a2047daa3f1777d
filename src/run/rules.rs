//! `sms-lint rules`, and `sms-lint rules new`.

use std::io::Write;
use std::path::Path;

use super::{Outcome, finish, for_people, print_for_people, setup};
use crate::cli::{NewRule, RuleCommand, RuleKind, Rules, RulesFormat};
use crate::error::{Error, unwritten};
use crate::page;
use crate::report::scrub::one_line;
use crate::rule::own::load;
use crate::rule::set;
use crate::source::SourceFile;
use crate::walk::shown;
use crate::yaml::Fault;

/// What stands in a new rule before its check, with `ID` in place of its id.
const HEAD: &str = include_str!("rules/head.yaml");

/// Lists the rules, or writes a new one.
///
/// # Errors
/// Every mistake in the configuration; `Error::NewRule` if there is such a file or the id is none.
pub fn run(arguments: &Rules, out: &mut dyn Write) -> Result<Outcome, Error> {
    match &arguments.command {
        None => {
            let own = setup::following(&arguments.following)?.own;
            let all = set::rules().iter().chain(own);
            match arguments.format {
                RulesFormat::Human => {
                    finish(for_people(out, |out| page::rules_human(all, out)))?;
                    Ok(Outcome::Clean)
                }
                RulesFormat::Markdown => print_for_people(out, &page::table(all)),
                RulesFormat::Json => {
                    finish(page::rules_json(all, out).and_then(|()| out.flush()))?;
                    Ok(Outcome::Clean)
                }
            }
        }
        Some(RuleCommand::New(new)) => write(new, out),
    }
}

/// What to do if a rule cannot be written.
const ELSEWHERE: &str = "name another rule, or with --to a folder that you may write to; nothing is overwritten";

fn write(new: &NewRule, out: &mut dyn Write) -> Result<Outcome, Error> {
    let refused = |reason: String, help: &'static str| Error::NewRule { id: new.id.clone(), reason, help };
    let text = text(&new.id, new.kind);
    let source = SourceFile::from_text("new", &text);
    let name = "name the fault in two or more small words with hyphens, such as retired-policy";
    load(&source, 0)
        .map_err(|faults| refused(faults.iter().map(Fault::to_string).collect::<Vec<_>>().join("; "), name))?;
    let path = new.to.join(format!("{}.yaml", new.id));
    create(&path, &text)
        .map_err(|error| refused(format!("{} cannot be written: {}", shown(&path), unwritten(&error)), ELSEWHERE))?;
    let name = shown(&path);
    let line = format!("{} is written; name it under rules in sms-lint.yaml, and run sms-lint test\n", one_line(&name));
    print_for_people(out, &line)
}

/// Writes a file that is not there yet.
pub(super) fn create(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}

/// A rule of a kind, with remarks.
#[must_use]
pub fn text(id: &str, kind: RuleKind) -> String {
    let body = match kind {
        RuleKind::Phrase => include_str!("rules/phrase.yaml"),
        RuleKind::Metadata => include_str!("rules/metadata.yaml"),
        RuleKind::Consistent => include_str!("rules/consistent.yaml"),
        RuleKind::Citation => include_str!("rules/citation.yaml"),
        RuleKind::Element => include_str!("rules/element.yaml"),
    };
    format!("{}{body}", HEAD.replace("ID", id))
}
