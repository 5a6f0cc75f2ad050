"""Decisions outlive edits elsewhere, end when they should, and are never written over."""

from datetime import date

import pytest
from assessments import assessment, finding, findings, rulebook
from msgspec.structs import replace
from submitted import cell

from govcheck.document.evidence import Evidence
from govcheck.judging.assessment import Assessment, Finding
from govcheck.judging.fingerprint import fingerprints
from govcheck.review.application import apply_ledger
from govcheck.review.entry import Ledger
from govcheck.review.ledger import read_ledger
from govcheck.review.matter import matters
from govcheck.review.skeleton import MOST_OF_A_RULE, missing, skeleton

TODAY = date(2025, 6, 1)
NOTHING = Ledger(readable=0)
WRONG = finding("subtotal", "相差 3", Evidence(quote="15", place=cell("r3_7_total", "natural")))
OTHER = finding("deadline", "迟 3 天", Evidence(quote="2025-02-03"))
DECIDED = """\
"{known}":
  rule: format/applications-subtotal
  message: 相差 3
  decision: {decision}
  reason: 台账属实
  person: 王审核
  date: 2025-03-01
  expires: {expires}
"""


def ledger(text: str) -> Ledger:
    return read_ledger(text.encode(), "review.yaml", today=TODAY)


def decided(decision: str = "waive", expires: str = "") -> Ledger:
    (known,) = fingerprints([WRONG])
    return ledger(DECIDED.format(known=known, decision=decision, expires=expires))


def reviewed(given: Ledger, *found: Finding) -> Assessment:
    return apply_ledger(assessment(found=found), given, rulebook(), today=TODAY)


def entered(given: Assessment, before: Ledger = NOTHING) -> str:
    return skeleton(missing(matters(given, rulebook()), before.held))


def test_waived_finding_costs_nothing_and_says_why() -> None:
    before = reviewed(NOTHING, WRONG)
    after = reviewed(decided(), WRONG)
    assert after.score.possible > before.score.possible
    assert after.findings[0].decision is not None
    assert after.findings[0].decision.reason == "台账属实"
    assert after.notes == ()


def test_accepted_finding_costs_what_it_did() -> None:
    after = reviewed(decided("accept"), WRONG)
    assert after.score == reviewed(NOTHING, WRONG).score
    assert not after.findings[0].lifted


def test_decision_outlives_other_findings_and_other_words() -> None:
    reworded = replace(WRONG, message="换一种说法")
    after = reviewed(decided(), OTHER, reworded)
    assert [one.lifted for one in after.findings] == [False, True]


def test_decision_ends_with_its_evidence() -> None:
    changed = replace(WRONG, evidence=(replace(WRONG.evidence[0], quote="16"),))
    after = reviewed(decided(), changed)
    assert not after.findings[0].lifted
    assert "没有对应的问题" in after.notes[0]


@pytest.mark.parametrize(("expires", "lifted"), [("2025-05-31", False), ("2025-06-01", True)])
def test_decision_holds_to_its_last_day(expires: str, *, lifted: bool) -> None:
    after = reviewed(decided(expires=expires), WRONG)
    assert after.findings[0].lifted is lifted
    assert bool(after.notes) is not lifted


def test_skeleton_is_a_ledger_without_decisions() -> None:
    given = assessment()
    held = ledger(entered(given))
    assert held.held == tuple(one.key for one in matters(given, rulebook()))
    assert len(held.held) == len(findings())
    assert all(entry.decision is None for entry in held.entries)
    assert entered(given, held) == ""


def test_skeleton_is_written_in_chinese() -> None:
    text = entered(assessment(found=[WRONG]))
    assert '  问题: "相差 3"\n' in text
    assert "\\u" not in text


def test_only_what_is_missing_is_added() -> None:
    before = decided()
    added = entered(assessment(found=[WRONG, OTHER]), before)
    assert OTHER.message in added
    assert WRONG.message not in added


def test_a_rule_that_finds_without_end_is_entered_within_bounds() -> None:
    many = [
        finding("prose", "误", Evidence(quote=str(index)))
        for index in range(MOST_OF_A_RULE + 5)
    ]
    absent = missing(matters(assessment(found=[*many, OTHER]), rulebook()), ())
    assert len(absent) == MOST_OF_A_RULE + 1
    assert absent[-1].message == OTHER.message


def test_comments_alone_are_a_ledger_without_entries() -> None:
    assert ledger("\ufeff# 审查台账\n\n  # 王审核：待核\n").held == ()


def test_an_empty_ledger_is_said() -> None:
    assert "空的" in reviewed(ledger(" \n"), WRONG).notes[0]
