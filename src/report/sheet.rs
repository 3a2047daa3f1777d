//! Sheets of CSV: rows below heads, quoted as RFC 4180 has it, lines ended by a line feed. Whoever writes one names the columns
//! and never counts commas; that no cell is a formula or a command is seen to here.

use std::io::{self, Write};
use std::marker::PhantomData;

use super::escape::field;

/// A row whose columns have names.
pub(crate) trait Row {
    /// The names of the columns, in order.
    const HEADS: &'static [&'static str];

    /// The cells, in the same order.
    fn cells(&self) -> Vec<&str>;
}

/// Declares a row: each of its fields is the cell of the column of that name, and empty unless it is said what it holds.
macro_rules! row {
    ($name:ident { $($column:ident),+ $(,)? }) => {
        #[derive(Default)]
        struct $name<'a> {
            $($column: std::borrow::Cow<'a, str>),+
        }

        impl $crate::report::sheet::Row for $name<'_> {
            const HEADS: &'static [&'static str] = &[$(stringify!($column)),+];

            fn cells(&self) -> Vec<&str> {
                vec![$(&*self.$column),+]
            }
        }
    };
}
pub(crate) use row;

/// A sheet that is being written.
pub(crate) struct Sheet<'a, R> {
    out: &'a mut dyn Write,
    row: PhantomData<fn(&R)>,
}

impl<'a, R: Row> Sheet<'a, R> {
    /// Begins a sheet with the names of its columns.
    ///
    /// # Errors
    /// What writing to `out` gives.
    pub(crate) fn begin(out: &'a mut dyn Write) -> io::Result<Self> {
        writeln!(out, "{}", R::HEADS.join(","))?;
        Ok(Self { out, row: PhantomData })
    }

    /// Writes a row.
    ///
    /// # Errors
    /// What the writer says.
    pub(crate) fn write(&mut self, row: &R) -> io::Result<()> {
        for (at, cell) in row.cells().into_iter().enumerate() {
            write!(self.out, "{}{}", if at == 0 { "" } else { "," }, field(cell))?;
        }
        writeln!(self.out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    row!(Pair { name, value });

    #[test]
    fn cells_stand_below_the_names_of_their_columns() {
        let mut out = Vec::new();
        let mut sheet = Sheet::begin(&mut out).expect("a list of bytes takes all");
        sheet.write(&Pair { value: "=1+1".into(), ..Pair::default() }).expect("a list of bytes takes all");
        sheet.write(&Pair { name: "a,\"b\"".into(), ..Pair::default() }).expect("a list of bytes takes all");
        assert_eq!(String::from_utf8_lossy(&out), "name,value\n,'=1+1\n\"a,\"\"b\"\"\",\n");
    }
}
