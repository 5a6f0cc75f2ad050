"""What the elements around a piece of text say of it."""

from functools import lru_cache
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.readers.html.markup import Element
from govcheck.readers.html.name_sets import names
from govcheck.readers.html.sights import Sight, is_white, sight_by_style
from govcheck.readers.html.zones import zone_by_name, zone_by_tag

_CONTAINERS: Final = names(
    "address article aside blockquote body center details dialog div dl fieldset figure footer"
    " form header hgroup main menu nav ol search section td th ul"
)
BLOCKS: Final = _CONTAINERS | names(
    "br button caption dd dir dt figcaption h1 h2 h3 h4 h5 h6 hr html legend li listing marquee"
    " optgroup option p pre select summary table tbody textarea tfoot thead tr"
)
"""Elements that stand on lines of their own."""
_CELLS: Final = names("table tbody td th tr")
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_ARTICLES: Final = names("article main section")
_ITEMS: Final = names("li dt dd")
_BANNERS: Final = names("header footer")
_SIGHTS: Final = {
    tag: sight
    for sight, tags in {
        Sight.PREFORMATTED: "pre listing textarea",
        Sight.STRUCK: "del s strike",
        Sight.HIDDEN: "rp rt",
        Sight.RAISED: "sup",
    }.items()
    for tag in tags.split()
}
"""What tags do where no style says otherwise."""


class Surroundings(Struct, frozen=True):
    """What holds at a place of a page."""

    container: int = 0
    """Number of the innermost container."""
    mark: int = 0
    """Number of the innermost element that is marked as a zone; 0 for none."""
    level: int | None = None
    """1 to 6 within h1 to h6."""
    listed: bool = False
    hidden: bool = False
    """Without a place on the page."""
    veiled: bool = False
    """Not to be seen, but its place is kept."""
    tiny: bool = False
    struck: bool = False
    unseen: bool = False
    """Hidden, veiled, tiny or struck out: no text that the page tells its readers."""
    raised: bool = False
    white: bool = False
    shut: bool = False
    """In a table that is hidden as a whole."""
    linked: bool = False
    preformatted: bool = False
    in_article: bool = False


class _Traits(Struct, frozen=True):
    """What an element brings about, whatever is around it."""

    zone: str = ""
    banner: bool = False
    """Its zone does not hold within an article."""
    container: bool = False
    level: int | None = None
    listed: bool = False
    article: bool = False
    sight: Sight = Sight.UNCHANGED


_PLAIN: Final = _Traits()
_TELLING: Final = ("class", "id", "role", "style", "hidden", "color")
_NONE: Final = (None,) * len(_TELLING)


class PageNumbers:
    """Numbers a page's containers and marked zones as they come."""

    def __init__(self) -> None:
        """Begin with neither."""
        self.zones = [""]
        """Of each mark, the zone."""
        self._containers = 0

    def within(self, element: Element, tag: str, around: Surroundings) -> Surroundings:
        """Return what holds within an element."""
        attributes = tuple(map(element.attr, _TELLING)) if element.attrs else _NONE
        traits = _traits(tag, attributes)
        return around if traits is _PLAIN else self._changed(around, traits)

    def _changed(self, around: Surroundings, traits: _Traits) -> Surroundings:
        container, mark = around.container, around.mark
        if traits.container:
            container = self._containers = self._containers + 1
        if traits.zone and not (traits.banner and around.in_article):
            self.zones.append(traits.zone)
            mark = len(self.zones) - 1
        within = replace(
            around,
            container=container,
            mark=mark,
            level=traits.level or around.level,
            listed=around.listed or traits.listed,
            in_article=around.in_article or traits.article,
        )
        return within if traits.sight is Sight.UNCHANGED else _seen(within, traits.sight)


def _seen(around: Surroundings, sight: Sight) -> Surroundings:
    hidden = around.hidden or sight is Sight.HIDDEN
    veiled = sight is Sight.VEILED or (around.veiled and sight is not Sight.UNVEILED)
    struck = around.struck or sight is Sight.STRUCK
    tiny = sight is Sight.TINY or (around.tiny and sight is not Sight.SIZED)
    return replace(
        around,
        hidden=hidden,
        veiled=veiled,
        tiny=tiny,
        struck=struck,
        unseen=hidden or veiled or tiny or struck,
        raised=around.raised or sight is Sight.RAISED,
        white=around.white or sight is Sight.WHITE,
        preformatted=around.preformatted or sight is Sight.PREFORMATTED,
    )


@lru_cache(maxsize=4096)
def _traits(tag: str, attributes: tuple[str | None, ...]) -> _Traits:
    """Return an element's traits by its tag and its telling attributes."""
    classes, id_, role, style, hidden, colour = attributes
    block = tag in BLOCKS
    by_tag = zone_by_tag(tag, role) if block else ""
    by_name = zone_by_name(f"{classes or ''} {id_ or ''}") if block and not by_tag else ""
    sight = sight_by_style(style, grows=tag in _CELLS) if style else Sight.UNCHANGED
    if sight is Sight.UNCHANGED:
        white = tag == "font" and is_white((colour or "").strip().lower())
        sight = Sight.WHITE if white else _SIGHTS.get(tag, sight)
    traits = _Traits(
        zone=by_tag or by_name,
        banner=tag in _BANNERS and not role,
        container=tag in _CONTAINERS,
        level=_HEADINGS.get(tag),
        listed=tag in _ITEMS,
        article=tag in _ARTICLES,
        sight=sight if hidden is None else Sight.HIDDEN,
    )
    return _PLAIN if traits == _PLAIN else traits
