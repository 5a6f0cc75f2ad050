"""What is inserted: words that readers and kinds look for, and signs that break them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from json import loads
from pathlib import Path

from govcheck.rulebook.loading import load_rulebook

_WORDS: Mapping[str, Sequence[str]] = loads(
    Path(__file__).with_name("words.json").read_text("utf-8")
)
_ENDLESS = ("9" * 400, "1" * 5000)
REPORT = _WORDS["report"]
SIGNS = (*_WORDS["signs"], *_ENDLESS)
HTML = _WORDS["html"]
ATTRIBUTES = _WORDS["attributes"]
MARKDOWN = _WORDS["markdown"]
MHTML = _WORDS["mhtml"]
YAML = (*_WORDS["yaml"], *_ENDLESS, "[" * 400, "{a: " * 300)
DRAWING = tuple(one.encode("latin-1") for one in _WORDS["drawing"])
PDF_KEYS = tuple(one.encode("latin-1") for one in _WORDS["pdf_keys"])
LETTERS = str.maketrans(
    "开总体报发处议诉结转业务决门国来条据", "開總體報發處議訴結轉業務決門國來條據"
)
WIDE = str.maketrans("0123456789,.%()", "０１２３４５６７８９，．％（）")


@cache
def phrases() -> tuple[str, ...]:
    """Return the texts of all rules' examples: what every kind finds, and what it must not."""
    rules = load_rulebook(examples=True).rules
    found = (text for rule in rules for one in rule.examples for text in _texts(one.document))
    return tuple(dict.fromkeys(found))


def _texts(data: object) -> Iterator[str]:
    """Yield every text of more than a word in plain data."""
    if isinstance(data, str) and len(data) > 1:
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts(value)
