"""Say of a finding what an example states of it: its evidence, each with its place in words.

The place of running text is its part, and where the same words stand there more than once,
which of them; of what are no words, the paragraph.
"""

import re
from collections.abc import Iterator

from govcheck.document.blocks import Paragraph
from govcheck.document.evidence import Evidence
from govcheck.document.extent import holding
from govcheck.document.form import part_numeral
from govcheck.document.place import Place
from govcheck.document.report import Document
from govcheck.document.whereabouts import part_name, table_steps
from govcheck.judging.assessment import Finding
from govcheck.rulebook.example import ExpectedEvidence


def sights(finding: Finding, document: Document) -> tuple[ExpectedEvidence, ...]:
    """Return the evidence of a finding that quotes the file."""
    return tuple(_sight(evidence, document) for evidence in finding.evidence)


def _sight(evidence: Evidence, document: Document) -> ExpectedEvidence:
    place = evidence.place
    masked = evidence.secret and place.start is not None
    wrong = masked and not _masks(evidence.quote, document.quote(place))
    return ExpectedEvidence(
        quote="" if wrong else evidence.quote,
        at="/".join(_steps(evidence.place, document)) or "全文",
        expected=evidence.expected,
    )


def _masks(quote: str, written: str) -> bool:
    """Tell whether a masked quotation is what stands there, as far as it is shown."""
    pairs = zip(quote, written, strict=False)
    return len(quote) == len(written) and all(shown in {"*", one} for shown, one in pairs)


def _steps(place: Place, document: Document) -> Iterator[str]:
    if place.table is not None:
        yield from table_steps(place, document)
        return
    if place.part is not None or place.block is not None:
        yield _part(place, document)
    if place.block is not None:
        yield from _within_part(place, document)
    elif place.line is not None:
        yield f"源文件第{place.line}行"


def _part(place: Place, document: Document) -> str:
    """Name a part by its number alone: 第三部分."""
    part = next((one for one in document.form.parts if one.id == place.part), None)
    return f"第{part_numeral(part)}部分" if part else part_name(place.part or "body", document)


def _within_part(place: Place, document: Document) -> Iterator[str]:
    """Yield which paragraph, or which of several places with the same words; else nothing."""
    first, paragraphs = _paragraphs(place, document)
    block = paragraphs[place.block - first] if place.block is not None else None
    if not isinstance(block, Paragraph) or place.start is None or place.end is None:
        yield f"第{(place.block or 0) - first + 1}段"
        return
    words = block.text.normal[place.start : place.end]
    found = [
        (index, match.start())
        for index, one in enumerate(paragraphs, first)
        if isinstance(one, Paragraph)
        for match in re.finditer(f"(?={re.escape(words)})", one.text.normal)
    ]
    if len(found) > 1:
        yield f"第{found.index((place.block or 0, place.start)) + 1}处"


def _paragraphs(place: Place, document: Document) -> tuple[int, tuple[object, ...]]:
    """Return the blocks of the part that a place is in, and the index of the first."""
    if place.part == "furniture":
        return 0, document.furniture
    part = holding(document.parts, place.block or 0)
    if part is not None and part.id is not None:
        return part.start, document.body[part.start : part.end]
    if part is not None:
        return 0, document.body
    end = document.parts[0].start if document.parts else len(document.body)
    return 0, document.body[: max(end, (place.block or 0) + 1)]
