"""What a style does to the text of its element: whether a reader of the page can see it."""

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from govcheck.late_pattern import late_pattern


class Sight(Enum):
    """What a style does to the text of its element."""

    UNCHANGED = auto()
    HIDDEN = auto()
    """Not to be seen, nor anything in it, and without a place on the page."""
    VEILED = auto()
    """Not to be seen, but for what in it is made visible; its place is kept."""
    UNVEILED = auto()
    """Made visible, whatever veils what is around it."""
    TINY = auto()
    """Of no size, until something in it gives itself a size."""
    SIZED = auto()
    PREFORMATTED = auto()
    """Line breaks in the source are line breaks on the page."""
    STRUCK = auto()
    """Crossed out."""
    RAISED = auto()
    """Set high, as the number of a note is."""
    WHITE = auto()
    """Of the colour of paper."""


_WHITE: Final = late_pattern(
    r"white|transparent|#fff|#(?:f[a-f]){3}|rgba?\((?:25[0-5],){2}25[0-5](?:,[\d.]{1,9})?\)"
)
_FAR: Final = late_pattern(r"-\d{3}")
_VERY_FAR: Final = late_pattern(r"-\d{4}")
_NOTHING: Final = late_pattern(r"0+(?:\.0+)?(?:px|pt|r?em|%)?|(?:0?\.\d{1,9}|1(?:\.0+)?)p[xt]")
_NO_EXTENT: Final = late_pattern(r"[01](?:\.0+)?(?:px|pt)?|0%")
_SHRUNK: Final = late_pattern(r"scale(?:3d|[xy])?\(0+(?:\.0+)?[,)]")
_NO_AREA: Final = late_pattern(r"rect\((?:[01](?:px)?[,)]?){4}|inset\((?:50|100)%\)")
_SPACE: Final = late_pattern(r"\s+")
_REMARK: Final = late_pattern(r"/\*.*?\*/")
_LONGEST_STYLE: Final = 4000
_IMPORTANT: Final = "!important"
_EXTENTS: Final = ("height", "max-height", "width", "max-width")
_EDGES: Final = ("left", "top", "right", "bottom")


@lru_cache(maxsize=4096)
def sight_by_style(style: str, *, grows: bool = False) -> Sight:
    """Return what a style attribute says of its element's text; the last word counts.

    Cells grow (``grows``) with what is in them, whatever room the style gives them.
    """
    said = declared(style)
    if grows:
        said = {name: value for name, value in said.items() if name != "overflow"}
    if said.get("display") == "none" or said.get("mso-hide") == "all":
        return Sight.HIDDEN
    return Sight.VEILED if _is_veiled(said) else _sight_of_letters(said)


def is_white(colour: str) -> bool:
    """Tell whether a colour, in small letters without spaces, cannot be seen on paper."""
    return _WHITE.fullmatch(colour) is not None


def _sight_of_letters(said: Mapping[str, str]) -> Sight:
    size = said.get("font-size", "")
    true = {
        Sight.TINY: bool(size) and _NOTHING.fullmatch(size) is not None,
        Sight.STRUCK: any("line-through" in said.get(name, "") for name in _STRIKING),
        Sight.RAISED: said.get("vertical-align") == "super",
        Sight.WHITE: is_white(said.get("color", "")),
        Sight.PREFORMATTED: said.get("white-space", "").startswith("pre"),
        Sight.UNVEILED: said.get("visibility") == "visible",
        Sight.SIZED: bool(size),
    }
    return next((sight for sight, is_so in true.items() if is_so), Sight.UNCHANGED)


_STRIKING: Final = ("text-decoration", "text-decoration-line")


def declared(style: str) -> Mapping[str, str]:
    """Return what a style declares, by property, in small letters and without spaces."""
    usual: dict[str, str] = {}
    strong: dict[str, str] = {}
    for name, value in _declarations(style):
        if value.endswith(_IMPORTANT):
            strong[name] = value.removesuffix(_IMPORTANT)
        else:
            usual[name] = value
    return usual | strong if strong else usual


def _declarations(style: str) -> Iterator[tuple[str, str]]:
    bare = _SPACE.sub("", style[:_LONGEST_STYLE].lower())
    if "/*" in bare:
        bare = _REMARK.sub("", bare)
    for declaration in bare.split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            yield name, value


def _is_veiled(said: Mapping[str, str]) -> bool:
    """Whether text is made invisible, moved off the page, or given no room."""
    if said.get("visibility") in {"hidden", "collapse"} or said.get("opacity") in {"0", "0%"}:
        return True
    if _SHRUNK.search(said.get("transform", "")):
        return True
    if _VERY_FAR.match(said.get("text-indent", "")):
        return True
    taken_out = said.get("position") in {"absolute", "fixed"}
    if taken_out and any(_FAR.match(said.get(edge, "")) for edge in _EDGES):
        return True
    if taken_out and _NO_AREA.search(said.get("clip", "") or said.get("clip-path", "")):
        return True
    return said.get("overflow") == "hidden" and any(
        _is_none(said.get(extent, ""), taken_out=taken_out) for extent in _EXTENTS
    )


def _is_none(extent: str, *, taken_out: bool) -> bool:
    """Whether there is no room; what is taken out of the flow is hidden with one pixel."""
    if not extent or not _NO_EXTENT.fullmatch(extent):
        return False
    return extent[0] == "0" or taken_out
