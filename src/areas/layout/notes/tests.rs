//! What notes say of a table's figures.

use super::*;
use crate::criteria::sets;

/// What the sentences of a note say, what they are about, and what they are a reason to ask about.
fn told(note: &str) -> String {
    let lexicon = Lexicon::new(&sets::get("promemoria-2018").unwrap());
    let value = |facet: Facet, value: &Value| format!("{facet:?}={}", lexicon.notation(facet, value));
    let of = |note: Note<'_>| {
        let mut parts: Vec<String> =
            note.said.facets.iter().map(|(key, own)| value(key.0, &own.value)).collect();
        parts.extend(note.said.form.map(|form| format!("{form:?}")));
        parts.extend(note.said.doubts.iter().map(|_| "?".to_owned()));
        parts.extend(note.about.iter().map(|(facet, own)| format!("about {}", value(*facet, own))));
        assert!(!note.said.not && note.said.doubts.iter().all(|doubt| doubt == note.text.trim()));
        parts.join(", ")
    };
    notes(&lexicon, note).map(of).collect::<Vec<_>>().join(" | ")
}

#[test]
fn notes_tell_what_all_figures_are_of() {
    for (note, expected) in [
        ("Avser endast kvinnor", "Sex=women"),
        ("Avser endast kvinnor, enligt registret", "? | Sex=women"),
        ("Andelen är beräknad på arbetskraften", "?"),
        ("Andelen är beräknad på befolkningen", "?, about Measure=voted"),
        ("Andelen är beräknad på befolkningen 18 år och äldre", "?, about Measure=voted"),
        ("Andelen är beräknad på befolkningen 20-64 år", ""),
        ("Andelen är beräknad på högutbildade", ""),
        ("Andelen valdeltagande är beräknad på befolkningen", ""),
        ("Andelen valdeltagande är beräknad på arbetskraften", "?, about Measure=voted"),
        ("Andelen sysselsatta är beräknad på arbetskraften", "?"),
        ("Exklusive utrikes födda", "?"),
        ("Exklusive utrikes födda enligt en lång förklaring av det hela", ""),
        ("Källa: SCB", ""),
        ("Valet till riksdagen", "Election=riksdag"),
        ("Gäller valet till riksdagen 2022", "Election=riksdag"),
        ("Värdena är förändring i procentenheter", "NoLevel"),
        ("Skillnad mot riket", "?"),
        ("Skillnader mellan åren kan bero på en ny källa", ""),
        ("Index, riket = 100", "NoLevel"),
        ("Talen är index där kommunen är 100", "?"),
        ("Index redovisas i bilaga 2", ""),
        ("Uppgifterna avser ungdomar 16-24 år", "Age=16-24, Background=ungdomar"),
        ("Uppgifterna avser personer 20-64 år", "Measure=persons, Age=20-64"),
        ("Personer födda i Afrika redovisas här", "?"),
        ("Uppgifterna avser folkbokförda", "Measure=persons"),
        ("Uppgifterna avser arbetslösa kvinnor och män", "Status=unemployed program, Sex=women men"),
        ("Lågutbildade: endast kvinnor", "Sex=women, about Education=primary-short primary"),
        ("Kön: Kvinnor", "Sex=women"),
        ("Kön är inte Kvinnor", "?"),
    ] {
        assert_eq!(told(note), expected, "{note}");
    }
}

#[test]
fn only_the_young_or_the_old_are_others_than_all() {
    let of = |ages: &str| told(&format!("Personer {ages} år enligt vårt eget register"));
    assert_eq!(["16-24", "16-59", "26-64", "65-74"].map(of), ["?"; 4]);
    assert_eq!(["16-60", "20-64", "25-64", "25-60"].map(of), [""; 4]);
}

#[test]
fn a_note_has_sentences_and_marks_before_them() {
    assert_eq!(told("Anm: Endast män"), "Sex=men");
    assert_eq!(told("1) Endast män"), "Sex=men");
    assert_eq!(told("18 år och äldre"), "");
    assert_eq!(told("Endast kvinnor. Exklusive studerande. bl.a. andra; Endast män!"), "Sex=women | Sex=men");
    assert_eq!(told("Endast kvinnor\nEndast män"), "Sex=women | Sex=men");
    let parts = |note: &'static str| sentences(note).map(str::trim).collect::<Vec<_>>();
    assert_eq!(parts("Ett. Två; Tre# Fyra! Fem"), ["Ett", "Två", "Tre", "Fyra", "Fem"]);
    assert_eq!(parts("Ett bl.a. två. tre"), ["Ett bl.a. två. tre"]);
    assert_eq!(parts("ett\ntvå."), ["ett", "två", ""]);
    assert_eq!(behind_lead("Not: a: b").trim(), "a: b");
    assert_eq!(behind_lead("*) a"), "a");
    assert_eq!(behind_lead("2) a"), "a");
    assert_eq!(behind_lead("Kön: a"), "Kön: a");
    assert_eq!(behind_lead("18 år (1) a"), "år (1) a");
    assert_eq!(behind_lead("18 år"), "18 år");
    assert!(has_number("om 5 år") && has_number("20221") && has_number("20-64") && has_number("5%"));
    assert!(!has_number("år 2022") && !has_number("2018-2022") && !has_number("år"));
}
