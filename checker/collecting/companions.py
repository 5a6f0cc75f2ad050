"""What belongs to a report on a site: pictures, frames, attachments, saved beside its page."""

from collections.abc import Callable, Iterable
from typing import Final

from govcheck.collecting.address import file_name, joined
from govcheck.collecting.file_names import safe_name, safe_suffix
from govcheck.collecting.relinking import relinked
from govcheck.collecting.site import Fetched
from govcheck.document.attachments import attached_files
from govcheck.document.blocks import Image
from govcheck.document.report import Document
from govcheck.errors import Unusable
from govcheck.readers.formats import read_page
from govcheck.readers.raw import RawPage

PAGE: Final = ".html"
_MOST_PICTURES: Final = 60
_MOST_FRAMES: Final = 5
_MOST_ATTACHMENTS: Final = 20


class Companions:
    """Files that lie in the folder beside a page, each asked for once."""

    def __init__(self, fetch: Callable[[str], Fetched], folder: str) -> None:
        """Take what fetches a file; ``folder`` is what the folder beside the page is called."""
        self.files: dict[str, bytes] = {}
        """By their paths, from where the page lies."""
        self.notes: list[str] = []
        """What is missing, in words for the user (Chinese)."""
        self._fetch, self._folder = fetch, folder
        self._paths: dict[str, str] = {}
        """By address, what the page shows."""
        self._asked: set[str] = set()

    def led(self, file: Fetched, encoding: str | None) -> bytes:
        """Return a page with what it shows led to the files that were saved."""
        return relinked(file.content, file.address, self._paths, encoding)

    def add(self, name: str, content: bytes) -> str:
        """Keep a file; return its path."""
        path = f"{self._folder}/{name}"
        self.files[path] = content
        return path

    def save_pictures(self, page: str, blocks: Iterable[object]) -> None:
        """Save what may say something of the report on a page at an address."""
        for block in blocks:
            if isinstance(block, Image) and not block.slight:
                self._save_picture(page, block)

    def save_frames(self, file: Fetched, page: RawPage) -> None:
        """Save what a page shows of other pages, with their pictures."""
        for frame in page.frames[:_MOST_FRAMES]:
            inner = self._file(joined(file.address, frame.address), "框架")
            if inner is None:
                continue
            try:
                held = read_page(inner.content, PAGE)
            except Unusable:
                continue
            self.save_pictures(inner.address, held.blocks)
            near = {one: path.rpartition("/")[2] for one, path in self._paths.items()}
            content = relinked(inner.content, inner.address, near, held.encoding)
            name = f"frame{len(self.files) + 1}{PAGE}"
            self._paths[joined(file.address, frame.address)] = self.add(name, content)

    def save_attachments(self, file: Fetched, document: Document) -> str:
        """Save the files that the body links; return the path of the first, or nothing."""
        first = ""
        for number, link in enumerate(attached_files(document), start=1):
            address = joined(file.address, link.address)
            if number > _MOST_ATTACHMENTS:
                self.notes.append(f"附件超过 {_MOST_ATTACHMENTS} 个，其余没有保存")
                break
            if held := self._file(address, f"附件“{link.text}”"):
                suffix = safe_suffix(file_name(address, held.kind), ".bin")
                name = f"附件{number}-{safe_name(link.text, 'file')}{suffix}"
                path = self.add(name, held.content)
                first = first or path
        return first

    def _save_picture(self, page: str, image: Image) -> None:
        """Save a picture, from the likeliest of its addresses that gives a file."""
        for source in image.sources:
            address = joined(page, source.replace("\\", "/"))
            if address in self._paths:
                return
            if len(self._paths) >= _MOST_PICTURES:
                self.notes.append(f"图片超过 {_MOST_PICTURES} 个，其余没有保存")
                return
            if file := self._file(address, "图片"):
                suffix = safe_suffix(file_name(address, file.kind), ".png")
                name = f"p{len(self._paths) + 1}{suffix}"
                self._paths[address] = self.add(name, file.content)
                return

    def _file(self, address: str, what: str) -> Fetched | None:
        """Return a file of the site, once; none where there is none."""
        if not address or address in self._asked:
            return None
        self._asked.add(address)
        try:
            return self._fetch(address)
        except Unusable as error:
            self.notes.append(f"{what}没有取到（{error}）")
            return None
