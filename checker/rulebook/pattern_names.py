r"""Names in a pattern: ``{channels.platforms}`` stands for what ``rules/vocabulary/`` calls so.

A repetition (``{3,5}``) stays what it is, and so do ``\{``, ``\x{3000}`` and a brace between
square brackets; any other brace is refused, for it is a name misspelt.  A name stands for a
group of its own, so that ``{han}{2}`` repeats the whole.  ``{han}`` is a Chinese character and
``{date}`` a date, wherever names can stand.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from govcheck.late_pattern import late_pattern
from govcheck.rulebook.suggestion import unknown
from govcheck.understanding.page.dates import DATE

HAN: Final = "〇㐀-鿿\U00020000-\U000323af"
r"""Chinese characters, as a class of both engines: between brackets, ``[{han}、]``, too.

So few ranges are cheap to compile, and being the same class it finds the same on both.  What
it has beside RE2's ``\p{Han}``: the hexagrams (U+4DC0 to U+4DFF) that stand between the
ideographs, and what is not assigned in between.  What it lacks: radicals and compatibility
characters, which normal text writes as the characters that they are, 々 and 〡 to 〩.
"""

BUILT_IN: Final[Mapping[str, str]] = {"han": f"[{HAN}]", "date": DATE}
_TOKEN: Final = late_pattern(
    r"(?P<kept>\\[xpP]\{[^{}]*\}|\\.|\{(?:\d+(?:,\d*)?|,\d+)\})"
    r"|\{(?P<name>(?!\d)[\w.-]{1,80})\}|(?P<open>\[\^?\]?)|(?P<close>\])|(?P<brace>[{}])",
    re.DOTALL,
)
_LONGEST: Final = 20_000
"""Characters of a pattern written out: names within names double it each time."""


def expanded(pattern: str, meaning: Callable[[str], str]) -> str:
    """Return a pattern with what its names stand for in their place.

    ``meaning`` gives the pattern of a name, and raises ValueError for one that is not known.
    Raises ValueError (Chinese) also where no name can stand, and for what becomes too long.
    """
    pieces: list[str] = []
    last = length = 0
    within = False
    for token in _TOKEN.finditer(pattern):
        piece = _piece(token, meaning, within=within)
        pieces += (pattern[last : token.start()], piece)
        length += len(piece)
        if length > _LONGEST:
            raise ValueError(f"展开后过长，至多 {_LONGEST} 字")
        last = token.end()
        within = (within or token["open"] is not None) and token["close"] is None
    return "".join((*pieces, pattern[last:]))


def names_in(pattern: str) -> list[str]:
    """Return the names in a pattern, as they come."""
    return [token["name"] for token in _TOKEN.finditer(pattern) if token["name"]]


def known_as(named: Mapping[str, str]) -> Callable[[str], str]:
    """Return the meaning of names for :func:`expanded`, when all patterns are known."""

    def meaning(name: str) -> str:
        if name not in named:
            raise ValueError(unknown(name, [*BUILT_IN, *named]))
        return named[name]

    return meaning


def _piece(token: re.Match[str], meaning: Callable[[str], str], *, within: bool) -> str:
    """Return what a token stands for, ``within`` square brackets or not."""
    name = token["name"]
    if within and name == "han":
        return HAN
    if within and name is not None:
        raise ValueError(f"方括号里只能写 {{han}}，不能写 {{{name}}}；请写 (?:{{{name}}}|[……])")
    if name is not None:
        return BUILT_IN.get(name) or f"(?:{meaning(name)})"
    if token["brace"] and not within:
        raise ValueError(
            f"花括号 {token[0]} 不成对；名称写 {{文件.名称}}，花括号本身写 \\{token[0]}"
        )
    return token[0]
