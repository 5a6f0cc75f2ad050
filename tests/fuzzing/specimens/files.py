"""Rule files as shipped, ledgers as govcheck writes them and people fill them in."""

import re
from collections.abc import Mapping
from functools import cache

from fuzzing.inputs import Input, Kind
from fuzzing.specimens.reports import reports
from fuzzing.trials.of_ledgers import written_ledger
from govcheck.rulebook.rule_files import SUPPORTING, rule_files, shipped_rules

_DECISIONS = ("豁免", "不符合", "符合", "不适用")
_FILLED = {"核验人": "李明", "日期": "2025-03-01", "理由": "已核对", "有效期至": "2031-03-01"}
_REPORTS = 6
_BY_SHIPPED_ALONE = re.compile(rb"\(\?(?:<?[=!]|>)")
"""What patterns of the shipped rules alone may do: look around, take a group whole."""
_END = re.compile(rb"\\Z")
"""How they write the end of a text."""
_CODE = re.compile(rb"\\u([0-9a-f]{4})")
"""How they write a character, which RE2 does not know."""


@cache
def seeds(kind: Kind) -> tuple[Input, ...]:
    """Return the seeds of a kind."""
    if kind is Kind.RULE:
        return _rules()
    return _ledgers() if kind is Kind.LEDGER else reports(kind)


def _rules() -> tuple[Input, ...]:
    files = rule_files(shipped_rules())
    own = [file for file in files if file.folder not in ("", *SUPPORTING)]
    return tuple(Input(kind=Kind.RULE, content=for_re2(file.content)) for file in own)


def named_for_re2(named: Mapping[str, str]) -> dict[str, str]:
    """Write the shipped patterns that rules name as RE2 reads them."""
    return {name: for_re2(pattern.encode()).decode() for name, pattern in named.items()}


def for_re2(rule: bytes) -> bytes:
    """Write a shipped rule's patterns as RE2 reads them."""
    plain = _END.sub(b"$", _BY_SHIPPED_ALONE.sub(b"(?:", rule))
    return _CODE.sub(lambda code: chr(int(code[1], 16)).encode(), plain)


def _ledgers() -> tuple[Input, ...]:
    written = [written_ledger(report.content) for report in reports(Kind.HTML)[:_REPORTS]]
    texts = [text for blank in written if blank for text in (blank, _decided(blank))]
    return tuple(Input(kind=Kind.LEDGER, content=text.encode()) for text in texts)


def _decided(ledger: str) -> str:
    """Fill in the first entries, one with each decision."""
    for decision in _DECISIONS:
        for key, value in {"决定": decision, **_FILLED}.items():
            ledger = re.sub(rf"(?m)^( +{key}:)[ \t]*$", rf"\1 {value}", ledger, count=1)
    return ledger
