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
