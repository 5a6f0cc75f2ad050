"""Patterns as rule authors write them: a regular expression, or words without one."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final, Protocol

from govcheck.late_pattern import late_pattern
from govcheck.rulebook.pattern_error import pattern_error
from govcheck.rulebook.references import References
from govcheck.rulebook.word_search import WordSearch

_Keys = tuple[str | int, ...]
_NAME: Final = late_pattern(r"(\{(?!\d)[\w.-]{1,80}\})")
_LISTS: Final = {
    "any_of": "found",
    "unless_near": "against",
    "followed_by": "followed",
    "not_followed_by": "not_followed",
}
"""Keys of a rule file, and what a search calls them."""
_Entry = str | Mapping[str, None]
"""A word, or a name; without quotation marks YAML takes ``{bodies.x}`` for a mapping."""


class Converting(Protocol):
    """What a pass over data offers to one part of it."""

    @property
    def references(self) -> References:
        """What the data may refer to."""

    @property
    def misfits(self) -> Sequence[object]:
        """What was found wrong so far."""

    def misfit(self, at: _Keys, reason: Callable[[], str]) -> None:
        """Note what is wrong, in words that are found when they are wanted."""


def read_pattern(conversion: Converting, data: Any, at: _Keys) -> Any:  # noqa: ANN401
    """Return a pattern, or words that are searched for like one; None beside a misfit."""
    if isinstance(data, str):
        return _compiled(conversion, data, at)
    return _word_search(conversion, data, at)


def _compiled(conversion: Converting, pattern: str, at: _Keys) -> re.Pattern[str] | None:
    try:
        return conversion.references.pattern(pattern)
    except Exception as error:  # noqa: BLE001 - re and re2 each have their own
        conversion.misfit(at, partial("正则表达式不可用：{}".format, pattern_error(error)))
    return None


def _word_search(
    conversion: Converting, data: Mapping[str, Any], at: _Keys
) -> WordSearch | None:
    before = len(conversion.misfits)
    lists = {
        name: _any_of(conversion, data[key], (*at, key))
        for key, name in _LISTS.items()
        if key in data
    }
    needed = [
        _any_of(conversion, [entry], (*at, "all_of", index))
        for index, entry in enumerate(data.get("all_of", ()))
    ]
    if not needed and "any_of" not in data:
        conversion.misfit(at, lambda: "缺少 any_of 或 all_of：要找哪些词")
    for key, index, reason in _never_found(data):
        conversion.misfit((*at, key, index), partial(str, reason))
    if len(conversion.misfits) > before:
        return None
    if "found" not in lists:
        lists["found"], *needed = needed
    return WordSearch(**lists, needed=tuple(needed), **_near(data.get("within", "sentence")))


def _near(within: int | str) -> Mapping[str, Any]:
    return {"reach": within} if isinstance(within, int) else {"near": within}


def _any_of(conversion: Converting, entries: Sequence[_Entry], at: _Keys) -> Any:  # noqa: ANN401
    """Return the pattern that finds any of these words, of two that begin alike the longer."""
    sources = list(map(_source, entries))
    before = len(conversion.misfits)
    for index, source in enumerate(sources):
        pattern = _compiled(conversion, source, (*at, index))
        if pattern is not None and pattern.match(""):
            conversion.misfit((*at, index), lambda: "可能为空；至少要匹配一个字")
    if len(conversion.misfits) > before:
        return None
    words = [source for entry, source in zip(entries, sources, strict=True) if _is_word(entry)]
    names = [source for source in sources if source not in words]
    return _compiled(conversion, "|".join((*sorted(words, key=len, reverse=True), *names)), at)


def _source(entry: _Entry) -> str:
    """Return the regular expression of a word in which names may stand."""
    text = entry if isinstance(entry, str) else f"{{{next(iter(entry))}}}"
    pieces = _NAME.split(text)
    return "".join(
        piece if index % 2 else re.escape(piece) for index, piece in enumerate(pieces)
    )


def _is_word(entry: _Entry) -> bool:
    return isinstance(entry, str) and _NAME.search(entry) is None


def _never_found(data: Mapping[str, Any]) -> Iterator[tuple[str, int, str]]:
    """Yield the words that hold one that speaks against them."""
    against = [entry for entry in data.get("unless_near", ()) if _is_word(entry)]
    for key in ("any_of", "all_of"):
        for index, entry in enumerate(data.get(key, ())):
            inside = next((word for word in against if _is_word(entry) and word in entry), None)
            if inside is not None:
                yield key, index, f"“{entry}”永远不算：其中就有 unless_near 的“{inside}”"
