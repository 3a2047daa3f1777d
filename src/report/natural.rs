//! The order in which people expect numbers.

/// Digits and what stands between them, so that part 10 comes behind part 2.
#[must_use]
pub fn natural(text: &str) -> Vec<(u64, &str)> {
    let digit = |one: char| one.is_ascii_digit();
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let is_number = rest.starts_with(digit);
        let end = rest.find(|one: char| digit(one) != is_number).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        pieces.push((if is_number { piece.parse().unwrap_or(u64::MAX) } else { 0 }, piece));
        rest = behind;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_sorted_by_number() {
        let mut names = ["ISO/IEC 20000-10", "ISO/IEC 20000-2", "ISO 9001", "ISO/IEC 20000"];
        names.sort_by_key(|name| natural(name));
        assert_eq!(names, ["ISO 9001", "ISO/IEC 20000", "ISO/IEC 20000-2", "ISO/IEC 20000-10"]);
    }
}
