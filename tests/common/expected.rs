//! Compares what is printed with files of what is expected; `UPDATE=1` in the environment rewrites them.

use std::fs;
use std::path::Path;

use similar::TextDiff;

/// What differs between `actual` and the file; a missing file differs, and so does what is printed of today, because it will
/// differ tomorrow.
pub fn difference(file: &Path, actual: &[u8]) -> Option<String> {
    let today = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date().to_string();
    if memchr::memmem::find(actual, today.as_bytes()).is_some() {
        return Some(format!("{}: {today} is today; say --as-of with another day\n", file.display()));
    }
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        return fs::write(file, actual).err().map(|error| format!("{}: {error}\n", file.display()));
    }
    let expected = match fs::read(file) {
        Ok(expected) => expected,
        Err(error) => return Some(format!("{}: {error}\n", file.display())),
    };
    (expected != actual).then(|| {
        let (expected, actual) = (String::from_utf8_lossy(&expected), String::from_utf8_lossy(actual));
        let diff = TextDiff::from_lines(&*expected, &*actual);
        let diff = diff.unified_diff().header("expected", "printed").to_string();
        format!("{}:\n{diff}", file.display())
    })
}
