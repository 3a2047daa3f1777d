//! The bytes of a file while it is examined, in storage that one thread keeps from file to file.

use std::fs::File;
use std::io::{self, ErrorKind, Read};

use crate::standard::grammar::anchor::Literals;

/// Bytes asked for at first; most documents fit.
const FIRST_READ: usize = 64 << 10;

/// Storage that is never cleared, with the number of bytes in it that count.
#[derive(Debug, Default)]
pub struct Buffer {
    storage: Vec<u8>,
    filled: usize,
    literals: Literals,
}

impl Buffer {
    /// The bytes read and not yet passed.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.storage[..self.filled]
    }

    /// The same, with room for what is found in them.
    pub(super) fn parts(&mut self) -> (&[u8], &mut Literals) {
        (&self.storage[..self.filled], &mut self.literals)
    }

    /// Forgets every byte.
    pub(super) fn clear(&mut self) {
        self.filled = 0;
    }

    /// Forgets the first `count` bytes.
    pub(super) fn pass(&mut self, count: usize) {
        self.storage.copy_within(count..self.filled, 0);
        self.filled -= count;
    }

    /// Gives storage above `limit` bytes back.
    pub(super) fn shrink(&mut self, limit: usize) {
        self.storage.truncate(limit);
        self.storage.shrink_to(limit);
        self.filled = self.filled.min(limit);
        self.literals = Literals::default();
    }

    /// Reads until there are more than `limit` bytes or the file ends; true if it ended.
    pub(super) fn fill(&mut self, file: &mut File, limit: usize) -> io::Result<bool> {
        loop {
            if self.filled > limit {
                return Ok(false);
            }
            if self.filled == self.storage.len() {
                let more = self.storage.len().max(FIRST_READ);
                self.storage.resize((self.storage.len() + more).min(limit + FIRST_READ), 0);
            }
            // No more than is asked for, so that what is read is still near when it is looked at.
            let end = self.storage.len().min(limit + FIRST_READ);
            match file.read(&mut self.storage[self.filled..end]) {
                Ok(0) => return Ok(true),
                Ok(count) => self.filled += count,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn a_file_is_read_to_its_end_or_to_the_limit() {
        let mut file = tempfile::tempfile().expect("a file can be made");
        file.write_all(&vec![b'x'; 300_000]).expect("it can be written");
        let mut read = |limit: usize, buffer: &mut Buffer| {
            std::io::Seek::rewind(&mut file).expect("it can be read again");
            buffer.clear();
            buffer.fill(&mut file, limit).expect("it can be read")
        };
        let mut buffer = Buffer::default();
        assert!(read(1 << 20, &mut buffer));
        assert_eq!(buffer.bytes().len(), 300_000);
        buffer.pass(299_999);
        assert_eq!(buffer.bytes(), b"x");
        assert!(!read(1000, &mut buffer));
        assert!(buffer.bytes().len() > 1000);
        buffer.shrink(10);
        assert_eq!(buffer.bytes().len(), 10);
    }
}
