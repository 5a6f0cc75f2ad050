"""A table that is drawn in the browser is open in its part; an empty part is accused."""

import pytest
from picture_pages import OPENING, REST, TITLE, TITLES, grave, judged

HEAD = "<thead><tr><th>信息内容</th><th>数量</th></tr></thead>"
DRAWN = {
    "a script that writes": "<script>document.write('<table><tr><td>1')</script>",
    "an element of its own": "<el-table :data='rows'></el-table>",
    "a body to be filled": f"<table>{HEAD}<tbody></tbody></table><script>fill()</script>",
    "a drawing on a canvas": "<svg viewBox='0 0 700 500'><path d='M0 0h700v500'/></svg>",
}
NOTHING = {
    "a script that counts": "<script>document.write('<script src=count.js>')</script>",
    "a head without a script": f"<table>{HEAD}<tbody></tbody></table>",
    "a sign": "<svg viewBox='0 0 1024 1024'><path d='M0 0h700v500'/></svg>",
    "a sign by its class": "<svg class='icon' viewBox='0 0 1195 1024'><path/></svg>",
    "a sign of some size": "<svg width='16' viewBox='0 0 700 500'><path d='M0 0h7v5'/></svg>",
    "a space that stays empty": "<p></p>",
}
STRUCTURES = {f"format/{part}-structure" for part in ("proactive", "applications")}


def grave_with(markup: str) -> set[str]:
    parts = "".join(f"<h2>{title}</h2>{markup}" for title in TITLES.values())
    return grave(judged(f"{OPENING}{parts}{REST}"))


@pytest.mark.parametrize("markup", DRAWN.values(), ids=DRAWN)
def test_what_is_drawn_is_open(markup: str) -> None:
    assert grave_with(markup) <= {"format/overview-aspects"}


@pytest.mark.parametrize("markup", NOTHING.values(), ids=NOTHING)
def test_where_nothing_is_drawn_the_table_is_missing(markup: str) -> None:
    assert grave_with(markup) >= STRUCTURES


@pytest.mark.parametrize("text", ["", "<p>2024年，本局主动公开政府信息320条。</p>"])
def test_what_is_drawn_behind_bare_headings_may_be_all_of_the_text(text: str) -> None:
    page = f"{TITLE}<h2>一、总体情况</h2>{text}<div id=more></div><script src=a.js></script>"
    assert bool(grave(judged(page))) == bool(text)


def test_a_table_with_a_blank_foot_keeps_its_figures() -> None:
    rows = "<tr><td>规章</td><td>1</td></tr>"
    parts = (
        f"<h2>{TITLES['b2']}</h2><table>{rows}<tfoot></tfoot></table><script>count()</script>"
    )
    assert "format/proactive-structure" in grave(judged(f"{OPENING}{parts}{REST}"))
