"""Whatever happens to a page on its way, it is judged or refused; it never breaks govcheck."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.errors import Unusable
from govcheck.judging.engine import assess
from govcheck.reports import render
from govcheck.rulebook.loading import load_rulebook

BOOK = load_rulebook()
EXAMPLES = [
    (path.name, path.read_text("utf-8"))
    for path in sorted((Path(__file__).parent.parent / "examples").glob("*.html"))
]
PIECES = (
    *("<td>", "</td>", "</tr>", "<table>", "</table>", "<div>", "</div>", "<br>", "<p>"),
    *("一、", "二、", "（一）", "一是", "1.", "《", "“", "（", "｜", "|", "|---|\n", "\n\n"),
    *("99999999999999999999", "２０２４年", "1.2.3", "2月30日", "件", "%", "万", "亿元"),
    *("\u200b", "\u202e", "\ufffd", "&nbsp;", 'rowspan="0"', 'colspan="9999"', "<svg>"),
)
damage = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.sampled_from([0, 0, 1, 10, 60, 400, 3000]),
        st.one_of(st.sampled_from(PIECES), st.text(max_size=5)),
    ),
    min_size=1,
    max_size=8,
)


def damaged(text: str, hits: list[tuple[float, int, str]]) -> bytes:
    """Cut a stretch out at each place, and put something else in."""
    for place, length, piece in hits:
        at = int(place * len(text))
        text = text[:at] + piece + text[at + length :]
    return text.encode("utf-8", "ignore")


@settings(deadline=None)
@given(st.sampled_from(EXAMPLES), damage, st.sampled_from([".html", ".txt"]))
def test_a_damaged_page_is_judged_or_refused(
    example: tuple[str, str], hits: list[tuple[float, int, str]], suffix: str
) -> None:
    content = damaged(example[1], hits)
    try:
        document = read(content, name=f"年报{suffix}", knowledge=BOOK.knowledge)
    except Unusable:
        return
    assessment = assess(Case(document=document), BOOK)
    assert assessment.score.confirmed <= assessment.score.possible
    assert len(assessment.judgements) == len(BOOK.rules)
    for name in ("json", "text", "html"):
        assert render(name, assessment, BOOK)


def test_a_page_that_passes_off_a_number_as_what_its_scripts_show_is_judged() -> None:
    page = (
        '<meta name="script.published" content="99999999999999999999">'
        "<h1>云岭市水务局2024年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>公开35条。</p>"
    )
    document = read(page.encode(), name="甲.html", knowledge=BOOK.knowledge)
    assert document.published == ()
