"""A picture that a page reveals when it is read is a picture of its report."""

import pytest
from picture_pages import OPENING, REST, TITLE, TITLES, grave, judged


def tables(attributes: str = "") -> str:
    return "".join(
        f"<h2>{title}</h2><p><img src='{name}.png' alt='统计表' {attributes}></p>"
        for name, title in TITLES.items()
    )


SHOWS = "<script>show()</script>"
SHOWN_LATER = {
    "a hidden block": f"<div style='visibility:hidden'>{OPENING}{tables()}{REST}</div>",
    "a block with a head outside": (
        f"{TITLE}<div style='opacity:0'>{OPENING.replace(TITLE, '')}{tables()}{REST}</div>"
    ),
    "a sheet that waits": (
        f"<style>[v-cloak]{{display:none}}</style><div v-cloak>{OPENING}{tables()}{REST}</div>"
    ),
    "each picture": f"{OPENING}{tables('style=opacity:0')}{REST}{SHOWS}",
    "each picture without a place": f"{OPENING}{tables('style=display:none')}{REST}{SHOWS}",
    "nothing but pictures": f"{TITLE}<div style='visibility:hidden'><img src='b2.png'></div>",
}


@pytest.mark.parametrize("body", SHOWN_LATER.values(), ids=SHOWN_LATER)
def test_a_picture_that_is_revealed_later_is_open_and_named(body: str) -> None:
    assessment = judged(body)
    assert grave(assessment) <= {"format/overview-aspects"}
    assert "图片“b2.png”" in {item.look_at for item in assessment.open}


def test_a_hidden_picture_stands_for_nothing_where_it_is_not_a_part_s() -> None:
    hidden = "<div style='display:none'><img src='poster.png'></div>"
    vetoes = judged(f"{hidden}{OPENING}{hidden}").score.vetoes
    assert "decree-711/applications" in vetoes
