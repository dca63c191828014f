//! How often a file is read: once, unless what comes late is not what its beginning says.
#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use troskel::areas::{Area, FileImport, Loaded, Settings, in_passes, join};
use troskel::criteria::sets;
use troskel::table::Never;

fn settings() -> Settings {
    Settings::new(&sets::get("promemoria-2018").unwrap())
}

/// Imports a text, and counts the times that it is read.
fn passes(bytes: &[u8], settings: &Settings) -> (usize, Loaded) {
    let mut passes = 0;
    let loaded = in_passes(|hints| {
        passes += 1;
        let mut import = FileImport::again("a.csv", settings, hints);
        import.push(bytes)?;
        import.finish(&Never)
    });
    (passes, loaded.unwrap())
}

#[test]
fn a_file_is_read_once_where_its_beginning_says_what_it_is() {
    let settings = settings().sample(4);
    let count = |text: &str| passes(text.as_bytes(), &settings).0;
    assert_eq!(count("kod;Valdeltagande\n0114R001;70\n"), 1);
    assert_eq!(
        count("kod;Valdeltagande\n0114R001;70\n0114R002;71\n0114R003;72\n0114R004;73\n0114R005;74\n"),
        1
    );
    let sexes = "kod;kön;Valdeltagande\n0114R001;totalt;70\n0114R001;män;69\n0114R002;totalt;70\n0114R002;män;69\n0114R003;män;1\n";
    assert_eq!(count(sexes), 1);
    assert_eq!(count(&format!("{sexes}0114R003;kvinnor;2\n")), 2);
    assert_eq!(
        count(
            "kod;Valdeltagande;datum\n0114R001;70;2022\n0114R002;70;2022\n0114R003;70;2022\n0114R004;70;2023\n"
        ),
        2
    );
}

#[test]
fn a_file_whose_encoding_is_another_than_it_seemed_is_read_again() {
    let mut bytes = "område;Valdeltagande\n0114R001 Norr å;70\n".repeat(3_000).into_bytes();
    bytes.extend_from_slice(b"0114R002 S\xF6der;71\n");
    let settings = settings();
    assert_eq!(passes(&bytes[..bytes.len() - 20], &settings).0, 1);
    assert_eq!(passes(&bytes, &settings).0, 2);
}

#[test]
fn the_next_table_begins_below_its_title_however_far_down() {
    let settings = settings().sample(3);
    let told = |text: &str| {
        let (_, loaded) = passes(text.as_bytes(), &settings);
        let joined = join(vec![loaded], &settings).unwrap();
        let figures = |area: Area<'_>| {
            (0..4).filter_map(|at| Some(format!("{at}={}", area.figure(at)?))).collect::<String>()
        };
        joined.areas.iter().map(figures).collect::<Vec<_>>().join(" ")
    };
    let first = "Valdeltagande 2022\nkod;Andel\n0114R001;70\n0114R002;71\n0114R003;72\n";
    assert_eq!(told(&format!("{first}Förvärvsintensitet\nkod;Andel\n0115R001;60\n")), "3=70 3=71 3=72 0=60");
    assert_eq!(
        told(&format!("{first}Förvärvsintensitet\n0114R004;73\nkod;Andel\n0115R001;60\n")),
        "3=70 3=71 3=72 3=73 3=60"
    );
}
