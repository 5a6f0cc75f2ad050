"""Keep a rule book that was found sound, so that the next start need not read YAML again.

The book is kept as JSON, named by the hash of all that it was made of.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from govcheck.kinds.registry import KINDS
from govcheck.late_pattern import late_pattern
from govcheck.rulebook.conversion import Conversion
from govcheck.rulebook.kept_files import keep, read_kept
from govcheck.rulebook.plain_data import plain
from govcheck.rulebook.references import References
from govcheck.rulebook.rule import Rulebook
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
        data: Mapping[str, Any] = json.loads(content)
        conversion = Conversion(References(kinds=KINDS, pattern=late_pattern))
        book: Rulebook = conversion.build(Rulebook, data)
    except (ArithmeticError, LookupError, RecursionError):
        return None
    except (ValueError, TypeError, AttributeError):
        return None
    return None if conversion.misfits else book


def store(key: str, book: Rulebook) -> None:
    """Keep a book; where that cannot be done, do nothing."""
    content = json.dumps(plain(book), ensure_ascii=False, separators=(",", ":")).encode()
    keep(f"{key}.json", content, most=_KEPT)
