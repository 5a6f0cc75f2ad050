"""What a column gives: of each thing that its lists name the report, or why there is none."""

from collections.abc import Callable, Iterator
from typing import Final

from msgspec import Struct

from govcheck.collecting.column import Column
from govcheck.collecting.column_links import ListedReport
from govcheck.collecting.file_names import safe_name
from govcheck.collecting.list_page import read_list
from govcheck.collecting.manners import Manners
from govcheck.collecting.saved_report import (
    Pieces,
    Reading,
    SavedReport,
    holds_text,
    suffix_of,
)
from govcheck.collecting.site import Fetched, Site
from govcheck.document.report import Document
from govcheck.document.vocabulary import Vocabulary
from govcheck.errors import Unusable
from govcheck.understanding.page.title import read_title

_UNNAMED: Final = "年报"


class Harvested(Struct, frozen=True, kw_only=True):
    """What came of one thing that a list names."""

    entry: ListedReport
    report: SavedReport | None = None
    name: str = ""
    """What the report's folder and file are called."""
    reason: str = ""
    """Why there is no report (Chinese)."""
    known: bool = False
    """It was dealt with in a former run, and is not asked for again."""


class Harvest:
    """Asks for the reports that a column names, one after the other."""

    def __init__(
        self,
        *,
        manners: Manners,
        reading: Reading,
        vocabulary: Vocabulary,
        watch: Callable[[str], None],
    ) -> None:
        """Take how the site is asked, what reads a report, and who is told what is at hand."""
        self._manners, self._reading, self._watch = manners, reading, watch
        self._vocabulary = vocabulary
        self.column = Column(
            fetch=self._fetch_list, is_here=manners.is_here, vocabulary=vocabulary
        )

    def begin(self, address: str) -> None:
        """Read the column's first page from the site.  Raises Unusable."""
        self.column.begin(address)

    def begin_saved(self, content: bytes, address: str) -> None:
        """Read the column's first page as it was saved from an address.  Raises Unusable."""
        self.column.add(read_list(content, address), 0)

    def outcomes(self, known: Callable[[str], bool]) -> Iterator[Harvested]:
        """Yield what comes of each; ``known`` tells which addresses were dealt with before."""
        for entry, depth in self.column.entries():
            if known(entry.address):
                yield Harvested(entry=entry, known=True)
                continue
            self._watch(f"正在收集 {entry.title}")
            with self._manners.site() as site:
                if outcome := self._outcome(entry, depth, site):
                    yield outcome

    def _outcome(self, entry: ListedReport, depth: int, site: Site) -> Harvested | None:
        """Return what comes of it; None for a list, and for what is neither."""
        try:
            file = site.fetch(entry.address)
        except Unusable as error:
            return Harvested(entry=entry, reason=str(error)) if entry.sure else None
        document, refused = self._document(file)
        holds = document is not None and holds_text(document)
        if not holds and self.column.add_below(entry, file, depth):
            return None
        if not (holds or entry.sure):
            return None
        name = safe_name(self._title(entry, document), _UNNAMED)
        try:
            report = Pieces(site.fetch, self._reading, name=name).gathered(file, document)
        except Unusable as error:
            return Harvested(entry=entry, reason=refused or str(error))
        return Harvested(entry=entry, report=report, name=name)

    def _document(self, file: Fetched) -> tuple[Document | None, str]:
        """Read a file alone; return with it why that was not possible."""
        try:
            return self._reading(file.content, name=f"x{suffix_of(file)}"), ""
        except Unusable as error:
            return None, str(error)

    def _fetch_list(self, address: str) -> Fetched:
        self._watch(f"正在读取列表 {address}")
        with self._manners.site() as site:
            return site.fetch(address)

    def _title(self, entry: ListedReport, document: Document | None) -> str:
        """Return what a report is called: by the list, or by itself where the list does not."""
        if read_title(entry.title, self._vocabulary):
            return entry.title
        return document.title.value if document and document.title else entry.title
