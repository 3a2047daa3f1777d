//! How much of what draws a page can be run: one step of it is held in memory as a whole, so its values are counted first.

/// Most values of one step.
const OPERANDS: usize = 1_000_000;

/// How many bytes of a content end before a step of more values than are held.
pub(super) fn bounded(content: &[u8]) -> usize {
    // Each takes two bytes at least.
    if content.len() <= 2 * OPERANDS {
        return content.len();
    }
    let (mut at, mut count, mut begun) = (0, 0, 0);
    while at < content.len() {
        let end = after(content, at);
        let word = &content[at..end];
        at = end;
        if is_operator(word) {
            if word == b"BI" {
                at = after_image(content, at);
            }
            (count, begun) = (0, at);
        }
        count += usize::from(!word[0].is_ascii_whitespace());
        if count > OPERANDS {
            return begun;
        }
    }
    content.len()
}

/// Where the value, word, comment or sign that begins at a byte ends.
fn after(content: &[u8], at: usize) -> usize {
    let length = |from: usize, is_of_it: &dyn Fn(u8) -> bool| {
        content[from..].iter().position(|byte| !is_of_it(*byte)).unwrap_or(content.len() - from)
    };
    match content[at] {
        b'(' => after_string(content, at),
        b'%' => at + length(at, &|byte| !b"\r\n".contains(&byte)),
        b'/' => at + 1 + length(at + 1, &is_regular),
        first if is_regular(first) => at + length(at, &is_regular),
        _ => at + 1,
    }
}

/// True for a byte of a name, a number or an operator.
const fn is_regular(byte: u8) -> bool {
    !byte.is_ascii_whitespace()
        && byte != 0
        && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn is_operator(word: &[u8]) -> bool {
    let is_value = matches!(word, b"true" | b"false" | b"null");
    (word[0].is_ascii_alphabetic() || matches!(word[0], b'\'' | b'"')) && !is_value
}

/// Where a string ends that begins at a byte.
fn after_string(content: &[u8], at: usize) -> usize {
    let (mut depth, mut at) = (0_usize, at);
    while let Some(byte) = content.get(at) {
        match byte {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 {
            break;
        }
    }
    at.min(content.len())
}

/// Where the picture ends that begins at a byte.
fn after_image(content: &[u8], at: usize) -> usize {
    let is_end = |three: &[u8]| three[0].is_ascii_whitespace() && &three[1..] == b"EI";
    content[at..].windows(3).position(is_end).map_or(at, |end| at + end + 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_of_too_many_values_ends_what_is_run() {
        let of = |piece: &str| format!("(words) Tj {} Tj (more) Tj", piece.repeat(OPERANDS)).into_bytes();
        for piece in ["0 ", "(a)", "/N", "[1 2", "true ", "<61>", "((q)\\)) "] {
            assert_eq!(bounded(&of(piece)), "(words) Tj".len(), "{piece}");
        }
    }

    #[test]
    fn many_steps_are_run() {
        for piece in ["0 w ", "(0 0 0 0) Tj ", "BI /W 1 ID 0 0 (0 EI ", "% 0 0 \nq "] {
            let content = piece.repeat(OPERANDS);
            assert_eq!(bounded(content.as_bytes()), content.len(), "{piece}");
        }
    }
}
