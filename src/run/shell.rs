//! `sms-lint completions` and `sms-lint man`: what a shell and a manual are told of the program.

use std::io::Write;

use clap::CommandFactory;
use clap_complete::{Shell, generate};
use clap_mangen::Man;

use super::{Outcome, finish, print};
use crate::cli::Arguments;
use crate::error::Error;
use crate::report::dossier::RELEASED;
use crate::standard::catalogue;

/// Prints the script by which a shell completes commands, options and their values.
///
/// # Errors
/// `Error::Write` if it cannot be written.
pub fn completions(shell: Shell, out: &mut dyn Write) -> Result<Outcome, Error> {
    let mut script = Vec::new();
    generate(shell, &mut Arguments::command(), "sms-lint", &mut script);
    let script = String::from_utf8_lossy(&script);
    print(out, &if shell == Shell::Fish { patient(&script) } else { script.into_owned() })
}

/// The script for fish, which gives up at an option that waits for its value, made to complete the value.
fn patient(script: &str) -> String {
    let asked = "argparse -s (__fish_sms_lint_global_optspecs) -- $cmd";
    script.replace(
        &format!("    {asked} 2>/dev/null\n"),
        &format!("    {asked} 2>/dev/null\n    or {asked}[1..-2] 2>/dev/null\n"),
    )
}

/// Prints the page of the manual, or that of the command with these names.
///
/// # Errors
/// `Error::Misuse` if there is no such command, `Error::Write` if it cannot be written.
pub fn man(names: &[String], out: &mut dyn Write) -> Result<Outcome, Error> {
    let mut whole = Arguments::command();
    // Commands then know the names of those above them.
    whole.build();
    let found = names.iter().try_fold(&whole, |above, name| above.find_subcommand(name));
    let command = found.cloned().ok_or_else(|| Error::Misuse {
        what: "man",
        reason: "no command is called so",
        help: "sms-lint --help lists the commands; one below another is named behind it: sms-lint man baseline create"
            .into(),
    })?;
    let mut page = Vec::new();
    let day = RELEASED.map_or_else(|| catalogue::as_of().to_string(), str::to_owned);
    finish(Man::new(command).date(day).manual("sms-lint").render(&mut page))?;
    // A line is broken once: who reads manuals strictly complains of the request beside that for an empty line.
    let page = String::from_utf8_lossy(&page).replace(".br\n\n.br\n", ".sp\n");
    print(out, &page)
}
