//! What a configuration says together with the one that it extends.

use super::model::{Elements, Files, Keys, Suppressions};
use crate::yaml::{Many, Table};

impl Keys {
    /// These keys on top of those of `base`: single values, `select` and `files.include` take the place of those of the
    /// base, entries of tables the place of the same key, and other lists are added behind those of the base.
    #[must_use]
    pub fn over(self, base: Self) -> Self {
        Self {
            extends: self.extends,
            select: self.select.or(base.select),
            ignore: joined(base.ignore, self.ignore),
            severity: overlaid(base.severity, self.severity),
            fail_on: self.fail_on.or(base.fail_on),
            system: self.system.or(base.system),
            files: Files {
                include: self.files.include.or(base.files.include),
                exclude: joined(base.files.exclude, self.files.exclude),
                formats: overlaid(base.files.formats, self.files.formats),
            },
            per_path: base.per_path.into_iter().chain(self.per_path).collect(),
            allow: base.allow.into_iter().chain(self.allow).collect(),
            suppressions: Suppressions {
                require_reason: self.suppressions.require_reason.or(base.suppressions.require_reason),
                max_horizon: self.suppressions.max_horizon.or(base.suppressions.max_horizon),
            },
            baseline: self.baseline.or(base.baseline),
            elements: Elements {
                declarations: overlaid(base.elements.declarations, self.elements.declarations),
                synonyms: overlaid(base.elements.synonyms, self.elements.synonyms),
            },
            as_of: self.as_of.or(base.as_of),
            max_catalogue_age: self.max_catalogue_age.or(base.max_catalogue_age),
            rules: joined(base.rules, self.rules),
        }
    }
}

fn joined<T>(base: Many<T>, own: Many<T>) -> Many<T> {
    Many(base.0.into_iter().chain(own.0).collect())
}

fn overlaid<V>(base: Table<V>, own: Table<V>) -> Table<V> {
    let mut all = base.0;
    all.retain(|(key, _)| own.iter().all(|(other, _)| other.value != key.value));
    all.extend(own.0);
    Table(all)
}
