"""A report of a site as files that can be read without it: page, pictures, attachments."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.collecting.address import file_name, joined
from govcheck.collecting.file_names import safe_name, safe_suffix
from govcheck.collecting.relinking import relinked
from govcheck.collecting.site import Fetched
from govcheck.document.attachments import FILE, attached_files, given_elsewhere
from govcheck.document.blocks import Grid, Image
from govcheck.document.report import Document
from govcheck.errors import Unusable
from govcheck.readers.formats import ZIP_SIGNATURE, read_page
from govcheck.readers.raw import RawPage

_MOST_PICTURES: Final = 60
_MOST_FRAMES: Final = 5
_MOST_ATTACHMENTS: Final = 20
_PAGE: Final = ".html"
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
        self._fetch, self._reading = fetch, reading
        self._name = name
        self._beside = f"{name}_files"
        self._files: dict[str, bytes] = {}
        self._saved: dict[str, str] = {}
        """Path in the folder beside the page, by address."""
        self._notes: list[str] = []

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
        if not (document and holds_text(document)):
            self._save_frames(file, page)
        for image in _pictures(document.body if document else ()):
            self._save_picture(file.address, image)
        content = relinked(file.content, file.address, self._saved, page.encoding)
        if document is None or self._saved:
            document = self._reading(content, name=f"x{_PAGE}", beside=self._files)
        attached = self._save_attachments(file, document)
        if attached and given_elsewhere(document):
            self._files[f"{self._beside}/{_ORIGINAL}"] = file.content
            return self._of_attachment(attached, document)
        if content != file.content:
            self._files[f"{self._beside}/{_ORIGINAL}"] = file.content
        return self._report(content, _PAGE, document)

    def _of_attachment(self, path: str, page: Document) -> SavedReport:
        """Return the report that a page only links, with what the page says of it."""
        content, suffix = self._files.pop(path), safe_suffix(path)
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
            files={main: content, **self._files},
            main=main,
            document=document,
            notes=(*notes, *self._notes),
        )

    def _save_frames(self, file: Fetched, page: RawPage) -> None:
        """Keep what a page shows of other pages, with their pictures."""
        for frame in page.frames[:_MOST_FRAMES]:
            address = joined(file.address, frame.address)
            inner = self._asked(address, "框架") if address else None
            if inner is None:
                continue
            try:
                held = read_page(inner.content, _PAGE)
            except Unusable:
                continue
            for image in _pictures(held.blocks):
                self._save_picture(inner.address, image)
            near = {one: path.rpartition("/")[2] for one, path in self._saved.items()}
            content = relinked(inner.content, inner.address, near, held.encoding)
            self._keep(address, f"frame{len(self._files) + 1}{_PAGE}", content)

    def _save_picture(self, page: str, image: Image) -> None:
        for source in image.sources:
            address = joined(page, source.replace("\\", "/"))
            if not address:
                continue
            if address in self._saved:
                return
            if len(self._saved) >= _MOST_PICTURES:
                self._notes.append(f"图片超过 {_MOST_PICTURES} 个，其余没有保存")
                return
            if file := self._asked(address, "图片"):
                suffix = safe_suffix(file_name(address, file.kind), ".png")
                self._keep(address, f"p{len(self._saved) + 1}{suffix}", file.content)
                return

    def _save_attachments(self, file: Fetched, document: Document) -> str:
        """Keep the files that the body links; return the path of the first, or nothing."""
        first = ""
        links = {joined(file.address, one.address): one for one in attached_files(document)}
        for number, (address, link) in enumerate(links.items()):
            if not address or address in self._saved or number >= _MOST_ATTACHMENTS:
                continue
            held = self._asked(address, f"附件“{link.text}”")
            if held is not None:
                suffix = safe_suffix(file_name(address, held.kind), ".bin")
                name = f"附件{number + 1}-{safe_name(link.text, 'file')}{suffix}"
                self._files[f"{self._beside}/{name}"] = held.content
                first = first or f"{self._beside}/{name}"
        return first

    def _asked(self, address: str, what: str) -> Fetched | None:
        try:
            return self._fetch(address)
        except Unusable as error:
            self._notes.append(f"{what}没有取到（{error}）")
            return None

    def _keep(self, address: str, name: str, content: bytes) -> None:
        self._saved[address] = f"{self._beside}/{name}"
        self._files[f"{self._beside}/{name}"] = content


def suffix_of(file: Fetched) -> str:
    """Return how a file ends, by its address or its media type; that of a page otherwise."""
    return safe_suffix(file_name(file.address, file.kind), _PAGE)


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


def _pictures(blocks: Iterable[object]) -> Iterator[Image]:
    """Yield the pictures that may say something of the report, and are not within the page."""
    for block in blocks:
        if isinstance(block, Image) and not block.slight:
            yield block
