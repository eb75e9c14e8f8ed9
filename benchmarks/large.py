"""One large comparison in a process of its own: `python -m benchmarks.large SHAPE WORDS` prints seconds and peak memory."""

import json
import resource
import sys
import time

from benchmarks.generated import SHAPES
from benchmarks.peers import whole

KILOBYTES_OF_MAXRSS = 1 if sys.platform != "darwin" else 1 / 1024


def measure(shape: str, words: int) -> dict[str, float]:
    """`seconds` of the comparison, after a small one that loads what is loaded once; `megabytes` held at most."""
    whole(*SHAPES[shape](500))
    pair = SHAPES[shape](words)
    start = time.perf_counter()
    whole(*pair)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTES_OF_MAXRSS
    return {"seconds": seconds, "megabytes": peak / 1024}


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], int(sys.argv[2]))))
