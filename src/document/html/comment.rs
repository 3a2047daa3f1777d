//! Comments, told from what only looks like one: in the value of an attribute, in a script.

use std::ops::Range;

use super::tag;

/// Elements whose content is text to the end, whatever signs stand in it.
const RAW: &[&str] = &["iframe", "noembed", "noframes", ENDLESS, "script", "style", "textarea", "title", "xmp"];

/// The element that nothing closes: what follows it is text to the end of the document.
const ENDLESS: &str = "plaintext";

/// The comments of a document or fragment, as bytes of it, in order.
#[must_use]
pub fn comments(text: &str) -> Vec<Range<usize>> {
    comments_within(text, &mut None)
}

/// The same for a part of a document; `raw` is the element in which the part begins, and then that in which it ends, if
/// the content of that element is text.
pub fn comments_within(text: &str, raw: &mut Option<&'static str>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        if let Some(name) = *raw {
            let Some(closed) = close(text, at, name) else { return found };
            (at, *raw) = (closed, None);
        }
        let Some(open) = memchr::memchr(b'<', &text.as_bytes()[at..]) else { return found };
        let start = at + open;
        at = start + tag::end(&text[start..]);
        let own = &text[start..at];
        if own.starts_with("<!--") {
            found.push(start..at);
        }
        let opens = |name: &&&str| !own.starts_with("</") && tag::name(own).eq_ignore_ascii_case(name);
        *raw = RAW.iter().find(opens).copied();
    }
}

/// True if a part of a document closes an element whose content is text.
#[must_use]
pub fn ends_raw(text: &str, name: &str) -> bool {
    close(text, 0, name).is_some()
}

/// True for the element that nothing closes.
#[must_use]
pub fn is_endless(name: &str) -> bool {
    name == ENDLESS
}

/// Where the tag begins that closes an element.
fn close(text: &str, from: usize, name: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_named = |at: &usize| {
        let (own, rest) = bytes[*at + 2..].split_at_checked(name.len()).unwrap_or_default();
        own.eq_ignore_ascii_case(name.as_bytes()) && !rest.first().is_some_and(u8::is_ascii_alphanumeric)
    };
    let mut found = memchr::memmem::find_iter(&bytes[from..], b"</").map(|at| from + at);
    found.find(is_named).filter(|_| name != ENDLESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_value_or_a_script_is_no_comment() {
        let of = |text| comments(text).into_iter().map(|range| &text[range]).collect::<Vec<&str>>();
        assert_eq!(of("<p title='<!-- a -->'>b<!-- c --></p>"), ["<!-- c -->"]);
        assert_eq!(of("<script>'<!-- a -->'</SCRIPT><!-- b -->"), ["<!-- b -->"]);
        assert_eq!(of("<textarea><!-- a --></textarea ><xmp><!-- b -->"), Vec::<&str>::new());
        assert_eq!(of("<!-- a --><plaintext><!-- b --></plaintext><!-- c -->"), ["<!-- a -->"]);
        assert_eq!(of("<title>a</titles><!-- b --></title><!-- c -->"), ["<!-- c -->"]);
        assert_eq!(of("a < b <!-- c > \n --> <!-- d"), ["<!-- c > \n -->", "<!-- d"]);
    }
}
