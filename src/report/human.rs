//! The report for people: diagnostics drawn by miette, then what was skipped or broken, then one line that sums up.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::Arc;

use miette::{
    Diagnostic, LabeledSpan, MietteError, MietteSpanContents, Severity as Level, SourceCode, SourceSpan, SpanContents,
};

use super::counted::{checked, counted};
use super::drawing::{Handler, Picture};
use super::scrub::{one_line, visible};
use super::statistics;
use crate::error::Mistake;
use crate::finding::{Finding, Label, Note, Related, Relation, Severity, Skipped, Statement};
use crate::lint::{Report, Summary};
use crate::rule::message;
use crate::source::Place;
use crate::standard::catalogue;

/// Width of a diagnostic in columns at most, and that of one that goes to no terminal, so that the same input gives the same
/// bytes.
pub const WIDTH: usize = 100;

/// Width of a diagnostic in columns at least: a line that is shorter than a word helps nobody.
const NARROW: usize = 40;

/// How many further places a folded diagnostic names.
const NAMED: usize = 8;

/// How the report looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// With colours and links for terminals.
    pub colour: bool,
    /// Without the closing lines.
    pub quiet: bool,
    /// With the count of findings of each rule.
    pub statistics: bool,
    /// Width in columns of what is shown.
    pub width: usize,
}

impl Look {
    /// How what is no terminal looks.
    #[must_use]
    pub fn plain() -> Self {
        Self { colour: false, quiet: false, statistics: false, width: WIDTH }
    }

    /// The width of lines on a terminal that is so wide.
    #[must_use]
    pub fn width_on(columns: u16) -> usize {
        usize::from(columns).clamp(NARROW, WIDTH)
    }
}

/// Writes the report.
///
/// # Errors
/// What writing to `out` gives.
pub fn write(report: &Report, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let handler = Handler::new(look.colour);
    let mut text = String::new();
    let mut words = Wrapped { width: look.width, ..Wrapped::default() };
    for folded in fold(&report.findings) {
        text.clear();
        let is_drawn = draw(&handler, &folded, &mut words, &mut text).map_err(io::Error::other)?;
        if !is_drawn {
            render(&handler, &folded, &mut words, &mut text).map_err(io::Error::other)?;
        }
        text.push('\n');
        out.write_all(text.as_bytes())?;
    }
    closing(report, look, out)
}

/// Draws what is found at one place in a line of a text; false if it is not as simple as that.
fn draw<'a>(
    handler: &Handler,
    folded: &Folded<'a>,
    words: &mut Wrapped<'a>,
    out: &mut String,
) -> Result<bool, fmt::Error> {
    let finding = folded.finding;
    let Label { place, excerpt, .. } = &*finding.primary;
    let binds = |one: &Related| one.relation == Relation::Binder;
    let Cow::Borrowed(text) = visible(&excerpt.text) else { return Ok(false) };
    if place.location.is_some() || finding.related.iter().any(binds) {
        return Ok(false);
    }
    let (message, help) = words.of(folded, false);
    let picture = Picture {
        code: finding.rule,
        url: &finding.said.url,
        severity: level(finding.severity),
        message: &message,
        help: &help,
        label: &one_line(&finding.said.label),
        name: &one_line(&place.path),
        at: (place.start.line, place.start.column),
        text,
        first: excerpt.line,
        span: excerpt.span.start..excerpt.span.end,
    };
    handler.draw(&picture, out)
}

/// Has miette draw a finding.
fn render<'a>(handler: &Handler, folded: &Folded<'a>, words: &mut Wrapped<'a>, out: &mut String) -> fmt::Result {
    let window = Window::of(folded.finding);
    let (message, help) = words.of(folded, window.binder.is_some());
    let shown = Shown { message, help, window, finding: folded.finding };
    handler.render(&shown, out)?;
    if folded.finding.primary.place.location.is_some() {
        // In a file that is no text nobody finds a line.
        *out = out.replacen(&shown.window.position(), &shown.window.name, 1);
    }
    Ok(())
}

/// How grave a finding is, as miette says it.
fn level(severity: Severity) -> Level {
    match severity {
        Severity::Advice => Level::Advice,
        Severity::Warning => Level::Warning,
        Severity::Error => Level::Error,
    }
}

/// Writes what was skipped, what there is to know, and the closing lines, unless `look` is quiet.
pub(super) fn closing(report: &Report, look: Look, out: &mut dyn Write) -> io::Result<()> {
    if look.statistics {
        statistics::write(&report.findings, out)?;
    }
    if !look.quiet {
        for Skipped { path, reason, .. } in &report.skipped {
            writeln!(out, "skipped {}: {}", one_line(path), one_line(reason))?;
        }
        for Note { path, at, reason } in &report.notes {
            // What is said of all of a document, or of one without lines, stands at its first byte.
            let place = if at.byte > 0 { format!(":{}:{}", at.line, at.column) } else { String::new() };
            writeln!(out, "note {}{place}: {}", one_line(path), one_line(reason))?;
        }
        writeln!(out, "{}", summary(&report.summary, report.as_of))?;
        if let Some(sentence) = report.decision.sentence().filter(|_| report.summary.documents > 0) {
            writeln!(out, "{sentence}")?;
        }
    }
    Ok(())
}

/// The closing line.
fn summary(summary: &Summary, as_of: jiff::civil::Date) -> String {
    let mut line = checked(summary);
    if summary.acknowledged > 0 {
        line += &format!("; {} acknowledged as history", counted(summary.acknowledged, "mention", "mentions"));
    }
    if summary.suppressed > 0 {
        line += &format!("; {} suppressed", summary.suppressed);
    }
    if summary.known > 0 {
        line += &format!("; {} known from the baseline", summary.known);
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
    more: Vec<&'a Place>,
}

/// Findings that say the same of the same document, together, in the order of their first places.
fn fold(findings: &[Finding]) -> Vec<Folded<'_>> {
    let mut folded: Vec<Folded<'_>> = Vec::new();
    let mut of_document: HashMap<(&str, Severity, &str), usize> = HashMap::new();
    for finding in findings {
        if folded.last().is_some_and(|last| last.finding.primary.place.path != finding.primary.place.path) {
            of_document.clear();
        }
        match of_document.entry((finding.rule, finding.severity, &finding.said.message)) {
            Entry::Occupied(same) => folded[*same.get()].more.push(&finding.primary.place),
            Entry::Vacant(first) => {
                first.insert(folded.len());
                folded.push(Folded { finding, more: Vec::new() });
            }
        }
    }
    folded
}

/// A message and a help, each in lines.
type InLines = (Rc<str>, Rc<str>);

/// Messages and helps in lines, kept by what is said: the same few editions are cited thousands of times in a large set.
#[derive(Debug, Default)]
struct Wrapped<'a> {
    /// Width in columns of a diagnostic.
    width: usize,
    made: HashMap<(&'a str, &'a str), InLines>,
    /// The same by statement, which is found without going through its words.
    known: HashMap<*const Statement, InLines>,
}

impl<'a> Wrapped<'a> {
    /// Message and help; of related places nothing is said if they are `drawn`.
    fn of(&mut self, folded: &Folded<'a>, drawn: bool) -> InLines {
        let finding = folded.finding;
        let Statement { message, help, .. } = &*finding.said;
        let width = self.width;
        let make = || (in_lines(message, width - 6), in_lines(help, width - 10));
        let by_words = || self.made.entry((message, help)).or_insert_with(make).clone();
        let made = self.known.entry(Arc::as_ptr(&finding.said)).or_insert_with(by_words).clone();
        let unsaid = !drawn && !finding.related.is_empty();
        if folded.more.is_empty() && !unsaid {
            return made;
        }
        // Lines are filled one after the other, so that only the last can change.
        let (above, last) = made.1.rsplit_once('\n').map_or(("", &*made.1), |(above, last)| (above, last));
        let mut help = last.to_owned();
        if !folded.more.is_empty() {
            help += &format!(" And {} more in this document, at {}.", folded.more.len(), lines(&folded.more));
        }
        if unsaid {
            help += &format!(" {}", related(finding));
        }
        let help = in_lines(&help, width - 10);
        (made.0, if above.is_empty() { help } else { format!("{above}\n{help}").into() })
    }
}

fn in_lines(text: &str, width: usize) -> Rc<str> {
    wrapped(one_line(text).trim_start(), width).into()
}

/// A diagnostic: a finding with the places of those that say the same in its help.
#[derive(Debug)]
struct Shown<'a> {
    finding: &'a Finding,
    message: Rc<str>,
    help: Rc<str>,
    window: Window,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for Shown<'_> {}

impl Diagnostic for Shown<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.finding.rule))
    }

    fn severity(&self) -> Option<Level> {
        Some(level(self.finding.severity))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        (!self.help.is_empty()).then(|| Box::new(&*self.help) as Box<dyn fmt::Display>)
    }

    fn url<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let url = &self.finding.said.url;
        (!url.is_empty()).then(|| Box::new(url) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.window)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = one_line(&self.finding.said.label);
        let mut label = Some(label.into_owned()).filter(|words| !words.is_empty());
        let mut spans = self.window.spans().into_iter();
        let first = spans.next().map(|span| LabeledSpan::new_primary_with_span(label.take(), span));
        let rest = spans.map(|span| LabeledSpan::new_with_span(None, span));
        let binder = self.window.binder.clone().map(|(words, span)| LabeledSpan::new_with_span(Some(words), span));
        Some(Box::new(first.into_iter().chain(rest).chain(binder)))
    }
}

/// The text in lines of at most `width` columns, parted at blanks.
pub(super) fn wrapped(text: &str, width: usize) -> String {
    textwrap::fill(text, at_blanks(width))
}

/// How texts are parted into lines of so many columns: at blanks only, so that addresses and designations with hyphens stay
/// whole.
pub(crate) fn at_blanks(width: usize) -> textwrap::Options<'static> {
    textwrap::Options::new(width)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
}

/// "line 12:5", "lines 12:5, 30:1 and 4 others", "paragraph 14; table 2, row 3".
fn lines(places: &[&Place]) -> String {
    let is_text = places.iter().all(|place| place.location.is_none());
    let named: Vec<String> = places.iter().take(NAMED).map(|place| one_line(&place.within()).into_owned()).collect();
    let word = match places.len() {
        _ if !is_text => "",
        1 => "line ",
        _ => "lines ",
    };
    let named = named.join(if is_text { ", " } else { "; " });
    match places.len().saturating_sub(NAMED) {
        0 => format!("{word}{named}"),
        1 => format!("{word}{named} and 1 other"),
        others => format!("{word}{named} and {others} others"),
    }
}

/// What binds the number of a finding; else where a finding of the whole set has its other places, by what is said of
/// them.
fn related(finding: &Finding) -> String {
    if let Some(binder) = finding.related.iter().find(|one| one.relation == Relation::Binder) {
        let words = one_line(&binder.words);
        // The path stands nowhere in the text.
        let is_empty = binder.place.start == binder.place.end;
        return if is_empty { format!("Note: {words}.") } else { format!("See {}: {words}.", shown(&binder.place)) };
    }
    let mut groups: Vec<(&str, Vec<&Place>)> = Vec::new();
    for one in &finding.related {
        match groups.iter_mut().find(|(words, _)| *words == &*one.words) {
            Some((_, places)) => places.push(&one.place),
            None => groups.push((&one.words, vec![&one.place])),
        }
    }
    let sentences = groups.iter().map(|(words, places)| {
        let named: Vec<String> = places.iter().take(NAMED).map(|one| shown(one)).collect();
        let (words, named) = (message::capital(words), named.join(", "));
        match places.len().saturating_sub(NAMED) {
            0 => format!("{words}: {named}."),
            1 => format!("{words}: {named} and 1 more place."),
            others => format!("{words}: {named} and {others} more places."),
        }
    });
    sentences.collect::<Vec<_>>().join(" ")
}

fn shown(place: &Place) -> String {
    one_line(&place.shown()).into_owned()
}

/// The lines around a place, scrubbed, that answer miette without the rest of the file.
#[derive(Debug)]
pub(super) struct Window {
    path: Arc<str>,
    /// Where it is, as the header shows it: the path, and the location where lines do not tell.
    name: String,
    text: String,
    span: SourceSpan,
    /// Number of the first line, from 0.
    line: usize,
    /// Line and column of the place, from 0; columns count characters.
    at: (usize, usize),
    /// What is said of the designation that binds the number at the place, and where it stands, if it is in sight.
    binder: Option<(String, SourceSpan)>,
}

impl Window {
    fn of(finding: &Finding) -> Self {
        let label = &finding.primary;
        let excerpt = &label.excerpt;
        let before = visible(&excerpt.text[..excerpt.span.start]);
        let marked = visible(&excerpt.text[excerpt.span.start..excerpt.span.end]);
        let behind = visible(&excerpt.text[excerpt.span.end..]);
        let start = label.place.start;
        let mut window = Self {
            path: Arc::clone(&label.place.path),
            name: match &label.place.location {
                Some(_) => shown(&label.place),
                None => one_line(&label.place.path).into_owned(),
            },
            span: (before.len(), marked.len()).into(),
            text: [before, marked, behind].concat(),
            line: excerpt.line as usize - 1,
            at: (start.line as usize - 1, start.column as usize - 1),
            binder: None,
        };
        let binder = finding.related.iter().find(|one| one.relation == Relation::Binder);
        window.binder = binder.and_then(|one| Some((one_line(&one.words).into_owned(), window.find(one)?)));
        window
    }

    /// Where another place of the same file stands in the text, if its line is there and not clipped.
    fn find(&self, one: &Related) -> Option<SourceSpan> {
        let (start, end) = (one.place.start, one.place.end);
        let number = (start.line as usize).checked_sub(self.line + 1)?;
        let line = self.text.split('\n').nth(number).filter(|_| start.line == end.line && start.column < end.column)?;
        let offset = |column: u32| line.char_indices().nth(column as usize - 1).map(|(at, _)| at);
        let from = offset(start.column)?;
        let to = offset(end.column).unwrap_or(line.len());
        let before: usize = self.text.split('\n').take(number).map(|line| line.len() + 1).sum();
        (one.place.path == self.path && !line.contains('…')).then(|| (before + from, to - from).into())
    }
}

impl Window {
    /// The lines around a mistake.
    pub(super) fn of_mistake(mistake: &Mistake) -> Self {
        let Mistake { text, span, .. } = mistake;
        let before = visible(&text[..span.start]);
        let (marked, behind) = (visible(&text[span.clone()]), visible(&text[span.end..]));
        Self {
            path: mistake.path.as_str().into(),
            name: one_line(&mistake.path).into_owned(),
            span: (before.len(), marked.len()).into(),
            text: format!("{before}{marked}{behind}"),
            line: mistake.first_line as usize - 1,
            at: (mistake.line as usize - 1, mistake.column as usize - 1),
            binder: None,
        }
    }

    /// The header as miette writes it.
    fn position(&self) -> String {
        format!("{}:{}:{}", self.name, self.at.0 + 1, self.at.1 + 1)
    }

    /// The span, line by line: a citation over a line end is underlined on both lines.
    pub(super) fn spans(&self) -> Vec<SourceSpan> {
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
