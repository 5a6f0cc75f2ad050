"""How the files in a batch's folder are called."""

from typing import Final

JOURNAL: Final = "journal.sqlite"
PAGES: Final = "pages"
RESULTS: Final = "results.jsonl"
LEAGUE: Final = "league.csv"
WORKBOOK: Final = "league.xlsx"
FIGURES: Final = "figures.csv"
INDEX: Final = "index.html"
OUTPUTS: Final = (RESULTS, LEAGUE, WORKBOOK, FIGURES, INDEX)
"""All that lies beside the journal and the pages."""
_SUFFIX: Final = ".govcheck.html"


def page_of(stem: str) -> str:
    """Return the path of a page, from the folder."""
    return f"{PAGES}/{stem}{_SUFFIX}"
