//! Draws diagnostics: nearly all of them are one mark in one line, which is drawn in one go; the others are left to
//! miette's own handler. Both give the same lines.

use std::fmt::{self, Display, Write};

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, ReportHandler, Severity, SpanContents,
    ThemeCharacters,
};

use super::human::WIDTH;

/// A handler of miette's diagnostics.
#[derive(Debug)]
pub(super) struct Handler {
    full: GraphicalReportHandler,
    /// The signs to draw with; nothing if there are colours.
    signs: Option<ThemeCharacters>,
}

impl Handler {
    /// With colours and links for terminals, or without.
    pub(super) fn new(colour: bool) -> Self {
        let theme = if colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
        let signs = (!colour).then(|| theme.characters.clone());
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
        if let Some((signs, marked)) = self.signs.as_ref().zip(Marked::of(diagnostic)) {
            return marked.draw(diagnostic, signs, out);
        }
        let mut drawn = String::new();
        self.full.render_report(&mut drawn, diagnostic)?;
        for line in drawn.lines() {
            out.push_str(line.trim_end_matches(' '));
            out.push('\n');
        }
        Ok(())
    }
}

impl ReportHandler for Handler {
    fn debug(&self, diagnostic: &dyn Diagnostic, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut drawn = String::new();
        self.render(diagnostic, &mut drawn)?;
        out.write_str(&drawn)
    }
}

/// A diagnostic with one mark inside one line of plain characters.
struct Marked<'a> {
    code: Box<dyn Display + 'a>,
    url: Box<dyn Display + 'a>,
    label: LabeledSpan,
    /// The lines around it.
    contents: Box<dyn SpanContents<'a> + 'a>,
    /// First column of the mark, from 0.
    column: usize,
    /// Number of its line in the text, from 0.
    line: usize,
}

impl<'a> Marked<'a> {
    fn of(diagnostic: &'a dyn Diagnostic) -> Option<Self> {
        let mut labels = diagnostic.labels()?;
        let (label, None) = (labels.next()?, labels.next()) else { return None };
        if label.label().is_none_or(|words| words.contains('\n')) || diagnostic.related().is_some() {
            return None;
        }
        let contents = diagnostic.source_code()?.read_span(label.inner(), 1, 1).ok()?;
        let data = contents.data();
        let start = label.offset().checked_sub(contents.span().offset())?;
        let marked = data.get(start..start + label.len())?;
        let begin = memchr::memrchr(b'\n', &data[..start]).map_or(0, |end| end + 1);
        let before = std::str::from_utf8(&data[begin..start]).ok().filter(|text| text.chars().all(is_narrow))?;
        let is_simple = !marked.is_empty() && marked.iter().all(|byte| matches!(byte, b' '..=b'~'));
        // Blanks at line ends, tabs and returns are not drawn as they stand.
        let is_kept = !data.iter().any(|byte| matches!(byte, b'\t' | b'\r' | 0x1B));
        let line = memchr::memchr_iter(b'\n', &data[..begin]).count();
        (is_simple && is_kept).then_some(())?;
        let (code, url) = (diagnostic.code()?, diagnostic.url()?);
        Some(Self { code, url, label, column: before.chars().count(), line, contents })
    }

    fn draw(&self, diagnostic: &dyn Diagnostic, signs: &ThemeCharacters, out: &mut String) -> fmt::Result {
        writeln!(out, "{} ({})\n", self.code, self.url)?;
        let icon = match diagnostic.severity() {
            Some(Severity::Error) | None => &signs.error,
            Some(Severity::Warning) => &signs.warning,
            Some(Severity::Advice) => &signs.advice,
        };
        let start = out.len();
        write!(out, "  {icon} {diagnostic}")?;
        indent(out, start, &format!("\n  {} ", signs.vbar));
        out.push('\n');
        self.snippet(diagnostic, signs, out)?;
        if let Some(help) = diagnostic.help() {
            let start = out.len();
            write!(out, "  help: {help}")?;
            indent(out, start, "\n        ");
            out.push('\n');
        }
        Ok(())
    }

    fn snippet(&self, diagnostic: &dyn Diagnostic, signs: &ThemeCharacters, out: &mut String) -> fmt::Result {
        let at = diagnostic.source_code().and_then(|source| source.read_span(self.label.inner(), 0, 0).ok());
        let at = at.ok_or(fmt::Error)?;
        let text = std::str::from_utf8(self.contents.data()).map_err(|_| fmt::Error)?;
        let first = self.contents.line() + 1;
        let width = (first + text.lines().count().max(1) - 1).to_string().len();
        blanks(out, width + 2);
        out.push(signs.ltop);
        let name = at.name().unwrap_or_default();
        writeln!(out, "{}[{name}:{}:{}]", signs.hbar, at.line() + 1, at.column() + 1)?;
        for (index, line) in text.lines().enumerate() {
            write!(out, " {:width$} {}", first + index, signs.vbar)?;
            let line = line.trim_end_matches(' ');
            if !line.is_empty() {
                out.push(' ');
                out.push_str(line);
            }
            out.push('\n');
            if index == self.line {
                self.mark(width, signs, out);
            }
        }
        blanks(out, width + 2);
        out.push(signs.lbot);
        repeat(out, signs.hbar, 4);
        out.push('\n');
        Ok(())
    }

    /// The line below the marked text, and what is said of it.
    fn mark(&self, width: usize, signs: &ThemeCharacters, out: &mut String) {
        let begin = |out: &mut String, column: usize| {
            blanks(out, width + 2);
            out.push(signs.vbar_break);
            blanks(out, column + 1);
        };
        let before = (2 * self.column + self.label.len()) / 2 - self.column;
        begin(out, self.column);
        repeat(out, signs.underline, before);
        out.push(signs.underbar);
        repeat(out, signs.underline, self.label.len() - before - 1);
        out.push('\n');
        begin(out, self.column + before);
        out.push(signs.lbot);
        out.extend([signs.hbar, signs.hbar]);
        let words = self.label.label().unwrap_or_default().trim_end_matches(' ');
        if !words.is_empty() {
            out.push(' ');
            out.push_str(words);
        }
        out.push('\n');
    }
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

/// True for a character that takes one column: Latin letters, and the sign of a clipped line.
fn is_narrow(one: char) -> bool {
    matches!(one, ' '..='~' | '\u{C0}'..='\u{24F}' | '…')
}

/// Puts `line_end` in the place of each line end behind `start`.
fn indent(out: &mut String, start: usize, line_end: &str) {
    if memchr::memchr(b'\n', &out.as_bytes()[start..]).is_some() {
        let indented = out[start..].replace('\n', line_end);
        out.truncate(start);
        out.push_str(&indented);
    }
}

#[cfg(test)]
mod tests {
    use miette::{NamedSource, Severity};
    use proptest::prelude::*;

    use super::*;

    #[derive(Debug)]
    struct Case {
        message: String,
        help: Option<String>,
        label: String,
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
            Some(Box::new("https://example.org"))
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

    fn drawn(case: &Case) -> String {
        let mut drawn = String::new();
        Handler::new(false).render(case, &mut drawn).expect("a string takes everything");
        drawn
    }

    fn case(text: &str, start: usize, length: usize) -> Case {
        Case {
            message: "one\ntwo".into(),
            help: Some("do this\nand that".into()),
            label: "why".into(),
            severity: Severity::Warning,
            source: NamedSource::new("a.md", text.to_owned()),
            span: (start, length),
        }
    }

    #[test]
    fn a_mark_in_one_line_is_drawn_in_one_go() {
        let simple = case("before\n\nISO 1 is cited.\nbehind", 8, 5);
        assert!(Marked::of(&simple).is_some() && drawn(&simple).contains("──┬──"));
        assert!(Marked::of(&case("…é ISO", 6, 3)).is_some());
        for odd in [case("a\tb", 2, 1), case("漢 ISO", 4, 3), case("ISO\n1", 0, 5), case("ISO", 1, 0)] {
            assert!(Marked::of(&odd).is_none());
        }
    }

    proptest! {
        #[test]
        fn both_draw_the_same(
            text in "([a-z é漢…-]{0,9}\n){0,120}[a-z éß…]{1,9}(\n[a-z ]{0,9}){0,3}",
            start in 0..1200_usize,
            length in 1..9_usize,
            label in "[a-z é]{0,9}",
            help in proptest::option::of("[a-z]{1,9}( [a-z]{1,9}\n?){0,3}[a-z]"),
            severity in prop_oneof![Just(Severity::Error), Just(Severity::Warning), Just(Severity::Advice)],
        ) {
            let start = (0..=start.min(text.len() - 1)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let end = (start + length..).find(|at| *at >= text.len() || text.is_char_boundary(*at)).unwrap_or(start);
            let end = end.min(text.len());
            let mut case = case(&text, start, end - start);
            (case.label, case.help, case.severity) = (label, help, severity);
            prop_assert_eq!(drawn(&case), by_miette(&case));
        }
    }
}
