"""Labels of rows and columns: what a printed label stands for in the form.

Two labels are the same when they differ only in spaces, line breaks, widths, punctuation or
the style of their number; ``key`` brings a label into that form.
"""

from functools import cache, lru_cache

from govcheck.late_pattern import late_pattern
from govcheck.readers.raw import UNREADABLE
from govcheck.signs import sign

_UNIT = late_pattern(f"(?:{sign('unit_of_head')})$")
_AMONG = late_pattern(f"^{sign('among')}[:：]?")
_OTHER = late_pattern(sign("other"))
_SUBTOTAL = late_pattern(sign("subtotal"))
_REMARKS = late_pattern(sign("remarks"))
_NUMBER = late_pattern(
    r"[（(]?(?P<number>[一二三四五六七八九十]{1,3}|\d{1,2})[)）]?[、.．,，:：]?|[①-⑳]"
)
_NO_LETTER = late_pattern(r"[\W_]+")

_BULLETS = "▪●■◆◇○•·➢√*＊※★ "
"""Signs that lists put before their items."""
_CUT_SHORT = ("…", "...")
_LONGEST = 80
"""A text that is longer is no label."""
_ALIKE = 0.7
"""How much of two labels must agree (difflib's ratio) for one to be a slip of the other."""
_SHARED = 0.5
"""How much of their characters, in whatever order, so that a comparison is worth its time."""
_SHORTEST_PREFIX = 4


@lru_cache(maxsize=8192)
def key(label: str) -> str:
    """Return what is left of a label without unit, number, punctuation and spaces."""
    if len(label) > _LONGEST:
        return ""
    bare = _UNIT.sub("", _AMONG.sub("", label.strip().lstrip(_BULLETS)).rstrip(":："))
    number = _NUMBER.match(bare)
    if number:
        bare = bare[number.end() :]
    return _OTHER.sub("其他", _NO_LETTER.sub("", bare))


@lru_cache(maxsize=1024)
def is_subtotal(label: str) -> bool:
    """Whether a row adds up others and is not the form's."""
    return _SUBTOTAL.fullmatch(key(label)) is not None


@lru_cache(maxsize=1024)
def is_remarks(label: str) -> bool:
    """Whether a line holds what is said of the others, and no figures of its own: 备注."""
    return _REMARKS.fullmatch(key(label)) is not None


def is_cut(label: str) -> bool:
    """Whether a label was not read, or a page shows but its beginning."""
    return UNREADABLE in label or label.endswith(_CUT_SHORT)


@lru_cache(maxsize=1024)
def number(label: str) -> str:
    """Return a label's number without its punctuation, or nothing: 1 for 1.属于国家秘密."""
    found = _NUMBER.match(label.lstrip(_BULLETS))
    return (found["number"] or "") if found else ""


@lru_cache(maxsize=1024)
def closest(printed: str, known: tuple[str, ...]) -> str | None:
    """Return the one known key that a printed key is a slip or the beginning of, if any."""
    if len(printed) < _SHORTEST_PREFIX:
        return None
    longer = [label for label in known if label.startswith(printed)]
    if len(longer) == 1:
        return longer[0]
    from difflib import SequenceMatcher  # noqa: PLC0415 - only for labels that are unknown

    matcher = SequenceMatcher(b=printed, autojunk=False)
    signs = set(printed)
    best: tuple[float, str] = (_ALIKE, "")
    for label in known:
        if 2 * len(signs & _signs(label)) < _SHARED * (len(signs) + len(_signs(label))):
            continue
        matcher.set_seq1(label)
        best = max(best, (matcher.ratio(), label))
    return best[1] or None


@cache
def _signs(label: str) -> frozenset[str]:
    return frozenset(label)
