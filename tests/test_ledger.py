"""Decisions outlive edits elsewhere, end when they should, and are never written over."""

from datetime import date
from pathlib import Path

import pytest
from assessments import assessment, finding, findings, rulebook
from msgspec.structs import replace
from submitted import cell

from govcheck.assessment import Assessment, Evidence, Finding
from govcheck.fingerprint import fingerprints
from govcheck.ledger import Entry, apply_ledger, new_entries, read_ledger

TODAY = date(2025, 6, 1)
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


def ledger(folder: Path, text: str) -> tuple[Entry, ...]:
    path = folder / "review.yaml"
    path.write_text(text, "utf-8")
    return read_ledger(path, path.name)


def decided(folder: Path, decision: str = "waive", expires: str = "") -> tuple[Entry, ...]:
    (known,) = fingerprints([WRONG])
    return ledger(folder, DECIDED.format(known=known, decision=decision, expires=expires))


def reviewed(entries: tuple[Entry, ...], *found: Finding) -> Assessment:
    return apply_ledger(assessment(found=found), entries, rulebook(), today=TODAY)


def test_waived_finding_costs_nothing_and_says_why(tmp_path: Path) -> None:
    before = reviewed((), WRONG)
    after = reviewed(decided(tmp_path), WRONG)
    assert after.score.possible > before.score.possible
    assert after.findings[0].waiver is not None
    assert after.findings[0].waiver.reason == "台账属实"
    assert after.notes == ()


def test_accepted_finding_costs_what_it_did(tmp_path: Path) -> None:
    after = reviewed(decided(tmp_path, "accept"), WRONG)
    assert after.score == reviewed((), WRONG).score
    assert not after.findings[0].lifted


def test_decision_outlives_other_findings_and_other_words(tmp_path: Path) -> None:
    reworded = replace(WRONG, message="换一种说法")
    after = reviewed(decided(tmp_path), OTHER, reworded)
    assert [one.lifted for one in after.findings] == [False, True]


def test_decision_ends_with_its_evidence(tmp_path: Path) -> None:
    changed = replace(WRONG, evidence=(replace(WRONG.evidence[0], quote="16"),))
    after = reviewed(decided(tmp_path), changed)
    assert not after.findings[0].lifted
    assert "没有对应的问题" in after.notes[0]


@pytest.mark.parametrize(("expires", "lifted"), [("2025-05-31", False), ("2025-06-01", True)])
def test_decision_holds_to_its_last_day(tmp_path: Path, expires: str, *, lifted: bool) -> None:
    after = reviewed(decided(tmp_path, expires=expires), WRONG)
    assert after.findings[0].lifted is lifted
    assert bool(after.notes) is not lifted


def test_skeleton_is_a_ledger_without_decisions(tmp_path: Path) -> None:
    given = assessment()
    entries = ledger(tmp_path, new_entries(given, ()))
    assert [entry.fingerprint for entry in entries] == list(fingerprints(findings()))
    assert all(entry.waiver is None for entry in entries)
    assert new_entries(given, entries) == ""


def test_skeleton_survives_hostile_words(tmp_path: Path) -> None:
    text = '"}\n- &a: *b !!python/object {{7*7}} \u202e\x07'
    given = assessment(found=[finding("prose", text, Evidence(quote=text))])
    (entry,) = ledger(tmp_path, new_entries(given, ()))
    assert entry.message == text


def test_only_what_is_missing_is_added(tmp_path: Path) -> None:
    entries = decided(tmp_path)
    added = new_entries(assessment(found=[WRONG, OTHER]), entries)
    assert OTHER.rule in added
    assert WRONG.rule not in added
    path = tmp_path / "review.yaml"
    both = ledger(tmp_path, f"{path.read_text('utf-8')}\n{added}")
    assert len(both) == 2
    assert both[0] == entries[0]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a:\n  decision: waive\n  person: 王\n  date: 2025-03-01\n", 1, "reason"),
        ("a:\n  decision: 豁免\n  reason: 甲\n  person: 王\n  date: 2025-03-01\n", 2, "waive"),
        ("a:\n  rule: b\n  expired: 2025-03-01\n", 3, "不认识的键"),
        (
            "a:\n  decision: waive\n  reason: 甲\n  person: 王\n  date: 3月1日\n",
            5,
            "2025-03-01",
        ),
        ("a: 豁免\n", 1, "组成"),
    ],
)
def test_unsound_ledger_names_the_line(
    tmp_path: Path, text: str, line: int, reason: str
) -> None:
    with pytest.raises(ExceptionGroup) as caught:
        ledger(tmp_path, text)
    message = str(caught.value.exceptions[0])
    assert f"review.yaml:{line}:" in message
    assert reason in message
