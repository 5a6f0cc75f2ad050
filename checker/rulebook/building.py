"""Make a rule of what its file says."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from itertools import islice
from typing import Any, Final

from msgspec.structs import replace

from govcheck.document.report import AgencyKind
from govcheck.document.vocabulary import Vocabulary
from govcheck.kinds.registry import KINDS
from govcheck.kinds.remark import Severity
from govcheck.rulebook.bases import bases_of
from govcheck.rulebook.conversion import Conversion
from govcheck.rulebook.draft import Draft, Library
from govcheck.rulebook.examples import examples_of
from govcheck.rulebook.pattern_groups import group_fault
from govcheck.rulebook.pattern_names import expanded, known_as, names_in
from govcheck.rulebook.rule import CheckUse, Points, Rule, Waiver
from govcheck.rulebook.safe_pattern import safe_pattern
from govcheck.rulebook.scopes import scope_of
from govcheck.rulebook.soundness import soundness_errors
from govcheck.rulebook.unsound_file import UnsoundFile, first_of
from govcheck.rulebook.vocabulary_patterns import regular

_MOST_ERRORS: Final = 200


def make_rule(draft: Draft, library: Library, unsound: list[UnsoundFile]) -> Rule | None:
    """Return the rule, or None after adding to ``unsound`` all that is wrong with it."""
    errors = list(islice(soundness_errors(draft, library), _MOST_ERRORS))
    conversion = _conversion(draft, library)
    checks = [
        _check(data, index, conversion, library.vocabulary)
        for index, data in draft.items("checks")
    ]
    errors += [draft.unsound(at, reason) for at, reason in conversion.misfits]
    if errors:
        unsound += first_of(errors)
        return None
    data, severity = draft.data, Severity(draft.data["severity"])
    return Rule(
        id=draft.id,
        title=data["title"],
        failure_title=data["failure_title"],
        dimension=data["dimension"],
        severity=severity,
        points=_points(data["points"]) if "points" in data else library.points[severity],
        basis=bases_of(draft, library),
        scope=scope_of(data.get("applies_to", {}), library.vocabulary),
        checks=tuple(check for check in checks if check is not None),
        remedy=data["remedy"],
        gate=data.get("gate", False),
        waiver=Waiver(**data["waived"]) if "waived" in data else None,
        examples=tuple(examples_of(draft)),
        file=draft.origin["checks"][1].shown,
        changed_in="" if draft.file.shipped else draft.file.shown,
    )


def _conversion(draft: Draft, library: Library) -> Conversion:
    """Return a conversion that compiles the patterns of rules from elsewhere safely."""
    known, shipped = library.references, draft.origin["checks"][1].shipped
    compiler: Callable[[str], re.Pattern[str]] = regular if shipped else safe_pattern

    meaning = known_as(known.named)

    def pattern(written: str) -> re.Pattern[str]:
        whole = expanded(written, meaning)
        try:
            return compiler(whole)
        except Exception as error:
            if name := _unsafe_name(written, meaning, compiler):
                raise ValueError(f"自带的规则不能使用 {{{name}}}；请另写") from error
            raise

    return Conversion(replace(known, group_fault=group_fault, pattern=pattern))


def _unsafe_name(
    written: str, meaning: Callable[[str], str], compiler: Callable[[str], re.Pattern[str]]
) -> str:
    """Return a name in a pattern that only shipped rules can use; what it stands for is why."""
    for name in names_in(written):
        try:
            compiler(expanded(f"{{{name}}}", meaning))
        except Exception:  # noqa: BLE001 - re and re2 each have their own
            return name
    return ""


_OURS: Final = frozenset(
    [
        "kind",
        "message",
        "severity",
        "failure_title",
        "remedy",
        "applies_to",
        "open_for",
        "follows",
    ]
)
"""What every check of a rule has beside its kind's parameters."""


def _check(
    data: Mapping[str, Any], index: int, conversion: Conversion, vocabulary: Vocabulary
) -> CheckUse | None:
    parameters = {key: value for key, value in data.items() if key not in _OURS}
    check = conversion.build(KINDS[data["kind"]], parameters, ("checks", index))
    if check is None:
        return None
    return CheckUse(
        check=check,
        message=data["message"],
        scope=scope_of(data.get("applies_to", {}), vocabulary),
        severity=Severity(data["severity"]) if "severity" in data else None,
        failure_title=data.get("failure_title", ""),
        remedy=data.get("remedy"),
        open_for=frozenset(map(AgencyKind, data.get("open_for", ()))),
        follows=frozenset(data.get("follows", ())),
    )


def _points(data: Mapping[str, Any]) -> Points:
    return Points(each=Decimal(data["each"]), cap=Decimal(data["cap"]))
