//! Where a sign of a comment stands for itself: in an address, and in a file that a document carries with it.

/// Commands whose argument is an address.
const ADDRESSES: &[&str] = &["\\url{", "\\nolinkurl{", "\\href{", "\\path{"];

/// What begins and ends a file that is written out as it stands, with its comments.
const FILE: [&str; 2] = ["\\begin{filecontents", "\\end{filecontents"];

/// True if the sign at `at` begins no comment.
#[must_use]
pub fn is_literal(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let line = before.rsplit('\n').next().unwrap_or_default();
    let is_open = |sign: &str| line.rfind(sign).is_some_and(|open| !line[open..].contains('}'));
    let last = |sign: &str| memchr::memmem::rfind(before.as_bytes(), sign.as_bytes());
    ADDRESSES.iter().any(|sign| is_open(sign)) || last(FILE[0]) > last(FILE[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_in_an_address_and_in_a_file_a_sign_is_literal() {
        for (text, literal) in [
            ("\\url{a/% b}", true),
            ("\\url{a}% b", false),
            ("\\href{a}{c}\n% b", false),
            ("\\begin{filecontents*}{c.bib}\n% b", true),
            ("\\begin{filecontents}{c}\n\\end{filecontents}\n% b", false),
        ] {
            assert_eq!(is_literal(text, text.find('%').expect("there")), literal, "{text}");
        }
    }
}
