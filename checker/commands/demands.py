"""What a check asks of its command line, before anything is read."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from govcheck.commands.apart import Given, require_apart
from govcheck.commands.decisions import require_ledger
from govcheck.commands.output import Output
from govcheck.errors import Unusable


def require_sense(
    names: dict[str, str], out: Output, review: str | None, annotate: str | None
) -> None:
    """Refuse what several reports cannot share.  Raises Unusable."""
    if out.to_stdout and out.several:
        raise Unusable("标准输出只能写一份报告的一种格式")
    if annotate and len(names) > 1:
        raise Unusable("--annotate 一次只能用于一份报告")
    if review:
        require_ledger(review)


def given(
    reports: Iterable[str], last_year: str | None, review: str | None, rule_sets: Sequence[str]
) -> list[Given]:
    """Return all that the user hands in, none of which may be written over."""
    return [
        *(Given(role="报告", path=name) for name in reports),
        *(Given(role="上年报告", path=name) for name in (last_year,) if name),
        *(Given(role="审查台账", path=name) for name in (review,) if name),
        *(Given(role="规则文件", path=name) for name in rule_sets),
    ]


def require_apart_from(
    handed_in: Sequence[Given], names: dict[str, str], out: Output, annotate: str | None
) -> None:
    """Refuse an output that would cost the user a file.  Raises Unusable."""
    targets = [target for name in names.values() for target in out.targets(name).values()]
    copies = [Path(annotate)] if annotate else []
    require_apart([*targets, *copies], handed_in)
    out.require_place(names.values())
    for copy in copies:
        from govcheck.commands.own_results import is_annotated_copy  # noqa: PLC0415
        from govcheck.commands.saving import require_replaceable  # noqa: PLC0415

        require_replaceable(copy, is_annotated_copy)
