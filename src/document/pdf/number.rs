//! Numbers of pages in heads and feet: the same line says another one on each page.

/// A line with its numbers apart from its words.
#[derive(Clone, Debug)]
pub(super) struct Numbered {
    /// The line with all its numbers alike.
    pub(super) shape: String,
    /// Its numbers.
    numbers: Vec<usize>,
    /// The page that it stands on.
    page: usize,
}

/// Words before a number that is not that of a page.
const NAMES: &[&str] = &[
    "part", "parts", "clause", "clauses", "annex", "edition", "section", "chapter", "control", "table", "figure",
    "iso", "iec", "tr", "ts", "en", "teil", "teile", "abschnitt", "kapitel", "anhang", "partie", "annexe", "chapitre",
    "parte", "capítulo", "anexo",
];

impl Numbered {
    /// A line of a page.
    pub(super) fn of(text: &str, page: usize) -> Self {
        let (mut shape, mut numbers, mut before) = (String::with_capacity(text.len()), Vec::new(), "");
        for word in text.split_whitespace() {
            let bare = bare(word);
            match value(bare).filter(|_| !is_name(before)) {
                Some(number) => {
                    numbers.push(number);
                    shape.push_str(&word.replacen(bare, "#", 1));
                }
                None => shape.push_str(word),
            }
            shape.push(' ');
            before = word;
        }
        Self { shape, numbers, page }
    }

    /// True if another line says the same but for the number of its page.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let is_moved = |own: usize, of_other: usize| own + other.page == of_other + self.page;
        self.shape == other.shape
            && self.numbers.len() == other.numbers.len()
            && self.numbers.iter().zip(&other.numbers).all(|(own, other)| own == other || is_moved(*own, *other))
    }
}

/// A text without the number of its page: short numbers at its head and its end, "3", "3 / 10", "page 3 of 10".
pub(super) fn without_page(text: &str) -> String {
    let is_short = |word: &str| {
        let word = bare(word);
        word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit() || ROMAN.contains(&byte))
    };
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let is_named = |word: Option<&&str>| word.is_some_and(|word| is_name(word));
    while words.last().is_some_and(|word| is_short(word)) && !is_named(words.iter().rev().nth(1)) {
        words.pop();
        // "Of", "von" and the like stand between the number of a page and that of all pages.
        if words.len() > 1 && words.last().is_some_and(|word| word.len() <= 3) && is_short(words[words.len() - 2]) {
            words.pop();
        }
    }
    let head = words.iter().take_while(|word| is_short(word)).count();
    words[head..].join(" ")
}

/// Letters of which small Roman numbers are made.
const ROMAN: &[u8] = b"ivxlc";

/// True for a word before a number that is not that of a page.
fn is_name(word: &str) -> bool {
    NAMES.contains(&bare(word).to_lowercase().as_str())
}

/// The value of a short number, in digits or small Roman ones.
fn value(word: &str) -> Option<usize> {
    /// Longest number of a page, in bytes.
    const LONGEST: usize = 6;
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word.parse().ok();
    }
    let letters: Option<Vec<usize>> = word.bytes().map(letter).collect();
    let letters = letters?;
    let next = letters.iter().skip(1).chain([&0]);
    let (more, less) = letters
        .iter()
        .zip(next)
        .fold((0, 0), |(more, less), (own, next)| if own < next { (more, less + own) } else { (more + own, less) });
    more.checked_sub(less)
}

/// What a letter of a Roman number stands for.
fn letter(letter: u8) -> Option<usize> {
    let at = ROMAN.iter().position(|own| *own == letter)?;
    Some([1, 5, 10, 50, 100][at])
}

/// A word without the signs around it.
fn bare(word: &str) -> &str {
    word.trim_matches(['(', ')', '[', ']', ',', '.', '-', '–', '/', '|'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages_do_not_count_but_those_of_standards_do() {
        assert_eq!(without_page("Policy on ISO 9001 3"), without_page("Policy on ISO 9001 14"));
        assert_ne!(without_page("Policy on ISO 9001 3"), without_page("Policy on ISO 14001 3"));
        assert_eq!(without_page("Plan page 3 of 10"), without_page("Plan page 4 of 10"));
        assert_eq!(without_page("3 / 10 Plan"), without_page("4 / 10 Plan"));
        assert_ne!(
            without_page("We hold ISO/IEC 20000 part 7 here."),
            without_page("We hold ISO/IEC 20000 part 9 here.")
        );
        assert_ne!(without_page("ISO/IEC 20000 part 7"), without_page("ISO/IEC 20000 part 9"));
    }

    #[test]
    fn numbers_go_with_the_pages_or_stand_still() {
        let is_same = |one: (&str, usize), other: (&str, usize)| {
            Numbered::of(one.0, one.1).is_same(&Numbered::of(other.0, other.1))
        };
        assert!(is_same(("Page 3 of 10", 5), ("Page 4 of 10", 6)) && is_same(("Page 3 of 10", 5), ("Page 3 of 10", 6)));
        assert!(!is_same(("Page 3 of 10", 5), ("Page 5 of 10", 6)));
        assert!(is_same(("viii", 1), ("ix", 2)) && is_same(("(xlii)", 1), ("(xliv)", 3)));
        assert!(!is_same(("Clause 8", 1), ("Clause 9", 2)) && !is_same(("4.1 yes", 1), ("4.2 yes", 2)));
        assert!(!is_same(("Plan 3", 1), ("Policy 4", 2)));
    }
}
