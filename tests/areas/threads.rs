//! A file read on two threads gives what one gives.

use std::fmt::Write;

use troskel::Error;
use troskel::areas::{FileImport, Loaded, Settings, import, in_passes, join};

use super::set;

/// Imports as [`import`] does, but reads on one thread and makes areas on another.
fn import_on_two_threads(file: &str, bytes: &[u8], settings: &Settings) -> Result<Loaded, Error> {
    in_passes(|hints| FileImport::again(file, settings, hints).read_from(bytes).unwrap())
}

#[track_caller]
fn threads_agree(file: &str, bytes: &[u8], settings: &Settings) -> Result<Loaded, Error> {
    let (one, two) = (import(file, bytes, settings), import_on_two_threads(file, bytes, settings));
    assert!(format!("{one:?}") == format!("{two:?}"), "{file}");
    two
}

#[test]
fn two_threads_give_what_one_gives() {
    let settings = Settings::new(&set());
    for folder in ["good", "bad", "joined"] {
        for entry in std::fs::read_dir(format!("tests/fixtures/{folder}")).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            let _ = threads_agree(name, &std::fs::read(&path).unwrap(), &settings);
        }
    }
    // Many batches, with whatever may be amiss on the way.
    let mut text = String::from("kod;namn;Valdeltagande\n");
    for row in 0..60_000 {
        match row % 5_000 {
            7 => text.push_str("inget område;;\n"),
            8 => text.push('\n'),
            9 => text.push_str("0180A0000;igen;1\n"),
            10 => text.push_str("\"0181A0000\";\"i två\nrader \"\"x\"\"\";\"70,1\"\n"),
            at => writeln!(text, "018{}A{at:04};Område å {row};{}", row / 5_000 % 10, row % 130).unwrap(),
        }
    }
    let loaded = threads_agree("a.csv", text.as_bytes(), &settings).unwrap();
    let joined = join(vec![loaded], &settings).unwrap();
    let (areas, rejected) = (joined.areas.len(), joined.rejected.total());
    assert!(areas > 30_000 && rejected > 9_000, "{areas} areas, {rejected} rejected");
    // A byte far behind that is no UTF-8, and more areas than are allowed before it.
    let mut late = text.into_bytes();
    late.extend_from_slice(b"0182A9999;\xE5;1\n");
    threads_agree("late.csv", &late, &settings).unwrap();
    let few = Settings::new(&set()).max_areas(12_000);
    assert_eq!(threads_agree("few.csv", &late, &few).unwrap_err().code(), "too-large");
}

#[test]
fn a_file_that_can_not_be_read_on_is_no_table() {
    struct Broken(bool);
    impl std::io::Read for Broken {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            if std::mem::replace(&mut self.0, true) {
                return Err(std::io::Error::other("the disk is gone"));
            }
            buffer[..4].copy_from_slice(b"kod;");
            Ok(4)
        }
    }
    let settings = Settings::new(&set());
    let read = FileImport::new("a.csv", &settings).read_from(Broken(false));
    assert_eq!(read.unwrap_err().to_string(), "the disk is gone");
}
