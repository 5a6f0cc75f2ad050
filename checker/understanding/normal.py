"""Normal text: the one form of a text that everything after the readers is matched on.

Simplified characters, half-width digits and Latin letters, no invisible characters, no
pinyin that copying has put behind characters (报(bào)告, 报bào告gào), no white space except
single spaces inside Latin text.  Every character keeps its place in what
was written.  Ordinary text passes through at the cost of one search.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain
from unicodedata import normalize

from govcheck.document.text import Text
from govcheck.late_pattern import late_pattern

_INVISIBLE = (
    "\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
)
_SPACES = "\\s\\u2800"
_VARIANTS = "\u2e80-\u2fdf０-９Ａ-Ｚａ-ｚ％\uf900-\ufaff"
"""Full-width forms, and the radicals and compatibility characters that PDF files hold."""

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_SPACED = f"[{_SPACES}{_INVISIBLE}]"
_SYLLABLE = f"[a-zü]{{0,5}}[{_TONED}][a-zü]{{0,4}}"
_PINYIN = f"(?<=[㐀-鿿]){_SPACED}{{0,2}}[(（]{_SYLLABLE}[)）]{_SPACED}*"

_FINAL = (
    "(?:i?ang|i?ong|eng|ing|uang|uai|iao|u?an|ian|[aeiou]n|ue|ai|ei|ao|ou|i[aeu]|u[aoi]"
    "|[aeiouv])"
)
_TONELESS = f"(?:(?:[zcs]h|[b-df-hj-np-twxyz]){_FINAL}|ang|eng|ai|ei|ao|ou|an|en|er)(?![a-z])"
_SPELT = f"(?:[㐀-鿿]{_TONELESS}){{3,}}|(?:[㐀-鿿]{_SYLLABLE}(?![a-z])){{2,}}"
"""Characters that each have their reading behind them; one alone is a name's, or a word."""

_UNUSUAL = late_pattern(
    f"[{_SPACES}{_INVISIBLE}{_VARIANTS}{_TONED}]|[0-9０-９]．[0-9０-９]"
    f"|[a-z](?<=[㐀-鿿][a-z])[a-z]{{1,5}}[㐀-鿿][a-z]{{2,6}}[㐀-鿿][a-z]"
)
_RUN = late_pattern(_SPELT)
_READING = late_pattern(f"[a-zü{_TONED}]+")
_GAP = late_pattern(f"{_PINYIN}|{_SPACED}+")
_SPACE = late_pattern(f"[{_SPACES}]")
_VARIANT = late_pattern(f"[{_VARIANTS}]|(?<=[0-9０-９])．(?=[0-9０-９])")
_SPACED_YEAR = late_pattern(
    f"(?<![0-9])2[{_SPACES}]{{1,4}}0(?:[{_SPACES}]{{1,4}}[0-9]){{2}}(?=[{_SPACES}]{{0,4}}年)"
)
_LATIN = late_pattern("[!-~\u00a1-\u024f]")
_OUTSIDE_GB2312 = re.compile(rb"\\u([4-9][0-9a-f]{3})")

_SLIPS = 5
_SLIP_SHARE = 0.01
"""Up to so many foreign characters a text is simplified, with slips and rare names in it."""


def normal_text(written: str) -> Text:
    """Return a text with its normal form; see the module for what that is."""
    return normal_texts((written,))[0]


def normal_texts(written: Sequence[str]) -> list[Text]:
    """Return the normal form of many texts; their script is looked at as a whole."""
    folded = [_fold(text) for text in written]
    normal = _simplified([text for text, _ in folded])
    return [
        Text(normal=text, written=source, origin=origin)
        for source, text, (_, origin) in zip(written, normal, folded, strict=True)
    ]


def _fold(written: str) -> tuple[str, tuple[int, ...] | None]:
    """Return a text with usual widths and spaces, and where its characters stood."""
    if written.isdecimal() and written.isascii():
        return written, None  # most cells
    if not _UNUSUAL.search(written):
        return written, None
    text = _VARIANT.sub(_usual, written)
    gaps = [*_GAP.finditer(text), *_readings(text)]
    gaps.sort(key=lambda gap: gap.start())
    if not gaps:
        return text, None
    normal, origin = _close(text, gaps)
    return _VARIANT.sub(_usual, normal), origin


def _readings(text: str) -> Iterator[re.Match[str]]:
    """Yield the pinyin that stands bare between characters."""
    for run in _RUN.finditer(text):
        yield from _READING.finditer(text, *run.span())


def _usual(variant: re.Match[str]) -> str:
    usual = normalize("NFKC", variant[0])
    return usual if len(usual) == 1 else variant[0]


def _close(text: str, gaps: Sequence[re.Match[str]]) -> tuple[str, tuple[int, ...] | None]:
    """Drop gaps, or leave one space where Latin words or numbers meet, save in 2 0 2 4 年."""
    spaced = frozenset(
        index for year in _SPACED_YEAR.finditer(text) for index in range(*year.span())
    )
    pieces: list[str] = []
    kept: list[Sequence[int]] = []
    last = 0
    for gap in gaps:
        pieces.append(text[last : gap.start()])
        kept.append(range(last, gap.start()))
        last = gap.end()
        if _parts_latin(text, gap) and gap.start() not in spaced:
            pieces.append(" ")
            kept.append((gap.start(),))
    normal = "".join((*pieces, text[last:]))
    if normal == text:
        return text, None
    return normal, tuple(chain(*kept, range(last, len(text))))


def _parts_latin(text: str, gap: re.Match[str]) -> bool:
    """Whether a gap holds white space and stands between two Latin characters.

    A line that ends with a hyphen goes on in the next: 0871-, 65550123.
    """
    start, end = gap.span()
    if start == 0 or end == len(text) or (text[start - 1] == "-" and "\n" in gap[0]):
        return False
    return (
        _LATIN.match(text, start - 1) is not None
        and _LATIN.match(text, end) is not None
        and _SPACE.search(text, start, end) is not None
    )


def _simplified(texts: list[str]) -> list[str]:
    """Return the texts in simplified characters, each as long as it was."""
    whole = "\n".join(texts)
    foreign = [chr(int(code, 16)) for code in _OUTSIDE_GB2312.findall(_gb2312(whole))]
    if not foreign:
        return texts
    if len(foreign) > _SLIPS + _SLIP_SHARE * len(whole):
        simplified = _converter()(whole)
    else:
        simplified = whole
        for sign in set(foreign):
            simplified = simplified.replace(sign, _converter()(sign))
    if len(simplified) != len(whole):
        return texts
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + 1)
    return [
        simplified[start : start + len(text)]
        for start, text in zip(starts[:-1], texts, strict=True)
    ]


def _gb2312(text: str) -> bytes:
    r"""Encode in the character set of simplified Chinese; what it lacks comes as ``\uXXXX``."""
    return text.encode("gb2312", "backslashreplace")


@cache
def _converter() -> Callable[[str], str]:
    from opencc import OpenCC  # noqa: PLC0415 - most documents never need it

    convert: Callable[[str], str] = OpenCC("tw2s").convert
    return convert
