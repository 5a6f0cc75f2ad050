"""Whether what findings quote stands in the input, at the line that they name."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from fuzzing.inputs import Input, Kind
from fuzzing.trials import witnesses
from fuzzing.trials.faults import FalseLine, FalseQuotation
from govcheck.document.evidence import Evidence
from govcheck.judging.assessment import Assessment
from govcheck.readers.raw import UNREADABLE


class Strictness(StrEnum):
    """How a quotation is held against the input."""

    OFF = "off"
    DROPPED = "dropped"
    """White space does not count."""
    FOLDED = "folded"
    """White space is one blank, as the promise has it."""


_LINE_END = re.compile(r"\r\n?|\n")
"""What an editor counts lines by."""
_REACH = 400
"""Lines that a quotation may go on over."""
_SPACE = re.compile(r"[\s\u2800]+")
_INVISIBLE = re.compile("[\0\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\xad]")


def require_true_quotations(
    given: Input, assessment: Assessment, strictness: Strictness, *, lines: bool
) -> None:
    """Raise FalseQuotation or FalseLine for the first finding that says what is not so.

    Only web pages and texts are looked at: other formats have no second reader here.
    """
    if strictness is Strictness.OFF or given.kind not in _WITNESSES:
        return
    text = _decoded(given.content, assessment.document.source.encoding)
    shown = [_bare(one, strictness) for one in _WITNESSES[given.kind](text)]
    for rule, evidence in _quoting(assessment):
        said = witnesses.of_text(evidence.quote)[: 1 if given.kind is Kind.HTML else None]
        quotes = [_bare(one, strictness).strip() for one in said]
        if not any(quote in one for quote in quotes for one in shown):
            raise FalseQuotation(
                rule, f"{rule} quotes {evidence.quote!r}, line {evidence.place.line}"
            )
    if lines and given.kind is not Kind.HTML:
        _require_lines(assessment, _LINE_END.split(text))


def _quoting(assessment: Assessment) -> Iterator[tuple[str, Evidence]]:
    """Yield what is quoted; a sign in place of what is drawn or struck is no quotation."""
    for finding in assessment.findings:
        for evidence in finding.evidence:
            if evidence.quote not in {"", UNREADABLE} and not evidence.secret:
                yield finding.rule, evidence


def _require_lines(assessment: Assessment, lines: Sequence[str]) -> None:
    """Hold that a quotation begins on its line (of a text); it may go on over the next."""
    for rule, evidence in _quoting(assessment):
        line = evidence.place.line
        if line is None or _begins(evidence.quote, lines[line - 1 : line + _REACH]):
            continue
        words = f"{rule} quotes {evidence.quote!r}, not at line {line}: {lines[line - 1]!r}"
        raise FalseLine(rule, words)


def _begins(quote: str, lines: Sequence[str]) -> bool:
    """Whether a quotation begins in the first of these lines, as read in any way."""
    for said, *read in zip(
        witnesses.of_text(quote), *map(witnesses.of_text, lines), strict=True
    ):
        here, *rest = (_bare(one, Strictness.DROPPED) for one in read)
        wanted = _bare(said, Strictness.DROPPED)
        if not wanted or -1 < "".join((here, *rest)).find(wanted) < len(here):
            return True
    return False


def _bare(text: str, strictness: Strictness) -> str:
    blank = " " if strictness is Strictness.FOLDED else ""
    return _SPACE.sub(blank, _INVISIBLE.sub("", text))


def _decoded(content: bytes, encoding: str | None) -> str:
    return content.decode(encoding or "utf-8", "replace").removeprefix("\ufeff")


_WITNESSES = {
    Kind.HTML: witnesses.of_page,
    Kind.TEXT: witnesses.of_text,
    Kind.MARKDOWN: witnesses.of_text,
}
