//! Reads a statistics file and prints the totals, for the benchmark: the same answer as the other programs there give.

use std::fs::File;
use std::time::Instant;

use troskel::areas::{FileImport, Hints, Pass, Settings, join};
use troskel::criteria::sets;
use troskel::many::Run;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let name = std::env::args().nth(1).ok_or("usage: totals FILE")?;
    let set = sets::get("promemoria-2018").ok_or("the set is missing")?;
    let since = Instant::now();
    let settings = Settings::new(&set);
    let mut hints = Hints::default();
    let loaded = loop {
        match FileImport::again(&name, &settings, hints).read_from(File::open(&name)?)?? {
            Pass::Done(loaded) => break *loaded,
            Pass::Again(found) => hints = found,
        }
    };
    let imported = since.elapsed();
    let reading = set.reading(None, None)?;
    let run = Run::new(join(vec![loaded], &settings)?, set, reading)?;
    let (totals, outcomes) = (run.totals(), run.outcome_counts());
    let at: Vec<String> = outcomes.iter().map(|count| count.at_threshold.to_string()).collect();
    println!(
        "{{\"ms\":{},\"importMs\":{},\"areas\":{},\"meets\":{},\"at\":[{}]}}",
        since.elapsed().as_micros() / 1000,
        imported.as_micros() / 1000,
        totals.areas,
        totals.meets,
        at.join(",")
    );
    Ok(())
}
