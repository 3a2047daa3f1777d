//! Fills the holes of a rule's wordings with what a check found.

/// Values for the holes, by name.
pub type Values = Vec<(&'static str, String)>;

/// The first wording whose holes are all filled; empty if there is none.
#[must_use]
pub fn first(wordings: &[&str], values: &Values) -> String {
    wordings.iter().find_map(|wording| fill(wording, values)).unwrap_or_default()
}

/// Every wording whose holes are all filled, as sentences.
#[must_use]
pub fn all(wordings: &[&str], values: &Values) -> String {
    let sentences: Vec<String> = wordings.iter().filter_map(|wording| fill(wording, values)).collect();
    sentences.join(" ")
}

/// Names of the holes in a wording.
pub fn holes(wording: &str) -> impl Iterator<Item = &str> {
    wording.split('{').skip(1).filter_map(|rest| rest.split('}').next())
}

/// The wording with its holes filled; nothing if a value is missing.
fn fill(wording: &str, values: &Values) -> Option<String> {
    let mut pieces = wording.split('{');
    let mut out = pieces.next()?.to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once('}')?;
        let (_, value) = values.iter().find(|(known, _)| *known == name)?;
        out.push_str(value);
        out.push_str(rest);
    }
    Some(out)
}

/// Joins names as a sentence does: "A", "A or B", "A, B or C".
#[must_use]
pub fn one_of(names: &[&str], joiner: &str) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} {joiner} {last}", first.join(", ")),
    }
}

/// The words with a capital letter at their head.
#[must_use]
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A text of several lines in one, with a blank where more stood or a line ended.
#[must_use]
pub fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wording_with_an_empty_hole_is_left_out() {
        let values = vec![("a", "X".to_owned())];
        assert_eq!(first(&["{b} is", "{a} is"], &values), "X is");
        assert_eq!(all(&["{a}.", "{b}.", "Done."], &values), "X. Done.");
        assert_eq!(holes("{a} and {b}").collect::<Vec<_>>(), ["a", "b"]);
    }

    #[test]
    fn names_are_joined_as_in_a_sentence() {
        assert_eq!(one_of(&["A", "B", "C"], "or"), "A, B or C");
    }
}
