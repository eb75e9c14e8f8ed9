"""What a picture card costs: `python -m benchmarks.cards`, every two versions of the sample story."""

import resource
import time
from itertools import permutations
from statistics import median

from app.ingest.files import Refusal, read_files
from app.resources import SAMPLE
from app.web.cards.card import card_of
from app.web.cards.drawing import draw
from app.web.formats.subject import Compared

PAIRS = 28


def pairs() -> list[Compared]:
    """Pairs of versions of the sample story, compared."""
    contents = [one.content for one in read_files([str(SAMPLE)]) if not isinstance(one, Refusal)]
    return [Compared.of(a, b) for a, b in list(permutations(contents, 2))[:PAIRS]]


def main() -> None:
    compared = pairs()
    start = time.process_time()
    draw(card_of(compared[0]))
    first = time.process_time() - start
    choosing, drawing, sizes = [], [], []
    for one in compared:
        start = time.process_time()
        card = card_of(one)
        chosen = time.process_time()
        sizes.append(len(draw(card)))
        choosing.append(chosen - start)
        drawing.append(time.process_time() - chosen)
    print(f"the first card of a process: {1000 * first:.0f} ms")
    print(
        f"a card: {1000 * median(choosing):.0f} ms to choose what it shows, {1000 * median(drawing):.0f} ms to draw it"
    )
    print(f"a file: {median(sizes) / 1000:.0f} kB, {max(sizes) / 1000:.0f} kB at most")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB for the process")


if __name__ == "__main__":
    main()
