"""Which files are earlier results of govcheck's own, by what they say at their beginning.

A workbook and a letter, which people complete and sign, carry a mark that is lost as soon as
a word processor saves them: one with a person's work in it is no longer govcheck's.
"""

import re
from pathlib import Path
from typing import Final

from govcheck.late_pattern import late_pattern

_BEGINNING: Final = 64 * 1024
_ZIP: Final = b"PK\x03\x04"
_PARQUET: Final = b"PAR1"
_TAIL: Final = 4096
"""Bytes at the end of such a table that describe it."""
_RUN: Final = rb'"runs": \[\s*\{\s*"tool": \{\s*"driver": \{\s*"name": "govcheck"'
_SARIF: Final = rb'\{\s*"\$schema": "[^"]{0,200}",\s*"version": "2\.1\.0",\s*' + _RUN
_JSON: Final = rb'\{\s*"schema": ?"govcheck(?:-comparison|-batch)?/1"'
_PAGE: Final = rb'<!doctype html>[^\0]{0,2000}?<meta name="generator" content="govcheck '
_JUNIT: Final = rb'<\?xml [^>]{0,100}\?>\s*<testsuites name="govcheck"'
_HEADS: Final = "名次,编制单位,机关类别,|编制单位,地区,年度,格式版本,表,|检查,内容,单位,文件"
_TABLE: Final = f"\ufeff(?:{_HEADS})".encode()
"""The headings of a batch's tables."""
_KNOWN: Final = re.compile(b"|".join((_PAGE, _JSON, _SARIF, _JUNIT, _TABLE)))
"""How a result begins that programs read, or a browser."""
_COUNTED: Final = late_pattern(
    r"^(?:- )?问题：\w{2} \d{1,9}[，\s][^\n]{1,80}\n(?:- )?规则：\w{2,8} \d{1,9}[，\s]",
    re.MULTILINE,
)
"""The counts of findings and of rules, one under the other, in a summary or in Markdown."""
_SAID: Final = late_pattern(
    r"[^\n]{0,400}\n(?:合格|待核|不合格)  [\d.–]{1,20} 分  [^\n]{0,40}已核验 [\d.]{1,5}/100 分"
    "|名次  结论  "
    "|(?:与上年度报告|同一份报告两个文本)比较\n(?:上年|前一文本)："
)
"""What the terminal says, of one report or of many, kept in a file."""


def is_result(path: Path) -> bool:
    """Tell whether a file is a result in one of the formats.  Raises OSError."""
    beginning = _beginning(path)
    if beginning.startswith(_ZIP):
        from govcheck.reports.stored_zip import MARK  # noqa: PLC0415 - archives alone

        return _is_marked(path, MARK)
    if beginning.startswith(_PARQUET):
        from govcheck.batch.parquet_table import MARK as TABLE_MARK  # noqa: PLC0415 - Parquet alone

        return TABLE_MARK.encode() in _end(path)
    words = beginning.decode("utf-8", "replace")
    return bool(_KNOWN.match(beginning) or _COUNTED.search(words) or _SAID.match(words))


def is_annotated_copy(path: Path) -> bool:
    """Tell whether a file is a draft with our comments, as it was written.  Raises OSError."""
    if not _beginning(path).startswith(_ZIP):
        return False
    from govcheck.drafting.annotation.annotated import MARK  # noqa: PLC0415 - Word files alone

    return _is_marked(path, MARK)


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_BEGINNING)


def _is_marked(path: Path, mark: bytes) -> bool:
    """Tell whether an archive ends with a comment, which stands there behind its length."""
    end = len(mark).to_bytes(2, "little") + mark
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - len(end)))
        return file.read(len(end)) == end


def _end(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL))
        return file.read(_TAIL)
