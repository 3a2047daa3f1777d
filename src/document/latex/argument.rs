//! Arguments in braces and options in brackets: where they begin and end.

/// Longest argument that is not read, in bytes.
const ARGUMENT: usize = 2000;

/// The name in braces at `at`, and where it ends.
pub fn name_at(text: &str, at: usize) -> Option<(&str, usize)> {
    let open = group_at(text, at)?;
    let length = text[open..].bytes().take(64).position(|byte| byte == b'}')?;
    Some((&text[open + 1..open + length], open + length + 1))
}

/// Where the brace stands that opens an argument at `at`.
pub fn group_at(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let blank = rest.bytes().take(80).take_while(u8::is_ascii_whitespace).count();
    rest[blank..].starts_with('{').then_some(at + blank)
}

/// One past the argument at `at`, if there is one.
pub fn skip_group(text: &str, at: usize) -> usize {
    group_at(text, at).and_then(|open| balanced(text, open, (b'{', b'}'))).unwrap_or(at)
}

/// One past the options in brackets at `at`, if there are any.
pub fn skip_option(text: &str, at: usize) -> usize {
    let mut end = at;
    while let Some(next) = option_end(text, end) {
        end = next;
    }
    end
}

/// One past the options in brackets at `at`, if there are any closed ones.
pub fn option_end(text: &str, at: usize) -> Option<usize> {
    text[at..].starts_with('[').then(|| balanced(text, at, (b'[', b']'))).flatten()
}

/// One past the sign that closes the one at `open`.
fn balanced(text: &str, open: usize, signs: (u8, u8)) -> Option<usize> {
    let bytes = &text.as_bytes()[..text.len().min(open + ARGUMENT)];
    let mut depth = 0;
    let mut at = open;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            byte if byte == signs.0 => depth += 1,
            byte if byte == signs.1 => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// Where the text goes on behind a comment: it takes its line end and the blanks of the next line with it.
pub fn comment_end(text: &str, at: usize) -> usize {
    let Some(end) = memchr::memchr(b'\n', &text.as_bytes()[at..]) else { return text.len() };
    let next = at + end + 1;
    let blank = text[next..].bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    // A blank line behind it ends the paragraph all the same.
    if text[next + blank..].starts_with('\n') { next - 1 } else { next + blank }
}
