//! `sms-lint test`: the examples of rules are their tests.

use super::{Outcome, print_for_people, setup};
use crate::cli::Test;
use crate::config::{Config, read_rules, rule_files};
use crate::error::Error;
use crate::example;
use crate::finding::Finding;
use crate::lint::Settings;
use crate::rule::{Example, Rule, Selection, set};
use crate::walk::shown;
use std::io::Write;
use std::path::Path;

/// Runs the examples of the rules of a folder; without one those of the configuration, and of the built-in rules.
///
/// # Errors
/// Every mistake in the rules.
pub fn run(arguments: &Test, out: &mut dyn Write) -> Result<Outcome, Error> {
    let (config, own) = match &arguments.path {
        Some(path) => {
            let files = rule_files(path).map_err(|why| Error::unreadable(path, &why))?;
            (Config::none(), read_rules(&files, &shown)?)
        }
        None => {
            let config = setup::configuration(&[Path::new(".").to_owned()], None)?;
            let own = config.own.clone();
            (config, own)
        }
    };
    let written = config.keys.as_of.map(|day| day.value.0);
    let on = arguments.as_of.or(written).unwrap_or(example::DAY);
    let builtin = if arguments.path.is_none() { set::rules() } else { &[] };
    let mut text = String::new();
    let mut tally = Tally::default();
    for rule in own.iter().copied().chain(builtin) {
        let selection = Selection::new(own.clone(), &[], Vec::new()).unwrap_or(Selection::ALL);
        test(rule, Settings { selection, ..Settings::on(on) }, (&mut tally, &mut text));
    }
    let Tally { rules, examples, failed } = tally;
    let word = if rules == 1 { "rule" } else { "rules" };
    text += &format!("{rules} {word} tested as of {on}: {examples} examples, {failed} failed\n");
    print_for_people(out, &text)?;
    Ok(if failed > 0 { Outcome::Found } else { Outcome::Clean })
}

#[derive(Default)]
struct Tally {
    rules: usize,
    examples: usize,
    failed: usize,
}

fn test(rule: &'static Rule, settings: Settings, (tally, text): (&mut Tally, &mut String)) {
    tally.rules += 1;
    if rule.good.is_empty() && rule.bad.is_empty() {
        *text += &format!("{}: it has no examples, so nothing shows what it finds\n", rule.id);
    }
    for example in rule.good.iter().chain(rule.bad) {
        tally.examples += 1;
        let wrong = differences(example, &example::found(rule, example, settings));
        tally.failed += usize::from(!wrong.is_empty());
        for line in wrong {
            *text += &format!("{}, {:?}: {line}\n", rule.id, example.name);
        }
    }
}

/// Where an example finds something else than it promises.
fn differences(example: &Example, findings: &[Finding]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, _) in example.files {
        let promised = example.finds.iter().find(|(of, _)| of == path).map_or(&[][..], |(_, texts)| *texts);
        let here = findings.iter().filter(|one| *one.primary.place.path == **path);
        let found: Vec<&str> = here.map(|one| one.primary.text.as_str()).collect();
        if found != promised {
            wrong.push(format!("in {path} it should find {promised:?} and finds {found:?}"));
        }
    }
    let is_there = |path: &str| example.files.iter().any(|(known, _)| *known == path);
    let missing = example.finds.iter().filter(|(path, _)| !is_there(path));
    wrong.extend(missing.map(|(path, _)| format!("it names {path}, which is none of its files")));
    wrong
}
