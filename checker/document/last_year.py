"""Whether a report that was handed in as last year's is that: else nothing is compared."""

from govcheck.document.report import Document
from govcheck.signs import SIGNS, free


def unlikeness(document: Document, earlier: Document) -> str:
    """Say (Chinese) why an earlier report is not that of the same body on the year before.

    Nothing is said where it is, nor of a body or a year that is not known: there the user's
    word stands.
    """
    if is_same_text(document, earlier):
        return "与本报告是同一份报告"
    names = [one.agency.value if one.agency else "" for one in (document, earlier)]
    if all(names) and not is_same_body(*names):
        return f"编制单位是“{names[1]}”，不是“{names[0]}”"
    if document.year and earlier.year and earlier.year != document.year - 1:
        return f"是{earlier.year}年度的报告，不是{document.year - 1}年度的"
    return ""


def is_same_text(document: Document, earlier: Document) -> bool:
    """Tell whether two files are one, or hold one report."""
    if document.source.sha256 and document.source.sha256 == earlier.source.sha256:
        return True
    words = _words(document)
    return bool(words) and words == _words(earlier)


def _words(document: Document) -> str:
    passage = document.passage("body")
    return "".join(passage.text.split()) if passage else ""


def is_same_body(one: str, other: str) -> bool:
    """Tell whether two names are of one body: one may leave out the places above it."""
    short, long = sorted((plain_name(one), plain_name(other)), key=len)
    return long.endswith(short)


def plain_name(name: str) -> str:
    """Return a name without what bodies put in or leave out: 人民政府, the government's office.

    A report of 青禾县 is its government's.
    """
    return free(SIGNS.left_out, "".join(name.split()))
