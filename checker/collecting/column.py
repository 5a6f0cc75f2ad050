"""A column of a site that lists annual reports: its pages, and the lists that they lead to."""

from collections import deque
from collections.abc import Callable, Collection, Iterator
from typing import Final

from msgspec import Struct

from govcheck.collecting.column_links import Kind, ListedReport, entries_of, frames_of
from govcheck.collecting.list_page import ListPage, read_list
from govcheck.collecting.paging import further_pages
from govcheck.collecting.site import Fetched
from govcheck.document.attachments import FILE
from govcheck.document.vocabulary import Vocabulary
from govcheck.errors import Unusable

_MOST_LISTS: Final = 1_000
"""Pages of all lists of a column."""
_MOST_TRIED: Final = 400
"""Links that are not called reports and may lead to some."""
_DEEPEST: Final = 2
"""Lists below the column: of a year, of a body in that year."""


_BELOW: Final = {
    Kind.REPORT: frozenset((Kind.REPORT,)),
    Kind.YEAR: frozenset((Kind.REPORT, Kind.BODY)),
    Kind.BODY: frozenset((Kind.REPORT, Kind.YEAR)),
}
"""What the list names that something leads to."""


class _List(Struct, frozen=True, kw_only=True):
    """A page of a list that is still to be read."""

    address: str
    depth: int
    framed: bool = False


class Column:
    """Goes through a column; what it could not follow stands in ``notes`` (Chinese)."""

    def __init__(
        self,
        *,
        fetch: Callable[[str], Fetched],
        is_here: Callable[[str], bool],
        vocabulary: Vocabulary,
    ) -> None:
        """Take what fetches a page of a list, and what tells whether it is of the site."""
        self.notes: list[str] = []
        self._fetch, self._is_here, self._vocabulary = fetch, is_here, vocabulary
        self._lists: deque[_List] = deque()
        self._entries: deque[tuple[ListedReport, int]] = deque()
        self._seen: set[str] = set()
        self._read = self._tried = 0

    def begin(self, address: str) -> None:
        """Read the column's first page.  Raises Unusable where there is none."""
        self._seen.add(address)
        self.add(self._page(address), 0)

    def add(
        self,
        page: ListPage,
        depth: int,
        *,
        kinds: Collection[Kind] = tuple(Kind),
        framed: bool = False,
    ) -> bool:
        """Take in what is of some ``kinds`` on a page; tell whether any of it is new."""
        self._seen.add(page.address)
        paging = further_pages(page, self._vocabulary)
        if paging.scripted:
            self.notes.append(
                f"{page.address} 由脚本翻页，其余各页没有读到；请逐页另存后再收集"
            )
        named = [one for one in entries_of(page, self._vocabulary) if one.kind in kinds]
        new = [one for one in named if self._is_new(one)]
        self._entries.extend((entry, depth) for entry in new)
        further = [_List(address=one, depth=depth) for one in paging.addresses]
        if not (new or framed):
            further += [_List(address=one, depth=depth, framed=True) for one in frames_of(page)]
        self._lists.extend(one for one in further if self._is_unseen(one.address))
        return bool(new or further)

    @property
    def pending(self) -> bool:
        """Whether there is more to be read."""
        return bool(self._lists or self._entries)

    def entries(self) -> Iterator[tuple[ListedReport, int]]:
        """Yield what the lists name, and in lists how deep below the column.

        Lists are read first; more may be added meanwhile.
        """
        while self._lists or self._entries:
            if self._lists:
                self._read_list(self._lists.popleft())
            else:
                yield self._entries.popleft()

    def add_below(self, entry: ListedReport, file: Fetched, depth: int) -> bool:
        """Take the page that an entry leads to for a list; tell whether it is one."""
        if depth >= _DEEPEST:
            return False
        try:
            page = read_list(file.content, file.address)
        except Unusable:
            return False
        if not self._is_list(page, _BELOW[entry.kind]):
            return False
        return self.add(page, depth + 1, kinds=_BELOW[entry.kind])

    def _is_list(self, page: ListPage, kinds: Collection[Kind]) -> bool:
        """Tell whether a page names several things that no list has named, or one page."""
        new = [
            entry
            for entry in entries_of(page, self._vocabulary)
            if entry.kind in kinds and entry.address and entry.address not in self._seen
        ]
        return len(new) > 1 or any(not _is_file(entry.address) for entry in new)

    def _read_list(self, one: _List) -> None:
        if self._read >= _MOST_LISTS:
            self._lists.clear()
            self.notes.append(f"列表超过 {_MOST_LISTS} 页，其余没有读")
            return
        try:
            self.add(self._page(one.address), one.depth, framed=one.framed)
        except Unusable as error:
            self.notes.append(f"{one.address} 没有读到：{error}")

    def _page(self, address: str) -> ListPage:
        self._read += 1
        file = self._fetch(address)
        return read_list(file.content, file.address)

    def _is_new(self, entry: ListedReport) -> bool:
        """Note an entry; tell whether it has not been named before, and can be asked for."""
        if not entry.address:
            if entry.kind is not Kind.BODY:
                self.notes.append(f"“{entry.title}”由脚本打开，没有收集；请用浏览器打开后另存")
            return False
        if entry.sure:
            return self._is_unseen(entry.address)
        if self._tried >= _MOST_TRIED or not self._is_here(entry.address):
            return False
        self._tried += 1
        return self._is_unseen(entry.address)

    def _is_unseen(self, address: str) -> bool:
        unseen = address not in self._seen
        self._seen.add(address)
        return unseen


def _is_file(address: str) -> bool:
    return FILE.search(address) is not None
