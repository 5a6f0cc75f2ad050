"""Reports as the user names them, read into documents."""

from pathlib import Path

from govcheck.checking import read
from govcheck.commands.faults import Unread
from govcheck.document.report import Document
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
        return read(
            content_of(path),
            name=path.name,
            knowledge=rulebook.knowledge,
            hints=hints,
            beside=PicturesBeside(path),
        )
    except Unusable:
        raise
    except Exception as error:
        raise Unread from error


def read_named(name: str, rulebook: Rulebook) -> Document:
    """Read the only report of its kind.  Raises Unusable, with its name, and Unread."""
    try:
        return read_report(name, rulebook, Hints())
    except Unusable as error:
        raise Unusable(f"{name}：{error}") from error
