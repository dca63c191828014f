//! The share link: a person's work in the fragment of an address, which no server sees.
//!
//! The fragment is the format's version, a point, and base64url of sections. Each section has a checksum of its own:
//! where a link was cut or altered, the sections that are whole are kept, and the lost ones are named. What is kept is
//! what was shared. What the figures came to goes along with them, for a product that has other criteria.

pub(super) mod base64;
mod bytes;
mod parts;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::answer::{Answer, Found};
use super::work::{
    AreaNote, ChosenReading, Entry, LONGEST_FIGURE, LONGEST_NAME, MOST_FIGURES, MOST_SCENARIOS, SetReference,
    Work,
};
use crate::assess::Verdict;
use crate::criteria::Reading;
use crate::document::Document;
use crate::error::{Error, Problem};
use bytes::{Bytes, Writer};
use parts::{
    code, read_answer, read_entry, read_found, read_reading, read_scenario, write_entry, write_found,
    write_reading, write_scenario,
};

/// The longest fragment that is written and read, in characters.
pub const LONGEST: usize = 65_536;
/// The version of the format.
const VERSION: &str = "1";
/// How many bytes are summed at most in search of whole sections behind a damaged one.
const SEARCH: usize = 1 << 22;

const INDEX: u8 = 1;
const CRITERIA: u8 = 2;
const READING: u8 = 3;
const AREA: u8 = 4;
const FIGURE: u8 = 5;
const SCENARIO: u8 = 6;
const SET: u8 = 7;

/// What a link held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Opened {
    /// The work, as far as it could be read.
    pub work: Work,
    /// What was lost, as `link-damaged` with the kind of part, each kind once.
    pub problems: Vec<Error>,
}

/// Writes a work as the fragment of an address, without `#`.
///
/// # Errors
/// `too-long` where it would be longer than [`LONGEST`], and what [`Work::from_document`] refuses.
pub fn write(work: &Work) -> Result<String, Error> {
    // What is written must be what can be read.
    let work = Work::from_document(&work.to_document()?)?;
    let mut out = Vec::new();
    section(&mut out, INDEX, |body| {
        body.size(work.figures.len());
        body.size(work.scenarios.len());
        body.byte(u8::from(has_area(&work)) | u8::from(work.criteria.set.is_some()) << 1);
    });
    section(&mut out, CRITERIA, |body| {
        body.text(&work.criteria.id);
        body.0.extend(hash_bytes(&work.criteria.hash));
    });
    section(&mut out, READING, |body| {
        write_reading(body, work.reading);
        if let Some(answer) = &work.answer {
            body.byte(code(Verdict::ALL, &answer.verdict));
            let Reading { tie, require } = answer.reading;
            write_reading(body, ChosenReading { tie: Some(tie), require: Some(require) });
        }
    });
    for (id, entry) in &work.figures {
        section(&mut out, FIGURE, |body| {
            body.text(id);
            write_entry(body, entry);
            if let Some(found) = work.answer.as_ref().and_then(|answer| answer.findings.get(id)) {
                write_found(body, found);
            }
        });
    }
    if has_area(&work) {
        section(&mut out, AREA, |body| {
            body.text(&work.area.name);
            body.text(&work.area.municipality);
        });
    }
    for scenario in &work.scenarios {
        section(&mut out, SCENARIO, |body| write_scenario(body, scenario, &work.figures));
    }
    if let Some(set) = &work.criteria.set {
        section(&mut out, SET, |body| body.document(set));
    }
    let fragment = format!("{VERSION}.{}", base64::encode(&out));
    if fragment.len() > LONGEST {
        return Err(Problem::TooLong { longest: LONGEST }.into());
    }
    Ok(fragment)
}

/// Reads the fragment of an address, with or without `#`.
///
/// # Errors
/// `too-long` beyond [`LONGEST`], `unknown-version` for a link of a newer product, and `not-a-link` where nothing can
/// be read.
///
/// ```
/// use troskel::output::link::{read, write};
/// use troskel::output::work::Work;
///
/// let work = Work::default();
/// assert_eq!(read(&write(&work)?)?.work, work);
/// assert_eq!(read("#section-2").unwrap_err().code(), "not-a-link");
/// # Ok::<(), troskel::Error>(())
/// ```
pub fn read(fragment: &str) -> Result<Opened, Error> {
    if fragment.len() > LONGEST {
        return Err(Problem::TooLong { longest: LONGEST }.into());
    }
    let not_a_link = || Error::from(Problem::NotALink);
    let (version, text) = fragment.trim().trim_start_matches('#').split_once('.').ok_or_else(not_a_link)?;
    if version != VERSION {
        let newer = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit());
        let problem = Problem::UnknownVersion { text: version.to_owned() };
        return Err(if newer { problem.into() } else { not_a_link() });
    }
    let bytes = base64::decode(text);
    let mut parts = Parts::default();
    let gaps = scan(&bytes, &mut parts);
    if !parts.any {
        return Err(not_a_link());
    }
    Ok(parts.finish(gaps))
}

/// Finds the whole sections, also behind damaged ones, and tells whether any bytes are in none.
fn scan<'a>(bytes: &'a [u8], parts: &mut Parts<'a>) -> bool {
    let (mut rest, mut gaps, mut searched) = (Bytes(bytes), false, 0_usize);
    while !rest.is_empty() && searched <= SEARCH {
        let mut ahead = rest;
        let found =
            next_section(&mut ahead, &mut searched).filter(|(tag, body)| parts.add(*tag, *body).is_some());
        if found.is_some() {
            rest = ahead;
        } else {
            gaps = true;
            rest.byte();
        }
    }
    gaps || !rest.is_empty()
}

fn next_section<'a>(bytes: &mut Bytes<'a>, searched: &mut usize) -> Option<(u8, Bytes<'a>)> {
    let tag = bytes.byte().filter(|tag| (INDEX..=SET).contains(tag))?;
    let size = bytes.size()?;
    let body = bytes.take(size)?;
    let told = bytes.take(3)?;
    *searched += size;
    (told == sum(tag, body)).then_some((tag, Bytes(body)))
}

fn section(out: &mut Vec<u8>, tag: u8, write: impl FnOnce(&mut Writer)) {
    let mut body = Writer::default();
    write(&mut body);
    let mut head = Writer::default();
    head.byte(tag);
    head.size(body.0.len());
    out.extend(head.0);
    out.extend(&body.0);
    out.extend(sum(tag, &body.0));
}

/// Returns the checksum of a section: the first three bytes of SHA-256.
fn sum(tag: u8, body: &[u8]) -> [u8; 3] {
    let digest: [u8; 32] = Sha256::new().chain_update([tag]).chain_update(body).finalize().into();
    let [first, second, third, ..] = digest;
    [first, second, third]
}

/// The sections found.
#[derive(Debug, Default)]
struct Parts<'a> {
    any: bool,
    /// How many figures and scenarios there are, and whether an area and a set.
    index: Option<(usize, usize, bool, bool)>,
    criteria: Option<(String, String)>,
    reading: Option<ChosenReading>,
    answer: Option<(Verdict, Reading)>,
    area: Option<AreaNote>,
    figures: BTreeMap<String, Entry>,
    findings: BTreeMap<String, Found>,
    scenarios: Vec<Bytes<'a>>,
    set: Option<Document>,
}

impl<'a> Parts<'a> {
    /// Reads a section; `None` where it is not what its tag says.
    fn add(&mut self, tag: u8, body: Bytes<'a>) -> Option<()> {
        let mut rest = body;
        match tag {
            INDEX => {
                let (figures, scenarios, flags) = (rest.size()?, rest.size()?, rest.byte()?);
                self.index = Some((figures, scenarios, flags & 1 != 0, flags & 2 != 0));
            }
            CRITERIA => {
                let id = rest.text(LONGEST_FIGURE)?;
                let hash = rest.take(rest.0.len()).filter(|hash| matches!(hash.len(), 0 | 32))?;
                self.criteria = Some((id, crate::document::hex(hash)));
            }
            READING => {
                let reading = read_reading(&mut rest)?;
                self.answer = if rest.is_empty() { None } else { Some(read_answer(&mut rest)?) };
                self.reading = Some(reading);
            }
            AREA => {
                let (name, municipality) = (rest.text(LONGEST_NAME)?, rest.text(LONGEST_FIGURE)?);
                self.area = Some(AreaNote { name, municipality });
            }
            FIGURE if self.figures.len() < MOST_FIGURES => {
                let (id, entry) = (rest.text(LONGEST_FIGURE)?, read_entry(&mut rest)?);
                if !rest.is_empty() {
                    self.findings.insert(id.clone(), read_found(&mut rest)?);
                }
                self.figures.insert(id, entry);
            }
            // It says what differs from the area's figures, and they are known only when all sections are read.
            SCENARIO if self.scenarios.len() < MOST_SCENARIOS => {
                read_scenario(rest, &BTreeMap::new())?;
                self.scenarios.push(rest);
                rest = Bytes(&[]);
            }
            SET => self.set = Some(rest.document(0).filter(|set| matches!(set, Document::Map(_)))?),
            _ => return None,
        }
        self.any = true;
        rest.is_empty().then_some(())
    }

    fn finish(self, gaps: bool) -> Opened {
        let mut lost = BTreeSet::new();
        match self.index {
            Some((figures, scenarios, area, set)) => {
                let missing = [
                    ("figure", self.figures.len() < figures),
                    ("scenario", self.scenarios.len() < scenarios),
                    ("area", self.area.is_none() && area),
                    ("set", self.set.is_none() && set),
                    ("criteria", self.criteria.is_none()),
                    ("reading", self.reading.is_none()),
                ];
                lost.extend(missing.into_iter().filter(|(_, missing)| *missing).map(|(part, _)| part));
            }
            None => {
                lost.insert("rest");
            }
        }
        if gaps && lost.is_empty() {
            lost.insert("rest");
        }
        let problem = |part: &str| Problem::LinkDamaged { part: part.to_owned() }.into();
        let (id, hash) = self.criteria.unwrap_or_default();
        let scenarios =
            self.scenarios.iter().filter_map(|body| read_scenario(*body, &self.figures)).collect();
        Opened {
            work: Work {
                criteria: SetReference { id, hash, set: self.set },
                reading: self.reading.unwrap_or_default(),
                area: self.area.unwrap_or_default(),
                figures: self.figures,
                answer: self.answer.map(|(verdict, reading)| Answer {
                    verdict,
                    reading,
                    findings: self.findings,
                }),
                scenarios,
            },
            problems: lost.into_iter().map(problem).collect(),
        }
    }
}

fn has_area(work: &Work) -> bool {
    work.area != AreaNote::default()
}

/// Returns the bytes of a hash in hexadecimal; none where there is no hash.
fn hash_bytes(hash: &str) -> Vec<u8> {
    let digits: Vec<u8> = hash
        .chars()
        .filter_map(|digit| digit.to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    digits.chunks_exact(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect()
}
