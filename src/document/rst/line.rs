//! What a line of reStructuredText is, seen alone.

use std::ops::Range;

use super::super::line::with_ends;

/// A line, or the part of one that belongs to a block, without its end and the blanks before it.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// Its text.
    pub text: &'a str,
    /// Where it begins in the source.
    pub at: usize,
    /// How far it is indented inside the block, in columns.
    pub indent: usize,
}

impl<'a> Line<'a> {
    /// A line of which `text` begins at `at` of the source.
    pub fn new(text: &'a str, at: usize) -> Self {
        let words = text.trim_start_matches([' ', '\t', '\u{B}', '\u{C}']);
        let head = &text[..text.len() - words.len()];
        let indent = head.chars().fold(0, |column, one| if one == '\t' { column / 8 * 8 + 8 } else { column + 1 });
        Self { text: words.trim_end(), at: at + head.len(), indent }
    }

    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// The line with what stands before `from` cut off.
    pub fn after(&self, from: usize) -> Self {
        let from = from.min(self.text.len());
        let rest = Self::new(&self.text[from..], self.at + from);
        Self { indent: 0, ..rest }
    }
}

/// The lines of a text that begins at `start` of the source.
pub fn lines(text: &str, start: usize) -> Vec<Line<'_>> {
    let mut at = start;
    let mut all = Vec::new();
    for whole in with_ends(text) {
        all.push(Line::new(whole.trim_end_matches(['\n', '\r']), at));
        at += whole.len();
    }
    all
}

/// How many of the lines are blank or indented by at least `indent`, blank ones at the end not counted.
pub fn block(lines: &[Line<'_>], indent: usize) -> usize {
    let end = lines.iter().position(|line| !line.is_blank() && line.indent < indent).unwrap_or(lines.len());
    lines[..end].iter().rposition(|line| !line.is_blank()).map_or(0, |last| last + 1)
}

/// The lines with the indentation that they share taken off.
pub fn dedented<'a>(lines: &[Line<'a>]) -> Vec<Line<'a>> {
    let shared = lines.iter().filter(|line| !line.is_blank()).map(|line| line.indent).min().unwrap_or(0);
    lines.iter().map(|line| Line { indent: line.indent.saturating_sub(shared), ..*line }).collect()
}

/// The sign that an underline is made of.
pub fn underline(line: &Line<'_>) -> Option<char> {
    let first = line.text.chars().next().filter(char::is_ascii_punctuation)?;
    (line.indent == 0 && line.text.chars().all(|one| one == first)).then_some(first)
}

/// Where the words of a list item begin, if the line begins one.
pub fn item(text: &str) -> Option<usize> {
    let mark = text.find([' ', '\t']).unwrap_or(text.len());
    let sign = &text[..mark];
    let is_bullet = matches!(sign, "*" | "+" | "-" | "•" | "‣" | "⁃");
    (is_bullet || is_number(sign)).then(|| text.len() - text[mark..].trim_start().len())
}

/// `1.`, `a)`, `(iv)`, `#.`
fn is_number(sign: &str) -> bool {
    let body =
        if let Some(rest) = sign.strip_prefix('(') { rest.strip_suffix(')') } else { sign.strip_suffix(['.', ')']) };
    let Some(body) = body else { return false };
    let bytes = body.as_bytes();
    body == "#"
        || (!bytes.is_empty() && bytes.len() <= 9 && bytes.iter().all(u8::is_ascii_digit))
        || (bytes.len() == 1 && bytes[0].is_ascii_alphabetic())
        || (bytes.len() > 1 && body.bytes().all(|byte| b"ivxlcdm".contains(&byte)))
        || (bytes.len() > 1 && body.bytes().all(|byte| b"IVXLCDM".contains(&byte)))
}

/// The name of a field and where its body begins: `:date: today`.
pub fn field(text: &str) -> Option<(Range<usize>, usize)> {
    let rest = text.strip_prefix(':').filter(|rest| !rest.starts_with([':', ' ']))?;
    let mut escaped = false;
    for (at, one) in rest.char_indices() {
        match one {
            '\\' => escaped = !escaped,
            ':' if !escaped => {
                let behind = &rest[at + 1..];
                let ends = at > 0 && (behind.is_empty() || behind.starts_with([' ', '\t']));
                if ends {
                    return Some((1..at + 1, text.len() - behind.trim_start().len()));
                }
                if behind.starts_with('`') {
                    return None;
                }
            }
            _ => escaped = false,
        }
    }
    None
}

/// Where the description of an option begins: `-o FILE, --out=FILE  words`.
pub fn option(text: &str) -> Option<usize> {
    if !text.starts_with(['-', '/']) {
        return None;
    }
    let is_option = |word: &str| {
        let body = word.trim_start_matches('-');
        let dashes = word.len() - body.len();
        let slash = word.len() > 1 && word.starts_with('/');
        (matches!(dashes, 1 | 2) || slash)
            && body.trim_start_matches('/').starts_with(|one: char| one.is_ascii_alphanumeric())
    };
    let gap = text.find("  ").unwrap_or(text.len());
    let options = &text[..gap];
    let fits = options.split(", ").all(|one| {
        let mut words = one.split(' ');
        let argument =
            |word: &str| word.starts_with('<') || word.chars().all(|one| one.is_alphanumeric() || "_-".contains(one));
        words.next().is_some_and(is_option) && words.next().is_none_or(argument) && words.next().is_none()
    });
    fits.then(|| text.len() - text[gap..].trim_start().len())
}

/// The borders of the columns of a simple table: `===  ===`.
pub fn columns(line: &Line<'_>, sign: char) -> Option<Vec<Range<usize>>> {
    let is_border = line.text.starts_with(sign) && line.text.chars().all(|one| one == sign || one == ' ');
    if !is_border {
        return None;
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, one) in line.text.char_indices() {
        match found.last_mut() {
            Some(last) if one == sign && last.end == at => last.end += 1,
            _ if one == sign => found.push(at..at + 1),
            _ => {}
        }
    }
    Some(found)
}

/// True for a border of a grid table: `+---+---+`.
pub fn is_grid(text: &str) -> bool {
    text.len() > 2
        && text.starts_with('+')
        && text.ends_with('+')
        && text.bytes().all(|byte| b"+-=".contains(&byte))
        && text[1..].starts_with(['-', '='])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_apart() {
        assert_eq!(
            (item("* a"), item("12) b"), item("(iv) c"), item("#."), item("*a")),
            (Some(2), Some(4), Some(5), Some(2), None)
        );
        assert_eq!((item("ISO 9001"), item("is. x"), item("A. b")), (None, None, Some(3)));
        assert_eq!(
            (field(":a b: c"), field(":a:`b` c"), field("::"), field(":x:y: z")),
            (Some((1..4, 6)), None, None, Some((1..4, 6)))
        );
        assert_eq!((option("-o FILE, --out=FILE  words"), option("--all"), option("-- x")), (Some(21), Some(5), None));
        assert_eq!((option("-1.5 degrees colder"), option("- a")), (None, None));
        let line = Line::new("===  == ", 3);
        assert_eq!(columns(&line, '='), Some(vec![0..3, 5..7]));
        assert!(is_grid("+--+==+") && !is_grid("+1+"));
        assert_eq!(underline(&Line::new("~~~~", 0)), Some('~'));
    }

    #[test]
    fn blocks_end_where_the_indentation_does() {
        let all = lines("  a\n\n   b\n\nc\n", 0);
        assert_eq!((block(&all, 2), block(&all, 3)), (3, 0));
        let inner: Vec<usize> = dedented(&all[..3]).iter().map(|line| line.indent).collect();
        assert_eq!(inner, [0, 0, 1]);
    }
}
