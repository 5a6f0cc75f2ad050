"""An empty report: title, statutory wording, headings and tables, with blanks to be filled.

Every blank is ＿＿＿＿, which the rule on placeholders finds as long as one is left; the cells
of the tables are empty, which the rule on cells finds, or all 0.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from govcheck.document.form import Form, FormTable, part_numeral
from govcheck.document.report import AgencyKind
from govcheck.document.vocabulary import Vocabulary
from govcheck.drafting.template.skeleton import (
    HINTED_TABLE,
    INTRODUCTION,
    RESULTS,
    TEXTS,
    SkeletonLine,
)
from govcheck.readers.raw import RawBlock, RawGrid, RawPage, RawParagraph
from govcheck.trials.specimen import specimen_title
from govcheck.understanding.page.body_names import kind_of
from govcheck.understanding.printed_form import printed_table

BLANK: Final = "＿＿＿＿"
_JUDGED_BY_ALL: Final = frozenset({AgencyKind.GOVERNMENT, AgencyKind.TOWNSHIP})
"""Whose overview must give the results that article 50, item 4 asks of 各级人民政府."""


class BlankReport(Struct, frozen=True, kw_only=True):
    """A page to be filled in, and what its blocks are, by their index in the page."""

    page: RawPage
    tables: Mapping[int, FormTable]
    hints: Mapping[int, str]
    """What is to be written there; no part of the text."""


class _Piece(Struct, frozen=True, kw_only=True):
    block: RawBlock
    hint: str = ""
    table: FormTable | None = None


def blank_report(
    form: Form, vocabulary: Vocabulary, *, year: int, agency: str, fill: str = ""
) -> BlankReport:
    """Return the report of an agency on a year that the form is in force for.

    ``fill`` is what stands in all cells of the tables.
    """
    title = specimen_title(agency, year)
    words = {
        "agency": agency,
        "blank": BLANK,
        "citation": form.citation,
        "count": part_numeral(form.parts[-1]),
        "titles": "，".join(part.title for part in form.parts),
        "year": year,
    }
    heading = _Piece(block=RawParagraph(text=title, level=1))
    pieces = [heading, *_pieces(form, kind_of(agency, vocabulary), words, fill)]
    return BlankReport(
        page=RawPage(blocks=tuple(piece.block for piece in pieces), title=title),
        tables={at: piece.table for at, piece in enumerate(pieces) if piece.table},
        hints={at: piece.hint for at, piece in enumerate(pieces) if piece.hint},
    )


def _pieces(
    form: Form, kind: AgencyKind | None, words: Mapping[str, object], fill: str
) -> Iterator[_Piece]:
    yield from _paragraphs(INTRODUCTION, words)
    for part in form.parts:
        heading = f"{part_numeral(part)}、{part.title}"
        yield _Piece(block=RawParagraph(text=heading, level=2))
        yield from _paragraphs(TEXTS.get(part.id, ()), words)
        if part.id == "overview" and kind in _JUDGED_BY_ALL:
            yield from _paragraphs(RESULTS, words)
        tables = [table for table in form.tables.values() if table.part == part.id]
        for number, table in enumerate(tables):
            hint = "" if number else HINTED_TABLE
            yield _Piece(block=_filled(table, fill), hint=hint, table=table)


def _paragraphs(lines: Sequence[SkeletonLine], words: Mapping[str, object]) -> Iterator[_Piece]:
    for line in lines:
        text = line.text.format_map(words)
        yield _Piece(block=RawParagraph(text=text), hint=line.hint)


def _filled(table: FormTable, fill: str) -> RawGrid:
    """Print a table with the same in all of its cells."""
    line = dict.fromkeys((column.id for column in table.columns), fill)
    return printed_table(table, {row.id: line for row in table.rows})
