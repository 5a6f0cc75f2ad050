"""What is written of two reports side by side: a page, text for a terminal, JSON."""

from collections.abc import Mapping
from importlib import import_module
from typing import Final

from govcheck.judging.contrast import Contrast
from govcheck.judging.local_rules import rules_for
from govcheck.rulebook.rule import Rulebook

FORMATS: Final[Mapping[str, str]] = {"html": "html", "json": "json", "text": "txt"}
"""Each format, and the end of its files' names."""


def render_comparison(
    name: str, contrast: Contrast, rulebook: Rulebook, **options: bool | int
) -> bytes:
    """Write a comparison in one format; ``color`` and ``columns`` are options of text."""
    module = import_module(f"govcheck.reports.comparison.to_{name}")
    book = rules_for(contrast.later.case, rulebook)
    content: str = getattr(module, f"to_{name}")(contrast, book, **options)
    return content.encode("utf-8", "backslashreplace")
