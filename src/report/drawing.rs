//! Draws diagnostics: nearly all of them are one mark in one line, which is drawn in one go; the others are left to
//! miette's own handler. Both give the same lines.
//!
//! That handler draws any marks in any lines; with it alone, a run that finds something in every document costs about half as
//! much again. No other crate draws the same pictures.

use std::fmt::{self, Write};
use std::ops::Range;

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, ReportHandler, Severity, ThemeCharacters};

use super::human::WIDTH;

/// A handler of miette's diagnostics.
#[derive(Debug)]
pub(super) struct Handler {
    full: GraphicalReportHandler,
    /// The signs to draw with; nothing if there are colours.
    signs: Option<Signs>,
}

/// What pictures are drawn with.
#[derive(Debug)]
struct Signs {
    all: ThemeCharacters,
    /// What stands before the second line of a message and those below it.
    margin: String,
}

impl Handler {
    /// With colours and links for terminals, or without.
    pub(super) fn new(colour: bool) -> Self {
        let theme = if colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
        let all = theme.characters.clone();
        let signs = (!colour).then(|| Signs { margin: format!("  {} ", all.vbar), all });
        // Texts come wrapped: wrapping with the indents of miette costs as much as drawing the rest.
        let full = GraphicalReportHandler::new_themed(theme)
            .with_width(WIDTH)
            .with_links(colour)
            .with_context_lines(1)
            .with_wrap_lines(false);
        Self { full, signs }
    }

    /// Draws a diagnostic; no line ends with a blank.
    pub(super) fn render(&self, diagnostic: &dyn Diagnostic, out: &mut String) -> fmt::Result {
        let mut drawn = String::new();
        self.full.render_report(&mut drawn, diagnostic)?;
        for line in drawn.lines() {
            out.push_str(line.trim_end_matches(' '));
            out.push('\n');
        }
        Ok(())
    }

    /// Draws a picture as `render` draws a diagnostic; false if it is not simple enough.
    pub(super) fn draw(&self, picture: &Picture<'_>, out: &mut String) -> Result<bool, fmt::Error> {
        let Some(signs) = &self.signs else { return Ok(false) };
        let Some(mark) = picture.mark() else { return Ok(false) };
        picture.draw(&mark, signs, out)?;
        Ok(true)
    }
}

impl ReportHandler for Handler {
    fn debug(&self, diagnostic: &dyn Diagnostic, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut drawn = String::new();
        self.render(diagnostic, &mut drawn)?;
        out.write_str(&drawn)
    }
}

/// What there is to draw, with one mark.
#[derive(Debug)]
pub(super) struct Picture<'a> {
    pub code: &'a str,
    /// A page that says more; nothing is said of it if it is empty.
    pub url: &'a str,
    pub severity: Severity,
    /// In lines.
    pub message: &'a str,
    /// In lines; nothing is said if it is empty.
    pub help: &'a str,
    /// What is said of the mark, in one line.
    pub label: &'a str,
    /// Path as it is shown.
    pub name: &'a str,
    /// Line and column of the mark in the file, from 1.
    pub at: (u32, u32),
    /// Lines of the file, without a line end behind the last.
    pub text: &'a str,
    /// Number of the first of them, from 1.
    pub first: u32,
    /// What is marked in the text.
    pub span: Range<usize>,
}

/// Where the mark of a picture is.
struct Mark {
    /// First column, from 0.
    column: usize,
    /// Columns.
    width: usize,
    /// Number of its line in the text, from 0.
    line: usize,
}

impl Picture<'_> {
    /// The mark, if it stands inside one line of plain characters.
    fn mark(&self) -> Option<Mark> {
        let data = self.text.as_bytes();
        let marked = data.get(self.span.clone())?;
        let begin = memchr::memrchr(b'\n', &data[..self.span.start]).map_or(0, |end| end + 1);
        let before = &self.text[begin..self.span.start];
        let is_simple = !self.label.is_empty() && matches!(marked, [.., b'!'..=b'~']);
        // Blanks at line ends, tabs and returns are not drawn as they stand. Without early ends the loops are vectorised.
        let is_kept = data.iter().fold(true, |kept, byte| kept & !matches!(byte, b'\t' | b'\r' | 0x1B));
        let (column, width) = (columns(before)?, columns(&self.text[self.span.clone()])?);
        let line = memchr::memchr_iter(b'\n', &data[..begin]).count();
        (is_simple && is_kept).then_some(Mark { column, width, line })
    }

    fn draw(&self, mark: &Mark, signs: &Signs, out: &mut String) -> fmt::Result {
        let icon = match self.severity {
            Severity::Error => &signs.all.error,
            Severity::Warning => &signs.all.warning,
            Severity::Advice => &signs.all.advice,
        };
        out.push_str(self.code);
        if !self.url.is_empty() {
            out.extend([" (", self.url, ")"]);
        }
        out.extend(["\n\n  ", icon, " "]);
        lines(out, self.message, &signs.margin);
        self.snippet(mark, &signs.all, out)?;
        if !self.help.is_empty() {
            out.push_str("  help: ");
            lines(out, self.help, "        ");
        }
        Ok(())
    }

    fn snippet(&self, mark: &Mark, signs: &ThemeCharacters, out: &mut String) -> fmt::Result {
        let width = digits(self.first as usize + each_line(self.text).count() - 1);
        blanks(out, width + 2);
        out.push(signs.ltop);
        out.push(signs.hbar);
        out.push('[');
        out.push_str(self.name);
        writeln!(out, ":{}:{}]", self.at.0, self.at.1)?;
        for (index, line) in each_line(self.text).enumerate() {
            let number = self.first as usize + index;
            blanks(out, 1 + width - digits(number));
            write!(out, "{number} ")?;
            out.push(signs.vbar);
            let line = line.trim_end_matches(' ');
            if !line.is_empty() {
                out.push(' ');
                out.push_str(line);
            }
            out.push('\n');
            if index == mark.line {
                self.underline(mark, width, signs, out);
            }
        }
        blanks(out, width + 2);
        out.push(signs.lbot);
        repeat(out, signs.hbar, 4);
        out.push('\n');
        Ok(())
    }

    /// The line below the marked text, and what is said of it.
    fn underline(&self, mark: &Mark, width: usize, signs: &ThemeCharacters, out: &mut String) {
        let begin = |out: &mut String, column: usize| {
            blanks(out, width + 2);
            out.push(signs.vbar_break);
            blanks(out, column + 1);
        };
        let before = (2 * mark.column + mark.width) / 2 - mark.column;
        begin(out, mark.column);
        repeat(out, signs.underline, before);
        out.push(signs.underbar);
        repeat(out, signs.underline, mark.width - before - 1);
        out.push('\n');
        begin(out, mark.column + before);
        out.push(signs.lbot);
        out.extend([signs.hbar, signs.hbar]);
        let words = self.label.trim_end_matches(' ');
        if !words.is_empty() {
            out.push(' ');
            out.push_str(words);
        }
        out.push('\n');
    }
}

/// The lines of a text; an empty one behind the last line end is none.
fn each_line(text: &str) -> impl Iterator<Item = &str> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain((!text.ends_with('\n')).then_some(text.len()));
    ends.scan(0, |start, end| Some(&text[std::mem::replace(start, end + 1)..end]))
}

/// Appends lines, each but the first behind a margin.
fn lines(out: &mut String, text: &str, margin: &str) {
    for (index, line) in each_line(text).enumerate() {
        if index > 0 {
            out.push_str(margin);
        }
        out.push_str(line);
        out.push('\n');
    }
}

/// How many digits a number has.
fn digits(number: usize) -> usize {
    number.checked_ilog10().map_or(1, |tens| tens as usize + 1)
}

fn blanks(out: &mut String, mut count: usize) {
    const BLANKS: &str = "                                                                                ";
    while count > 0 {
        let some = count.min(BLANKS.len());
        out.push_str(&BLANKS[..some]);
        count -= some;
    }
}

fn repeat(out: &mut String, sign: char, count: usize) {
    let mut bytes = [0; 4];
    let sign = sign.encode_utf8(&mut bytes);
    for _ in 0..count {
        out.push_str(sign);
    }
}

/// How many columns a part of a line takes, if it is certain of each of its characters that it takes one: letters of Latin
/// and Cyrillic, the blank and the dashes that stand in designations, and the sign of a clipped line.
fn columns(text: &str) -> Option<usize> {
    // Without an early end the loop is vectorised, and most text is plain.
    if text.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~')) {
        return Some(text.len());
    }
    let is_narrow = |one: char| matches!(one, ' '..='~' | '\u{A0}' | '\u{C0}'..='\u{24F}' | 'Ѐ'..='ҁ' | '\u{2010}'..='\u{2015}' | '…');
    text.chars().all(is_narrow).then(|| text.chars().count())
}

#[cfg(test)]
mod tests {
    use std::fmt::Display;

    use miette::{LabeledSpan, NamedSource, SourceCode};
    use proptest::prelude::*;

    use super::*;

    #[derive(Debug)]
    struct Case {
        message: String,
        help: Option<String>,
        label: String,
        url: &'static str,
        severity: Severity,
        source: NamedSource<String>,
        span: (usize, usize),
    }

    impl Display for Case {
        fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str(&self.message)
        }
    }

    impl std::error::Error for Case {}

    impl Diagnostic for Case {
        fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
            Some(Box::new("some-rule"))
        }

        fn severity(&self) -> Option<Severity> {
            Some(self.severity)
        }

        fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
            self.help.as_ref().map(|help| Box::new(help) as Box<dyn Display>)
        }

        fn url<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
            (!self.url.is_empty()).then(|| Box::new(self.url) as Box<dyn Display>)
        }

        fn source_code(&self) -> Option<&dyn miette::SourceCode> {
            Some(&self.source)
        }

        fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
            let label = LabeledSpan::new_primary_with_span(Some(self.label.clone()), self.span);
            Some(Box::new(std::iter::once(label)))
        }
    }

    /// What miette's own handler draws.
    fn by_miette(case: &Case) -> String {
        let mut drawn = String::new();
        Handler::new(false).full.render_report(&mut drawn, case).expect("a string takes everything");
        drawn.lines().map(|line| format!("{}\n", line.trim_end_matches(' '))).collect()
    }

    /// What is drawn in one go, if it is simple.
    fn in_one_go(case: &Case) -> Option<String> {
        let read = |lines| case.source.read_span(&case.span.into(), lines, lines).expect("it is in the text");
        let (at, around) = (read(0), read(1));
        let text = std::str::from_utf8(around.data()).expect("cut at lines");
        let start = case.span.0 - around.span().offset();
        let number = |number: usize| u32::try_from(number + 1).expect("a short text");
        let picture = Picture {
            code: "some-rule",
            url: case.url,
            severity: case.severity,
            message: &case.message,
            help: case.help.as_deref().unwrap_or_default(),
            label: &case.label,
            name: "a.md",
            at: (number(at.line()), number(at.column())),
            text,
            first: number(around.line()),
            span: start..start + case.span.1,
        };
        let mut drawn = String::new();
        Handler::new(false).draw(&picture, &mut drawn).expect("a string takes everything").then_some(drawn)
    }

    fn case(text: &str, start: usize, length: usize) -> Case {
        Case {
            message: "one\ntwo".into(),
            help: Some("do this\nand that".into()),
            label: "why".into(),
            url: "https://example.org",
            severity: Severity::Warning,
            source: NamedSource::new("a.md", text.to_owned()),
            span: (start, length),
        }
    }

    #[test]
    fn a_mark_in_one_line_is_drawn_in_one_go() {
        let simple = case("before\n\nISO 1 is cited.\nbehind", 8, 5);
        assert!(in_one_go(&simple).is_some_and(|drawn| drawn.contains("──┬──")));
        assert!(in_one_go(&case("…é ISO", 6, 3)).is_some());
        for odd in [case("a\tb", 2, 1), case("漢 ISO", 4, 3), case("ISO\n1", 0, 5), case("ISO", 1, 0)] {
            assert!(in_one_go(&odd).is_none());
        }
    }

    proptest! {
        #[test]
        fn both_draw_the_same(
            text in "([a-z é漢…\u{A0}-]{0,9}\n){0,120}[a-z éßя\u{A0}\u{2010}-\u{2015}…]{1,9}(\n[a-z ]{0,9}){0,3}",
            start in 0..1200_usize,
            length in 1..9_usize,
            label in "[a-z é]{0,9}",
            help in proptest::option::of("[a-z]{1,9}( [a-z]{1,9}\n?){0,3}[a-z]"),
            url in prop_oneof![Just("https://example.org"), Just("")],
            severity in prop_oneof![Just(Severity::Error), Just(Severity::Warning), Just(Severity::Advice)],
        ) {
            let start = (0..=start.min(text.len() - 1)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let end = (start + length..).find(|at| *at >= text.len() || text.is_char_boundary(*at)).unwrap_or(start);
            let end = end.min(text.len());
            let mut case = case(&text, start, end - start);
            (case.label, case.help, case.severity, case.url) = (label, help, severity, url);
            if let Some(drawn) = in_one_go(&case) {
                prop_assert_eq!(drawn, by_miette(&case));
            }
        }
    }
}
