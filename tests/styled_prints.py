"""Our correct reports as a browser prints them in a style, and what is said of their pages."""

from collections.abc import Mapping
from functools import cache

from bodies import Body, Page, correct_report
from body_pages import PAGES
from judged_files import wrong
from printers import by_chromium

from govcheck.kinds.remark import Outcome

LINES = (
    "table,td{border:1px solid black;border-collapse:collapse} table{width:100%}"
    "td{padding:2px 4px;font-size:14px;text-align:center} p{line-height:1.6}"
)
FLAW = ("applications", "r3_1", "natural", 999)


def print_styled(report: Body, style: str, before: str = "") -> bytes:
    page = Page(
        head=f'<meta charset="utf-8"><title>{{title}}</title><style>{LINES}{style}</style>'
        .replace("{", "{{").replace("}", "}}").replace("{{title}}", "{title}"),
        whole=f"<body>{before}{{report}}</body>",
        table='<table border="1">{}</table>'.format,
    )  # fmt: skip
    return by_chromium(page.of(report).decode())


@cache
def on_the_page(name: str) -> Mapping[str, Outcome]:
    return wrong(PAGES["plain"].of(correct_report(name)), "report.html")
