"""How a page marks what is not the report itself: by tags, roles, names and styles."""

from enum import Enum, auto
from functools import lru_cache
from typing import Final

from govcheck.late_pattern import late_pattern
from govcheck.readers.html.name_sets import names

_TAGS: Final = {
    "nav": "nav",
    "menu": "nav",
    "header": "header",
    "footer": "footer",
    "aside": "aside",
    "select": "aside",
    "button": "aside",
    "textarea": "aside",
}
_ROLES: Final = {
    "navigation": "nav",
    "menu": "nav",
    "menubar": "nav",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "aside",
}
_WORDS: Final = {
    word: zone
    for zone, words in {
        "nav": "nav navs navi navbar navigation menu menus breadcrumb breadcrumbs crumb crumbs"
        " bread mbx dqwz weizhi position location pager pagination",
        "header": "header topbar banner logo",
        "footer": "footer foot copyright copyrights bottom friendlink friendlinks yqlj",
        "aside": "sidebar aside share bdshare bshare hot hotword hotwords hotsearch hotsearchs"
        " related relate relates recommend prev next prevnext ad ads advert advertisement"
        " search searchbox qrcode ewm login toolbar",
    }.items()
    for word in words.split()
}
_NEUTRAL: Final = names(
    "main top sub left right side site page box wrap wrapper bar list inner outer con container"
    " item items area block m wap pc t b l r g w bd hd first second third new fixed cur current"
    " fl fr cf clearfix row div ul module mod and pre"
)
_CONTENT: Final = names(
    "article content contents conten detail details editor zoom text txt news body"
)
"""An element so named is not furniture, whatever else it is called."""
_WORD: Final = late_pattern("[A-Z]?[a-z]+|[A-Z]+")
_LONGEST_NAME: Final = 200


@lru_cache(maxsize=4096)
def zone_by_name(names: str) -> str:
    """Return the zone that an element's classes and id speak of, or the empty string.

    A name counts where all of its words do: ``mainNav`` and ``footer-box`` are furniture,
    ``position-relative`` and ``nav-content`` are not.
    """
    if len(names) > _LONGEST_NAME:
        return ""
    found = ""
    for name in names.split():
        words = [word.lower() for word in _WORD.findall(name)]
        if not _CONTENT.isdisjoint(words):
            return ""
        zone = next((_WORDS[word] for word in words if word in _WORDS), "")
        if zone and all(word in _WORDS or word in _NEUTRAL for word in words):
            found = found or zone
    return found


def zone_by_tag(tag: str, role: str | None) -> str:
    """Return the zone that a tag or an ARIA role means, or the empty string."""
    return _ROLES.get((role or "").lower(), "") or _TAGS.get(tag, "")


class Sight(Enum):
    """What an inline style does to the text of its element."""

    UNCHANGED = auto()
    HIDDEN = auto()
    """Not to be seen, nor anything in it."""
    TINY = auto()
    """Of no size, until something in it gives itself a size."""
    SIZED = auto()
    PREFORMATTED = auto()
    """Line breaks in the source are line breaks on the page."""


_HIDING: Final = late_pattern(
    r"display:none|visibility:(?:hidden|collapse)|mso-hide:all|text-indent:-\d{4}"
)
_NO_EXTENT: Final = late_pattern(
    r"(?<![-\w])(?:max-)?(?:height|width):0(?:\.0+)?(?:px|pt)?(?:;|!|$)"
)
_TAKEN_OUT: Final = late_pattern(r"position:(?:absolute|fixed)")
_OFF_SCREEN: Final = late_pattern(r"(?<![-\w])(?:left|top|right|bottom):-\d{3}")
_NO_SIZE: Final = late_pattern(r"font-size:0+(?:\.0+)?(?:px|pt|r?em|%)?(?:;|!|$)")
_SPACE: Final = late_pattern(r"\s+")
_LONGEST_STYLE: Final = 4000


@lru_cache(maxsize=4096)
def sight_by_style(style: str) -> Sight:
    """Return what a style attribute says of its element's text."""
    rules = _SPACE.sub("", style[:_LONGEST_STYLE].lower())
    if (
        _HIDING.search(rules)
        or (_TAKEN_OUT.search(rules) and _OFF_SCREEN.search(rules))
        or ("overflow:hidden" in rules and _NO_EXTENT.search(rules))
    ):
        return Sight.HIDDEN
    if _NO_SIZE.search(rules):
        return Sight.TINY
    if "white-space:pre" in rules:
        return Sight.PREFORMATTED
    return Sight.SIZED if "font-size:" in rules else Sight.UNCHANGED
