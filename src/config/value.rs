//! Values of the configuration that a text stands for.

use std::borrow::Cow;

use clap::ValueEnum;
use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserializer, Error};
use serde::{Deserialize, Serialize, Serializer};

use crate::document::Format;
use crate::document::format::FORMATS;
use crate::yaml::{At, Many, Text, nearest};

/// From which severity on a run fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum FailOn {
    /// Errors only
    Error,
    /// Warnings and errors
    Warning,
    /// Everything
    Advice,
    /// Nothing
    Never,
}

/// What the documents belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    /// Find out
    Auto,
    /// A service management system
    Sms,
    /// Something else
    None,
}

/// Reads a text, which a number or a truth value is not.
pub(super) fn text<'de, D: Deserializer<'de>>(from: D) -> Result<At<String>, D::Error> {
    At::<Text>::deserialize(from).map(plain)
}

/// The same where it may be left out.
pub(super) fn optional_text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<At<String>>, D::Error> {
    Ok(Option::<At<Text>>::deserialize(from)?.map(plain))
}

/// The same, once or many times.
pub(super) fn texts<'de, D: Deserializer<'de>>(from: D) -> Result<Many<At<String>>, D::Error> {
    Ok(Many(Many::<At<Text>>::deserialize(from)?.0.into_iter().map(plain).collect()))
}

/// Reads a path, which may be left out but not be empty.
pub(super) fn optional_path<'de, D: Deserializer<'de>>(from: D) -> Result<Option<At<String>>, D::Error> {
    optional_text(from).and_then(|found| if found.as_ref().is_some_and(names_nothing) { nameless() } else { Ok(found) })
}

/// Reads one path or many, of which none may be empty.
pub(super) fn paths<'de, D: Deserializer<'de>>(from: D) -> Result<Many<At<String>>, D::Error> {
    texts(from).and_then(|found| if found.iter().any(names_nothing) { nameless() } else { Ok(found) })
}

fn names_nothing(path: &At<String>) -> bool {
    path.value.trim().is_empty()
}

fn nameless<T, E: Error>() -> Result<T, E> {
    Err(E::custom("a path is expected here, and this one is empty\nName a file from here, or leave the key out."))
}

fn plain(At { value: Text(value), mark }: At<Text>) -> At<String> {
    At { value, mark }
}

/// A rule by id or clause, which may look like a number: `8.7`.
pub struct Selector;

impl JsonSchema for Selector {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Selector".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "number"] })
    }
}

/// A day, written as `2027-01-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let is_whole = text.len() == "2027-01-31".len();
        let wrong = || D::Error::custom(format!("{text:?} is no day\nWrite it as YYYY-MM-DD, such as 2027-01-31."));
        text.parse().ok().filter(|_| is_whole).map(Self).ok_or_else(wrong)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

impl JsonSchema for Day {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date" })
    }
}

/// A format of documents, by its name in small letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormatName(pub Format);

/// The name of a format in configurations: `plain-text`.
fn name(format: &str) -> String {
    format.to_lowercase().replace(' ', "-")
}

impl<'de> Deserialize<'de> for FormatName {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        if let Some(row) = FORMATS.iter().find(|row| name(row.name) == text || row.endings.contains(&text.as_str())) {
            return Ok(Self(row.format));
        }
        let names: Vec<String> = FORMATS.iter().map(|row| name(row.name)).collect();
        let meant = nearest(&text, names.iter().map(String::as_str));
        let meant = meant.map(|one| format!("Did you mean {one}? ")).unwrap_or_default();
        let words = format!("there is no format {text:?}\n{meant}The formats are {}.", names.join(", "));
        Err(D::Error::custom(words))
    }
}

impl Serialize for FormatName {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&name(self.0.row().name))
    }
}

impl JsonSchema for FormatName {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "FormatName".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        // Which formats there are depends on how the program was built.
        json_schema!({ "type": "string", "description": "A name such as markdown, or an ending such as md" })
    }
}
