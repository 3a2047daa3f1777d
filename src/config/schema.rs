//! The JSON Schema of configurations, for editors and for those who write them by program.

use super::model::Keys;

/// The schema as JSON, with a line end.
#[must_use]
pub fn schema() -> String {
    let schema = schemars::schema_for!(Keys);
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema has text keys only");
    text.push('\n');
    text
}
