//! Files of `tests/files`, each changed a little in several ways: a word of a heading for another, a column, row or cell less or
//! more. What is made of each is held by its digest alone (`fixtures/variants.txt`), so that a rule that begins to reach further, or
//! less far, does not pass unseen. Whether it is right, no digest says: what changes is to be looked at, and where it is meant,
//! `TROSKEL_TOLD=write cargo test --test suite variants::` writes them anew.
#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use std::thread;

use troskel::areas::Settings;
use troskel::criteria::sets;

use super::small::told;
use super::xorshift::Random;

/// As many ways each file is changed in.
const WAYS: usize = 8;
/// Longer files say no more.
const LONGEST: usize = 6_000;

/// What a heading, a title or a label may say.
const WORDS: [&str; 44] = [
    "",
    "Totalt",
    "Kvinnor",
    "Män",
    "2021",
    "2022",
    "2023",
    "2024-2025",
    "Antal",
    "Andel",
    "Andel (%)",
    "Procent",
    "per 1 000",
    "20-64 år",
    "16-64 år",
    "25-64 år",
    "Befolkning",
    "Folkmängd",
    "Sysselsatta",
    "Förvärvsarbetande",
    "Ej förvärvsarbetande",
    "Arbetslösa",
    "Öppet arbetslösa",
    "Långtidsarbetslösa",
    "mer än 6 månader",
    "mer än 12 månader",
    "Förgymnasial",
    "Gymnasial",
    "Eftergymnasial",
    "Valdeltagande",
    "Röstberättigade",
    "Röster",
    "Riksdagsval",
    "Kommunval",
    "Utrikes födda",
    "Inrikes födda",
    "Förändring",
    "Medelinkomst",
    "varav kvinnor",
    "Kommun",
    "Område",
    "Källa: SCB",
    "Hela landet",
    "av arbetskraften",
];
/// What a cell may hold.
const CELLS: [&str; 14] =
    ["", "..", "-", "0", "7", "12,5", "12.5", "58", "100", "2022", "1 234", "Uppgift saknas", "61,3 %", "x"];

fn one<'a>(random: &mut Random, of: &[&'a str]) -> &'a str {
    of[random.below(of.len())]
}

/// The digest of FNV-1a.
fn digest(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |digest, byte| (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Changes a table in one way; its first rows, which say what it is about, more often than others.
fn change(rows: &mut Vec<Vec<String>>, random: &mut Random) {
    let row = if random.below(3) == 0 { random.below(rows.len()) } else { random.below(rows.len().min(4)) };
    let column = random.below(rows[row].len());
    let into = |rows: &mut Vec<Vec<String>>, text: &str| text.clone_into(&mut rows[row][column]);
    match random.below(12) {
        0 => into(rows, one(random, &WORDS)),
        1 => {
            let text = format!("{} {}", rows[row][column], one(random, &WORDS));
            into(rows, text.trim());
        }
        2 => {
            let text = format!("{}, {}", one(random, &WORDS), rows[row][column]);
            into(rows, &text);
        }
        3 => {
            let mut words: Vec<String> = rows[row][column].split(' ').map(str::to_owned).collect();
            let at = random.below(words.len());
            one(random, &WORDS).clone_into(&mut words[at]);
            into(rows, &words.join(" "));
        }
        4 => into(rows, one(random, &CELLS)),
        5 => {
            let text = one(random, &CELLS);
            rows.iter_mut()
                .skip(row)
                .filter_map(|row| row.get_mut(column))
                .for_each(|cell| text.clone_into(cell));
        }
        6 => drop(rows.remove(row)),
        7 => rows.insert(row, rows[row].clone()),
        8 => rows.insert(row, vec![one(random, &WORDS).to_owned()]),
        9 => rows.iter_mut().filter(|row| row.len() > column + 1).for_each(|row| drop(row.remove(column))),
        10 => {
            let [heading, cell] = [one(random, &WORDS), one(random, &CELLS)];
            for (nth, row) in rows.iter_mut().enumerate() {
                row.insert(column.min(row.len()), if nth == 0 { heading } else { cell }.to_owned());
            }
        }
        _ => {
            let other = random.below(rows[row].len());
            let both = |row: &&mut Vec<String>| row.len() > column.max(other);
            rows.iter_mut().filter(both).for_each(|row| row.swap(column, other));
        }
    }
}

/// Returns a file changed in one way, two, or three.
fn variant(text: &str, random: &mut Random) -> String {
    let separator = [';', ',', '\t'].into_iter().max_by_key(|sign| text.matches(*sign).count()).unwrap();
    let mut rows: Vec<Vec<String>> =
        text.lines().map(|line| line.split(separator).map(str::to_owned).collect()).collect();
    for _ in 0..=random.below(3) {
        if rows.len() > 1 {
            change(&mut rows, random);
        }
    }
    let separator = separator.to_string();
    rows.iter().map(|row| row.join(&separator) + "\n").collect()
}

#[test]
fn each_variant_is_understood_as_before() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut names: Vec<String> = fs::read_dir(root.join("files"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "csv"))
        .collect();
    names.sort();
    let set = sets::get("promemoria-2018").unwrap();
    let line = |name: &String| {
        let text =
            fs::read_to_string(root.join("files").join(name)).ok().filter(|text| text.len() <= LONGEST)?;
        let [plain, all] = [false, true].map(|all| Settings::new(&set).every_period(all));
        let mut random = Random(digest(name) | 1);
        let variants: Vec<(String, String)> = (0..WAYS)
            .map(|_| {
                let changed = variant(&text, &mut random);
                let told = catch_unwind(|| told(&changed, &plain, &all));
                (told.unwrap_or_else(|_| panic!("{name} stopped it:\n{changed}")), changed)
            })
            .collect();
        Some((name.clone(), variants))
    };
    let half = names.len() / 2;
    let (first, second) = names.split_at(half);
    let now: Vec<_> = thread::scope(|scope| {
        let first = scope.spawn(|| first.iter().filter_map(line).collect::<Vec<_>>());
        let second: Vec<_> = second.iter().filter_map(line).collect();
        first.join().unwrap().into_iter().chain(second).collect()
    });
    let path = root.join("fixtures/variants.txt");
    let digests: Vec<String> = now
        .iter()
        .map(|(name, variants)| {
            let each = variants.iter().map(|(told, _)| format!(" {:08x}", digest(told) >> 32));
            format!("{name}{}\n", each.collect::<String>())
        })
        .collect();
    if std::env::var_os("TROSKEL_TOLD").is_some_and(|word| word == "write") {
        fs::write(path, digests.concat()).unwrap();
        return;
    }
    let before = fs::read_to_string(path).unwrap();
    let mut others = 0;
    let mut first = None;
    for ((was, is), (name, variants)) in before.lines().zip(&digests).zip(&now) {
        // A file's name may have spaces in it.
        let pairs = was.rsplit(' ').zip(is.trim_end().rsplit(' ')).zip(variants.iter().rev());
        for (_, (told, changed)) in pairs.filter(|((was, is), _)| was != is) {
            others += 1;
            first.get_or_insert_with(|| format!("{name}\n{changed}=>\n{told}"));
        }
    }
    assert!(others == 0, "{others} are understood otherwise, the first is {}", first.unwrap_or_default());
    assert_eq!(before.lines().count(), digests.len(), "the files are others");
}
