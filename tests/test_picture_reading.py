"""What may be said of tables that were read from a picture."""

from msgspec.structs import replace
from recognised_tables import LAYOUT, PICTURED, RIGHT, changed, judged, judged_grid

from govcheck.judging.assessment import Assessment, Finding
from govcheck.kinds.remark import Outcome
from govcheck.understanding.printed_form import printed_table


def on_cells(assessment: Assessment) -> list[Finding]:
    """Return the findings that rest on figures of the table."""
    return [
        finding
        for finding in assessment.findings
        if any(evidence.place.row for evidence in finding.evidence)
    ]


def test_a_right_table_is_still_reported_as_a_picture() -> None:
    assessment = judged(RIGHT)
    assert not on_cells(assessment)
    pictured = [finding for finding in assessment.findings if finding.rule == PICTURED]
    assert [finding.outcome for finding in pictured] == [Outcome.FAIL]
    assert pictured[0].evidence[0].quote == "b3.png"


def test_one_misread_cell_is_open_however_many_sums_it_breaks() -> None:
    found = on_cells(judged(changed(RIGHT, "r3_4_1", natural=8)))
    assert len(found) > 1
    assert {finding.outcome for finding in found} == {Outcome.OPEN}
    assert all(finding.message.startswith("由图片识别：") for finding in found)
    assert found[0].root is None
    assert "由8改为5" in found[0].message
    assert found[0].evidence[0].quote == "8（由图片识别）"
    assert found[0].remedy.startswith("先对照原图核对")


def test_a_sum_of_figures_that_other_sums_bear_out_fails() -> None:
    wrong = changed(RIGHT, "r1_new", natural=15, total=19)
    found = on_cells(judged(wrong))
    assert {finding.rule for finding in found} == {"format/applications-balance"}
    assert {finding.outcome for finding in found} == {Outcome.FAIL}
    assert all(finding.message.startswith("由图片识别：") for finding in found)


def test_a_figure_that_only_equals_its_total_is_not_borne_out() -> None:
    """The same numeral may have been misread in both places."""
    wrong = changed(RIGHT, "r1_new", commercial=5, total=18)
    wrong = changed(wrong, "r2_carried_in", natural=7, commercial=0, total=7)
    found = on_cells(judged(wrong))
    assert {finding.rule for finding in found} == {"format/applications-balance"}
    assert {finding.outcome for finding in found} == {Outcome.OPEN}


def test_nothing_is_borne_out_in_a_table_with_other_rows_than_the_form() -> None:
    grid = printed_table(LAYOUT, changed(RIGHT, "r1_new", natural=15, total=19))
    renamed = replace(
        grid,
        cells=tuple(
            replace(cell, text="2.没有现成信息") if cell.text.startswith("2.没有现成") else cell
            for cell in grid.cells
        ),
    )
    found = judged_grid(renamed).findings
    about = [f for f in found if any(e.place.table == "applications" for e in f.evidence)]
    others = [f for f in about if f.rule != PICTURED]
    assert "format/applications-balance" in {finding.rule for finding in others}
    assert {finding.outcome for finding in others} == {Outcome.OPEN}


def test_prose_is_not_failed_against_a_reading() -> None:
    said = "2024年，本局共收到政府信息公开申请71件。"
    found = on_cells(judged(RIGHT, said))
    assert [finding.outcome for finding in found] == [Outcome.OPEN]
    assert found[0].message.startswith("由图片识别：")
