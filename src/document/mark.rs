//! Marks: stretches of prose that are more than plain words, and how those near a place are found.

use std::cmp::Reverse;
use std::ops::{Deref, Range};

/// A stretch of prose with a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the prose.
    pub range: Range<usize>,
    /// What the stretch is.
    pub role: Role,
}

/// What a marked stretch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Inline code.
    Code,
    /// An address that stands in the text as itself.
    Address,
    /// Text that is struck out.
    Struck,
    /// The key that the rest of the block is the value of.
    Key,
    /// Text that a name stands for. It is defined in the same document, and read there too.
    Named,
}

/// The marks of a block: role by role, those of one role by their places. What lies in another of its role is left out, so
/// that the ends of one role ascend as its starts do, and those near a place are found without a look at all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks(Vec<Mark>);

impl From<Vec<Mark>> for Marks {
    #[inline]
    fn from(mut all: Vec<Mark>) -> Self {
        if all.len() > 1 {
            all.sort_by_key(|mark| (mark.role, mark.range.start, Reverse(mark.range.end)));
            all.dedup_by(|next, last| next.role == last.role && next.range.end <= last.range.end);
        }
        Self(all)
    }
}

impl Deref for Marks {
    type Target = [Mark];

    fn deref(&self) -> &[Mark] {
        &self.0
    }
}

impl IntoIterator for Marks {
    type Item = Mark;
    type IntoIter = std::vec::IntoIter<Mark>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Marks {
    /// Those of a role, by their places.
    #[must_use]
    #[inline]
    pub fn of(&self, role: Role) -> &[Mark] {
        // Most blocks have none, or one.
        if let [] | [_] = self.0[..] {
            return if self.0.first().is_some_and(|mark| mark.role == role) { &self.0 } else { &[] };
        }
        let from = self.0.partition_point(|mark| mark.role < role);
        let length = self.0[from..].partition_point(|mark| mark.role == role);
        &self.0[from..from + length]
    }

    /// True if one of a role has any byte of `range`.
    #[must_use]
    #[inline]
    pub fn touch(&self, range: &Range<usize>, role: Role) -> bool {
        let own = self.of(role);
        let next = own.get(own.partition_point(|mark| mark.range.end <= range.start));
        next.is_some_and(|mark| mark.range.start < range.end)
    }

    /// Those of a role that have all of `range`, by their places.
    pub fn around<'a>(&'a self, range: &Range<usize>, role: Role) -> impl Iterator<Item = &'a Mark> {
        let (own, start) = (self.of(role), range.start);
        let first = own.partition_point(|mark| mark.range.end < range.end);
        own[first..].iter().take_while(move |mark| mark.range.start <= start)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn mark((start, length, role): (usize, usize, usize)) -> Mark {
        let roles = [Role::Code, Role::Address, Role::Named];
        Mark { range: start..start + length, role: roles[role] }
    }

    proptest! {
        #[test]
        fn marks_are_found_as_with_a_look_at_all(
            marks in proptest::collection::vec((0_usize..20, 1_usize..8, 0_usize..3), 0..8),
            (start, length) in (0_usize..24, 1_usize..8),
        ) {
            let all: Vec<Mark> = marks.into_iter().map(mark).collect();
            let (own, range) = (Marks::from(all.clone()), start..start + length);
            for role in [Role::Code, Role::Address, Role::Named, Role::Key] {
                let mut of_role = all.iter().filter(|one| one.role == role);
                let touches = |one: &Mark| one.range.start < range.end && range.start < one.range.end;
                let holds = |one: &Mark| one.range.start <= range.start && range.end <= one.range.end;
                prop_assert_eq!(own.touch(&range, role), of_role.clone().any(touches));
                prop_assert_eq!(own.around(&range, role).next().is_some(), of_role.any(holds));
            }
        }
    }
}
