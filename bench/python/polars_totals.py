"""The totals of a file of areas by Polars: lazily, so that it reads what it needs only."""

import json
import sys
import time

import polars as pl

since = time.perf_counter()
employment, unemployment, education, turnout = (
    pl.col("Sysselsättningsgrad"),
    pl.col("Långtidsarbetslöshet"),
    pl.col("Låg utbildning"),
    pl.col("Valdeltagande"),
)
scan = pl.scan_csv(sys.argv[1], separator=";", decimal_comma=True)
meets = (employment < 60) & (unemployment > 10) & (education > 28) & (turnout < 75)
answer = scan.select(
    areas=pl.len(),
    meets=meets.sum(),
    a=(employment == 60).sum(),
    b=(unemployment == 10).sum(),
    c=(education == 28).sum(),
    d=(turnout == 75).sum(),
).collect().row(0, named=True)
ms = (time.perf_counter() - since) * 1000
at = [answer[name] for name in "abcd"]
print(json.dumps({"ms": ms, "areas": answer["areas"], "meets": answer["meets"], "at": at, "version": pl.__version__}))
