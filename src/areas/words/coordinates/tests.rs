//! What texts say together, and what of it.

use super::*;

fn of(facets: &[(Facet, Value)]) -> Coordinates {
    let mut said = Coordinates::default();
    for (facet, value) in facets {
        said.set((*facet, 0), value.clone(), "x");
    }
    said
}

fn with(change: impl FnOnce(&mut Coordinates)) -> Coordinates {
    let mut said = Coordinates::default();
    change(&mut said);
    said
}

const EMPLOYED: (Facet, Value) = (Facet::Status, Value::Atoms(1));
const WOMEN: (Facet, Value) = (Facet::Sex, Value::Atoms(1));
const MEN: (Facet, Value) = (Facet::Sex, Value::Atoms(2));
const RESIDENTS: (Facet, Value) = (Facet::Measure, Value::Atoms(PERSONS));
const VOTERS: (Facet, Value) = (Facet::Measure, Value::Atoms(VOTED));
const ENTITLED_ONES: (Facet, Value) = (Facet::Measure, Value::Atoms(ENTITLED));
const LONG: (Facet, Value) = (Facet::Measure, Value::Atoms(LONG_TERM));

#[test]
fn of_two_values_of_a_facet_both_or_the_later_stand() {
    let mut said = of(&[WOMEN]);
    said.add(Facet::Sex, Value::Atoms(2), "y");
    let sexes = said.facets.get(&(Facet::Sex, 0)).unwrap();
    assert_eq!((&sexes.value, sexes.text.as_str()), (&Value::Atoms(3), "x y"));
    for (first, second, stands) in [(24, 36, "y"), (36, 24, "x"), (36, 36, "x")] {
        let mut said = of(&[(Facet::Period, Value::Date(first, 12))]);
        said.add(Facet::Period, Value::Date(second, 1), "y");
        assert_eq!(said.facets.get(&(Facet::Period, 0)).unwrap().text, stands);
    }
    let mut said = of(&[(Facet::Age, Value::Span(20, 64))]);
    said.add(Facet::Age, Value::Span(18, 19), "y");
    assert_eq!(said.value(Facet::Age), Some(&Value::Span(20, 64)));
}

#[test]
fn each_fact_of_a_text_is_added_to_the_other() {
    let all = with(|said| {
        said.form = Some(Form::Count);
        (said.total, said.not) = (true, true);
        said.unexplained.push("ord".into());
        said.set((Facet::Sex, 0), Value::Atoms(1), "kvinnor");
    });
    let mut said = Coordinates::default();
    said.add_all(all.clone());
    assert_eq!(said, all);
    said.add_all(with(|said| said.form = Some(Form::Percent)));
    assert_eq!(said.form, Some(Form::Count));
    said.add_all(with(|said| said.form = Some(Form::NoLevel)));
    assert_eq!(said.form, Some(Form::NoLevel));
}

#[test]
fn what_it_is_of_is_told_by_each_of_its_facts() {
    let criterion = with(|said| said.criterion = Some((0, Part::Figure)));
    let education = (Facet::Education, Value::Atoms(1));
    let duration = (Facet::Duration, Value::Span(6, 12));
    for (said, any, own) in [
        (criterion.clone(), true, true),
        (with(|said| said.form = Some(Form::Id)), true, false),
        (with(|said| said.form = Some(Form::NoLevel)), true, false),
        (with(|said| said.form = Some(Form::Count)), false, false),
        (of(&[EMPLOYED]), true, true),
        (of(&[education]), true, true),
        (of(&[VOTERS]), true, true),
        (of(&[RESIDENTS]), true, false),
        (of(&[ENTITLED_ONES]), true, false),
        (of(std::slice::from_ref(&duration)), false, false),
        (of(&[WOMEN]), false, false),
    ] {
        assert_eq!((said.has_measure(), said.has_own_measure()), (any, own), "{said:?}");
    }
    assert!(of(&[VOTERS]).is_of_votes() && of(&[ENTITLED_ONES]).is_of_votes());
    assert!(!of(&[RESIDENTS]).is_of_votes() && !of(&[EMPLOYED]).is_of_votes());
    assert!(of(&[LONG]).is_of_unemployed() && of(std::slice::from_ref(&duration)).is_of_unemployed());
    assert!(!of(&[RESIDENTS, duration]).is_of_unemployed() && !of(&[]).is_of_unemployed());
    let form = || with(|said| said.form = Some(Form::Count));
    assert!(form().is_only_form() && !Coordinates::default().is_only_form());
    let changes: [fn(&mut Coordinates); 4] = [
        |said| said.total = true,
        |said| said.not = true,
        |said| said.unexplained.push("ord".into()),
        |said| said.set((Facet::Sex, 0), Value::Atoms(1), "x"),
    ];
    for change in changes {
        let mut said = form();
        change(&mut said);
        assert!(!said.is_only_form(), "{said:?}");
    }
    assert_eq!(with(|said| said.soft = Some(Form::Count)).form(), Some(Form::Count));
    let both = with(|said| (said.form, said.soft) = (Some(Form::Percent), Some(Form::Count)));
    assert_eq!(both.form(), Some(Form::Percent));
}

#[test]
fn a_name_above_is_of_another_measure_unless_what_is_below_is_among_it() {
    let percent = |facets| with(|said| (said.facets, said.form) = (of(facets).facets, Some(Form::Percent)));
    let unknown = with(|said| {
        said.form = Some(Form::Percent);
        said.unexplained.push("trygga".into());
    });
    assert!(unknown.is_over_another(&of(&[EMPLOYED])));
    assert!(!with(|said| said.unexplained.push("trygga".into())).is_over_another(&of(&[EMPLOYED])));
    assert!(!percent(&[RESIDENTS]).is_over_another(&of(&[])));
    let primary = (Facet::Education, Value::Atoms(1));
    assert!(of(&[EMPLOYED]).is_over_another(&of(std::slice::from_ref(&primary))));
    assert!(!of(&[EMPLOYED]).is_over_another(&of(&[EMPLOYED])));
    assert!(!of(&[RESIDENTS]).is_over_another(&of(&[primary])));
    // The long-term unemployed are among those registered; a percentage is of no count above it.
    assert!(!of(&[EMPLOYED]).is_over_another(&of(&[LONG])));
    assert!(of(&[EMPLOYED]).is_over_another(&percent(&[LONG])));
    assert!(!percent(&[EMPLOYED]).is_over_another(&percent(&[LONG])));
    assert!(of(&[EMPLOYED]).is_over_another(&of(&[VOTERS])));
}

#[test]
fn a_text_of_less_weight_fills_what_is_not_said() {
    let less = with(|said| {
        said.facets = of(&[EMPLOYED, WOMEN]).facets;
        said.unexplained.push("ord".into());
        (said.not, said.total) = (true, true);
        (said.form, said.soft) = (Some(Form::Count), Some(Form::Percent));
        said.criterion = Some((1, Part::Count));
    });
    let mut said = Coordinates::default();
    said.fill(&less, true);
    assert_eq!(said, less);
    let mut said = Coordinates::default();
    said.fill(&less, false);
    assert_eq!(said, with(|said| (said.facets, said.form) = (of(&[WOMEN]).facets, Some(Form::Count))));
    let mut said = of(&[VOTERS, MEN]);
    said.fill(&less, true);
    assert_eq!(said, with(|said| (said.facets, said.form) = (of(&[VOTERS, MEN]).facets, Some(Form::Count))));
    let form = |own: Option<Form>, soft: Option<Form>, above: Form| {
        let mut said = with(|said| (said.form, said.soft) = (own, soft));
        said.fill(&with(|said| said.form = Some(above)), false);
        said.form
    };
    assert_eq!(form(Some(Form::Count), None, Form::Percent), Some(Form::Count));
    assert_eq!(form(Some(Form::Count), None, Form::NoLevel), Some(Form::NoLevel));
    assert_eq!(form(None, Some(Form::Count), Form::Percent), None);
    assert_eq!(form(None, None, Form::Percent), Some(Form::Percent));
}

#[test]
fn a_unit_says_the_form_and_an_index_whatever_else_is_said() {
    let unit = |form| {
        with(|said| {
            said.form = Some(form);
            said.facets = of(&[(Facet::Background, Value::All)]).facets;
            said.doubts.push("?".into());
        })
    };
    let mut said = Coordinates::default();
    said.in_unit(unit(Form::Count));
    assert_eq!(said, unit(Form::Count));
    said.in_unit(unit(Form::Percent));
    assert_eq!(said.form, Some(Form::Count));
    said.in_unit(unit(Form::NoLevel));
    assert_eq!(said.form, Some(Form::NoLevel));
}

#[test]
fn a_category_adds_to_its_column_or_contradicts_it() {
    let category = with(|said| {
        said.facets = of(&[WOMEN]).facets;
        (said.form, said.soft) = (Some(Form::Count), Some(Form::Percent));
        (said.total, said.not) = (true, true);
        said.criterion = Some((1, Part::Figure));
        said.unexplained.push("ord".into());
        said.doubts.push("?".into());
    });
    assert_eq!(Coordinates::default().and(&category), Some(category.clone()));
    assert_eq!(of(&[EMPLOYED]).and(&category).unwrap().criterion, None);
    assert_eq!(of(&[MEN]).and(&category), None);
    assert!(of(&[WOMEN]).and(&category).is_some());
    // What is counted stands in the heading.
    assert_eq!(of(&[VOTERS]).and(&of(&[RESIDENTS])).unwrap(), of(&[VOTERS]));
    assert_eq!(of(&[VOTERS]).and(&category).unwrap().unexplained, [""; 0]);
    let form = |one, two| {
        let said = with(|said| said.form = Some(one)).and(&with(|said| said.form = Some(two)))?;
        said.form
    };
    assert_eq!(form(Form::Count, Form::Percent), None);
    assert_eq!(form(Form::Percent, Form::Count), None);
    assert_eq!(form(Form::Count, Form::Count), Some(Form::Count));
    assert_eq!(form(Form::Count, Form::NoLevel), Some(Form::NoLevel));
    assert_eq!(form(Form::Count, Form::Id), Some(Form::Count));
}

#[test]
fn years_are_found_wherever_they_stand() {
    for (text, year) in [
        ("VT2022", Some(2022)),
        ("2018/2022", Some(2022)),
        ("1990", Some(1990)),
        ("2099x", Some(2099)),
        ("1989", None),
        ("2100", None),
        ("20221", None),
        ("", None),
    ] {
        assert_eq!(year_in(text), year, "{text}");
        assert_eq!(Value::Text(text.into()).latest_year(), year, "{text}");
    }
    assert_eq!(Value::Date(12 * 2022 + 12, 12).latest_year(), Some(2022));
    assert_eq!(Value::Date(12 * 2022 + 1, 1).latest_year(), Some(2022));
    assert_eq!(Value::Span(2022, 2023).latest_year(), None);
    let mut said = of(&[(Facet::Period, Value::Date(12 * 2018 + 12, 12))]);
    assert_eq!(said.latest_year(), Some(2018));
    said.unexplained.push("VT2022".into());
    assert_eq!(said.latest_year(), Some(2022));
    let kinds = |value: Value| (value.is_date(), value.is_month(), value.is_part_of_year());
    assert_eq!(kinds(Value::Date(12, 1)), (true, true, true));
    assert_eq!(kinds(Value::Date(12, 3)), (true, false, true));
    assert_eq!(kinds(Value::Date(12, 12)), (true, false, false));
    assert_eq!(kinds(Value::All), (false, false, false));
}

#[test]
fn values_meet_exclude_each_other_and_make_up_a_whole() {
    let (span, atoms) = (Value::Span, Value::Atoms);
    assert!(span(16, 24).meets(&span(24, 64)) && span(24, 64).meets(&span(16, 24)));
    assert!(!span(16, 24).meets(&span(25, 64)) && !span(25, 64).meets(&span(16, 24)));
    assert!(atoms(0b11).meets(&atoms(0b10)) && !atoms(0b01).meets(&atoms(0b10)));
    assert!(Value::All.meets(&Value::All) && !Value::All.meets(&atoms(1)));
    let apart = |values: &[Value]| Value::exclude_each_other(&values.iter().collect::<Vec<_>>());
    assert!(apart(&[span(16, 24), span(25, 54), span(55, 64)]) && apart(&[]));
    assert!(!apart(&[span(16, 24), span(25, 54), span(20, 64)]));
    let whole = |values: &[Value]| Value::together(&values.iter().collect::<Vec<_>>());
    assert_eq!(whole(&[span(25, 54), span(16, 24), span(55, 64)]), Some(span(16, 64)));
    assert_eq!(whole(&[span(16, 24), span(26, 64)]), None);
    assert_eq!(whole(&[span(16, 24), span(24, 64)]), None);
    assert_eq!(whole(&[span(16, 24), span(26, 54), span(55, 64)]), None);
    assert_eq!(whole(&[span(16, u32::MAX), span(20, 24)]), None);
    assert_eq!(whole(&[atoms(0b01), atoms(0b10), atoms(0b01)]), Some(atoms(0b11)));
    assert_eq!(whole(&[atoms(0b01), span(16, 24)]), None);
    assert_eq!(whole(&[Value::All]), None);
}
