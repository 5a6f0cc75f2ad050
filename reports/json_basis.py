"""Clauses as JSON."""

from collections.abc import Sequence
from typing import Any

from govcheck.rulebook.rule import Basis


def basis_json(basis: Sequence[Basis]) -> list[dict[str, Any]]:
    """Return each clause with what is quoted of it."""
    return [
        {
            "clause": one.citation,
            "quote": one.quote,
            "relied": one.relied,
            "role": one.role,
            "status": one.status,
        }
        for one in basis
    ]
