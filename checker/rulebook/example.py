"""An example of a rule: a document, the outcome, and what is found in it at which place."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from govcheck.kinds.remark import Outcome


class ExpectedEvidence(Struct, frozen=True, kw_only=True):
    """One piece of evidence as an example states it."""

    at: str
    """The place in words: 第三部分表格/“（七）总计”行/“自然人”列, 第一部分, 引言/第2处."""
    quote: str = ""
    """As written there; empty for what is not there."""
    expected: str | None = None


class Find(Struct, frozen=True, kw_only=True):
    """One finding as an example states it."""

    seen: tuple[ExpectedEvidence, ...] = ()
    """All of its evidence, in order."""
    outcome: Outcome | None = None
    """Where it differs from the example's."""
    says: str = ""
    """Words that its message must contain."""
    line: int = 1


class Example(Struct, frozen=True, kw_only=True):
    """A document and the outcome that the rule must come to; every example runs as a test."""

    name: str
    outcome: Outcome
    document: Mapping[str, Any]
    """As the YAML describes it; ``trials/documents.py`` builds the document."""
    message: str | None = None
    """Words that the first finding's message must contain."""
    finds: tuple[Find, ...] | None = None
    """All findings in order; None when the example does not state them."""
    file: str = ""
    line: int = 1
    inherited: bool = False
    """Of the rule that the file changes, and not its own."""
