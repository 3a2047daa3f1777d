//! Mistakes of the configuration and of own rules, drawn like findings.

use std::fmt;

use miette::{Diagnostic, LabeledSpan, SourceCode};

use super::drawing::Handler;
use super::human::{WIDTH, Window, wrapped};
use super::scrub::one_line;
use crate::error::Mistake;

/// Draws mistakes one below the other, each with an empty line behind it.
#[must_use]
pub fn drawn(mistakes: &[Mistake]) -> String {
    let handler = Handler::new(false);
    let mut out = String::new();
    for mistake in mistakes {
        let shown = Shown { mistake, window: Window::of_mistake(mistake) };
        if handler.render(&shown, &mut out).is_err() {
            out += &format!("{}:{}:{}: {}\n", mistake.path, mistake.line, mistake.column, mistake.message);
        }
        out.push('\n');
    }
    out
}

#[derive(Debug)]
struct Shown<'a> {
    mistake: &'a Mistake,
    window: Window,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&wrapped(&one_line(&self.mistake.message), WIDTH - 6))
    }
}

impl std::error::Error for Shown<'_> {}

impl Diagnostic for Shown<'_> {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let help = wrapped(&one_line(&self.mistake.help), WIDTH - 10);
        (!help.is_empty()).then(|| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.window)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = Some(one_line(&self.mistake.label).into_owned()).filter(|words| !words.is_empty());
        let mut spans = self.window.spans().into_iter();
        let first = spans.next().map(|span| LabeledSpan::new_primary_with_span(label, span));
        Some(Box::new(first.into_iter().chain(spans.map(|span| LabeledSpan::new_with_span(None, span)))))
    }
}
