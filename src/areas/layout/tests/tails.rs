//! Labels that say more than the area.

use super::{known, lexicon, sample};
use crate::areas::layout::tails::Tails;

/// The rows of a text with what their labels say in a column of its own; nothing where they say no more than the area.
fn told(text: &str) -> String {
    let (lexicon, known, mut rows) = (lexicon(), known(), sample(text));
    let Some(tails) = Tails::find(&lexicon, &known, &rows) else { return String::new() };
    for row in &mut rows {
        tails.part(&lexicon, &known, &mut row.cells);
    }
    rows.iter().map(|row| row.cells.join(";")).collect::<Vec<_>>().join(" / ")
}

#[test]
fn labels_are_parted_from_what_they_say_beside_the_area() {
    for (text, expected) in [
        (
            "kod;andel\nHageby, kvinnor;70\nHageby, män;71\nHageby;72\n",
            "kod;andel; / Hageby;70;kvinnor / Hageby;71;män / Hageby;72;totalt",
        ),
        (
            "kod;andel\nHageby (kvinnor);70\nHageby (män);71\n",
            "kod;andel; / Hageby;70;kvinnor / Hageby;71;män",
        ),
        ("kod;andel\nHageby - kvinnor;70\nNorr – män;71\n", "kod;andel; / Hageby;70;kvinnor / Norr;71;män"),
        (
            "kod;andel\nHageby: kvinnor;70\nNorr; män;71\nSöder/totalt;7\n",
            "kod;andel;; / Hageby;70;;kvinnor / Norr; män;71;totalt / Söder;7;;totalt",
        ),
        ("kod;andel\nHageby_kvinnor;70\nNorr_män;71\n", "kod;andel; / Hageby;70;kvinnor / Norr;71;män"),
        ("kod;andel\nHageby kvinnor;70\nNorr män;71\n", "kod;andel; / Hageby;70;kvinnor / Norr;71;män"),
        (
            "kod;andel\nHageby kvinnor;70\nNorr;71\nSöder;72\n",
            "kod;andel; / Hageby;70;kvinnor / Norr;71;totalt / Söder;72;totalt",
        ),
        ("kod;andel\nHageby 2022;70\nHageby 2018;71\n", "kod;andel; / Hageby;70;2022 / Hageby;71;2018"),
        (
            "kod;andel\nHageby, 2022;70\nHageby, kvinnor 2022;71\n",
            "kod;andel; / Hageby;70;2022 / Hageby;71;kvinnor 2022",
        ),
        (
            "kod;andel\nHageby, kvinnor, 2022;70\nNorr, män, 2022;71\n",
            "kod;andel; / Hageby;70;kvinnor, 2022 / Norr;71;män, 2022",
        ),
        ("kod;andel\n0114R001 K;70\n0114R001 M;71\n0114R001;72\n", ""),
        ("kod;andel\n0114R001-K;70\n0114R001_M;71\n", "kod;andel; / 0114R001-K;70;totalt / 0114R001;71;män"),
        ("kod;andel\nHageby, K;70\nHageby, M;71\n", ""),
        ("kod;andel\nUpplands Väsby (Hageby);70\nUpplands Väsby (Norr);71\n", ""),
        ("kod;andel\nHageby, kommunen;70\nHageby, riket;71\n", ""),
        (
            "kod;andel\nHageby, sysselsatta;70\nHageby, arbetslösa;71\n",
            "kod;andel; / Hageby;70;sysselsatta / Hageby;71;arbetslösa",
        ),
        (
            "kod;andel\nHageby, förändring 2018;70\nNorr, förändring 2022;71\n",
            "kod;andel; / Hageby;70;förändring / Norr;71;förändring",
        ),
        (
            "kod;andel\nHageby, valet till riksdagen;70\nNorr;71\n",
            "kod;andel; / Hageby;70;valet till riksdagen / Norr;71;totalt",
        ),
        ("kön;andel\nHageby, kvinnor;70\nHageby, män;71\n", ""),
        ("kommentar;andel\nHageby, kvinnor;70\nHageby, män;71\n", ""),
        ("kod;text\nHageby, kvinnor;a\nHageby, män;b\n", ""),
        ("kod;andel\nHageby, kvinnor;..\nHageby, män;<5\n", "kod;andel; / Hageby;..;kvinnor / Hageby;<5;män"),
        ("kod;andel\nHageby, kvinnor;2022\nHageby, män;2018\n", ""),
        ("kod;andel\nkvinnor;70\nmän;71\n", ""),
        ("kod;andel\n, kvinnor;70\n, män;71\n", ""),
        ("kod;andel\nHageby, okänt ord;70\nNorr, annat ord;71\n", ""),
        (
            "kod;andel\nHageby sysselsatta kvinnor 20-64 år;70\nNorr sysselsatta män 20-64 år;71\n",
            "kod;andel; / Hageby;70;sysselsatta kvinnor 20-64 år / Norr;71;sysselsatta män 20-64 år",
        ),
        (
            "kod;andel\nHageby sysselsatta;70\nNorr sysselsatta;71\nSöder;72\n",
            "kod;andel; / Hageby;70;sysselsatta / Norr;71;sysselsatta / Söder;72;totalt",
        ),
        (
            "a;kod;andel\nx;Hageby, kvinnor;70\nx;Hageby, män;71\n",
            "a;kod;andel; / x;Hageby;70;kvinnor / x;Hageby;71;män",
        ),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}
