//! The report for people: diagnostics drawn by miette, then what was skipped or broken, then one line that sums up.

use std::collections::HashMap;
use std::fmt;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::Arc;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents,
    Severity as Level, SourceCode, SourceSpan, SpanContents,
};

use super::scrub::{one_line, visible};
use crate::finding::{Finding, Note, Severity, Skipped, Statement};
use crate::lint::{Report, Summary};
use crate::source::Position;
use crate::standard::catalogue;

/// Width of a diagnostic in columns, whatever the terminal, so that the same input gives the same bytes.
const WIDTH: usize = 100;

/// How many further places a folded diagnostic names.
const NAMED: usize = 8;

/// How the report looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// With colours and links for terminals.
    pub colour: bool,
    /// Without the closing lines.
    pub quiet: bool,
}

/// Writes the report.
///
/// # Errors
/// What writing to `out` gives.
pub fn write(report: &Report, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let theme = if look.colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    // Texts come wrapped: wrapping with the indents of miette costs as much as drawing the rest.
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(WIDTH)
        .with_links(look.colour)
        .with_context_lines(1)
        .with_wrap_lines(false);
    let mut text = String::new();
    let mut helps = Helps::default();
    for folded in fold(&report.findings) {
        text.clear();
        let shown = Shown { help: helps.of(&folded), window: Window::of(folded.finding), finding: folded.finding };
        handler.render_report(&mut text, &shown).map_err(io::Error::other)?;
        for line in text.lines() {
            out.write_all(line.trim_end_matches(' ').as_bytes())?;
            out.write_all(b"\n")?;
        }
        writeln!(out)?;
    }
    if !look.quiet {
        for Skipped { path, reason } in &report.skipped {
            writeln!(out, "skipped {}: {}", one_line(path), one_line(reason))?;
        }
        for Note { path, at, reason } in &report.notes {
            writeln!(out, "note {}:{}:{}: {}", one_line(path), at.line, at.column, one_line(reason))?;
        }
        writeln!(out, "{}", summary(&report.summary, report.as_of))?;
    }
    Ok(())
}

/// The closing line.
fn summary(summary: &Summary, as_of: jiff::civil::Date) -> String {
    let count = |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    let mut line = format!(
        "{} checked: {}, {}, {}",
        count(summary.documents, "document", "documents"),
        count(summary.errors, "error", "errors"),
        count(summary.warnings, "warning", "warnings"),
        count(summary.advice, "advice", "advice"),
    );
    if summary.acknowledged > 0 {
        line += &format!("; {} acknowledged as history", count(summary.acknowledged, "mention", "mentions"));
    }
    if summary.skipped > 0 {
        line += &format!("; {} skipped", summary.skipped);
    }
    line + &format!(". Judged as of {as_of} with the catalogue of {}.", catalogue::as_of())
}

/// Findings that say the same of the same document.
#[derive(Debug)]
struct Folded<'a> {
    /// The first.
    finding: &'a Finding,
    /// Where the others are.
    more: Vec<Position>,
}

/// Findings that say the same of the same document, together, in the order of their first places.
fn fold(findings: &[Finding]) -> Vec<Folded<'_>> {
    let mut folded: Vec<Folded<'_>> = Vec::new();
    let mut first_of_document = 0;
    for finding in findings {
        let same_document = |one: &Folded<'_>| one.finding.primary.place.path == finding.primary.place.path;
        if folded.last().is_some_and(|last| !same_document(last)) {
            first_of_document = folded.len();
        }
        let same = folded[first_of_document..].iter_mut().find(|one| {
            one.finding.rule == finding.rule
                && one.finding.said.message == finding.said.message
                && one.finding.severity == finding.severity
        });
        match same {
            Some(one) => one.more.push(finding.primary.place.start),
            None => folded.push(Folded { finding, more: Vec::new() }),
        }
    }
    folded
}

/// Help in lines, kept by statement: the same few editions are cited thousands of times in a large set.
#[derive(Debug, Default)]
struct Helps {
    made: HashMap<*const Statement, Rc<str>>,
}

impl Helps {
    fn of(&mut self, folded: &Folded<'_>) -> Rc<str> {
        let finding = folded.finding;
        if folded.more.is_empty() && finding.related.is_empty() {
            let key = Arc::as_ptr(&finding.said);
            return Rc::clone(self.made.entry(key).or_insert_with(|| in_lines(&finding.said.help)));
        }
        let mut help = finding.said.help.clone();
        if !folded.more.is_empty() {
            help += &format!(" And {} more in this document, at {}.", folded.more.len(), lines(&folded.more));
        }
        if !finding.related.is_empty() {
            help += &format!(" {}", related(finding));
        }
        in_lines(&help)
    }
}

fn in_lines(help: &str) -> Rc<str> {
    wrapped(&one_line(help), WIDTH - 10).into()
}

/// A diagnostic: a finding with the places of those that say the same in its help.
#[derive(Debug)]
struct Shown<'a> {
    finding: &'a Finding,
    help: Rc<str>,
    window: Window,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&wrapped(&one_line(&self.finding.said.message), WIDTH - 6))
    }
}

impl std::error::Error for Shown<'_> {}

impl Diagnostic for Shown<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.finding.rule))
    }

    fn severity(&self) -> Option<Level> {
        Some(match self.finding.severity {
            Severity::Advice => Level::Advice,
            Severity::Warning => Level::Warning,
            Severity::Error => Level::Error,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        (!self.help.is_empty()).then(|| Box::new(&*self.help) as Box<dyn fmt::Display>)
    }

    fn url<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.finding.said.url))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.window)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = one_line(&self.finding.said.label);
        let mut label = Some(label.into_owned());
        let mut spans = self.window.spans().into_iter();
        let first = spans.next().map(|span| LabeledSpan::new_primary_with_span(label.take(), span));
        Some(Box::new(first.into_iter().chain(spans.map(|span| LabeledSpan::new_with_span(None, span)))))
    }
}

/// The text in lines of at most `width` columns, parted at blanks.
fn wrapped(text: &str, width: usize) -> String {
    let options = textwrap::Options::new(width)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::fill(text, options)
}

/// "line 12:5", "lines 12:5, 30:1 and 4 others".
fn lines(places: &[Position]) -> String {
    let named: Vec<String> =
        places.iter().take(NAMED).map(|place| format!("{}:{}", place.line, place.column)).collect();
    let word = if places.len() == 1 { "line" } else { "lines" };
    match places.len() - named.len() {
        0 => format!("{word} {}", named.join(", ")),
        1 => format!("{word} {} and 1 other", named.join(", ")),
        others => format!("{word} {} and {others} others", named.join(", ")),
    }
}

/// Where else a finding of the whole set has its places.
fn related(finding: &Finding) -> String {
    let named: Vec<String> = finding
        .related
        .iter()
        .take(NAMED)
        .map(|one| format!("{}:{}:{}", one_line(&one.place.path), one.place.start.line, one.place.start.column))
        .collect();
    match finding.related.len() - named.len() {
        0 => format!("Also at {}.", named.join(", ")),
        others => format!("Also at {} and {others} more places.", named.join(", ")),
    }
}

/// The lines around a place, scrubbed, that answer miette without the rest of the file.
#[derive(Debug)]
struct Window {
    name: String,
    text: String,
    span: SourceSpan,
    /// Number of the first line, from 0.
    line: usize,
    /// Line and column of the place, from 0; columns count characters.
    at: (usize, usize),
}

impl Window {
    fn of(finding: &Finding) -> Self {
        let label = &finding.primary;
        let excerpt = &label.excerpt;
        let before = visible(&excerpt.text[..excerpt.span.start]);
        let marked = visible(&excerpt.text[excerpt.span.start..excerpt.span.end]);
        let behind = visible(&excerpt.text[excerpt.span.end..]);
        let start = label.place.start;
        Self {
            name: one_line(&label.place.path).into_owned(),
            span: (before.len(), marked.len()).into(),
            text: format!("{before}{marked}{behind}"),
            line: excerpt.line as usize - 1,
            at: (start.line as usize - 1, start.column as usize - 1),
        }
    }
}

impl Window {
    /// The span, line by line: a citation over a line end is underlined on both lines.
    fn spans(&self) -> Vec<SourceSpan> {
        let (start, end) = (self.span.offset(), self.span.offset() + self.span.len());
        let mut spans = Vec::new();
        let mut at = start;
        for line in self.text[start..end].split_inclusive('\n') {
            let words = line.trim_start_matches([' ', '\t', '>']);
            let words = if at == start { line } else { words };
            let from = at + line.len() - words.len();
            let length = words.trim_end().len();
            if length > 0 {
                spans.push((from, length).into());
            }
            at += line.len();
        }
        if spans.is_empty() { vec![self.span] } else { spans }
    }
}

impl SourceCode for Window {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let count = self.text.lines().count();
        // Without lines around it, the span is asked for its position.
        let (range, span, (line, column)) = if lines_before == 0 && lines_after == 0 {
            let end = span.offset() + span.len();
            (span.offset()..end.min(self.text.len()), *span, self.at)
        } else {
            (0..self.text.len(), (0, self.text.len()).into(), (self.line, 0))
        };
        let data = self.text.as_bytes().get(range).ok_or(MietteError::OutOfBounds)?;
        Ok(Box::new(MietteSpanContents::new_named(self.name.clone(), data, span, line, column, count)))
    }
}
