//! Reads a statistics file and prints the totals, for the benchmark: the same answer as the other programs there give.

use std::error::Error;
use std::fs::File;
use std::time::Instant;

use troskel::areas::{FileImport, Settings, in_passes, join};
use troskel::criteria::sets;
use troskel::many::Run;

fn main() -> Result<(), Box<dyn Error>> {
    let name = std::env::args().nth(1).ok_or("usage: totals FILE")?;
    let set = sets::get("promemoria-2018").ok_or("the set is missing")?;
    let since = Instant::now();
    let settings = Settings::new(&set);
    let loaded = in_passes(|hints| -> Result<_, Box<dyn Error>> {
        Ok(FileImport::again(&name, &settings, hints).read_from(File::open(&name)?)??)
    })?;
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
