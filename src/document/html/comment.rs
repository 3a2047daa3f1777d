//! Comments, told from what only looks like one: in the value of an attribute, in a script.

use std::ops::Range;

use super::tag;

/// Elements whose content is text to the end, whatever signs stand in it.
const RAW: &[&str] = &["iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"];

/// The comments of a document or fragment, as bytes of it, in order.
#[must_use]
pub fn comments(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = memchr::memchr(b'<', &text.as_bytes()[at..]) {
        let start = at + open;
        let end = start + tag::end(&text[start..]);
        let own = &text[start..end];
        if own.starts_with("<!--") {
            found.push(start..end);
        }
        at = opens_raw(own).map_or(end, |name| close(text, end, name));
    }
    found
}

/// The element that a tag opens, if its content is text to the end.
#[must_use]
pub fn opens_raw(own: &str) -> Option<&'static str> {
    RAW.iter().find(|name| !own.starts_with("</") && tag::name(own).eq_ignore_ascii_case(name)).copied()
}

/// True if a tag closes the element of a name.
#[must_use]
pub fn is_closed_by(name: &str, own: &str) -> bool {
    own.starts_with("</") && tag::name(own).eq_ignore_ascii_case(name)
}

/// Where the tag begins that closes an element; the end of the text if none does.
fn close(text: &str, from: usize, name: &str) -> usize {
    let closes = |at: &usize| {
        text.as_bytes()[*at..].get(..name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name.as_bytes()))
    };
    let mut found = memchr::memmem::find_iter(&text.as_bytes()[from..], b"</").map(|at| from + at);
    found.find(|at| closes(&(at + 2))).unwrap_or(text.len())
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
        assert_eq!(of("a < b <!-- c > \n --> <!-- d"), ["<!-- c > \n -->", "<!-- d"]);
    }
}
