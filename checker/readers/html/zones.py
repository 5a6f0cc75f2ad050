"""How a page marks what is not the report itself: by tags, roles, names and styles."""

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
_ABOUT: Final = "meta"
"""In the name of what tells of an article: its author, day and place."""
_WORD: Final = late_pattern("[A-Z]?[a-z]+|[A-Z]+")
_LONGEST_NAME: Final = 200


@lru_cache(maxsize=4096)
def zone_by_name(names: str) -> str:
    """Return the zone that an element's classes and id speak of, or the empty string.

    A name counts where all of its words do: ``mainNav`` and ``footer-box`` are furniture,
    ``position-relative`` and ``nav-content`` are not; ``article-meta`` is.
    """
    if len(names) > _LONGEST_NAME:
        return ""
    found = ""
    for name in names.split():
        words = [word.lower() for word in _WORD.findall(name)]
        if _ABOUT in words:
            found = found or "header"
        elif not _CONTENT.isdisjoint(words):
            return ""
        zone = next((_WORDS[word] for word in words if word in _WORDS), "")
        if zone and all(word in _WORDS or word in _NEUTRAL for word in words):
            found = found or zone
    return found


def zone_by_tag(tag: str, role: str | None) -> str:
    """Return the zone that a tag or an ARIA role means, or the empty string."""
    return _ROLES.get((role or "").lower(), "") or _TAGS.get(tag, "")
