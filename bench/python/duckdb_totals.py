"""The totals of a file of areas by DuckDB: one query over the file."""

import json
import sys
import time

import duckdb

since = time.perf_counter()
query = """
SELECT count(*),
       count(*) FILTER ("Sysselsättningsgrad" < 60 AND "Långtidsarbetslöshet" > 10
                    AND "Låg utbildning" > 28 AND "Valdeltagande" < 75),
       count(*) FILTER ("Sysselsättningsgrad" = 60), count(*) FILTER ("Långtidsarbetslöshet" = 10),
       count(*) FILTER ("Låg utbildning" = 28), count(*) FILTER ("Valdeltagande" = 75)
FROM read_csv(?, delim = ';', decimal_separator = ',', header = true)
"""
areas, meets, *at = duckdb.execute(query, [sys.argv[1]]).fetchone()
ms = (time.perf_counter() - since) * 1000
print(json.dumps({"ms": ms, "areas": areas, "meets": meets, "at": at, "version": duckdb.__version__}))
