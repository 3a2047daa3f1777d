//! fix: changes documents as findings say, or shows how they would change. Files are written whole or not at all.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::Path;

use similar::TextDiff;
use tempfile::NamedTempFile;

use crate::config::absolute;
use crate::finding::{Edit, Finding, Safety, Skipped};
use crate::source::Coding;
use crate::walk::{self, name};

/// A document with its changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Path as reports show it.
    pub path: String,
    /// The bytes as they are.
    before: Vec<u8>,
    /// The bytes as they should be.
    after: Vec<u8>,
    coding: Coding,
    /// How many findings are mended.
    pub mended: usize,
}

/// Documents as they would be, so that they can be checked again while nothing is changed.
#[derive(Debug, Default)]
pub struct Drafts(BTreeMap<String, Draft>);

#[derive(Debug)]
struct Draft {
    change: Change,
    /// Where the document lies as it would be.
    file: NamedTempFile,
}

impl Drafts {
    /// Takes changes in, each on top of what was changed in its document before.
    ///
    /// # Errors
    /// What the system says if no draft can be written.
    pub fn take(&mut self, changes: Vec<Change>) -> io::Result<()> {
        for mut change in changes {
            let mut file = NamedTempFile::new()?;
            file.write_all(&change.after)?;
            if let Some(earlier) = self.0.remove(&change.path) {
                change.before = earlier.change.before;
            }
            self.0.insert(change.path.clone(), Draft { change, file });
        }
        Ok(())
    }

    /// How the documents change, sorted by path.
    pub fn changes(&self) -> impl Iterator<Item = &Change> {
        self.0.values().map(|draft| &draft.change)
    }

    /// Where the documents lie as they would be.
    #[must_use]
    pub fn files(&self) -> walk::Drafts {
        self.0
            .iter()
            .map(|(path, draft)| (path.clone(), draft.file.path().to_owned()))
            .collect::<HashMap<_, _>>()
            .into()
    }
}

/// The changes that mend findings as far as their fixes are at least as safe as `least`, sorted by path, and the
/// documents that cannot be changed. Of fixes that overlap, the first is made; the others must wait for another run.
/// A document of which there is a draft is changed as the draft has it.
#[must_use]
pub fn changes(findings: &[Finding], least: Safety, drafts: &Drafts) -> (Vec<Change>, Vec<Skipped>) {
    let mut of_document: BTreeMap<&str, Vec<&[Edit]>> = BTreeMap::new();
    let is_wanted = |safety: Safety| safety == Safety::Safe || least == Safety::Unsafe;
    for fix in findings.iter().filter_map(|one| one.fix.as_ref()).filter(|fix| is_wanted(fix.safety)) {
        if let Some(first) = fix.edits.first() {
            of_document.entry(&first.place.path).or_default().push(&fix.edits);
        }
    }
    let (mut changes, mut refused) = (Vec::new(), Vec::new());
    for (path, fixes) in of_document {
        match change(path, fixes, drafts.0.get(path)) {
            Ok(change) => changes.extend(change),
            Err(reason) => refused.push(Skipped::new(path, reason)),
        }
    }
    (changes, refused)
}

/// A document with those of its fixes that do not overlap; nothing if it stays as it is.
fn change(path: &str, mut fixes: Vec<&[Edit]>, draft: Option<&Draft>) -> Result<Option<Change>, String> {
    let before = draft.map_or_else(|| changeable(path), |draft| Ok(draft.change.after.clone()))?;
    let coding = Coding::detect(&before).map_err(|why| why.reason().to_owned())?.settle(&before);
    fixes.sort_by_key(|edits| edits.first().map(|one| (one.place.start.byte, one.place.end.byte)));
    let (mut after, mut at, mut mended) = (Vec::with_capacity(before.len()), 0, 0);
    for edits in fixes {
        let [edit] = edits else { return Err("its fix has several parts, which nothing makes yet".into()) };
        let Some(range) = range(edit).filter(|range| range.start >= at && range.end <= before.len()) else { continue };
        if before[range.clone()] != *coding.encode(&edit.was) {
            return Err("it has changed since it was read; it was not changed again".into());
        }
        after.extend_from_slice(&before[at..range.start]);
        after.extend_from_slice(&coding.encode(&edit.text));
        (at, mended) = (range.end, mended + 1);
    }
    after.extend_from_slice(&before[at..]);
    Ok((mended > 0).then(|| Change { path: path.to_owned(), before, after, coding, mended }))
}

/// The bytes of a document that may be changed.
fn changeable(path: &str) -> Result<Vec<u8>, String> {
    let file = name::path(path);
    let kind = fs::symlink_metadata(&file).map_err(|error| crate::error::reason(&error))?;
    if kind.is_symlink() {
        return Err("it is a link, which may lead to a file of somebody else; it was not changed".into());
    }
    if fs::canonicalize(&file).is_ok_and(|real| name::strays(&file, &real)) {
        return Err("a link in its path leads out of the working directory; it was not changed".into());
    }
    if kind.permissions().readonly() {
        return Err("its permissions say that it must not be written".into());
    }
    if has_other_names(&kind) {
        return Err("it has another name as well, as a hard link, under which it would stay as it was".into());
    }
    fs::read(&file).map_err(|error| crate::error::reason(&error))
}

fn range(edit: &Edit) -> Option<std::ops::Range<usize>> {
    let (start, end) = (edit.place.start.byte, edit.place.end.byte);
    Some(usize::try_from(start).ok()?..usize::try_from(end).ok()?)
}

impl Change {
    /// Writes the document: beside it first, then in its place, with the owner and the permissions that it has.
    ///
    /// # Errors
    /// What the system says.
    pub fn write(&self) -> io::Result<()> {
        let path = &name::path(&self.path);
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let was = fs::metadata(path)?;
        let mut file = NamedTempFile::new_in(folder)?;
        file.write_all(&self.after)?;
        give_to_owner(file.as_file(), &was)?;
        file.as_file().set_permissions(was.permissions())?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    }

    /// How the document changes, as a unified diff. If it lies below `root`, which is an absolute path, it is named from
    /// there, as git has it.
    #[must_use]
    pub fn diff(&self, root: &Path) -> String {
        let (before, after) = (self.coding.decode(&self.before), self.coding.decode(&self.after));
        let diff = TextDiff::from_lines(&*before, &*after);
        let whole = absolute(&name::path(&self.path));
        let path = whole
            .strip_prefix(root)
            .map_or_else(|_| self.path.clone(), |way| name::legible(way).replace(std::path::MAIN_SEPARATOR, "/"));
        let header = |side: &str| quoted(&format!("{side}/{path}"));
        diff.unified_diff().context_radius(3).header(&header("a"), &header("b")).to_string()
    }
}

/// True if other names lead to the same file.
#[cfg(unix)]
fn has_other_names(of: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    of.nlink() > 1
}

/// True if other names lead to the same file, which is not known on this system.
#[cfg(not(unix))]
fn has_other_names(_: &Metadata) -> bool {
    false
}

/// Gives a file the owner and the group of another, as root must who mends what is somebody else's.
///
/// # Errors
/// What the system says, if the file would end up with another owner.
#[cfg(unix)]
fn give_to_owner(file: &File, was: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let own = file.metadata()?;
    let of = |one: &Metadata| (one.uid(), one.gid());
    if of(&own) == of(was) { Ok(()) } else { fchown(file, Some(was.uid()), Some(was.gid())) }
}

/// Files have the owner of their folder on this system.
///
/// # Errors
/// None.
#[cfg(not(unix))]
fn give_to_owner(_: &File, _: &Metadata) -> io::Result<()> {
    Ok(())
}

/// A name in the head of a diff as git writes it: in quotes if it holds what would end it or be obeyed, and with a tab
/// behind it if it holds a blank, at which some programs would end it.
fn quoted(name: &str) -> String {
    let is_plain = |one: char| one.is_alphanumeric() || matches!(one, ' '..='~') && !matches!(one, '"' | '\\');
    if name.chars().all(is_plain) {
        return if name.contains(' ') { format!("{name}\t") } else { name.to_owned() };
    }
    let mut out = String::from("\"");
    for byte in name::bytes(name) {
        match byte {
            b'"' | b'\\' => out.extend(['\\', char::from(byte)]),
            b'\n' => out.push_str("\\n"),
            b'\t' => out.push_str("\\t"),
            b' '..=b'~' => out.push(char::from(byte)),
            other => out.push_str(&format!("\\{other:03o}")),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_heads_are_those_of_git() {
        assert_eq!(quoted("a/b.md"), "a/b.md");
        assert_eq!(quoted("a/b c.md"), "a/b c.md\t");
        assert_eq!(quoted("a/\"b\\\nü\u{10FFFF}.md"), "\"a/\\\"b\\\\\\n\\303\\274\\377.md\"");
    }
}
