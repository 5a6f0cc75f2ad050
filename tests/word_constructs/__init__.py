"""What Word, WPS and LibreOffice may make of a plain draft without changing what is seen.

Each construct takes the body of a plain Word file, as ``word_files.body_by_hand`` writes it,
and returns a whole file.
"""

import re
from collections.abc import Callable
from typing import Final

from word_files import word_file

Construct = Callable[[str], bytes]
Rewrite = Callable[[str], str]

RUN: Final = re.compile(r"<w:r><w:t>([^<]*)</w:t></w:r>")
PARAGRAPH: Final = re.compile(
    r"<w:p>(<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)?((?:(?!</w:p>).)+)</w:p>", re.DOTALL
)
TABLE: Final = re.compile(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
ROW: Final = re.compile(r"<w:tr>.*?</w:tr>", re.DOTALL)
CELL: Final = re.compile(r"<w:tc>(<w:tcPr>.*?</w:tcPr>)(.*?)</w:tc>", re.DOTALL)


def rewritten(rewrite: Rewrite, **parts: str) -> Construct:
    """Return the construct that rewrites the body, with other parts beside it."""
    return lambda body: word_file(rewrite(body), parts)


def each(pattern: re.Pattern[str], template: str) -> Rewrite:
    """Return the rewriting of each match; ``@`` is the match, ``@1`` its first group."""

    def put(match: re.Match[str]) -> str:
        groups = [one or "" for one in match.groups()]
        return re.sub(
            "@([0-9]?)", lambda at: groups[int(at[1]) - 1] if at[1] else match[0], template
        )

    return lambda body: pattern.sub(put, body)


def run(text: str, properties: str = "") -> str:
    """Write a run."""
    return f"<w:r>{properties and f'<w:rPr>{properties}</w:rPr>'}<w:t>{text}</w:t></w:r>"


def outside_tables(rewrite: Rewrite) -> Rewrite:
    """Return the rewriting of what stands between tables."""

    def whole(body: str) -> str:
        pieces = re.split(f"({TABLE.pattern})", body, flags=re.DOTALL)
        return "".join(piece if at % 2 else rewrite(piece) for at, piece in enumerate(pieces))

    return whole


def within_tables(rewrite: Rewrite) -> Rewrite:
    """Return the rewriting of each table."""
    return lambda body: TABLE.sub(lambda match: rewrite(match[0]), body)


def first_run(rewrite: Callable[[str], str]) -> Rewrite:
    """Return the rewriting of the first run, which holds the title."""
    return lambda body: RUN.sub(lambda match: rewrite(match[1]), body, count=1)
