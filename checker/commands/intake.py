"""Reports as the user names them, read into documents."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from govcheck import clock
from govcheck.checking import read
from govcheck.collecting.address import is_address
from govcheck.commands.console import say
from govcheck.commands.faults import ReaderFault
from govcheck.commands.names import shown
from govcheck.commands.own_results import is_result
from govcheck.commands.progress import steps
from govcheck.converting.office import to_docx
from govcheck.document.report import AgencyKind, Document
from govcheck.errors import Unusable
from govcheck.files import PicturesBeside, content_of, standard_input
from govcheck.rulebook.rule import Rulebook
from govcheck.understanding.hints import Hints


def read_report(name: str, rulebook: Rulebook, hints: Hints) -> Document:
    """Read a file, what lies at an address (http, https), or standard input for -.

    Raises Unusable for what is no report, and Unread for a fault of the reader's own.
    """
    reading = partial(
        read,
        knowledge=rulebook.knowledge,
        hints=hints,
        convert=to_docx if hints.convert else None,
    )
    try:
        with steps() as watch:
            return _read(name, partial(reading, watch=watch))
    except Unusable:
        raise
    except Exception as error:
        raise ReaderFault from error


def _read(name: str, reading: Callable[..., Document]) -> Document:
    if name == "-":
        return reading(standard_input(), name="-")
    if is_address(name):
        return _read_online(name, reading)
    path = Path(name)
    return reading(content_of(path), name=path.name, beside=PicturesBeside(path))


def _read_online(address: str, reading: Callable[..., Document]) -> Document:
    try:
        from govcheck.collecting.report import read_online  # noqa: PLC0415 - an extra
    except ImportError:
        raise Unusable("读取网址需要先安装 govcheck[collect]；或者把网页另存为文件") from None
    return read_online(address, reading, now=clock.now())


def hints_of(
    *, year: int | None, agency_kind: str | None, region: str | None, ocr: bool, convert: bool
) -> Hints:
    """Return what the options of a command say of the reports."""
    kind = AgencyKind(agency_kind) if agency_kind else None
    return Hints(fiscal_year=year, agency_kind=kind, region=region, ocr=ocr, convert=convert)


def read_named(name: str, rulebook: Rulebook, hints: Hints) -> Document:
    """Read the only report of its kind.  Raises Unusable, with its name, and Unread."""
    try:
        return read_report(name, rulebook, hints)
    except Unusable as error:
        raise Unusable(f"{name}：{error}") from error


def require_word_file(name: str, document: Document) -> None:
    """Raise Unusable for a report that cannot carry comments."""
    source = document.source
    if name == "-" or source.format != "docx" or source.converted:
        raise Unusable("只能给 Word 文件（.docx）加批注")


def without_results(names: Sequence[str]) -> tuple[str, ...]:
    """Leave out, of several files, what govcheck itself has written: ``*.html`` names it too.

    Raises Unusable when nothing is left.
    """
    if len(names) == 1:
        return tuple(names)
    own = {name for name in names if is_own_result(name)}
    left = [name for name in names if name not in own]
    for name in names:
        if name in own:
            say(f"{shown(name)} 是 govcheck 写出的结果，不作为报告检查", err=True)
    if not left:
        raise Unusable("给出的都是 govcheck 写出的结果，没有报告")
    return tuple(left)


def is_own_result(name: str) -> bool:
    """Tell whether a file is called like a result of govcheck's own, and is one."""
    with suppress(OSError, ValueError):
        path = Path(name)
        return ".govcheck." in path.name and path.is_file() and is_result(path)
    return False
