//! The parser's own words in Swedish: the headings of its help, and what it says of wrong usage.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};

const HELP: &str = "{before-help}{about-with-newline}\nAnvändning: {usage}\n\n{all-args}{after-help}";

/// Puts Swedish words in place of the parser's own, in a command and all its subcommands.
pub(super) fn command(mut command: Command) -> Command {
    // Until it is built there is no help, neither as an option nor as a command.
    command.build();
    translated(command)
}

fn translated(mut command: Command) -> Command {
    let usage = usage(&command.render_usage());
    command
        .help_template(HELP)
        .override_usage(usage)
        .subcommand_help_heading("Kommandon")
        .mut_args(argument)
        .mut_subcommands(|command| {
            let command = if command.get_name() == "help" {
                command.about("Visar hjälpen till ett kommando")
            } else {
                command
            };
            translated(command)
        })
}

fn argument(argument: Arg) -> Arg {
    let heading = if argument.is_positional() { "Argument" } else { "Alternativ" };
    let argument = match argument.get_id().as_str() {
        "help" => argument.help("Visar den här hjälpen"),
        "version" => argument.help("Visar versionen"),
        _ => argument,
    };
    let default = argument.get_default_values().first().and_then(|value| value.to_str()).map(str::to_owned);
    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let argument = match default {
        Some(default) => argument.help(format!("{help} (förval: {default})")).hide_default_value(true),
        None => argument,
    };
    // The words that a value can be stand in its name.
    argument.help_heading(heading).hide_possible_values(true)
}

fn usage(rendered: &StyledStr) -> String {
    let text = rendered.to_string();
    let plain = text.strip_prefix("Usage: ").unwrap_or(&text);
    plain
        .replace("[OPTIONS]", "[ALTERNATIV]")
        .replace("<COMMAND>", "<KOMMANDO>")
        .replace("[COMMAND]", "[KOMMANDO]")
}

/// Says what is wrong with the arguments, and how they are used.
pub(super) fn message(error: &Error) -> String {
    let said = sentence(error).unwrap_or_else(|| error.to_string());
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return said;
    }
    let meant: Vec<&str> =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .into_iter()
            .flat_map(|kind| words(error, kind))
            .collect();
    let meant =
        if meant.is_empty() { String::new() } else { format!("\nMenade du {}?", meant.join(" eller ")) };
    let used = match error.get(ContextKind::Usage) {
        Some(ContextValue::StyledStr(rendered)) => format!("\n\nAnvändning: {}", usage(rendered)),
        _ => String::new(),
    };
    format!("{}{meant}{used}\n\nSkriv --help för att läsa mer.", said.trim_end())
}

fn sentence(error: &Error) -> Option<String> {
    let word = |kind| words(error, kind).first().copied();
    match error.kind() {
        ErrorKind::InvalidValue => {
            let (name, value) = (word(ContextKind::InvalidArg)?, word(ContextKind::InvalidValue)?);
            let known = words(error, ContextKind::ValidValue).join(", ");
            Some(match (value, known.as_str()) {
                ("", "") => format!("{name} behöver ett värde"),
                ("", known) => format!("{name} behöver ett värde: {known}"),
                (value, "") => format!("”{value}” går inte att använda till {name}"),
                (value, known) => format!("”{value}” går inte att använda till {name}; där går {known}"),
            })
        }
        ErrorKind::UnknownArgument => Some(format!("”{}” känns inte igen", word(ContextKind::InvalidArg)?)),
        ErrorKind::InvalidSubcommand => {
            Some(format!("det finns inget kommando ”{}”", word(ContextKind::InvalidSubcommand)?))
        }
        ErrorKind::MissingRequiredArgument => {
            Some(format!("det här saknas: {}", words(error, ContextKind::InvalidArg).join(", ")))
        }
        ErrorKind::ArgumentConflict => {
            Some(match (word(ContextKind::InvalidArg)?, word(ContextKind::PriorArg)) {
                (name, Some(other)) if name != other => format!("{name} går inte ihop med {other}"),
                (name, _) => format!("{name} går bara att ange en gång"),
            })
        }
        ErrorKind::MissingSubcommand => {
            Some(format!("ett kommando saknas: {}", words(error, ContextKind::ValidSubcommand).join(", ")))
        }
        ErrorKind::InvalidUtf8 => Some("argumenten går inte att läsa, eftersom de inte är UTF-8".to_owned()),
        // The others need options that this command line has not, and those that print help have nothing to say.
        ErrorKind::NoEquals
        | ErrorKind::ValueValidation
        | ErrorKind::TooManyValues
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues
        | ErrorKind::DisplayHelp
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        | ErrorKind::DisplayVersion
        | ErrorKind::Io
        | ErrorKind::Format
        | _ => None,
    }
}

fn words(error: &Error, kind: ContextKind) -> Vec<&str> {
    match error.get(kind) {
        Some(ContextValue::String(word)) => vec![word],
        Some(ContextValue::Strings(words)) => words.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}
