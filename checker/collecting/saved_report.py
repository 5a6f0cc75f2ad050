"""A report of a site as files that can be read without it: page, pictures, attachments."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.collecting.address import file_name
from govcheck.collecting.companions import PAGE, Companions
from govcheck.collecting.file_names import safe_suffix
from govcheck.collecting.site import Fetched
from govcheck.document.attachments import FILE, given_elsewhere
from govcheck.document.blocks import Grid
from govcheck.document.report import Document
from govcheck.errors import Unusable
from govcheck.readers.formats import ZIP_SIGNATURE, read_page
from govcheck.readers.raw import RawPage

_SUFFIXES: Final = {"pdf": ".pdf", "docx": ".docx", "text": ".txt"}
"""How a file of a format ends whose address does not say."""
_ORIGINAL: Final = "原网页.html"
"""How the page is called as the site gave it, where the one beside it was led to files."""

Reading = Callable[..., Document]
"""Reads bytes, with ``name=`` and ``beside=``, into a document, as ``checking.read`` does."""


class SavedReport(Struct, frozen=True, kw_only=True):
    """What is to be written into the folder of one report."""

    files: Mapping[str, bytes]
    """By their paths, with slashes."""
    main: str
    """The path of the file that holds the report."""
    document: Document | None
    """As far as it was read; None for a format that is only kept."""
    notes: tuple[str, ...] = ()
    """What is missing, in words for the user (Chinese)."""


class Pieces:
    """Gathers the files of one report."""

    def __init__(self, fetch: Callable[[str], Fetched], reading: Reading, *, name: str) -> None:
        """Take what fetches a file and what reads one; ``name`` is that of the report."""
        self._reading, self._name = reading, name
        self._beside = Companions(fetch, f"{name}_files")

    def gathered(self, file: Fetched, document: Document | None) -> SavedReport:
        """Return the report that a file is, or that a page shows or links.

        ``document`` is what was read of the file alone.  Raises Unusable for what is no report.
        """
        suffix = suffix_of(file)
        try:
            page = read_page(file.content, suffix)
        except Unusable as error:
            if not FILE.search(suffix):
                raise
            return self._kept(file, suffix, str(error))
        if page.format == "html" and not file.content.startswith(ZIP_SIGNATURE):
            return self._of_page(file, page, document)
        if not FILE.search(suffix):
            suffix = _SUFFIXES.get(page.format, suffix)
        if document is None:
            return self._kept(file, suffix, "没有读出报告正文")
        return self._report(file.content, suffix, document)

    def _kept(self, file: Fetched, suffix: str, why: str) -> SavedReport:
        """Return a file that is a report by its name alone."""
        return self._report(file.content, suffix, None, (f"已保存，没有读取：{why}",))

    def _of_page(self, file: Fetched, page: RawPage, document: Document | None) -> SavedReport:
        beside = self._beside
        if not (document and holds_text(document)):
            beside.save_frames(file, page)
        beside.save_pictures(file.address, document.body if document else ())
        content = beside.led(file, page.encoding)
        if document is None or beside.files:
            document = self._reading(content, name=f"x{PAGE}", beside=beside.files)
        attached = beside.save_attachments(file, document)
        if attached and given_elsewhere(document):
            beside.add(_ORIGINAL, file.content)
            return self._of_attachment(attached, document)
        if content != file.content:
            beside.add(_ORIGINAL, file.content)
        return self._report(content, PAGE, document)

    def _of_attachment(self, path: str, page: Document) -> SavedReport:
        """Return the report that a page only links, with what the page says of it."""
        content, suffix = self._beside.files.pop(path), safe_suffix(path)
        note = "页面只有附件，报告取自附件"
        try:
            document = _with_page(self._reading(content, name=path), page)
        except Unusable as error:
            note = f"{note}；附件没有读取：{error}"
            document = page
        return self._report(content, suffix, document, (note,))

    def _report(
        self,
        content: bytes,
        suffix: str,
        document: Document | None,
        notes: Iterable[str] = (),
    ) -> SavedReport:
        main = f"{self._name}{suffix}"
        return SavedReport(
            files={main: content, **self._beside.files},
            main=main,
            document=document,
            notes=(*notes, *self._beside.notes),
        )


def suffix_of(file: Fetched) -> str:
    """Return how a file ends, by its address or its media type; that of a page otherwise."""
    return safe_suffix(file_name(file.address, file.kind), PAGE)


def holds_text(document: Document) -> bool:
    """Tell whether a report's own text, or a table, is in a document."""
    return bool(document.parts) or any(isinstance(block, Grid) for block in document.body)


def _with_page(document: Document, page: Document) -> Document:
    """Return an attachment with what its page says of it."""
    return replace(
        document,
        agency=document.agency or page.agency,
        fiscal_year=document.fiscal_year or page.fiscal_year,
        published=page.published or document.published,
    )
