//! Plain rows of a wide table: an area's code, and numbers in the commonest notation. Nearly all rows of most files are,
//! and are read here straight from the text; any other row is left to [`Loader`](super::Loader), which reads all.

mod digits;
#[cfg(test)]
mod tests;

use memchr::{memchr, memchr_iter};

use self::digits::{count, end_of, percent};
use crate::areas::code::{Known, contradict, has_municipality, is_collecting, pack, tidied, unpack};
use crate::areas::layout::area_source::{Accepted, AreaSource};
use crate::areas::resolve::plan::{self, Pick, Plan};
use crate::areas::store::{Block, Figures, Kind};
use crate::figure::{Figure, Percent, Share};
use crate::table::Lines;

/// How the rows of one table are read.
#[derive(Debug, Clone)]
pub(in crate::areas) struct Rows {
    known: Known,
    /// Which codes are areas.
    accepted: Accepted,
    /// What is read of each column, up to the last that is needed.
    columns: Vec<Use>,
    /// By criterion, how a figure is made of the numbers.
    measures: Vec<(usize, Made)>,
    numbers: usize,
    /// How many cells a row has, where nearly all have as many.
    usual: Option<usize>,
}

/// What is read of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    Nothing,
    Area,
    /// A name, of the area, of its municipality, or of both in one.
    Name {
        of_area: bool,
        of_municipality: bool,
    },
    Percent(usize),
    Count(usize),
}

/// How a figure is made of numbers, each by its position among them: a packed percentage, or counts.
#[derive(Debug, Clone)]
enum Made {
    Percent(usize),
    Share(Vec<usize>, Vec<usize>),
    Amount(usize),
}

impl Rows {
    /// Tells how a table's rows are read by its plan; `None` where a row is more than an area and its figures.
    pub(in crate::areas) fn new(plan: &Plan, known: &Known) -> Option<Self> {
        let AreaSource::Cell { column: area, named: false, accepted } = plan.area else { return None };
        let several = !plan.combinations.columns.is_empty();
        let checked = plan.measures.iter().any(|measure| measure.check.is_some());
        if several
            || checked
            || !plan.keys.is_empty()
            || !plan.absent.is_empty()
            || !plan.watched.is_empty()
            || !plan.filled_down.is_empty()
        {
            return None;
        }
        let (columns, measures) = (Vec::new(), Vec::new());
        let usual = plan.widths.map(|widths| widths.usual);
        let mut rows = Self { known: known.clone(), accepted, columns, measures, numbers: 0, usual };
        rows.take(area, Use::Area)?;
        let names = [plan.name_column, plan.municipality.filter(|at| plan.name_column != Some(*at))];
        for at in names.into_iter().flatten() {
            let of = |column: Option<usize>| column == Some(at);
            rows.take(
                at,
                Use::Name { of_area: of(plan.name_column), of_municipality: of(plan.municipality) },
            )?;
        }
        for measure in &plan.measures {
            let made = match &measure.kind {
                plan::Kind::Percent(pick, None | Some(false)) => {
                    Made::Percent(rows.number(pick.column, Use::Percent)?)
                }
                plan::Kind::Count(counts, totals) => {
                    let mut all = |picks: &[Pick]| {
                        let number = |pick: &Pick| rows.number(pick.column, Use::Count);
                        picks.iter().map(number).collect::<Option<Vec<_>>>()
                    };
                    Made::Share(all(counts)?, all(totals)?)
                }
                plan::Kind::Amount(picks) => match picks.as_slice() {
                    [pick] => Made::Amount(rows.number(pick.column, Use::Count)?),
                    _ => return None,
                },
                plan::Kind::Percent(_, Some(true)) => return None,
            };
            rows.measures.push((measure.criterion, made));
        }
        Some(rows)
    }

    /// Takes a column for a use; `None` where it has another already.
    fn take(&mut self, column: usize, used: Use) -> Option<()> {
        if self.columns.len() <= column {
            self.columns.resize(column + 1, Use::Nothing);
        }
        let slot = self.columns.get_mut(column)?;
        (*slot == Use::Nothing).then(|| *slot = used)
    }

    /// Takes a column for numbers, which several measures may share.
    fn number(&mut self, column: usize, of: fn(usize) -> Use) -> Option<usize> {
        match self.columns.get(column) {
            Some(Use::Percent(at) | Use::Count(at)) if self.columns.get(column) == Some(&of(*at)) => {
                Some(*at)
            }
            _ => {
                self.take(column, of(self.numbers))?;
                self.numbers += 1;
                Some(self.numbers - 1)
            }
        }
    }

    /// Makes a block for these rows.
    pub(in crate::areas) fn block(&self) -> Block {
        Block::new(self.measures.iter().map(|(criterion, _)| *criterion))
    }

    /// Reads rows into `block` until one is not plain, and returns how many bytes they are.
    pub(in crate::areas) fn read(&self, lines: &Lines, block: &mut Block) -> usize {
        let text = lines.text();
        let mut numbers = vec![0; self.numbers];
        let mut figures = vec![0; self.measures.len()];
        let mut at = 0;
        block.clear(lines.line());
        while at < text.len() {
            let Some((row, end)) = self.row(text, at, lines, &mut numbers) else { break };
            if self.make(&numbers, &mut figures).is_none() {
                break;
            }
            block.push(row.key, row.kind, row.name, &figures);
            at = end;
        }
        at
    }

    /// Reads all lines into blocks of `spare` or new ones: one for the rows before each that is not plain, and one for those
    /// behind the last. Returns them with the bytes of their rows.
    #[cfg(not(target_arch = "wasm32"))]
    pub(in crate::areas) fn read_all(&self, mut lines: Lines, spare: &mut Vec<Block>) -> Vec<(Block, usize)> {
        let mut blocks = Vec::new();
        while !lines.is_empty() {
            let mut block = spare.pop().unwrap_or_else(|| self.block());
            let bytes = self.read(&lines, &mut block);
            lines.advance(bytes, crate::table::wide(block.len()));
            lines.advance_lines(1);
            blocks.push((block, bytes));
        }
        blocks
    }

    /// Reads the cells of the row at a byte of the text, and returns where the next one is; `None` where one is not plain.
    #[inline]
    fn row<'a>(
        &self,
        text: &'a str,
        mut at: usize,
        lines: &Lines,
        numbers: &mut [u64],
    ) -> Option<(Row<'a>, usize)> {
        let (bytes, delimiter, line_end) = (text.as_bytes(), lines.delimiter(), lines.line_end());
        let mut row = None;
        let (mut name, mut municipality) = ("", "");
        let mut before = delimiter;
        for used in &self.columns {
            // A row with fewer cells is not plain.
            if before != delimiter {
                return None;
            }
            let rest = bytes.get(at..)?;
            let length = match used {
                Use::Percent(number) => {
                    let packed = |percent: Option<Percent>| Figures::packed(percent.map(Figure::Percent));
                    let (packed, length) = percent(rest, delimiter, packed)?;
                    *numbers.get_mut(*number)? = packed.into();
                    length
                }
                Use::Count(number) => {
                    let (count, length) = count(rest, delimiter)?;
                    *numbers.get_mut(*number)? = count.unwrap_or(UNKNOWN);
                    length
                }
                Use::Nothing => end_of(rest, delimiter, line_end)?,
                Use::Area => {
                    let length = end_of(rest, delimiter, line_end)?;
                    row = Some(self.area(text.get(at..at + length)?)?);
                    length
                }
                Use::Name { of_area, of_municipality } => {
                    let length = end_of(rest, delimiter, line_end)?;
                    let text = trim(text.get(at..at + length)?);
                    name = if *of_area { text } else { name };
                    municipality = if *of_municipality { text } else { municipality };
                    length
                }
            };
            before = *rest.get(length)?;
            at += length + 1;
        }
        if before == delimiter {
            // What else the row has is not needed, but has to be as long as in other rows.
            let rest = bytes.get(at..)?;
            let length = memchr(line_end, rest)?;
            let cells = || memchr_iter(delimiter, rest.get(..length).unwrap_or_default()).count() + 1;
            if self.usual.is_some_and(|usual| self.columns.len() + cells() != usual) {
                return None;
            }
            at += length + 1;
        } else {
            // Any number of CR stands before a line's end.
            while before == b'\r' && before != line_end {
                before = *bytes.get(at)?;
                at += 1;
            }
            if before != line_end {
                return None;
            }
            if self.usual.is_some_and(|usual| self.columns.len() != usual) {
                return None;
            }
        }
        let mut row = row?;
        if row.name.is_empty() {
            row.name = name;
        }
        let own = if has_municipality(row.kind.division, row.name) { row.name } else { "" };
        let is_of_another = |name: &str| !name.is_empty() && contradict(&unpack(row.key), 0, name);
        if is_collecting(row.kind.division, row.name) || is_of_another(own) || is_of_another(municipality) {
            return None;
        }
        Some((row, at))
    }

    /// Reads the cell with the area's code.
    #[inline]
    fn area<'a>(&self, cell: &'a str) -> Option<Row<'a>> {
        if let Some((division, key)) = self.known.plain(cell.as_bytes()) {
            return Some(Row { key, kind: Kind { division, lost: false, vintage: 0 }, name: "" });
        }
        if tidied(cell).is_some() {
            return None;
        }
        let label = self.known.label(cell).filter(|label| self.accepted.takes(label))?;
        let kind = Kind { division: label.division, lost: label.lost > 0, vintage: label.vintage };
        Some(Row { key: pack(label.lost, label.code)?, kind, name: label.name })
    }

    /// Makes the packed figures of a row; `None` where the numbers contradict each other, or don't fit.
    #[inline]
    fn make(&self, numbers: &[u64], figures: &mut [u32]) -> Option<()> {
        for (packed, (_, made)) in figures.iter_mut().zip(&self.measures) {
            *packed = match made {
                Made::Percent(at) => u32::try_from(*numbers.get(*at)?).ok()?,
                Made::Share(counts, totals) => {
                    let figure = match (sum(numbers, counts), sum(numbers, totals)) {
                        (_, Some(0)) => return None,
                        (Some(count), Some(total)) => Some(Figure::Share(Share::new(count, total).ok()?)),
                        (None, _) | (_, None) => None,
                    };
                    Figures::packed(figure)?
                }
                Made::Amount(at) => {
                    Figures::packed(sum(numbers, std::slice::from_ref(at)).map(Figure::Amount))?
                }
            };
        }
        Some(())
    }
}

/// Stands for a count that is missing.
const UNKNOWN: u64 = u64::MAX;

/// Adds up counts; unknown if one of them is.
fn sum(numbers: &[u64], all: &[usize]) -> Option<u64> {
    all.iter().try_fold(0_u64, |sum, at| {
        numbers.get(*at).filter(|count| **count != UNKNOWN).map(|count| sum.saturating_add(*count))
    })
}

/// An area as a row tells it.
#[derive(Debug, Clone, Copy)]
struct Row<'a> {
    key: u64,
    kind: Kind,
    name: &'a str,
}

/// Trims a text, of which most have nothing to trim.
#[inline]
fn trim(text: &str) -> &str {
    let bare = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if bare(text.as_bytes().first()) && bare(text.as_bytes().last()) { text } else { text.trim() }
}

/// What sizes the percentages of a column have, by which fractions are told.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::areas) struct Fractions {
    /// How many are 0, between 0 and 1, 1, between 1 and 10, up to 20, and above that.
    noughts: u64,
    between: u64,
    ones: u64,
    few: u64,
    tens: u64,
    many: u64,
}

impl Fractions {
    /// Tells whether all of several may be fractions: none is above 1.
    pub(in crate::areas) fn may_be_fractions(self) -> bool {
        self.few + self.tens + self.many == 0 && (self.between > 0 || self.ones > 1)
    }

    /// Tells whether fractions stand among percentages, all of which are ten times as large, or noughts among still larger
    /// ones: as many of those at least, unless some are twenty times as large.
    pub(in crate::areas) fn are_mixed(self) -> bool {
        let small = self.noughts + self.between;
        let is_nought = self.noughts > 0 && self.tens == 0;
        let are_many = self.tens + self.many >= small || (self.between > 0 && self.many > 0);
        (self.between > 0 || is_nought) && are_many && self.few + self.ones == 0
    }

    /// Tells whether nothing can be a fraction any more.
    pub(in crate::areas) fn is_settled(self) -> bool {
        self.few > 0
    }

    /// Counts a percentage, unless it is settled.
    #[inline]
    pub(in crate::areas) fn count(&mut self, percent: Percent) {
        if self.is_settled() {
            return;
        }
        let (units, one) = (i128::from(percent.units()), crate::figure::pow10(percent.decimals()));
        match units {
            0 => self.noughts += 1,
            units if units < one => self.between += 1,
            units if units == one => self.ones += 1,
            units if units < 10 * one => self.few += 1,
            units if units < 20 * one => self.tens += 1,
            _ => self.many += 1,
        }
    }
}
