"""Labels in pictures: a slip is forgiven, two labels are never taken for each other."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st
from knowledge import FORMS
from msgspec.structs import replace
from recognised_tables import LAYOUT, PICTURED, RIGHT, changed, judged_grid

from govcheck.document.table import DeviationKind
from govcheck.judging.assessment import Assessment
from govcheck.kinds.remark import Outcome
from govcheck.readers.raw import RawGrid
from govcheck.understanding.printed_form import printed_table
from govcheck.understanding.tables.known_labels import glossary
from govcheck.understanding.tables.recognised_labels import meant

KEYS = glossary(tuple(t for form in FORMS.values() for t in form.tables.values())).keys
STRANGE = st.sampled_from("口曰丨卜亍氵廾")


@given(st.sampled_from(KEYS), st.data())
def test_one_sign_misread_is_the_label_itself_or_nothing(
    label: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(label) - 1))
    misread = label[:at] + data.draw(STRANGE) + label[at + 1 :]
    assert meant(misread, KEYS) in {label, None}


@given(st.sampled_from(KEYS))
def test_a_label_is_itself(label: str) -> None:
    assert meant(label, KEYS) == label


def relabelled(labels: Mapping[str, str]) -> RawGrid:
    grid = printed_table(LAYOUT, RIGHT)
    cells = tuple(replace(one, text=labels.get(one.text, one.text)) for one in grid.cells)
    assert cells != grid.cells
    return replace(grid, cells=cells)


def _on_structure(assessment: Assessment) -> list[Outcome]:
    return [f.outcome for f in assessment.findings if f.rule == "format/applications-structure"]


def test_a_label_misread_is_no_finding() -> None:
    assessment = judged_grid(relabelled({"自然人": "自然入", "商业企业": "商业企亚"}))
    table = assessment.document.tables["applications"]
    assert not _on_structure(assessment)
    assert not table.doubted
    assert table.value("r1_new", "natural") == 13


def test_a_row_that_is_not_recognised_puts_all_figures_in_doubt() -> None:
    assessment = judged_grid(relabelled({"（一）予以公开": "甲乙丙丁戊己庚辛"}))
    assert assessment.document.tables["applications"].doubted
    assert _on_structure(assessment) == [Outcome.OPEN]
    assert {f.rule for f in assessment.findings if f.outcome is Outcome.FAIL} & {
        "format/applications-balance",
        "format/applications-structure",
    } == set()
    assert PICTURED in {finding.rule for finding in assessment.findings}


def test_two_pictures_of_one_table_are_asked_about() -> None:
    first = printed_table(LAYOUT, RIGHT)
    again = printed_table(LAYOUT, changed(RIGHT, "r1_new", natural=15, total=19))
    assessment = judged_grid(first, more=again)
    table = assessment.document.tables["applications"]
    assert table.doubted
    assert DeviationKind.TWICE in {one.kind for one in table.deviations}
    assert _on_structure(assessment) == [Outcome.OPEN]
    assert not judged_grid(first, more=first).document.tables["applications"].doubted
