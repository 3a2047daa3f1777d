//! Reads a rule file at run time.

use super::compile::compile;
use super::kind::{Kind, Own};
use super::written;
use crate::finding::Severity;
use crate::rule::message::holes;
use crate::rule::model::{Check, Example, Message, Rule};
use crate::rule::set::rules;
use crate::rule::shape::{self, Level, Written};
use crate::source::SourceFile;
use crate::yaml::{At, Fault, decode, nearest, parse};

/// A rule with the place of its id.
#[derive(Clone, Copy, Debug)]
pub struct Loaded {
    /// The rule, which lives as long as the program.
    pub rule: &'static Rule,
    /// Number of the file and place of the id.
    pub id: crate::yaml::Mark,
    /// Memory that its expressions take, in bytes.
    pub size: usize,
}

/// Reads a rule from the text of a file, which places know by `number`.
///
/// # Errors
/// Every mistake in it.
pub fn load(source: &SourceFile, number: u32) -> Result<Loaded, Vec<Fault>> {
    let node = parse(&source.text).map_err(|fault| vec![fault])?;
    let written: Written<At<String>, written::Check> = decode(&node, number)?;
    let mut faults = Vec::new();
    faults.extend(check_id(&written.id));
    faults.extend(written.references.iter().filter_map(check_address));
    if let Some(why) = written.examples.as_ref().and_then(shape::Examples::fault) {
        let at = node.get("examples").map_or_else(|| node.head(), crate::yaml::Node::head);
        faults.push(Fault::new(
            at,
            why,
            "Examples show what the rule finds and what it leaves alone; sms-lint test runs them.",
        ));
    }
    let mut wrong = Vec::new();
    let Written {
        id, summary, severity, since, clauses, rationale, remedy, references, check, message, examples, ..
    } = written;
    let kind = compile(check, source, &mut wrong);
    faults.extend(wrong);
    if let Some((kind, _)) = &kind {
        let all = message.text.iter().chain(&message.label).chain(&message.help);
        faults.extend(all.filter_map(|wording| check_holes(wording, kind)));
    }
    let Some((kind, size)) = kind.filter(|_| faults.is_empty()) else {
        faults.sort_by_key(|fault| fault.span);
        return Err(faults);
    };
    let mark = id.mark;
    let optional = |one: Option<At<String>>| kept(one.map(|one| one.value).unwrap_or_default().trim());
    let (good, bad) = examples.map_or((&[][..], &[][..]), |all| (kept_examples(all.good), kept_examples(all.bad)));
    let rule = Rule {
        id: kept(&id.value),
        summary: kept(&summary.value),
        severity: severity_of(severity),
        lowered: &[],
        since: optional(since),
        clauses: kept_texts(clauses),
        rationale: optional(rationale),
        remedy: optional(remedy),
        references: kept_texts(references),
        check: Check::Own(Own(Box::leak(Box::new(kind)))),
        message: Message {
            text: kept_texts(message.text),
            label: kept_texts(message.label),
            help: kept_texts(message.help),
        },
        good,
        bad,
    };
    Ok(Loaded { rule: Box::leak(Box::new(rule)), id: mark, size })
}

fn check_id(id: &At<String>) -> Option<Fault> {
    let is_word =
        |word: &str| !word.is_empty() && word.chars().all(|one| one.is_ascii_lowercase() || one.is_ascii_digit());
    if !id.split('-').all(is_word) || !id.contains('-') {
        let help = "Name the fault in two or more words of small letters with hyphens between, such as retired-policy.";
        return Some(Fault::new(id.mark.span, format!("{:?} is no id for a rule", id.value), help));
    }
    let is_taken = rules().iter().any(|rule| rule.id == id.value);
    let words = || format!("there is a built-in rule {}", id.value);
    is_taken.then(|| Fault::new(id.mark.span, words(), "Give yours another id: reports and comments know rules by it."))
}

/// A reference that is no address: reports lead to it with a click.
fn check_address(reference: &At<String>) -> Option<Fault> {
    let rest = ["https://", "http://"].iter().find_map(|scheme| reference.strip_prefix(scheme));
    let is_of_addresses = |sign: char| sign.is_ascii_graphic() && !"\"<>[\\]^`{|}".contains(sign);
    if rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(is_of_addresses)) {
        return None;
    }
    let words = format!("{:?} is no address", reference.value);
    let help = "Write where the page is that says more, such as https://example.org/policies; blanks and other letters as %20.";
    Some(Fault::new(reference.mark.span, words, help))
}

/// A hole that the kind does not fill.
fn check_holes(wording: &At<String>, kind: &Kind) -> Option<Fault> {
    let known = kind.holes();
    let unknown = holes(wording).find(|hole| !known.contains(hole))?;
    let meant =
        nearest(unknown, known.iter().copied()).map(|one| format!("Did you mean {{{one}}}? ")).unwrap_or_default();
    let help = format!("{meant}The holes that are filled are {}.", known.join(", "));
    Some(Fault::new(wording.mark.span, format!("nothing fills the hole {{{unknown}}}"), help))
}

fn severity_of(level: Level) -> Severity {
    match level {
        Level::Advice => Severity::Advice,
        Level::Warning => Severity::Warning,
        Level::Error => Severity::Error,
    }
}

/// The text for as long as the program runs: a rule is read once.
fn kept(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

fn kept_texts(all: Vec<At<String>>) -> &'static [&'static str] {
    kept_list(all.iter().map(|one| kept(&one.value)).collect())
}

fn kept_list<T>(all: Vec<T>) -> &'static [T] {
    Box::leak(all.into_boxed_slice())
}

fn kept_examples(all: Vec<shape::Example>) -> &'static [Example] {
    let texts = |all: &[String]| kept_list(all.iter().map(|one| kept(one)).collect::<Vec<&'static str>>());
    let example = |one: shape::Example| Example {
        name: kept(&one.name),
        files: kept_list(one.files.iter().map(|(path, text)| (kept(path), kept(text))).collect()),
        finds: kept_list(one.finds.iter().map(|(path, found)| (kept(path), texts(found))).collect()),
    };
    kept_list(all.into_iter().map(example).collect())
}
