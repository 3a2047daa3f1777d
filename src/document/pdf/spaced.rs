//! Letters that are set apart from one another, as in titles: the gaps between them part no words.

use super::line::Piece;

/// What stands for a gap between signs, until it is known what it parts.
pub(super) const GAP: char = '\u{2009}';

/// Fewest signs of a word by which it is seen that its letters are set apart, and how many of them are letters.
const WORD: (usize, usize) = (4, 3);

/// How much wider than the narrowest gap those are that still part letters only.
const WIDER: f32 = 1.6;

impl Piece {
    /// Settles what its gaps are: blanks between words, or nothing.
    pub(super) fn settle(&mut self) {
        if !self.text.contains(GAP) {
            return;
        }
        let signs: Vec<char> = self.text.chars().collect();
        let inner = between_letters(&signs, &self.ends);
        let kept = |at: &usize| inner.binary_search(at).is_err();
        let shown = |at: usize| if signs[at] == GAP { ' ' } else { signs[at] };
        self.text = (0..signs.len()).filter(kept).map(shown).collect();
        self.ends = (0..signs.len()).filter(kept).map(|at| self.ends[at]).collect();
    }
}

/// Which gaps stand between letters of a word; `ends` says where each sign ends.
fn between_letters(signs: &[char], ends: &[f32]) -> Vec<usize> {
    let is_alone = |at: usize| {
        let parts = |at: Option<usize>| at.is_none_or(|at| signs.get(at).is_none_or(|one| matches!(*one, ' ' | GAP)));
        parts(at.checked_sub(1)) && parts(Some(at + 1))
    };
    let width = |at: usize| ends[at] - ends[at - 1];
    // Gaps with a single sign on either side, and whether those without a word between them make one.
    let gaps: Vec<usize> = (1..signs.len().saturating_sub(1))
        .filter(|at| signs[*at] == GAP && is_alone(at - 1) && is_alone(at + 1))
        .collect();
    let is_word = |word: &[usize]| {
        let letters = word.iter().map(|at| signs[at - 1]).chain(word.last().map(|at| signs[at + 1]));
        word.len() + 1 >= WORD.0 && letters.filter(|one| one.is_alphabetic()).count() >= WORD.1
    };
    if !gaps.chunk_by(|a, b| b - a == 2).any(is_word) {
        return Vec::new();
    }
    let narrowest = gaps.iter().map(|at| width(*at)).fold(f32::INFINITY, f32::min);
    gaps.into_iter().filter(|at| width(*at) <= WIDER * narrowest).collect()
}

#[cfg(test)]
mod tests {
    use super::super::line::Style;
    use super::*;

    /// The text of a piece whose signs are 5 wide; `|` is a gap of 2, `_` one of 5.
    fn settled(drawn: &str) -> String {
        let mut end = 0.0;
        let of = |sign: char| {
            end += if sign == '|' { 2.0 } else { 5.0 };
            (if sign == '|' || sign == '_' { GAP } else { sign }, end)
        };
        let (text, ends) = drawn.chars().map(of).unzip();
        let (size, style) = (10.0, Style::default());
        let mut piece = Piece { text, ends, from: 0.0, to: 0.0, y: 0.0, size, angle: 0, style };
        piece.settle();
        assert_eq!(piece.text.chars().count(), piece.ends.len());
        piece.text
    }

    #[test]
    fn letters_set_apart_are_words() {
        assert_eq!(settled("I|S|O|/|I|E|C 2|7|0|0|1|:|2|0|1|3"), "ISO/IEC 27001:2013");
        assert_eq!(settled("I|S|O|/|I|E|C_2|7|0|0|1|:|2|0|1|3"), "ISO/IEC 27001:2013");
        assert_eq!(settled("our I|S|O|/|I|E|C 9 word"), "our ISO/IEC 9 word");
    }

    #[test]
    fn gaps_between_words_are_blanks() {
        assert_eq!(settled("one|word|of|a|few"), "one word of a few");
        assert_eq!(settled("4|5|6|7|8"), "4 5 6 7 8");
        assert_eq!(settled("a|b"), "a b");
    }
}
