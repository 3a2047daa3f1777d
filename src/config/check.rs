//! What only shows once the configuration is read: names of rules and elements that do not exist, texts that are no
//! designation.

use jiff::civil::Date;

use super::load::Config;
use crate::error::Mistake;
use crate::pattern::{HELP, Pattern};
use crate::rule::{Check, Rule};
use crate::standard::inquiry;
use crate::yaml::{At, nearest};

/// How long the patterns of a configuration may be together, in bytes, plain paths aside.
const MOST: usize = 256 << 10;

/// How many patterns a configuration may have, plain paths among them.
const MANY: usize = 16_000;

impl Config {
    /// Every name in it that is none, in the order of the keys; `rules` are all that there are.
    #[must_use]
    pub fn misnamed(&self, rules: &[&Rule]) -> Vec<Mistake> {
        let keys = &self.keys;
        let answers = |one: &&At<String>| !rules.iter().any(|rule| rule.answers_to(&one.value));
        let selectors = keys.select.iter().flat_map(|all| all.iter()).chain(keys.ignore.iter());
        let selectors = selectors.chain(keys.per_path.iter().flat_map(|one| one.ignore.iter()));
        let selectors = selectors.chain(keys.severity.iter().map(|(selector, _)| selector));
        let mut found: Vec<Mistake> = selectors.filter(answers).map(|one| self.no_rule(one, rules)).collect();
        let formats = keys.files.formats.iter().filter_map(|(key, _)| Some((key, Pattern::new(key).err()?)));
        found.extend(
            formats.map(|(key, why)| {
                self.mistake(key.mark, format!("{:?} is no pattern for paths: {why}", key.value), HELP)
            }),
        );
        found.extend(self.too_many_patterns());
        found.extend(keys.allow.iter().filter_map(|one| self.no_designation(&one.citation)));
        let elements: Vec<&str> = rules.iter().filter_map(|rule| element(rule)).collect();
        let named = keys.elements.synonyms.iter().map(|(id, _)| id);
        found.extend(named.filter(|id| !elements.contains(&id.value.as_str())).map(|one| {
            let meant = nearest(&one.value, elements.iter().copied());
            let meant = meant.map(|id| format!("Did you mean {id}? ")).unwrap_or_default();
            let help = format!("{meant}The elements are {}.", elements.join(", "));
            self.mistake(one.mark, format!("there is no element {:?}", one.value), help)
        }));
        found
    }

    /// The pattern with which there are more of them, or more signs in them, than are compiled.
    fn too_many_patterns(&self) -> Option<Mistake> {
        let mut sum = 0;
        for (at, (mark, pattern)) in self.patterns().into_iter().enumerate() {
            sum += pattern.weight();
            let words = match (sum > MOST, at == MANY) {
                (false, false) => continue,
                (true, _) => {
                    format!("up to here the patterns with signs such as * are longer than {} KiB together", MOST >> 10)
                }
                (false, true) => format!("up to here there are more than {MANY} patterns"),
            };
            return Some(self.mistake(mark, words, "Name folders instead, or say the same with fewer patterns."));
        }
        None
    }

    fn no_rule(&self, one: &At<String>, rules: &[&Rule]) -> Mistake {
        let ids: Vec<&str> = rules.iter().map(|rule| rule.id).collect();
        let meant = nearest(&one.value, ids.iter().copied());
        let meant = meant.map(|id| format!("Did you mean {id}? ")).unwrap_or_default();
        let help = format!(
            "{meant}sms-lint rules lists them all; clauses of ISO/IEC 20000-1 such as 8.7.3 stand for rules too."
        );
        self.mistake(one.mark, format!("there is no rule {:?}", one.value), help)
    }

    fn no_designation(&self, one: &At<String>) -> Option<Mistake> {
        let help = "Write one designation, such as ISO/IEC 27001:2013; without a year every edition is meant.";
        let words = format!("{:?} is no designation of a standard", one.value);
        inquiry::ask(&one.value, Date::MAX).is_err().then(|| self.mistake(one.mark, words, help))
    }
}

/// The element that a rule asks for.
fn element(rule: &Rule) -> Option<&'static str> {
    if let Check::MissingElement(one) = rule.check { Some(one.id) } else { None }
}
