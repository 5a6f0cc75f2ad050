"""Load the scoring policy from ``scoring.yaml``; a set may bring its own, whole."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise
from json import loads
from pathlib import Path
from typing import Any, Final

from govcheck.kinds.remark import Severity
from govcheck.rulebook.conversion import Keys
from govcheck.rulebook.rule import Points
from govcheck.rulebook.rule_files import SUPPORTING, RuleFile
from govcheck.rulebook.scoring_policy import Dimension, ScoringPolicy
from govcheck.rulebook.unsound_file import UnsoundFile, first_errors
from govcheck.rulebook.valid_yaml import read_valid

_WHOLE: Final = 100
_NAME: Final = "scoring"

Scoring = tuple[ScoringPolicy, Mapping[Severity, Points]]
"""The policy, and the points of a rule that says none."""


def is_scoring(file: RuleFile) -> bool:
    """Whether a file is a scoring policy: it stands beside folders, or in a set of rules."""
    return file.name == _NAME and file.folder not in SUPPORTING


def load_scoring(
    root: Path, files: Iterable[RuleFile]
) -> tuple[Scoring | None, list[UnsoundFile]]:
    """Return the policy that was given last, and all that is wrong with any."""
    schema = loads((root / "scoring.schema.json").read_text("utf-8"))
    valid, unsound = read_valid(files, schema)
    policies = [source.data for _, source in valid]
    for _, source in valid:
        faults = _faults(source.data, policies[0]["dimensions"])
        unsound += first_errors(partial(source.unsound, *one) for one in faults)
    return (_scoring(policies[-1]) if policies and not unsound else None), unsound


def _faults(
    data: Mapping[str, Any], shipped: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[Keys, str]]:
    """Yield what the schema cannot refuse: the rules name the shipped dimensions."""
    ids = [item["id"] for item in data["dimensions"]]
    for index, name in enumerate(ids):
        if name in ids[:index]:
            yield ("dimensions", index), f"维度 {name} 重复"
    missing = [item["id"] for item in shipped if item["id"] not in ids]
    if missing:
        yield ("dimensions",), f"缺少维度 {'、'.join(missing)}，规则要用"
    whole = sum(Decimal(item["points"]) for item in data["dimensions"])
    if whole != _WHOLE:
        yield ("dimensions",), f"各维度合计 {whole} 分，应为 {_WHOLE} 分"
    for index, (better, worse) in enumerate(pairwise(data["grades"]), 1):
        if worse["from"] >= better["from"]:
            yield ("grades", index), "等次应从高到低排列"
    for name, item in data["points"].items():
        if item["cap"] < item["each"]:
            yield ("points", name), "cap 小于 each，一处也扣不满"


def _scoring(data: Mapping[str, Any]) -> Scoring:
    policy = ScoringPolicy(
        dimensions=tuple(
            Dimension(id=item["id"], title=item["title"], points=Decimal(item["points"]))
            for item in data["dimensions"]
        ),
        grades=tuple((item["grade"], Decimal(item["from"])) for item in data["grades"]),
        passing=data["passing"],
        failing=data["failing"],
        undecided=data["undecided"],
        veto_cap=Decimal(data["veto_cap"]),
        note=data["note"],
    )
    points = {
        Severity(name): Points(each=Decimal(item["each"]), cap=Decimal(item["cap"]))
        for name, item in data["points"].items()
    }
    return policy, points
