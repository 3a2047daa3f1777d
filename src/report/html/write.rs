//! The page as a whole, with the policy that lets exactly its own style and script run.

use std::io::{self, Write};

use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::super::Dossier;
use super::super::escape::COMMAND;
use super::view::View;

const STYLE: &str = include_str!("style.css");

const SCRIPT: &str = include_str!("script.js");

#[derive(Template)]
#[template(path = "page.html", config = "src/report/html/askama.toml")]
struct Page {
    policy: String,
    style: &'static str,
    script: &'static str,
    view: View,
}

/// Writes the page.
///
/// # Errors
/// What writing to `out` gives.
pub fn write(dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    let policy = format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    );
    let page = Page { policy, style: STYLE, script: SCRIPT, view: View::of(dossier) };
    let page = page.render().map_err(io::Error::other)?;
    // No text of the page but those of documents holds what a runner would obey.
    out.write_all(page.replace(COMMAND, "&#35;#[").as_bytes())
}

/// The hash of a text as a policy names it.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}
