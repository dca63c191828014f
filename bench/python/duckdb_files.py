"""A file of areas to a list of codes, names, verdicts and outcomes by DuckDB: one statement from file to file."""

import sys

import duckdb

thresholds = [("Sysselsättningsgrad", "employment", 60, "<"), ("Långtidsarbetslöshet", "long_term_unemployment", 10, ">"),
              ("Låg utbildning", "low_education", 28, ">"), ("Valdeltagande", "turnout", 75, "<")]
met = " AND ".join(f'"{column}" {past} {threshold}' for column, _, threshold, past in thresholds)
outcomes = ", ".join(
    f"""CASE WHEN "{column}" {past} {threshold} THEN 'met' WHEN "{column}" = {threshold} THEN 'at-threshold'
        ELSE 'not-met' END AS {criterion}_outcome"""
    for column, criterion, threshold, past in thresholds
)
duckdb.execute(f"""
COPY (SELECT "Områdeskod" AS code, "Områdesnamn" AS name,
             CASE WHEN {met} THEN 'meets' ELSE 'does-not-meet' END AS verdict, {outcomes}
      FROM read_csv('{sys.argv[1]}', delim = ';', decimal_separator = ',', header = true))
TO '{sys.argv[2]}' (FORMAT csv, HEADER)
""")
print(duckdb.__version__)
