"""Findings as golden tables list them: one line each, with place, words and the figure due."""

from collections.abc import Iterator

from govcheck.document.place import Place
from govcheck.judging.assessment import Assessment, Finding
from govcheck.trials.sights import sights

COLUMNS = "rule\toutcome\tseverity\tfolded\tevidence\tplace\tposition\tline\tquote\texpected"
_QUOTED = 30


def finding_lines(assessment: Assessment) -> Iterator[str]:
    """Yield a line for each finding, and one for each rule that is open without any.

    ``evidence`` counts all of it; place and what follows are those of the first: its block,
    the characters of that block, its line in the file, and the first words that it quotes.
    """
    for finding in assessment.findings:
        folded = "-" if finding.root is None else "folded"
        found = (finding.rule, finding.outcome, finding.severity, folded)
        yield "\t".join((*found, *_first(finding, assessment)))
    said = {finding.rule for finding in assessment.findings}
    for judgement in assessment.judgements:
        if judgement.outcome == "open" and judgement.rule not in said:
            yield "\t".join((judgement.rule, "open", *"--0-----"))


def _first(finding: Finding, assessment: Assessment) -> tuple[str, ...]:
    seen = sights(finding, assessment.document)
    if not seen:
        return ("0", *"-----")
    place = finding.evidence[0].place
    shown = (seen[0].at, _position(place), str(place.line or ""))
    words = (_flat(seen[0].quote)[:_QUOTED], _flat(seen[0].expected or "")[:_QUOTED])
    return (str(len(seen)), *(one or "-" for one in (*shown, *words)))


def _position(place: Place) -> str:
    if place.block is None:
        return ""
    return f"{place.block}" + (f":{place.start}-{place.end}" if place.start is not None else "")


def _flat(words: str) -> str:
    """Write white space as a table can hold it."""
    return words.replace("\t", "␉").replace("\n", "␤").replace("\r", "␍").strip()
