"""What is said of a draft at which of its places: one note for each place of a finding."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from msgspec import Struct

from govcheck.document.blocks import Block, Grid, Paragraph
from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.document.report import Document
from govcheck.judging.assessment import Assessment, Finding
from govcheck.judging.brevity import SHORT
from govcheck.judging.local_rules import rules_for
from govcheck.kinds.remark import SEVERITIES, Outcome
from govcheck.reports.clauses import clauses
from govcheck.reports.listing import listed, unlisted_words
from govcheck.reports.places import due_remedy
from govcheck.reports.tally import tally
from govcheck.reports.visible import visible
from govcheck.reports.wording import OUTCOMES, ROLES, STATUSES
from govcheck.rulebook.rule import Basis, Rulebook, Status

_REPEATED: Final = "依据和整改见这个问题的前一条批注。"
_UNDECIDED: Final = "由人核实；无误的不用修改。"


class Spot(NamedTuple):
    """A stretch of the document, by the anchor of its line."""

    anchor: int
    text: str = ""
    """The paragraph's text as written, into which ``start`` and ``end`` count."""
    start: int | None = None
    """None for the whole line."""
    end: int | None = None


class Note(Struct, frozen=True, kw_only=True):
    """A comment, a paragraph a line, and where it stands."""

    lines: tuple[str, ...]
    spot: Spot


def notes(assessment: Assessment, rulebook: Rulebook) -> Iterator[Note]:
    """Yield the notes on a document, worst findings first.

    A finding has one note, at its words, and more only where other places must be changed as
    well.  One that follows from another is told in the note on that; one that has no place is
    told at the title, and so is how many of a rule are not told.
    """
    rulebook = rules_for(assessment.case, rulebook)
    assessment = listed(assessment, SHORT)
    document = assessment.document
    counts = tally(assessment)
    for _, index in counts.standing:
        finding = assessment.findings[index]
        folded = [assessment.findings[other] for other in counts.folded.get(index, ())]
        lines = _lines(finding, folded, assessment, rulebook)
        for spot in _spots(finding, document):
            yield Note(lines=lines, spot=spot)
            lines = (lines[0], _REPEATED)
    rest = tuple(map(visible, unlisted_words(assessment, rulebook)))
    if rest:
        yield Note(lines=rest, spot=_title(document))


def _lines(
    finding: Finding, folded: Sequence[Finding], assessment: Assessment, rulebook: Rulebook
) -> tuple[str, ...]:
    opened = finding.outcome is Outcome.OPEN
    kind = OUTCOMES[Outcome.OPEN] if opened else SEVERITIES[finding.severity]
    remedy = due_remedy(finding)
    lines = [
        f"【{kind}】{finding.message}",
        *([f"提示：{finding.hint}"] if finding.hint else []),
        *(f"同时引起：{other.message}" for other in folded),
        *_grounds(clauses(finding, assessment.document, rulebook)),
        *([f"整改：{remedy}"] if remedy else []),
        *([_UNDECIDED] if opened else []),
        *([f"另有 {finding.more} 处，没有逐处批注。"] if finding.more else []),
    ]
    return tuple(visible(" ".join(line.split())) for line in lines)


def _grounds(bases: Sequence[Basis]) -> Iterator[str]:
    for role, name in ROLES.items():
        cited = "；".join(_citation(basis) for basis in bases if basis.role is role)
        if cited:
            yield f"{name}：{cited}"


def _citation(basis: Basis) -> str:
    """Name a clause, and how it is known where its words have not been seen."""
    word, _ = STATUSES[basis.status]
    return basis.citation + ("" if basis.status is Status.VERBATIM else f"（{word}）")


def _spots(finding: Finding, document: Document) -> tuple[Spot, ...]:
    """Return the first place that is in the file, and the others that must be changed."""
    found = [(one, spot) for one in finding.evidence if (spot := _spot(one, document))]
    if not found:
        return (_title(document),)
    first, place = found[0]
    others = [spot for one, spot in found[1:] if _is_wrong_too(one, first)]
    return tuple(dict.fromkeys((place, *others)))


def _is_wrong_too(evidence: Evidence, first: Evidence) -> bool:
    """Whether evidence is a fault of its own, not what the first was held against.

    It is due to read otherwise, or it is the same words in the text over again.
    """
    if evidence.expected is not None:
        return True
    again = bool(first.quote) and evidence.quote == first.quote
    return again and evidence.place.table is None and first.place.table is None


def _spot(evidence: Evidence, document: Document) -> Spot | None:
    """Return where evidence stands in the file, as exactly as it is known."""
    place = evidence.place
    if place.table is not None:
        return _cell(place, document)
    if place.block is not None:
        return _stretch(_blocks(place, document)[place.block], place)
    part = document.part(place.part) if place.part else None
    return _whole(document.body[part.start]) if part else None


def _blocks(place: Place, document: Document) -> Sequence[Block]:
    """Return the blocks among which a place counts."""
    return document.furniture if place.part == "furniture" else document.body


def _cell(place: Place, document: Document) -> Spot | None:
    """Return the first printed cell of a table that a place takes in, or else the table."""
    table = document.table(place.table or "")
    for (row, column), cell in table.cells.items() if table else ():
        if cell.grid and place.row in {None, row} and place.column in {None, column}:
            block, at_row, at_column = cell.grid
            grid = document.body[block]
            for printed in grid.cells if isinstance(grid, Grid) else ():
                if (printed.row, printed.column) == (at_row, at_column):
                    return None if printed.anchor is None else Spot(printed.anchor)
    block_of_table = table.place.block if table else None
    return None if block_of_table is None else _whole(document.body[block_of_table])


def _stretch(block: Block, place: Place) -> Spot | None:
    """Return the words of a paragraph that a place names."""
    whole = _whole(block)
    if whole is None or not isinstance(block, Paragraph):
        return whole
    text, start, end = block.text, place.start, place.end
    if start is None or end is None or start >= end:
        return whole
    if text.origin is None:
        return Spot(whole.anchor, text.written, start, min(end, len(text.written)))
    last = min(end, len(text.origin)) - 1
    return Spot(whole.anchor, text.written, text.origin[start], text.origin[last] + 1)


def _whole(block: Block) -> Spot | None:
    pieces = block.cells if isinstance(block, Grid) else (block,)
    anchor = next((one.anchor for one in pieces if one.anchor is not None), None)
    return None if anchor is None else Spot(anchor)


def _title(document: Document) -> Spot:
    """Return the title's place, or the first that there is."""
    place = document.title.place if document.title else None
    blocks: list[Block] = []
    if place and place.block is not None:
        blocks.append(_blocks(place, document)[place.block])
    return next(filter(None, map(_whole, (*blocks, *document.body))), Spot(0))
