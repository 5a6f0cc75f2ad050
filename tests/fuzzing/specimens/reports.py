"""Reports of ours in every format: the examples, the layouts and the bodies of the tests."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import cycle
from pathlib import Path

from bodies import correct_reports
from body_pages import PAGES
from layout_variants import LAYOUTS
from word_files import by_hand, by_python_docx

from fuzzing.inputs import Input, Kind
from fuzzing.packing import repacked, unpacked
from fuzzing.specimens.renderings import as_markdown, as_mhtml, as_pdf, as_text
from fuzzing.specimens.word_parts import rich_word_file
from govcheck.readers.from_html import read_html
from govcheck.readers.raw import RawPage

EXAMPLES = Path(__file__).parents[3] / "examples"
_FEW = 12
"""Reports that the slower formats are made of."""


@cache
def reports(kind: Kind) -> tuple[Input, ...]:
    """Return the seeds of one kind of report."""
    return tuple(Input(kind=kind, content=content) for content in _WRITERS[kind]())


@cache
def _pages() -> tuple[bytes, ...]:
    examples = [path.read_bytes() for path in sorted(EXAMPLES.glob("*.html"))]
    layouts = [layout.page for layout in LAYOUTS.values()]
    dressed = [
        page.of(body)
        for body, page in zip(correct_reports(), cycle(PAGES.values()), strict=False)
    ]
    return (*examples, *examples, *layouts, *dressed)


@cache
def _texts() -> tuple[str, ...]:
    """Return pages as text; two examples and a report of every body."""
    texts = [content.decode("utf-8", "replace") for content in _pages()]
    return tuple(text for text in texts if text.count("\ufffd") == 0)


def _read(most: int | None = None) -> Iterator[RawPage]:
    texts = _texts()
    yield from map(read_html, (*texts[:2], *texts[-(most or len(texts)) :]))


def _zips() -> Iterator[bytes]:
    inner = {
        "公开/年报.html": [text.encode() for text in _texts()[:4]],
        "年报.txt": [as_text(page) for page in _read(2)],
        "年报.docx": [_timeless(by_hand(page)) for page in _read(2)],
        "年报.pdf": [as_pdf(page) for page in _read(1)],
    }
    for name, contents in inner.items():
        for content in contents:
            yield repacked({name: content, "公开/年报_files/a.png": b"\x89PNG"})


def _timeless(archive: bytes) -> bytes:
    """Pack an archive anew, without the time at which it was made."""
    return repacked(unpacked(archive))


def _mhtml() -> Iterator[bytes]:
    for text in _texts()[:_FEW]:
        yield as_mhtml(text, "utf-8", "base64")
        yield as_mhtml(text, "gb18030", "8bit")
        yield as_mhtml(text, "utf-8", "quoted-printable")


def _word() -> Iterator[bytes]:
    for page in _read(_FEW):
        yield _timeless(by_hand(page))
        yield _timeless(rich_word_file(page))
    yield from (_timeless(by_python_docx(page, title="年报")) for page in _read(1))


_WRITERS: Mapping[Kind, Callable[[], Iterable[bytes]]] = {
    Kind.HTML: _pages,
    Kind.TEXT: lambda: map(as_text, _read()),
    Kind.MARKDOWN: lambda: map(as_markdown, _read()),
    Kind.WORD: _word,
    Kind.MHTML: _mhtml,
    Kind.ZIP: _zips,
    Kind.PDF: lambda: map(as_pdf, _read(4)),
}
