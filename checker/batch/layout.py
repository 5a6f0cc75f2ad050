"""How the files in a batch's folder are called."""

from typing import Final

from govcheck.reports.batch.overview import ALIKE

JOURNAL: Final = "journal.sqlite"
PAGES: Final = "pages"
COMPARISONS: Final = "comparisons"
FOLDERS: Final = (PAGES, COMPARISONS, ALIKE)
RESULTS: Final = "results.jsonl"
LEAGUE: Final = "league.csv"
WORKBOOK: Final = "league.xlsx"
LEAGUE_PARQUET: Final = "league.parquet"
FIGURES: Final = "figures.csv"
FIGURES_PARQUET: Final = "figures.parquet"
ACROSS: Final = "across.csv"
BULLETIN: Final = "bulletin.docx"
INDEX: Final = "index.html"
OUTPUTS: Final = (
    RESULTS, LEAGUE, WORKBOOK, LEAGUE_PARQUET, FIGURES, FIGURES_PARQUET, ACROSS, BULLETIN,
    INDEX,
)  # fmt: skip
"""All that lies beside the journal and the pages."""
_SUFFIX: Final = ".govcheck.html"


def page_of(stem: str) -> str:
    """Return the path of a page, from the folder."""
    return f"{PAGES}/{stem}{_SUFFIX}"


def comparison_of(page: str | None) -> str | None:
    """Return the path of the page on which a report and another copy stand side by side."""
    return page and page.replace(PAGES, COMPARISONS, 1)
