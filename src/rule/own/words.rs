//! Words to regular expressions, and what is wrong with an expression, at its place.

use regex::{Regex, RegexBuilder};

use crate::source::SourceFile;
use crate::yaml::{At, Fault, written};

/// An expression with the least of `SIZES` that it fits into, in bytes.
pub(super) struct Compiled {
    pub regex: Regex,
    pub size: usize,
}

/// Memory of compiled expressions, in bytes; none may take more than the last.
const SIZES: [usize; 5] = [4 << 10, 16 << 10, 64 << 10, 256 << 10, 1 << 20];

/// Whole words: blanks stand for any white space, letters for small ones and capitals unless `exact`.
pub(super) fn words(text: &At<String>, exact: bool) -> Result<Compiled, Fault> {
    let pieces: Vec<String> = text.split_whitespace().map(regex::escape).collect();
    if pieces.is_empty() {
        return Err(Fault::new(text.mark.span, "there are no words here", "Write the words to look for."));
    }
    let is_word = |one: Option<char>| one.is_some_and(|one| one.is_alphanumeric() || one == '_');
    let bound = |is: bool| if is { r"\b" } else { "" };
    let (first, last) = (text.trim().chars().next(), text.trim().chars().next_back());
    // Scripts without blanks have no bounds between words.
    let spaced = text.is_ascii() || !text.chars().any(|one| u32::from(one) >= 0x2E80);
    let (before, behind) = (bound(spaced && is_word(first)), bound(spaced && is_word(last)));
    build(&format!("{before}{}{behind}", pieces.join(r"\s+")), exact).map_err(|why| Fault::new(text.mark.span, why, ""))
}

/// A regular expression as it is written.
pub(super) fn pattern(text: &At<String>, exact: bool, source: &SourceFile) -> Result<Compiled, Fault> {
    if let Err(error) = regex_syntax::Parser::new().parse(text) {
        return Err(fault(text, &error, source));
    }
    let built = build(text, exact).map_err(|why| {
        Fault::new(text.mark.span, format!("this expression cannot be used: {why}"), "Write a shorter one.")
    })?;
    if built.regex.is_match("") {
        let help = "Every place in every text would be found. Ask for at least one character.";
        return Err(Fault::new(text.mark.span, "this expression fits nothing at all", help));
    }
    Ok(built)
}

fn build(text: &str, exact: bool) -> Result<Compiled, String> {
    let build = |size| RegexBuilder::new(text).case_insensitive(!exact).size_limit(size).build();
    let mut why = String::new();
    for size in SIZES {
        match build(size) {
            Ok(regex) => return Ok(Compiled { regex, size }),
            Err(error) => why = error.to_string(),
        }
    }
    Err(why)
}

/// The mistake at the very characters, as they are written in the file.
fn fault(text: &At<String>, error: &regex_syntax::Error, source: &SourceFile) -> Fault {
    let (inside, why) = match error {
        regex_syntax::Error::Parse(one) => (one.span(), one.kind().to_string()),
        regex_syntax::Error::Translate(one) => (one.span(), one.kind().to_string()),
        other => return Fault::new(text.mark.span, format!("this is no regular expression: {other}"), HELP),
    };
    let inside = inside.start.offset..inside.end.offset;
    let span = written(&source.text, text.mark.span, &text.value, &inside).unwrap_or(text.mark.span);
    Fault::new(span, format!("this is no regular expression: {why}"), HELP)
}

const HELP: &str = "Signs that stand for themselves need a backslash before them: \\. \\( \\[ \\+ \\*.";
