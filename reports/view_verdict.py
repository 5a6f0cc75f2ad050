"""What the verdict rests on: why it is what it is, and which open rows would decide it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct

from govcheck.judging.score import Score
from govcheck.kinds.remark import Outcome, Severity
from govcheck.reports.headline import headline_of
from govcheck.reports.references import Reference
from govcheck.reports.view_evidence import Showing
from govcheck.reports.view_open import OpenRow
from govcheck.reports.wording import number

_MOST: Final = 6
"""Rows that are named in the box; the others are in their section."""


class Ground(Struct, frozen=True, kw_only=True):
    """One thing that decides, or would; with where it is on the page."""

    ref: Reference | None
    words: str


class VerdictView(Struct, frozen=True, kw_only=True):
    """The verdict as the box shows it."""

    look: str
    """failed, passed or undecided."""
    reasons: tuple[str, ...] = ()
    title: str = ""
    """What the grounds are called; empty where there are none."""
    grounds: tuple[Ground, ...] = ()
    more: int = 0
    """Rows that would decide as well and are not named."""


def verdict_view(showing: Showing, rows: Sequence[OpenRow]) -> VerdictView:
    """Say what the verdict rests on."""
    policy, score = showing.rulebook.policy, showing.assessment.score
    if score.verdict == policy.passing:
        return VerdictView(look="passed")
    least = policy.grades[-1][1]
    if score.verdict == policy.undecided:
        deciding = _deciding(score, rows, least)
        return VerdictView(
            look="undecided",
            reasons=tuple(_undecided(score, rows, least)),
            title="核对下列事项后可以定论" if deciding else "",
            grounds=tuple(map(_ground, deciding[:_MOST])),
            more=max(0, len(deciding) - _MOST),
        )
    vetoes = tuple(_vetoes(showing))
    if vetoes:
        return VerdictView(look="failed", title="单项否决", grounds=vetoes)
    best = "待核事项即使全部符合，也" if rows else ""
    low = f"{best}只有 {number(score.possible)} 分，不足 {number(least)} 分。"
    return VerdictView(look="failed", reasons=(low,))


def _vetoes(showing: Showing) -> Iterator[Ground]:
    """Name each critical failure by what is wrong, and by what it says."""
    for index in showing.counts.of(Outcome.FAIL):
        finding = showing.assessment.findings[index]
        if finding.severity is Severity.CRITICAL:
            fault = headline_of(finding, showing.rulebook)
            yield Ground(ref=showing.refs[index], words=f"{fault}：{finding.message}")


def _undecided(score: Score, rows: Sequence[OpenRow], least: Decimal) -> Iterator[str]:
    if any(row.critical for row in rows):
        yield "有可能单项否决的事项还没有核对。"
    if score.confirmed < least:
        low = f"待核事项全部不符合时只有 {number(score.confirmed)} 分"
        yield f"{low}，不足 {number(least)} 分。"
    if score.verified < least:
        yield f"已核验的只有 {number(score.verified)} 分，不足 {number(least)} 分。"


def _deciding(score: Score, rows: Sequence[OpenRow], least: Decimal) -> list[OpenRow]:
    """Return the rows without which there is no verdict, those that may veto first."""
    all_count = score.verified < least
    found = [
        row
        for row in rows
        if row.critical or all_count or (score.confirmed < least and row.points)
    ]
    return sorted(found, key=lambda row: (not row.critical, -row.points))


def _ground(row: OpenRow) -> Ground:
    facts = [f"涉及 {len(row.rules)} 条规则"] if len(row.rules) > 1 else []
    facts += [f"至多扣 {number(row.points)} 分"] if row.points else []
    facts += ["可能单项否决"] if row.critical else []
    words = f"{row.heading.removesuffix('。')}（{'，'.join(facts)}）" if facts else row.heading
    return Ground(ref=row.ref, words=words)
