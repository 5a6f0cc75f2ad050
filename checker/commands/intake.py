"""Reports as the user names them, read into documents."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from govcheck.checking import read
from govcheck.commands.console import say
from govcheck.commands.faults import Unread
from govcheck.commands.names import shown
from govcheck.commands.own_results import is_result
from govcheck.commands.progress import steps
from govcheck.document.report import AgencyKind, Document
from govcheck.errors import Unusable
from govcheck.files import PicturesBeside, content_of, standard_input
from govcheck.rulebook.rule import Rulebook
from govcheck.understanding.hints import Hints


def read_report(name: str, rulebook: Rulebook, hints: Hints) -> Document:
    """Read a file, or standard input for -.

    Raises Unusable for what is no report, and Unread for a fault of the reader's own.
    """
    try:
        if name == "-":
            return read(standard_input(), name="-", knowledge=rulebook.knowledge, hints=hints)
        path = Path(name)
        with steps() as watch:
            return read(
                content_of(path),
                name=path.name,
                knowledge=rulebook.knowledge,
                hints=hints,
                beside=PicturesBeside(path),
                watch=watch,
            )
    except Unusable:
        raise
    except Exception as error:
        raise Unread from error


def hints_of(
    *, year: int | None, agency_kind: str | None, region: str | None, ocr: bool
) -> Hints:
    """Return what the options of a command say of the reports."""
    kind = AgencyKind(agency_kind) if agency_kind else None
    return Hints(fiscal_year=year, agency_kind=kind, region=region, ocr=ocr)


def read_named(name: str, rulebook: Rulebook, hints: Hints | None = None) -> Document:
    """Read the only report of its kind.  Raises Unusable, with its name, and Unread."""
    try:
        return read_report(name, rulebook, hints or Hints())
    except Unusable as error:
        raise Unusable(f"{name}：{error}") from error


def require_word_file(name: str, document: Document) -> None:
    """Raise Unusable for a report that cannot carry comments."""
    if name == "-" or document.source.format != "docx":
        raise Unusable("只能给 Word 文件（.docx）加批注")


def without_results(names: Sequence[str]) -> tuple[str, ...]:
    """Leave out, of several files, what govcheck itself has written: ``*.html`` names it too.

    Raises Unusable when nothing is left.
    """
    if len(names) == 1:
        return tuple(names)
    own = {name for name in names if _is_own(name)}
    left = [name for name in names if name not in own]
    for name in names:
        if name in own:
            say(f"{shown(name)} 是 govcheck 写出的结果，不作为报告检查", err=True)
    if not left:
        raise Unusable("给出的都是 govcheck 写出的结果，没有报告")
    return tuple(left)


def _is_own(name: str) -> bool:
    with suppress(OSError, ValueError):
        path = Path(name)
        return ".govcheck." in path.name and path.is_file() and is_result(path)
    return False
