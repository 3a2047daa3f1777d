//! Tests that every cue of history decides its example: with it the citation is judged one way, without it the other.

use sms_lint::document::Format;
use sms_lint::lint::{Examined, Settings, examine};
use sms_lint::source::SourceFile;
use sms_lint::standard::context::{Cue, Scope, cues};

#[path = "common/settings.rs"]
mod settings;
use settings::settings;

/// The example judged with all cues, or with all but one.
fn judged(example: &str, without_cue: Option<usize>) -> Examined {
    let settings = Settings { without_cue, ..settings() };
    examine(&SourceFile::from_text("policy.md", example), Format::Markdown, settings)
}

/// How often an old standard is found at fault.
fn faults(examined: &Examined) -> usize {
    let old = |rule| rule == "withdrawn-standard" || rule == "superseded-edition";
    examined.findings.iter().filter(|one| old(one.rule)).count()
}

/// True if another language has the cue, or a part of its words, in the same scope. Every cue speaks in every document,
/// so that of two such cues neither decides alone.
fn has_twin(cue: &Cue) -> bool {
    let stem = |one: &Cue| one.parts().collect::<Vec<_>>().join(" ... ");
    let own = stem(cue);
    let twin = |other: &Cue| other.language != cue.language && other.scope == cue.scope && own.contains(&stem(other));
    cues().iter().any(twin)
}

/// Where cues stand that keep a citation from being history.
const OF_USE: &[Scope] = &[
    Scope::UseBefore,
    Scope::UseAfter,
    Scope::UseOf,
    Scope::Concession,
    Scope::Contrast,
    Scope::Pending,
    Scope::NotYet,
    Scope::Lasting,
];

/// What is wrong with a cue.
fn complaint(at: usize, cue: &Cue) -> Option<&'static str> {
    let (with, without) = (judged(cue.example(), None), judged(cue.example(), Some(at)));
    if OF_USE.contains(&cue.scope) {
        return match (faults(&with), faults(&without)) {
            (0, _) => Some("the example is history although the cue shows use"),
            (_, 1..) if !has_twin(cue) => Some("the example is no history without the cue either"),
            _ => None,
        };
    }
    // The tense of a verb and the day that a line begins with tell much without a cue.
    let by_cue = without
        .acknowledged
        .iter()
        .filter(|one| !one.because.contains(" past"))
        .filter(|one| !one.because.starts_with("its line begins"));
    match (faults(&with), with.acknowledged.len(), by_cue.count()) {
        (1.., ..) => Some("the example is found at fault although the cue makes it history"),
        (_, 0, _) => Some("the example holds no old citation"),
        (.., 1..) if !has_twin(cue) => Some("the example is history without the cue too"),
        _ => None,
    }
}

#[test]
fn every_cue_decides_its_example() {
    let failures: Vec<String> = cues()
        .iter()
        .enumerate()
        .filter_map(|(at, cue)| {
            let why = complaint(at, cue)?;
            let Cue { language, scope, .. } = cue;
            let (words, example) = (cue.words(), cue.example());
            Some(format!("{language}, {words:?}, {scope:?}: {why}\n    {}", example.trim().replace('\n', "\n    ")))
        })
        .collect();
    assert!(failures.is_empty(), "{} of {} cues fail:\n{}", failures.len(), cues().len(), failures.join("\n"));
}

#[test]
fn cues_of_a_language_are_told_apart() {
    for (at, cue) in cues().iter().enumerate() {
        let same =
            |other: &&Cue| (other.language, other.words(), other.scope) == (cue.language, cue.words(), cue.scope);
        assert_eq!(cues()[..at].iter().find(same).map(|one| one.words()), None, "{} has a cue twice", cue.language);
    }
}
