"""The text of an input as others read it: no code of govcheck's readers is used here."""

import html
import re
from html.parser import HTMLParser

from lxml import etree
from lxml import html as lxml_html
from selectolax.lexbor import LexborHTMLParser, LexborNode

_SHOWING = frozenset({"alt", "title", "content", "href", "src", "value", "data-src"})
_BREAKING = """
    br p div td th tr table li ul ol h1 h2 h3 h4 h5 h6 section article dl dt dd hr caption nav
    header footer main aside figure figcaption form fieldset legend blockquote pre address
    details summary dialog center menu hgroup option select textarea body thead tbody tfoot
"""
_BLOCKS = frozenset(_BREAKING.split())
_HIDDEN = frozenset({"script", "style", "title", "rt", "rp", "sup"})
"""How a sign is spoken, and where a note to it stands, is none of what it says."""
_CONCEALING = re.compile(r"display:\s*none|visibility:\s*hidden|-\d{3,}px|font-size:\s*0")
_LINE_TAG = re.compile("(?i)<br[^<>]*>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_WRITING = re.compile(
    r"""(?is)<script[^<>]*>\s*document\.write\((['"])([^'"<>\\]*)\1\);?\s*</script>"""
)
_MARKS = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)|[*_|#>`]")


def of_text(text: str) -> tuple[str, ...]:
    """Return a text as it stands, without Markdown's signs, and without tags as well."""
    untagged = _TAG.sub("", _LINE_TAG.sub(" ", text))
    unmarked = (_MARKS.sub(lambda mark: mark[1] or "", one) for one in (text, untagged))
    return text, *unmarked


def of_page(page: str) -> tuple[str, ...]:
    """Return a page's text by three parsers, and the attributes that can show.

    Where a script writes plain words, they stand in its place, as in a browser.
    """
    page = _WRITING.sub(r"\2", page)
    reader = _Reader()
    reader.feed(page)
    reader.close()
    texts = [
        "".join(reader.said),
        "".join(reader.shown),
        "\n".join(reader.attributes),
        _by_lexbor(page),
        _by_lexbor(page, shown=True),
        html.unescape(page),
    ]
    if text := _by_lxml(page):
        texts.append(text)
    return tuple(texts)


class _Reader(HTMLParser):
    """Gathers text, with a line break at the borders of blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.shown: list[str] = []
        """What is said, less what stands in elements that no browser shows."""
        self._within = ""
        self.attributes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._within = tag
        if tag in _BLOCKS:
            self.handle_data("\n")
        self.attributes += [value for name, value in attrs if value and name in _SHOWING]

    def handle_endtag(self, tag: str) -> None:
        self._within = ""
        if tag in _BLOCKS:
            self.handle_data("\n")

    def handle_data(self, data: str) -> None:
        self.said.append(data)
        if self._within not in _HIDDEN:
            self.shown.append(data)


def _by_lexbor(page: str, *, shown: bool = False) -> str:
    """Return the text as browsers build the page: all of it, or what they show."""
    said: list[str] = []
    root = LexborHTMLParser(page).root
    pending: list[LexborNode | str] = [root] if root else []
    while pending:
        node = pending.pop()
        if isinstance(node, str):
            said.append(node)
            continue
        if shown and _concealed(node):
            continue
        said.append(node.text_content or "")
        border = "\n" if node.tag in _BLOCKS else ""
        pending += (border, *[*node.iter(include_text=True)][::-1], border)
    return "".join(said)


def _concealed(node: LexborNode) -> bool:
    attributes = node.attributes if node.is_element_node else {}
    style = attributes.get("style") or ""
    return node.tag in _HIDDEN or "hidden" in attributes or bool(_CONCEALING.search(style))


def _by_lxml(page: str) -> str:
    try:
        root = lxml_html.document_fromstring(page.encode("utf-8", "replace"), parser=_parser())
    except (etree.LxmlError, ValueError, AssertionError):
        return ""
    said: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if element.tag in _BLOCKS:
            said.append("\n")
        said.append((element.text if event == "start" else element.tail) or "")
    return "".join(said)


def _parser() -> lxml_html.HTMLParser:
    return lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
