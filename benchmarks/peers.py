"""Near copies among many reports: `python benchmarks/peers.py 1000 2000 5000 10000`.

The texts are those of `tests/province`, with its planted copies.  Shown are seconds of
processor time for the search alone, the exponent by which it grew, and megabytes.
"""

import argparse
import resource
import sys
from math import log
from pathlib import Path
from time import process_time
from typing import Final, cast

sys.path.append(str(Path(__file__).parent.parent / "tests"))

from province.province import Province, province

from govcheck.comparison.peers.copies import Measure, copies
from govcheck.comparison.peers.imprint import imprint_of
from govcheck.comparison.sentences import masked
from govcheck.document.bodies import Body, Imprint
from govcheck.judging.among import peer_terms
from govcheck.rulebook.loading import load_rulebook

MEASURE: Final = cast("Measure", peer_terms(load_rulebook()).measure)


def main() -> None:
    """Search provinces of the sizes that the command line names."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("sizes", nargs="*", type=int, default=[1000, 2000, 5000, 10_000])
    before: tuple[int, float] | None = None
    for size in options.parse_args().sizes:
        whole = province(size)
        bodies = [
            Body(name=unit.name, file="", imprint=_imprint(whole, unit.name))
            for unit in whole.units
        ]
        seconds, found, planted = _search(whole, bodies)
        growth = log(seconds / before[1]) / log(size / before[0]) if before else float("nan")
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        said = f"{len(found & planted)} of {len(planted)} copies, {len(found - planted)} others"
        print(f"{size:6} {seconds:7.2f} s  n^{growth:4.2f} {used:5} MB  {said}", flush=True)
        before = size, seconds


def _imprint(whole: Province, name: str) -> Imprint:
    words = whole.words[name][1]
    lines = "\n".join((*words.overview, words.problems))
    sentences = lines.replace("\n", "。").split("。")
    return imprint_of({masked(one, MEASURE.selection.masked): one for one in sentences if one})


def _search(
    whole: Province, bodies: list[Body]
) -> tuple[float, set[frozenset[str]], set[frozenset[str]]]:
    begun = process_time()
    links = copies(bodies, MEASURE).links
    seconds = process_time() - begun
    found = {frozenset((bodies[one.earlier].name, bodies[one.later].name)) for one in links}
    return seconds, found, {frozenset(one[:2]) for one in whole.planted.copies}


if __name__ == "__main__":
    main()
