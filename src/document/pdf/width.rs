//! Widths of the fonts that every reader of PDF has, which a file need not tell: Helvetica, Times and Courier.
//!
//! The numbers are those of Adobe's metrics of the core fonts, in thousandths of the size, from the blank to the tilde.

/// Width of a character that is not in the tables, by the family.
const OTHERS: [f64; 3] = [0.556, 0.5, 0.6];

/// A font of the families that need no widths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Core {
    family: Family,
    bold: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Helvetica,
    Times,
    Courier,
}

impl Core {
    /// The font that is most like one of a name.
    pub(super) fn like(name: &str, bold: bool, fixed: bool) -> Self {
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        let family = if fixed || has(&["courier", "mono"]) {
            Family::Courier
        } else if has(&["times", "roman", "serif", "georgia", "garamond"]) && !has(&["sans"]) {
            Family::Times
        } else {
            Family::Helvetica
        };
        Self { family, bold }
    }

    /// The width of a character, in parts of the size.
    pub(super) fn width(self, character: char) -> f64 {
        let table = match (self.family, self.bold) {
            (Family::Helvetica, false) => &HELVETICA,
            (Family::Helvetica, true) => &HELVETICA_BOLD,
            (Family::Times, false) => &TIMES,
            (Family::Times, true) => &TIMES_BOLD,
            (Family::Courier, _) => return OTHERS[2],
        };
        let at = u32::from(character).checked_sub(32).map(|at| at as usize);
        let other = if self.family == Family::Times { OTHERS[1] } else { OTHERS[0] };
        at.and_then(|at| table.get(at)).map_or(other, |width| f64::from(*width) / 1000.0)
    }
}

#[rustfmt::skip]
const HELVETICA: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

#[rustfmt::skip]
const HELVETICA_BOLD: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

#[rustfmt::skip]
const TIMES: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

#[rustfmt::skip]
const TIMES_BOLD: [u16; 95] = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667,
    611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722,
    722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556,
    278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_go_by_family_and_weight() {
        let width = |name, bold, character| Core::like(name, bold, false).width(character);
        assert_eq!((width("helvetica", false, 'i'), width("helvetica", true, 'i')), (0.222, 0.278));
        assert_eq!((width("times-roman", false, 'A'), width("courier", false, 'i')), (0.722, 0.6));
        assert_eq!((width("arial", false, '\u{E9}'), width("arial", false, '\n')), (0.556, 0.556));
    }
}
