"""Keep a rule book that was found sound, so that the next start need not read YAML again.

The book is kept as JSON, named by the hash of all that it was made of.
"""

from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from msgspec import DecodeError, convert
from msgspec.json import decode, encode

from govcheck.kinds.check import Check
from govcheck.kinds.registry import KINDS
from govcheck.late_pattern import late_pattern
from govcheck.rulebook.kept_files import keep, read_kept
from govcheck.rulebook.plain_data import plain
from govcheck.rulebook.rule import Rulebook
from govcheck.rulebook.safe_pattern import SafePattern
from govcheck.rulebook.word_search import WordSearch
from govcheck.version import __version__

_KEPT: Final = 8
"""How many books are kept; the oldest make way."""


def cache_key(digest: str, root: Path) -> str:
    """Return the name of a book: what the rules say, and what the program makes of it."""
    schema = (root / "rule.schema.json").read_bytes()
    return sha256(b"\0".join([digest.encode(), __version__.encode(), schema])).hexdigest()


def restore(key: str) -> Rulebook | None:
    """Return the book that was kept under a key, or None."""
    content = read_kept(f"{key}.json")
    if content is None:
        return None
    try:
        return decode(content, type=Rulebook, dec_hook=restored)
    except (ArithmeticError, DecodeError, LookupError, RecursionError):
        return None
    except (ValueError, TypeError, AttributeError):
        return None


def restored(wanted: type, data: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return what JSON has no type for: a check, or a pattern."""
    if wanted is Check:
        kind = KINDS[data.pop("kind")]
        return convert(data, kind, dec_hook=restored)
    if isinstance(data, str):
        return late_pattern(data)
    if "re2" in data:
        return SafePattern(data["re2"])
    return convert(data, WordSearch, dec_hook=restored)


def store(key: str, book: Rulebook) -> None:
    """Keep a book; where that cannot be done, do nothing."""
    content = encode(plain(book))
    keep(f"{key}.json", content, most=_KEPT)
