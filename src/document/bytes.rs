//! Looks for bytes of a kind, many at a time.

/// How many bytes are looked at together.
const STRETCH: usize = 32;

/// Where the first byte stands that is a sign.
#[inline]
pub fn find(bytes: &[u8], is_sign: impl Fn(u8) -> bool) -> Option<usize> {
    // Without an early end the loop over a stretch is vectorised.
    let has_sign =
        |stretch: &[u8; STRETCH]| stretch.iter().fold(0, |found, byte| found | u8::from(is_sign(*byte))) != 0;
    let (stretches, rest) = bytes.as_chunks();
    let start = if let Some(number) = stretches.iter().position(has_sign) {
        number * STRETCH
    } else {
        // The last stretch begins inside the one before; if it is the only one, it is filled up with a byte of its own.
        let is_in_rest = if let Some(last) = bytes.last_chunk() {
            has_sign(last)
        } else {
            let mut stretch = [*rest.first()?; STRETCH];
            stretch[..rest.len()].copy_from_slice(rest);
            has_sign(&stretch)
        };
        if !is_in_rest {
            return None;
        }
        bytes.len() - rest.len()
    };
    bytes[start..].iter().position(|byte| is_sign(*byte)).map(|found| start + found)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_found_is_the_first(text in "([a-c]{0,40}[a-c*]){0,4}", from in 0_usize..9) {
            let bytes = text.as_bytes().get(from..).unwrap_or_default();
            prop_assert_eq!(find(bytes, |byte| byte == b'*'), bytes.iter().position(|byte| *byte == b'*'));
        }
    }
}
