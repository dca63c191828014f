//! The command line and its files: what it reads and says of them, and where it writes.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const TURNOUT: &str = "Område;Valdeltagande 2022\n0180R001;74,9\n0180R002;75,1\n";

/// A folder of its own for a test, gone at its end.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: impl AsRef<Path>, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, text).unwrap();
        path
    }

    /// Runs the command here and returns the exit status, standard output and standard error.
    pub(crate) fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        ended(&command(&[]).args(arguments).current_dir(self.0.path()).output().unwrap())
    }
}

fn command(arguments: &[&dyn AsRef<OsStr>]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_troskel"));
    command.args(arguments).env("LC_ALL", "C.UTF-8");
    command
}

/// Runs the command and returns the exit status, standard output and standard error.
pub(crate) fn run(arguments: &[&dyn AsRef<OsStr>]) -> (i32, String, String) {
    ended(&command(arguments).output().unwrap())
}

fn ended(done: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (done.status.code().unwrap(), text(&done.stdout), text(&done.stderr))
}

#[test]
fn nothing_to_add_up_is_said() {
    let folder = Folder::new();
    folder
        .write("a.csv", "DeSO;Antal sysselsatta 20-64;Befolkning 20-64\n0180A0010;50;80\n0180A0020;40;90\n");
    let (status, _, said) = folder.run(&["assess", "a.csv", "--sum-to", "regso", "--lang", "en"]);
    assert_eq!(status, 0, "{said}");
    assert!(said.contains("Nothing was added up to RegSO"), "{said}");
}

#[test]
fn a_file_of_an_archive_that_is_no_table_is_said() {
    let archive = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/files/table-and-report.zip");
    let (status, _, said) = run(&[&"assess", &archive, &"--lang", &"sv"]);
    assert_eq!(status, 0, "{said}");
    assert!(said.contains("Ur arkivet lämnades"), "{said}");
}

#[test]
fn output_is_never_written_onto_what_is_read() {
    let folder = Folder::new();
    let (file, recipe) = (folder.write("a.csv", TURNOUT), folder.write("r.json", "[]"));
    let set = folder.write("set.json", troskel::criteria::sets::PROMEMORIA_2018);
    let hard = folder.path("hard.csv");
    fs::hard_link(&file, &hard).unwrap();
    let mut outs = vec![file.clone(), hard, recipe.clone(), set.clone(), folder.path("./a.csv")];
    #[cfg(unix)]
    {
        let link = folder.path("link.csv");
        std::os::unix::fs::symlink("a.csv", &link).unwrap();
        outs.push(link);
    }
    for out in &outs {
        let (status, shown, error) =
            run(&[&"assess", &file, &"--recipe", &recipe, &"--criteria", &set, &"--out", out]);
        assert_eq!((status, shown.as_str()), (2, ""), "{error}");
        assert!(error.contains("which is read"), "{error}");
    }
    let piped = command(&[&"assess", &"-", &"--out", &file]).stdin(fs::File::open(&file).unwrap()).output();
    assert_eq!(ended(&piped.unwrap()).0, 2);
    assert_eq!(fs::read_to_string(&file).unwrap(), TURNOUT);
    assert_eq!(fs::read_to_string(&recipe).unwrap(), "[]");
}

#[test]
fn output_replaces_what_was_there_once_it_is_whole() {
    let folder = Folder::new();
    let (file, out) = (folder.write("a.csv", TURNOUT), folder.write("out.csv", "before"));
    #[cfg(unix)]
    let mode = {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&out, fs::Permissions::from_mode(0o640)).unwrap();
        move |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777
    };
    assert_eq!(run(&[&"assess", &file, &"--quiet", &"--out", &out]), (0, String::new(), String::new()));
    assert!(fs::read_to_string(&out).unwrap().starts_with("code,name"));
    #[cfg(unix)]
    {
        assert_eq!(mode(&out), 0o640);
        // A link stays one, and what it leads to is replaced.
        let link = folder.path("link.csv");
        std::os::unix::fs::symlink(&out, &link).unwrap();
        fs::write(&out, "before").unwrap();
        assert_eq!(run(&[&"assess", &file, &"--quiet", &"--out", &link]).0, 0);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert!(fs::read_to_string(&out).unwrap().starts_with("code,name"));
    }
    let names = || {
        let mut names: Vec<_> =
            fs::read_dir(folder.0.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let before = names();
    for nowhere in [folder.path("no-such-folder/out.csv"), folder.0.path().to_owned()] {
        let (status, _, error) = run(&[&"assess", &file, &"--quiet", &"--out", &nowhere]);
        assert_eq!(status, 1, "{error}");
        assert!(error.starts_with("troskel: cannot write "), "{error}");
    }
    assert_eq!(names(), before, "nothing is left beside");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_and_what_was_there_stays() {
    let folder = Folder::new();
    let areas: Vec<String> = (1..=999).map(|nth| format!("0180R{nth:03};74,9\n")).collect();
    let file = folder.write("a.csv", format!("Område;Valdeltagande\n{}", areas.concat()));
    let out = folder.write("out.csv", "before");
    let limited = |script: &str| {
        let mut shell = Command::new("sh");
        shell.args(["-c", script, "sh", env!("CARGO_BIN_EXE_troskel")]).args([&file, &out]);
        ended(&shell.output().unwrap())
    };
    let (status, _, error) =
        limited("trap '' XFSZ; ulimit -f 8; exec \"$1\" assess \"$2\" --quiet --lang sv --out \"$3\"");
    assert_eq!(status, 1, "{error}");
    assert!(error.contains("går inte att skriva"), "{error}");
    assert_eq!(fs::read_to_string(&out).unwrap(), "before");
    assert_eq!(fs::read_dir(folder.0.path()).unwrap().count(), 2);

    let (status, _, error) = limited("exec \"$1\" assess \"$2\" --quiet --lang sv > /dev/full");
    assert_eq!(status, 1);
    assert_eq!(error, "troskel: standard ut går inte att skriva till: det finns inte plats\n");
    let (status, _, error) = run(&[&"assess", &file, &"--quiet", &"--out", &"/dev/full"]);
    assert_eq!(status, 1, "{error}");
    assert_eq!(run(&[&"assess", &file, &"--quiet", &"--out", &"/dev/null"]).0, 0);
    assert!(!fs::metadata("/dev/null").unwrap().is_file(), "a device is written to, not replaced");
}

#[cfg(unix)]
#[test]
fn names_that_are_not_utf8_are_read_and_written() {
    use std::os::unix::ffi::OsStrExt as _;

    let name = |bytes: &'static [u8]| OsStr::from_bytes(bytes);
    let folder = Folder::new();
    let file = folder.write(name(b"omr\xe5den.csv"), TURNOUT);
    let set = folder.write(name(b"upps\xe4ttning.json"), troskel::criteria::sets::PROMEMORIA_2018);
    let out = folder.path(name(b"ut\xf6.csv"));
    let (status, _, error) = run(&[&"assess", &file, &"--criteria", &set, &"--out", &out]);
    assert_eq!(status, 0, "{error}");
    assert!(error.contains("omr\u{fffd}den.csv: 2 areas (RegSO)"), "{error}");
    assert!(fs::read_to_string(&out).unwrap().contains("\n0180R002,"));
    let mut joined = std::ffi::OsString::from("--criteria=");
    joined.push(&set);
    assert_eq!(run(&[&"check", &joined, &"--turnout", &"70"]).0, 0);
}

#[test]
fn what_was_understood_is_told_in_the_language_asked_for() {
    let folder = Folder::new();
    let file = folder
        .write("a.csv", "Område;Valdeltagande 2022;Förvärvsfrekvens\n0180R001;74,9;0,6\n0180R002;..;0,7\n");
    let (status, _, swedish) = run(&[&"assess", &file, &"--lang", &"sv"]);
    assert_eq!(status, 0);
    for words in [
        "a.csv: 2 områden (RegSO) ur kolumnen ”Område”.\n",
        "  Valdeltagande: procent ur kolumnen ”Valdeltagande 2022”, 2022; 1 område har en siffra.\n",
        "  Fråga om Förvärvsintensitet: alla tal i ”Förvärvsfrekvens” är från 0 till 1. Är de procent, eller delar av 1?",
        "    – delar av 1",
        "\"fractions\":true",
    ] {
        assert!(swedish.contains(words), "{words} is not in:\n{swedish}");
    }
    let (_, _, english) = run(&[&"assess", &file]);
    assert!(english.contains("a.csv: 2 areas (RegSO) from the column “Område”.\n"), "{english}");
    assert!(english.contains("  Question about Employment rate: "), "{english}");
    assert_eq!(run(&[&"assess", &file, &"--quiet"]).2, "");

    let (_, json, _) = run(&[&"assess", &file, &"--format", &"json", &"--quiet"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    let table = &json["understood"][0];
    assert!(table["file"].as_str().unwrap().ends_with("a.csv"));
    assert_eq!(table["sheet"], Value::Null);
    assert_eq!(table["area"]["columns"][0], "Område");
    assert_eq!(table["measures"][1]["criterion"], "turnout");
    assert_eq!(table["measures"][1]["columns"][0], "Valdeltagande 2022");
    assert_eq!(table["questions"][0]["criterion"], "employment");
    assert_eq!(table["questions"][0]["found"]["kind"], "fractions");
    for member in ["assumed", "notUsed"] {
        assert!(table[member].is_array(), "{member}");
    }
    for account in ["rows", "columns"] {
        let accounts = &json["ledger"][account];
        let of = |name: &str| accounts[name].as_u64().unwrap();
        let parts = ["heading", "used", "another", "notUsed", "listed"].map(of);
        assert_eq!(of("all"), parts.iter().sum::<u64>());
    }
}

#[test]
fn a_choice_that_is_printed_answers_the_question_as_a_recipe() {
    let folder = Folder::new();
    let file = folder.write("a.csv", "Område;Förvärvsfrekvens\n0180R001;0,6\n0180R002;0,7\n");
    let (_, _, told) = run(&[&"assess", &file]);
    let recipe = |line: &str| line.split_once(": {").map(|(_, recipe)| format!("{{{recipe}"));
    let recipes: Vec<String> = told.lines().filter_map(recipe).collect();
    assert_eq!(recipes.len(), 2, "{told}");
    let percent = |recipe: String| {
        let recipe = folder.write("r.json", recipe);
        let (status, out, told) =
            run(&[&"assess", &file, &"--recipe", &recipe, &"--strict", &"--format", &"json"]);
        assert_eq!(status, 0, "{told}");
        let json: Value = serde_json::from_str(&out).unwrap();
        json["areas"][0]["findings"]["employment"]["percent"].as_str().unwrap().to_owned()
    };
    assert_eq!(recipes.into_iter().map(percent).collect::<Vec<_>>(), ["60.0", "0.6"]);
}

#[test]
fn figures_are_of_the_newest_period_unless_another_is_asked_for() {
    let folder = Folder::new();
    let file = folder.write("a.csv", "Område;Valdeltagande 2018;Valdeltagande 2022\n0180R001;74,9;75,1\n");
    let figure = |arguments: &[&dyn AsRef<OsStr>]| {
        let all: [&dyn AsRef<OsStr>; 4] = [&"assess", &file, &"--format", &"json"];
        let (status, out, told) = run(&[&all[..], arguments].concat());
        assert_eq!(status, 0, "{told}");
        let json: Value = serde_json::from_str(&out).unwrap();
        (json["areas"][0]["findings"]["turnout"]["figure"].as_str().unwrap_or("none").to_owned(), told)
    };
    let (newest, told) = figure(&[]);
    assert_eq!(newest, "75.1");
    assert!(told.contains("2022"), "{told}");
    assert_eq!(figure(&[&"--period", &"2018"]).0, "74.9");
    let (status, _, told) = run(&[&"assess", &file, &"--period", &"2014"]);
    assert_eq!(status, 1);
    assert!(told.contains("They have figures of 2018 and 2022."), "{told}");
    let (_, _, told) = run(&[&"assess", &folder.write("bad.csv", "no table\n"), &file, &"--period", &"2014"]);
    assert_eq!(told.matches("bad.csv").count(), 1, "{told}");
}

#[test]
fn what_another_file_answers_waits_for_no_answer() {
    let folder = Folder::new();
    let turnout = |name: &str| folder.write(name, "Område;Valdeltagande (%)\n0180R001;61,2\n");
    let (other, own) = (turnout("kommunval.csv"), turnout("riksdagsval.csv"));
    let asked = |files: &[&dyn AsRef<OsStr>]| {
        let assess: [&dyn AsRef<OsStr>; 1] = [&"assess"];
        let (_, _, told) = run(&[&assess[..], files].concat());
        (told.contains("Question about"), told.contains("waits for an answer"))
    };
    assert_eq!(asked(&[&other]), (true, true));
    assert_eq!(asked(&[&other, &own]), (false, false));
}

#[test]
fn strict_writes_nothing_while_something_is_open() {
    let folder = Folder::new();
    let (open, clear) =
        (folder.write("a.csv", "Område;Förvärvsfrekvens\n0180R001;0,6\n"), folder.write("b.csv", TURNOUT));
    let out = folder.write("out.csv", "before");
    let (status, _, error) =
        run(&[&"assess", &open, &"--strict", &"--quiet", &"--out", &out, &"--lang", &"sv"]);
    assert_eq!(status, 1);
    assert!(error.starts_with("troskel: 1 fråga: med --strict skrivs inget"), "{error}");
    assert_eq!(fs::read_to_string(&out).unwrap(), "before");
    assert_eq!(run(&[&"assess", &clear, &"--strict", &"--quiet", &"--out", &out]).0, 0);
}

#[test]
fn one_unreadable_file_among_several_is_named_and_the_others_are_read() {
    let folder = Folder::new();
    let good = folder.write("good.csv", TURNOUT);
    let bad = folder.write("bad.xlsx", "PK\u{3}\u{4} and nothing more");
    let text = folder.write("text.csv", "a;b\n1;2\n");
    let gone = folder.path("gone.csv");
    let (status, out, error) =
        run(&[&"assess", &bad, &good, &text, &gone, &"--quiet", &"--format", &"json", &"--lang", &"sv"]);
    assert_eq!(status, 0);
    assert_eq!(serde_json::from_str::<Value>(&out).unwrap()["totals"]["areas"], 2);
    let lines: Vec<&str> = error.lines().collect();
    assert_eq!(lines.len(), 3, "{error}");
    assert!(lines[0].contains("bad.xlsx: Filen är skadad"), "{error}");
    assert!(lines[1].contains("text.csv: Ingen kolumn har områden."), "{error}");
    assert!(lines[2].contains("gone.csv går inte att läsa: den finns inte"), "{error}");
    let (status, out, error) = run(&[&"assess", &bad, &gone, &"--lang", &"sv"]);
    assert_eq!((status, out.as_str()), (1, ""));
    assert!(error.contains("bad.xlsx") && error.contains("gone.csv"), "{error}");
}

#[test]
fn standard_input_is_read_as_often_as_it_takes() {
    let mut bytes = "Område;Namn;Valdeltagande\n".replace('å', "a").into_bytes();
    for nth in 1..=30_000 {
        bytes.extend_from_slice(format!("0180R{nth:05};Asen;74,9\n").as_bytes());
    }
    // Only here it shows that the text is Windows-1252, so all is read again.
    bytes.extend_from_slice(b"0180R001;\xc5sen;75,1\n");
    let mut child = command(&[&"assess", &"-", &"--quiet"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(&bytes));
    let (status, out, error) = ended(&child.wait_with_output().unwrap());
    writer.join().unwrap().unwrap();
    assert_eq!(status, 0, "{error}");
    assert!(out.contains("\n0180R001,Åsen,0180,Stockholm,"), "{}", out.len());
}

#[cfg(unix)]
#[test]
fn documents_have_a_limit() {
    let folder = Folder::new();
    let file = folder.write("a.csv", TURNOUT);
    for (status, _, error) in [run(&[&"check", &"--criteria", &"/dev/zero"]), run(&[&"verify", &"/dev/zero"])]
    {
        assert_eq!(status, 1);
        assert!(error.contains("/dev/zero: The file is larger than 16,777,216 bytes"), "{error}");
    }
    let (status, _, error) = run(&[&"assess", &file, &"--recipe", &"/dev/zero", &"--lang", &"sv"]);
    assert_eq!(status, 1);
    assert!(error.contains("större än 16\u{a0}777\u{a0}216 byte"), "{error}");
}

#[test]
fn no_control_of_a_file_reaches_standard_error_or_text_for_people() {
    let evil = "\u{1b}[31mX\u{9b}2J\u{202e}\u{7}";
    let harmless = |text: &str| !text.contains(|c: char| c != '\n' && (c.is_control() || c == '\u{202e}'));
    let folder = Folder::new();
    let text = format!(
        "Område;Valdeltagande {evil};Förvärvsfrekvens {evil};Spalt {evil}\n0180R001;74,9;0,6;a\n0180R002;{evil};0,7;b\n{evil};75;0,5;c\n"
    );
    let file = folder.write(format!("a{evil}.csv"), &text);
    let other = folder.write(format!("b{evil}.csv"), "a;b\n1;2\n");
    let (status, _, error) = run(&[&"assess", &file, &other]);
    assert_eq!(status, 0);
    assert!(error.contains("\\u001b[31mX\\u009b2J\\u202e\\u0007") && harmless(&error), "{error:?}");
    let (_, _, error) = run(&[&"assess", &other, &"--lang", &"sv"]);
    assert!(harmless(&error), "{error:?}");

    let json_evil = "\\u001b[31mX\\u009b\\u202e";
    let set = troskel::criteria::sets::PROMEMORIA_2018
        .replace("\"Voter turnout\"", &format!("\"{json_evil}\""))
        .replace("\"2018-03\"", "\"2018\"");
    let set = folder.write("set.json", set);
    let (status, text, _) = run(&[&"check", &"--criteria", &set, &"--employment", &"70"]);
    assert_eq!(status, 0);
    assert!(text.contains("\\u001b[31m") && harmless(&text), "{text:?}");
    let (_, help, _) = run(&[&"check", &"--criteria", &set, &"--help"]);
    assert!(help.contains("\\u001b[31m") && harmless(&help), "{help:?}");
    let (_, _, error) = run(&[&"check", &format!("--{evil}")]);
    assert!(harmless(&error), "{error:?}");
}

#[test]
fn a_municipalitys_own_division_is_read_by_the_recipe_that_the_refusal_tells() {
    let folder = Folder::new();
    let text = "Primärområde;Valdeltagande\n101 Kungsladugård;88,1\n102 Sanna;70,5\n";
    let file = folder.write("parts.csv", text);
    for language in ["sv", "en"] {
        let (status, out, said) = run(&[&"assess", &"--lang", &language, &file]);
        assert_eq!((status, out.as_str()), (1, ""), "{said}");
        let told = said.get(said.find('{').unwrap()..=said.rfind('}').unwrap()).unwrap();
        let recipe = folder.write("recipe.json", format!("[{told}]"));
        let (status, out, said) = run(&[&"assess", &"--recipe", &recipe, &file]);
        assert_eq!(status, 0, "{said}");
        let rows: Vec<&str> = out.lines().skip(1).collect();
        assert_eq!(rows.len(), 2, "{out}");
        for (row, name) in rows.iter().zip(["101 Kungsladugård", "102 Sanna"]) {
            assert!(row.contains(name) && row.contains(",1480,Göteborg,true,"), "{row}");
        }
    }
}
