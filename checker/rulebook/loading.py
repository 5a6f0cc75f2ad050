"""The rules that documents are judged by: the shipped ones, with sets from elsewhere laid over.

Only a rule book that is sound through and through is loaded.  A rule file is sound when it
matches ``rule.schema.json`` and its references hold: its id is its folder and file, its quote
stands in the instrument, its rows and columns stand in the form, its patterns compile, and its
messages ask only for what their kinds offer.
"""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from govcheck.rulebook.cache import cache_key, restore, store
from govcheck.rulebook.kept_patterns import recall
from govcheck.rulebook.rule import Rulebook
from govcheck.rulebook.rule_files import RuleFile, digest, rule_files, shipped_rules


def load_rulebook(
    root: Path | None = None, extra: Sequence[Path] = (), *, examples: bool = False
) -> Rulebook:
    """Load the rules in ``root`` (by default the shipped ones) and those of ``extra``.

    The rules come without their examples unless ``examples`` asks for them, for then a book
    that was kept from an earlier start will do.  Raises ManyUnusable, which is
    every UnsoundFile, and Unusable for a set that is not there.
    """
    top = root or shipped_rules()
    files = rule_files(top, extra)
    whole = digest(files)
    if examples:
        return _read(top, files, whole)
    if root is not None:
        return _without_examples(_read(top, files, whole))
    recall()
    key = cache_key(whole, top)
    kept = restore(key)
    if kept is None:
        kept = _without_examples(_read(top, files, whole))
        store(key, kept)
    return replace(kept, digest=whole)


def _read(top: Path, files: Sequence[RuleFile], whole: str) -> Rulebook:
    from govcheck.rulebook.whole_book import read_rulebook  # noqa: PLC0415 - YAML and JSON Schema

    return read_rulebook(top, files, whole)


def _without_examples(book: Rulebook) -> Rulebook:
    groups = (book.rules, book.peer_rules, book.local)
    bare = [tuple(replace(one, examples=()) for one in group) for group in groups]
    return replace(book, rules=bare[0], peer_rules=bare[1], local=bare[2])
