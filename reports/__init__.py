"""What govcheck writes: an assessment, in the format that its reader needs.

Every renderer is a pure function of the assessment and the rule book: the same input gives
the same bytes, without a clock or a path of the machine.  A renderer is imported when it is
first asked for, so that one format does not pay for the libraries of another.
"""

from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import Final

from msgspec import Struct

from govcheck.errors import Unusable
from govcheck.judging.assessment import Assessment
from govcheck.judging.brevity import FULL, SHORT, Brevity
from govcheck.judging.local_rules import rules_for
from govcheck.reports.listing import listed
from govcheck.review.matter import keyed
from govcheck.rulebook.rule import Rulebook


class OutputFormat(Struct, frozen=True, kw_only=True):
    """One format: the module that writes it, and the end of its files' names."""

    module: str
    suffix: str
    brevity: Brevity
    """How much it tells."""
    extra: str | None = None
    """The optional part of the installation that it needs."""


FORMATS: Final[Mapping[str, OutputFormat]] = {
    "html": OutputFormat(module="to_html", suffix="html", brevity=SHORT),
    "json": OutputFormat(module="to_json", suffix="json", brevity=FULL),
    "text": OutputFormat(module="to_text", suffix="txt", brevity=SHORT),
    "markdown": OutputFormat(module="to_markdown", suffix="md", brevity=SHORT),
    "sarif": OutputFormat(module="to_sarif", suffix="sarif", brevity=FULL),
    "junit": OutputFormat(module="to_junit", suffix="xml", brevity=FULL),
    "xlsx": OutputFormat(module="to_xlsx", suffix="xlsx", brevity=FULL, extra="xlsx"),
    "docx": OutputFormat(module="to_docx", suffix="docx", brevity=SHORT, extra="docx"),
}


def render(
    name: str, assessment: Assessment, rulebook: Rulebook, **options: bool | int
) -> bytes:
    """Write an assessment in one format; ``color`` and ``columns`` are options of text.

    Raises Unusable when the libraries for it are not installed.
    """
    module = _load(name)
    brief = listed(keyed(assessment), FORMATS[name].brevity)
    book = rules_for(assessment.case, rulebook)
    content: str | bytes = getattr(module, FORMATS[name].module)(brief, book, **options)
    # A lone surrogate has no UTF-8; in JSON its escape is what this writes.
    return content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content


def _load(name: str) -> ModuleType:
    """Import the module of a format."""
    chosen = FORMATS[name]
    try:
        return import_module(f"govcheck.reports.{chosen.module}")
    except ModuleNotFoundError as error:
        if chosen.extra is None:
            raise
        raise Unusable(
            f'输出 {name} 需要另装组件：pip install "govcheck[{chosen.extra}]"'
        ) from error
