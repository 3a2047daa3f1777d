//! Dates of the catalogue as constants.

/// The year at the end of a designation.
pub fn year_of(designation: &str) -> Result<u16, String> {
    designation
        .rsplit_once(':')
        .and_then(|(_, year)| year.parse().ok())
        .ok_or_else(|| format!("{designation} ends in no year"))
}

/// A date as the record has it.
pub fn stamp(written: &str) -> Result<String, String> {
    let latest = latest(written)?;
    Ok(format!("Stamp {{ text: {written:?}, latest: {} }}", show(latest)))
}

/// A date to the day.
pub fn day(written: &str) -> Result<String, String> {
    let date: jiff::civil::Date = written.parse().map_err(|error| format!("{written:?}: {error}"))?;
    Ok(show(date))
}

fn show(date: jiff::civil::Date) -> String {
    format!("date({}, {}, {})", date.year(), date.month(), date.day())
}

/// The last day that a date to the day, month or year can mean.
pub fn latest(written: &str) -> Result<jiff::civil::Date, String> {
    let fault = |error: jiff::Error| format!("{written:?}: {error}");
    match written.len() {
        4 => format!("{written}-12-31").parse().map_err(fault),
        7 => format!("{written}-01").parse::<jiff::civil::Date>().map(jiff::civil::Date::last_of_month).map_err(fault),
        _ => written.parse().map_err(fault),
    }
}
