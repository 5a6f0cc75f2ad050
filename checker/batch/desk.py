"""Where a batch finds its files and leaves its pages: on a disk, or in what it was sent."""

from typing import Protocol

from govcheck.batch.earlier_reports import found_in
from govcheck.batch.finished import write_beside
from govcheck.batch.places import path_of
from govcheck.batch.task import BatchTerms, WrittenPage
from govcheck.document.report import Document
from govcheck.files import PicturesBeside, content_of
from govcheck.readers.pictures import Pictures


class Desk(Protocol):
    """All that judging the reports of a batch asks of the world."""

    def content(self, place: bytes) -> bytes:
        """Return what a file holds, by its whole path.  Raises Unusable, in words."""

    def beside(self, place: bytes) -> Pictures:
        """Return the files beside a page."""

    def earlier(self, document: Document) -> tuple[bytes, ...]:
        """Return the files in the list of last year's reports that may be this body's."""

    def keep(self, path: str, content: bytes) -> WrittenPage:
        """Take a page, by its path from the batch's folder.  Raises Unwritten."""


class Disk:
    """Files where the batch names them; pages wait beside their places."""

    def __init__(self, terms: BatchTerms) -> None:
        """Take where the batch's own files are."""
        self._folder, self._list = path_of(terms.folder), path_of(terms.earlier_list)

    def content(self, place: bytes) -> bytes:
        """Read a file."""
        return content_of(path_of(place))

    def beside(self, place: bytes) -> Pictures:
        """Look beside a page."""
        return PicturesBeside(path_of(place))

    def earlier(self, document: Document) -> tuple[bytes, ...]:
        """Look into the list."""
        return found_in(self._list, document)

    def keep(self, path: str, content: bytes) -> WrittenPage:
        """Write a page beside its place."""
        finished, known = write_beside((self._folder / path).parent, [content])
        return WrittenPage(path=path, finished=finished, sha256=known)
