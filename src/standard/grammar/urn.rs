//! Uniform resource names of standards, as RFC 5141 has them: `urn:iso:std:iso-iec:tr:20000:-7:ed-1:en`.
//!
//! In a document such a name is an address and cites nothing; here it is read where it is asked for.

use std::str::Split;

use super::cursor::plausible_year;
use super::model::{Reference, Stage, Written};
use super::words::{self, Middle};
use crate::standard::model::Series;

/// The designation that a name stands for; nothing if the text is no such name.
///
/// The number of an edition says no year and is passed over, as in a designation, and so is the place in the text of
/// the document.
#[must_use]
pub fn read(text: &str) -> Option<Reference> {
    let lower = text.to_ascii_lowercase();
    // Addresses of ISO's own site leave the first word out.
    let name = lower.strip_prefix("urn:").unwrap_or(&lower).strip_prefix("iso:std:")?;
    let mut pieces = Pieces { rest: name.split(':'), next: None };
    let mut found = Reference::plain(0..text.len(), originators(pieces.take()?)?, 0);
    if let Some(kind) = pieces.take_if(|piece| piece.bytes().all(|byte| byte.is_ascii_alphabetic())) {
        take_type(&mut found, kind)?;
    }
    let number = pieces.take().filter(|piece| piece.len() <= 5 && is_number(piece) && !piece.starts_with('0'))?;
    found.number = number.parse().ok()?;
    if let Some(part) = pieces.take_if(|piece| piece.starts_with('-')) {
        found.part = part[1..].to_ascii_uppercase();
        let is_part = |piece: &str| !piece.is_empty() && piece.bytes().all(|byte| byte.is_ascii_alphanumeric());
        found.part.split('-').all(is_part).then_some(())?;
    }
    if let Some(stage) = version(&mut pieces, &mut found.languages)? {
        found.stage = Some(Stage { name: stage, iteration: String::new() });
    }
    while let Some(kind) = pieces.take_if(|piece| supplement_kind(piece).is_some()) {
        let written = supplement(kind, &mut found, &mut pieces)?;
        found.supplements.push(written);
    }
    found.all_parts = pieces.take_if(|piece| piece == "ser").is_some();
    // What follows is a place in the text: `:sec:8.7.3`.
    if pieces.take_if(|piece| ELEMENTS.contains(&piece)).is_some() {
        pieces.take().filter(|place| !place.is_empty())?;
    }
    pieces.take().is_none().then_some(found)
}

/// Kinds of places in the text of a document.
const ELEMENTS: &[&str] = &["clause", "sec", "figure", "fig", "table", "tab", "term"];

/// The pieces between the colons, with a look at the next one.
struct Pieces<'a> {
    rest: Split<'a, char>,
    next: Option<&'a str>,
}

impl<'a> Pieces<'a> {
    fn take(&mut self) -> Option<&'a str> {
        self.next.take().or_else(|| self.rest.next())
    }

    fn take_if(&mut self, wanted: impl Fn(&str) -> bool) -> Option<&'a str> {
        let piece = self.take()?;
        if wanted(piece) {
            return Some(piece);
        }
        self.next = Some(piece);
        None
    }
}

fn is_number(piece: &str) -> bool {
    !piece.is_empty() && piece.bytes().all(|byte| byte.is_ascii_digit())
}

/// `iso-iec`.
fn originators(piece: &str) -> Option<String> {
    let names: Option<Vec<&str>> = piece.split('-').map(|name| words::publisher(name)?.first().copied()).collect();
    names.filter(|names| names.contains(&"ISO") || names.contains(&"IEC")).map(|names| names.join("/"))
}

/// `tr`, `guide`, `iwa`.
fn take_type(found: &mut Reference, piece: &str) -> Option<()> {
    match words::middle(piece)? {
        Middle::Kind(kind) => found.kind = Some(kind),
        Middle::Guide(None) => found.series = Series::Guide,
        Middle::Workshop => {
            found.series = Series::Workshop;
            found.publishers = "IWA".into();
        }
        Middle::Guide(Some(_)) | Middle::Stage(_) | Middle::Draft(..) | Middle::Filler | Middle::Committee => {
            return None;
        }
    }
    Some(())
}

/// Reads `:stage-50.20`, `:ed-2`, `:v1` and languages in their order, and gives the stage if it is that of a draft;
/// nothing if a stage is none.
fn version(pieces: &mut Pieces<'_>, languages: &mut String) -> Option<Option<&'static str>> {
    let mut draft = None;
    let numbered = |piece: &str, mark: &str| piece.strip_prefix(mark).is_some_and(is_number);
    // Some names have the edition first.
    let early = pieces.take_if(|piece| numbered(piece, "ed-")).is_some();
    if let Some(piece) = pieces.take_if(|piece| piece.starts_with("stage-")) {
        draft = stage(&piece["stage-".len()..])?;
    }
    if !early {
        pieces.take_if(|piece| numbered(piece, "ed-"));
    }
    pieces.take_if(|piece| numbered(piece, "v"));
    language(pieces, languages);
    Some(draft)
}

/// `:en`, `:en,fr`.
fn language(pieces: &mut Pieces<'_>, languages: &mut String) {
    let is_language = |word: &str| word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    if let Some(piece) = pieces.take_if(|piece| piece.split(',').all(is_language)) {
        piece.clone_into(languages);
    }
}

/// What a code of the stages of a project says of a draft: nothing inside for one that is published or withdrawn,
/// nothing at all if it is no code.
fn stage(code: &str) -> Option<Option<&'static str>> {
    if code == "draft" {
        return Some(Some("draft"));
    }
    let (stage, step) = code.split_once('.')?;
    if !(is_number(stage) && is_number(step) && step.len() == 2) {
        return None;
    }
    match (stage, step) {
        ("00", _) => Some(Some("PWI")),
        ("10", _) => Some(Some("NP")),
        ("20", "00") => Some(Some("AWI")),
        ("20", _) => Some(Some("WD")),
        ("30", _) => Some(Some("CD")),
        ("40", _) => Some(Some("DIS")),
        ("50", _) => Some(Some("FDIS")),
        ("60", "00") => Some(Some("PRF")),
        ("60" | "90" | "95", _) => Some(None),
        _ => None,
    }
}

fn supplement_kind(piece: &str) -> Option<&'static str> {
    Some(match piece {
        "amd" => "Amd",
        "cor" => "Cor",
        "add" => "Add",
        "sup" | "suppl" => "Suppl",
        _ => return None,
    })
}

/// `:amd:1:v1` or, with the year first, `:amd:2020:v1`. A stage before it is that of its draft.
fn supplement(kind: &str, found: &mut Reference, pieces: &mut Pieces<'_>) -> Option<Written> {
    let mut kind = supplement_kind(kind)?.to_owned();
    if let Some(stage) = found.stage.take() {
        kind = format!("{} {kind}", stage.name);
    }
    let first = pieces.take().filter(|piece| is_number(piece))?;
    let version = |piece: &str| piece.strip_prefix('v').is_some_and(is_number);
    let second = pieces.take_if(version).map(|piece| &piece[1..]);
    let year = plausible_year(first);
    let number = if year.is_some() { second.unwrap_or_default() } else { first };
    language(pieces, &mut found.languages);
    Some(Written { kind, number: number.to_owned(), year, beside: false })
}
