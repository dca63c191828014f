//! What headings and categories say.

use super::*;
use crate::criteria::sets;

fn told(text: &str, within: Option<Facet>) -> String {
    let lexicon = Lexicon::new(&sets::get("promemoria-2018").unwrap());
    let said = lexicon.read(text, within);
    let mut parts: Vec<String> = said
        .facets
        .iter()
        .map(|((facet, _), valued)| format!("{facet:?}={}", lexicon.notation(*facet, &valued.value)))
        .collect();
    parts.extend(said.form().map(|form| format!("{form:?}")));
    parts.extend(said.total.then(|| "total".to_owned()));
    parts.extend(said.unexplained.iter().map(|word| format!("?{word}")));
    parts.join(", ")
}

#[test]
fn headings_say_what_they_hold() {
    assert_eq!(told("antal sysselsatta 2024", None), "Status=employed, Period=2024, Count");
    let labour_force = "antal sysselsatta och arbetslösa (arbetskraften) 2024";
    assert_eq!(told(labour_force, None), "Status=employed unemployed program, Period=2024, Count");
    assert_eq!(told("antal personer utanför arbetskraften", None), "Status=outside, Count");
    assert_eq!(told("antal totalt 2024", None), "Period=2024, Count, total");
    assert_eq!(
        told("Andel_x000D_\nförvärvsarbetande".replace("_x000D_", "").as_str(), None),
        "Status=employed, Percent"
    );
    assert_eq!(told("Långtidsinskrivna (>12 mån)", None), "Measure=long-term, Duration=12+");
    assert_eq!(told("Förgymnasial utbildning 9 (10) år", None), "Education=primary");
    assert_eq!(told("Befolkning 25-64 år", None), "Measure=persons, Age=25-64, Count");
    assert_eq!(told("2022 Valdeltagande", None), "Measure=voted, Period=2022, Percent");
    assert_eq!(told("Valdeltagande rang", None), "Measure=voted, NoLevel");
    assert_eq!(told("Andel nöjda med valdeltagandet", None), "Measure=voted, Percent, ?nöjda");
    assert_eq!(
        told("Långtidsarbetslösa i procent av arbetslösa 2024", None),
        "Measure=long-term, Background=av arbetslösa 2024, Period=2024, Percent"
    );
    assert_eq!(
        told("Andel av befolkningen 20-64 år som är sysselsatta", None),
        "Status=employed, Age=20-64, Percent"
    );
    assert_eq!(
        told("Andel sysselsatta inom industrin", None),
        "Status=employed, Background=inom industrin, Percent"
    );
    assert_eq!(told("K", Some(Facet::Sex)), "Sex=women");
    assert_eq!(told("samtliga 18 år och äldre", Some(Facet::Background)), "Age=18+, Background=all, total");
}

/// A question that is answered with yes or no.
type Asked = fn(&Lexicon, &str) -> bool;

#[test]
fn each_question_about_a_text_has_a_text_of_either_answer() {
    let lexicon = Lexicon::new(&sets::get("promemoria-2018").unwrap());
    let asked: [(&str, Asked, &[&str], &[&str]); 35] = [
        ("written", Lexicon::is_written, &["Uppdaterad", "Senast publicerad"], &["År", ""]),
        (
            "elsewhere",
            Lexicon::is_elsewhere,
            &["Län", "Länsnamn", "LA-region", "Ort"],
            &["Län och kommun", "Kommun", "Namn på län", ""],
        ),
        ("unit", Lexicon::is_unit, &["Enhet", "unit of measure"], &["Enhet kr", ""]),
        ("area", Lexicon::is_area, &["Område", "Regionkod", "Min desokod"], &["Andel", ""]),
        ("finer", Lexicon::is_finer, &["Tätort", "DeSO 2018"], &["Kommun", ""]),
        (
            "municipality",
            |_, text| Lexicon::is_municipality(text),
            &["Kommun", "Kommunkod"],
            &["Kommundel", "Region", "Vår kommun", ""],
        ),
        ("district", Lexicon::is_district, &["Valdistrikt", "Kod"], &["Namn", ""]),
        ("name", Lexicon::is_name, &["Områdesnamn", "Namn"], &["Kod", ""]),
        (
            "total",
            Lexicon::is_total,
            &["Totalt", "Samtliga områden", "Riket"],
            &["Område totalt", "Rike", ""],
        ),
        ("compares", Lexicon::compares, &["Gränsvärde", "I riket"], &["Bollstanäs", ""]),
        ("own division", Lexicon::is_own_division, &["Stadsdel", "Vårt basområde"], &["DeSO", ""]),
        ("comment", Lexicon::is_comment, &["Kommentar", "Vår källa"], &["Andel", ""]),
        ("subtotal", Lexicon::is_subtotal, &["Delsumma norr", "Medelvärde"], &["Norra delsumman", ""]),
        ("of areas", Lexicon::is_of_areas, &["Hyresrättsområden", "I kvartil 1"], &["Kvinnor", ""]),
        ("beside", Lexicon::is_beside, &["Under gränsvärdet"], &["Är under", ""]),
        ("year of others", Lexicon::is_year_of_others, &["Byggår", "År för invandring"], &["År", ""]),
        ("source", Lexicon::is_source, &["Källa", "Data source"], &["Källa SCB", ""]),
        ("counted", Lexicon::is_counted, &["Personer", "Antal personer"], &["Antal", ""]),
        ("whole", Lexicon::is_whole, &["Folkmängd 2022", "Antal, alla åldrar"], &["Befolkning 20–64 år", ""]),
        ("strange", Lexicon::is_strange, &["Övriga", "Utfallsrum"], &["Blad1", "Samtliga", "2022", "Ab", ""]),
        ("mean", Lexicon::is_mean, &["medelvärde", "mean"], &["median", ""]),
        ("missing", Lexicon::says_missing, &["9 = uppgift saknas", "Missing"], &["9 = nio", ""]),
        (
            "restricts",
            Lexicon::restricts,
            &["Kvinnor och män", "Det här avser bara män"],
            &["Kvinnor och män redovisas", "Kvinnor och män av alla"],
        ),
        ("of whom", Lexicon::says_of_whom, &["Det gäller kvinnor"], &["Kvinnor", ""]),
        (
            "begins with whom",
            Lexicon::begins_with_whom,
            &["Avser dagbefolkningen", "Tabellen visar endast män", "Personer födda i Afrika"],
            &["Dagbefolkningen avses", "Tabellen", ""],
        ),
        ("explains", Lexicon::explains, &["Det kan bero på mycket"], &["Det är så", ""]),
        (
            "share of all",
            Lexicon::is_share_of_all,
            &["Andel av befolkningen"],
            &["Andel", "Befolkningen av andel", "Andel befolkningen", ""],
        ),
        ("begins with figures", Lexicon::begins_with_figures, &["Talen är andelar"], &["Andel är talen", ""]),
        (
            "tells form",
            Lexicon::tells_form,
            &["Värdena är förändring", "Skillnad mot riket", "Kvinnor mot män i procentenheter"],
            &["Kvinnor har en förändring", "Förändring kan finnas", "Skillnad redovisas här", ""],
        ),
        (
            "has variables",
            Lexicon::has_variables,
            &["Valdeltagande efter region", "Sysselsatta per kön och år", "Turnout by sex"],
            &["Sysselsatta per företag", "Arbetslösa efter 5 år", "Valdeltagande", ""],
        ),
        (
            "scale",
            Lexicon::is_scale,
            &["Index", "Mål 8 arbetsvillkor"],
            &["Valdeltagande", "Mål 2025", "Mål 60 %", "Index, förändring", ""],
        ),
        (
            "topic",
            Lexicon::is_topic,
            &["Riket och Malmös bostäder"],
            &[
                "Riket",
                "Malmö",
                "Riket mot Malmös bostäder",
                "Riket och Malmös bostäder 2018 2022",
                "Riket och Malmös bostäder 2018–2022",
            ],
        ),
        (
            "dated label",
            Lexicon::is_dated_label,
            &["Lågutbildade 2022", "Valdeltagande 2018"],
            &["Lågutbildade", "Lågutbildade män 2022", "2022"],
        ),
        (
            "kpi",
            |_, text| text::is_kpi(text),
            &["n00914", "u00001"],
            &["n0091", "n009144", "x00914", "n0091a"],
        ),
        (
            "persons",
            |_, text| could_be_persons(text),
            &["sökande", "boende", "företagare", "studerande", "nyanlända arbetslösa"],
            &["bostad", ""],
        ),
    ];
    let mut wrong = Vec::new();
    for (name, ask, yes, no) in asked {
        wrong.extend(
            yes.iter().filter(|text| !ask(&lexicon, text)).map(|text| format!("{name}: no to {text:?}")),
        );
        wrong.extend(
            no.iter().filter(|text| ask(&lexicon, text)).map(|text| format!("{name}: yes to {text:?}")),
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn texts_are_split_into_words() {
    let p = |text: &str| split(text).join("|");
    assert_eq!(p("Andel (%) av ♀ och ♂"), "andel|%|av|kvinnor|och|män");
    assert_eq!(p("± ∆ 5‰"), "+/-|δ|5|promille");
    assert_eq!(p("20 - 64 år"), "20-64|år");
    assert_eq!(p("20 – 64 år; > 12 mån, < 5"), "20-64|år|>12|mån|<5");
    assert_eq!(p("2018 - 2022"), "2018-2022");
    assert_eq!(p("2022 - Valdeltagande"), "2022|valdeltagande");
    assert_eq!(p("2022– Valdeltagande"), "2022|valdeltagande");
    assert_eq!(p("2022–Valdeltagande"), "2022|valdeltagande");
    assert_eq!(p("2022-val"), "2022-val");
    assert_eq!(p("2022/Andelen"), "2022|andelen");
    assert_eq!(p("/kvinnor/"), "kvinnor");
    assert_eq!(p("20221)"), "2022");
    assert_eq!(p("(2022)"), "2022");
    assert_eq!(p("(a) 20221)"), "a|2022");
    assert_eq!(p("andel² arbetslösaᵃ"), "andel|arbetslösa");
    assert_eq!(p("valdeltagandeKvinnor RegSO TotAge"), "valdeltagande|kvinnor|regso|totage");
    assert_eq!(p("[Log] Region"), "region");
    assert_eq!(p("befolkning_20_64 a_b 2018_2022 5_9"), "befolkning|20-64|a|b|2018|2022|5|9");
    assert_eq!(p("förvärvs-\narbetande"), "förvärvsarbetande");
    assert_eq!(p("kort-\noch lång\u{ad}tid"), "kort-|och|långtid");
    assert_eq!(p("Kort-\nLång 20-\når"), "kort-|lång|20-|år");
    assert_eq!(p("–  +/- ."), "+/-");
    assert_eq!(p(""), "");
}

#[test]
fn values_are_written_as_recipes_have_them() {
    let lexicon = Lexicon::new(&sets::get("promemoria-2018").unwrap());
    let p = |facet, value: Value| lexicon.notation(facet, &value);
    assert_eq!(p(Facet::Sex, Value::All), "all");
    assert_eq!(p(Facet::Background, Value::Text("inom vård".into())), "inom vård");
    assert_eq!(p(Facet::Age, Value::Span(20, 64)), "20-64");
    assert_eq!(p(Facet::Age, Value::Span(65, u32::MAX)), "65+");
    let month = |year: u32, month: u32| year * 12 + month;
    assert_eq!(p(Facet::Period, Value::Date(month(2022, 12), 12)), "2022");
    assert_eq!(p(Facet::Period, Value::Date(month(2022, 3), 3)), "2022K1");
    assert_eq!(p(Facet::Period, Value::Date(month(2022, 12), 3)), "2022K4");
    assert_eq!(p(Facet::Period, Value::Date(month(2022, 1), 1)), "2022M01");
    assert_eq!(p(Facet::Period, Value::Date(month(2022, 12), 1)), "2022M12");
    assert_eq!(p(Facet::Status, Value::Atoms(0b1010)), "unemployed outside");
    assert!(lexicon.is_all(Facet::Sex, &Value::Atoms(0b11)) && lexicon.is_all(Facet::Sex, &Value::All));
    assert!(
        !lexicon.is_all(Facet::Sex, &Value::Atoms(0b10)) && !lexicon.is_all(Facet::Age, &Value::Span(0, 99))
    );
    // The highest education, and one that is not known, may be lacking.
    assert!(lexicon.is_all(Facet::Education, &Value::Atoms(0b11_1111)));
    assert!(!lexicon.is_all(Facet::Education, &Value::Atoms(0b101_1111)));
    assert_eq!((lexicon.optional(Facet::Education), lexicon.optional(Facet::Sex)), (0b1100_0000, 0));
}

#[test]
fn names_of_facets_and_criteria_are_known_in_any_spelling() {
    let lexicon = Lexicon::new(&sets::get("promemoria-2018").unwrap());
    assert_eq!(lexicon.facet_named("ContentsCode"), Some(Facet::Measure));
    assert_eq!(lexicon.facet_named("Region of birth"), Some(Facet::Birth));
    assert_eq!(lexicon.facet_named("Kön och ålder"), None);
    let part = |heading: &str| lexicon.read(heading, None).criterion;
    assert_eq!(part("low_education"), part("low-education"));
    assert_eq!(part("Employment.count").map(|own| own.1), Some(Part::Count));
    assert_eq!(part("employment total").map(|own| own.1), Some(Part::Total));
    assert_eq!(part("employment").map(|own| own.1), Some(Part::Figure));
    assert_eq!(part("employment-share"), None);
    assert_eq!(Lexicon::undated("Valdeltagande, 2022 (riksdag)"), "valdeltagande riksdag");
    assert_eq!(Lexicon::sum("Summa av Andel").as_deref(), Some("summa av"));
    assert_eq!(Lexicon::sum("Sum of shares").as_deref(), Some("sum of"));
    assert_eq!(Lexicon::sum("Summan"), None);
}

/// What a text around a table says.
fn said(said: &Coordinates) -> String {
    let lexicon = Lexicon::new(&sets::get("promemoria-2018").unwrap());
    let values = said.facets.iter();
    let mut parts: Vec<String> = values
        .map(|((facet, _), valued)| format!("{facet:?}={}", lexicon.notation(*facet, &valued.value)))
        .collect();
    parts.extend(said.form.map(|form| format!("{form:?}")));
    parts.extend(said.not.then(|| "not".to_owned()));
    parts.extend(said.unexplained.iter().map(|word| format!("?{word}")));
    parts.extend(said.doubts.iter().map(|text| format!("!{text}")));
    parts.join(", ")
}

#[test]
fn texts_around_a_table_say_what_they_are_of() {
    let lexicon = Lexicon::new(&sets::get("promemoria-2018").unwrap());
    let title = |text: &str| said(&lexicon.title(text));
    assert_eq!(title("Förvärvsintensitet (riket 77,9)"), "Status=employed");
    assert_eq!(title("Förvärvsintensitet (riket 2022)"), "Status=employed, Period=2022, NoLevel");
    assert_eq!(title("Valdeltagande efter region och år 2022"), "Measure=voted, Period=2022");
    assert_eq!(title("Antal kvinnor efter region"), "Sex=women, Count");
    let around = |text: &str| said(&lexicon.around(text));
    assert_eq!(around("Andel av arbetskraften"), "Background=av arbetskraften, Percent");
    let unit = |text: &str| said(&lexicon.unit(text));
    assert_eq!(unit("procent"), "Percent");
    assert_eq!(unit("antal, procent"), "");
    assert_eq!(unit("antal"), "Count");
    assert_eq!(unit("index"), "NoLevel");
    assert_eq!(unit("olika"), "");
    assert_eq!(unit("fiskar"), "!fiskar");
    let file = |text: &str| said(&lexicon.file_name(text));
    assert_eq!(file("valdeltagande_2022"), "Measure=voted, Period=2022");
    assert_eq!(file("forvarvsarbetande-kvinnor.2022"), "Status=employed, Sex=women, Period=2022");
    assert_eq!(file("befolkning_20_64"), "Measure=persons, Age=20-64");
    let base = |text: &str| lexicon.told_base(text).as_ref().map(said).unwrap_or_default();
    assert_eq!(base("Andelen är beräknad på arbetskraften"), "Status=employed unemployed program");
    assert_eq!(base("Antal på arbetskraften"), "");
    let filter = |text: &str| lexicon.filter(text).as_ref().map(said).unwrap_or_default();
    assert_eq!(filter("Kön: Kvinnor"), "Sex=women");
    assert_eq!(filter("Kön är inte Kvinnor"), "Sex=women, not");
    assert_eq!(filter("Åldersgrupp is 18-24"), "Age=18-24");
    assert_eq!(filter("Filtrerat på: Kvinnor"), "Sex=women");
    assert_eq!(filter("År: 2022"), "");
    assert_eq!(filter("Kön, (flera objekt)"), "!Kön, (flera objekt)");
    assert_eq!(filter("Kön, Kvinnor"), "Sex=women");
    assert_eq!(filter("Kön: "), "");
    assert_eq!(filter("Bostadsbolag: Väsbyhem"), "Background=Väsbyhem, ?väsbyhem");
    assert_eq!(names_in("Valdeltagande bland boende i Bollstanäs och TAB6680"), ["bollstanäs", "tab6680"]);
    assert_eq!(names_in("Stockholms valdistrikt"), ["stockholms"]);
    assert_eq!(names_in("Valdeltagande"), [""; 0]);
}
