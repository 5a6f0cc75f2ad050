"""Kind ``personal-numbers``: identity, bank card and mobile numbers of private persons."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar, Final, Literal

from msgspec import Struct

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.document.search import Match, matches
from govcheck.kinds.check import Check
from govcheck.kinds.remark import Doubt, Remark, Violation
from govcheck.late_pattern import late_pattern
from govcheck.parameters import PassageName

_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS: Final = "10X98765432"
"""GB 11643: the last sign of an identity number, by the weighted sum of the others mod 11."""
_MOST_PLACES: Final = 10
_SHORT: Final = 5
_BEFORE: Final = 30
_AFTER: Final = 8
"""Signs to either side of a number that may say what it is."""
_IDENTITY: Final = late_pattern("[0-9]{17}[0-9Xx]")
_DIGITS: Final = late_pattern("[0-9]{2,40}")


class PersonalNumbers(Check, Struct, frozen=True, kw_only=True):
    """Numbers that ``pattern`` finds and that their check digit confirms; shown masked."""

    KIND: ClassVar[str] = "personal-numbers"
    SEARCHES: ClassVar[bool] = True
    TITLE: ClassVar[str] = "没有泄露个人的证件、银行卡、手机号码；引文只显示首尾几位。"
    MESSAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"number", "count"})

    pattern: re.Pattern[str]
    passages: tuple[PassageName, ...]
    proof: Literal["identity", "luhn", "none"]
    unless: re.Pattern[str] | None = None
    """In the same sentence, this says that the number is public: 联系电话."""
    counts: re.Pattern[str] | None = None
    """Right beside the number, written #, this makes it an amount or a code: #元, 编号#."""
    named: re.Pattern[str] | None = None
    """Near the number, written #, this says whose or what it is: 手机#; else it is open."""
    doubt: str = ""
    """What to say of a number of which nothing says what it is."""

    def examine(self, case: Case) -> Iterator[Remark]:
        """Gather the numbers; none is ever quoted in full."""
        found = [
            match
            for match in matches(case.document, self.pattern, self.passages)
            if _PROOFS[self.proof](match.text)
            and not (self.unless and self.unless.search(match.sentence))
            and not (self.counts and self.counts.search(_around(match)))
        ]
        sure = [one for one in found if self.named is None or self.named.search(_around(one))]
        evidence = tuple(
            Evidence(quote=masked(match.text), place=match.place, secret=True)
            for match in (sure or found)[:_MOST_PLACES]
        )
        if sure:
            values = {"number": evidence[0].quote, "count": str(len(sure))}
            yield Violation(evidence=evidence, values=values)
        elif found:
            yield Doubt(reason=f"“{evidence[0].quote}”{self.doubt}", evidence=evidence)


def masked(number: str) -> str:
    """Keep the first three and the last two signs, of a long number."""
    if len(number) <= _SHORT:
        return "*" * len(number)
    return number[:3] + "*" * (len(number) - _SHORT) + number[-2:]


def _around(match: Match) -> str:
    """Return a few signs before a number, # for it, and a few after it."""
    text = match.passage.text
    before = text[max(0, match.start - _BEFORE) : match.start]
    return f"{before}#{text[match.end : match.end + _AFTER]}"


def _is_identity(number: str) -> bool:
    if not _IDENTITY.fullmatch(number):
        return False
    total = sum(int(digit) * w for digit, w in zip(number[:17], _WEIGHTS, strict=True))
    return _CHECK_DIGITS[total % 11] == number[17].upper()


def _is_luhn(number: str) -> bool:
    if not _DIGITS.fullmatch(number):
        return False
    digits = [int(digit) for digit in reversed(number)]
    doubled = (digit * 2 - 9 * (digit > 4) for digit in digits[1::2])  # noqa: PLR2004 - Luhn
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


_PROOFS: Final[Mapping[str, Callable[[str], bool]]] = {
    "identity": _is_identity,
    "luhn": _is_luhn,
    "none": bool,
}
