"""The totals of a file of areas by pandas, with its fast C parser."""

import json
import sys
import time

import pandas as pd

since = time.perf_counter()
frame = pd.read_csv(sys.argv[1], sep=";", decimal=",")
employment, unemployment = frame["Sysselsättningsgrad"], frame["Långtidsarbetslöshet"]
education, turnout = frame["Låg utbildning"], frame["Valdeltagande"]
meets = ((employment < 60) & (unemployment > 10) & (education > 28) & (turnout < 75)).sum()
at = [int((employment == 60).sum()), int((unemployment == 10).sum()), int((education == 28).sum()), int((turnout == 75).sum())]
ms = (time.perf_counter() - since) * 1000
print(json.dumps({"ms": ms, "areas": len(frame), "meets": int(meets), "at": at, "version": pd.__version__}))
