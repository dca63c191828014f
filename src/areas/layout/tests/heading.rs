//! Headings, the titles above them and the notes below.

use super::{lexicon, sample};
use crate::areas::layout::heading::{Heading, over_numbered_rows};
use crate::table::{Format, Merge, TableInfo};

fn info(format: Format, merges: &[[usize; 4]]) -> TableInfo {
    let merge = |[first, last, from, to]: &[usize; 4]| Merge {
        first_line: crate::table::wide(*first),
        last_line: crate::table::wide(*last),
        first_column: *from,
        last_column: *to,
    };
    TableInfo { merges: merges.iter().map(merge).collect(), ..TableInfo::of("a", format) }
}

/// What is found above the first row with a code.
fn told(info: &TableInfo, text: &str) -> String {
    let rows = sample(text);
    let first = rows.iter().position(|row| row.cells.iter().any(|cell| cell.starts_with("0114R"))).unwrap();
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap();
    let found = Heading::find(&lexicon(), info, &rows, first, None, width);
    let texts: Vec<String> = (0..width).map(|at| found.text(at)).collect();
    let line = found.line.map_or("-".to_owned(), |line| line.to_string());
    [line, texts.join("; "), found.titles.join(" / "), found.notes.join(" / ")].join(" | ")
}

#[test]
fn a_heading_stands_below_titles_and_over_areas() {
    for (text, expected) in [
        ("kod;Valdeltagande\n0114R001;70\n", "1 | kod; Valdeltagande |  | "),
        (
            "Valdeltagande 2022\n\nkod;Andel\n0114R001;70\n\nKälla: SCB\n",
            "3 | kod; Andel | Valdeltagande 2022 | Källa: SCB",
        ),
        (
            "Valdeltagande, 2022;riksdag\n\nkod;Andel;Antal\n0114R001;70;5\n",
            "3 | kod; Andel; Antal | Valdeltagande, 2022, riksdag | ",
        ),
        (
            "kod;Valdeltagande;\n;2018;2022\n0114R001;70;71\n",
            "2 | kod; Valdeltagande 2018; Valdeltagande 2022 |  | ",
        ),
        (
            "kod;Valdeltagande;;Förvärvsintensitet;\n;2018;2022;2018;2022\n0114R001;70;71;1;2\n",
            "2 | kod; Valdeltagande 2018; Valdeltagande 2022; Förvärvsintensitet 2018; Förvärvsintensitet 2022 |  | ",
        ),
        (";Valdeltagande;\nkod;2018;2022\n0114R001;70;71\n", "2 | kod; 2018; 2022 | Valdeltagande | "),
        (
            ";;Valdeltagande;\nkod;2014;2018;2022\n0114R001;69;70;71\n",
            "2 | kod; 2014; 2018; 2022 | Valdeltagande | ",
        ),
        (
            ";;Valdeltagande;;\nkod;2014;2018;2022;namn\n0114R001;69;70;71;x\n",
            "2 | kod; 2014; 2018; 2022; namn | Valdeltagande | ",
        ),
        (
            ";Kvinnor;;Män;\nkod;2018;2022;2018;2022\n0114R001;69;70;71;72\n",
            "2 | kod; Kvinnor 2018; Kvinnor 2022; Män 2018; Män 2022 |  | ",
        ),
        (
            ";;Kvinnor;;;Män;\nkod;2014;2018;2022;2014;2018;2022\n0114R001;69;70;71;72;73;74\n",
            "2 | kod; Kvinnor 2014; Kvinnor 2018; Kvinnor 2022; Män 2014; Män 2018; Män 2022 |  | ",
        ),
        ("kod;År;2018;2022\n0114R001;;70;71\n", "1 | kod; År; 2018; 2022 |  | "),
        ("År;2018;2022\nkod;Andel;Andel\n0114R001;70;71\n", "2 | År kod; 2018 Andel; 2022 Andel |  | "),
        (
            "kod;Valdeltagande 2018;2022\n0114R001;70;71\n",
            "1 | kod; Valdeltagande 2018; valdeltagande 2022 |  | ",
        ),
        (
            "kod;Valdeltagande 2018;2022;Namn;2014\n0114R001;70;71;x;1\n",
            "1 | kod; Valdeltagande 2018; valdeltagande 2022; Namn; 2014 |  | ",
        ),
        ("kod;Valdeltagande\nKälla;SCB\n0114R001;70\n", "1 | kod; Valdeltagande |  | "),
        ("kod;Valdeltagande\nTotalt;75\n0114R001;70\n", "1 | kod; Valdeltagande |  | "),
        ("kod;Valdeltagande\nGränsvärde;<75\n0114R001;70\n", "1 | kod; Valdeltagande |  | "),
        ("kod;Valdeltagande\nLimit;70\n0114R001;70\n", "1 | kod; Valdeltagande |  | "),
        ("Kön;Kvinnor\n\nkod;Valdeltagande\n0114R001;70\n", "3 | kod; Valdeltagande | Kön, Kvinnor | "),
        ("Kön;(Alla)\nkod;Valdeltagande\n0114R001;70\n", "2 | kod; Valdeltagande | Kön, (Alla) | "),
        (";2022\n0114R001;70\n", "1 | ; 2022 |  | "),
        ("2022\n0114R001;70\n", "- | ;  | 2022 | "),
        ("0114R001;70\n", "- | ;  |  | "),
        ("kod;Valdeltagande\n;Kvinnor\n0114R001;70\n", "2 | kod; Valdeltagande Kvinnor |  | "),
        ("kod;namn;Valdeltagande\n;Kvinnor;\n0114R001;x;70\n", "1 | kod; namn; Valdeltagande |  | "),
        (
            "kod;Valdeltagande\n0114R001;70\n999;uppgift saknas\nKön;Kvinnor\nen not\n70\n",
            "1 | kod; Valdeltagande |  | 999 = uppgift saknas / Kön: Kvinnor / en not",
        ),
        (
            "kod;Valdeltagande;x\n0114R001;70;1\nen not, i två;delar\nen;två;tre\n",
            "1 | kod; Valdeltagande; x |  | en not, i två, delar",
        ),
    ] {
        assert_eq!(told(&info(Format::Csv, &[]), text), expected, "{text}");
    }
    for (text, merge, expected) in [
        (
            ";Valdeltagande;\nkod;2018;2022\n0114R001;70;71\n",
            [1, 1, 1, 2],
            "2 | kod; 2018; 2022 | Valdeltagande | ",
        ),
        (
            ";Valdeltagande;;Andel\nkod;2018;2022;2022\n0114R001;70;71;1\n",
            [1, 1, 1, 2],
            "2 | kod; Valdeltagande 2018; Valdeltagande 2022; Andel 2022 |  | ",
        ),
        (
            "kod;Valdeltagande;\n;2018;2022\n0114R001;70;71\n",
            [1, 2, 0, 0],
            "2 | kod; Valdeltagande 2018; Valdeltagande 2022 |  | ",
        ),
        (
            "kod;Valdeltagande;\n;2018;2022\n0114R001;70;71\n",
            [1, 1, 1, 2],
            "2 | kod; Valdeltagande 2018; Valdeltagande 2022 |  | ",
        ),
    ] {
        assert_eq!(told(&info(Format::Xlsx, &[merge]), text), expected, "{text}");
    }
}

#[test]
fn headings_that_differ_in_a_letter_are_those_of_the_sexes() {
    let sexes = |heading: &str| {
        let text = format!("{heading}\n0114R001;1;2;3\n");
        let rows = sample(&text);
        let found = Heading::find(&lexicon(), &info(Format::Csv, &[]), &rows, 1, None, 4);
        found.sexes().into_iter().map(|(at, text)| format!("{at} {text}")).collect::<Vec<_>>().join("; ")
    };
    assert_eq!(sexes("kod;Sysselsatta (K);Sysselsatta (M);x"), "1 Sysselsatta kvinnor; 2 Sysselsatta män");
    assert_eq!(
        sexes("kod;Sysselsatta_k;Sysselsatta_m;Sysselsatta_t"),
        "1 Sysselsatta kvinnor; 2 Sysselsatta män; 3 Sysselsatta totalt"
    );
    assert_eq!(sexes("kod;a-F;a-M.;a W"), "1 a kvinnor; 2 a män; 3 a kvinnor");
    for heading in ["kod;a-K;a-X;a-M", "kod;aK;aM;x", "kod;K;M;T", "kod;a K;a T;x", "kod;a K;b M;x"] {
        assert_eq!(sexes(heading), "", "{heading}");
    }
}

#[test]
fn a_heading_is_moved_over_rows_that_begin_with_their_numbers() {
    let moved = |text: &str| {
        let mut rows = sample(text);
        over_numbered_rows(&mut rows);
        rows[0].cells[0].is_empty()
    };
    assert!(moved("kod;andel\n1;0114R001;70\n2;0114R002;71\n") && moved("kod\n0;a\n1;b\n"));
    for text in [
        "kod;andel\n1;0114R001;70\n",
        "kod\n2;a\n3;b\n",
        "kod\n1;a\n3;b\n",
        "kod;x\n1;a\n2;b\n",
        "kod\n1;a\n2;b;c\n",
        "kod\nx;a\ny;b\n",
    ] {
        assert!(!moved(text), "{text}");
    }
}
