//! The settings with which tests examine documents.

use jiff::civil::date;
use sms_lint::lint::Settings;

/// Every rule, on the day of the tests.
pub fn settings() -> Settings {
    Settings::on(date(2026, 11, 22))
}
