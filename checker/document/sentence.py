"""A sentence ends with its mark, once: rules, kinds and reasons are joined from many hands."""

from typing import Final

from govcheck.late_pattern import late_pattern

_LOOSE: Final = "，、；： \t\r\n\u3000\xa0"
"""What no sentence ends with."""
_ENDED: Final = late_pattern(r"(?:[。！？][”’）》]?|…)\Z")
_MARKED: Final = 2
"""Characters at the end that tell it."""
_OPENS, _CLOSES, _NOTHING = "“", "”", "“”"
_WITHIN: Final = {_OPENS: "‘", _CLOSES: "’"}


def sentence(text: str) -> str:
    """Return the text as a sentence: one full stop, and none after another or within a quote.

    Nothing stays nothing.
    """
    words = text.rstrip(_LOOSE)
    if not words or _ENDED.search(words[-_MARKED:]):
        return words
    return f"{words}。"


def nested(text: str) -> str:
    """Return the text with ‘’ for the quotation marks within others: “危及‘三安全一稳定’”.

    Marks that are no pairs, or of which the text speaks, stay as they are.
    """
    if _NOTHING in text:
        return text
    told, depth = list[str](), 0
    for sign in text:
        depth += sign == _OPENS
        told.append(_WITHIN.get(sign, sign) if depth > 1 else sign)
        depth -= sign == _CLOSES
        if depth < 0:
            return text
    return text if depth else "".join(told)
