//! Reads files that sms-lint goes by, whole and up to a limit, and opens no pipe, socket or device that a stranger may have put
//! there.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// Why a path is not opened that leads to a pipe, a socket or a device.
pub const NEITHER: &str = "it is neither a file nor a folder";

/// Refuses a pipe that nobody may write to, a device without an end and the like; of what is not there, opening it tells.
///
/// # Errors
/// That it is such a thing.
pub fn check_plain(file: &Path) -> io::Result<()> {
    match fs::metadata(file) {
        Ok(kind) if !kind.is_file() && !kind.is_dir() => Err(io::Error::other(NEITHER)),
        _ => Ok(()),
    }
}

/// Reads a file that is small if it is what it should be, and that a repository names, who may be a stranger's.
///
/// # Errors
/// As `read_whole`; that it is no file.
pub fn read_plain(file: &Path, limit: u64) -> io::Result<Vec<u8>> {
    check_plain(file)?;
    read_whole(file, limit)
}

/// Reads a file that is small if it is what it should be, be it a pipe: somebody who is trusted has named it.
///
/// # Errors
/// What the system says; `FileTooLarge` if it is larger than `limit` bytes.
pub fn read_whole(file: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(file)?.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("it is larger than {} MiB", limit >> 20)));
    }
    Ok(bytes)
}
