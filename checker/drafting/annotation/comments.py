"""The comments of a Word file: the part that holds them, and the marks in the text."""

from collections.abc import Iterable, Sequence
from html import escape
from operator import itemgetter
from typing import Final, NamedTuple

from govcheck.drafting.annotation.cuts import Cut

AUTHOR: Final = "govcheck"
_TRANSITIONAL: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"


class Comment(NamedTuple):
    """A comment with its number in the file, and where it begins and ends."""

    number: int
    lines: tuple[str, ...]
    begin: Cut
    end: Cut


def dialect(content: bytes) -> str:
    """Return the namespace that a part of a Word file is written in."""
    return _STRICT if _STRICT.encode() in content else _TRANSITIONAL


def marked(content: bytes, comments: Sequence[Comment]) -> bytes:
    """Return the text's part with the marks of comments in it, and nothing else changed."""
    declared = f' xmlns:w="{dialect(content)}"'
    if declared.encode() in content:
        declared = ""
    places: dict[int, tuple[Cut, list[tuple[int, str]]]] = {}
    for comment in comments:
        begin, end = _begin(comment.number, declared), _end(comment.number, declared)
        if comment.begin.offset == comment.end.offset:
            _put(places, comment.begin, 1, begin + end)
        else:
            _put(places, comment.begin, 2, begin)
            _put(places, comment.end, 0, end)
    pieces: list[bytes] = []
    done = 0
    for offset in sorted(places):
        cut, marks = places[offset]
        marks.sort(key=itemgetter(0))
        words = "".join(text for _, text in marks)
        pieces += [content[done:offset], cut.before, words.encode(), cut.after]
        done = offset + cut.replaced
    return b"".join((*pieces, content[done:]))


def _put(
    places: dict[int, tuple[Cut, list[tuple[int, str]]]], cut: Cut, order: int, mark: str
) -> None:
    """Add a mark at a place: where several meet, those that end come first."""
    places.setdefault(cut.offset, (cut, []))[1].append((order, mark))


def _begin(number: int, declared: str) -> str:
    return f'<w:commentRangeStart{declared} w:id="{number}"/>'


def _end(number: int, declared: str) -> str:
    reference = f'<w:r{declared}><w:commentReference w:id="{number}"/></w:r>'
    return f'<w:commentRangeEnd{declared} w:id="{number}"/>{reference}'


def comment_elements(comments: Iterable[Comment], namespace: str) -> str:
    """Return comments as the part of comments holds them, a paragraph a line; no date."""
    return "".join(
        f'<w:comment xmlns:w="{namespace}" w:id="{comment.number}" w:author="{AUTHOR}"'
        f' w:initials="gc">{"".join(map(_paragraph, comment.lines))}</w:comment>'
        for comment in comments
    )


def _paragraph(line: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(line, quote=False)}</w:t></w:r></w:p>'
