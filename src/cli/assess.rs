//! `troskel assess`: whole statistics files.

use std::ffi::{OsStr, OsString};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, IsTerminal as _};

use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};
use indicatif::{ProgressBar, ProgressStyle};
use troskel::Error;
use troskel::areas::{FileImport, Loaded, Recipe, Rejected, RejectedList, Settings, in_passes, join};
use troskel::criteria::Language;
use troskel::many::Run;
use troskel::output::list::{self, Columns, Csv};
use troskel::output::safe::terminal;
use troskel::output::xlsx::xlsx;

use super::input::{self, Once};
use super::output::{is_input, write_to};
use super::{Common, Stop, in_file, sentence, tell, word, words};

/// Rejected rows that are listed on standard error; more are counted.
const LISTED: usize = 1_000;

/// Describes the command.
pub(super) fn command(language: Language) -> Command {
    let say = |swedish: &'static str, english: &'static str| language.choose(swedish, english);
    let path = |name: &'static str| {
        let path = Arg::new(name).long(name).value_name("FILE").value_hint(ValueHint::FilePath);
        path.value_parser(value_parser!(OsString))
    };
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    Command::new("assess")
        .about(say(
            "Bedömer alla områden i statistikfiler; flera filer läggs ihop efter områdeskod",
            "Assesses all areas in statistics files; several files are joined by area code",
        ))
        .arg(
            Arg::new("files")
                .value_name("FILE")
                .num_args(1..)
                .required(true)
                .value_hint(ValueHint::FilePath)
                .value_parser(value_parser!(OsString))
                .help(say(
                    "CSV, XLSX, XLS, ODS, JSON-stat, PX eller ZIP; - för standard in",
                    "CSV, XLSX, XLS, ODS, JSON-stat, PX or ZIP; - for standard input",
                )),
        )
        .arg(path("recipe").action(ArgAction::Append).help(say(
            "Recept: hur tabellerna ska förstås (JSON)",
            "Recipe: how the tables are to be understood (JSON)",
        )))
        .arg(Arg::new("sum-to").long("sum-to").value_name("regso").value_parser(["regso"]).help(say(
            "Lägger ihop antal för DeSO till de RegSO som en nyckelfil bland filerna säger; procent läggs aldrig ihop",
            "Adds counts of DeSO areas up to the RegSO areas that a key file among the files tells; never percentages",
        )))
        .arg(Arg::new("period").long("period").value_name("P").help(say(
            "Period att ta siffror för, till exempel 2022; annars den senaste",
            "Period to take figures of, such as 2022; otherwise the newest",
        )))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("csv|json|jsonl|xlsx")
                .value_parser(["csv", "json", "jsonl", "xlsx"])
                .default_value("csv")
                .help(say(
                    "Utdata som CSV, JSON, JSON med en rad för varje område, eller Excel",
                    "Output as CSV, JSON, JSON with a line for each area, or Excel",
                )),
        )
        .arg(Arg::new("columns").long("columns").value_name("NAMES").help(say(
            "Kolumner med komma emellan, som i CSV-filens rubrik, eller i flertal för alla kriterier: code,name,verdict,outcomes",
            "Columns with commas between, as in the CSV header, or in the plural for all criteria: code,name,verdict,outcomes",
        )))
        .arg(path("out").help(say(
            "Fil att skriva till i stället för standard ut",
            "File to write to instead of standard output",
        )))
        .arg(flag("quiet").help(say(
            "Berättar inte hur tabellerna är förstådda",
            "Does not tell how the tables were understood",
        )))
        .arg(flag("strict").help(say(
            "Skriver inget om det finns en obesvarad fråga eller ett antagande",
            "Writes nothing if there is an open question or an assumption",
        )))
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<(), Stop> {
    let language = common.language;
    let failed = |error: Error| Stop::Failed(sentence(&error, language));
    let format = word(matches, "format").unwrap_or_default();
    let out = matches.get_one::<OsString>("out").map(OsString::as_os_str);
    refuse(matches, out, format, language)?;
    let columns = word(matches, "columns").map(|names| Columns::chosen(&common.set, names)).transpose();
    let columns = columns.map_err(|error| Stop::Usage(sentence(&error, language)))?;
    let settings = Settings::new(&common.set)
        .recipes(recipes(matches, language)?)
        .sum_to_regso(word(matches, "sum-to").is_some())
        .period(word(matches, "period").map(str::to_owned));
    let joined = join(load_all(matches, &settings, language)?, &settings).map_err(failed)?;
    if !matches.get_flag("quiet") {
        tell(&words::understood(&joined, &common.set, language));
    }
    if let Some(open) = words::not_strict(&joined, language).filter(|_| matches.get_flag("strict")) {
        return Err(Stop::Failed(open));
    }
    let run = Run::new(joined, common.set.clone(), common.reading).map_err(failed)?;
    write_to(out, language, &mut |out| write(&run, format, columns.as_ref(), language, out))?;
    if format != "json" {
        tell(&rejected(&run.joined.rejected, language));
    }
    Ok(())
}

/// Refuses to write onto what is read, and a workbook to a terminal.
fn refuse(matches: &ArgMatches, out: Option<&OsStr>, format: &str, language: Language) -> Result<(), Stop> {
    let Some(out) = out else {
        let unseen = format == "xlsx" && io::stdout().is_terminal();
        return if unseen { Err(Stop::Usage(words::workbook_on_terminal(language))) } else { Ok(()) };
    };
    let read = ["files", "recipe", "criteria"].into_iter();
    let mut read = read.flat_map(|name| matches.get_many::<OsString>(name).unwrap_or_default());
    match is_input(out, &mut read.by_ref().map(OsString::as_os_str)) {
        Some(input) => Err(Stop::Usage(words::onto_input(language, out, input))),
        None => Ok(()),
    }
}

fn recipes(matches: &ArgMatches, language: Language) -> Result<Vec<Recipe>, Stop> {
    let mut recipes = Vec::new();
    for path in matches.get_many::<OsString>("recipe").unwrap_or_default() {
        let text = input::document(path, language)?;
        // A file holds one recipe, or a list of them.
        let read = serde_json::from_str::<Vec<Recipe>>(&text)
            .or_else(|_| serde_json::from_str::<Recipe>(&text).map(|recipe| vec![recipe]));
        recipes.extend(read.map_err(|error| Stop::Failed(words::no_recipe(language, path, &error)))?);
    }
    Ok(recipes)
}

/// Imports all files. One that can't be read is named, and the others are read; it fails only if none is left.
fn load_all(matches: &ArgMatches, settings: &Settings, language: Language) -> Result<Vec<Loaded>, Stop> {
    let mut loaded = Vec::new();
    let mut unread = Vec::new();
    for file in matches.get_many::<OsString>("files").unwrap_or_default() {
        match load(file, settings, language) {
            Ok(file) => loaded.push(file),
            Err(message) => unread.push(message),
        }
    }
    if loaded.is_empty() {
        return Err(Stop::Failed(unread.join("\n")));
    }
    for message in unread {
        tell(&format!("troskel: {message}\n"));
    }
    Ok(loaded)
}

/// Imports a file in as many passes as it takes; says why where that can't be done.
fn load(file: &OsStr, settings: &Settings, language: Language) -> Result<Loaded, String> {
    let unreadable = |error: io::Error| words::unreadable(language, file.as_ref(), &error);
    let name = input::name(file);
    let mut standard_input = if file == "-" { Some(Once::new().map_err(unreadable)?) } else { None };
    in_passes(|hints| {
        let import = FileImport::again(&name, settings, hints);
        let pass = if let Some(once) = &mut standard_input {
            once.pass().and_then(|pass| import.read_from(pass))
        } else {
            let opened = File::open(file).map_err(unreadable)?;
            let bar = progress(&name, opened.metadata().map_or(0, |metadata| metadata.len()));
            let pass = import.read_from(bar.wrap_read(opened));
            bar.finish_and_clear();
            pass
        };
        pass.map_err(unreadable)?.map_err(|error| sentence(&in_file(error, &name), language))
    })
}

/// Shows how far a file is read, where somebody looks on.
fn progress(name: &str, length: u64) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{msg} {wide_bar} {percent} % {eta}");
    let bar = ProgressBar::new(length).with_message(terminal(name).into_owned());
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

fn write(
    run: &Run,
    format: &str,
    columns: Option<&Columns>,
    language: Language,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let mut failure = None;
    let mut bytes = |bytes: &[u8]| {
        out.write_all(bytes).map_err(|error| {
            failure = Some(error);
            Error::from(troskel::Problem::Cancelled)
        })
    };
    let all = 0..run.len();
    let written = match format {
        "json" => list::json(run, all, columns, &mut bytes),
        "jsonl" => list::json_lines(run, all, columns, &mut bytes),
        "xlsx" => xlsx(run, all, language, columns, &mut bytes),
        _ => list::csv(run, all, Csv::Plain, columns, &mut bytes),
    };
    match (written, failure) {
        (Err(_), Some(error)) => Err(error),
        (Err(error), None) => Err(io::Error::other(error)),
        (Ok(()), _) => out.flush(),
    }
}

/// Lists what could not be read, a line for each.
fn rejected(rejected: &RejectedList, language: Language) -> String {
    let mut lines = String::new();
    for Rejected { place, problem, text } in rejected.entries().iter().take(LISTED) {
        let error = Error::from(problem.clone()).at(place.clone());
        // Writing to a String never fails.
        let _ = writeln!(lines, "{} [{}]", sentence(&error, language), terminal(text));
    }
    let listed = u64::try_from(LISTED.min(rejected.entries().len())).unwrap_or(u64::MAX);
    if rejected.total() > listed {
        let _ = writeln!(lines, "{}", words::more_rejected(language, rejected.total() - listed));
    }
    lines
}
