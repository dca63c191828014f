"""A file of areas to a list of codes, names, verdicts and outcomes by Polars, streaming from file to file."""

import sys

import polars as pl

thresholds = [("Sysselsättningsgrad", "employment", 60, True), ("Långtidsarbetslöshet", "long_term_unemployment", 10, False),
              ("Låg utbildning", "low_education", 28, False), ("Valdeltagande", "turnout", 75, True)]
met, outcomes = [], []
for column, criterion, threshold, below in thresholds:
    value = pl.col(column)
    past = value < threshold if below else value > threshold
    met.append(past)
    outcomes.append(pl.when(past).then(pl.lit("met")).when(value == threshold).then(pl.lit("at-threshold"))
                    .otherwise(pl.lit("not-met")).alias(f"{criterion}_outcome"))
verdict = pl.when(pl.all_horizontal(met)).then(pl.lit("meets")).otherwise(pl.lit("does-not-meet"))
pl.scan_csv(sys.argv[1], separator=";", decimal_comma=True).select(
    pl.col("Områdeskod").alias("code"), pl.col("Områdesnamn").alias("name"), verdict.alias("verdict"), *outcomes
).sink_csv(sys.argv[2])
print(pl.__version__)
