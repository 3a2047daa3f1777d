//! Writes PDF by hand: objects, and pages of words at places.

use std::fmt::Write;

/// The one font of the pages.
pub const FONT: &str = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";

/// A file of objects, numbered from 1, the first of which is the catalog.
pub fn file(objects: &[&str]) -> Vec<u8> {
    let mut file = String::from("%PDF-1.4\n");
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (at, object) in objects.iter().enumerate() {
        writeln!(table, "{:010} 00000 n ", file.len()).expect("a string takes all");
        write!(file, "{} 0 obj{object}\nendobj\n", at + 1).expect("a string takes all");
    }
    let (start, size) = (file.len(), objects.len() + 1);
    write!(file, "{table}trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").expect("a string takes all");
    file.into_bytes()
}

/// A stream with entries of its dictionary.
pub fn stream(entries: &str, content: &str) -> String {
    format!("<<{entries}/Length {}>>stream\n{content}\nendstream", content.len())
}
