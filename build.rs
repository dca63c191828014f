//! Turns the memo's data into constant tables.
//!
//! The page's module has no JSON parser and needs neither the quotes nor the texts of `src/memo/*.json`, only names,
//! codes, amounts and dates. They are read here, once, and checked for what the tables rely on: order, codes, dates.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Deserialize;
use serde::de::DeserializeOwned;

#[derive(Deserialize)]
struct Places {
    count: usize,
    counties: Vec<Place>,
    municipalities: Vec<Place>,
}

#[derive(Deserialize)]
struct Place {
    code: String,
    name: String,
}

#[derive(Deserialize)]
struct Designated {
    municipalities: Vec<Place>,
}

#[derive(Deserialize)]
struct Money {
    plan: Plan,
}

#[derive(Deserialize)]
struct Plan {
    years: Vec<PlannedYear>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PlannedYear {
    year: u16,
    thousand_kronor: u64,
}

#[derive(Deserialize)]
struct Periods {
    application: Application,
    programme: Programme,
    distribution: Distribution,
}

#[derive(Deserialize)]
struct Application {
    years: u16,
}

#[derive(Deserialize)]
struct Programme {
    first: u16,
    last: u16,
}

#[derive(Deserialize)]
struct Distribution {
    plan: Vec<Span>,
    outcome: Vec<Span>,
}

#[derive(Deserialize)]
struct Span {
    id: String,
    from: String,
    to: Option<String>,
    authority: Option<String>,
}

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let tables = memo(&root.join("src/memo"))?;
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("memo.rs"), tables)?;
    Ok(())
}

fn memo(folder: &Path) -> Outcome<String> {
    let places: Places = read(&folder.join("municipalities.json"))?;
    let designated: Designated = read(&folder.join("designated.json"))?;
    let money: Money = read(&folder.join("money.json"))?;
    let periods: Periods = read(&folder.join("periods.json"))?;

    let mut out = String::new();
    counties(&mut out, &places)?;
    municipalities(&mut out, &places, &designated)?;
    plan(&mut out, &money)?;
    let Application { years } = periods.application;
    let Programme { first, last } = periods.programme;
    writeln!(out, "pub(super) const APPLICATION_YEARS: u16 = {years};")?;
    writeln!(out, "pub(super) const PROGRAMME: (u16, u16) = ({first}, {last});")?;
    spans(&mut out, "PLANNED_DISTRIBUTION", &periods.distribution.plan)?;
    spans(&mut out, "ACTUAL_DISTRIBUTION", &periods.distribution.outcome)?;
    Ok(out)
}

fn read<T: DeserializeOwned>(path: &Path) -> Outcome<T> {
    println!("cargo::rerun-if-changed={}", path.display());
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(serde_json::from_slice(&bytes).map_err(|error| format!("{}: {error}", path.display()))?)
}

fn counties(out: &mut String, places: &Places) -> Outcome<()> {
    ascending(places.counties.iter().map(|county| county.code.as_str()))?;
    writeln!(out, "pub(super) const COUNTIES: &[County] = &[")?;
    for Place { code, name } in &places.counties {
        digits(code, 2)?;
        writeln!(out, "    County {{ code: {code:?}, name: {name:?} }},")?;
    }
    writeln!(out, "];")?;
    Ok(())
}

fn municipalities(out: &mut String, places: &Places, designated: &Designated) -> Outcome<()> {
    ascending(places.municipalities.iter().map(|place| place.code.as_str()))?;
    if places.count != places.municipalities.len() {
        return Err(format!("{} municipalities are listed", places.municipalities.len()).into());
    }
    let mut listed = BTreeSet::new();
    for Place { code, name } in &designated.municipalities {
        if !listed.insert((code.as_str(), name.as_str())) {
            return Err(format!("{code} {name} is designated twice").into());
        }
    }
    writeln!(out, "pub(super) const MUNICIPALITIES: &[Municipality] = &[")?;
    for Place { code, name } in &places.municipalities {
        digits(code, 4)?;
        let county = places.counties.iter().find(|county| code.starts_with(&county.code));
        let county = &county.ok_or_else(|| format!("{code} {name} is in no county"))?.name;
        let designated = listed.remove(&(code.as_str(), name.as_str()));
        writeln!(
            out,
            "    Municipality {{ code: {code:?}, name: {name:?}, county: {county:?}, designated: {designated} }},"
        )?;
    }
    writeln!(out, "];")?;
    if let Some((code, name)) = listed.first() {
        return Err(format!("{code} {name} is designated but no municipality").into());
    }
    Ok(())
}

fn plan(out: &mut String, money: &Money) -> Outcome<()> {
    ascending(money.plan.years.iter().map(|planned| planned.year))?;
    writeln!(out, "pub(super) const PLAN: &[PlannedYear] = &[")?;
    for PlannedYear { year, thousand_kronor } in &money.plan.years {
        let amount = separated(*thousand_kronor);
        writeln!(out, "    PlannedYear {{ year: {year}, thousand_kronor: {amount} }},")?;
    }
    writeln!(out, "];")?;
    Ok(())
}

/// Writes a number as the lints want it in code: `2_200_000`.
fn separated(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('_');
        }
        out.push(digit);
    }
    out
}

fn spans(out: &mut String, name: &str, spans: &[Span]) -> Outcome<()> {
    ascending(spans.iter().map(|span| span.from.as_str()))?;
    writeln!(out, "pub(super) const {name}: &[Span] = &[")?;
    for Span { id, from, to, authority } in spans {
        let from = date(from)?;
        let to = match to {
            Some(to) => format!("Some({})", date(to)?),
            None => "None".to_owned(),
        };
        writeln!(out, "    Span {{ id: {id:?}, from: {from}, to: {to}, authority: {authority:?} }},")?;
    }
    writeln!(out, "];")?;
    Ok(())
}

fn date(text: &str) -> Outcome<String> {
    let parts: Vec<u16> = text.split('-').map(str::parse).collect::<Result<_, _>>()?;
    let [year, month, day] = parts.as_slice() else {
        return Err(format!("{text} is no date").into());
    };
    Ok(format!("Date {{ year: {year}, month: {month}, day: {day} }}"))
}

fn digits(code: &str, length: usize) -> Outcome<()> {
    let fits = code.len() == length && code.bytes().all(|byte| byte.is_ascii_digit());
    if fits { Ok(()) } else { Err(format!("{code} is not {length} digits").into()) }
}

fn ascending<T: PartialOrd>(items: impl Iterator<Item = T>) -> Outcome<()> {
    if items.is_sorted_by(|left, right| left < right) {
        Ok(())
    } else {
        Err("not in strictly ascending order".into())
    }
}
