//! Check kinds on suppressing itself: comments and entries of the configuration that do nothing, or no longer what they
//! say, and entries of the baseline for what is gone.

use jiff::civil::Date;

use super::Hit;
use crate::rule::message;

/// What is wrong with a suppression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lapse {
    /// It suppresses nothing.
    Unused,
    /// Its day has passed, or it has none that counts.
    Expired,
    /// It gives no reason.
    Unreasoned,
    /// What it says means nothing.
    Unknown,
}

/// In what a suppression is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A comment in a document.
    Comment,
    /// An entry of `allow`.
    Allow,
    /// An entry of `per-path`.
    PerPath,
}

/// Why a suppression does not count any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expiry<'a> {
    /// This was its last day.
    Passed(Date),
    /// It ends on what is no day.
    Malformed(&'a str),
    /// It ends later than so many days ahead, which this day is the last of.
    TooFar(u32, Date),
    /// It has no end, and so many days are the most.
    Endless(u32, Date),
}

/// Why what a suppression says means nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Puzzle<'a> {
    /// There is no such rule; perhaps this one is meant.
    Rule(&'a str, Option<&'a str>),
    /// The rule is one on suppressing itself.
    Fixed(&'a str),
    /// A comment asks for nothing that is known; perhaps this is meant.
    Verb(&'a str, Option<&'a str>),
    /// A comment asks for nothing at all.
    Silent,
    /// A word that is neither a rule nor a day.
    Word(&'a str),
    /// A second day on which it is to end.
    Again(&'a str),
    /// The end of what was never begun.
    End,
    /// The start of what is never ended.
    Start,
}

fn hit(values: message::Values) -> Hit {
    Hit { values, ..Hit::default() }
}

/// A suppression of these rules, or of all if there are none, hides nothing; with `others` it hides something else.
#[must_use]
pub fn unused(form: Form, rules: &[&str], others: bool) -> Hit {
    let mut values = Vec::new();
    let named = || message::one_of(rules, "and");
    match (form, rules.len()) {
        (Form::Allow, _) => values.push(("allow", String::new())),
        (Form::PerPath, 0 | 1) => values.push(("paths", named())),
        (Form::PerPath, _) => values.push(("several-paths", named())),
        (Form::Comment, 0) => values.push(("all", String::new())),
        (Form::Comment, 1) => values.push(("rules", named())),
        (Form::Comment, _) => values.push(("several-rules", named())),
    }
    if others {
        values.push(("part", message::one_of(rules, "and")));
    } else {
        values.push(("whole", String::new()));
    }
    hit(values)
}

/// A suppression no longer counts.
#[must_use]
pub fn expired(expiry: Expiry<'_>) -> Hit {
    hit(match expiry {
        Expiry::Passed(day) => vec![("day", day.to_string()), ("over", String::new())],
        Expiry::Malformed(written) => vec![("written", written.to_owned()), ("malformed", String::new())],
        Expiry::TooFar(days, latest) => vec![("far", days.to_string()), ("latest", latest.to_string())],
        Expiry::Endless(days, latest) => vec![("endless", days.to_string()), ("latest", latest.to_string())],
    })
}

/// A suppression gives no reason.
#[must_use]
pub fn unreasoned(form: Form) -> Hit {
    let form = match form {
        Form::Comment => "comment",
        Form::Allow | Form::PerPath => "entry",
    };
    hit(vec![(form, String::new())])
}

/// An entry of the baseline knows of what is gone: a rule, and the citation and the path that it names.
#[must_use]
pub fn stale(rule: &str, named: &[&str]) -> Hit {
    let mut values = vec![("rule", rule.to_owned())];
    if !named.is_empty() {
        values.push(("named", named.join(", ")));
    }
    hit(values)
}

/// What a suppression says means nothing.
#[must_use]
pub fn unknown(puzzle: Puzzle<'_>) -> Hit {
    let (kind, value, meant) = match puzzle {
        Puzzle::Rule(rule, meant) => ("no-rule", Some(("rule", rule)), meant),
        Puzzle::Fixed(rule) => ("no-choice", Some(("fixed", rule)), None),
        Puzzle::Verb(verb, meant) => ("no-verb", Some(("verb", verb)), meant),
        Puzzle::Silent => ("no-verb", Some(("silent", "")), None),
        Puzzle::Word(word) => ("no-word", Some(("word", word)), None),
        Puzzle::Again(until) => ("again", Some(("until", until)), None),
        Puzzle::End => ("end", None, None),
        Puzzle::Start => ("start", None, None),
    };
    let values = std::iter::once((kind, "")).chain(value).chain(meant.map(|meant| ("meant", meant)));
    hit(values.map(|(name, value)| (name, value.to_owned())).collect())
}
