//! Keys and reports as the command's users bring them and have them.

use std::ffi::OsStr;
use std::fs;

use serde_json::Value;

use super::cli_files::{Folder, run};

#[test]
fn districts_go_to_areas_by_a_key_and_a_report_is_of_the_chosen_ones() {
    let folder = Folder::new();
    let counts = "Valdistriktskod;Röstande;Röstberättigade\n01800101;741;1001\n01800102;500;900\n";
    let districts = folder.write("districts.csv", counts);
    let key = folder.write(
        "key.csv",
        "distrikt;regso;andel\n01800101;0180R001;0,62\n01800101;0180R002;0,38\n01800102;0180R002;1\n",
    );
    let (status, out, told) =
        run(&[&"assess", &districts, &"--key", &key, &"--columns", &"code,turnout-figure", &"--lang", &"sv"]);
    assert_eq!(
        (status, out.as_str()),
        (0, "code,turnout_figure\n0180R001,459–460/620–621\n0180R002,781–782/1280–1281\n")
    );
    assert!(told.contains("key.csv: nyckel från ”distrikt” till ”regso”, med vikter ur ”andel”"), "{told}");
    assert!(told.contains("är fördelade på") && told.contains("Nyckeln delar 1 område"), "{told}");
    let (status, json, _) = run(&[&"assess", &districts, &"--key", &key, &"--format", &"json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((status, json.pointer("/keys/0/weightColumn").unwrap().as_str()), (0, Some("andel")));
    let page = folder.path("report.html");
    let named: [&dyn AsRef<OsStr>; 4] = [&"--area", &"0180R002", &"--question", &"Varför?"];
    let files: [&dyn AsRef<OsStr>; 6] = [&"report", &districts, &"--key", &key, &"--out", &page];
    assert_eq!(run(&[&files[..], &named[..]].concat()).0, 0);
    let text = fs::read_to_string(&page).unwrap();
    assert!(text.contains("Varför?") && text.contains("0180R002") && !text.contains("0180R001"), "{text}");
    let (status, _, told) = run(&[&"report", &districts, &"--area", &"0180R009"]);
    assert!(status == 1 && told.contains("“0180R009” is not in the files."), "{told}");
    // What a report rests on is told in it: assumptions, rows that were not read, and the recipe among the files.
    let turnout =
        "Kod;Namn;Valdeltagande\n0180R001;Berga;70,1\n1280R001;Berga;71,5\n1280R002;Holma;oläslig\n";
    let (turnout, recipe) = (folder.write("turnout.csv", turnout), folder.write("recipe.json", "[]"));
    let files: [&dyn AsRef<OsStr>; 8] =
        [&"report", &turnout, &"--recipe", &recipe, &"--out", &page, &"--lang", &"sv"];
    let (status, _, told) = run(&files);
    let text = fs::read_to_string(&page).unwrap();
    assert_eq!(status, 0, "{told}");
    assert!(text.contains("En rad eller cell kunde inte läsas.") && told.contains("oläslig"), "{told}");
    assert!(text.matches("recipe.json, SHA-256 ").count() == 1, "{text}");
    let name: [&dyn AsRef<OsStr>; 2] = [&"--area", &"Berga"];
    let (status, _, told) = run(&[&files[..], &name[..]].concat());
    assert!(
        status == 1 && told.contains("”Berga” är namnet på flera områden: 0180R001 och 1280R001."),
        "{told}"
    );
    let (status, _, told) = run(&[&"assess", &districts, &"--key", &districts]);
    assert!(status == 1 && told.contains("The key must have a column with codes"), "{told}");
}

#[test]
fn series_and_comparison_put_the_districts_of_every_year_together_by_a_key() {
    let folder = Folder::new();
    let districts = folder.write(
        "districts.csv",
        "Valdistriktskod;Röstande 2018;Röstberättigade 2018;Röstande 2022;Röstberättigade 2022\n\
01800101;70;100;80;100\n01800102;50;100;60;100\n01800103;10;20;15;20\n",
    );
    let key =
        folder.write("key.csv", "distrikt;regso\n01800101;0180R001\n01800102;0180R001\n01800103;0180R003\n");
    let series: [&dyn AsRef<OsStr>; 5] = [&"series", &districts, &"--key", &key, &"--quiet"];
    let (status, out, _) = run(&series);
    let turnout = |line: &&str| line.contains(",turnout,20");
    let lines: Vec<&str> = out.lines().filter(turnout).collect();
    let told: Vec<String> = lines
        .iter()
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            [0, 5, 10].map(|at| *cells.get(at).unwrap()).join(" ")
        })
        .collect();
    assert_eq!(
        (status, told),
        (
            0,
            ["0180R001 2018 120/200", "0180R001 2022 140/200", "0180R003 2018 10/20", "0180R003 2022 15/20"]
                .map(str::to_owned)
                .to_vec()
        )
    );
    let files: [&dyn AsRef<OsStr>; 5] = [&"compare", &districts, &"--key", &key, &"--quiet"];
    let years: [&dyn AsRef<OsStr>; 4] = [&"--period", &"2018", &"--with-period", &"2022"];
    let (status, out, _) = run(&[&files[..], &years[..]].concat());
    assert!(status == 0 && out.contains("120/200,60.0,met,140/200,70.0,met,10.0,20"), "{out}");
}
