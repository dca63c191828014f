//! Replays the fuzzer's seeds and what it has found, on the stable compiler.
#![cfg(feature = "tables")]

use std::fs;
use std::path::Path;

use super::xorshift::Random;

#[path = "../fuzz/entries.rs"]
mod entries;

#[test]
fn every_seed_is_answered() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    for (name, entry) in entries::ENTRIES {
        let seeds: Vec<_> =
            fs::read_dir(folder.join(name)).unwrap().map(|seed| seed.unwrap().path()).collect();
        assert!(!seeds.is_empty(), "{name} has no seed");
        let mut read = 0;
        for seed in seeds {
            let bytes = fs::read(&seed).unwrap();
            // The name of a seed that stops the test is the last one here.
            println!("{}", seed.display());
            read += u32::from(entry(&bytes));
        }
        assert!(read > 0, "no seed of {name} is one that can be read");
    }
}

#[test]
fn every_entry_has_a_target() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/Cargo.toml")).unwrap();
    for (name, _) in entries::ENTRIES {
        assert!(manifest.contains(&format!("path = \"targets/{name}.rs\"")), "{name}");
    }
}

/// Damages good files of every format, always in the same way; `TROSKEL_FUZZ_ROUNDS` says how often, in place of 500.
#[test]
fn a_damaged_file_gives_the_same_figures_or_is_refused() {
    let rounds =
        std::env::var("TROSKEL_FUZZ_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(500_u64);
    let mut random = Random(88_172_645_463_325_252);
    let mut read = 0;
    for round in 0..rounds {
        let [which, many, ..] = random.number().to_le_bytes();
        let mut input = vec![which];
        for _ in 0..=many % 3 {
            input.extend(&random.number().to_le_bytes()[..5]);
        }
        println!("round {round}: {input:?}");
        read += u32::from(entries::damage(&input));
    }
    assert!(read > 0, "some damage lies where nothing is read");
}

/// Changes seeds here and there, always in the same way; `TROSKEL_FUZZ_ROUNDS` says how often each.
#[test]
fn seeds_that_are_changed_are_answered_too() {
    let rounds =
        std::env::var("TROSKEL_FUZZ_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(60_u32);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let mut random = Random(1);
    for (name, entry) in entries::ENTRIES {
        let mut paths: Vec<_> =
            fs::read_dir(folder.join(name)).unwrap().map(|seed| seed.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            let seed = fs::read(&path).unwrap();
            for round in 0..rounds {
                let mut bytes = seed.clone();
                for _ in 0..=random.below(6) {
                    let (at, from) = (random.below(bytes.len()), random.below(bytes.len()));
                    let length = random.below(12);
                    let part: Vec<u8> = bytes.iter().copied().skip(from).take(length).collect();
                    match random.below(5) {
                        0 => bytes.truncate(at),
                        1 => drop(bytes.splice(at..at, part)),
                        2 => drop(bytes.splice(at..(at + length).min(bytes.len()), [])),
                        _ => {
                            let byte = [0, 1, 0x20, b'"', b'<', 0x7F, 0x80, 0xFF][random.below(8)];
                            bytes.iter_mut().skip(at).take(1).for_each(|place| *place = byte);
                        }
                    }
                }
                println!("{} round {round}", path.display());
                entry(&bytes);
            }
        }
    }
}
