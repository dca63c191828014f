"""The floor: reads the file and counts its lines, nothing else."""

import json
import sys
import time

since = time.perf_counter()
lines = 0
with open(sys.argv[1], "rb", buffering=0) as file:
    while chunk := file.read(1 << 20):
        lines += chunk.count(b"\n")
print(json.dumps({"ms": (time.perf_counter() - since) * 1000, "lines": lines}))
