"""Make the examples of a rule of what its file says."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from govcheck.kinds.remark import Outcome
from govcheck.rulebook.conversion import Keys
from govcheck.rulebook.draft import Draft
from govcheck.rulebook.example import Example, ExpectedEvidence, Find


def examples_of(draft: Draft) -> Iterator[Example]:
    """Yield every example; one with sentences (``each``) is as many examples."""
    for index, data in draft.items("examples"):
        at: Keys = ("examples", index)
        if "each" in data:
            yield from _sentences(draft, data, at)
        else:
            yield _example(draft, data, at)


def _sentences(draft: Draft, data: Mapping[str, Any], at: Keys) -> Iterator[Example]:
    """Yield an example for each sentence: that is then the overview's text."""
    for number, entry in enumerate(data["each"]):
        own = entry if isinstance(entry, Mapping) else {"text": entry}
        sentence = own["text"]
        parts = {**data["document"].get("parts", {}), "overview": sentence}
        said = {
            **data,
            **own,
            "name": f"{data['name']}：{sentence}",
            "document": {**data["document"], "parts": parts},
        }
        yield _example(draft, said, (*at, "each", number))


def _example(draft: Draft, data: Mapping[str, Any], at: Keys) -> Example:
    finds = data.get("finds")
    return Example(
        name=data["name"],
        outcome=Outcome(data["outcome"]),
        document=data["document"],
        message=data.get("message"),
        finds=None if finds is None else tuple(_finds(draft, finds, at)),
        file=draft.origin["examples"][1].shown,
        line=draft.line(at),
        inherited=draft.origin["examples"][1] is not draft.file,
    )


def _finds(draft: Draft, finds: Sequence[Mapping[str, Any]], at: Keys) -> Iterator[Find]:
    for number, data in enumerate(finds):
        yield Find(
            seen=tuple(_sights(data)),
            outcome=Outcome(data["outcome"]) if "outcome" in data else None,
            says=data.get("says", ""),
            line=draft.line((*at, "finds", number)),
        )


def _sights(data: Mapping[str, Any]) -> Iterator[ExpectedEvidence]:
    """Yield the evidence of a finding; what names no place stands where the first does."""
    if not data.keys() & {"quote", "expected", "at", "also"}:
        return
    place = data.get("at", "全文")
    for sight in (data, *data.get("also", ())):
        yield ExpectedEvidence(
            quote=sight.get("quote", ""),
            at=sight.get("at", place),
            expected=sight.get("expected"),
        )
