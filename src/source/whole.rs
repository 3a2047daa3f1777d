//! Writing files of our own, so that nobody ever finds a part of one.

use std::io::{self, BufWriter, Write};
use std::path::Path;

/// The folder of a file.
#[must_use]
pub fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Writes a file whole or not at all, with the permissions of any new file.
///
/// # Errors
/// What `write` or the file system gives; the file is then as it was.
pub fn write_whole(file: &Path, write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".sms-lint-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new file; the mask of the process takes away what others may not do.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut out = BufWriter::new(builder.tempfile_in(folder_of(file))?);
    write(&mut out)?;
    let written = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    written.persist(file).map(drop).map_err(|error| error.error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_written_whole_is_left_as_it_was() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let file = folder.path().join("a.json");
        write_whole(&file, &mut |out| out.write_all(b"first")).expect("it can be written");
        let failed = write_whole(&file, &mut |out| {
            out.write_all(b"second")?;
            Err(io::Error::other("no more"))
        });
        assert_eq!(failed.map_err(|error| error.to_string()), Err("no more".to_owned()));
        assert_eq!(std::fs::read(&file).expect("it is there"), b"first");
        assert_eq!(std::fs::read_dir(&folder).expect("it is there").count(), 1);
    }

    #[test]
    fn a_bare_name_lies_in_the_working_directory() {
        assert_eq!(folder_of(Path::new("a.json")), Path::new("."));
        assert_eq!(folder_of(Path::new("b/a.json")), Path::new("b"));
    }
}
