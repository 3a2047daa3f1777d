//! Which designations of a block count as citations: none in an address or a name of a file, in code only in full form.

use std::ops::Range;

use jiff::civil::Date;
use smallvec::SmallVec;

use crate::document::{Block, Mark, Role};
use crate::standard::grammar::{self, Reference, is_ideographic};
use crate::standard::{Citation, cite};

/// How far around a citation the word it stands in is looked at, in bytes.
const WORD: usize = 256;

/// The citations of a block that count as such: not in addresses or names of files, in code only in full form.
#[must_use]
pub fn citations(block: &Block, on: Date) -> Vec<Citation> {
    read(
        block,
        |reference, ranges| !is_address(block, &reference.range, ranges) && !is_identifier(block, reference),
        on,
    )
}

/// The designations of a block, also those that are names in a program, but none in addresses or names of files.
pub(super) fn mentions(block: &Block, on: Date) -> Vec<Citation> {
    read(block, |reference, ranges| !is_address(block, &reference.range, ranges), on)
}

/// The designations of a block that are `wanted`, which is told the ranges of all.
fn read(block: &Block, wanted: impl Fn(&Reference, &[Range<usize>]) -> bool, on: Date) -> Vec<Citation> {
    let found = grammar::find(block.prose.text());
    if found.is_empty() {
        return Vec::new();
    }
    let ranges: SmallVec<[Range<usize>; 4]> = found.iter().map(|reference| reference.range.clone()).collect();
    // Citations are large, and most blocks have one.
    let mut citations = Vec::with_capacity(found.len());
    let is_wanted = |reference: &Reference| !block.is_named(&reference.range) && wanted(reference, &ranges);
    citations.extend(found.into_iter().filter(is_wanted).map(|reference| cite(reference, on)));
    citations
}

/// True if the range lies in an address or a name of a file, as marked by the reader or as the word itself shows.
/// `ranges` are those of all references of the block, which explain slashes that are none of a path.
pub(super) fn is_address(block: &Block, range: &Range<usize>, ranges: &[Range<usize>]) -> bool {
    let text = block.prose.text();
    block.has_role(range, Role::Address)
        || !stands_apart(text, range) && is_in_address(text, range, ranges)
        || is_in_file_name(block, range)
}

/// True for a designation in capitals and digits that nothing but a full stop touches, as most are: what follows would only
/// find that its word is no address.
fn stands_apart(text: &str, range: &Range<usize>) -> bool {
    let behind = &text[range.end..];
    let behind = behind.strip_prefix('.').unwrap_or(behind);
    let written = &text.as_bytes()[range.clone()];
    let is_plain = |byte: &u8| matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b' ' | b'-' | b'/' | b':');
    text[..range.start].chars().next_back().is_none_or(ends_word)
        && behind.chars().next().is_none_or(ends_word)
        && matches!(written.first(), Some(b'I' | b'0'..=b'9'))
        && written.iter().all(is_plain)
        && memchr::memchr_iter(b':', written).all(|at| written.get(at + 1) != Some(&b'/'))
}

/// True if the word around the range is an address or a name of a file.
fn is_in_address(text: &str, range: &Range<usize>, ranges: &[Range<usize>]) -> bool {
    let start = text[..range.start]
        .char_indices()
        .rev()
        .take_while(|(at, one)| !ends_word(*one) && range.start - at < WORD)
        .last()
        .map_or(range.start, |(at, _)| at);
    let end = text[range.end..]
        .char_indices()
        .find(|(at, one)| ends_word(*one) || *at >= WORD)
        .map_or(text.len(), |(at, _)| range.end + at);
    let word = &text[start..end];
    let head = &text[start..range.start];
    let has_dot = word.contains('.');
    memchr::memchr_iter(b':', word.as_bytes()).any(|at| word[at..].starts_with("://"))
        || word.starts_with("www.")
        || is_name(word)
        || word.contains('@')
        || head.ends_with(['#', '\\']) && !head.ends_with("\\n") && !is_tag(head, &text[range.clone()])
        || is_path(text, start..end, range, ranges)
        || has_dot && (has_file_ending(&text[range.end..end]) || has_file_ending(word))
}

/// How far a name of a file with blanks in it reaches to either side, in characters.
const NAME: usize = 120;

/// Most words of a name of a file that nothing but its ending shows.
const WORDS: usize = 6;

/// True if the range lies in a name of a file with blanks, which is all of a value or stands between quotes:
/// `"docs/ISO 9001-2015 certificate.pdf"`. No name has a colon in it.
fn is_in_file_name(block: &Block, range: &Range<usize>) -> bool {
    let text = block.prose.text();
    if text[range.clone()].contains(':') {
        return false;
    }
    let value = block.entry().map_or(0..0, |(_, value)| text.len() - value.len()..text.len());
    if value.len() <= NAME && value.start <= range.start && is_file_name(&text[value.clone()]) {
        return true;
    }
    // A character has at most four bytes.
    let may_be_name = |mark: &&Mark| mark.range.len() <= 4 * NAME;
    let mut codes = block.marks.around(range, Role::Code).filter(may_be_name);
    if codes.any(|mark| is_file_name(&text[mark.range.clone()])) || is_before_version(&text[range.end..]) {
        return true;
    }
    let near = &text.as_bytes()[range.end..text.len().min(range.end + 4 * NAME)];
    if memchr::memchr3(b'"', b'\'', b'`', near).is_none() {
        return false;
    }
    let marks = ['"', '\'', '`', '\n'];
    let tail = text[range.end..].char_indices().take(NAME).find(|(_, one)| marks.contains(one));
    let head = text[..range.start].char_indices().rev().take(NAME).find(|(_, one)| marks.contains(one));
    let (Some((length, close)), Some((start, open))) = (tail, head) else { return false };
    close == open && close != '\n' && is_file_name(&text[start + 1..range.end + length])
}

/// True if a version with the ending of a file stands behind a designation: "ISO 9001_2015 Rev 0.md".
fn is_before_version(behind: &str) -> bool {
    let Some(rest) = behind.strip_prefix([' ', '_']) else { return false };
    let named = |word: &str| rest.get(..word.len()).is_some_and(|have| have.eq_ignore_ascii_case(word));
    let Some(word) = ["rev", "ver", "v"].into_iter().find(|word| named(word)) else { return false };
    let number = rest[word.len()..].trim_start_matches(['.', ' ']);
    number.starts_with(|one: char| one.is_ascii_digit())
        && number.split(char::is_whitespace).next().is_some_and(has_file_ending)
}

/// True for a name of a file, with the folders it lies in or without.
fn is_file_name(name: &str) -> bool {
    // "Rev. 0" ends no sentence.
    let goes_on = |rest: &str| rest.starts_with(|one: char| one.is_ascii_digit());
    let is_sentence = [", ", ": ", "; ", ". "]
        .iter()
        .any(|sign| name.match_indices(sign).any(|(at, _)| *sign != ". " || !goes_on(&name[at + sign.len()..])));
    has_file_ending(name) && !is_sentence && (name.contains('/') || name.split_whitespace().count() <= WORDS)
}

/// True for a tag, which is a designation with its year behind the sign: `#ISO27001:2013`, but not `#iso27001`. What is
/// meant as a heading, `##ISO 9001:2015`, is read like it.
fn is_tag(head: &str, written: &str) -> bool {
    let is_mark = head.len() <= 6 && head.bytes().all(|byte| byte == b'#');
    is_mark && written.starts_with(|one: char| one.is_uppercase()) && written.contains(':')
}

/// True if a word is or holds a uniform resource name, such as that of a standard: `urn:iso:std:iso-iec:27001`.
fn is_name(word: &str) -> bool {
    let begins = word.get(.."urn:".len()).is_some_and(|begin| begin.eq_ignore_ascii_case("urn:"));
    begins
        || memchr::memchr_iter(b':', word.as_bytes())
            .any(|at| word[..at].ends_with("iso") && word[at..].starts_with(":std:"))
}

/// True for a character that no address has in it, or that parts it from the text around it.
fn ends_word(one: char) -> bool {
    one.is_whitespace() || "<>\"()[]{}|`,;。、；，".contains(one) || is_ideographic(one)
}

/// True if the word around a reference is a path: it begins like one, or what stands beside the references in it is in
/// small letters. A designation with a colon or a blank is no name of a folder.
fn is_path(text: &str, word: Range<usize>, range: &Range<usize>, ranges: &[Range<usize>]) -> bool {
    let whole = &text[word.clone()];
    let written = &text[range.clone()];
    // "certified /ISO 27001:2013/ by": nothing stands before it.
    let is_folder = written.find('/').is_some_and(|at| written[at + 1..].starts_with(|one: char| one.is_ascii_digit()));
    let is_apart = word.start + 1 == range.start && whole.starts_with('/') && written.contains(':') && !is_folder;
    // "docs/ISO/27001:2013", "ISO/27001:2013-slim".
    let is_joined = || word.start < range.start || text[range.end..word.end].starts_with(['-', '/', '@', '_']);
    if is_folder && is_joined()
        || whole.starts_with(['/', '.', '~']) && !is_apart
        || whole.contains('\\')
            && !["\\n", "\\t", "\\r", "\\/", "\\_", "\\-"].iter().any(|escape| whole.contains(escape))
    {
        return true;
    }
    if written.contains([':', ' ', '\n']) || !whole.contains('/') {
        return false;
    }
    let explained = |at: usize| {
        let after = ranges.partition_point(|one| one.start <= at);
        ranges[after.saturating_sub(2)..after].iter().any(|one| one.contains(&at))
    };
    let rest: String =
        text[word.clone()].char_indices().filter(|(at, _)| !explained(word.start + at)).map(|(_, one)| one).collect();
    rest.split('/').any(|piece| piece.starts_with(|one: char| one.is_ascii_lowercase()) && piece.len() > 1)
}

/// True if a word ends like a name of a file.
fn has_file_ending(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "md", "mdx", "txt", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "csv", "json", "yaml",
        "yml", "xml", "html", "htm", "png", "jpg", "jpeg", "svg", "gif", "webp", "zip", "py", "ts", "js", "go", "rs",
        "adoc", "rst", "toml", "tsv", "drawio",
    ];
    let word = word.trim_end_matches(['.', ',', ';', ':', ')', '\'', '*', '!', '?']);
    word.rsplit_once('.').is_some_and(|(stem, ending)| {
        !stem.ends_with('.') && ENDINGS.iter().any(|one| one.eq_ignore_ascii_case(ending))
    })
}

/// True for a name in a program rather than a designation: a slug in small letters, or a short form in code.
fn is_identifier(block: &Block, reference: &Reference) -> bool {
    let text = block.prose.text();
    let written = &text[reference.range.clone()];
    let joined = |one: Option<char>| one.is_some_and(|one| one == '_' || one == '-');
    let slug = !written.contains([' ', '\n', ':', '/']);
    let behind = &text[reference.range.end..];
    let in_name = joined(text[..reference.range.start].chars().next_back()) || behind.starts_with('_');
    // "ISO_9001_2015_small" goes on as names in programs do.
    let goes_on = behind.strip_prefix('_').is_some_and(|rest| rest.starts_with(|one: char| one.is_ascii_lowercase()));
    let lower_slug = reference.lower && slug && (written.contains(['-', '_']) || in_name);
    let underscored =
        slug && (written.contains('_') || in_name) && (reference.lower || goes_on || block.is_code(&reference.range));
    // "ISO/IEC 20000-1, -2 and -9": what belongs to a designation in full is read with it.
    let before = &text[..reference.range.start];
    let listed = written.starts_with('-') && before.ends_with([' ', '\n']) && !reference.publishers.is_empty();
    let short = (slug || reference.bare) && !listed;
    let in_code = block.is_code(&reference.range) && (short || reference.lower);
    lower_slug || underscored || in_code
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::document::Format;

    proptest! {
        #[test]
        fn what_stands_apart_is_in_no_address(
            pieces in proptest::collection::vec(
                "ISO|IEC|/|//|:|:/| |\n|\\.|\\(|,|www\\.|urn:|URN:|@|#|\\\\|~|-|_|27001|2013|md|pdf|iso:std:|iso|ä|ISO/IEC 27001:2013|ISO 9001",
                1..8,
            ),
        ) {
            let text = pieces.concat();
            let ranges: Vec<Range<usize>> = grammar::find(&text).into_iter().map(|one| one.range).collect();
            let places = || text.char_indices().map(|(at, _)| at).chain([text.len()]);
            for range in places().flat_map(|start| places().filter(move |end| start < *end).map(move |end| start..end)) {
                prop_assert!(!stands_apart(&text, &range) || !is_in_address(&text, &range, &ranges), "{text:?} {range:?}");
            }
        }
    }

    #[test]
    fn in_code_a_part_is_read_with_the_designation_before_it() {
        let text = "`ISO/IEC 20000-1, -2 and -9` and not `20000-1, -9` or `ISO20000-1,-9`";
        let document = Format::Markdown.read(text, None);
        let found = citations(&document.blocks[0], date(2026, 11, 22));
        let words: Vec<&str> =
            found.iter().map(|one| &document.blocks[0].prose.text()[one.reference.range.clone()]).collect();
        assert_eq!(words, ["ISO/IEC 20000-1", "-2", "-9"]);
    }

    #[test]
    fn a_tag_cites_and_an_anchor_does_not() {
        let text = "Tags: #ISO27001:2013 #ISO27001 a#ISO27001:2013 #iso27001:2013 ##ISO 9001:2008 a##ISO 9001:2008";
        let document = Format::Markdown.read(text, None);
        let found = citations(&document.blocks[0], date(2026, 11, 22));
        let at: Vec<usize> = found.iter().map(|one| one.reference.range.start).collect();
        assert_eq!(at, [7, 64]);
    }
}
