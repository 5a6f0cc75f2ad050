"""What a page shows of other files: frames, and files that it links to."""

from typing import Final

from govcheck.document.blocks import Image, Shown
from govcheck.late_pattern import late_pattern
from govcheck.readers.html.embedded import embedded_page
from govcheck.readers.html.flow import Flow
from govcheck.readers.html.image_addresses import values_of
from govcheck.readers.html.markup import Element
from govcheck.readers.html.name_sets import names
from govcheck.readers.html.slight import is_slight
from govcheck.readers.html.surroundings import Surroundings

_FRAMES: Final = names("embed frame iframe object")
_DRAWN_IN: Final = names("canvas div p section table ul")
_OWN: Final = "-"
"""In the name of an element that means nothing until a script draws it."""
_WRITING: Final = late_pattern(
    r"""(?i)document\s?\.\s?write(?:ln)?\s?\([^<]{0,40}<(?:table|img|iframe|div|p)\b"""
)
_TABLE: Final = late_pattern(r"(?i)<table\b")
_LONGEST_SCRIPT: Final = 200_000
_ADDRESSES: Final = ("src", "data", "data-src")
_NOWHERE: Final = ("about:", "javascript:", "#")
_MOST_MARKS: Final = 500
_FILE: Final = late_pattern(r"(?i)\.(?:pdf|docx?|wps|ofd|zip|rar|xlsx?|et|csv)(?:$|[?#&])")


def _leads(address: str | None) -> bool:
    return bool(address and address.strip()) and not f"{address}".strip().lower().startswith(
        _NOWHERE
    )


class Frames:
    """Puts a mark in the flow of the page where something of another file is shown."""

    def __init__(self, flow: Flow) -> None:
        """Begin with none."""
        self._flow = flow
        self._left = _MOST_MARKS
        self.contents: dict[str, bytes] = {}
        """Of the frames that the page holds itself, by their address."""

    def add(self, element: Element, around: Surroundings) -> None:
        """Mark the place of an element that shows another file."""
        if element.tag not in _FRAMES:
            return
        address = next(filter(_leads, map(element.attr, _ADDRESSES)), None) or ""
        source = element.attr("srcdoc")
        inner = source.encode(errors="replace") if source else embedded_page(address)
        if inner:
            address = f"内嵌框架{len(self.contents) + 1}"
            self.contents[address] = inner
        slight = is_slight(values_of(element), ())
        shown = Shown.FRAME if address else Shown.DRAWN
        name = address.strip() or element.attr("id") or element.attr("name") or "框架"
        self._mark(name, element.source_line, around, shown, slight=slight)

    def add_file(self, element: Element, around: Surroundings) -> None:
        """Mark the place of a link to a file."""
        address = (element.attr("href") or "").strip()
        if _FILE.search(address) and not (around.unseen or around.shut):
            self._mark(address, element.source_line, around, Shown.ATTACHMENT)

    def add_drawn(self, element: Element, around: Surroundings) -> None:
        """Mark the place of an element with a name and nothing in it: a script may fill it."""
        drawn = "画布" if element.tag == "canvas" else ""
        bound = next((one for one in element.attrs if one.startswith("data-")), "")
        own = element.tag if _OWN in element.tag else ""
        name = (element.attr("id") or "").strip() or drawn or bound or own
        if name and (own or element.tag in _DRAWN_IN) and not (around.unseen or around.shut):
            self._mark(name, element.source_line, around, Shown.DRAWN)

    def add_script(self, element: Element, around: Surroundings) -> None:
        """Mark the place of a script that writes some of the page, or of what stands for it."""
        writing = _TABLE if element.tag == "noscript" else _WRITING
        if writing.search(element.text[:_LONGEST_SCRIPT]):
            self._mark("脚本", element.source_line, around, Shown.DRAWN)

    def add_empty_table(self, line: int | None, around: Surroundings) -> None:
        """Mark the place of a table without a cell of data."""
        if not (around.unseen or around.shut):
            self._mark("表格", line, around, Shown.DRAWN)

    def _mark(
        self,
        source: str,
        line: int | None,
        around: Surroundings,
        shown: Shown,
        *,
        slight: bool = False,
    ) -> None:
        self._left -= 1
        if self._left >= 0:
            image = Image(source=source, line=line, shown=shown, slight=slight)
            self._flow.show(image, around)
