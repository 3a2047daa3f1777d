//! What the catalogue knows of a standard, as a page for people or as one JSON object.

use std::fmt::Write;

use jiff::civil::Date;
use serde::Serialize;

use super::entry::{Adopted, Entry, Extra, Issue};
use super::hanging::hanging;
use crate::report::json::Catalogue;
use crate::report::scrub::one_line;
use crate::standard::catalogue;
use crate::standard::inquiry::Inquiry;
use crate::standard::status::NOT_YET;
use crate::standard::{Citation, Supplement, citation};

/// Width of the names of facts.
const NAMES: usize = 13;

#[derive(Serialize)]
struct Root {
    version: u8,
    as_of: String,
    catalogue: Catalogue,
    asked: Asked,
    standards: Vec<Entry>,
}

/// What is typed, as the inventory of citations would list it.
#[derive(Serialize)]
struct Asked {
    normal: String,
    /// The same as it is typed, so that an adoption keeps its own name.
    #[serde(skip)]
    typed: String,
    edition: Option<&'static str>,
    status: &'static str,
    /// True if it names an edition or a draft, so that it has a status of its own.
    #[serde(skip)]
    is_precise: bool,
    /// How it stands to the edition, if it is that by another name, such as that of an adoption.
    #[serde(skip)]
    adopts: Option<&'static str>,
    /// True if it names an amendment or a corrigendum of the edition that is not on record.
    #[serde(skip)]
    is_unrecorded: bool,
}

impl Asked {
    fn of(inquiry: &Inquiry) -> Self {
        let citation = &inquiry.citation;
        Self {
            normal: one_line(&citation.normal()).into_owned(),
            typed: one_line(&typed(citation)).into_owned(),
            edition: citation.edition.map(|edition| edition.designation),
            status: citation.status.name(),
            is_precise: citation.reference.year.is_some() || citation.reference.stage.is_some(),
            adopts: match &citation.adoption {
                Some(citation::Adopted { row: Some(row), .. }) if !row.confirmed => Some("is reported to adopt"),
                Some(_) => Some("is"),
                None => citation.reference.supplements.is_empty().then_some("is"),
            },
            is_unrecorded: is_unrecorded(citation),
        }
    }
}

/// What is typed, tidied: an adoption in the form of its body.
fn typed(citation: &Citation) -> String {
    let adopted = citation.adoption.as_ref().filter(|_| citation.reference.supplements.is_empty());
    adopted.map_or_else(|| citation.reference.to_string(), |one| one.designation.clone())
}

/// True if none of the supplements of the edition on record is named, though a supplement is.
fn is_unrecorded(citation: &Citation) -> bool {
    let named = citation.reference.to_string();
    let is_named = |one: &Supplement| {
        let undated = one.label.split(':').next().unwrap_or_default();
        named.contains(one.label) || named.ends_with(undated)
    };
    let edition =
        citation.edition.filter(|_| citation.adoption.is_none() && !citation.reference.supplements.is_empty());
    edition.is_some_and(|edition| !edition.supplements.iter().any(is_named))
}

/// The answer as one object, version 1: fields may be added, none change.
///
/// # Errors
/// What the serialiser gives, which for such texts and numbers is nothing.
pub fn json(inquiry: &Inquiry, on: Date) -> serde_json::Result<String> {
    let root = Root {
        version: 1,
        as_of: on.to_string(),
        catalogue: Catalogue::own(),
        asked: Asked::of(inquiry),
        standards: inquiry.standards.iter().map(|one| Entry::of(one, on)).collect(),
    };
    serde_json::to_string_pretty(&root).map(|text| text + "\n")
}

/// The answer for people: a page for one standard, a line for each of several.
#[must_use]
pub fn human(inquiry: &Inquiry, on: Date) -> String {
    let entries: Vec<Entry> = inquiry.standards.iter().map(|one| Entry::of(one, on)).collect();
    let mut out = match entries.as_slice() {
        [one] => page(one, &Asked::of(inquiry), on),
        several => list(several),
    };
    let _ = writeln!(out, "\nStatuses as of {on} with the catalogue of {}.", catalogue::as_of());
    out
}

/// One line for each part.
fn list(entries: &[Entry]) -> String {
    let lines = entries.iter().map(|one| [one.id, one.in_force.unwrap_or("-"), words(one.status), one.title]);
    let lines: Vec<[&str; 4]> = lines.collect();
    let widths: [usize; 3] =
        std::array::from_fn(|at| lines.iter().map(|line| line[at].chars().count()).max().unwrap_or_default());
    let [id, in_force, status] = widths;
    let mut out = String::new();
    for [a, b, c, title] in lines {
        let line = format!("{a:id$}  {c:status$}  {b:in_force$}  {title}");
        let _ = writeln!(out, "{}", line.trim_end());
    }
    let _ = writeln!(out, "\nAsk for one of them to see its editions, such as {:?}.", entries[0].id);
    out
}

fn page(entry: &Entry, asked: &Asked, on: Date) -> String {
    let mut out = format!("{}\n", entry.id);
    if !entry.title.is_empty() {
        line(&mut out, "", entry.title);
    }
    out.push('\n');
    if asked.is_precise {
        line(&mut out, "", &of_asked(asked));
    }
    line(&mut out, "", &standing(entry, on));
    match entry.requirements {
        Some(true) => line(&mut out, "", "It holds requirements that one can conform to."),
        Some(false) => line(&mut out, "", "It holds no requirements that one could conform to."),
        None => {}
    }
    for see in &entry.see {
        line(&mut out, "", &format!("See {} for {}.", see.standard, see.purpose));
    }
    if let Some(never) = &entry.never_published {
        if !never.instead.is_empty() {
            line(&mut out, "", &format!("Perhaps {} is meant.", never.instead.join(" or ")));
        }
        fact(&mut out, "reported", never.reported);
        fact(&mut out, "sources", Some(&never.sources.join("; ")));
    }
    section(&mut out, "Editions", &entry.editions, edition);
    section(&mut out, "Drafts", &entry.drafts, |out, draft| {
        line(out, "  ", &format!("{}: {}", draft.designation, words(draft.status)));
        fact(out, "sources", Some(&draft.sources.join("; ")));
    });
    section(&mut out, "Adoptions", &entry.adoptions, adoption);
    out
}

/// What was typed, if it names more than the standard.
fn of_asked(asked: &Asked) -> String {
    if let Some(edition) = asked.edition.filter(|_| asked.is_unrecorded) {
        let status = words(asked.status);
        return format!("{}: no such supplement is on record; {edition} itself is {status}.", asked.typed);
    }
    let adopted = asked.adopts.zip(asked.edition.filter(|edition| *edition != asked.typed));
    let adopts = adopted.map_or_else(String::new, |(is, edition)| format!(", which {is} {edition}"));
    format!("{}{adopts}: {}.", asked.typed, words(asked.status))
}

/// How the standard stands, in a sentence.
fn standing(entry: &Entry, on: Date) -> String {
    if let Some(never) = &entry.never_published {
        return format!("Never published: {}.", never.why);
    }
    let newest = entry.editions.last();
    match (entry.in_force, newest) {
        (Some(edition), _) => format!("In force on {on}: {edition}."),
        (None, Some(newest)) if entry.status == NOT_YET => {
            format!("Not yet published on {on}: {} appeared {}.", newest.designation, newest.published)
        }
        (None, Some(newest)) if !newest.now.is_empty() => {
            let names = newest.now.join(" and ");
            let end = match newest.successors.as_slice() {
                [] => format!("its subject is covered by {names}, without a formal succession"),
                _ => format!("its place was taken by {names}"),
            };
            format!("Withdrawn: no edition is in force on {on}; {end}.")
        }
        (None, _) => format!("Withdrawn: no edition is in force on {on}, and nothing replaces it."),
    }
}

fn section<T>(out: &mut String, title: &str, all: &[T], show: impl Fn(&mut String, &T)) {
    if !all.is_empty() {
        let _ = write!(out, "\n{title}\n");
        all.iter().for_each(|one| show(out, one));
    }
}

fn edition(out: &mut String, one: &Issue) {
    line(out, "  ", &format!("{}: {}", one.designation, words(one.status)));
    fact(out, "title", one.title);
    fact(out, "published", Some(one.published));
    let gone = !matches!(one.status, "in-force" | NOT_YET);
    let unknown = gone.then_some("the day is not on record");
    fact(out, "withdrawn", one.withdrawn.as_deref().or(unknown));
    fact(out, "reported", one.reported);
    let now = one.now.join(" and ");
    let then = |names: &[&str]| {
        let names = names.join(" and ");
        if now.is_empty() || names == now { names } else { format!("{names} (in force: {now})") }
    };
    match (one.successors.as_slice(), one.covered_by.as_slice()) {
        ([], []) => fact(out, "successor", gone.then_some("none")),
        ([], covered_by) => fact(out, "successor", Some(&format!("none; by subject {}", then(covered_by)))),
        (successors, _) => fact(out, "successor", Some(&then(successors))),
    }
    fact(out, "note", one.note);
    fact(out, "page", one.page.as_deref());
    fact(out, "sources", Some(&one.sources.join("; ")));
    one.supplements.iter().for_each(|one| supplement(out, one));
}

fn supplement(out: &mut String, one: &Extra) {
    let page = one.page.as_ref().map_or_else(String::new, |page| format!(", {page}"));
    let text = format!("{}, published {}, {}{page}", one.designation, one.published, words(one.status));
    fact(out, one.kind, Some(&text));
}

fn adoption(out: &mut String, one: &Adopted) {
    let adopts = if one.confirmed { "adopts" } else { "is reported to adopt" };
    let mut text = format!("{} ({}, {}) {adopts} {}", one.designation, one.region, one.year, one.adopts);
    if !one.includes.is_empty() {
        let _ = write!(text, " with {}", one.includes.join(" and "));
    }
    if let Some(next) = one.superseded_by {
        let _ = write!(text, "; superseded by {next}");
    }
    line(out, "  ", &text);
    fact(out, "sources", Some(&one.sources.join("; ")));
}

/// A fact with its name, if there is one.
fn fact(out: &mut String, name: &str, text: Option<&str>) {
    if let Some(text) = text {
        let first = format!("    {name:NAMES$}");
        let _ = writeln!(out, "{}", hanging(&first, &" ".repeat(first.len()), text));
    }
}

/// A text that goes on under itself, a little to the right.
fn line(out: &mut String, indent: &str, text: &str) {
    let _ = writeln!(out, "{}", hanging(indent, indent, text));
}

/// A status in words for people.
fn words(status: &str) -> &str {
    match status {
        "in-force" => "in force",
        "never-published" => "never published",
        "unknown-edition" => "no edition has this year",
        "in-development" => "in development",
        NOT_YET => "not yet published",
        other => other,
    }
}
