//! `troskel assess`: whole statistics files.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal as _, Read, Write as _};

use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint};
use indicatif::{ProgressBar, ProgressStyle};
use troskel::Error;
use troskel::areas::{FileImport, Hints, Loaded, Pass, Recipe, Rejected, RejectedList, Settings, join};
use troskel::many::Run;
use troskel::output::list::{self, Csv};
use troskel::output::safe::terminal;
use troskel::output::xlsx::xlsx;

use super::{Common, Stop, in_file, sentence, word, words};
use troskel::criteria::Language;

/// Rejected rows that are listed on standard error; more are counted.
const LISTED: usize = 1_000;

/// Describes the command.
pub(super) fn command(language: Language) -> Command {
    let say = |swedish: &'static str, english: &'static str| language.choose(swedish, english);
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
                .help(say(
                    "CSV, XLSX, XLS, ODS, JSON-stat, PX eller ZIP; - för standard in",
                    "CSV, XLSX, XLS, ODS, JSON-stat, PX or ZIP; - for standard input",
                )),
        )
        .arg(Arg::new("recipe").long("recipe").value_name("FILE").action(ArgAction::Append).help(say(
            "Recept: hur tabellerna ska förstås (JSON)",
            "Recipe: how the tables are to be understood (JSON)",
        )))
        .arg(Arg::new("sum-to").long("sum-to").value_name("regso").value_parser(["regso"]).help(say(
            "Lägger ihop antal för DeSO till de RegSO som en nyckelfil bland filerna säger; procent läggs aldrig ihop",
            "Adds counts of DeSO areas up to the RegSO areas that a key file among the files tells; never percentages",
        )))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("csv|json|xlsx")
                .value_parser(["csv", "json", "xlsx"])
                .default_value("csv")
                .help(say("Utdata som CSV, JSON eller Excel", "Output as CSV, JSON or Excel")),
        )
        .arg(Arg::new("out").long("out").value_name("FILE").value_hint(ValueHint::FilePath).help(say(
            "Fil att skriva till i stället för standard ut",
            "File to write to instead of standard output",
        )))
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<(), Stop> {
    let language = common.language;
    let failed = |error: Error| Stop::Failed(sentence(&error, language));
    let settings = Settings::new(&common.set)
        .recipes(recipes(matches, language)?)
        .sum_to_regso(word(matches, "sum-to").is_some());
    let mut loaded = Vec::new();
    for name in matches.get_many::<String>("files").unwrap_or_default() {
        loaded.push(load(name, &settings, language)?);
    }
    let joined = join(loaded, &settings).map_err(failed)?;
    let run = Run::new(joined, common.set.clone(), common.reading).map_err(failed)?;
    let format = word(matches, "format").unwrap_or_default();
    match word(matches, "out") {
        Some(path) => {
            let file = File::create(path)
                .map_err(|error| Stop::Failed(words::unwritable(language, path, &error)))?;
            write(&run, format, language, &mut BufWriter::new(file))
                .map_err(|error| Stop::Failed(words::unwritable(language, path, &error)))?;
        }
        None => match write(&run, format, language, &mut BufWriter::new(io::stdout().lock())) {
            // A reader that has gone away, such as `head`, is no failure.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                return Err(Stop::Failed(error.to_string()));
            }
            Ok(()) | Err(_) => {}
        },
    }
    if format == "csv" {
        tell_rejected(&run.joined.rejected, language);
    }
    Ok(())
}

fn recipes(matches: &ArgMatches, language: Language) -> Result<Vec<Recipe>, Stop> {
    let mut recipes = Vec::new();
    for path in matches.get_many::<String>("recipe").unwrap_or_default() {
        let text = std::fs::read_to_string(path)
            .map_err(|error| Stop::Failed(words::unreadable(language, path, &error)))?;
        // A file holds one recipe, or a list of them.
        let read = serde_json::from_str::<Vec<Recipe>>(&text)
            .or_else(|_| serde_json::from_str::<Recipe>(&text).map(|recipe| vec![recipe]));
        recipes.extend(read.map_err(|error| Stop::Failed(words::no_recipe(language, path, &error)))?);
    }
    Ok(recipes)
}

/// Imports a file in as many passes as it takes; standard input is kept, since it can't be read twice.
fn load(name: &str, settings: &Settings, language: Language) -> Result<Loaded, Stop> {
    let unreadable = |error: io::Error| Stop::Failed(words::unreadable(language, name, &error));
    let failed = |error: Error| Stop::Failed(sentence(&in_file(error, name), language));
    let mut kept = Vec::new();
    if name == "-" {
        io::stdin().lock().read_to_end(&mut kept).map_err(unreadable)?;
    }
    let mut hints = Hints::default();
    loop {
        let import = FileImport::again(name, settings, hints);
        let pass = if name == "-" {
            import.read_from(kept.as_slice())
        } else {
            let file = File::open(name).map_err(unreadable)?;
            let bar = progress(name, file.metadata().map_or(0, |metadata| metadata.len()));
            let pass = import.read_from(bar.wrap_read(file));
            bar.finish_and_clear();
            pass
        };
        match pass.map_err(unreadable)?.map_err(failed)? {
            Pass::Done(loaded) => return Ok(*loaded),
            Pass::Again(found) => hints = found,
        }
    }
}

/// Shows how far a file is read, where somebody looks on.
fn progress(name: &str, length: u64) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{msg} {wide_bar} {percent} % {eta}");
    let bar = ProgressBar::new(length).with_message(name.to_owned());
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

fn write(run: &Run, format: &str, language: Language, out: &mut dyn io::Write) -> io::Result<()> {
    let mut failure = None;
    let mut bytes = |bytes: &[u8]| {
        out.write_all(bytes).map_err(|error| {
            failure = Some(error);
            Error::from(troskel::Problem::Cancelled)
        })
    };
    let all = 0..run.len();
    let written = match format {
        "json" => list::json(run, all, &mut |text| bytes(text.as_bytes())),
        "xlsx" => xlsx(run, all, language, &mut bytes),
        _ => list::csv(run, all, Csv::Plain, &mut |text| bytes(text.as_bytes())),
    };
    match (written, failure) {
        (Err(_), Some(error)) => Err(error),
        (Err(error), None) => Err(io::Error::other(error)),
        (Ok(()), _) => out.flush(),
    }
}

/// Lists on standard error what could not be read.
fn tell_rejected(rejected: &RejectedList, language: Language) {
    let mut out = BufWriter::new(io::stderr().lock());
    for Rejected { place, problem, text } in rejected.entries().iter().take(LISTED) {
        let error = Error::from(problem.clone()).at(place.clone());
        // Nothing is left to do where standard error is closed.
        let _ = writeln!(out, "{} [{}]", sentence(&error, language), terminal(text));
    }
    let listed = u64::try_from(LISTED.min(rejected.entries().len())).unwrap_or(u64::MAX);
    if rejected.total() > listed {
        let _ = writeln!(out, "{}", words::more_rejected(language, rejected.total() - listed));
    }
}
