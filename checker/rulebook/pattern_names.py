r"""Names in a pattern: ``{channels.platforms}`` stands for what ``rules/vocabulary/`` calls so.

A repetition (``{3,5}``) stays what it is, and so do ``\{``, ``\x{3000}`` and a brace between
square brackets; any other brace is refused, for it is a name misspelt.  A name stands for a
group of its own, so that ``{han}{2}`` repeats the whole.
"""

import re
from collections.abc import Mapping
from typing import Final

from govcheck.rulebook.suggestion import unknown

HAN: Final = "〇㐀-鿿\U00020000-\U000323af"
r"""Chinese characters, as a class of both engines: between brackets, ``[{han}、]``, too.

So few ranges are cheap to compile, and being the same class it finds the same on both.  What
it has beside RE2's ``\p{Han}``: the hexagrams (U+4DC0 to U+4DFF) that stand between the
ideographs, and what is not assigned in between.  What it lacks: radicals and compatibility
characters, which normal text writes as the characters that they are, 々 and 〡 to 〩.
"""

_TOKEN: Final = re.compile(
    r"(?P<kept>\\[xpP]\{[^{}]*\}|\\.|\{(?:\d+(?:,\d*)?|,\d+)\})"
    r"|\{(?P<name>(?!\d)[\w.-]{1,80})\}|(?P<open>\[\^?\]?)|(?P<close>\])|(?P<brace>[{}])",
    re.DOTALL,
)


def expanded(pattern: str, named: Mapping[str, str]) -> str:
    """Return a pattern with what its names stand for in their place.

    Raises ValueError (Chinese) for a name that is not known, or where none can stand.
    """
    pieces: list[str] = []
    last, within = 0, False
    for token in _TOKEN.finditer(pattern):
        pieces.append(pattern[last : token.start()])
        pieces.append(_piece(token, named, within=within))
        last = token.end()
        within = (within or token["open"] is not None) and token["close"] is None
    return "".join((*pieces, pattern[last:]))


def _piece(token: re.Match[str], named: Mapping[str, str], *, within: bool) -> str:
    """Return what a token stands for, ``within`` square brackets or not."""
    name = token["name"]
    if name == "han":
        return HAN if within else f"[{HAN}]"
    if name is not None and within:
        raise ValueError(f"方括号里只能写 {{han}}，不能写 {{{name}}}；请写 (?:{{{name}}}|[……])")
    if name is not None and name not in named:
        raise ValueError(unknown(name, {"han", *named}))
    if name is not None:
        return f"(?:{named[name]})"
    if token["brace"] and not within:
        raise ValueError(
            f"花括号 {token[0]} 不成对；名称写 {{文件.名称}}，花括号本身写 \\{token[0]}"
        )
    return token[0]
