//! guard: an error of ours in one document costs that document, not the run.
//!
//! Only a panic can be caught. That nothing is nested or grows without bounds is the care of each reader.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, Location, catch_unwind, set_hook, take_hook};
use std::sync::Once;

use super::repository::Collected;
use crate::finding::Skipped;

thread_local! {
    /// True while somebody catches what is raised on this thread.
    static IS_WATCHED: Cell<bool> = const { Cell::new(false) };
    /// Where that was raised last.
    static RAISED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Lets panics that are caught print nothing; others are printed as before.
pub fn hush() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |raised| {
            if IS_WATCHED.get() {
                RAISED.set(raised.location().map(place));
            } else {
                usual(raised);
            }
        }));
    });
}

/// Does some work.
///
/// # Errors
/// An error of ours that ended it, in words, with its place in the source if that is known. What was said when it was
/// raised is left out, because it may quote a document.
pub fn watch<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    let before = IS_WATCHED.replace(true);
    let done = catch_unwind(AssertUnwindSafe(work));
    IS_WATCHED.set(before);
    done.map_err(|_| {
        let place = RAISED.take().map(|place| format!(" ({place})")).unwrap_or_default();
        format!("an error of sms-lint{place}; please report it")
    })
}

/// Reads a document, which reports show as `shown`, and adds what it gives; of one that raises an error of ours nothing
/// but that.
pub(super) fn read(shown: &str, out: &mut Collected, read: impl FnOnce(&mut Collected) -> Result<(), String>) {
    let mut own = Collected::default();
    match watch(|| read(&mut own)) {
        // Most documents give nothing.
        Ok(Ok(())) if own.is_empty() => return out.documents += own.documents + 1,
        Ok(Ok(())) => own.documents += 1,
        Ok(Err(reason)) => own.skipped.push(Skipped::new(shown, reason)),
        Err(reason) => {
            own = Collected::default();
            own.skipped.push(Skipped { is_ours: true, ..Skipped::new(shown, reason) });
        }
    }
    out.merge(own);
}

/// A place in the source as it is everywhere, whatever folder a dependency was built in.
fn place(location: &Location<'_>) -> String {
    let file = location.file().replace('\\', "/");
    let file =
        file.split_once("/registry/src/").and_then(|(_, file)| file.split_once('/')).map_or(&*file, |(_, one)| one);
    format!("{file}:{}", location.line())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::{Decision, Report, Settings};
    use super::*;
    use crate::document::Format;
    use crate::source::SourceFile;

    fn reading(text: &str, out: &mut Collected) {
        let settings = Settings::on(date(2026, 11, 22));
        out.add(super::super::examine(&SourceFile::from_text("a.md", text), Format::Markdown, settings));
    }

    fn report(out: Collected) -> Report {
        out.finish(Settings::on(date(2026, 11, 22)), Decision::Declined)
    }

    #[test]
    fn a_reader_that_panics_costs_its_document_only() {
        hush();
        let mut out = Collected::default();
        read("one.md", &mut out, |out| {
            reading("Follow ISO/IEC 27001:2013.", out);
            Ok(())
        });
        let empty: &[usize] = &[];
        let line = line!() + 3;
        read("two.md", &mut out, |out| {
            reading("Follow ISO/IEC TR 20000-9.", out);
            let _ = empty[out.skipped.len()];
            Ok(())
        });
        read("three.md", &mut out, |_| Err("it is a folder".into()));
        let report = report(out);
        assert_eq!((report.summary.documents, report.findings.len()), (1, 1));
        let [three, two] = report.skipped.as_slice() else { panic!("{:?}", report.skipped) };
        assert_eq!(*three, Skipped::new("three.md", "it is a folder"));
        let reason = format!("an error of sms-lint (src/lint/guard.rs:{line}); please report it");
        assert_eq!(*two, Skipped { path: "two.md".into(), reason, is_ours: true });
    }

    #[test]
    fn what_is_not_watched_is_printed_as_before() {
        hush();
        assert_eq!(watch(|| IS_WATCHED.get()), Ok(true));
        assert!(watch(|| watch::<()>(|| panic!("inside")).is_err()).is_ok_and(|is_caught| is_caught));
        assert!(!IS_WATCHED.get());
    }
}
