//! Years as texts write them, with four digits: the rules by which rooms tell them from other numbers.

/// How many digits a year has.
pub const DIGITS: usize = 4;

/// True for four digits and nothing else: "2013", "0815".
pub fn is_written(text: &str) -> bool {
    text.len() == DIGITS && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// True for a year from 1000 to 2999 and nothing else.
pub fn is_plausible(text: &str) -> bool {
    text.starts_with(['1', '2']) && is_written(text)
}

/// True if a text begins with a year from 1900 to 2099: "2013.", no longer number.
pub fn leads(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == DIGITS && (text.starts_with("19") || text.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_have_four_digits() {
        let of = |text: &str| (is_written(text), is_plausible(text), leads(text));
        assert_eq!(of("2013"), (true, true, true));
        assert_eq!(of("1804"), (true, true, false));
        assert_eq!(of("0815"), (true, false, false));
        assert_eq!(of("2013."), (false, false, true));
        assert_eq!(of("20131"), (false, false, false));
        assert_eq!(of("201"), (false, false, false));
        assert_eq!(of("２０"), (false, false, false));
        assert_eq!(of(""), (false, false, false));
    }
}
