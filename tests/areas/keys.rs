//! Areas by name, and key files that tell their codes.

use troskel::areas::{JoinWarning, Settings};

use super::{joined_with, listed, set};

/// A key as the database has it: codes and names of `DeSO` and `RegSO`; and without `DeSO`, the name in full.
const KEY: &str = "Kommun,Kommunnamn,DeSO_2018,RegSO_2020,RegSOkod_2020\n\
    0114,Upplands Väsby,0114C1010,Centrum,0114R001\n0114,Upplands Väsby,0114C1030,Centrum,0114R001\n\
    0114,Upplands Väsby,0114C1050,Runby,0114R002\n0115,Vallentuna,0115C1010,Centrum,0115R001\n";

#[test]
fn a_key_file_lets_files_by_name_and_by_code_join() {
    let by_name =
        ",Valdeltagande 2022\nUpplands Väsby (Centrum),70\nVallentuna (Centrum),80\nVallentuna (Karby),90\n";
    let by_code = "kod;Förvärvsintensitet\n0114R001;58,2\n0115R001;61,0\n";
    let full = "RegSO;Kod\nUpplands Väsby (Centrum);0114R001\nVallentuna (Centrum);0115R001\n";
    let figures = "region;Lågutbildade (%)\n0114R001 Centrum;29\n0115R001 Centrum;20\n";
    let settings = Settings::new(&set());
    for key in [KEY, full, figures] {
        let files: [(&str, &[u8]); 3] =
            [("a.csv", by_name.as_bytes()), ("b.csv", by_code.as_bytes()), ("key.csv", key.as_bytes())];
        let joined = joined_with(&files, &settings);
        let education = if key == figures { ["29", "20"] } else { ["–", "–"] };
        assert_eq!(
            listed(&joined),
            [
                format!("0114R001 58.2 – {} 70", education[0]),
                format!("0115R001 61.0 – {} 80", education[1]),
                "Vallentuna (Karby) – – – 90".to_owned()
            ]
        );
        assert_eq!(joined.areas.get(0).unwrap().name(), Some("Upplands Väsby (Centrum)"));
        assert!(joined.warnings.contains(&JoinWarning::CodesFromKey { areas: 2 }));
        assert!(joined.warnings.contains(&JoinWarning::NamesWithoutCode { areas: 1 }));
        assert_eq!(joined.rejected.total(), 0);
    }
    let alone = joined_with(&[("a.csv", by_name.as_bytes()), ("key.csv", KEY.as_bytes())], &settings);
    assert_eq!(listed(&alone)[0], "0114R001 – – – 70");
    let without = joined_with(&[("a.csv", by_name.as_bytes()), ("b.csv", by_code.as_bytes())], &settings);
    assert_eq!(without.areas.len(), 5);
    let told = [JoinWarning::NamesWithoutCode { areas: 3 }, JoinWarning::NotInAll { areas: 5 }];
    assert_eq!(without.warnings, told);
}

#[test]
fn a_name_of_several_codes_is_given_none() {
    let key = "namn;kod\nUpplands Väsby (Centrum);0114R001\nUpplands Väsby (Centrum);0114R009\n";
    let file = ",Valdeltagande 2022\nUpplands Väsby (Centrum),70\nUpplands Väsby (Runby),71\n";
    let settings = Settings::new(&set());
    let joined = joined_with(&[("a.csv", file.as_bytes()), ("key.csv", key.as_bytes())], &settings);
    assert_eq!(listed(&joined), ["Upplands Väsby (Centrum) – – – 70", "Upplands Väsby (Runby) – – – 71"]);
}

#[test]
fn municipalities_by_name_have_the_code_that_is_known() {
    let by_name: &[u8] = "kommun;Valdeltagande\nUpplands Väsby;80\nVallentuna kommun;81\n".as_bytes();
    let by_code: &[u8] = "kommun;Förvärvsintensitet\n0114;60\n0115;61\n".as_bytes();
    let joined = joined_with(&[("a.csv", by_name), ("b.csv", by_code)], &Settings::new(&set()));
    assert_eq!(listed(&joined), ["0114 60 – – 80", "0115 61 – – 81"]);
    assert!(joined.warnings.is_empty());
}
