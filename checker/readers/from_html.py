"""HTML pages: a browser's tree read into paragraphs, tables, pictures and links."""

from collections.abc import Callable, Mapping
from typing import Final

from msgspec.structs import replace

from govcheck.readers.html.endings import is_cut, is_unended
from govcheck.readers.html.fields import printed
from govcheck.readers.html.filled import awaiting
from govcheck.readers.html.flow import Flow
from govcheck.readers.html.frames import Frames
from govcheck.readers.html.head import Head
from govcheck.readers.html.hiding import hides_otherwise, is_still
from govcheck.readers.html.image_addresses import tags_with_pictures
from govcheck.readers.html.links import Links
from govcheck.readers.html.markup import Element, drawn_by, walk
from govcheck.readers.html.page_lines import PageLines
from govcheck.readers.html.page_pictures import SHOWING, PagePictures
from govcheck.readers.html.page_tables import PageTables
from govcheck.readers.html.paging import page_number
from govcheck.readers.html.paragraphs import finished
from govcheck.readers.html.publishing import awaits_day, told_by_scripts, words_written
from govcheck.readers.html.surroundings import BLOCKS, PageNumbers, Surroundings
from govcheck.readers.raw import RawPage


def read_html(text: str) -> RawPage:
    """Read what a browser shows of a page, and what it hides, which is marked as hidden."""
    drawn = drawn_by(text)
    walk(text, reader := _PageVisit(tags_with_pictures(text), drawn), drawn=bool(drawn))
    page = reader.page(text)
    return replace(page, cut=is_cut(text), unended=is_unended(text), still=is_still(text))


class _PageVisit:
    """Visits a page's elements and keeps what they say."""

    def __init__(self, pictured: frozenset[str], drawn_by: str) -> None:
        self._page = PageNumbers()
        self._around = Surroundings()
        self._open: list[tuple[str, Surroundings]] = []
        self._flow = Flow()
        self._blocks = self._flow.blocks
        self._links = Links()
        self._head = Head()
        self._pictures = PagePictures(self._flow, pictured)
        self._frames = Frames(self._flow)
        self._tables = PageTables(self._flow, self._frames, drawn=bool(drawn_by))
        self._drawn_by = drawn_by
        self._paged: int | None = None

    def leaf(self, element: Element, data: str) -> None:
        """Take note of an element that holds nothing but text."""
        plain = not (self._around.linked or self._around.preformatted)
        if element.tag in {"td", "th"} and plain and not self._pictures.has_ground(element):
            self._tables.add_cell(
                element, data, self._page.within(element, element.tag, self._around)
            )
            return
        self.enter(element)
        data = printed(element, data)
        if data:
            self.text(data)
        elif element.tag == "script" and (words := words_written(element.text)):
            self.text(words)
        elif element.tag in {"script", "noscript"}:
            self._frames.add_script(element, self._around)
            number = page_number(element)
            self._paged = number if self._paged is None else self._paged
        elif self._drawn_by or element.tag == "canvas" or "-" in element.tag:
            self._frames.add_drawn(element, self._around)
        self.leave()

    def enter(self, element: Element) -> None:
        """Take note of an element before what stands in it."""
        tag = element.tag
        self._open.append((tag, self._around))
        self._flow.meet(element.position)
        if tag in BLOCKS:
            self._flow.end_line(self._around)
        self._around = self._page.within(element, tag, self._around)
        if show := SHOWING.get(tag):
            show(self._pictures, element, self._around)
        else:
            self._pictures.add_named(element, self._around)
        if begin := _BEGINNINGS.get(tag):
            begin(self, element)

    def text(self, data: str) -> None:
        """Add text to the line at hand."""
        if self._around.linked:
            self._links.write(data)
        if not self._around.preformatted:
            self._flow.write(data, self._around)
            return
        for line in data.splitlines(keepends=True):
            self._flow.write(line, self._around)
            self._flow.end_line(self._around)

    def leave(self) -> None:
        """Go back to what held before the element entered last."""
        tag, before = self._open.pop()
        if tag in BLOCKS:
            self._flow.end_line(self._around)
        if end := _ENDINGS.get(tag):
            end(self)
        if tag == "picture":
            self._pictures.end_offer(self._around)
        if self._around.linked and not before.linked:
            self._links.end()
            self._pictures.end_link(self._around)
        self._around = before

    def page(self, source: str) -> RawPage:
        """Return what was read of a page's source."""
        unstyled = self._head.unstyled or hides_otherwise(source)
        blocks = finished(self._blocks, self._page.zones)
        return RawPage(
            blocks=awaiting(blocks) if self._drawn_by or unstyled else blocks,
            title=self._head.title,
            meta={**self._head.meta, **told_by_scripts(source)},
            undated=awaits_day(source),
            links=self._links.all(),
            pictures=self._pictures.all(),
            format="html",
            drawn_by=self._drawn_by,
            saved=True,
            unstyled=unstyled,
            paged=self._paged,
            framed=self._frames.contents,
            notes=self._tables.notes,
            incomplete=bool(self._tables.notes),
            lines=PageLines(source, self._flow.marks),
        )

    def begin_table(self, element: Element) -> None:
        self._around = self._tables.begin(element, self._around)

    def add_columns(self, element: Element) -> None:
        self._tables.add_columns(element, self._around)

    def begin_group(self, element: Element) -> None:
        self._tables.begin_group(element, self._around)

    def begin_row(self, _: Element) -> None:
        self._tables.begin_row(self._around)

    def begin_cell(self, element: Element) -> None:
        self._tables.begin_cell(element, self._around)

    def end_cell(self) -> None:
        self._tables.end_cell()

    def end_table(self) -> None:
        self._tables.end(self._around)

    def begin_link(self, element: Element) -> None:
        if self._around.linked:
            return
        linked = self._links.begin(element, hidden=self._around.unseen or self._around.shut)
        self._around = replace(self._around, linked=linked)
        if linked:
            self._pictures.begin_link(element)
            self._frames.add_file(element, self._around)

    def add_embedded(self, element: Element) -> None:
        if self._pictures.add_object(element, self._around):
            return
        self._links.add_embedded(element, hidden=self._around.unseen or self._around.shut)
        self._frames.add(element, self._around)

    def add_to_head(self, element: Element) -> None:
        self._head.add(element)


_BEGINNINGS: Final[Mapping[str, Callable[[_PageVisit, Element], None]]] = {
    "a": _PageVisit.begin_link,
    "area": _PageVisit.begin_link,
    "col": _PageVisit.add_columns,
    "embed": _PageVisit.add_embedded,
    "frame": _PageVisit.add_embedded,
    "iframe": _PageVisit.add_embedded,
    "link": _PageVisit.add_to_head,
    "meta": _PageVisit.add_to_head,
    "object": _PageVisit.add_embedded,
    "table": _PageVisit.begin_table,
    "tbody": _PageVisit.begin_group,
    "td": _PageVisit.begin_cell,
    "tfoot": _PageVisit.begin_group,
    "th": _PageVisit.begin_cell,
    "thead": _PageVisit.begin_group,
    "title": _PageVisit.add_to_head,
    "tr": _PageVisit.begin_row,
}
_ENDINGS: Final[Mapping[str, Callable[[_PageVisit], None]]] = {
    "table": _PageVisit.end_table,
    "td": _PageVisit.end_cell,
    "th": _PageVisit.end_cell,
}
