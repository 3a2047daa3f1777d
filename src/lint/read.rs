//! Reads a file and examines it: whole if it is small, in windows if it is large.

use std::fs::File;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use super::buffer::Buffer;
use super::cost::{Clock, Cost};
use super::document::examine_below;
use super::guard;
use super::reported::{REASON, is_report};
use super::repository::Collected;
use super::section;
use super::settings::{Purpose, Settings};
use super::survey::survey;
use super::system;
use super::triage;
use super::window::{self, Above};
use crate::comment;
use crate::document::data::Kept;
use crate::document::{Format, has_anchor};
use crate::error::reason;
use crate::source::{Coding, Position, SourceFile, Span};
use crate::standard::clause::shape;
use crate::standard::grammar::anchor::Literals;

/// Sizes, in bytes, that decide how a file is read.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Up to here a file is parsed whole.
    pub whole: usize,
    /// Size of a window of a larger file.
    pub window: usize,
    /// Size up to which a window grows until it ends where no block is torn, in formats whose blocks must be read to
    /// know where they end.
    pub grown: usize,
    /// Largest file that is not UTF-8, which must be decoded whole.
    pub decoded: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { whole: 4 << 20, window: 1 << 20, grown: 16 << 20, decoded: 64 << 20 }
    }
}

/// Examines the file at `path`, which reports show as `shown`. `buffer` is kept between files.
pub fn examine_file(
    path: &Path,
    shown: &str,
    format: Format,
    settings: Settings,
    buffer: &mut Buffer,
    out: &mut Collected,
) {
    let job = Job { shown, format, settings, limits: Limits::default() };
    guard::read(shown, out, |out| {
        let mut clock = Clock::start(settings.is_measured);
        let file = File::open(path).map_err(|error| reason(&error))?;
        let size = settings.is_measured.then(|| file.metadata().map_or(0, |one| one.len()));
        match format.container() {
            Some(container) => super::container::examine(file, container, shown, settings, out)?,
            None => job.run(file, buffer, out)?,
        }
        if let Some(size) = size {
            out.costs().end(format, size, clock.lap());
        }
        Ok(())
    });
}

/// One file to examine.
struct Job<'a> {
    shown: &'a str,
    format: Format,
    settings: Settings,
    limits: Limits,
}

impl Job<'_> {
    fn run(&self, mut file: File, buffer: &mut Buffer, out: &mut Collected) -> Result<(), String> {
        buffer.clear();
        let complete = self.fetch(&mut file, self.limits.whole, buffer, out)?;
        let coding = Coding::detect(buffer.bytes()).map_err(|why| why.reason().to_owned())?;
        if is_report(self.format, buffer.bytes()) {
            return Err(REASON.into());
        }
        if self.settings.purpose == Purpose::Findings {
            out.sign(system::sign((self.shown, self.settings.above), buffer.bytes(), coding, self.format));
        }
        if complete {
            let (bytes, literals) = buffer.parts();
            self.whole(bytes, literals, coding, out);
            return Ok(());
        }
        let result = if coding.is_wide() {
            self.wide(file, buffer, coding, out)
        } else {
            self.windows(file, buffer, coding, out)
        };
        // A large file must not leave a large buffer behind.
        buffer.shrink(self.limits.window * 2);
        result
    }

    /// Fills the buffer up to a size; true if nothing of the file is left.
    fn fetch(&self, file: &mut File, size: usize, buffer: &mut Buffer, out: &mut Collected) -> Result<bool, String> {
        let mut clock = Clock::start(self.settings.is_measured);
        let complete = buffer.fill(file, size).map_err(|error| reason(&error))?;
        out.costs().add(Cost { fetching: clock.lap(), ..Cost::default() });
        Ok(complete)
    }

    fn whole(&self, bytes: &[u8], literals: &mut Literals, coding: Coding, out: &mut Collected) {
        let body = &bytes[coding.mark_len().min(bytes.len())..];
        let is_raw = !coding.is_wide();
        if is_raw {
            literals.look_in(body);
            if !self.may_matter(body, literals) {
                return;
            }
        }
        let source = SourceFile::decode(self.shown.into(), bytes, coding).standing_below(self.settings.above);
        let text = source.text.as_bytes();
        if !is_raw || !source.is_verbatim() {
            literals.look_in(text);
        }
        if is_raw || self.may_matter(text, literals) {
            self.examine(&source, literals, &mut Above::whole(), out);
        }
    }

    /// Examines a text: of one in which citations read the same raw only what may hold a finding. Gives a place in the text and
    /// its position.
    fn examine(
        &self,
        source: &SourceFile,
        literals: &Literals,
        above: &mut Above,
        out: &mut Collected,
    ) -> (usize, Position) {
        let start = (0, source.locator().position(0));
        if self.settings.purpose == Purpose::Survey {
            out.survey(survey(source, self.format, Some(self.settings.as_of)));
            return start;
        }
        // What binds a number may stand far above it.
        let numbered = shape::concerns(&source.text, &source.path);
        let commented = self.may_be_addressed(literals);
        let is_whole = self.settings.reads_all() || numbered || commented || above.is_awaited;
        if self.format.is_nearly_plain() && !is_whole {
            return self.sift(source, literals, above, out);
        }
        above.numbered = Some(numbered);
        above.commented = Some(commented);
        above.anchors = literals.anchors(&source.text, &(0..source.text.len()));
        above.goes_on = !above.kept.is_last;
        out.add(examine_below(source, self.format, self.settings, above));
        start
    }

    /// Examines what of a text may hold a finding, section by section where it can be cut. Gives the last place that was asked
    /// for and its position.
    fn sift(
        &self,
        source: &SourceFile,
        literals: &Literals,
        above: &mut Above,
        out: &mut Collected,
    ) -> (usize, Position) {
        let text = &*source.text;
        let mut locator = source.locator();
        let mut reached = (0, locator.position(0));
        let Needy { pieces, headings } = self.needy(text, literals);
        // Those of a piece are noted when it is read.
        let mut left = &headings[..];
        let mut pass = |above: &mut Above, piece: &Range<usize>| {
            let (passed, rest) = left.split_at(left.partition_point(|start| *start < piece.start));
            above.headings.note(text, passed);
            left = &rest[rest.partition_point(|start| *start < piece.end)..];
        };
        let last = pieces.len().saturating_sub(1);
        for (at, piece) in pieces.iter().enumerate() {
            pass(above, piece);
            above.numbered = Some(false);
            above.commented = Some(false);
            above.anchors = literals.anchors(text, piece);
            above.goes_on = at < last || !above.kept.is_last;
            reached = (piece.start, locator.position(piece.start));
            let part = source.part(piece, reached.1);
            out.add(examine_below(&part, self.format, self.settings, above));
        }
        // Below the last window nobody asks what stands above.
        if !above.kept.is_last {
            if pieces.is_empty() {
                above.pass(text, self.format);
            } else {
                pass(above, &(text.len()..text.len()));
            }
        }
        reached
    }

    /// The stretches of a text that may hold a finding.
    fn needy(&self, text: &str, literals: &Literals) -> Needy {
        let (whole, on) = (0..text.len(), self.settings.as_of);
        let Some(anchors) = literals.anchors(text, &whole) else { return Needy::of(Some(whole)) };
        let Some(doubt) = triage::first_doubt(text, (literals, &anchors), on) else { return Needy::of(None) };
        let sections = (self.format == Format::Markdown).then(|| section::split(text)).flatten();
        let Some(sections) = sections else {
            let left = &anchors[anchors.partition_point(|at| *at < doubt.at)..];
            let is_needy = doubt.is_needy || triage::first_needy(text, left, on).is_some();
            return Needy::of(is_needy.then_some(whole));
        };
        let mut needy = Vec::new();
        let has_anchor = |section: &&Range<usize>| has_anchor(&anchors, Span::new(section.start, section.end));
        for section in sections.iter().filter(|section| section.end > doubt.at).filter(has_anchor) {
            let first = doubt.at.saturating_sub(section.start);
            let mut left = literals.anchors(text, section).unwrap_or_default();
            left.retain(|at| *at >= first);
            let known = (doubt.is_needy && section.start <= doubt.at).then_some(first);
            let own = triage::needy(&text[section.clone()], &left, known, on);
            needy.extend(own.into_iter().map(|piece| section.start + piece.start..section.start + piece.end));
        }
        let starts = sections.into_iter().map(|section| section.start);
        Needy { pieces: needy, headings: starts.filter(|start| section::begins_at(text, *start)).collect() }
    }

    /// True if a citation may stand in the bytes, or a comment that speaks to sms-lint.
    fn may_matter(&self, bytes: &[u8], literals: &Literals) -> bool {
        self.may_cite(bytes, literals) || self.may_be_addressed(literals)
    }

    /// Markup may hide the letters of a citation from those who look at bytes, so an inventory asks the reader.
    fn may_cite(&self, bytes: &[u8], literals: &Literals) -> bool {
        let is_as_read = self.format.is_nearly_plain() || self.format.is_data();
        let may_cite = || if is_as_read { literals.may_cite() } else { literals.may_name() };
        self.settings.reads_all() || may_cite() || shape::may_bind(self.shown) || self.format.hides_letters(bytes)
    }

    /// True if a comment that speaks to sms-lint may be among what was found.
    fn may_be_addressed(&self, literals: &Literals) -> bool {
        literals.is_addressed && comment::may_be_written(self.format)
    }

    /// A large file in UTF-16 is decoded whole, up to a limit.
    fn wide(&self, mut file: File, buffer: &mut Buffer, coding: Coding, out: &mut Collected) -> Result<(), String> {
        if !self.fetch(&mut file, self.limits.decoded, buffer, out)? {
            let limit = self.limits.decoded >> 20;
            return Err(format!("in UTF-16 and larger than {limit} MiB; save it as UTF-8"));
        }
        let (bytes, literals) = buffer.parts();
        self.whole(bytes, literals, coding, out);
        Ok(())
    }

    /// Where a window ends; nothing if it must grow first.
    fn end_of_window(&self, bytes: &[u8], kept: &Kept) -> Option<usize> {
        if self.format.is_nearly_plain() || self.format.is_data() {
            let end = self.format.cut(bytes, kept).unwrap_or_else(|| window::cut(bytes));
            return Some(window::boundary(&bytes[..end]));
        }
        let text = &String::from_utf8_lossy(&bytes[..window::boundary(bytes)]);
        let end = if text.len() <= bytes.len() { window::between_blocks(text, self.format) } else { None };
        end.or_else(|| (bytes.len() >= self.limits.grown).then(|| window::boundary(&bytes[..window::cut(bytes)])))
    }

    fn windows(&self, mut file: File, buffer: &mut Buffer, coding: Coding, out: &mut Collected) -> Result<(), String> {
        let path: Arc<str> = self.shown.into();
        let mut at = Position { byte: coding.mark_len() as u64, line: 1, column: 1 };
        let mut above = Above::default();
        buffer.pass(coding.mark_len());
        let mut complete = false;
        let mut size = self.limits.window;
        loop {
            if !complete && buffer.bytes().len() <= size {
                complete = self.fetch(&mut file, size, buffer, out)?;
            }
            if buffer.bytes().is_empty() {
                return Ok(());
            }
            above.kept.is_last = complete && buffer.bytes().len() <= size;
            let window = &buffer.bytes()[..buffer.bytes().len().min(size)];
            let end = if above.kept.is_last { Some(window.len()) } else { self.end_of_window(window, &above.kept) };
            let Some(end) = end else {
                size *= 2;
                continue;
            };
            size = self.limits.window;
            let (bytes, literals) = buffer.parts();
            let bytes = &bytes[..end];
            let mut reached = (0, at);
            literals.look_in(bytes);
            if self.format.is_data() || above.is_awaited || self.may_matter(bytes, literals) {
                let source =
                    SourceFile::window(Arc::clone(&path), bytes, coding, at).standing_below(self.settings.above);
                if !source.is_verbatim() {
                    literals.look_in(source.text.as_bytes());
                }
                let known = self.examine(&source, literals, &mut above, out);
                // No line is counted twice.
                if source.is_verbatim() {
                    reached = known;
                }
            } else {
                above.pass(&String::from_utf8_lossy(bytes), self.format);
            }
            let byte = at.byte + end as u64;
            at = Position { byte, ..advance(reached.1, &bytes[reached.0..]) };
            buffer.pass(end);
        }
    }
}

/// What of a text may hold a finding.
struct Needy {
    /// The stretches that may, in order; each reads the same alone.
    pieces: Vec<Range<usize>>,
    /// Where the headings of its sections begin, ascending, if it can be cut.
    headings: Vec<usize>,
}

impl Needy {
    /// All of a text, or nothing of it.
    fn of(whole: Option<Range<usize>>) -> Self {
        Self { pieces: whole.into_iter().collect(), headings: Vec::new() }
    }
}

/// The line and column behind `bytes`.
fn advance(mut at: Position, bytes: &[u8]) -> Position {
    let characters =
        |bytes: &[u8]| u32::try_from(bytes.iter().filter(|byte| (**byte as i8) >= -0x40).count()).unwrap_or(u32::MAX);
    match memchr::memrchr(b'\n', bytes) {
        Some(last) => {
            at.line += u32::try_from(memchr::memchr_iter(b'\n', bytes).count()).unwrap_or(u32::MAX);
            at.column = 1 + characters(&bytes[last + 1..]);
        }
        None => at.column += characters(bytes),
    }
    at
}

#[cfg(test)]
mod tests {
    use std::io::{Seek, Write};

    use jiff::civil::date;

    use super::*;
    use crate::lint::{Decision, examine};

    const LIMITS: Limits = Limits { whole: 4 << 10, window: 2 << 10, grown: 64 << 10, decoded: 64 << 10 };

    /// A long document: under a heading of history and one of use what stands between a beginning and an end that hold
    /// it together.
    fn long(headings: [&str; 2], wrap: [&str; 2], line: &str) -> String {
        let text =
            |number: usize| format!("Some words of the policy stand here, as number {number}, in small letters.\n\n");
        let words = (0..40).map(text).collect::<String>();
        let lines = (0..90).map(|number| line.replace("{}", &number.to_string())).collect::<String>();
        let [history, used] = headings;
        let cited = "It rests on ISO/IEC 27001:2013 as it was.\n\n";
        let wrapped = format!("{}{lines}{}", wrap[0], wrap[1]);
        format!("{history}{words}{cited}{used}{words}{wrapped}{cited}{words}{wrapped}{cited}{history}{words}{cited}")
    }

    /// Rule or reason, and place, of all that is told of a text.
    fn told(collected: Collected) -> Vec<String> {
        let report = collected.finish(Settings::on(date(2026, 11, 22)), Decision::Declined);
        let history =
            report.acknowledged.iter().map(|one| format!("{:?} {}", one.finding.primary.place.start, one.because));
        let findings = report.findings.iter().map(|one| format!("{:?} {}", one.primary.place.start, one.rule));
        findings.chain(history).collect()
    }

    #[test]
    fn windows_tear_neither_tables_nor_listings_nor_comments() {
        let html = ["<h1>Change history</h1>\n", "<h1>Use</h1>\n"];
        let adoc = ["\n== Change history\n\n", "\n== Use\n\n"];
        let rst = ["\nChange history\n==============\n\n", "\nUse\n===\n\n"];
        let org = ["* Change history\n", "* Use\n"];
        let tex = ["\\section{Change history}\n", "\\section{Use}\n"];
        let md = ["# Change history\n\n", "# Use\n\n"];
        let row = "<tr><td>ISO/IEC 27001:2013</td><td>n{}</td></tr>\n";
        let cases = [
            // What a comment of a listing says stands above nothing.
            (Format::Markdown, md, ["```sh\n# Change history\n", "```\n\n"], "# Old {}\n"),
            (Format::Html, html, ["<table><tr><th>Old edition</th><th>New</th></tr>\n", "</table><p>\n"], row),
            (Format::Html, html, ["<!-- ", "--><p>"], "ISO/IEC 27002:2013 {}\n\n"),
            (Format::Html, html, ["<script>", "</script><p>"], "ISO/IEC 27002:2013 {}\n\n"),
            (Format::AsciiDoc, adoc, ["|===\n|Old edition |New\n\n", "|===\n\n"], "|ISO/IEC 27001:2013\n|n{}\n\n"),
            (Format::AsciiDoc, adoc, ["////\n", "////\n\n"], "ISO/IEC 27002:2013 {}\n\n"),
            (Format::AsciiDoc, adoc, ["----\n", "----\n\n"], "see iso-27001-2013 {}\n\n"),
            (Format::Rst, rst, ["..\n", "\n\n"], "   ISO/IEC 27002:2013 {}\n\n"),
            (
                Format::Rst,
                rst,
                [".. list-table::\n\n   * - Old edition\n     - New\n", "\n"],
                "   * - ISO/IEC 27001:2013\n     - n{}\n",
            ),
            (Format::Org, org, ["#+begin_comment\n", "#+end_comment\n\n"], "ISO/IEC 27002:2013 {}\n\n"),
            (Format::Org, org, ["| Old edition | New |\n", "\n"], "| ISO/IEC 27001:2013 | n{} |\n"),
            (Format::Latex, tex, ["\\begin{comment}\n", "\\end{comment}\n\n"], "ISO/IEC 27002:2013 {}\n\n"),
            (
                Format::Latex,
                tex,
                ["\\begin{tabular}{ll}\nOld edition & New\\\\\n", "\\end{tabular}\n\n"],
                "ISO/IEC 27001:2013 & n{}\\\\\n",
            ),
            (Format::Mdx, ["# Change history\n\n", "# Use\n\n"], ["{/* ", "*/}\n\n"], "ISO/IEC 27002:2013 {}\n\n"),
        ];
        for (format, headings, wrap, line) in cases {
            let text = long(headings, wrap, line);
            let settings = Settings::on(date(2026, 11, 22));
            let mut file = tempfile::tempfile().expect("a file can be made");
            file.write_all(text.as_bytes()).and_then(|()| file.rewind()).expect("it can be written");
            let mut cut = Collected::default();
            let job = Job { shown: "policy", format, settings, limits: LIMITS };
            job.run(file, &mut Buffer::default(), &mut cut).expect("it is text");
            let mut whole = Collected::default();
            whole.add(examine(&SourceFile::from_text("policy", &text), format, settings));
            let whole = told(whole);
            assert!(whole.len() > 3, "{format:?} {line:?}: {whole:?}");
            assert_eq!(told(cut), whole, "{format:?} {line:?}");
        }
    }
}
