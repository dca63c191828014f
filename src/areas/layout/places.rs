//! Finds the column of areas in a table's first records.

use std::collections::{BTreeMap, BTreeSet};

use super::area_source::{Accepted, AreaSource, could_be_year, is_bare_number};
use super::heading::Heading;
use super::naming::{names, position};
use crate::areas::code::{Division, Known, Label, is_county_alone, municipality_of_name, named, tidied};
use crate::areas::told::recipe::AreaColumns;
use crate::areas::told::understanding::AreaForm;
use crate::areas::words::cell::{is_year, looks_numeric};
use crate::areas::words::lexicon::Lexicon;
use crate::areas::words::sampled::Sampled;
use crate::memo::municipalities;

/// Rows in which a heading is looked for.
const TOP: usize = 15;

/// What a column looks like as one of areas: its form, how good it is, and whether its bare numbers are codes.
struct Candidate {
    column: usize,
    form: AreaForm,
    /// How well its codes are known, and how many there are.
    score: (usize, usize),
    accepted: Accepted,
    /// Whether its heading says electoral districts.
    finer: bool,
}

/// Finds where a table has its areas.
pub(in crate::areas) fn find(
    lexicon: &Lexicon,
    known: &Known,
    sample: &[Sampled],
    width: usize,
    given: Option<&AreaColumns>,
    forced: Option<u64>,
) -> Option<(AreaSource, AreaForm)> {
    match given {
        Some(columns) if columns.column.is_none() && !columns.parts.is_empty() => {
            let header = sample.iter().find(|record| {
                forced.is_none_or(|line| record.line == line) && {
                    let names = names(&record.cells);
                    columns.parts.iter().all(|part| position(&names, &part.column).is_some())
                }
            })?;
            let names = names(&header.cells);
            let parts = columns.parts.iter();
            let parts = parts.map(|part| Some((position(&names, &part.column)?, part.digits)));
            Some((AreaSource::Parts(parts.collect::<Option<_>>()?), AreaForm::Parts))
        }
        Some(columns) if columns.column.is_some() => {
            let wanted = columns.column.as_deref().unwrap_or_default();
            let at =
                sample.iter().find_map(|record| record.cells.iter().position(|cell| cell.trim() == wanted));
            let letters: Vec<String> = vec![String::new(); width];
            let at = at.or_else(|| position(&letters, wanted))?;
            if let Some(municipality) = &columns.municipality {
                let said = municipality.trim().to_lowercase();
                let is = |m: &&crate::memo::Municipality| m.code == said || m.name.to_lowercase() == said;
                let municipality = municipalities().iter().find(is)?.name.to_owned();
                return Some((AreaSource::Own { column: at, municipality }, AreaForm::Name));
            }
            let found = candidate(lexicon, known, sample, at);
            let form = found.as_ref().map_or(AreaForm::Code, |found| found.form);
            let all = Accepted { districts: true, years: true, misshapen: true };
            let accepted = found.map_or(all, |found| Accepted { districts: true, ..found.accepted });
            Some((cell(at, form, accepted), form))
        }
        _ => {
            let all: Vec<Candidate> =
                (0..width).filter_map(|at| candidate(lexicon, known, sample, at)).collect();
            let best = all.iter().max_by_key(|found| (found.score, usize::MAX - found.column));
            if let Some(parts) = parts(sample, width).filter(|_| best.is_none_or(|best| best.score.0 < 8)) {
                return Some((parts, AreaForm::Parts));
            }
            let best = best?;
            // Several districts in each area are what the rows are of.
            let finer = all.iter().find(|found| found.finer && found.score.1 > best.score.1);
            let best = finer.unwrap_or(best);
            Some((cell(best.column, best.form, best.accepted), best.form))
        }
    }
}

/// Finds a municipality's code beside the rest of the area's: `0180` and `R001`.
fn parts(sample: &[Sampled], width: usize) -> Option<AreaSource> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_end = |cell: &str| match cell.trim().split_at_checked(1) {
        Some(("R", rest)) => rest.len() == 3 && digits(rest),
        Some(("A" | "B" | "C", rest)) => rest.len() == 4 && digits(rest),
        _ => false,
    };
    let is_municipality = |cell: &str| {
        let code = cell.split_whitespace().next().unwrap_or_default();
        let code = format!("{code:0>4}");
        digits(&code) && municipalities().iter().any(|municipality| municipality.code == code)
    };
    let end = (0..width).find(|at| sample.iter().filter(|row| is_end(row.cell(*at))).count() > 1)?;
    let rows = || sample.iter().filter(|row| is_end(row.cell(end)));
    // Counts may look like codes.
    let is_headed = |at: &usize| sample.iter().any(|row| Lexicon::is_municipality(row.cell(*at).trim()));
    let first = (0..width).filter(is_headed).find(|at| rows().all(|row| is_municipality(row.cell(*at))))?;
    let length = rows().next().map(|row| row.cell(end).trim().len())?;
    Some(AreaSource::Parts(vec![(first, 4), (end, u8::try_from(length).ok()?)]))
}

/// Returns the line with the heading of a municipality's own division, all of whose texts could be names of areas.
pub(in crate::areas) fn headed_own(sample: &[Sampled], given: &AreaColumns) -> Option<u64> {
    let column = given.column.as_ref().filter(|_| given.municipality.is_some())?;
    let is_headed = |record: &&Sampled| record.cells.iter().any(|cell| cell.trim() == column);
    sample.iter().find(is_headed).map(|record| record.line)
}

fn cell(column: usize, form: AreaForm, accepted: Accepted) -> AreaSource {
    AreaSource::Cell { column, named: form == AreaForm::Name, accepted }
}

/// Tells whether at most one cell of a record is filled: a title or a note.
pub(in crate::areas) fn is_alone(record: &Sampled) -> bool {
    record.cells.iter().filter(|cell| !cell.trim().is_empty()).take(2).count() < 2
}

/// Returns the text that stands alone in its record, and its column.
pub(in crate::areas) fn alone(record: &Sampled) -> Option<(usize, &str)> {
    let cells = record.cells.iter().map(|cell| cell.trim()).enumerate();
    let mut filled = cells.filter(|(_, cell)| !cell.is_empty());
    filled.next().filter(|_| filled.next().is_none())
}

/// Tells whether a record numbers its columns: 1, 2, 3.
pub(in crate::areas) fn numbers_columns(record: &Sampled) -> bool {
    let filled = || record.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    filled().count() > 2 && filled().zip(1..).all(|(cell, nth)| cell.parse() == Ok(nth))
}

/// What the first cells of a column say of it.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts of a column's heading")]
struct Headed {
    area: bool,
    district: bool,
    /// Something else: a measure, a date, a facet.
    other: bool,
    /// Areas within a municipality.
    finer: bool,
    /// Places that are not the areas.
    elsewhere: bool,
    /// Areas that municipalities divide themselves into.
    own: bool,
}

fn headed(lexicon: &Lexicon, known: &Known, sample: &[Sampled], column: usize) -> Headed {
    let mut headed = Headed::default();
    for record in sample.iter().take(TOP) {
        let cell = record.cell(column).trim();
        if cell.is_empty() || is_alone(record) || known.label(cell).is_some() || named(cell).is_some() {
            continue;
        }
        if cell.bytes().any(|byte| byte.is_ascii_digit()) && looks_numeric(cell) {
            break;
        }
        let said = lexicon.read(cell, None);
        headed.finer |= lexicon.is_finer(cell);
        headed.elsewhere |= lexicon.is_elsewhere(cell);
        headed.own |= lexicon.is_own_division(cell);
        headed.area |= lexicon.is_area(cell);
        headed.district |= lexicon.is_district(cell);
        headed.other |= !lexicon.is_area(cell)
            && (said.form().is_some() || said.has_measure() || lexicon.facet_named(cell).is_some());
    }
    headed
}

/// Tells in which form a column has areas, and how good it is: rows of areas first, then of other levels.
fn candidate(lexicon: &Lexicon, known: &Known, sample: &[Sampled], column: usize) -> Option<Candidate> {
    let headed = headed(lexicon, known, sample, column);
    let (mut codes, mut texts, mut by_name, mut filled, mut weight) = (0, 0, 0, 0_usize, 0);
    let (mut bare, mut whole) = (0, 0);
    let (mut within, mut counties) = (false, 0);
    // Codes of four digits that are no years, others that could be some, small areas, and those of municipalities like years.
    let (mut four, mut years, mut small, mut like_years) = (0, 0, 0, 0);
    let mut strangers = 0;
    let mut distinct = BTreeSet::new();
    for record in sample {
        let cell = record.cell(column).trim();
        if cell.is_empty() {
            continue;
        }
        // A text alone in its row is a title or a note.
        filled += usize::from(!is_alone(record));
        let tidy = tidied(cell);
        let cell = tidy.as_deref().unwrap_or(cell);
        if let Some(label) = known.label(cell) {
            let is_bare = is_bare_number(&label);
            bare += usize::from(is_bare);
            whole +=
                usize::from(label.code.bytes().all(|byte| byte.is_ascii_digit()) && label.name.is_empty());
            if is_bare && headed.other && !headed.area {
                continue;
            }
            codes += 1;
            let (is_small, is_four) =
                (label.division > Division::District, label.division == Division::Municipality);
            years += usize::from(could_be_year(&label));
            four += usize::from(is_four && !could_be_year(&label));
            small += usize::from(is_small && label.division != Division::Unknown);
            like_years += usize::from(is_small && label.code.get(..4).is_some_and(is_year));
            texts += usize::from(!label.name.is_empty());
            weight = weight.max(weigh(&label));
            let is_other = !label.name.is_empty() && municipality_of_name(label.name).is_none();
            strangers += usize::from(label.division == Division::Municipality && is_other);
            distinct.insert(cell.to_owned());
        } else if let Some(label) = named(cell) {
            by_name += 1;
            within |= label.division > Division::Municipality;
            distinct.insert(cell.to_owned());
        } else {
            counties += usize::from(is_county_alone(cell));
        }
    }
    // Names of counties are those of municipalities, too.
    if by_name > codes && (headed.elsewhere || (counties > 0 && counties * 4 >= by_name)) && !within {
        return None;
    }
    let (form, rows) = match () {
        () if codes >= by_name && texts * 2 > codes => (AreaForm::CodeAndName, codes),
        () if codes >= by_name => (AreaForm::Code, codes),
        () => (AreaForm::Name, by_name),
    };
    let weight = match form {
        AreaForm::Name if within => 4,
        AreaForm::Name => 2,
        AreaForm::Code | AreaForm::CodeAndName | AreaForm::Parts => weight,
    };
    // Numbers are codes only where the heading says so, or where nearly all of them are of one pattern.
    let numbers = form == AreaForm::Code && whole == codes;
    // A city numbers its own areas, and their numbers are no municipalities'.
    if headed.own && (strangers > 0 || numbers) && codes == whole + strangers {
        return None;
    }
    // `Kod` is that of districts where most of its codes could be theirs.
    let districts = (headed.district && bare * 2 >= codes)
        || (!headed.other && bare * 10 >= filled.saturating_sub(1) * 9 && bare > 2);
    if numbers && (headed.other || !(headed.area || (bare == codes && districts))) {
        return None;
    }
    if numbers && bare == codes && !districts {
        return None;
    }
    // A small table may have a long footer; numbers that happen to be codes are scattered.
    let weight = weight * 2 + usize::from(headed.area);
    (rows > 0 && rows * 4 >= filled).then_some(Candidate {
        column,
        form,
        score: (weight, distinct.len()),
        accepted: Accepted {
            districts,
            years: four > 0 || like_years > 0 || codes + by_name == years,
            misshapen: small * 2 < codes,
        },
        finer: headed.finer && districts && form == AreaForm::Code,
    })
}

/// Finds a column under the same heading as one before it that names other places in most rows.
pub(in crate::areas) fn named_again(data: &[&Sampled], heading: &Heading) -> Option<usize> {
    let mut firsts: BTreeMap<&str, usize> = BTreeMap::new();
    let is_again = |at: &usize| {
        let text = heading.lowest(*at);
        let first = *firsts.entry(text).or_insert(*at);
        let differs = |record: &&&Sampled| {
            let cells = [record.cell(first).trim(), record.cell(*at).trim()];
            cells[0] != cells[1] && !cells.iter().any(|cell| cell.is_empty() || looks_numeric(cell))
        };
        let all =
            |column: usize| data.iter().map(|record| record.cell(column).trim()).collect::<BTreeSet<_>>();
        !text.is_empty()
            && first < *at
            && 2 * data.iter().filter(differs).count() >= data.len()
            && !all(first).is_disjoint(&all(*at))
    };
    (0..heading.layers.len()).find(is_again)
}

/// Finds another column with codes, most of which are of other areas of the same division than the row's.
pub(in crate::areas) fn rival(
    data: &[&Sampled],
    area: &AreaSource,
    width: usize,
    known: &Known,
) -> Option<usize> {
    let AreaSource::Cell { column: own, .. } = *area else { return None };
    let code = |record: &Sampled, at: usize| {
        let cell = record.cell(at).trim();
        let of_parts = |label: &Label<'_>| matches!(label.division, Division::Deso | Division::Regso);
        // A number may be a municipality's code by chance; a name is one by no chance.
        let label = known
            .label(cell)
            .filter(of_parts)
            .or_else(|| named(cell).filter(|label| !label.code.is_empty()))?;
        Some((label.division, label.code.to_owned()))
    };
    let differs = |record: &&Sampled, at: usize| {
        let pair = code(record, own).zip(code(record, at));
        pair.is_some_and(|((one, code), (two, other))| one == two && code != other)
    };
    let is_rival = |at: &usize| data.iter().filter(|record| differs(record, *at)).count() * 2 >= data.len();
    (0..width).filter(|at| *at != own).find(is_rival)
}

fn weigh(label: &Label<'_>) -> usize {
    match label.division {
        Division::Deso | Division::Regso => 5,
        Division::District => 4,
        Division::Unknown => 2,
        Division::Nation | Division::County if label.name.is_empty() => 1,
        Division::Nation | Division::County | Division::Municipality => 3,
    }
}
