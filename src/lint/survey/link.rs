//! Links of a document to others of its set, as the formats of plain text write them.

use std::collections::BTreeSet;
use std::sync::Arc;

/// What stands before the target of a link, and what ends it.
const LINKS: &[(&str, &[char])] = &[
    ("](", &[')', ' ', '\n']),
    ("]: ", &[' ', '\n']),
    ("href=\"", &['"', '\n']),
    ("link:", &['[', '\n']),
    ("xref:", &['[', '\n']),
    ("[[file:", &[']', '\n']),
    ("[[", &[']', '|', '#', '\n']),
    (":doc:`", &['`', '\n']),
];

/// Paths of the documents to which a text at `path` links, without what stands behind `#` and `?`, sorted.
pub(super) fn targets(path: &str, text: &str) -> Vec<Arc<str>> {
    let behind = |(before, ends): &'static (&str, &[char])| {
        text.match_indices(*before).filter_map(|(at, _)| text[at + before.len()..].split(*ends).next())
    };
    let found: BTreeSet<String> = LINKS.iter().flat_map(behind).filter_map(|target| resolved(path, target)).collect();
    found.into_iter().map(Arc::from).collect()
}

/// The path that a target means, seen from the document at `path`; nothing for an address elsewhere and a place in the
/// document itself.
fn resolved(path: &str, target: &str) -> Option<String> {
    let target = target.split(['#', '?']).next().unwrap_or_default().trim().trim_matches('<').replace("%20", " ");
    if target.is_empty() || target.contains("://") || target.starts_with("mailto:") {
        return None;
    }
    let mut parts: Vec<&str> = if target.starts_with('/') { Vec::new() } else { path.split('/').collect() };
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// What a link to the document at `path` may have for its target: the ending may be left out.
#[must_use]
pub fn meanings(path: &str) -> Vec<String> {
    let stem = path.rfind('.').map(|at| &path[..at]);
    let others = stem.into_iter().flat_map(|stem| [stem.to_owned(), format!("{stem}.html")]);
    [path.to_owned()].into_iter().chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_resolved_from_the_folder_of_the_document() {
        let text = "See [the process](process.md#steps), [one](../a/b.md \"B\"), [[plan]], <a href=\"c/d.html\">d</a>, \
                    xref:e.adoc[e], :doc:`f`, [out](https://example.com/process.md) and [here](#top).\n\n[r]: ./r.md\n";
        let found = targets("docs/security/policy.md", text);
        for path in [
            "docs/security/process.md", "docs/a/b.md", "docs/security/plan.md", "docs/security/c/d.md",
            "docs/security/e.adoc", "docs/security/f.rst", "docs/security/r.md",
        ] {
            assert!(meanings(path).iter().any(|one| found.iter().any(|target| **target == *one)), "{path}: {found:?}");
        }
        assert!(!found.iter().any(|target| target.contains("example.com") || target.contains("top")), "{found:?}");
    }
}
