//! Elements that are not shown: those that say so themselves.
//!
//! What waits for a click, such as the panel behind a tab, says so in the same way and is shown; it is read.

use super::reader::{BLOCKS, lowered, unread_end};
use super::tag;

/// Roles of what waits to be shown.
const WAITING: &[&str] = &["tabpanel", "dialog", "alertdialog", "region", "tooltip", "menu"];

/// How classes begin of what waits to be shown.
const OPENED: &[&str] =
    &["tab-", "tabs", "tabp", "tabc", "panel", "collaps", "accordion", "modal", "dropdown", "toggle", "faq"];

/// Elements whose whole page is shown once its programs have run.
const PAGES: &[&str] = &["html", "body", "main", "dialog"];

/// Elements that hold nothing and are not closed.
const EMPTY: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements that need not be closed: another of their kind ends them, or the end of what they stand in.
const OPEN: &[&str] = &["dd", "dt", "li", "optgroup", "option", "p", "tbody", "td", "tfoot", "th", "thead", "tr"];

/// True if an opening tag says that nothing of its element is shown.
pub(super) fn is_hidden(tag: &str, name: &str) -> bool {
    let waits = || {
        let mut classes = tag::value(tag, "class").split_ascii_whitespace();
        PAGES.contains(&name)
            || WAITING.contains(&tag::value(tag, "role"))
            || classes.any(|class| OPENED.iter().any(|head| class.to_ascii_lowercase().starts_with(head)))
    };
    let style = || {
        let mut style = tag::value(tag, "style").to_ascii_lowercase();
        style.retain(|one| !one.is_whitespace());
        style.split(';').any(|one| one == "display:none" || one == "display:none!important")
    };
    let has = |word: &str| tag.as_bytes().windows(word.len()).any(|own| own.eq_ignore_ascii_case(word.as_bytes()));
    // Most tags have no attributes.
    if name.is_empty() || tag.len() < name.len() + "< hidden>".len() || !(has("hidden") || has("none")) {
        return false;
    }
    let is_off = tag::attribute(tag, "hidden").is_some_and(|value| !tag[value].eq_ignore_ascii_case("until-found"));
    (is_off || style()) && !waits()
}

/// One past the element that `text` begins with.
pub(super) fn end(text: &str, name: &str) -> usize {
    let mut at = tag::end(text);
    if EMPTY.contains(&name) || text[..at].ends_with("/>") {
        return at;
    }
    let (mut depth, mut inner) = (1_usize, 0_usize);
    while let Some(found) = memchr::memchr(b'<', &text.as_bytes()[at..]) {
        let start = at + found;
        let rest = &text[start..];
        let tag = &rest[..tag::end(rest)];
        let mut buffer = [0; 16];
        let own = lowered(tag::name(tag), &mut buffer);
        let closing = tag.starts_with("</");
        at = start + tag.len();
        if !closing && matches!(own, "script" | "style" | "textarea") {
            at = start + unread_end(rest, own);
        } else if own == name && closing {
            depth -= 1;
            if depth == 0 {
                return at;
            }
        } else if OPEN.contains(&name) && inner == 0 && ends_open(name, own, closing) {
            return start;
        } else if own == name && !tag.ends_with("/>") {
            depth += 1;
        } else if OPEN.contains(&name) && BLOCKS.contains(&own) && !OPEN.contains(&own) && !EMPTY.contains(&own) {
            inner = if closing { inner.saturating_sub(1) } else { inner + 1 };
        }
    }
    text.len()
}

/// True if a tag ends an element that need not be closed and that it stands in.
fn ends_open(name: &str, own: &str, closing: bool) -> bool {
    let is_block = BLOCKS.contains(&own);
    match name {
        "p" => is_block,
        "td" | "th" => matches!(own, "td" | "th" | "tr" | "tbody" | "thead" | "tfoot") || own == "table" && closing,
        "dt" | "dd" => matches!(own, "dt" | "dd") || own == "dl" && closing,
        _ => own == name && !closing || is_block && closing && !OPEN.contains(&own),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_ends_where_it_is_closed_or_must_end() {
        for (text, name, rest) in [
            ("<div hidden>a<div>b</div>c</div>d", "div", "d"),
            ("<div hidden>a<script>'</div>'</script></div>d", "div", "d"),
            ("<div hidden>a<!-- </div> -->b</div>d", "div", "d"),
            ("<img hidden>d", "img", "d"),
            ("<p hidden>a<b>b</b><p>d", "p", "<p>d"),
            ("<li hidden>a<ul><li>b</ul><li>d", "li", "<li>d"),
            ("<li hidden>a</ul>d", "li", "</ul>d"),
            ("<td hidden>a<td>d", "td", "<td>d"),
            ("<tr hidden><td>a<td>b<tr>d", "tr", "<tr>d"),
            ("<div hidden>a", "div", ""),
        ] {
            assert_eq!(&text[end(text, name)..], rest, "{text}");
        }
    }

    #[test]
    fn what_waits_for_a_click_is_not_hidden() {
        let of = |tag: &str| is_hidden(tag, tag::name(tag));
        assert!(of("<div hidden>") && of("<span style=\"color:red; display : none\">") && of("<p hidden=\"\">"));
        assert!(!of("<div hidden=until-found>") && !of("<body style='display:none'>"));
        assert!(!of("<div role=tabpanel hidden>") && !of("<div class=\"tab-pane\" style='display:none'>"));
        assert!(!of("<div title=hidden>") && !of("<div style='display:block'>"));
    }
}
