"""How a letter cites: each instrument with its clauses, in full first, then shortly."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from govcheck.document.sentence import sentence
from govcheck.late_pattern import late_pattern
from govcheck.rulebook.rule import Basis

_NUMBER: Final = late_pattern(r"（[^（）]+(?:〔[0-9]{4}〕|第)[0-9]+[^（）]）")
"""The number that an instrument bears: （国办公开办函〔2021〕30号）."""
_LOOSE: Final = "；，、："
"""Marks that lead on from what is quoted."""


def cited_in_full(bases: Iterable[Basis]) -> Iterator[str]:
    """Yield the lines that list each instrument, in the order in which they are needed.

    1. 《条例》第五十条：“…”。 — or, of several clauses, each on a line: （1）第五十条：“…”。
    """
    for number, (instrument, clauses) in enumerate(_by_instrument(bases).items(), 1):
        listed = [_clause(clause, quotes) for clause, quotes in clauses.items()]
        if len(listed) == 1:
            yield f"{number}. {instrument}{listed[0]}"
            continue
        yield f"{number}. {instrument}"
        yield from (f"（{index}）{words}" for index, words in enumerate(listed, 1))


def _clause(clause: str, quotes: Iterable[str]) -> str:
    words = "".join(f"“{quote.rstrip(_LOOSE)}”" for quote in quotes)
    return sentence(f"{clause}{'：' if words else ''}{words}")


def cited_shortly(bases: Iterable[Basis]) -> str:
    """Return 《条例》第四十九条第二款、第五十条；《格式》表三; nothing for no clause."""
    return "；".join(
        f"{_NUMBER.sub('', instrument)}{'、'.join(clauses)}"
        for instrument, clauses in _by_instrument(bases).items()
    )


def _by_instrument(bases: Iterable[Basis]) -> Mapping[str, Mapping[str, Mapping[str, None]]]:
    """Return instrument to clause to quotations, each in order and once."""
    found: dict[str, dict[str, dict[str, None]]] = {}
    for basis in bases:
        instrument = basis.citation.removesuffix(basis.clause)
        quotes = found.setdefault(instrument, {}).setdefault(basis.clause, {})
        if basis.quote:
            quotes[basis.quote] = None
    return found
