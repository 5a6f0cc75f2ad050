"""What a finding says of its places, each once, and of what to do there."""

from govcheck.document.evidence import Evidence
from govcheck.document.report import Document
from govcheck.document.whereabouts import place_words
from govcheck.judging.assessment import Finding
from govcheck.kinds.remark import Outcome


def place_lines(finding: Finding, document: Document) -> tuple[str, ...]:
    """Say each place once with what is quoted there; places alike are counted: ……（3 处）.

    The last line counts the places that the finding does not list.
    """
    found: dict[str, int] = {}
    for one in finding.evidence:
        words = _words(one, document)
        found[words] = found.get(words, 0) + 1
    lines = [
        words if times == 1 else f"{words}（{times} 处）" for words, times in found.items()
    ]
    return (*lines, *([f"另有 {finding.more} 处"] if finding.more else []))


def due_remedy(finding: Finding) -> str:
    """Return what to correct: nothing where it is open whether anything is wrong."""
    return finding.remedy if finding.outcome is Outcome.FAIL else ""


def _words(evidence: Evidence, document: Document) -> str:
    place = place_words(evidence.place, document)
    return f"{place}：“{evidence.quote}”" if evidence.quote else place
